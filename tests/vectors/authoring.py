# SPDX-License-Identifier: Apache-2.0
"""What the vectors are told in: base documents, changes to them, and expectations stated by hand.

A vector says in one sentence what it shows, changes the base documents, and expects of the match what
docs/scoring.md says it must be; nothing expected is read off the program.

    vector("out of reach when a must is below level and cannot be trained",
           {"verdict": "blocked", "task.boxes": "out_of_reach",
            "task.boxes.reasons": ["competence_below move"]},
           held=[own("move", 1)], requires=[must("move", 3, weeks=None)])

Paths of an expectation:
    verdict score low high coverage potential sides.citizen sides.employer
    blockers attention timing.reasons task.ID.reasons   lists of "code subject @task"
    attention+ attention-                               among the attention points, codes not among them
    timing                                              the advice
    task.ID task.ID.hours                               a task's verdict, its hours
    plan                                                [present, paid, practice] hours
    plan.capacity plan.growth
    schedule                                            lists of "mon 08:00-11:00 boxes"
    questions                                           lists of "code subject", in order
    questions+ questions-                               among the questions, codes or "code subject" not among them
    question CODE SUBJECT                               [ask, swing, decides]
    levers                                              lists of "by code subject", several changes with " + "
    levers+ levers-                                     among the levers, beginnings of changes that no lever has
    lever BY CODE SUBJECT                               [from, to, verdict, score, gain]; of several changes without ends
    CRITERION.value .low .high .weight .loss .items     of a criterion; items are their subjects
    CRITERION.SUBJECT.state .have .want .share .loss    of an item; SUBJECT@TASK where several tasks have it
"""

import copy
import json
import subprocess
import tempfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

CONCEPTS = {
    "move": "esco:b6bdf202-524f-475d-b813-2aa9af005c37",
    "stack": "esco:3d086228-d7fc-4c23-972a-22b7d44a6173",
    "pick": "esco:ee5e2297-39cc-4ed6-89e5-d58016118a7f",
    "truck": "esco:28cb374e-6261-4133-8371-f9a5470145da",
    "clean": "esco:6ff01827-907d-43d8-b6e4-7162c1cf0aca",
    "file": "esco:3d427a49-4f85-42cd-8a92-62d4a34f41a1",
    "detail": "esco:83e6510b-ffeb-4aec-959c-4265fd0ff7b7",
    "waste": "esco:110d7aa3-e44e-4cce-a927-8d4de615f3d9",
    "restock": "esco:7e9daad3-8604-4839-af9b-dc6f8db3ef68",
    "register": "esco:0cb013af-6dd9-4fb2-b34e-63dda1a5cf82",
    # To disassemble mobile devices is narrower than to repair them, to work in shifts than to work in teams.
    "repair": "esco:55cd5608-1497-4ed1-96d0-cb9494749a09",
    "disassemble": "esco:211e4a02-69a6-494e-b94a-93741e2a3a0b",
    "teams": "esco:60c78287-22eb-4103-9c8c-28deaa460da0",
    "shifts": "esco:6f2721bf-40ad-4f5d-8774-a478d1d6f5a6",
}
WORKDAYS = ["mon", "tue", "wed", "thu", "fri"]
WEIGHTS = {"competence": 0.4, "accommodation": 0.25, "hours_employer": 0.1, "hours_citizen": 0.1,
           "wish": 0.1, "travel": 0.05}  # fmt: skip
SIDES = {"citizen": ("accommodation", "hours_citizen", "wish", "travel"), "employer": ("competence", "hours_employer")}
DROP = object()
UNSAID = object()


def window(days, start, end):
    return {"days": days.split() if isinstance(days, str) else days, "from": start, "to": end}


def concept(name):
    return CONCEPTS.get(name, name)


def own(name, level, evidence="observed"):
    """A competence held; evidence None leaves it unsaid."""
    said = {} if evidence is None else {"evidence": evidence}
    return {"concept": concept(name), "level": level, **said}


def require(importance, name, level, weeks=4):
    """A requirement; weeks None cannot be trained, UNSAID nobody knows."""
    said = {} if weeks is UNSAID else {"training_weeks": weeks}
    return {"concept": concept(name), "level": level, "importance": importance, **said}


def must(name, level, weeks=4):
    return require("must", name, level, weeks)


def limit(condition, tolerates, strength="must"):
    return {"condition": condition, "tolerates": tolerates, "strength": strength}


def provision(condition, requires, strength="must"):
    return {"condition": condition, "requires": requires, "strength": strength}


def ceiling(condition, at_most, strength="must"):
    return {"condition": condition, "at_most": at_most, "strength": strength}


def wish(wants, name):
    return {"concept": concept(name), "wants": wants}


