# SPDX-License-Identifier: Apache-2.0
"""The texts of an explanation: every code has its row and its texts, and docs/advice.md is made of them."""

import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXT = ROOT / "lib" / "text"
PO = TEXT / "po"
GENERATOR = TEXT / "generate_texts.py"

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, str(TEXT))
import generate_advice
import generate_texts

MSGFMT = shutil.which("msgfmt")
LANGUAGES = generate_texts.read_languages(MSGFMT, PO / "LINGUAS")
KEYS = set(LANGUAGES["en"])
# The lists of code.h that codes.tsv follows, by the comment in front of each.
GROUPS = {"blockers": "blocker", "a task's verdict": "task", "the timing": "timing", "attention points": "attention",
          "questions": "question", "changes of a lever": "lever"}  # fmt: skip


def codes_by_group():
    header = (ROOT / "include" / "smaajob" / "code.h").read_text()
    enum = header.split("SMAAJOB_CODE_NONE = 0,")[1].split("} SmaajobCode;")[0]
    for comment, codes in re.findall(r"/\* (.*?)(?:;.*?)? \*/\s*((?:SMAAJOB_CODE_\w+ = \d+,?\s*)+)", enum, flags=re.S):
        for code in re.findall(r"SMAAJOB_CODE_(\w+)", codes):
            yield GROUPS[comment], code.lower()


class CodesTest(unittest.TestCase):
    def test_every_code_has_a_row_with_trigger_and_source(self):
        rows = {(row["group"], row["code"]): row for row in generate_advice.read_codes()}
        codes = list(codes_by_group())
        self.assertGreater(len(codes), 70)
        self.assertEqual([code for code in codes if code not in rows], [])
        for row in rows.values():
            self.assertGreater(len(row["trigger"]), 8, row)
            self.assertTrue(row["source"], row)

    def test_every_row_is_of_a_code(self):
        codes = {code for _, code in codes_by_group()}
        codes |= set(re.findall(r'"([a-z_]+)"', (ROOT / "lib/words/names.c").read_text().split("names_of_advice[]")[1].split("};")[0]))
        self.assertEqual([row for row in generate_advice.read_codes() if row["code"] not in codes], [])

    def test_every_source_is_in_the_legend(self):
        legend = (ROOT / "docs" / "advice.md").read_text(encoding="utf-8").split("## Sources")[1].split("<!--")[0]
        names = re.findall(r"(?m)^\| (\w[\w ]*) \|", legend)[1:]
        self.assertGreaterEqual(len(names), 10)
        letters = "(?:%s)" % "|".join(name for name in names if len(name) == 1)
        words = "|".join(name for name in names if len(name) > 1)
        source = re.compile(rf"{letters}(?:(?:, | and ){letters})*(?::|$)|(?:{words})\b")
        for row in generate_advice.read_codes():
            for part in row["source"].split("; "):
                self.assertRegex(part, source)
                self.assertTrue(source.match(part), row)

    def test_every_row_has_a_text(self):
        for row in generate_advice.read_codes():
            self.assertTrue(generate_advice.keys_of(row["group"], row["code"], KEYS), row)

    def test_the_page_is_made_of_what_the_code_uses(self):
        page = ROOT / "docs" / "advice.md"
        made = generate_advice.page(MSGFMT, page)
        self.assertEqual(page.read_text(encoding="utf-8"), made, "run lib/text/generate_advice.py msgfmt docs/advice.md")


class TextsTest(unittest.TestCase):
    def test_every_name_that_a_document_uses_has_a_text(self):
        reasons = (ROOT / "lib/match/reasons.c").read_text()
        members = re.findall(r'"([a-z_.]+)"', reasons.split("members[N_MEMBERS]")[1].split("};")[0])
        self.assertGreaterEqual(len(members), 21)
        names = {f"member.{member}" for member in members}
        for header, prefix, name in (("score", "VERDICT", "verdict"), ("criterion", "CRITERION", "criterion"),
                                     ("code", "TASK", "task"), ("code", "ADVICE", "advice")):  # fmt: skip
            text = (ROOT / "include/smaajob" / f"{header}.h").read_text()
            found = set(re.findall(rf"\bSMAAJOB_{prefix}_([A-Z_]+)", text)) - {"H"}
            self.assertGreaterEqual(len(found), 4)
            names |= {f"{name}.{each.lower()}" for each in found}
        self.assertEqual(sorted(names - KEYS), [])

    def test_what_the_employer_may_read_never_speaks_of_the_citizen(self):
        asked = ("opening_hours", "task_hours", "windows", "requirements", "exposure", "term", "weekly_variation")
        municipal = ("sup_followup", "sup_getready", "sup_aids", "sup_assistance")
        for key in KEYS:
            parts = key.split(".")
            told = parts[0] in ("disclosed", "plan", "planned", "shift", "day", "task_line") or parts[-1] == "employer"
            told |= key == "lever.offer"
            told |= parts[0] == "question" and parts[1].removesuffix("_unknown") in asked
            told |= parts[:2] == ["question", "provision_unknown"] and parts[-1] not in municipal
            told &= parts[0] not in ("criterion", "item") and not (parts[0] == "lever" and parts.count("employer") < 2)
            if told and parts[0] != "html":
                for texts in LANGUAGES.values():
                    self.assertNotRegex(texts[key].lower(), "borger|citizen|{citizen}", key)

    def test_a_question_ends_with_its_mark(self):
        for key in KEYS:
            if key.startswith("question."):
                for texts in LANGUAGES.values():
                    self.assertTrue(texts[key].endswith("?"), key)

    def test_the_citizen_is_spoken_to_and_not_of(self):
        for key in KEYS:
            if key.endswith(".citizen") and key.split(".")[0] in ("code", "verdict", "advice", "item"):
                self.assertNotIn("borger", LANGUAGES["da"][key].lower(), key)
                self.assertNotIn("the citizen", LANGUAGES["en"][key].lower(), key)


class LanguagesTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for path in (*PO.glob("*.po"), PO / "LINGUAS"):
            shutil.copy(path, self.folder)

    def generate(self):
        done = subprocess.run([sys.executable, GENERATOR, MSGFMT, self.folder / "LINGUAS", self.folder / "text-tables.h"],
                              capture_output=True, text=True, check=False)  # fmt: skip
        return done.returncode, done.stderr

    def pseudo(self, change=lambda text: text):
        """A third language, in which every text is the English one between brackets."""
        text = (self.folder / "en.po").read_text(encoding="utf-8").replace("Language: en", "Language: zz")
        text = re.sub(r'(?m)^msgstr "([^"\n][^\n]*)"$', r'msgstr "[\1]"', text)
        (self.folder / "zz.po").write_text(change(text), encoding="utf-8")
        with open(self.folder / "LINGUAS", "a", encoding="utf-8") as file:
            file.write("zz\n")

    def test_a_third_language_needs_a_po_file_and_a_line(self):
        self.pseudo()
        self.assertEqual(self.generate(), (0, ""))
        program = self.folder / "say"
        source = self.folder / "say.c"
        source.write_text('#include <stdio.h>\n#include "text/texts.h"\n#include <smaajob/explanation.h>\n'
                          'int main (void) { printf ("%zu %s %s", smaajob_get_n_languages (), smaajob_get_language_at (2),'
                          ' texts_get (texts_find_language ("zz"), "advice.not_now")); return 0; }\n')  # fmt: skip
        subprocess.run(["cc", "-std=c11", "-Wall", "-Werror", "-I", self.folder, "-I", ROOT / "lib", "-I", ROOT / "include",
                        TEXT / "texts.c", source, "-o", program], check=True)  # fmt: skip
        said = subprocess.run([program], capture_output=True, text=True, check=True).stdout
        self.assertEqual(said, "3 zz [No talk of pay now]")

    def test_the_table_is_sorted_as_it_is_searched(self):
        self.assertEqual(self.generate(), (0, ""))
        rows = re.findall(r'(?m)^  \{"([^"]+)",$', (self.folder / "text-tables.h").read_text(encoding="utf-8"))
        self.assertEqual(rows, sorted(KEYS, key=str.encode))

    def test_a_language_that_lacks_something_is_refused_by_key(self):
        key = 'msgctxt "advice.not_now"\nmsgid "No talk of pay now"\nmsgstr '
        for change, told in (
            (lambda text: text.replace(key + '"[No talk of pay now]"', key + '""'), "zz.po: advice.not_now has no text"),
            (lambda text: text.replace(key, "#, fuzzy\n" + key), "zz.po: advice.not_now has no text"),
            (lambda text: text.replace("[score {have}]", "[score]"), "zz.po: total.score has the blanks []"),
            (lambda text: text.replace("[score {have}]", "[score {have} {want}]"), "total.score has the blanks"),
            (lambda text: text.replace(key, 'msgctxt "advice.never"\nmsgid "x"\nmsgstr "x"\n\n' + key),
             "da.po: advice.never has no text"),
            (lambda text: text.replace(key, key.replace('msgid "', "msgid ")), "zz.po"),
        ):  # fmt: skip
            shutil.copy(PO / "LINGUAS", self.folder)
            self.pseudo(change)
            status, said = self.generate()
            self.assertNotEqual(status, 0)
            self.assertIn(told, said)
            self.assertFalse((self.folder / "text-tables.h").exists())


if __name__ == "__main__":
    unittest.main()
