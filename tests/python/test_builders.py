# SPDX-License-Identifier: Apache-2.0
"""Objects made in code say what a document says, and pass the same checks."""

import decimal
import fractions
import math
import random
import unittest

import smaajob
import support

support.fill_in()
CONCEPTS = [concept.id for concept in smaajob.Vocabulary().concepts]


def citizen_builder():
    """The citizen of support.CITIZEN, said in code."""
    return (
        smaajob.CitizenBuilder("c-17", smaajob.Vocabulary())
        .add_competence(CONCEPTS[0], 3, evidence="observed")
        .add_competence(CONCEPTS[1], 1)
        .set_competencies_complete()
        .add_need("env_noise", tolerates=1, strength="must")
        .add_need("sup_contact", requires=2, strength=smaajob.Strength.SHOULD)
        .add_need("phy_lift", at_most=10, strength="nice")
        .set_gate("gate_driving_licence", "yes")
        .set_hours(min=4, max=10.0, limit=12, max_per_day=4, committed=0)
        .add_window(["mon", smaajob.Day.TUE, "wed"], "08:00", "12:00")
        .set_effectiveness(0.75)
        .set_attendance(0.7, "practice")
        .set_attendance_weeks(8)
        .set_prerequisites("present")
        .set_choice(smaajob.Choice.INFORMED)
        .set_purpose("pay")
        .add_wish("46.3", "seek")
        .set_location(57.05, 9.92)
        .set_travel("bike", 30)
    )


def opening_builder():
    """The opening of support.OPENING, said in code."""
    builder = smaajob.OpeningBuilder("o-9").set_employer("e-4").set_sector("46.31").set_seats(2)
    builder.set_hours(min=5, max=15, growth=20)
    boxes = builder.add_task("boxes").set_hours(min=6, max=12)
    boxes.add_window(["mon", "tue", "wed", "thu"], "07:00", "15:00")
    boxes.add_requirement(CONCEPTS[0], 2, importance="must", training_weeks=4)
    boxes.add_requirement(CONCEPTS[1], 2, importance="should", training_weeks=smaajob.IMPOSSIBLE)
    boxes.add_requirement(CONCEPTS[2], 1, importance="nice")
    boxes.set_exposure("env_noise", 1).set_exposure("phy_lift", 15)
    builder.add_task("floor", optional=True).set_requirements_known()
    builder.set_exposure("env_noise", 2).set_provision("sup_contact", 2).add_gate("gate_driving_licence")
    for term, answer in support.OPENING["terms"].items():
        builder.set_term(term, answer)
    return builder.set_weekly_variation("low").set_location(57.06, 9.93)


