#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""examples/embed: a host with a database of its own, the same bytes from C, Python, Java and C#.

Each starts from the same database, builds its objects from rows, ranks, and keeps matches and records under threads;
what they print and what they keep is the same.
"""

import glob
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = pathlib.Path(os.environ.get("SMAAJOB_BUILD", ROOT / "build"))
EMBED = ROOT / "examples" / "embed"
JDBC = "/usr/share/java/sqlite-jdbc.jar"
SQLITE_OF_MONO = glob.glob("/usr/lib/mono/4.5/Mono.Data.Sqlite.dll")


def c(_):
    program = BUILD / "examples" / "embed" / "embed"
    return [program] if program.exists() else "no development files of SQLite"


def python(_):
    if os.environ.get("SMAAJOB_PYTHON") == "no":
        return "the Python binding was not built"
    return [sys.executable, EMBED / "embed.py"]


def java(_):
    jar = BUILD / "bindings" / "java" / "smaajob.jar"
    if not jar.exists() or not os.path.exists(JDBC):
        return "no jar, or no libxerial-sqlite-jdbc-java"
    return ["java", "-cp", f"{jar}:{JDBC}", EMBED / "Embed.java"]


def csharp(work):
    package = BUILD / "bindings" / "csharp" / "nuget"
    if not package.exists() or not SQLITE_OF_MONO:
        return "no assembly, or no libmono-sqlite4.0-cil"
    for part in [package / "lib" / "netstandard2.0" / "Smaajob.dll", *package.glob("runtimes/*/native/*")]:
        shutil.copy(part, work)
    subprocess.run(
        ["mcs", "-nologo", "-langversion:7", "-warnaserror", f"-out:{work}/Embed.exe", f"-r:{work}/Smaajob.dll"]
        + ["-r:Mono.Data.Sqlite", "-r:System.Data", str(EMBED / "Embed.cs")],
        check=True,
    )
    return ["mono", f"{work}/Embed.exe"]


class Embed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.mkdtemp()
        cls.seed = os.path.join(cls.work, "seed.db")
        subprocess.run([sys.executable, EMBED / "database.py", cls.seed], check=True)
        cls.said, cls.kept, cls.missing = {}, {}, {}
        for host in (c, python, java, csharp):
            command = host(cls.work)
            if isinstance(command, str):
                cls.missing[host.__name__] = command
            else:
                cls.run_host(host.__name__, command)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work)

    @classmethod
    def run_host(cls, name, command):
        path = os.path.join(cls.work, name + ".db")
        shutil.copy(cls.seed, path)
        # Mono looks for a native library on the path; the others know theirs.
        env = dict(os.environ, LC_ALL="da_DK.UTF-8", LD_LIBRARY_PATH=f"{cls.work}:{BUILD / 'lib'}")
        done = subprocess.run([*map(str, command), path], capture_output=True, env=env, timeout=300)
        if done.returncode:
            raise AssertionError(f"{name}: {done.stderr.decode()}")
        with sqlite3.connect(path) as database:
            cls.kept[name] = database.execute("SELECT * FROM result ORDER BY rowid").fetchall()
        cls.said[name] = done.stdout

    def test_every_language_is_there_that_was_built(self):
        for name, why in self.missing.items():
            print(f"{name} is left out: {why}")
        self.assertTrue(self.said, "none")

    def test_all_print_the_same_bytes(self):
        first = next(iter(self.said))
        for name, said in self.said.items():
            self.assertEqual(said.decode(), self.said[first].decode(), f"{name} and {first}")

    def test_all_keep_the_same(self):
        first = next(iter(self.kept))
        for name, kept in self.kept.items():
            self.assertEqual(kept, self.kept[first], f"{name} and {first}")

    def test_enough_is_kept_and_nothing_of_the_hosts_own(self):
        with sqlite3.connect(self.seed) as database:
            names = [name for (name,) in database.execute("SELECT name FROM citizen")]
            citizens, openings = (
                database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("citizen", "opening")
            )
        for name, kept in self.kept.items():
            self.assertGreater(len(kept), 50)
            self.assertIn(f"of {openings} openings", self.said[name].decode())
            self.assertGreaterEqual(citizens, 20)
            self.assertGreater(len({row[3] for row in kept}), 2, "verdicts")
            for row in kept:
                self.assertFalse([n for n in names if f'"{n}"' in row[6]], "a name left the host")

    @unittest.skipIf(os.environ.get("SMAAJOB_PYTHON") == "no", "the Python binding was not built")
    def test_a_row_says_what_the_published_document_says(self):
        import smaajob

        published = {}
        for path in (ROOT / "examples" / "cases").glob("*/*.json"):
            if path.name != "expected.json":
                kind = smaajob.Citizen if path.name == "citizen.json" else smaajob.Opening
                made = kind.from_path(path)
                published.setdefault((path.stem, made.id), set()).add(made.to_json())
        compared = 0
        for kept in self.kept.values():
            for row in kept:
                record = smaajob.Record.from_json(row[6])
                for member, id in (("citizen", row[0]), ("opening", row[2])):
                    if (member, id) in published:
                        self.assertIn(record.source_json(member), published[member, id])
                        compared += 1
        self.assertGreater(compared, 40 * len(self.kept))


if __name__ == "__main__":
    unittest.main()
