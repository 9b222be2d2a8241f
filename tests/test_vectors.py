# SPDX-License-Identifier: Apache-2.0
"""The shared vectors: the program prints them to the byte, the reference agrees, and every word is in them."""

import json
import os
import re
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

SOURCE = Path(os.environ.get("SMAAJOB_SOURCE", Path(__file__).resolve().parent.parent))
CLI = os.environ.get("SMAAJOB_CLI", os.environ.get("SMAAJOB_PROGRAM", ""))
sys.path += [str(SOURCE / "tests"), str(SOURCE / "tests" / "vectors")]

import authoring  # noqa: E402
import reference  # noqa: E402

# Of each pair of vectors so far apart the one's citizen meets the other's opening.
APART = 101


def read_vectors():
    """(file, line, vector, the bytes of its match)"""
    for path in sorted((SOURCE / "tests" / "vectors").rglob("*.ndjson")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            text = line.partition(',"match":')[2][:-1]
            yield f"{path.name}:{number}", json.loads(line, parse_float=Decimal), text


VECTORS = list(read_vectors())


def compare(whole, match):
    return reference.compare_with(
        match, whole["citizen"], whole["opening"], whole.get("policy"), whole.get("travel_minutes"),
        whole.get("vocabulary"), SOURCE,
    )  # fmt: skip


def plain(whole):
    """The vector as its author wrote it: decimals again as JSON has them."""
    return json.loads(json.dumps({k: v for k, v in whole.items() if k != "match"}, default=float))


class Vectors(unittest.TestCase):
    def test_there_are_many_and_each_shows_something_else(self):
        shown = [whole["shows"] for _, whole, _ in VECTORS]
        self.assertGreaterEqual(len(shown), 1000)
        self.assertEqual(len(shown), len(set(shown)))

    def test_each_holds_a_complete_match(self):
        members = ["format", "engine", "digests", "citizen", "opening", "verdict", "blockers", "score", "low", "high",
                   "coverage", "potential", "sides", "criteria", "tasks", "plan", "timing", "attention", "questions", "levers"]  # fmt: skip
        for where, whole, _ in VECTORS:
            with self.subTest(where):
                self.assertEqual(list(whole["match"]), members)
                self.assertLessEqual(set(whole), {"shows", "citizen", "opening", "policy", "travel_minutes", "vocabulary", "match"})

    def test_the_reference_agrees_with_every_vector(self):
        for where, whole, _ in VECTORS:
            with self.subTest(where, shows=whole["shows"]):
                self.assertEqual(compare(whole, whole["match"]), [])

    @unittest.skipUnless(CLI, "SMAAJOB_CLI does not name the program")
    def test_the_program_prints_every_match_to_the_byte(self):
        with ThreadPoolExecutor(2) as pool:
            printed = pool.map(lambda vector: authoring.run_match(CLI, plain(vector[1])), VECTORS)
            for (where, whole, text), found in zip(VECTORS, printed):
                with self.subTest(where, shows=whole["shows"]):
                    self.assertEqual(found, text)

    @unittest.skipUnless(CLI, "SMAAJOB_CLI does not name the program")
    def test_the_reference_agrees_when_citizens_meet_the_openings_of_other_vectors(self):
        alike = [plain(whole) for _, whole, _ in VECTORS if not {"policy", "vocabulary"} & set(whole)]
        pairs = [{**one, "opening": other["opening"]} for one, other in zip(alike, alike[APART:] + alike[:APART])]
        with ThreadPoolExecutor(2) as pool:
            for pair, text in zip(pairs, pool.map(lambda pair: authoring.run_match(CLI, pair), pairs)):
                with self.subTest(citizen_of=pair["shows"]):
                    self.assertEqual(compare(pair, json.loads(text, parse_float=Decimal)), [])


class Words(unittest.TestCase):
    """Each code of include/smaajob stands in some vector, where it belongs."""

    def setUp(self):
        headers = ("code", "criterion", "question", "lever")
        text = "".join((SOURCE / "include" / "smaajob" / f"{name}.h").read_text(encoding="utf-8") for name in headers)
        text = re.sub(r"(?m)/\*[*<](?:.|\n)*?\*/|^#.*$", "", text)
        self.enums = {
            kind: [value.lower() for value in re.findall(rf"SMAAJOB_{kind}_([A-Z_]+)", text)]
            for kind in ("CRITERION", "SIDE", "STATE", "TASK", "ADVICE", "ASK", "ACTOR")
        }
        codes = re.search(r"SMAAJOB_CODE_NONE = 0,(.*?)\} SmaajobCode;", text, flags=re.S).group(1)
        groups = re.split(r"/\* ([^;]*?)(?:;.*?)? \*/", codes)
        self.codes = {
            name: [code.lower() for code in re.findall(r"SMAAJOB_CODE_([A-Z_]+)", listed)]
            for name, listed in zip(groups[1::2], groups[2::2])
        }
        self.matches = [whole["match"] for _, whole, _ in VECTORS]

    def missing(self, expected, found):
        return sorted(set(expected) - set(found))

    def codes_of(self, lists):
        return {reason["code"] for reasons in lists for reason in reasons}

    def test_the_header_is_read(self):
        self.assertEqual([len(self.codes[name]) for name in self.codes], [9, 7, 12, 22, 19, 9])

    def test_every_blocker_stands_among_blockers(self):
        self.assertEqual(self.missing(self.codes["blockers"], self.codes_of(m["blockers"] for m in self.matches)), [])

    def test_every_reason_of_a_task_stands_with_a_task(self):
        found = self.codes_of(task["reasons"] for m in self.matches for task in m["tasks"])
        self.assertEqual(sorted(found), sorted(self.codes["a task's verdict"]))

    def test_every_reason_of_the_timing_stands_with_the_timing(self):
        found = self.codes_of(m["timing"]["reasons"] for m in self.matches)
        self.assertEqual(self.missing(self.codes["the timing"], found), [])

    def test_every_attention_point_fires_in_some_vectors_and_not_in_others(self):
        points = [{point["code"] for point in m["attention"]} for m in self.matches]
        for code in self.codes["attention points"]:
            with self.subTest(code):
                self.assertTrue(any(code in listed for listed in points))
                self.assertTrue(any(code not in listed for listed in points))

    def test_every_question_stands_deciding_and_not_but_for_those_that_cannot(self):
        found = {(q["code"], q["decides"]) for m in self.matches for q in m["questions"]}
        codes = {*self.codes["questions"], "competence_unknown", "exposure_unknown", "prerequisites_unknown"}
        never = {f"{what}_unknown" for what in ("effectiveness", "prerequisites", "purpose", "weekly_variation", "sector",
                                                "opening_hours", "task_hours")}  # fmt: skip
        self.assertEqual(found, {(c, d) for c in codes for d in (True, False) if not (d and c in never)})

    def test_every_change_stands_and_levers_of_one_two_and_three(self):
        levers = [lever["changes"] for m in self.matches for lever in m["levers"]]
        self.assertEqual({c["code"] for changes in levers for c in changes}, set(self.codes["changes of a lever"]))
        self.assertEqual({len(changes) for changes in levers}, {1, 2, 3})

    def test_every_verdict_state_side_criterion_and_advice_stands(self):
        items = [item for m in self.matches for c in m["criteria"] for item in c["items"]]
        found = {
            "CRITERION": {c["id"] for m in self.matches for c in m["criteria"] if c["items"]},
            "SIDE": {c["side"] for m in self.matches for c in m["criteria"]},
            "STATE": {item["state"] for item in items},
            "TASK": {task["verdict"] for m in self.matches for task in m["tasks"]},
            "ADVICE": {m["timing"]["advice"] for m in self.matches},
            "ASK": {q["ask"] for m in self.matches for q in m["questions"]},
            "ACTOR": {c["by"] for m in self.matches for lever in m["levers"] for c in lever["changes"]},
        }
        for kind, words in self.enums.items():
            with self.subTest(kind):
                self.assertEqual(sorted(words), sorted(found[kind]))
        self.assertEqual({m["verdict"] for m in self.matches}, {"blocked", "practice_only", "unclear", "fit"})

    def test_every_criterion_is_met_short_and_unknown(self):
        found = {(c["id"], item["state"]) for m in self.matches for c in m["criteria"] for item in c["items"]}
        every = {(c, s) for c in self.enums["CRITERION"] for s in self.enums["STATE"]}
        self.assertEqual(every - found, set())

    def test_every_evidence_term_and_answer_is_given(self):
        text = "".join(line for line in (json.dumps(plain(whole)) for _, whole, _ in VECTORS))
        for word in ("stated", "observed", "employed", "certified", "must", "should", "nice", "yes", "no", "unknown", "week",
                     "month", "present", "absent", "informed", "pending", "declined", "pay", "other", "seek", "avoid", "walk",
                     "bike", "transit", "car", "practice", "paid", "effective", "low", "high", "mon", "sun"):  # fmt: skip
            with self.subTest(word):
                self.assertIn(f'"{word}"', text)


if __name__ == "__main__":
    unittest.main()
