# SPDX-License-Identifier: Apache-2.0
"""The smaajob program: what it reads it never writes to, and nothing twice, by whatever path."""

import os
import re
import subprocess
import unittest

from cli import (CITIZEN, CliTest, COMMANDS, DONE, environment, line, load, OPENING, PROGRAM, run,
                 USAGE)

URI = "http://data.europa.eu/esco/skill/"
TABLES = {
    "skills_en.csv": "conceptType,conceptUri,preferredLabel\nKnowledgeSkillCompetence," + URI + "s-1,knit\n",
    "skills_da.csv": "conceptType,conceptUri,preferredLabel\nKnowledgeSkillCompetence," + URI + "s-1,strikke\n",
    "skillGroups_en.csv": "conceptType,conceptUri,preferredLabel\nSkillGroup," + URI + "S1,crafts\n",
    "broaderRelationsSkillPillar.csv": "conceptType,conceptUri,broaderType,broaderUri\n",
}
VOCABULARY = {"format": "smaajob.vocabulary/1", "version": "x-1", "conditions": [], "gates": [],
              "competencies": [{"id": "x-knit", "label": {"en": "knit"}}]}


class ApartTest(CliTest):
    def setUp(self):
        super().setUp()
        for name, content in (("c.json", load(CITIZEN)), ("o.json", load(OPENING)),
                              ("p.json", {"format": "smaajob.policy/1"}), ("v.json", VOCABULARY),
                              ("c.ndjson", line(load(CITIZEN))), ("o.ndjson", line(load(OPENING)))):
            self.file(name, content)
        os.mkdir(os.path.join(self.folder, "esco"))
        for name, text in TABLES.items():
            self.file(os.path.join("esco", name), text.encode())
        os.symlink(".", os.path.join(self.folder, "here"))
        for arguments in (("match", "c.json", "o.json", "--record", "r.json", "--actor", "a", "-o", "m.json"),
                          ("pack", "--citizens", "c.ndjson", "-o", "c.packed"),
                          ("pack", "--openings", "o.ndjson", "-o", "o.packed")):
            self.assertEqual(self.run_here(*arguments).returncode, DONE)

    def run_here(self, *arguments, **more):
        return run(*arguments, cwd=self.folder, **more)

    def commands(self):
        """Every command that reads files and has -o, with all that can be read; and what is."""
        rank = ("rank", "--by", "citizen", "--policy", "p.json", "--vocabulary", "v.json")
        yield ("match", "c.json", "o.json", "--policy", "p.json", "--vocabulary", "v.json"), \
            ("c.json", "o.json", "p.json", "v.json")
        yield ("explain", "c.json", "o.json", "--policy", "p.json", "--vocabulary", "v.json", "--html"), \
            ("c.json", "o.json", "p.json", "v.json")
        yield ("replay", "r.json", "--citizen", "c.json", "--opening", "o.json"), \
            ("r.json", "c.json", "o.json")
        yield ("diff", "r.json", "m.json", "--vocabulary", "v.json"), ("r.json", "m.json", "v.json")
        yield (*rank, "--citizens", "c.ndjson", "--openings", "o.ndjson"), \
            ("c.ndjson", "o.ndjson", "p.json", "v.json")
        yield ("rank", "--by", "opening", "--citizens", "c.packed", "--openings", "o.packed", "--summary"), \
            ("c.packed", "o.packed")
        yield ("pack", "--citizens", "c.ndjson", "--vocabulary", "v.json"), ("c.ndjson", "v.json")
        yield ("pack", "--openings", "o.ndjson"), ("o.ndjson",)
        yield ("policy", "--policy", "p.json"), ("p.json",)
        yield ("vocabulary", "--vocabulary", "v.json"), ("v.json",)
        yield ("vocabulary", "--from-esco", "esco"), tuple(os.path.join("esco", name) for name in TABLES)

    def paths(self, name):
        """The same file by other paths; the links are there while it is looked at."""
        yield name
        yield os.path.join(".", name)
        yield os.path.join(self.folder, name)
        yield os.path.join("here", "esco", "..", name)
        for make in (os.symlink, os.link):
            make(os.path.join(self.folder, name), os.path.join(self.folder, "link"))
            yield "link"
            os.unlink(os.path.join(self.folder, "link"))

    def tree(self):
        return {path: self.content(path) if os.path.isfile(path) else None
                for folder, folders, files in os.walk(self.folder)
                for path in (os.path.join(folder, name) for name in folders + files)}

    def assertApart(self, *arguments, names, **more):
        """Refused with the names of both, before anything is read or written."""
        before = self.tree()
        done = self.run_here(*arguments, "--lang", "en", **more)
        self.assertEqual(done.returncode, USAGE, (arguments, done.stderr))
        self.assertFalse(done.stdout)
        told = done.stderr.decode().splitlines()
        self.assertEqual(told[0], "smaajob %s: %s and %s are one file" % (arguments[0], *names))
        self.assertEqual(len(told), 2)
        self.assertEqual(self.tree(), before)

    def named(self, arguments, name):
        """A file as the command line names it, with its option."""
        if name.startswith("esco"):
            return "--from-esco " + name
        before = arguments[arguments.index(name) - 1]
        return before + " " + name if before.startswith("--") else name

    def test_no_command_writes_its_result_to_what_it_reads(self):
        for arguments, reads in self.commands():
            for name in reads:
                for path in self.paths(name):
                    with self.subTest(arguments=arguments, path=path):
                        self.assertApart(*arguments, "-o", path,
                                         names=("--output " + path, self.named(arguments, name)))
            done = self.run_here(*arguments, "-o", "new")
            self.assertEqual(done.returncode, DONE, (arguments, done.stderr))
            os.unlink(os.path.join(self.folder, "new"))

    def test_every_option_that_names_a_file_is_looked_at(self):
        used = {}
        for arguments, _ in self.commands():
            used.setdefault(arguments[0], set()).update(arguments)
        for command in set(COMMANDS) - {"check", "schema"}:
            text = self.run_here(command, "--help", "--lang", "en").stdout.decode()
            options = set(re.findall(r"--([a-z-]+) (?:FILE|DIR)\b", text)) - {"output", "errors", "record"}
            left = {option for option in options if "--" + option not in used[command]}
            self.assertLessEqual(left, {"vocabulary"} if command == "replay" else set(), command)

    def test_records_and_faults_are_not_written_to_what_is_read(self):
        lists = ("--citizens", "c.ndjson", "--skip-bad")
        for arguments, option, reads in (
                (("match", "c.json", "o.json", "--actor", "a", "--policy", "p.json"), "--record",
                 ("c.json", "o.json", "p.json")),
                (("rank", "--by", "citizen", "--openings", "o.packed", *lists), "--errors",
                 ("c.ndjson", "o.packed")),
                (("pack", *lists, "--vocabulary", "v.json", "-o", "new"), "--errors", ("c.ndjson", "v.json"))):
            for name in reads:
                for path in self.paths(name):
                    with self.subTest(arguments=arguments, path=path):
                        self.assertApart(*arguments, option, path,
                                         names=(option + " " + path, self.named(arguments, name)))

    def test_no_file_is_written_to_twice(self):
        os.symlink("here/twice", os.path.join(self.folder, "link"))
        for arguments, option in (
                (("match", "c.json", "o.json", "--actor", "a"), "--record"),
                (("rank", "--by", "citizen", "--citizens", "c.json", "--openings", "o.json", "--skip-bad"),
                 "--errors"),
                (("pack", "--citizens", "c.ndjson", "--skip-bad"), "--errors")):
            for there in (False, True):
                if there:
                    self.file("twice", b"before")
                for path in ("twice", "./twice", "here/twice", "link", os.path.join(self.folder, "twice")):
                    with self.subTest(arguments=arguments, path=path, there=there):
                        found = self.run_here(*arguments, option, path, "-o", "twice")
                        self.assertRefused(found, USAGE)
                        self.assertIn(b"are one file", found.stderr)
                        self.assertEqual(os.path.exists(os.path.join(self.folder, "twice")), there)
                if there:
                    self.assertEqual(self.content(os.path.join(self.folder, "twice")), b"before")
                    os.unlink(os.path.join(self.folder, "twice"))
            self.assertApart(*arguments, option, "-", names=(option + " -", "standard output"))

    def test_standard_streams_that_are_files_are_those_files(self):
        path = os.path.join(self.folder, "c.json")
        with open(path, "rb") as read:
            done = subprocess.run([PROGRAM, "match", "-", "o.json", "-o", "c.json"], stdin=read, cwd=self.folder,
                                  capture_output=True, env=environment(), timeout=60, check=False)
        self.assertRefused(done, USAGE)
        self.assertIn(b"--output c.json and <stdin> are one file", done.stderr)
        for arguments in (("match", "c.json", "o.json"), ("check", "c.json")):
            with open(path, "ab") as written:
                self.assertApart(*arguments, stdout=written, names=("standard output", "c.json"))
        with open(os.path.join(self.folder, "e"), "wb") as written:
            self.assertApart("rank", "--by", "citizen", "--citizens", "c.json", "--openings", "o.json", "--skip-bad",
                             "--errors", "e", stdout=written, names=("--errors e", "standard output"))

    def test_streams_and_devices_are_written_to(self):
        match = ("match", "c.json", "o.json")
        expected = self.run_here(*match).stdout
        self.assertNotEqual(expected, b"")
        for output in ("-", "/dev/stdout"):
            self.assertEqual(self.run_here(*match, "-o", output).stdout, expected)
            self.assertEqual(self.run_here("match", "-", "o.json", "-o", output,
                                           stdin=self.content(CITIZEN)).stdout, expected)
            with open(os.path.join(self.folder, "out"), "wb") as written:
                self.assertEqual(self.run_here(*match, "-o", output, stdout=written).returncode, DONE)
            self.assertEqual(self.content(os.path.join(self.folder, "out")), expected)
        done = self.run_here("rank", "--by", "citizen", "--citizens", "c.json", "--openings", "o.json", "--skip-bad",
                             "--errors", "/dev/null", "-o", "/dev/null")
        self.assertEqual((done.returncode, done.stderr), (DONE, b""))
        done = self.run_here("match", "/dev/stdin", "o.json", "-o", "/dev/stdout", stdin=self.content(CITIZEN))
        self.assertEqual((done.returncode, done.stdout), (DONE, expected))

    def test_what_is_not_read_is_written_to(self):
        """An operand that is no file, and a file beside the tables of a release."""
        self.file("citizen", b"before")
        self.assertEqual(self.run_here("schema", "citizen", "-o", "citizen").returncode, DONE)
        self.assertEqual(self.content(os.path.join(self.folder, "citizen")), run("schema", "citizen").stdout)
        self.file("esco/skills.csv", b"before")  # skills_en.csv is read
        done = self.run_here("vocabulary", "--from-esco", "esco", "-o", "esco/skills.csv")
        self.assertEqual(done.returncode, DONE, done.stderr)

    def test_help_reads_nothing_and_may_be_written_anywhere(self):
        self.assertEqual(self.run_here("match", "c.json", "o.json", "--help", "-o", "c.json").returncode, DONE)

    def test_it_is_told_in_danish_too(self):
        done = self.run_here("match", "c.json", "o.json", "-o", "c.json", "--lang", "da")
        self.assertIn(b"--output c.json og c.json er samme fil", done.stderr)


if __name__ == "__main__":
    unittest.main()
