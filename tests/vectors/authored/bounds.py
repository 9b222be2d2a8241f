# SPDX-License-Identifier: Apache-2.0
"""Both ends of every range, as long as a document can be, and the smallest it can be."""

from authoring import DROP, ceiling, limit, must, of, own, provision, require, task, vector, window, wish

SMALLEST_CITIZEN = {member: DROP for member in ("competencies", "needs", "hours", "availability", "effectiveness", "prerequisites",
                                                "choice", "purpose", "location", "travel")}  # fmt: skip
SMALLEST_OPENING = {member: DROP for member in ("employer", "sector", "hours", "exposures", "provisions", "terms", "weekly_variation", "location")}
WEEK = [window(["mon", "tue", "wed", "thu", "fri"], "08:00", "16:00")]
LONG = "a" * 120 + ".B_:-9zZ"
VECTORS = [
    vector("an empty profile has coverage 0 and no score; the bounds are all there is",
           {"verdict": "unclear", "score": None, "potential": None, "coverage": 0, "sides.citizen": None, "sides.employer": None,
            "low": of(competence=0.1, accommodation=0.1, hours_employer=0.1, hours_citizen=0.1), "high": 1, "plan": [0, 0, 0],
            "competence.loss": 0, "timing": "ask_first",
            "timing.reasons": ["employer_not_asked terms.paid", "must_unknown needs", "must_unknown requires @boxes"]},
           citizen=SMALLEST_CITIZEN, opening={**SMALLEST_OPENING, "tasks": [{"id": "boxes"}]}),
    vector("a citizen of whom only the id is known, and a whole opening",
           {"verdict": "unclear", "coverage": 0, "score": None, "competence.value": 0.325, "hours_citizen.value": 0.55}, citizen=SMALLEST_CITIZEN),
    vector("an opening of which only a task's id is known, and a whole citizen",
           # the citizen's travel, too, is unknown without a place to go to
           {"verdict": "unclear", "coverage": 0, "score": None, "potential": None}, opening={**SMALLEST_OPENING, "tasks": [{"id": "boxes"}]}),
    vector("what is blocked may have no score for want of coverage either", {"verdict": "blocked", "potential": None, "score": None},
           citizen={**SMALLEST_CITIZEN, "choice": "declined"}, opening={**SMALLEST_OPENING, "tasks": [{"id": "boxes"}]}),
    vector("the least a score can be: every criterion at its floor", {"potential": 0.1, "verdict": "blocked", "low": 0.1, "high": 0.1},
           held=[own("move", 0)], requires=[must("move", 5, weeks=None)], needs=[provision("sup_contact", 2)],
           citizen={"wishes": [wish("avoid", name) for name in ("46", "46.3", "46.31", "move")]},
           opening={"provisions.sup_contact": 0}, travel_minutes=60),
    vector("the lowest level and the highest", {"competence.value": 0.1, "competence.move.have": 0, "competence.move.want": 5},
           held=[own("move", 0)], requires=[must("move", 5)]),
    vector("the highest level and the lowest", {"competence.move.have": 5, "competence.move.want": 1}, held=[own("move", 5)], requires=[must("move", 1)]),
    vector("the lowest tolerance and the highest exposure", {"accommodation.value": 0.1, "accommodation.env_air.state": "short"},
           needs=[limit("env_air", 0)], task={"exposures.env_air": 4}),
    vector("the highest tolerance and the highest exposure", {"accommodation.value": 1, "verdict": "fit"}, needs=[limit("env_air", 4)], task={"exposures.env_air": 4}),
    vector("the highest ceiling and the highest exposure", {"verdict": "fit", "accommodation.phy_lift.have": 100000, "accommodation.phy_lift.want": 100000},
           needs=[ceiling("phy_lift", 100000)], task={"exposures.phy_lift": 100000}),
    vector("the lowest ceiling and the highest exposure", {"verdict": "blocked", "accommodation.value": 0.1}, needs=[ceiling("phy_lift", 0)],
           task={"exposures.phy_lift": 100000}),
    vector("the shortest training and the longest", {"task.boxes": "out_of_reach", "task.boxes.reasons": ["competence_below move", "training_possible move", "competence_below stack"]},
           held=[own("move", 0), own("stack", 0)], requires=[must("move", 1, weeks=0), must("stack", 1, weeks=520)]),
    vector("the least hours there are: a quarter-hour", {"plan": [0.25, 0.25, 0], "schedule": ["mon 08:00-08:15 boxes"], "score": 1},
           citizen={"hours": {"min": 0, "max": 0.25, "limit": 0.25, "max_per_day": 0.25, "committed": 0}}, opening={"hours": {"min": 0, "max": 0.25, "growth": 0.25}},
           task={"hours": {"min": 0.25, "max": 0.25}}),
    vector("a day of 24 hours", {"plan": [24, 24, 0], "schedule": ["mon 00:00-24:00 boxes"]},
           citizen={"hours": {"min": 0, "max": 24, "limit": 168, "max_per_day": 24, "committed": 0}, "availability": [window("mon", "00:00", "24:00")]},
           opening={"hours": {"max": 24}}, task={"hours": {"max": 168}, "windows": [window("mon", "00:00", "24:00")]}),
    vector("the most that can be committed", {"verdict": "blocked", "blockers": ["load_exceeded hours.committed"]},
           citizen={"hours.committed": 168, "hours.limit": 168}),
    vector("the most minutes to work", {"verdict": "fit", "travel.travel.have": 1440, "travel.travel.want": 1440}, citizen={"travel.max_minutes": 1440}, travel_minutes=1440),
    vector("attendance at both ends: nothing", {"attention+": ["attendance_when_paid"]}, citizen={"attendance": {"kept": 0, "weeks": 0, "context": "paid"}}),
    vector("attendance at both ends: everything", {"attention-": ["attendance_when_paid"]}, citizen={"attendance": {"kept": 1, "weeks": 1000, "context": "paid"}}),
    vector("the corners of the globe", {"verdict": "blocked", "blockers": ["travel_too_far travel"]},
           citizen={"location": {"lat": -90, "lon": -180}}, opening={"location": {"lat": 90, "lon": 180}}),
    vector("degrees to a millionth", {"travel.travel.have": 0}, citizen={"location": {"lat": 57.0500004, "lon": 9.9200004}}),
    vector("the fewest seats and the longest ids", {"citizen": LONG, "opening": LONG, "task." + "t" * 128: "paid", "verdict": "fit"},
           citizen={"id": LONG}, opening={"id": LONG, "employer": LONG, "seats": 1, "tasks": [task("t" * 128, 8, [must("move", 3)])]}),
    vector("the most seats and the shortest ids", {"citizen": "c", "opening": "o", "task.t": "paid"},
           citizen={"id": "c"}, opening={"id": "o", "employer": "e", "seats": 1000, "tasks": [task("t", 8, [must("move", 3)])]}),
    vector("the shortest sector and the longest", {"wish.wishes.state": "met"}, citizen={"wishes": [{"concept": "46", "wants": "seek"}]}, opening={"sector": "46.31.00"}),
    vector("twelve tasks of many requirements each", {"verdict": "fit", "competence.value": 1},
           held=[own(name, 5, "certified") for name in ("move", "stack", "pick", "truck", "clean", "file", "detail", "repair", "disassemble", "teams", "shifts")],
           tasks=[task(f"t{i}", 1, [require("must", name, 1 + i % 5) for name in ("move", "stack", "pick", "truck", "clean", "file", "detail", "repair")]) for i in range(12)]),
    vector("64 windows told of one morning are that morning", {"plan.capacity": 4},
           citizen={"availability": [window("mon", f"{8 + i // 4:02}:{i % 4 * 15:02}", "12:00") for i in range(16)] * 4}, task={"hours.max": 8}),
    vector("a window of every day", {"plan.capacity": 7}, citizen={"availability": [window("mon tue wed thu fri sat sun", "08:00", "09:00")]},
           task={"windows": [window("sun sat fri thu wed tue mon", "08:00", "16:00")]}),
]  # fmt: skip

