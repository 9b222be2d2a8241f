# SPDX-License-Identifier: Apache-2.0
"""Many citizens and many openings: caseloads, markets, and rankings of the one for the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Dict, List, Optional, SupportsIndex, Tuple, Union

from . import _document, _native
from ._citizen import Citizen
from ._match import Score, _score
from ._opening import Opening
from ._policy import Policy
from ._values import whole
from ._vocabulary import Vocabulary, native_of
from ._words import Code, Verdict, word_of


class Market:
    """Many openings, packed, of one vocabulary; each id once. Immutable.

    >>> import smaajob
    >>> market = smaajob.Market([{"format": "smaajob.opening/1", "id": "o-9", "tasks": [{"id": "boxes"}]}])
    >>> len(market), market[0]
    (1, 'o-9')
    """

    __slots__ = ("_native",)

    def __init__(
        self, openings: Iterable[Union[Opening, _document.Document]], vocabulary: Optional[Vocabulary] = None
    ) -> None:
        words = vocabulary
        made: List[Opening] = []
        for opening in openings:
            if words is None:
                words = opening.vocabulary if isinstance(opening, Opening) else Vocabulary()
            made.append(Opening._from_any(opening, words))
        builder = _native.MarketBuilder(native_of(words or Vocabulary()))
        for opening in made:
            builder.add_opening(opening._native)
        self._native = builder.build()

    @classmethod
    def from_ndjson(cls, text: _document.Text, vocabulary: Optional[Vocabulary] = None) -> Market:
        """A market of NDJSON, a ``smaajob.opening/1`` document a line."""
        words = native_of(vocabulary or Vocabulary())
        market = cls.__new__(cls)
        market._native = _document.from_json(lambda made: _native.Market.new_from_ndjson(words, made), text)
        return market

    def __len__(self) -> int:
        n: int = self._native.get_n_openings()
        return n

    def __getitem__(self, i: SupportsIndex) -> str:
        """The id of opening `i`."""
        id: str = self._native.get_opening_id_at(range(len(self))[i])
        return id


class Caseload:
    """Many citizens of one vocabulary; each id once. Immutable.

    >>> import smaajob
    >>> caseload = smaajob.Caseload([{"format": "smaajob.citizen/1", "id": "c-17"}])
    >>> len(caseload), caseload[0]
    (1, 'c-17')
    """

    __slots__ = ("_native",)

    def __init__(
        self, citizens: Iterable[Union[Citizen, _document.Document]], vocabulary: Optional[Vocabulary] = None
    ) -> None:
        words = vocabulary
        made: List[Citizen] = []
        for citizen in citizens:
            if words is None:
                words = citizen.vocabulary if isinstance(citizen, Citizen) else Vocabulary()
            made.append(Citizen._from_any(citizen, words))
        builder = _native.CaseloadBuilder(native_of(words or Vocabulary()))
        for citizen in made:
            builder.add_citizen(citizen._native)
        self._native = builder.build()

    @classmethod
    def from_ndjson(cls, text: _document.Text, vocabulary: Optional[Vocabulary] = None) -> Caseload:
        """A caseload of NDJSON, a ``smaajob.citizen/1`` document a line."""
        words = native_of(vocabulary or Vocabulary())
        caseload = cls.__new__(cls)
        caseload._native = _document.from_json(lambda made: _native.Caseload.new_from_ndjson(words, made), text)
        return caseload

    def __len__(self) -> int:
        n: int = self._native.get_n_citizens()
        return n

    def __getitem__(self, i: SupportsIndex) -> str:
        """The id of citizen `i`."""
        id: str = self._native.get_citizen_id_at(range(len(self))[i])
        return id


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
    """How many have no score, by verdict: the blocked, and those of whom nothing is known."""
    with_verdict: Dict[Verdict, int]
    """How many come to each verdict, scored or not; empty when blockers were not counted."""
    blocked_by: Dict[Code, int]
    """How many are blocked by what; empty when it was not counted."""

    def __iter__(self) -> Iterator[Ranked]:
        return iter(self.ranked)


def _read(native: _native.Ranking) -> Ranking:
    rows = map(native.get_ranked_at, range(native.get_n_ranked()))
    without = ((verdict, native.get_n_without_score(i)) for i, verdict in enumerate(Verdict))
    verdicts = ((verdict, native.get_n_with_verdict(i)) for i, verdict in enumerate(Verdict))
    blocked = ((word_of(Code, i), native.get_n_blocked_by(i)) for i in range(1, _native.CODE_NEED_REFUSED + 1))
    return Ranking(
        native.get_id(),
        tuple(Ranked(id, number, _score(score)) for number, id, score in rows),
        native.get_n_pairs(),
        native.get_n_scored(),
        {verdict: n for verdict, n in without if n},
        {verdict: n for verdict, n in verdicts if n},
        {code: n for code, n in blocked if n},
    )


def rank(
    ranked_for: Union[Citizen, Opening, Caseload, Market],
    among: Union[Market, Caseload],
    policy: Union[Policy, _document.Document, None] = None,
    top: SupportsIndex = 10,
    threads: SupportsIndex = 1,
    why: bool = False,
) -> Union[Ranking, List[Ranking]]:
    """The best `top` of a market for a citizen or each of a caseload, or of a caseload for an opening or each of a market.

    Exact: what scoring every pair and sorting gives, by score, then verdict, then id. `why` counts the
    verdicts, and what blocks the blocked. `threads` are used when there are many to rank for; they change no result.

    >>> import smaajob
    >>> market = smaajob.Market([{"format": "smaajob.opening/1", "id": "o-9", "tasks": [{"id": "boxes"}]}])
    >>> citizen = smaajob.Citizen.from_dict({"format": "smaajob.citizen/1", "id": "c-17", "needs": [],
    ...                                      "hours": {"min": 4, "max": 10}, "choice": "declined"})
    >>> ranking = smaajob.rank(citizen, smaajob.Market([], citizen.vocabulary), why=True)
    >>> ranking.id, len(ranking.ranked), ranking.pairs
    ('c-17', 0, 0)
    """
    numbers = Policy._from_any(policy)._native
    most, hands = whole(top, "/top"), whole(threads, "/threads")
    if isinstance(ranked_for, Citizen) and isinstance(among, Market):
        return _read(_native.Ranking.new_for_citizen(ranked_for._native, among._native, numbers, most, bool(why)))
    if isinstance(ranked_for, Opening) and isinstance(among, Caseload):
        return _read(_native.Ranking.new_for_opening(ranked_for._native, among._native, numbers, most, bool(why)))
    if isinstance(ranked_for, Caseload) and isinstance(among, Market):
        found = _native.rank_citizens(ranked_for._native, among._native, numbers, most, hands, bool(why))
    elif isinstance(ranked_for, Market) and isinstance(among, Caseload):
        found = _native.rank_openings(ranked_for._native, among._native, numbers, most, hands, bool(why))
    else:
        raise TypeError("rank a Market for a Citizen or a Caseload, or a Caseload for an Opening or a Market")
    return [_read(found.take_at(i)) for i in range(found.get_n())]
