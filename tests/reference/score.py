# SPDX-License-Identifier: Apache-2.0
"""Costs, sums, blockers and the verdict."""

import math
from decimal import Decimal
from fractions import Fraction

from .hours import BOUNDS
from .item import Item, decimal, ln, price, reason
from .week import GRID, minutes_of
from .words import OPEN, half_up

CRITERIA = ("competence", "accommodation", "hours_employer", "hours_citizen", "wish", "travel")
SIDES = {"competence": "employer", "accommodation": "citizen", "hours_employer": "employer",
         "hours_citizen": "citizen", "wish": "citizen", "travel": "citizen"}  # fmt: skip


class Score:
    def untold(self, subject, prior, task=None):
        item = Item(subject, self.share["must"], task).unknown(prior)
        item.untold = True
        return item

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
