# SPDX-License-Identifier: Apache-2.0
"""Answers and changes, written into copies of documents."""

from fractions import Fraction

from .week import DAYS, minutes_of
from .words import OPEN

ALWAYS = [{"days": list(DAYS), "from": "00:00", "to": "24:00"}]


def put(document, path, value):
    """A copy in which what the path leads to is so; what the path leads through is made when it is not there."""
    first, *rest = path
    copy = list(document) if isinstance(document, list) else dict(document)
    copy[first] = put(copy[first] if isinstance(copy, list) else copy.get(first, {}), rest, value) if rest else value
    return copy


def put_in_tasks(opening, put_one):
    return dict(opening, tasks=[put_one(task) for task in opening["tasks"]])


def put_hours(document, **minutes):
    """Hours with these ends, told by the week, whatever they were told by."""
    hours = document.get("hours", {})
    told = {name: minutes_of(hours, name, by_month=name != "max_per_day") for name in hours if name != "unit"}
    told.update(minutes)
    return dict(document, hours={name: Fraction(m, 60) for name, m in told.items() if m is not OPEN})


def put_competence(citizen, concept, level):
    """Observed, whatever was there of the same concept."""
    own = {"concept": concept, "level": level, "evidence": "observed"}
    held = citizen.get("competencies", [])
    if any(c["concept"] == concept for c in held):
        return dict(citizen, competencies=[own if c["concept"] == concept else c for c in held])
    return dict(citizen, competencies=[*held, own])
