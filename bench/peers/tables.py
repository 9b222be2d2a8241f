# SPDX-License-Identifier: Apache-2.0
"""Documents as the tables that every peer is given alike.

What does not depend on a pair is worked out here once, for all peers and free of charge: what a citizen's competences
cost against each distinct requirement, what a distinct need costs against each distinct answer, which openings a distinct
wish finds, how far a citizen goes as a straight line, and, from the engine itself (given.c), how many hours a week each
pair has room for. The last is a minimum cut over the tasks within reach, which no query language says; it is the larger
half of a score's work, and a present to the peers.
"""

import json
import math
import struct
from array import array
from collections import defaultdict

from fixed import FLOOR, PRIOR_COMPETENCE, PRIOR_OTHER, SHARES, WHOLE, cost_of, shortfall_of

MANY, MILLION, EXPERT = 1_000_000, 1_000_000, 5
RADIUS = 6371008.8
SPEEDS = {"walk": 4000, "bike": 12000, "transit": 20000, "car": 40000}
MASTERED, BELOW, OPEN = 0, 1, 2  # what becomes of a requirement
PAID, PRACTICE, UNCLEAR, OUT = 0, 1, 2, 3  # what becomes of a task: the worst of what is asked
NO_KIND = 0  # what is asked of nobody
STRENGTHS = ("must", "should", "nice")


def read(path, most=None):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for _, line in zip(range(most if most is not None else 1 << 60), lines)]


def minutes(hours, name, otherwise):
    return math.floor(hours[name] * 60 + 0.5) if hours and name in hours else otherwise


def quarters(told):
    return told - told % 15


