# SPDX-License-Identifier: Apache-2.0
"""The native layer: every C function is there, and nothing that can be done to it kills Python."""

import gc
import random
import re
import unittest

import smaajob
import support
from smaajob import _native

support.fill_in()
# The names of closed lists are words of the languages' own enums.
HEADERS = sorted(h for h in (support.ROOT / "include" / "smaajob").glob("*.h") if h.name != "name.h")
INTERFACE = sorted((support.ROOT / "bindings").glob("*.i"))

NOUNS = {
    "citizen_builder": _native.CitizenBuilder,
    "citizen": _native.Citizen,
    "opening_builder": _native.OpeningBuilder,
    "opening": _native.Opening,
    "policy_builder": _native.PolicyBuilder,
    "policy": _native.Policy,
    "vocabulary_builder": _native.VocabularyBuilder,
    "vocabulary": _native.Vocabulary,
    "match": _native.Match,
    "questions": _native.Questions,
    "levers": _native.Levers,
    "explanation": _native.Explanation,
    "record": _native.Record,
    "difference": _native.Difference,
    "market_builder": _native.MarketBuilder,
    "market": _native.Market,
    "caseload_builder": _native.CaseloadBuilder,
    "caseload": _native.Caseload,
    "ranking": _native.Ranking,
}
# Nouns without a _new: they are read, built, explained or found.
MADE = ("citizen", "opening", "explanation", "market", "caseload", "ranking")
# Functions that are not reached by their own name, and how they are reached.
OTHERWISE = {
    "smaajob_free": "the bindings free what to_json returns",
    "smaajob_explain": "the constructor of an explanation",
    **{f"smaajob_{noun}_new": "the constructor" for noun in NOUNS if noun not in MADE},
    **{f"smaajob_{noun}_free": "the destructor" for noun in NOUNS},
}


def functions():
    for header in HEADERS:
        text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.S)
        text = re.sub(r"^#.*$", "", text, flags=re.M)
        yield from re.findall(r"SMAAJOB_API\b[^;(]*?\b(smaajob_\w+)\s*\(", text)


def method_of(function):
    """The class and method that a C function is expected to be, or the module and function."""
    name = function[len("smaajob_") :]
    for noun, kind in NOUNS.items():
        if name.startswith(noun + "_"):
            return kind, name[len(noun) + 1 :]
    return _native, name


def pair():
    vocabulary = smaajob.Vocabulary()
    citizen = smaajob.Citizen.from_dict(support.citizen(), vocabulary)._native
    opening = smaajob.Opening.from_dict(support.opening(), vocabulary)._native
    return citizen, opening


def answers(method, thing):
    """Whether the library is reached when it is asked of the thing alone, with whatever fault."""
    try:
        method(thing)
    except (TypeError, smaajob.SmaajobError) as error:
        return not isinstance(error, TypeError)
    return True


class Reach(unittest.TestCase):
    def test_every_public_function_is_wrapped(self):
        found = list(functions())
        self.assertGreater(len(found), 100)
        missing = [f for f in found if f not in OTHERWISE and not hasattr(*method_of(f))]
        self.assertEqual(missing, [])
        self.assertEqual(set(OTHERWISE) - set(found), set(), "no longer there")

    def test_every_public_function_is_called_by_the_interface(self):
        interface = "\n".join(path.read_text(encoding="utf-8") for path in INTERFACE)
        self.assertEqual([f for f in functions() if not re.search(rf"\b{f}\b", interface)], [])

    def test_methods_stand_in_the_order_of_the_headers(self):
        for path in INTERFACE:
            headers = re.findall(r"%include <smaajob/([\w-]+\.h)>", path.read_text(encoding="utf-8"))
            text = "\n".join((support.ROOT / "include" / "smaajob" / h).read_text(encoding="utf-8") for h in headers)
            order = re.findall(r"\b(smaajob_\w+)\s*\(", re.sub(r"/\*.*?\*/", "", text, flags=re.S))
            calls = re.findall(r"\b(smaajob_\w+) \(", path.read_text(encoding="utf-8"))
            calls = [call for call in calls if call in order]
            with self.subTest(path=path.name):
                self.assertEqual(calls, sorted(calls, key=order.index))

    def test_a_reader_beyond_the_end_gives_nothing(self):
        match = _native.Match(*pair(), -1, _native.Policy())
        vocabulary = smaajob.Vocabulary()._native
        for i in (10_000, 2**32, 2**63, 2**64 - 1):
            self.assertEqual(match.get_blocker_at(i), (0, None, None))
            self.assertEqual(match.get_attention_at(i), (0, None, None))
            self.assertEqual(match.get_timing_reason_at(i), (0, None, None))
            self.assertEqual(match.get_task_reason_at(0, i), (0, None, None))
            self.assertEqual(match.get_task_reason_at(i, 0), (0, None, None))
            self.assertEqual(match.get_item_at(0, i)[:2], (None, None))
            self.assertEqual(match.get_item_at(i, 0)[:2], (None, None))
            self.assertIsNone(match.get_task_at(i)[0])
            self.assertIsNone(match.get_shift_at(i)[3])
            self.assertEqual(match.get_criterion_at(i)[7], 0)
            self.assertEqual(vocabulary.get_gate_at(i), (None, None, None))
            self.assertEqual(vocabulary.get_concept_at(i), (None, None, None))
            self.assertIsNone(vocabulary.get_condition_at(i)[0])


