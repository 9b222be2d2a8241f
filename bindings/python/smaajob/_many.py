# SPDX-License-Identifier: Apache-2.0
"""Many citizens and many openings: caseloads, markets, and rankings of the one for the other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional, SupportsIndex, Tuple, Type, TypeVar, Union, overload

from . import _document, _native, _rows
from ._citizen import Citizen
from ._error import SmaajobError
from ._match import Score, score_of
from ._opening import Opening
from ._policy import Policy
from ._rows import Progress
from ._values import whole
from ._vocabulary import Vocabulary, native_of
from ._words import Code, PackedKind, Renewal, Verdict, number_of, word_of


M = TypeVar("M", bound="_Many")


class _Many:
    """What a market and a caseload share: documents from wherever they are."""

    __slots__ = ("_native", "vocabulary")
    _native: Any
    vocabulary: Vocabulary
    """The vocabulary that all of them are of."""

    @property
    def size_bytes(self) -> int:
        """Size of what it holds itself in bytes, without its documents and their vocabulary."""
        size: int = self._native.get_size_bytes()
        return size

    @classmethod
    def _wrap(cls, native: Any, vocabulary: Vocabulary) -> Any:
        made = cls.__new__(cls)
        made._native = native
        made.vocabulary = vocabulary
        return made

    @classmethod
    def _class(cls) -> Any:
        raise NotImplementedError

    @classmethod
    def open_packed(cls: Type[M], path: _document.Path, vocabulary: Optional[Vocabulary] = None) -> M:
        """A packed file of :meth:`save` or :meth:`pack`, mapped, not read."""
        words = vocabulary or Vocabulary()
        made: M = cls._wrap(cls._class().new_from_file(native_of(words), os.fspath(path)), words)
        return made

    @classmethod
    def pack(
        cls,
        source: _document.Path,
        target: _document.Path,
        vocabulary: Optional[Vocabulary] = None,
        on_error: Optional[Callable[[SmaajobError, Optional[bytes]], bool]] = None,
        progress: Optional[Callable[[int, int, int], Any]] = None,
    ) -> None:
        """Pack a file of NDJSON into another, in bounded memory; of an id that is said twice the first stays.

        `on_error` is called with each fault and its line (None for an id said twice, which is known only at the
        end): true leaves it out. `progress` is called with the bytes read, all there are, and the documents
        that were good; what it raises ends the work.
        """
        calls = on_error, progress
        cls._class().pack_ndjson(native_of(vocabulary or Vocabulary()), os.fspath(source), os.fspath(target), calls)

    def save(self, path: _document.Path) -> None:
        """Pack it into a file, which is replaced when all is written, else left as it was."""
        self._native.save(os.fspath(path))

    @classmethod
    def _lines_reader(cls, words: Vocabulary) -> _rows.Native:
        raise NotImplementedError

    @classmethod
    def _frame_reader(cls, words: Vocabulary) -> _rows.Native:
        raise NotImplementedError

    @classmethod
    def _listed(cls, given: Any) -> List[Any]:
        if isinstance(given, (str, bytes, os.PathLike)):
            name = cls.__name__
            raise TypeError(f"{name}: documents are expected; a path goes to {name}.from_path(), text to {name}.from_ndjson()")
        return list(given)

    @classmethod
    def _from_frame(cls, rows: Any, words: Vocabulary, progress: Optional[Progress]) -> Any:
        return _rows.from_frame(cls._frame_reader(words), _native.stream_of_array, rows, progress)

    @classmethod
    def _from_lines(cls, text: _document.Text, words: Vocabulary, progress: Optional[Progress]) -> Any:
        return _rows.from_lines(cls._lines_reader(words), text, progress)

    @classmethod
    def _from_path(cls, path: _document.Path, words: Vocabulary, progress: Optional[Progress]) -> Any:
        def read_frame(rows: Any) -> Any:
            return cls._from_frame(rows, words, progress)

        return _rows.from_path(cls._lines_reader(words), read_frame, path, progress)


class Market(_Many):
    """Many openings, packed, of one vocabulary; each id once. Immutable.

    They are a data frame or anything else that speaks Arrow, of the columns that docs/python.md tells
    of, or an iterable of dicts, objects and documents.

    >>> import smaajob
    >>> market = smaajob.Market([{"format": "smaajob.opening/1", "id": "o-9", "tasks": [{"id": "boxes"}]}])
    >>> len(market), market[0]
    (1, 'o-9')
    """

    __slots__ = ()

    def __init__(
        self,
        openings: Union[Iterable[Union[Opening, _document.Document]], Any],
        vocabulary: Optional[Vocabulary] = None,
        progress: Optional[Progress] = None,
    ) -> None:
        self.vocabulary = vocabulary or Vocabulary()
        if _rows.is_frame(openings):
            self._native = self._from_frame(openings, self.vocabulary, progress)
            return
        given = self._listed(openings)
        if given and all(isinstance(opening, Mapping) for opening in given):
            self._native = _rows.from_dicts(self._lines_reader(self.vocabulary), given, progress)
            return
        if vocabulary is None and given and isinstance(given[0], Opening):
            self.vocabulary = given[0].vocabulary
        builder = _native.MarketBuilder(native_of(self.vocabulary))
        for opening in given:
            builder.add_opening(Opening._from_any(opening, self.vocabulary)._native)
        self._native = builder.build()

    @classmethod
    def _class(cls) -> Any:
        return _native.Market

    @classmethod
    def _lines_reader(cls, words: Vocabulary) -> _rows.Native:
        native = native_of(words)
        return lambda text, faults, progress: _native.market_from_lines(native, text, faults, progress)

    @classmethod
    def _frame_reader(cls, words: Vocabulary) -> _rows.Native:
        native = native_of(words)
        return lambda stream, faults, progress: _native.market_from_arrow(native, stream, faults, progress)

    @classmethod
    def from_ndjson(
        cls, text: _document.Text, vocabulary: Optional[Vocabulary] = None, progress: Optional[Progress] = None
    ) -> Market:
        """A market of NDJSON, a ``smaajob.opening/1`` document a line."""
        words = vocabulary or Vocabulary()
        market: Market = cls._wrap(cls._from_lines(text, words, progress), words)
        return market

    @classmethod
    def from_path(
        cls, path: _document.Path, vocabulary: Optional[Vocabulary] = None, progress: Optional[Progress] = None
    ) -> Market:
        """A market of a file, of NDJSON or Parquet; the latter takes pyarrow."""
        words = vocabulary or Vocabulary()
        market: Market = cls._wrap(cls._from_path(path, words, progress), words)
        return market

    def __len__(self) -> int:
        """How many openings."""
        n: int = self._native.get_n_openings()
        return n

    def __getitem__(self, i: SupportsIndex) -> str:
        """The id of opening `i`."""
        id: str = self._native.get_opening_id_at(range(len(self))[i])
        return id

    def __iter__(self) -> Iterator[str]:
        """The ids, in their order."""
        return map(self.__getitem__, range(len(self)))

    def opening(self, i: SupportsIndex) -> Opening:
        """Opening `i`, as an object again."""
        return Opening._wrap(self._native.get_opening_at(range(len(self))[i]), self.vocabulary)

    def __repr__(self) -> str:
        return f"<smaajob.Market of {len(self)} openings>"


class Caseload(_Many):
    """Many citizens of one vocabulary; each id once. Immutable.

    They are a data frame or anything else that speaks Arrow, of the columns that docs/python.md tells
    of, or an iterable of dicts, objects and documents.

    >>> import smaajob
    >>> caseload = smaajob.Caseload([{"format": "smaajob.citizen/1", "id": "c-17"}])
    >>> len(caseload), caseload[0]
    (1, 'c-17')
    """

    __slots__ = ()

    def __init__(
        self,
        citizens: Union[Iterable[Union[Citizen, _document.Document]], Any],
        vocabulary: Optional[Vocabulary] = None,
        progress: Optional[Progress] = None,
    ) -> None:
        self.vocabulary = vocabulary or Vocabulary()
        if _rows.is_frame(citizens):
            self._native = self._from_frame(citizens, self.vocabulary, progress)
            return
        given = self._listed(citizens)
        if given and all(isinstance(citizen, Mapping) for citizen in given):
            self._native = _rows.from_dicts(self._lines_reader(self.vocabulary), given, progress)
            return
        if vocabulary is None and given and isinstance(given[0], Citizen):
            self.vocabulary = given[0].vocabulary
        builder = _native.CaseloadBuilder(native_of(self.vocabulary))
        for citizen in given:
            builder.add_citizen(Citizen._from_any(citizen, self.vocabulary)._native)
        self._native = builder.build()

    @classmethod
    def _class(cls) -> Any:
        return _native.Caseload

    @classmethod
    def _lines_reader(cls, words: Vocabulary) -> _rows.Native:
        native = native_of(words)
        return lambda text, faults, progress: _native.caseload_from_lines(native, text, faults, progress)

    @classmethod
    def _frame_reader(cls, words: Vocabulary) -> _rows.Native:
        native = native_of(words)
        return lambda stream, faults, progress: _native.caseload_from_arrow(native, stream, faults, progress)

    @classmethod
    def from_ndjson(
        cls, text: _document.Text, vocabulary: Optional[Vocabulary] = None, progress: Optional[Progress] = None
    ) -> Caseload:
        """A caseload of NDJSON, a ``smaajob.citizen/1`` document a line."""
        words = vocabulary or Vocabulary()
        caseload: Caseload = cls._wrap(cls._from_lines(text, words, progress), words)
        return caseload

    @classmethod
    def from_path(
        cls, path: _document.Path, vocabulary: Optional[Vocabulary] = None, progress: Optional[Progress] = None
    ) -> Caseload:
        """A caseload of a file, of NDJSON or Parquet; the latter takes pyarrow."""
        words = vocabulary or Vocabulary()
        caseload: Caseload = cls._wrap(cls._from_path(path, words, progress), words)
        return caseload

    def __len__(self) -> int:
        """How many citizens."""
        n: int = self._native.get_n_citizens()
        return n

    def __getitem__(self, i: SupportsIndex) -> str:
        """The id of citizen `i`."""
        id: str = self._native.get_citizen_id_at(range(len(self))[i])
        return id

    def __iter__(self) -> Iterator[str]:
        """The ids, in their order."""
        return map(self.__getitem__, range(len(self)))

    def citizen(self, i: SupportsIndex) -> Citizen:
        """Citizen `i`, as an object again."""
        return Citizen._wrap(self._native.get_citizen_at(range(len(self))[i]), self.vocabulary)

    def __repr__(self) -> str:
        return f"<smaajob.Caseload of {len(self)} citizens>"


@dataclass(frozen=True)
class Ranked:
    """One of the best."""

    id: str
    """The opening's, or the citizen's."""
    number: int
    """Its place in the market or caseload."""
    score: Score


@dataclass(frozen=True)
class Ranking:
    """The best openings of one citizen, or the best citizens for one opening; the best first."""

    id: str
    """For whom."""
    ranked: Tuple[Ranked, ...]
    pairs: int
    """How many were decided: all there are."""
    scored: int
    """How many of them had to be scored to decide that."""
    without_score: Dict[Verdict, int]
    """How many have no score, by verdict (the blocked, and those of whom nothing is known); empty when blockers were
    not counted."""
    with_verdict: Dict[Verdict, int]
    """How many come to each verdict, scored or not; empty when blockers were not counted."""
    blocked_by: Dict[Code, int]
    """How many are blocked by what; empty when they were not counted."""
    _native: Any = field(default=None, repr=False, compare=False)

    def renewed(
        self,
        citizen: Citizen,
        market: Market,
        renewal: Union[Renewal, str],
        number: SupportsIndex,
        policy: Union[Policy, _document.Document, None] = None,
        top: SupportsIndex = 10,
        why: bool = False,
        progress: Optional[Progress] = None,
    ) -> Ranking:
        """The ranking of a market in which one opening is not what it was, by the policy that this one was made with.

        It is what :func:`rank` gives, and mostly only that opening is scored. `number` is the opening's in the
        market as it is now or, of one that is removed, as it was; all others are what they were.
        """
        if self._native is None:
            raise ValueError("a ranking that was pickled cannot be renewed")
        if not isinstance(citizen, Citizen) or not isinstance(market, Market):
            raise TypeError("a Citizen and a Market are expected")
        change = number_of(Renewal, renewal, "/renewal"), whole(number, "/number")
        means = Policy._from_any(policy)._native, whole(top, "/top"), bool(why), progress
        return _read(_native.Ranking.new_renewed(self._native, citizen._native, market._native, *change, *means))

    def __hash__(self) -> int:
        return hash((self.id, self.ranked))

    def __reduce__(self) -> Tuple[Any, ...]:
        counted = self.without_score, self.with_verdict, self.blocked_by
        return Ranking, (self.id, self.ranked, self.pairs, self.scored, *counted)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """A table of those kept, as :class:`Rankings` has them."""
        return _table([self])

    def __iter__(self) -> Iterator[Ranked]:
        return iter(self.ranked)


class Rankings:
    """Rankings, one for each that was ranked for; also a table that anything which speaks Arrow can read.

    Its columns: ranked_for, rank (from 1), id, number, verdict, score, low, high, coverage, potential and sides.

    >>> import smaajob
    >>> caseload = smaajob.Caseload([{"format": "smaajob.citizen/1", "id": "c-17", "choice": "declined"}])
    >>> market = smaajob.Market([{"format": "smaajob.opening/1", "id": "o-9", "tasks": [{"id": "boxes"}]}])
    >>> smaajob.rank(caseload, market)
    <smaajob.Rankings: 1, of 0 kept>
    """

    __slots__ = ("_rankings",)

    def __init__(self, rankings: Iterable[Ranking]) -> None:
        self._rankings = tuple(rankings)

    @overload
    def __getitem__(self, i: SupportsIndex) -> Ranking: ...
    @overload
    def __getitem__(self, i: slice) -> Rankings: ...
    def __getitem__(self, i: Union[SupportsIndex, slice]) -> Union[Ranking, Rankings]:
        return Rankings(self._rankings[i]) if isinstance(i, slice) else self._rankings[i]

    def __len__(self) -> int:
        return len(self._rankings)

    def __iter__(self) -> Iterator[Ranking]:
        return iter(self._rankings)

    def __eq__(self, other: object) -> bool:
        return self._rankings == other._rankings if isinstance(other, Rankings) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._rankings)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The table, a row for each of those kept."""
        return _table(self._rankings)

    def __repr__(self) -> str:
        return f"<smaajob.Rankings: {len(self)}, of {sum(len(ranking.ranked) for ranking in self)} kept>"


