#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write the three tables of base/fixed.c, from 50-digit decimals so that every machine gives the same."""
import sys
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 50
ONE = Decimal(1 << 20)
LN2 = Decimal(2).ln()


def log2(x):
    return x.ln() / LN2


def table(name, values):
    rows = [", ".join(str(v) for v in values[i:i + 8]) for i in range(0, len(values), 8)]
    return f"static const uint32_t {name}[{len(values)}] = {{\n  " + ",\n  ".join(rows) + ",\n};\n"


# 2^20 · log2 (1 + i/256)
logarithms = [int((ONE * log2(1 + Decimal(i) / 256)).quantize(Decimal(1), ROUND_HALF_UP))
              for i in range(257)]
# 2^20 · 2^(−i/256)
powers = [int((ONE * (-LN2 * Decimal(i) / 256).exp()).quantize(Decimal(1), ROUND_HALF_UP))
          for i in range(257)]
# the most a score of i thousandths or more can cost: −log2 ((i − ½)/1000), in 2^-20; 0 costs anything
# (to 30 places first: where the logarithm is a whole number it must not fall just below)
dearest = [2**32 - 1] + [int((-ONE * log2((Decimal(i) - Decimal("0.5")) / 1000))
                             .quantize(Decimal("1e-30")).quantize(Decimal(1), ROUND_FLOOR))
                         for i in range(1, 1001)]

with open(sys.argv[1], "w", encoding="utf-8") as out:
    out.write("/* SPDX-License-Identifier: Apache-2.0; made by generate_fixed.py */\n")
    out.write(table("logarithms", logarithms))
    out.write(table("powers", powers))
    out.write(table("dearest", dearest))
