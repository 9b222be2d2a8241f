# SPDX-License-Identifier: Apache-2.0
"""One comparison, what it costs, and how a reason is told."""

import functools
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 40


class Item:
    """One comparison: its shortfall as things stand, at worst and at best."""

    def __init__(self, subject, share, task=None, have=None, want=None):
        self.subject, self.share, self.task, self.have, self.want = subject, share, task, have, want
        self.untold = False

    def known(self, shortfall):
        self.is_known, self.low, self.value, self.high = True, shortfall, shortfall, shortfall
        return self

    def unknown(self, prior, low=Fraction(1), high=Fraction(0)):
        self.is_known, self.low, self.value, self.high = False, low, prior, high
        return self

    def document(self):
        state = "unknown" if not self.is_known else "short" if self.value else "met"
        found = {"subject": self.subject, "state": state, "have": self.have, "want": self.want}
        return dict(found, share=self.share, **({"task": self.task} if self.task else {}))


def reason(code, subject=None, task=None):
    named = {"code": code, "subject": subject, "task": task}
    return {name: value for name, value in named.items() if value is not None}


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


@functools.lru_cache(maxsize=None)
def ln(fraction):
    return decimal(fraction).ln()


@functools.lru_cache(maxsize=None)
def price(share, shortfall):
    """What an item costs: the logarithm of its factor, turned positive."""
    return -ln(1 - share * shortfall) if shortfall else Decimal(0)
