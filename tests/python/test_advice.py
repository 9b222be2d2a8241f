# SPDX-License-Identifier: Apache-2.0
"""Questions, levers and explanations from Python."""

import html.parser
import json
import unittest

import smaajob
import support

support.fill_in()


def unknown_pair():
    """Nothing but ids and one task: everything is a question."""
    return (
        {"format": "smaajob.citizen/1", "id": "c"},
        {"format": "smaajob.opening/1", "id": "o", "tasks": [{"id": "t"}]},
    )


class Questions(unittest.TestCase):
    def test_what_is_unknown_is_asked(self):
        asked = {(str(q.code), q.subject) for q in smaajob.match(*unknown_pair()).questions}
        self.assertLessEqual({("needs_unknown", "needs"), ("requirements_unknown", "t")}, asked)
        self.assertLessEqual({("term_unknown", f"terms.{term}") for term in smaajob.Term}, asked)

    def test_an_answer_gives_the_score_that_was_promised(self):
        citizen, opening = support.citizen(), support.opening(hours=None)
        question = next(q for q in smaajob.match(citizen, opening).questions if q.code == "opening_hours_unknown")
        answers = ({}, {"max": 0}, {"min": 168})
        scores = [smaajob.score(citizen, {**opening, "hours": answer}).potential for answer in answers]
        self.assertEqual((question.best, question.worst), (max(scores), min(scores)))
        self.assertEqual(question.swing, round(max(scores) - min(scores), 3))

    def test_the_deciding_come_first_and_then_the_largest_swing(self):
        questions = smaajob.match(*unknown_pair()).questions
        self.assertTrue(questions[0].decides)
        self.assertEqual(list(questions), sorted(questions, key=lambda q: (not q.decides, -q.swing)))


class Levers(unittest.TestCase):
    def test_a_refusal_of_pay_is_a_lever_of_the_employers(self):
        citizen, opening = support.citizen(), support.opening()
        opening["terms"] = {**opening.get("terms", {}), "paid": "no"}
        changes = [c for lever in smaajob.match(citizen, opening).levers for c in lever.changes]
        change = next(c for c in changes if c.code == "term_agreed")
        self.assertEqual((change.by, change.subject, change.from_, change.to), ("employer", "terms.paid", 0, 1))

    def test_there_are_at_most_twenty_the_best_first(self):
        order = list(smaajob.Verdict)
        levers = smaajob.match(support.citizen(), support.opening()).levers
        self.assertLessEqual(len(levers), 20)
        self.assertEqual(
            list(levers), sorted(levers, key=lambda lv: (-order.index(lv.verdict), len(lv.changes), -(lv.score or 0)))
        )


class Page(html.parser.HTMLParser):
    """The tags of a page, and where it would fetch anything from."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.sources, self.language = set(), [], None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        named = dict(attributes)
        self.language = named.get("lang", self.language) if tag == "html" else self.language
        self.sources += [named[name] for name in ("src", "href") if not named.get(name, "#").startswith("#")]


class Explanations(unittest.TestCase):
    def setUp(self):
        self.match = smaajob.match(support.citizen(), support.opening())

    def test_every_reader_is_told_in_every_language(self):
        self.assertLessEqual({"da", "en"}, set(smaajob.languages()))
        for reader in smaajob.Reader:
            for language in smaajob.languages():
                with self.subTest(reader=reader, language=language):
                    told = self.match.explain(reader, language, released=True)
                    self.assertEqual((told.reader, told.language), (reader, language))
                    self.assertTrue(told.title)
                    self.assertTrue(told.paragraphs)
                    for paragraph in told.paragraphs:
                        self.assertTrue(paragraph.text)
                        self.assertTrue(told.heading(paragraph.section))
                    self.assertIn(told.title, repr(told))

    def test_the_citizen_is_told_nothing_before_it_is_released(self):
        self.assertEqual(self.match.explain("citizen").paragraphs, ())

    def test_its_document_says_what_its_paragraphs_say(self):
        told = self.match.explain(language="en")
        document = told.to_dict()
        self.assertEqual(document, json.loads(told.to_json()))
        texts = [p["text"] for section in document["sections"] for p in section["paragraphs"]]
        self.assertEqual(texts, [paragraph.text for paragraph in told.paragraphs])

    def test_a_match_shows_itself_as_a_page_that_needs_nothing(self):
        page = Page(self.match._repr_html_())
        self.assertEqual(page.language, "da")
        self.assertEqual(page.sources, [])
        self.assertNotIn("script", page.tags)

    def test_a_disclosed_condition_may_be_named_to_the_employer(self):
        need = support.citizen()["needs"][0]["condition"]
        self.assertIsInstance(self.match.explain("employer", disclosed=[need]), smaajob.Explanation)
        with self.assertRaises(smaajob.SmaajobError) as caught:
            self.match.explain("employer", disclosed=["no_such_condition"])
        self.assertEqual(caught.exception.code, "unknown_concept")

    def test_what_is_unknown_lists_what_is_known(self):
        with self.assertRaisesRegex(smaajob.SmaajobError, "da.*en"):
            self.match.explain(language="tlh")
        with self.assertRaisesRegex(smaajob.SmaajobError, "caseworker, citizen, employer"):
            self.match.explain("neighbour")

    def test_wrong_types_are_type_errors(self):
        for wrong in (
            lambda: self.match.explain(7),
            lambda: self.match.explain(language=None),
            lambda: self.match.explain(released=1),
            lambda: self.match.explain(disclosed="env_noise"),
            lambda: self.match.explain(disclosed=[7]),
            smaajob.Explanation,
        ):
            self.assertRaises(TypeError, wrong)


if __name__ == "__main__":
    unittest.main()
