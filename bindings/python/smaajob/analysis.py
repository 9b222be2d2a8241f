# SPDX-License-Identifier: Apache-2.0
"""An analyst's questions, each a function with a plot: ``result.plot()``, which takes matplotlib.

Every score and verdict in them is the library's own. Where a number is uncertain its interval is of 95 %
unless said otherwise, and the method is named at the function.
"""

from __future__ import annotations

import math
import random
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Set, Tuple, Union

from . import _document, _plots
from ._citizen import Citizen
from ._many import Caseload, Market
from ._match import match
from ._opening import Opening
from ._policy import Policy
from ._ranking import rank
from ._rows import Progress
from ._scores import Scores, scores
from ._words import Ask, Code, CriterionId, Verdict

__all__ = [
    "Comparison",
    "Distribution",
    "Fairness",
    "Gap",
    "Group",
    "Interval",
    "Opened",
    "Openers",
    "Sensitivity",
    "NOBODY",
    "compare",
    "distribution",
    "fairness",
    "newcombe",
    "questions",
    "sensitivity",
    "wilson",
]

AnyPolicy = Union[Policy, _document.Document, None]
_VERDICTS = tuple(Verdict)
NOBODY = ""
"""Who is best where weights leave nothing that is known: there is no score then."""
_OF_A_TASK = (Code.TASK_HOURS_UNKNOWN, Code.WINDOWS_UNKNOWN, Code.REQUIREMENTS_UNKNOWN)
_BLOCK = 1 << 20
"""Pairs scored at a time, so that the memory for them is bounded."""


@dataclass(frozen=True)
class Interval:
    """An estimate, and the ends of its interval."""

    value: float
    low: float
    high: float


