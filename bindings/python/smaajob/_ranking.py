# SPDX-License-Identifier: Apache-2.0
"""Rankings: the best of many for one, or for each of many."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Dict, Optional, SupportsIndex, Tuple, TypeVar, Union, overload

from . import _document, _native
from ._citizen import Citizen
from ._many import Caseload, Market
from ._match import Score, score_of
from ._opening import Opening
from ._policy import Policy
from ._rows import Progress
from ._values import whole
from ._words import Code, Renewal, Verdict, number_of, word_of


@dataclass(frozen=True)
class Ranked:
    """One of the best."""

    id: str
    """The opening's, or the citizen's."""
    number: int
    """Its place in the market or caseload."""
    score: Score


_T = TypeVar("_T")


class _View(Sequence[_T]):
    """What native data come to, each an object when it is asked for, and another one every time."""

    __slots__ = ("native",)

    def __init__(self, native: Any) -> None:
        self.native = native

    def _at(self, i: int) -> _T:
        raise NotImplementedError

    def _cut(self, chosen: range) -> Sequence[_T]:
        return tuple(map(self._at, chosen))

    @overload
    def __getitem__(self, i: SupportsIndex) -> _T: ...
    @overload
    def __getitem__(self, i: slice) -> Sequence[_T]: ...
    def __getitem__(self, i: Union[SupportsIndex, slice]) -> Union[_T, Sequence[_T]]:
        which = range(len(self))
        return self._cut(which[i]) if isinstance(i, slice) else self._at(which[i])

    def __iter__(self) -> Iterator[_T]:
        return map(self._at, range(len(self)))


class _Kept(_View[Ranked]):
    """Those kept of a ranking; else as a tuple of them is."""

    __slots__ = ()

    def __len__(self) -> int:
        n: int = self.native.get_n_ranked()
        return n

    def _at(self, i: int) -> Ranked:
        number, id, score = self.native.get_ranked_at(i)
        return Ranked(id, number, score_of(score))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, (_Kept, tuple)) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> Tuple[Any, ...]:
        return tuple, (list(self),)

    def __repr__(self) -> str:
        return repr(tuple(self))


@dataclass(frozen=True)
class Ranking:
    """The best openings of one citizen, or the best citizens for one opening; the best first.

    What it tells is read when it is asked for.
    """

    id: str
    """For whom."""
    ranked: Sequence[Ranked]
    """Those kept, each an object when it is asked for."""
    pairs: int
    """How many were decided: all there are."""
    scored: int = field(compare=False)
    """How many of them had to be scored to decide that: work, which threads change, and so no part of what is equal."""
    without_score: Dict[Verdict, int]
    """How many have no score, by verdict (the blocked, and those of whom nothing is known); empty when blockers were
    not counted."""
    with_verdict: Dict[Verdict, int]
    """How many come to each verdict, scored or not; empty when blockers were not counted."""
    blocked_by: Dict[Code, int]
    """How many are blocked by what; empty when they were not counted."""
    _native: Any = field(default=None, repr=False, compare=False)

    @classmethod
    def _wrap(cls, native: Any) -> Ranking:
        made = cls.__new__(cls)
        made.__dict__["_native"] = native
        return made

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """A member that was not asked for yet."""
            if name not in _READERS:
                raise AttributeError(f"a ranking has no {name}")
            told = self.__dict__[name] = _READERS[name](self._native)
            return told

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
        return Ranking._wrap(_native.Ranking.new_renewed(self._native, citizen._native, market._native, *change, *means))

    def _told(self) -> Tuple[Any, ...]:
        """What makes two of them equal."""
        return self.id, tuple(self.ranked), self.pairs, self.without_score, self.with_verdict, self.blocked_by

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Ranking):
            return NotImplemented
        if self._native is None or other._native is None:
            return self._told() == other._told()
        same: bool = _native.rankings_are_same(self._native, other._native)
        return same

    def __hash__(self) -> int:
        return hash((self.id, self.ranked))

    def __reduce__(self) -> Tuple[Any, ...]:
        id, ranked, pairs, *counted = self._told()
        return Ranking, (id, ranked, pairs, self.scored, *counted)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """A table of those kept, as :class:`Rankings` has them."""
        return Rankings([self]).__arrow_c_stream__(requested_schema)

    def __iter__(self) -> Iterator[Ranked]:
        return iter(self.ranked)


def _verdicts(count: Callable[[int], int]) -> Dict[Verdict, int]:
    return {verdict: n for i, verdict in enumerate(Verdict) if (n := count(i))}


def _blockers(count: Callable[[int], int]) -> Dict[Code, int]:
    return {word_of(Code, i): n for i in range(1, _native.CODE_NEED_REFUSED + 1) if (n := count(i))}


_READERS: Dict[str, Callable[[Any], Any]] = {
    "id": lambda native: native.get_id(),
    "ranked": _Kept,
    "pairs": lambda native: native.get_n_pairs(),
    "scored": lambda native: native.get_n_scored(),
    "without_score": lambda native: _verdicts(native.get_n_without_score),
    "with_verdict": lambda native: _verdicts(native.get_n_with_verdict),
    "blocked_by": lambda native: _blockers(native.get_n_blocked_by),
}


class _Found(_View[Ranking]):
    """Rankings of a native list."""

    __slots__ = ()

    def __len__(self) -> int:
        n: int = self.native.get_n()
        return n

    def _at(self, i: int) -> Ranking:
        native = self.native.get_at(i)
        native.owner = self.native
        return Ranking._wrap(native)

    def _cut(self, chosen: range) -> _Found:
        return _Found(_native.rankings_select(self.native, max(chosen.start, 0), chosen.step, len(chosen)))


class Rankings:
    """Rankings, one for each that was ranked for; also a table that anything which speaks Arrow can read.

    Its columns: ranked_for, rank (from 1), id, number, verdict, score, low, high, coverage, potential and sides.
    The table and the arrays (`thousandths`, `numbers`, `starts`) are made without an object for each. A
    ranking is an object while it is looked at.

    >>> import smaajob
    >>> caseload = smaajob.Caseload([{"format": "smaajob.citizen/1", "id": "c-17", "choice": "declined"}])
    >>> market = smaajob.Market([{"format": "smaajob.opening/1", "id": "o-9", "tasks": [{"id": "boxes"}]}])
    >>> smaajob.rank(caseload, market)
    <smaajob.Rankings: 1, of 0 kept>
    """

    __slots__ = ("_rankings",)
    _rankings: Sequence[Ranking]

    def __init__(self, rankings: Iterable[Ranking]) -> None:
        self._rankings = tuple(rankings)

    @classmethod
    def _wrap(cls, rankings: Sequence[Ranking]) -> Rankings:
        made = cls.__new__(cls)
        made._rankings = rankings
        return made

    @property
    def _native(self) -> Any:
        """A native list of them."""
        if isinstance(self._rankings, _Found):
            return self._rankings.native
        natives = tuple(ranking._native for ranking in self._rankings)
        if None in natives:
            raise TypeError("a ranking that was pickled is no table any more: rank again")
        return _native.rankings_gather(natives)

    @property
    def thousandths(self) -> memoryview:
        """The numbers of those kept, ranking after ranking: for each eight 32-bit ints, as `Scores.thousandths` has them.

        It has two dimensions, those kept and numbers, or when none was kept one. It is made anew when it is asked
        for, as are the other two arrays; ``numpy.asarray`` takes all three without a copy.
        """
        native = self._native
        made = bytearray(32 * native.get_n_kept())
        native.get_scores(made)
        flat = memoryview(made).toreadonly()
        return flat.cast("i", (len(flat) // 32, 8)) if len(flat) else flat.cast("i")

    @property
    def numbers(self) -> memoryview:
        """The number in the market or caseload of each of those kept, in the same order: 64-bit ints."""
        native = self._native
        made = bytearray(8 * native.get_n_kept())
        native.get_numbers(made)
        return memoryview(made).toreadonly().cast("q")

    @property
    def starts(self) -> memoryview:
        """Where those kept of each ranking begin in `thousandths` and `numbers`, and where the last end: 64-bit ints."""
        made = bytearray(8 * (len(self) + 1))
        self._native.get_starts(made)
        return memoryview(made).toreadonly().cast("q")

    @overload
    def __getitem__(self, i: SupportsIndex) -> Ranking: ...
    @overload
    def __getitem__(self, i: slice) -> Rankings: ...
    def __getitem__(self, i: Union[SupportsIndex, slice]) -> Union[Ranking, Rankings]:
        return Rankings._wrap(self._rankings[i]) if isinstance(i, slice) else self._rankings[operator.index(i)]

    def __len__(self) -> int:
        return len(self._rankings)

    def __iter__(self) -> Iterator[Ranking]:
        return iter(self._rankings)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rankings):
            return NotImplemented
        return len(self) == len(other) and all(map(operator.eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(map(hash, self)))

    def __reduce__(self) -> Tuple[Any, ...]:
        return Rankings, (tuple(self),)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The table, a row for each of those kept, made as it is read."""
        return _native.rankings_table(self._native)

    def __repr__(self) -> str:
        made = self._rankings
        kept = made.native.get_n_kept() if isinstance(made, _Found) else sum(len(ranking.ranked) for ranking in made)
        return f"<smaajob.Rankings: {len(self)}, of {kept} kept>"


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
    receive: None = None,
) -> Rankings: ...
@overload
def rank(
    ranked_for: Union[Caseload, Market],
    among: Union[Market, Caseload],
    policy: Union[Policy, _document.Document, None] = None,
    top: SupportsIndex = 10,
    threads: SupportsIndex = 1,
    why: bool = False,
    progress: Optional[Progress] = None,
    *,
    receive: Callable[[Ranking], Any],
) -> None: ...
def rank(
    ranked_for: Union[Citizen, Opening, Caseload, Market],
    among: Union[Market, Caseload],
    policy: Union[Policy, _document.Document, None] = None,
    top: SupportsIndex = 10,
    threads: SupportsIndex = 1,
    why: bool = False,
    progress: Optional[Progress] = None,
    receive: Optional[Callable[[Ranking], Any]] = None,
) -> Union[Ranking, Rankings, None]:
    """The best `top` of a market for a citizen or each of a caseload, or of a caseload for an opening or each of a market.

    Exact: what scoring every pair and sorting gives, by score, then verdict, then id. `why` counts
    every pair's verdict, those without a score and what blocks the blocked, which takes longer. `threads` are used when there are many to rank for; they change no result.
    `progress` is called about every 50 ms with the pairs decided and all there are; what it raises, as
    Ctrl-C does, ends the work. Other threads of Python run on meanwhile.

    With `receive`, which is for many, nothing is given back: it is called with one ranking after the other, on this thread
    and in the order of those ranked for, as soon as some are ready, so that memory does not grow with them. What
    it raises ends the work, too.

    >>> import smaajob
    >>> market = smaajob.Market([{"format": "smaajob.opening/1", "id": "o-9", "tasks": [{"id": "boxes"}]}])
    >>> citizen = smaajob.Citizen.from_dict({"format": "smaajob.citizen/1", "id": "c-17", "needs": [],
    ...                                      "hours": {"min": 4, "max": 10}, "choice": "declined"})
    >>> ranking = smaajob.rank(citizen, market, why=True)
    >>> ranking.id, len(ranking.ranked), ranking.pairs, ranking.blocked_by
    ('c-17', 0, 1, {<Code.CHOICE_DECLINED: 'choice_declined'>: 1})
    >>> smaajob.rank(smaajob.Caseload([citizen]), market, receive=lambda ranking: print(ranking.id))
    c-17
    """
    numbers = Policy._from_any(policy)._native
    most, hands = whole(top, "/top"), whole(threads, "/threads", most=256)
    # Whose turn it is: for one, for many.
    if isinstance(ranked_for, Citizen) and isinstance(among, Market):
        one = _native.Ranking.new_for_citizen
    elif isinstance(ranked_for, Opening) and isinstance(among, Caseload):
        one = _native.Ranking.new_for_opening
    else:
        return _rank_many(ranked_for, among, (numbers, most, hands, bool(why)), progress, receive)
    if receive is not None:
        raise TypeError("one ranking is given back: receive is for those of a Caseload or a Market")
    return Ranking._wrap(one(ranked_for._native, among._native, numbers, most, bool(why), progress))


def _rank_many(
    ranked_for: Any,
    among: Any,
    means: Tuple[Any, ...],
    progress: Optional[Progress],
    receive: Optional[Callable[[Ranking], Any]],
) -> Optional[Rankings]:
    if isinstance(ranked_for, Caseload) and isinstance(among, Market):
        rank_all = _native.rank_citizens
    elif isinstance(ranked_for, Market) and isinstance(among, Caseload):
        rank_all = _native.rank_openings
    else:
        raise TypeError("rank a Market for a Citizen or a Caseload, or a Caseload for an Opening or a Market")
    if receive is not None:
        rank_all(ranked_for._native, among._native, *means, (_receiver(receive), progress))
        return None
    found = _native.Rankings(len(ranked_for))
    rank_all(ranked_for._native, among._native, *means, (found, progress))
    return Rankings._wrap(_Found(found))


def _receiver(receive: Callable[[Ranking], Any]) -> Callable[[Any], Any]:
    if not callable(receive):
        raise TypeError(f"receive: {type(receive).__name__}, expected what can be called with a Ranking")
    return lambda native: receive(Ranking._wrap(native))
