#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the municipalities as C: generate_municipalities.py TABLE OUTPUT"""

import sys

with open(sys.argv[1], encoding="utf-8") as table:
    rows = [line.split("\t") for line in table if line[0].isdigit()]
with open(sys.argv[2], "w", encoding="ascii") as out:
    out.write("/* SPDX-License-Identifier: Apache-2.0; made by generate_municipalities.py */\n")
    out.write("static const Municipality municipalities[] = {\n")
    out.writelines(f"  {{{code}, {lat}, {lon}, {hundreds}, {km2.strip()}}},\n" for code, _, lat, lon, hundreds, km2 in rows)
    out.write("};\n")
