# SPDX-License-Identifier: Apache-2.0
"""A match and its score, read once from the native object into values that cannot change."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Callable, Dict, Iterable, List, Optional, SupportsIndex, Tuple, TypeVar, Union

from . import _advice, _document, _native
from ._advice import Lever, Question
from ._citizen import Citizen
from ._explanation import Explanation
from ._opening import Opening
from ._policy import Policy
from ._values import UNKNOWN, time_of, whole
from ._vocabulary import Vocabulary, native_of
from ._words import Advice, Code, CriterionId, Day, Reader, Side, State, TaskVerdict, Verdict, word_of

T = TypeVar("T")


@dataclass(frozen=True)
class Sides:
    """The score of each side's own criteria; None when there is none."""

    citizen: Optional[float]
    employer: Optional[float]


@dataclass(frozen=True)
class Score:
    """Verdict and numbers, 0–1; None where there is none."""

    verdict: Verdict
    score: Optional[float]
    """None when blocked, or when nothing is known."""
    low: Optional[float]
    """The least the score can become when what is unknown is known."""
    high: Optional[float]
    """The most it can become."""
    coverage: float
    """Known share of what was asked."""
    potential: Optional[float]
    """The score with blockers lifted."""
    sides: Sides


@dataclass(frozen=True)
class Reason:
    """One cause: of a blocker, a task's verdict, the timing, or an attention point."""

    code: Code
    subject: Optional[str]
    """A concept, condition, gate or member it is about."""
    task: Optional[str]
    """The task it is about."""


@dataclass(frozen=True)
class Item:
    """One comparison."""

    subject: Optional[str]
    task: Optional[str]
    state: State
    have: Optional[float]
    """None when unknown."""
    want: Optional[float]
    """None when it wants nothing particular."""
    share: float
    """How much it may take away."""
    loss: float
    """Points of the score it costs."""


@dataclass(frozen=True)
class Criterion:
    """One criterion, and the comparisons it was made of."""

    id: CriterionId
    side: Side
    value: float
    low: float
    high: float
    weight: float
    loss: float
    items: Tuple[Item, ...]


@dataclass(frozen=True)
class TaskMatch:
    """What one task of the opening is for the citizen."""

    id: str
    verdict: TaskVerdict
    hours: Optional[float]
    """Planned hours a week; None when nothing says how many."""
    reasons: Tuple[Reason, ...]


@dataclass(frozen=True)
class Shift:
    """A stretch of the week on one task."""

    day: Day
    from_: str
    to: str
    task: str


@dataclass(frozen=True)
class Plan:
    """Hours a week and a real week; hours are None when nothing says how many."""

    present_hours: Optional[float]
    """Paid and practice together."""
    paid_hours: Optional[float]
    practice_hours: Optional[float]
    capacity_hours: Optional[float]
    """The most that can be scheduled; None when not known."""
    growth_to: Optional[float]
    """How far hours may grow; None when not stated."""
    schedule: Tuple[Shift, ...]


@dataclass(frozen=True)
class Timing:
    """When to bring up pay, and why."""

    advice: Advice
    reasons: Tuple[Reason, ...]


