# SPDX-License-Identifier: Apache-2.0
"""Rankings: the best of many for one, or for each of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Dict, Optional, SupportsIndex, Tuple, Union, overload

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
