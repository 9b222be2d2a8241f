# SPDX-License-Identifier: Apache-2.0
"""Markets, caseloads and rankings, against scoring every pair."""

import json
import pickle
import unittest
from pathlib import Path

import smaajob

WORDS = smaajob.Vocabulary()
TASK = {"id": "t", "requires": [], "windows": [{"days": ["mon", "tue"], "from": "08:00", "to": "16:00"}]}


def citizens():
    for i in range(7):
        yield {
            "format": "smaajob.citizen/1", "id": f"c-{i}", "needs": [], "hours": {"min": 2 + i, "max": 6 + i},
            "availability": [{"days": ["mon"], "from": "08:00", "to": f"{10 + i}:00"}],
            "choice": "declined" if i == 3 else "informed",
        }  # fmt: skip


def openings():
    for i in range(9):
        yield {
            "format": "smaajob.opening/1", "id": f"o-{i}", "hours": {"min": 2 * i, "max": 20}, "terms": {"paid": "yes"},
            "tasks": [{**TASK, "hours": {"max": 2 + i}}],
        }  # fmt: skip


def best(score, id, top):
    """The top of (id, score) of those with a score."""
    scored = [(id(other), found) for other in range(20) if (found := score(other)) and found.score is not None]
    return sorted(scored, key=lambda row: (-row[1].score, -list(smaajob.Verdict).index(row[1].verdict), row[0]))[:top]


class Many(unittest.TestCase):
    def setUp(self):
        self.citizens = [smaajob.Citizen.from_dict(c, WORDS) for c in citizens()]
        self.openings = [smaajob.Opening.from_dict(o, WORDS) for o in openings()]
        self.caseload = smaajob.Caseload(self.citizens)
        self.market = smaajob.Market(self.openings)

    def expected(self, citizen, top):
        def score(i):
            return smaajob.score(self.citizens[citizen], self.openings[i]) if i < len(self.openings) else None

        return best(score, "o-{}".format, top)

    def test_a_ranking_is_every_pair_scored_and_sorted(self):
        for top in (0, 1, 4, 100):
            rankings = smaajob.rank(self.caseload, self.market, top=top, threads=2, why=True)
            for i, ranking in enumerate(rankings):
                self.assertEqual([(r.id, r.score) for r in ranking], self.expected(i, top))
                self.assertEqual(ranking, smaajob.rank(self.citizens[i], self.market, top=top, why=True))
                self.assertEqual((ranking.id, ranking.pairs), (f"c-{i}", 9))
            self.assertEqual(rankings[3].blocked_by[smaajob.Code.CHOICE_DECLINED], 9)
            self.assertEqual(rankings[3].without_score, {smaajob.Verdict.BLOCKED: 9})
            uncounted = smaajob.rank(self.caseload, self.market, top=top)[3]
            self.assertEqual((uncounted.without_score, uncounted.with_verdict, uncounted.blocked_by), ({}, {}, {}))

    def test_both_ways_find_the_same_scores(self):
        one = {(r.id, x.id): x.score for r in smaajob.rank(self.caseload, self.market, top=100) for x in r}
        other = {(x.id, r.id): x.score for r in smaajob.rank(self.market, self.caseload, top=100) for x in r}
        self.assertEqual(one, other)
        for i, ranking in enumerate(smaajob.rank(self.market, self.caseload)):
            self.assertEqual(ranking, smaajob.rank(self.openings[i], self.caseload))

    def test_scores_are_those_of_every_pair(self):
        for first, n, threads in ((0, None, 1), (2, 3, 2), (7, None, 1), (0, 0, 1)):
            scores = smaajob.scores(self.caseload, self.market, first=first, n=n, threads=threads)
            self.assertEqual(scores.shape, (7 - first if n is None else n, 9))
            for i in range(scores.shape[0]):
                for j in range(9):
                    self.assertEqual(scores[i, j], smaajob.score(self.citizens[first + i], self.openings[j]))
            self.assertEqual(scores.thousandths.nbytes, 32 * 9 * scores.shape[0])
        last = smaajob.scores(self.caseload, self.market)[-1, -1]
        self.assertEqual(last, smaajob.score(self.citizens[-1], self.openings[-1]))
        for wrong in ({"first": 8}, {"n": 8}, {"first": 6, "n": 2}, {"threads": 257}):
            self.assertRaises(smaajob.SmaajobError, smaajob.scores, self.caseload, self.market, **wrong)
        self.assertRaises(TypeError, smaajob.scores, self.market, self.caseload)
        self.assertRaises(IndexError, lambda: smaajob.scores(self.caseload, self.market)[7, 0])

    def test_ndjson_makes_the_same(self):
        market = smaajob.Market.from_ndjson("\n".join(map(json.dumps, openings())), WORDS)
        caseload = smaajob.Caseload.from_ndjson("\n".join(map(json.dumps, citizens())).encode(), WORDS)
        self.assertEqual((len(market), market[-1], len(caseload), caseload[0]), (9, "o-8", 7, "c-0"))
        self.assertEqual((market.size_bytes, caseload.size_bytes), (self.market.size_bytes, self.caseload.size_bytes))
        self.assertGreater(market.size_bytes, smaajob.Market([]).size_bytes)
        self.assertEqual(smaajob.rank(caseload, market), smaajob.rank(self.caseload, self.market))

    def test_faults_are_told(self):
        with self.assertRaises(smaajob.SmaajobError) as raised:
            smaajob.Market.from_ndjson("\n{}\n")
        self.assertEqual((raised.exception.line, raised.exception.code), (2, "missing"))
        with self.assertRaises(smaajob.SmaajobError) as raised:
            smaajob.Caseload([self.citizens[0], self.citizens[0]])
        self.assertEqual((raised.exception.pointer, raised.exception.code), ("/1/id", "duplicate"))
        self.assertRaises(smaajob.SmaajobError, smaajob.rank, self.caseload, self.market, threads=1000)
        self.assertRaises(TypeError, smaajob.rank, self.caseload, self.caseload)
        self.assertRaises(IndexError, lambda: self.market[9])


class Renewed(unittest.TestCase):
    def test_a_path_is_not_taken_for_its_characters(self):
        for many in smaajob.Market, smaajob.Caseload:
            for given in "openings.ndjson", b"{}", Path("openings.ndjson"):
                with self.assertRaisesRegex(TypeError, rf"{many.__name__}\.from_path"):
                    many(given)

    def test_a_ranking_is_renewed_as_if_it_were_made_anew(self):
        documents = list(openings())
        market, without = smaajob.Market(documents, WORDS), smaajob.Market(documents[:4] + documents[5:], WORDS)
        citizen = smaajob.Citizen.from_dict(next(citizens()), WORDS)
        all_, few = smaajob.rank(citizen, market, top=99), smaajob.rank(citizen, without, top=99)
        removed = all_.renewed(citizen, without, "removed", 4, top=99)
        self.assertEqual((removed.ranked, removed.pairs), (few.ranked, few.pairs))
        added = few.renewed(citizen, market, smaajob.Renewal.ADDED, 4, top=99)
        self.assertEqual((added.ranked, added.pairs), (all_.ranked, all_.pairs))
        with self.assertRaises(smaajob.SmaajobError):
            all_.renewed(citizen, without, "moved", 4)
        with self.assertRaises(TypeError):
            all_.renewed(market, citizen, "removed", 4)
        with self.assertRaises(ValueError):
            pickle.loads(pickle.dumps(all_)).renewed(citizen, without, "removed", 4)


if __name__ == "__main__":
    unittest.main()
