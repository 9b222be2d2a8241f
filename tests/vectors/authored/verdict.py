# SPDX-License-Identifier: Apache-2.0
"""What several tasks, musts and answers come to together, and the published cases in short."""

from authoring import DROP, UNSAID, WORKDAYS, ceiling, limit, must, of, own, provision, require, task, vector, window

PAID, LEARNED = task("boxes", 4, [must("move", 3)]), task("truck", 4, [must("truck", 3)])
OUT, UNCLEAR = task("stack", 4, [must("stack", 3, weeks=None)]), task("pick", 4, [must("pick", 3)])
HELD = [own("move", 3), own("truck", 1), own("stack", 1)]
KINDS = {"paid": PAID, "practice": LEARNED, "out_of_reach": OUT, "unclear": UNCLEAR}

VECTORS = []
for one, other, verdict in (
    ("paid", "practice", "fit"), ("paid", "unclear", "fit"), ("paid", "out_of_reach", "fit"), ("practice", "unclear", "unclear"),
    ("practice", "out_of_reach", "practice_only"), ("unclear", "out_of_reach", "unclear"),
):  # fmt: skip
    VECTORS.append(vector(f"a task {one} and a task {other} make the match {verdict}",
                          {"verdict": verdict, f"task.{KINDS[one]['id']}": one, f"task.{KINDS[other]['id']}": other, "blockers": []},
                          held=HELD, tasks=[KINDS[one], KINDS[other]]))  # fmt: skip

VECTORS += [
    vector("two tasks out of reach block, each for its own cause",
           {"verdict": "blocked", "blockers": ["no_task_within_reach stack @stack", "no_task_within_reach phy_lift @yard"]},
           held=HELD, needs=[ceiling("phy_lift", 5)], opening={"exposures.phy_lift": 5},
           tasks=[OUT, task("yard", 4, exposures={"phy_lift": 40})]),
    vector("a match that is practice only has a score", {"verdict": "practice_only", "score": of(competence=0.4, hours_employer=0.82)},
           held=[own("truck", 1)], tasks=[LEARNED]),
    vector("a match that is unclear has a score", {"verdict": "unclear", "score": of(competence=0.325, hours_employer=0.82)}, held=[], tasks=[UNCLEAR]),
    vector("what is practice only stays so whatever is unknown", {"verdict": "practice_only"}, held=[own("truck", 1)], tasks=[LEARNED],
           opening={"gates": ["gate_age18"]}, needs=[provision("sup_contact", 2)]),
    vector("pay refused with only unclear tasks is practice only", {"verdict": "practice_only", "plan": [0, 0, 0]}, held=[], tasks=[UNCLEAR],
           terms={"paid": "no"}),
    vector("a match without any criterion but hours is a fit", {"verdict": "fit", "coverage": 1, "score": 1, "competence.items": [],
           "accommodation.items": [], "wish.items": [], "travel.items": []}, held=[], requires=[], citizen={"travel": DROP}),
    vector("Ann, the shop: pain and rest days under a limit of 15 hours, weeks of practice observed",
           {"verdict": "fit", "plan": [15, 15, 0], "timing": "paid_now",
            "attention+": ["restitution phy_pain", "restitution tim_rest_day", "total_load hours"]},
           held=[own("move", 3)], needs=[provision("phy_pain", 2), provision("tim_rest_day", 1)],
           citizen={"hours": {"max": 15, "limit": 15, "committed": 0, "max_per_day": 5}, "availability": [window("mon wed fri", "09:00", "14:00")]},
           opening={"provisions": {"phy_pain": 2, "tim_rest_day": 2}, "hours": {"min": 5, "max": 15}}, task={"hours.max": 15}),
    vector("Ann, the shop, before the practice: what is stated waits for it",
           {"verdict": "fit", "plan": [15, 15, 0], "timing": "practice_first"},
           held=[own("move", 3, "stated")], needs=[provision("phy_pain", 2), provision("tim_rest_day", 1)],
           citizen={"hours": {"max": 15, "limit": 15, "committed": 0, "max_per_day": 5}, "availability": [window("mon wed fri", "09:00", "14:00")]},
           opening={"provisions": {"phy_pain": 2, "tim_rest_day": 2}, "hours": {"min": 5, "max": 15}}, task={"hours.max": 15}),
    vector("Omar, the supermarket: paid for presence, poor attendance in practice, and still pay now",
           {"verdict": "fit", "plan": [6, 6, 0], "timing": "paid_now",
            "attention+": ["effectiveness_below_paid", "attendance_in_practice", "few_hours_pay_delay"]},
           citizen={"effectiveness": 0.667, "hours": {"max": 6, "limit": 8, "committed": 0}, "attendance": {"kept": 0.5, "weeks": 6, "context": "practice"}},
           opening={"hours": {"min": 4, "max": 8}}, terms={"pay_basis": "present"}),
    vector("Lars, the DIY store: months of practice, and an employer who wants a fleksjob",
           {"verdict": "practice_only", "blockers": ["pay_refused terms.paid"], "timing": "not_now",
            "timing.reasons": ["pay_refused terms.paid", "fleksjob_track terms.fleksjob"], "attention+": ["fleksjob_plan_first"]},
           terms={"paid": "no", "fleksjob": "yes"}),
    vector("Frederik, the phone repairer, at first: tasks to be learned, pay held out in prospect",
           {"verdict": "practice_only", "timing": "wage_in_prospect", "plan": [20, 0, 20]},
           held=[own("disassemble", 1), own("repair", 1)], requires=[must("repair", 3, weeks=20), must("disassemble", 3, weeks=20)],
           citizen={"hours": {"max": 20, "limit": 22, "committed": 0}, "effectiveness": 0.75}, opening={"hours": {"min": 10, "max": 20}}, task={"hours.max": 20}),
    vector("Frederik, the phone repairer, later: 15 of 20 hours are paid",
           {"verdict": "fit", "plan": [20, 15, 5], "attention+": ["same_task_split"], "timing": "paid_now"},
           held=[own("disassemble", 3), own("repair", 3)], requires=[must("repair", 3, weeks=20), must("disassemble", 3, weeks=20)],
           citizen={"hours": {"max": 20, "limit": 22, "committed": 0}, "effectiveness": 0.75}, opening={"hours": {"min": 10, "max": 20}}, task={"hours.max": 20}),
    vector("Nikolaj, the farm: thorough work demanded and lacking, prerequisites absent",
           {"timing": "not_now", "timing.reasons": ["prerequisites_absent prerequisites"], "verdict": "practice_only"},
           held=[own("move", 3), own("detail", 1)], requires=[must("move", 2), must("detail", 3, weeks=26)],
           citizen={"prerequisites": "absent"}),
    vector("Jørgen, the fruit store: boxes known and paid, truck and picking learned beside, growing to 20",
           {"verdict": "fit", "plan": [16, 12, 4], "timing": "paid_now", "plan.growth": 20, "attention+": ["growth", "contract_duty"],
            "task.boxes": "paid", "task.truck": "practice", "task.pick": "practice"},
           held=[own("move", 3), own("truck", 1), own("pick", 1)],
           citizen={"hours": {"min": 8, "max": 16, "limit": 22, "committed": 0}},
           opening={"hours": {"min": 8, "max": 16, "growth": 20}},
           tasks=[task("boxes", 12, [must("move", 3)]), task("truck", 2, [must("truck", 2, weeks=8)]), task("pick", 4, [must("pick", 2)])]),
    vector("Michael, the cement works: an office that is too loud is blocked for all his competence",
           {"verdict": "blocked", "competence.value": 1,
            "blockers": ["no_task_within_reach env_noise @boxes", "no_task_within_reach env_distraction @boxes"]},
           held=[own("file", 5, "certified")], requires=[must("file", 3)],
           needs=[limit("env_noise", 1), limit("env_distraction", 1), provision("sup_contact", 2)],
           opening={"exposures": {"env_noise": 2, "env_distraction": 3}, "provisions": {"sup_contact": 2}}),
    vector("Michael, the cement works: the handyman's quiet job is a fit",
           {"verdict": "fit", "score": 1, "timing": "paid_now"},
           needs=[limit("env_noise", 1), limit("env_distraction", 1), provision("sup_contact", 2)],
           opening={"exposures": {"env_noise": 1, "env_distraction": 0}, "provisions": {"sup_contact": 2}, "hours": {"min": 5, "max": 10}},
           citizen={"availability": [window("mon tue thu fri", "08:00", "12:00")]}),
]  # fmt: skip

