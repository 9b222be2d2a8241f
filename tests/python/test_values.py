# SPDX-License-Identifier: Apache-2.0
"""What the objects of the package are as Python values: equal, hashed, pickled, shown."""

import copy
import pickle
import unittest

import smaajob
import support


def make():
    """An object of every kind, made anew, and one that differs from it."""
    vocabulary = smaajob.VocabularyBuilder("ours", base=smaajob.Vocabulary()).add_concept("ours:boxes", en="boxes").build()
    citizen = smaajob.Citizen.from_dict(support.citizen(), vocabulary)
    opening = smaajob.Opening.from_dict(support.opening(), vocabulary)
    other = smaajob.Opening.from_dict({**support.opening(), "seats": 9}, vocabulary)
    policy = smaajob.PolicyBuilder().set_number("/max_training_weeks", 13).build()
    match = smaajob.match(citizen, opening, policy, travel_minutes=17)
    blocked = smaajob.match({**support.citizen(), "choice": "declined"}, opening, policy, vocabulary, travel_minutes=17)
    record = smaajob.record(match, "cw-3", "2026-11-22T14:00:00Z")
    ranking = smaajob.rank(citizen, smaajob.Market([opening]), why=True)
    return {
        "vocabulary": (vocabulary, smaajob.Vocabulary()),
        "citizen": (citizen, smaajob.Citizen.from_dict({**support.citizen(), "effectiveness": 0.5}, vocabulary)),
        "opening": (opening, other),
        "policy": (policy, smaajob.Policy()),
        "match": (match, blocked),
        "score": (smaajob.score(citizen, opening), smaajob.score(citizen, opening, travel_minutes=500)),
        "question": (match.questions[:1], match.questions[1:2]),
        "levers": (match.levers, ()),
        "plan": (match.plan, blocked.plan),
        "explanation": (match.explain(), match.explain(language="en")),
        "record": (record, smaajob.record(match, "cw-4", "2026-11-22T14:00:00Z")),
        "ranking": (ranking, smaajob.rank(citizen, smaajob.Market([other], vocabulary), top=0)),
        "matches": (smaajob.Matches([match]), smaajob.Matches([match, blocked])),
    }


class Values(unittest.TestCase):
    def test_what_says_the_same_is_equal_and_has_one_hash(self):
        again = make()
        for name, (value, other) in make().items():
            with self.subTest(name):
                self.assertEqual(value, again[name][0])
                self.assertEqual(hash(value), hash(again[name][0]))
                self.assertNotEqual(value, other)
                self.assertNotEqual(value, 7)
                self.assertEqual(len({value, again[name][0], other}), 2)

    def test_pickled_they_are_the_same(self):
        for name, (value, _) in make().items():
            if name == "explanation":
                continue
            for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
                with self.subTest(name, protocol=protocol):
                    back = pickle.loads(pickle.dumps(value, protocol))
                    self.assertEqual(back, value)
                    self.assertEqual(hash(back), hash(value))
                    self.assertEqual(repr(back), repr(value))

    def test_a_match_pickled_is_whole(self):
        match = make()["match"][0]
        back = pickle.loads(pickle.dumps(match))
        self.assertEqual(back.to_json(), match.to_json())
        self.assertEqual(back.explain().to_html(), match.explain().to_html())
        self.assertEqual(back.vocabulary, match.vocabulary)
        self.assertEqual(pickle.loads(pickle.dumps(back)), match)

    def test_the_vocabulary_built_in_is_pickled_as_itself(self):
        words = smaajob.Vocabulary()
        self.assertLess(len(pickle.dumps(words)), 200)
        self.assertIs(pickle.loads(pickle.dumps(words))._native, words._native)

    def test_copies_are_the_object_itself(self):
        for name in ("vocabulary", "citizen", "opening", "policy", "match", "record"):
            value = make()[name][0]
            self.assertIs(copy.copy(value), value)
            self.assertIs(copy.deepcopy(value), value)

    def test_they_show_what_they_are(self):
        for name, (value, _) in make().items():
            self.assertNotIn("object at 0x", repr(value), name)
        match = make()["match"][0]
        self.assertIn("<html", match._repr_html_())
        self.assertEqual(match._repr_html_(), match.explain().to_html())
        self.assertEqual(repr(smaajob.Market([])), "<smaajob.Market of 0 openings>")


if __name__ == "__main__":
    unittest.main()
