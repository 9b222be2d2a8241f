# SPDX-License-Identifier: Apache-2.0
"""The smaajob program: help, usage, match, every kind of bad file, and how results are written.

SMAAJOB_UPDATE=1 writes the golden pages anew.
"""

import json
import os
import re
import shutil
import subprocess
import unittest

from cli import (BAD_DATA, CITIZEN, CliTest, COMMANDS, DATA, DONE, environment, line, load, MIB,
                 NO_INPUT, on_terminal, OPENING, PROGRAM, read, run, SOURCE, USAGE, WRITE_FAILED)


class HelpTest(CliTest):
    def test_every_command_has_help_with_an_example(self):
        for command in COMMANDS:
            for language, word in (("en", "Example"), ("da", "Eksempel")):
                done = run(command, "--help", "--lang", language)
                text = done.stdout.decode()
                self.assertEqual(done.returncode, DONE)
                self.assertIn(word + ":\n  smaajob " + command, text)
                self.assertTrue(all(len(row) <= 80 for row in text.splitlines()), text)

    def test_help_and_the_manual_page_tell_ranges(self):
        page = read(os.path.join(SOURCE, "bindings", "cli", "smaajob.1"))
        for option in ("--top", "--threads"):
            told = run("rank", "--citizens", "c", "--openings", "o", "--by", "citizen", option, "0").stderr.decode()
            span = re.search(r"expected (\d+–\d+)", told).group(1)
            for language in ("da", "en"):
                text = run("rank", "--help", "--lang", language).stdout.decode()
                self.assertRegex(text, rf"(?m)^  {option} .*{span}")
            self.assertIn(span.replace("–", "\\(en"), page)

    def test_the_overview_names_every_command_with_an_example(self):
        done = run("--help")
        for command in COMMANDS:
            self.assertIn("Example: smaajob " + command, done.stdout.decode())

    def test_help_follows_the_locale_and_lang_overrides_it(self):
        danish = environment(LC_ALL="da_DK.UTF-8")
        self.assertIn("Brug:", run("--help", env=danish).stdout.decode())
        self.assertIn("Usage:", run("--help", "--lang", "en", env=danish).stdout.decode())
        env = environment(LC_MESSAGES="da_DK")
        env.pop("LC_ALL")
        self.assertIn("Brug:", run("--help", env=env).stdout.decode())
        env = environment(LANG="da_DK.UTF-8", LC_ALL="")
        self.assertIn("Brug:", run("--help", env=env).stdout.decode())

    def test_version_tells_program_and_model(self):
        done = run("--version")
        self.assertEqual(done.returncode, DONE)
        self.assertRegex(done.stdout.decode(), r"^smaajob \d+\.\d+\.\d+ \(model \d+\)\n$")

    def test_the_manual_and_the_completions_name_every_option(self):
        texts = [read(os.path.join(SOURCE, "bindings", "cli", path)) for path in
                 ("smaajob.1", "completion/smaajob.bash", "completion/_smaajob")]
        for command in COMMANDS:
            help_text = run(command, "--help").stdout.decode()
            for option in re.findall(r"^  (?:-\w, )?--([a-z-]+)", help_text, re.MULTILINE):
                for text in texts:
                    self.assertIn(option, text)

    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is not installed")
    def test_the_manual_is_clean(self):
        done = subprocess.run(["mandoc", "-Tlint", os.path.join(SOURCE, "bindings/cli/smaajob.1")],
                              capture_output=True, check=False)
        self.assertEqual(done.stdout, b"")

    @unittest.skipUnless(shutil.which("bash"), "bash is not installed")
    def test_bash_completes_commands_options_and_values(self):
        path = os.path.join(SOURCE, "bindings", "cli", "completion", "smaajob.bash")
        for words, expected in ((["smaajob", "ma"], ["match"]),
                                (["smaajob", "rank", "--to"], ["--top"]),
                                (["smaajob", "rank", "--by", "c"], ["citizen"]),
                                (["smaajob", "explain", "--reader", "e"], ["employer"]),
                                (["smaajob", "schema", "pol"], ["policy"])):
            script = ('. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _smaajob; '
                      'printf "%s\\n" "${COMPREPLY[@]}"')
            done = subprocess.run(["bash", "-c", script, path, *words], capture_output=True,
                                  check=True)
            self.assertEqual(done.stdout.decode().split(), expected)


