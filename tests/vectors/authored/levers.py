# SPDX-License-Identifier: Apache-2.0
"""What would make it work: each change by each actor, what is nobody's to change, sets of two and three, order and end.

Eight hours of boxes, five asked for by the employer and four by the citizen, are a fit of score 1; what is missed of a must costs
0.9 of its shortfall. A task that is out of reach has no hours: 0.1 of both sides' hours.
"""

from authoring import (
    DROP, UNSAID, WORKDAYS, ceiling, limit, must, of, own, provision, require, task, vector, window, wish,
)  # fmt: skip

NO_HOURS = {"hours_citizen": 0.1, "hours_employer": 0.1}
VECTORS = []


def lever(names, shows, expected, also=None, **changes):
    """The levers are these, and the first is so: from, to, verdict, score, gain."""
    names = names if isinstance(names, list) else [names]
    expect = {"levers": names, f"lever {names[0]}": expected, **(also or {})}
    VECTORS.append(vector(f"{names[0].split()[1]}: {shows}", expect, **changes))


def none(change, *situations):
    for shows, changes in situations:
        code = change.split()[-1]
        VECTORS.append(vector(f"no {code}: {shows}", {"levers-": [change], **changes.pop("also", {})}, **changes))


def gain(best=1, **factors):
    return best - of(**factors)


FLAT = dict(hours={"min": 1, "max": 12})

# A provision given

lever("employer provision_given sup_contact", "a refused must makes a fit", [0, 2, "fit", 1, gain(accommodation=0.1)],
      {"verdict": "practice_only"}, needs=[provision("sup_contact", 2)], opening={"provisions.sup_contact": 0})  # fmt: skip
lever("employer provision_given sup_contact", "what nobody has told of can be promised", [None, 2, "fit", 1, gain(accommodation=0.55)],
      {"verdict": "unclear"}, needs=[provision("sup_contact", 2)])  # fmt: skip
lever("employer provision_given tim_breaks", "the rest of it", [1, 2, "fit", 1, gain(accommodation=0.75)],
      needs=[provision("tim_breaks", 2, "should")], opening={"provisions.tim_breaks": 1})  # fmt: skip
for condition in ("sup_followup", "sup_getready", "sup_aids", "sup_assistance"):
    lever(f"municipality provision_given {condition}", f"the municipality gives {condition}", [0, 1, "fit", 1, gain(accommodation=0.8)],
          needs=[provision(condition, 1, "nice")], opening={f"provisions.{condition}": 0})  # fmt: skip
lever(["employer provision_given tim_breaks", "municipality provision_given sup_aids"], "alike in score, in the order of the needs",
      [0, 1, "fit", of(accommodation=0.5), of(accommodation=0.5) - of(accommodation=0.25)],
      needs=[provision("tim_breaks", 1, "should"), provision("sup_aids", 1, "should")],
      opening={"provisions": {"tim_breaks": 0, "sup_aids": 0}})  # fmt: skip
lever(["municipality provision_given sup_aids", "employer provision_given tim_breaks"], "what gains more stands first",
      [0, 1, "fit", of(accommodation=0.8), of(accommodation=0.8) - of(accommodation=0.4)],
      needs=[provision("tim_breaks", 1, "nice"), provision("sup_aids", 1, "should")],
      opening={"provisions": {"tim_breaks": 0, "sup_aids": 0}})  # fmt: skip
none("employer provision_given", ("nobody moves the workplace to the bus", {"needs": [provision("tra_public", 2)], "opening": {"provisions.tra_public": 0}}),
     ("there is enough of it", {"needs": [provision("sup_contact", 1)], "opening": {"provisions.sup_contact": 1}}),
     ("nothing is required of it", {"needs": [provision("sup_contact", 0)], "opening": {"provisions.sup_contact": 0}}),
     ("nobody needs it", {"opening": {"provisions.sup_contact": 0}}))  # fmt: skip

# An exposure reduced

lever("employer exposure_reduced env_noise", "down to what is tolerated, and there is a task", [3, 1, "fit", 1, gain(accommodation=0.4, **NO_HOURS)],
      {"verdict": "blocked"}, needs=[limit("env_noise", 1)], opening={"exposures.env_noise": 3})  # fmt: skip
lever("employer exposure_reduced phy_lift", "a ceiling, to the thousandth", [12.5, 10, "fit", 1, gain(accommodation=0.9)],
      needs=[ceiling("phy_lift", 10, "should")], task={"exposures": {"phy_lift": 12.5}})  # fmt: skip
