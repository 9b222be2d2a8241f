# SPDX-License-Identifier: Apache-2.0
"""Every attention point: that it fires, that it does not, and where the edge is."""

from authoring import DROP, WORKDAYS, limit, must, of, own, provision, require, task, vector, window

VECTORS = []


def fires(point, *situations):
    """A situation is what it shows and its changes; it fires the point, here with what it is about."""
    code = point.split()[0]
    for shows, changes in situations:
        expect = {"attention+": [point], **changes.pop("also", {})}
        VECTORS.append(vector(f"{code}: {shows}", expect, **changes))


def silent(code, *situations):
    for shows, changes in situations:
        expect = {"attention-": [code], **changes.pop("also", {})}
        VECTORS.append(vector(f"no {code}: {shows}", expect, **changes))


ROOM = {"hours": {"min": 1, "max": 20, "limit": 20, "committed": 0}, "availability": [window(WORKDAYS, "08:00", "16:00")]}


def plan_of(planned, **citizen):
    return {"citizen": {**ROOM, **citizen}, "opening": {"hours": {"min": 1, "max": 40}}, "task": {"hours.max": planned}}


VECTORS.append(vector("three paid hours are few, and no contract is due", {"attention": ["few_hours_pay_delay hours"], "verdict": "fit", "plan": [3, 3, 0]},
                      task={"hours.max": 3}))  # fmt: skip

fires("hope_before_employer terms.paid",
      ("nobody has asked whether the employer pays", {"terms": {"paid": "unknown"}}),
      ("nobody has told of any terms", {"opening": {"terms": DROP}}))  # fmt: skip
silent("hope_before_employer", ("the employer pays", {}), ("the employer does not pay", {"terms": {"paid": "no"}}))
fires("kindness_is_not_value terms.paid",
      ("the employer pays, but everything must be learned", {"held": [own("move", 1)]}),
      ("the employer pays, but everything is out of reach", {"held": [own("move", 1)], "requires": [must("move", 3, weeks=None)]}),
      ("the employer pays, but everything is still unclear", {"held": []}))  # fmt: skip
silent("kindness_is_not_value", ("one task can be paid", {"held": [own("move", 3), own("truck", 0)], "tasks": [task("boxes", 4, [must("move", 3)]), task("truck", 4, [must("truck", 3)])]}),
       ("the employer has not been asked", {"held": [own("move", 1)], "terms": {"paid": "unknown"}}))  # fmt: skip
fires("expectation_pressure prerequisites",
      ("prerequisites are unknown", {"citizen": {"prerequisites": "unknown"}}),
      ("nobody mentions prerequisites", {"citizen": {"prerequisites": DROP}}),
      ("prerequisites are absent", {"citizen": {"prerequisites": "absent"}}))  # fmt: skip
fires("expectation_pressure cog_responsibility", ("a need about responsibility, however slight", {"needs": [limit("cog_responsibility", 4, "nice")]}))
fires("expectation_pressure cog_pressure", ("a need about pressure", {"needs": [limit("cog_pressure", 1, "should")]}))
silent("expectation_pressure", ("prerequisites are present and there are other needs", {"needs": [limit("cog_memory", 1, "should")]}))
fires("total_load hours.committed",
      ("hours are committed elsewhere", {"citizen": {"hours.committed": 0.25}}),
      ("hours are committed without a limit", {"citizen": {"hours": {"committed": 1}}}))  # fmt: skip
fires("total_load hours", ("the plan takes more than 80 % of the limit", {**plan_of(16.25), "also": {"plan": [16.25, 16.25, 0]}}))
silent("total_load", ("the plan takes 80 % of the limit", {**plan_of(16), "also": {"plan": [16, 16, 0]}}),
       ("there is no limit", plan_of(20, hours={"max": 20, "committed": 0})),
       ("nobody knows what is committed", {"citizen": {"hours.committed": DROP}}))  # fmt: skip
