# SPDX-License-Identifier: Apache-2.0
"""The smaajob program: the summary of a ranking as a page of HTML, which tells what its JSON tells."""

import json
import os
import re
import unittest
from html.parser import HTMLParser

from cli import CITIZEN, CliTest, DONE, line, load, OPENING, read, run, SOURCE, USAGE

CASES = os.path.join(SOURCE, "examples", "cases")
FORMS = [(by, language) for by in ("citizen", "opening") for language in ("da", "en")]
VOID = {"meta", "rect"}
SHOWN_UNKNOWNS = 15
HOSTILE = "</th><script>alert(1)</script>&\"'\u001b[31m\u009b \u00e6"


class Page(HTMLParser):
    """What stands in it: attributes by element, the texts of elements, and each table's rows."""

    def __init__(self, text):
        super().__init__()
        self.text, self.open, self.met = text, [], []
        self.sections = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        element = {"tag": tag, "attributes": attributes, "text": "", "inside": []}
        self.met.append(element)
        for outer in self.open:
            outer["inside"].append(element)
        if tag not in VOID:
            self.open.append(element)

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        closed = self.open.pop()
        assert closed["tag"] == tag, (closed["tag"], tag)

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def all(self, tag, **attributes):
        return [e for e in self.met if e["tag"] == tag and attributes.items() <= e["attributes"].items()]

    def one(self, tag, **attributes):
        found = self.all(tag, **attributes)
        assert len(found) == 1, (tag, attributes, len(found))
        return found[0]

    def rows(self, part):
        """Of a section: label, what stands below it, number, share and the bar's length."""
        rows = [e for e in self.one("section", id=part)["inside"] if e["tag"] == "tr"][1:]
        return [row_of(row["inside"]) for row in rows]


def inside(elements, tag):
    return [element for element in elements if element["tag"] == tag]


def row_of(cells):
    """The numbers as they are in JSON; a bar that is not there has no length."""
    (head,), (number, _), (share,) = inside(cells, "th"), inside(cells, "td"), inside(cells, "b")
    below = "".join(e["text"] for e in inside(cells, "span"))
    bars = [e["attributes"] for e in inside(cells, "rect") if e["attributes"]["class"] != "track"]
    lengths = [float(bar["width"].rstrip("%")) for bar in bars]
    return (head["text"].removesuffix(below).strip(), below, int(re.sub("[.,]", "", number["text"])),
            share["text"], sum(lengths))


def share_of(n, of):
    return f"{(200 * n + of) // (2 * of)}\u00a0%"


def length_of(n, of):
    return (2000 * n + of) // (2 * of) / 10


