# SPDX-License-Identifier: Apache-2.0
"""A match from Python: its readers say what its document says, and a score is the match's score."""

import copy
import dataclasses
import json
import random
import tempfile
import unittest
from pathlib import Path

import smaajob
import support

support.fill_in()


class Reading(unittest.TestCase):
    def agree(self, match):
        """The readers say exactly what the document says."""
        document = json.loads(match.to_json())
        self.assertEqual(document, match.to_dict())
        support.assert_agrees(self, match, document)

    def test_the_readers_say_what_the_document_says(self):
        pairs = (
            (support.citizen(), support.opening()),
            (support.citizen(choice="declined"), support.opening()),
            (support.citizen(hours=None, availability=None), support.opening(hours=None)),
            (
                {"format": "smaajob.citizen/1", "id": "c"},
                {"format": "smaajob.opening/1", "id": "o", "tasks": [{"id": "t"}]},
            ),
            (support.citizen(effectiveness=0.5), support.opening(terms={"paid": "no", "practice": "no"})),
            (support.citizen(availability=[]), support.opening()),
            (support.citizen(gates={"gate_driving_licence": "no"}), support.opening()),
        )
        for citizen, opening in pairs:
            with self.subTest(citizen=citizen, opening=opening):
                self.agree(smaajob.match(citizen, opening))

    def test_the_readers_agree_whatever_is_left_out(self):
        random_ = random.Random(1)
        for _ in range(2000):
            citizen, opening = _thinned(support.citizen(), random_), _thinned(support.opening(), random_)
            match = smaajob.match(citizen, opening)
            self.agree(match)
            self.assertEqual(smaajob.score(citizen, opening), match._score)

    def test_a_match_says_what_it_comes_to(self):
        match = smaajob.match(support.citizen(), support.opening())
        self.assertIsInstance(match.verdict, smaajob.Verdict)
        self.assertEqual((match.citizen_id, match.opening_id), ("c-17", "o-9"))
        self.assertEqual([str(criterion.id) for criterion in match.criteria], list(smaajob.CriterionId))
        self.assertEqual([task.id for task in match.tasks], ["boxes", "floor"])
        self.assertEqual(round(1 - match.score, 3), round(sum(c.loss for c in match.criteria), 3))
        self.assertEqual(match.plan.present_hours, match.plan.paid_hours + match.plan.practice_hours)
        self.assertTrue(match.plan.schedule)
        for shift in match.plan.schedule:
            self.assertRegex(shift.from_, r"^\d\d:\d\d$")
            self.assertLess(shift.from_, shift.to)
            self.assertIn(shift.day, ("mon", "tue", "wed"))
        self.assertEqual(match.plan.growth_to, 20)

    def test_its_repr_is_short_and_says_the_most(self):
        told = repr(smaajob.match(support.citizen(), support.opening()))
        self.assertRegex(told, r"^<smaajob\.Match 'c-17' 'o-9': \w+, .*>$")
        self.assertLess(len(told), 160)
        blocked = repr(smaajob.match(support.citizen(choice="declined"), support.opening()))
        self.assertIn("blocked, choice_declined, not_now", blocked)

    def test_a_match_does_not_change(self):
        match = smaajob.match(support.citizen(), support.opening())
        for name in ("score", "verdict", "plan", "anything", "_native"):
            with self.assertRaises(AttributeError):
                setattr(match, name, 1)
            with self.assertRaises(AttributeError):
                delattr(match, name)
        for part in (
            match.plan,
            match.timing,
            match.sides,
            match.tasks[0],
            match.criteria[0],
            match.criteria[0].items[0],
        ):
            for field in dataclasses.fields(part):
                with self.assertRaises(dataclasses.FrozenInstanceError):
                    setattr(part, field.name, None)
        self.assertIs(match.plan, match.plan)
        self.assertIs(match.criteria, match.criteria)
        self.assertIs(copy.deepcopy(match), match)
        self.assertIs(copy.copy(match), match)

    def test_parts_outlive_what_they_were_read_from(self):
        match = smaajob.match(support.citizen(), support.opening())
        plan, tasks, criteria = match.plan, match.tasks, match.criteria
        told = repr((plan, tasks, criteria))
        del match
        smaajob.match(support.citizen(), support.opening())
        self.assertEqual(repr((plan, tasks, criteria)), told)

    def test_a_match_outlives_what_it_was_made_of(self):
        citizen, opening = smaajob.Citizen.from_dict(support.citizen()), smaajob.Opening.from_dict(support.opening())
        match = smaajob.match(citizen, opening)
        expected = match.to_json()
        del citizen, opening
        self.assertEqual(match.to_json(), expected)

    def test_a_score_is_the_score_of_the_match(self):
        for citizen, opening in (
            (support.citizen(), support.opening()),
            (support.citizen(choice="declined"), support.opening()),
            (
                {"format": "smaajob.citizen/1", "id": "c"},
                {"format": "smaajob.opening/1", "id": "o", "tasks": [{"id": "t"}]},
            ),
        ):
            match, score = smaajob.match(citizen, opening), smaajob.score(citizen, opening)
            for field in dataclasses.fields(score):
                self.assertEqual(getattr(match, field.name), getattr(score, field.name), field.name)


