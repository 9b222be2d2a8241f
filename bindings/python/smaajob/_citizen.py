# SPDX-License-Identifier: Apache-2.0
"""A citizen: what is held, what is needed, when, and how far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Callable, Dict, Optional, SupportsIndex, Tuple, Union

from . import _document, _native
from ._error import SmaajobError
from ._values import DAY, Days, Real, flag, minutes, most_hours, real, whole, window
from ._vocabulary import Vocabulary, native_of
from ._words import (
    Answer,
    Choice,
    ConditionType,
    Context,
    Evidence,
    Mode,
    Prerequisites,
    Purpose,
    Strength,
    Wants,
    number_of,
    path_of,
)


class Citizen:
    """A citizen: what is held, what is needed, when, and how far; functional needs only.

    Checked on entry, then immutable, and safe to share between threads.

    >>> import smaajob
    >>> citizen = smaajob.Citizen.from_dict({"format": "smaajob.citizen/1", "id": "c-17"})
    >>> citizen
    <smaajob.Citizen 'c-17'>
    >>> citizen.to_dict()["id"]
    'c-17'
    """

    __slots__ = ("_native", "vocabulary")

    _native: _native.Citizen
    vocabulary: Vocabulary
    """The vocabulary it was made with."""

    def __init__(self) -> None:
        raise TypeError("use Citizen.from_json, from_dict, from_path or a CitizenBuilder")

    @classmethod
    def _wrap(cls, native: _native.Citizen, vocabulary: Vocabulary) -> Citizen:
        citizen = cls.__new__(cls)
        citizen._native = native
        citizen.vocabulary = vocabulary
        return citizen

    @classmethod
    def from_json(cls, text: _document.Text, vocabulary: Optional[Vocabulary] = None) -> Citizen:
        """A citizen from a ``smaajob.citizen/1`` document."""
        return _document.from_json(_maker(vocabulary), text)

    @classmethod
    def from_dict(cls, mapping: Mapping[str, Any], vocabulary: Optional[Vocabulary] = None) -> Citizen:
        """The same from a dict."""
        return _document.from_dict(_maker(vocabulary), mapping)

    @classmethod
    def from_path(cls, path: _document.Path, vocabulary: Optional[Vocabulary] = None) -> Citizen:
        """The same from a file, at most 1 MiB."""
        return _document.from_path(_maker(vocabulary), path)

    @classmethod
    def _from_any(cls, document: Union[Citizen, _document.Document], vocabulary: Vocabulary) -> Citizen:
        if isinstance(document, Citizen):
            return document
        return _document.from_any(_maker(vocabulary), document)

    @property
    def id(self) -> str:
        """The citizen's id."""
        id: str = self._native.get_id()
        return id

    @property
    def size_bytes(self) -> int:
        """Size of the object in bytes, without its vocabulary."""
        size: int = self._native.get_size_bytes()
        return size

    def to_json(self) -> str:
        """The citizen as canonical JSON."""
        text: str = self._native.to_json()
        return text

    def to_dict(self) -> Dict[str, Any]:
        """The citizen as plain Python values."""
        return _document.to_dict(self.to_json())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Citizen):
            return NotImplemented
        return self is other or (self.vocabulary == other.vocabulary and self.to_json() == other.to_json())

    def __hash__(self) -> int:
        return hash(self.id)

    def __reduce__(self) -> Tuple[Any, ...]:
        return Citizen.from_json, (self.to_json(), self.vocabulary)

    def __copy__(self) -> Citizen:
        return self

    def __deepcopy__(self, memo: Any) -> Citizen:
        return self

    def __repr__(self) -> str:
        return f"<smaajob.Citizen {self.id!r}>"


