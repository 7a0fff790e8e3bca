#!/bin/bash
[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@" # sh app/windows/build.sh works too
# sh app/windows/build.sh [--no-tests]
# On Debian 12: builds Gridbook for Windows, runs the tests under Wine, makes build/gridbook-setup-VERSION.exe and
# build/gridbook-VERSION-portable.zip, installs the setup under Wine, uses the installed program and removes it again.
# Fails loudly at the first thing that does not hold. GRIDBOOK_WINDOWS_QT: a folder or archive with Qt for Windows; without
# it the one of the last time is taken, else it is built from source packages (about 25 minutes).
set -euo pipefail
cd "$(dirname "$0")/../.."
. app/packages.sh
root=$PWD
build=$root/build/windows
qt=$root/build/windows-qt
files=$root/build/windows-files
host=x86_64-w64-mingw32
version=$(sed -n 's/^project(Gridbook VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
setup=$root/build/gridbook-setup-$version.exe
portable=$root/build/gridbook-$version-portable.zip
tests=yes
[ "${1:-}" != --no-tests ] || tests=no
measured=()
measure() { measured+=("$(printf '%-44s %s' "$1" "$2")"); }

# -- what is needed --------------------------------------------------------------------------------------------------

# shellcheck disable=SC2086,SC2154
install_packages $build_packages $windows_packages

prepare_qt() {
    local given=${GRIDBOOK_WINDOWS_QT:-} cache=${XDG_CACHE_HOME:-$HOME/.cache}/gridbook/windows-qt.tar.xz
    if [ ! -e "$qt/bin/Qt6Core.dll" ]; then
        if [ -z "$given" ] && [ -f "$cache" ]; then
            given=$cache
        fi
        mkdir -p "$qt"
        if [ -d "$given" ]; then
            say "Taking Qt from $given"
            cp -a "$given/." "$qt/"
        elif [ -n "$given" ]; then
            say "Unpacking Qt from $given"
            tar -xf "$given" -C "$qt"
            if [ ! -e "$qt/bin/Qt6Core.dll" ]; then # the archive holds one folder
                local inner
                inner=$(dirname "$(dirname "$(find "$qt" -maxdepth 3 -name Qt6Core.dll | head -1)")")
                [ "$inner" != . ] || fail "$given holds no Qt for Windows"
                mv "$inner"/* "$qt/"
            fi
        else
            say "Building Qt for Windows"
            as_root bash app/windows/build-qt.sh "$qt" "$root/build/windows-qt-work"
            as_root chown -R "$(id -u):$(id -g)" "$qt" "$root/build/windows-qt-work"
            mkdir -p "$(dirname "$cache")"
            tar -cJf "$cache" -C "$qt" .
        fi
    fi
    # An older prefix lacks a header of libxlsxwriter; Debian's is of the same source.
    [ -e "$qt/include/xlsxwriter/chartsheet.h" ] || cp /usr/include/xlsxwriter/chartsheet.h "$qt/include/xlsxwriter/"
    # These two are the project's own, whoever made the rest.
    install -m644 app/windows/qt-mingw64.cmake "$qt/"
    install -m755 app/windows/run-wine.sh "$qt/"
}
prepare_qt

# -- the programs ------------------------------------------------------------------------------------------------------

start=$SECONDS
if [ "$tests" = yes ]; then build windows; else build windows gridbook gridbook-cli; fi
measure "build" "$((SECONDS - start)) s"

# Every test in this build is one under Wine. A server that lives on makes each of them start ten times as fast; one that
# was first started without a display hides windows, so there is a new one for each way.
export WINEPREFIX=$root/build/wine
export WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
wine_server() {
    mkdir -p "$WINEPREFIX" # the server starts in it
    wineserver -k || true
    wineserver -w || true
    wineserver -p60
    "$qt/run-wine.sh" wineboot -u >/dev/null 2>&1 || true
}
with_windows() { # COMMAND…: in a real window system
    xvfb-run -a -s "-screen 0 1440x900x24" "$@"
}

# What QtTest printed in the log of ctest: the number of functions, with a line for each that was left out and why.
functions() { # LOG
    tr -d '\r' <"$1" | awk '
        /^Totals: / { passed += $2; failed += $4; skipped += $6 }
        /^SKIP +: / { sub(/^SKIP +: /, ""); sub(/\([^)]*\)/, "()"); if (!said[$0]++) why = why "\n    left out: " $0 }
        END { printf "%d functions passed, %d failed, %d left out%s", passed, failed, skipped, why }'
}
# The programs of which not the same number of functions passed in two logs.
differing() { # NATIVE-LOG LOG
    local log
    for log in "$@"; do
        tr -d '\r' <"$log" | awk '/^[0-9]+\/[0-9]+ Testing: / { name = $3 } /^Totals: / { print name, $2 }' | sort >"$log.totals"
    done
    join -a1 -a2 -e none -o 0,1.2,2.2 "$1.totals" "$2.totals" |
        awk '$2 != $3 { printf "\n    %s: %s natively, %s under Wine", $1, $2, $3 }'
}
export GRIDBOOK_KILLS=40 # instead of 200: starting a program takes Wine ten times as long

if [ "$tests" = yes ]; then
    say "Tests under Wine"
    start=$SECONDS
    (
        unset DISPLAY
        wine_server
        QT_QPA_PLATFORM=offscreen ctest --test-dir "$build" --output-on-failure --no-tests=error --parallel 2 \
            --output-log "$build/tests.log"
    )
    measure "tests under Wine, offscreen" "$(sed -n 's/.*tests passed, .* out of \([0-9]*\)$/\1 programs/p' "$build/tests.log"), $((SECONDS - start)) s, $(functions "$build/Testing/Temporary/LastTest.log")"
    cp "$build/Testing/Temporary/LastTest.log" "$build/offscreen.log"
    native=$root/build/debug/Testing/Temporary/LastTest.log # of sh tests/run.sh, if it was run here
    if [ -f "$native" ]; then
        measure "the same tests natively" "$(functions "$native")$(differing "$native" "$build/offscreen.log")"
    fi
    start=$SECONDS
    with_windows bash -euc "
        $(declare -f wine_server)
        qt='$qt'
        wine_server
        export GRIDBOOK_REAL_WINDOWS=1
        ctest --test-dir '$build' -R '^journeys' --output-on-failure --no-tests=error --output-log '$build/journeys.log'"
    measure "journeys under Wine, in windows" "$(sed -n 's/.*tests passed, .* out of \([0-9]*\)$/\1 programs/p' "$build/journeys.log"), $((SECONDS - start)) s, $(functions "$build/Testing/Temporary/LastTest.log")"
fi

# -- what users get ----------------------------------------------------------------------------------------------------

say "Collecting the files"
rm -rf "$files"
bash app/windows/deploy.sh "$qt" "$files" "$build/bin/gridbook.exe" "$build/bin/gridbook-cli.exe"
install -m644 LICENSE "$files/"
measure "installed folder" "$(du -sm "$files" | cut -f1) MB"
[ "$(du -sm "$files" | cut -f1)" -le 45 ] || fail "the folder is larger than 45 MB"

say "A second look at the files"
for file in "$files"/*.exe "$files"/*.dll "$files"/*/*.dll; do
    name=${file#"$files/"}
    flags=$((16#$($host-objdump -p "$file" | sed -n 's/^DllCharacteristics[[:space:]]*//p')))
    # 0x20 relocated at random in 64 bits, 0x40 relocated at random at all, 0x100 data is never run
    (((flags & 0x160) == 0x160)) || fail "$name lacks ASLR or DEP"
    # What is no path of Windows and begins as folders do on the machine that builds.
    paths=$(LC_ALL=C grep -aoE "$root|/(home|root|tmp|usr|opt|var|build|work)/[[:alnum:]._-]{2,}" "$file" | sort -u || true)
    [ -z "$paths" ] || fail "$name holds a path of this machine: $paths"
done

say "Setup and portable archive"
make_setup() { # VERSION FOLDER OUT
    (cd "$2" && find . -type f | sed 's|^\./||;s|/|\\|g;s|.*|    Delete "$INSTDIR\\&"|' &&
        find . -mindepth 1 -type d | sort -r | sed 's|^\./||;s|/|\\|g;s|.*|    RMDir "$INSTDIR\\&"|') >"$build/files.nsh"
    makensis -V2 "-DVERSION=$1" "-DFILES=$2" "-DKILOBYTES=$(du -sk "$2" | cut -f1)" "-DOUT=$3" "-DICON=$root/resources/icons/gridbook.ico" \
        "-DLICENCE=$root/LICENSE" "-DLIST=$build/files.nsh" app/windows/installer.nsi
}
make_setup "$version" "$files" "$setup"
# An older version, to be updated: with a file that is no more.
older=$build/gridbook-setup-0.0.1.exe
rm -rf "$build/older"
mkdir -p "$build/older"
cp "$files/gridbook-cli.exe" "$build/older/gridbook.exe"
echo 0.0.1 >"$build/older/older.txt"
make_setup 0.0.1 "$build/older" "$older"
measure "setup program" "$(du -m "$setup" | cut -f1) MB"
[ "$(du -m "$setup" | cut -f1)" -le 15 ] || fail "the setup program is larger than 15 MB"
rm -rf "$build/gridbook-$version" "$portable"
cp -a "$files" "$build/gridbook-$version"
touch "$build/gridbook-$version/portable.ini" # settings beside the program
(cd "$build" && cmake -E tar cf "$portable" --format=zip "gridbook-$version")
measure "portable archive" "$(du -m "$portable" | cut -f1) MB"

# -- as a user -----------------------------------------------------------------------------------------------------------

say "Installing, using and removing it under Wine"
with_windows bash app/windows/try-setup.sh "$setup" "$older" "$portable" "$root/build/windows-tried"
measured+=("$(cat "$root/build/windows-tried/measured.txt")")

say "Measured"
printf '%s\n' "${measured[@]}"
say "$setup
   $portable
   The installed program: build/windows-tried/window.png, at 150 % window-150.png"