def _table(rankings: Sequence[Ranking]) -> Any:
    natives = tuple(ranking._native for ranking in rankings)
    if None in natives:
        raise TypeError("a ranking that was pickled is no table any more: rank again")
    return _native.rankings_table(natives)


def _read(native: _native.Ranking) -> Ranking:
    rows = map(native.get_ranked_at, range(native.get_n_ranked()))
    without = ((verdict, native.get_n_without_score(i)) for i, verdict in enumerate(Verdict))
    verdicts = ((verdict, native.get_n_with_verdict(i)) for i, verdict in enumerate(Verdict))
    blocked = ((word_of(Code, i), native.get_n_blocked_by(i)) for i in range(1, _native.CODE_NEED_REFUSED + 1))
    return Ranking(
        native.get_id(),
        tuple(Ranked(id, number, score_of(score)) for number, id, score in rows),
        native.get_n_pairs(),
        native.get_n_scored(),
        {verdict: n for verdict, n in without if n},
        {verdict: n for verdict, n in verdicts if n},
        {code: n for code, n in blocked if n},
        native,
    )


@overload
def rank(
    ranked_for: Union[Citizen, Opening],
    among: Union[Market, Caseload],
    policy: Union[Policy, _document.Document, None] = None,
    top: SupportsIndex = 10,
    threads: SupportsIndex = 1,
    why: bool = False,
    progress: Optional[Progress] = None,
) -> Ranking: ...
@overload
def rank(
    ranked_for: Union[Caseload, Market],
    among: Union[Market, Caseload],
    policy: Union[Policy, _document.Document, None] = None,
    top: SupportsIndex = 10,
    threads: SupportsIndex = 1,
    why: bool = False,
    progress: Optional[Progress] = None,
) -> Rankings: ...
def rank(
    ranked_for: Union[Citizen, Opening, Caseload, Market],
    among: Union[Market, Caseload],
    policy: Union[Policy, _document.Document, None] = None,
    top: SupportsIndex = 10,
    threads: SupportsIndex = 1,
    why: bool = False,
    progress: Optional[Progress] = None,
) -> Union[Ranking, Rankings]:
    """The best `top` of a market for a citizen or each of a caseload, or of a caseload for an opening or each of a market.

    Exact: what scoring every pair and sorting gives, by score, then verdict, then id. `why` counts
    every pair's verdict, those without a score and what blocks the blocked, which takes longer. `threads` are used when there are many to rank for; they change no result.
    `progress` is called about every 50 ms with the pairs decided and all there are; what it raises, as
    Ctrl-C does, ends the work. Other threads of Python run on meanwhile.

    >>> import smaajob
    >>> market = smaajob.Market([{"format": "smaajob.opening/1", "id": "o-9", "tasks": [{"id": "boxes"}]}])
    >>> citizen = smaajob.Citizen.from_dict({"format": "smaajob.citizen/1", "id": "c-17", "needs": [],
    ...                                      "hours": {"min": 4, "max": 10}, "choice": "declined"})
    >>> ranking = smaajob.rank(citizen, market, why=True)
    >>> ranking.id, len(ranking.ranked), ranking.pairs, ranking.blocked_by
    ('c-17', 0, 1, {<Code.CHOICE_DECLINED: 'choice_declined'>: 1})
    """
    numbers = Policy._from_any(policy)._native
    most, hands = whole(top, "/top"), whole(threads, "/threads")
    # Whose turn it is: for one, for many.
    if isinstance(ranked_for, Citizen) and isinstance(among, Market):
        one = _native.Ranking.new_for_citizen
    elif isinstance(ranked_for, Opening) and isinstance(among, Caseload):
        one = _native.Ranking.new_for_opening
    else:
        return _rank_many(ranked_for, among, (numbers, most, hands, bool(why), progress))
    return _read(one(ranked_for._native, among._native, numbers, most, bool(why), progress))


def _rank_many(ranked_for: Any, among: Any, means: Tuple[Any, ...]) -> Rankings:
    if isinstance(ranked_for, Caseload) and isinstance(among, Market):
        found = _native.rank_citizens(ranked_for._native, among._native, *means)
    elif isinstance(ranked_for, Market) and isinstance(among, Caseload):
        found = _native.rank_openings(ranked_for._native, among._native, *means)
    else:
        raise TypeError("rank a Market for a Citizen or a Caseload, or a Caseload for an Opening or a Market")
    return Rankings(_read(found.take_at(i)) for i in range(found.get_n()))


def packed_kind(path: _document.Path) -> PackedKind:
    """What a file is said to be by its first bytes: none when it cannot be read."""
    return word_of(PackedKind, _native.packed_get_kind(os.fspath(path)))


def check_packed(path: _document.Path, vocabulary: Optional[Vocabulary] = None) -> None:
    """Check all of a packed file, every object in it; the pointer of a fault is the number of the object."""
    _native.packed_check(native_of(vocabulary or Vocabulary()), os.fspath(path))
