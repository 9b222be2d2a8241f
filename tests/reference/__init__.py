# SPDX-License-Identifier: Apache-2.0
"""An independent reading of how a match is made: plain, slow and exact, to hold the engine against.

Shortfalls and levels are fractions, capacities are maximum flows found by augmenting paths, and the
two sides' hours are chosen by trying every quarter-hour. Logarithms and powers are decimals of forty
digits. The engine keeps its costs in whole numbers of 2^-20, so a score that lies on the edge
between two thousandths may come out one thousandth apart; everything else is the same. Questions and
levers are answers and changes written into the documents, which are then scored again.

match (citizen, opening) gives what a match document holds, but for digests, losses and the schedule.
"""

from .compare import compare_with, differences
from .levers import levers_of
from .pair import Match, match
from .questions import questions_of
from .words import Vocabulary, exact_policy, words_of

__all__ = [
    "Match", "Vocabulary", "compare_with", "differences", "exact_policy", "levers_of", "match", "questions_of", "words_of",
]  # fmt: skip
