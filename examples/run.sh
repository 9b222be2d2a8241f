#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds smaajob and shows the main job: the published cases in one table, then one match in full,
# with what to ask and what would help, and what the employer may read of it.
set -eu
cd "$(dirname "$0")/.."

sh tests/setup.sh examples

build=build/examples
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# quietly COMMAND… shows what it said only when it fails.
quietly () {
  "$@" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
}

[ -e "$build/build.ninja" ] ||
  quietly meson setup "$build" -Dtests=false -Dbench=false -Dpython=disabled -Djava=disabled -Dcsharp=disabled -Dcli=enabled
quietly meson compile -C "$build"

# One case in full: this one, unless another is named.
shown=${1:-joergen}

"$build/examples/cases" examples/cases/*
echo
echo "smaajob match examples/cases/$shown/citizen.json examples/cases/$shown/opening.json"
echo
"$build/bindings/cli/smaajob" match --page \
  "examples/cases/$shown/citizen.json" "examples/cases/$shown/opening.json"
echo
echo "smaajob explain … --reader employer"
echo
"$build/bindings/cli/smaajob" explain --reader employer \
  "examples/cases/$shown/citizen.json" "examples/cases/$shown/opening.json"
