# SPDX-License-Identifier: Apache-2.0
"""faces.tsv: each public C function is bound, reached by a name that is documented, and called by the tests."""

import inspect
import io
import re
import unittest

import smaajob
import support
import test_native
from smaajob import _native

ROWS = [line.split("\t") for line in (support.ROOT / "tests/python/faces.tsv").read_text().splitlines() if line[0] != "#"]
FACES = dict(ROWS)
# The tests that call them, and take no packages.
TESTS = ("advice", "builders", "documents", "many", "match", "packed", "record", "values", "words")

def find(face):
    """What a name of the face stands for; a member without a value of its own is told of by its class."""
    found = smaajob
    for part in face.split("."):
        if not hasattr(found, part) and part in getattr(found, "__annotations__", {}):
            return found
        found = getattr(found, part)
    return found


class Recorder:
    """Which functions of the native layer are called."""

    def __init__(self):
        self.called = set()

    def wrap(self, owner, name, key):
        was = inspect.getattr_static(owner, name)
        function = getattr(owner, name)

        if isinstance(was, staticmethod) or not isinstance(owner, type):
            def call(*arguments):
                self.called.add(key)
                return function(*arguments)

            setattr(owner, name, staticmethod(call) if isinstance(owner, type) else call)
        else:
            def call_method(this, *arguments, **named):
                self.called.add(key)
                return function(this, *arguments, **named)

            setattr(owner, name, call_method)

    def wrap_all(self, functions):
        for function in functions:
            owner, name = test_native.method_of(function)
            name = "__init__" if name == "new" else name
            if function == "smaajob_explain":
                owner, name = _native.Explanation, "__init__"
            self.wrap(owner, name, function)


class Faces(unittest.TestCase):
    def test_every_function_is_in_the_list_once(self):
        self.assertEqual([row[0] for row in ROWS], sorted(test_native.functions()))
        self.assertTrue(all(len(row) == 2 for row in ROWS))

    def test_every_face_is_there_and_documented(self):
        for function, face in ROWS:
            with self.subTest(function):
                if face == "-":
                    self.assertTrue(function.endswith("_free"))
                    continue
                found = find(face)
                if not isinstance(found, str):
                    self.assertTrue((inspect.getdoc(found) or "").strip(), face)
                else:
                    source = inspect.getsource(smaajob)
                    self.assertRegex(source, rf'(?m)^{face}: str = .*\n"""')

    def test_every_function_in_c_is_documented(self):
        """A comment stands before each, in its header."""
        for header in test_native.HEADERS:
            text = header.read_text(encoding="utf-8")
            for found in re.finditer(r"^SMAAJOB_API\b[^;(]*?\b(smaajob_\w+)\s*\(", text, flags=re.M):
                before = text[: found.start()].rstrip()
                self.assertTrue(before.endswith("*/") or before.endswith(";"), found[1])

    def test_every_function_is_called_by_the_tests(self):
        wanted = [function for function, face in ROWS if face != "-"]
        recorder = Recorder()
        recorder.wrap_all(wanted)
        loader = unittest.TestLoader()
        for name in TESTS:
            suite = loader.loadTestsFromName(f"test_{name}")
            self.assertGreater(suite.countTestCases(), 0)
            unittest.TextTestRunner(stream=io.StringIO()).run(suite)
        self.assertEqual(sorted(set(wanted) - recorder.called - set(NOT_CALLED)), [])
        self.assertEqual(set(NOT_CALLED) & recorder.called, set(), "called now")


NOT_CALLED = {
    "smaajob_get_version": "called when the package is imported",
    "smaajob_get_model_version": "called when the package is imported",
    "smaajob_vocabulary_new": "called once in a process, before these tests",
    "smaajob_caseload_new_from_ndjson": "the face reads line by line, to tell of every bad row and to be stopped",
    "smaajob_market_new_from_ndjson": "the same",
}


if __name__ == "__main__":
    unittest.main()
