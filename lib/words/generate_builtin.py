#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the built-in vocabulary as C: generate_builtin.py CONDITIONS GATES COMPETENCIES BROADER OUTPUT"""

import sys

ESCO = "http://data.europa.eu/esco/"


def read_table(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def id_of(uri):
    if not uri.startswith(ESCO):
        sys.exit(f"{uri} is not a concept of ESCO")
    name = uri[len(ESCO) :]
    if name.startswith("skill/"):
        name = name[len("skill/") :]
    return "esco:" + name.replace("/", ":")


def quote(text):
    """A C string of ASCII alone, whatever the compiler takes source text to be."""
    if not text:
        return "NULL"
    octets = text.encode("utf-8")
    if any(octet < 0x20 for octet in octets):
        sys.exit(f"{text!r} has a control character")
    return '"' + "".join(chr(o) if o < 0x80 and o not in b'"\\?' else f"\\{o:03o}" for o in octets) + '"'


def condition_row(row):
    unit = row["unit"] if row["type"] == "ceiling" else ""
    fields = [
        quote(row["id"]),
        "SMAAJOB_KIND_" + row["kind"].upper(),
        "SMAAJOB_CONDITION_" + row["type"].upper(),
        *(quote(text) for text in (unit, row["label_da"], row["label_en"], row["icf"], row["onet"])),
    ]
    return "{ " + ", ".join(fields) + " }"


def word_row(word_id, row):
    return f"{{ {quote(word_id)}, {quote(row['label_da'])}, {quote(row['label_en'])} }}"


def table(kind, name, rows):
    yield f"const {kind} {name}[] = {{"
    yield from (f"  {row}," for row in rows)
    yield "};"
    yield f"const size_t n_{name} = {len(rows)};"


def generate(conditions, gates, concepts, broader):
    numbers = {row["esco_uri"]: number for number, row in enumerate(concepts)}
    edges = sorted((numbers[row["esco_uri"]], numbers[row["broader_esco_uri"]]) for row in broader)
    members = [row for row in conditions if row["type"] == "member"]
    conditions = [row for row in conditions if row["type"] != "member"]

    yield "/* Made by generate_builtin.py. */"
    yield '#include "words/builtin.h"'
    yield from table("SmaajobCondition", "builtin_conditions", [condition_row(row) for row in conditions])
    yield from table("SmaajobWord", "builtin_gates", [word_row(row["id"], row) for row in gates])
    yield from table("SmaajobWord", "builtin_concepts", [word_row(id_of(row["esco_uri"]), row) for row in concepts])
    yield from table("BuiltinBroader", "builtin_broader", [f"{{ {child}, {parent} }}" for child, parent in edges])
    member_rows = [f"{{ {quote(row['id'])}, {quote(row['expressed_by'])} }}" for row in members]
    yield from table("BuiltinMember", "builtin_members", member_rows)


def main():
    *inputs, output = sys.argv[1:]
    text = "\n".join(generate(*(read_table(path) for path in inputs))) + "\n"
    with open(output, "w", encoding="ascii", newline="\n") as file:
        file.write(text)


if __name__ == "__main__":
    main()