lever("employer exposure_reduced env_noise", "on every task that is above, from the worst", [4, 2, "fit", 1, gain(accommodation=0.1, **NO_HOURS)],
      needs=[limit("env_noise", 2)], tasks=[task("boxes", 8, [must("move", 3)], exposures={"env_noise": 3}),
      task("shop", 8, [must("move", 3)], exposures={"env_noise": 4})])  # fmt: skip
lever(["employer exposure_reduced env_noise", "employer task_carved noisy"], "a task that overrides the opening's exposure",
      [4, 2, "fit", 1, gain(accommodation=0.5)], needs=[limit("env_noise", 2, "should")], opening={"exposures.env_noise": 1},
      tasks=[task("boxes", 8, [must("move", 3)]), task("noisy", 8, [must("move", 3)], exposures={"env_noise": 4})])  # fmt: skip
none("employer exposure_reduced", ("it is unknown, and asked about", {"needs": [limit("env_noise", 1)], "also": {"questions": ["exposure_unknown env_noise"]}}),
     ("it is at what is tolerated", {"needs": [limit("env_noise", 1)], "opening": {"exposures.env_noise": 1}}),
     ("it is at the ceiling", {"needs": [ceiling("phy_lift", 10)], "opening": {"exposures.phy_lift": 10}}),
     ("everything is tolerated", {"needs": [limit("env_noise", 4)], "opening": {"exposures.env_noise": 4}}),
     ("nobody minds", {"opening": {"exposures.env_noise": 4}}))  # fmt: skip
VECTORS.append(vector("no exposure_reduced: only an optional task is above, and another is paid", {"levers": []}, needs=[limit("env_noise", 1)],
                      tasks=[task("boxes", 8, [must("move", 3)], exposures={"env_noise": 0}), task("extra", 4, exposures={"env_noise": 4}, optional=True)]))  # fmt: skip

# A task carved away

TRUCK = [task("boxes", 8, [must("move", 3)]), task("truck", 8, [must("truck", 3, weeks=None)])]
FAR = [own("move", 3), own("truck", 0)]
lever("employer task_carved truck", "what is out of reach weighs no longer", [None, None, "fit", 1, gain(competence=0.1**0.5)],
      held=FAR, tasks=TRUCK)  # fmt: skip
lever("employer task_carved truck", "where all are optional all are core", [None, None, "fit", 1, gain(competence=0.1**0.5)],
      held=FAR, tasks=[{**t, "optional": True} for t in TRUCK])  # fmt: skip
lever(["employer task_carved truck", "employer task_carved picking"], "each of two, the heavier first",
      [None, None, "fit", of(competence=0.1 ** (4 / 12)), of(competence=0.1 ** (4 / 12)) - of(competence=0.1 ** (12 / 20))],
      held=[*FAR, own("pick", 0)], tasks=[*TRUCK, task("picking", 4, [must("pick", 3, weeks=None)])])  # fmt: skip
none("employer task_carved", ("there is only one task", {"held": [own("move", 0)], "requires": [must("move", 3, weeks=None)]}),
     ("an optional task is carved away already", {"held": FAR, "tasks": [TRUCK[0], {**TRUCK[1], "optional": True}]}),
     ("no task would be left, and without one there is no fit", {"held": [own("move", 0), own("truck", 0)], "tasks": [
         task("boxes", 8, [must("move", 3, weeks=None)]), task("truck", 8, [must("truck", 3, weeks=None)])], "also": {"levers": []}}))  # fmt: skip

# A requirement trained

lever("municipality requirement_trained move", "practice becomes pay", [1, 3, "fit", 1, gain(competence=0.4)], {"verdict": "practice_only"},
      held=[own("move", 1)])  # fmt: skip
lever("municipality requirement_trained move", "up to the policy's weeks", [1, 3, "fit", 1, gain(competence=0.4)], held=[own("move", 1)],
      requires=[must("move", 3, weeks=26)])  # fmt: skip
lever("municipality requirement_trained move", "the policy says how many weeks", [1, 3, "fit", 1, gain(competence=0.4)], {"verdict": "practice_only"},
      held=[own("move", 1)], requires=[must("move", 3, weeks=27)], policy={"max_training_weeks": 27})  # fmt: skip
lever("municipality requirement_trained pick", "a nice is worth its part", [0, 3, "fit", 1, gain(competence=0.8)],
      held=[own("move", 3), own("pick", 0)], requires=[must("move", 3), require("nice", "pick", 3)])  # fmt: skip
