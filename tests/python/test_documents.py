# SPDX-License-Identifier: Apache-2.0
"""Documents in, in every form; and what a bad one gets."""

import collections
import copy
import datetime
import json
import math
import os
import pickle
import tempfile
import unittest
from pathlib import Path
from types import MappingProxyType

import smaajob
import support

support.fill_in()
KINDS = ((smaajob.Citizen, support.citizen), (smaajob.Opening, support.opening))


class Forms(unittest.TestCase):
    def test_every_form_of_a_document_gives_the_same(self):
        for kind, document in KINDS:
            text = json.dumps(document())
            expected = kind.from_json(text).to_json()
            with tempfile.TemporaryDirectory() as directory:
                path = Path(directory, "døcument.json")
                path.write_text(text, encoding="utf-8")
                for form in (text, " \n\t" + text, text.encode(), bytearray(text.encode()), memoryview(text.encode()),
                             document(), MappingProxyType(document()), path, str(path)):  # fmt: skip
                    with self.subTest(kind=kind.__name__, form=type(form).__name__):
                        self.assertEqual(kind._from_any(form, smaajob.Vocabulary()).to_json(), expected)
                self.assertEqual(kind.from_path(path).to_json(), expected)
                self.assertEqual(kind.from_path(str(path)).to_json(), expected)
            self.assertEqual(kind.from_dict(document()).to_json(), expected)
            self.assertEqual(kind.from_json(text.encode()).to_json(), expected)

    def test_a_document_is_the_same_after_being_written_and_read(self):
        for kind, document in KINDS:
            made = kind.from_dict(document())
            self.assertEqual(kind.from_json(made.to_json()).to_json(), made.to_json())
            self.assertEqual(kind.from_dict(made.to_dict()).to_json(), made.to_json())
            self.assertEqual(json.loads(made.to_json()), made.to_dict())

    def test_an_object_tells_its_id_size_and_vocabulary(self):
        vocabulary = smaajob.Vocabulary()
        for kind, document in KINDS:
            made = kind.from_dict(document(), vocabulary)
            self.assertEqual(made.id, document()["id"])
            self.assertGreater(made.size_bytes, 0)
            self.assertLessEqual(made.size_bytes, 2048)
            self.assertIs(made.vocabulary, vocabulary)
            self.assertEqual(repr(made), f"<smaajob.{kind.__name__} {made.id!r}>")
            self.assertIs(copy.deepcopy(made), made)
            self.assertIs(copy.copy(made), made)

    def test_values_of_a_dict_may_be_what_is_like_a_dict_list_or_str(self):
        changed = support.citizen(
            needs=tuple(MappingProxyType(need) for need in support.CITIZEN["needs"]),
            choice=smaajob.Choice.INFORMED,
            gates=collections.OrderedDict(support.CITIZEN["gates"]),
        )
        self.assertEqual(
            smaajob.Citizen.from_dict(changed).to_dict(), smaajob.Citizen.from_dict(support.citizen()).to_dict()
        )

    def test_a_policy_states_what_differs(self):
        policy = smaajob.Policy.from_dict({"format": "smaajob.policy/1", "max_training_weeks": 13})
        self.assertEqual(policy.number("/max_training_weeks"), 13)
        self.assertEqual(policy.number("/weights/wish"), smaajob.Policy().number("/weights/wish"))
        self.assertEqual(smaajob.Policy.from_json(policy.to_json()).to_json(), policy.to_json())
        self.assertIn("competence 0.4", repr(policy))
        with self.assertRaises(smaajob.SmaajobError) as caught:
            policy.number("/weights/no_such")
        self.assertEqual(caught.exception.code, "unknown_member")


