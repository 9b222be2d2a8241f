# SPDX-License-Identifier: Apache-2.0
"""What to ask next: each question asked, not asked, deciding and not, and their order.

Without hours in common both sides' hours are missed, 0.1 each of 0.1: 0.631. The strictest must costs 0.1 of its criterion.
"""

from authoring import (
    DROP, UNSAID, ceiling, limit, must, of, own, provision, require, task, vector, wish,
)  # fmt: skip

NO_HOURS = {"hours_citizen": 0.1, "hours_employer": 0.1}
DECLINED = {"choice": "declined"}
VECTORS = []


def ask(question, shows, expected, also=None, **changes):
    """The question is asked: by whom it is answered, what it is worth, whether it decides."""
    VECTORS.append(vector(f"{question.split()[0]}: {shows}", {f"question {question}": expected, **(also or {})}, **changes))


def silent(code, *situations):
    for shows, changes in situations:
        VECTORS.append(vector(f"no {code}: {shows}", {"questions-": [code], **changes.pop("also", {})}, **changes))


def swing(best=1, **factors):
    return best - of(**factors)


def citizen(**members):
    return {"citizen": members}


VECTORS += [
    vector("nothing is asked when everything is known", {"questions": [], "levers": []}),
    vector("nobody asks about attendance, wishes, an employer or seats", {"questions": []}, opening={"employer": DROP}),
]

ask("choice_unknown choice", "a choice that nobody has told of could be declined", ["citizen", 0, True], citizen={"choice": DROP})
ask("choice_unknown choice", "a pending choice is asked again", ["citizen", 0, True], {"verdict": "unclear"}, citizen={"choice": "pending"})
ask("choice_unknown choice", "whatever is chosen, a gate stands in the way", ["citizen", 0, False],
    citizen={"choice": DROP, "gates": {"gate_age18": "no"}}, opening={"gates": ["gate_age18"]})  # fmt: skip
silent("choice_unknown", ("the choice is informed", {}), ("the choice is declined", citizen(**DECLINED)))

ask("gate_unknown gate_age18", "a gate that is demanded and not answered", ["citizen", 0, True], {"verdict": "unclear"},
    opening={"gates": ["gate_age18"]})  # fmt: skip
ask("gate_unknown gate_age18", "a gate that is answered with unknown", ["citizen", 0, True], opening={"gates": ["gate_age18"]},
    citizen={"gates": {"gate_age18": "unknown"}})  # fmt: skip
ask("gate_unknown gate_age18", "whatever is answered, the choice is declined", ["citizen", 0, False], opening={"gates": ["gate_age18"]},
    citizen=DECLINED)  # fmt: skip
silent("gate_unknown", ("nobody demands the gate", {"citizen": {"gates": {"gate_age18": "unknown"}}}),
       ("the answer is no", {"citizen": {"gates": {"gate_age18": "no"}}, "opening": {"gates": ["gate_age18"]}}),
       ("the answer is yes", {"citizen": {"gates": {"gate_age18": "yes"}}, "opening": {"gates": ["gate_age18"]}}))  # fmt: skip
VECTORS.append(vector("gates are asked about in the vocabulary's order",
                      {"questions": ["gate_unknown gate_criminal_record", "gate_unknown gate_driving_licence", "gate_unknown gate_age18"]},
                      opening={"gates": ["gate_age18", "gate_driving_licence", "gate_criminal_record"]}))  # fmt: skip

ask("needs_unknown needs", "where the opening says nothing of conditions no need can speak against it", ["citizen", 0, True],
    {"verdict": "unclear"}, citizen={"needs": DROP})  # fmt: skip
ask("needs_unknown needs", "the worst is a must of all that the opening lacks", ["citizen", swing(accommodation=0.1), True],
    citizen={"needs": DROP}, opening={"provisions.sup_contact": 0})  # fmt: skip
ask("needs_unknown needs", "a noise of two of four is half of what tolerates none, and leaves no task",
    ["citizen", swing(accommodation=0.55, **NO_HOURS), True], citizen={"needs": DROP}, opening={"exposures.env_noise": 2})  # fmt: skip
ask("needs_unknown needs", "what only one task is exposed to counts, too", ["citizen", swing(accommodation=0.1), True],
    citizen={"needs": DROP}, tasks=[task("boxes", 8, [must("move", 3)]), task("noisy", 4, [must("move", 3)], exposures={"phy_lift": 1})])  # fmt: skip
