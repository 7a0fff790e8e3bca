#!/bin/sh
# run-wine.sh PROGRAM [ARGUMENT…]: runs a Windows program under Wine with the Qt of the folder where this file lies. ctest
# uses it; nothing needs to be deployed for the tests.
here=$(dirname "$(readlink -f "$0")")
win() { printf 'Z:%s' "$1" | tr / '\\'; }
compiler=$(dirname "$(x86_64-w64-mingw32-gcc-posix -print-file-name=libstdc++-6.dll)")
export WINEPREFIX="${WINEPREFIX:-$HOME/.wine-gridbook}" WINEDEBUG="${WINEDEBUG:--all}"
export WINEDLLOVERRIDES="${WINEDLLOVERRIDES:-mscoree,mshtml=}" # no questions about Mono and Gecko
export WINEPATH="$(win "$here/bin");$(win "$compiler");$(win /usr/x86_64-w64-mingw32/lib)"
# Wine hides variables that begin with QT_; it hands WINEQT_… on under their own name.
export WINEQT_PLUGIN_PATH="$(win "$here/plugins")"
export WINEQT_FORCE_STDERR_LOGGING=1 # otherwise what tests print goes to a debugger
if [ -n "${GRIDBOOK_REAL_WINDOWS:-}" ]; then # ctest asks for offscreen otherwise
    export WINEQT_QPA_PLATFORM=windows
elif [ -n "${QT_QPA_PLATFORM:-}" ]; then
    export WINEQT_QPA_PLATFORM="$QT_QPA_PLATFORM"
elif [ -z "${DISPLAY:-}" ]; then
    export WINEQT_QPA_PLATFORM=offscreen
fi
fonts=/usr/share/fonts/opentype/noto
[ ! -d "$fonts" ] || export WINEQT_QPA_FONTDIR="$(win "$fonts")" # for offscreen
exec wine "$@"