# Scores are thousandths, rounded half up; the factor alone decides, here of one requirement at weight 1.
ALONE = {"weights": {"competence": 1, "accommodation": 0, "hours_employer": 0, "hours_citizen": 0, "wish": 0, "travel": 0}}
for share, held, wanted, score in ((0.999, 0, 1, 0.1), (0.9, 2, 3, 0.7), (0.5, 2, 3, 0.833), (0.2, 2, 3, 0.933), (0.001, 0, 1, 0.999)):
    VECTORS.append(vector(f"at weight 1 a share of {share} of level {held} of {wanted} scores {score}",
                          {"score": score, "competence.loss": round(1 - score, 3), "competence.move.share": share},
                          held=[own("move", held)], requires=[require("should", "move", wanted)],
                          policy={**ALONE, "shares": {"should": share}}))  # fmt: skip
# With a floor above what a must takes away, more time could otherwise cost more: low must stay below.
VECTORS.append(vector("more time within reach never lowers the score, also under a high floor",
                      {"low": 0.894, "score": 0.894, "plan": [4, 4, 0], "verdict": "fit",
                       # 4 and 20 hours cost the same under the floor, and 20 are more
                       "hours_citizen.value": 0.8, "hours_employer.value": 1},
                      held=[own("move", 3)], citizen={"hours": {"max": 4, "limit": 20, "committed": 0}, "availability": WEEK},
                      opening={"hours": {"min": 20, "max": 20}}, tasks=[task("boxes", 4, [must("move", 3)]), task("stack", 16, [must("stack", 1, weeks=None)])],
                      policy={"floor": 0.8}))  # fmt: skip
VECTORS.append(vector("when nothing that is asked has any weight there is no score", {"score": None, "coverage": 0, "low": 1, "high": 1},
                      held=[own("move", 0)], requires=[require("should", "move", 1)], policy={**ALONE, "shares": {"should": 0}}))  # fmt: skip