fires("total_load hours", ("the policy says how much is much", {**plan_of(10.25), "policy": {"thresholds": {"total_load": 0.5}}}))
fires("restitution tim_rest_day", ("a need for rest days", {"needs": [provision("tim_rest_day", 1, "nice")]}))
fires("restitution phy_pain", ("a need about pain", {"needs": [provision("phy_pain", 2)], "opening": {"provisions.phy_pain": 2}}))
fires("restitution hours", ("the plan is above the citizen's own maximum",
                            {"citizen": {"hours": {"min": 1, "max": 4, "limit": 40, "committed": 0}}, "opening": {"hours": {"min": 8, "max": 8}},
                             "also": {"plan": [8, 8, 0]}}))  # fmt: skip
silent("restitution", ("the plan is the citizen's own maximum", {"citizen": {"hours.max": 8}, "also": {"plan": [8, 8, 0]}}),
       ("the citizen has told no maximum", {"citizen": {"hours.max": DROP}}))  # fmt: skip
fires("effectiveness_below_paid effectiveness", ("presence is paid and output a little lower", {"citizen": {"effectiveness": 0.999}, "terms": {"pay_basis": "present"}}))
silent("effectiveness_below_paid", ("presence is paid and output full", {"terms": {"pay_basis": "present"}}),
       ("effective hours are paid", {"citizen": {"effectiveness": 0.5}}),
       ("presence is paid and output unknown", {"citizen": {"effectiveness": DROP}, "terms": {"pay_basis": "present"}}))  # fmt: skip
fires("same_task_split effectiveness", ("a quarter-hour of the task is practice", {"citizen": {"effectiveness": 0.99}, "also": {"plan": [8, 7.75, 0.25]}}))
silent("same_task_split", ("practice is on another task", {"held": [own("move", 3), own("truck", 1)], "tasks": [task("boxes", 4, [must("move", 3)]), task("truck", 4, [must("truck", 3)])]}),
       ("the hybrid is refused", {"citizen": {"effectiveness": 0.5}, "terms": {"hybrid": "no"}}),
       ("nothing of the task is paid", {"citizen": {"effectiveness": 0}, "also": {"plan": [8, 0, 8]}}),
       ("less than a quarter-hour of the task is paid", {"citizen": {"effectiveness": 0.031}, "also": {"plan": [8, 0, 8]}}),
       ("everything is practice", {"citizen": {"effectiveness": 0.5}, "terms": {"paid": "no"}}))  # fmt: skip
fires("hybrid_not_understood terms.hybrid", ("practice beside pay is wanted and refused", {"citizen": {"effectiveness": 0.5}, "terms": {"hybrid": "no"}}),
      ("practice would stand beside a task that is paid, and neither it nor the two together are agreed to",
       {"held": [own("move", 3), own("truck", 1)], "tasks": [task("boxes", 4, [must("move", 3)]), task("truck", 4, [must("truck", 3)])],
        "terms": {"practice": "no", "hybrid": "no"}}))  # fmt: skip
fires("hybrid_not_understood weekly_variation", ("practice beside pay is wanted and weeks vary", {"citizen": {"effectiveness": 0.5}, "opening": {"weekly_variation": "high"}}))
silent("hybrid_not_understood", ("nothing is wanted but pay", {"terms": {"hybrid": "no"}, "opening": {"weekly_variation": "high"}}),
       ("the hybrid is unknown", {"citizen": {"effectiveness": 0.5}, "terms": {"hybrid": "unknown"}}),
       ("the match is blocked", {"citizen": {"effectiveness": 0.5, "choice": "declined"}, "terms": {"hybrid": "no"}}))  # fmt: skip
fires("fleksjob_plan_first terms.fleksjob",
      ("a fleksjob is wanted and pay refused", {"terms": {"fleksjob": "yes", "paid": "no"}}),
      ("a fleksjob is wanted and pay not asked for", {"terms": {"fleksjob": "yes", "paid": "unknown"}}))  # fmt: skip
silent("fleksjob_plan_first", ("a fleksjob is wanted beside pay", {"terms": {"fleksjob": "yes"}}), ("no fleksjob is wanted", {"terms": {"paid": "no"}}),
       ("whether a fleksjob is wanted is unknown", {"terms": {"fleksjob": "unknown", "paid": "no"}}))  # fmt: skip