def place_of(document):
    """A unit vector, or None."""
    if "location" not in document:
        return None
    lat, lon = math.radians(document["location"]["lat"]), math.radians(document["location"]["lon"])
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def chord_of(citizen):
    """How far is near enough, as a straight line through the globe; the last metre is rounded half up, and so the minute."""
    speed, most = SPEEDS[citizen["travel"]["mode"]], citizen["travel"]["max_minutes"]
    metres = ((most + 1) * speed - speed // 2 - 1) // 60
    return 2 * math.sin(min((metres + 0.5) / (2 * RADIUS), math.pi / 2))


class Tables:
    def __init__(self, words, citizens, openings, given):
        """given: sixteen bits for each pair, as given.c writes them."""
        self.words = words
        self.n_citizens, self.n_openings = len(citizens), len(openings)
        self.kinds, self.kind_of, self.by_concept = [None], {}, defaultdict(list)
        self.answers, self.need_kinds, self.wish_kinds = {}, {}, {}
        self.opening_ids = [o["id"] for o in openings]
        ranks = sorted(range(len(openings)), key=lambda i: self.opening_ids[i].encode())
        self.rank_of = [0] * len(openings)
        for rank, number in enumerate(ranks):
            self.rank_of[number] = rank
        self.openings, self.tasks, self.requirements, self.offered, self.exposed = [], [], [], [], []
        for number, opening in enumerate(openings):
            self.add_opening(number, opening)
        self.citizens, self.holdings, self.needs, self.wishes = [], [], [], []
        for number, citizen in enumerate(citizens):
            self.add_citizen(number, citizen)
        self.need_costs = [self.judge_need(need, answer) for need in self.need_kinds for answer in self.answers if need[0] == answer[0]]
        self.found = [row for wish, kind in self.wish_kinds.items() for row in self.find_wish(wish, kind, openings)]
        self.hours = self.price_hours(citizens, openings, given)

    # openings

    def add_opening(self, number, opening):
        place = place_of(opening) or (None, None, None)
        terms = opening.get("terms", {})
        core = [t for t in opening["tasks"] if not t.get("optional")] or opening["tasks"]
        weights = {t["id"]: self.weight_of(t) for t in core}
        untold = sum(weights[t["id"]] * PRIOR_COMPETENCE["must"] for t in core if "requires" not in t)
        gates = sum(1 << self.words.gates.index(g) for g in opening.get("gates", []))
        for task in opening["tasks"]:
            self.add_task(number, opening, task, weights.get(task["id"], 0))
        self.add_offered(number, opening, core)
        self.openings.append((number, self.rank_of[number], gates, int(terms.get("paid") == "no"),
                              int(terms.get("practice") == "no"), *place, untold, sum(weights.values())))  # fmt: skip

    @staticmethod
    def weight_of(task):
        hours = task.get("hours")
        return max(1, minutes(hours, "max", minutes(hours, "min", 60)))

    def add_task(self, number, opening, task, weight):
        t = len(self.tasks)
        base = PAID if "requires" in task else UNCLEAR
        self.tasks.append((t, number, base))
        # Every task asks for something, so that no group of them is empty: nothing, at no cost.
        self.requirements.append((number, t, NO_KIND, 0, 0, base, base))
        for r in task.get("requires", []):
            must = r["importance"] == "must"
            if not weight and not must:
                continue
            weeks = r.get("training_weeks", "untold")
            below = UNCLEAR if weeks == "untold" else PRACTICE if weeks is not None and weeks <= 26 else OUT
            self.requirements.append((number, t, self.add_kind(r), STRENGTHS.index(r["importance"]), weight,
                                      below if must else PAID, UNCLEAR if must else PAID))  # fmt: skip
        for condition, value in {**opening.get("exposures", {}), **task.get("exposures", {})}.items():
            self.exposed.append((t, condition, round(value * 1000)))

    def add_kind(self, r):
        key = (r["concept"], int(r["level"]), r["importance"])
        if key not in self.kind_of:
            self.kind_of[key] = len(self.kinds)
            self.by_concept[r["concept"]].append(len(self.kinds))
            self.kinds.append(key)
        return self.kind_of[key]

    def add_offered(self, number, opening, core):
        told = [{**opening.get("exposures", {}), **t.get("exposures", {})} for t in core]
        for condition in dict.fromkeys(c for here in told for c in here):
            values = [round(here[condition] * 1000) for here in told if condition in here]
            self.add_answer(number, condition, max(values), len(values) < len(core))
        for condition, value in opening.get("provisions", {}).items():
            self.add_answer(number, condition, round(value * 1000), False)

    def add_answer(self, number, condition, worst, missing):
        answer = self.answers.setdefault((condition, worst, missing), len(self.answers))
        self.offered.append((number, condition, answer))

    # citizens

    def add_citizen(self, number, citizen):
        place = place_of(citizen) if "travel" in citizen else None
        hours = citizen.get("hours")
        limit = minutes(hours, "limit", None)
        left = minutes(hours, "max", MANY) if limit is None else max(0, limit - minutes(hours, "committed", 0))
        choice = citizen.get("choice", "unknown")
        gates = citizen.get("gates", {})
        no, yes = (sum(1 << i for i, g in enumerate(self.words.gates) if gates.get(g) == answer) for answer in ("no", "yes"))
        complete = citizen.get("competencies_complete", False)
        self.citizens.append((
            number, int(choice == "declined" or left < 15), int(choice == "pending"), int("needs" not in citizen), no, no | yes,
            *(place or (0.0, 0.0, 0.0)), chord_of(citizen) if place else 9.0,
            50 * PRIOR_OTHER["must"] if "travel" in citizen else 0, int(place is not None),
            *((WHOLE if complete else PRIOR_COMPETENCE)[s] for s in STRENGTHS), BELOW if complete else OPEN, int(complete),
        ))  # fmt: skip
        self.add_holdings(number, citizen, complete)
        for need in citizen.get("needs", []):
            self.add_need(number, need)
        for wish in citizen.get("wishes", []):
            kind = self.wish_kinds.setdefault(wish["concept"], len(self.wish_kinds))
            self.wishes.append((number, kind, int(wish["wants"] == "seek")))

    def add_holdings(self, number, citizen, complete):
        best = defaultdict(lambda: [0, 0, 0])  # effective level, the same at worst, and of what can master it
        told = set()
        for held in citizen.get("competencies", []):
            level = int(held["level"])
            low = max(0, level - 1) if held.get("evidence", "stated") == "stated" else level
            told.add(held["concept"])
            for wanted, (similarity, masters) in self.words.around(held["concept"]).items():
                if wanted in self.by_concept:
                    found = best[wanted]
                    found[0] = max(found[0], level * similarity)
                    found[1] = max(found[1], low * similarity)
                    found[2] = max(found[2], level * similarity * masters)
        for wanted, found in best.items():
            for kind in self.by_concept[wanted]:
                self.add_holding(number, kind, found, wanted in told, complete)

    def add_holding(self, number, kind, found, told, complete):
        _, level, importance = self.kinds[kind]
        wanted, (effective, lowest, own) = level * MILLION, found
        if not told and effective == 0:
            return
        short = 0 if effective >= wanted else cost_of(SHARES[importance], shortfall_of(wanted - effective, wanted))
        if not (told or complete):
            short = min(short, PRIOR_COMPETENCE[importance])
        state = MASTERED if own >= wanted else BELOW if told or complete else OPEN
        known = told or complete or lowest >= wanted
        self.holdings.append((number, kind, short, state, int(known)))

    def add_need(self, number, need):
        member = next(m for m in ("tolerates", "requires", "at_most") if m in need)
        key = (need["condition"], member, round(need[member] * 1000), need["strength"])
        kind = self.need_kinds.setdefault(key, len(self.need_kinds))
        _, cost, known, refused, unknown = self.judge_need(key, (need["condition"], None, True))[1:]
        must_exposure = need["strength"] == "must" and member != "requires" and not self.is_always_met(key)
        self.needs.append((number, need["condition"], kind, cost, known, refused, unknown, int(must_exposure), key[2]))

    @staticmethod
    def is_always_met(need):
        return need[1] == "tolerates" and need[2] >= 4000 or need[1] == "requires" and need[2] == 0

    def judge_need(self, need, answer):
        """(need kind, answer, cost with its weight, known, refused, unknown) of a need against the worst that is told."""
        (_, member, want, strength), (_, worst, missing) = need, answer
        met = self.is_always_met(need)
        short = 0
        if worst is not None and not met:
            part = want - worst if member == "requires" else worst - want
            short = shortfall_of(part, {"requires": want, "at_most": worst, "tolerates": 4000 - want}[member]) if part > 0 else 0
        missing = missing and not met
        cost = max(cost_of(SHARES[strength], short), PRIOR_OTHER[strength] if missing else 0)
        must = strength == "must" and member == "requires" and not met
        known = not missing or short == 1 << 24
        return (self.need_kinds[need], self.answers.get(answer, -1), cost, int(known),
                int(must and not missing and worst < want), int(must and missing))  # fmt: skip

    def find_wish(self, wish, kind, openings):
        """(wish kind, opening, 1 for unknown or 2 for found): what is not found is not listed."""
        near = None if wish[0].isdigit() else self.words.around(wish)
        for number, opening in enumerate(openings):
            if near is None:
                sector = opening.get("sector")
                found = 1 if sector is None else 2 * (sector.startswith(wish) or wish.startswith(sector))
            else:
                core = [t for t in opening["tasks"] if not t.get("optional")] or opening["tasks"]
                found = 2 * any(r["concept"] in near for t in core for r in t.get("requires", []))
                found = found or any("requires" not in t for t in core)
            if found:
                yield kind, number, int(found)

    # hours

    def price_hours(self, citizens, openings, given):
        """For each pair: what the two hours criteria cost with their weights, or -1 when there is no common time; and the
        lowest bit is whether they are known."""
        own = [self.hours_of_citizen(c.get("hours")) for c in citizens]
        asked = [(quarters(minutes(o.get("hours"), "min", 0)), minutes(o.get("hours"), "max", MANY)) for o in openings]
        unknown = 2 * 200 * PRIOR_OTHER["must"]
        priced, costs, at = {}, array("q", bytes(8 * len(citizens) * len(openings))), 0
        for citizen in own:
            for opening in asked:
                (told,) = struct.unpack_from("<H", given, 2 * at)
                if told & 0x4000:
                    cost = -1
                elif told & 0x3FFF == 0x3FFF:
                    cost = unknown
                else:
                    key = (citizen, opening, told)
                    cost = priced.get(key)
                    if cost is None:
                        cost = priced[key] = 2 * self.price(citizen, opening, told) + 1
                costs[at] = cost
                at += 1
        return costs

    @staticmethod
    def hours_of_citizen(hours):
        limit, most = minutes(hours, "limit", None), minutes(hours, "max", MANY)
        left = most if limit is None else max(0, limit - minutes(hours, "committed", 0))
        return quarters(minutes(hours, "min", 0)), min(most, left), left

    @staticmethod
    def price(citizen, opening, h):
        (least, most, left), (employer_least, employer_most) = citizen, opening
        if h < least:
            short = shortfall_of(least - h, least)
        else:
            short = 0 if h <= most else shortfall_of(h - most, left - most)
        if h < employer_least:
            employer_short = shortfall_of(employer_least - h, employer_least)
        else:
            employer_short = 0 if h <= employer_most else 1 << 24
        return 100 * (min(FLOOR, cost_of(900, short)) + min(FLOOR, cost_of(900, employer_short)))
