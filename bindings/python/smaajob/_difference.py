# SPDX-License-Identifier: Apache-2.0
"""What changed from one match to another, and why the score moved."""

from __future__ import annotations

import functools
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Dict, Generic, List, Optional, Tuple, TypeVar, Union

from . import _document, _native
from ._error import SmaajobError
from ._match import Item, Match, Plan, Reason, Score, _hours, _known, _reasons, score_of
from ._words import (
    Advice,
    CriterionId,
    Moment,
    ReasonList,
    State,
    TaskVerdict,
    number_of,
    word_of,
)

T = TypeVar("T")
_MOST_BYTES = 4 << 20


@dataclass(frozen=True)
class Both(Generic[T]):
    """The same of two matches."""

    before: T
    after: T


@dataclass(frozen=True)
class Same:
    """What two matches have in common: what made them, what they were made of, what came of it."""

    all: bool
    """Everything below."""
    engine: bool
    model: bool
    citizen: bool
    """By its digest; so are the three that follow."""
    opening: bool
    policy: bool
    vocabulary: bool
    result: bool
    """All the rest of the match, byte by byte."""


@dataclass(frozen=True)
class ItemChange:
    """One comparison, as each match has it; None when it does not make it."""

    criterion: CriterionId
    subject: str
    task: Optional[str]
    before: Optional[Item]
    after: Optional[Item]
    change: Optional[float]
    """What it adds to the change of potential; None without a sum."""


@dataclass(frozen=True)
class TaskState:
    """What a task is in one of the matches."""

    verdict: TaskVerdict
    hours: Optional[float]


@dataclass(frozen=True)
class TaskChange:
    """One task, as each opening has it; None when it does not."""

    id: str
    before: Optional[TaskState]
    after: Optional[TaskState]


@dataclass(frozen=True)
class ReasonChange:
    """Reasons that only one of the matches has."""

    removed: Tuple[Reason, ...]
    added: Tuple[Reason, ...]


class Difference:
    """What changed from one match to another.

    >>> import smaajob
    >>> citizen = {"format": "smaajob.citizen/1", "id": "c-17", "needs": [], "hours": {"min": 4}}
    >>> opening = {"format": "smaajob.opening/1", "id": "o-9", "hours": {"min": 4},
    ...            "tasks": [{"id": "boxes", "hours": {"max": 8}, "requires": []}]}
    >>> before = smaajob.match(citizen, opening)
    >>> after = smaajob.match(citizen, {**opening, "terms": {"paid": "yes"}})
    >>> difference = smaajob.difference(before, after)
    >>> difference.same.citizen, difference.same.opening, difference.advice.after
    (True, False, <Advice.PAID_NOW: 'paid_now'>)
    """

    _native: _native.Difference

    def __init__(self) -> None:
        raise TypeError("a difference is made by smaajob.difference")

    @classmethod
    def _wrap(cls, native: _native.Difference) -> Difference:
        difference = cls.__new__(cls)
        object.__setattr__(difference, "_native", native)
        return difference

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a difference does not change: {name}")

    @property
    def same(self) -> Same:
        """What the two have in common."""
        return Same(*self._native.get_same())

    @property
    def citizen_id(self) -> Both[str]:
        """The citizen's id in each."""
        return Both(*map(self._native.get_citizen_id, _MOMENTS))

    @property
    def opening_id(self) -> Both[str]:
        """The opening's id in each."""
        return Both(*map(self._native.get_opening_id, _MOMENTS))

    @property
    def score(self) -> Both[Score]:
        """Verdict and numbers of each."""
        return Both(*(score_of(self._native.get_score(moment)) for moment in _MOMENTS))

    @property
    def change(self) -> Optional[float]:
        """The change of potential, exactly the sum of the items' changes; None when one of them has none."""
        return self._native.get_change() / 1000 if self._native.has_sum() else None

    @property
    def items(self) -> Tuple[ItemChange, ...]:
        """Every comparison that either match makes, the largest change first."""
        return tuple(_item_change(self._native, i) for i in range(self._native.get_n_items()))

    @property
    def tasks(self) -> Tuple[TaskChange, ...]:
        """Every task that either opening has."""
        return tuple(_task_change(self._native, i) for i in range(self._native.get_n_tasks()))

    @property
    def blockers(self) -> ReasonChange:
        """What stands in the way in one of them alone."""
        return _reason_change(self._native, ReasonList.BLOCKERS)

    @property
    def timing(self) -> ReasonChange:
        """Reasons of the advice in one of them alone."""
        return _reason_change(self._native, ReasonList.TIMING)

    @property
    def attention(self) -> ReasonChange:
        """Attention points of one of them alone."""
        return _reason_change(self._native, ReasonList.ATTENTION)

    @property
    def advice(self) -> Both[Advice]:
        """The advice on timing in each."""
        return Both(*(word_of(Advice, self._native.get_advice(moment)) for moment in _MOMENTS))

    @property
    def plan(self) -> Both[Plan]:
        """The plan's hours in each, without the week itself."""
        return Both(*(_plan_hours(self._native.get_plan(moment)) for moment in _MOMENTS))

    def to_json(self) -> str:
        """The difference as canonical JSON, ``smaajob.difference/1``."""
        text: str = self._native.to_json()
        return text

    def to_dict(self) -> Dict[str, Any]:
        """The difference as plain Python values."""
        return _document.to_dict(self.to_json())

    def __copy__(self) -> Difference:
        return self

    def __deepcopy__(self, memo: Any) -> Difference:
        return self

    def __repr__(self) -> str:
        verdicts = f"{self.score.before.verdict} to {self.score.after.verdict}"
        moved = "no sum" if self.change is None else f"{self.change:+.3f}"
        return f"<smaajob.Difference {self.citizen_id.after!r} {self.opening_id.after!r}: {verdicts}, {moved}>"


