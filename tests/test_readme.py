# SPDX-License-Identifier: Apache-2.0
"""What README.md shows is what is there, and it runs as it stands."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BUILD = Path(os.environ.get("SMAAJOB_BUILD", ROOT / "build"))
JAR = BUILD / "bindings" / "java" / "smaajob.jar"
PACKAGE = BUILD / "bindings" / "csharp" / "nuget"
LIBRARY = Path(os.environ.get("SMAAJOB_LIBRARY", ROOT / "build" / "lib" / "libsmaajob.so"))


def block(language):
    found = re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.M | re.S)
    assert len(found) == 1, f"README.md has {len(found)} blocks of {language}"
    return found[0]


def without_licence(name):
    return "".join((ROOT / "examples" / name).read_text(encoding="utf-8").splitlines(keepends=True)[1:])


def said(language):
    """The line that README.md says the program prints."""
    return re.search(rf"```{language}\n.*?```\n+prints `([^`]+)`", README, flags=re.S).group(1)


def lay_out(directory):
    """The files that what is shown reads: a pair, and the published cases a line each."""
    cases = ROOT / "examples" / "cases"
    for kind, many in (("citizen", "citizens"), ("opening", "openings")):
        shutil.copy(cases / "joergen" / f"{kind}.json", directory)
        documents = {d["id"]: json.dumps(d) + "\n" for p in cases.glob(f"*/{kind}.json") for d in [json.loads(p.read_text())]}
        Path(directory, f"{many}.ndjson").write_text("".join(documents.values()))


class Programs(unittest.TestCase):
    def test_the_c_program_is_the_example(self):
        self.assertEqual(block("c"), without_licence("score.c"))

    def test_the_python_program_is_the_example(self):
        self.assertEqual(block("python"), without_licence("score.py"))

    def test_the_c_program_compiles_without_a_warning_and_prints_what_is_said(self):
        with tempfile.TemporaryDirectory() as directory:
            program = Path(directory) / "score"
            source = program.with_suffix(".c")
            source.write_text(block("c"), encoding="utf-8")
            built = subprocess.run(
                ["cc", "-std=c11", "-Wall", "-Wextra", "-Werror", f"-I{ROOT / 'include'}", str(source),
                 f"-L{LIBRARY.parent}", "-lsmaajob", f"-Wl,-rpath,{LIBRARY.parent}", "-o", str(program)],
                capture_output=True, text=True,
            )  # fmt: skip
            self.assertEqual(built.stderr, "")
            self.assertEqual(subprocess.run([program], capture_output=True, text=True).stdout, said("c") + "\n")

    @unittest.skipIf(os.environ.get("SMAAJOB_PYTHON") == "no", "the Python binding is not built")
    def test_the_python_program_runs_and_prints_what_is_said(self):
        done = subprocess.run([sys.executable, "-c", block("python")], cwd=ROOT, capture_output=True, text=True)
        self.assertEqual(done.stderr, "")
        self.assertEqual(done.stdout, said("python") + "\n")

    @unittest.skipIf(os.environ.get("SMAAJOB_PROGRAM") is None, "the program is not built")
    def test_every_command_of_the_shell_runs(self):
        (commands,) = re.findall(r"^```sh\n(smaajob .*?)^```$", README, flags=re.M | re.S)
        with tempfile.TemporaryDirectory() as directory:
            lay_out(directory)
            path = f"{Path(os.environ['SMAAJOB_PROGRAM']).parent}:{os.environ['PATH']}"
            done = subprocess.run(
                ["sh", "-e", "-c", commands], cwd=directory, capture_output=True, text=True, env={**os.environ, "PATH": path}
            )
            written = {name for name in re.findall(r" (?:-o|--record) (\S+)", commands) if Path(directory, name).exists()}
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(written, {"employer.html", "openings.packed", "summary.html", "record.json", "match.json"})

    def test_the_programs_are_short(self):
        body = block("c").split("{\n", 1)[1]
        self.assertLessEqual(len([line for line in body.splitlines() if line.strip(" }")]), 15)
        self.assertLessEqual(len(block("python").splitlines()), 5)


class Bindings(unittest.TestCase):
    """What docs/bindings.md shows of Java and C# runs as it stands, where its files are."""

    TEXT = (ROOT / "docs" / "bindings.md").read_text(encoding="utf-8")
    JAVA = "import dk.smaajob.*;\nimport java.nio.file.Path;\nclass Shown {{ public static void main(String[] a) throws Exception {{\n{}}} }}\n"
    CSHARP = "using System;\nusing Smaajob;\nstatic class Shown {{ static void Main() {{\n{}}} }}\n"

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        lay_out(self.folder.name)

    def run_in(self, *command, **more):
        done = subprocess.run(command, cwd=self.folder.name, capture_output=True, text=True, env={**os.environ, **more})
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        return done.stdout

    def shown(self, language):
        """What each block prints: a match, and rankings."""
        return re.findall(rf"^```{language}\n(.*?)^```$", self.TEXT, flags=re.M | re.S)

    def assertTold(self, match, rankings):
        self.assertTrue(match.startswith("fit "), match)
        lines = rankings.splitlines()
        documents = Path(self.folder.name, "citizens.ndjson").read_text().splitlines()
        self.assertLessEqual({line.split()[0] for line in lines}, {json.loads(d)["id"] for d in documents})
        self.assertGreater(len(lines), len(documents) // 2)

    @unittest.skipIf(not JAR.exists(), "the Java binding is not built")
    def test_java(self):
        source = Path(self.folder.name, "Shown.java")
        told = []
        for code in self.shown("java"):
            source.write_text(self.JAVA.format(code), encoding="utf-8")
            told.append(self.run_in("java", "-cp", str(JAR), "Shown.java"))
        self.assertTold(*told)

    @unittest.skipIf(not PACKAGE.exists(), "the C# binding is not built")
    def test_csharp(self):
        for path in [*PACKAGE.glob("lib/*/Smaajob.dll"), *PACKAGE.glob("runtimes/*/native/*")]:
            shutil.copy(path, self.folder.name)
        told = []
        for code in self.shown("csharp"):
            Path(self.folder.name, "Shown.cs").write_text(self.CSHARP.format(code), encoding="utf-8")
            self.run_in("mcs", "-nologo", "-out:Shown.exe", "-r:Smaajob.dll", "Shown.cs")
            told.append(self.run_in("mono", "Shown.exe", LD_LIBRARY_PATH=self.folder.name))
        self.assertTold(*told)


class Commands(unittest.TestCase):
    def test_the_two_commands_open_it_and_are_there(self):
        opening = README.split("\n## ")[0]
        for command in ("sh examples/run.sh", "sh tests/run.sh"):
            self.assertIn(command, opening)
            self.assertTrue((ROOT / command.split()[1]).exists())

    def test_everything_under_where_is_what_is_there(self):
        section = README.split("## Where is what", 1)[1].split("\n## ", 1)[0]
        paths = re.findall(r"^\| `([^`]+)` \|", section, flags=re.M)
        self.assertGreater(len(paths), 6)
        self.assertEqual([p for p in paths if not (ROOT / p).exists()], [])


if __name__ == "__main__":
    unittest.main()