ask("needs_unknown needs", "a workplace that is free of it all stands every need", ["citizen", 0, True], citizen={"needs": DROP},
    opening={"exposures": {"env_noise": 0, "phy_lift": 0}, "provisions.sup_contact": 2})  # fmt: skip
ask("needs_unknown needs", "whatever they are, the choice is declined", ["citizen", swing(accommodation=0.1), False],
    citizen={"needs": DROP, **DECLINED}, opening={"provisions.sup_contact": 0})  # fmt: skip
silent("needs_unknown", ("there are none", {}), ("one is told", {"needs": [limit("env_noise", 4)]}))

ask("competence_unknown move", "held at 5 it is a fit, held at 0 it is to be learned", ["citizen", swing(competence=0.1), True],
    {"verdict": "unclear"}, held=[])  # fmt: skip
ask("competence_unknown pick", "a nice that nobody has told of decides nothing", ["citizen", swing(competence=0.8), False],
    requires=[must("move", 3), require("nice", "pick", 3)])  # fmt: skip
ask("competence_unknown pick", "what an optional task requires is asked about, though it has no part in the score", ["citizen", 0, False],
    tasks=[task("boxes", 8, [must("move", 3)]), task("extra", 4, [must("pick", 3)], optional=True)])  # fmt: skip
ask("competence_unknown disassemble", "what is near makes up for it in points, but a must is mastered by itself", ["citizen", 0, True],
    {"verdict": "unclear", "score": 1}, held=[own("repair", 5)], requires=[must("disassemble", 3)])  # fmt: skip
VECTORS.append(vector("a competence that two tasks require is asked about once", {"questions": ["competence_unknown pick"]},
                      tasks=[task("boxes", 4, [must("move", 3), must("pick", 2)]), task("shop", 4, [must("pick", 4)])]))  # fmt: skip
silent("competence_unknown", ("the profile is complete", citizen(competencies=[], competencies_complete=True)),
       ("it is known not to be held", {"held": [own("move", 0)]}),
       ("what is narrower is held high enough", {"held": [own("disassemble", 5)], "requires": [must("repair", 3)]}),
       ("what is stated may be one lower, which is no question", {"held": [own("move", 3, "stated")]}),
       ("a nice is met by what is near", {"held": [own("repair", 5)], "requires": [require("nice", "disassemble", 3)]}))  # fmt: skip

ask("hours_unknown hours", "no hours at all are the worst", ["citizen", swing(hours_employer=0.1), True], citizen={"hours": DROP})
ask("hours_unknown hours", "to want 168 is worse where the employer asks for none",
    # 8 of 168 hours
    ["citizen", swing(hours_citizen=0.1 + 0.9 * 8 / 168), True], citizen={"hours": DROP}, opening={"hours": {"max": 12}})  # fmt: skip
ask("hours_unknown hours", "whatever they are, the choice is declined", ["citizen", swing(hours_employer=0.1), False],
    citizen={"hours": DROP, **DECLINED})  # fmt: skip
silent("hours_unknown", ("hours without an end are told", citizen(hours={})))
ask("committed_unknown hours.committed", "all of the limit may be committed", ["caseworker", swing(**NO_HOURS), True],
    citizen={"hours.committed": DROP})  # fmt: skip
ask("committed_unknown hours.committed", "hours told by the month", ["caseworker", swing(**NO_HOURS), True],
    citizen={"hours": {"min": 17.5, "max": 43.5, "limit": 52, "unit": "month"}})  # fmt: skip
ask("committed_unknown hours.committed", "whatever is committed, the choice is declined", ["caseworker", swing(**NO_HOURS), False],
    citizen={"hours.committed": DROP, **DECLINED})  # fmt: skip
silent("committed_unknown", ("there is no limit", citizen(hours={"min": 4, "max": 10})), ("the hours are untold", citizen(hours=DROP)),
       ("nothing is committed", {}))  # fmt: skip

ask("availability_unknown availability", "never is the worst", ["citizen", swing(**NO_HOURS), True], citizen={"availability": DROP})
ask("availability_unknown availability", "whenever it is, the choice is declined", ["citizen", swing(**NO_HOURS), False],
    citizen={"availability": DROP, **DECLINED})  # fmt: skip
silent("availability_unknown", ("never is an answer", citizen(availability=[])))

ask("travel_unknown travel", "to who lives next door it does not matter", ["citizen", 0, False], citizen={"travel": DROP})
ask("travel_unknown travel", "twenty minutes are too far for who will not travel", ["citizen", swing(travel=0.1), True], citizen={"travel": DROP},
    travel_minutes=20)  # fmt: skip