class Match:
    """One citizen and one opening, explained.

    >>> import smaajob
    >>> match = smaajob.match(
    ...     {"format": "smaajob.citizen/1", "id": "c-17", "choice": "declined"},
    ...     {"format": "smaajob.opening/1", "id": "o-9", "tasks": [{"id": "boxes"}]})
    >>> match.verdict
    <Verdict.BLOCKED: 'blocked'>
    >>> [str(blocker.code) for blocker in match.blockers]
    ['choice_declined']
    >>> match.score is None
    True
    """

    def __init__(self) -> None:
        raise TypeError("use smaajob.match")

    @classmethod
    def _wrap(cls, native: _native.Match, vocabulary: Vocabulary) -> Match:
        match = cls.__new__(cls)
        match.__dict__["_native"] = native
        match.__dict__["vocabulary"] = vocabulary
        match.__dict__["_score"] = score_of(native.get_score())
        return match

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a match does not change: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a match does not change: {name}")

    _native: _native.Match
    _score: Score
    vocabulary: Vocabulary
    """The vocabulary of its citizen and its opening."""

    @property
    def citizen_id(self) -> str:
        """The citizen's id."""
        id: str = self._native.get_citizen_id()
        return id

    @property
    def opening_id(self) -> str:
        """The opening's id."""
        id: str = self._native.get_opening_id()
        return id

    @property
    def verdict(self) -> Verdict:
        """What the match comes to."""
        return self._score.verdict

    @property
    def score(self) -> Optional[float]:
        """0–1, to a thousandth; None when blocked, or when nothing is known."""
        return self._score.score

    @property
    def low(self) -> Optional[float]:
        """The least the score can become when what is unknown is known."""
        return self._score.low

    @property
    def high(self) -> Optional[float]:
        """The most it can become."""
        return self._score.high

    @property
    def coverage(self) -> float:
        """Known share of what was asked."""
        return self._score.coverage

    @property
    def potential(self) -> Optional[float]:
        """The score with blockers lifted."""
        return self._score.potential

    @property
    def sides(self) -> Sides:
        """The score of each side's own criteria."""
        return self._score.sides

    @functools.cached_property
    def blockers(self) -> Tuple[Reason, ...]:
        """Everything known that stands in the way."""
        return _reasons(self._native.get_n_blockers(), self._native.get_blocker_at)

    @functools.cached_property
    def criteria(self) -> Tuple[Criterion, ...]:
        """The six criteria, each with its items."""
        return _criteria(self._native)

    @functools.cached_property
    def tasks(self) -> Tuple[TaskMatch, ...]:
        """What each task of the opening is for the citizen, in the opening's order."""
        return _tasks(self._native)

    @functools.cached_property
    def plan(self) -> Plan:
        """Hours a week, and a real week."""
        return _plan(self._native)

    @functools.cached_property
    def timing(self) -> Timing:
        """When to bring up pay, and why."""
        advice, n = self._native.get_timing()
        return Timing(word_of(Advice, advice), _reasons(n, self._native.get_timing_reason_at))

    @functools.cached_property
    def attention(self) -> Tuple[Reason, ...]:
        """What a professional should look at."""
        return _reasons(self._native.get_n_attention(), self._native.get_attention_at)

    @functools.cached_property
    def questions(self) -> Tuple[Question, ...]:
        """What to ask next, the deciding first, then by swing."""
        return _advice.questions(self._native)

    @functools.cached_property
    def levers(self) -> Tuple[Lever, ...]:
        """The smallest changes that help, best first."""
        return _advice.levers(self._native)

    def explain(
        self,
        reader: Union[Reader, str] = Reader.CASEWORKER,
        language: str = "da",
        released: bool = False,
        disclosed: Iterable[str] = (),
    ) -> Explanation:
        """The match in words.

        `released` lets a citizen see it; `disclosed` are conditions that the citizen agreed the
        employer may know of.
        """
        return Explanation._make(self._native, reader, language, released, disclosed)

    def to_json(self) -> str:
        """The match as canonical JSON, ``smaajob.match/1``."""
        text: str = self._native.to_json()
        return text

    def to_dict(self) -> Dict[str, Any]:
        """The match as plain Python values."""
        return _document.to_dict(self.to_json())

    def _repr_html_(self) -> str:
        return self.explain().to_html()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Match):
            return NotImplemented
        return self is other or (self._score == other._score and self.to_json() == other.to_json())

    def __hash__(self) -> int:
        return hash((self.citizen_id, self.opening_id, self._score))

    def __reduce__(self) -> Tuple[Any, ...]:
        # A record has all that a match is made of.
        kept = _native.Record(self._native, "2026-01-01T00:00:00Z", "pickle", False, UNKNOWN, UNKNOWN, None, None)
        return _unpickle, (kept.to_json(), self.vocabulary)

    def __copy__(self) -> Match:
        return self

    def __deepcopy__(self, memo: Any) -> Match:
        return self

    def __repr__(self) -> str:
        told = [f"<smaajob.Match {self.citizen_id!r} {self.opening_id!r}: {self.verdict}"]
        if self.score is not None:
            told.append(f"score {self.score:.3f} ({self.low:.3f} to {self.high:.3f})")
        told += [str(blocker.code) for blocker in self.blockers]
        if self.plan.present_hours:
            told.append(f"{self.plan.paid_hours:g} h paid + {self.plan.practice_hours:g} h practice")
        return ", ".join([*told, str(self.timing.advice)]) + ">"


def match(
    citizen: Union[Citizen, _document.Document],
    opening: Union[Opening, _document.Document],
    policy: Union[Policy, _document.Document, None] = None,
    vocabulary: Optional[Vocabulary] = None,
    travel_minutes: Optional[SupportsIndex] = None,
) -> Match:
    """Match a citizen and an opening in full.

    Each document is an object of this package, a dict, JSON text or a path. `policy` None means every
    default; `vocabulary` None means that of an object given, else the built-in one.
    `travel_minutes`, each way, replaces what the two locations would say.

    >>> import smaajob
    >>> match = smaajob.match(
    ...     {"format": "smaajob.citizen/1", "id": "c-17", "needs": [], "hours": {"min": 4, "max": 10},
    ...      "availability": [{"days": ["mon", "tue"], "from": "08:00", "to": "12:00"}]},
    ...     {"format": "smaajob.opening/1", "id": "o-9", "hours": {"min": 4}, "terms": {"paid": "yes"},
    ...      "tasks": [{"id": "boxes", "hours": {"max": 8}, "requires": [], "windows": [
    ...          {"days": ["mon", "tue"], "from": "07:00", "to": "15:00"}]}]})
    >>> match
    <smaajob.Match 'c-17' 'o-9': fit, score 1.000 (1.000 to 1.000), 8 h paid + 0 h practice, paid_now>
    """
    words, *pair = _pair(citizen, opening, policy, vocabulary, travel_minutes)
    return Match._wrap(_native.Match(*pair), words)


