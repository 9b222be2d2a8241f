#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the benchmarks, measures everything there is to measure, and writes a report:
#   sh bench/run.sh [--quick] [--parts=PART,…] [FOLDER]
# FOLDER (build-bench/report when not given) gets report.json, report.md and plots as SVG; docs/benchmarks.md says how to
# read them. --parts measures only these again, of core, bridge, peers, scale and roofline, and keeps the rest. --quick takes less than two minutes once the peers' libraries are there. The libraries are fetched once.
set -eu
cd "$(dirname "$0")/.."
options=""
while case "${1:-}" in --*) true ;; *) false ;; esac; do
  options="$options $1"
  shift
done
build=${SMAAJOB_BENCH_BUILD:-build-bench}
folder=${1:-$build/report}

if [ ! -e "$build/build.ninja" ]; then
  meson setup "$build" --buildtype=release -Db_lto=true -Dtests=false >/dev/null
fi
meson compile -C "$build" >/dev/null
peers=$(sh bench/peers/venv.sh "$build/bench-venv") || peers=""
[ -n "$peers" ] || echo "the peers' libraries cannot be fetched here: their part is left out" >&2
# Word splitting is meant.
exec python3 bench/report.py "$build" "$folder" $options ${peers:+--peers-python "$peers"}
