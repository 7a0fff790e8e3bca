#!/bin/bash
# try-setup.sh SETUP OLDER PORTABLE FOLDER: installs the setup program silently under Wine into a folder with a Chinese name and a
# blank, works with the installed programs, updates and removes them, looks whether what belongs to the user is still there,
# and tries the portable archive. Leaves window.png, window-150.png and measured.txt in FOLDER. Needs a window system (build.sh brings one).
set -euo pipefail
setup=$(readlink -f "$1") older=$(readlink -f "$2") portable=$(readlink -f "$3") out=$4
fail() {
    printf '\nGridbook: %s\n' "$*" >&2
    exit 1
}
step() { printf '   %s\n' "$*" >&2; }
until_true() { # SECONDS COMMAND…
    local ends=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$ends" ] || return 1
        sleep 0.1
    done
}
rm -rf "$out"
mkdir -p "$out/wine" # the server starts in it
out=$(readlink -f "$out")
export WINEPREFIX=$out/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" LC_ALL=C.UTF-8
wineserver -k 2>/dev/null || true
trap 'wineserver -k 2>/dev/null || true' EXIT
wineserver -p60 # what is measured is the program, not the start of Wine
wine wineboot -i >/dev/null 2>&1
drive=$WINEPREFIX/drive_c
books=$drive/网格\ 台账
profile=$drive/users/$(id -un)/AppData
mkdir -p "$books" "$drive/windows/Fonts"
# Wine's own fonts have no Chinese; Windows has.
cp /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc /usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc \
    "$drive/windows/Fonts/"
# A user name of Han characters: no library may stumble over the folder for temporary files.
mkdir -p "$drive/users/张三/Temp"
export TEMP='C:\users\张三\Temp' TMP='C:\users\张三\Temp'

step "setup"
began=$(date +%s%N)
wine "$setup" /S '/D=C:\社区' '程序\Gridbook' 2>/dev/null # NSIS wants the folder last and without quotes
installing=$((($(date +%s%N) - began) / 1000000))
installed=$drive/社区\ 程序/Gridbook
[ -f "$installed/gridbook.exe" ] || fail "the setup program installed nothing"
[ -f "$profile/Roaming/Microsoft/Windows/Start Menu/Programs/网格簿 Gridbook.lnk" ] ||
    fail "there is no entry in the start menu"

step "the command line"
cli() { wine "$installed/gridbook-cli.exe" "$@" 2>>"$out/cli.err"; }
cli demo 'C:\网格 台账\示范社区.gridbook' --quiet
cli check 'C:\网格 台账\示范社区.gridbook' --quiet
cli report 'C:\网格 台账\示范社区.gridbook' --quarter 2026Q3 --out 'C:\网格 台账\报告.xlsx' --quiet
[ -s "$books/报告.xlsx" ] || fail "gridbook-cli wrote no report"
wine "$installed/gridbook.exe" --report 'C:\网格 台账\示范社区.gridbook' --quarter 2026Q3 --out 'C:\网格 台账\报告.pdf' 2>/dev/null
[ -s "$books/报告.pdf" ] || fail "gridbook wrote no report"
[ -z "$(find "$drive/users/张三/Temp" -type f)" ] || fail "files were left in the folder for temporary files"

step "the window, by a double click on the book"
has_window() { xdotool search --name 示范社区 >/dev/null 2>&1; }
no_program() { ! pgrep -f '[\\/]gridbook\.exe' >/dev/null; }
shoot() { # FILE, when the picture has not changed for two seconds
    local last='' now
    for _ in $(seq 15); do
        sleep 2
        import -window root "$1"
        now=$(identify -quiet -format '%#' "$1")
        [ "$now" != "$last" ] || return 0
        last=$now
    done
}
leave() { # as by the cross of the window
    wine taskkill /IM gridbook.exe >/dev/null 2>&1 || true
    until_true 20 no_program || fail "the program does not end when its window is closed"
}
# Wine 8 knows what opens a file for the whole machine only, Windows for each user: it is put where Wine looks.
for key in .gridbook Gridbook.Book; do
    wine reg export "HKCU\\Software\\Classes\\$key" 'C:\classes.reg' /y >/dev/null 2>&1 || fail "nothing opens a book"
    iconv -f UTF-16 -t UTF-8 "$drive/classes.reg" | sed 's/HKEY_CURRENT_USER/HKEY_LOCAL_MACHINE/' |
        iconv -f UTF-8 -t UTF-16 >"$drive/machine.reg"
    wine reg import 'C:\machine.reg' >/dev/null 2>&1