lever("municipality requirement_trained move", "a complete profile begins at 0", [0, 3, "fit", 1, gain(competence=0.1)],
      citizen={"competencies": [], "competencies_complete": True})  # fmt: skip
lever(["municipality requirement_trained move", "employer task_carved shop"],
      "once for all tasks, to the highest level that they want", [2, 4, "fit", 1, gain(competence=(0.7**0.5) * (0.55**0.5))],
      {"verdict": "practice_only"}, held=[own("move", 2)], tasks=[task("boxes", 4, [must("move", 3)]), task("shop", 4, [must("move", 4)])])  # fmt: skip
lever("municipality requirement_trained disassemble", "a must that something near makes up for in points is still to be learned",
      [0, 3, "fit", 1, 0], {"verdict": "practice_only", "score": 1}, held=[own("repair", 5), own("disassemble", 0)],
      requires=[must("disassemble", 3)])  # fmt: skip
none("municipality requirement_trained", ("it cannot be trained", {"held": [own("move", 1)], "requires": [must("move", 3, weeks=None)]}),
     ("it takes too long", {"held": [own("move", 1)], "requires": [must("move", 3, weeks=27)]}),
     ("whether it can be trained is unknown", {"held": [own("move", 1)], "requires": [must("move", 3, weeks=UNSAID)]}),
     ("whether it is held is unknown", {"held": []}), ("it is met, if only as stated", {"held": [own("move", 3, "stated")]}))  # fmt: skip

# Hours, windows, terms

lever(["employer hours_min_lowered hours", "employer task_hours_raised boxes"], "to what there is work for, or work to what is asked for",
      [10, 8, "fit", 1, gain(hours_employer=0.82)], {"lever employer task_hours_raised boxes": [8, 10, "fit", 1, gain(hours_employer=0.82)]},
      opening={"hours.min": 10})  # fmt: skip
lever("employer hours_min_lowered hours", "to the citizen's max", [8, 6, "fit", 1, gain(hours_employer=0.1 + 0.9 * 0.75)],
      citizen={"hours": {"min": 4, "max": 6}}, opening={"hours.min": 8})  # fmt: skip
lever("employer hours_max_raised hours", "to the citizen's min; or the citizen's min down to it", [3, 4, "fit", 1, gain(hours_citizen=0.775)],
      {"levers": ["employer hours_max_raised hours", "citizen hours_min_lowered hours"],
       "lever citizen hours_min_lowered hours": [4, 3, "fit", 1, gain(hours_citizen=0.775)]},
      opening={"hours": {"min": 1, "max": 3}})  # fmt: skip
lever("employer hours_max_raised hours", "growth is raised with it", [3, 4, "fit", 1, gain(hours_citizen=0.775)],
      {"levers+": ["employer hours_max_raised hours"], "levers": ["employer hours_max_raised hours", "citizen hours_min_lowered hours"]},
      opening={"hours": {"min": 1, "max": 3, "growth": 3}})  # fmt: skip