class Faults(unittest.TestCase):
    def fault(self, code, call, *arguments, **keywords):
        with self.assertRaises(smaajob.SmaajobError) as caught:
            call(*arguments, **keywords)
        self.assertEqual(caught.exception.code, code, caught.exception)
        return caught.exception

    def test_each_fault_of_a_text_has_its_code(self):
        texts = (
            ("syntax", "{"),
            ("syntax", ""),
            ("syntax", '{"format":"smaajob.citizen/1","id":"c"}x'),
            ("encoding", b'{"format":"smaajob.citizen/1","id":"\xff"}'),
            ("encoding", b'{"format":"smaajob.citizen/1",\0"id":"c"}'),
            ("encoding", '{"format":"smaajob.citizen/1","id":"\ud800"}'),
            ("depth", "[" * 10_000),
            ("size", b" " * (2 << 20)),
            ("duplicate", '{"format":"smaajob.citizen/1","id":"c","id":"c"}'),
            ("type", '{"format":"smaajob.citizen/1","id":7}'),
            ("range", '{"format":"smaajob.citizen/1","id":"a b"}'),
            ("missing", '{"format":"smaajob.citizen/1"}'),
            ("unknown_member", '{"format":"smaajob.citizen/1","id":"c","name":"x"}'),
            ("unknown_concept", '{"format":"smaajob.citizen/1","id":"c","gates":{"gate_no":"yes"}}'),
            ("format", '{"format":"smaajob.opening/1","id":"c"}'),
        )
        for code, text in texts:
            with self.subTest(code=code, text=text[:60]):
                self.fault(code, smaajob.Citizen.from_json, text)

    def test_an_error_says_what_and_where(self):
        error = self.fault("range", smaajob.Citizen.from_json,
                           '{"format":"smaajob.citizen/1","id":"c",\n "hours":{"max":200}}')  # fmt: skip
        self.assertEqual((error.pointer, error.line), ("/hours/max", 2))
        self.assertGreater(error.column, 1)
        self.assertEqual(error.message, "hours.max: 200 is outside [0, 168]")
        self.assertEqual(str(error), f"2:{error.column}: hours.max: 200 is outside [0, 168]")
        self.assertIsNone(error.file)
        self.assertIsInstance(error, ValueError)

    def test_an_error_in_a_dict_has_a_pointer_and_no_line(self):
        error = self.fault("range", smaajob.Citizen.from_dict, support.citizen(hours={"max": 200}))
        self.assertEqual((error.pointer, error.line, error.column), ("/hours/max", 0, 0))
        self.assertEqual(str(error), "hours.max: 200 is outside [0, 168]")

    def test_an_error_in_a_file_names_it(self):
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory, "c.json")
            for text, code in (
                (b"{", "syntax"),
                (b"", "syntax"),
                (b" " * (3 << 20), "size"),
                (b"\xff\xfe", "encoding"),
            ):
                path.write_bytes(text)
                error = self.fault(code, smaajob.match, path, support.opening())
                self.assertEqual(error.file, str(path))
                self.assertTrue(str(error).startswith(f"{path}:"), str(error))
            self.assertEqual(self.fault("encoding", smaajob.Citizen.from_path, path).file, str(path))

    def test_a_file_that_cannot_be_read_is_an_os_error(self):
        with tempfile.TemporaryDirectory() as directory:
            self.assertRaises(FileNotFoundError, smaajob.match, Path(directory, "none"), support.opening())
            self.assertRaises(FileNotFoundError, smaajob.match, "no-such-file.json", support.opening())
            self.assertRaises(IsADirectoryError, smaajob.match, directory, support.opening())

    def test_an_error_can_be_pickled(self):
        error = smaajob.SmaajobError("range", "m", "/p", 3, 4, "f")
        again = pickle.loads(pickle.dumps(error))
        self.assertEqual(vars(again), vars(error))
        self.assertEqual(str(again), "f:3:4: m")

    def test_a_dict_that_json_cannot_say_is_refused(self):
        for number in (math.nan, math.inf, -math.inf, 10**5000):
            self.fault("range", smaajob.Citizen.from_dict, support.citizen(effectiveness=number))
        deep = []
        for _ in range(200_000):
            deep = [deep]
        self.fault("depth", smaajob.Citizen.from_dict, support.citizen(needs=deep))
        around = {}
        around["needs"] = around
        self.fault("depth", smaajob.Citizen.from_dict, around)
        for value in (object(), {1, 2}, b"bytes", 1j, datetime.date(2026, 1, 1)):
            error = self.fault("type", smaajob.Citizen.from_dict, support.citizen(needs=[{}, {"condition": value}]))
            self.assertEqual((error.pointer, error.line), ("/needs/1/condition", 0))
            self.assertRegex(error.message, rf"^needs\[1\]\.condition: {type(value).__name__}, expected str, ")
        error = self.fault("range", smaajob.Citizen.from_dict, support.citizen(hours={"min": math.nan}))
        self.assertEqual(error.pointer, "/hours/min")
        error = self.fault("type", smaajob.Citizen.from_dict, support.citizen(hours={(1, 2): 3}))
        self.assertEqual((error.pointer, error.message), ("/hours", "hours: a name that is tuple, expected str"))

    def test_an_error_does_not_repeat_what_could_be_about_a_person(self):
        secret = "Ann Andersen, 010190-1234"
        for member, value in (("choice", secret), ("id", secret), ("needs", secret), (secret, 1), (secret, object())):
            with self.assertRaises(smaajob.SmaajobError) as caught:
                smaajob.Citizen.from_dict({**support.citizen(), member: value})
            self.assertNotIn("Andersen", str(caught.exception.message))
        error = self.fault("range", smaajob.CitizenBuilder("c").set_choice, secret)
        self.assertNotIn("Andersen", str(error))

    def test_an_id_is_told_everywhere_or_nowhere(self):
        for id, is_told in ("urn:uuid:" + 36 * "f", True), (48 * "i", True), (49 * "i", False), (128 * "i", False):
            told = id if is_told else f"a string of {len(id)} bytes"
            good, bad = support.citizen(id=id), support.citizen(id=id, effectiveness=2)
            lines = "\n".join(map(json.dumps, (good, bad)))
            for rows in [good, bad], [smaajob.Citizen.from_dict(good), bad], [json.dumps(good), json.dumps(bad)]:
                row = self.fault("range", smaajob.Caseload, rows).rows[0]
                self.assertEqual((row.row, row.id), (1, id if is_told else None))
            self.assertEqual(self.fault("range", smaajob.Caseload.from_ndjson, lines).rows[0].id, id if is_told else None)
            for twice in [good, good], [smaajob.Citizen.from_dict(good)] * 2:
                self.assertIn(f"id: {told} is the id of row 0 already", self.fault("duplicate", smaajob.Caseload, twice).message)
            library = self.fault("range", smaajob.Citizen.from_dict, support.citizen(choice=id)).message
            self.assertIn(f"choice: {told}, expected one of", library)
            choice = self.fault("range", smaajob.CitizenBuilder("c").set_choice, id)
            self.assertIn(f"choice: {told} is not one of", choice.message.replace('"', ""))
            unsayable = self.fault("range", smaajob.Citizen.from_dict, {"gates": {id: {"x": math.nan}}})
            self.assertEqual(unsayable.pointer, f"/gates/{id}/x" if is_told else "/gates/x")

    def test_what_is_no_document_is_a_type_error(self):
        for wrong in (None, 1, 1.5, True, [], (), object(), smaajob.Citizen, os):
            for kind in (smaajob.Citizen, smaajob.Opening, smaajob.Policy, smaajob.Vocabulary):
                for read in (kind.from_json, kind.from_dict, kind.from_path):
                    with self.subTest(wrong=wrong, read=read):
                        self.assertRaises(TypeError, read, wrong)
            self.assertRaises(TypeError, smaajob.match, wrong, support.opening())
            self.assertRaises(TypeError, smaajob.match, support.citizen(), wrong)
            self.assertRaises(TypeError, smaajob.score, wrong, support.opening())
            self.assertRaises(TypeError, smaajob.score, support.citizen(), wrong)

    def test_each_kind_of_object_is_told_from_the_other(self):
        citizen, opening = smaajob.Citizen.from_dict(support.citizen()), smaajob.Opening.from_dict(support.opening())
        self.assertRaises(TypeError, smaajob.match, opening, citizen)
        self.assertRaises(TypeError, smaajob.match, citizen, opening, citizen)
        self.assertRaises(TypeError, smaajob.match, citizen, opening, vocabulary=smaajob.Policy())
        self.assertRaises(TypeError, smaajob.Citizen.from_dict, support.citizen(), smaajob.Policy())

    def test_objects_are_not_made_by_hand(self):
        for kind in (smaajob.Citizen, smaajob.Opening, smaajob.Match, smaajob.TaskBuilder):
            self.assertRaises(TypeError, kind)


if __name__ == "__main__":
    unittest.main()
