# SPDX-License-Identifier: Apache-2.0
"""The plots of the analysis, with matplotlib where it is there. Each gives back the axes it drew on."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Dict, List

from ._words import Verdict

if TYPE_CHECKING:
    from .analysis import Comparison, Distribution, Fairness, Openers, Sensitivity

_BLUE, _GREY, _RED = "#1f5a96", "#8a9099", "#b03a2e"
_BIN = 25


def _axes(axes: Any, n: int, width: float, height: float) -> List[Any]:
    if axes is not None:
        return list(axes) if n > 1 else [axes]
    try:
        pyplot = importlib.import_module("matplotlib.pyplot")
    except ImportError:
        raise ImportError("a plot takes matplotlib: pip install smaajob[plots]") from None
    _, made = pyplot.subplots(1, n, figsize=(width, height), layout="constrained", squeeze=False)
    return list(made[0])


def _words(code: Any) -> str:
    return str(code).replace("_", " ")


def _plain(axes: Any) -> None:
    axes.spines[["top", "right"]].set_visible(False)


def _bars(axes: Any, names: List[str], numbers: List[int], color: str) -> None:
    at = range(len(names))
    axes.barh(at, numbers, color=color)
    axes.set_yticks(at, names)
    axes.invert_yaxis()
    for y, number in zip(at, numbers):
        axes.annotate(f"{number:,}", (number, y), (3, 0), textcoords="offset points", va="center", fontsize=8)
    axes.margins(x=0.15)
    _plain(axes)


def distribution(told: Distribution, axes: Any) -> Any:
    """Scores, and what blocks."""
    left, right = _axes(axes, 2, 11, 4)
    n = [0] * (1000 // _BIN)
    for thousandths, number in told.thousandths.items():
        n[min(thousandths // _BIN, len(n) - 1)] += number
    left.bar([i * _BIN / 1000 for i in range(len(n))], n, width=_BIN / 1000, align="edge", color=_BLUE, edgecolor="white")
    scored = sum(n)
    left.set(xlabel="score", ylabel="pairs", xlim=(0, 1), title=f"{scored:,} of {told.pairs:,} pairs have a score")
    _plain(left)
    _bars(right, [_words(code) for code in told.blocked_by], list(told.blocked_by.values()), _RED)
    right.set(xlabel="pairs", title=f"What blocks {told.verdicts[Verdict.BLOCKED]:,} pairs")
    return left, right


def openers(told: Openers, axes: Any, most: int) -> Any:
    """Questions by the pairs they decide."""
    (one,) = _axes(axes, 1, 8, 0.35 * min(most, max(1, len(told.questions))) + 1.5)
    first = told.questions[:most]
    _bars(one, [f"{_words(q.code)}: {q.subject}" for q in first], [q.pairs for q in first], _BLUE)
    one.set(xlabel="pairs whose verdict the answer alone changes", title=f"What to ask the {told.ask}")
    return one


def sensitivity(told: Sensitivity, axes: Any) -> Any:
    """Shares, the firmest first."""
    (one,) = _axes(axes, 1, 8, 4)
    shares = sorted(told.shares.values(), key=lambda share: -share.value)
    at = range(1, len(shares) + 1)
    one.vlines(at, [s.low for s in shares], [s.high for s in shares], color=_GREY, linewidth=1)
    one.plot(at, [s.value for s in shares], "o", color=_BLUE, markersize=3)
    one.set(ylim=(0, 1.02), xlabel="citizens, the firmest first", ylabel="share of the weights")
    one.set_title(f"Where the best opening stays the best ({told.draws} draws of the weights)")
    _plain(one)
    return one


def comparison(told: Comparison, axes: Any) -> Any:
    """Verdicts before and after, and how scores change."""
    left, right = _axes(axes, 2, 11, 4.2)
    names = list(Verdict)
    table = [[told.verdicts.get((was, now), 0) for now in names] for was in names]
    most = max(1, *(n for row in table for n in row))
    left.imshow([[(n / most) ** 0.5 for n in row] for row in table], cmap="Blues", vmin=0, vmax=1.3)
    for y, row in enumerate(table):
        for x, n in enumerate(row):
            left.text(x, y, f"{n:,}", ha="center", va="center", fontsize=9)
    labels = [_words(name) for name in names]
    left.set_xticks(range(len(names)), labels, rotation=20)
    left.set_yticks(range(len(names)), labels)
    left.set(xlabel="after", ylabel="before", title="Verdicts of all pairs")
    moved = {change: n for change, n in told.changes.items() if change}
    bins: Dict[int, int] = {}
    for change, n in moved.items():
        bins[round(change / 10)] = bins.get(round(change / 10), 0) + n
    right.bar([at / 100 for at in bins], list(bins.values()), width=0.01, color=_BLUE, edgecolor="white", linewidth=0.5)
    right.axvline(0, color=_GREY, linewidth=1)
    right.set(xlabel="change of the score", ylabel="pairs", title=f"{sum(moved.values()):,} scores change")
    right.text(
        0.02, 0.97, f"{told.best_kept.value:.0%} keep their best opening", transform=right.transAxes, va="top", fontsize=9
    )
    _plain(right)
    return left, right


def fairness(told: Fairness, axes: Any) -> Any:
    """Shares selected, and gaps in score."""
    left, right = _axes(axes, 2, 11, 0.5 * max(2, len(told.groups)) + 2)
    _intervals(left, [(f"{g.name} ({g.citizens})", g.rate) for g in told.groups])
    left.set(xlim=(0, 1), xlabel=f"share among the best {told.top} of some opening", title="Selected")
    _intervals(right, [(gap.group, gap.best) for gap in told.gaps])
    right.axvline(0, color=_GREY, linewidth=1, linestyle="--")
    right.set_xlabel("best score, beside " + (told.gaps[0].beside if told.gaps else "nobody"))
    right.set_title("Gap in score")
    return left, right


def _intervals(axes: Any, rows: Any) -> None:
    at = range(len(rows))
    axes.hlines(at, [i.low for _, i in rows], [i.high for _, i in rows], color=_GREY, linewidth=2)
    axes.plot([i.value for _, i in rows], at, "o", color=_BLUE)
    axes.set_yticks(at, [name for name, _ in rows])
    axes.set_ylim(len(rows) - 0.5, -0.5)
    _plain(axes)
