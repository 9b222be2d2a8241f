# SPDX-License-Identifier: Apache-2.0
"""What to ask next: each answer is written into the documents, and these are scored again."""

from .change import ALWAYS, put, put_competence, put_hours, put_in_tasks
from .week import minutes_of
from .words import OPEN

BY_MUNICIPALITY = ("sup_followup", "sup_getready", "sup_aids", "sup_assistance")
TERMS = ("paid", "practice", "hybrid", "prospect", "fleksjob")
MOST = {"tolerates": 4, "at_most": 100000}
STRICTEST = {"limit": ("tolerates", 0), "ceiling": ("at_most", 0), "provision": ("requires", 2)}


def of_citizen(*citizens):
    return [{"citizen": citizen} for citizen in citizens]


def of_opening(*openings):
    return [{"opening": opening} for opening in openings]


def strictest_needs(case):
    opening, said = case.opening, set()
    for carrier in [opening, *opening["tasks"]]:
        said |= set(carrier.get("exposures", {})) | set(carrier.get("provisions", {}))
    needs = []
    for condition, kind in case.words.types.items():
        if condition in said:
            member, value = STRICTEST[kind]
            needs.append({"condition": condition, member: value, "strength": "must"})
    return needs[:64]


def hardest_requirement(case):
    held = case.citizen.get("competencies", [])
    least = min((int(c["level"]) for c in held), default=OPEN)
    concept = next((c["concept"] for c in held if int(c["level"]) == least), None)
    listed = {c["concept"] for c in held}
    unlisted = next((c for c in case.words.concepts if c not in listed), None)
    if not held or case.citizen.get("competencies_complete") and least > 0 and unlisted is not None:
        concept = unlisted
    return {"concept": concept, "level": 5, "importance": "must", "training_weeks": None}


def about_the_person(case):
    citizen = case.citizen
    if citizen.get("choice", "unknown") in ("unknown", "pending"):
        yield "choice_unknown", "choice", "citizen", of_citizen(*(dict(citizen, choice=c) for c in ("informed", "declined")))
    for gate in case.unknown_gates:
        yield "gate_unknown", gate, "citizen", of_citizen(*(put(citizen, ["gates", gate], a) for a in ("yes", "no")))
    if "needs" not in citizen:
        yield "needs_unknown", "needs", "citizen", of_citizen(*(dict(citizen, needs=n) for n in ([], strictest_needs(case))))
    for concept in asked_concepts(case):
        yield "competence_unknown", concept, "citizen", of_citizen(*(put_competence(citizen, concept, l) for l in (5, 0)))


def asked_concepts(case):
    wanted = [(r, task) for task in case.tasks for r in task.get("requires", [])]
    return dict.fromkeys(r["concept"] for r, task in wanted if not is_told(case, r, task))


def is_told(case, wanted, task):
    """What is near can make up for it in points; a must is mastered by itself."""
    unknown_must = wanted["importance"] == "must" and case.requirement(wanted)["must"] == "competence_unknown"
    return case.requirement_item(wanted, task).is_known and not unknown_must


def about_time_and_place(case):
    citizen, hours = case.citizen, case.citizen.get("hours")
    if hours is None:
        yield "hours_unknown", "hours", "citizen", of_citizen(*(dict(citizen, hours=h) for h in ({}, {"max": 0}, {"min": 168})))
    elif "limit" in hours and "committed" not in hours:
        answers = (put_hours(citizen, committed=c) for c in (0, minutes_of(hours, "limit")))
        yield "committed_unknown", "hours.committed", "caseworker", of_citizen(*answers)
    if "availability" not in citizen:
        yield "availability_unknown", "availability", "citizen", of_citizen(*(dict(citizen, availability=w) for w in (ALWAYS, [])))
    if "travel" not in citizen:
        ways = ({"mode": "car", "max_minutes": 1440}, {"mode": "walk", "max_minutes": 0})
        yield "travel_unknown", "travel", "citizen", of_citizen(*(dict(citizen, travel=w) for w in ways))
    elif case.travel is None:
        yield "journey_unknown", "location", "caseworker", [{"travel_minutes": 0}, {"travel_minutes": 1440}]


def about_the_course(case):
    citizen = case.citizen
    for member, best, worst in (("effectiveness", 1, 0), ("prerequisites", "present", "absent"), ("purpose", "pay", "other")):
        if citizen.get(member, "unknown") == "unknown":
            yield f"{member}_unknown", member, "caseworker", of_citizen(*(put(citizen, [member], a) for a in (best, worst)))


