# SPDX-License-Identifier: Apache-2.0
"""Markets, caseloads and rankings, against scoring every pair."""

import copy
import dataclasses
import datetime
import gc
import json
import pickle
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path
from unittest import mock

import smaajob
import support
from smaajob import _ranking

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

    def test_a_file_is_never_in_memory_as_a_whole(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "citizens.ndjson"
            with open(path, "w", encoding="utf-8") as file:
                for i in range(100):
                    file.write(json.dumps({**support.CITIZEN, "id": f"c-{i}"}) + " " * 900_000 + "\n\n")
            measure = (
                "import resource, smaajob, sys; peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; "
                "before = peak(); n = len(smaajob.Caseload.from_path(sys.argv[1])); print(n, peak() - before)"
            )
            n, grown = subprocess.check_output([sys.executable, "-c", measure, path], text=True).split()
            self.assertEqual(int(n), 100)
            self.assertLess(int(grown), 30_000, "KiB")
            path.write_text("\n" + " " * 3_000_000 + "{}\n" + json.dumps({**support.CITIZEN, "id": "c-1"}))
            done = []
            with self.assertRaises(smaajob.RowsError) as raised:
                smaajob.Caseload.from_path(path, progress=lambda *told: done.append(told))
            error = raised.exception
            self.assertEqual((error.n, error.code, error.line, error.file), (1, "size", 2, str(path)))
            self.assertEqual(done[-1], (path.stat().st_size,) * 2)

    def test_every_row_at_fault_is_counted_and_told(self):
        def fault(rows):
            with self.assertRaises(smaajob.RowsError) as raised:
                smaajob.Caseload(rows)
            error = raised.exception
            self.assertEqual((error.code, error.message, error.line), (error.rows[0].code, error.rows[0].message, 0))
            # How deep Python itself goes, and so who tells where that is, differs between versions.
            return error.n, [(bad.row, bad.id, "" if bad.code == "depth" else bad.column, bad.code) for bad in error.rows]

        def citizen(i, **members):
            return {"format": "smaajob.citizen/1", "id": f"c-{i}", **members}

        nan, deep = float("nan"), []
        for _ in range(3000):
            deep = [deep]
        rows = [
            citizen(0), citizen(1, effectiveness=7), citizen(2), citizen(3, effectiveness=nan),
            citizen(4, hours={"min": -float("inf")}), citizen(5, hours={"min": 900}), citizen(2),
            citizen(7, needs=deep), citizen(8, effectiveness=10**5000), citizen(9, hours={"min": datetime.date(2026, 1, 1)}),
        ]  # fmt: skip
        expected = [
            (1, "c-1", "effectiveness", "range"), (3, "c-3", "effectiveness", "range"),
            (4, "c-4", "hours.min", "range"), (5, "c-5", "hours.min", "range"), (6, "c-2", "id", "duplicate"),
            (7, "c-7", "", "depth"), (8, "c-8", "effectiveness", "range"),
            (9, "c-9", "hours.min", "type"),
        ]  # fmt: skip
        self.assertEqual(fault(rows), (8, expected))
        self.assertEqual(fault(rows[7:9]), (2, [(0, "c-7", "", "depth"), (1, "c-8", "effectiveness", "range")]))
        # Whatever the rows are beside dicts.
        for like in smaajob.Citizen.from_dict, json.dumps, lambda row: json.dumps(row).encode():
            mixed = list(rows)
            mixed[0], mixed[2] = like(rows[0]), like(rows[2])
            self.assertEqual(fault(mixed), (8, expected))
        told = []
        smaajob.Caseload([citizen(i) for i in range(99)] + [json.dumps(citizen(99))], progress=lambda *far: told.append(far))
        self.assertEqual(told, [(64, 100), (100, 100)])
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "citizen.json"
            path.write_text(json.dumps(rows[1]))
            with self.assertRaisesRegex(smaajob.RowsError, "\n  row 1, file .*citizen.json, line 1, column effectiveness: "):
                smaajob.Caseload([rows[0], path])
        n, told = fault([self.citizens[0]] + [citizen(i, effectiveness=nan) for i in range(30)])
        self.assertEqual((n, told), (30, [(i + 1, f"c-{i}", "effectiveness", "range") for i in range(10)]))
        n, told = fault([citizen(i, effectiveness=nan) for i in range(30)])
        self.assertEqual((n, told), (30, [(i, f"c-{i}", "effectiveness", "range") for i in range(10)]))
        n, told = fault([citizen(i % 3) for i in range(9)])
        self.assertEqual((n, told), (6, [(i, f"c-{i % 3}", "id", "duplicate") for i in range(3, 9)]))
        with self.assertRaisesRegex(smaajob.RowsError, "effectiveness: a number that is not finite, expected a finite one"):
            smaajob.Caseload(rows[3:4])
        with self.assertRaisesRegex(smaajob.RowsError, "^1 row is not as it must be:\n  row 1, line 3, id c-1, column id: "):
            smaajob.Caseload.from_ndjson("\n\n".join([json.dumps(citizen(1))] * 2))

    def test_faults_are_told(self):
        with self.assertRaises(smaajob.SmaajobError) as raised:
            smaajob.Market.from_ndjson("\n{}\n")
        self.assertEqual((raised.exception.line, raised.exception.code), (2, "missing"))
        with self.assertRaises(smaajob.SmaajobError) as raised:
            smaajob.Caseload([self.citizens[0], self.citizens[0]])
        self.assertEqual((raised.exception.pointer, raised.exception.code), ("/id", "duplicate"))
        self.assertRaises(smaajob.SmaajobError, smaajob.rank, self.caseload, self.market, threads=1000)
        self.assertRaises(TypeError, smaajob.rank, self.caseload, self.caseload)
        self.assertRaises(IndexError, lambda: self.market[9])


class Looking(unittest.TestCase):
    """Rankings are objects when they are looked at, and say what they said as a tuple of them."""

    def setUp(self):
        self.caseload, self.market = smaajob.Caseload(citizens(), WORDS), smaajob.Market(openings(), WORDS)
        self.rankings = smaajob.rank(self.caseload, self.market, top=4, why=True)
        self.all = tuple(self.rankings)

    def test_nothing_is_made_of_what_nobody_looks_at(self):
        made = mock.Mock(side_effect=AssertionError("made"))
        with mock.patch.multiple(_ranking, Ranked=made, score_of=made, word_of=made):
            rankings = smaajob.rank(self.caseload, self.market, top=4, why=True)
            self.assertEqual((rankings, repr(rankings)), (self.rankings, "<smaajob.Rankings: 7, of 24 kept>"))
            self.assertEqual([len(ranking.ranked) for ranking in rankings], [4, 4, 4, 0, 4, 4, 4])
            self.assertEqual(rankings.numbers.nbytes + rankings.thousandths.nbytes, 24 * 40)
            self.assertTrue(rankings[::2].__arrow_c_stream__())
            self.assertRaises(AssertionError, lambda: rankings[0].ranked[0])
            self.assertRaises(AssertionError, lambda: rankings[3].blocked_by)

    def test_those_kept_are_as_a_tuple_of_them(self):
        for ranking in self.rankings:
            kept, expected = ranking.ranked, tuple(ranking)
            self.assertEqual((kept, len(kept), hash(kept), repr(kept)), (expected, len(expected), hash(expected), repr(expected)))
            self.assertEqual(expected, kept)
            self.assertEqual((bool(kept), list(reversed(kept))), (bool(expected), list(reversed(expected))))
            for part in slice(None), slice(1, 3), slice(None, None, -2), slice(7, 9):
                self.assertEqual(kept[part], expected[part])
            self.assertEqual([kept[i] for i in range(-len(kept), len(kept))], [*expected, *expected])
            self.assertRaises(IndexError, lambda: kept[len(kept)])
            self.assertRaises(IndexError, lambda: kept[-len(kept) - 1])
            self.assertTrue(all(one in kept and kept.index(one) == i for i, one in enumerate(expected)))
            self.assertNotEqual(kept, list(expected))
            self.assertEqual(pickle.loads(pickle.dumps(kept)), kept)
        self.assertNotEqual(self.all[0].ranked, self.all[1].ranked)

    def test_a_ranking_says_the_same_however_it_came_to_be(self):
        for ranking in self.rankings:
            again = pickle.loads(pickle.dumps(ranking))
            fields = [field.name for field in dataclasses.fields(ranking) if field.name != "_native"]
            by_hand = smaajob.Ranking(*(getattr(ranking, name) for name in fields))
            for same in again, by_hand, copy.copy(ranking), copy.deepcopy(ranking), dataclasses.replace(ranking):
                self.assertEqual((same, hash(same), repr(same)), (ranking, hash(ranking), repr(ranking)))
                self.assertEqual(ranking, same)
                self.assertEqual(pickle.dumps(same), pickle.dumps(again))
            with self.assertRaises(dataclasses.FrozenInstanceError):
                ranking.id = "c-9"
            self.assertRaises(AttributeError, lambda: ranking.rankd)
            self.assertNotEqual(ranking, ranking.ranked)

    def test_rankings_differ_by_anything_they_say(self):
        few = [dict(c, id="c-9") if i == 1 else c for i, c in enumerate(citizens())]
        best = self.all[0].ranked[0].number
        renamed = [dict(o, id=f"o-{i}x") if i == best else o for i, o in enumerate(openings())]
        others = (
            smaajob.rank(self.caseload, self.market, top=3, why=True),
            smaajob.rank(self.caseload, self.market, top=4),
            smaajob.rank(smaajob.Caseload(few, WORDS), self.market, top=4, why=True),
            smaajob.rank(self.caseload, smaajob.Market(renamed, WORDS), top=4, why=True),
            self.rankings[:6],
            self.rankings[::-1],
        )
        for other in others:
            self.assertNotEqual(self.rankings, other)
            self.assertNotEqual(pickle.loads(pickle.dumps(other)), self.rankings)
        self.assertEqual(smaajob.rank(self.caseload, self.market, top=4, why=True), self.rankings)
        self.assertNotEqual(self.rankings, self.all)

    def test_a_part_of_rankings_is_those_of_it(self):
        for part in slice(None), slice(2, 5), slice(None, None, -1), slice(5, 1, -2), slice(3, 3), slice(-2, None), slice(9, None, 3):
            of_it = self.rankings[part]
            self.assertEqual((tuple(of_it), len(of_it)), (self.all[part], len(self.all[part])))
            self.assertEqual(of_it, smaajob.Rankings(self.all[part]))
            self.assertEqual((hash(of_it), repr(of_it)), (hash(smaajob.Rankings(of_it)), repr(smaajob.Rankings(of_it))))
            self.assertEqual(tuple(of_it[::2]), self.all[part][::2])
        self.assertEqual(self.rankings[-1], self.all[6])
        self.assertRaises(IndexError, lambda: self.rankings[7])
        again = pickle.loads(pickle.dumps(self.rankings))
        self.assertEqual((again, hash(again), repr(again)), (self.rankings, hash(self.rankings), repr(self.rankings)))

    def test_a_ranking_outlives_those_it_was_made_with(self):
        expected = [(ranking.id, ranking.ranked) for ranking in map(copy.copy, self.rankings)]
        ranking, part = self.rankings[2], self.rankings[4:][1:]
        kept = ranking.ranked
        del self.rankings, self.all, self.caseload, self.market
        gc.collect()
        self.assertEqual((ranking.id, ranking.ranked, kept), (*expected[2], expected[2][1]))
        self.assertEqual([(one.id, one.ranked) for one in part], expected[5:])

    def test_the_arrays_are_the_numbers_of_those_kept(self):
        for rankings in self.rankings, self.rankings[::-2], smaajob.Rankings(self.all[1:5]), self.rankings[3:4], self.rankings[:0]:
            starts, rows = rankings.starts.tolist(), rankings.thousandths.tolist()
            self.assertEqual(starts, [sum(len(one.ranked) for one in rankings[:i]) for i in range(len(rankings) + 1)])
            self.assertEqual(rankings.numbers.tolist(), [kept.number for one in rankings for kept in one])
            self.assertEqual([_ranking.score_of(row) for row in rows], [kept.score for one in rankings for kept in one])
            self.assertTrue(rankings.numbers.readonly and rankings.thousandths.readonly and rankings.starts.readonly)
        pickled = pickle.loads(pickle.dumps(self.rankings))
        for name in "numbers", "starts", "thousandths":
            self.assertRaisesRegex(TypeError, "pickled", getattr, pickled, name)

    def test_rankings_are_equal_however_much_was_scored(self):
        read = pickle.loads(pickle.dumps(self.rankings[0]))
        more = dataclasses.replace(read, scored=read.scored + 1)
        self.assertEqual({self.rankings[0], read, more}, {read})
        self.assertEqual(pickle.loads(pickle.dumps(more)).scored, read.scored + 1)
        self.assertNotEqual(read, dataclasses.replace(read, pairs=read.pairs + 1))

    def test_rankings_are_received_one_by_one_in_their_order(self):
        for threads in 1, 3:
            for ranked_for, among in (self.caseload, self.market), (self.market, self.caseload):
                received, on = [], set()

                def receive(ranking):
                    received.append(ranking)
                    on.add(threading.get_ident())

                means = dict(top=4, threads=threads, why=True)
                self.assertIsNone(smaajob.rank(ranked_for, among, **means, receive=receive))
                self.assertEqual(smaajob.Rankings(received), smaajob.rank(ranked_for, among, **means))
                self.assertEqual(on, {threading.get_ident()})
        gathered = []
        smaajob.rank(self.caseload, self.market, receive=gathered.append)
        self.assertEqual([ranking.id for ranking in gathered], list(self.caseload))

    def test_what_a_receiver_raises_ends_the_work_and_comes_out(self):
        received = []

        def receive(ranking):
            received.append(ranking.id)
            if len(received) == 3:
                raise KeyError("enough")

        self.assertRaisesRegex(KeyError, "enough", smaajob.rank, self.caseload, self.market, receive=receive)
        self.assertEqual(received, ["c-0", "c-1", "c-2"])
        for wrong in 7, "x", []:
            with self.assertRaisesRegex(TypeError, "receive: "):
                smaajob.rank(self.caseload, self.market, receive=wrong)
        with self.assertRaises(TypeError):
            smaajob.rank(self.caseload, self.market, receive=lambda: None)
        with self.assertRaisesRegex(TypeError, "receive is for"):
            smaajob.rank(self.caseload.citizen(0), self.market, receive=print)
        self.assertEqual(len(smaajob.rank(self.caseload, self.market)), 7)


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
        self.assertNotEqual((removed.scored, added.scored), (few.scored, all_.scored))
        self.assertEqual((removed, added, smaajob.Rankings([removed])), (few, all_, smaajob.Rankings([few])))
        self.assertEqual((hash(removed), hash(added)), (hash(few), hash(all_)))
        with self.assertRaises(smaajob.SmaajobError):
            all_.renewed(citizen, without, "moved", 4)
        with self.assertRaises(TypeError):
            all_.renewed(market, citizen, "removed", 4)
        with self.assertRaises(ValueError):
            pickle.loads(pickle.dumps(all_)).renewed(citizen, without, "removed", 4)


if __name__ == "__main__":
    unittest.main()