ask("travel_unknown travel", "where nobody knows how far it is the answer is worth nothing yet", ["citizen", 0, False],
    {"questions": ["travel_unknown travel"]}, citizen={"travel": DROP}, opening={"location": DROP})  # fmt: skip
ask("journey_unknown location", "it may be a day's journey", ["caseworker", swing(travel=0.1), True], opening={"location": DROP})
ask("journey_unknown location", "it may be a day's journey for who goes that far", ["caseworker", 0, False], opening={"location": DROP},
    citizen={"travel.max_minutes": 1440})  # fmt: skip
silent("travel_unknown", ("travel is told", {}), ("how far it is is unknown", {"citizen": {"location": DROP}}))
silent("journey_unknown", ("the minutes are given", {"opening": {"location": DROP}, "travel_minutes": 10}),
       ("how the citizen travels is unknown", {"citizen": {"travel": DROP, "location": DROP}}), ("both places are told", {}))  # fmt: skip

for member, worst in (("effectiveness", 0), ("prerequisites", "absent"), ("purpose", "other")):
    ask(f"{member}_unknown {member}", "for the plan and the timing, not for the score", ["caseworker", 0, False],
        {"questions": [f"{member}_unknown {member}"]}, citizen={member: DROP})  # fmt: skip
    silent(f"{member}_unknown", ("even the worst is known", citizen(**{member: worst})))
ask("prerequisites_unknown prerequisites", "said to be unknown", ["caseworker", 0, False], citizen={"prerequisites": "unknown"})

ask("opening_hours_unknown hours", "no hours at all are the worst", ["employer", swing(hours_citizen=0.1), False], opening={"hours": DROP})
ask("opening_hours_unknown hours", "to want 168 is worse where the citizen asks for none", ["employer", swing(hours_employer=0.1 + 0.9 * 8 / 168), False],
    opening={"hours": DROP}, citizen={"hours.min": DROP})  # fmt: skip
silent("opening_hours_unknown", ("hours without an end are told", {"opening": {"hours": {}}}))
ask("task_hours_unknown boxes", "a quarter-hour is the least a task has",
    # 0.25 of the citizen's 4 hours, and of the employer's 5
    ["employer", swing(hours_citizen=0.1 + 0.9 * 0.25 / 4, hours_employer=0.1 + 0.9 * 0.25 / 5), False], task={"hours": DROP})  # fmt: skip
ask("task_hours_unknown shop", "a second task's hours weigh it among the others",
    # without ends it weighs an hour of nine, with a quarter-hour 0.25 of 8.25, with 168 it is nearly all
    ["employer", of(competence=0.4 ** (0.25 / 8.25)) - of(competence=0.4 ** (168 / 176)), False], held=[own("move", 3), own("stack", 1)],
    tasks=[task("boxes", 8, [must("move", 3)]), task("shop", 8, [must("stack", 3)], hours=DROP)])  # fmt: skip
silent("task_hours_unknown", ("hours without an end are told", {"task": {"hours": {}}}))
ask("windows_unknown boxes", "never is the worst", ["employer", swing(**NO_HOURS), True], task={"windows": DROP})
ask("windows_unknown shop", "another task fills the time", ["employer", 0, False],
    tasks=[task("boxes", 8, [must("move", 3)]), task("shop", 4, [must("move", 3)], windows=DROP)])  # fmt: skip
silent("windows_unknown", ("no window is an answer", {"task": {"windows": []}}))

ask("requirements_unknown boxes", "the worst is what is held least, at 5: three of five, and no task",
    ["employer", swing(competence=0.64, **NO_HOURS), True], {"verdict": "unclear"}, requires=DROP)  # fmt: skip
ask("requirements_unknown boxes", "what is known not to be held is held least", ["employer", swing(competence=0.1, **NO_HOURS), True],
    held=[own("move", 3), own("truck", 0)], requires=DROP)  # fmt: skip
ask("requirements_unknown boxes", "a complete profile lacks what it does not list", ["employer", swing(competence=0.1, **NO_HOURS), True],
    citizen={"competencies_complete": True}, requires=DROP)  # fmt: skip
ask("requirements_unknown boxes", "of an empty profile that is complete nothing is held", ["employer", swing(competence=0.1, **NO_HOURS), True],
    citizen={"competencies": [], "competencies_complete": True}, requires=DROP)  # fmt: skip