def about_the_tasks(case):
    opening = case.opening
    if "hours" not in opening:
        answers = (dict(opening, hours=h) for h in ({}, {"max": 0}, {"min": 168}))
        yield "opening_hours_unknown", "hours", "employer", of_opening(*answers)
    for code, member, values in (
        ("task_hours_unknown", "hours", ({}, {"max": 0.25}, {"max": 168})),
        ("windows_unknown", "windows", (ALWAYS, [])),
        ("requirements_unknown", "requires", ([], [hardest_requirement(case)])),
    ):
        for i, task in enumerate(case.tasks):
            if member not in task:
                yield code, task["id"], "employer", of_opening(*(put(opening, ["tasks", i, member], v) for v in values))
    yield from about_training(case)


def about_training(case):
    def is_open(r):
        found = case.requirement(r)
        return r["importance"] == "must" and found["must"] == "competence_below" and found["trainable"] == "unknown"

    def trained(concept, weeks):
        def answer(r):
            return dict(r, training_weeks=weeks) if r["concept"] == concept and is_open(r) else r

        def put_one(task):
            return dict(task, requires=[answer(r) for r in task["requires"]]) if "requires" in task else task

        return put_in_tasks(case.opening, put_one)

    wanted = [r for task in case.tasks for r in task.get("requires", [])]
    for concept in dict.fromkeys(r["concept"] for r in wanted if is_open(r)):
        yield "training_unknown", concept, "employer", of_opening(trained(concept, 0), trained(concept, None))


def about_conditions(case):
    def exposed(need, exposure):
        def put_one(task):
            return task if case.exposure(need, task) is not None else put(task, ["exposures", need["condition"]], exposure)

        return put_in_tasks(case.opening, put_one)

    for need in case.needs:
        member = next((m for m in MOST if m in need), None)
        if member is None or need[member] >= MOST[member] or all(case.exposure(need, task) is not None for task in case.tasks):
            continue
        yield "exposure_unknown", need["condition"], "employer", of_opening(exposed(need, 0), exposed(need, MOST[member]))
    for need in case.needs:
        condition = need["condition"]
        if need.get("requires", 0) > 0 and condition not in case.opening.get("provisions", {}):
            ask = "caseworker" if condition in BY_MUNICIPALITY else "employer"
            yield "provision_unknown", condition, ask, of_opening(*(put(case.opening, ["provisions", condition], p) for p in (2, 0)))


def about_the_workplace(case):
    opening = case.opening
    for term in TERMS:
        if case.terms.get(term, "unknown") == "unknown":
            yield "term_unknown", f"terms.{term}", "employer", of_opening(*(put(opening, ["terms", term], a) for a in ("yes", "no")))
    if opening.get("weekly_variation", "unknown") == "unknown":
        answers = (dict(opening, weekly_variation=v) for v in ("low", "high"))
        yield "weekly_variation_unknown", "weekly_variation", "employer", of_opening(*answers)
    wished = [w["concept"] for w in case.citizen.get("wishes", []) if w["concept"][0].isdigit()]
    if wished and "sector" not in opening:
        # Two digits are related to a code when they begin it.
        other = next(s for s in (f"{n:02}" for n in range(1, 100)) if not any(w.startswith(s) for w in wished))
        yield "sector_unknown", "sector", "caseworker", of_opening(*(dict(opening, sector=s) for s in [*wished, other]))


ABOUT = (about_the_person, about_time_and_place, about_the_course, about_the_tasks, about_conditions, about_the_workplace)


def questions_of(case):
    """In order; scores in thousandths, None where there is none."""
    questions = []
    for place, (code, subject, ask, answers) in enumerate(q for about in ABOUT for q in about(case)):
        after = [case.with_documents(**answer) for answer in answers]
        scores = [a.potential for a in after]
        best, worst = max(scores, key=lambda s: -1 if s is None else s), min(scores, key=lambda s: -1 if s is None else s)
        questions.append({
            "code": code, "subject": subject, "ask": ask, "best": best, "worst": worst,
            "swing": 0 if worst is None else best - worst,
            "decides": any(a.verdict != case.verdict for a in after), "place": place,
        })  # fmt: skip
    return sorted(questions, key=lambda q: (not q["decides"], -q["swing"], q["place"]))
