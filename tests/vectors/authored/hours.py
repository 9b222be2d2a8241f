# SPDX-License-Identifier: Apache-2.0
"""Hours asked for by the two sides, and what the plan's hours cost each."""

from authoring import DROP, WORKDAYS, must, of, own, require, task, vector, window

WHOLE_DAYS = {"availability": [window(WORKDAYS, "08:00", "16:00")], "hours.max_per_day": 8}


def hours(shows, expect, citizen, opening, most=40, **more):
    """Nothing but the hours of the two sides decides: there is time enough, and one task for all of it."""
    stated = {end: value for end, value in {"committed": 0, **citizen}.items() if value is not DROP}
    whole = {**WHOLE_DAYS, "hours": stated}
    return vector(shows, expect, citizen=whole, opening={"hours": opening}, task={"hours.max": most}, **more)


VECTORS = [
    hours("the plan takes as many hours as both sides have",
          {"plan": [10, 10, 0], "score": 1, "hours_citizen.value": 1, "hours_employer.value": 1, "hours_citizen.hours.have": 10,
           "hours_citizen.hours.want": 10, "hours_employer.hours.want": 10, "hours_citizen.hours.state": "met",
           "hours_citizen.hours.share": 0.9},
          {"min": 4, "max": 10, "limit": 12}, {"min": 5, "max": 15}),
    hours("the opening's maximum is never exceeded", {"plan": [9, 9, 0], "score": 1}, {"min": 4, "max": 10, "limit": 12}, {"min": 5, "max": 9}),
    hours("few hours needed and few possible are a match in itself", {"plan": [2, 2, 0], "score": 1}, {"min": 1, "max": 2, "limit": 3}, {"min": 2, "max": 3}),
    hours("both ends of the citizen's hours are inclusive: the minimum", {"plan": [4, 4, 0], "score": 1}, {"min": 4, "max": 10, "limit": 12}, {"min": 1, "max": 4}),
    hours("a quarter-hour below the citizen's minimum is a sixteenth of it short",
          {"plan": [3.75, 3.75, 0], "hours_citizen.value": round(1 - 0.9 / 16, 3), "hours_citizen.hours.state": "short",
           "hours_citizen.hours.want": 4, "hours_citizen.hours.have": 3.75, "hours_employer.value": 1},
          {"min": 4, "max": 10, "limit": 12}, {"min": 1, "max": 3.75}),
    hours("half of the citizen's minimum leaves 0.55", {"plan": [2, 2, 0], "hours_citizen.value": 0.55, "score": of(hours_citizen=0.55)},
          {"min": 4, "max": 10, "limit": 12}, {"min": 1, "max": 2}),
    hours("hours short of the opening's minimum cost the employer's side alone",
          {"plan": [8, 8, 0], "hours_employer.value": 0.82, "hours_employer.hours.want": 10, "hours_citizen.value": 1,
           "sides.citizen": 1, "score": of(hours_employer=0.82)},
          {"min": 4, "max": 8, "limit": 8}, {"min": 10, "max": 15}),
    hours("without a health limit the citizen's maximum is never exceeded, however much the employer asks",
          {"plan": [10, 10, 0], "hours_citizen.value": 1, "hours_employer.value": 0.4, "plan.capacity": 10},
          {"min": 4, "max": 10}, {"min": 30, "max": 40}),
    hours("both ends of the opening's hours are inclusive: the minimum", {"plan": [10, 10, 0], "score": 1},
          {"min": 4, "max": 10, "limit": 12}, {"min": 10, "max": 15}),
    hours("above the maximum the citizen's side falls in a line to nothing at the limit",
          # 12 of 12–16: two of six hours above the maximum, against the third of the opening's minimum that would be short
          {"plan": [12, 12, 0], "hours_citizen.value": 0.7, "hours_citizen.hours.want": 10, "hours_employer.value": 1},
          {"min": 4, "max": 10, "limit": 16}, {"min": 12, "max": 15}, policy={"weights": {"hours_citizen": 0.04, "hours_employer": 0.16}}),
    hours("what both sides lose least by decides: here the citizen's maximum over the opening's minimum",
          # at 10 the employer lacks a third, 0.7; at 15 the citizen is half way to the limit, 0.55; between them less
          {"plan": [10, 10, 0], "hours_employer.value": 0.7, "hours_citizen.value": 1},
          {"min": 4, "max": 10, "limit": 20}, {"min": 15, "max": 20}),
    hours("what both sides lose least by decides: here the opening's minimum over the citizen's maximum",
          # at 10 the employer lacks a half, 0.55; at 20 the citizen is a quarter of the way to the limit, 0.775
          {"plan": [20, 20, 0], "hours_citizen.value": 0.775, "hours_employer.value": 1},
          {"min": 4, "max": 10, "limit": 50}, {"min": 20, "max": 20}),
    hours("of two hours that cost both sides together the same, the more",
          # 2.25 above the one's maximum and 2.5 below the other's minimum, or the other way round
          {"plan": [12.5, 12.5, 0], "hours_citizen.value": 0.847, "hours_employer.value": 0.863},
          {"min": 4, "max": 10, "limit": 24.75}, {"min": 14.75, "max": 20}),
    hours("the weights of the policy decide between the two sides",
          {"plan": [15, 15, 0], "hours_citizen.value": 0.55, "hours_employer.value": 1},
          {"min": 4, "max": 10, "limit": 20}, {"min": 15, "max": 20},
          policy={"weights": {"hours_citizen": 0.05, "hours_employer": 0.15}}),
    hours("what both sides lose least by may lie between the one's maximum and the other's minimum",
          # a quarter of the way to the limit, an eighth short of the minimum
          {"plan": [10.5, 10.5, 0], "hours_citizen.value": 0.775, "hours_employer.hours.want": 12},
          {"min": 4, "max": 10, "limit": 12}, {"min": 12, "max": 15}, policy={"weights": {"hours_citizen": 0.025, "hours_employer": 0.175}}),
    hours("at the limit nothing is left of the citizen's hours",
          {"plan": [12, 12, 0], "hours_citizen.value": 0.1, "hours_citizen.loss": 0.002, "hours_employer.value": 1},
          {"min": 4, "max": 10, "limit": 12}, {"min": 12, "max": 15}, policy={"weights": {"hours_citizen": 0.001, "hours_employer": 0.199}}),
    hours("a maximum that is the limit leaves no room above it", {"plan": [12, 12, 0], "hours_citizen.value": 1, "hours_employer.value": 0.82},
          {"min": 4, "max": 12, "limit": 12}, {"min": 15, "max": 20}),
    hours("an absent maximum is the limit", {"plan": [12, 12, 0], "score": 1, "hours_citizen.hours.want": 12}, {"min": 4, "limit": 12}, {"min": 5, "max": 15}),
    hours("an absent minimum asks for nothing", {"plan": [1, 1, 0], "hours_citizen.value": 1}, {"max": 10, "limit": 12}, {"max": 1}),
    hours("an absent minimum of the opening asks for nothing", {"plan": [1, 1, 0], "score": 1}, {"min": 0, "max": 1, "limit": 12}, {"max": 15}),
    hours("an absent maximum of the opening is open", {"plan": [10, 10, 0], "score": 1}, {"min": 4, "max": 10, "limit": 12}, {"min": 5}),
    hours("hours of which every end is open are known", {"hours_citizen.hours.state": "met", "plan": [9, 9, 0], "coverage": 1}, {}, {"max": 9}),
    hours("hours of the opening of which every end is open are known", {"hours_employer.hours.state": "met", "plan": [10, 10, 0], "coverage": 1},
          {"min": 4, "max": 10, "limit": 12}, {}),
    hours("without a limit the maximum is kept where the opening allows it", {"plan": [10, 10, 0], "score": 1, "hours_citizen.hours.state": "met"},
          {"min": 4, "max": 10}, {"min": 5, "max": 15}),
    hours("what is committed elsewhere is taken from the limit",
          {"plan": [5, 5, 0], "score": 1, "plan.capacity": 5, "attention+": ["total_load hours.committed"]},
          {"min": 4, "max": 10, "limit": 12, "committed": 7}, {"min": 5, "max": 15}),
    hours("what is left of the limit may be less than the citizen's minimum",
          {"plan": [2, 2, 0], "hours_citizen.value": 0.55, "verdict": "fit"},
          {"min": 4, "max": 10, "limit": 12, "committed": 10}, {"min": 2, "max": 15}),
    hours("a limit that is used up blocks", {"verdict": "blocked", "blockers": ["load_exceeded hours.committed"], "plan.capacity": 0},
          {"min": 4, "max": 10, "limit": 12, "committed": 12}, {"min": 5, "max": 15}),
    hours("a limit that is more than used up blocks", {"verdict": "blocked", "blockers": ["load_exceeded hours.committed"]},
          {"min": 4, "max": 10, "limit": 12, "committed": 12.5}, {"min": 5, "max": 15}),
    hours("a quarter-hour left under the limit blocks nothing", {"verdict": "fit", "plan": [0.25, 0.25, 0]},
          {"min": 0, "max": 10, "limit": 12, "committed": 11.75}, {"min": 0, "max": 15}),
    hours("a limit of 0 blocks", {"verdict": "blocked", "blockers": ["load_exceeded hours.committed"]}, {"limit": 0}, {"min": 5, "max": 15}),
    hours("a limit of 0 blocks, also when nobody knows what is committed", {"verdict": "blocked", "blockers": ["load_exceeded hours.committed"]},
          {"limit": 0, "committed": DROP}, {"min": 5, "max": 15}),
    hours("what is committed is nothing without a limit", {"verdict": "fit", "plan": [10, 10, 0], "score": 1, "attention+": ["total_load"]},
          {"min": 4, "max": 10, "committed": 30}, {"min": 5, "max": 15}),
    hours("20 hours a month on both sides suit each other, though 277 minutes are no whole quarter-hours",
          {"plan": [4.5, 4.5, 0], "score": 1, "hours_citizen.hours.state": "met", "hours_employer.hours.want": 4.5},
          {"min": 20, "max": 20, "limit": 40, "unit": "month"}, {"min": 20, "max": 20, "unit": "month"}),
    hours("20, 30, 40 and 50 hours a month are told a week: 20", {"plan.growth": 4.62}, {"min": 1, "limit": 12}, {"growth": 20, "unit": "month"}),
    hours("20, 30, 40 and 50 hours a month are told a week: 30", {"plan.growth": 6.92}, {"min": 1, "limit": 12}, {"growth": 30, "unit": "month"}),
    hours("20, 30, 40 and 50 hours a month are told a week: 40", {"plan.growth": 9.23}, {"min": 1, "limit": 12}, {"growth": 40, "unit": "month"}),
    hours("20, 30, 40 and 50 hours a month are told a week: 50", {"plan.growth": 11.53}, {"min": 1, "limit": 12}, {"growth": 50, "unit": "month"}),
    hours("a month's hours are rounded to a minute a week, half up", {"plan.growth": 0.08}, {"min": 1, "limit": 12}, {"growth": 0.325, "unit": "month"}),
    hours("a month's hours just below the half are rounded down", {"plan.growth": 0.07}, {"min": 1, "limit": 12}, {"growth": 0.324, "unit": "month"}),
    hours("52 hours a month are 12 a week", {"plan": [12, 12, 0], "plan.growth": 12}, {"min": 1, "limit": 52, "unit": "month"}, {"max": 52, "growth": 52, "unit": "month"}),
    hours("the citizen's hours may be told a month, with what is committed", {"plan": [6, 6, 0]},
          {"min": 13, "max": 39, "limit": 52, "committed": 26, "unit": "month"}, {"min": 5, "max": 15}),
    hours("hours a day stay hours a day when the rest is told a month",
          {"plan": [5, 5, 0], "plan.capacity": 5}, {"limit": 52, "max_per_day": 1, "unit": "month"}, {"min": 5, "max": 15}),
    vector("a task's hours may be told a month", {"plan": [3, 3, 0], "plan.capacity": 3}, task={"hours": {"max": 13, "unit": "month"}}),
    vector("a unit that is told to be the week changes nothing", {"plan": [8, 8, 0]}, citizen={"hours.unit": "week"}, opening={"hours.unit": "week"}),
    hours("hours are told to a minute, half up", {"plan.growth": 4.13}, {"limit": 12}, {"growth": 4.125}),
    hours("the plan holds whole quarter-hours, the capacity every minute", {"plan": [4, 4, 0], "plan.capacity": 4.2},
          {"limit": 12}, {"min": 0, "max": 4.2}),
    hours("a maximum between two quarter-hours is not exceeded", {"plan": [10, 10, 0], "hours_citizen.value": 1},
          {"min": 4, "max": 10.2, "limit": 12}, {"min": 5, "max": 15}),
    hours("a minimum between two quarter-hours is reached where there is room", {"plan": [10, 10, 0], "score": 1},
          {"min": 9.9, "max": 10.1, "limit": 12}, {"min": 5, "max": 15}),
    vector("all the hours of a week", {"plan.capacity": 168, "verdict": "fit", "plan": [168, 168, 0]},
           citizen={"hours": {"min": 168, "max": 168, "limit": 168, "committed": 0, "max_per_day": 24},
                    "availability": [window("mon tue wed thu fri sat sun", "00:00", "24:00")]},
           opening={"hours": {"min": 168, "max": 168, "growth": 168}}, task={"hours.max": 168, "windows": [window("mon tue wed thu fri sat sun", "00:00", "24:00")]}),
    hours("all the hours of a month", {"plan.growth": 168}, {"limit": 12}, {"growth": 728, "unit": "month"}),
]  # fmt: skip