class UsageTest(CliTest):
    def test_wrong_use_is_64_and_writes_nothing(self):
        for arguments in ([], ["frobnicate"], ["match"], ["match", CITIZEN],
                          ["match", CITIZEN, OPENING, OPENING], ["match", "-", "-"],
                          ["match", CITIZEN, OPENING, "--frobnicate"],
                          ["match", CITIZEN, OPENING, "--lang", "sv"],
                          ["match", CITIZEN, OPENING, "--json", "--page"],
                          ["match", CITIZEN, OPENING, "--travel-minutes", "-1"],
                          ["match", CITIZEN, OPENING, "--travel-minutes", "1441"],
                          ["match", CITIZEN, OPENING, "--travel-minutes", "ten"],
                          ["match", CITIZEN, OPENING, "--top", "3"],
                          ["match", CITIZEN, OPENING, "--reader", "citizen"],
                          ["explain", CITIZEN], ["explain", "-", "-"],
                          ["explain", CITIZEN, OPENING, "--reader", "doctor"],
                          ["explain", CITIZEN, OPENING, "--lang", "sv"],
                          ["explain", CITIZEN, OPENING, "--html", "--json"],
                          ["explain", CITIZEN, OPENING, "--reader", "employer", "--disclosed", "x"],
                          ["check"], ["check", CITIZEN, "--policy", "x"], ["rank"],
                          ["rank", "--citizens", CITIZEN, "--openings", OPENING],
                          ["rank", "--citizens", CITIZEN, "--by", "citizen"],
                          ["rank", "--citizens", CITIZEN, "--openings", OPENING, "--by", "both"],
                          ["rank", "--citizens", CITIZEN, "--openings", OPENING, "--by", "citizen",
                           "--top", "0"],
                          ["rank", "--citizens", CITIZEN, "--openings", OPENING, "--by", "citizen",
                           "--threads", "257"],
                          ["rank", "--citizens", "-", "--openings", "-", "--by", "citizen"],
                          ["policy", "surplus"], ["vocabulary", "surplus"],
                          ["vocabulary", "--from-esco", "x", "--vocabulary", "y"],
                          ["schema"], ["schema", "frobnicate"], ["--frobnicate"],
                          ["\xff".encode("latin-1")]):
            with self.subTest(arguments=arguments):
                done = run(*arguments)
                self.assertRefused(done, USAGE)
                self.assertIn(b"--help", done.stderr)


