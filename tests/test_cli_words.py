# SPDX-License-Identifier: Apache-2.0
"""The smaajob program: the words in which a match and a difference are told."""

import unittest

from cli import CliTest, DONE, run


class WordsTest(CliTest):
    """What is said of this match, where the code alone would say too much."""

    COMPETENCE = "esco:b6bdf202-524f-475d-b813-2aa9af005c37"

    def citizen(self, **more):
        return {"format": "smaajob.citizen/1", "id": "c-1", "needs": [], "hours": {"min": 4, "max": 10},
                "effectiveness": 0.5, "choice": "informed", "prerequisites": "present", "purpose": "pay",
                "competencies": [{"concept": self.COMPETENCE, "level": 1, "evidence": "observed"}], **more}

    def opening(self, *tasks, **terms):
        return {"format": "smaajob.opening/1", "id": "o-1", "hours": {"min": 4, "max": 10},
                "terms": {"paid": "yes", "practice": "yes", "hybrid": "yes", "pay_basis": "present", **terms},
                "tasks": [{"id": f"t{i}", "hours": {"min": 2, "max": hours}, "requires": requires,
                           "windows": [{"days": ["mon", "tue", "wed"], "from": "08:00", "to": "14:00"}]}
                          for i, (hours, requires) in enumerate(tasks)]}

    def learned(self, hours=4):
        return (hours, [{"concept": self.COMPETENCE, "level": 3, "importance": "must", "training_weeks": 4}])

    def told(self, citizen, opening, *options, lang="en"):
        paths = self.file("c.json", citizen), self.file("o.json", opening)
        done = run("explain", *paths, "--released", "--lang", lang, *options)
        self.assertEqual(done.returncode, DONE, done.stderr)
        return " ".join(done.stdout.decode().split())

    def test_pay_for_presence_is_told_of_paid_hours_alone(self):
        refused = self.opening(self.learned(), paid="no")
        hybrid = self.opening(self.learned(), (4, []))
        whole = self.opening((4, []))
        for opening, caseworker, citizen in (
                (refused, "Hvis der kommer løn, betales der for fremmøde", None),
                (hybrid, "Løntimerne betales fuldt ud", "Du får fuld løn for alle løntimer"),
                (whole, "Der betales for fremmøde", "Du får løn for alle de timer, du er der")):
            self.assertIn(caseworker, self.told(self.citizen(), opening, lang="da"))
            told = self.told(self.citizen(), opening, "--reader", "citizen", lang="da")
            if citizen:
                self.assertIn(citizen, told)
            else:
                self.assertNotRegex(told, "Du får (fuld )?løn")
        declined = self.told(self.citizen(choice="declined"), whole, "--reader", "citizen")
        self.assertNotIn("You are paid", declined)

    def test_a_task_that_is_ready_for_pay_is_told_with_what_its_hours_are(self):
        citizen = self.citizen(effectiveness=1)
        for terms, en, da in (({}, "4 h a week with pay", "4 t om ugen med løn"),
                              ({"paid": "no"}, "4 h a week in practice", "4 t om ugen i praktik")):
            for lang, words in (("en", f"t0 – ready for pay, {en}"), ("da", f"t0 – klar til løn, {da}")):
                self.assertIn(words, self.told(citizen, self.opening((4, []), **terms), lang=lang))
        halved = self.opening((8, []), pay_basis="effective")
        self.assertIn("t0 – ready for pay, 8 h a week, partly paid", self.told(self.citizen(), halved))
        self.assertIn("t0 – klar til løn, 8 t om ugen, delvis med løn", self.told(self.citizen(), halved, lang="da"))
        self.assertIn("t0 – to be learned in practice, 8 h a week", self.told(citizen, self.opening(self.learned(8))))

    def test_nothing_is_said_to_fit_where_nothing_is_known(self):
        citizen = self.citizen(needs=[])
        del citizen["hours"]
        opening = self.opening((4, []))
        del opening["hours"], opening["tasks"][0]["windows"], opening["tasks"][0]["hours"]
        for reader in ("caseworker", "citizen"):
            self.assertIn("Nothing known stands in the way · no score · 0 % known",
                          self.told(citizen, opening, "--reader", reader))
            self.assertIn("Intet kendt står i vejen · ingen score · 0 % kendt",
                          self.told(citizen, opening, "--reader", reader, lang="da"))

    def test_pay_is_in_prospect_once_the_employer_has_said_so(self):
        agreed, untold = (self.opening(self.learned(), **terms) for terms in ({"prospect": "yes"}, {}))
        for opening, caseworker, citizen in (
                (agreed, "Stil løn i udsigt -", "Du begynder i praktik og har løn i udsigt"),
                (untold, "Stil løn i udsigt, når arbejdspladsen er med på det",
                 "Du begynder i praktik, og løn kan komme på tale")):
            self.assertIn(caseworker, self.told(self.citizen(), opening, lang="da"))
            self.assertIn(citizen, self.told(self.citizen(), opening, "--reader", "citizen", lang="da"))

    def test_transport_that_is_untold_is_not_said_to_be_fragile(self):
        opening = self.opening((4, []))
        public = self.citizen(needs=[{"condition": "tra_public", "requires": 2, "strength": "must"}],
                              travel={"mode": "transit", "max_minutes": 30})
        near = ("--travel-minutes", "9")
        self.assertIn("Transporten er sårbar", self.told(public, opening, *near, lang="da"))
        self.assertNotIn("Afklar transporten", self.told(public, opening, *near, lang="da"))
        self.assertIn("Afklar transporten", self.told(public, opening, lang="da"))
        for lang, fragile, untold in (("en", "Transport is fragile", "Settle the transport"),
                                      ("da", "Transporten er sårbar", "Afklar transporten")):
            told = self.told(self.citizen(), opening, lang=lang)
            self.assertIn(untold, told)
            self.assertNotIn(fragile, told)

    def test_what_is_unclear_may_still_be_planned(self):
        opening = self.opening(self.learned())
        del opening["tasks"][0]["requires"]
        for lang, yet in (("en", "No hours can be planned yet."), ("da", "Der kan ikke lægges timer i ugen endnu.")):
            self.assertIn(yet, self.told(self.citizen(), opening, lang=lang))
        blocked = self.told(self.citizen(choice="declined"), opening)
        self.assertIn("No hours can be planned.", blocked)

    def test_growth_is_told_in_quarter_hours(self):
        opening = self.opening((4, []))
        opening["hours"] = {"min": 10, "max": 40, "growth": 50, "unit": "month"}
        self.assertIn("may grow to 11.5 h", self.told(self.citizen(), opening))

    def test_hours_of_a_month_that_are_not_even_are_told_in_minutes(self):
        opening = {**self.opening((8, [])), "hours": {"min": 50, "max": 60, "unit": "month"}}
        for lang, least in (("en", "now at least 11 h 32 min"), ("da", "nu mindst 11 t 32 min")):
            self.assertIn(least, self.told(self.citizen(), opening, "--reader", "employer", lang=lang))
        opening["hours"] = {"min": 12.4, "max": 20}
        self.assertIn("now at least 12.4 h", self.told(self.citizen(), opening, "--reader", "employer"))

    def test_a_must_is_required_and_the_rest_is_wanted(self):
        for importance, en, da in (("must", "required", "der kræves"), ("should", "wanted", "ønsket"),
                                   ("nice", "wanted", "ønsket")):
            asked = {"concept": self.COMPETENCE, "level": 3, "importance": importance, "training_weeks": 4}
            opening = self.opening((4, [asked]))
            for lang, level, word in (("en", "level", en), ("da", "niveau", da)):
                self.assertIn(f"{level} 1, {word} 3 (t0)", self.told(self.citizen(), opening, lang=lang))
                unknown = self.told({**self.citizen(), "competencies": []}, opening, lang=lang)
                self.assertRegex(unknown, f", {word} 3 \\(t0\\)")

    def test_one_word_is_used_for_one_thing(self):
        """Those of the glossary: need is skånebehov, criterion is kriterium, and travel is transport."""
        citizen, opening = self.citizen(), self.opening(self.learned())
        for options in ((), ("--reader", "citizen"), ("--reader", "employer"), ("--html",)):
            told = self.told(citizen, opening, *options, lang="da")
            self.assertNotRegex(told, "(?i)skånehensyn|rejse|forholdene|>forhold<")
        told = self.told({**citizen, "competencies": []}, opening, "--reader", "citizen", lang="da")
        self.assertIn("Hvor godt kan du dette, fra 0 til 5: flytte genstande?", told)
        self.assertIn("Dine timer", told)

    def test_a_question_that_decides_is_not_told_as_worth_nothing(self):
        citizen, opening = self.citizen(effectiveness=1), {**self.opening((4, [])), "gates": ["gate_forklift"]}
        del citizen["needs"]
        self.assertIn(" – Do you have a forklift certificate? (ask the citizen) – can change the result ",
                      self.told(citizen, opening))
        for lang, words, marked in (
                ("en", "manage? (ask the citizen) – can change the result with other answers",
                 "Decides with other answers"),
                ("da", "til det? (spørg borgeren) – kan ændre resultatet sammen med andre svar",
                 "Afgørende sammen med andre svar")):
            told = self.told(citizen, opening, lang=lang)
            self.assertIn(words, told)
            self.assertEqual(told.count(words.partition(") ")[2]), 1)
            self.assertEqual(self.told(citizen, opening, "--html", lang=lang).count(marked), 1)
        self.assertNotIn("with other answers", self.told({**citizen, "needs": []}, opening))

    def test_an_employer_who_pays_for_every_hour_is_not_asked_for_a_prospect_or_a_fleksjob(self):
        asked = ("hold out pay", "rather have a fleksjob")
        for terms, tasks, questions in (({}, [(4, [])], ()), ({}, [(4, []), self.learned()], asked),
                                        ({"paid": "unknown"}, [(4, [])], asked),
                                        ({"paid": "no"}, [(4, [])], asked)):
            opening = self.opening(*tasks, **terms)
            told = self.told(self.citizen(), opening, "--reader", "employer")
            self.assertEqual([words for words in asked if words in told], list(questions), told)
            self.assertIn(asked[0], self.told(self.citizen(), opening))

    def test_a_difference_is_told_in_the_sentences_of_the_matches(self):
        before = self.citizen(), self.opening(self.learned(), (4, [])), ()
        after = (self.citizen(choice="pending", effectiveness=1, travel={"mode": "bike", "max_minutes": 30},
                              attendance={"kept": 0.5, "weeks": 8, "context": "practice"}),
                 self.opening(self.learned(), paid="no", fleksjob="yes"), ("--travel-minutes", "9"))
        paths = []
        for i, (citizen, opening, options) in enumerate((before, after)):
            done = run("match", self.file("c.json", citizen), self.file("o.json", opening), *options)
            paths.append(self.file(f"m{i}.json", done.stdout))
        for lang in ("en", "da"):
            page = " ".join(run("diff", *paths, "--page", "--lang", lang).stdout.decode().split())
            self.assertNotRegex(page, r"[a-z]_[a-z]|terms\.")
            # a sentence of the difference is one that the match itself is explained with
            for (citizen, opening, options), sign in ((before, "−"), (after, "+")):
                told = self.told(citizen, opening, *options, lang=lang)
                sentences = [part.strip() for part in page.split(f" {sign} ")[1:]]
                self.assertGreater(len(sentences), 2)
                for sentence in sentences:
                    self.assertIn(sentence[:30], told)
        self.assertIn("− Løntimerne betales fuldt ud", page)
        self.assertIn("− Afklar transporten", page)

    def test_a_difference_tells_what_the_hours_of_a_task_are(self):
        citizen = self.file("c.json", self.citizen())
        paths = []
        for i, opening in enumerate((self.opening((8, []), paid="no"), self.opening((8, [])),
                                     self.opening((8, []), pay_basis="effective"))):
            done = run("match", citizen, self.file("o.json", opening))
            paths.append(self.file(f"m{i}.json", done.stdout))
        page = run("diff", *paths[:2], "--page", "--lang", "da").stdout.decode()
        self.assertIn("t0: klar til løn, 8 t i praktik → klar til løn, 8 t med løn", page)
        page = run("diff", *paths[1:], "--page", "--lang", "en").stdout.decode()
        self.assertIn("t0: ready for pay, 8 h with pay → ready for pay, 8 h, partly paid", page)

    def test_no_page_holds_a_control_character_of_a_label(self):
        label = "\u001b[2Jlift\u0007 \u009b31mboxes\r\n\u007f"
        words = self.file("v.json", {"format": "smaajob.vocabulary/1", "version": "1",
                                     "competencies": [{"id": "x:lift", "label": {"da": label, "en": label}}]})
        opening = self.opening((4, [{"concept": "x:lift", "level": 3, "importance": "must", "training_weeks": 4}]))
        citizen = self.citizen(competencies=[{"concept": "x:lift", "level": 1, "evidence": "observed"}])
        paths, matches = (self.file("c.json", citizen), self.file("o.json", opening)), []
        for i, travel in enumerate(("5", "9")):
            done = run("match", self.file("c.json", {**citizen, "competencies": []} if i else citizen), paths[1],
                       "--vocabulary", words, "--travel-minutes", travel)
            matches.append(self.file(f"m{i}.json", done.stdout))
        self.file("c.json", citizen)
        explained = [("explain", *paths, "--released", "--reader", reader, *form)
                     for reader in ("caseworker", "citizen", "employer") for form in ((), ("--html",), ("--json",))]
        for arguments in (*explained, ("match", *paths, "--page"), ("diff", *matches, "--page")):
            page = run(*arguments, "--vocabulary", words, "--lang", "da").stdout.decode()
            self.assertNotRegex(page, "[\\0-\x09\x0b-\x1f\x7f-\x9f]|u001b|u009b|&#x?(1b|27|9b);")
            if "employer" not in arguments:
                self.assertIn("lift", page)
                self.assertIn(" 31mboxes", page)


if __name__ == "__main__":
    unittest.main()
