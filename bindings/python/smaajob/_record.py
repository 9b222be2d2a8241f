# SPDX-License-Identifier: Apache-2.0
"""What a match was made of, when and by whom; and scoring it again."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, Dict, Optional, Tuple, Union

from . import _document, _native
from ._citizen import Citizen
from ._difference import Difference, Same
from ._error import SmaajobError
from ._match import Match
from ._opening import Opening
from ._values import UNKNOWN, flag
from ._vocabulary import Vocabulary, native_of
from ._words import Advice, Source, Verdict, number_of, word_of

_MOST_BYTES = 4 << 20


@dataclass(frozen=True)
class Override:
    """What a professional decided instead: a verdict, an advice, or both."""

    reason: str
    """An id out of the case system's own list; free text about a person belongs there, not here."""
    verdict: Union[Verdict, str, None] = None
    """None when it stands."""
    advice: Union[Advice, str, None] = None
    """None when it stands."""
    actor: Optional[str] = None
    """The professional; None for whoever makes the record."""


@dataclass(frozen=True)
class Replay:
    """What came of scoring a record again. That something differs is a result, not a fault."""

    same: Same
    """What is the same."""
    match: Match
    """The new match."""
    difference: Difference
    """From the match in the record to the new one."""


class Record:
    """A match with what it was made of, when and by whom. Keep its bytes: its digest is over them.

    >>> import smaajob
    >>> match = smaajob.match(
    ...     {"format": "smaajob.citizen/1", "id": "c-17", "needs": [], "hours": {"min": 4}},
    ...     {"format": "smaajob.opening/1", "id": "o-9", "terms": {"paid": "yes"},
    ...      "tasks": [{"id": "boxes", "hours": {"max": 8}, "requires": []}]})
    >>> record = smaajob.record(match, "cw-3", "2026-11-22T14:00:00Z")
    >>> smaajob.Record.from_json(record.to_json()).replay().same.all
    True
    """

    __slots__ = ("_native",)
    _native: _native.Record

    def __init__(self) -> None:
        raise TypeError("a record is made by smaajob.record, Record.from_json or Record.from_path")

    @classmethod
    def _wrap(cls, native: _native.Record) -> Record:
        record = cls.__new__(cls)
        record._native = native
        return record

    @classmethod
    def from_json(cls, text: _document.Text) -> Record:
        """A record from its text. There is no reading of a dict: that has other bytes."""
        return _document.from_json(_make, text)

    @classmethod
    def from_path(cls, path: _document.Path) -> Record:
        """The same from a file, at most 4 MiB."""
        return _document.from_path(_make, path, _MOST_BYTES)

    @property
    def engine_version(self) -> str:
        """The version of the library that made the match."""
        version: str = self._native.get_engine_version()
        return version

    @property
    def model_version(self) -> str:
        """The version of the model that made the match."""
        version: str = self._native.get_model_version()
        return version

    @property
    def time(self) -> str:
        """When, as the caller said, by RFC 3339."""
        time: str = self._native.get_time()
        return time

    @property
    def actor(self) -> str:
        """The id of whoever had the match made."""
        actor: str = self._native.get_actor()
        return actor

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
    def travel_minutes(self) -> Optional[int]:
        """Minutes each way that the caller gave; None when none were given."""
        minutes: int = self._native.get_travel_minutes()
        return None if minutes == UNKNOWN else minutes

    @property
    def is_whole(self) -> bool:
        """Whether the citizen and the opening are in it, and not their digests only."""
        whole: bool = self._native.is_whole()
        return whole

    @property
    def override(self) -> Optional[Override]:
        """What a professional decided instead; None when the match stands."""
        verdict, advice, reason, actor = self._native.get_override()
        if reason is None:
            return None
        return Override(
            reason,
            None if verdict == UNKNOWN else word_of(Verdict, verdict),
            None if advice == UNKNOWN else word_of(Advice, advice),
            actor,
        )

    @property
    def digest(self) -> str:
        """SHA-256 of the record's canonical bytes without this member."""
        digest: str = self._native.get_digest()
        return digest

    def source_digest(self, source: Union[Source, str]) -> str:
        """The digest of a document that the match was made of."""
        digest: str = self._native.get_source_digest(number_of(Source, source, "/source"))
        return digest

    def source_json(self, source: Union[Source, str]) -> str:
        """A document that the match was made of; the vocabulary is never in a record."""
        text: str = self._native.source_to_json(number_of(Source, source, "/source"))
        return text

    def match_json(self) -> str:
        """The match in it, ``smaajob.match/1``: what :func:`smaajob.difference` compares."""
        text: str = self._native.match_to_json()
        return text

    def match_dict(self) -> Dict[str, Any]:
        """The match in it as plain Python values."""
        return _document.to_dict(self.match_json())

    def replay(
        self,
        vocabulary: Optional[Vocabulary] = None,
        citizen: Union[Citizen, _document.Document, None] = None,
        opening: Union[Opening, _document.Document, None] = None,
    ) -> Replay:
        """Score again, and compare byte by byte.

        `vocabulary` None means that of an object given, else the built-in one. `citizen` and
        `opening` are needed when only their digests are in the record.
        """
        words = _words_of(vocabulary, citizen, opening)
        native = self._native.replay(
            words._native,
            None if citizen is None else Citizen._from_any(citizen, words)._native,
            None if opening is None else Opening._from_any(opening, words)._native,
        )
        match = Match._wrap(native, words)
        difference = Difference._wrap(_native.Difference(self.match_json(), match.to_json()))
        return Replay(difference.same, match, difference)

    def to_json(self) -> str:
        """The record as canonical JSON: the same bytes for ever."""
        text: str = self._native.to_json()
        return text

    def to_dict(self) -> Dict[str, Any]:
        """The record as plain Python values, to look at; it cannot be made of them again."""
        return _document.to_dict(self.to_json())

    def __eq__(self, other: object) -> bool:
        return self.digest == other.digest if isinstance(other, Record) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> Tuple[Any, ...]:
        return Record.from_json, (self.to_json(),)

    def __copy__(self) -> Record:
        return self

    def __deepcopy__(self, memo: Any) -> Record:
        return self

    def __repr__(self) -> str:
        return f"<smaajob.Record {self.citizen_id!r} {self.opening_id!r}: {self.time} by {self.actor!r}>"