class MatchTest(CliTest):
    def test_a_pipe_gets_canonical_json(self):
        done = run("match", CITIZEN, OPENING)
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.assertEqual(done.stderr, b"")
        match = json.loads(done.stdout)
        self.assertEqual((match["format"], match["citizen"], match["opening"], match["verdict"]),
                         ("smaajob.match/1", "j-1", "fruit-1", "fit"))
        self.assertEqual(done.stdout.count(b"\n"), 1)

    def test_a_terminal_gets_a_page_and_json_only_when_asked(self):
        page, status = on_terminal("match", CITIZEN, OPENING)
        self.assertEqual(status, DONE)
        self.assertIn("Citizen j-1, opening fruit-1", page)
        self.assertIn("\033[", page)
        text, status = on_terminal("match", CITIZEN, OPENING, "--json")
        self.assertEqual(json.loads(text)["verdict"], "fit")

    def test_colour_is_for_terminals_that_want_it(self):
        for env in (environment(TERM="xterm", NO_COLOR="1"), environment(TERM="dumb"),
                    environment()):
            page, status = on_terminal("match", CITIZEN, OPENING, env=env)
            self.assertEqual(status, DONE)
            self.assertNotIn("\033", page)
        self.assertNotIn(b"\033", run("match", CITIZEN, OPENING, "--page").stdout)
        coloured, _ = on_terminal("match", CITIZEN, OPENING,
                                  env=environment(TERM="xterm", NO_COLOR=""))
        self.assertIn("\033[", coloured)

    def test_pages_are_as_reviewed(self):
        for language in ("en", "da"):
            page = run("match", CITIZEN, OPENING, "--page", "--lang", language).stdout.decode()
            path = os.path.join(DATA, "page." + language + ".txt")
            if os.environ.get("SMAAJOB_UPDATE"):
                with open(path, "w", encoding="utf-8") as file:
                    file.write(page)
            self.assertEqual(page, read(path))

    def test_every_page_fits_80_columns_and_is_in_words(self):
        cases = os.path.join(SOURCE, "examples", "cases")
        pairs = [(CITIZEN, OPENING)] + [[os.path.join(cases, case, kind + ".json") for kind in
                                         ("citizen", "opening")] for case in os.listdir(cases)]
        empty = self.file("empty.json", {"format": "smaajob.citizen/1", "id": "e",
                                         "travel": {"mode": "walk", "max_minutes": 10},
                                         "wishes": [{"concept": "01", "wants": "avoid"}]})
        pairs.append((empty, self.file("open.json", {"format": "smaajob.opening/1", "id": "o",
                                                     "tasks": [{"id": "t"}]})))
        for citizen, opening in pairs:
            for language in ("en", "da"):
                page = run("match", citizen, opening, "--page", "--lang", language).stdout.decode()
                self.assertIn("Tasks" if language == "en" else "Opgaver", page)
                self.assertTrue(all(len(row) <= 80 for row in page.splitlines()), page)
                self.assertNotRegex(page, r"[{}_]|item\.|code\.|member\.|terms\.|hours\.|esco:")

    def test_the_page_follows_the_locale_and_lang_overrides_it(self):
        danish = environment(LC_ALL="da_DK.UTF-8")
        self.assertIn("Opgaver", run("match", CITIZEN, OPENING, "--page", env=danish).stdout.decode())
        self.assertIn("Tasks", run("match", CITIZEN, OPENING, "--page", "--lang", "en",
                                   env=danish).stdout.decode())

    def test_the_page_has_the_questions_and_what_would_help(self):
        page = run("match", CITIZEN, OPENING, "--page", "--lang", "da").stdout.decode()
        for heading in ("Spørg om", "Det kan hjælpe"):
            self.assertIn("\n\n" + heading + "\n", page)
        self.assertIn("Kan man holde ekstra pauser? (spørg arbejdspladsen)",
                      re.sub(r"\s+", " ", page))

    def test_travel_minutes_replace_the_distance(self):
        near = json.loads(run("match", CITIZEN, OPENING, "--travel-minutes", "30").stdout)
        far = json.loads(run("match", CITIZEN, OPENING, "--travel-minutes", "31").stdout)
        self.assertEqual((near["verdict"], far["verdict"]), ("fit", "blocked"))

    def test_a_blocked_match_is_a_result(self):
        opening = load(OPENING)
        opening["terms"] = {"paid": "no", "practice": "no"}
        done = run("match", CITIZEN, self.file("o.json", opening))
        self.assertEqual(done.returncode, DONE)
        self.assertIsNone(json.loads(done.stdout)["score"])
        page = run("match", CITIZEN, self.file("o.json", opening), "--page", "--lang", "da")
        self.assertIn("Står i vejen", page.stdout.decode())

    def test_either_document_may_be_standard_input(self):
        with open(CITIZEN, "rb") as file:
            citizen = file.read()
        done = run("match", "-", OPENING, stdin=citizen)
        self.assertEqual(done.stdout, run("match", CITIZEN, OPENING).stdout)

    def test_a_policy_changes_the_score(self):
        policy = self.file("p.json", {"format": "smaajob.policy/1", "weights": {
            "competence": 0.3, "accommodation": 0.35}})
        done = run("match", CITIZEN, OPENING, "--policy", policy)
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.assertNotEqual(json.loads(done.stdout)["score"],
                            json.loads(run("match", CITIZEN, OPENING).stdout)["score"])

    def test_a_vocabulary_adds_concepts(self):
        vocabulary = self.file("v.json", {"format": "smaajob.vocabulary/1", "version": "own-1",
                                          "competencies": [{"id": "own:knit",
                                                            "label": {"en": "knit", "da": "strikke"}}]})
        citizen = load(CITIZEN)
        citizen["competencies"].append({"concept": "own:knit", "level": 3})
        path = self.file("c.json", citizen)
        self.assertRefused(run("match", path, OPENING), BAD_DATA)
        self.assertEqual(run("match", path, OPENING, "--vocabulary", vocabulary).returncode, DONE)

    def test_every_fault_of_both_documents_is_told_with_its_place(self):
        citizen = self.file("c.json", b'{"format":"smaajob.citizen/1",\n "id":7}\n')
        opening = self.file("o.json", b'{"format":"smaajob.opening/1",\n "id":"o",\n\n "tasks":[}')
        done = run("match", citizen, opening)
        self.assertRefused(done, BAD_DATA)
        rows = done.stderr.decode().splitlines()
        self.assertEqual(len(rows), 2)
        self.assertTrue(rows[0].startswith(citizen + ":2:7: "), rows[0])
        self.assertTrue(rows[0].endswith(" (/id)"), rows[0])
        self.assertTrue(rows[1].startswith(opening + ":4:"), rows[1])
        self.assertTrue(rows[1].endswith(" (/tasks/0)"), rows[1])

    def test_documents_in_each_others_place_are_refused(self):
        self.assertRefused(run("match", OPENING, CITIZEN), BAD_DATA)

    def test_the_same_bytes_in_every_locale(self):
        locales = os.path.join(self.folder, "locales")
        os.mkdir(locales)
        made = shutil.which("localedef") and subprocess.run(
            ["localedef", "-i", "da_DK", "-f", "UTF-8", os.path.join(locales, "da_DK.UTF-8")],
            capture_output=True, check=False).returncode == 0
        danish = environment(LC_ALL="da_DK.UTF-8", **({"LOCPATH": locales} if made else {}))
        for arguments in (["match", CITIZEN, OPENING], ["policy"], ["vocabulary"],
                          ["match", CITIZEN, OPENING, "--page", "--lang", "da"],
                          ["rank", "--citizens", CITIZEN, "--openings", OPENING, "--by", "citizen"]):
            plain, there = run(*arguments), run(*arguments, env=danish)
            self.assertEqual(plain.returncode, DONE, plain.stderr)
            self.assertEqual(plain.stdout, there.stdout)