UNKNOWN = {"hours_citizen.hours.state": "unknown", "hours_employer.hours.state": "unknown", "hours_citizen.value": 0.55,
           "hours_employer.value": 0.55, "hours_citizen.low": 0.1, "hours_citizen.high": 1, "hours_citizen.hours.have": None,
           "hours_citizen.hours.want": None, "score": of(hours_citizen=0.55, hours_employer=0.55), "high": 1,
           "low": of(hours_citizen=0.1, hours_employer=0.1), "verdict": "fit"}  # fmt: skip
for what, changes, plan in (
    ("the citizen's hours", {"citizen": {"hours": DROP}}, [8, 8, 0]),
    ("the availability", {"citizen": {"availability": DROP}}, [8, 8, 0]),
    ("what is committed under a limit", {"citizen": {"hours.committed": DROP}}, [8, 8, 0]),
    ("the opening's hours", {"opening": {"hours": DROP}}, [8, 8, 0]),
    ("a task's hours", {"task": {"hours": DROP}}, [10, 10, 0]),
    ("a task's windows", {"task": {"windows": DROP}}, [8, 8, 0]),
):  # fmt: skip
    VECTORS.append(vector(f"both hours items are unknown while {what} is untold, and the plan goes by the rest",
                          {**UNKNOWN, "plan": plan}, **changes))  # fmt: skip