# One unknown at a time, between known good and known bad: the verdict of each answer.
for what, bad, unknown, good, verdicts in (
    ("a must", {"held": [own("move", 0)], "requires": [must("move", 3, weeks=None)]}, {"held": [], "requires": [must("move", 3, weeks=None)]},
     {"held": [own("move", 3)], "requires": [must("move", 3, weeks=None)]}, ("blocked", "unclear", "fit")),
    ("a should", {"held": [], "citizen": {"competencies_complete": True}, "requires": [require("should", "move", 3)]},
     {"held": [], "requires": [require("should", "move", 3)]}, {"held": [own("move", 3)], "requires": [require("should", "move", 3)]}, ("fit", "fit", "fit")),
    ("a must-provision", {"needs": [provision("sup_aids", 1)], "opening": {"provisions.sup_aids": 0}}, {"needs": [provision("sup_aids", 1)]},
     {"needs": [provision("sup_aids", 1)], "opening": {"provisions.sup_aids": 1}}, ("practice_only", "unclear", "fit")),
    ("a must-limit", {"needs": [limit("soc_phone", 0)], "task": {"exposures.soc_phone": 1}}, {"needs": [limit("soc_phone", 0)]},
     {"needs": [limit("soc_phone", 0)], "task": {"exposures.soc_phone": 0}}, ("blocked", "unclear", "fit")),
    ("training", {"held": [own("move", 0)], "requires": [must("move", 3, weeks=None)]}, {"held": [own("move", 0)], "requires": [must("move", 3, weeks=UNSAID)]},
     {"held": [own("move", 0)], "requires": [must("move", 3, weeks=1)]}, ("blocked", "unclear", "practice_only")),
    ("the journey", {"travel_minutes": 90}, {"opening": {"location": DROP}}, {"travel_minutes": 9}, ("blocked", "fit", "fit")),
    ("the availability", {"citizen": {"availability": []}}, {"citizen": {"availability": DROP}},
     {"citizen": {"availability": [window(WORKDAYS, "08:00", "16:00")]}}, ("blocked", "fit", "fit")),
    ("what is committed", {"citizen": {"hours.committed": 12}}, {"citizen": {"hours.committed": DROP}}, {"citizen": {"hours.committed": 2}}, ("blocked", "fit", "fit")),
):  # fmt: skip
    for word, changes, verdict in zip(("bad", "unknown", "good"), (bad, unknown, good), verdicts):
        VECTORS.append(vector(f"with {what} {word} the match is {verdict}", {"verdict": verdict}, **changes))
