# SPDX-License-Identifier: Apache-2.0
"""What would make it work: each change is written into the documents, and these are scored again."""

from fractions import Fraction
from itertools import combinations

from .change import put, put_competence, put_hours, put_in_tasks
from .pair import Match
from .questions import BY_MUNICIPALITY
from .week import GRID, minutes_of, slots_of, whole_quarters
from .words import OPEN

VERDICTS = ("blocked", "practice_only", "unclear", "fit")
MOST_LEVERS = 20
MOST_CHANGES = 3
WEEK = 7 * 24 * 60


class Change:
    """What somebody can change; make gives the documents with the change made."""

    def __init__(self, by, code, subject, make, start=None, end=None, in_verdict=False):
        self.by, self.code, self.subject, self.make = by, code, subject, make
        self.start, self.end, self.in_verdict = start, end, in_verdict

    def told(self):
        return {"by": self.by, "code": self.code, "subject": self.subject, "from": self.start, "to": self.end}


def on_opening(make):
    return lambda citizen, opening: (citizen, make(opening))


def on_citizen(make):
    return lambda citizen, opening: (make(citizen), opening)


def told_hours(minutes):
    """Thousandths of an hour, as an item tells them."""
    return Fraction((minutes * 1000 + 30) // 60, 1000)


def of_provisions(case):
    for need in case.needs:
        condition, offered = need["condition"], case.opening.get("provisions", {}).get(need["condition"])
        if need.get("requires", 0) > (offered or 0) and condition != "tra_public":
            by = "municipality" if condition in BY_MUNICIPALITY else "employer"
            make = on_opening(lambda opening, c=condition, to=need["requires"]: put(opening, ["provisions", c], to))
            yield Change(by, "provision_given", condition, make, offered, need["requires"], need["strength"] == "must")


def of_exposures(case):
    for need in case.needs:
        if "requires" in need:
            continue
        condition, most = need["condition"], case.wanted_of(need)
        above = {task["id"]: e for task in case.tasks if (e := case.exposure(need, task)) is not None and e > most}

        def put_one(task, condition=condition, most=most, above=above):
            return put(task, ["exposures", condition], most) if task["id"] in above else task

        if above:
            make = on_opening(lambda opening, put_one=put_one: put_in_tasks(opening, put_one))
            yield Change("employer", "exposure_reduced", condition, make, max(above.values()), most, need["strength"] == "must")


def of_tasks(case):
    for task in case.core if len(case.tasks) > 1 else []:
        make = on_opening(lambda opening, i=task["id"]: dict(opening, tasks=[t for t in opening["tasks"] if t["id"] != i]))
        yield Change("employer", "task_carved", task["id"], make, in_verdict=True)


def of_training(case):
    wanted, held = {}, {c["concept"]: int(c["level"]) for c in case.citizen.get("competencies", [])}
    requirements = [r for task in case.tasks for r in task.get("requires", [])]
    for r in requirements:
        found = case.requirement(r)
        below = r["importance"] == "must" and found["must"] == "competence_below"
        if found["spoken_of"] and (found["told"] < r["level"] or below) and found["trainable"] is True:
            wanted[r["concept"]] = max(wanted.get(r["concept"], 0), int(r["level"]))
    musts = [r["concept"] for r in requirements if r["importance"] == "must"]
    for concept in dict.fromkeys(r["concept"] for r in requirements):
        if concept not in wanted:
            continue
        level = wanted[concept]
        make = on_citizen(lambda citizen, c=concept, to=level: put_competence(citizen, c, to))
        mastery = any(case.words.is_narrower(concept, m) for m in musts)
        yield Change("municipality", "requirement_trained", concept, make, held.get(concept, 0), level, mastery)


def of_hours(case):
    own, asked = case.citizen.get("hours"), case.opening.get("hours")
    capacity = whole_quarters(case.total(case.capacity(case.reach, 1)))
    own_min, own_max, wanted = minutes_of(own, "min"), minutes_of(own, "max"), case.citizen_min
    least, most = minutes_of(asked, "min"), minutes_of(asked, "max")

    def raise_opening(opening):
        growth = minutes_of(asked, "growth")
        return put_hours(opening, max=own_min, growth=growth if growth is OPEN else max(growth, own_min))

    possible = capacity if own_max is OPEN else min(capacity, whole_quarters(own_max))
    if least is not OPEN and least > possible > 0:
        make = on_opening(lambda opening: put_hours(opening, min=possible))
        yield Change("employer", "hours_min_lowered", "hours", make, told_hours(least), told_hours(possible))
    if most is not OPEN and most < wanted:
        yield Change("employer", "hours_max_raised", "hours", on_opening(raise_opening), told_hours(most), told_hours(own_min))
    yield from of_task_hours(case, max(wanted, case.employer_min) - capacity)


def of_task_hours(case, missing):
    for i, task in enumerate(case.tasks) if missing > 0 else []:
        most = minutes_of(task.get("hours"), "max")
        if most is not OPEN and most < WEEK:
            to = min(WEEK, most + missing)

            def put_one(other, i=task["id"], to=to):
                return put_hours(other, max=to) if other["id"] == i else other

            make = on_opening(lambda opening, put_one=put_one: put_in_tasks(opening, put_one))
            yield Change("employer", "task_hours_raised", task["id"], make, told_hours(most), told_hours(to))


def of_windows(case):
    available = slots_of(case.citizen.get("availability", []))
    for task in case.tasks:
        if "windows" not in task or available <= slots_of(task["windows"]):
            continue

        def put_one(other, i=task["id"]):
            return dict(other, windows=[*other["windows"], *case.citizen["availability"]]) if other["id"] == i else other

        make = on_opening(lambda opening, put_one=put_one: put_in_tasks(opening, put_one))
        common = len(available & slots_of(task["windows"]))
        yield Change("employer", "window_moved", task["id"], make, told_hours(common * GRID), told_hours(len(available) * GRID), True)


def of_terms(case):
    for term in ("paid", "practice"):
        if case.terms.get(term) == "no":
            make = on_opening(lambda opening, term=term: put(opening, ["terms", term], "yes"))
            yield Change("employer", "term_agreed", f"terms.{term}", make, "no", "yes", True)


def of_own_hours(case):
    own, asked = case.citizen.get("hours"), case.opening.get("hours")
    possible = whole_quarters(case.total(case.capacity(case.reach, 1)))
    own_min, own_max = minutes_of(own, "min"), minutes_of(own, "max")
    least, most, wanted = minutes_of(asked, "min"), minutes_of(asked, "max"), case.employer_min
    possible = possible if most is OPEN else min(possible, whole_quarters(most))
    if own_min is not OPEN and own_min > possible > 0:
        make = on_citizen(lambda citizen: put_hours(citizen, min=possible))
        yield Change("citizen", "hours_min_lowered", "hours", make, told_hours(own_min), told_hours(possible))
    left = OPEN if case.limit is OPEN or "committed" not in own else case.left
    if own_max is not OPEN and own_max < wanted and left is not OPEN and least <= left:
        make = on_citizen(lambda citizen: put_hours(citizen, max=least))
        yield Change("citizen", "hours_max_raised", "hours", make, told_hours(own_max), told_hours(least))


ROWS = (of_provisions, of_exposures, of_tasks, of_training, of_hours, of_windows, of_terms, of_own_hours)


class Verdict(Match):
    """The verdict of a pair, and nothing else."""

    def judge(self):
        self.judge_verdict()


def documents_after(case, changes):
    """None when no task is left."""
    citizen, opening = case.citizen, case.opening
    for change in changes:
        citizen, opening = change.make(citizen, opening)
    return (citizen, opening) if opening["tasks"] else None


def is_beyond_change(case):
    """Whether no change that is considered can make a fit."""
    left = case.left is not OPEN and case.left < GRID
    far = any(b["code"] == "travel_too_far" for b in case.blockers)
    asked = case.unknown_gates or case.choice in ("pending", "declined") or "needs" not in case.citizen
    return bool(left or far or asked or case.refused_gates)


def smallest_sets(case, candidates):
    """Sets of places of two and three changes that make a fit, and of which no part does."""
    # A fit rests on what has part in the verdict; a set with anything else has a part that does as well.
    places = [i for i, change in enumerate(candidates) if change.in_verdict]
    made = []
    for size in range(2, MOST_CHANGES + 1):
        larger = []
        for chosen in combinations(places, size):
            if any(set(smaller) <= set(chosen) for smaller in made):
                continue
            documents = documents_after(case, [candidates[i] for i in chosen])
            if documents and Verdict(*documents, case.policy, case.words, case.travel_minutes).verdict == "fit":
                larger.append(chosen)
        made += larger
    return made


def lever(case, candidates, chosen):
    documents = documents_after(case, [candidates[i] for i in chosen])
    after = case.with_documents(*documents)
    gain = 0 if None in (case.potential, after.potential) else after.potential - case.potential
    higher = VERDICTS.index(after.verdict) - VERDICTS.index(case.verdict)
    return {
        "changes": [candidates[i].told() for i in chosen], "score": after.score, "verdict": after.verdict, "gain": gain,
        "places": chosen, "higher": higher, "rise": number(after.score) - number(case.score),
    }  # fmt: skip


def number(score):
    return -1 if score is None else score


def rank(found):
    return -VERDICTS.index(found["verdict"]), len(found["places"]), -number(found["score"]), found["places"]


def is_lever(found, least=1):
    """A rise of the score counts from so many thousandths on."""
    return found["higher"] > 0 or found["higher"] == 0 and (len(found["places"]) > 1 or found["rise"] >= least)


def all_levers(case, least=1):
    """Best first, and without end."""
    candidates = [change for row in ROWS for change in row(case)]
    singles = [lever(case, candidates, (i,)) for i in range(len(candidates))]
    found = [single for single in singles if is_lever(single, least)]
    if case.verdict != "fit" and all(s["verdict"] != "fit" for s in singles) and not is_beyond_change(case):
        found += [lever(case, candidates, chosen) for chosen in smallest_sets(case, candidates)]
    return sorted(found, key=rank)


def levers_of(case):
    return all_levers(case)[:MOST_LEVERS]

