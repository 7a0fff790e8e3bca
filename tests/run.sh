#!/bin/sh
# sh tests/run.sh [ARGUMENT…]
# Installs what is missing, builds everything and runs all tests. Arguments go to ctest, for example: sh tests/run.sh -R
# core.text
set -eu
cd "$(dirname "$0")/.."
. app/packages.sh

# shellcheck disable=SC2086
install_packages $build_packages $test_packages
build debug

say "Testing"
# Two at a time, so that the tests with time limits of their own are not starved on small machines.
status=0
QT_QPA_PLATFORM=offscreen ctest --test-dir build/debug --output-on-failure --no-tests=error --parallel 2 "$@" ||
    status=$?
[ "$status" -eq 0 ] || say "Some tests failed; their output stands above. Again only those: sh tests/run.sh --rerun-failed"
exit "$status"
