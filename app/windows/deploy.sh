#!/bin/bash
# deploy.sh QT FOLDER PROGRAM.exe…: puts the programs and everything that they need to run into FOLDER. Follows the DLLs
# that they and the plugins name; a DLL that is neither found here nor one of Windows' own is an error.
set -euo pipefail
qt=$(readlink -f "$1") out=$2
shift 2
plugins="platforms/qwindows styles/qwindowsvistastyle sqldrivers/qsqlite imageformats/qico imageformats/qjpeg"
host=x86_64-w64-mingw32
compiler=$(dirname "$($host-gcc-posix -print-file-name=libstdc++-6.dll)")
search=("$qt/bin" "$compiler" /usr/$host/lib)
# What every Windows 10 has in System32, as far as Qt and the compiler ask for it.
windows="advapi32 authz bcrypt comctl32 comdlg32 crypt32 d2d1 d3d11 d3d12 d3d9 dbghelp dnsapi dwmapi dwrite dxgi gdi32 imm32
    iphlpapi kernel32 mpr msvcrt netapi32 ntdll ole32 oleaut32 psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi user32
    userenv uuid uxtheme version winhttp winmm winspool.drv ws2_32 wtsapi32"

mkdir -p "$out"
todo=()
for program in "$@"; do
    install -m755 "$program" "$out/"
    $host-strip "$out/$(basename "$program")"
    todo+=("$program")
done
for plugin in $plugins; do
    install -D -m644 "$qt/plugins/$plugin.dll" "$out/$plugin.dll"
    todo+=("$qt/plugins/$plugin.dll")
done
install -D -m644 "$qt/translations/qtbase_zh_CN.qm" "$out/translations/qtbase_zh_CN.qm"
printf '[Paths]\nPlugins=.\nTranslations=translations\n' >"$out/qt.conf"

declare -A seen
while [ ${#todo[@]} -gt 0 ]; do
    file=${todo[0]} todo=("${todo[@]:1}")
    while read -r dll; do
        [ -z "${seen[$dll]:-}" ] || continue
        seen[$dll]=1
        found=
        for folder in "${search[@]}"; do
            if [ -f "$folder/$dll" ]; then
                install -m644 "$folder/$dll" "$out/$dll"
                $host-strip --strip-unneeded "$out/$dll"
                todo+=("$folder/$dll")
                found=1
                break
            fi
        done
        lower=${dll,,}
        if [ -z "$found" ] && [[ $lower != api-ms-win-* ]] &&
            ! grep -qw -- "${lower%.dll}" <<<"$windows"; then
            echo "$(basename "$file") needs $dll, which is neither here nor one of Windows' own" >&2
            exit 1
        fi
    done < <($host-objdump -p "$file" | sed -n 's/.*DLL Name: //p')
done
