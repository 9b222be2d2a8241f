# SPDX-License-Identifier: Apache-2.0
"""Records and differences: what is in them, scoring again, and what is refused."""

import copy
import datetime
import doctest
import hashlib
import json
import tempfile
import unittest
from pathlib import Path

import smaajob
import support
from smaajob import _difference, _record

support.fill_in()
WHEN = "2026-11-22T14:00:00Z"


def signed(text):
    """The text with the digest that belongs to it."""
    rest = text[: text.rindex(',"digest":')] + "}"
    return f'{rest[:-1]},"digest":"{hashlib.sha256(rest.encode()).hexdigest()}"}}'


class RecordTest(unittest.TestCase):
    def setUp(self):
        self.match = smaajob.match(support.citizen(), support.opening(), travel_minutes=25)

    def refused(self, code, pointer, call, *arguments, **more):
        with self.assertRaises(smaajob.SmaajobError) as caught:
            call(*arguments, **more)
        self.assertEqual((caught.exception.code, caught.exception.pointer), (code, pointer), caught.exception)
        self.assertNotIn("epilepsy", str(caught.exception))
        return caught.exception


class Records(RecordTest):
    def test_it_tells_everything_that_is_in_it(self):
        override = smaajob.Override("seen-at-work", verdict="fit", advice=smaajob.Advice.PAID_NOW, actor="cw-7")
        record = smaajob.record(self.match, "cw-3", WHEN, override=override)
        self.assertEqual(record.engine_version, smaajob.__version__)
        self.assertEqual(record.model_version, smaajob.model_version)
        self.assertEqual((record.time, record.actor), (WHEN, "cw-3"))
        self.assertEqual((record.citizen_id, record.opening_id), (self.match.citizen_id, self.match.opening_id))
        self.assertEqual(record.travel_minutes, 25)
        self.assertTrue(record.is_whole)
        self.assertEqual(record.override, override)
        self.assertIs(record.override.verdict, smaajob.Verdict.FIT)
        self.assertEqual(record.match_json(), self.match.to_json())
        self.assertEqual(record.match_dict(), self.match.to_dict())
        for source in smaajob.Source:
            self.assertEqual(record.source_digest(source), self.match.to_dict()["digests"][source])
        for source in ("citizen", "opening", "policy"):
            text = record.source_json(source)
            self.assertEqual(hashlib.sha256(text.encode()).hexdigest(), record.source_digest(source))
        self.refused("missing", "/inputs", record.source_json, "vocabulary")
        self.refused("range", "/source", record.source_json, "epilepsy!")
        self.assertIs(copy.deepcopy(record), record)
        self.assertIn(WHEN, repr(record))

    def test_its_digest_is_over_the_rest(self):
        record = smaajob.record(self.match, "cw-3", WHEN)
        self.assertEqual(signed(record.to_json()), record.to_json())
        self.assertEqual(record.digest, record.to_dict()["digest"])

    def test_without_an_override_the_match_stands(self):
        record = smaajob.record(self.match, "cw-3", WHEN)
        self.assertIsNone(record.override)
        self.assertNotIn("override", record.to_dict())

    def test_an_override_is_by_whoever_makes_the_record_unless_said(self):
        record = smaajob.record(self.match, "cw-3", WHEN, override=smaajob.Override("r-1", advice="not_now"))
        self.assertEqual((record.override.actor, record.override.verdict), ("cw-3", None))

    def test_a_time_may_be_a_datetime_and_is_now_when_not_given(self):
        zone = datetime.timezone(datetime.timedelta(hours=1))
        moment = datetime.datetime(2026, 11, 22, 15, 0, tzinfo=zone)
        self.assertEqual(smaajob.record(self.match, "cw-3", moment).time, "2026-11-22T15:00:00+01:00")
        self.assertEqual(smaajob.record(self.match, "cw-3", moment.astimezone(datetime.timezone.utc)).time,
                         WHEN)
        self.assertRegex(smaajob.record(self.match, "cw-3").time, r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.refused("range", "/time", smaajob.record, self.match, "cw-3", datetime.datetime(2026, 11, 22))
        self.assertRaises(TypeError, smaajob.record, self.match, "cw-3", 7)

    def test_it_is_read_back_to_the_same_bytes(self):
        text = smaajob.record(self.match, "cw-3", WHEN).to_json()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "record.json"
            path.write_text(text, encoding="utf-8")
            for record in (smaajob.Record.from_json(text), smaajob.Record.from_json(text.encode()),
                           smaajob.Record.from_path(path)):
                self.assertEqual(record.to_json(), text)

    def test_damage_newer_and_foreign_are_refused_by_name(self):
        text = smaajob.record(self.match, "cw-3", WHEN).to_json()
        read = smaajob.Record.from_json
        error = self.refused("damaged", "/digest", read, text.replace("cw-3", "cw-4"))
        self.assertEqual(error.line, 1)
        self.refused("damaged", "/inputs/citizen", read, signed(text.replace('"kept":0.7', '"kept":0.8')))
        error = self.refused("format", "/format", read, text.replace("record/1", "record/2"))
        self.assertIn("newer", error.message)
        error = self.refused("format", "/engine/model", read, text.replace('"model":"1"', '"model":"2"'))
        self.assertIn("newer model, 2", error.message)
        self.refused("format", "/format", read, self.match.to_json())
        self.refused("range", "/actor", read, signed(text.replace("cw-3", "her epilepsy")))

    def test_free_text_is_refused(self):
        for reason in ("her epilepsy is back", "", "x" * 129, "epilepsi æ"):
            override = smaajob.Override(reason, verdict="fit")
            self.refused("range", "/override/reason", smaajob.record, self.match, "cw-3", WHEN, override=override)
        self.refused("missing", "/override", smaajob.record, self.match, "cw-3", WHEN,
                     override=smaajob.Override("r-1"))
        self.refused("range", "/override/verdict", smaajob.record, self.match, "cw-3", WHEN,
                     override=smaajob.Override("r-1", verdict="epilepsy!"))
        self.refused("range", "/actor", smaajob.record, self.match, "Hanne epilepsy", WHEN)
        self.refused("range", "/time", smaajob.record, self.match, "cw-3", "when epilepsy began")

    def test_nothing_null_and_nothing_else_is_taken(self):
        self.assertRaises(TypeError, smaajob.record, None, "cw-3", WHEN)
        self.assertRaises(TypeError, smaajob.record, self.match, None, WHEN)
        self.assertRaises(TypeError, smaajob.record, self.match, "cw-3", WHEN, 1)
        self.assertRaises(TypeError, smaajob.record, self.match, "cw-3", WHEN, override={"verdict": "fit"})
        self.assertRaises(TypeError, smaajob.record, self.match, "cw-3", WHEN, override=smaajob.Override(None, "fit"))
        self.assertRaises(TypeError, smaajob.Record)
        self.assertRaises(TypeError, smaajob.Record.from_json, None)
        self.assertRaises(AttributeError, setattr, smaajob.record(self.match, "cw-3"), "actor", "cw-4")


class Replays(RecordTest):
    def test_scoring_again_gives_the_same(self):
        replay = smaajob.record(self.match, "cw-3", WHEN).replay()
        self.assertTrue(replay.same.all and replay.same.result)
        self.assertEqual(replay.match.to_json(), self.match.to_json())
        self.assertEqual(replay.difference.change, 0.0)

    def test_digests_only_wants_the_inputs_again(self):
        record = smaajob.record(self.match, "cw-3", WHEN, digests_only=True)
        self.assertFalse(record.is_whole)
        self.assertEqual(set(record.to_dict()["inputs"]), {"policy", "travel_minutes"})
        self.refused("missing", "/inputs", record.source_json, "citizen")
        self.refused("missing", "/inputs/citizen", record.replay)
        self.refused("missing", "/inputs/opening", record.replay, citizen=support.citizen())
        self.assertTrue(record.replay(citizen=support.citizen(), opening=support.opening()).same.all)

    def test_another_citizen_is_found_out(self):
        other = {**support.citizen(), "effectiveness": 0.5}
        for digests_only in (False, True):
            record = smaajob.record(self.match, "cw-3", WHEN, digests_only)
            replay = record.replay(citizen=other, opening=support.opening())
            self.assertFalse(replay.same.all or replay.same.citizen or replay.same.result)
            self.assertTrue(replay.same.opening and replay.same.policy and replay.same.vocabulary)
            self.assertNotEqual(replay.difference.plan.before, replay.difference.plan.after)

    def test_a_word_that_is_missing_is_told_with_its_place(self):
        words = smaajob.VocabularyBuilder("2", smaajob.Vocabulary()).add_condition(
            "draught", kind="environment", type="limit", en="Draught").build()
        citizen = {"format": "smaajob.citizen/1", "id": "c-1",
                   "needs": [{"condition": "draught", "tolerates": 1, "strength": "must"}]}
        opening = {"format": "smaajob.opening/1", "id": "o-1", "tasks": [{"id": "boxes"}]}
        record = smaajob.record(smaajob.match(citizen, opening, vocabulary=words), "cw-3", WHEN)
        error = self.refused("unknown_concept", "/inputs/citizen/needs/0/condition", record.replay)
        self.assertIn("another than the record's", error.message)
        self.assertTrue(record.replay(words).same.all)

    def test_what_is_given_must_be_what_it_is(self):
        record = smaajob.record(self.match, "cw-3", WHEN)
        self.assertRaises(TypeError, record.replay, 7)
        self.assertRaises(TypeError, record.replay, None, 7)


class Differences(RecordTest):
    def setUp(self):
        super().setUp()
        self.other = smaajob.match(
            support.citizen(), {**support.opening(), "provisions": {}, "terms": {"paid": "no", "practice": "no"}},
            travel_minutes=25)
        self.difference = smaajob.difference(self.match, self.other)

    def test_it_agrees_with_its_document(self):
        document = self.difference.to_dict()
        self.assertEqual(vars(self.difference.same), document["same"])
        for moment in ("before", "after"):
            score = getattr(self.difference.score, moment)
            self.assertEqual(score.verdict, document["verdict"][moment])
            for name in ("score", "low", "high", "coverage", "potential"):
                self.assertEqual(getattr(score, name), document[name][moment])
            self.assertEqual(getattr(self.difference.advice, moment), document["timing"][moment])
            self.assertEqual(getattr(self.difference.citizen_id, moment), document["citizen"][moment])
            self.assertEqual(getattr(self.difference.opening_id, moment), document["opening"][moment])
            plan = getattr(self.difference.plan, moment)
            for name, hours in document["plan"][moment].items():
                self.assertEqual(getattr(plan, name) is None, hours is None)
                self.assertAlmostEqual(getattr(plan, name) or 0, hours or 0, places=1)
        self.assertEqual(self.difference.change, document["potential"]["change"])
        self.assertEqual(len(self.difference.items), len(document["items"]))
        for item, told in zip(self.difference.items, document["items"]):
            self.assertEqual((item.criterion, item.subject, item.task), (told["criterion"], told["subject"], told.get("task")))
            self.assertEqual(item.change, told["change"])
            for moment in ("before", "after"):
                at = getattr(item, moment)
                self.assertEqual(at is not None, moment in told)
                self.assertEqual((at.state, at.have, at.want, at.share, at.loss), tuple(told[moment].values()))
        for name in ("blockers", "timing", "attention"):
            for side in ("removed", "added"):
                reasons = getattr(getattr(self.difference, name), side)
                self.assertEqual([(r.code, r.subject, r.task) for r in reasons],
                                 [(r["code"], r.get("subject"), r.get("task")) for r in document[name][side]])
        self.assertEqual([task.id for task in self.difference.tasks], [task["id"] for task in document["tasks"]])
        self.assertEqual([task.after.verdict for task in self.difference.tasks],
                         [task["after"]["verdict"] for task in document["tasks"]])

    def test_changes_sum_to_the_change(self):
        moved = sum(round(item.change * 1000) for item in self.difference.items)
        self.assertEqual(moved, round(self.difference.change * 1000))
        self.assertNotEqual(moved, 0)
        sizes = [abs(item.change) for item in self.difference.items]
        self.assertEqual(sizes, sorted(sizes, reverse=True))

    def test_matches_may_be_stored_ones(self):
        record = smaajob.record(self.match, "cw-3", WHEN)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "match.json"
            path.write_text(self.other.to_json(), encoding="utf-8")
            for before in (self.match.to_json(), self.match.to_dict(), record.match_json()):
                difference = smaajob.difference(before, path)
                self.assertEqual(difference.items, self.difference.items)

    def test_what_is_wrong_is_told_with_whose_it_is(self):
        bad = self.match.to_json().replace('"blockers":[]', '"blockers":[],"epilepsy!":1')
        error = self.refused("unknown_member", "", smaajob.difference, self.match, bad)
        self.assertTrue(error.message.startswith("after: "))
        error = self.refused("unknown_member", "", smaajob.difference, bad, self.match)
        self.assertTrue(error.message.startswith("before: "))
        error = self.refused("format", "/format", smaajob.difference, self.match, support.citizen())
        self.assertEqual(error.line, 0)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "match.json"
            path.write_text(bad, encoding="utf-8")
            error = self.refused("unknown_member", "", smaajob.difference, path, self.match)
            self.assertEqual(error.file, str(path))
        self.assertRaises(TypeError, smaajob.difference, None, self.match)
        self.assertRaises(TypeError, smaajob.Difference)

    def test_without_a_potential_there_is_no_sum(self):
        empty = smaajob.match({"format": "smaajob.citizen/1", "id": "c-17"},
                              {"format": "smaajob.opening/1", "id": "o-9", "tasks": [{"id": "boxes"}]})
        difference = smaajob.difference(empty, self.match)
        self.assertIsNone(difference.change)
        self.assertEqual({item.change for item in difference.items}, {None})
        self.assertIn("no sum", repr(difference))

    def test_it_does_not_change(self):
        self.assertRaises(AttributeError, setattr, self.difference, "change", 1)
        self.assertIs(copy.copy(self.difference), self.difference)


class Examples(unittest.TestCase):
    def test_the_examples_of_the_documentation_hold(self):
        finder, runner = doctest.DocTestFinder(), doctest.DocTestRunner()
        ran = 0
        for module in (_record, _difference):
            for thing in (smaajob.Record, smaajob.Difference):
                if thing.__name__.lower() in module.__name__:
                    for example in finder.find(thing, thing.__name__, module=False, globs={}):
                        ran += runner.run(example).attempted
        self.assertGreater(ran, 8)
        self.assertEqual(runner.failures, 0)

    def test_a_record_is_json(self):
        match = smaajob.match(support.citizen(), support.opening())
        self.assertEqual(json.loads(smaajob.record(match, "cw-3", WHEN).to_json())["format"], "smaajob.record/1")


if __name__ == "__main__":
    unittest.main()
