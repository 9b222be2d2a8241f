# SPDX-License-Identifier: Apache-2.0
"""Every score of a caseload and a market, and many matches, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Optional, SupportsIndex, Tuple, Union, overload

from . import _document, _native
from ._many import Caseload, Market
from ._match import Match, Score, score_of
from ._policy import Policy
from ._rows import Progress
from ._values import whole

_NUMBERS = 8
_BYTES = 4 * _NUMBERS


class Scores:
    """The score of each citizen, or some, of a caseload with every opening of a market.

    ``scores[i, j]`` is that of citizen i and opening j. It is also a table that anything which speaks
    Arrow can read, a row a pair: citizen, opening, verdict, score, low, high, coverage, potential and sides.

    >>> import smaajob
    >>> caseload = smaajob.Caseload([{"format": "smaajob.citizen/1", "id": "c-17", "needs": []}])
    >>> market = smaajob.Market([{"format": "smaajob.opening/1", "id": "o-9", "tasks": [{"id": "boxes"}]}])
    >>> scores = smaajob.scores(caseload, market)
    >>> scores, str(scores[0, 0].verdict)
    (<smaajob.Scores of 1 citizens and 1 openings>, 'unclear')
    """

    __slots__ = ("caseload", "market", "first", "shape", "_bytes")

    caseload: Caseload
    market: Market
    first: int
    """The number in the caseload of the first citizen."""
    shape: Tuple[int, int]
    """How many citizens, and how many openings."""
    _bytes: bytearray

    def __init__(self) -> None:
        raise TypeError("use smaajob.scores")

    @property
    def thousandths(self) -> memoryview:
        """The numbers as they are in memory: for each pair eight 32-bit ints.

        They are the verdict (0 blocked, 1 practice_only, 2 unclear, 3 fit), and score, low, high, coverage,
        potential and the two sides in thousandths, -1 where there is none. Of no pair it is empty, and has
        one dimension; else three: citizens, openings, numbers. ``numpy.asarray`` takes it without a copy.
        """
        flat = memoryview(self._bytes).toreadonly()
        return flat.cast("i", (*self.shape, _NUMBERS)) if len(flat) else flat.cast("i")

    def __getitem__(self, pair: Tuple[SupportsIndex, SupportsIndex]) -> Score:
        """The score of citizen i, counted from the first of these, and opening j."""
        i, j = range(self.shape[0])[pair[0]], range(self.shape[1])[pair[1]]
        start = _NUMBERS * (i * self.shape[1] + j)
        return score_of(memoryview(self._bytes).cast("i")[start : start + _NUMBERS].tolist())

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The table, made as it is read."""
        natives = self.caseload._native, self.market._native
        return _native.scores_table((natives, self._bytes), self._bytes, *natives, self.first, self.shape[0])

    def __repr__(self) -> str:
        return "<smaajob.Scores of {} citizens and {} openings>".format(*self.shape)


def scores(
    caseload: Caseload,
    market: Market,
    policy: Union[Policy, _document.Document, None] = None,
    first: SupportsIndex = 0,
    n: Optional[SupportsIndex] = None,
    threads: SupportsIndex = 1,
    progress: Optional[Progress] = None,
) -> Scores:
    """Score citizens `first` to `first + n` of a caseload, all when not said, with every opening of a market.

    Each score is that of :func:`score`, and takes 32 bytes. `threads` change no result. `progress` is called
    about every 50 ms with the pairs scored and all there are; what it raises, as Ctrl-C does, ends the
    work. Other threads of Python run on meanwhile.
    """
    if not isinstance(caseload, Caseload) or not isinstance(market, Market):
        raise TypeError("a Caseload and a Market are expected")
    start = whole(first, "/first")
    number = max(len(caseload) - start, 0) if n is None else whole(n, "/n")
    made = Scores.__new__(Scores)
    made.caseload, made.market, made.first, made.shape = caseload, market, start, (number, len(market))
    # More than there are: the library says so before it writes anything.
    made._bytes = bytearray(_BYTES * min(number, len(caseload)) * len(market))
    means = Policy._from_any(policy)._native, start, number, whole(threads, "/threads", most=256)
    _native.score_citizens(caseload._native, market._native, *means, made._bytes, progress)
    return made


class Matches:
    """Matches, explained, as a table that anything which speaks Arrow can read, with nested columns.

    The columns are the members of a ``smaajob.match/1`` document in their order, without format, engine,
    digests, questions and levers; the two sides, the plan and the timing are structs, and blockers, criteria
    with their items, tasks and attention are lists of structs.

    >>> import smaajob
    >>> match = smaajob.match({"format": "smaajob.citizen/1", "id": "c-17"},
    ...                       {"format": "smaajob.opening/1", "id": "o-9", "tasks": [{"id": "boxes"}]})
    >>> smaajob.Matches([match])
    <smaajob.Matches: 1>
    """

    __slots__ = ("_matches",)

    def __init__(self, matches: Iterable[Match]) -> None:
        self._matches = tuple(matches)
        if not all(isinstance(match, Match) for match in self._matches):
            raise TypeError("a Match is expected")

    @overload
    def __getitem__(self, i: SupportsIndex) -> Match: ...
    @overload
    def __getitem__(self, i: slice) -> Matches: ...
    def __getitem__(self, i: Union[SupportsIndex, slice]) -> Union[Match, Matches]:
        return Matches(self._matches[i]) if isinstance(i, slice) else self._matches[i]

    def __len__(self) -> int:
        return len(self._matches)

    def __iter__(self) -> Iterator[Match]:
        return iter(self._matches)

    def __eq__(self, other: object) -> bool:
        return self._matches == other._matches if isinstance(other, Matches) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._matches)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The table, a row a match, made as it is read."""
        return _native.matches_table(tuple(match._native for match in self._matches))

    def __repr__(self) -> str:
        return f"<smaajob.Matches: {len(self)}>"
