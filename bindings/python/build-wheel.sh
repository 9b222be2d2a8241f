#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the wheel of smaajob: one file for every CPython from 3.9, with all it needs inside.
#   sh bindings/python/build-wheel.sh [DIRECTORY]     where it is put; dist/ unless said
# Wanted: Python 3 with venv, a C compiler, pkg-config, msgfmt, and what the library is built with
# (sh tests/setup.sh examples), of Debian or Ubuntu, whose packages tell the licences. The tools of Python come from its package index, each pinned by hash.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "${1:-dist}"
into=$(cd "${1:-dist}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"${PYTHON:-python3}" -m venv "$work/tools"
PATH=$work/tools/bin:$PATH
pip () { python -m pip --quiet --disable-pip-version-check "$@"; }

pip install --require-hashes -r "$root/bindings/python/build-requirements.txt"
# The tools are those just installed: pip fetches none of its own.
pip wheel --no-deps --no-build-isolation --wheel-dir "$work/built" "$root"
# auditwheel takes GLib to be everywhere, which it is not: under a name of ours it comes along too.
python -m wheel unpack --dest "$work/open" "$work"/built/smaajob-*.whl >/dev/null
mkdir "$work/lib"
cp -L "$(pkg-config --variable=libdir glib-2.0)/libglib-2.0.so.0" "$work/lib/libglib-smaajob.so.0"
patchelf --set-soname libglib-smaajob.so.0 "$work/lib/libglib-smaajob.so.0"
patchelf --replace-needed libglib-2.0.so.0 libglib-smaajob.so.0 "$work"/open/*/smaajob/_native_c.abi3.so
mkdir "$work/packed"
python -m wheel pack --dest-dir "$work/packed" "$work"/open/smaajob-* >/dev/null
# It is built with one CPython for the ABI of 3.9, which the compiler has been held to.
python -m wheel tags --python-tag cp39 --abi-tag abi3 --remove "$work"/packed/smaajob-*.whl >/dev/null
# What it is linked with comes along, under names that no other library has.
LD_LIBRARY_PATH=$work/lib auditwheel repair --wheel-dir "$work/whole" "$work"/packed/smaajob-*.whl 2>"$work/log" ||
  { cat "$work/log" >&2; exit 1; }
# So do their licences.
python -m wheel unpack --dest "$work/last" "$work"/whole/smaajob-*.whl >/dev/null
python "$root/bindings/python/finish-wheel.py" "$work"/last/smaajob-*
python -m wheel pack --dest-dir "$into" "$work"/last/smaajob-* >/dev/null
ls "$into"/smaajob-*.whl
