# SPDX-License-Identifier: Apache-2.0
"""The pages in a real browser: the explanation of every published case, for each reader, in each language, and
the summary of them all.

Pictures of what is shown are left in the folder "browser" of the build.
"""

import json
import os
import re
import subprocess
import unittest
from collections import Counter
from pathlib import Path

import browser

try:
    import html5lib
except ImportError:
    html5lib = None

ROOT = Path(__file__).resolve().parent.parent
BUILD = Path(os.environ.get("SMAAJOB_BUILD", ROOT / "build"))
PROGRAM = os.environ.get("SMAAJOB_PROGRAM")
FOLDER = BUILD / "browser"
CASES = sorted(p.name for p in (ROOT / "examples" / "cases").iterdir() if p.is_dir())
LANGUAGES = ("da", "en")
READERS = {
    "caseworker": ["--reader", "caseworker"],
    "citizen": ["--reader", "citizen", "--released"],
    "employer": ["--reader", "employer"],
    "unreleased": ["--reader", "citizen"],
}
NAMES = [f"{c}-{r}-{l}" for c in CASES for r in READERS for l in LANGUAGES if r != "unreleased" or c == CASES[0]]
SUMMARIES = [f"summary-{by}-{l}" for by in ("citizen", "opening") for l in LANGUAGES]
NAMES += SUMMARIES
# One case has every kind of thing in its pages; what takes long is done in both languages for it alone.
JOERGEN = [n for n in NAMES if n.startswith("joergen-")]
LOOKED_AT = [n for n in NAMES if n.endswith("-da") or n in JOERGEN + SUMMARIES]
# What is looked at in a picture: every case for the caseworker, every reader of one case, and every summary.
PICTURED = [n for n in NAMES if n.endswith("-caseworker-da") or n.startswith(("joergen-", f"{CASES[0]}-unreleased"))]
PICTURED += SUMMARIES
CHROMIUM = browser.find_program()
# Where these checks must be made, what they need must be there.
MUST_RUN = bool(os.environ.get("CI"))
A4 = (595, 842)  # points

unittest.TestCase.maxDiff = None


def page_of(name):
    return FOLDER / f"{name}.html"


def language_of(name):
    return name.rsplit("-", 1)[1]


def document_of(case, kind):
    return ROOT / "examples" / "cases" / case / f"{kind}.json"


def all_documents(kind):
    """A file of the published cases, one a line, each with an id of its own."""
    path = FOLDER / f"{kind}.ndjson"
    found = [json.loads(document_of(case, kind).read_text(encoding="utf-8")) for case in CASES]
    lines = [json.dumps({**document, "id": str(i)}) + "\n" for i, document in enumerate(found)]
    path.write_text("".join(lines), encoding="utf-8")
    return str(path)


def arguments_of(name):
    what, whose, _ = name.rsplit("-", 2)
    if name in SUMMARIES:
        files = ["--citizens", all_documents("citizen"), "--openings", all_documents("opening")]
        return ["rank", *files, "--by", whose, "--summary"]
    return ["explain", *(str(document_of(what, kind)) for kind in ("citizen", "opening")), *READERS[whose]]


def write_pages():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        command = [PROGRAM, *arguments_of(name), "--lang", language_of(name), "--html"]
        page_of(name).write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)


def setUpModule():
    if PROGRAM is None:
        raise unittest.SkipTest("the program is not built")
    write_pages()


def need(thing, what):
    if not thing and MUST_RUN:
        raise AssertionError(f"{what} is needed in CI")
    if not thing:
        raise unittest.SkipTest(f"{what} is not to be had here")


