# SPDX-License-Identifier: Apache-2.0
"""The week: minutes, quarter-hours, and the most that fits, as a maximum flow."""

from fractions import Fraction

from .words import OPEN, exact, half_up

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
GRID = 15
DAY_SLOTS = 96


def whole_quarters(minutes):
    """A minimum off the grid of the plan is met by the quarter-hour below it."""
    return minutes - minutes % GRID


def minutes_of(hours, member, by_month=True):
    if hours is None or member not in hours:
        return OPEN
    scale = Fraction(12, 52) if by_month and hours.get("unit") == "month" else 1
    return half_up(exact(hours[member]) * scale * 60)


def slots_of(windows):
    slots = set()
    for window in windows:
        first, last = (int(t[:2]) * 4 + int(t[3:]) // GRID for t in (window["from"], window["to"]))
        for day in window["days"]:
            slots.update(DAYS.index(day) * DAY_SLOTS + slot for slot in range(first, last))
    return slots


def flow(slots, caps, day_cap, days=range(7)):
    """The most minutes: a maximum flow from the week to days to quarter-hours to tasks."""
    edges = {}

    def add(a, b, capacity):
        edges.setdefault(a, {}).setdefault(b, 0)
        edges.setdefault(b, {}).setdefault(a, 0)
        edges[a][b] += capacity

    for slot in set().union(*slots.values()) if slots else ():
        if slot // DAY_SLOTS in days:
            same = (slot // DAY_SLOTS, frozenset(t for t in slots if slot in slots[t]))
            add(slot // DAY_SLOTS, same, GRID)
    for same in [node for node in edges if isinstance(node, tuple)]:
        edges["week"] = edges.get("week", {})
        edges["week"][same[0]] = 10**6 if day_cap is OPEN else day_cap
        edges[same[0]].setdefault("week", 0)
        for task in same[1]:
            add(same, task, 10**6)
    for task in slots:
        if task in edges:
            add(task, "done", 10**6 if caps[task] is OPEN else caps[task])
    total = 0
    while (path := augmenting_path(edges)) is not None:
        pushed = min(edges[a][b] for a, b in path)
        for a, b in path:
            edges[a][b] -= pushed
            edges[b][a] += pushed
        total += pushed
    return total


def augmenting_path(edges):
    came, queue = {"week": None}, ["week"]
    for node in queue:
        for other, capacity in edges.get(node, {}).items():
            if capacity > 0 and other not in came:
                came[other] = node
                queue.append(other)
    if "done" not in came:
        return None
    path, node = [], "done"
    while came[node] is not None:
        path.append((came[node], node))
        node = came[node]
    return path