def difference(before: Union[Match, _document.Document], after: Union[Match, _document.Document]) -> Difference:
    """Compare two matches, each a :class:`Match` or a stored match document: dict, JSON text or path."""
    try:
        return Difference._wrap(_native.Difference(_text(before), _text(after)))
    except SmaajobError as error:
        _place(error, after if error.message.startswith("after: ") else before)
        raise


_MOMENTS = tuple(number_of(Moment, moment, "") for moment in Moment)


def _text(match: Union[Match, _document.Document]) -> _document.Made:
    if isinstance(match, Match):
        return match.to_json()
    return _document.from_any(_as_it_is, match, _MOST_BYTES)


def _as_it_is(text: _document.Made) -> _document.Made:
    return text


def _place(error: SmaajobError, match: Union[Match, _document.Document]) -> None:
    if isinstance(match, Mapping):
        error.line = error.column = 0
    elif isinstance(match, os.PathLike) or (isinstance(match, str) and not match.lstrip(" \t\r\n").startswith("{")):
        error.file = os.fsdecode(match)


def _item_change(native: _native.Difference, i: int) -> ItemChange:
    criterion, subject, task, _, _, _, _, change = native.get_item_change_at(i)
    before, after = (_item(native.get_item_at(i, moment)) for moment in _MOMENTS)
    moved = change / 1000 if native.has_sum() else None
    return ItemChange(word_of(CriterionId, criterion), subject, task, before, after, moved)


def _item(row: Tuple[Any, ...]) -> Optional[Item]:
    subject, task, state, have, want, share, loss = row
    if subject is None:
        return None
    return Item(subject, task, word_of(State, state), _known(have), _known(want), share / 1000, loss / 1000)


def _task_change(native: _native.Difference, i: int) -> TaskChange:
    id, has_before, has_after, before, after, minutes_before, minutes_after = native.get_task_change_at(i)
    return TaskChange(
        id,
        TaskState(word_of(TaskVerdict, before), _hours(minutes_before)) if has_before else None,
        TaskState(word_of(TaskVerdict, after), _hours(minutes_after)) if has_after else None,
    )


def _reason_change(native: _native.Difference, kind: ReasonList) -> ReasonChange:
    number = number_of(ReasonList, kind, "")
    lists: List[Tuple[Reason, ...]] = []
    for moment in _MOMENTS:
        at = functools.partial(native.get_reason_at, number, moment)
        lists.append(_reasons(native.get_n_reasons(number, moment), at))
    return ReasonChange(*lists)


def _plan_hours(row: Tuple[Any, ...]) -> Plan:
    known, present, paid, practice, capacity, growth = row
    present, paid, practice = (_hours(minutes) if known else None for minutes in (present, paid, practice))
    return Plan(present, paid, practice, _hours(capacity), _hours(growth), ())