fires("check_gate_first gate_age18", ("a gate that is demanded is unknown", {"opening": {"gates": ["gate_age18"]}}))
silent("check_gate_first", ("a gate that is demanded is refused", {"citizen": {"gates": {"gate_age18": "no"}}, "opening": {"gates": ["gate_age18"]}}),
       ("a gate that nobody demands is unknown", {"citizen": {"gates": {"gate_age18": "unknown"}}}))  # fmt: skip
fires("informed_choice choice", ("the choice is pending", {"citizen": {"choice": "pending"}}))
silent("informed_choice", ("the choice is informed", {}), ("the choice is declined", {"citizen": {"choice": "declined"}}))
fires("attendance_in_practice attendance",
      ("79.9 % was kept in practice", {"citizen": {"attendance": {"kept": 0.799, "weeks": 8, "context": "practice"}}}),
      ("however few weeks it was", {"citizen": {"attendance": {"kept": 0, "context": "practice"}}}))  # fmt: skip
silent("attendance_in_practice", ("80 % was kept in practice", {"citizen": {"attendance": {"kept": 0.8, "weeks": 8, "context": "practice"}}}),
       ("little was kept, nobody says in what", {"citizen": {"attendance": {"kept": 0.1, "weeks": 8}}, "also": {"attention": ["contract_duty hours"]}}),
       ("little was kept in paid work", {"citizen": {"attendance": {"kept": 0.1, "context": "paid"}}}))  # fmt: skip
fires("attendance_when_paid attendance", ("79.9 % was kept in paid work", {"citizen": {"attendance": {"kept": 0.799, "weeks": 8, "context": "paid"}}}))
silent("attendance_when_paid", ("80 % was kept in paid work", {"citizen": {"attendance": {"kept": 0.8, "weeks": 8, "context": "paid"}}}),
       ("little was kept in practice", {"citizen": {"attendance": {"kept": 0.1, "context": "practice"}}}))  # fmt: skip
fires("attendance_when_paid attendance", ("the policy says how much is little", {"citizen": {"attendance": {"kept": 0.8, "context": "paid"}}, "policy": {"thresholds": {"attendance_kept": 0.801}}}))
fires("contact_person sup_contact", ("no contact person is offered, needed or not", {"opening": {"provisions.sup_contact": 0}}))
silent("contact_person", ("one is offered in part", {"opening": {"provisions.sup_contact": 1}}), ("nobody has told of one", {}),
       ("one is needed and nobody has told of one", {"needs": [provision("sup_contact", 2)]}))  # fmt: skip
fires("few_hours_pay_delay hours", ("six paid hours", {**plan_of(6), "also": {"plan": [6, 6, 0]}}), ("a quarter of a paid hour", plan_of(0.25)))
silent("few_hours_pay_delay", ("six paid hours and a quarter", {**plan_of(6.25), "also": {"plan": [6.25, 6.25, 0]}}),
       ("no paid hour", {"terms": {"paid": "no"}, "task": {"hours.max": 3}}))  # fmt: skip
fires("few_hours_pay_delay hours", ("the policy says how few are few", {**plan_of(8), "policy": {"thresholds": {"few_paid_hours": 8}}}))
fires("contract_duty hours", ("three paid hours and a quarter", {**plan_of(3.25), "also": {"plan": [3.25, 3.25, 0]}}))
silent("contract_duty", ("three paid hours", {**plan_of(3), "also": {"plan": [3, 3, 0]}}), ("eight hours of practice", {"terms": {"paid": "no"}}))
silent("contract_duty", ("the policy says from how many hours", {**plan_of(8), "policy": {"thresholds": {"contract_paid_hours": 8}}}))
fires("growth hours.growth", ("hours may grow above the citizen's maximum", {"opening": {"hours.growth": 12}}),
      ("a minute above it", {"opening": {"hours": {"min": 5, "max": 10, "growth": 10.01}}, "also": {"plan.growth": 10.02}}),
      ("above the limit, which is the maximum of a citizen who has told none", {"citizen": {"hours.max": DROP}, "opening": {"hours.growth": 12.25}}))  # fmt: skip
