# SPDX-License-Identifier: Apache-2.0
"""The smaajob program: what the manual page says of a ranking's members is what is written."""

import csv
import io
import json
import os
import re
import unittest

from cli import CITIZEN, CliTest, line, load, OPENING, read, run, SOURCE

PAGE = read(os.path.join(SOURCE, "bindings", "cli", "smaajob.1"))


def documented(heading):
    """The words of a part of the section on rankings."""
    section = re.search(r"^\.Sh RANKINGS\n(.*?)^\.Sh ", PAGE, flags=re.M | re.S).group(1)
    part = re.search(rf"^\.Ss {heading}\n(.*?)(?:^\.Ss |\Z)", section, flags=re.M | re.S).group(1)
    lines = re.findall(r"^\.(?:It )?Va (.*)$", part, flags=re.M)
    return {word for one in lines for word in re.findall(r"\b[a-z_]+", one)}


def members(value):
    if isinstance(value, list):
        return set().union(*map(members, value))
    if isinstance(value, dict):
        return set(value).union(*map(members, value.values()))
    return set()


class MembersTest(CliTest):
    def setUp(self):
        super().setUp()
        practice = {**load(OPENING), "terms": {"paid": "no", "practice": "no"}}
        unknown = {**load(OPENING), "id": "u", "terms": {}, "gates": ["gate_driving_licence"]}
        citizen = load(CITIZEN)
        citizen.pop("gates", None)
        self.c = self.file("c.ndjson", line(citizen))
        self.o = self.file("o.ndjson", b"".join(map(line, (practice, unknown))))

    def rank(self, *arguments):
        """What is printed of either."""
        return [run("rank", "--citizens", self.c, "--openings", self.o, "--by", by, *arguments)
                .stdout.decode() for by in ("citizen", "opening")]

    def written(self, *arguments):
        return set().union(*(members(json.loads(row)) for text in self.rank(*arguments)
                             for row in text.splitlines()))

    def columns(self, *arguments):
        return set().union(*(next(csv.reader(io.StringIO(text, newline="")))
                             for text in self.rank(*arguments, "--csv")))

    def test_the_members_and_columns_of_lists_are_documented(self):
        self.assertEqual(self.written() | {"place"}, documented("Lists"))
        self.assertEqual(self.columns(), documented("Lists"))

    def test_the_members_and_columns_of_counts_are_documented(self):
        self.assertEqual(self.written("--why"), documented("Counts"))
        self.assertEqual(self.columns("--why"), documented("Counts") - {"blockers"})

    def test_the_members_of_a_summary_are_documented(self):
        self.assertEqual(self.written("--summary"), documented("Summary"))


if __name__ == "__main__":
    unittest.main()