VECTORS += [
    vector("hours_max_raised: the citizen's, to the employer's min, within the health limit",
           {"lever citizen hours_max_raised hours": [3, 5, "fit", 1, gain(hours_citizen=0.8)],
            "levers": ["employer hours_min_lowered hours", "citizen hours_max_raised hours"]},
           citizen={"hours": {"min": 2, "max": 3, "limit": 12, "committed": 0}}),
    vector("hours_max_raised: the citizen's, to just what is left of the limit",
           {"levers+": ["citizen hours_max_raised hours"]}, citizen={"hours": {"min": 2, "max": 3, "limit": 7, "committed": 2}}),
    vector("no hours_max_raised: the employer's min is a quarter-hour above what is left of the citizen's limit",
           {"levers-": ["citizen hours_max_raised"], "levers+": ["employer hours_min_lowered hours"]},
           citizen={"hours": {"min": 2, "max": 3, "limit": 7, "committed": 2.25}}),
    vector("no hours_max_raised: nobody has told what is committed of the citizen's health limit",
           {"levers": [], "questions": ["committed_unknown hours.committed"]}, citizen={"hours": {"min": 2, "max": 3, "limit": 12}}),
    vector("hours_max_raised: to twenty hours a month, as they are stated",
           # 277 minutes are met by 270, which is 30 of the 480 from the max to the limit
           {"lever citizen hours_max_raised hours": [4, 4.617, "fit", 1, gain(hours_citizen=1 - 0.9 * 30 / 480)]},
           citizen={"hours": {"min": 2, "max": 4, "limit": 12, "committed": 0}}, opening={"hours": {"min": 20, "max": 40, "unit": "month"}}),
    vector("no hours_max_raised: the citizen has no health limit", {"levers": ["employer hours_min_lowered hours"]},
           citizen={"hours": {"min": 2, "max": 3}}),
    vector("no hours_min_lowered: nothing at all is possible", {"levers-": ["employer hours_min_lowered", "citizen hours_min_lowered"]},
           citizen={"availability": []}),
    vector("no hours_min_lowered: twenty hours a month are met by four and a half a week", {"levers": [], "score": 1},
           opening={"hours": {"min": 20, "max": 60, "unit": "month"}}, task={"hours.max": 4.5}),
    vector("hours_min_lowered: the citizen's, when there is too little work", {"levers+": ["citizen hours_min_lowered hours", "employer task_hours_raised boxes"]},
           opening={"hours": {"min": 1, "max": 12}}, task={"hours.max": 3}),
    vector("task_hours_raised: at most the whole week", {"lever employer task_hours_raised boxes": [8, 10, "fit", 1, gain(hours_employer=0.82)]},
           opening={"hours.min": 10}, task={"hours": {"min": 8, "max": 8}}),
    vector("no task_hours_raised: there is work enough, but no time", {"levers-": ["employer task_hours_raised"]},
           task={"hours.max": 40}, citizen={"availability": [window("mon", "08:00", "10:00")]}),
    vector("no task_hours_raised: a task without a max has no more of it", {"levers-": ["employer task_hours_raised"], "levers+": ["employer hours_min_lowered"]},
           task={"hours": {}}, opening={"hours": {"min": 11, "max": 12}}),
]  # fmt: skip
lever("employer window_moved boxes", "work at the citizen's hours lifts the block", [0, 4, "fit", of(hours_employer=0.82), of(hours_employer=0.82) - of(**NO_HOURS)],
      {"verdict": "blocked"}, citizen={"availability": [window("mon", "08:00", "12:00")]}, task={"windows": [window("tue", "08:00", "12:00")]})  # fmt: skip
lever("employer window_moved boxes", "from the hours in common", [2, 8, "fit", 1, gain(hours_citizen=0.55, hours_employer=0.46)],
      {"levers+": ["employer window_moved boxes"], "levers": ["employer window_moved boxes", "employer hours_min_lowered hours", "citizen hours_min_lowered hours"]},
      citizen={"availability": [window("mon tue", "08:00", "12:00")]}, task={"windows": [window("tue", "10:00", "16:00")]})  # fmt: skip
none("employer window_moved", ("the citizen has no time outside them", {}), ("when the citizen has time is unknown", {"citizen": {"availability": DROP}}),
     ("the windows are unknown", {"task": {"windows": DROP}}),
     ("there is time enough in common", {"citizen": {"availability": [window(WORKDAYS, "08:00", "20:00")]}}))  # fmt: skip
lever("employer term_agreed terms.paid", "pay agreed to is all that was missing", ["no", "yes", "fit", 1, 0], {"verdict": "practice_only"},
      terms={"paid": "no"})  # fmt: skip
lever(["municipality requirement_trained move", "employer term_agreed terms.practice"], "practice for who has to learn",
      [1, 3, "fit", 1, gain(competence=0.4)], {"verdict": "blocked", "lever employer term_agreed terms.practice": ["no", "yes", "practice_only", of(competence=0.4), 0]},
      held=[own("move", 1)], terms={"practice": "no"})  # fmt: skip
none("employer term_agreed", ("a hybrid, a prospect and a fleksjob are the employer's own affair", {"terms": {"hybrid": "no", "prospect": "no", "fleksjob": "no"}}),
     ("nobody has asked about pay", {"terms": {"paid": "unknown"}}),
     ("practice is refused where pay is not", {"terms": {"practice": "no"}}))  # fmt: skip

# What is nobody's to change

