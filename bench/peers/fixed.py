# SPDX-License-Identifier: Apache-2.0
"""The arithmetic of a score as docs/scoring.md tells it: shortfalls in 2^-24, costs in 2^-20, whole numbers alone."""

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 50
ONE = 1 << 24
COST_BITS = 20
LN2 = Decimal(2).ln()


def log2(x):
    return Decimal(x).ln() / LN2


def whole(x, how=ROUND_HALF_UP):
    return int(x.quantize(Decimal(1), how))


LOGARITHMS = [whole((1 << COST_BITS) * log2(1 + Decimal(i) / 256)) for i in range(257)]
# The dearest mean cost of each score; a score of 0 costs anything.
DEAREST = [2**32 - 1] + [
    whole((-(1 << COST_BITS) * log2((Decimal(i) - Decimal("0.5")) / 1000)).quantize(Decimal("1e-30")), ROUND_FLOOR)
    for i in range(1, 1001)
]


def shortfall_of(part, all_of_it):
    return ONE if part >= all_of_it else (part << 24) // all_of_it


def cost_of(share, shortfall):
    """What a share, in thousandths, of a shortfall costs."""
    taken = share * shortfall // 1000
    if taken == 0:
        return 0
    factor = ONE - taken
    halvings = 25 - factor.bit_length()
    mantissa = factor << halvings
    at, rest = (mantissa - ONE) >> 16, mantissa & 0xFFFF
    logarithm = LOGARITHMS[at] + ((LOGARITHMS[at + 1] - LOGARITHMS[at]) * rest >> 16)
    return (halvings << COST_BITS) - logarithm


SHARES = {"must": 900, "should": 500, "nice": 200}
WHOLE = {strength: cost_of(share, ONE) for strength, share in SHARES.items()}
PRIOR_COMPETENCE = {strength: cost_of(share, shortfall_of(750, 1000)) for strength, share in SHARES.items()}
PRIOR_OTHER = {strength: cost_of(share, shortfall_of(500, 1000)) for strength, share in SHARES.items()}
FLOOR = cost_of(900, ONE)
WEIGHTS = {"competence": 400, "accommodation": 250, "hours_employer": 100, "hours_citizen": 100, "wish": 100, "travel": 50}