class Saying(unittest.TestCase):
    def test_a_citizen_made_in_code_is_the_citizen_of_the_document(self):
        self.assertEqual(citizen_builder().build().to_json(), smaajob.Citizen.from_dict(support.citizen()).to_json())

    def test_an_opening_made_in_code_is_the_opening_of_the_document(self):
        self.assertEqual(opening_builder().build().to_json(), smaajob.Opening.from_dict(support.opening()).to_json())

    def test_a_policy_made_in_code_is_the_policy_of_the_document(self):
        builder = smaajob.PolicyBuilder().set_number("/max_training_weeks", 13).clear_windows()
        made = builder.add_window("mon", "08:00", "16:00").add_window(["tue"], "08:00", "12:00").build()
        self.assertEqual(smaajob.Policy.from_json(made.to_json()).to_json(), made.to_json())
        self.assertEqual(made.number("/max_training_weeks"), 13)
        self.assertNotEqual(made.to_json(), smaajob.Policy().to_json())

    def test_what_is_known_to_be_none_differs_from_unknown(self):
        plain = smaajob.CitizenBuilder("c").build().to_dict()
        self.assertFalse({"needs", "availability", "hours"} & set(plain))
        known = smaajob.CitizenBuilder("c").set_needs_known().set_availability_known().build().to_dict()
        self.assertEqual((known["needs"], known["availability"]), ([], []))
        opening = smaajob.OpeningBuilder("o")
        opening.add_task("t").set_windows_known().set_requirements_known()
        task = opening.build().to_dict()["tasks"][0]
        self.assertEqual((task["windows"], task["requires"]), ([], []))

    def test_a_builder_may_be_used_on(self):
        builder = smaajob.CitizenBuilder("c")
        first = builder.build()
        second = builder.set_choice("pending").build()
        self.assertNotIn("choice", first.to_dict())
        self.assertEqual(second.to_dict()["choice"], "pending")

    def test_hours_are_hours_of_the_unit_said(self):
        for hours in (0, 1, 7.5, 13, 52, 0.1, 9.99, 10.55, 33.333):
            for unit in ("week", "month"):
                with self.subTest(hours=hours, unit=unit):
                    said = smaajob.CitizenBuilder("c").set_hours(max=hours, max_per_day=3, unit=unit).build()
                    read = smaajob.Citizen.from_dict(
                        {"format": "smaajob.citizen/1", "id": "c",
                         "hours": {"max": hours, "max_per_day": 3, "unit": unit}})  # fmt: skip
                    self.assertEqual(said.to_json(), read.to_json())

    def test_a_number_may_be_any_real_one(self):
        for quarter in (0.25, fractions.Fraction(1, 4), decimal.Decimal("0.25")):
            made = smaajob.CitizenBuilder("c").set_effectiveness(quarter).set_hours(max=quarter).build().to_dict()
            self.assertEqual((made["effectiveness"], made["hours"]), (0.25, {"max": 0.25}))

    def test_days_may_be_one_or_several(self):
        one = smaajob.CitizenBuilder("c").add_window("mon", "08:00", "24:00").build()
        several = smaajob.CitizenBuilder("c").add_window({smaajob.Day.MON}, "08:00", "24:00").build()
        self.assertEqual(one.to_json(), several.to_json())

    def test_every_word_of_every_list_is_taken(self):
        calls = (
            (smaajob.Answer, lambda b, w: b.set_gate("gate_driving_licence", w)),
            (smaajob.Prerequisites, lambda b, w: b.set_prerequisites(w)),
            (smaajob.Choice, lambda b, w: b.set_choice(w)),
            (smaajob.Purpose, lambda b, w: b.set_purpose(w)),
            (smaajob.Context, lambda b, w: b.set_attendance(0.5, w)),
            (smaajob.Wants, lambda b, w: b.add_wish(CONCEPTS[0], w)),
            (smaajob.Mode, lambda b, w: b.set_travel(w, 30)),
            (smaajob.Day, lambda b, w: b.add_window(w, "08:00", "09:00")),
            (smaajob.Strength, lambda b, w: b.add_need("env_noise", tolerates=1, strength=w)),
            (smaajob.Evidence, lambda b, w: b.add_competence(CONCEPTS[0], 2, evidence=w)),
        )
        for kind, call in calls:
            for word in kind:
                for form in (word, str(word)):
                    with self.subTest(word=word):
                        call(smaajob.CitizenBuilder("c"), form).build()
        for term in smaajob.Term:
            smaajob.OpeningBuilder("o").set_term(term, "no")
        for variation in smaajob.Variation:
            smaajob.OpeningBuilder("o").set_weekly_variation(variation)
        for basis in smaajob.PayBasis:
            smaajob.OpeningBuilder("o").set_pay_basis(basis)


