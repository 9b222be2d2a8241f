# SPDX-License-Identifier: Apache-2.0
"""The real week that holds the plan: fewest days, earliest days, earliest hours."""

from authoring import WORKDAYS, must, own, task, vector, window


def schedule(shows, shifts, *, times, day=None, most=40, tasks=None, **more):
    hours = {"committed": 0, "limit": 168, **({} if day is None else {"max_per_day": day})}
    return vector(shows, {"schedule": shifts}, citizen={"hours": hours, "availability": times}, opening={"hours": {"max": most}},
                  tasks=tasks, **({} if tasks else {"task": {"hours": {}, "windows": [window("mon tue wed thu fri sat sun", "00:00", "24:00")]}}),
                  **more)  # fmt: skip


def boxes(most, *windows, name="boxes"):
    return task(name, most, [must("move", 3)], windows=list(windows) or [window(WORKDAYS, "08:00", "16:00")])


MORNINGS = window(WORKDAYS, "08:00", "12:00")
VECTORS = [
    schedule("the earliest day that holds everything", ["mon 08:00-11:00 boxes"], times=[MORNINGS], most=3),
    schedule("a day that is full to its end", ["mon 08:00-12:00 boxes"], times=[MORNINGS], most=4),
    schedule("a quarter-hour too much for one day takes two, the first full", ["mon 08:00-12:00 boxes", "tue 08:00-08:15 boxes"],
             times=[MORNINGS], most=4.25),
    schedule("fewest days come before earliest", ["fri 08:00-12:00 boxes"],
             times=[window("mon tue wed thu", "08:00", "10:00"), window("fri", "08:00", "12:00")], most=4),
    schedule("of equally few days the earliest", ["mon 08:00-10:00 boxes", "wed 08:00-12:00 boxes"],
             times=[window("mon tue", "08:00", "10:00"), window("wed fri", "08:00", "12:00")], most=6),
    schedule("the hours a day bound every day", ["mon 08:00-10:00 boxes", "tue 08:00-10:00 boxes", "wed 08:00-09:00 boxes"],
             times=[MORNINGS], day=2, most=5),
    schedule("a pause in the day is kept", ["mon 08:00-09:00 boxes", "mon 13:00-14:00 boxes"],
             times=[window("mon", "08:00", "09:00"), window("mon", "13:00", "15:00")], most=2),
    schedule("a day may end at midnight", ["sun 22:00-24:00 boxes"], times=[window("sun", "22:00", "24:00")]),
    schedule("a day may begin at midnight", ["sat 00:00-01:00 boxes"], times=[window("sat", "00:00", "01:00")]),
    schedule("midnight parts two shifts", ["sat 23:00-24:00 boxes", "sun 00:00-01:00 boxes"],
             times=[window("sat", "23:00", "24:00"), window("sun", "00:00", "01:00")]),
    schedule("windows told in any order are laid in the week's", ["mon 08:00-10:00 boxes", "tue 08:00-10:00 boxes"],
             times=[window("tue", "08:00", "10:00"), window("mon", "09:00", "10:00"), window("mon", "08:00", "09:30")]),
    schedule("two tasks follow one another by id", ["mon 08:00-10:00 a", "mon 10:00-11:00 b"], times=[MORNINGS],
             tasks=[boxes(1, name="b"), boxes(2, name="a")]),
    schedule("a task goes on before another begins", ["mon 08:00-10:00 b", "mon 10:00-12:00 a"], times=[MORNINGS],
             tasks=[boxes(2, window("mon", "09:00", "12:00"), name="a"), boxes(2, window("mon", "08:00", "12:00"), name="b")]),
    schedule("a task with a late window waits for it", ["mon 08:00-09:00 b", "mon 10:00-11:00 a"], times=[MORNINGS],
             tasks=[boxes(1, window("mon", "10:00", "12:00"), name="a"), boxes(1, window("mon", "08:00", "09:00"), name="b")]),
    schedule("a task that can be done later hands its early time to one that cannot", ["mon 08:00-10:00 b", "mon 10:00-12:00 a"],
             times=[window("mon", "08:00", "12:00")],
             tasks=[boxes(2, window("mon", "08:00", "12:00"), name="a"), boxes(2, window("mon", "08:00", "10:00"), name="b")]),
    schedule("a task moves to another day for one that has no other", ["mon 08:00-10:00 b", "tue 08:00-10:00 a"],
             times=[window("mon tue", "08:00", "10:00")],
             tasks=[boxes(2, window("mon tue", "08:00", "10:00"), name="a"), boxes(2, window("mon", "08:00", "10:00"), name="b")]),
    schedule("a day's bound is not spent on what can wait when another task has only that day",
             ["mon 10:00-12:00 b", "tue 08:00-10:00 a"], times=[window("mon tue", "08:00", "12:00")], day=2,
             tasks=[boxes(2, window("mon tue", "08:00", "10:00"), name="a"), boxes(2, window("mon", "10:00", "12:00"), name="b")]),
    schedule("paid tasks are laid before practice", ["mon 08:00-10:00 z", "mon 10:00-12:00 a"], times=[MORNINGS],
             tasks=[task("a", 2, [must("truck", 3)]), boxes(2, name="z")], held=[own("move", 3), own("truck", 1)]),
    schedule("core tasks are laid before optional ones", ["mon 08:00-10:00 z", "mon 10:00-12:00 a"], times=[MORNINGS],
             tasks=[{**boxes(2, name="a"), "optional": True}, boxes(2, name="z")]),
    schedule("an empty plan has an empty week", [], times=[MORNINGS], most=0),
    schedule("a window of the task narrows the week", ["wed 10:00-11:00 boxes"], times=[MORNINGS],
             tasks=[boxes(1, window("wed", "10:00", "16:00"))]),
]  # fmt: skip
