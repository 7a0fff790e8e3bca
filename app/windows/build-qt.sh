#!/bin/bash
# Cross-builds, on Debian 12, the Windows x64 libraries the desktop program needs: Qt 6.4.2 (Core Gui
# Widgets Network Sql Xml Concurrent PrintSupport Test), SQLite, zlib, libzip, expat, libsodium and
# libxlsxwriter. Every source is one of Debian's own source packages, from the machine's own apt sources.
#
#   sudo bash app/windows/build-qt.sh PREFIX [WORK-DIR]
#
# The result can be moved and packed: build against it with -DCMAKE_TOOLCHAIN_FILE=PREFIX/qt-mingw64.cmake.
# A step that is done leaves a mark in WORK-DIR and is not done again. Variable: JOBS.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,9s/^# \?//p' "$0"; exit 1; }
kit=$(dirname "$(readlink -f "$0")")
prefix=$(readlink -m "$1") work=$(readlink -m "${2:-./qt-windows-work}")
jobs=${JOBS:-$(nproc)}
host=x86_64-w64-mingw32
# Unaligned AVX moves: GCC does not keep the Win64 stack aligned for the aligned ones (GCC bug 54412).
# The two others leave neither build paths nor dates in the result.
cflags="-O2 -Wa,-muse-unaligned-vector-move -ffile-prefix-map=$work=."
ldflags="-Wl,--no-insert-timestamp"
mkdir -p "$work/src" "$work/log" "$work/apt/lists/partial" "$work/apt/cache/archives/partial" \
         "$prefix"/{bin,lib,include}

# -- helpers ---------------------------------------------------------------------------------------

step() {    # step NAME: runs the function NAME once, its output in a log file
    [ ! -e "$work/done-$1" ] || return 0
    local start=$SECONDS
    printf '%-16s' "$1"
    (cd "$work"; "$1") > "$work/log/$1.log" 2>&1 &     # in the background: inside "if" bash would ignore -e
    if ! wait $!; then
        echo "FAILED"
        tail -n 30 "$work/log/$1.log"
        exit 1
    fi
    touch "$work/done-$1"
    printf '%3d:%02d\n' $(((SECONDS - start) / 60)) $(((SECONDS - start) % 60))
}

apt=(-o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/apt/parts"
     -o Dir::State::lists="$work/apt/lists" -o Dir::Cache="$work/apt/cache" -o APT::Sandbox::User=root)

fetch() {   # fetch PACKAGE FOLDER: unpacks the newest source package whose files the mirror really has
    local version
    rm -rf "$2"
    for version in $(apt-cache "${apt[@]}" showsrc "$1" | sed -n 's/^Version: //p' | sort -rVu); do
        if (cd src && apt-get "${apt[@]}" source --download-only -q "$1=$version"); then
            dpkg-source --no-check -x "src/$1_${version#*:}.dsc" "$2"
            return
        fi
    done
    echo "the mirror has no source of $1" >&2
    return 1
}

cross() {   # cross SOURCE-DIR [CMAKE-ARGS]: configures, builds and installs a CMake project
    local src=$1; shift
    rm -rf "$src-build"
    cmake -G Ninja -S "$src" -B "$src-build" -DCMAKE_TOOLCHAIN_FILE="$prefix/qt-mingw64.cmake" \
        -DCMAKE_CROSSCOMPILING_EMULATOR= -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" \
        -DCMAKE_C_FLAGS="$cflags" -DCMAKE_CXX_FLAGS="$cflags" \
        -DCMAKE_SHARED_LINKER_FLAGS="$ldflags" -DCMAKE_MODULE_LINKER_FLAGS="$ldflags" "$@"
    ninja -C "$src-build" -j "$jobs" install/strip
}

# -- steps -----------------------------------------------------------------------------------------

packages() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        dpkg-dev g++ g++-mingw-w64-x86-64-posix libz-mingw-w64-dev cmake ninja-build patch perl tcl \
        autoconf automake libtool xz-utils \
        qt6-base-dev qt6-base-dev-tools qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools
}

sources() {
    # the same sources as the machine's, asked for source packages
    mkdir -p apt/parts
    local f
    for f in /etc/apt/sources.list.d/*.sources; do
        [ -e "$f" ] && grep -q debian "$f" && sed 's/^Types:.*/Types: deb-src/' "$f" > "apt/parts/$(basename "$f")"
    done
    if [ -e /etc/apt/sources.list ]; then
        sed -n 's/^deb /deb-src /p' /etc/apt/sources.list > apt/parts/classic.list
    fi
    apt-get "${apt[@]}" update
    fetch qt6-base qtbase
    fetch sqlite3 sqlite
    fetch libzip libzip
    fetch expat expat
    fetch libsodium libsodium
    fetch libxlsxwriter libxlsxwriter
    install -m644 "$kit/qt-mingw64.cmake" "$prefix/"
    install -m755 "$kit/run-wine.sh" "$prefix/"
}