class SummaryTest(CliTest):
    def setUp(self):
        super().setUp()
        self.citizens, self.openings = ([load(os.path.join(CASES, case, f"{kind}.json"))
                                         for case in sorted(os.listdir(CASES))
                                         if os.path.isdir(os.path.join(CASES, case))]
                                        for kind in ("citizen", "opening"))
        for i, citizen in enumerate(self.citizens):
            citizen["id"] = f"somebody-{i}"
        for i, opening in enumerate(self.openings):
            opening.update(id=f"somewhere-{i}", employer=f"someone-{i}")
        self.citizens[0]["choice"] = "declined"
        self.openings[0]["terms"] = {"paid": "no", "practice": "no"}

    def summarise(self, by, *arguments):
        """What is printed of the citizens and the openings."""
        c = self.file("c.ndjson", b"".join(map(line, self.citizens)))
        o = self.file("o.ndjson", b"".join(map(line, self.openings)))
        done = run("rank", "--citizens", c, "--openings", o, "--by", by, "--summary", *arguments)
        self.assertEqual(done.returncode, DONE, done.stderr)
        return done.stdout.decode()

    def both(self, by, language="en", *arguments):
        return (json.loads(self.summarise(by, *arguments)),
                Page(self.summarise(by, "--html", "--lang", language, *arguments)))

    def assertTells(self, rows, counts, of):
        """Each number, with its share and a bar of its length."""
        self.assertEqual([row[2] for row in rows], counts)
        self.assertEqual([row[3] for row in rows], [share_of(n, of) for n in counts])
        self.assertEqual([row[4] for row in rows], [length_of(n, of) for n in counts])

    def test_its_figures_are_those_of_the_json(self):
        for by, language in FORMS:
            with self.subTest(by=by, language=language):
                summary, page = self.both(by, language)
                totals = [int(re.sub("[.,]", "", e["text"])) for e in page.all("dd")]
                self.assertEqual(totals, [summary["lists"], summary["pairs"]])
                self.assertTells(page.rows("best"), list(summary["best"].values()), summary["lists"])
                self.assertTells(page.rows("blockers"), [row["pairs"] for row in summary["blockers"]],
                                 summary["pairs"])
                unknowns = [row["lists"] for row in summary["unknowns"]]
                self.assertGreater(len(unknowns), 0)
                self.assertTells(page.rows("unknowns"), unknowns[:SHOWN_UNKNOWNS], summary["asked"])

    def test_it_tells_of_how_many_a_blocker_leaves_nothing(self):
        for by, language in FORMS:
            summary, page = self.both(by, language)
            told = [int((re.findall(r"\d+", row[1]) or [0])[0]) for row in page.rows("blockers")]
            self.assertEqual(told, [row["lists"] for row in summary["blockers"]])
            self.assertGreater(sum(told), 0)

    def test_its_words_are_those_of_the_page_of_text(self):
        for by, language in FORMS:
            text = " ".join(self.summarise(by, "--page", "--lang", language).split())
            _, page = self.both(by, language)
            for part in ("best", "blockers", "unknowns"):
                for label, below, number, share, _ in page.rows(part):
                    said = f"{number} {share} {label}".replace("\u00a0", " ")
                    self.assertIn(f"{said} {below}" if part == "unknowns" else said, text)

    def test_the_unknowns_shown_are_the_commonest_and_their_denominator_is_told(self):
        gates = [f"x:gate-{i}" for i in range(20)]
        words = {"format": "smaajob.vocabulary/1", "version": "1", "conditions": [], "competencies": [],
                 "gates": [{"id": gate, "label": {"da": gate, "en": gate}} for gate in gates]}
        self.citizens = [{**load(CITIZEN), "id": f"c{i}", "gates": {}} for i in range(3)]
        self.openings = [{**load(OPENING), "gates": gates}]
        summary, page = self.both("citizen", "en", "--vocabulary", self.file("v.json", words))
        self.assertEqual((summary["asked"], len(summary["unknowns"])), (3, 20))
        self.assertEqual(len(page.rows("unknowns")), SHOWN_UNKNOWNS)
        caption = page.all("caption")[-1]["text"]
        self.assertIn("3 in all", caption)
        self.assertIn("The 15 commonest of 20 are shown.", caption)

    def test_large_numbers_are_written_as_in_the_language(self):
        citizen = {**load(CITIZEN), "choice": "declined"}
        self.citizens = [{**citizen, "id": f"c{i}"} for i in range(40)]
        self.openings = [{**load(OPENING), "id": f"o{i}"} for i in range(30)]
        for language, written in (("da", "1.200"), ("en", "1,200")):
            summary, page = self.both("citizen", language)
            self.assertEqual(summary["pairs"], 1200)
            self.assertEqual([e["text"] for e in page.all("dd")], ["40", written])
            self.assertIn(f"<td class=\"n\">{written}</td>", page.text)

    def test_of_nothing_it_says_so(self):
        self.citizens = []
        for language, nothing in (("da", "intet"), ("en", "nothing")):
            _, page = self.both("citizen", language)
            self.assertEqual({(row[2], row[3], row[4]) for row in page.rows("best")}, {(0, "\u2013", 0)})
            for part in ("blockers", "unknowns"):
                self.assertEqual([e["text"] for e in inside(page.one("section", id=part)["inside"], "p")],
                                 [nothing])

    def test_it_has_language_title_headings_and_tables_that_can_be_heard(self):
        for by, language in FORMS:
            _, page = self.both(by, language)
            self.assertEqual(page.one("html")["attributes"]["lang"], language)
            self.assertEqual(page.one("title")["text"], page.one("h1")["text"])
            sections = page.all("section")
            self.assertEqual([e["attributes"]["aria-labelledby"] for e in sections],
                             [e["attributes"]["id"] for e in page.all("h2")])
            for section in sections:
                self.assertEqual([e["tag"] for e in section["inside"]][:3], ["h2", "table", "caption"])
            self.assertEqual({e["attributes"].get("scope") for e in page.all("th")}, {"col", "row"})
            self.assertTrue(all(e["text"].strip() for e in page.all("th") + page.all("caption")))
            self.assertEqual({e["attributes"].get("aria-hidden") for e in page.all("svg")}, {"true"})

    def test_it_needs_nothing_else_and_runs_nothing(self):
        for by, language in FORMS:
            _, page = self.both(by, language)
            self.assertIsNone(re.search(r"https?:|<script|<link|<img|<iframe|@import|src=|\son\w+=", page.text))
            self.assertIn("default-src 'none'; style-src 'unsafe-inline'", page.text)

    def test_it_names_nobody(self):
        for by, language in FORMS:
            _, page = self.both(by, language)
            for member in ("somebody", "somewhere", "someone"):
                self.assertNotIn(member, page.text)

    def test_a_label_stays_text_whatever_it_says(self):
        words = {"format": "smaajob.vocabulary/1", "version": "1", "conditions": [], "gates": [],
                 "competencies": [{"id": "x:evil", "label": {"da": HOSTILE, "en": HOSTILE}, "broader": []}]}
        task = {**load(OPENING)["tasks"][0],
                "requires": [{"concept": "x:evil", "level": 3, "importance": "must"}]}
        self.citizens, self.openings = [load(CITIZEN)], [{**load(OPENING), "tasks": [task]}]
        shown = re.sub("[\u001b\u009b]", " ", HOSTILE).strip()
        for by, language in FORMS:
            _, page = self.both(by, language, "--vocabulary", self.file("v.json", words))
            self.assertIn(shown, [row[0] for row in page.rows("unknowns")])
            self.assertEqual(page.all("script"), [])
            self.assertIsNone(re.search(r"[\0-\x08\x0b-\x1f\x7f-\x9f]|&#x?(1b|27|9b);", page.text.replace("&#39;", "")))
            text = self.summarise(by, "--page", "--lang", language, "--vocabulary", self.file("v.json", words))
            self.assertIn(shown, text)
            self.assertIsNone(re.search(r"[\0-\x09\x0b-\x1f\x7f-\x9f]", text))

    def test_both_pages_tell_the_same_of_what_was_counted(self):
        self.citizens = [{**load(CITIZEN), "id": f"c-{i}"} for i in range(40)]
        self.openings = [{**load(OPENING), "id": f"o-{i}"} for i in range(30)]
        for language, pairs in (("en", "Pairs: 1,200."), ("da", "Kombinationer: 1.200.")):
            text = self.summarise("citizen", "--page", "--lang", language)
            self.assertIn(pairs, text)
            name, number = pairs.rstrip(".").split(": ")
            html = self.summarise("citizen", "--html", "--lang", language)
            self.assertIn(f"<dt>{name.lower()}</dt><dd>{number}</dd>", html)
            self.assertIsNone(re.search(r"(?i)\bpar\b", text + html))

    def test_it_is_written_to_a_file(self):
        path = os.path.join(self.folder, "summary.html")
        self.assertEqual(self.summarise("citizen", "--html", "-o", path), "")
        self.assertEqual(read(path), self.summarise("citizen", "--html"))

    def test_it_is_of_a_summary_alone_and_excludes_other_forms(self):
        c, o = self.file("c.json", load(CITIZEN)), self.file("o.json", load(OPENING))
        for arguments, told in (
            ((), "--summary is missing"), (("--why",), "--summary is missing"),
            (("--summary", "--json"), "--html and --json"), (("--summary", "--page"), "--html and --page"),
            (("--csv",), "--html and --csv"), (("--summary", "--why"), "--summary and --why"),
        ):
            with self.subTest(arguments=arguments):
                done = run("rank", "--citizens", c, "--openings", o, "--by", "citizen", "--html", *arguments)
                self.assertRefused(done, USAGE)
                self.assertIn(told, done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
