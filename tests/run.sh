#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds, and runs every test; ends with "N passed, N failed".
# Arguments go to meson setup, such as -Dwerror=true.
set -eu
cd "$(dirname "$0")/.."

sh tests/setup.sh tests

python=/usr/bin/python3
[ -x "$python" ] || python=python3

# configure DIRECTORY OPTION…
configure () {
  if [ -e "$1/build.ninja" ]; then set -- "$@" --reconfigure; fi
  meson setup "$@" >/dev/null || { cat "$1/meson-logs/meson-log.txt"; exit 1; }
}

configure build "$@"
nice meson compile -C build
configure build/sanitized -Db_sanitize=address,undefined -Db_lundef=false -Dpython=disabled \
  -Djava=disabled -Dcsharp=disabled \
  -Dbench=false -Dc_args=-fno-sanitize-recover=all "$@"
nice meson compile -C build/sanitized

# Every run leaves a log, and the sum of the logs is the last line; so no run may stop the next.
rm -f build/meson-logs/*.json build/sanitized/meson-logs/*.json
echo "== all tests"
meson test -C build --no-rebuild --print-errorlogs --logbase all || true
echo "== C tests with address and undefined behaviour sanitizers"
SMAAJOB_TEST_PAIRS=${SMAAJOB_TEST_PAIRS_SLOW:-10000} \
  meson test -C build/sanitized --no-rebuild --print-errorlogs --suite unit --suite examples \
  --logbase sanitized || true
echo "== C tests with valgrind"
SMAAJOB_TEST_PAIRS=${SMAAJOB_TEST_PAIRS_SLOW:-1000} CK_FORK=no \
  meson test -C build --no-rebuild --print-errorlogs --suite unit --suite examples \
  --no-suite exhaustive --timeout-multiplier 4 --logbase c \
  --wrapper 'valgrind --quiet --trace-children=yes --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,possible' || true

exec "$python" tests/count.py build/meson-logs/all.json build/sanitized/meson-logs/sanitized.json \
  build/meson-logs/c-valgrind.json