def record(
    match: Match,
    actor: str,
    time: Union[str, datetime.datetime, None] = None,
    digests_only: bool = False,
    override: Optional[Override] = None,
) -> Record:
    """A record of a match.

    `time` is by RFC 3339, or a datetime with a timezone; None is now. With `digests_only` the
    citizen and the opening are left out, and whoever replays the record gives them.
    """
    if not isinstance(match, Match):
        raise TypeError(f"a Match is expected, not {type(match).__name__}")
    told = override or Override("")
    if not isinstance(told, Override):
        raise TypeError(f"an Override is expected, not {type(told).__name__}")
    if not isinstance(told.reason, str):
        raise TypeError(f"override.reason: {type(told.reason).__name__}, expected str")
    native = _native.Record(
        match._native,
        _time(time),
        actor,
        flag(digests_only, "/digests_only"),
        UNKNOWN if told.verdict is None else number_of(Verdict, told.verdict, "/override/verdict"),
        UNKNOWN if told.advice is None else number_of(Advice, told.advice, "/override/advice"),
        None if override is None else told.reason,
        None if override is None else (actor if told.actor is None else told.actor),
    )
    return Record._wrap(native)


def _time(time: Union[str, datetime.datetime, None]) -> str:
    if time is None:
        time = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    if isinstance(time, str):
        return time
    if not isinstance(time, datetime.datetime):
        raise TypeError(f"a time is expected as str or datetime, not {type(time).__name__}")
    if time.tzinfo is None:
        raise SmaajobError("range", "time: a datetime without a timezone, expected one with", "/time")
    return time.isoformat().replace("+00:00", "Z")


def _words_of(
    vocabulary: Optional[Vocabulary],
    citizen: Union[Citizen, _document.Document, None],
    opening: Union[Opening, _document.Document, None],
) -> Vocabulary:
    if vocabulary is not None:
        native_of(vocabulary)
        return vocabulary
    for given in (citizen, opening):
        if isinstance(given, (Citizen, Opening)):
            return given.vocabulary
    return Vocabulary()


def _make(text: _document.Made) -> Record:
    return Record._wrap(_native.Record.new_from_json(text))