def wilson(n_of: int, n: int, level: float = 0.95) -> Interval:
    """A share and its score interval, after Wilson (1927); of none it is the whole of 0–1.

    >>> from smaajob import analysis
    >>> share = analysis.wilson(81, 263)
    >>> f"{share.value:.4f} ({share.low:.4f} to {share.high:.4f})"
    '0.3080 (0.2553 to 0.3662)'
    """
    if not 0 <= n_of <= n:
        raise ValueError(f"{n_of} of {n} is no share")
    if n == 0:
        return Interval(math.nan, 0.0, 1.0)
    z, p = _z(level), n_of / n
    middle = p + z * z / (2 * n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    ends = [(middle + end) / (1 + z * z / n) for end in (-half, half)]
    # At the edges it is exact, but for the last bit of the arithmetic.
    return Interval(p, 0.0 if n_of == 0 else ends[0], 1.0 if n_of == n else ends[1])


def newcombe(a: Tuple[int, int], b: Tuple[int, int], level: float = 0.95) -> Interval:
    """The difference of two shares, a − b, with the hybrid score interval: method 10 of Newcombe (1998).

    >>> from smaajob import analysis
    >>> gap = analysis.newcombe((56, 70), (48, 80))
    >>> f"{gap.value:.4f} ({gap.low:.4f} to {gap.high:.4f})"
    '0.2000 (0.0524 to 0.3339)'
    """
    one, two = wilson(*a, level=level), wilson(*b, level=level)
    p, q = one.value, two.value
    return Interval(p - q, p - q - math.hypot(p - one.low, two.high - q), p - q + math.hypot(one.high - p, q - two.low))


@dataclass(frozen=True)
class Distribution:
    """How the pairs of a caseload and a market come out."""

    pairs: int
    verdicts: Dict[Verdict, int]
    thousandths: Dict[int, int]
    """How many pairs have which score, of those that have one."""
    blocked_by: Dict[Code, int]
    """How many pairs are blocked by what; a pair may be by several."""

    def plot(self, axes: Any = None) -> Any:
        """The scores as a histogram, and beside it what blocks the blocked; `axes` are two of matplotlib's."""
        return _plots.distribution(self, axes)


def distribution(
    caseload: Caseload, market: Market, policy: AnyPolicy = None, threads: int = 1, progress: Optional[Progress] = None
) -> Distribution:
    """Score every pair, and tell what blocks the blocked."""
    verdicts: Counter[int] = Counter()
    found: Counter[int] = Counter()
    for part in _parts(caseload, market, policy, threads, progress):
        flat = memoryview(part.thousandths).cast("B").cast("i")
        verdicts.update(flat[0::8])
        found.update(flat[1::8])
    found.pop(-1, None)
    blocked: Counter[Code] = Counter()
    for ranking in rank(caseload, market, policy, top=0, threads=threads, why=True):
        blocked.update(ranking.blocked_by)
    return Distribution(
        len(caseload) * len(market),
        {verdict: verdicts[i] for i, verdict in enumerate(_VERDICTS)},
        dict(sorted(found.items())),
        dict(blocked.most_common()),
    )


@dataclass(frozen=True)
class Opened:
    """An unanswered question, and what its answer would decide."""

    code: Code
    subject: str
    """What it is about; ``tasks`` when it is about one task or another, which each opening has its own of."""
    openings: int
    """Of how many openings it is unanswered, among the pairs looked at."""
    pairs: int
    """For how many pairs its answer alone changes the verdict."""
    citizens: int
    """For how many citizens it does so for some opening."""
    swing: float
    """How far apart the best and the worst answer put the score, on average where it is asked."""


@dataclass(frozen=True)
class Openers:
    """The questions to a side, the one that opens most matches first."""

    ask: Ask
    looked_at: int
    """Pairs that were looked at: not fit, not blocked."""
    pairs: int
    """Pairs there are."""
    questions: Tuple[Opened, ...]

    def plot(self, axes: Any = None, most: int = 12) -> Any:
        """The first of them as bars."""
        return _plots.openers(self, axes, most)


def questions(
    citizens: Iterable[Union[Citizen, _document.Document]],
    openings: Iterable[Union[Opening, _document.Document]],
    policy: AnyPolicy = None,
    ask: Union[Ask, str] = Ask.EMPLOYER,
    most: int = 20_000,
    seed: int = 1,
) -> Openers:
    """Which unanswered question, asked of all employers, opens most matches: answered alone, it changes the verdict.

    Looked at are pairs that are neither fit nor blocked; when there are more than `most`, so many drawn
    evenly by `seed`.
    """
    people, jobs = list(citizens), list(openings)
    caseload, market = Caseload(people), Market(jobs)
    wanted = Ask(ask)
    # Objects are made once for each, not once a pair.
    given = [c if isinstance(c, Citizen) else Citizen._from_any(c, caseload.vocabulary) for c in people]
    offered = [o if isinstance(o, Opening) else Opening._from_any(o, market.vocabulary) for o in jobs]
    open_pairs = _open_pairs(caseload, market, policy)
    drawn = open_pairs if len(open_pairs) <= most else sorted(random.Random(seed).sample(open_pairs, most))
    numbers = Policy._from_any(policy)
    told: Dict[Tuple[Code, str], _Asked] = {}
    for i, j in drawn:
        for question in match(given[i], offered[j], numbers).questions:
            if question.ask == wanted:
                subject = "tasks" if question.code in _OF_A_TASK else question.subject
                told.setdefault((question.code, subject), _Asked()).add(i, j, question.decides, question.swing)
    found = [asked.opened(*key) for key, asked in told.items()]
    found.sort(key=lambda opened: (-opened.pairs, -opened.swing, opened.code, opened.subject))
    return Openers(wanted, len(drawn), len(people) * len(jobs), tuple(found))


@dataclass(frozen=True)
class Sensitivity:
    """How firmly the best stay the best when the weights are others."""

    draws: int
    spread: float
    shares: Dict[str, Interval]
    """For each citizen with a match: the share of weights under which the best of the policy stays the best."""
    winners: Dict[str, Dict[str, int]]
    """For each citizen: which opening was best how often; ``""`` where none had a score."""

    def plot(self, axes: Any = None) -> Any:
        """The shares, ordered, with their intervals."""
        return _plots.sensitivity(self, axes)


def sensitivity(
    ranked_for: Union[Citizen, Caseload],
    market: Market,
    policy: AnyPolicy = None,
    draws: int = 200,
    spread: float = 1.0,
    seed: int = 1,
    threads: int = 1,
) -> Sensitivity:
    """The share of weight space in which the top of each ranking stays the top.

    So many weights are drawn evenly from all there are (of a flat Dirichlet distribution), and each ranking
    is made with them by the library. With `spread` below 1 they lie that far from the policy's own towards
    those drawn. The interval of a share is Wilson's.
    """
    if not 0 < spread <= 1 or draws < 1:
        raise ValueError("spread is above 0 and at most 1, and draws are at least 1")
    caseload = Caseload([ranked_for]) if isinstance(ranked_for, Citizen) else ranked_for
    base = Policy._from_any(policy)
    dice = random.Random(seed)
    best = _tops(caseload, market, base, threads)
    winners: Dict[str, Counter[str]] = {id: Counter() for id in best}
    for _ in range(draws):
        drawn = _tops(caseload, market, _drawn_policy(base, spread, dice), threads)
        for id in winners:
            winners[id][drawn.get(id, NOBODY)] += 1
    shares = {id: wilson(winners[id][top], draws) for id, top in best.items()}
    return Sensitivity(draws, spread, shares, {id: dict(found.most_common()) for id, found in winners.items()})


@dataclass(frozen=True)
class Comparison:
    """What another policy changes."""

    pairs: int
    verdicts: Dict[Tuple[Verdict, Verdict], int]
    """How many pairs go from which verdict to which."""
    changes: Dict[int, int]
    """How many pairs' scores change by how many thousandths, of those that have one under both."""
    best_kept: Interval
    """The share of citizens whose best opening stays the same; the interval is Wilson's."""
    top_kept: float
    """How much of the best `top` of a citizen is the same, on average: those in both over those in either."""
    top: int

    def plot(self, axes: Any = None) -> Any:
        """The verdicts as a table, and beside it the changes as a histogram; `axes` are two of matplotlib's."""
        return _plots.comparison(self, axes)


def compare(
    caseload: Caseload, market: Market, before: AnyPolicy, after: AnyPolicy, top: int = 10, threads: int = 1
) -> Comparison:
    """Score every pair and rank for every citizen under two policies."""
    verdicts: Counter[Tuple[int, int]] = Counter()
    changes: Counter[int] = Counter()
    for one, two in zip(_parts(caseload, market, before, threads), _parts(caseload, market, after, threads)):
        a, b = (memoryview(part.thousandths).cast("B").cast("i") for part in (one, two))
        verdicts.update(zip(a[0::8], b[0::8]))
        changes.update(y - x for x, y in zip(a[1::8], b[1::8]) if x >= 0 and y >= 0)
    same = compared = 0
    overlap = 0.0
    for was, now in zip(rank(caseload, market, before, top, threads), rank(caseload, market, after, top, threads)):
        first, second = ([ranked.id for ranked in ranking] for ranking in (was, now))
        if first or second:
            compared += 1
            same += first[:1] == second[:1]
            overlap += len({*first} & {*second}) / len({*first} | {*second})
    return Comparison(
        len(caseload) * len(market),
        {(_VERDICTS[x], _VERDICTS[y]): n for (x, y), n in sorted(verdicts.items())},
        dict(sorted(changes.items())),
        wilson(same, compared),
        overlap / compared if compared else math.nan,
        top,
    )


@dataclass(frozen=True)
class Group:
    """Citizens of one value of the analyst's column."""

    name: str
    citizens: int
    selected: int
    """Among the best of some opening."""
    rate: Interval
    """The share selected, with Wilson's interval."""
    best: float
    """The best score of each, 0 where there is none, on average."""
    coverage: float
    """How much is known of what is asked about them, on average."""


@dataclass(frozen=True)
class Gap:
    """How a group comes out beside the largest."""

    group: str
    beside: str
    rate: Interval
    """The difference of the shares selected: method 10 of Newcombe (1998)."""
    ratio: float
    """Of the two shares; nan when nobody of the largest is selected."""
    best: Interval
    """The difference of the best scores on average, with a percentile bootstrap interval (Efron, 1979)."""
    coverage: float
    """The difference of what is known, on average: an unknown costs points too."""


@dataclass(frozen=True)
class Fairness:
    """Selection and scores, by groups that the library knows nothing of."""

    top: int
    level: float
    groups: Tuple[Group, ...]
    """The largest first."""
    gaps: Tuple[Gap, ...]
    left_out: int
    """Citizens without a group, or of one with fewer than `least`: nothing is told of so few."""

    def plot(self, axes: Any = None) -> Any:
        """The share selected of each group, and beside it the gaps in score; `axes` are two of matplotlib's."""
        return _plots.fairness(self, axes)


def fairness(
    caseload: Caseload,
    market: Market,
    groups: Union[Mapping[str, Any], Sequence[Any]],
    policy: AnyPolicy = None,
    top: int = 10,
    least: int = 10,
    level: float = 0.95,
    draws: int = 2000,
    seed: int = 1,
    threads: int = 1,
) -> Fairness:
    """Whether groups of citizens come out alike. The groups never enter the library: results alone are grouped.

    `groups` is a mapping from citizens' ids, or a value for each citizen of the caseload in its order; None is
    no group. A citizen is selected who is among the best `top` of some opening. Nothing is told of a group
    with fewer than `least` citizens. A gap is no proof of unfairness, and no gap none of fairness: few
    citizens make wide intervals, and an interval says nothing of why.
    """
    ids = list(caseload)
    values = [groups.get(id) for id in ids] if isinstance(groups, Mapping) else list(groups)
    if len(values) != len(ids):
        raise ValueError(f"{len(values)} groups for {len(ids)} citizens")
    members: Dict[str, List[int]] = {}
    for number, value in enumerate(values):
        # What is missing in a data frame is NaN, which alone is not itself.
        if value is not None and value == value:
            members.setdefault(str(value), []).append(number)
    told = sorted((group for group in members.items() if len(group[1]) >= least), key=lambda g: (-len(g[1]), g[0]))
    chosen = {ranked.number for ranking in rank(market, caseload, policy, top, threads) for ranked in ranking}
    best, coverage = _outcomes(caseload, market, policy, threads)
    made = tuple(_group(name, numbers, chosen, best, coverage, level) for name, numbers in told)
    dice = random.Random(seed)
    gaps = tuple(
        _gap(made[0], made[i], [[best[n] for n in told[k][1]] for k in (i, 0)], level, draws, dice)
        for i in range(1, len(made))
    )
    return Fairness(top, level, made, gaps, len(ids) - sum(group.citizens for group in made))


def _z(level: float) -> float:
    if not 0 < level < 1:
        raise ValueError("a level is between 0 and 1")
    return statistics.NormalDist().inv_cdf((1 + level) / 2)


def _parts(
    caseload: Caseload, market: Market, policy: AnyPolicy, threads: int, progress: Optional[Progress] = None
) -> Iterable[Scores]:
    """The scores of some citizens at a time."""
    n, step = len(market), max(1, _BLOCK // max(1, len(market)))
    if n == 0:
        return
    for first in range(0, len(caseload), step):
        number = min(step, len(caseload) - first)
        told = None
        if progress is not None:
            call, before = progress, first * n
            told = lambda done, all: call(before + done, len(caseload) * n)  # noqa: E731
        yield scores(caseload, market, policy, first, number, threads, told)


def _open_pairs(caseload: Caseload, market: Market, policy: AnyPolicy) -> List[Tuple[int, int]]:
    wanted = {_VERDICTS.index(Verdict.UNCLEAR), _VERDICTS.index(Verdict.PRACTICE_ONLY)}
    found: List[Tuple[int, int]] = []
    for part in _parts(caseload, market, policy, 1):
        verdicts = memoryview(part.thousandths).cast("B").cast("i")[0::8]
        for at, verdict in enumerate(verdicts):
            if verdict in wanted:
                found.append((part.first + at // len(market), at % len(market)))
    return found


class _Asked:
    """What is heard of one question."""

    def __init__(self) -> None:
        self.openings: Set[int] = set()
        self.decided: Set[Tuple[int, int]] = set()
        self.asked = 0
        self.swing = 0.0

    def add(self, citizen: int, opening: int, decides: bool, swing: float) -> None:
        self.asked += 1
        self.swing += swing
        self.openings.add(opening)
        if decides:
            self.decided.add((citizen, opening))

    def opened(self, code: Code, subject: str) -> Opened:
        citizens = {citizen for citizen, _ in self.decided}
        return Opened(code, subject, len(self.openings), len(self.decided), len(citizens), self.swing / self.asked)


def _tops(caseload: Caseload, market: Market, policy: Policy, threads: int) -> Dict[str, str]:
    return {r.id: r.ranked[0].id for r in rank(caseload, market, policy, top=1, threads=threads) if r.ranked}


def _drawn_policy(base: Policy, spread: float, dice: random.Random) -> Policy:
    """The same policy with weights drawn, in whole thousandths that sum to 1000."""
    names = [str(criterion) for criterion in CriterionId]
    thrown = [dice.expovariate(1) for _ in names]
    document = base.to_dict()
    own = [document["weights"][name] for name in names]
    wanted = [1000 * ((1 - spread) * w + spread * t / sum(thrown)) for w, t in zip(own, thrown)]
    whole = [math.floor(w) for w in wanted]
    for i in sorted(range(len(names)), key=lambda i: whole[i] - wanted[i])[: 1000 - sum(whole)]:
        whole[i] += 1
    document["weights"] = {name: weight / 1000 for name, weight in zip(names, whole)}
    return Policy.from_dict(document)


def _outcomes(
    caseload: Caseload, market: Market, policy: AnyPolicy, threads: int
) -> Tuple[List[float], List[float]]:
    """Each citizen's best score, and what is known on average."""
    best, coverage, n = [], [], len(market)
    for part in _parts(caseload, market, policy, threads):
        flat = memoryview(part.thousandths).cast("B").cast("i")
        for i in range(part.shape[0]):
            row = flat[8 * n * i : 8 * n * (i + 1)]
            best.append(max(0, max(row[1::8])) / 1000)
            coverage.append(sum(row[4::8]) / n / 1000)
    return best or [0.0] * len(caseload), coverage or [0.0] * len(caseload)


def _group(
    name: str, numbers: List[int], chosen: Set[int], best: List[float], coverage: List[float], level: float
) -> Group:
    selected = sum(number in chosen for number in numbers)
    means = (statistics.fmean(told[n] for n in numbers) for told in (best, coverage))
    return Group(name, len(numbers), selected, wilson(selected, len(numbers), level), *means)


def _gap(largest: Group, group: Group, best: List[List[float]], level: float, draws: int, dice: random.Random) -> Gap:
    rate = newcombe((group.selected, group.citizens), (largest.selected, largest.citizens), level)
    drawn = sorted(
        statistics.fmean(dice.choices(best[0], k=len(best[0]))) - statistics.fmean(dice.choices(best[1], k=len(best[1])))
        for _ in range(draws)
    )
    ends = [drawn[min(draws - 1, max(0, round(share * draws - 0.5)))] for share in ((1 - level) / 2, (1 + level) / 2)]
    ratio = group.rate.value / largest.rate.value if largest.selected else math.nan
    score = Interval(group.best - largest.best, *ends)
    return Gap(group.name, largest.name, rate, ratio, score, group.coverage - largest.coverage)