# A DLL, so that Qt's driver and a program that calls SQLite itself share one copy.
sqlite() {
    mkdir -p sqlite-build
    cd sqlite-build
    ../sqlite/configure --disable-tcl
    make sqlite3.c sqlite3.h
    $host-gcc-posix $cflags $ldflags -shared -s -static-libgcc sqlite3.c -o "$prefix/bin/sqlite3.dll" \
        -Wl,--out-implib,"$prefix/lib/libsqlite3.dll.a" '-DSQLITE_API=__declspec(dllexport)' \
        -DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_DBSTAT_VTAB \
        -DSQLITE_ENABLE_FTS3 -DSQLITE_ENABLE_FTS3_PARENTHESIS -DSQLITE_ENABLE_FTS4 -DSQLITE_ENABLE_FTS5 \
        -DSQLITE_ENABLE_MATH_FUNCTIONS -DSQLITE_ENABLE_RTREE -DSQLITE_ENABLE_STAT4 \
        -DSQLITE_ENABLE_UNLOCK_NOTIFY -DSQLITE_SOUNDEX
    cp sqlite3.h ../sqlite/src/sqlite3ext.h "$prefix/include/"
}

zlib_libzip() {    # zlib is already in Debian as a Windows library
    cp /usr/$host/include/{zlib,zconf}.h "$prefix/include/"
    cp /usr/$host/lib/libz.a "$prefix/lib/"
    local off="COMMONCRYPTO GNUTLS MBEDTLS OPENSSL WINDOWS_CRYPTO BZIP2 LZMA ZSTD"
    cross libzip -DBUILD_SHARED_LIBS=OFF $(printf -- '-DENABLE_%s=OFF ' $off) \
        -DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF
}

expat() {
    # Debian's fix for CVE-2024-8176 compares XML_DTD with 1; CMake defines it empty.
    sed -i 's/^#cmakedefine XML_DTD *$/#cmakedefine XML_DTD 1/' expat/expat/expat_config.h.cmake
    cross expat/expat -DEXPAT_SHARED_LIBS=OFF -DEXPAT_BUILD_TOOLS=OFF -DEXPAT_BUILD_EXAMPLES=OFF \
        -DEXPAT_BUILD_TESTS=OFF -DEXPAT_BUILD_DOCS=OFF
}

libsodium() {
    (cd libsodium && autoreconf -fi)
    mkdir -p libsodium-build
    cd libsodium-build
    ../libsodium/configure --host=$host CC=$host-gcc-posix CFLAGS="$cflags" --prefix="$prefix" \
        --disable-shared --enable-static --disable-ssp --disable-dependency-tracking
    make -j "$jobs" install
}

libxlsxwriter() {
    # It takes file names as UTF-8 only with MSVC; let MinGW do the same.
    sed -i '/^#ifdef __MINGW32__$/,/^#endif$/d' libxlsxwriter/src/{packager,utility}.c
    sed -i 's/^    if(MSVC)$/    if(WIN32)/' libxlsxwriter/CMakeLists.txt
    cross libxlsxwriter -DBUILD_SHARED_LIBS=OFF
    cp libxlsxwriter/include/xlsxwriter/*.h "$prefix/include/xlsxwriter/" # its own installation forgets one
}

qtbase() {
    # Debian leaves the non-free wintab.h out: no Wacom tablets (pens as pointers still work).
    local win=qtbase/src/plugins/platforms/windows
    sed -i 's/^#if QT_CONFIG(tabletevent)/#if 0/' $win/qwindows{context,pointerhandler}.cpp $win/qwindowspointerhandler.h
    sed -i 's/QT_FEATURE_tabletevent/FALSE/' $win/CMakeLists.txt
    local off="dbus icu glib ssl openssl schannel gssapi sspi libproxy brotli zstd vulkan opengl
        direct2d1_1 tuiotouch qmake windeployqt androiddeployqt
        sql_odbc sql_mysql sql_psql sql_oci sql_db2 sql_ibase
        system_zlib system_png system_jpeg system_freetype system_harfbuzz system_pcre2 system_doubleconversion"
    cross qtbase -DBUILD_SHARED_LIBS=ON -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF -DBUILD_WITH_PCH=ON \
        -DINPUT_opengl=no -DFEATURE_direct2d=ON -DFEATURE_system_sqlite=ON $(printf -- '-DFEATURE_%s=OFF ' $off)
}

translations() {    # Qt's own texts (dialog buttons and the like)
    (cd src && apt-get download qt6-translations-l10n)
    dpkg-deb -x src/qt6-translations-l10n_*.deb l10n
    mkdir -p "$prefix/translations"
    cp l10n/usr/share/qt6/translations/qtbase_{zh_CN,zh_TW}.qm "$prefix/translations/"
}

tidy() {    # leaves what a program needs to be built and run; drops what holds absolute paths
    cd "$prefix"
    rm -rf doc modules share lib/pkgconfig lib/*.prl lib/*.la lib/cmake/Qt6BuildInternals
    rm -f lib/cmake/Qt6/qt.toolchain.cmake lib/libQt6Bundled*.a
    rm -rf lib/cmake/Qt6Bundled*
    find bin -type f ! -name '*.dll' -delete
    find mkspecs -mindepth 1 -maxdepth 1 ! -name common ! -name win32-g++ -exec rm -rf {} +
    $host-strip --strip-debug lib/*.a
    ! grep -rlI "$work" . || { echo "build paths left behind"; return 1; }
}

for s in packages sources sqlite zlib_libzip expat libsodium libxlsxwriter qtbase translations tidy; do
    step $s
done
du -sh "$prefix"
