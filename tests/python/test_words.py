# SPDX-License-Identifier: Apache-2.0
"""The closed lists are the library's: none is missing, and each has the library's name."""

import copy
import pickle
import unittest

import smaajob
from smaajob import _native, _words

NAMED = {
    smaajob.Code: _native.code_get_name,
    smaajob.CriterionId: _native.criterion_get_name,
    smaajob.Side: _native.side_get_name,
    smaajob.State: _native.state_get_name,
    smaajob.TaskVerdict: _native.task_verdict_get_name,
    smaajob.Advice: _native.advice_get_name,
    smaajob.Verdict: _native.verdict_get_name,
    smaajob.Ask: _native.ask_get_name,
    smaajob.Actor: _native.actor_get_name,
    smaajob.Reader: _native.reader_get_name,
    smaajob.Section: _native.section_get_name,
}


def constants(prefix):
    others = [p for p in _words.PREFIXES.values() if p != prefix and p.startswith(prefix)]
    return {
        name[len(prefix) :]
        for name in dir(_native)
        if name.startswith(prefix) and not any(name.startswith(other) for other in others)
    }


class Words(unittest.TestCase):
    def test_every_list_holds_what_the_library_has(self):
        for kind, prefix in _words.PREFIXES.items():
            with self.subTest(kind=kind.__name__):
                expected = constants(prefix) - ({"NONE"} if kind is smaajob.Code else set())
                self.assertEqual({word.name for word in kind}, expected)

    def test_every_constant_of_the_library_is_in_a_list(self):
        prefixes = (*_words.PREFIXES.values(), "ERROR_")
        plain = {"UNKNOWN", "TRAINING_IMPOSSIBLE", "MAX_LEVERS", "MAX_CHANGES", "TOLD_MOST_BYTES"}
        upper = {name for name in dir(_native) if name.isupper() and not name.startswith("_")}
        self.assertEqual({name for name in upper - plain if not name.startswith(prefixes)}, set())

    def test_every_word_has_the_name_that_the_library_gives_it(self):
        for kind, get_name in NAMED.items():
            for word in kind:
                with self.subTest(word=word):
                    self.assertEqual(get_name(_words.number_of(kind, word, "")), str(word))
                    self.assertIs(_words.word_of(kind, _words.number_of(kind, word, "")), word)

    def test_a_number_outside_a_list_has_no_name(self):
        for get_name in (*NAMED.values(), _native.error_code_get_name):
            for number in (-1, 10_000, 2**31 - 1, -(2**31)):
                self.assertIn(get_name(number), ("", "none"))

    def test_a_word_is_its_own_name(self):
        self.assertEqual(smaajob.Verdict.FIT, "fit")
        self.assertEqual(str(smaajob.Verdict.FIT), "fit")
        self.assertEqual(f"{smaajob.Verdict.FIT}", "fit")
        self.assertEqual({"fit": 1}[smaajob.Verdict.FIT], 1)
        self.assertIs(pickle.loads(pickle.dumps(smaajob.Verdict.FIT)), smaajob.Verdict.FIT)

    def test_everything_public_is_documented(self):
        for name in smaajob.__all__:
            value = getattr(smaajob, name)
            if isinstance(value, type):
                self.assertTrue(value.__doc__, name)
                for member in vars(value).values():
                    if callable(member) and not getattr(member, "__name__", "_").startswith("_"):
                        self.assertTrue(member.__doc__, f"{name}.{member.__name__}")

    def test_the_versions_are_told(self):
        self.assertRegex(smaajob.__version__, r"^\d+\.\d+\.\d+$")
        self.assertEqual(smaajob.model_version, "1")


class Schemas(unittest.TestCase):
    def test_every_kind_of_document_has_one(self):
        for kind in ("citizen", "opening", "policy", "vocabulary", "match"):
            self.assertIn("2020-12", smaajob.schema(kind)["$schema"])

    def test_another_kind_has_none(self):
        for kind in ("", "Citizen", "no such", "citizen\0"):
            self.assertRaises(smaajob.SmaajobError, smaajob.schema, kind)
        for kind in (None, 1, b"citizen"):
            self.assertRaises(TypeError, smaajob.schema, kind)


class Vocabulary(unittest.TestCase):
    def test_the_built_in_one_holds_the_words(self):
        vocabulary = smaajob.Vocabulary()
        self.assertEqual(len(vocabulary.conditions), 56)
        self.assertEqual(len(vocabulary.gates), 8)
        self.assertEqual(len(vocabulary.concepts), 44)
        self.assertEqual(vocabulary.condition("env_noise").kind, smaajob.Kind.ENVIRONMENT)
        self.assertIsNone(vocabulary.condition("no_such"))

    def test_a_label_is_in_the_language_asked_for(self):
        vocabulary = smaajob.Vocabulary()
        self.assertEqual(vocabulary.label("env_noise", "da"), "Støj")
        self.assertEqual(vocabulary.label("env_noise"), "Noise")
        self.assertIsNone(vocabulary.label("no_such"))

    def test_the_built_in_one_is_made_once(self):
        self.assertIs(smaajob.Vocabulary()._native, smaajob.Vocabulary()._native)
        self.assertIs(smaajob.Policy()._native, smaajob.Policy()._native)

    def test_it_is_the_same_after_being_written_and_read(self):
        vocabulary = smaajob.Vocabulary()
        again = smaajob.Vocabulary.from_json(vocabulary.to_json())
        self.assertEqual(again.to_json(), vocabulary.to_json())
        self.assertEqual(again.conditions, vocabulary.conditions)
        self.assertEqual(smaajob.Vocabulary.from_dict(vocabulary.to_dict()).gates, vocabulary.gates)

    def test_one_can_be_made_on_top_of_another(self):
        builder = smaajob.VocabularyBuilder("ours-1", smaajob.Vocabulary())
        builder.add_condition("our_heat", kind="physical", type="limit", en="Heat", icf="e225", onet="1.A")
        builder.add_condition("our_mass", kind=smaajob.Kind.PHYSICAL, type="ceiling", da="Vægt", unit="kg")
        builder.add_gate("gate_ours", da="Vores")
        builder.add_concept("ours:a", en="a").add_concept("ours:b", da="b", en="b").add_broader("ours:a")
        ours = builder.build()
        self.assertEqual(ours.version, "ours-1")
        self.assertEqual(len(ours.conditions), 58)
        self.assertEqual(ours.condition("our_mass").unit, "kg")
        self.assertIsNone(ours.condition("our_mass").label_en)
        self.assertEqual(ours.gates[-1], smaajob.Label("gate_ours", "Vores", None))
        self.assertIn('"broader":["ours:a"]', ours.to_json())
        self.assertIn("58 conditions", repr(ours))

    def test_a_cycle_is_refused_by_name(self):
        builder = smaajob.VocabularyBuilder("x")
        builder.add_concept("a", en="a").add_broader("b").add_concept("b", en="b").add_broader("a")
        with self.assertRaises(smaajob.SmaajobError) as caught:
            builder.build()
        self.assertEqual(caught.exception.code, "range")

    def test_copies_are_the_thing_itself(self):
        vocabulary = smaajob.Vocabulary()
        self.assertIs(copy.deepcopy(vocabulary), vocabulary)
        self.assertIs(copy.copy(vocabulary), vocabulary)


if __name__ == "__main__":
    unittest.main()
