# SPDX-License-Identifier: Apache-2.0
"""What to ask next, and what would make it work: read once, into values that cannot change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Tuple

from . import _native
from ._values import UNKNOWN
from ._words import Actor, Ask, Code, Verdict, word_of


@dataclass(frozen=True)
class Question:
    """One unknown, and what its answer can change; scores 0–1."""

    code: Code
    subject: str
    """The concept, condition, gate, member or task it is about."""
    ask: Ask
    best: Optional[float]
    """The potential with the best answer; None when there is no score even then."""
    worst: Optional[float]
    """The potential with the worst answer; None when there is no score even then."""
    swing: float
    """How far apart they are; 0 when one of them has no score."""
    decides: bool
    """Whether an answer changes the verdict."""


@dataclass(frozen=True)
class Change:
    """One change, by whom it is to make."""

    by: Actor
    code: Code
    subject: str
    """The concept, condition, member or task it is about."""
    from_: Optional[float]
    """Level, exposure, provision or hours a week; None when not known or without a number. Of a term 0 is no."""
    to: Optional[float]
    """None when it has no number. Of a term 1 is yes."""


@dataclass(frozen=True)
class Lever:
    """Changes made together, and what comes of them."""

    changes: Tuple[Change, ...]
    score: Optional[float]
    verdict: Verdict
    gain: float
    """In potential; below 0 only where the verdict is raised."""


def questions(match: _native.Match) -> Tuple[Question, ...]:
    """What to ask next, the deciding first, then by swing."""
    native = _native.Questions(match)
    told: List[Question] = []
    for i in range(native.get_n()):
        code, subject, ask, best, worst, swing, decides = native.get_at(i)
        told.append(
            Question(
                word_of(Code, code),
                subject,
                word_of(Ask, ask),
                _known(best),
                _known(worst),
                swing / 1000,
                decides,
            )
        )
    return tuple(told)


def levers(match: _native.Match) -> Tuple[Lever, ...]:
    """The smallest changes that help, best first."""
    native = _native.Levers(match)
    told: List[Lever] = []
    for i in range(native.get_n()):
        n, verdict, score, gain = native.get_at(i)
        changes = tuple(_change(*native.get_change_at(i, j)) for j in range(n))
        told.append(Lever(changes, _known(score), word_of(Verdict, verdict), gain / 1000))
    return tuple(told)


def _change(by: int, code: int, subject: str, from_: int, to: int) -> Change:
    return Change(word_of(Actor, by), word_of(Code, code), subject, _known(from_), _known(to))


def _known(thousandths: int) -> Optional[float]:
    return None if thousandths == UNKNOWN else thousandths / 1000