class Markup(unittest.TestCase):
    """What can be seen without a browser."""

    @classmethod
    def setUpClass(cls):
        cls.texts = {name: page_of(name).read_text(encoding="utf-8") for name in NAMES}

    def each(self, names=NAMES):
        for name in names:
            with self.subTest(page=name):
                yield name, self.texts[name]

    def test_it_is_valid_html(self):
        need(html5lib, "html5lib")
        for _, text in self.each(LOOKED_AT):
            html5lib.HTMLParser(strict=True).parse(text)

    def test_it_tells_its_language_and_has_a_title(self):
        for name, text in self.each():
            self.assertIn(f'<html lang="{language_of(name)}">', text)
            title, heading = (re.search(f"<{tag}>(.+?)</{tag}>", text).group(1) for tag in ("title", "h1"))
            self.assertEqual(title, heading)

    def test_headings_leave_no_level_out(self):
        for _, text in self.each():
            levels = [int(level) for level in re.findall(r"<h([1-6])\b", text)]
            self.assertEqual((levels[0], levels.count(1)), (1, 1))
            self.assertTrue(all(after - before <= 1 for before, after in zip(levels, levels[1:])), levels)

    def test_ids_are_used_once_and_links_lead_to_one(self):
        for _, text in self.each():
            ids = re.findall(r'\bid="([^"]*)"', text)
            self.assertEqual([i for i, n in Counter(ids).items() if n > 1], [])
            meant = re.findall(r'(?:href="#|url\(#)([\w-]+)', text)
            meant += " ".join(re.findall(r'aria-labelledby="([^"]*)"', text)).split()
            # the style sheet names the hatching of a waterfall, which not every page has
            self.assertEqual(set(meant) - set(ids) - {"hatch"}, set())

    def test_it_asks_nothing_of_the_network_and_runs_nothing(self):
        for _, text in self.each():
            self.assertIsNone(re.search(r"https?:|<script|<link|<img|<iframe|@import|src=|\son\w+=", text))
            self.assertIn("default-src 'none'; style-src 'unsafe-inline'", text)

    def test_every_table_has_a_caption_and_every_head_a_scope(self):
        for _, text in self.each():
            self.assertEqual(len(re.findall(r"<table\b", text)), len(re.findall(r"<table[^>]*>\s*<caption>[^<]", text)))
            self.assertEqual(re.findall(r"<th(?![^>]*\bscope=)(?:\s[^>]*)?>", text), [])

    def test_every_drawing_is_described_or_hidden(self):
        for _, text in self.each():
            for attributes, inside in re.findall(r"<svg([^>]*)>(.*?)</svg>", text, flags=re.S):
                if 'aria-hidden="true"' not in attributes:
                    self.assertIn('role="img"', attributes)
                    self.assertRegex(inside, r"<title id=\"[\w-]+\">[^<]+</title>\s*<desc id=\"[\w-]+\">[^<]+</desc>")

    def test_every_shift_of_the_calendar_stands_in_the_table(self):
        for _, text in self.each():
            drawn = re.findall(r'<span class="shift (\w+)".*?<span class="time">([\d:–]+)</span>', text)
            listed = re.findall(r'([\d:]+–[\d:]+) <span>.*?<span class="kind (\w+)">', text)
            self.assertEqual(drawn, [(kind, time) for time, kind in listed])

    def test_a_page_is_the_same_each_time(self):
        write_pages()
        for name, text in self.each():
            self.assertEqual(page_of(name).read_text(encoding="utf-8"), text)


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


class Colours(unittest.TestCase):
    """axe-core does not judge text over a pattern, nor what is drawn; the few colours there are can be told apart."""

    TEXT = [(text, ground) for text in ("ink", "soft", "paid", "practice", "lost") for ground in ("paper", "card")]
    TEXT += [("ink", "paid-tint"), ("soft", "paid-tint")]
    DRAWN = [("line", "card"), ("paid", "paid-tint"), ("paid", "card"), ("practice", "card"), ("lost", "card"), ("ink", "line")]
    # bars of a summary on the track that they fill
    DRAWN += [(bar, "hair") for bar in ("paid", "practice", "lost", "soft")]

    @classmethod
    def setUpClass(cls):
        text = (ROOT / "lib" / "text" / "html" / "page.css").read_text()
        blocks = [dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in re.findall(r":root \{(.*?)\}", text, re.S)]
        light, dark, printed = blocks
        cls.schemes = {"light": light, "dark": {**light, **dark}, "print": {**light, **printed}}

    def weak(self, pairs, least):
        return [
            (scheme, one, other, round(contrast(colours[one], colours[other]), 2))
            for scheme, colours in self.schemes.items()
            for one, other in pairs
            if contrast(colours[one], colours[other]) < least
        ]

    def test_text_has_a_contrast_of_4_5(self):
        self.assertEqual(self.weak(self.TEXT, 4.5), [])

    def test_what_is_drawn_has_a_contrast_of_3(self):
        self.assertEqual(self.weak(self.DRAWN, 3), [])


