# SPDX-License-Identifier: Apache-2.0
"""What many rankings cost in Python, and what looking at them does: rankings.py FOLDER [VOCABULARY]

The folder is one that bench/population has made. Told are seconds of the processor, and what memory grew by. A row
begins with what the one before it left, and what it makes is given up before the next.
"""

import pathlib
import sys
import time

import smaajob

TOP = 10


def resident():
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def measure(what, work):
    memory, start = resident(), time.process_time()
    made = work()
    took, grown = time.process_time() - start, resident() - memory
    print(f"{what:40} {took:6.1f} s {max(grown, 0):6.0f} MB", flush=True)
    return made


def main(folder, vocabulary=None):
    words = smaajob.Vocabulary()
    words = words if vocabulary is None else smaajob.Vocabulary.from_path(vocabulary, words)
    caseload = smaajob.Caseload.from_path(pathlib.Path(folder) / "citizens.ndjson", words)
    market = smaajob.Market.from_path(pathlib.Path(folder) / "openings.ndjson", words)
    # What a market keeps for the next ranking is no part of the first.
    smaajob.rank(caseload.citizen(0), market, top=TOP)
    print(f"{len(caseload)} citizens, {len(market)} openings, the best {TOP}")
    kept = [0]

    def count(ranking):
        kept[0] += len(ranking.ranked)

    measure("received one by one", lambda: smaajob.rank(caseload, market, top=TOP, receive=count))
    rankings = measure("ranked", lambda: smaajob.rank(caseload, market, top=TOP))
    measure("the best of each, as an object", lambda: sum(len(ranking.ranked[:1]) for ranking in rankings))
    measure("the arrays", lambda: (rankings.starts, rankings.numbers, rankings.thousandths))
    try:
        import pyarrow

        measure("a table, by pyarrow", lambda: pyarrow.table(rankings))
    except ImportError:
        pass
    objects = measure("all of them, kept as objects", lambda: [tuple(ranking) for ranking in rankings])
    assert sum(map(len, objects)) == len(rankings.numbers) == kept[0]


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__.splitlines()[0])
    main(*sys.argv[1:])
