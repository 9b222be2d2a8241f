# SPDX-License-Identifier: Apache-2.0
"""One citizen and one opening, judged from end to end."""

from fractions import Fraction

from .attention import Attention
from .competence import Competence
from .hours import BOUNDS, Hours
from .item import ln
from .needs import Needs
from .plan import Plan
from .score import CRITERIA, SIDES, Score
from .week import minutes_of
from .words import exact_policy, half_up, words_of


class Match(Competence, Needs, Hours, Score, Plan, Attention):
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
        self.travel_minutes = travel_minutes
        self.travel = self.find_travel() if travel_minutes is None else travel_minutes
        self.judge()

    def ids(self, *verdicts):
        return [task["id"] for task in self.judged if task["verdict"] in verdicts]

    def judge(self):
        self.judge_verdict()
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
        self.plan_hours()

    def judge_verdict(self):
        self.judged = [self.judge_task(task) for task in self.tasks]
        self.paid, self.practice, self.unclear = (self.ids(v) for v in ("paid", "practice", "unclear"))
        self.reach = self.ids("paid", "practice", "unclear")
        self.surely = [task["id"] for task in self.judged if task["surely"]]
        self.possibly = [task["id"] for task in self.judged if task["possibly"]]
        self.prepare_hours()
        self.formalities()
        self.blockers = self.find_blockers()
        self.verdict = self.decide()

    def with_documents(self, citizen=None, opening=None, travel_minutes=None):
        """The pair with other documents in place of its own."""
        minutes = self.travel_minutes if travel_minutes is None else travel_minutes
        return type(self)(citizen or self.citizen, opening or self.opening, self.policy, self.words, minutes)

    @property
    def score(self):
        return None if self.is_blocked else self.potential

    def document(self):
        advice, reasons = self.timing()
        known, present = self.plan_known, sum(self.planned.values())
        return {
            "verdict": self.verdict,
            "blockers": self.blockers,
            "score": self.score,
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


def match(citizen, opening, policy=None, travel_minutes=None, vocabulary=None, source="."):
    """Scores are thousandths, hours are minutes; lists of reasons are in no order of their own."""
    return Match(citizen, opening, exact_policy(policy), words_of(source, vocabulary), travel_minutes).document()
