# SPDX-License-Identifier: Apache-2.0
"""The smaajob program: rankings."""

import csv
import io
import json
import os
import re
import unittest
from collections import Counter

from cli import (BAD_DATA, CITIZEN, CliTest, DONE, environment, line, load, MIB, on_terminal, OPENING,
                 run, USAGE)


class RankTest(CliTest):
    def setUp(self):
        super().setUp()
        levels = {"anna": 3, "bo": 1, "cia": 3, "dan": 0}
        self.citizens = []
        for name, level in levels.items():
            citizen = load(CITIZEN)
            citizen["id"] = name
            citizen["competencies"][0]["level"] = level
            citizen["competencies"][1]["level"] = 3
            self.citizens.append(citizen)
        self.openings = [load(OPENING), {**load(OPENING), "id": "fruit-0"},
                         {**load(OPENING), "id": "closed",
                          "terms": {"paid": "no", "practice": "no"}}]
        self.c = self.file("c.ndjson", b"".join(map(line, self.citizens)))
        self.o = self.file("o.ndjson", b"".join(map(line, self.openings)))

    def rank(self, *arguments, **more):
        return run("rank", "--citizens", self.c, "--openings", self.o, *arguments, **more)

    def test_it_says_what_scoring_every_pair_says(self):
        expected = {}
        for citizen in self.citizens:
            for opening in self.openings:
                match = json.loads(run("match", self.file("1", citizen),
                                       self.file("2", opening)).stdout)
                if match["score"] is not None:
                    expected[citizen["id"], opening["id"]] = match
        for by, other in (("citizen", "opening"), ("opening", "citizen")):
            rows = [json.loads(row) for row in self.rank("--by", by).stdout.splitlines()]
            self.assertEqual(len(rows), len(expected))
            for row in rows:
                match = expected[row["citizen"], row["opening"]]
                self.assertEqual(list(row), ["citizen", "opening", "verdict", "score", "low",
                                             "high", "coverage"])
                for member in ("verdict", "score", "low", "high", "coverage"):
                    self.assertEqual(row[member], match[member])
            for one in {row[by] for row in rows}:
                listed = [(-row["score"], row[other]) for row in rows if row[by] == one]
                self.assertEqual(listed, sorted(listed))

    def test_lists_follow_the_order_of_the_file_and_end_at_top(self):
        rows = [json.loads(row) for row in self.rank("--by", "citizen", "--top", "1")
                .stdout.splitlines()]
        self.assertEqual([row["citizen"] for row in rows][:3], ["anna", "bo", "cia"])
        self.assertEqual({row["opening"] for row in rows}, {"fruit-0"})

    def test_threads_change_nothing(self):
        for by in ("citizen", "opening"):
            self.assertEqual(self.rank("--by", by, "--threads", "3").stdout, self.rank("--by", by).stdout)

    def test_pairs_without_a_score_are_told_by_verdict_when_they_are_counted(self):
        blocked = sum(match["verdict"] == "blocked" for own in self.matches().values() for match in own)
        for asked in ("--why", "--summary"):
            done = self.rank("--by", "citizen", asked)
            self.assertEqual(done.stderr.decode(), f"Left out, without a score: {blocked} blocked\n")
            done = self.rank("--by", "opening", asked, "--lang", "da")
            self.assertEqual(done.stderr.decode(), f"Udeladt, uden score: {blocked} ikke muligt\n")
        self.assertEqual(self.rank("--by", "citizen").stderr, b"")

    def test_lists_of_nobody_are_counted_where_no_row_tells_of_them(self):
        self.citizens[0]["choice"] = "declined"
        self.file("c.ndjson", b"".join(map(line, self.citizens)))
        for form in ((), ("--csv",), ("--page",), ("-o", os.path.join(self.folder, "out"))):
            for by, n in (("citizen", 4), ("opening", 3)):
                done = self.rank("--by", by, *form)
                self.assertEqual((done.returncode, done.stderr.decode()),
                                 (DONE, f"Lists without a pair that has a score: 1 of {n}\n"))
        self.assertEqual(self.rank("--by", "citizen", "--lang", "da").stderr.decode(),
                         "Lister uden en kombination med score: 1 af 4\n")
        for told in ("--why", "--summary"):
            self.assertNotIn(b"Lists", self.rank("--by", "citizen", told).stderr)

    def test_where_there_is_no_list_it_is_said(self):
        for by, side, words in (("citizen", "--citizens", ("No citizens, so no lists", "Ingen borgere, så ingen lister")),
                                ("opening", "--openings", ("No openings, so no lists", "Ingen jobåbninger, så ingen lister"))):
            for language, said in zip(("en", "da"), words):
                done = self.rank("--by", by, "--lang", language, side, "-")
                self.assertEqual((done.returncode, done.stdout, done.stderr.decode()), (DONE, b"", said + "\n"))

    def test_a_terminal_gets_tables(self):
        text, status = on_terminal("rank", "--citizens", self.c, "--openings", self.o, "--by",
                                   "opening", "--lang", "da")
        self.assertEqual(status, DONE)
        self.assertIn("Jobåbning fruit-1\n", text)
        self.assertIn("ingen kombination med score", text)

    def test_a_long_id_stands_apart_from_the_verdict(self):
        for n in (31, 32, 64):
            o = self.file("long.ndjson", {**self.openings[0], "id": "i" * n})
            page = run("rank", "--citizens", self.c, "--openings", o, "--by", "citizen", "--page").stdout.decode()
            shown = "i" * 31 if n == 31 else "i" * 30 + "…"
            self.assertRegex(page, rf"(?m)^   1  {shown} [a-z]")
            self.assertTrue(all(len(row) <= 80 for row in page.splitlines()), page)

    def test_csv_says_what_ndjson_says(self):
        rows = [json.loads(row) for row in self.rank("--by", "citizen").stdout.splitlines()]
        text = self.rank("--by", "citizen", "--csv").stdout.decode()
        table = list(csv.DictReader(io.StringIO(text, newline="")))
        self.assertEqual([(row["citizen"], row["opening"], row["verdict"]) for row in table],
                         [(row["citizen"], row["opening"], row["verdict"]) for row in rows])
        for name in ("score", "low", "high", "coverage"):
            self.assertEqual([float(row[name]) for row in table], [row[name] for row in rows])
        places = [int(row["place"]) for row in table if row["citizen"] == "anna"]
        self.assertEqual(places, list(range(1, len(places) + 1)))

    def matches(self):
        """The match of every pair, by citizen."""
        found = {}
        for citizen in self.citizens:
            found[citizen["id"]] = [
                json.loads(run("match", self.file("1", citizen), self.file("2", opening)).stdout)
                for opening in self.openings]
        return found

    def test_why_counts_what_every_match_says(self):
        matches = self.matches()
        rows = [json.loads(row) for row in self.rank("--by", "citizen", "--why").stdout.splitlines()]
        self.assertEqual([row["citizen"] for row in rows], list(matches))
        for row in rows:
            own = matches[row["citizen"]]
            blocked = [match for match in own if match["verdict"] == "blocked"]
            codes = Counter(code for match in blocked
                            for code in {blocker["code"] for blocker in match["blockers"]})
            self.assertEqual({code: n for code, n in row["blockers"].items() if n}, codes)
            self.assertEqual((row["pairs"], row["blocked"]), (len(own), len(blocked)))
            self.assertEqual(row["with_score"], sum(match["score"] is not None for match in own))
        table = csv.DictReader(io.StringIO(
            self.rank("--by", "citizen", "--why", "--csv").stdout.decode(), newline=""))
        for row, line_of_table in zip(rows, table):
            self.assertEqual(int(line_of_table["pay_refused"]), row["blockers"]["pay_refused"])

    def best_of(self, own):
        """What a citizen is counted as: the best that is offered."""
        order = ["blocked", "practice_only", "unclear", "fit"]
        offered = [match["verdict"] for match in own if match["score"] is not None]
        if offered:
            return max(offered, key=order.index)
        return "blocked" if own and all(m["verdict"] == "blocked" for m in own) else "without_score"

    def test_a_summary_counts_lists_by_the_best_they_can_have(self):
        best = Counter(self.best_of(own) for own in self.matches().values())
        summary = json.loads(self.rank("--by", "citizen", "--summary").stdout)
        self.assertEqual({verdict: n for verdict, n in summary["best"].items() if n}, best)
        self.assertEqual((summary["lists"], summary["pairs"]), (4, 12))
        self.assertEqual(sum(blocker["pairs"] for blocker in summary["blockers"]
                             if blocker["code"] == "pay_refused"), 4)

    def test_a_summary_tells_what_decides_for_the_unclear(self):
        opening = load(OPENING)
        opening["tasks"] = opening["tasks"][:1]
        del opening["tasks"][0]["requires"]
        openings = self.file("u.ndjson", opening)
        arguments = ("rank", "--citizens", self.c, "--openings", openings, "--by", "citizen")
        summary = json.loads(run(*arguments, "--summary").stdout)
        unclear = summary["best"]["unclear"]
        asked = {row["code"]: row["lists"] for row in summary["unknowns"]}
        self.assertGreater(unclear, 0)
        self.assertEqual(asked["requirements_unknown"], unclear)
        self.assertEqual(summary["asked"], unclear)
        page = run(*arguments, "--summary", "--page", "--lang", "da").stdout.decode()
        self.assertIn("hvad en opgave kræver (spørg arbejdspladsen)", page)
        self.assertIn(f"DET, DER AFGØR DE UAFKLAREDE, AF {unclear}\n", page)
        self.assertTrue(all(len(row) <= 80 for row in page.splitlines()), page)

    def summary_of(self, citizens, openings, by, *arguments):
        c = self.file("sc.ndjson", b"".join(map(line, citizens)))
        o = self.file("so.ndjson", b"".join(map(line, openings)))
        return json.loads(run("rank", "--citizens", c, "--openings", o, "--by", by, "--summary",
                              *arguments).stdout)

    def test_a_summary_counts_an_unknown_of_several_tasks_once_for_each_list(self):
        opening = load(OPENING)
        task = opening["tasks"][0]
        del task["requires"]
        opening["tasks"] = [{**task, "id": name} for name in "abc"]
        for by, lists in (("citizen", len(self.citizens)), ("opening", 1)):
            summary = self.summary_of(self.citizens, [opening], by)
            asked = {row["code"]: row["lists"] for row in summary["unknowns"]}
            self.assertEqual((summary["best"]["unclear"], asked["requirements_unknown"]), (lists, lists))

    def test_a_summary_counts_no_fit_that_nobody_is_offered(self):
        informed = {"format": "smaajob.citizen/1", "id": "u", "choice": "informed", "needs": []}
        self.citizens = [informed, {**informed, "id": "d", "choice": "declined"}]
        free = {"format": "smaajob.opening/1", "id": "o", "gates": [], "terms": {"paid": "yes"},
                "tasks": [{"id": "t", "requires": [], "exposures": {}}]}
        self.openings = [free, {**free, "id": "p"}]
        self.assertEqual([(match["verdict"], match["score"]) for match in self.matches()["u"]],
                         [("fit", None)] * 2)
        summary = self.summary_of(self.citizens, self.openings, "citizen")
        self.assertEqual(summary["best"], {**dict.fromkeys(["fit", "practice_only", "unclear"], 0),
                                           "blocked": 1, "without_score": 1})

    def test_a_summary_of_no_pair_says_that_nothing_blocks(self):
        nothing = self.file("none.ndjson", b"")
        arguments = ("rank", "--citizens", self.c, "--openings", nothing, "--by", "citizen", "--summary")
        best = json.loads(run(*arguments).stdout)["best"]
        self.assertEqual({name: n for name, n in best.items() if n}, {"without_score": 4})
        page = run(*arguments, "--page", "--lang", "da").stdout.decode()
        self.assertIn("4  100 %  ingen kombination med score", page)
        self.assertIn("0    0 %  ikke muligt", page)

    def test_a_summary_asks_of_whom_nothing_is_known(self):
        blank = {"format": "smaajob.citizen/1", "id": "blank"}
        opening = {"format": "smaajob.opening/1", "id": "o", "tasks": [{"id": "a"}]}
        citizens = [{**blank, "id": name, "choice": "declined"} for name in "ab"] + [blank]
        closed = {"paid": "no", "practice": "no"}
        openings = [{**opening, "id": name, "terms": closed} for name in "ab"] + [opening]
        for by in ("citizen", "opening"):
            summary = self.summary_of(citizens, openings, by)
            self.assertEqual((summary["best"]["blocked"], summary["best"]["without_score"]), (2, 1))
            asked = {row["code"]: row["lists"] for row in summary["unknowns"]}
            self.assertEqual((asked["availability_unknown"], asked["choice_unknown"]), (1, 1))
            self.assertEqual(summary["asked"], 1)

    def test_a_summary_is_the_same_however_many_are_kept(self):
        practice = {**load(OPENING), "terms": {"paid": "no", "practice": "yes"}}
        openings = [{**practice, "id": "p-%d" % i} for i in range(3)]
        openings.append({**load(OPENING), "id": "u", "terms": {}, "gates": ["gate_driving_licence"],
                         "hours": {"min": 36, "max": 37}})
        citizen = {**self.citizens[0]}
        citizen.pop("gates", None)
        one, many = (self.summary_of([citizen], openings, "citizen", "--top", n) for n in "19")
        self.assertEqual(many["best"]["unclear"], 1)
        self.assertNotEqual(many["unknowns"], [])
        self.assertEqual(one, many)

    def test_forms_that_exclude_each_other_are_refused(self):
        for two in (("--csv", "--json"), ("--csv", "--page"), ("--summary", "--csv"),
                    ("--summary", "--why")):
            self.assertRefused(self.rank("--by", "citizen", *two), USAGE)

    def test_one_bad_line_refuses_all_unless_skipped(self):
        good = self.rank("--by", "citizen").stdout
        with open(self.c, "ab") as file:
            file.write(b'{"format":"smaajob.citizen/1","id":"e","color":1}\n' +
                       line(self.citizens[0]) + b"x" * (MIB + 1) + b"\n")
        done = self.rank("--by", "citizen")
        self.assertRefused(done, BAD_DATA)
        rows = done.stderr.decode().splitlines()
        self.assertEqual([row.startswith("%s:%d:" % (self.c, i)) for row, i in zip(rows, (5, 6, 7))],
                         [True] * 3)
        done = self.rank("--by", "citizen", "--skip-bad")
        self.assertEqual((done.returncode, done.stdout), (DONE, good))
        self.assertIn(b"Bad documents left out: 3", done.stderr)

    def test_of_many_bad_lines_ten_are_told_and_the_rest_where_it_is_asked_for(self):
        with open(self.c, "ab") as file:
            file.write(b"{]\n" * 13)
        done = self.rank("--by", "citizen")
        self.assertRefused(done, BAD_DATA)
        told = done.stderr.decode().splitlines()
        self.assertEqual([row.startswith(self.c) for row in told], [True] * 10 + [False])
        self.assertTrue(told[-1].startswith("3 more"), told)
        errors = os.path.join(self.folder, "errors.ndjson")
        done = self.rank("--by", "citizen", "--skip-bad", "--errors", errors)
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.assertEqual(done.stderr.decode().splitlines()[10:], ["Bad documents left out: 13"])
        with open(errors, "rb") as file:
            self.assertEqual([json.loads(row)["line"] for row in file], list(range(5, 18)))
        self.assertRefused(self.rank("--by", "citizen", "--errors", errors), USAGE)
        skipping = ("--by", "citizen", "--skip-bad", "--errors", "-")
        self.assertEqual(self.rank(*skipping, "-o", os.path.join(self.folder, "out")).stdout, self.content(errors))
        self.assertRefused(self.rank(*skipping), USAGE)

    def test_where_all_lines_are_bad_they_are_counted(self):
        bad = self.file("bad.ndjson", b"{]\n" * 200)
        for arguments in (("--citizens", bad, "--openings", self.o), ("--citizens", self.c, "--openings", bad)):
            done = run("rank", *arguments, "--by", "citizen", "--skip-bad")
            self.assertRefused(done, BAD_DATA)
            told = done.stderr.decode().splitlines()
            self.assertEqual([row.startswith(bad) for row in told], [True] * 10 + [False])
            self.assertTrue(told[-1].startswith("Bad documents: 200. None"), told)
            done = run("rank", *arguments, "--by", "citizen", "--skip-bad", "--policy", bad)
            self.assertIn(b"Bad documents: 200. None", done.stderr)
        some = self.file("some.ndjson", b"{]\n" + self.content(self.c))
        done = run("rank", "--citizens", some, "--openings", self.o, "--by", "citizen", "--skip-bad",
                   "--policy", bad)
        self.assertRefused(done, BAD_DATA)
        self.assertNotIn(b"None would be left", done.stderr)

    def test_on_a_terminal_nothing_is_left_of_how_far_it_is(self):
        many = [self.file(name, b"".join(line({**one, "id": "i-%d" % i}) for i in range(900)))
                for name, one in (("cs", self.citizens[0]), ("os", self.openings[0]))]
        arguments = ("rank", "--citizens", many[0], "--openings", many[1], "--top", "1", "--by")
        for by in ("citizen", "opening"):
            lists, _ = on_terminal(*arguments, by)
            self.assertEqual(lists.split("\033[K")[-1], run(*arguments, by, "--page").stdout.decode())
            self.assertNotIn("M/s", lists)
            for term in ({"TERM": "dumb"}, {}):
                summary, _ = on_terminal(*arguments, by, "--summary", env=environment(**term))
                self.assertNotIn("\033", summary)
            summary, _ = on_terminal(*arguments, by, "--summary")
            self.assertTrue(summary.split("\033[K")[-1].startswith(
                run(*arguments, by, "--summary", "--page").stdout.decode()), summary)

    def test_a_terminal_is_told_how_far_it_is_with_a_bar_and_in_words(self):
        many = [self.file(name, b"".join(line({**one, "id": "i-%d" % i}) for i in range(2000)))
                for name, one in (("cs", self.citizens[0]), ("os", self.openings[0]))]
        for language, pairs, left in (("en", "pairs", "left"), ("da", "kombinationer", "tilbage")):
            shown, _ = on_terminal("rank", "--citizens", many[0], "--openings", many[1], "--by", "citizen",
                                   "--why", "--lang", language, "-o", os.path.join(self.folder, "out"))
            told = [row for row in re.split("\r|\033\\[K", shown) if pairs in row]
            self.assertNotEqual(told, [])
            for row in told:
                self.assertRegex(row, rf"^\[=* *\] +\d+ % · \d+ {pairs} · \d+ M/s · \d+ s {left}$")
                self.assertLessEqual(len(row), 80)

    def test_a_single_document_ranks_too_and_standard_input_is_read(self):
        done = run("rank", "--citizens", "-", "--openings", OPENING, "--by", "citizen",
                   stdin=line(self.citizens[0]))
        self.assertEqual(len(done.stdout.splitlines()), 1, done.stderr)

    def assertSkips(self, content, n, expected):
        """However it comes, so many documents are left out, and the others ranked."""
        path = self.file("c.txt", content)
        for name, stdin in ((path, b""), ("-", content)):
            done = run("rank", "--citizens", name, "--openings", self.o, "--by", "citizen", "--skip-bad",
                       stdin=stdin)
            told = done.stderr.decode().splitlines()[-1:]
            self.assertEqual((done.returncode, done.stdout), (DONE, expected), done.stderr)
            self.assertEqual(told, [f"Bad documents left out: {n}"] if n else [])

    def test_one_document_a_line_is_seen_also_where_the_first_line_is_none(self):
        expected, lines = self.rank("--by", "citizen").stdout, self.content(self.c)
        for first in (b"\n", b" \r\n\n"):
            self.assertSkips(first + lines, 0, expected)
        for first in (b'{"format":"smaajob.citizen/1","id":"\n', b"\n{]\n{\n", b"\xef\xbb\xbf{}}\n", b"}\n"):
            self.assertSkips(first + lines, first.strip().count(b"\n") + 1, expected)
        status, errors, _ = self.errors("-", stdin=b'\n{"\n' + lines + b"{\n")
        self.assertEqual((status, [row["line"] for row in errors]), (BAD_DATA, [2, 7]))

    def test_one_document_on_many_lines_is_one(self):
        text = json.dumps(self.citizens[0], indent=0).encode()
        for content in (text, b"\n" + text + b"\n\n", text.replace(b",", b"\n,")):
            self.assertSkips(content, 0, run("rank", "--citizens", self.file("1.json", self.citizens[0]),
                                             "--openings", self.o, "--by", "citizen").stdout)

    def test_where_no_line_is_a_document_the_fault_says_how_it_was_read(self):
        for content in (b'{"a\n{"b\n', b'{"' + b"x" * 2 * MIB + b"\n" + line(self.citizens[0])):
            done = run("rank", "--citizens", "-", "--openings", self.o, "--by", "citizen", stdin=content)
            self.assertRefused(done, BAD_DATA)
            self.assertIn(b"read as one document", done.stderr)
            self.assertIn(b".ndjson", done.stderr)
        done = run("rank", "--citizens", "-", "--openings", self.o, "--by", "citizen", stdin=b'{\n "a": 1,\n}\n')
        self.assertNotIn(b"read as one document", done.stderr)

    def test_standard_input_is_read_once(self):
        for more in (("--policy", "-"), ("--vocabulary", "-")):
            done = run("rank", "--openings", self.o, "--by", "citizen", "--citizens", "-", *more, stdin=b"{")
            self.assertRefused(done, USAGE)
            self.assertIn(b"standard input", done.stderr)
        for arguments in (("match", CITIZEN, "-", "--policy", "-"), ("check", "-", "-"),
                          ("check", "-", "--vocabulary", "-"), ("pack", "--citizens", "-", "--vocabulary", "-",
                                                                "-o", os.path.join(self.folder, "packed"))):
            self.assertRefused(run(*arguments), USAGE)

    def test_another_kind_of_document_is_refused(self):
        self.assertRefused(run("rank", "--citizens", self.o, "--openings", self.o, "--by",
                               "citizen"), BAD_DATA)


if __name__ == "__main__":
    unittest.main()
