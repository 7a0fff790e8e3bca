# Sourced by app/run.sh, tests/run.sh and tests/screens.sh: what Gridbook needs from the system, and how it is built.
# Plain POSIX sh, for Debian 12 and later and Ubuntu 24.04 and later.

# shellcheck disable=SC2034  # used by the scripts that source this file
# Everything that compiles and runs the program …
build_packages="cmake ninja-build g++ ccache pkg-config qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools
    qt6-l10n-tools libqt6sql6-sqlite qt6-translations-l10n libgl1-mesa-dev libsodium-dev libzip-dev libexpat1-dev libxlsxwriter-dev
    libsqlite3-dev zlib1g-dev fonts-noto-cjk"
# shellcheck disable=SC2034
# … and what the tests take besides.
test_packages="clang lld clang-format xvfb openbox poppler-utils"
# shellcheck disable=SC2034
# … and what the Debian package and its trial take (app/linux/build.sh).
package_packages="dpkg-dev desktop-file-utils shared-mime-info libglib2.0-bin xdg-utils xvfb xauth xdotool imagemagick"
# shellcheck disable=SC2034
# … and what the Windows build takes (app/windows/build.sh).
windows_packages="g++-mingw-w64-x86-64-posix libz-mingw-w64-dev wine wine64 nsis xvfb xauth xdotool imagemagick xz-utils"

say() {
    printf '\n== %s\n' "$*" >&2
}

fail() {
    printf '\nGridbook: %s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        fail "these packages are missing and there is no sudo here. As root, run: apt-get install $missing"
    fi
}

# install_packages NAME…: installs those that are missing; asks for nothing if all are there.
install_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "This is not Debian or Ubuntu: install CMake, Ninja, a C++20 compiler, Qt 6.4, libsodium, libzip, expat, libxlsxwriter and SQLite yourself."
        return 0
    fi
    missing=
    for package in "$@"; do
        case "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" in
        installed) ;;
        *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || return 0
    say "Installing:$missing"
    # The lists are fetched only if they do not know the packages (a fresh container has none) or are out of date.
    # shellcheck disable=SC2086
    if ! apt-get install --simulate --quiet=2 $missing >/dev/null 2>&1 || ! install_missing; then
        as_root apt-get update --quiet=2
        install_missing || fail "the packages could not be installed:$missing"
    fi
}

install_missing() {
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends $missing
}

# build PRESET [TARGET…]: configures once, then builds what has changed; ninja shows the progress.
build() {
    if [ ! -f "build/$1/build.ninja" ]; then
        say "Configuring ($1)"
        cmake --preset "$1" >&2 || fail "CMake could not configure the build; its messages stand above"
    fi
    build_configured "$@"
}

build_configured() {
    folder=build/$1
    shift
    # The compiler cache must be told that a precompiled header is the same although its time is not.
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    export CCACHE_BASEDIR="$PWD"
    say "Building ($folder)"
    cmake --build "$folder" ${1:+--target "$@"} >&2 || fail "the build failed; its messages stand above"
}
