# SPDX-License-Identifier: Apache-2.0
"""An independent reading of how a match is made: plain, slow and exact, to hold the engine against.

Shortfalls and levels are fractions, capacities are maximum flows found by augmenting paths, and the
two sides' hours are chosen by trying every quarter-hour. Logarithms and powers are decimals of forty
digits. The engine keeps its costs in whole numbers of 2^-20, so a score that lies on the edge
between two thousandths may come out one thousandth apart; everything else is the same.

match (citizen, opening) gives what a match document holds, but for digests, losses and the schedule.
"""

import copy
import csv
import functools
import math
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

getcontext().prec = 40

CRITERIA = ("competence", "accommodation", "hours_employer", "hours_citizen", "wish", "travel")
SIDES = {"competence": "employer", "accommodation": "citizen", "hours_employer": "employer",
         "hours_citizen": "citizen", "wish": "citizen", "travel": "citizen"}  # fmt: skip
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
BOUNDS = ("low", "value", "high")
GRID = 15
DAY_SLOTS = 96
OPEN = None
PREFIX = "http://data.europa.eu/esco/skill/"

POLICY = {
    "weights": {"competence": 0.4, "accommodation": 0.25, "hours_employer": 0.1, "hours_citizen": 0.1,
                "wish": 0.1, "travel": 0.05},
    "shares": {"must": 0.9, "should": 0.5, "nice": 0.2},
    "priors": {"competence": 0.75, "other": 0.5},
    "similarity": {"broader": 0.7, "narrower": 0.9},
    "floor": 0.1,
    "max_training_weeks": 26,
    "speeds": {"walk": 4, "bike": 12, "transit": 20, "car": 40},
    "thresholds": {"attendance_kept": 0.8, "total_load": 0.8, "few_paid_hours": 6,
                   "contract_paid_hours": 3, "under_demand_levels": 2, "weak_score": 0.5},
    "ordinary_week": [{"days": ["mon", "tue", "wed", "thu", "fri"], "from": "08:00", "to": "16:00"}],
}  # fmt: skip


def exact(number):
    return Fraction(str(number))


def half_up(number):
    return math.floor(number + Fraction(1, 2))


def thousandth(number):
    """As fine as ceilings, ratios and the numbers of a policy are told."""
    return Fraction(half_up(exact(number) * 1000), 1000)


def exact_policy(document):
    """The defaults, overridden member by member; numbers as fractions."""
    policy = copy.deepcopy(POLICY)
    for name, value in (document or {}).items():
        if isinstance(value, dict):
            policy[name].update(value)
        elif name != "format":
            policy[name] = value
    return {
        name: {member: thousandth(n) for member, n in value.items()} if isinstance(value, dict)
        else value if isinstance(value, list) else thousandth(value)
        for name, value in policy.items()
    }  # fmt: skip


class Vocabulary:
    """Conditions with their types, gates in order, and the broader concepts of each concept."""

    def __init__(self, source, document=None):
        self.types, self.gates, self.broader = {}, [], {}
        data = Path(source) / "lib" / "words" / "data"
        for row in self.rows(data / "conditions.tsv"):
            self.types[row["id"]] = row["type"]
        self.gates += [row["id"] for row in self.rows(data / "gates.tsv")]
        for row in self.rows(data / "broader.tsv"):
            narrow, wide = (row[c].replace(PREFIX, "esco:") for c in ("esco_uri", "broader_esco_uri"))
            self.broader.setdefault(narrow, set()).add(wide)
        for condition in (document or {}).get("conditions", []):
            self.types[condition["id"]] = condition["type"]
        self.gates += [gate["id"] for gate in (document or {}).get("gates", [])]
        for concept in (document or {}).get("competencies", []):
            self.broader.setdefault(concept["id"], set()).update(concept.get("broader", []))

    @staticmethod
    def rows(path):
        with open(path, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="\t"))

    def above(self, concepts):
        return set().union(*(self.broader.get(c, set()) for c in concepts))

    def below(self, concepts):
        return {c for c, parents in self.broader.items() if parents & set(concepts)}

    def similarity(self, held, wanted, policy):
        """Along the shortest path of at most two steps, the best of those equally short."""
        up, down = policy["similarity"]["broader"], policy["similarity"]["narrower"]
        parents, children = self.above([wanted]), self.below([wanted])
        paths = [
            [({wanted}, Fraction(1))],
            [(parents, up), (children, down)],
            [(self.above(parents), up * up), (self.below(children), down * down),
             (self.below(parents) | self.above(children), up * down)],
        ]  # fmt: skip
        for same_length in paths:
            found = [similarity for concepts, similarity in same_length if held in concepts]
            if found:
                return max(found)
        return Fraction(0)

    def is_narrower(self, held, wanted):
        """The wanted concept itself, or one below it that is near enough to speak for it."""
        children = self.below([wanted])
        return held in {wanted} | children | self.below(children)


@functools.lru_cache(maxsize=None)
def builtin(source):
    return Vocabulary(source)


def words_of(source, document):
    return Vocabulary(source, document) if document else builtin(source)


def whole_quarters(minutes):
    """A minimum off the grid of the plan is met by the quarter-hour below it."""
    return minutes - minutes % GRID


def minutes_of(hours, member, by_month=True):
    if hours is None or member not in hours:
        return OPEN
    scale = Fraction(12, 52) if by_month and hours.get("unit") == "month" else 1
    return half_up(exact(hours[member]) * scale * 60)


