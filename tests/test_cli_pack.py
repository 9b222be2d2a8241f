# SPDX-License-Identifier: Apache-2.0
"""The smaajob program: packed files, and ranking them."""

import json
import os
import signal
import socket
import stat
import subprocess
import threading
import time
import unittest

from cli import (BAD_DATA, CITIZEN, CliTest, DONE, environment, line, load, NO_INPUT, OPENING,
                 PROGRAM, run, USAGE, WRITE_FAILED)


class PackTest(CliTest):
    def setUp(self):
        super().setUp()
        self.c = self.many("c.ndjson", CITIZEN, 40)
        self.o = self.many("o.ndjson", OPENING, 60)

    def many(self, name, path, n):
        return self.file(name, b"".join(line({**load(path), "id": "i-%d" % i}) for i in range(n)))

    def pack(self, kind, source, name="packed", *arguments, **more):
        path = os.path.join(self.folder, name)
        return path, run("pack", "--" + kind, source, "-o", path, *arguments, **more)

    def packed(self, kind, source, name):
        path, done = self.pack(kind, source, name)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (DONE, b"", b""))
        return path

    def test_a_packed_file_ranks_as_its_documents(self):
        c, o = self.packed("citizens", self.c, "c"), self.packed("openings", self.o, "o")
        for by in ("citizen", "opening"):
            for extra in ((), ("--why",), ("--summary",), ("--threads", "2")):
                expected = run("rank", "--citizens", self.c, "--openings", self.o, "--by", by,
                               *extra).stdout
                self.assertNotEqual(expected, b"")
                for citizens, openings in ((c, o), (self.c, o), (c, self.o)):
                    done = run("rank", "--citizens", citizens, "--openings", openings, "--by", by,
                               *extra)
                    self.assertEqual((done.returncode, done.stdout), (DONE, expected), done.stderr)

    def test_standard_input_packs_to_the_same_bytes(self):
        with open(self.packed("openings", self.o, "a"), "rb") as file:
            expected = file.read()
        with open(self.o, "rb") as file:
            path, done = self.pack("openings", "-", "b", stdin=file.read())
        self.assertEqual(done.returncode, DONE, done.stderr)
        with open(path, "rb") as file:
            self.assertEqual(file.read(), expected)

    def test_a_pipe_and_a_socket_are_packed_whole(self):
        many = self.many("many.ndjson", OPENING, 400)  # more than is read at once
        expected = self.content(self.packed("openings", many, "a"))
        pipe = os.path.join(self.folder, "pipe")
        os.mkfifo(pipe)
        one, other = socket.socketpair()
        for source, to in (("-", one.fileno()), (pipe, None)):
            def write(to=to):
                with open(pipe if to is None else to, "wb", closefd=to is None) as file:
                    file.write(self.content(many))
                one.shutdown(socket.SHUT_WR)
            thread = threading.Thread(target=write)
            thread.start()
            path = os.path.join(self.folder, "b")
            done = subprocess.run([PROGRAM, "pack", "--openings", source, "-o", path], timeout=60,
                                  stdin=other, stderr=subprocess.PIPE, env=environment())
            thread.join()
            self.assertEqual((done.returncode, done.stderr), (DONE, b""))
            self.assertEqual(self.content(path), expected)
            os.unlink(path)
        one.close()
        other.close()

    def test_of_a_file_that_was_begun_the_rest_is_packed(self):
        with open(self.o, "rb", buffering=0) as file:
            file.seek(len(self.content(self.o).splitlines(True)[0]))
            path = os.path.join(self.folder, "rest")
            done = subprocess.run([PROGRAM, "pack", "--openings", "-", "-o", path], stdin=file,
                                  timeout=60, env=environment())
        self.assertEqual(done.returncode, DONE)
        rest = self.file("r.ndjson", b"".join(self.content(self.o).splitlines(True)[1:]))
        self.assertEqual(self.content(path), self.content(self.packed("openings", rest, "r")))

    def test_nothing_but_a_file_is_replaced(self):
        path = os.path.join(self.folder, "pipe")
        os.mkfifo(path)
        self.assertRefused(self.pack("openings", self.o, "pipe")[1], WRITE_FAILED)
        self.assertTrue(stat.S_ISFIFO(os.stat(path).st_mode))

    def assertLeavesNothing(self, process, before):
        for _ in range(1000):
            if set(os.listdir(self.folder)) != before:
                break
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        self.assertEqual((process.wait(60), process.stderr.read()), (-signal.SIGINT, b""))
        process.stderr.close()
        self.assertEqual(set(os.listdir(self.folder)), before)

    def test_an_interruption_leaves_nothing_behind(self):
        path, before = os.path.join(self.folder, "packed"), set(os.listdir(self.folder))
        process = subprocess.Popen([PROGRAM, "pack", "--openings", "-", "-o", path, "--skip-bad"],
                                   stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
        process.stdin.write(self.content(self.o)[:-9])  # the last line has half come
        process.stdin.flush()
        self.assertLeavesNothing(process, before)
        process.stdin.close()
        errors = os.path.join(self.folder, "errors")
        for first, second in (("-", self.o), (self.c, "-")):  # while it waits for what is to be ranked
            process = subprocess.Popen(
                [PROGRAM, "rank", "--citizens", first, "--openings", second, "--by", "citizen", "--skip-bad",
                 "--errors", errors, "-o", path],
                stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
            process.stdin.write(self.content(self.o if second == "-" else self.c)[:-9])
            process.stdin.flush()
            self.assertLeavesNothing(process, before)
            process.stdin.close()
        c, o = self.many("cs.ndjson", CITIZEN, 4000), self.many("os.ndjson", OPENING, 4000)
        before = set(os.listdir(self.folder))
        self.assertLeavesNothing(subprocess.Popen(
            [PROGRAM, "rank", "--citizens", c, "--openings", o, "--by", "citizen", "--why", "-o", path],
            stderr=subprocess.PIPE, env=environment()), before)

    def test_an_interruption_that_comes_too_late_ends_nothing(self):
        """Every file is as it was, or all of them are written and the status says so."""
        path, errors = self.file("lists", b"before"), os.path.join(self.folder, "errors")
        bad = self.file("bad.ndjson", self.content(self.c) + b"{}\n")
        expected = run("rank", "--citizens", self.c, "--openings", self.o, "--by", "citizen").stdout
        os.mkfifo(errors)
        reader = os.open(errors, os.O_RDONLY | os.O_NONBLOCK)
        writer = os.open(errors, os.O_WRONLY | os.O_NONBLOCK)
        with self.assertRaises(BlockingIOError):  # full: what is written to it at the end waits
            while True:
                os.write(writer, bytes(4096))
        os.close(writer)
        process = subprocess.Popen(
            [PROGRAM, "rank", "--citizens", bad, "--openings", self.o, "--by", "citizen", "--skip-bad",
             "--errors", errors, "-o", path], stderr=subprocess.DEVNULL, env=environment())
        for _ in range(1000):
            if self.content(path) != b"before":
                break
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        os.set_blocking(reader, True)
        with open(reader, "rb") as file:
            told = file.read().lstrip(b"\0")
        self.assertEqual(process.wait(60), DONE)
        self.assertEqual(self.content(path), expected)
        self.assertEqual(json.loads(told)["line"], 41)

    def test_a_file_of_documents_over_many_lines_is_told_what_is_wanted(self):
        pretty = json.dumps(load(CITIZEN), indent=1).encode()
        for text, column in ((pretty, 2), (b"[\n" + pretty + b"\n]\n", 2)):
            path = self.file("pretty.json", text)
            _, done = self.pack("citizens", path)
            self.assertRefused(done, BAD_DATA)
            self.assertIn(f":1:{column}: the text ends, expected ", done.stderr.decode())
            self.assertIn("; each line is to be a whole document (NDJSON)", done.stderr.decode())
        path = self.file("pretty.ndjson", pretty)
        for arguments in (("check", path), ("rank", "--citizens", path, "--openings", self.o, "--by", "citizen")):
            done = run(*arguments)
            self.assertIn(b"; each line is to be a whole document (NDJSON)", done.stdout + done.stderr)

    def test_a_packed_file_is_no_document(self):
        done = run("match", self.packed("citizens", self.c, "c"), OPENING, "--lang", "da")
        self.assertRefused(done, BAD_DATA)
        self.assertTrue(done.stderr.endswith(
            b"/c:1:1: a packed file, expected a document: it is opened as packed, for rankings\n"), done.stderr)

    def test_a_packed_file_is_not_packed_again(self):
        packed = self.packed("openings", self.o, "o")
        done = self.pack("openings", packed, "again")[1]
        self.assertRefused(done, BAD_DATA)
        self.assertIn(b"packed already", done.stderr)

    def test_packed_bytes_that_are_no_file_are_told(self):
        packed = self.content(self.packed("openings", self.o, "o"))
        for stdin in (packed, packed[:8]):
            done = run("rank", "--citizens", self.c, "--openings", "-", "--by", "citizen", stdin=stdin)
            self.assertRefused(done, BAD_DATA)
            self.assertIn(b"what is packed must be a file", done.stderr)
            self.assertEqual([row["code"] for row in self.errors("-", stdin=stdin)[1]], ["format"])
        with open(os.path.join(self.folder, "o"), "rb") as file:
            done = subprocess.run([PROGRAM, "pack", "--openings", "-", "-o", os.path.join(self.folder, "p")],
                                  stdin=file, capture_output=True, env=environment())
        self.assertRefused(done, BAD_DATA)
        self.assertIn(b"packed already", done.stderr)

    def test_a_bad_line_refuses_all_and_leaves_the_file_as_it_was(self):
        path = self.file("packed", b"before")
        with open(self.o, "ab") as file:
            file.write(b'{"format":"smaajob.opening/1","id":"x","color":1}\n')
        _, done = self.pack("openings", self.o)
        self.assertRefused(done, BAD_DATA)
        told = done.stderr.decode().splitlines()
        self.assertTrue(told[0].startswith(self.o + ":61:"), told)
        self.assertEqual(["--skip-bad" in row for row in told], [False, True, False], told)
        with open(path, "rb") as file:
            self.assertEqual(file.read(), b"before")

    def test_bad_lines_are_left_out_counted_and_told(self):
        with open(self.o, "rb") as file:
            good = file.read()
        bad = b"".join(b'{"format":"smaajob.opening/1","id":"x%d","color":1}\n' % i
                       for i in range(13))
        mixed = self.file("m.ndjson", bad + good)
        errors = os.path.join(self.folder, "errors.ndjson")
        path, done = self.pack("openings", mixed, "m", "--skip-bad", "--errors", errors)
        self.assertEqual(done.returncode, DONE, done.stderr)
        told = done.stderr.decode().splitlines()
        self.assertEqual([row.startswith(mixed) for row in told], [True] * 10 + [False])
        self.assertEqual(told[-1], "Bad documents left out: 13")
        with open(errors, "rb") as file:
            rows = [json.loads(row) for row in file]
        self.assertEqual([row["line"] for row in rows], list(range(1, 14)))
        self.assertEqual({row["code"] for row in rows}, {"unknown_member"})
        with open(path, "rb") as one, open(self.packed("openings", self.o, "o"), "rb") as other:
            self.assertEqual(one.read(), other.read())

    def test_where_all_lines_are_bad_nothing_is_replaced(self):
        bad = b'{"format":"smaajob.opening/1","id":"x","color":1}\n' * 12
        many = self.file("bad.ndjson", bad * 500 + b"{")  # progress is told on the way
        path = self.file("packed", b"before")
        errors = os.path.join(self.folder, "errors.ndjson")
        for source, stdin, n in ((many, b"", 6001), ("-", bad * 500, 6000), ("-", bad, 12)):
            _, done = self.pack("openings", source, "packed", "--skip-bad", "--errors", errors, stdin=stdin)
            self.assertRefused(done, BAD_DATA)
            self.assertEqual(self.content(path), b"before")
            told = done.stderr.decode().splitlines()
            self.assertEqual((len(told), told[-1]), (11, f"Bad documents: {n}. None would be left, so "
                                                         "nothing is written."))
            self.assertEqual(len(self.content(errors).splitlines()), n)
        good = bad * 500 + self.content(self.o).splitlines(True)[0]
        for source, stdin in ((self.file("good.ndjson", good), b""), ("-", good)):
            self.assertEqual(self.pack("openings", source, "packed", "--skip-bad", stdin=stdin)[1].returncode, DONE)

    def test_no_document_is_a_crowd_of_none(self):
        for kind, other in (("citizens", self.o), ("openings", self.c)):
            for none in (self.file("none.ndjson", b""), self.file("blank.ndjson", b"\n \r\n"),
                         self.file("none.txt", b""), "-", self.packed(kind, self.file("e.ndjson", b""), "e")):
                for by in ("citizen", "opening"):
                    arguments = ("rank", "--" + kind, none, "--openings" if kind == "citizens" else
                                 "--citizens", other, "--by", by)
                    done = run(*arguments)
                    self.assertEqual((done.returncode, done.stdout), (DONE, b""), none)
                    n = self.content(other).count(b"\n")
                    told = (f"No {kind}, so no lists\n" if by == kind[:-1] else
                            f"Lists without a pair that has a score: {n} of {n}\n")
                    self.assertEqual(done.stderr.decode(), told, none)
                    done = run(*arguments, "--summary")
                    self.assertEqual((done.returncode, json.loads(done.stdout)["pairs"]), (DONE, 0))
        for none in ("none.ndjson", "blank.ndjson"):
            done = run("check", os.path.join(self.folder, none))
            self.assertEqual((done.returncode, done.stdout, done.stderr), (DONE, b"", b""))

    def test_what_is_no_text_has_no_line(self):
        path = self.packed("openings", self.o, "o")
        content = bytearray(self.content(path))
        content[20] ^= 1
        for name, bad, code in (("damaged", bytes(content), "damaged"), ("short", bytes(content[:100]), "format")):
            file = self.file(name, bad)
            (fault,) = [json.loads(row) for row in run("check", "--json", file).stdout.splitlines()]
            self.assertEqual((fault["code"], fault["line"], fault["column"]), (code, 0, 0))
            done = run("rank", "--citizens", self.c, "--openings", file, "--by", "citizen")
            self.assertEqual(done.stderr.decode(), f"{file}: {fault['message']}\n")

    def test_damage_is_found_by_check_or_harmless(self):
        path = self.packed("openings", self.o, "o")
        arguments = ("rank", "--citizens", self.c, "--by", "citizen", "--openings")
        expected, found = run(*arguments, path).stdout, 0
        self.assertEqual(run("check", path).returncode, DONE)
        with open(path, "rb") as file:
            content = bytearray(file.read())
        for at in range(16, len(content), len(content) // 40):
            content[at] ^= 1
            damaged = self.file("damaged", bytes(content))
            content[at] ^= 1
            if run("check", "--json", damaged).returncode == BAD_DATA:
                found += 1
            else:  # between two sections nothing stands
                self.assertEqual(run(*arguments, damaged).stdout, expected, at)
        self.assertGreater(found, 35)
        self.assertEqual(run("check", self.file("cut", bytes(content[:-1]))).returncode, BAD_DATA)

    def test_a_file_that_was_cut_is_told_to_be(self):
        for kind, source, other in (("openings", self.o, ("--citizens", self.c)), ("citizens", self.c, ("--openings", self.o))):
            content = self.content(self.packed(kind, source, kind))
            for n in (8, 9, 100, 1000, len(content) // 2):
                cut = self.file("cut", content[:n])
                done = run("rank", "--" + kind, cut, *other, "--by", "citizen", "--skip-bad")
                self.assertRefused(done, BAD_DATA)
                self.assertNotIn(b"UTF-8", done.stderr)
                self.assertRegex(done.stderr.decode(), "cut short|damaged")
                status, errors, _ = self.errors(cut)
                self.assertEqual((status, len(errors)), (BAD_DATA, 1))
                self.assertRegex(errors[0]["message"], "cut short|damaged")
                self.assertIn(b"packed already", self.pack(kind, cut, "again")[1].stderr)
            done = run("rank", "--" + kind, self.file("cut", content[:7]), *other, "--by", "citizen")
            self.assertIn(b"UTF-8", done.stderr)

    def test_a_file_of_another_kind_or_vocabulary_is_refused(self):
        c, o = self.packed("citizens", self.c, "c"), self.packed("openings", self.o, "o")
        self.assertRefused(run("rank", "--citizens", o, "--openings", c, "--by", "citizen"), BAD_DATA)
        more = self.file("v.json", {"format": "smaajob.vocabulary/1", "version": "v", "competencies": [
            {"id": "own:a", "label": {"en": "a"}}]})
        done = run("rank", "--citizens", self.c, "--openings", o, "--by", "citizen",
                   "--vocabulary", more)
        self.assertRefused(done, BAD_DATA)
        self.assertIn(b"vocabulary", done.stderr)

    def test_use_and_files_at_fault_have_their_statuses(self):
        for arguments in ((), ("--citizens", self.c), ("-o", "x"), ("--citizens", self.c, "-o", "-"),
                          ("--citizens", self.c, "--openings", self.o, "-o", "x"),
                          ("--citizens", self.c, "-o", "x", "--errors", "e")):
            self.assertRefused(run("pack", *arguments, cwd=self.folder), USAGE)
        for missing in (os.path.join(self.folder, "none"), self.folder):
            self.assertRefused(self.pack("citizens", missing)[1], NO_INPUT)
        closed = subprocess.run(["sh", "-c", 'exec "$0" pack --citizens - -o x <&-', PROGRAM],
                                capture_output=True, env=environment(), cwd=self.folder)
        self.assertRefused(closed, NO_INPUT)
        for where in (os.path.join("no", "where"), "."):
            self.assertRefused(self.pack("citizens", self.c, where)[1], WRITE_FAILED)
        self.assertEqual([name for name in os.listdir(self.folder) if "packed" in name], [])


if __name__ == "__main__":
    unittest.main()