VECTORS += [
    vector("what is committed needs no telling when there is no limit",
           {"hours_citizen.hours.state": "met", "coverage": 1, "plan": [8, 8, 0]},
           citizen={"hours": {"min": 4, "max": 10, "max_per_day": 4}}),
    vector("untold hours of an optional task leave the items unknown too", UNKNOWN,
           tasks=[task("boxes", 8, [must("move", 3)]), task("extra", hours=DROP, optional=True)]),
    vector("low takes only the tasks that no answer can put out of reach, high all that an answer could bring within",
           # boxes alone hold 2 hours, with the unclear task 8: low lacks 3 of 5 and 2 of 4 hours
           {"hours_employer.low": 0.46, "hours_citizen.low": 0.55, "hours_employer.value": 1, "hours_employer.high": 1,
            "verdict": "fit", "plan": [2, 2, 0], "hours_citizen.hours.have": 8},
           held=[own("move", 3)], tasks=[task("boxes", 2, [must("move", 3)]), task("stack", 6, [must("stack", 3, weeks=None)])]),
    vector("an unclear task that can be trained whatever the answer is surely within reach",
           {"hours_employer.low": 1, "hours_citizen.low": 1},
           held=[own("move", 3)], tasks=[task("boxes", 2, [must("move", 3)]), task("stack", 6, [must("stack", 3)])]),
    vector("a task that what is not asked as a must leaves open is surely within reach",
           {"hours_employer.low": 1}, held=[own("move", 3)],
           tasks=[task("boxes", 2, [must("move", 3)]), task("stack", 6, [require("should", "stack", 3, weeks=None)])]),
]  # fmt: skip
