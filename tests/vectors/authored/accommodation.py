# SPDX-License-Identifier: Apache-2.0
"""Needs against exposures and provisions."""

from authoring import DROP, ceiling, limit, must, of, own, provision, task, vector

VECTORS = []
ALL_WELL = {"accommodation.value": 1, "score": 1, "verdict": "fit"}

for tolerates in range(5):
    for exposure in range(5):
        x = max(0, exposure - tolerates) / max(1, 4 - tolerates)
        VECTORS.append(vector(
            f"tolerance {tolerates} of exposure {exposure} {'costs nothing' if x == 0 else f'is short {x:.3g} of what can be missing'}",
            {"verdict": "fit", "accommodation.value": round(1 - 0.5 * x, 3), "score": of(accommodation=1 - 0.5 * x),
             "accommodation.env_noise.state": "short" if x else "met", "accommodation.env_noise.have": exposure,
             "accommodation.env_noise.want": tolerates, "accommodation.env_noise.share": 0.5, "coverage": 1},
            needs=[limit("env_noise", tolerates, "should")], task={"exposures.env_noise": exposure}))  # fmt: skip

for requires in range(3):
    for offered in (0, 1, 2, None):
        unknown = offered is None and requires > 0
        x = 0.5 if unknown else max(0, requires - (offered or 0)) / max(1, requires)
        VECTORS.append(vector(
            f"a provision {requires} required and {'untold' if offered is None else offered} offered is short {x:.3g}",
            {"verdict": "fit", "accommodation.value": 1 - 0.5 * x, "accommodation.sup_contact.have": offered,
             "accommodation.sup_contact.want": requires, "accommodation.low": 0.5 if unknown else 1 - 0.5 * x,
             "accommodation.high": 1 if unknown else 1 - 0.5 * x,
             "accommodation.sup_contact.state": "unknown" if unknown else "short" if x else "met"},
            needs=[provision("sup_contact", requires, "should")],
            opening={} if offered is None else {"provisions.sup_contact": offered}))  # fmt: skip

for at_most, exposure, x in (
    (10, 10, 0), (10, 9.999, 0), (10, 10.001, 0.001 / 10.001), (10, 15, 1 / 3), (10, 20, 0.5), (0, 0, 0),
    (0, 0.001, 1), (2.5, 10, 0.75), (100000, 100000, 0), (10.001, 10.001, 0), (0.30000000000000004, 0.3, 0), (0.3, 0.1 + 0.2, 0),
):  # fmt: skip
    VECTORS.append(vector(
        f"a ceiling of {at_most} kg against {exposure} kg is short {x:.3g}",
        {"verdict": "fit", "accommodation.value": round(1 - 0.5 * x, 3),
         "accommodation.phy_lift.state": "short" if x else "met"},
        needs=[ceiling("phy_lift", at_most, "should")], task={"exposures.phy_lift": exposure}))  # fmt: skip

for strength, share in (("must", 0.9), ("should", 0.5), ("nice", 0.2)):
    VECTORS.append(vector(
        f"a need that is {strength} may take away {share}",
        {"accommodation.value": 1 - share * 0.5, "accommodation.sup_contact.share": share,
         "verdict": "practice_only" if strength == "must" else "fit"},
        needs=[provision("sup_contact", 2, strength)], opening={"provisions.sup_contact": 1}))  # fmt: skip

