# SPDX-License-Identifier: Apache-2.0
"""The most hours that can be scheduled: each vector counts them by hand."""

from authoring import DROP, WORKDAYS, must, own, task, vector, window


def week(shows, hours, *, times=None, tasks=None, own_hours=None, opening_hours=None, held=(own("move", 3),), also=None, **more):
    """Hours are not asked for, so that the plan is the capacity in whole quarter-hours."""
    citizen = {"hours": {"committed": 0, "limit": 168, **(own_hours or {})}}
    if times is not None:
        citizen["availability"] = times
    plan = hours - hours % 0.25
    return vector(shows, {"plan.capacity": hours, "plan": [plan, plan, 0], **(also or {})}, citizen=citizen, held=list(held),
                  opening={"hours": opening_hours or {"max": 168}}, tasks=tasks, **more)  # fmt: skip


def boxes(most, *windows, name="boxes", **members):
    return task(name, most, [must("move", 3)], windows=list(windows), **members)


ALL_DAY = window(WORKDAYS, "08:00", "16:00")
VECTORS = [
    week("a task's maximum bounds the hours", 8),
    week("a task without a maximum holds what there is time for", 20, tasks=[boxes(1, ALL_DAY, hours={})]),
    week("times count where the citizen's and the task's overlap", 3, times=[window("mon tue", "10:00", "13:00")],
         tasks=[boxes(40, window("tue wed", "08:00", "16:00"))]),
    week("times that meet without overlapping are no common time", 0, times=[window("mon", "08:00", "10:00")],
         tasks=[boxes(40, window("mon", "10:00", "12:00"))], also={"verdict": "blocked", "blockers": ["no_common_time availability"]}),
    week("a quarter-hour in common is common time", 0.25, times=[window("mon", "08:00", "10:15")],
         tasks=[boxes(40, window("mon", "10:00", "12:00"))], also={"verdict": "fit"}),
    week("no availability at all is no common time", 0, times=[], also={"verdict": "blocked", "blockers": ["no_common_time availability"]}),
    week("no windows at all are no common time", 0, tasks=[boxes(40)], also={"blockers": ["no_common_time availability"]}),
    week("windows that overlap count once", 4, times=[window("mon", "08:00", "11:00"), window("mon", "10:00", "12:00")]),
    week("windows that touch are one", 4, times=[window("mon", "08:00", "10:00"), window("mon", "10:00", "12:00")]),
    week("a window may end at midnight", 2, times=[window("sun", "22:00", "24:00")], tasks=[boxes(40, window("sun", "00:00", "24:00"))]),
    week("a window may be a quarter-hour", 0.25, times=[window("sat", "23:45", "24:00")], tasks=[boxes(40, window("sat", "00:00", "24:00"))]),
    week("the hours a day bound each day", 10, own_hours={"max_per_day": 2}, tasks=[boxes(40, ALL_DAY)]),
    week("the hours a day bound only days that have more", 7, own_hours={"max_per_day": 3},
         times=[window("mon", "08:00", "12:00"), window("tue", "08:00", "09:00"), window("wed", "08:00", "16:00")],
         tasks=[boxes(40, ALL_DAY)]),
    week("hours a day between two quarter-hours hold the whole ones", 5, own_hours={"max_per_day": 1.1}, tasks=[boxes(40, ALL_DAY)]),
    week("fourteen minutes a day are no common time", 0, own_hours={"max_per_day": 0.24}, also={"blockers": ["no_common_time availability"]}),
    week("hours a day are told to a minute, half up: a quarter-hour", 1.25, own_hours={"max_per_day": 0.2417}, also={"verdict": "fit"}),
    week("hours a day of 0 are no common time", 0, own_hours={"max_per_day": 0}, also={"blockers": ["no_common_time availability"]}),
    week("a quarter-hour a day is common time", 1.25, own_hours={"max_per_day": 0.25}, also={"verdict": "fit"}),
    week("the opening's maximum bounds the whole", 3, opening_hours={"max": 3}),
    week("an opening's maximum of 0 leaves nothing, and blocks nothing", 0, opening_hours={"max": 0}, also={"verdict": "fit", "blockers": []}),
    week("what is left of the limit bounds the whole", 2.5, own_hours={"limit": 12, "committed": 9.5}),
    week("the citizen's maximum bounds the plan, not the capacity", 8, own_hours={"max": 8}),
    week("two tasks at one time share it", 2, times=[window("mon", "08:00", "10:00")],
         tasks=[boxes(4, ALL_DAY), boxes(4, ALL_DAY, name="shop")]),
    week("two tasks at two times add up", 4, times=[window("mon", "08:00", "12:00")],
         tasks=[boxes(4, window("mon", "08:00", "10:00")), boxes(4, window("mon", "10:00", "12:00"), name="shop")]),
    week("a task with little room leaves the shared time to the other", 4,
         times=[window("mon", "08:00", "12:00")],
         tasks=[boxes(4, window("mon", "08:00", "10:00")), boxes(4, ALL_DAY, name="shop")]),
    week("three tasks in two tasks' time hold what the time holds, and one beside it its own", 5,
         times=[window("mon", "08:00", "12:00"), window("tue", "08:00", "09:00")],
         tasks=[boxes(3, window("mon", "08:00", "12:00")), boxes(3, window("mon", "08:00", "12:00"), name="shop"),
                boxes(3, window("tue", "08:00", "16:00"), name="yard")]),
    week("the maxima of tasks in their own times add up with the time that others share", 4,
         # boxes no more than 1, shop and yard no more than the 3 hours they share
         times=[window("mon", "08:00", "14:00")],
         tasks=[boxes(1, window("mon", "08:00", "11:00")), boxes(9, window("mon", "11:00", "14:00"), name="shop"),
                boxes(9, window("mon", "11:00", "14:00"), name="yard")]),
    week("a day's bound is shared by the tasks of that day alone", 5, own_hours={"max_per_day": 3},
         times=[window("mon tue", "08:00", "16:00")],
         tasks=[boxes(9, window("mon", "08:00", "16:00")), boxes(2, ALL_DAY, name="shop")]),
    week("hours to the minute count in the capacity and whole quarter-hours in the plan", 8.1, tasks=[boxes(8.1, ALL_DAY)]),
    week("quarter-hours are lost for each task of its own", 8.4, tasks=[boxes(4.2, ALL_DAY), boxes(4.2, ALL_DAY, name="shop")],
         also={"plan": [8, 8, 0]}),
    week("a task out of reach adds nothing", 4, held=[own("move", 3), own("stack", 0)],
         tasks=[boxes(4, ALL_DAY), task("stack", 4, [must("stack", 3, weeks=None)])]),
    week("a task that is unclear adds to the capacity, not to the plan", 6,
         tasks=[boxes(4, ALL_DAY), task("stack", 2, [must("stack", 3, weeks=None)])], also={"plan": [4, 4, 0]}),
    week("a task to be learned adds to the capacity", 6, held=[own("move", 3), own("stack", 1)],
         tasks=[boxes(4, ALL_DAY), task("stack", 2, [must("stack", 3)])], also={"plan": [6, 4, 2]}),
    week("an optional task adds to the capacity", 6, tasks=[boxes(4, ALL_DAY), boxes(2, ALL_DAY, name="shop", optional=True)]),
    week("a common time of a task out of reach is none", 0, held=[own("move", 3), own("stack", 0)], times=[window("mon", "08:00", "12:00")],
         tasks=[boxes(4, window("tue", "08:00", "12:00")), task("stack", 4, [must("stack", 3, weeks=None)])],
         also={"blockers": ["no_common_time availability"]}),
    vector("where neither side says when, the ordinary week stands in: Monday to Friday, 8 to 16",
           {"plan.capacity": 40, "verdict": "fit", "plan": [40, 40, 0]},
           citizen={"availability": DROP, "hours": {"limit": 60, "committed": 0}}, opening={"hours": {"max": 60}},
           task={"windows": DROP, "hours": {}}),
    vector("where the citizen alone says when, that is the time",
           {"plan.capacity": 20, "plan": [20, 20, 0]}, citizen={"hours": {"limit": 60, "committed": 0}}, opening={"hours": {"max": 60}},
           task={"windows": DROP, "hours": {}}),
    vector("where the task alone says when, that is the time",
           {"plan.capacity": 6, "plan": [6, 6, 0]}, citizen={"availability": DROP, "hours": {"limit": 60, "committed": 0}},
           opening={"hours": {"max": 60}}, task={"windows": [window("sat sun", "09:00", "12:00")], "hours": {}}),
    vector("the ordinary week is the policy's",
           {"plan.capacity": 2, "plan": [2, 2, 0], "schedule": ["sat 10:00-12:00 boxes"]}, citizen={"availability": DROP},
           task={"windows": DROP}, policy={"ordinary_week": [window("sat", "10:00", "12:00")]}),
    vector("an ordinary week of no time plans nothing, but is not the citizen's word",
           {"verdict": "fit", "plan.capacity": 0, "plan": [0, 0, 0], "blockers": []}, citizen={"availability": DROP},
           task={"windows": DROP}, policy={"ordinary_week": []}),
    vector("a task whose times nobody has told could have time, though the ordinary week has none, and another task has none",
           {"verdict": "fit", "plan.capacity": 0, "blockers": []}, citizen={"availability": DROP}, policy={"ordinary_week": []},
           tasks=[boxes(4), task("shop", 4, [must("move", 3)], windows=DROP)]),
    vector("an untold task stands in the ordinary week beside one that says when",
           {"plan.capacity": 10, "plan": [10, 10, 0]}, citizen={"availability": DROP, "hours": {"max_per_day": 2, "limit": 60, "committed": 0}},
           opening={"hours": {"max": 60}},
           tasks=[boxes(2, window("mon", "08:00", "10:00")), task("shop", 20, [must("move", 3)], windows=DROP)]),
    vector("twelve tasks fill a week together", {"plan.capacity": 12, "plan": [12, 12, 0], "verdict": "fit"},
           citizen={"hours.max": 12},
           tasks=[boxes(1, ALL_DAY, name=f"t{i:02}") for i in range(12)]),
    vector("twelve tasks, each at an hour of its own, add up", {"plan.capacity": 3, "plan": [3, 3, 0]},
           citizen={"availability": [window("sun", "00:00", "24:00")]},
           tasks=[boxes(9, window("sun", f"{8 + i // 4:02}:{i % 4 * 15:02}", f"{8 + (i + 1) // 4:02}:{(i + 1) % 4 * 15:02}"), name=f"t{i:02}")
                  for i in range(12)]),
]  # fmt: skip
