# SPDX-License-Identifier: Apache-2.0
"""NumPy: one citizen at a time against arrays, openings sorted from south to north, ragged lists as runs."""

import numpy as np
from fixed import DEAREST, FLOOR, PRIOR_OTHER, WHOLE
from tables import OPEN, OUT, UNCLEAR

DEAREST_UP = np.array(DEAREST[:0:-1], dtype=np.int64)  # of 1000, 999, … 1


def runs(starts, lengths):
    """The numbers of all that the runs hold, one run after the other."""
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + lengths, lengths)


class Peer:
    name = "NumPy"

    def __init__(self, tables):
        self.citizens = tables.citizens
        self.hours = np.frombuffer(tables.hours, dtype=np.int64).reshape(tables.n_citizens, tables.n_openings)
        rows = sorted(tables.openings, key=lambda row: (row[7] is not None, row[7]))
        number = np.array([row[0] for row in rows])
        self.number = number
        place_of = np.empty_like(number)
        place_of[number] = np.arange(len(number))
        self.n_nowhere = sum(row[7] is None for row in rows)
        self.ranks, self.gates, self.no_pay, self.no_practice = (np.array([row[i] for row in rows], dtype=np.int64) for i in (1, 2, 3, 4))
        self.places = np.array([[9.0 if v is None else v for v in row[5:8]] for row in rows]).T.copy()
        self.untold, self.weight = (np.array([row[i] for row in rows], dtype=np.int64) for i in (8, 9))
        self.load_tasks(tables, place_of)
        self.load_lists(tables, place_of)

    def load_tasks(self, tables, place_of):
        tasks = np.array(tables.tasks, dtype=np.int64)
        order = np.argsort(place_of[tasks[:, 1]], kind="stable")
        n_openings = len(place_of)
        self.n_tasks = np.bincount(place_of[tasks[:, 1]], minlength=n_openings)
        self.first_task = np.cumsum(self.n_tasks) - self.n_tasks
        new_task = np.empty(len(tasks), dtype=np.int64)
        new_task[order] = np.arange(len(tasks))
        asked = np.array(tables.requirements, dtype=np.int64)
        asked[:, 0], asked[:, 1] = place_of[asked[:, 0]], new_task[asked[:, 1]]
        asked = asked[np.argsort(asked[:, 1], kind="stable")]
        self.n_asked = np.bincount(asked[:, 0], minlength=n_openings)
        self.first_asked = np.cumsum(self.n_asked) - self.n_asked
        self.n_asked_of_task = np.bincount(asked[:, 1], minlength=len(tasks))
        self.kind, self.importance, self.asked_weight, self.below, self.open = asked[:, 2:].T.copy()
        conditions = sorted({row[1] for row in tables.exposed} | {row[1] for row in tables.needs})
        self.condition = {condition: i for i, condition in enumerate(conditions)}
        self.exposed = np.full((len(conditions), len(tasks)), -1, dtype=np.int64)
        for t, condition, value in tables.exposed:
            self.exposed[self.condition[condition], new_task[t]] = value

    def load_lists(self, tables, place_of):
        n_answers = len(tables.answers)
        # the last column: what nobody has told
        self.need_costs = np.zeros((4, len(tables.need_kinds), n_answers + 1), dtype=np.int64)
        for kind, answer, *judged in tables.need_costs:
            self.need_costs[:, kind, answer] = judged
        for _, _, kind, *judged in tables.needs:
            self.need_costs[:, kind, n_answers] = judged[:4]
        self.offered = np.full((len(self.condition), len(place_of)), n_answers, dtype=np.int64)
        for o, condition, answer in tables.offered:
            if condition in self.condition:
                self.offered[self.condition[condition], place_of[o]] = answer
        self.found = np.zeros((len(tables.wish_kinds), len(place_of)), dtype=np.int8)
        for kind, o, found in tables.found:
            self.found[kind, place_of[o]] = found
        self.held = [[] for _ in self.citizens]
        self.needs, self.wishes = [[] for _ in self.citizens], [[] for _ in self.citizens]
        for c, *rest in tables.holdings:
            self.held[c].append(rest)
        for c, *rest in tables.needs:
            self.needs[c].append(rest)
        for c, *rest in tables.wishes:
            self.wishes[c].append(rest)
        self.held = [np.array(rows, dtype=np.int64).reshape(-1, 4).T for rows in self.held]
        self.kind_importance = np.array([0] + [("must", "should", "nice").index(k[2]) for k in tables.kinds[1:]])

    def rank_one(self, c, top):
        citizen = self.citizens[c]
        if citizen[1]:
            return []
        at = self.find_near(citizen)
        ok = (self.gates[at] & citizen[4]) == 0
        ok &= (self.no_pay[at] & self.no_practice[at]) == 0
        hours = self.hours[c, self.number[at]]
        ok &= hours >= 0
        at, hours = at[ok], hours[ok]
        if not len(at):
            return []
        cost, known, paid, practice, unclear = self.judge_tasks(c, citizen, at)
        ok = paid | practice | unclear
        at, hours, cost, known, paid, practice, unclear = (a[ok] for a in (at, hours, cost, known, paid, practice, unclear))
        cost = 400 * cost + (hours >> 1)
        known |= (hours & 1).astype(bool)
        located = (at >= self.n_nowhere) & bool(citizen[11])
        cost += np.where(located, 0, citizen[10])
        known |= located
        needs, refused, unknown = self.judge_needs(c, citizen, at, known)
        cost += 250 * needs + 100 * self.judge_wishes(c, at, known)
        no_pay = self.no_pay[at].astype(bool) | refused | (practice & ~paid & ~unclear)
        open_question = ((self.gates[at] & ~citizen[5]) != 0) | unknown | ~paid
        if citizen[2] or citizen[3]:
            open_question[:] = True
        verdict = np.where(no_pay, 1, np.where(open_question, 2, 3))
        keep = known & ~(no_pay & self.no_practice[at].astype(bool))
        score = 1000 - np.searchsorted(DEAREST_UP, -(-cost[keep] // 1000))
        rank, verdict = self.ranks[at[keep]], verdict[keep]
        key = ((1000 - score) * 4 + 3 - verdict) << 32 | rank
        best = np.argpartition(key, top)[:top] if len(key) > top else np.arange(len(key))
        best = best[np.argsort(key[best])]
        return list(zip(score[best].tolist(), verdict[best].tolist(), rank[best].tolist()))

    def find_near(self, citizen):
        chord = citizen[9]
        if chord > 2:
            return np.arange(len(self.ranks))
        z = self.places[2, self.n_nowhere :]
        south, north = np.searchsorted(z, (citizen[8] - chord, citizen[8] + chord))
        band = slice(self.n_nowhere + south, self.n_nowhere + north)
        apart = sum((self.places[i, band] - citizen[6 + i]) ** 2 for i in range(3))
        near = np.flatnonzero(apart <= chord * chord) + band.start
        return np.concatenate((np.arange(self.n_nowhere), near))

    def judge_tasks(self, c, citizen, at):
        kinds, cost, state, known = self.held[c]
        costs = np.array(citizen[12:15])[self.kind_importance]
        states = np.full(len(costs), citizen[15])
        knowns = np.full(len(costs), citizen[16])
        costs[kinds], states[kinds], knowns[kinds] = cost, state, known
        costs[0], states[0], knowns[0] = 0, OPEN, 0
        lengths = self.n_asked[at]
        asked = runs(self.first_asked[at], lengths)
        kind = self.kind[asked]
        first = np.cumsum(lengths) - lengths
        weight = self.asked_weight[asked]
        total = np.add.reduceat(weight * costs[kind], first) + self.untold[at]
        all_known = np.maximum.reduceat(knowns[kind] * (weight > 0), first).astype(bool)
        state = states[kind]
        worst = np.where(state == 0, 0, np.where(state == 1, self.below[asked], self.open[asked]))
        tasks = runs(self.first_task[at], self.n_tasks[at])
        of_task = self.n_asked_of_task[tasks]
        worst = np.maximum.reduceat(worst, np.cumsum(of_task) - of_task)
        for condition, _, _, _, _, _, must, most in self.needs[c]:
            if must:
                value = self.exposed[self.condition[condition], tasks]
                worst = np.maximum(worst, np.where(value < 0, UNCLEAR, np.where(value > most, OUT, 0)))
        first_task = np.cumsum(self.n_tasks[at]) - self.n_tasks[at]
        seen = np.bitwise_or.reduceat(1 << worst, first_task)
        total = np.minimum(total // self.weight[at], FLOOR)
        return total, all_known, (seen & 1) > 0, (seen & 2) > 0, (seen & 4) > 0

    def judge_needs(self, c, citizen, at, all_known):
        refused, unknown = np.zeros((2, len(at)), dtype=bool)
        if citizen[3]:
            return PRIOR_OTHER["must"], refused, unknown
        total = np.zeros(len(at), dtype=np.int64)
        for condition, kind, *_ in self.needs[c]:
            answers = self.offered[self.condition[condition], at]
            costs = self.need_costs[:, kind]
            total += costs[0, answers]
            all_known |= costs[1, answers].astype(bool)
            refused |= costs[2, answers].astype(bool)
            unknown |= costs[3, answers].astype(bool)
        return np.minimum(total, FLOOR), refused, unknown

    def judge_wishes(self, c, at, all_known):
        total, sought = np.zeros(len(at), dtype=np.int64), None
        avoided = np.array([0, PRIOR_OTHER["should"], WHOLE["should"]])
        for kind, seek in self.wishes[c]:
            found = self.found[kind, at]
            if seek:
                sought = found if sought is None else np.maximum(sought, found)
            else:
                total += avoided[found]
                all_known |= found != 1
        if sought is not None:
            total += np.array([WHOLE["nice"], PRIOR_OTHER["nice"], 0])[sought]
            all_known |= sought != 1
        return np.minimum(total, FLOOR)

    def rank(self, citizens, top):
        return [self.rank_one(c, top) for c in citizens]