ask("requirements_unknown boxes", "of an empty profile even the worst is unknown",
    # the prior of a must that nobody has told of: 1 − 0.9 · 0.75
    ["employer", swing(competence=0.325), True], held=[], requires=DROP)  # fmt: skip
ask("requirements_unknown shop", "another task is paid in any case", ["employer", of() - of(competence=0.64 ** (4 / 12)), False],
    {"verdict": "fit"}, tasks=[task("boxes", 8, [must("move", 3)]), task("shop", 4, requires=DROP)])  # fmt: skip
silent("requirements_unknown", ("none is an answer", {"requires": []}))

ask("training_unknown move", "it decides whether the task is practice or out of reach",
    # one of three, and no hours without a task
    ["employer", of(competence=0.4) - of(competence=0.4, **NO_HOURS), True], {"verdict": "unclear"}, held=[own("move", 1)],
    requires=[must("move", 3, weeks=UNSAID)])  # fmt: skip
ask("training_unknown stack", "another task is paid in any case", ["employer", 0, False], held=[own("move", 3), own("stack", 1)],
    tasks=[task("boxes", 8, [must("move", 3)]), task("shop", 4, [must("stack", 3, weeks=UNSAID)])])  # fmt: skip
VECTORS.append(vector("training_unknown: asked once, for every such must", {"questions": ["training_unknown move"], "verdict": "unclear"},
                      held=[own("move", 1)], tasks=[task("boxes", 4, [must("move", 3, weeks=UNSAID)]), task("shop", 4, [must("move", 2, weeks=UNSAID)])]))  # fmt: skip
silent("training_unknown", ("the must is met", {"requires": [must("move", 3, weeks=UNSAID)]}),
       ("it is no must", {"held": [own("move", 1)], "requires": [require("should", "move", 3, weeks=UNSAID)]}),
       ("it cannot be trained", {"held": [own("move", 1)], "requires": [must("move", 3, weeks=None)]}),
       ("whether it is held is to be asked first", {"held": [], "requires": [must("move", 3, weeks=UNSAID)]}))  # fmt: skip

ask("exposure_unknown env_noise", "a must that may leave no task", ["employer", swing(accommodation=0.1, **NO_HOURS), True],
    needs=[limit("env_noise", 1)])  # fmt: skip
ask("exposure_unknown env_noise", "a should decides nothing", ["employer", swing(accommodation=0.5), False], needs=[limit("env_noise", 1, "should")])
ask("exposure_unknown phy_lift", "a ceiling may be exceeded ten thousand times", ["employer", swing(accommodation=0.1, **NO_HOURS), True],
    needs=[ceiling("phy_lift", 10)])  # fmt: skip
ask("exposure_unknown env_noise", "the tasks that state it keep what they state",
    # three of three above tolerance already; the answer is about the other task alone
    ["employer", 0, False], tasks=[task("boxes", 8, [must("move", 3)]), task("noisy", 4, [must("move", 3)], exposures={"env_noise": 4})],
    needs=[limit("env_noise", 1, "nice")])  # fmt: skip
ask("exposure_unknown env_noise", "an optional task is asked about, too", ["employer", 0, False], needs=[limit("env_noise", 1)],
    tasks=[task("boxes", 8, [must("move", 3)], exposures={"env_noise": 1}), task("extra", 4, [must("move", 3)], optional=True)])  # fmt: skip
silent("exposure_unknown", ("everything is tolerated", {"needs": [limit("env_noise", 4)]}),
       ("no exposure can exceed the ceiling", {"needs": [ceiling("phy_lift", 100000)]}),
       ("it is told for the whole opening", {"needs": [limit("env_noise", 1)], "opening": {"exposures.env_noise": 3}}),
       ("nobody needs it", {}))  # fmt: skip

ask("provision_unknown sup_contact", "a must that may be refused", ["employer", swing(accommodation=0.1), True], {"verdict": "unclear"},
    needs=[provision("sup_contact", 2)])  # fmt: skip
ask("provision_unknown sup_contact", "a nice decides nothing", ["employer", swing(accommodation=0.8), False], needs=[provision("sup_contact", 1, "nice")])
for condition in ("sup_followup", "sup_getready", "sup_aids", "sup_assistance"):
    ask(f"provision_unknown {condition}", f"the municipality gives {condition}", ["caseworker", swing(accommodation=0.5), False],
        needs=[provision(condition, 2, "should")])  # fmt: skip