class Refusing(unittest.TestCase):
    def setUp(self):
        self.citizen = smaajob.CitizenBuilder("c")
        self.opening = smaajob.OpeningBuilder("o")
        self.task = self.opening.add_task("t")

    def test_each_bad_value_has_its_code_and_place(self):
        c, o, t = self.citizen, self.opening, self.task
        cases = (
            ("range", "/id", lambda: smaajob.CitizenBuilder("a b")),
            ("range", "/id", lambda: smaajob.OpeningBuilder("")),
            ("unknown_concept", "/competencies/0/concept", lambda: c.add_competence("no:such", 3)),
            ("range", "/competencies/0/level", lambda: c.add_competence(CONCEPTS[0], 6)),
            ("range", "/competencies/0/level", lambda: c.add_competence(CONCEPTS[0], -1)),
            ("range", "/competencies/0/level", lambda: c.add_competence(CONCEPTS[0], 10**30)),
            ("range", "/competencies/0/evidence", lambda: c.add_competence(CONCEPTS[0], 3, evidence="seen")),
            ("unknown_concept", "/needs/0/condition", lambda: c.add_need("no", tolerates=1, strength="must")),
            ("range", "/needs/0/tolerates", lambda: c.add_need("env_noise", tolerates=5, strength="must")),
            ("range", "/needs/0/tolerates", lambda: c.add_need("env_noise", tolerates=math.nan, strength="must")),
            ("type", "/needs/0/at_most", lambda: c.add_need("env_noise", at_most=5, strength="must")),
            ("range", "/needs/0/strength", lambda: c.add_need("env_noise", tolerates=1, strength="maybe")),
            ("range", "/hours/max", lambda: c.set_hours(max=200)),
            ("range", "/hours/max", lambda: c.set_hours(max=-1 / 60)),
            ("range", "/hours/max", lambda: c.set_hours(max=math.nan)),
            ("range", "/hours/max", lambda: c.set_hours(max=math.inf)),
            ("range", "/hours/max", lambda: c.set_hours(max=10**400)),
            ("range", "/hours/max", lambda: c.set_hours(max=1000, unit="month")),
            ("range", "/hours/min", lambda: c.set_hours(min=12, max=10)),
            ("range", "/hours/max_per_day", lambda: c.set_hours(max_per_day=25)),
            ("range", "/hours/unit", lambda: c.set_hours(max=10, unit="year")),
            ("range", "/availability/0/to", lambda: c.add_window("mon", "08:00", "25:00")),
            ("range", "/availability/0/to", lambda: c.add_window("mon", "08:00", "08:61")),
            ("range", "/availability/0/from", lambda: c.add_window("mon", "8:00", "09:00")),
            ("range", "/availability/0/from", lambda: c.add_window("mon", "08:07", "09:00")),
            ("range", "/availability/0/from", lambda: c.add_window("mon", "24:00", "24:00")),
            ("range", "/availability/0", lambda: c.add_window("mon", "12:00", "08:00")),
            ("range", "/availability/0/days/0", lambda: c.add_window("monday", "08:00", "09:00")),
            ("duplicate", "/availability/0/days/1", lambda: c.add_window(["mon", "mon"], "08:00", "09:00")),
            ("range", "/availability/0", lambda: c.add_window([], "08:00", "09:00")),
            ("range", "/effectiveness", lambda: c.set_effectiveness(1.5)),
            ("range", "/effectiveness", lambda: c.set_effectiveness(math.nan)),
            ("range", "/attendance/kept", lambda: c.set_attendance(-0.1)),
            ("range", "/attendance/context", lambda: c.set_attendance(0.5, "home")),
            ("range", "/attendance/weeks", lambda: c.set_attendance_weeks(-1)),
            ("range", "/attendance/weeks", lambda: c.set_attendance_weeks(1001)),
            ("range", "/choice", lambda: c.set_choice("yes")),
            ("range", "/location/lat", lambda: c.set_location(91, 0)),
            ("range", "/location/lon", lambda: c.set_location(0, math.inf)),
            ("range", "/travel/max_minutes", lambda: c.set_travel("bike", -1)),
            ("range", "/travel/mode", lambda: c.set_travel("boat", 10)),
            ("range", "/seats", lambda: o.set_seats(0)),
            ("range", "/sector", lambda: o.set_sector("4")),
            ("duplicate", "/tasks/1/id", lambda: o.add_task("t")),
            ("range", "/terms/paid", lambda: o.set_term("paid", "maybe")),
            ("range", "/terms", lambda: o.set_term("lunch", "yes")),
            ("range", "/weekly_variation", lambda: o.set_weekly_variation("some")),
            ("range", "/tasks/0/hours/max", lambda: t.set_hours(max=-1)),
            ("range", "/tasks/0/hours/max", lambda: t.set_hours(max=0)),
            ("range", "/tasks/0/requires/0/level", lambda: t.add_requirement(CONCEPTS[0], 0, importance="must")),
            ("range", "/tasks/0/requires/0/training_weeks",
             lambda: t.add_requirement(CONCEPTS[0], 1, importance="must", training_weeks=-1)),
            ("range", "/tasks/0/requires/0/training_weeks",
             lambda: t.add_requirement(CONCEPTS[0], 1, importance="must", training_weeks=-2)),
            ("range", "/tasks/0/exposures/env_noise", lambda: t.set_exposure("env_noise", 4.5)),
            ("missing", "/tasks", lambda: smaajob.OpeningBuilder("o").build()),
            ("encoding", "", lambda: smaajob.CitizenBuilder("c\0d")),
            ("encoding", "", lambda: c.set_gate("gate_\ud800", "yes")),
            ("unknown_member", "", lambda: smaajob.PolicyBuilder().set_number("/no/such", 1)),
            ("range", "/weights/wish", lambda: smaajob.PolicyBuilder().set_number("/weights/wish", math.nan)),
        )  # fmt: skip
        before = c.build().to_json(), o.build().to_json()
        for code, pointer, call in cases:
            with self.subTest(code=code, pointer=pointer):
                with self.assertRaises(smaajob.SmaajobError) as caught:
                    call()
                error = caught.exception
                self.assertEqual((error.code, error.pointer), (code, pointer), error)
                self.assertEqual((error.line, error.column, error.file), (0, 0, None))
                self.assertTrue(error.message)
        self.assertEqual((c.build().to_json(), o.build().to_json()), before, "a call that raises changes nothing")

    def test_the_place_counts_what_was_added(self):
        self.citizen.add_need("env_noise", tolerates=1, strength="must")
        with self.assertRaises(smaajob.SmaajobError) as caught:
            self.citizen.add_need("phy_lift", at_most=1, strength="x")
        self.assertEqual(caught.exception.pointer, "/needs/1/strength")
        self.assertEqual(caught.exception.message, 'needs[1].strength: "x" is not one of must, should, nice')

    def test_a_number_below_a_range_is_told_as_one_above_it(self):
        c, o, t = self.citizen, self.opening, self.task
        caseload, market = smaajob.Caseload([]), smaajob.Market([])
        calls = (
            lambda n: c.add_competence(CONCEPTS[0], n),
            lambda n: c.set_attendance_weeks(n),
            lambda n: c.set_travel("bike", n),
            lambda n: o.set_seats(n),
            lambda n: o.set_provision("sup_contact", n),
            lambda n: t.add_requirement(CONCEPTS[0], n, importance="must"),
            lambda n: t.add_requirement(CONCEPTS[0], 1, importance="must", training_weeks=n),
            lambda n: smaajob.rank(caseload, market, threads=n),
            lambda n: smaajob.scores(caseload, market, threads=n),
        )
        for at, call in enumerate(calls):
            with self.subTest(at):
                told = []
                for number in (-3, 100_000, 2**35):
                    with self.assertRaises(smaajob.SmaajobError) as caught:
                        call(number)
                    error = caught.exception
                    told.append((error.code, error.pointer, error.message.replace(f" {number} ", " N ")))
                self.assertEqual(told, [told[0]] * 3)
                self.assertIn(" N is outside [", told[0][2])
                self.assertNotEqual(told[0][1], "")

    def test_a_number_that_is_not_finite_is_told_in_one_way(self):
        for call in (lambda n: self.citizen.set_hours(max=n), self.citizen.set_effectiveness):
            with self.assertRaisesRegex(smaajob.SmaajobError, r": NaN is outside \[0, (1|168)\]$"):
                call(math.nan)

    def test_the_most_that_are_asked_for_is_told_with_its_range(self):
        with self.assertRaises(smaajob.SmaajobError) as caught:
            smaajob.rank(smaajob.Caseload([]), smaajob.Market([]), top=-3)
        self.assertEqual(caught.exception.pointer, "/top")
        self.assertEqual(caught.exception.message, "top: -3 is outside [0, 2147483647]")

    def test_a_wrong_type_is_a_type_error(self):
        c, o, t = self.citizen, self.opening, self.task
        vocabulary = smaajob.VocabularyBuilder("v")
        wrong = {
            str: (None, 1, b"x", [], object()),
            int: (None, "1", 1.5, True, [], 1j),
            float: (None, "1", True, [], 1j, object()),
            bool: (1, 0, "yes", []),
        }
        calls = (
            (str, smaajob.CitizenBuilder),
            (str, smaajob.OpeningBuilder),
            (str, smaajob.VocabularyBuilder),
            (str, lambda x: c.add_competence(x, 3)),
            (int, lambda x: c.add_competence(CONCEPTS[0], x)),
            (str, lambda x: c.add_competence(CONCEPTS[0], 3, evidence=x)),
            (bool, c.set_competencies_complete),
            (str, lambda x: c.add_need(x, tolerates=1, strength="must")),
            (float, lambda x: c.add_need("env_noise", tolerates=x, strength="must")),
            (str, lambda x: c.add_need("env_noise", tolerates=1, strength=x)),
            (str, lambda x: c.set_gate(x, "yes")),
            (str, lambda x: c.set_gate("gate_driving_licence", x)),
            (str, lambda x: c.set_hours(unit=x)),
            (str, lambda x: c.add_window("mon", x, "12:00")),
            (str, lambda x: c.add_window("mon", "08:00", x)),
            (str, lambda x: c.add_window([x], "08:00", "12:00")),
            (float, c.set_effectiveness),
            (float, c.set_attendance),
            (str, lambda x: c.set_attendance(0.5, x)),
            (int, c.set_attendance_weeks),
            (str, c.set_prerequisites),
            (str, c.set_choice),
            (str, c.set_purpose),
            (str, lambda x: c.add_wish(x, "seek")),
            (str, lambda x: c.add_wish(CONCEPTS[0], x)),
            (float, lambda x: c.set_location(x, 0)),
            (float, lambda x: c.set_location(0, x)),
            (str, lambda x: c.set_travel(x, 10)),
            (int, lambda x: c.set_travel("bike", x)),
            (str, o.set_employer),
            (str, o.set_sector),
            (int, o.set_seats),
            (str, o.add_task),
            (bool, lambda x: o.add_task("u", optional=x)),
            (str, lambda x: o.set_exposure(x, 1)),
            (float, lambda x: o.set_exposure("env_noise", x)),
            (str, lambda x: o.set_provision(x, 1)),
            (int, lambda x: o.set_provision("sup_contact", x)),
            (str, o.add_gate),
            (str, lambda x: o.set_term(x, "yes")),
            (str, lambda x: o.set_term("paid", x)),
            (str, o.set_pay_basis),
            (str, o.set_weekly_variation),
            (float, lambda x: o.set_location(x, 0)),
            (bool, t.set_optional),
            (str, lambda x: t.add_requirement(x, 1, importance="must")),
            (int, lambda x: t.add_requirement(CONCEPTS[0], x, importance="must")),
            (str, lambda x: t.add_requirement(CONCEPTS[0], 1, importance=x)),
            (str, lambda x: t.set_exposure(x, 1)),
            (float, lambda x: t.set_exposure("env_noise", x)),
            (str, lambda x: smaajob.PolicyBuilder().set_number(x, 1)),
            (float, lambda x: smaajob.PolicyBuilder().set_number("/floor", x)),
            (str, smaajob.Policy().number),
            (str, smaajob.Vocabulary().label),
            (str, lambda x: smaajob.Vocabulary().label("env_noise", x)),
            (str, lambda x: vocabulary.add_condition(x, kind="time", type="limit", en="x")),
            (str, lambda x: vocabulary.add_condition("x", kind=x, type="limit", en="x")),
            (str, lambda x: vocabulary.add_condition("x", kind="time", type=x, en="x")),
            (str, lambda x: vocabulary.add_gate(x, en="x")),
            (str, lambda x: vocabulary.add_concept(x, en="x")),
            (str, vocabulary.add_broader),
        )
        for at, (kind, call) in enumerate(calls):
            for value in wrong[kind]:
                with self.subTest(call=at, value=value):
                    self.assertRaises(TypeError, call, value)
        for value in ("1", True, [], 1j):
            self.assertRaises(TypeError, c.set_hours, max=value)
            self.assertRaises(TypeError, t.set_hours, max=value)
        for value in (1.5, True, "4", []):
            self.assertRaises(TypeError, t.add_requirement, CONCEPTS[0], 1, importance="must", training_weeks=value)
        for value in (1, True, object()):
            self.assertRaises(TypeError, c.add_window, value, "08:00", "12:00")
            self.assertRaises(TypeError, smaajob.CitizenBuilder, "c", value)
            self.assertRaises(TypeError, smaajob.OpeningBuilder, "o", value)
            self.assertRaises(TypeError, smaajob.VocabularyBuilder, "v", value)

    def test_random_calls_raise_what_they_say_and_nothing_else(self):
        random_ = random.Random(20260102)
        values = [
            None, True, 0, 1, -1, 3, 2**31, 10**30, 0.5, -0.5, 168.004, math.nan, math.inf, 1j, decimal.Decimal("NaN"),
            "", "c", "mon", "must", "yes", "paid", "bike", "week", "08:00", "12:00", "24:00", "a\0b", "\ud800", "é" * 999,
            "env_noise", "sup_contact", "phy_lift", "gate_driving_licence", "/floor", CONCEPTS[0], "{}", b"", b"{}",
            [], ["mon"], {}, {"format": "smaajob.policy/1"}, object(), smaajob.Vocabulary(), smaajob.Policy(),
            self.citizen.build(), opening_builder().build(), smaajob.Verdict.FIT,
        ]  # fmt: skip
        keywords = ["strength", "tolerates", "requires", "at_most", "evidence", "importance", "training_weeks", "min",
                    "max", "limit", "unit", "optional", "en", "da", "kind", "type", "vocabulary", "base", "policy"]  # fmt: skip
        makers = (
            lambda: smaajob.CitizenBuilder("c"),
            lambda: smaajob.OpeningBuilder("o"),
            lambda: smaajob.OpeningBuilder("o").add_task("t"),
            smaajob.PolicyBuilder,
            lambda: smaajob.VocabularyBuilder("v"),
        )
        functions = [smaajob.match, smaajob.score, smaajob.schema, smaajob.Policy.from_json, smaajob.Citizen.from_dict]
        returned = 0
        for _ in range(30_000):
            thing = random_.choice(makers)()
            methods = [getattr(thing, name) for name in dir(thing) if not name.startswith("_")]
            call = random_.choice(methods if random_.random() < 0.9 else functions)
            arguments = random_.choices(values, k=random_.randrange(4))
            named = {random_.choice(keywords): random_.choice(values) for _ in range(random_.randrange(3))}
            try:
                call(*arguments, **named)
                returned += 1
            except (TypeError, smaajob.SmaajobError, OSError):
                pass
            except ValueError as error:
                self.assertRegex(str(error), "null byte|surrogates", "no file has such a name")
        self.assertGreater(returned, 300)

    def test_a_need_has_one_value(self):
        self.assertRaises(TypeError, self.citizen.add_need, "env_noise", strength="must")
        self.assertRaises(TypeError, self.citizen.add_need, "env_noise", tolerates=1, requires=1, strength="must")


if __name__ == "__main__":
    unittest.main()