silent("growth", ("hours may grow to the citizen's maximum", {"opening": {"hours": {"min": 5, "max": 9, "growth": 10}}}),
       ("hours may grow to the limit of a citizen who has told no maximum", {"citizen": {"hours.max": DROP}, "opening": {"hours.growth": 12}}),
       ("the citizen has told neither a maximum nor a limit", {"citizen": {"hours": {"min": 4, "committed": 0}}, "opening": {"hours.growth": 20}}),
       ("no growth is told", {}),
       ("the plan is at the growth already", {"citizen": {"hours": {"max": 4, "limit": 40, "committed": 0}}, "opening": {"hours": {"min": 8, "max": 8, "growth": 8}}, "also": {"plan": [8, 8, 0]}}))  # fmt: skip
fires("transport_fragile tra_public", ("to get there without a car is a must", {"needs": [provision("tra_public", 2)], "opening": {"provisions.tra_public": 2}}))
fires("transport_fragile travel", ("nobody says how the citizen travels", {"citizen": {"travel": DROP}}), ("nobody knows how far it is", {"opening": {"location": DROP}}))
silent("transport_fragile", ("to get there without a car is no must", {"needs": [provision("tra_public", 2, "should")]}), ("it is known how far", {}))
fires("purpose_other_than_pay purpose", ("the course is for something else now", {"citizen": {"purpose": "other"}}))
silent("purpose_other_than_pay", ("the purpose is pay", {}), ("the purpose is unknown", {"citizen": {"purpose": "unknown"}}))
fires("over_demand move @boxes", ("a must a level too high", {"held": [own("move", 2)]}))
fires("over_demand stack @extra", ("a must of an optional task, too", {"held": [own("move", 3), own("stack", 0)], "tasks": [task("boxes", 4, [must("move", 3)]), task("extra", 4, [must("stack", 1)], optional=True)]}))
silent("over_demand", ("a must just met", {}), ("a must that is unknown", {"held": []}),
       ("a should too high", {"held": [own("move", 3), own("stack", 0)], "requires": [must("move", 3), require("should", "stack", 5)]}))  # fmt: skip
fires("under_demand requires", ("every requirement is exceeded by two levels", {"held": [own("move", 3), own("stack", 4)], "requires": [must("move", 1), require("nice", "stack", 2)]}),
      ("counted by what is near, too", {"held": [own("disassemble", 5)], "requires": [must("repair", 2)]}))  # fmt: skip
silent("under_demand", ("one requirement is exceeded by one level", {"held": [own("move", 5), own("stack", 3)], "requires": [must("move", 1), require("nice", "stack", 2)]}),
       ("nothing is required", {"held": [], "requires": []}),
       ("one task has not been told of", {"held": [own("move", 5)], "tasks": [task("boxes", 4, [must("move", 3)]), task("shop", requires=DROP)]}),
       ("an optional task is only just met", {"held": [own("move", 5), own("stack", 2)], "tasks": [task("boxes", 4, [must("move", 3)]), task("extra", 4, [must("stack", 2)], optional=True)]}))  # fmt: skip
fires("under_demand requires", ("the policy says by how many levels", {"held": [own("move", 4)], "policy": {"thresholds": {"under_demand_levels": 1}}}))

FAR = [own("move", 3), own("truck", 0)]
WEAK = [task("boxes", 8, [must("move", 3)]), task("truck", 80, [must("truck", 3, weeks=None)])]
fires("carve @truck",
      ("a weak match is a fit without one task", {"held": FAR, "tasks": WEAK, "also": {"verdict": "fit", "score": of(competence=0.1 ** (80 / 88))}}),
      ("a weak match is a fit without the task that a need speaks against",
       {"held": [own("move", 3), own("truck", 0)], "needs": [limit("env_noise", 1)],
        "tasks": [task("boxes", 8, [must("move", 3)], exposures={"env_noise": 1}), task("truck", 80, [must("truck", 3, weeks=None)], exposures={"env_noise": 4})]}))  # fmt: skip
