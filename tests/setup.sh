#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs what smaajob needs on Debian and Ubuntu, when it is missing:
#   sh tests/setup.sh examples    the library, the command line and the C examples
#   sh tests/setup.sh tests       all of that, Python, and what the tests use
set -eu

needed="gcc libc6-dev meson ninja-build pkg-config python3 libglib2.0-dev libsodium-dev gettext"
# Packages that not every release has; a check that needs one says so when it is skipped.
wanted=""
case "${1:-tests}" in
examples) ;;
tests)
  needed="$needed g++ check libcjson-dev swig python3-dev python3-jsonschema python3-venv valgrind locales"
  # what is compiled for several processors is run on another one too, by an emulator
  needed="$needed gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user-static"
  needed="$needed default-jdk-headless junit5 mono-mcs mono-runtime"
  # The database of examples/embed, from each language.
  needed="$needed libsqlite3-dev libxerial-sqlite-jdbc-java libmono-sqlite4.0-cil"
  wanted="clang-format-14 mandoc"
  # A page is looked at in a real browser, which needs a font; pip fetches axe-core (tests/browser.py).
  wanted="$wanted chromium fonts-dejavu-core python3-html5lib python3-pip"
  ;;
*)
  echo "usage: sh tests/setup.sh [examples|tests]" >&2
  exit 64
  ;;
esac

as_root () {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

is_installed () {
  dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'
}

missing () {
  for package in "$@"; do
    is_installed "$package" || printf '%s ' "$package"
  done
}

install () {
  if [ -z "$apt_updated" ]; then
    as_root apt-get update -qq
    apt_updated=yes
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

apt_updated=""
if command -v apt-get >/dev/null; then
  # Word splitting is meant: these are lists of names without spaces.
  absent=$(missing $needed)
  if [ -n "$absent" ]; then
    echo "installing: $absent"
    install $absent >/dev/null
  fi
  for package in $(missing $wanted); do
    install "$package" >/dev/null 2>&1 || echo "not available here: $package"
  done
else
  echo "not Debian or Ubuntu; please see to it that these are there: $needed $wanted" >&2
fi

# Numbers must read and write the same where a comma is the decimal mark.
if [ "${1:-tests}" = tests ] && ! locale -a | grep -qi '^da_DK\.utf-\?8$'; then
  as_root localedef -i da_DK -f UTF-8 da_DK.UTF-8 || echo "not available here: da_DK.UTF-8"
fi
