#!/bin/sh
# sh tests/screens.sh DIR
# Shoots every page, dialog and paper of the demonstration book as PNG: DIR/zh-100, DIR/zh-150, DIR/en-100, DIR/en-150.
# Needs no display.
set -eu
[ $# -eq 1 ] || {
    echo "usage: sh tests/screens.sh DIR" >&2
    exit 2
}
mkdir -p "$1"
target=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
. app/packages.sh

# shellcheck disable=SC2086
install_packages $build_packages
build release gridbook

# A screen as large as those of offices: on the small one that Qt makes up, what drops from a list would lie elsewhere.
screen=$(mktemp)
trap 'rm -f "$screen"' EXIT
cat >"$screen" <<'END'
{"screens": [{"name": "office", "x": 0, "y": 0, "width": 2880, "height": 1800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}
END

for language in zh en; do
    for percent in 100 150; do
        folder=$target/$language-$percent
        say "Shooting $folder"
        mkdir -p "$folder"
        scale=$((percent / 100)).$((percent % 100))
        QT_QPA_PLATFORM=offscreen:configfile=$screen QT_SCALE_FACTOR=$scale build/release/bin/gridbook \
            --language "$language" --screens "$folder"
    done
done
say "$(find "$target" -name '*.png' | wc -l) pictures lie in $target"
