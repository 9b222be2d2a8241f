# SPDX-License-Identifier: Apache-2.0
"""Gates, the citizen's choice, and what the employer accepts."""

from authoring import DROP, must, of, own, provision, task, vector

TRUCK = "gate_forklift"
VECTORS = [
    vector("a gate that is refused blocks, and the potential is what would be without it",
           {"verdict": "blocked", "blockers": ["gate_refused gate_forklift"], "score": None, "potential": 1, "low": 1, "high": 1,
            "plan": [0, 0, 0], "schedule": [], "task.boxes": "paid", "task.boxes.hours": 0, "timing": "not_now",
            "timing.reasons": ["blocked"], "sides.citizen": 1, "sides.employer": 1, "plan.capacity": 8},
           citizen={"gates": {TRUCK: "no"}}, opening={"gates": [TRUCK]}),
    vector("a gate that is passed is nothing", {"verdict": "fit", "score": 1, "attention-": ["check_gate_first"]},
           citizen={"gates": {TRUCK: "yes"}}, opening={"gates": [TRUCK]}),
    vector("a gate that is unknown leaves the match unclear and is asked about first",
           {"verdict": "unclear", "score": 1, "low": 1, "timing": "ask_first", "timing.reasons": ["must_unknown gate_forklift"],
            "attention+": ["check_gate_first gate_forklift"], "plan": [8, 8, 0], "blockers": []},
           citizen={"gates": {TRUCK: "unknown"}}, opening={"gates": [TRUCK]}),
    vector("a gate that nobody mentions is unknown",
           {"verdict": "unclear", "attention+": ["check_gate_first gate_forklift"]}, opening={"gates": [TRUCK]}),
    vector("a gate that the opening does not demand is nothing, though it is refused",
           {"verdict": "fit", "blockers": []}, citizen={"gates": {TRUCK: "no"}}),
    vector("an empty list of gates demands none", {"verdict": "fit"}, opening={"gates": []}),
    vector("every gate that is refused is a blocker of its own",
           {"blockers": ["gate_refused gate_driving_licence", "gate_refused gate_forklift"], "attention+": ["check_gate_first gate_age18"]},
           citizen={"gates": {TRUCK: "no", "gate_driving_licence": "no"}},
           opening={"gates": ["gate_driving_licence", TRUCK, "gate_age18"]}),
    vector("a gate refused outweighs one unknown",
           {"verdict": "blocked", "blockers": ["gate_refused gate_forklift"], "timing.reasons": ["blocked"]},
           citizen={"gates": {TRUCK: "no"}}, opening={"gates": ["gate_age18", TRUCK]}),
    vector("a choice declined blocks",
           {"verdict": "blocked", "blockers": ["choice_declined choice"], "timing": "not_now", "attention-": ["informed_choice"]},
           citizen={"choice": "declined"}),
    vector("a choice pending leaves the match unclear, and is waited for",
           {"verdict": "unclear", "timing": "ask_first", "timing.reasons": ["choice_pending choice"],
            "attention+": ["informed_choice choice"], "score": 1, "plan": [8, 8, 0]},
           citizen={"choice": "pending"}),
    vector("a choice unknown is nothing", {"verdict": "fit", "timing": "paid_now", "attention-": ["informed_choice"]},
           citizen={"choice": "unknown"}),
    vector("a choice nobody mentions is unknown", {"verdict": "fit", "timing": "paid_now"}, citizen={"choice": DROP}),
    vector("a choice pending does not turn practice only into unclear",
           {"verdict": "practice_only", "timing": "not_now"}, citizen={"choice": "pending"}, terms={"paid": "no"}),
]  # fmt: skip

