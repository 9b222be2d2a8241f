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
        cases = ROOT / "examples" / "cases"
        with tempfile.TemporaryDirectory() as directory:
            for kind, many in (("citizen", "citizens"), ("opening", "openings")):
                shutil.copy(cases / "joergen" / f"{kind}.json", directory)
                documents = {d["id"]: json.dumps(d) + "\n" for p in cases.glob(f"*/{kind}.json") for d in [json.loads(p.read_text())]}
                Path(directory, f"{many}.ndjson").write_text("".join(documents.values()))
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
