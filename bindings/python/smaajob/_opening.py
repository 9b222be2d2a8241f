# SPDX-License-Identifier: Apache-2.0
"""An opening: what one employer offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Callable, Dict, Optional, SupportsIndex, Tuple, Union

from . import _document, _native
from ._values import Days, Real, flag, minutes, most_hours, real, whole, window
from ._vocabulary import Vocabulary, native_of
from ._words import Answer, PayBasis, Strength, Term, Variation, number_of

IMPOSSIBLE = "impossible"
"""As `training_weeks`: the requirement cannot be learned in practice."""


class Opening:
    """An opening: what one employer offers; tasks, hours, conditions and terms.

    Checked on entry, then immutable, and safe to share between threads.

    >>> import smaajob
    >>> smaajob.Opening.from_json(
    ...     '{"format":"smaajob.opening/1","id":"o-9","tasks":[{"id":"boxes"}]}')
    <smaajob.Opening 'o-9'>
    """

    __slots__ = ("_native", "vocabulary")

    _native: _native.Opening
    vocabulary: Vocabulary
    """The vocabulary it was made with."""

    def __init__(self) -> None:
        raise TypeError("use Opening.from_json, from_dict, from_path or an OpeningBuilder")

    @classmethod
    def _wrap(cls, native: _native.Opening, vocabulary: Vocabulary) -> Opening:
        opening = cls.__new__(cls)
        opening._native = native
        opening.vocabulary = vocabulary
        return opening

    @classmethod
    def from_json(cls, text: _document.Text, vocabulary: Optional[Vocabulary] = None) -> Opening:
        """An opening from a ``smaajob.opening/1`` document."""
        return _document.from_json(_maker(vocabulary), text)

    @classmethod
    def from_dict(cls, mapping: Mapping[str, Any], vocabulary: Optional[Vocabulary] = None) -> Opening:
        """The same from a dict."""
        return _document.from_dict(_maker(vocabulary), mapping)

    @classmethod
    def from_path(cls, path: _document.Path, vocabulary: Optional[Vocabulary] = None) -> Opening:
        """The same from a file, at most 1 MiB."""
        return _document.from_path(_maker(vocabulary), path)

    @classmethod
    def _from_any(cls, document: Union[Opening, _document.Document], vocabulary: Vocabulary) -> Opening:
        if isinstance(document, Opening):
            return document
        return _document.from_any(_maker(vocabulary), document)

    @property
    def id(self) -> str:
        """The opening's id."""
        id: str = self._native.get_id()
        return id

    @property
    def size_bytes(self) -> int:
        """Size of the object in bytes, without its vocabulary."""
        size: int = self._native.get_size_bytes()
        return size

    def to_json(self) -> str:
        """The opening as canonical JSON."""
        text: str = self._native.to_json()
        return text

    def to_dict(self) -> Dict[str, Any]:
        """The opening as plain Python values."""
        return _document.to_dict(self.to_json())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Opening):
            return NotImplemented
        return self is other or (self.vocabulary == other.vocabulary and self.to_json() == other.to_json())

    def __hash__(self) -> int:
        return hash(self.id)

    def __reduce__(self) -> Tuple[Any, ...]:
        return Opening.from_json, (self.to_json(), self.vocabulary)

    def __copy__(self) -> Opening:
        return self

    def __deepcopy__(self, memo: Any) -> Opening:
        return self

    def __repr__(self) -> str:
        return f"<smaajob.Opening {self.id!r}>"