PAY, PRACTICE = "pay_refused terms.paid", "practice_refused terms.practice"
for paid in ("yes", "no", "unknown"):
    for practice in ("yes", "no", "unknown"):
        verdict = "fit" if paid != "no" else "blocked" if practice == "no" else "practice_only"
        VECTORS.append(vector(
            f"with pay {paid} and practice {practice}, what can be paid is {verdict}",
            {"verdict": verdict, "task.boxes": "paid", "potential": 1,
             "blockers": [PAY] * (paid == "no") + [PRACTICE] * (verdict == "blocked"),
             "timing": {"yes": "paid_now", "no": "not_now", "unknown": "ask_first"}[paid],
             "plan": {"fit": [8, 8, 0], "practice_only": [8, 0, 8], "blocked": [0, 0, 0]}[verdict]},
            terms={"paid": paid, "practice": practice}))  # fmt: skip
        VECTORS.append(vector(
            f"with pay {paid} and practice {practice}, what must be learned is {'blocked' if practice == 'no' else 'practice_only'}",
            {"verdict": "blocked" if practice == "no" else "practice_only", "task.boxes": "practice",
             "blockers": [PAY] * (paid == "no") + [PRACTICE] * (practice == "no"),
             "plan": [0, 0, 0] if practice == "no" else [8, 0, 8]},
            held=[own("move", 1)], terms={"paid": paid, "practice": practice}))  # fmt: skip

VECTORS += [
    vector("terms that nobody mentions are unknown and never block",
           {"verdict": "fit", "timing": "ask_first", "timing.reasons": ["employer_not_asked terms.paid"],
            "attention+": ["hope_before_employer terms.paid"], "plan": [8, 8, 0]},
           opening={"terms": DROP}),
    vector("terms without a member say nothing of it",
           {"verdict": "fit", "timing.reasons": ["employer_not_asked terms.paid"]}, opening={"terms": {"practice": "no"}}),
    vector("practice refused with a provision refused leaves nothing",
           {"verdict": "blocked", "blockers": [PRACTICE, "need_refused sup_contact"]},
           needs=[provision("sup_contact", 2)], opening={"provisions.sup_contact": 0}, terms={"practice": "no"}),
    vector("practice refused is no blocker while something can be paid",
           {"verdict": "fit", "blockers": [], "task.boxes": "paid", "task.stack": "practice", "plan": [4, 4, 0]},
           tasks=[task("boxes", 4, [must("move", 3)]), task("stack", 4, [must("stack", 3)])],
           held=[own("move", 3), own("stack", 1)], terms={"practice": "no"}),
    vector("practice refused does not block what is still unclear beside what must be learned",
           {"verdict": "unclear", "blockers": [], "task.boxes": "practice", "task.stack": "unclear", "plan": [0, 0, 0]},
           tasks=[task("boxes", 4, [must("move", 3)]), task("stack", 4, [must("stack", 3)])],
           held=[own("move", 1)], terms={"practice": "no"}),
    vector("pay refused and a provision refused are both named",
           {"verdict": "practice_only", "blockers": [PAY, "need_refused sup_contact"]},
           needs=[provision("sup_contact", 1)], opening={"provisions.sup_contact": 0}, terms={"paid": "no"}),
    vector("a refused hybrid, a refused prospect and a wanted fleksjob block nothing",
           {"verdict": "fit", "blockers": [], "score": 1}, terms={"hybrid": "no", "prospect": "no", "fleksjob": "yes"}),
    vector("every blocker is listed, whatever else blocks",
           {"verdict": "blocked", "score": None,
            "blockers": ["gate_refused gate_forklift", "choice_declined choice", "no_task_within_reach move @boxes",
                         "load_exceeded hours.committed", "travel_too_far travel", PAY, "need_refused sup_contact"]},
           held=[own("move", 0)], requires=[must("move", 3, weeks=None)], needs=[provision("sup_contact", 2)],
           citizen={"gates": {TRUCK: "no"}, "choice": "declined", "hours.committed": 12, "availability": []},
           opening={"gates": [TRUCK], "provisions.sup_contact": 0}, terms={"paid": "no"}, travel_minutes=31),
    vector("every blocker is listed, also those of a task within reach",
           {"verdict": "blocked", "blockers": ["gate_refused gate_forklift", "choice_declined choice", "no_common_time availability",
                                               "load_exceeded hours.committed", "travel_too_far travel", PAY, PRACTICE,
                                               "need_refused sup_contact"]},
           needs=[provision("sup_contact", 2)],
           citizen={"gates": {TRUCK: "no"}, "choice": "declined", "hours.committed": 12, "availability": []},
           opening={"gates": [TRUCK], "provisions.sup_contact": 0}, terms={"paid": "no", "practice": "no"}, travel_minutes=31),
    vector("an employer, a number of seats and a sector change no score",
           {"score": of(), "verdict": "fit"}, opening={"employer": DROP, "seats": 5, "sector": DROP}),
]  # fmt: skip
