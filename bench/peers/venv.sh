#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A Python of its own with the peers' libraries, as requirements.txt pins them: sh bench/peers/venv.sh FOLDER
# Made once; prints the path of its Python.
set -eu
folder=${1:?usage: venv.sh FOLDER}
pins=$(dirname "$0")/requirements.txt
python=/usr/bin/python3
[ -x "$python" ] || python=python3

if ! cmp -s "$pins" "$folder/requirements.txt"; then
  rm -rf "$folder"
  "$python" -m venv "$folder" >&2
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$pins" >&2
  cp "$pins" "$folder/requirements.txt"
fi
echo "$folder/bin/python"
