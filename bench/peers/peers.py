# SPDX-License-Identifier: Apache-2.0
"""Each peer on the same citizens and openings, checked and then timed: peers.py BUILD VOCABULARY|- FOLDER

FOLDER holds citizens.ndjson and openings.ndjson, as bench/population writes them. Every peer's best openings of every
checked citizen (ids, scores and verdicts, in order) must be the engine's before it is timed. The answer is JSON.
"""

import argparse
import gc
import importlib
import json
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tables import Tables, read
from words import Words

NAMES = ("python", "numpy", "pandas", "polars", "duckdb", "sqlite", "postgres")
TOP = 20


def run_ours(arguments, runs, pairwise):
    programs = Path(arguments.build) / "bench" / "peers"
    files = [arguments.vocabulary, f"{arguments.folder}/citizens.ndjson", f"{arguments.folder}/openings.ndjson"]
    given = subprocess.run([programs / "given", *files], check=True, capture_output=True).stdout
    told = subprocess.run([programs / "ours", "--tell", f"--runs={runs}", f"--pairwise={pairwise}", *files], check=True, capture_output=True)
    return given, json.loads(told.stdout)


def make_tables(arguments, given):
    vocabulary = None if arguments.vocabulary == "-" else arguments.vocabulary
    return Tables(Words(vocabulary), *(read(f"{arguments.folder}/{name}.ndjson") for name in ("citizens", "openings")), given)


def differences(tables, best, found):
    """What a peer says otherwise than the engine."""
    ids = {rank: tables.opening_ids[number] for number, rank in enumerate(tables.rank_of)}
    for c, ranked in enumerate(found):
        told = [[score, verdict, ids[rank]] for score, verdict, rank in ranked]
        if told != best[c]:
            at = next((i for i, pair in enumerate(zip(told, best[c])) if pair[0] != pair[1]), min(len(told), len(best[c])))
            yield f"citizen {c}, place {at}: {told[at : at + 1]} of {len(told)}, the engine {best[c][at : at + 1]} of {len(best[c])}"


def time_peer(peer, citizens, arguments):
    """Processor seconds of each run: of this process, or of the server that works for it."""
    clock, runs, spent = getattr(peer, "seconds", time.process_time), [], 0
    while len(runs) < arguments.runs and (not runs or spent + runs[-1] < arguments.seconds):
        gc.collect()
        begun = clock()
        peer.rank(citizens, TOP)
        runs.append(clock() - begun)
        spent += runs[-1]
    return runs


def measure(name, tables, best, arguments):
    module = importlib.import_module(f"peer_{name}")
    peer = module.Peer(tables)
    try:
        wrong = list(differences(tables, best, peer.rank(range(min(arguments.check, tables.n_citizens)), TOP)))
        for line in wrong[:5]:
            print(f"{peer.name}: {line}", file=sys.stderr)
        runs = [] if wrong or not arguments.runs else time_peer(peer, range(tables.n_citizens), arguments)
    finally:
        getattr(peer, "close", lambda: None)()
    return {"peer": peer.name, "agrees": not wrong, "checked": min(arguments.check, tables.n_citizens), "seconds": runs}


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build")
    parser.add_argument("vocabulary")
    parser.add_argument("folder")
    parser.add_argument("--peers", default=",".join(NAMES))
    parser.add_argument("--check", type=int, default=1 << 30, help="citizens that are compared (all)")
    parser.add_argument("--runs", type=int, default=5, help="at most; 0 only compares")
    parser.add_argument("--seconds", type=float, default=20, help="no further run when a peer has taken so long")
    return parser.parse_args()


def row(name, seconds, pairs, **more):
    return {"peer": name, "seconds": seconds, "pairs_per_second": pairs / statistics.median(seconds) if seconds and statistics.median(seconds) else None, **more}  # fmt: skip


def main():
    arguments = read_arguments()
    # Also when it is told to end, a server that was started is ended.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    given, ours = run_ours(arguments, max(1, 3 * arguments.runs), 1)
    best = ours["ranking"]["best"]
    tables = make_tables(arguments, given)
    pairs = tables.n_citizens * tables.n_openings
    rows = [
        row(name, [ns * 1e-9 for ns in ours[how]["processor_ns"]], pairs, agrees=ours[how]["best"] == best, scored=ours[how]["scored"])
        for name, how in (("smaajob, ranking", "ranking"), ("smaajob, every pair", "pairwise"))
    ]
    for name in arguments.peers.split(","):
        try:
            found = measure(name, tables, best, arguments)
        except ModuleNotFoundError as error:
            print(f"{name}: left out: {error}", file=sys.stderr)
            continue
        rows.append(row(found.pop("peer"), found.pop("seconds"), pairs, **found))
    json.dump({"citizens": tables.n_citizens, "openings": tables.n_openings, "top": TOP, "decided": pairs, "rows": rows}, sys.stdout)
    print()
    return 0 if all(r["agrees"] for r in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