def slots_of(windows):
    slots = set()
    for window in windows:
        first, last = (int(t[:2]) * 4 + int(t[3:]) // GRID for t in (window["from"], window["to"]))
        for day in window["days"]:
            slots.update(DAYS.index(day) * DAY_SLOTS + slot for slot in range(first, last))
    return slots


def flow(slots, caps, day_cap, days=range(7)):
    """The most minutes: a maximum flow from the week to days to quarter-hours to tasks."""
    edges = {}

    def add(a, b, capacity):
        edges.setdefault(a, {}).setdefault(b, 0)
        edges.setdefault(b, {}).setdefault(a, 0)
        edges[a][b] += capacity

    for slot in set().union(*slots.values()) if slots else ():
        if slot // DAY_SLOTS in days:
            same = (slot // DAY_SLOTS, frozenset(t for t in slots if slot in slots[t]))
            add(slot // DAY_SLOTS, same, GRID)
    for same in [node for node in edges if isinstance(node, tuple)]:
        edges["week"] = edges.get("week", {})
        edges["week"][same[0]] = 10**6 if day_cap is OPEN else day_cap
        edges[same[0]].setdefault("week", 0)
        for task in same[1]:
            add(same, task, 10**6)
    for task in slots:
        if task in edges:
            add(task, "done", 10**6 if caps[task] is OPEN else caps[task])
    total = 0
    while (path := augmenting_path(edges)) is not None:
        pushed = min(edges[a][b] for a, b in path)
        for a, b in path:
            edges[a][b] -= pushed
            edges[b][a] += pushed
        total += pushed
    return total


def augmenting_path(edges):
    came, queue = {"week": None}, ["week"]
    for node in queue:
        for other, capacity in edges.get(node, {}).items():
            if capacity > 0 and other not in came:
                came[other] = node
                queue.append(other)
    if "done" not in came:
        return None
    path, node = [], "done"
    while came[node] is not None:
        path.append((came[node], node))
        node = came[node]
    return path


class Item:
    """One comparison: its shortfall as things stand, at worst and at best."""

    def __init__(self, subject, share, task=None, have=None, want=None):
        self.subject, self.share, self.task, self.have, self.want = subject, share, task, have, want
        self.untold = False

    def known(self, shortfall):
        self.is_known, self.low, self.value, self.high = True, shortfall, shortfall, shortfall
        return self

    def unknown(self, prior, low=Fraction(1), high=Fraction(0)):
        self.is_known, self.low, self.value, self.high = False, low, prior, high
        return self

    def document(self):
        state = "unknown" if not self.is_known else "short" if self.value else "met"
        found = {"subject": self.subject, "state": state, "have": self.have, "want": self.want}
        return dict(found, share=self.share, **({"task": self.task} if self.task else {}))


def reason(code, subject=None, task=None):
    named = {"code": code, "subject": subject, "task": task}
    return {name: value for name, value in named.items() if value is not None}


class Match:
    def __init__(self, citizen, opening, policy, vocabulary, travel_minutes=None):
        self.citizen, self.opening, self.policy, self.words = citizen, opening, policy, vocabulary
        self.tasks = opening["tasks"]
        core = [task for task in self.tasks if not task.get("optional")]
        self.core = core or self.tasks
        self.needs = citizen.get("needs", [])
        self.musts = [need for need in self.needs if need["strength"] == "must"]
        self.terms = opening.get("terms", {})
        self.share = policy["shares"]
        self.prior = policy["priors"]
        self.travel = self.find_travel() if travel_minutes is None else travel_minutes
        self.judge()

    # What is held against what is required

    def best(self, wanted, level, allow=lambda held: True):
        """The best effective level of what is held; level says what a competence counts for."""
        levels = [
            level(c) * self.words.similarity(c["concept"], wanted, self.policy)
            for c in self.citizen.get("competencies", [])
            if allow(c["concept"])
        ]
        return max(levels, default=Fraction(0))

    def requirement(self, wanted):
        """What is known of one requirement: levels at worst and at best, and what they say of a must."""
        concept, level = wanted["concept"], int(wanted["level"])

        def own(held):
            return self.words.is_narrower(held, concept)

        def as_told(c):
            return int(c["level"])

        def at_worst(c):
            return max(0, int(c["level"]) - 1) if c.get("evidence", "stated") == "stated" else int(c["level"])

        def proven(c):
            return 0 if c.get("evidence", "stated") == "stated" else int(c["level"])

        told = {c["concept"] for c in self.citizen.get("competencies", [])}
        complete = self.citizen.get("competencies_complete", False)
        asked = {r["concept"] for task in self.tasks for r in task.get("requires", [])}
        could = {} if complete else {
            c: 5 * self.words.similarity(c, concept, self.policy) for c in asked - told - {concept}
        }  # fmt: skip
        weeks = wanted.get("training_weeks", "unknown")
        found = {
            "spoken_of": complete or concept in told,
            "told": self.best(concept, as_told),
            "worst": self.best(concept, at_worst),
            "highest": max([self.best(concept, as_told), *could.values()]),
            "mastered": self.best(concept, as_told, own) >= level,
            "surely": self.best(concept, at_worst, own) >= level,
            "proven": self.best(concept, proven, own) >= level,
            "trainable": "unknown" if weeks == "unknown"
            else weeks is not None and weeks <= self.policy["max_training_weeks"],
        }  # fmt: skip
        found["possibly"] = found["mastered"] or any(e >= level for c, e in could.items() if own(c))
        if found["mastered"]:
            found["must"] = "mastered"
        else:
            found["must"] = "competence_below" if found["spoken_of"] else "competence_unknown"
            found["possibly"] |= not found["spoken_of"]
        return found

    def requirement_item(self, wanted, task):
        found, level = self.requirement(wanted), Fraction(wanted["level"])

        def short(effective):
            return max(Fraction(0), 1 - effective / level)

        item = Item(wanted["concept"], self.share[wanted["importance"]], task["id"], want=level)
        if found["spoken_of"]:
            item.known(short(found["told"]))
            item.low, item.high = short(found["worst"]), short(found["highest"])
        else:
            item.unknown(min(self.prior["competence"], short(found["told"])), low=short(found["worst"]))
            item.is_known = item.low == 0
        item.have = found["told"] if item.is_known or found["told"] > 0 else None
        return item

    # What is needed against what is met with

    def exposure(self, need, task):
        for carrier in (task, self.opening):
            if need["condition"] in carrier.get("exposures", {}):
                return thousandth(carrier["exposures"][need["condition"]])
        return None

    @staticmethod
    def wanted_of(need):
        return thousandth(next(need[m] for m in ("tolerates", "requires", "at_most") if m in need))

    def is_always_met(self, need):
        return need.get("tolerates") == 4 or need.get("requires") == 0

    def provision(self, need):
        """Whether a provision is kept, exceeded or unknown; None for a limit or ceiling."""
        if "requires" not in need:
            return None
        offered = self.opening.get("provisions", {}).get(need["condition"])
        if self.is_always_met(need) or offered is not None and offered >= need["requires"]:
            return "kept"
        return "unknown" if offered is None else "refused"

    def on_task(self, need, task):
        """What a must-need makes of one task."""
        if "requires" in need or self.is_always_met(need):
            return None
        exposure = self.exposure(need, task)
        if exposure is None:
            return "exposure_unknown"
        if exposure <= self.wanted_of(need):
            return None
        return "ceiling_exceeded" if "at_most" in need else "exposure_above_tolerance"

    def need_item(self, need):
        want, prior = self.wanted_of(need), self.prior["other"]
        item = Item(need["condition"], self.share[need["strength"]], want=want)
        if "requires" in need:
            offered = self.opening.get("provisions", {}).get(need["condition"])
            item.have = None if offered is None else Fraction(offered)
            if self.is_always_met(need):
                return item.known(Fraction(0))
            return item.unknown(prior) if offered is None else item.known(max(Fraction(0), 1 - Fraction(offered) / want))
        exposures = [self.exposure(need, task) for task in self.core]
        stated = [e for e in exposures if e is not None]
        item.have = max(stated, default=None)
        shortfall = Fraction(0)
        if stated and item.have > want and not self.is_always_met(need):
            whole = item.have if "at_most" in need else 4 - want
            shortfall = (item.have - want) / whole
        if None in exposures and shortfall < 1 and not self.is_always_met(need):
            return item.unknown(max(prior, shortfall), high=shortfall)
        return item.known(shortfall)

    # Tasks

    def judge_task(self, task):
        reasons, out, unknown, gap, surely, possibly = [], False, False, False, True, True
        for wanted in task.get("requires", []):
            if wanted["importance"] != "must":
                continue
            found = self.requirement(wanted)
            trainable = found["trainable"]
            surely &= found["surely"] or trainable is True
            reasons.append(reason(found["must"], wanted["concept"]))
            if found["must"] == "mastered":
                continue
            if trainable is True:
                reasons.append(reason("training_possible", wanted["concept"]))
            if found["must"] == "competence_unknown" or trainable == "unknown":
                unknown = True
            elif trainable:
                gap = True
            else:
                out, possibly = True, possibly and found["possibly"]
        if "requires" not in task:
            reasons.append(reason("competence_unknown", "requires"))
            unknown, surely = True, False
        for need in self.musts:
            code = self.on_task(need, task)
            if code is None:
                continue
            reasons.append(reason(code, need["condition"]))
            surely = False
            if code == "exposure_unknown":
                unknown = True
            else:
                out, possibly = True, False
        verdict = "out_of_reach" if out else "unclear" if unknown else "practice" if gap else "paid"
        return {"id": task["id"], "verdict": verdict, "reasons": reasons, "possibly": possibly,
                "surely": surely and not out and "needs" in self.citizen}  # fmt: skip

    def ids(self, *verdicts):
        return [task["id"] for task in self.judged if task["verdict"] in verdicts]

    # Hours

    def week_of(self, task):
        if "availability" in self.citizen and "windows" in task:
            return slots_of(self.citizen["availability"]) & slots_of(task["windows"])
        if "availability" in self.citizen:
            return slots_of(self.citizen["availability"])
        return slots_of(task.get("windows", self.policy["ordinary_week"]))

    def prepare_hours(self):
        own, asked = self.citizen.get("hours"), self.opening.get("hours")
        limit, committed = minutes_of(own, "limit"), minutes_of(own, "committed")
        self.limit, self.committed = limit, committed or 0
        self.wish_max = minutes_of(own, "max")
        # Without a health limit no more than the maximum is ever asked.
        self.left = self.wish_max if limit is OPEN else max(0, limit - self.committed)
        self.citizen_min = whole_quarters(minutes_of(own, "min") or 0)
        ends = [end for end in (self.wish_max, self.left) if end is not OPEN]
        self.citizen_max = min(ends, default=OPEN)
        self.employer_min = whole_quarters(minutes_of(asked, "min") or 0)
        self.employer_max = minutes_of(asked, "max")
        self.day_cap = minutes_of(own, "max_per_day", by_month=False)
        self.caps = {task["id"]: minutes_of(task.get("hours"), "max") for task in self.tasks}
        self.weeks = {task["id"]: self.week_of(task) for task in self.tasks}
        self.hours_known = (
            "hours" in self.citizen and "availability" in self.citizen and "hours" in self.opening
            and (limit is OPEN or committed is not OPEN)
            and all("hours" in task and "windows" in task for task in self.tasks)
        )  # fmt: skip

    def capacity(self, ids, grid):
        """Minutes that can be scheduled on some tasks, of each in whole units of grid; a day has whole quarter-hours."""

        def whole(cap, unit):
            return cap if cap is OPEN else cap - cap % unit

        slots = {task: self.weeks[task] for task in ids}
        return flow(slots, {task: whole(self.caps[task], grid) for task in ids}, whole(self.day_cap, GRID))

    def total(self, minutes):
        return min([minutes] + [end for end in (self.employer_max, self.left) if end is not OPEN])

    def short_for_citizen(self, h):
        if h < self.citizen_min:
            return 1 - Fraction(h, self.citizen_min)
        if self.citizen_max is OPEN or h <= self.citizen_max:
            return Fraction(0)
        return Fraction(h - self.citizen_max, self.left - self.citizen_max)

    def short_for_employer(self, h):
        if h < self.employer_min:
            return 1 - Fraction(h, self.employer_min)
        return Fraction(0) if self.employer_max is OPEN or h <= self.employer_max else Fraction(1)

    def choose_hours(self, ids):
        most = self.total(self.capacity(ids, GRID))
        weights = {name: decimal(weight) for name, weight in self.policy["weights"].items()}
        must, most_cost = self.share["must"], -ln(self.policy["floor"])

        def cost(h):
            citizen, employer = (price(must, short(h)) for short in (self.short_for_citizen, self.short_for_employer))
            return weights["hours_citizen"] * min(citizen, most_cost) + weights["hours_employer"] * min(employer, most_cost)

        return min(range(0, most - most % GRID + 1, GRID), key=lambda h: (round(cost(h), 25), -h))

    def hours_items(self):
        must, items = self.share["must"], {}
        chosen = dict(zip(BOUNDS, (self.choose_hours(ids) for ids in (self.surely, self.reach, self.possibly))))
        self.minutes = chosen["value"]
        for criterion, short, least, most in (
            ("hours_employer", self.short_for_employer, self.employer_min, self.employer_max),
            ("hours_citizen", self.short_for_citizen, self.citizen_min, self.citizen_max),
        ):
            item = Item("hours", must).unknown(self.prior["other"])
            if self.hours_known:
                item.known(short(self.minutes))
                item.low, item.high = short(chosen["low"]), short(chosen["high"])
                item.have = Fraction(self.minutes, 60)
                item.want = Fraction(max(least, min([self.minutes] + [m for m in [most] if m is not OPEN])), 60)
            items[criterion] = [item]
        return items

    def find_common_time(self):
        """Whether tasks within reach can be done at all at a time that both have; told times alone count."""
        told = "availability" in self.citizen or (self.day_cap is not OPEN and self.day_cap < GRID)
        told |= any("windows" in task for task in self.tasks if task["id"] in self.reach)
        return not self.reach or not told or self.capacity(self.reach, GRID) > 0

    # Wishes and travel

    def find_wish(self, concept):
        if concept[0].isdigit():
            sector = self.opening.get("sector")
            return None if sector is None else sector.startswith(concept) or concept.startswith(sector)
        required = [r["concept"] for task in self.core for r in task.get("requires", [])]
        if any(self.words.similarity(concept, r, self.policy) > 0 for r in required):
            return True
        return False if all("requires" in task for task in self.core) else None

    def wish_item(self, subject, found, wanted):
        item = Item(subject, self.share["nice" if wanted else "should"], want=Fraction(wanted))
        if found is None:
            return item.unknown(self.prior["other"])
        item.have = Fraction(found)
        return item.known(Fraction(found != wanted))

    def wish_items(self):
        wishes = self.citizen.get("wishes", [])
        items = [self.wish_item(w["concept"], self.find_wish(w["concept"]), False) for w in wishes if w["wants"] == "avoid"]
        sought = [self.find_wish(w["concept"]) for w in wishes if w["wants"] == "seek"]
        if sought:
            found = True if True in sought else None if None in sought else False
            items.append(self.wish_item("wishes", found, True))
        return items

    def find_travel(self):
        places = [self.citizen.get("location"), self.opening.get("location")]
        if None in places or "travel" not in self.citizen:
            return None
        (lat1, lon1), (lat2, lon2) = ([math.radians(float(p[a])) for a in ("lat", "lon")] for p in places)
        h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
        metres = half_up(Fraction(2 * 6371008.8 * math.asin(min(1, math.sqrt(h)))))
        return half_up(metres * 60 / (self.policy["speeds"][self.citizen["travel"]["mode"]] * 1000))

    def travel_item(self):
        most = Fraction(self.citizen["travel"]["max_minutes"])
        item = Item("travel", self.share["must"], want=most)
        if self.travel is None:
            return item.unknown(self.prior["other"])
        item.have = Fraction(self.travel)
        over = self.travel - most
        return item.known(Fraction(0) if over <= 0 else Fraction(1) if over >= most else over / most)

    # The whole

    def untold(self, subject, prior, task=None):
        item = Item(subject, self.share["must"], task).unknown(prior)
        item.untold = True
        return item

    def judge(self):
        self.judged = [self.judge_task(task) for task in self.tasks]
        self.paid, self.practice, self.unclear = (self.ids(v) for v in ("paid", "practice", "unclear"))
        self.reach = self.ids("paid", "practice", "unclear")
        self.surely = [task["id"] for task in self.judged if task["surely"]]
        self.possibly = [task["id"] for task in self.judged if task["possibly"]]
        self.prepare_hours()
        self.by_task = [self.task_items(task) for task in self.core]
        self.items = {
            "competence": [item for items in self.by_task for item in items],
            "accommodation": [self.need_item(need) for need in self.needs]
            if "needs" in self.citizen else [self.untold("needs", self.prior["other"])],
            **self.hours_items(),
            "wish": self.wish_items(),
            "travel": [self.travel_item()] if "travel" in self.citizen else [],
        }  # fmt: skip
        self.sum_up()
        self.formalities()
        self.blockers = self.find_blockers()
        self.verdict = self.decide()
        self.plan_hours()

    def task_items(self, task):
        items = [self.requirement_item(wanted, task) for wanted in task.get("requires", [])]
        return items if "requires" in task else items + [self.untold("requires", self.prior["competence"], task["id"])]

    def cost_of_items(self, items, bound):
        worst = sum(item.untold for item in items) if bound == "low" else 0
        return sum((price(i.share, getattr(i, bound)) for i in items), Decimal(0)) + worst * 10**6

    def cost(self, criterion, bound):
        """Before the weight, and not above the floor's."""
        if criterion == "competence":
            costs = [self.cost_of_items(items, bound) for items in self.by_task]
            weights = []
            for task in self.core:
                hours = task.get("hours")
                most, least = minutes_of(hours, "max"), minutes_of(hours, "min")
                weights.append(max(1, most if most is not OPEN else least if least is not OPEN else 60))
            cost = sum((w * c for w, c in zip(weights, costs)), Decimal(0)) / sum(weights)
            if len(self.core) > 1 and any("hours" not in task for task in self.core):
                cost = {"low": max(costs), "value": cost, "high": min(costs)}[bound]
        else:
            cost = self.cost_of_items(self.items[criterion], bound)
        return min(cost, -ln(self.policy["floor"]))

    def power(self, criteria, bound):
        weights = self.policy["weights"]
        whole = sum(weights[c] for c in criteria)
        if whole == 0:
            return Fraction(1000)
        cost = sum((decimal(weights[c]) * self.cost(c, bound) for c in criteria), Decimal(0))
        return Fraction((-cost / decimal(whole)).exp() * 1000)

    def sum_up(self):
        weights = self.policy["weights"]
        stakes = [(i.is_known, weights[c] * i.share) for c in CRITERIA for i in self.items[c]]
        whole = sum(stake for _, stake in stakes)
        known = sum(stake for is_known, stake in stakes if is_known)
        self.coverage = math.floor(known * 1000 / whole) if whole else 0
        self.bounds = {bound: half_up(self.power(CRITERIA, bound)) for bound in BOUNDS}
        self.potential = self.bounds["value"] if self.coverage else None
        self.sides = {
            side: half_up(self.power([c for c in CRITERIA if SIDES[c] == side], "value")) if self.coverage else None
            for side in ("citizen", "employer")
        }

    def formalities(self):
        answers = self.citizen.get("gates", {})
        gates = sorted(self.opening.get("gates", []), key=self.words.gates.index)
        self.refused_gates = [g for g in gates if answers.get(g) == "no"]
        self.unknown_gates = [g for g in gates if answers.get(g, "unknown") == "unknown"]
        self.refused_needs = [n["condition"] for n in self.musts if self.provision(n) == "refused"]
        self.unknown_needs = [n["condition"] for n in self.musts if self.provision(n) == "unknown"]
        self.pay_refused = self.terms.get("paid") == "no"
        self.no_pay = self.pay_refused or bool(self.refused_needs) or (bool(self.practice) and self.practice == self.reach)
        self.choice = self.citizen.get("choice", "unknown")

    def find_blockers(self):
        blocking = [reason("gate_refused", gate) for gate in self.refused_gates]
        if self.choice == "declined":
            blocking.append(reason("choice_declined", "choice"))
        for task in self.judged if not self.reach else []:
            trained = {r["subject"] for r in task["reasons"] if r["code"] == "training_possible"}
            for cause in task["reasons"]:
                if cause["code"] in ("exposure_above_tolerance", "ceiling_exceeded") or (
                    cause["code"] == "competence_below" and cause["subject"] not in trained
                ):
                    blocking.append(reason("no_task_within_reach", cause["subject"], task["id"]))
        if not self.find_common_time():
            blocking.append(reason("no_common_time", "availability"))
        if self.left is not OPEN and self.left < GRID:
            blocking.append(reason("load_exceeded", "hours.committed"))
        if self.travel is not None and "travel" in self.citizen and self.travel > self.citizen["travel"]["max_minutes"]:
            blocking.append(reason("travel_too_far", "travel"))
        refused = self.no_pay and self.terms.get("practice") == "no"
        if refused:
            blocking.append(reason("practice_refused", "terms.practice"))
        self.is_blocked = bool(blocking)
        if self.pay_refused:
            blocking.append(reason("pay_refused", "terms.paid"))
        return blocking + [reason("need_refused", condition) for condition in self.refused_needs]

    def decide(self):
        if self.is_blocked:
            return "blocked"
        if self.no_pay:
            return "practice_only"
        unknown = self.unknown_gates or self.unknown_needs or "needs" not in self.citizen
        if unknown or (not self.paid and self.unclear) or self.choice == "pending":
            return "unclear"
        return "fit"

    # Plan

    def allocate(self, ids, most):
        core = {task["id"] for task in self.core}
        order = sorted(ids, key=lambda i: (i not in self.plan_paid, i not in core, i))
        minutes, done, so_far = dict.fromkeys((task["id"] for task in self.tasks), 0), 0, []
        for task in order:
            so_far.append(task)
            minutes[task] = min(most, self.capacity(so_far, GRID)) - done
            done += minutes[task]
        return minutes

    def plan_hours(self):
        practice_refused = self.terms.get("practice") == "no"
        self.plan_paid = [] if self.no_pay else self.paid
        self.plan_practice = [i for i in self.reach if i not in self.unclear and i not in self.plan_paid]
        if practice_refused and not self.plan_paid:
            self.plan_practice = []
        planned = self.plan_paid + self.plan_practice
        self.plan_known = self.is_blocked or self.citizen_max is not OPEN or self.employer_max is not OPEN
        self.plan_known = self.plan_known or all(self.caps[i] is not OPEN for i in planned)
        self.hybrid_wanted, self.split, self.paid_minutes = False, 0, 0
        self.planned = dict.fromkeys(self.caps, 0)
        if self.is_blocked or not self.plan_known:
            return
        if not self.plan_paid:
            self.planned = self.allocate(self.plan_practice, self.minutes)
            return
        refused = self.terms.get("hybrid") == "no" or self.opening.get("weekly_variation") == "high"
        hybrid = not refused and not practice_refused
        self.planned = self.allocate(planned if hybrid else self.plan_paid, self.minutes)
        present = sum(self.planned[i] for i in self.plan_paid)
        self.paid_minutes = present
        if self.terms.get("pay_basis", "effective") == "effective" and "effectiveness" in self.citizen:
            effective = math.floor(present * thousandth(self.citizen["effectiveness"]))
            self.paid_minutes = effective - effective % GRID
        self.hybrid_wanted = bool(self.plan_practice) or self.paid_minutes < present
        if hybrid:
            self.split = present - self.paid_minutes
        else:
            self.planned = self.allocate(self.plan_paid, self.paid_minutes)

    # Timing

    def timing(self):
        reasons, fleksjob = [], self.terms.get("fleksjob") == "yes"
        if self.is_blocked:
            reasons.append(reason("blocked"))
        if self.pay_refused:
            reasons.append(reason("pay_refused", "terms.paid"))
        if fleksjob and (self.is_blocked or self.pay_refused):
            reasons.append(reason("fleksjob_track", "terms.fleksjob"))
        if self.citizen.get("prerequisites") == "absent":
            reasons.append(reason("prerequisites_absent", "prerequisites"))
        if self.citizen.get("purpose") == "other":
            reasons.append(reason("purpose_other_than_pay", "purpose"))
        if reasons:
            return "not_now", reasons
        reasons = self.reasons_to_ask()
        if reasons:
            return "ask_first", reasons
        if not self.no_pay:
            proven = {task["id"]: self.is_proven(task) for task in self.tasks if task["id"] in self.paid}
            reasons = [reason("value_shown" if p else "value_stated_only", task=i) for i, p in proven.items()]
            return "paid_now" if all(proven.values()) else "practice_first", reasons
        refused, present = self.terms.get("prospect") == "no", self.citizen.get("prerequisites") == "present"
        reasons = [reason("need_refused", condition) for condition in self.refused_needs]
        reasons += [reason("prospect_refused", "terms.prospect")] if refused else []
        if not present or not refused:
            reasons.append(reason("prerequisites_present" if present else "prerequisites_unknown", "prerequisites"))
        return "wage_in_prospect" if present and not refused else "practice_first", reasons

    def is_proven(self, task):
        return all(self.requirement(r)["proven"] for r in task.get("requires", []) if r["importance"] == "must")

    def reasons_to_ask(self):
        reasons = [reason("choice_pending", "choice")] if self.choice == "pending" else []
        if self.terms.get("paid", "unknown") == "unknown":
            reasons.append(reason("employer_not_asked", "terms.paid"))
        subjects = ([] if "needs" in self.citizen else ["needs"]) + self.unknown_gates + self.unknown_needs
        reasons += [reason("must_unknown", subject) for subject in subjects]
        for task in self.judged if not self.paid else []:
            trained = {r["subject"] for r in task["reasons"] if r["code"] == "training_possible"}
            for cause in task["reasons"] if task["verdict"] == "unclear" else []:
                open_gap = cause["code"] == "competence_below" and cause["subject"] not in trained
                if open_gap or cause["code"] in ("competence_unknown", "exposure_unknown"):
                    reasons.append(reason("must_unknown", cause["subject"], task["id"]))
        return reasons

    # Attention points

    def attention(self):
        points, at = [], self.policy["thresholds"]
        present, paid = sum(self.planned.values()), self.paid_minutes
        needed = {need["condition"]: need for need in self.needs}
        growth = minutes_of(self.opening.get("hours"), "growth")
        kept = self.citizen.get("attendance", {})
        poor = "kept" in kept and thousandth(kept["kept"]) < at["attendance_kept"]
        varies = self.opening.get("weekly_variation") == "high"

        def point(fires, code, subject, task=None):
            if fires:
                points.append(reason(code, subject, task))

        point(self.terms.get("paid", "unknown") == "unknown", "hope_before_employer", "terms.paid")
        point(self.terms.get("paid") == "yes" and not self.paid, "kindness_is_not_value", "terms.paid")
        point(self.citizen.get("prerequisites") != "present", "expectation_pressure", "prerequisites")
        for condition in ("cog_responsibility", "cog_pressure"):
            point(condition in needed, "expectation_pressure", condition)
        near = self.limit is not OPEN and present > self.limit * at["total_load"]
        point(self.committed > 0 or near, "total_load", "hours.committed" if self.committed > 0 else "hours")
        for condition in ("tim_rest_day", "phy_pain"):
            point(condition in needed, "restitution", condition)
        point(self.wish_max is not OPEN and present > self.wish_max, "restitution", "hours")
        below = self.terms.get("pay_basis") == "present" and thousandth(self.citizen.get("effectiveness", 1)) < 1
        point(below, "effectiveness_below_paid", "effectiveness")
        point(self.split > 0, "same_task_split", "effectiveness")
        point(self.hybrid_wanted and (varies or self.terms.get("hybrid") == "no"), "hybrid_not_understood",
              "weekly_variation" if varies else "terms.hybrid")  # fmt: skip
        fleksjob = self.terms.get("fleksjob") == "yes" and self.terms.get("paid") != "yes"
        point(fleksjob, "fleksjob_plan_first", "terms.fleksjob")
        for gate in self.unknown_gates:
            point(True, "check_gate_first", gate)
        point(self.choice == "pending", "informed_choice", "choice")
        point(poor and kept.get("context") == "practice", "attendance_in_practice", "attendance")
        point(poor and kept.get("context") == "paid", "attendance_when_paid", "attendance")
        point(self.opening.get("provisions", {}).get("sup_contact") == 0, "contact_person", "sup_contact")
        point(0 < paid <= at["few_paid_hours"] * 60, "few_hours_pay_delay", "hours")
        point(paid > at["contract_paid_hours"] * 60, "contract_duty", "hours")
        grows = growth is not OPEN and self.wish_max is not OPEN and growth > self.wish_max and growth > present
        point(grows, "growth", "hours.growth")
        public = needed.get("tra_public", {}).get("strength") == "must"
        point(public, "transport_fragile", "tra_public")
        point("travel" not in self.citizen or self.travel is None, "transport_fragile", "travel")
        point(self.citizen.get("purpose") == "other", "purpose_other_than_pay", "purpose")
        wanted = [(task, r) for task in self.tasks for r in task.get("requires", [])]
        for task, r in wanted:
            over = r["importance"] == "must" and self.requirement(r)["must"] == "competence_below"
            point(over, "over_demand", r["concept"], task["id"])
        exceeded = [self.requirement(r)["told"] >= int(r["level"]) + at["under_demand_levels"] for _, r in wanted]
        told = all("requires" in task for task in self.tasks)
        point(told and exceeded and all(exceeded), "under_demand", "requires")
        for task in self.carvable():
            point(True, "carve", None, task)
        return points

    def carvable(self):
        weak = self.policy["thresholds"]["weak_score"] * 1000
        if len(self.tasks) < 2 or not (self.is_blocked or self.potential is not None and self.potential < weak):
            return
        for task in self.tasks:
            if task.get("optional"):
                continue
            rest = dict(self.opening, tasks=[t for t in self.tasks if t is not task])
            without = Match(self.citizen, rest, self.policy, self.words, self.travel)
            if without.verdict == "fit" and without.potential is not None and without.potential >= weak:
                yield task["id"]

    def document(self):
        advice, reasons = self.timing()
        known, present = self.plan_known, sum(self.planned.values())
        return {
            "verdict": self.verdict,
            "blockers": self.blockers,
            "score": None if self.is_blocked else self.potential,
            "low": self.bounds["low"],
            "high": self.bounds["high"],
            "coverage": self.coverage,
            "potential": self.potential,
            "sides": self.sides,
            "criteria": [
                {"id": c, "side": SIDES[c], "weight": self.policy["weights"][c],
                 **{bound: half_up(1000 * Fraction((-self.cost(c, bound)).exp())) for bound in BOUNDS},
                 "items": [item.document() for item in self.items[c]]}
                for c in CRITERIA
            ],
            "tasks": [
                {"id": t["id"], "verdict": t["verdict"], "minutes": self.planned[t["id"]], "reasons": t["reasons"]}
                for t in self.judged
            ],
            "plan": {
                "present": present if known else None,
                "paid": self.paid_minutes if known else None,
                "practice": present - self.paid_minutes if known else None,
                "capacity": self.total(self.capacity(self.reach, 1)),
                "growth": minutes_of(self.opening.get("hours"), "growth"),
            },
            "timing": {"advice": advice, "reasons": reasons},
            "attention": self.attention(),
        }  # fmt: skip


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


@functools.lru_cache(maxsize=None)
def ln(fraction):
    return decimal(fraction).ln()


@functools.lru_cache(maxsize=None)
def price(share, shortfall):
    """What an item costs: the logarithm of its factor, turned positive."""
    return -ln(1 - share * shortfall) if shortfall else Decimal(0)


def match(citizen, opening, policy=None, travel_minutes=None, vocabulary=None, source="."):
    """Scores are thousandths, hours are minutes; lists of reasons are in no order of their own."""
    return Match(citizen, opening, exact_policy(policy), words_of(source, vocabulary), travel_minutes).document()


def check_schedule(case, shifts, planned):
    """What is wrong with a schedule: statements, none when it keeps everything it must."""
    wrong, used, days = [], set(), {}
    laid = dict.fromkeys(planned, 0)
    for shift in shifts:
        slots = slots_of([{"days": [shift["day"]], "from": shift["from"], "to": shift["to"]}])
        wrong += [f"{shift} is outside the times"] if slots - case.weeks[shift["task"]] else []
        wrong += [f"{shift} overlaps another"] if slots & used else []
        used |= slots
        laid[shift["task"]] += len(slots) * GRID
        days[DAYS.index(shift["day"])] = days.get(DAYS.index(shift["day"]), 0) + len(slots) * GRID
    if laid != planned:
        wrong.append(f"laid {laid}, planned {planned}")
    if case.day_cap is not OPEN and any(minutes > case.day_cap for minutes in days.values()):
        wrong.append(f"a day holds more than {case.day_cap} minutes")
    cap = case.day_cap if case.day_cap is OPEN else case.day_cap - case.day_cap % GRID
    busy = [task for task in planned if planned[task]]
    slots, caps, total = {t: case.weeks[t] for t in busy}, {t: planned[t] for t in busy}, sum(planned.values())
    subsets = sorted(
        ([d for d in range(7) if bits >> d & 1] for bits in range(128)), key=lambda chosen: (len(chosen), chosen)
    )
    for chosen in subsets if total else []:
        if chosen == sorted(days):
            break
        if flow(slots, caps, cap, chosen) == total:
            wrong.append(f"days {sorted(days)}, though {chosen} would do")
            break
    return wrong


def apart(one, other, most):
    """Whether two numbers, of which either may be missing, differ by more than so much."""
    if one is None or other is None:
        return one is not other
    return abs(one - other) > most


def as_set(reasons):
    return sorted((r["code"], r.get("subject", ""), r.get("task", "")) for r in reasons)


def differences(own, match):
    """How a match document of the engine, its numbers decimals, differs from the reference's."""
    wrong = []

    def compare(what, one, other):
        if one != other:
            wrong.append(f"{what}: reference {one}, engine {other}")

    def compare_number(what, one, other, scale=1000, most=1):
        if apart(one, None if other is None else Fraction(other) * scale, most):
            wrong.append(f"{what}: reference {one}, engine {other}")

    compare("verdict", own["verdict"], match["verdict"])
    compare("blockers", as_set(own["blockers"]), as_set(match["blockers"]))
    for name in ("score", "low", "high", "coverage", "potential"):
        compare_number(name, own[name], match[name])
    for side in ("citizen", "employer"):
        compare_number(f"sides.{side}", own["sides"][side], match["sides"][side])
    for one, other in zip(own["criteria"], match["criteria"], strict=True):
        where = f"criteria.{one['id']}"
        compare(where, (one["id"], one["side"]), (other["id"], other["side"]))
        for name in BOUNDS:
            compare_number(f"{where}.{name}", one[name], other[name])
        compare_number(f"{where}.weight", one["weight"], other["weight"], 1, 0)
        compare_items(where, one["items"], other["items"], compare, compare_number)
    for one, other in zip(own["tasks"], match["tasks"], strict=True):
        where = f"tasks.{one['id']}"
        compare(where, (one["id"], one["verdict"]), (other["id"], other["verdict"]))
        compare_number(f"{where}.hours", one["minutes"], other["hours"], 60)
        compare(f"{where}.reasons", as_set(one["reasons"]), as_set(other["reasons"]))
    for name, member in (("present", "present_hours"), ("paid", "paid_hours"), ("practice", "practice_hours"),
                         ("capacity", "capacity_hours"), ("growth", "growth_to")):  # fmt: skip
        # Hours have two decimals, which give back the minute.
        compare_number(f"plan.{member}", own["plan"][name], match["plan"][member], 60, Fraction(1, 2))
    compare("timing.advice", own["timing"]["advice"], match["timing"]["advice"])
    compare("timing.reasons", as_set(own["timing"]["reasons"]), as_set(match["timing"]["reasons"]))
    compare("attention", as_set(own["attention"]), as_set(match["attention"]))
    return wrong + faulty_losses(match)


def compare_items(where, own, items, compare, compare_number):
    compare(f"{where}.items", len(own), len(items))
    for one, other in zip(own, items):
        at = f"{where}.{one['subject']}"
        for name in ("subject", "task", "state"):
            compare(f"{at}.{name}", one.get(name), other.get(name))
        compare_number(f"{at}.share", one["share"], other["share"], 1, 0)
        for name in ("have", "want"):
            compare_number(f"{at}.{name}", one[name], other[name], 1, Fraction(1, 1000))


def faulty_losses(match):
    """Losses sum exactly: the items' to their criterion's, the criteria's to 1 − potential."""
    wrong, criteria = [], match["criteria"]
    if match["potential"] is not None and sum(c["loss"] for c in criteria) != 1 - match["potential"]:
        wrong.append("the criteria's losses do not sum to what the score lacks")
    for criterion in criteria:
        if criterion["items"] and sum(i["loss"] for i in criterion["items"]) != criterion["loss"]:
            wrong.append(f"criteria.{criterion['id']}: its items' losses do not sum to its own")
    if not match["low"] <= (match["potential"] if match["potential"] is not None else match["low"]) <= match["high"]:
        wrong.append("the score is outside its bounds")
    return wrong


def compare_with(match_document, citizen, opening, policy=None, travel_minutes=None, vocabulary=None, source="."):
    """Everything in which the engine's match of a pair is not what the reference says."""
    case = Match(citizen, opening, exact_policy(policy), words_of(source, vocabulary), travel_minutes)
    shifts = match_document["plan"]["schedule"]
    return differences(case.document(), match_document) + check_schedule(case, shifts, case.planned)
