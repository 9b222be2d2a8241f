# SPDX-License-Identifier: Apache-2.0
"""What the tests of the smaajob program share: it is run from outside, as a person would.

SMAAJOB_CLI is the program and SMAAJOB_SOURCE the root of the source.
"""

import errno
import json
import os
import pty
import shutil
import subprocess
import tempfile
import unittest

SOURCE = os.environ.get("SMAAJOB_SOURCE") or os.path.dirname(
    os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.environ.get("SMAAJOB_CLI") or os.environ.get("SMAAJOB_PROGRAM") or os.path.join(
    SOURCE, "build", "bindings", "cli", "smaajob")
DATA = os.path.join(SOURCE, "tests", "data", "cli")
CITIZEN = os.path.join(DATA, "citizen.json")
OPENING = os.path.join(DATA, "opening.json")
COMMANDS = ["match", "explain", "replay", "diff", "check", "pack", "rank", "policy", "vocabulary", "schema"]
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

    def content(self, path):
        with open(path, "rb") as file:
            return file.read()

    def assertRefused(self, done, status):
        """The status, something told on stderr, and no result."""
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertEqual(done.stdout, b"")
        self.assertNotEqual(done.stderr, b"")

    def errors(self, *arguments, **more):
        done = run("check", "--json", *arguments, **more)
        return done.returncode, [json.loads(text) for text in done.stdout.splitlines()], done.stderr
