# SPDX-License-Identifier: Apache-2.0
"""The smaajob program, from outside: every command, every exit status, every kind of bad file.

SMAAJOB_CLI is the program and SMAAJOB_SOURCE the root of the source; SMAAJOB_UPDATE=1 writes the
golden pages anew.
"""

import errno
import json
import lzma
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = os.environ.get("SMAAJOB_SOURCE") or os.path.dirname(
    os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.environ.get("SMAAJOB_CLI") or os.environ.get("SMAAJOB_PROGRAM") or os.path.join(
    SOURCE, "build", "bindings", "cli", "smaajob")
DATA = os.path.join(SOURCE, "tests", "data", "cli")
CITIZEN = os.path.join(DATA, "citizen.json")
OPENING = os.path.join(DATA, "opening.json")
COMMANDS = ["match", "explain", "replay", "diff", "check", "rank", "policy", "vocabulary", "schema"]
KINDS = ["citizen", "opening", "policy", "vocabulary", "match", "explanation", "record", "difference"]
DONE, USAGE, BAD_DATA, NO_INPUT, WRITE_FAILED = 0, 64, 65, 66, 74
MIB = 1 << 20


def environment(**more):
    """A plain environment: nothing of the tester's own language or colours."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LD_LIBRARY_PATH", "ASAN_OPTIONS")
            if name in os.environ}
    return {**kept, "LC_ALL": "C", **more}


def run(*arguments, stdin=b"", stdout=subprocess.PIPE, env=None, cwd=None):
    """Run the program; what it wrote is bytes."""
    return subprocess.run([PROGRAM, *arguments], input=stdin, stdout=stdout, timeout=300,
                          stderr=subprocess.PIPE, env=env or environment(), cwd=cwd)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def load(path):
    return json.loads(read(path))


def line(document):
    return json.dumps(document, ensure_ascii=False).encode() + b"\n"


def on_terminal(*arguments, env=None):
    """Run the program with a terminal for stdout and stderr; what appears there, and the status."""
    master, slave = pty.openpty()
    process = subprocess.Popen([PROGRAM, *arguments], stdin=subprocess.DEVNULL, stdout=slave,
                               stderr=slave, env=env or environment(TERM="xterm"))
    os.close(slave)
    shown = b""
    while True:
        try:
            piece = os.read(master, 1 << 16)
        except OSError as error:  # what Linux says when the other end has closed
            if error.errno != errno.EIO:
                raise
            break
        if not piece:
            break
        shown += piece
    os.close(master)
    return shown.replace(b"\r\n", b"\n").decode(), process.wait()


class CliTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def file(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else line(content))
        return path

    def assertRefused(self, done, status):
        """The status, something told on stderr, and no result."""
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertEqual(done.stdout, b"")
        self.assertNotEqual(done.stderr, b"")

    def errors(self, *arguments, **more):
        done = run("check", "--json", *arguments, **more)
        return done.returncode, [json.loads(text) for text in done.stdout.splitlines()], done.stderr


class HelpTest(CliTest):
    def test_every_command_has_help_with_an_example(self):
        for command in COMMANDS:
            for language, word in (("en", "Example"), ("da", "Eksempel")):
                done = run(command, "--help", "--lang", language)
                text = done.stdout.decode()
                self.assertEqual(done.returncode, DONE)
                self.assertIn(word + ":\n  smaajob " + command, text)
                self.assertTrue(all(len(row) <= 80 for row in text.splitlines()), text)

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
        self.assertTrue(rows[1].startswith(opening + ":4:"), rows[1])

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

    def assertEverywhere(self, path, status):
        for arguments in self.places(path):
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

    def test_an_empty_file_is_65(self):
        self.assertEverywhere(self.file("empty.json", b""), BAD_DATA)
        self.assertEverywhere(self.file("space.json", b" \n\n\t\r\n"), BAD_DATA)

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


class CheckTest(CliTest):
    def test_good_documents_of_every_kind_pass(self):
        policy = self.file("policy.json", run("policy").stdout)
        vocabulary = self.file("vocabulary.json", run("vocabulary").stdout)
        done = run("check", CITIZEN, OPENING, policy, vocabulary)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (DONE, b"", b""))
        text, status = on_terminal("check", CITIZEN, OPENING, policy, vocabulary)
        self.assertEqual((text, status), ("Documents: 4. No faults.\n", DONE))
        text, _ = on_terminal("check", CITIZEN, "--lang", "da")
        self.assertEqual(text, "Dokumenter: 1. Ingen fejl.\n")

    def test_a_fault_has_six_members_in_order(self):
        path = self.file("c.json", b'{"format":"smaajob.citizen/1",\n  "id":"a",\n  "color":1}')
        done = run("check", path)
        self.assertEqual((done.returncode, done.stderr), (BAD_DATA, b""))
        error = json.loads(done.stdout)
        self.assertEqual(list(error), ["file", "line", "column", "pointer", "code", "message"])
        self.assertEqual((error["file"], error["line"], error["pointer"], error["code"]),
                         (path, 3, "/color", "unknown_member"))

    def test_on_a_terminal_faults_are_text(self):
        path = self.file("c.json", b'{"format":"smaajob.citizen/1",\n  "id":"a",\n  "color":1}')
        text, status = on_terminal("check", path)
        self.assertEqual(status, BAD_DATA)
        self.assertRegex(text, "^" + re.escape(path) + r":3:\d+: color: .*\nDocuments: 1\. Faults: 1\.\n$")

    def test_every_code_is_told(self):
        start = b'{"format":"smaajob.citizen/1","id":"a"'
        for code, content in (("syntax", b"{,}"), ("encoding", start + b',"color":"\xff"}'),
                              ("depth", b"[" * 100), ("duplicate", start + b',"id":"b"}'),
                              ("type", start + b',"choice":7}'),
                              ("range", start + b',"effectiveness":2}'),
                              ("missing", b'{"format":"smaajob.citizen/1"}'),
                              ("unknown_member", start + b',"color":1}'),
                              ("unknown_concept", start + b',"competencies":[{"concept":"x","level":1}]}'),
                              ("size", start + b" " * MIB + b"}"),
                              ("format", b'{"format":"smaajob.citizen/2","id":"a"}')):
            with self.subTest(code=code):
                status, errors, _ = self.errors(self.file("c.json", content))
                self.assertEqual((status, [error["code"] for error in errors]), (BAD_DATA, [code]))

    def test_ndjson_is_known_by_name_and_by_its_first_line(self):
        citizen, opening = load(CITIZEN), load(OPENING)
        text = line(citizen) + b"\n" + line(opening) + b'{"format":"smaajob.citizen/1"}\n'
        for name in ("many.ndjson", "many.jsonl", "many.json", "many"):
            status, errors, _ = self.errors(self.file(name, text))
            self.assertEqual(status, BAD_DATA)
            self.assertEqual([(e["line"], e["code"]) for e in errors], [(4, "missing")])
        status, errors, _ = self.errors("-", stdin=text)
        self.assertEqual([(e["file"], e["line"]) for e in errors], [("<stdin>", 4)])

    def test_a_line_that_is_no_document_is_told_and_the_next_is_read(self):
        text = b"{\n" + line(load(CITIZEN)) + b"[1]\nx\n" + line(load(OPENING))
        status, errors, _ = self.errors(self.file("many.ndjson", text))
        self.assertEqual([e["line"] for e in errors], [1, 3, 4])

    def test_an_id_twice_in_a_file_names_both_lines(self):
        citizen, opening = load(CITIZEN), load(OPENING)
        opening["id"] = citizen["id"]
        text = line(citizen) + line(opening) + line({"format": "smaajob.citizen/1", "id": "b"}) * 2
        text += line(citizen)
        status, errors, _ = self.errors(self.file("many.ndjson", text))
        self.assertEqual(status, BAD_DATA)
        self.assertEqual([(e["line"], e["code"], e["pointer"]) for e in errors],
                         [(4, "duplicate", "/id"), (5, "duplicate", "/id")])
        self.assertIn("line 3", errors[0]["message"])
        self.assertIn("line 1", errors[1]["message"])
        self.assertEqual(errors[0]["column"], line({"format": "smaajob.citizen/1", "id": "b"})
                         .index(b'"b"') + 1)

    def test_faults_and_missing_files_are_told_together(self):
        bad = self.file("bad.json", b"{")
        missing = os.path.join(self.folder, "missing.json")
        status, errors, stderr = self.errors(bad, missing, CITIZEN)
        self.assertEqual((status, len(errors)), (NO_INPUT, 1))
        self.assertIn(missing.encode(), stderr)

    def test_a_file_name_cannot_break_the_output(self):
        path = self.file('a"b\\\n\033[31m.json', b"{")
        status, errors, _ = self.errors(path)
        self.assertEqual((status, len(errors)), (BAD_DATA, 1))
        done = run("match", path, OPENING)
        self.assertNotIn(b"\033", done.stderr)
        self.assertEqual(done.stderr.count(b"\n"), 1)


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
        self.assertIn("+ choice_declined: choice", page)
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

    def test_pairs_without_a_score_are_counted_by_verdict(self):
        done = self.rank("--by", "citizen")
        self.assertRegex(done.stderr.decode(), r"^Left out, without a score: \d+ blocked\n$")
        done = self.rank("--by", "citizen", "--lang", "da")
        self.assertRegex(done.stderr.decode(), r"^Udeladt, uden score: \d+ ikke muligt\n$")

    def test_a_terminal_gets_tables(self):
        text, status = on_terminal("rank", "--citizens", self.c, "--openings", self.o, "--by",
                                   "opening", "--lang", "da")
        self.assertEqual(status, DONE)
        self.assertIn("Jobåbning fruit-1\n", text)
        self.assertIn("ingen par med score", text)

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

    def test_a_single_document_ranks_too_and_standard_input_is_read(self):
        done = run("rank", "--citizens", "-", "--openings", OPENING, "--by", "citizen",
                   stdin=line(self.citizens[0]))
        self.assertEqual(len(done.stdout.splitlines()), 1, done.stderr)

    def test_another_kind_of_document_is_refused(self):
        self.assertRefused(run("rank", "--citizens", self.o, "--openings", self.o, "--by",
                               "citizen"), BAD_DATA)


class PrintTest(CliTest):
    def test_a_printed_policy_reads_as_itself(self):
        first = run("policy")
        self.assertEqual(json.loads(first.stdout)["format"], "smaajob.policy/1")
        path = self.file("p.json", first.stdout)
        self.assertEqual(run("policy", "--policy", path).stdout, first.stdout)

    def test_a_policy_overrides_member_by_member(self):
        path = self.file("p.json", {"format": "smaajob.policy/1", "priors": {"competence": 0.5}})
        policy = json.loads(run("policy", "--policy", path).stdout)
        self.assertEqual(policy["priors"]["competence"], 0.5)
        self.assertEqual(policy["shares"]["must"], 0.9)

    def test_the_built_in_vocabulary_is_whole(self):
        vocabulary = json.loads(run("vocabulary").stdout)
        self.assertEqual([len(vocabulary[member]) for member in
                          ("conditions", "gates", "competencies")][:2], [56, 8])
        self.assertGreaterEqual(len(vocabulary["competencies"]), 44)

    def test_vocabularies_stack_in_order(self):
        a = self.file("a.json", {"format": "smaajob.vocabulary/1", "version": "a", "competencies": [
            {"id": "own:a", "label": {"en": "a"}}]})
        b = self.file("b.json", {"format": "smaajob.vocabulary/1", "version": "b", "competencies": [
            {"id": "own:b", "label": {"en": "b"}, "broader": ["own:a"]}]})
        done = run("vocabulary", "--vocabulary", a, "--vocabulary", b)
        self.assertEqual(json.loads(done.stdout)["version"], "b", done.stderr)
        self.assertRefused(run("vocabulary", "--vocabulary", b, "--vocabulary", a), BAD_DATA)
        status, errors, _ = self.errors(b)
        self.assertEqual((status, errors[0]["code"]), (BAD_DATA, "unknown_concept"))
        self.assertEqual(self.errors(b, "--vocabulary", a)[0], DONE)

    def test_every_schema_is_a_schema(self):
        for kind in KINDS:
            schema = json.loads(run("schema", kind).stdout)
            self.assertIn("2020-12", schema["$schema"])


SKILLS = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,status\r\n"
GROUPS = "conceptType,conceptUri,preferredLabel,status,code\r\n"
BROADER = "conceptType,conceptUri,broaderType,broaderUri\r\n"
URI = "http://data.europa.eu/esco/"


class EscoTest(CliTest):
    def release(self, **tables):
        """A release of two skills in a group, with some of its tables replaced or, if None, absent."""
        made = {
            "skills_en.csv": SKILLS +
                "KnowledgeSkillCompetence," + URI + "skill/s-1,skill/competence,x,knit,released\r\n"
                "KnowledgeSkillCompetence," + URI + "skill/s-2,knowledge,x,yarn,released\r\n",
            "skillGroups_en.csv": GROUPS + "SkillGroup," + URI + "skill/S1.2,crafts,released,S1.2\r\n"
                "SkillGroup," + URI + "isced-f/0213,fine arts,released,0213\r\n",
            "broaderRelationsSkillPillar_en.csv": BROADER +
                "KnowledgeSkillCompetence," + URI + "skill/s-1,SkillGroup," + URI + "skill/S1.2\r\n"
                "KnowledgeSkillCompetence," + URI + "skill/s-2,SkillGroup," + URI + "isced-f/0213\r\n",
        }
        made.update({name.replace("__", "."): text for name, text in tables.items()})
        folder = tempfile.mkdtemp(dir=self.folder)
        for name, text in made.items():
            if text is not None:
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(text if isinstance(text, bytes) else text.encode())
        return folder

    def convert(self, folder):
        done = run("vocabulary", "--from-esco", folder)
        self.assertEqual(done.returncode, DONE, done.stderr)
        return json.loads(done.stdout)

    def test_ids_labels_and_broader_concepts(self):
        vocabulary = self.convert(self.release())
        self.assertEqual(vocabulary["version"], "esco")
        found = {word["id"]: word for word in vocabulary["competencies"]}
        self.assertEqual(set(found), {"esco:s-1", "esco:s-2", "esco:S1.2", "esco:isced-f:0213"})
        self.assertEqual(found["esco:s-1"]["label"], {"en": "knit"})
        self.assertEqual(found["esco:s-1"]["broader"], ["esco:S1.2"])
        self.assertEqual(found["esco:s-2"]["broader"], ["esco:isced-f:0213"])

    def test_danish_labels_are_added_when_there(self):
        folder = self.release(skills_da__csv=SKILLS + "KnowledgeSkillCompetence," + URI +
                              'skill/s-1,x,x,"strikke ""på"" pinde",released\r\n')
        found = {word["id"]: word for word in self.convert(folder)["competencies"]}
        self.assertEqual(found["esco:s-1"]["label"], {"da": 'strikke "på" pinde', "en": "knit"})
        self.assertEqual(found["esco:s-2"]["label"], {"en": "yarn"})

    def test_quotes_line_breaks_marks_and_other_columns_are_read(self):
        skills = ('\ufeff"altLabels","preferredLabel","conceptType","conceptUri"\n'
                  '"a\nb, ""c""","knit","KnowledgeSkillCompetence","' + URI + 'skill/s-1"\n'
                  ',yarn,KnowledgeSkillCompetence,' + URI + 'skill/s-2')
        vocabulary = self.convert(self.release(skills_en__csv=skills))
        self.assertEqual([word["label"]["en"] for word in vocabulary["competencies"]][:4].count("knit"), 1)

    def test_names_without_the_language_are_found(self):
        folder = self.release()
        for name in os.listdir(folder):
            os.rename(os.path.join(folder, name), os.path.join(folder, name.replace("_en", "")))
        self.assertEqual(len(self.convert(folder)["competencies"]), 4)

    def test_only_released_competences_are_taken(self):
        skills = SKILLS + "".join(
            kind + "," + URI + "skill/s-%d,x,x,label,%s\r\n" % row for row, kind in
            (((1, "released"), "KnowledgeSkillCompetence"),
             ((2, "obsolete"), "KnowledgeSkillCompetence"), ((3, "released"), "Occupation")))
        found = {word["id"] for word in self.convert(self.release(skills_en__csv=skills))
                 ["competencies"]}
        self.assertEqual(found, {"esco:s-1", "esco:S1.2", "esco:isced-f:0213"})

    def test_the_folder_tells_the_version(self):
        folder = os.path.join(self.folder, "ESCO dataset - v1.1.1 - classification - en - csv")
        os.rename(self.release(), folder)
        self.assertEqual(self.convert(folder)["version"], "esco-1.1.1")

    def test_what_is_missing_is_named(self):
        done = run("vocabulary", "--from-esco", os.path.join(self.folder, "nowhere"))
        self.assertRefused(done, NO_INPUT)
        for name in ("skills", "skillGroups", "broaderRelationsSkillPillar"):
            done = run("vocabulary", "--from-esco", self.release(**{name + "_en__csv": None}))
            self.assertRefused(done, NO_INPUT)
            self.assertIn((name + "_en.csv").encode(), done.stderr)
        for name, header, column in (("skills", SKILLS, "conceptUri"),
                                     ("skills", SKILLS, "preferredLabel"),
                                     ("skillGroups", GROUPS, "conceptType"),
                                     ("broaderRelationsSkillPillar", BROADER, "broaderUri")):
            folder = self.release(**{name + "_en__csv": header.replace(column, "other")})
            done = run("vocabulary", "--from-esco", folder)
            self.assertRefused(done, BAD_DATA)
            self.assertIn(column.encode(), done.stderr)
            self.assertEqual(done.stderr.count(b"\n"), 1)

    def test_a_broken_table_is_refused_with_its_line(self):
        good = "KnowledgeSkillCompetence," + URI + "skill/s-1,x,x,knit,released\r\n"
        for row, bad in ((3, good), (3, good.replace("s-1", "s 9")), (3, "a,b\r\n"),
                         (3, '"KnowledgeSkillCompetence'), (3, '"a"b,,,,,\r\n'), (3, "a\rb,,,,,\n"),
                         (3, good.replace("s-1", "s-9").replace("data.europa", "example")),
                         (3, b"\xff,,,,,\r\n"), (3, b"\x00,,,,,\r\n")):
            table = (SKILLS + good).encode() + (bad if isinstance(bad, bytes) else bad.encode())
            folder = self.release(skills_en__csv=table)
            done = run("vocabulary", "--from-esco", folder)
            self.assertRefused(done, BAD_DATA)
            self.assertIn(("skills_en.csv:%d:" % row).encode(), done.stderr)
        self.assertRefused(run("vocabulary", "--from-esco", self.release(skills_en__csv="")),
                           BAD_DATA)

    def test_a_relation_to_nothing_or_in_a_circle_is_refused(self):
        dangling = BROADER + "SkillGroup," + URI + "skill/S1.2,SkillGroup," + URI + "skill/S9\r\n"
        self.assertRefused(run("vocabulary", "--from-esco", self.release(
            broaderRelationsSkillPillar_en__csv=dangling)), BAD_DATA)
        circle = BROADER + "SkillGroup," + URI + "skill/S1.2,SkillGroup," + URI + "isced-f/0213\r\n"
        circle += "SkillGroup," + URI + "isced-f/0213,SkillGroup," + URI + "skill/S1.2\r\n"
        self.assertRefused(run("vocabulary", "--from-esco", self.release(
            broaderRelationsSkillPillar_en__csv=circle)), BAD_DATA)

    def test_the_whole_of_esco_loads(self):
        folder = os.path.join(self.folder, "esco-1.1.1")
        source = os.path.join(SOURCE, "tests", "data", "esco")
        os.mkdir(folder)
        for name in os.listdir(source):
            if name.endswith(".xz"):
                with lzma.open(os.path.join(source, name)) as packed, \
                        open(os.path.join(folder, name[:-3]), "wb") as table:
                    shutil.copyfileobj(packed, table)
        document = os.path.join(self.folder, "esco.json")
        self.assertEqual(run("vocabulary", "--from-esco", folder, "-o", document).returncode, DONE)
        esco = load(document)
        self.assertEqual(esco["version"], "esco-1.1.1")
        self.assertEqual(len(esco["competencies"]), 14536)
        self.assertEqual(sum(len(word.get("broader", [])) for word in esco["competencies"]), 20649)

        whole = json.loads(run("vocabulary", "--vocabulary", document).stdout)
        self.assertEqual(len(whole["competencies"]), 14536)
        self.assertEqual(sum(len(word.get("broader", [])) for word in whole["competencies"]), 20649)
        labels = {word["id"]: word["label"] for word in whole["competencies"]}
        self.assertIn("da", labels["esco:b6bdf202-524f-475d-b813-2aa9af005c37"])
        self.assertEqual(run("check", document).returncode, DONE)

        done = run("match", CITIZEN, OPENING, "--vocabulary", document)
        self.assertEqual(json.loads(done.stdout)["verdict"], "fit", done.stderr)
        seconds, peak = self.measure(["match", CITIZEN, OPENING, "--vocabulary", document])
        print("a match with the whole of ESCO loaded: %.3f s, peak %.1f MB" %
              (seconds, peak / 1e6), file=sys.stderr)

    def measure(self, arguments):
        """Seconds and peak bytes, by way of a small process: a child's peak begins at its parent's."""
        script = ("import resource, subprocess, sys, time; begun = time.monotonic(); "
                  "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
                  "print(time.monotonic() - begun, "
                  "resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)")
        done = subprocess.run([sys.executable, "-S", "-c", script, PROGRAM, *arguments],
                              stdout=subprocess.PIPE, env=environment(), check=True)
        return [float(text) for text in done.stdout.split()]


if __name__ == "__main__":
    unittest.main()
