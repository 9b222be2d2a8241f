# SPDX-License-Identifier: Apache-2.0
"""The package and the examples as mypy --strict sees them."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import environment

environment.enter()

import smaajob  # noqa: E402
import support  # noqa: E402

PACKAGE = Path(smaajob.__file__).parent
EXAMPLES = sorted((support.ROOT / "examples").rglob("*.py"))
WRONG = """
import smaajob
number: int = smaajob.match("a", "b").verdict
smaajob.rank(smaajob.Caseload([]), smaajob.Market([]), top="ten")
smaajob.scores(smaajob.Caseload([]), smaajob.Market([]), progress=lambda done: None)
"""


def check(*paths):
    with tempfile.TemporaryDirectory() as cache:
        command = [sys.executable, "-m", "mypy", "--strict", "--python-version", "3.10", "--cache-dir", cache]
        return subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, cwd=PACKAGE.parent)


class Types(unittest.TestCase):
    def test_the_package_is_typed(self):
        self.assertTrue((PACKAGE / "py.typed").exists())
        checked = check("-p", "smaajob")
        self.assertEqual(checked.returncode, 0, checked.stdout)

    def test_the_examples_are_typed(self):
        self.assertGreater(len(EXAMPLES), 0)
        for path in EXAMPLES:
            checked = check(path)
            self.assertEqual(checked.returncode, 0, checked.stdout)

    def test_what_is_wrong_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "wrong.py"
            path.write_text(WRONG)
            self.assertEqual(check(path).stdout.count(": error:"), 4)


if __name__ == "__main__":
    unittest.main()
