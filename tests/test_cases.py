# SPDX-License-Identifier: Apache-2.0
"""Whatever an expected.json of a published case says is held against the match."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(os.environ.get("SMAAJOB_BUILD", ROOT / "build")) / "examples" / "cases"


def another(value):
    """What the match is not, in the place of what it is."""
    if isinstance(value, list):
        return [*value, "nothing_of_the_kind"]
    return value + 1 if isinstance(value, (int, float)) else "nothing_of_the_kind"


class Cases(unittest.TestCase):
    def is_as_expected(self, case, expected):
        with tempfile.TemporaryDirectory() as folder:
            directory = Path(shutil.copytree(case, Path(folder) / case.name))
            (directory / "expected.json").write_text(json.dumps(expected))
            return subprocess.run([PROGRAM, directory], capture_output=True, check=False).returncode == 0

    def test_every_member_is_read(self):
        for case in sorted((ROOT / "examples" / "cases").iterdir()):
            expected = json.loads((case / "expected.json").read_text())
            self.assertTrue(self.is_as_expected(case, expected), case.name)
            for member, value in expected.items():
                with self.subTest(case=case.name, member=member):
                    self.assertFalse(self.is_as_expected(case, {**expected, member: another(value)}))

    def test_growth_that_nobody_spoke_of_is_not_expected(self):
        case = ROOT / "examples" / "cases" / "joergen"
        expected = json.loads((case / "expected.json").read_text())
        del expected["growth_to"]
        self.assertFalse(self.is_as_expected(case, expected))


if __name__ == "__main__":
    unittest.main()