class OpeningBuilder:
    """An opening in the making, of which only the id is known.

    Whatever is not said is unknown. A call that raises changes nothing.

    >>> import smaajob
    >>> builder = smaajob.OpeningBuilder("o-9").set_hours(min=5, max=15, growth=20)
    >>> boxes = builder.add_task("boxes").set_hours(min=8, max=12)
    >>> boxes.set_exposure("env_noise", 2)
    <smaajob.TaskBuilder 'boxes'>
    >>> builder.set_term("paid", "yes").build()
    <smaajob.Opening 'o-9'>
    """

    __slots__ = ("_native", "_vocabulary", "_n_tasks")

    def __init__(self, id: str, vocabulary: Optional[Vocabulary] = None) -> None:
        self._vocabulary = Vocabulary() if vocabulary is None else vocabulary
        self._native = _native.OpeningBuilder(native_of(self._vocabulary), id)
        self._n_tasks = 0

    def set_employer(self, employer: str) -> OpeningBuilder:
        """Name the employer by id."""
        self._native.set_employer(employer)
        return self

    def set_sector(self, sector: str) -> OpeningBuilder:
        """The sector, a NACE code such as ``"46.31"``."""
        self._native.set_sector(sector)
        return self

    def set_seats(self, seats: SupportsIndex) -> OpeningBuilder:
        """How many citizens there is room for; 1 when not said."""
        self._native.set_seats(whole(seats, "/seats", 1, 1000))
        return self

    def set_hours(
        self,
        *,
        min: Optional[Real] = None,
        max: Optional[Real] = None,
        growth: Optional[Real] = None,
        unit: str = "week",
    ) -> OpeningBuilder:
        """State the hours, a week or a month; an end that is not stated is open."""
        most = most_hours(unit, "/hours/unit")
        self._native.set_hours(
            minutes(min, "/hours/min", most),
            minutes(max, "/hours/max", most),
            minutes(growth, "/hours/growth", most),
        )
        return self

    def add_task(self, id: str, *, optional: bool = False) -> TaskBuilder:
        """Add a task, and say more about it with what is returned."""
        flag(optional, f"/tasks/{self._n_tasks}/optional")
        self._native.add_task(id)
        task = TaskBuilder._wrap(self._native, id, self._n_tasks)
        self._n_tasks += 1
        return task.set_optional(optional)

    def set_exposure(self, condition: str, exposure: Real) -> OpeningBuilder:
        """The exposure of every task that does not state its own."""
        self._native.set_exposure(condition, real(exposure, f"/exposures/{_member(condition)}"))
        return self

    def set_provision(self, condition: str, provision: SupportsIndex) -> OpeningBuilder:
        """How much of a supporting condition is offered: 0 no, 1 partly, 2 yes."""
        self._native.set_provision(condition, whole(provision, f"/provisions/{_member(condition)}", most=2))
        return self

    def add_gate(self, gate: str) -> OpeningBuilder:
        """Demand a gate."""
        self._native.add_gate(gate)
        return self

    def set_term(self, term: Union[Term, str], answer: Union[Answer, str]) -> OpeningBuilder:
        """Say whether a term is accepted."""
        term_number = number_of(Term, term, "/terms")
        self._native.set_term(term_number, number_of(Answer, answer, f"/terms/{term}"))
        return self

    def set_pay_basis(self, pay_basis: Union[PayBasis, str]) -> OpeningBuilder:
        """What an hour's pay is for; effective hours when not said."""
        self._native.set_pay_basis(number_of(PayBasis, pay_basis, "/terms/pay_basis"))
        return self

    def set_weekly_variation(self, variation: Union[Variation, str]) -> OpeningBuilder:
        """How much hours vary from week to week."""
        self._native.set_weekly_variation(number_of(Variation, variation, "/weekly_variation"))
        return self

    def set_location(self, lat: Real, lon: Real) -> OpeningBuilder:
        """Where the work is: degrees, WGS 84."""
        self._native.set_location(real(lat, "/location/lat"), real(lon, "/location/lon"))
        return self

    def build(self) -> Opening:
        """The checked opening, of at least one task; the builder may be used on."""
        return Opening._wrap(self._native.build(), self._vocabulary)