class Misuse(unittest.TestCase):
    def methods(self):
        for kind in NOUNS.values():
            for name, method in vars(kind).items():
                if callable(method) and not name.startswith("_"):
                    yield kind, name, getattr(kind, name)

    def test_null_is_refused_as_the_object_of_every_method(self):
        for kind, name, method in self.methods():
            if name == "new_from_json":
                continue
            for count in range(9):
                for this in (None, 7, "x", object(), kind):
                    with self.subTest(kind=kind.__name__, name=name):
                        self.assertRaises(TypeError, method, this, *[None] * count)

    def test_null_is_refused_as_a_string_or_an_object(self):
        vocabulary, policy = smaajob.Vocabulary()._native, _native.Policy()
        citizen, opening = pair()
        builder = _native.CitizenBuilder(vocabulary, "c")
        calls = (
            (vocabulary.get_label, None, "da"),
            (vocabulary.get_label, "env_noise", None),
            (_native.CitizenBuilder, None, "c"),
            (_native.CitizenBuilder, vocabulary, None),
            (_native.OpeningBuilder, None, "o"),
            (_native.VocabularyBuilder, None, None),
            (_native.Citizen.new_from_json, None, "{}"),
            (_native.Citizen.new_from_json, vocabulary, None),
            (_native.Vocabulary.new_from_json, None, None),
            (_native.Policy.new_from_json, None),
            (builder.add_competence, None, 3, 0),
            (builder.add_need, None, 1.0, 0),
            (builder.set_gate, None, 1),
            (builder.add_wish, None, 1),
            (_native.score, None, opening, -1, policy),
            (_native.score, citizen, None, -1, policy),
            (_native.score, citizen, opening, -1, None),
            (_native.Match, None, opening, -1, policy),
            (_native.Match, citizen, None, -1, policy),
            (_native.Match, citizen, opening, -1, None),
            (_native.Match, opening, citizen, -1, policy),
            (policy.get_number, None),
            (_native.Record, None, "2026-11-22T14:00:00Z", "cw-3", False, -1, -1, None, None),
            (_native.Record, _native.Match(citizen, opening, -1, policy), None, "cw-3", False, -1, -1, None, None),
            (_native.Record.new_from_json, None),
            (_native.Difference, None, "{}"),
            (_native.Difference, "{}", None),
        )
        for call, *arguments in calls:
            with self.subTest(call=call, arguments=arguments):
                self.assertRaises(TypeError, call, *arguments)

    def test_a_list_of_rankings_holds_what_it_has_room_for(self):
        market, caseload = smaajob.Market([support.opening()])._native, smaajob.Caseload([support.citizen()])._native
        policy = _native.Policy()
        for room, n in (0, 0), (1, 1), (2, 1):
            found = _native.Rankings(room)
            _native.rank_citizens(caseload, market, policy, 3, 1, False, (found, None))
            self.assertEqual((found.get_n(), found.get_at(n)), (n, None))
            small = bytearray(12)
            found.get_starts(small)
            found.get_numbers(small)
            found.get_scores(small)
            for start, step in (0, 1), (5, -1), (2**63, 1), (0, 2**62), (0, 0):
                self.assertLessEqual(_native.rankings_select(found, start, step, 3).get_n(), 3)
            self.assertRaises(TypeError, found.get_numbers, bytes(8))
        self.assertRaises(MemoryError, _native.Rankings, 2**64 - 1)
        self.assertRaises(MemoryError, _native.rankings_select, found, 0, 1, 2**64 - 1)
        type(found).__swig_destroy__(found)
        for wrong in None, 7, market, found, (found,), (None,), (market,), [found]:
            with self.subTest(wrong=wrong):
                self.assertRaises(TypeError, _native.rankings_gather, wrong)
                self.assertRaises(TypeError, _native.rankings_select, wrong, 0, 1, 1)
                self.assertRaises(TypeError, _native.rankings_table, wrong)
                self.assertRaises(TypeError, _native.rankings_are_same, wrong, wrong)
                for both in wrong, (wrong, None), (print, None, None):
                    self.assertRaises(TypeError, _native.rank_citizens, caseload, market, policy, 3, 1, False, both)

    def test_what_is_optional_may_be_null(self):
        builder = _native.VocabularyBuilder(None, "v")
        builder.add_condition("x", 0, 0, None, None, "x", None, None)
        self.assertEqual(builder.build().get_condition_at(0), ("x", 0, 0, None, None, "x", None, None))

    def test_a_number_outside_its_c_type_or_list_is_refused(self):
        builder = _native.CitizenBuilder(smaajob.Vocabulary()._native, "c")
        concept = smaajob.Vocabulary().concepts[0].id
        for number in (2**31, -(2**31) - 1, 2**64, -(2**64)):
            self.assertRaises(OverflowError, builder.add_competence, concept, number, 0)
            self.assertRaises(OverflowError, builder.set_choice, number)
        for number in (-1, 4, 99, 2**31 - 1, -(2**31)):
            self.assertRaises(smaajob.SmaajobError, builder.add_competence, concept, 3, number)
            self.assertRaises(smaajob.SmaajobError, builder.set_choice, number)
        self.assertRaises(OverflowError, builder.add_window, -1, 0, 15)

    def one_of_each(self):
        """An object of every class there is, which nothing else holds."""
        vocabulary, policy = _native.Vocabulary(), _native.Policy()
        (citizen, opening), match = pair(), _native.Match(*pair(), -1, policy)
        market, caseload = smaajob.Market([support.opening()])._native, smaajob.Caseload([support.citizen()])._native
        return [
            citizen, opening, market, caseload, policy, match, _native.CitizenBuilder(vocabulary, "c"),
            _native.OpeningBuilder(vocabulary, "o"), _native.PolicyBuilder(), _native.VocabularyBuilder(None, "v"),
            _native.MarketBuilder(vocabulary), _native.CaseloadBuilder(vocabulary), _native.Questions(match),
            _native.Levers(match), _native.Explanation(match, 0, "en", False, ""),
            _native.Difference(match.to_json(), match.to_json()), _native.Rankings(1), vocabulary,
            _native.Record(match, "2026-11-22T14:00:00Z", "cw-3", False, -1, -1, None, None),
            _native.Ranking.new_for_citizen(*pair()[:1], smaajob.Market([])._native, policy, 1, False, None),
        ]  # fmt: skip

    def test_an_object_that_is_gone_is_refused(self):
        things = self.one_of_each()
        kinds = {kind for kind in vars(_native).values() if hasattr(kind, "__swig_destroy__")}
        self.assertEqual({type(thing) for thing in things}, kinds)
        self.assertLess(set(NOUNS.values()), kinds)
        for thing in things:
            methods = [method for kind, _, method in self.methods() if kind is type(thing)] or [type(thing).get_n]
            self.assertTrue([method for method in methods if answers(method, thing)], "something is asked of it")
            type(thing).__swig_destroy__(thing)
            with self.subTest(kind=type(thing).__name__):
                self.assertEqual([method for method in methods if answers(method, thing)], [])
                self.assertRaises(TypeError, type(thing).__swig_destroy__, thing)
        self.assertRaises(TypeError, _native.score, *things[:2], -1, _native.Policy())
        self.assertRaises(TypeError, _native.Ranking.new_for_citizen, pair()[0], things[2], _native.Policy(), 1, False, None)

    def test_an_object_that_was_never_made_is_refused(self):
        for kind in NOUNS.values():
            empty = kind.__new__(kind)
            for name, method in vars(kind).items():
                if callable(method) and not name.startswith("_") and name != "new_from_json":
                    self.assertRaises(TypeError, getattr(empty, name))

    def test_an_object_made_again_is_still_an_object(self):
        builder = _native.CitizenBuilder(smaajob.Vocabulary()._native, "c")
        builder.__init__(smaajob.Vocabulary()._native, "d")
        self.assertIn(builder.build().get_id(), ("c", "d"))

    def test_random_calls_raise_and_nothing_worse(self):
        random_ = random.Random(20260101)
        vocabulary, policy = smaajob.Vocabulary()._native, _native.Policy()
        citizen, opening = pair()
        things = [
            vocabulary, policy, citizen, opening, _native.Match(citizen, opening, -1, policy),
            _native.CitizenBuilder(vocabulary, "c"), _native.OpeningBuilder(vocabulary, "o"),
            _native.PolicyBuilder(), _native.VocabularyBuilder(vocabulary, "v"),
            None, True, 0, 1, -1, 2, 15, 480, 2**31 - 1, 2**40, 2**70, -(2**70), 0.0, 0.5, -1.5, float("nan"), float("inf"),
            "", "c", "env_noise", "gate_driving_licence", "/floor", "a\0b", "\ud800", "x" * 10_000, "{}", b"", b"{}", b"\xff", [], {}, object(),
        ]  # fmt: skip
        methods = [method for _, _, method in self.methods()] + list(NOUNS.values())
        methods += [_native.score, _native.code_get_name, _native.error_code_get_name, _native.verdict_get_name]
        raised = returned = 0
        for _ in range(100_000):
            method = random_.choice(methods)
            arguments = random_.choices(things, k=random_.randrange(7))
            if random_.random() < 0.5:
                arguments = [random_.choice(things[:9]), *arguments]
            try:
                method(*arguments)
                returned += 1
            except (TypeError, ValueError, OverflowError, AttributeError):
                raised += 1
        gc.collect()
        self.assertGreater(raised, 1000)
        self.assertGreater(returned, 300)
        self.assertEqual(citizen.get_id(), "c-17")


if __name__ == "__main__":
    unittest.main()
