# SPDX-License-Identifier: Apache-2.0
"""Who works on what, and when to bring up pay."""

import math

from .item import reason
from .week import GRID
from .words import OPEN, thousandth


class Plan:
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
            reasons = [reason(self.value_of(task), task=task["id"]) for task in self.tasks if task["id"] in self.paid]
            stated = any(each["code"] == "value_stated_only" for each in reasons)
            return "practice_first" if stated else "paid_now", reasons
        refused, present = self.terms.get("prospect") == "no", self.citizen.get("prerequisites") == "present"
        reasons = [reason("need_refused", condition) for condition in self.refused_needs]
        reasons += [reason("prospect_refused", "terms.prospect")] if refused else []
        if not present or not refused:
            reasons.append(reason("prerequisites_present" if present else "prerequisites_unknown", "prerequisites"))
        return "wage_in_prospect" if present and not refused else "practice_first", reasons

    def value_of(self, task):
        musts = [self.requirement(r)["proven"] for r in task.get("requires", []) if r["importance"] == "must"]
        if not musts:
            return "no_must_required"
        return "value_shown" if all(musts) else "value_stated_only"

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
