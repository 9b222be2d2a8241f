# SPDX-License-Identifier: Apache-2.0
"""The concepts and how near they are to one another."""

import csv
import json
from pathlib import Path

PREFIX = "http://data.europa.eu/esco/"
DATA = Path(__file__).resolve().parents[2] / "lib" / "words" / "data"


def id_of(uri):
    return "esco:" + uri.removeprefix(PREFIX).removeprefix("skill/").replace("/", ":")


def rows_of(name):
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


class Words:
    def __init__(self, vocabulary=None):
        self.parents, self.children, self.near = {}, {}, {}
        self.types = {row["id"]: row["type"] for row in rows_of("conditions.tsv")}
        self.gates = [row["id"] for row in rows_of("gates.tsv")]
        pairs = [(id_of(row["esco_uri"]), id_of(row["broader_esco_uri"])) for row in rows_of("broader.tsv")]
        if vocabulary:
            document = json.loads(Path(vocabulary).read_text(encoding="utf-8"))
            pairs += [(c["id"], b) for c in document["competencies"] for b in c.get("broader", [])]
        for narrow, wide in dict.fromkeys(pairs):
            self.parents.setdefault(narrow, []).append(wide)
            self.children.setdefault(wide, []).append(narrow)

    def around(self, held):
        """What a held concept speaks for: wanted concept -> (similarity in millionths, whether it can master it)."""
        if held not in self.near:
            self.near[held] = self.find_around(held)
        return self.near[held]

    def find_around(self, held):
        found = {}

        def note(wanted, similarity, masters):
            before = found.get(wanted, (0, False))
            found[wanted] = (max(before[0], similarity), before[1] or masters)

        note(held, 1_000_000, True)
        for parent in self.parents.get(held, []):
            note(parent, 900_000, True)
            for above in self.parents.get(parent, []):
                note(above, 810_000, True)
            for sibling in self.children[parent]:
                if sibling != held:
                    note(sibling, 630_000, False)
        for child in self.children.get(held, []):
            note(child, 700_000, False)
            for below in self.children.get(child, []):
                note(below, 490_000, False)
            for parent in self.parents[child]:
                if parent != held:
                    note(parent, 630_000, False)
        return found
