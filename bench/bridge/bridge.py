# SPDX-License-Identifier: Apache-2.0
"""What each call costs from Python: bridge.py DIRECTORY ROUNDS"""

import array
import json
import pathlib
import sys
import time

import smaajob

N, MATCHES, GETS = 256, 2048, 1 << 16


def measure(what, work, n, rounds, total_of=int):
    """To add up what came of the work is not part of it."""
    total, least = total_of(work()), float("inf")
    for _ in range(rounds):
        before = time.perf_counter_ns()
        again = work()
        least = min(least, time.perf_counter_ns() - before)
        assert total_of(again) == total
    line = {"language": "Python", "what": what, "ns": round(least / n, 1), "sum": total}
    print(json.dumps(line, separators=(",", ":")))


def main(directory, rounds):
    texts = [(pathlib.Path(directory) / f"{name}.ndjson").read_text() for name in ("citizens", "openings")]
    citizens = [smaajob.Citizen.from_json(line) for line in texts[0].splitlines()]
    openings = [smaajob.Opening.from_json(line) for line in texts[1].splitlines()]
    caseload, market = smaajob.Caseload.from_ndjson(texts[0]), smaajob.Market.from_ndjson(texts[1])
    policy = smaajob.Policy()

    def get():
        return sum(citizens[i % N].size_bytes for i in range(GETS))

    def score():
        scores = (smaajob.score(citizen, opening, policy).score for citizen in citizens for opening in openings)
        return sum(-1 if told is None else round(1000 * told) for told in scores)

    def match():
        return sum(
            len(smaajob.match(citizens[i % N], openings[i * 7 % N], policy).blockers) for i in range(MATCHES)
        )

    def batch():
        return smaajob.scores(caseload, market, policy).thousandths

    def total_of_scores(numbers):
        return sum(array.array("i", numbers.tobytes())[1::8])

    measure("get", get, GETS, rounds)
    measure("score", score, N * N, rounds)
    measure("match", match, MATCHES, rounds)
    measure("batch", batch, N * N, rounds, total_of_scores)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