class TaskBuilder:
    """One task of an opening in the making; made by :meth:`OpeningBuilder.add_task`."""

    __slots__ = ("_native", "_id", "_task", "_counts")

    _native: _native.OpeningBuilder
    _id: str
    _task: int
    _counts: Counter[str]

    def __init__(self) -> None:
        raise TypeError("use OpeningBuilder.add_task")

    @classmethod
    def _wrap(cls, native: _native.OpeningBuilder, id: str, task: int) -> TaskBuilder:
        builder = cls.__new__(cls)
        builder._native = native
        builder._id = id
        builder._task = task
        builder._counts = Counter()
        return builder

    def set_optional(self, optional: bool = True) -> TaskBuilder:
        """Say whether the employer can do without this task."""
        self._native.set_task_optional(self._task, flag(optional, self._at("optional")))
        return self

    def set_hours(self, *, min: Optional[Real] = None, max: Optional[Real] = None, unit: str = "week") -> TaskBuilder:
        """State the hours, a week or a month; an end that is not stated is open."""
        most = most_hours(unit, self._at("hours/unit"))
        self._native.set_task_hours(
            self._task,
            minutes(min, self._at("hours/min"), most),
            minutes(max, self._at("hours/max"), most),
        )
        return self

    def set_windows_known(self) -> TaskBuilder:
        """Say that the windows are known: those added, perhaps none."""
        self._native.set_task_windows_known(self._task)
        return self

    def add_window(self, days: Days, from_: str, to: str) -> TaskBuilder:
        """Add a time in which the task can be done."""
        at = self._at(f"windows/{self._counts['windows']}")
        self._native.add_task_window(self._task, *window(days, from_, to, at))
        self._counts["windows"] += 1
        return self

    def set_requirements_known(self) -> TaskBuilder:
        """Say that the requirements are known: those added, perhaps none."""
        self._native.set_requirements_known(self._task)
        return self

    def add_requirement(
        self,
        concept: str,
        level: SupportsIndex,
        *,
        importance: Union[Strength, str],
        training_weeks: Union[SupportsIndex, str, None] = None,
    ) -> TaskBuilder:
        """Add what the task demands of competence, at level 1–5.

        `training_weeks`: in how many weeks of practice it can be learned; ``smaajob.IMPOSSIBLE``
        when it cannot; None when that is unknown.
        """
        at = self._at(f"requires/{self._counts['requires']}")
        self._native.add_requirement(
            self._task,
            concept,
            whole(level, at + "/level", 1, 5),
            number_of(Strength, importance, at + "/importance"),
            _training(training_weeks, at + "/training_weeks"),
        )
        self._counts["requires"] += 1
        return self

    def set_exposure(self, condition: str, exposure: Real) -> TaskBuilder:
        """The task's exposure to a limit (0–4) or a ceiling; it overrides the opening's."""
        at = self._at(f"exposures/{_member(condition)}")
        self._native.set_task_exposure(self._task, condition, real(exposure, at))
        return self

    def _at(self, member: str) -> str:
        return f"/tasks/{self._task}/{member}"

    def __repr__(self) -> str:
        return f"<smaajob.TaskBuilder {self._id!r}>"


def _member(condition: str) -> str:
    if not isinstance(condition, str):
        raise TypeError(f"a condition is expected as str, not {type(condition).__name__}")
    return condition


def _training(weeks: Union[SupportsIndex, str, None], pointer: str) -> int:
    if weeks is None:
        return int(_native.UNKNOWN)
    if isinstance(weeks, str) and weeks == IMPOSSIBLE:
        return int(_native.TRAINING_IMPOSSIBLE)
    return whole(weeks, pointer, most=520)  # type: ignore[arg-type]


def _maker(vocabulary: Optional[Vocabulary]) -> Callable[[_document.Made], Opening]:
    words = Vocabulary() if vocabulary is None else vocabulary
    native = native_of(words)
    return lambda text: Opening._wrap(_native.Opening.new_from_json(native, text), words)
