# SPDX-License-Identifier: Apache-2.0
"""Plain Python: dictionaries, a grid of places, the cheap questions first, and no further than a pair can still matter."""

import heapq
from collections import defaultdict

from fixed import DEAREST, FLOOR, PRIOR_OTHER, WHOLE
from tables import NO_KIND, OUT, PAID, PRACTICE, UNCLEAR

CELL = 0.004  # of the globe's radius: 25 km
FIT, UNCLEAR_MATCH, PRACTICE_ONLY = 3, 2, 1


def cell_of(x, y, z):
    return int(x // CELL), int(y // CELL), int(z // CELL)


def score_of(mean):
    low, high = 0, 1000
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if mean <= DEAREST[middle] else (low, middle - 1)
    return low


class Peer:
    name = "Python"

    def __init__(self, tables):
        self.citizens, self.openings, self.hours = tables.citizens, tables.openings, tables.hours
        self.cells, self.nowhere = defaultdict(list), []
        for opening in self.openings:
            (self.nowhere if opening[5] is None else self.cells[cell_of(*opening[5:8])]).append(opening)
        # by opening: tasks, each a list of (kind, importance, weight, below, open)
        asked = defaultdict(list)
        for o, t, *asks in tables.requirements:
            asked[t].append(asks)
        self.tasks = [[] for _ in self.openings]
        for t, o, base in tables.tasks:
            self.tasks[o].append((t, base, [asks for asks in asked[t] if asks[0] != NO_KIND]))
        self.holdings = [{} for _ in self.citizens]
        for c, kind, *held in tables.holdings:
            self.holdings[c][kind] = held
        self.needs, self.wishes = [[] for _ in self.citizens], [[] for _ in self.citizens]
        for c, *need in tables.needs:
            self.needs[c].append(need)
        for c, *wish in tables.wishes:
            self.wishes[c].append(wish)
        self.offered = [{} for _ in self.openings]
        for o, condition, answer in tables.offered:
            self.offered[o][condition] = answer
        self.exposed = [{} for _ in tables.tasks]
        for t, condition, value in tables.exposed:
            self.exposed[t][condition] = value
        self.need_costs = {(kind, answer): judged for kind, answer, *judged in tables.need_costs}
        self.found = {(kind, o): found for kind, o, found in tables.found}

    def rank(self, citizens, top):
        return [self.rank_one(c, top) for c in citizens]

    def near(self, citizen):
        x, y, z, chord = citizen[6:10]
        if chord > 2:
            yield from self.openings
            return
        yield from self.nowhere
        (x0, y0, z0), (x1, y1, z1) = cell_of(x - chord, y - chord, z - chord), cell_of(x + chord, y + chord, z + chord)
        for i in range(x0, x1 + 1):
            for j in range(y0, y1 + 1):
                for k in range(z0, z1 + 1):
                    for opening in self.cells.get((i, j, k), ()):
                        ox, oy, oz = opening[5:8]
                        if (x - ox) ** 2 + (y - oy) ** 2 + (z - oz) ** 2 <= chord * chord:
                            yield opening

    def rank_one(self, c, top):
        citizen, best, bar = self.citizens[c], [], 1 << 60
        if citizen[1]:
            return []
        for opening in self.near(citizen):
            if opening[2] & citizen[4] or opening[3] and opening[4]:
                continue
            judged = self.judge(c, citizen, opening, bar)
            if judged is None:
                continue
            if len(best) < top:
                heapq.heappush(best, judged)
            else:
                heapq.heappushpop(best, judged)
            if len(best) == top:
                bar = 1000 * DEAREST[best[0][0]]
        return [(score, verdict, -rank) for score, verdict, rank in sorted(best, reverse=True)]

    def judge(self, c, citizen, opening, bar):
        """(score, verdict, −rank), or None when it is blocked, unknown, or cannot be among the best."""
        o = opening[0]
        hours = self.hours[c * len(self.openings) + o]
        if hours < 0:
            return None
        located = citizen[11] and opening[5] is not None
        known = hours & 1 or located
        cost = (hours >> 1) + (0 if located else citizen[10])
        wish, wish_known = self.judge_wishes(c, o)
        cost += 100 * wish
        if cost > bar:
            return None
        needs, need_known, refused, unknown = self.judge_needs(c, citizen, o)
        cost += 250 * needs
        if cost > bar:
            return None
        tasks, task_known, paid, practice, unclear = self.judge_tasks(c, citizen, opening)
        cost += 400 * tasks
        if cost > bar or not (paid or practice or unclear) or not (known or wish_known or need_known or task_known):
            return None
        no_pay = opening[3] or refused or practice and not (paid or unclear)
        if no_pay and opening[4]:
            return None
        if no_pay:
            verdict = PRACTICE_ONLY
        elif opening[2] & ~citizen[5] or unknown or citizen[2] or citizen[3] or not paid:
            verdict = UNCLEAR_MATCH
        else:
            verdict = FIT
        return score_of(-(-cost // 1000)), verdict, -opening[1]

    def judge_wishes(self, c, o):
        cost, known, sought = 0, False, None
        for kind, seek in self.wishes[c]:
            found = self.found.get((kind, o), 0)
            if seek:
                sought = found if sought is None else max(sought, found)
            else:
                cost += (0, PRIOR_OTHER["should"], WHOLE["should"])[found]
                known |= found != 1
        if sought is not None:
            cost += (WHOLE["nice"], PRIOR_OTHER["nice"], 0)[sought]
            known |= sought != 1
        return min(cost, FLOOR), known

    def judge_needs(self, c, citizen, o):
        if citizen[3]:
            return PRIOR_OTHER["must"], False, False, False
        total, all_known, all_refused, all_unknown, offered = 0, 0, 0, 0, self.offered[o]
        for condition, kind, cost, known, refused, unknown, _, _ in self.needs[c]:
            if condition in offered:
                cost, known, refused, unknown = self.need_costs[kind, offered[condition]]
            total += cost
            all_known |= known
            all_refused |= refused
            all_unknown |= unknown
        return min(total, FLOOR), all_known, all_refused, all_unknown

    def judge_tasks(self, c, citizen, opening):
        holdings, defaults, state_default, complete = self.holdings[c], citizen[12:15], citizen[15], citizen[16]
        musts = [(need[0], need[7]) for need in self.needs[c] if need[6]]
        total, all_known, seen = opening[8], 0, [0, 0, 0, 0]
        for t, worst, asks in self.tasks[opening[0]]:
            for kind, importance, weight, below, unknown in asks:
                cost, state, known = holdings.get(kind) or (defaults[importance], state_default, complete)
                total += weight * cost
                all_known |= known and weight > 0
                if state:
                    worst = max(worst, below if state == 1 else unknown)
            for condition, most in musts:
                value = self.exposed[t].get(condition)
                worst = max(worst, UNCLEAR if value is None else OUT if value > most else PAID)
            seen[worst] = 1
        return min(total // opening[9], FLOOR), all_known, seen[PAID], seen[PRACTICE], seen[UNCLEAR]
