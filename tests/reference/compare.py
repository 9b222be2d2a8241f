# SPDX-License-Identifier: Apache-2.0
"""A match document of the engine, its numbers decimals, against the reference."""

from fractions import Fraction

from .advice import differences_in_advice
from .hours import BOUNDS
from .pair import Match
from .week import DAYS, GRID, flow, slots_of
from .words import OPEN, exact_policy, words_of


def check_schedule(case, shifts, planned):
    """What is wrong with a schedule: statements, none when it keeps everything it must."""
    wrong, used, days = [], set(), {}
    laid = dict.fromkeys(planned, 0)
    for shift in shifts:
        slots = slots_of([{"days": [shift["day"]], "from": shift["from"], "to": shift["to"]}])
        wrong += [f"{shift} is outside the times"] if slots - case.weeks[shift["task"]] else []
        wrong += [f"{shift} overlaps another"] if slots & used else []
        used |= slots
        laid[shift["task"]] += len(slots) * GRID
        days[DAYS.index(shift["day"])] = days.get(DAYS.index(shift["day"]), 0) + len(slots) * GRID
    if laid != planned:
        wrong.append(f"laid {laid}, planned {planned}")
    if case.day_cap is not OPEN and any(minutes > case.day_cap for minutes in days.values()):
        wrong.append(f"a day holds more than {case.day_cap} minutes")
    cap = case.day_cap if case.day_cap is OPEN else case.day_cap - case.day_cap % GRID
    busy = [task for task in planned if planned[task]]
    slots, caps, total = {t: case.weeks[t] for t in busy}, {t: planned[t] for t in busy}, sum(planned.values())
    subsets = sorted(
        ([d for d in range(7) if bits >> d & 1] for bits in range(128)), key=lambda chosen: (len(chosen), chosen)
    )
    for chosen in subsets if total else []:
        if chosen == sorted(days):
            break
        if flow(slots, caps, cap, chosen) == total:
            wrong.append(f"days {sorted(days)}, though {chosen} would do")
            break
    return wrong


def apart(one, other, most):
    """Whether two numbers, of which either may be missing, differ by more than so much."""
    if one is None or other is None:
        return one is not other
    return abs(one - other) > most


def as_set(reasons):
    return sorted((r["code"], r.get("subject", ""), r.get("task", "")) for r in reasons)


def differences(own, match):
    """How a match document of the engine, its numbers decimals, differs from the reference's."""
    wrong = []

    def compare(what, one, other):
        if one != other:
            wrong.append(f"{what}: reference {one}, engine {other}")

    def compare_number(what, one, other, scale=1000, most=1):
        if apart(one, None if other is None else Fraction(other) * scale, most):
            wrong.append(f"{what}: reference {one}, engine {other}")

    compare("verdict", own["verdict"], match["verdict"])
    compare("blockers", as_set(own["blockers"]), as_set(match["blockers"]))
    for name in ("score", "low", "high", "coverage", "potential"):
        compare_number(name, own[name], match[name])
    for side in ("citizen", "employer"):
        compare_number(f"sides.{side}", own["sides"][side], match["sides"][side])
    for one, other in zip(own["criteria"], match["criteria"], strict=True):
        where = f"criteria.{one['id']}"
        compare(where, (one["id"], one["side"]), (other["id"], other["side"]))
        for name in BOUNDS:
            compare_number(f"{where}.{name}", one[name], other[name])
        compare_number(f"{where}.weight", one["weight"], other["weight"], 1, 0)
        compare_items(where, one["items"], other["items"], compare, compare_number)
    for one, other in zip(own["tasks"], match["tasks"], strict=True):
        where = f"tasks.{one['id']}"
        compare(where, (one["id"], one["verdict"]), (other["id"], other["verdict"]))
        compare_number(f"{where}.hours", one["minutes"], other["hours"], 60)
        compare(f"{where}.reasons", as_set(one["reasons"]), as_set(other["reasons"]))
    for name, member in (("present", "present_hours"), ("paid", "paid_hours"), ("practice", "practice_hours"),
                         ("capacity", "capacity_hours"), ("growth", "growth_to")):  # fmt: skip
        # Hours have two decimals, which give back the minute.
        compare_number(f"plan.{member}", own["plan"][name], match["plan"][member], 60, Fraction(1, 2))
    compare("timing.advice", own["timing"]["advice"], match["timing"]["advice"])
    compare("timing.reasons", as_set(own["timing"]["reasons"]), as_set(match["timing"]["reasons"]))
    compare("attention", as_set(own["attention"]), as_set(match["attention"]))
    return wrong + faulty_losses(match)


def compare_items(where, own, items, compare, compare_number):
    compare(f"{where}.items", len(own), len(items))
    for one, other in zip(own, items):
        at = f"{where}.{one['subject']}"
        for name in ("subject", "task", "state"):
            compare(f"{at}.{name}", one.get(name), other.get(name))
        compare_number(f"{at}.share", one["share"], other["share"], 1, 0)
        for name in ("have", "want"):
            compare_number(f"{at}.{name}", one[name], other[name], 1, Fraction(1, 1000))


def faulty_losses(match):
    """Losses sum exactly: the items' to their criterion's, the criteria's to 1 − potential."""
    wrong, criteria = [], match["criteria"]
    if match["potential"] is not None and sum(c["loss"] for c in criteria) != 1 - match["potential"]:
        wrong.append("the criteria's losses do not sum to what the score lacks")
    for criterion in criteria:
        if criterion["items"] and sum(i["loss"] for i in criterion["items"]) != criterion["loss"]:
            wrong.append(f"criteria.{criterion['id']}: its items' losses do not sum to its own")
    if not match["low"] <= (match["potential"] if match["potential"] is not None else match["low"]) <= match["high"]:
        wrong.append("the score is outside its bounds")
    return wrong


def compare_with(match_document, citizen, opening, policy=None, travel_minutes=None, vocabulary=None, source="."):
    """Everything in which the engine's match of a pair is not what the reference says."""
    case = Match(citizen, opening, exact_policy(policy), words_of(source, vocabulary), travel_minutes)
    shifts = match_document["plan"]["schedule"]
    wrong = differences(case.document(), match_document) + check_schedule(case, shifts, case.planned)
    return wrong + differences_in_advice(case, match_document)
