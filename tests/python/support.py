# SPDX-License-Identifier: Apache-2.0
"""What the tests share: a pair of documents that say everything, and the reading of a whole match."""

import copy
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

CITIZEN = {
    "format": "smaajob.citizen/1",
    "id": "c-17",
    "competencies": [],
    "competencies_complete": True,
    "needs": [
        {"condition": "env_noise", "tolerates": 1, "strength": "must"},
        {"condition": "sup_contact", "requires": 2, "strength": "should"},
        {"condition": "phy_lift", "at_most": 10, "strength": "nice"},
    ],
    "gates": {"gate_driving_licence": "yes"},
    "hours": {"min": 4, "max": 10, "limit": 12, "max_per_day": 4, "committed": 0},
    "availability": [{"days": ["mon", "tue", "wed"], "from": "08:00", "to": "12:00"}],
    "effectiveness": 0.75,
    "attendance": {"kept": 0.7, "weeks": 8, "context": "practice"},
    "prerequisites": "present",
    "choice": "informed",
    "purpose": "pay",
    "wishes": [{"concept": "46.3", "wants": "seek"}],
    "location": {"lat": 57.05, "lon": 9.92},
    "travel": {"mode": "bike", "max_minutes": 30},
}
OPENING = {
    "format": "smaajob.opening/1",
    "id": "o-9",
    "employer": "e-4",
    "sector": "46.31",
    "seats": 2,
    "hours": {"min": 5, "max": 15, "growth": 20},
    "tasks": [
        {
            "id": "boxes",
            "hours": {"min": 6, "max": 12},
            "optional": False,
            "windows": [{"days": ["mon", "tue", "wed", "thu"], "from": "07:00", "to": "15:00"}],
            "requires": [],
            "exposures": {"env_noise": 1, "phy_lift": 15},
        },
        {"id": "floor", "optional": True, "requires": []},
    ],
    "exposures": {"env_noise": 2},
    "provisions": {"sup_contact": 2},
    "gates": ["gate_driving_licence"],
    "terms": {"paid": "yes", "practice": "yes", "hybrid": "yes", "prospect": "no", "fleksjob": "no"},
    "weekly_variation": "low",
    "location": {"lat": 57.06, "lon": 9.93},
}


def fill_in():
    """Competencies and requirements take their concepts from the built-in vocabulary itself."""
    import smaajob

    concepts = [concept.id for concept in smaajob.Vocabulary().concepts]
    CITIZEN["competencies"] = [
        {"concept": concepts[0], "level": 3, "evidence": "observed"},
        {"concept": concepts[1], "level": 1, "evidence": "stated"},
    ]
    OPENING["tasks"][0]["requires"] = [
        {"concept": concepts[0], "level": 2, "importance": "must", "training_weeks": 4},
        {"concept": concepts[1], "level": 2, "importance": "should", "training_weeks": None},
        {"concept": concepts[2], "level": 1, "importance": "nice"},
    ]


def citizen(**changes):
    """The citizen who says everything, with some members changed, or left out when None."""
    return _changed(CITIZEN, changes)


def opening(**changes):
    """The opening that says everything, likewise."""
    return _changed(OPENING, changes)


def _changed(document, changes):
    changed = {**copy.deepcopy(document), **changes}
    return {member: value for member, value in changed.items() if value is not None}


def vectors():
    """(file, line, text) of every shared vector."""
    for path in sorted((ROOT / "tests" / "vectors").rglob("*.ndjson")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield path.name, number, line


def size_kib():
    """Memory of this process that is in use, in KiB."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024


def as_document(match):
    """A match as a document again, made of what its readers say alone, but for engine and digests."""
    return {
        "citizen": match.citizen_id,
        "opening": match.opening_id,
        "verdict": str(match.verdict),
        "blockers": [_reason(blocker) for blocker in match.blockers],
        "score": match.score,
        "low": match.low,
        "high": match.high,
        "coverage": match.coverage,
        "potential": match.potential,
        "sides": {"citizen": match.sides.citizen, "employer": match.sides.employer},
        "criteria": [
            {
                "id": str(criterion.id),
                "side": str(criterion.side),
                **_numbers(criterion, "value low high weight loss"),
                "items": [
                    {
                        "subject": item.subject,
                        "task": item.task,
                        "state": str(item.state),
                        **_numbers(item, "have want share loss"),
                    }
                    for item in criterion.items
                ],
            }
            for criterion in match.criteria
        ],
        "tasks": [
            {
                "id": task.id,
                "verdict": str(task.verdict),
                "hours": task.hours,
                "reasons": [_reason(reason) for reason in task.reasons],
            }
            for task in match.tasks
        ],
        "plan": {
            **_numbers(match.plan, "present_hours paid_hours practice_hours capacity_hours growth_to"),
            "schedule": [
                {"day": str(shift.day), "from": shift.from_, "to": shift.to, "task": shift.task}
                for shift in match.plan.schedule
            ],
        },
        "timing": {
            "advice": str(match.timing.advice),
            "reasons": [_reason(reason) for reason in match.timing.reasons],
        },
        "attention": [_reason(point) for point in match.attention],
        "questions": [
            {
                "code": str(question.code),
                "subject": question.subject,
                "ask": str(question.ask),
                **_numbers(question, "swing decides"),
            }
            for question in match.questions
        ],
        "levers": [
            {
                "changes": [_change(change) for change in lever.changes],
                "score": lever.score,
                "verdict": str(lever.verdict),
                "gain": lever.gain,
            }
            for lever in match.levers
        ],
    }


def _numbers(value, names):
    return {name: getattr(value, name) for name in names.split()}


def _change(change):
    ends = (change.from_, change.to)
    if change.code == "term_agreed":
        ends = ("no", "yes")
    return {
        "by": str(change.by),
        "code": str(change.code),
        "subject": change.subject,
        "from": ends[0],
        "to": ends[1],
    }


def _reason(reason):
    return {"code": str(reason.code), "subject": reason.subject, "task": reason.task}


def assert_agrees(test, match, document):
    """The readers of a match say what its document says, everywhere."""
    told = as_document(match)
    rest = {member: value for member, value in document.items() if member not in ("format", "engine", "digests")}
    test.assertEqual(list(told), list(rest))
    for member, value in told.items():
        _compare(test, value, rest[member], f"/{member}")


def _compare(test, told, written, at):
    if isinstance(told, dict) and isinstance(written, dict):
        # What does not apply may be left out of a document, and is None to a reader.
        told = {member: value for member, value in told.items() if value is not None or member in written}
        test.assertEqual(list(told), list(written), at)
        for member, value in told.items():
            _compare(test, value, written[member], f"{at}/{member}")
    elif isinstance(told, list) and isinstance(written, list):
        test.assertEqual(len(told), len(written), at)
        for i, (value, other) in enumerate(zip(told, written)):
            _compare(test, value, other, f"{at}/{i}")
    elif isinstance(told, float) and isinstance(written, (int, float)) and ("hours" in at or at == "/plan/growth_to"):
        # Written to the thousandth of an hour that gives back the minute.
        test.assertEqual(round(told * 60), round(written * 60), at)
    else:
        test.assertEqual(told, written, at)