def task(name, most=4, requires=(), **members):
    """A task that is known through and through, so that only what a vector changes is left out."""
    whole = {"id": name, "hours": {"max": most}, "windows": [window(WORKDAYS, "08:00", "16:00")],
             "requires": requires if requires is DROP else list(requires), **members}  # fmt: skip
    return {member: value for member, value in whole.items() if value is not DROP}


CITIZEN = {
    "format": "smaajob.citizen/1",
    "id": "c-1",
    "competencies": [own("move", 3)],
    "needs": [],
    "hours": {"min": 4, "max": 10, "limit": 12, "max_per_day": 4, "committed": 0},
    "availability": [window(WORKDAYS, "08:00", "12:00")],
    "effectiveness": 1,
    "prerequisites": "present",
    "choice": "informed",
    "purpose": "pay",
    "location": {"lat": 57.05, "lon": 9.92},
    "travel": {"mode": "bike", "max_minutes": 30},
}
# A fit of score 1: eight hours a week of moving boxes, paid, at the door.
OPENING = {
    "format": "smaajob.opening/1",
    "id": "o-1",
    "employer": "e-1",
    "sector": "46.31",
    "hours": {"min": 5, "max": 12},
    "tasks": [task("boxes", 8, [must("move", 3)])],
    "exposures": {},
    "provisions": {},
    "terms": {"paid": "yes", "practice": "yes", "hybrid": "yes", "prospect": "yes", "fleksjob": "no"},
    "weekly_variation": "low",
    "location": {"lat": 57.05, "lon": 9.92},
}


def change(document, changes):
    """Set what the paths lead to; the name of a task leads to the task."""
    document = copy.deepcopy(document)
    for path, value in changes.items():
        *parents, last = path.split(".")
        at = document
        for name in parents:
            at = next(e for e in at if e["id"] == name) if isinstance(at, list) else at.setdefault(name, {})
        if value is DROP:
            del at[last]
        else:
            at[last] = copy.deepcopy(value)
    return document


def vector(shows, expect, *, citizen=None, opening=None, task=None, held=None, requires=None, needs=None,
           tasks=None, terms=None, policy=None, travel_minutes=None, vocabulary=None):  # fmt: skip
    """The shorthands: held, needs of the citizen, requires of the first task, tasks and terms of the opening."""
    of_citizen = {"competencies": held, "needs": needs}
    of_opening = {"tasks": tasks, **{f"terms.{name}": answer for name, answer in (terms or {}).items()}}
    of_task = dict(task or {}, **({} if requires is None else {"requires": requires}))
    of_opening.update({f"tasks.boxes.{path}": value for path, value in of_task.items()})
    whole = {
        "shows": shows,
        "citizen": change(CITIZEN, {**{p: v for p, v in of_citizen.items() if v is not None}, **(citizen or {})}),
        "opening": change(OPENING, {**{p: v for p, v in of_opening.items() if v is not None}, **(opening or {})}),
    }
    if policy is not None:
        whole["policy"] = {"format": "smaajob.policy/1", **policy}
    if travel_minutes is not None:
        whole["travel_minutes"] = travel_minutes
    if vocabulary is not None:
        whole["vocabulary"] = vocabulary
    return whole, expect


def thousandths(number):
    return Decimal(repr(number)).quantize(Decimal("0.001"), ROUND_HALF_UP)


def of(weights=None, **factors):
    """The score of these factors, all other criteria being whole."""
    product = 1.0
    for criterion, factor in factors.items():
        product *= factor ** (weights or WEIGHTS)[criterion]
    return thousandths(product)


def side(name, **factors):
    """A side's score of these factors: its weights scaled to 1."""
    whole = sum(WEIGHTS[criterion] for criterion in SIDES[name])
    return thousandths(of_exact({c: f for c, f in factors.items() if c in SIDES[name]}) ** (1 / whole))


def of_exact(factors):
    product = 1.0
    for criterion, factor in factors.items():
        product *= factor ** WEIGHTS[criterion]
    return product


def told(reason):
    """A reason as an expectation tells it, concepts by their short names."""
    names = {long: short for short, long in CONCEPTS.items()}
    subject = reason.get("subject")
    words = [reason["code"], names.get(subject, subject), "@" + reason["task"] if "task" in reason else None]
    return " ".join(word for word in words if word)


def short_name(subject):
    return {long: short for short, long in CONCEPTS.items()}.get(subject, subject)


def told_question(question):
    return f"{question['code']} {short_name(question['subject'])}"


def told_lever(lever):
    return " + ".join(f"{c['by']} {c['code']} {short_name(c['subject'])}" for c in lever["changes"])