class CitizenBuilder:
    """A citizen in the making, of whom only the id is known.

    Whatever is not said is unknown. A call that raises changes nothing.

    >>> import smaajob
    >>> citizen = (
    ...     smaajob.CitizenBuilder("c-17")
    ...     .add_need("env_noise", tolerates=1, strength="must")
    ...     .set_hours(min=4, max=10, limit=12)
    ...     .add_window(["mon", "tue"], "08:00", "12:00")
    ...     .build()
    ... )
    >>> citizen.to_dict()["hours"]
    {'min': 4, 'max': 10, 'limit': 12}
    """

    __slots__ = ("_native", "_vocabulary", "_counts")

    def __init__(self, id: str, vocabulary: Optional[Vocabulary] = None) -> None:
        self._vocabulary = Vocabulary() if vocabulary is None else vocabulary
        self._native = _native.CitizenBuilder(native_of(self._vocabulary), id)
        self._counts: Counter[str] = Counter()

    def add_competence(
        self, concept: str, level: SupportsIndex, *, evidence: Union[Evidence, str] = Evidence.STATED
    ) -> CitizenBuilder:
        """Add a concept held at `level`: 0 known not held, 1 beginner, 3 ordinary, 5 expert."""
        at = self._next("competencies")
        self._native.add_competence(
            concept, whole(level, at + "/level", most=5), number_of(Evidence, evidence, at + "/evidence")
        )
        return self._added("competencies")

    def set_competencies_complete(self, complete: bool = True) -> CitizenBuilder:
        """Say whether every concept that is not listed is known not to be held."""
        self._native.set_competencies_complete(flag(complete, "/competencies_complete"))
        return self

    def set_needs_known(self) -> CitizenBuilder:
        """Say that the needs are known: those added, perhaps none."""
        self._native.set_needs_known()
        return self

    def add_need(
        self,
        condition: str,
        *,
        strength: Union[Strength, str],
        tolerates: Optional[Real] = None,
        requires: Optional[Real] = None,
        at_most: Optional[Real] = None,
    ) -> CitizenBuilder:
        """Add a need, with the one value that its condition takes.

        `tolerates` 0–4 for a limit, `requires` 0–2 for a provision, `at_most` for a ceiling.
        """
        at = self._next("needs")
        values = {"tolerates": tolerates, "requires": requires, "at_most": at_most}
        stated = {member: value for member, value in values.items() if value is not None}
        if len(stated) != 1:
            raise TypeError(f"{path_of(at)}: one of tolerates, requires and at_most is expected")
        ((member, value),) = stated.items()
        self._check_member(condition, member, at)
        self._native.add_need(condition, real(value, f"{at}/{member}"), number_of(Strength, strength, at + "/strength"))
        return self._added("needs")

    def set_gate(self, gate: str, answer: Union[Answer, str]) -> CitizenBuilder:
        """Answer a gate."""
        self._native.set_gate(gate, number_of(Answer, answer, "/gates"))
        return self

    def set_hours(
        self,
        *,
        min: Optional[Real] = None,
        max: Optional[Real] = None,
        limit: Optional[Real] = None,
        max_per_day: Optional[Real] = None,
        committed: Optional[Real] = None,
        unit: str = "week",
    ) -> CitizenBuilder:
        """State the hours, a week or a month; `max_per_day` is hours a day whatever the unit.

        An end that is not stated is open; `committed` not stated is unknown.
        """
        most = most_hours(unit, "/hours/unit")
        self._native.set_hours(
            minutes(min, "/hours/min", most),
            minutes(max, "/hours/max", most),
            minutes(limit, "/hours/limit", most),
            minutes(max_per_day, "/hours/max_per_day", DAY),
            minutes(committed, "/hours/committed", most),
        )
        return self

    def set_availability_known(self) -> CitizenBuilder:
        """Say that the availability is known: the windows added, perhaps none."""
        self._native.set_availability_known()
        return self

    def add_window(self, days: Days, from_: str, to: str) -> CitizenBuilder:
        """Add a time of availability on one day or several, such as ``"mon", "08:00", "12:00"``."""
        self._native.add_window(*window(days, from_, to, self._next("availability")))
        return self._added("availability")

    def set_effectiveness(self, effectiveness: Real) -> CitizenBuilder:
        """Output per hour present against an ordinary employee, 0–1."""
        self._native.set_effectiveness(real(effectiveness, "/effectiveness"))
        return self

    def set_attendance(self, kept: Real, context: Union[Context, str] = Context.UNKNOWN) -> CitizenBuilder:
        """Share of agreed meetings kept, 0–1, and in what."""
        context_number = number_of(Context, context, "/attendance/context")
        self._native.set_attendance(real(kept, "/attendance/kept"), context_number)
        return self

    def set_attendance_weeks(self, weeks: SupportsIndex) -> CitizenBuilder:
        """Over how many weeks the attendance was seen."""
        self._native.set_attendance_weeks(whole(weeks, "/attendance/weeks", most=1000))
        return self

    def set_prerequisites(self, prerequisites: Union[Prerequisites, str]) -> CitizenBuilder:
        """Say whether the prerequisites of a wage are presumed present."""
        self._native.set_prerequisites(number_of(Prerequisites, prerequisites, "/prerequisites"))
        return self

    def set_choice(self, choice: Union[Choice, str]) -> CitizenBuilder:
        """Say what the citizen has chosen."""
        self._native.set_choice(number_of(Choice, choice, "/choice"))
        return self

    def set_purpose(self, purpose: Union[Purpose, str]) -> CitizenBuilder:
        """Say what the course is for now."""
        self._native.set_purpose(number_of(Purpose, purpose, "/purpose"))
        return self

    def add_wish(self, concept: str, wants: Union[Wants, str]) -> CitizenBuilder:
        """Add a wish about a competence concept or a sector: a NACE code such as ``"46.3"``."""
        at = self._next("wishes")
        self._native.add_wish(concept, number_of(Wants, wants, at + "/wants"))
        return self._added("wishes")

    def set_location(self, lat: Real, lon: Real) -> CitizenBuilder:
        """Where the citizen sets out from: degrees, WGS 84."""
        self._native.set_location(real(lat, "/location/lat"), real(lon, "/location/lon"))
        return self

    def set_travel(self, mode: Union[Mode, str], max_minutes: SupportsIndex) -> CitizenBuilder:
        """How, and at most how many minutes each way."""
        mode_number = number_of(Mode, mode, "/travel/mode")
        self._native.set_travel(mode_number, whole(max_minutes, "/travel/max_minutes", most=1440))
        return self

    def build(self) -> Citizen:
        """The checked citizen; the builder may be used on."""
        return Citizen._wrap(self._native.build(), self._vocabulary)

    def _next(self, member: str) -> str:
        return f"/{member}/{self._counts[member]}"

    def _added(self, member: str) -> CitizenBuilder:
        self._counts[member] += 1
        return self

    def _check_member(self, id: str, member: str, at: str) -> None:
        condition = self._vocabulary.condition(id) if isinstance(id, str) else None
        expected = condition and _MEMBERS[condition.type]
        if expected and expected != member:
            message = f"{path_of(at)}.{member}: {id} is measured by {expected}"
            raise SmaajobError("type", message, f"{at}/{member}")


_MEMBERS = {
    ConditionType.LIMIT: "tolerates",
    ConditionType.PROVISION: "requires",
    ConditionType.CEILING: "at_most",
}


def _maker(vocabulary: Optional[Vocabulary]) -> Callable[[_document.Made], Citizen]:
    words = Vocabulary() if vocabulary is None else vocabulary
    native = native_of(words)
    return lambda text: Citizen._wrap(_native.Citizen.new_from_json(native, text), words)
