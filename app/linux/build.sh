#!/bin/sh
# sh app/linux/build.sh
# On Debian or Ubuntu: makes build/gridbook_VERSION_ARCH.deb and tries it: installs it, works with the installed programs
# and with the window, removes it, and looks whether what belongs to the user is still there. Says what it measured, fails
# at the first thing that does not hold. The trial installs and removes a package of this machine, so it needs root or sudo.
set -eu
cd "$(dirname "$0")/../.."
. app/packages.sh

# shellcheck disable=SC2086,SC2154
install_packages $build_packages $package_packages
build release gridbook gridbook-cli

say "Packing"
rm -f build/gridbook_*.deb
cpack --config build/release/CPackConfig.cmake -B build/release >/dev/null
deb=$(ls "$PWD"/build/gridbook_*.deb)
dpkg-deb --info "$deb" | sed -n '/^ Package/,$p'

say "Installing, using and removing it"
! dpkg-query -W gridbook >/dev/null 2>&1 || fail "gridbook is installed here already; remove it first"
tried=$PWD/build/linux-tried
rm -rf "$tried"
mkdir -p "$tried/网格 台账" "$tried/home"
as_root apt-get install --yes --quiet=2 --no-install-recommends "$deb" >/dev/null
remove() { as_root dpkg --purge gridbook >/dev/null; }
trap remove EXIT

book="$tried/网格 台账/示范社区.gridbook"
export HOME="$tried/home" XDG_CONFIG_HOME="$tried/home/.config" XDG_DATA_HOME="$tried/home/.local/share" LC_ALL=C.UTF-8
/usr/bin/gridbook-cli demo "$book" --quiet
/usr/bin/gridbook-cli check "$book" --quiet
/usr/bin/gridbook-cli report "$book" --quarter 2026Q3 --out "$tried/网格 台账/报告.xlsx" --quiet
QT_QPA_PLATFORM=offscreen /usr/bin/gridbook --report "$book" --quarter 2026Q3 --out "$tried/网格 台账/报告.pdf"
# As file managers ask; xdg-mime alone, without a desktop, only looks at the first bytes.
kind=$(gio info --attributes=standard::content-type "$book" | sed -n 's/.*standard::content-type: //p')
[ "$kind" = application/x-gridbook ] || fail "a book is taken for $kind"
opens=$(xdg-mime query default application/x-gridbook)
[ "$opens" = gridbook.desktop ] || fail "a book is opened by “$opens”"
desktop-file-validate /usr/share/applications/gridbook.desktop
[ -f /usr/share/icons/hicolor/48x48/apps/gridbook.png ] || fail "there is no icon"

# The window, until it says the name of the book.
export book tried
xvfb-run -a -s "-screen 0 1440x900x24" sh -eu -c '
    gridbook "$book" &
    program=$!
    found=no
    for _ in $(seq 150); do
        if xdotool search --name 示范社区 >/dev/null 2>&1; then found=yes; break; fi
        sleep 0.1
    done
    sleep 4 # until the figures stand
    import -window root "$tried/window.png"
    kill "$program"
    wait "$program" || true
    [ "$found" = yes ]' || fail "the installed program shows no window"
[ -s "$tried/home/.config/Gridbook/gridbook.log" ] || fail "the program kept no diary"

trap - EXIT
remove
! [ -e /usr/bin/gridbook ] || fail "the program is still there after it was removed"
[ -s "$book" ] || fail "the book went with the program"
[ -s "$tried/home/.config/Gridbook/gridbook.log" ] || fail "the settings went with the program"

say "Measured
$(printf '%-40s %s KB\n%-40s %s KB' 'package' "$(du -k "$deb" | cut -f1)" \
    'installed' "$(dpkg-deb -f "$deb" Installed-Size)")
   $deb
   The installed program: build/linux-tried/window.png"
