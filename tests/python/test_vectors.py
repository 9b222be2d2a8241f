# SPDX-License-Identifier: Apache-2.0
"""The shared vectors, matched through Python."""

import dataclasses
import json
import unittest

import smaajob
import support


class Vectors(unittest.TestCase):
    def check(self, line, vector):
        words = smaajob.Vocabulary()
        if "vocabulary" in vector:
            words = smaajob.Vocabulary.from_dict(vector["vocabulary"], base=words)
        beside = {
            "policy": vector.get("policy"),
            "vocabulary": words,
            "travel_minutes": vector.get("travel_minutes"),
        }
        match = smaajob.match(vector["citizen"], vector["opening"], **beside)
        self.assertEqual(match.to_dict(), vector["match"])
        self.assertTrue(line.endswith(f'"match":{match.to_json()}}}'), "to the byte")
        support.assert_agrees(self, match, vector["match"])
        score = smaajob.score(vector["citizen"], vector["opening"], **beside)
        for field in dataclasses.fields(score):
            self.assertEqual(getattr(score, field.name), getattr(match, field.name), field.name)
        texts = json.dumps(vector["citizen"]), json.dumps(vector["opening"]).encode()
        self.assertEqual(smaajob.match(*texts, **beside).to_json(), match.to_json())

    def test_every_vector_comes_out_to_the_byte(self):
        count = 0
        for file, number, line in support.vectors():
            vector = json.loads(line)
            with self.subTest(file=file, line=number, shows=vector["shows"]):
                self.check(line, vector)
            count += 1
        self.assertGreaterEqual(count, 300)


if __name__ == "__main__":
    unittest.main()