def find_advice(match, path):
    if path == "questions":
        return [told_question(question) for question in match["questions"]]
    if path == "levers":
        return [told_lever(lever) for lever in match["levers"]]
    kind, _, name = path.partition(" ")
    if kind == "question":
        found = next(q for q in match["questions"] if told_question(q) == name)
        return [found["ask"], found["swing"], found["decides"]]
    found = next(lever for lever in match["levers"] if told_lever(lever) == name)
    ends = [found["changes"][0][end] for end in ("from", "to")] if len(found["changes"]) == 1 else []
    return [*ends, found["verdict"], found["score"], found["gain"]]


def find(match, path):
    if path.split()[0] in ("questions", "levers", "question", "lever"):
        return find_advice(match, path)
    first, _, rest = path.partition(".")
    if first in ("blockers", "attention"):
        return [told(reason) for reason in match[first]]
    if first == "timing":
        return [told(reason) for reason in match["timing"]["reasons"]] if rest else match["timing"]["advice"]
    if first == "task":
        name, _, member = rest.rpartition(".")
        name, member = (name, member) if member in ("hours", "reasons") else (rest, "verdict")
        found = next(t for t in match["tasks"] if t["id"] == name)[member]
        return [told(reason) for reason in found] if member == "reasons" else found
    if first == "plan":
        members = {"capacity": "capacity_hours", "growth": "growth_to"}
        if rest:
            return match["plan"][members[rest]]
        return [match["plan"][name] for name in ("present_hours", "paid_hours", "practice_hours")]
    if first == "schedule":
        return [f"{s['day']} {s['from']}-{s['to']} {s['task']}" for s in match["plan"]["schedule"]]
    if first in WEIGHTS:
        return find_in_criterion(next(c for c in match["criteria"] if c["id"] == first), rest)
    found = match
    for name in path.split("."):
        found = found[name]
    return found


def find_in_criterion(criterion, path):
    names = {long: short for short, long in CONCEPTS.items()}
    if path == "items":
        return [names.get(item["subject"], item["subject"]) for item in criterion["items"]]
    if "." not in path:
        return criterion[path]
    subject, _, member = path.rpartition(".")
    subject, _, task_id = subject.partition("@")
    found = [item for item in criterion["items"] if item["subject"] == concept(subject)
             and (not task_id or item["task"] == task_id)]  # fmt: skip
    if len(found) != 1:
        raise KeyError(f"{len(found)} items {path}")
    return found[0][member]


def is_met(found, expected):
    if isinstance(expected, (int, float, Decimal)) and not isinstance(expected, bool):
        return found is not None and Decimal(str(found)) == Decimal(str(expected))
    if isinstance(expected, list) and expected and isinstance(found, list):
        return len(found) == len(expected) and all(map(is_met, found, expected))
    return found == expected


def among(match, path):
    """All that the lists of advice hold, by name and by beginning of a name."""
    names = find(match, path[:-1])
    if path.startswith("questions"):
        return {*names, *(name.split()[0] for name in names)}
    changes = [change.split() for name in names for change in name.split(" + ")]
    return {*names, *(" ".join(words[:n]) for words in changes for n in range(4))}


def unmet(match, expect):
    """What of the expectation the match does not meet, a line each."""
    wrong = []
    for path, expected in expect.items():
        if path in ("attention+", "attention-"):
            points = find(match, "attention")
            codes = {point.split()[0] for point in points} | set(points)
            wrong += [f"{path} {point}: {points}" for point in expected if (point in codes) != (path == "attention+")]
            continue
        if path in ("questions+", "questions-", "levers+", "levers-"):
            found = among(match, path)
            wrong += [f"{path} {name}: {find(match, path[:-1])}" for name in expected if (name in found) != (path[-1] == "+")]
            continue
        try:
            found = find(match, path)
        except (KeyError, StopIteration) as error:
            found = repr(error)
        if not is_met(found, expected):
            wrong.append(f"{path}: expected {expected}, found {found}")
    return wrong


def run_match(cli, whole):
    """What the program prints for a vector, without the end of the line; its complaint when it has one."""
    with tempfile.TemporaryDirectory() as folder:
        command = [cli, "match"]
        for name in ("citizen", "opening", "policy", "vocabulary"):
            if name in whole:
                path = Path(folder) / f"{name}.json"
                path.write_text(json.dumps(whole[name], ensure_ascii=False), encoding="utf-8")
                command += [str(path)] if name in ("citizen", "opening") else [f"--{name}", str(path)]
        if "travel_minutes" in whole:
            command += ["--travel-minutes", str(whole["travel_minutes"])]
        done = subprocess.run([*command, "--json"], capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{whole['shows']}: {done.stderr.strip()}")
    return done.stdout.rstrip("\n")
