# SPDX-License-Identifier: Apache-2.0
"""The smaajob program: explanations, records, replays and differences.

SMAAJOB_UPDATE=1 writes the golden pages anew.
"""

import json
import os
import unittest

from cli import (BAD_DATA, CITIZEN, CliTest, DATA, DONE, load, NO_INPUT, on_terminal, OPENING,
                 read, run, USAGE, WRITE_FAILED)


class ExplainTest(CliTest):
    def explain(self, *arguments):
        done = run("explain", CITIZEN, OPENING, *arguments)
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.assertEqual(done.stderr, b"")
        return done.stdout.decode()

    def test_the_page_of_a_match_is_what_the_caseworker_reads(self):
        for language in ("en", "da"):
            page = run("match", CITIZEN, OPENING, "--page", "--lang", language).stdout.decode()
            self.assertEqual(self.explain("--lang", language), page)
            self.assertEqual(self.explain("--lang", language, "--reader", "caseworker"), page)

    def test_pages_are_as_reviewed(self):
        for reader in ("citizen", "employer"):
            for language in ("en", "da"):
                page = self.explain("--reader", reader, "--lang", language, "--released")
                path = os.path.join(DATA, "page.%s.%s.txt" % (reader, language))
                if os.environ.get("SMAAJOB_UPDATE"):
                    with open(path, "w", encoding="utf-8") as file:
                        file.write(page)
                self.assertEqual(page, read(path))
                self.assertTrue(all(len(row) <= 80 for row in page.splitlines()), page)

    def test_an_unknown_reader_or_language_is_told_which_there_are(self):
        for option, value, known in (("--reader", "doctor", "caseworker, citizen, employer"),
                                     ("--lang", "sv", "da, en")):
            done = run("explain", CITIZEN, OPENING, option, value)
            self.assertRefused(done, USAGE)
            self.assertIn("expected %s, found %s" % (known, value), done.stderr.decode())

    def test_the_citizen_reads_nothing_before_it_is_released(self):
        page = self.explain("--reader", "citizen")
        self.assertEqual(page.count("\n"), 1)
        self.assertNotIn("fruit", page)
        self.assertEqual(json.loads(self.explain("--reader", "citizen", "--json"))["sections"], [])
        self.assertIn("fruit-1", self.explain("--reader", "citizen", "--released"))

    def test_the_employer_reads_of_tasks_and_hours_alone(self):
        page = self.explain("--reader", "employer", "--lang", "en")
        self.assertIn("Opening fruit-1", page)
        self.assertIn("boxes", page)
        for word in ("j-1", "Noise", "breaks", "score", "level"):
            self.assertNotIn(word, page)
        told = self.explain("--reader", "employer", "--lang", "en", "--disclosed", "env_noise")
        self.assertIn("Noise – at most 2 of 4", told)
        self.assertNotIn("breaks", told)

    def test_it_is_json_or_html_when_asked(self):
        told = json.loads(self.explain("--json", "--lang", "da"))
        self.assertEqual((told["format"], told["reader"], told["language"]),
                         ("smaajob.explanation/1", "caseworker", "da"))
        sections = [section["id"] for section in told["sections"]]
        self.assertEqual(sections, ["verdict", "timing", "tasks", "week", "score", "attention",
                                    "questions", "levers"])
        html = self.explain("--html", "--lang", "da")
        self.assertTrue(html.startswith("<!DOCTYPE html>"))
        self.assertIn('<html lang="da">', html)

    def test_what_is_disclosed_is_checked_whoever_reads(self):
        for reader in ("caseworker", "citizen", "employer"):
            done = run("explain", CITIZEN, OPENING, "--reader", reader, "--disclosed", "env_noise, env_nose")
            self.assertRefused(done, USAGE)
            self.assertIn(b"--disclosed: env_nose, expected a condition of the vocabulary\n", done.stderr)
            self.explain("--reader", reader, "--disclosed", "env_noise, phy_lift")

    def test_it_is_written_to_a_file(self):
        path = os.path.join(self.folder, "e.html")
        self.assertEqual(self.explain("--html", "-o", path), "")
        self.assertEqual(read(path), self.explain("--html"))