ask("provision_unknown tra_public", "whether a bus goes there can be asked", ["employer", swing(accommodation=0.1), True],
    needs=[provision("tra_public", 2)])  # fmt: skip
silent("provision_unknown", ("nothing is required of it", {"needs": [provision("sup_contact", 0)]}),
       ("it is refused", {"needs": [provision("sup_contact", 2)], "opening": {"provisions.sup_contact": 0}}), ("nobody needs it", {}))  # fmt: skip

ask("term_unknown terms.paid", "no pay, no fit", ["employer", 0, True], terms={"paid": DROP})
ask("term_unknown terms.practice", "beside pay it decides nothing", ["employer", 0, False], terms={"practice": DROP})
ask("term_unknown terms.practice", "without pay it decides all", ["employer", 0, True], {"verdict": "practice_only"},
    terms={"paid": "no", "practice": "unknown"})  # fmt: skip
for term in ("hybrid", "prospect", "fleksjob"):
    ask(f"term_unknown terms.{term}", f"{term} is for the plan and the timing", ["employer", 0, False], terms={term: DROP})
VECTORS.append(vector("terms are asked about in their order, what decides first",
                      {"questions": [f"term_unknown terms.{t}" for t in ("paid", "practice", "hybrid", "prospect", "fleksjob")]},
                      opening={"terms": DROP}))  # fmt: skip
silent("term_unknown", ("all are refused", {"terms": dict.fromkeys(("paid", "practice", "hybrid", "prospect", "fleksjob"), "no")}),
       ("what an hour's pay is for is never unknown", {"terms": {"pay_basis": "present"}}))  # fmt: skip
ask("weekly_variation_unknown weekly_variation", "for the plan, not for the score", ["employer", 0, False], opening={"weekly_variation": DROP})
silent("weekly_variation_unknown", ("it is high", {"opening": {"weekly_variation": "high"}}))

ask("sector_unknown sector", "what is sought may be found or not", ["caseworker", swing(wish=0.8), False],
    citizen={"wishes": [wish("seek", "46.31")]}, opening={"sector": DROP})  # fmt: skip
ask("sector_unknown sector", "what is avoided may be found or not", ["caseworker", swing(wish=0.5), False],
    citizen={"wishes": [wish("avoid", "46.3")]}, opening={"sector": DROP})  # fmt: skip
ask("sector_unknown sector", "each sector wished about is tried, and one beside them",
    # 46: all is well; 47: nothing sought, and what is avoided is found; 01: nothing sought
    ["caseworker", swing(wish=0.4), False], citizen={"wishes": [wish("seek", "46"), wish("avoid", "47")]}, opening={"sector": DROP})  # fmt: skip
ask("sector_unknown sector", "the first sector beside those wished about is 02", ["caseworker", swing(wish=0.8), False],
    citizen={"wishes": [wish("seek", "01.1")]}, opening={"sector": DROP})  # fmt: skip
silent("sector_unknown", ("no wish is about a sector", {"citizen": {"wishes": [wish("seek", "move")]}, "opening": {"sector": DROP}}),
       ("there are no wishes", {"opening": {"sector": DROP}}))  # fmt: skip

VECTORS += [
    vector("what decides is asked first, then what is worth most, then in the order of the table",
           {"questions": ["competence_unknown move", "term_unknown terms.paid", "provision_unknown tim_breaks", "provision_unknown sup_aids",
                          "prerequisites_unknown prerequisites", "purpose_unknown purpose", "term_unknown terms.hybrid",
                          "weekly_variation_unknown weekly_variation"]},
           held=[], citizen={"prerequisites": DROP, "purpose": DROP}, terms={"paid": DROP, "hybrid": DROP}, opening={"weekly_variation": DROP},
           needs=[provision("sup_aids", 1, "nice"), provision("tim_breaks", 1, "should")]),
    vector("alike in worth, needs are asked about in the order they are told in",
           {"questions": ["provision_unknown tim_breaks", "provision_unknown sup_aids"]},
           needs=[provision("tim_breaks", 1, "nice"), provision("sup_aids", 1, "nice")]),
    vector("where nothing at all is known an answer without a score is worth nothing",
           {"score": None, "coverage": 0, "question needs_unknown needs": ["citizen", 0, False], "question requirements_unknown boxes": ["employer", 0, False]},
           citizen={"competencies": [], "needs": DROP, "hours": DROP, "availability": DROP, "travel": DROP, "choice": "declined"},
           opening={"hours": DROP}, task={"hours": DROP, "windows": DROP, "requires": DROP}),
]  # fmt: skip