VECTORS += [
    vector("a must-limit at its edge is kept",
           {**ALL_WELL, "task.boxes.reasons": ["mastered move"]}, needs=[limit("env_noise", 2)], task={"exposures.env_noise": 2}),
    vector("a must-limit exceeded by one puts the task out of reach, and no training helps",
           {"verdict": "blocked", "task.boxes": "out_of_reach", "blockers": ["no_task_within_reach env_noise @boxes"],
            "task.boxes.reasons": ["mastered move", "exposure_above_tolerance env_noise"], "accommodation.value": 0.55},
           needs=[limit("env_noise", 2)], task={"exposures.env_noise": 3}),
    vector("a must-ceiling at its edge is kept", ALL_WELL, needs=[ceiling("phy_lift", 15)], task={"exposures.phy_lift": 15}),
    vector("a must-ceiling exceeded by a thousandth puts the task out of reach",
           {"verdict": "blocked", "task.boxes.reasons": ["mastered move", "ceiling_exceeded phy_lift"],
            "blockers": ["no_task_within_reach phy_lift @boxes"]},
           needs=[ceiling("phy_lift", 15)], task={"exposures.phy_lift": 15.001}),
    vector("what adding leaves far below a thousandth is none",
           {**ALL_WELL, "accommodation.phy_lift.have": 15.3}, needs=[ceiling("phy_lift", 15.3)],
           task={"exposures.phy_lift": 15.1 + 0.1 + 0.1}),
    vector("a should-limit exceeded leaves the task paid",
           {"verdict": "fit", "task.boxes": "paid", "task.boxes.reasons": ["mastered move"], "accommodation.value": 0.5},
           needs=[limit("env_noise", 2, "should")], task={"exposures.env_noise": 4}),
    vector("a nice-ceiling exceeded leaves the task paid",
           {"verdict": "fit", "task.boxes": "paid", "accommodation.value": 0.9},
           needs=[ceiling("phy_lift", 5, "nice")], task={"exposures.phy_lift": 10}),
    vector("an exposure nobody has told leaves a must-limit unknown",
           {"verdict": "unclear", "task.boxes": "unclear", "task.boxes.reasons": ["mastered move", "exposure_unknown env_noise"],
            "accommodation.value": 0.55, "accommodation.low": 0.1, "accommodation.high": 1,
            "accommodation.env_noise.state": "unknown", "accommodation.env_noise.have": None, "timing": "ask_first",
            "timing.reasons": ["must_unknown env_noise @boxes"]},
           needs=[limit("env_noise", 2)]),
    vector("an exposure nobody has told leaves a must-ceiling unknown",
           {"task.boxes.reasons": ["mastered move", "exposure_unknown phy_lift"], "verdict": "unclear"}, needs=[ceiling("phy_lift", 10)]),
    vector("an exposure nobody has told leaves a should-limit unknown and the task paid",
           {"verdict": "fit", "accommodation.value": 0.75, "accommodation.low": 0.5, "accommodation.high": 1, "timing": "paid_now"},
           needs=[limit("env_noise", 2, "should")]),
    vector("one who tolerates everything need not be told the exposure",
           {**ALL_WELL, "accommodation.env_noise.state": "met", "accommodation.env_noise.have": None, "coverage": 1},
           needs=[limit("env_noise", 4)]),
    vector("one who requires nothing of a provision need not be told of it",
           {**ALL_WELL, "accommodation.sup_contact.state": "met", "coverage": 1}, needs=[provision("sup_contact", 0)]),
    vector("a must-provision that is refused leaves practice alone",
           {"verdict": "practice_only", "blockers": ["need_refused sup_contact"], "accommodation.value": 0.1, "task.boxes": "paid",
            "plan": [8, 0, 8], "score": of(accommodation=0.1)},
           needs=[provision("sup_contact", 2)], opening={"provisions.sup_contact": 0}),
    vector("a must-provision that is met in part is refused too",
           {"verdict": "practice_only", "blockers": ["need_refused sup_contact"]}, needs=[provision("sup_contact", 2)],
           opening={"provisions.sup_contact": 1}),
    vector("a must-provision required in part is met in part", ALL_WELL, needs=[provision("sup_contact", 1)],
           opening={"provisions.sup_contact": 1}),
    vector("a must-provision nobody has told of makes the match unclear and asks",
           {"verdict": "unclear", "task.boxes": "paid", "timing": "ask_first", "timing.reasons": ["must_unknown sup_contact"],
            "plan": [8, 8, 0]},
           needs=[provision("sup_contact", 2)]),
    vector("a should-provision nobody has told of does not", {"verdict": "fit", "timing": "paid_now"},
           needs=[provision("sup_contact", 2, "should")]),
    vector("a should-provision that is refused refuses nothing", {"verdict": "fit", "blockers": []},
           needs=[provision("sup_contact", 2, "should")], opening={"provisions.sup_contact": 0}),
    vector("a task's exposure overrides the opening's when it is higher",
           {"verdict": "blocked", "accommodation.env_noise.have": 3}, needs=[limit("env_noise", 2)],
           task={"exposures.env_noise": 3}, opening={"exposures.env_noise": 0}),
    vector("a task's exposure overrides the opening's when it is lower",
           {**ALL_WELL, "accommodation.env_noise.have": 0}, needs=[limit("env_noise", 2)],
           task={"exposures.env_noise": 0}, opening={"exposures.env_noise": 4}),
    vector("the opening's exposure is that of every task that tells none",
           {"verdict": "fit", "accommodation.env_noise.have": 2, "coverage": 1}, needs=[limit("env_noise", 2)],
           held=[own("move", 3)], tasks=[task("boxes", 4, [must("move", 3)]), task("shop", 4, exposures={"env_noise": 1})],
           opening={"exposures.env_noise": 2}),
    vector("the worst exposure of the core tasks counts, though only that task is out of reach",
           {"verdict": "fit", "task.boxes": "paid", "task.yard": "out_of_reach", "accommodation.env_noise.have": 4,
            "accommodation.value": 0.1},
           needs=[limit("env_noise", 1)],
           tasks=[task("boxes", 6, [must("move", 3)], exposures={"env_noise": 1}), task("yard", 4, exposures={"env_noise": 4})]),
    vector("the exposure of an optional task does not count",
           {"verdict": "fit", "task.yard": "out_of_reach", "accommodation.value": 1, "score": 1},
           needs=[limit("env_noise", 1)],
           tasks=[task("boxes", 6, [must("move", 3)], exposures={"env_noise": 1}),
                  task("yard", 4, exposures={"env_noise": 4}, optional=True)]),
    vector("an exposure missing on an optional task leaves nothing unknown",
           {"accommodation.env_noise.state": "met", "coverage": 1, "task.yard": "unclear", "verdict": "fit"},
           needs=[limit("env_noise", 1)],
           tasks=[task("boxes", 6, [must("move", 3)], exposures={"env_noise": 1}), task("yard", 4, optional=True)]),
    vector("an exposure missing on some core task keeps what is known short, here more than the prior",
           {"accommodation.env_noise.state": "unknown", "accommodation.env_noise.have": 3, "accommodation.value": round(1 - 0.5 * 2 / 3, 3),
            "accommodation.high": round(1 - 0.5 * 2 / 3, 3), "accommodation.low": 0.5},
           needs=[limit("env_noise", 1, "should")],
           tasks=[task("boxes", 6, [must("move", 3)], exposures={"env_noise": 3}), task("yard", 2)]),
    vector("an exposure missing on some core task takes the prior where that is more than what is known short",
           {"accommodation.value": 0.75, "accommodation.high": round(1 - 0.5 / 3, 3), "accommodation.low": 0.5},
           needs=[limit("env_noise", 1, "should")],
           tasks=[task("boxes", 6, [must("move", 3)], exposures={"env_noise": 2}), task("yard", 2)]),
    vector("an exposure missing on some core task is no question once everything is short",
           {"accommodation.env_noise.state": "short", "accommodation.value": 0.5, "accommodation.high": 0.5, "coverage": 1},
           needs=[limit("env_noise", 1, "should")],
           tasks=[task("boxes", 6, [must("move", 3)], exposures={"env_noise": 4}), task("yard", 2)]),
    vector("a provision is the workplace's, whatever a task carries",
           {**ALL_WELL, "task.boxes.reasons": ["mastered move"]}, needs=[provision("env_retreat", 1)], opening={"provisions.env_retreat": 2}),
    vector("two needs multiply their factors",
           {"accommodation.value": 0.675, "score": of(accommodation=0.675)},
           needs=[provision("sup_contact", 2, "should"), provision("tim_breaks", 2, "nice")],
           opening={"provisions.sup_contact": 1, "provisions.tim_breaks": 1}),
    vector("many refused needs cost no more than the floor",
           {"accommodation.value": 0.1, "blockers": ["need_refused sup_contact", "need_refused tim_breaks"], "verdict": "practice_only"},
           needs=[provision("sup_contact", 2), provision("tim_breaks", 2)],
           opening={"provisions.sup_contact": 0, "provisions.tim_breaks": 0}),
    vector("whether there are needs is one unknown must when nobody has told",
           {"verdict": "unclear", "accommodation.items": ["needs"], "accommodation.needs.state": "unknown",
            "accommodation.needs.share": 0.9, "accommodation.needs.have": None, "accommodation.value": 0.55,
            "accommodation.low": 0.1, "accommodation.high": 1, "timing": "ask_first", "timing.reasons": ["must_unknown needs"],
            "task.boxes": "paid", "plan": [8, 8, 0],
            # nobody knows what a need could put out of reach, so that low has no hours either
            "low": of(accommodation=0.1, hours_employer=0.1, hours_citizen=0.1)},
           citizen={"needs": DROP}),
    vector("an empty list of needs says that there are none", {**ALL_WELL, "accommodation.items": [], "low": 1}, needs=[]),
    vector("a condition that nobody needs anything of costs nothing", {**ALL_WELL, "accommodation.items": []},
           task={"exposures.env_noise": 4}, opening={"provisions.sup_contact": 2}),
    vector("reasons for a task name its musts first, then needs in the citizen's order",
           {"task.boxes.reasons": ["competence_below move", "ceiling_exceeded phy_lift", "exposure_above_tolerance env_noise",
                                   "exposure_unknown phy_stand"],
            "blockers": ["no_task_within_reach move @boxes", "no_task_within_reach phy_lift @boxes", "no_task_within_reach env_noise @boxes"]},
           held=[own("move", 1)], requires=[must("move", 3, weeks=None)],
           needs=[ceiling("phy_lift", 5), limit("env_noise", 0), limit("phy_stand", 2)],
           task={"exposures": {"env_noise": 1, "phy_lift": 6}}),
]  # fmt: skip
