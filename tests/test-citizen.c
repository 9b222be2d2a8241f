/* SPDX-License-Identifier: Apache-2.0 */
#include "support-citizen.h"

START_TEST (is_unknown_but_for_its_id)
{
  SmaajobCitizen *citizen = build ();

  ck_assert_str_eq (smaajob_citizen_get_id (citizen), "c-17");
  ck_assert_uint_eq (smaajob_citizen_get_size_bytes (citizen), sizeof *citizen + sizeof "c-17");
  ck_assert_uint_eq (citizen->n_competences + citizen->n_needs + citizen->n_gates +
                         citizen->n_wishes + citizen->first_holding[N_HOLDING_BUCKETS],
                     0);
  ck_assert (!citizen->competencies_complete && !citizen->needs_known && !citizen->hours_known);
  ck_assert (!citizen->availability_known && !citizen->location_known && !citizen->travel_known);
  ck_assert_int_eq (citizen->effectiveness, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (citizen->attendance_kept, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (citizen->attendance_weeks, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (citizen->prerequisites, SMAAJOB_PREREQUISITES_UNKNOWN);
  ck_assert_int_eq (citizen->choice, SMAAJOB_CHOICE_UNKNOWN);
  ck_assert_int_eq (citizen->purpose, SMAAJOB_PURPOSE_UNKNOWN);
  smaajob_citizen_free (citizen);
}
END_TEST

START_TEST (holds_everything_that_is_said)
{
  const SmaajobCitizenHours hours = {240, 600, 720, 240, 0};
  const SmaajobWindow window = {SMAAJOB_DAY_MON | SMAAJOB_DAY_TUE, 480, 720};
  SmaajobCitizen *citizen;

  ck_assert (add_competence (REPAIR_MOBILES, 3, SMAAJOB_EVIDENCE_OBSERVED));
  ck_assert (smaajob_citizen_builder_set_competencies_complete (builder, true, &error));
  ck_assert (add_need ("env_noise", 1, SMAAJOB_STRENGTH_MUST));
  ck_assert (add_need ("sup_contact", 2, SMAAJOB_STRENGTH_SHOULD));
  ck_assert (add_need ("phy_lift", 10.063, SMAAJOB_STRENGTH_NICE));
  ck_assert (
      smaajob_citizen_builder_set_gate (builder, "gate_forklift", SMAAJOB_ANSWER_NO, &error));
  ck_assert (smaajob_citizen_builder_set_gate (builder, "gate_driving_licence", SMAAJOB_ANSWER_YES,
                                               &error));
  ck_assert (
      smaajob_citizen_builder_set_gate (builder, "gate_age18", SMAAJOB_ANSWER_UNKNOWN, &error));
  ck_assert (smaajob_citizen_builder_set_hours (builder, &hours, &error));
  ck_assert (smaajob_citizen_builder_add_window (builder, &window, &error));
  ck_assert (smaajob_citizen_builder_set_effectiveness (builder, 0.75, &error));
  ck_assert (
      smaajob_citizen_builder_set_attendance (builder, 0.9, SMAAJOB_CONTEXT_PRACTICE, &error));
  ck_assert (smaajob_citizen_builder_set_attendance_weeks (builder, 8, &error));
  ck_assert (
      smaajob_citizen_builder_set_prerequisites (builder, SMAAJOB_PREREQUISITES_PRESENT, &error));
  ck_assert (smaajob_citizen_builder_set_choice (builder, SMAAJOB_CHOICE_INFORMED, &error));
  ck_assert (smaajob_citizen_builder_set_purpose (builder, SMAAJOB_PURPOSE_PAY, &error));
  ck_assert (
      smaajob_citizen_builder_add_wish (builder, DISASSEMBLE_MOBILES, SMAAJOB_WISH_SEEK, &error));
  ck_assert (smaajob_citizen_builder_add_wish (builder, "46.31.00", SMAAJOB_WISH_AVOID, &error));
  ck_assert (smaajob_citizen_builder_set_location (builder, 57.05, -9.9200005, &error));
  ck_assert (smaajob_citizen_builder_set_travel (builder, SMAAJOB_MODE_BIKE, 30, &error));
  citizen = build ();
  ck_assert_uint_eq (citizen_competences (citizen)[0].concept_index,
                     vocabulary_find_concept (vocabulary, REPAIR_MOBILES));
  ck_assert_int_eq (citizen_competences (citizen)[0].level, 3);
  ck_assert_int_eq (citizen_competences (citizen)[0].evidence, SMAAJOB_EVIDENCE_OBSERVED);
  ck_assert (citizen->competencies_complete && citizen->needs_known);
  ck_assert_uint_eq (citizen->n_needs, 3);
  ck_assert_int_eq (citizen_needs (citizen)[0].value, 1000);
  ck_assert_int_eq (citizen_needs (citizen)[1].type, SMAAJOB_CONDITION_PROVISION);
  ck_assert_int_eq (citizen_needs (citizen)[1].strength, SMAAJOB_STRENGTH_SHOULD);
  ck_assert_int_eq (citizen_needs (citizen)[2].value, 10063);
  ck_assert_uint_eq (citizen_needs (citizen)[0].kind % N_NEED_SHAPES, 1);
  ck_assert_uint_eq (citizen_needs (citizen)[2].kind, NEED_OF_QUANTITY);
  ck_assert_uint_eq (citizen->quantities, 4);
  ck_assert_uint_eq (citizen->n_gates, 2);
  ck_assert_uint_eq (citizen_gates (citizen)[0].gate,
                     vocabulary_find_gate (vocabulary, "gate_driving_licence"));
  ck_assert_int_eq (citizen_gates (citizen)[1].answer, SMAAJOB_ANSWER_NO);
  ck_assert (citizen->hours_known && citizen->availability_known);
  ck_assert_int_eq (citizen->hours.limit, 720);
  ck_assert (week_has (&citizen->availability, 1, 32) && !week_has (&citizen->availability, 1, 48));
  ck_assert_int_eq (citizen->effectiveness, 750);
  ck_assert_int_eq (citizen->attendance_kept, 900);
  ck_assert_int_eq (citizen->attendance_weeks, 8);
  ck_assert_int_eq (citizen->attendance_context, SMAAJOB_CONTEXT_PRACTICE);
  ck_assert_int_eq (citizen->prerequisites, SMAAJOB_PREREQUISITES_PRESENT);
  ck_assert_int_eq (citizen->choice, SMAAJOB_CHOICE_INFORMED);
  ck_assert_int_eq (citizen->purpose, SMAAJOB_PURPOSE_PAY);
  ck_assert_str_eq (citizen_wishes (citizen)[0].sector, "");
  ck_assert_uint_eq (citizen_wishes (citizen)[1].concept_index, WORD_NONE);
  ck_assert_str_eq (citizen_wishes (citizen)[1].sector, "46.31.00");
  ck_assert_int_eq (citizen->location.lat_millionths, 57050000);
  ck_assert_int_eq (citizen->location.lon_millionths, -9920001);
  ck_assert (citizen->location_known && citizen->travel_known);
  ck_assert_int_eq (citizen->travel_mode, SMAAJOB_MODE_BIKE);
  ck_assert_int_eq (citizen->travel_max_minutes, 30);
  smaajob_citizen_free (citizen);
}
END_TEST

START_TEST (outlives_its_builder_and_vocabulary)
{
  SmaajobVocabulary *own = smaajob_vocabulary_new (&error);
  SmaajobCitizenBuilder *other = smaajob_citizen_builder_new (own, "c", &error);
  SmaajobCitizen *citizen = smaajob_citizen_builder_build (other, &error);

  smaajob_vocabulary_free (own);
  smaajob_citizen_builder_free (other);
  ck_assert_ptr_eq (citizen_take (citizen), citizen);
  smaajob_citizen_free (citizen);
  ck_assert_uint_eq (vocabulary_find_condition (citizen->vocabulary, "env_noise"), 0);
  smaajob_citizen_free (citizen);
}
END_TEST

START_TEST (builder_may_be_used_on)
{
  SmaajobCitizen *first, *second;

  ck_assert (add_competence (REPAIR_MOBILES, 3, SMAAJOB_EVIDENCE_STATED));
  first = build ();
  ck_assert (add_competence (DISASSEMBLE_MOBILES, 3, SMAAJOB_EVIDENCE_STATED));
  second = build ();
  ck_assert_uint_eq (first->n_competences, 1);
  ck_assert_uint_eq (second->n_competences, 2);
  smaajob_citizen_free (first);
  smaajob_citizen_free (second);
}
END_TEST

START_TEST (null_is_told_and_never_followed)
{
  const SmaajobCompetence competence = {NULL, 1, SMAAJOB_EVIDENCE_STATED};
  const SmaajobNeed need = {NULL, 1, SMAAJOB_STRENGTH_MUST};
  const SmaajobCitizenHours hours = {0};
  const SmaajobWindow window = {1, 0, 15};
  const bool results[] = {
      smaajob_citizen_builder_add_competence (NULL, &competence, NULL),
      smaajob_citizen_builder_add_competence (builder, NULL, NULL),
      smaajob_citizen_builder_add_competence (builder, &competence, NULL),
      smaajob_citizen_builder_set_competencies_complete (NULL, true, NULL),
      smaajob_citizen_builder_set_needs_known (NULL, NULL),
      smaajob_citizen_builder_add_need (NULL, &need, NULL),
      smaajob_citizen_builder_add_need (builder, NULL, NULL),
      smaajob_citizen_builder_add_need (builder, &need, NULL),
      smaajob_citizen_builder_set_gate (NULL, "gate_age18", SMAAJOB_ANSWER_NO, NULL),
      smaajob_citizen_builder_set_gate (builder, NULL, SMAAJOB_ANSWER_NO, NULL),
      smaajob_citizen_builder_set_hours (NULL, &hours, NULL),
      smaajob_citizen_builder_set_hours (builder, NULL, NULL),
      smaajob_citizen_builder_set_availability_known (NULL, NULL),
      smaajob_citizen_builder_add_window (NULL, &window, NULL),
      smaajob_citizen_builder_add_window (builder, NULL, NULL),
      smaajob_citizen_builder_set_effectiveness (NULL, 1, NULL),
      smaajob_citizen_builder_set_attendance (NULL, 1, SMAAJOB_CONTEXT_PAID, NULL),
      smaajob_citizen_builder_set_attendance_weeks (NULL, 1, NULL),
      smaajob_citizen_builder_set_prerequisites (NULL, SMAAJOB_PREREQUISITES_ABSENT, NULL),
      smaajob_citizen_builder_set_choice (NULL, SMAAJOB_CHOICE_DECLINED, NULL),
      smaajob_citizen_builder_set_purpose (NULL, SMAAJOB_PURPOSE_OTHER, NULL),
      smaajob_citizen_builder_add_wish (NULL, "46", SMAAJOB_WISH_SEEK, NULL),
      smaajob_citizen_builder_add_wish (builder, NULL, SMAAJOB_WISH_SEEK, NULL),
      smaajob_citizen_builder_set_location (NULL, 0, 0, NULL),
      smaajob_citizen_builder_set_travel (NULL, SMAAJOB_MODE_CAR, 0, NULL),
  };

  for (size_t i = 0; i < COUNT (results); i++)
    ck_assert_msg (!results[i], "call %zu", i);
  ck_assert (!smaajob_citizen_builder_set_hours (builder, NULL, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_citizen_builder_build (NULL, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_citizen_builder_new (NULL, "c", &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_citizen_builder_new (vocabulary, NULL, NULL));
  ck_assert_str_eq (smaajob_citizen_get_id (NULL), "");
  ck_assert_uint_eq (smaajob_citizen_get_size_bytes (NULL), 0);
  smaajob_citizen_free (NULL);
  smaajob_citizen_builder_free (NULL);
}
END_TEST

START_TEST (an_ordinary_citizen_takes_at_most_2_kib)
{
  const char *const needs[] = {"env_noise", "env_light",  "env_climate", "phy_stand",
                               "phy_bend",  "cog_memory", "soc_phone",   "soc_conflict"};
  SmaajobCitizen *citizen;

  for (uint32_t i = 0; i < 12; i++)
    ck_assert (add_competence (vocabulary_get_concept_id (vocabulary, 12 + i), 3,
                               SMAAJOB_EVIDENCE_STATED));
  for (size_t i = 0; i < COUNT (needs); i++)
    ck_assert (add_need (needs[i], 2, SMAAJOB_STRENGTH_SHOULD));
  citizen = build ();
  ck_assert_uint_le (smaajob_citizen_get_size_bytes (citizen), 2048);
  smaajob_citizen_free (citizen);
}
END_TEST

static bool
make_citizen (SmaajobError *told)
{
  SmaajobCitizenBuilder *own = smaajob_citizen_builder_new (vocabulary, "c", told);
  const SmaajobCompetence competence = {REPAIR_MOBILES, 3, SMAAJOB_EVIDENCE_STATED};
  SmaajobCitizen *citizen = NULL;

  if (own != NULL && smaajob_citizen_builder_add_competence (own, &competence, told))
    citizen = smaajob_citizen_builder_build (own, told);
  smaajob_citizen_builder_free (own);
  smaajob_citizen_free (citizen);
  return citizen != NULL;
}

START_TEST (running_out_is_told_and_leaves_nothing)
{
  assert_told_when_memory_runs_out (make_citizen);
}
END_TEST

int
main (void)
{
  const TTest *const object[] = {is_unknown_but_for_its_id, holds_everything_that_is_said,
                                 outlives_its_builder_and_vocabulary, builder_may_be_used_on,
                                 null_is_told_and_never_followed};
  const TTest *const memory[] = {an_ordinary_citizen_takes_at_most_2_kib,
                                 running_out_is_told_and_leaves_nothing};
  Suite *suite = suite_create ("citizen");

  add_fixed_case (suite, "object", object, COUNT (object));
  add_fixed_case (suite, "memory", memory, COUNT (memory));
  return run_suite (suite);
}