class RecordTest(CliTest):
    def record(self, *more, name="r.json", citizen=CITIZEN):
        path = os.path.join(self.folder, name)
        done = run("match", citizen, OPENING, "--record", path, "--actor", "cw-3", *more)
        self.assertEqual(done.returncode, DONE, done.stderr)
        return path, done.stdout

    def test_a_record_is_written_beside_the_match(self):
        path, match = self.record("--time", "2026-11-22T14:00:00Z", "--travel-minutes", "9")
        record = load(path)
        self.assertEqual(record["match"], json.loads(match))
        self.assertEqual(match, run("match", CITIZEN, OPENING, "--travel-minutes", "9").stdout)
        self.assertEqual((record["time"], record["actor"]), ("2026-11-22T14:00:00Z", "cw-3"))
        self.assertEqual(record["inputs"]["travel_minutes"], 9)
        self.assertNotIn("override", record)
        self.assertEqual(os.stat(path).st_mode & 0o077, 0)
        self.assertEqual(run("check", path).returncode, DONE)

    def test_the_time_is_now_in_utc(self):
        path, _ = self.record()
        self.assertRegex(load(path)["time"], r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$")

    def test_an_override_is_recorded(self):
        path, _ = self.record("--override-verdict", "unclear", "--override-advice", "ask_first",
                              "--override-reason", "employer-unsure")
        self.assertEqual(load(path)["override"], {"verdict": "unclear", "advice": "ask_first",
                                                  "reason": "employer-unsure", "actor": "cw-3"})
        page = run("replay", path, "--page", "--lang", "en").stdout.decode()
        self.assertIn("cw-3 decided otherwise: unclear, ask first; reason employer-unsure", page)

    def test_what_does_not_go_together_is_a_fault_of_use(self):
        path = os.path.join(self.folder, "r.json")
        for options in (["--record", path], ["--actor", "cw-3"], ["--time", "2026-11-22T14:00:00Z"],
                        ["--digests-only"], ["--record", path, "--actor", "cw-3", "-o", path],
                        ["--record", path, "--actor", "Hanne epilepsy"],
                        ["--record", path, "--actor", "cw-3", "--time", "yesterday"],
                        ["--record", path, "--actor", "cw-3", "--override-verdict", "fit"],
                        ["--record", path, "--actor", "cw-3", "--override-reason", "r-1"],
                        ["--record", path, "--actor", "cw-3", "--override-reason", "her epilepsy",
                         "--override-verdict", "fit"],
                        ["--record", path, "--actor", "cw-3", "--override-verdict", "perfect",
                         "--override-reason", "r-1"],
                        ["--record", path, "--actor", "cw-3", "--override-advice", "maybe",
                         "--override-reason", "r-1"]):
            with self.subTest(options=options):
                done = run("match", CITIZEN, OPENING, *options)
                self.assertRefused(done, USAGE)
                self.assertNotIn(b"epilepsy", done.stderr)
                self.assertFalse(os.path.exists(path))

    def test_a_record_that_cannot_be_written_leaves_nothing(self):
        path = os.path.join(self.folder, "none", "r.json")
        done = run("match", CITIZEN, OPENING, "--record", path, "--actor", "cw-3")
        self.assertRefused(done, WRITE_FAILED)

    def test_a_record_never_takes_the_place_of_a_file(self):
        path, _ = self.record()
        kept, link = self.content(path), os.path.join(self.folder, "link")
        os.symlink(path, link)
        for name in (path, link):
            for language, words in (("en", "is there already, and a record is kept: name a new file"),
                                    ("da", "findes allerede, og en journal bevares: angiv en ny fil")):
                done = run("match", CITIZEN, "no such file", "--record", name, "--actor", "cw-4", "--lang", language)
                self.assertRefused(done, USAGE)
                self.assertIn(f"--record: {name} {words}", done.stderr.decode())
        self.assertEqual(self.content(path), kept)

    def test_a_fault_of_what_is_recorded_names_its_option(self):
        decided = ("--override-verdict", "fit", "--override-reason")
        for option, arguments in (("--actor", ("--actor", "Hans Jensen")),
                                  ("--time", ("--actor", "cw-3", "--time", "yesterday")),
                                  ("--override-reason", ("--actor", "cw-3", *decided, "her epilepsy"))):
            done = run("match", CITIZEN, OPENING, "--record", os.path.join(self.folder, "r.json"), *arguments)
            self.assertRefused(done, USAGE)
            self.assertRegex(done.stderr.decode(), f"^smaajob match: {option}: (a string of \\d+ bytes|yesterday), expected ")

    def test_there_is_no_record_of_a_match_that_nobody_got(self):
        path, _ = self.record()
        kept = self.content(path)
        nowhere = os.path.join(self.folder, "none", "m.json")
        record = ("--record", os.path.join(self.folder, "new.json"), "--actor", "other")
        for _ in range(2):
            with open("/dev/full", "wb") as full:
                self.assertEqual(run("match", CITIZEN, OPENING, *record, stdout=full).returncode, WRITE_FAILED)
            self.assertRefused(run("match", CITIZEN, OPENING, *record, "-o", nowhere), WRITE_FAILED)
            reader, writer = os.pipe()
            os.close(reader)
            with open(writer, "wb") as nobody:
                self.assertEqual(run("match", CITIZEN, OPENING, *record, stdout=nobody).returncode, WRITE_FAILED)
        self.assertEqual(os.listdir(self.folder), ["r.json"])
        self.assertEqual(self.content(path), kept)

    def test_there_is_no_record_on_standard_output_of_a_match_that_nobody_got(self):
        nowhere = os.path.join(self.folder, "none", "m.json")
        for output in (nowhere, "/dev/full"):
            done = run("match", CITIZEN, OPENING, "--record", "-", "--actor", "cw-3", "-o", output)
            self.assertRefused(done, WRITE_FAILED)

    def test_there_is_no_match_that_could_not_be_recorded(self):
        path = os.path.join(self.folder, "m.json")
        for record in (os.path.join(self.folder, "none", "r.json"), self.folder):
            done = run("match", CITIZEN, OPENING, "--record", record, "--actor", "cw-3", "-o", path)
            self.assertRefused(done, WRITE_FAILED)
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_replay_of_what_is_the_same_is_status_0(self):
        path, _ = self.record()
        done = run("replay", path)
        self.assertEqual(done.returncode, DONE, done.stderr)
        document = json.loads(done.stdout)
        self.assertEqual(document["format"], "smaajob.difference/1")
        self.assertEqual(set(document["same"].values()), {True})
        for language, words in (("en", "The same, byte by byte."), ("da", "Det samme, byte for byte.")):
            self.assertIn(words, run("replay", path, "--page", "--lang", language).stdout.decode())
        with open(path, "rb") as file:
            self.assertEqual(run("replay", "-", stdin=file.read()).returncode, DONE)

    def test_a_replay_that_differs_is_status_1_and_says_in_what(self):
        path, _ = self.record()
        other = self.file("c.json", {**load(CITIZEN), "choice": "declined"})
        done = run("replay", path, "--citizen", other)
        self.assertEqual((done.returncode, done.stderr), (1, b""))
        same = json.loads(done.stdout)["same"]
        self.assertEqual([name for name, is_same in same.items() if not is_same], ["all", "citizen", "result"])
        done = run("replay", path, "--citizen", other, "--page", "--lang", "en")
        self.assertEqual(done.returncode, 1)
        page = done.stdout.decode()
        self.assertIn("What differs: citizen, result", page)
        self.assertIn("+ The citizen has declined", page)
        self.assertNotIn("_", page)
        self.assertTrue(all(len(row) <= 80 for row in page.splitlines()), page)
        words = self.file("v.json", {"format": "smaajob.vocabulary/1", "version": "2",
                                     "gates": [{"id": "boat", "label": {"da": "Båd"}}]})
        done = run("replay", path, "--vocabulary", words)
        same = json.loads(done.stdout)["same"]
        self.assertEqual([name for name, is_same in same.items() if not is_same], ["all", "vocabulary"])

    def test_digests_only_wants_both_again(self):
        path, _ = self.record("--digests-only")
        self.assertEqual(set(load(path)["inputs"]), {"policy"})
        done = run("replay", path)
        self.assertRefused(done, BAD_DATA)
        self.assertIn(b"inputs.citizen: only its digest is in the record", done.stderr)
        self.assertEqual(run("replay", path, "--citizen", CITIZEN, "--opening", OPENING).returncode, DONE)

    def test_a_damaged_a_foreign_and_a_newer_record_are_refused_by_name(self):
        path, _ = self.record()
        text = read(path)
        for old, new, said in (("cw-3", "cw-4", "damaged"), ("record/1", "record/2", "is newer than"),
                               ('"model":"1"', '"model":"2"', "of a newer model, 2"),
                               ("smaajob.record/1", "other.log/1", "other.log/1, expected smaajob.record/1")):
            with self.subTest(new=new):
                bad = self.file("bad.json", text.replace(old, new).encode())
                done = run("replay", bad)
                self.assertRefused(done, BAD_DATA)
                self.assertIn(said, done.stderr.decode())
        status, errors, _ = self.errors(self.file("bad.json", text.replace("cw-3", "cw-4").encode()))
        self.assertEqual((status, [error["code"] for error in errors]), (BAD_DATA, ["damaged"]))
        self.assertRefused(run("replay", os.path.join(self.folder, "none")), NO_INPUT)
        self.assertRefused(run("replay", "-", "--citizen", "-", stdin=b"{}"), USAGE)

    def test_diff_takes_matches_and_records(self):
        path, match = self.record()
        same = self.file("m.json", match)
        self.assertEqual(run("diff", path, same).returncode, DONE)
        self.assertEqual(run("diff", same, "-", stdin=match).returncode, DONE)
        other, _ = self.record(name="o.json", citizen=self.file("c.json", {**load(CITIZEN), "needs": []}))
        done = run("diff", same, other)
        self.assertEqual((done.returncode, done.stderr), (1, b""))
        document = json.loads(done.stdout)
        moved = sum(round(item["change"] * 1000) for item in document["items"])
        self.assertEqual(moved, round(document["potential"]["change"] * 1000))
        self.assertEqual(run("diff", same, other).stdout, done.stdout)
        target = os.path.join(self.folder, "d.json")
        self.assertEqual(run("diff", same, other, "-o", target).returncode, 1)
        with open(target, "rb") as file:
            self.assertEqual(file.read(), done.stdout)

    def test_the_page_of_a_difference_is_readable(self):
        path, _ = self.record()
        other, _ = self.record(name="o.json", citizen=self.file("c.json", {**load(CITIZEN), "needs": []}))
        for language, word in (("en", "Why the score moved"), ("da", "Derfor flyttede scoren sig")):
            page = run("diff", path, other, "--page", "--lang", language).stdout.decode()
            self.assertIn(word, page)
            self.assertNotRegex(page, r"[a-z]_[a-z]|terms\.")
            self.assertTrue(all(len(row) <= 80 for row in page.splitlines()), page)
        shown, status = on_terminal("diff", path, other)
        self.assertEqual(status, 1)
        self.assertIn("Why the score moved", shown)

    def test_diff_tells_which_file_is_at_fault(self):
        path, match = self.record()
        good, bad = self.file("m.json", match), self.file("bad.json", b'{"format":"smaajob.match/1"}')
        for files in ((good, bad), (bad, good), (path, CITIZEN)):
            done = run("diff", *files)
            self.assertRefused(done, BAD_DATA)
            faulty = CITIZEN if CITIZEN in files else bad
            self.assertTrue(done.stderr.decode().startswith(faulty + ":1:" if faulty == bad else faulty), done.stderr)
            self.assertNotRegex(done.stderr.decode(), "before: |after: ")
        self.assertRefused(run("diff", "-", "-"), USAGE)
        self.assertRefused(run("diff", good, os.path.join(self.folder, "none")), NO_INPUT)


if __name__ == "__main__":
    unittest.main()