class Shown(unittest.TestCase):
    """What a person meets."""

    @classmethod
    def setUpClass(cls):
        need(CHROMIUM, "Chromium")
        cls.browser = browser.Browser(CHROMIUM)
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        self.browser.set_media()
        self.browser.resize(1280, 900)

    def each(self, names=NAMES):
        for name in names:
            with self.subTest(page=name):
                self.browser.open(page_of(name))
                yield name

    def test_nothing_but_the_page_is_fetched(self):
        for name in self.each(PICTURED):
            self.assertEqual(self.browser.requests(), [page_of(name).as_uri()])

    def test_a_narrow_phone_never_scrolls_sideways(self):
        self.browser.resize(320, 740)
        for _ in self.each():
            self.assertLessEqual(self.browser.evaluate("document.documentElement.scrollWidth"), 320)

    def find_faults(self, names):
        axe = browser.read_axe(FOLDER)
        need(axe, "axe-core")
        run = """axe.run ({rules: {'target-size': {enabled: true}}}).then (
          found => found.violations.map (fault => [fault.id, ...fault.nodes.map (node => node.html)]))"""
        for _ in self.each(names):
            self.browser.evaluate(axe + "; 0")
            self.assertEqual(self.browser.evaluate(run), [])

    def test_axe_finds_nothing_on_a_desk(self):
        self.find_faults(LOOKED_AT)

    def test_axe_finds_nothing_on_a_phone_in_the_dark(self):
        self.browser.set_media("dark")
        self.browser.resize(360, 740)
        self.find_faults(PICTURED)

    def test_the_keyboard_goes_from_the_top_down_and_is_seen(self):
        where = """(() => { const e = document.activeElement, s = getComputedStyle (e), b = e.getBoundingClientRect ();
          return [e.getAttribute ('href'), s.outlineStyle, parseFloat (s.outlineWidth), b.top >= 0 && b.left >= 0]; }) ()"""
        for _ in self.each(JOERGEN):
            links = self.browser.evaluate("[...document.querySelectorAll ('a')].map (e => e.getAttribute ('href'))")
            met = []
            for _ in links:
                self.browser.press("Tab")
                met.append(self.browser.evaluate(where))
            self.assertEqual(met, [[link, "solid", 3, True] for link in links])
            self.assertEqual(links[0], "#main")

    def test_the_first_link_skips_to_the_content(self):
        for _ in self.each([NAMES[0]]):
            self.browser.press("Tab")
            self.browser.press("Enter")
            self.assertEqual(self.browser.evaluate("document.activeElement.id"), "main")

    def test_paper_is_white_with_black_text_whatever_the_screen(self):
        self.browser.set_media("dark", "print")
        for _ in self.each(JOERGEN):
            shown = "(s => [s.color, s.backgroundColor]) (getComputedStyle (document.body))"
            self.assertEqual(self.browser.evaluate(shown), ["rgb(0, 0, 0)", "rgb(255, 255, 255)"])
            cut = "[...document.querySelectorAll ('tr, svg, .week')].filter (e => getComputedStyle (e).breakInside !== 'avoid').length"
            self.assertEqual(self.browser.evaluate(cut), 0)

    def test_it_prints_on_a4(self):
        for name in self.each(PICTURED):
            path = FOLDER / f"{name}.pdf"
            self.browser.print(path)
            sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", path.read_bytes())
            self.assertEqual({(round(float(w)), round(float(h))) for w, h in sizes}, {A4})

    def test_pictures_are_taken_on_a_phone_and_on_a_desk(self):
        places = {"phone": (360, 740, "light"), "desk": (1280, 900, "light"), "dark": (1280, 900, "dark")}
        for name in self.each(PICTURED):
            for place, (width, height, scheme) in places.items():
                if scheme == "dark" and not name.startswith(("joergen-caseworker", "summary-")):
                    continue
                self.browser.set_media(scheme)
                self.browser.resize(width, height)
                self.browser.screenshot(FOLDER / f"{name}-{place}.png")
                self.assertLessEqual(self.browser.evaluate("document.documentElement.scrollWidth"), width)


if __name__ == "__main__":
    unittest.main()
