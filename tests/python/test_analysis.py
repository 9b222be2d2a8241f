# SPDX-License-Identifier: Apache-2.0
"""The analyst's functions against what scoring and matching pair by pair gives."""

import json
import math
import random
import unittest
from collections import Counter

import environment

environment.enter()

import matplotlib  # noqa: E402

matplotlib.use("Agg")

import smaajob  # noqa: E402
import support  # noqa: E402
from matplotlib import pyplot  # noqa: E402
from smaajob import analysis  # noqa: E402

FOLDER = support.ROOT / "examples" / "analysis"
N_CITIZENS, N_OPENINGS = 24, 30


def documents(name, n):
    return [json.loads(line) for line in (FOLDER / f"{name}.ndjson").read_text().splitlines()[:n]]


class Analysis(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.citizens = [smaajob.Citizen.from_dict(d) for d in documents("citizens", N_CITIZENS)]
        cls.openings = [smaajob.Opening.from_dict(d) for d in documents("openings", N_OPENINGS)]
        cls.caseload, cls.market = smaajob.Caseload(cls.citizens), smaajob.Market(cls.openings)
        cls.other = smaajob.Policy().to_dict()
        cls.other["weights"].update(competence=0.1, accommodation=0.55)
        cls.other["max_training_weeks"] = 0

    def scores(self, policy=None):
        return {(c.id, o.id): smaajob.score(c, o, policy) for c in self.citizens for o in self.openings}

    def tearDown(self):
        pyplot.close("all")

    def test_the_distribution_is_that_of_every_pair(self):
        told = analysis.distribution(self.caseload, self.market, threads=2)
        scores = self.scores().values()
        self.assertEqual(told.pairs, N_CITIZENS * N_OPENINGS)
        self.assertEqual({v: n for v, n in told.verdicts.items() if n}, Counter(s.verdict for s in scores))
        found = Counter(round(s.score * 1000) for s in scores if s.score is not None)
        self.assertEqual(told.thousandths, dict(found))
        matches = [smaajob.match(c, o) for c in self.citizens for o in self.openings]
        codes = ({b.code for b in match.blockers} for match in matches if match.verdict == "blocked")
        blocked = Counter(code for found in codes for code in found)
        self.assertEqual(told.blocked_by, dict(blocked))
        left, right = told.plot()
        self.assertEqual(sum(bar.get_height() for bar in left.patches), sum(found.values()))
        self.assertEqual([bar.get_width() for bar in right.patches], list(told.blocked_by.values()))

    def test_questions_are_those_whose_answer_alone_decides(self):
        told = analysis.questions(self.citizens, self.openings)
        decided, asked, looked_at = {}, {}, 0
        for citizen in self.citizens:
            for opening in self.openings:
                match = smaajob.match(citizen, opening)
                if match.verdict not in ("unclear", "practice_only"):
                    continue
                looked_at += 1
                for question in match.questions:
                    if question.ask == "employer":
                        of_a_task = question.code in ("windows_unknown", "task_hours_unknown", "requirements_unknown")
                        key = question.code, "tasks" if of_a_task else question.subject
                        asked.setdefault(key, set()).add(opening.id)
                        decided.setdefault(key, set())
                        if question.decides:
                            decided[key].add((citizen.id, opening.id))
        self.assertEqual(told.looked_at, looked_at)
        found = {(q.code, q.subject): (q.openings, q.pairs, q.citizens) for q in told.questions}
        expected = {key: (len(asked[key]), len(pairs), len({c for c, _ in pairs})) for key, pairs in decided.items()}
        self.assertEqual(found, expected)
        self.assertEqual([q.pairs for q in told.questions], sorted((q.pairs for q in told.questions), reverse=True))
        self.assertGreater(told.questions[0].pairs, 0)
        fewer = analysis.questions(self.citizens, self.openings, most=50)
        self.assertEqual((fewer.looked_at, fewer), (50, analysis.questions(self.citizens, self.openings, most=50)))
        self.assertEqual(len(told.plot(most=4).patches), 4)

    def test_sensitivity_is_how_often_the_best_stays_the_best(self):
        told = analysis.sensitivity(self.caseload, self.market, draws=40, seed=3)
        best = {r.id: r.ranked[0].id for r in smaajob.rank(self.caseload, self.market, top=1) if r.ranked}
        self.assertEqual(set(told.shares), set(best))
        for id, winners in told.winners.items():
            self.assertEqual(sum(winners.values()), 40)
            self.assertEqual(told.shares[id], analysis.wilson(winners.get(best[id], 0), 40))
        self.assertGreater(len({share.value for share in told.shares.values()}), 3)
        self.assertEqual(told, analysis.sensitivity(self.caseload, self.market, draws=40, seed=3, threads=2))
        still = analysis.sensitivity(self.caseload, self.market, draws=5, spread=1e-9)
        self.assertEqual({share.value for share in still.shares.values()}, {1.0})
        self.assertEqual(len(told.plot().lines[0].get_ydata()), len(best))

    def test_weights_are_drawn_evenly_from_all_there_are(self):
        dice = random.Random(1)
        drawn = [analysis._drawn_policy(smaajob.Policy(), 1.0, dice).to_dict()["weights"] for _ in range(3000)]
        for weights in drawn:
            self.assertEqual(round(1000 * sum(weights.values())), 1000)
        for name in drawn[0]:
            # Of six, a weight of a flat Dirichlet distribution is Beta(1, 5): it is 1/6 on average, and above x with (1 - x)^5.
            self.assertAlmostEqual(sum(w[name] for w in drawn) / 3000, 1 / 6, delta=0.01)
            self.assertAlmostEqual(sum(w[name] > 0.3 for w in drawn) / 3000, 0.7**5, delta=0.025)

    def test_a_comparison_is_of_every_pair_and_every_ranking(self):
        told = analysis.compare(self.caseload, self.market, None, self.other, top=3)
        before, after = self.scores(), self.scores(self.other)
        self.assertEqual(told.verdicts, dict(Counter((before[p].verdict, after[p].verdict) for p in before)))
        both = [p for p in before if before[p].score is not None and after[p].score is not None]
        changes = Counter(round(1000 * after[p].score) - round(1000 * before[p].score) for p in both)
        self.assertEqual(told.changes, dict(changes))
        self.assertTrue(any(was != now for was, now in told.verdicts))
        same = analysis.compare(self.caseload, self.market, None, smaajob.Policy())
        self.assertEqual((set(same.changes), same.best_kept.value, same.top_kept), ({0}, 1.0, 1.0))
        self.assertLess(told.top_kept, 1)
        _, right = told.plot()
        self.assertEqual(sum(bar.get_height() for bar in right.patches), sum(n for c, n in changes.items() if c))

    def test_groups_are_counted_as_they_are(self):
        groups = {c.id: "ab"[i % 2] for i, c in enumerate(self.citizens)}
        groups[self.citizens[0].id], groups[self.citizens[2].id] = None, float("nan")
        told = analysis.fairness(self.caseload, self.market, groups, top=2, least=5)
        chosen = {r.id for ranking in smaajob.rank(self.market, self.caseload, top=2) for r in ranking}
        scores = self.scores()
        for group in told.groups:
            members = [id for id, name in groups.items() if name == group.name]
            self.assertEqual((group.citizens, group.selected), (len(members), len(chosen & {*members})))
            best = [max((scores[id, o.id].score or 0) for o in self.openings) for id in members]
            self.assertAlmostEqual(group.best, sum(best) / len(best))
            known = [scores[id, o.id].coverage for id in members for o in self.openings]
            self.assertAlmostEqual(group.coverage, sum(known) / len(known))
        self.assertEqual(([g.name for g in told.groups], told.left_out), (["b", "a"], 2))
        (gap,) = told.gaps
        self.assertEqual((gap.group, gap.beside), ("a", "b"))
        self.assertTrue(gap.best.low <= gap.best.value <= gap.best.high)
        self.assertTrue(gap.rate.low <= gap.rate.value <= gap.rate.high)
        self.assertEqual(told, analysis.fairness(self.caseload, self.market, list(groups.values()), top=2, least=5))
        self.assertEqual(len(told.plot()), 2)

    def test_a_gap_that_is_there_is_found_and_few_are_not_told_of(self):
        willing = [dict(d, id=f"w-{i}", choice="informed") for i, d in enumerate(documents("citizens", 20))]
        declined = [dict(d, id=f"d-{i}", choice="declined") for i, d in enumerate(documents("citizens", 20))]
        caseload = smaajob.Caseload(willing + declined)
        column = ["willing"] * 20 + ["declined"] * 17 + ["few"] * 3
        told = analysis.fairness(caseload, self.market, column)
        (gap,) = told.gaps
        self.assertLess(gap.rate.high, 0)
        self.assertLess(gap.best.high, 0)
        self.assertEqual((gap.ratio, told.left_out), (0.0, 3))
        self.assertRaises(ValueError, analysis.fairness, caseload, self.market, column[1:])

    def test_intervals_are_those_published(self):
        # Newcombe, Statistics in Medicine 17 (1998): p. 862 table I, method 3; p. 880 table II, method 10.
        for n_of, n, low, high in ((81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)):
            found = analysis.wilson(n_of, n)
            self.assertEqual((round(found.low, 4), round(found.high, 4)), (low, high))
        for a, b, low, high in (
            ((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090), ((6, 7), (2, 7), 0.0582, 0.8062),
            ((5, 56), (0, 29), -0.0381, 0.1926), ((0, 10), (0, 20), -0.1611, 0.2775), ((10, 10), (0, 20), 0.6791, 1.0),
        ):  # fmt: skip
            found = analysis.newcombe(a, b)
            self.assertEqual((round(found.low, 4), round(found.high, 4)), (low, high), (a, b))
        self.assertTrue(math.isnan(analysis.wilson(0, 0).value))
        self.assertRaises(ValueError, analysis.wilson, 3, 2)
        self.assertRaises(ValueError, analysis.wilson, 1, 2, 1.5)

    def test_of_nobody_and_nothing_something_can_be_said(self):
        nobody, nothing = smaajob.Caseload([]), smaajob.Market([])
        for caseload, market in ((nobody, nothing), (self.caseload, nothing), (nobody, self.market)):
            self.assertEqual(analysis.distribution(caseload, market).pairs, 0)
            self.assertEqual(analysis.compare(caseload, market, None, self.other).pairs, 0)
            self.assertEqual(analysis.sensitivity(caseload, market, draws=2).shares, {})
            told = analysis.fairness(caseload, market, ["x"] * len(caseload))
            self.assertEqual(sum(group.selected for group in told.groups), 0)
        self.assertEqual(analysis.questions([], []).questions, ())


if __name__ == "__main__":
    unittest.main()