def _thinned(value, random_):
    """A document with some of its members left out, never those it must have."""
    needed = ("format", "id", "tasks", "concept", "level", "importance", "condition", "tolerates", "requires", "at_most",
              "strength", "wants", "days", "from", "to", "mode", "max_minutes", "lat", "lon", "kept")  # fmt: skip
    if isinstance(value, dict):
        kept = {m: v for m, v in value.items() if m in needed and m != "requires" or random_.random() < 0.7}
        if "strength" in value and "requires" in value:
            kept["requires"] = value["requires"]
        return {member: _thinned(v, random_) for member, v in kept.items()}
    return [_thinned(v, random_) for v in value] if isinstance(value, list) else value


class Arguments(unittest.TestCase):
    def test_a_policy_may_come_in_any_form(self):
        document = {"format": "smaajob.policy/1", "max_training_weeks": 13}
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory, "policy.json")
            path.write_text(json.dumps(document), encoding="utf-8")
            forms = (document, json.dumps(document), path, str(path), smaajob.Policy.from_dict(document))
            digests = {
                smaajob.match(support.citizen(), support.opening(), form).to_dict()["digests"]["policy"]
                for form in forms
            }
        self.assertEqual(len(digests), 1)
        plain = smaajob.match(support.citizen(), support.opening())
        self.assertNotEqual(plain.to_dict()["digests"]["policy"], digests.pop())
        self.assertEqual(
            plain.to_json(), smaajob.match(support.citizen(), support.opening(), smaajob.Policy()).to_json()
        )

    def test_minutes_of_travel_replace_the_locations(self):
        near = smaajob.match(support.citizen(), support.opening(), travel_minutes=10)
        far = smaajob.match(support.citizen(), support.opening(), travel_minutes=40)
        nowhere = support.citizen(location=None)
        self.assertEqual(smaajob.match(nowhere, support.opening(), travel_minutes=10).score, near.score)
        self.assertLess(far.potential, near.potential)
        for wrong in (-1, -2, 1441, 10**20):
            with self.assertRaises(smaajob.SmaajobError) as caught:
                smaajob.score(support.citizen(), support.opening(), travel_minutes=wrong)
            self.assertEqual(caught.exception.code, "range")
        for wrong in ("10", 10.0, True, []):
            self.assertRaises(TypeError, smaajob.score, support.citizen(), support.opening(), travel_minutes=wrong)

    def test_a_pair_has_one_vocabulary(self):
        ours = smaajob.VocabularyBuilder("ours-1", smaajob.Vocabulary()).build()
        citizen, opening = (
            smaajob.Citizen.from_dict(support.citizen(), ours),
            smaajob.Opening.from_dict(support.opening()),
        )
        for call in (smaajob.match, smaajob.score):
            with self.assertRaises(smaajob.SmaajobError) as caught:
                call(citizen, opening)
            self.assertEqual(caught.exception.code, "argument")
            with self.assertRaises(smaajob.SmaajobError) as caught:
                call(citizen, support.opening(), vocabulary=smaajob.Vocabulary())
            self.assertEqual(caught.exception.code, "argument")

    def test_a_document_is_read_with_the_vocabulary_of_the_object_beside_it(self):
        builder = smaajob.VocabularyBuilder("ours-1", smaajob.Vocabulary())
        ours = builder.add_concept("ours:boxes", en="move boxes").build()
        wanted = [{"id": "t", "requires": [{"concept": "ours:boxes", "level": 2, "importance": "must"}]}]
        citizen = smaajob.CitizenBuilder("c", ours).add_competence("ours:boxes", 3, evidence="employed").build()
        opening = support.opening(tasks=wanted)
        self.assertEqual(smaajob.match(citizen, opening).tasks[0].verdict, "paid")
        made = smaajob.Opening.from_dict(opening, ours)
        document = {**citizen.to_dict()}
        self.assertEqual(smaajob.match(document, made).tasks[0].verdict, "paid")
        self.assertEqual(smaajob.match(document, opening, vocabulary=ours).tasks[0].verdict, "paid")
        with self.assertRaises(smaajob.SmaajobError) as caught:
            smaajob.match(document, opening)
        self.assertEqual(caught.exception.code, "unknown_concept")


if __name__ == "__main__":
    unittest.main()
