# SPDX-License-Identifier: Apache-2.0
"""Which hours there can be, and what the two sides make of them."""

from fractions import Fraction

from .item import Item, decimal, ln, price
from .week import GRID, flow, minutes_of, slots_of, whole_quarters
from .words import OPEN

BOUNDS = ("low", "value", "high")
# What was chosen of so many hours, by all that decides it.
CHOSEN = {}


class Hours:
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
        weights = self.policy["weights"]
        asked = (most - most % GRID, self.citizen_min, self.citizen_max, self.left, self.employer_min, self.employer_max,
                 self.share["must"], self.policy["floor"], weights["hours_citizen"], weights["hours_employer"])  # fmt: skip
        if asked not in CHOSEN:
            CHOSEN[asked] = self.find_cheapest(asked[0])
        return CHOSEN[asked]

    def find_cheapest(self, most):
        weights = {name: decimal(weight) for name, weight in self.policy["weights"].items()}
        must, most_cost = self.share["must"], -ln(self.policy["floor"])

        def cost(h):
            citizen, employer = (price(must, short(h)) for short in (self.short_for_citizen, self.short_for_employer))
            return weights["hours_citizen"] * min(citizen, most_cost) + weights["hours_employer"] * min(employer, most_cost)

        return min(range(0, most + 1, GRID), key=lambda h: (round(cost(h), 25), -h))

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
        """Whether some task within reach has a quarter-hour, or could have: told times alone rule it out."""
        told = {task["id"] for task in self.tasks if "availability" in self.citizen or "windows" in task}
        room = self.day_cap is OPEN or self.day_cap >= GRID
        return not self.reach or room and any(i not in told or self.weeks[i] for i in self.reach)