def score(
    citizen: Union[Citizen, _document.Document],
    opening: Union[Opening, _document.Document],
    policy: Union[Policy, _document.Document, None] = None,
    vocabulary: Optional[Vocabulary] = None,
    travel_minutes: Optional[SupportsIndex] = None,
) -> Score:
    """The verdict and numbers of :func:`match` alone, in a fraction of its time.

    >>> import smaajob
    >>> smaajob.score(
    ...     {"format": "smaajob.citizen/1", "id": "c-17"},
    ...     {"format": "smaajob.opening/1", "id": "o-9", "tasks": [{"id": "boxes"}]}).coverage
    0.0
    """
    return score_of(_native.score(*_pair(citizen, opening, policy, vocabulary, travel_minutes)[1:]))


def _pair(
    citizen: Union[Citizen, _document.Document],
    opening: Union[Opening, _document.Document],
    policy: Union[Policy, _document.Document, None],
    vocabulary: Optional[Vocabulary],
    travel_minutes: Optional[SupportsIndex],
) -> Tuple[Vocabulary, _native.Citizen, _native.Opening, int, _native.Policy]:
    if vocabulary is not None:
        native_of(vocabulary)
        words = vocabulary
    elif isinstance(citizen, Citizen):
        words = citizen.vocabulary
    elif isinstance(opening, Opening):
        words = opening.vocabulary
    else:
        words = Vocabulary()
    travel = UNKNOWN if travel_minutes is None else whole(travel_minutes, "/travel_minutes", most=1440)
    return (
        words,
        Citizen._from_any(citizen, words)._native,
        Opening._from_any(opening, words)._native,
        travel,
        Policy._from_any(policy)._native,
    )


def _unpickle(record: str, vocabulary: Vocabulary) -> Match:
    kept = _native.Record.new_from_json(record)
    return Match._wrap(kept.replay(vocabulary._native, None, None), vocabulary)


def _known(thousandths: int) -> Optional[float]:
    return None if thousandths == UNKNOWN else thousandths / 1000


def _hours(minutes: int) -> Optional[float]:
    return None if minutes == UNKNOWN else minutes / 60


def score_of(row: Sequence[int]) -> Score:
    """A score as the native layer gives it."""
    verdict, score, low, high, coverage, potential, citizen, employer = row
    return Score(
        word_of(Verdict, verdict),
        _known(score),
        _known(low),
        _known(high),
        coverage / 1000,
        _known(potential),
        Sides(_known(citizen), _known(employer)),
    )


def _reasons(n: int, at: Callable[[int], Tuple[int, Optional[str], Optional[str]]]) -> Tuple[Reason, ...]:
    return tuple(Reason(word_of(Code, code), subject, task) for code, subject, task in map(at, range(n)))


def _items(native: _native.Match, criterion: int, n: int) -> Tuple[Item, ...]:
    items: List[Item] = []
    for i in range(n):
        subject, task, state, have, want, share, loss = native.get_item_at(criterion, i)
        state = word_of(State, state)
        items.append(Item(subject, task, state, _known(have), _known(want), share / 1000, loss / 1000))
    return tuple(items)


def _criteria(native: _native.Match) -> Tuple[Criterion, ...]:
    criteria: List[Criterion] = []
    for i in range(native.get_n_criteria()):
        id, side, *numbers, n = native.get_criterion_at(i)
        value, low, high, weight, loss = (number / 1000 for number in numbers)
        items = _items(native, i, n)
        id, side = word_of(CriterionId, id), word_of(Side, side)
        criteria.append(Criterion(id, side, value, low, high, weight, loss, items))
    return tuple(criteria)


def _tasks(native: _native.Match) -> Tuple[TaskMatch, ...]:
    tasks: List[TaskMatch] = []
    for i in range(native.get_n_tasks()):
        id, verdict, minutes, n = native.get_task_at(i)
        reasons = _reasons(n, functools.partial(native.get_task_reason_at, i))
        tasks.append(TaskMatch(id, word_of(TaskVerdict, verdict), _hours(minutes), reasons))
    return tuple(tasks)


def _plan(native: _native.Match) -> Plan:
    known, present, paid, practice, capacity, growth = native.get_plan()
    shifts = map(native.get_shift_at, range(native.get_n_shifts()))
    return Plan(
        present / 60 if known else None,
        paid / 60 if known else None,
        practice / 60 if known else None,
        _hours(capacity),
        _hours(growth),
        tuple(Shift(word_of(Day, day), time_of(a), time_of(b), task) for day, a, b, task in shifts),
    )