NOISY = {"needs": [limit("env_noise", 1)]}
VECTORS += [
    vector("no lever touches a gate", {"verdict": "blocked", "levers": []}, citizen={"gates": {"gate_age18": "no"}}, opening={"gates": ["gate_age18"]}),
    vector("no lever touches a choice", {"verdict": "blocked", "levers": []}, citizen={"choice": "declined"}),
    vector("no lever makes up a pending choice", {"verdict": "unclear", "levers": []}, citizen={"choice": "pending"}),
    vector("no lever touches a wish", {"score": of(wish=0.5), "levers": []}, citizen={"wishes": [wish("avoid", "move")]}),
    vector("no lever touches a need that is unknown", {"verdict": "unclear", "levers": []}, citizen={"needs": DROP}),
    vector("no lever touches the health limit", {"verdict": "blocked", "blockers": ["load_exceeded hours.committed"], "levers": []},
           citizen={"hours": {"min": 0, "max": 10, "limit": 12, "committed": 12}}),
    vector("no lever touches the hours of a day or availability", {"verdict": "blocked", "levers": []}, citizen={"hours.max_per_day": 0}),
    vector("no lever touches travel", {"verdict": "blocked", "blockers": ["travel_too_far travel"], "levers": []}, travel_minutes=31),
    vector("what leaves it blocked is no lever", {"verdict": "blocked", "levers": []}, needs=[provision("sup_contact", 2, "should")],
           opening={"provisions.sup_contact": 0, "gates": ["gate_age18"]}, citizen={"gates": {"gate_age18": "no"}}),
    vector("what is unknown is asked, not changed", {"verdict": "unclear", "levers": [], "questions": ["competence_unknown move"]}, held=[]),
    vector("where nothing is known, what is promised is the first score",
           {"score": None, "coverage": 0, "lever employer provision_given sup_contact": [None, 2, "unclear", of(competence=0.325, hours_employer=0.55, hours_citizen=0.55), 0]},
           held=[], needs=[provision("sup_contact", 2)], citizen={"hours": DROP, "availability": DROP, "travel": DROP}, opening={"hours": DROP},
           task={"hours": DROP, "windows": DROP, "requires": DROP}),
]  # fmt: skip

# Sets

PAID, CONTACT = "employer term_agreed terms.paid", "employer provision_given sup_contact"
NO_CONTACT = {"needs": [provision("sup_contact", 2)], "opening": {"provisions.sup_contact": 0}}
LEARN = "municipality requirement_trained move"
VECTORS += [
    vector("two changes make a fit where neither does: pay and a contact person",
           {"verdict": "practice_only", "levers": [f"{CONTACT} + {PAID}", CONTACT],
            f"lever {CONTACT} + {PAID}": ["fit", 1, gain(accommodation=0.1)], f"lever {CONTACT}": [0, 2, "practice_only", 1, gain(accommodation=0.1)]},
           terms={"paid": "no"}, **NO_CONTACT),
    vector("three changes make a fit where no two do: pay, a contact person and training",
           {"verdict": "practice_only", "levers": [f"{CONTACT} + {LEARN} + {PAID}", CONTACT, LEARN],
            f"lever {CONTACT} + {LEARN} + {PAID}": ["fit", 1, gain(accommodation=0.1, competence=0.4)]},
           terms={"paid": "no"}, held=[own("move", 1)], **NO_CONTACT),
    vector("one training masters a broader must too, at exactly its level, and pay is the second change",
           {"verdict": "practice_only", "levers": [f"municipality requirement_trained disassemble + {PAID}", "municipality requirement_trained disassemble",
            "municipality requirement_trained repair"],
            f"lever municipality requirement_trained disassemble + {PAID}": ["fit", 1, gain(competence=0.1)]},
           terms={"paid": "no"}, held=[own("repair", 0), own("disassemble", 0)], requires=[must("repair", 4), must("disassemble", 5)],
           policy={"similarity": {"narrower": 0.8}}),
    vector("four changes are too many", {"verdict": "practice_only", "levers": [LEARN]},
           terms={"paid": "no"}, held=[own("move", 1)], needs=[provision("sup_contact", 2), provision("tim_breaks", 2)],
           opening={"provisions": {"sup_contact": 0, "tim_breaks": 0}}),
    vector("no set is told where one change makes a fit", {"verdict": "practice_only", "levers": [PAID, "employer provision_given tim_breaks"]},
           terms={"paid": "no"}, needs=[provision("tim_breaks", 2, "should")], opening={"provisions.tim_breaks": 0}),
    vector("no set is told of a fit, however weak", {"verdict": "fit", "levers": ["employer provision_given tim_breaks", "employer provision_given phy_vary"]},
           needs=[provision("tim_breaks", 2, "should"), provision("phy_vary", 2, "should")], opening={"provisions": {"tim_breaks": 0, "phy_vary": 0}}),
    vector("two ways to a fit, each of two changes, and no set that holds one of them",
           {"verdict": "practice_only",
            "levers": [f"{LEARN} + {PAID}", f"municipality requirement_trained stack + {PAID}", LEARN, "employer task_carved boxes",
                       "municipality requirement_trained stack"],
            f"lever {LEARN} + {PAID}": ["fit", of(competence=0.4**0.5), of(competence=0.4**0.5) - of(competence=0.1**0.5 * 0.4**0.5)]},
           terms={"paid": "no"}, held=[own("move", 0), own("stack", 1)],
           tasks=[task("boxes", 8, [must("move", 3)]), task("shop", 8, [must("stack", 3)])]),
    vector("a change of the municipality, one of the employer and a window together",
           {"verdict": "blocked", "levers": [f"{LEARN} + employer window_moved boxes + {PAID}", "employer window_moved boxes"]},
           held=[own("move", 1)], terms={"paid": "no"}, citizen={"availability": [window("mon tue wed", "08:00", "12:00")]},
           task={"windows": [window("thu", "08:00", "12:00")]}),
    vector("no set changes what is nobody's to change", {"verdict": "blocked", "levers": []}, terms={"paid": "no"},
           citizen={"gates": {"gate_age18": "no"}}, opening={"gates": ["gate_age18"], "provisions.sup_contact": 0}, needs=[provision("sup_contact", 2)]),
]  # fmt: skip

