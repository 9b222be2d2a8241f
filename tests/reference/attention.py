# SPDX-License-Identifier: Apache-2.0
"""Attention points."""

from .item import reason
from .week import minutes_of
from .words import OPEN, thousandth


class Attention:
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
        point(self.split > 0 and paid > 0, "same_task_split", "effectiveness")
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
        most = self.limit if self.wish_max is OPEN else self.wish_max
        grows = growth is not OPEN and most is not OPEN and growth > most and growth > present
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
            without = type(self)(self.citizen, rest, self.policy, self.words, self.travel)
            if without.verdict == "fit" and without.potential is not None and without.potential >= weak:
                yield task["id"]
