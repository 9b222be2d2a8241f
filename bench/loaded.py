#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a caseload in memory takes, and what it costs to look at it: loaded.py FOLDER, of a made-up population

The Python binding that is found is measured: PYTHONPATH=BUILD/bindings/python, of one version and of another.
"""

import statistics
import sys
import time
from pathlib import Path

import smaajob

RUNS, CITIZENS, OPENINGS = 5, 1000, 20


def megabytes(name):
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) * 1024 / 1e6


def shortest(do):
    """Seconds of processor time."""
    seconds = []
    for _ in range(RUNS):
        begun = time.process_time()
        do()
        seconds.append(time.process_time() - begun)
    return min(seconds)


def main():
    if len(sys.argv) != 2:
        print("usage: loaded.py FOLDER", file=sys.stderr)
        return 64
    folder, before = Path(sys.argv[1]), megabytes("RssAnon")
    citizens = smaajob.Caseload.from_path(folder / "citizens.ndjson")
    print(f"{len(citizens)} citizens: {megabytes('RssAnon') - before:.1f} MB added")
    openings = smaajob.Market.from_path(folder / "openings.ndjson")
    some = range(min(CITIZENS, len(citizens)))
    one = shortest(lambda: [citizens.citizen(i) for i in some]) / len(some)
    print(f"a citizen looked at: {1e6 * one:.1f} µs, what Python adds among them")
    some = [openings.opening(i) for i in range(min(OPENINGS, len(openings)))]
    times = [1e3 * shortest(lambda o=o: smaajob.rank(o, citizens, top=20)) for o in some]
    print(f"the best 20 for one opening: {statistics.median(times):.1f} ms, {min(times):.1f}–{max(times):.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