# Any of twelve trainings with any of twelve windows makes a fit. The last task is worth eight hours, each other two, so
# that to train and move the last gains most, and of all sets it is the last to be found.
TRADES = ("move", "stack", "pick", "truck", "clean", "file", "detail", "repair", "teams", "waste", "restock", "register")
TRAINED = [f"municipality requirement_trained {name}" for name in TRADES]
MOVED = [f"employer window_moved {name}s" for name in TRADES]
VECTORS.append(vector(
    "of a hundred and forty-four sets of two the twenty best are told, and the last is the best",
    {"verdict": "blocked", "blockers": ["no_common_time availability"],
     "levers": [*(f"{trained} + {MOVED[11]}" for trained in (TRAINED[11], *TRAINED[:11])), *(f"{TRAINED[11]} + {moved}" for moved in MOVED[:8])],
     f"lever {TRAINED[11]} + {MOVED[11]}": ["fit", of(competence=0.7 ** (22 / 30)), gain(of(competence=0.7 ** (22 / 30)), competence=0.7, **NO_HOURS)],
     f"lever {TRAINED[0]} + {MOVED[11]}": ["fit", of(competence=0.7 ** (28 / 30)), gain(of(competence=0.7 ** (28 / 30)), competence=0.7, **NO_HOURS)]},
    held=[own(name, 2) for name in TRADES],
    tasks=[task(f"{name}s", 8 if name == TRADES[11] else 2, [must(name, 3)], windows=[window("sat sun", "08:00", "16:00")]) for name in TRADES]))  # fmt: skip

# The end

CONDITIONS = ("env_noise env_distraction env_crowd env_light env_climate env_air env_machines env_substances phy_stand phy_walk phy_sit phy_bend "
              "phy_reach phy_repeat phy_finehand phy_climb phy_senses phy_stamina cog_concentration cog_memory cog_multitask cog_autonomy").split()  # fmt: skip
MANY = {"needs": [limit(c, 3, "nice") for c in CONDITIONS], "opening": {"exposures": dict.fromkeys(CONDITIONS, 4)}}
VECTORS += [
    vector("of twenty-two levers the first twenty are told",
           {"levers": [f"employer exposure_reduced {c}" for c in CONDITIONS[:20]]}, policy={"shares": {"nice": 0.02}}, **MANY),
    vector("what gains most is among the twenty, wherever it stands",
           {"levers": [f"employer exposure_reduced {c}" for c in (CONDITIONS[21], *CONDITIONS[:19])]}, policy={"shares": {"nice": 0.02, "should": 0.5}},
           needs=[limit(c, 3, "should" if c == CONDITIONS[21] else "nice") for c in CONDITIONS], opening=MANY["opening"]),
    vector("a criterion at its floor gains nothing by one change", {"levers": [], "accommodation.value": 0.1},
           needs=[limit(c, 3, "should") for c in CONDITIONS], opening=MANY["opening"]),
]  # fmt: skip