class BadFileTest(CliTest):
    """Each way in which a file can be no document, wherever a file can be named."""

    def places(self, path):
        yield ["match", path, OPENING]
        yield ["match", CITIZEN, path]
        yield ["match", CITIZEN, OPENING, "--policy", path]
        yield ["match", CITIZEN, OPENING, "--vocabulary", path]
        yield ["check", path, "--vocabulary", path]
        yield ["rank", "--citizens", path, "--openings", OPENING, "--by", "citizen"]
        yield ["rank", "--citizens", CITIZEN, "--openings", path, "--by", "opening"]
        yield ["rank", "--citizens", CITIZEN, "--openings", path, "--by", "opening", "--skip-bad"]
        yield ["policy", "--policy", path]
        yield ["vocabulary", "--vocabulary", path]

    def assertEverywhere(self, path, status, where=lambda arguments: True):
        for arguments in filter(where, self.places(path)):
            with self.subTest(arguments=arguments):
                done = run(*arguments)
                self.assertRefused(done, status)
                told = [row for row in done.stderr.decode().splitlines() if path in row]
                self.assertEqual(len(told), 1, done.stderr)

    def test_a_missing_file_is_66(self):
        self.assertEverywhere(os.path.join(self.folder, "missing.json"), NO_INPUT)
        self.assertEqual(run("check", os.path.join(self.folder, "missing.json")).returncode, NO_INPUT)

    def test_a_folder_is_66(self):
        self.assertEverywhere(self.folder, NO_INPUT)
        self.assertEqual(run("check", self.folder).returncode, NO_INPUT)

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_an_unreadable_file_is_66(self):
        path = self.file("c.json", load(CITIZEN))
        os.chmod(path, 0)
        self.assertEverywhere(path, NO_INPUT)

    @unittest.skipUnless(os.path.exists("/proc/self/mem"), "no /proc")
    def test_a_file_that_cannot_be_read_to_its_end_is_66(self):
        self.assertEverywhere("/proc/self/mem", NO_INPUT)

    def test_an_empty_file_is_65_but_for_a_crowd(self):
        for path in (self.file("empty.json", b""), self.file("space.json", b" \n\n\t\r\n")):
            self.assertEverywhere(path, BAD_DATA, lambda arguments: arguments[0] != "rank")

    def test_what_is_not_a_document_is_65(self):
        for i, content in enumerate((b"{", b"[]", b"null", b"7", b'"text"', b"{}", b"\x00",
                                     b"\xff\xfe{\x00}\x00", b'{"format":"smaajob.other/1"}',
                                     b"[" * 10000, b'{"a":' * 10000, b"{}{}", b"\x89PNG\r\n",
                                     b'{"format":"smaajob.match/1"}', b"NaN", b"\xef\xbb\xbf{}")):
            self.assertEverywhere(self.file("%d.json" % i, content), BAD_DATA)

    def test_a_gigabyte_in_one_line_is_refused_in_little_memory(self):
        path = os.path.join(self.folder, "huge.ndjson")
        for start in (b"", b'{"format":"smaajob.citizen/1","id":"', b'{"', b'{"format":'):
            with open(path, "wb") as file:
                file.write(start)
                file.truncate(1 << 30)
            plain = os.path.join(self.folder, "huge.json")
            os.link(path, plain)
            for arguments in (["check", path], ["check", plain], ["check", "-"],
                              ["match", plain, OPENING], ["vocabulary", "--vocabulary", plain],
                              ["rank", "--citizens", path, "--openings", OPENING, "--by",
                               "citizen"]):
                with self.subTest(start=start, arguments=arguments):
                    status, peak = self.measure(arguments, path)
                    self.assertEqual(status, BAD_DATA)
                    self.assertLess(peak, 300 * MIB)  # a sanitizer needs its part of it
            os.unlink(path)
            os.unlink(plain)

    def measure(self, arguments, stdin):
        """Exit status and peak memory in bytes."""
        with open(stdin, "rb") as file:
            process = subprocess.Popen([PROGRAM, *arguments], stdin=file, env=environment(),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, usage.ru_maxrss * 1024

    def test_size_limits_are_exact(self):
        text = line(load(CITIZEN)).strip()
        fits = self.file("fits.json", text + b" " * (MIB - len(text)))
        over = self.file("over.json", text + b" " * (MIB + 1 - len(text)))
        self.assertEqual(run("check", fits).returncode, DONE)
        self.assertEqual(run("match", fits, OPENING).returncode, DONE)
        status, errors, _ = self.errors(over)
        self.assertEqual((status, [e["code"] for e in errors]), (BAD_DATA, ["size"]))
        self.assertRefused(run("match", over, OPENING), BAD_DATA)
        lines = self.file("lines.ndjson", text + b" " * (MIB + 1 - len(text)) + b"\n" + text + b"\n")
        status, errors, _ = self.errors(lines)
        self.assertEqual([(e["line"], e["code"]) for e in errors], [(1, "size")])


class WriteTest(CliTest):
    def writers(self):
        yield ["match", CITIZEN, OPENING]
        yield ["match", CITIZEN, OPENING, "--page"]
        yield ["rank", "--citizens", CITIZEN, "--openings", OPENING, "--by", "citizen"]
        yield ["policy"]
        yield ["vocabulary"]
        yield ["schema", "citizen"]

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_a_full_disk_is_74(self):
        others = (["check", CITIZEN, self.file("bad.json", b"{")], ["--help"], ["--version"],
                  ["match", "--help"])
        for arguments in (*self.writers(), *others):
            with self.subTest(arguments=arguments), open("/dev/full", "wb") as full:
                done = run(*arguments, stdout=full)
                self.assertEqual(done.returncode, WRITE_FAILED, done.stderr)
                self.assertNotEqual(done.stderr, b"")

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_a_device_is_written_to_and_never_replaced(self):
        done = run("policy", "-o", "/dev/full")
        self.assertRefused(done, WRITE_FAILED)
        self.assertFalse(os.path.isfile("/dev/full"))
        self.assertEqual(run("policy", "-o", "/dev/stdout").stdout, run("policy").stdout)

    def test_output_to_a_file_is_what_a_pipe_gets(self):
        for arguments in self.writers():
            path = os.path.join(self.folder, "out")
            done = run(*arguments, "-o", path)
            self.assertEqual((done.returncode, done.stdout), (DONE, b""), done.stderr)
            with open(path, "rb") as file:
                self.assertEqual(file.read(), run(*arguments).stdout)

    def test_a_hyphen_is_standard_output(self):
        for arguments in self.writers():
            done = run(*arguments, "-o", "-", cwd=self.folder)
            self.assertEqual((done.returncode, done.stdout), (DONE, run(*arguments).stdout), done.stderr)
        self.assertEqual(on_terminal("match", CITIZEN, OPENING, "-o", "-"), on_terminal("match", CITIZEN, OPENING))
        record = ("match", CITIZEN, OPENING, "--actor", "cw-3", "--record", "-")
        done = run(*record, "-o", "match.json", cwd=self.folder)
        self.assertEqual(json.loads(done.stdout)["format"], "smaajob.record/1")
        self.assertRefused(run(*record, cwd=self.folder), USAGE)
        self.assertEqual(os.listdir(self.folder), ["match.json"])

    def test_a_file_is_replaced_whole_or_not_at_all(self):
        path = self.file("out.json", b"before")
        self.assertEqual(run("match", CITIZEN, self.folder, "-o", path).returncode, NO_INPUT)
        with open(path, "rb") as file:
            self.assertEqual(file.read(), b"before")
        self.assertRefused(run("policy", "-o", os.path.join(self.folder, "no", "where")),
                           WRITE_FAILED)
        self.assertRefused(run("policy", "-o", self.folder), WRITE_FAILED)
        link = os.path.join(self.folder, "link")
        os.symlink(path, link)
        self.assertEqual(run("policy", "-o", link).returncode, DONE)
        self.assertTrue(os.path.islink(link))
        self.assertEqual(os.listdir(self.folder).count("out.json"), 1)
        with open(path, "rb") as file:
            self.assertEqual(file.read(), run("policy").stdout)

    def test_what_a_link_leads_to_is_made(self):
        link = os.path.join(self.folder, "link")
        os.mkdir(os.path.join(self.folder, "folder"))
        os.symlink(os.path.join("folder", "between"), link)
        for target in (os.path.join("..", "made"), os.path.join(self.folder, "made")):
            between = os.path.join(self.folder, "folder", "between")
            os.symlink(target, between)
            self.assertEqual(run("policy", "-o", link).returncode, DONE)
            self.assertTrue(os.path.islink(link) and os.path.islink(between))
            self.assertEqual(self.content(os.path.join(self.folder, "made")), run("policy").stdout)
            os.unlink(os.path.join(self.folder, "made"))
            os.unlink(between)
        os.unlink(link)
        os.symlink("link", link)
        self.assertRefused(run("policy", "-o", link), WRITE_FAILED)
        self.assertTrue(os.path.islink(link))

    def test_a_file_that_is_replaced_keeps_its_group(self):
        path = self.file("out.json", b"before")
        os.chmod(path, 0o640)
        others = [12345] if os.geteuid() == 0 else [group for group in os.getgroups() if group != os.getegid()]
        if not others:
            self.skipTest("of one group alone")
        os.chown(path, -1, others[0])
        self.assertEqual(run("policy", "-o", path).returncode, DONE)
        after = os.stat(path)
        self.assertEqual((after.st_gid, after.st_mode & 0o777), (others[0], 0o640))


if __name__ == "__main__":
    unittest.main()