done
began=$(date +%s%N)
wine start /unix "$books/示范社区.gridbook" >/dev/null 2>&1 &
until_true 30 has_window || fail "the installed program shows no window"
opened=$((($(date +%s%N) - began) / 1000000))
xdotool key Escape # the tour of the first start
shoot "$out/window.png"
leave
scale() { wine reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d "$1" /f >/dev/null 2>&1; }
scale 144 # as a desktop is set to 150 %
wine start /unix "$books/示范社区.gridbook" >/dev/null 2>&1 &
until_true 30 has_window || fail "the installed program shows no window at 150 %"
shoot "$out/window-150.png"
leave
scale 96
settings=$(find "$profile" -name 'Gridbook.ini')
[ -s "$settings" ] || fail "there are no settings in the user's profile"
[ -s "$(dirname "$settings")/gridbook.log" ] || fail "the program kept no diary"
cp "$(dirname "$settings")/gridbook.log" "$out/"
cli check 'C:\网格 台账\示范社区.gridbook' --quiet

step "an update from an older version, and the removal"
version() { wine reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Gridbook' /v DisplayVersion 2>/dev/null | tr -d '\r' | awk '/DisplayVersion/ { print $NF }'; }
now=$(version)
cp "$books/报告.xlsx" "$installed/报告 我的.xlsx" # the user's own, in the wrong place
touch "$installed/platforms/old.txt"
wine "$older" /S 2>/dev/null # finds the folder by itself, as the next one does
[ "$(version)" = 0.0.1 ] && [ -f "$installed/older.txt" ] || fail "the older version was not installed"
wine "$setup" /S 2>/dev/null
[ "$(version)" = "$now" ] && [ -n "$now" ] || fail "after the update the system still shows the older version"
[ ! -e "$installed/older.txt" ] || fail "the update left a file of the older version"
[ -f "$installed/gridbook.exe" ] || fail "the program is gone after an update"
cli check 'C:\网格 台账\示范社区.gridbook' --quiet
wine "$installed/uninstall.exe" /S 2>/dev/null
removed() { [ ! -e "$installed/gridbook.exe" ] && [ ! -e "$installed/uninstall.exe" ]; }
until_true 30 removed || fail "the program is still there after it was removed"
left=$(cd "$installed" && find . -type f | sort | tr '\n' ' ')
[ "$left" = "./platforms/old.txt ./报告 我的.xlsx " ] || fail "after the removal there should be the user's files only: $left"
[ -s "$books/示范社区.gridbook" ] || fail "the book went with the program"
[ -s "$settings" ] || fail "the settings went with the program"
if wine reg query 'HKCU\Software\Classes\.gridbook' >/dev/null 2>&1; then
    fail "books still belong to the removed program"
fi

step "the portable archive"
(cd "$drive" && mkdir -p 移动\ 盘 && cd 移动\ 盘 && cmake -E tar xf "$portable")
folder=$(find "$drive/移动 盘" -name gridbook.exe -printf %h)
mv "$settings" "$settings.kept"
wine "$folder/gridbook.exe" 'C:\网格 台账\示范社区.gridbook' >/dev/null 2>&1 &
until_true 30 has_window || fail "the portable program shows no window"
leave
[ -s "$(find "$folder" -name Gridbook.ini)" ] || fail "the portable program does not keep its settings beside it"
[ ! -e "$settings" ] || fail "the portable program writes into the user's profile"

printf '%-44s %s\n' "silent setup" "$installing ms" "double click to the book in its window" "$opened ms" >"$out/measured.txt"