silent("carve", ("the match is not weak", {"held": FAR, "tasks": [task("boxes", 8, [must("move", 3)]), task("truck", 4, [must("truck", 3, weeks=None)])]}),
       ("there is only one task", {"held": [own("move", 0)], "requires": [must("move", 3, weeks=None)]}),
       ("the task that weighs is optional already", {"held": FAR, "tasks": [WEAK[0], {**WEAK[1], "optional": True}]}),
       ("all tasks are optional, and so all are core, but none is one that must be carved",
        {"held": FAR, "tasks": [{**t, "optional": True} for t in WEAK], "also": {"verdict": "fit", "score": of(competence=0.1 ** (80 / 88))}}),
       ("without the task it would still be no fit", {"held": FAR, "tasks": WEAK, "terms": {"paid": "no"}}),
       ("what blocks is not the task", {"held": FAR, "tasks": WEAK, "citizen": {"choice": "declined"}}))  # fmt: skip
# Half of the hours at the floor: 0.1^0.5, to the power of 0.4, is 0.631.
HALF = {"held": FAR, "tasks": [WEAK[0], task("truck", 8, [must("truck", 3, weeks=None)])]}
fires("carve @truck", ("the score is a thousandth below what is weak", {**HALF, "policy": {"thresholds": {"weak_score": 0.632}}, "also": {"score": 0.631}}))
silent("carve", ("the score is what is weak, and not below it", {**HALF, "policy": {"thresholds": {"weak_score": 0.631}}, "also": {"score": 0.631}}))
fires("carve @truck", ("the policy says how weak is weak", {"held": FAR, "tasks": [WEAK[0], task("truck", 8, [must("truck", 3, weeks=None)])], "policy": {"thresholds": {"weak_score": 0.9}}}))
fires("carve @truck", ("what is untold of the task to be carved away is no longer asked", {"held": FAR, "tasks": [task("boxes", 8, [must("move", 3)]), task("truck", requires=[must("truck", 3, weeks=None)], hours=DROP)], "policy": {"thresholds": {"weak_score": 0.9}}}))
silent("carve", ("a fit without the task would be weak as well", {"held": [own("move", 3), own("truck", 0)],
        "tasks": WEAK, "opening": {"hours": {"min": 40, "max": 40}}, "citizen": {"wishes": [{"concept": "46", "wants": "avoid"}], "travel": DROP},
        "policy": {"thresholds": {"weak_score": 0.95}}}))  # fmt: skip
# Without the truck there are two hours fewer than the eight asked for: 0.775, to the power of 0.1, is 0.975.
LEFT = {"held": FAR, "tasks": [task("boxes", 6, [must("move", 3)]), WEAK[1]], "opening": {"hours": {"min": 8, "max": 12}}}
fires("carve @truck", ("what is left is at what is weak, and so not below it",
                       {**LEFT, "policy": {"thresholds": {"weak_score": 0.975}}, "also": {"score": of(competence=0.1 ** (80 / 86), hours_employer=0.775)}}))  # fmt: skip
silent("carve", ("what is left is a thousandth below what is weak", {**LEFT, "policy": {"thresholds": {"weak_score": 0.976}}}))
# Where both causes of a point hold, one is named; and what has no score is not weak.
fires("total_load hours.committed", ("what is committed comes before how much of the limit is planned",
                                     {**plan_of(15, hours={"min": 1, "max": 18, "limit": 18, "committed": 1}), "also": {"plan": [15, 15, 0]}}))
fires("hybrid_not_understood weekly_variation", ("that weeks vary comes before what the employer says of a hybrid",
                                                 {"citizen": {"effectiveness": 0.5}, "terms": {"hybrid": "no"}, "opening": {"weekly_variation": "high"}}))
silent("carve", ("nothing at all is known, and so there is no score to be weak, though without a task there is one",
                 {"held": [], "needs": [limit("env_noise", 1, "should")], "citizen": {"hours": DROP, "availability": DROP, "travel": DROP},
                  "opening": {"hours": DROP}, "tasks": [task("boxes", 8, exposures={"env_noise": 1}), task("shop", 8)],
                  "also": {"score": None, "coverage": 0}}))  # fmt: skip
