/* SPDX-License-Identifier: Apache-2.0 */
#include "support-opening.h"

START_TEST (null_is_told_and_never_followed)
{
  const SmaajobOpeningHours hours = {0};
  const SmaajobWindow window = {1, 0, 15};
  const SmaajobRequirement nameless = {NULL, 1, SMAAJOB_STRENGTH_MUST, 0};

  add_task ("a");
  const bool results[] = {
      smaajob_opening_builder_set_employer (NULL, "e", NULL),
      smaajob_opening_builder_set_employer (builder, NULL, NULL),
      smaajob_opening_builder_set_sector (NULL, "46", NULL),
      smaajob_opening_builder_set_sector (builder, NULL, NULL),
      smaajob_opening_builder_set_seats (NULL, 1, NULL),
      smaajob_opening_builder_set_hours (NULL, &hours, NULL),
      smaajob_opening_builder_set_hours (builder, NULL, NULL),
      smaajob_opening_builder_add_task (NULL, "b", NULL),
      smaajob_opening_builder_add_task (builder, NULL, NULL),
      smaajob_opening_builder_set_task_optional (NULL, 0, true, NULL),
      smaajob_opening_builder_set_task_hours (NULL, 0, 60, 60, NULL),
      smaajob_opening_builder_set_task_windows_known (NULL, 0, NULL),
      smaajob_opening_builder_add_task_window (NULL, 0, &window, NULL),
      smaajob_opening_builder_add_task_window (builder, 0, NULL, NULL),
      smaajob_opening_builder_set_requirements_known (NULL, 0, NULL),
      smaajob_opening_builder_add_requirement (NULL, 0, &nameless, NULL),
      smaajob_opening_builder_add_requirement (builder, 0, NULL, NULL),
      smaajob_opening_builder_add_requirement (builder, 0, &nameless, NULL),
      smaajob_opening_builder_set_task_exposure (NULL, 0, "env_noise", 1, NULL),
      smaajob_opening_builder_set_task_exposure (builder, 0, NULL, 1, NULL),
      smaajob_opening_builder_set_exposure (NULL, "env_noise", 1, NULL),
      smaajob_opening_builder_set_exposure (builder, NULL, 1, NULL),
      smaajob_opening_builder_set_provision (NULL, "sup_contact", 1, NULL),
      smaajob_opening_builder_set_provision (builder, NULL, 1, NULL),
      smaajob_opening_builder_add_gate (NULL, "gate_age18", NULL),
      smaajob_opening_builder_add_gate (builder, NULL, NULL),
      smaajob_opening_builder_set_term (NULL, SMAAJOB_TERM_PAID, SMAAJOB_ANSWER_YES, NULL),
      smaajob_opening_builder_set_pay_basis (NULL, SMAAJOB_PAY_BASIS_PRESENT, NULL),
      smaajob_opening_builder_set_weekly_variation (NULL, SMAAJOB_VARIATION_LOW, NULL),
      smaajob_opening_builder_set_location (NULL, 0, 0, NULL),
  };

  for (size_t i = 0; i < COUNT (results); i++)
    ck_assert_msg (!results[i], "call %zu", i);
  ck_assert_ptr_null (smaajob_opening_builder_build (NULL, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_opening_builder_new (NULL, "o", &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_opening_builder_new (vocabulary, NULL, NULL));
  ck_assert_str_eq (smaajob_opening_get_id (NULL), "");
  ck_assert_uint_eq (smaajob_opening_get_size_bytes (NULL), 0);
  smaajob_opening_free (NULL);
  smaajob_opening_builder_free (NULL);
}
END_TEST

START_TEST (task_must_be_there)
{
  const SmaajobWindow window = {1, 0, 15};
  const SmaajobRequirement requirement = {REPAIR_MOBILES, 1, SMAAJOB_STRENGTH_MUST, 0};

  ck_assert_ptr_null (smaajob_opening_builder_build (builder, &error));
  assert_fault (&error, SMAAJOB_ERROR_MISSING, "/tasks");
  add_task ("a");
  ck_assert (!smaajob_opening_builder_set_task_optional (builder, 1, true, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "/tasks/1");
  ck_assert_str_eq (error.message, "tasks[1]: no such task, expected one of the 1 added");
  ck_assert (!smaajob_opening_builder_set_task_hours (builder, 7, 60, 60, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "/tasks/7");
  ck_assert (!smaajob_opening_builder_set_task_windows_known (builder, 1, &error));
  ck_assert (!smaajob_opening_builder_add_task_window (builder, 1, &window, &error));
  ck_assert (!smaajob_opening_builder_set_requirements_known (builder, SIZE_MAX, &error));
  ck_assert (!smaajob_opening_builder_add_requirement (builder, 1, &requirement, &error));
  ck_assert (!smaajob_opening_builder_set_task_exposure (builder, 1, "env_noise", 1, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "/tasks/1");
}
END_TEST

START_TEST (ids_are_checked)
{
  ck_assert_ptr_null (smaajob_opening_builder_new (vocabulary, "", &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/id");
  ck_assert (!smaajob_opening_builder_set_employer (builder, "Anders And", &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/employer");
  add_task ("a");
  ck_assert (!smaajob_opening_builder_add_task (builder, "a", &error));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/tasks/1/id");
  ck_assert (!smaajob_opening_builder_add_task (builder, "a b", &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/tasks/1/id");
  ck_assert (!smaajob_opening_builder_set_sector (builder, "46.3.1", &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/sector");
  ck_assert (smaajob_opening_builder_set_sector (builder, "46.31.00", &error));
}
END_TEST

START_TEST (hours_rise_from_min_to_growth)
{
  const int no = SMAAJOB_UNKNOWN;
  const struct {
    SmaajobOpeningHours hours;
    const char *pointer, *message;
  } rows[] = {
      {{-60, no, no}, "/hours/min", "hours.min: -1 is outside [0, 168]"},
      {{no, 12000, no}, "/hours/max", "hours.max: 200 is outside [0, 168]"},
      {{no, no, 10081}, "/hours/growth", "hours.growth: 168.02 is outside [0, 168]"},
      {{720, 600, no}, "/hours/min", "hours.min: 12 is above hours.max, 10"},
      {{no, 720, 600}, "/hours/max", "hours.max: 12 is above hours.growth, 10"},
      {{720, no, 600}, "/hours/min", "hours.min: 12 is above hours.growth, 10"},
  };
  const SmaajobOpeningHours good[] = {{no, no, no}, {0, 0, 0}, {10080, 10080, 10080}};

  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert (!smaajob_opening_builder_set_hours (builder, &rows[i].hours, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, rows[i].pointer);
    ck_assert_str_eq (error.message, rows[i].message);
  }
  for (size_t i = 0; i < COUNT (good); i++)
    ck_assert (smaajob_opening_builder_set_hours (builder, &good[i], &error));
}
END_TEST

START_TEST (task_hours_leave_room_for_a_quarter)
{
  const struct {
    int min, max;
    const char *message;
  } rows[] = {
      {SMAAJOB_UNKNOWN, 14, "tasks[1].hours.max: 0.23 is outside [0.25, 168]"},
      {SMAAJOB_UNKNOWN, 10081, "tasks[1].hours.max: 168.02 is outside [0.25, 168]"},
      {-2, 60, "tasks[1].hours.min: -0.03 is outside [0, 168]"},
      {61, 60, "tasks[1].hours.min: 1.02 is above hours.max, 1"},
  };

  add_task ("a");
  add_task ("b");
  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert (
        !smaajob_opening_builder_set_task_hours (builder, 1, rows[i].min, rows[i].max, &error));
    ck_assert_str_eq (error.message, rows[i].message);
  }
  ck_assert (smaajob_opening_builder_set_task_hours (builder, 1, 0, 15, &error));
  ck_assert (smaajob_opening_builder_set_task_hours (builder, 1, 10080, 10080, &error));
}
END_TEST

START_TEST (requirement_is_a_concept_at_1_to_5)
{
  const struct {
    SmaajobRequirement requirement;
    SmaajobErrorCode code;
    const char *pointer;
  } rows[] = {
      {{"nowhere", 1, SMAAJOB_STRENGTH_MUST, 0},
       SMAAJOB_ERROR_UNKNOWN_CONCEPT,
       "/tasks/0/requires/1/concept"},
      {{REPAIR_MOBILES, 1, SMAAJOB_STRENGTH_MUST, 0},
       SMAAJOB_ERROR_DUPLICATE,
       "/tasks/0/requires/1/concept"},
      {{DISASSEMBLE_MOBILES, 0, SMAAJOB_STRENGTH_MUST, 0},
       SMAAJOB_ERROR_RANGE,
       "/tasks/0/requires/1/level"},
      {{DISASSEMBLE_MOBILES, 6, SMAAJOB_STRENGTH_MUST, 0},
       SMAAJOB_ERROR_RANGE,
       "/tasks/0/requires/1/level"},
      {{DISASSEMBLE_MOBILES, 1, (SmaajobStrength) 3, 0},
       SMAAJOB_ERROR_RANGE,
       "/tasks/0/requires/1/importance"},
      {{DISASSEMBLE_MOBILES, 1, SMAAJOB_STRENGTH_MUST, 521},
       SMAAJOB_ERROR_RANGE,
       "/tasks/0/requires/1/training_weeks"},
      {{DISASSEMBLE_MOBILES, 1, SMAAJOB_STRENGTH_MUST, -3},
       SMAAJOB_ERROR_RANGE,
       "/tasks/0/requires/1/training_weeks"},
  };
  const int weeks[] = {0, 520, SMAAJOB_UNKNOWN, SMAAJOB_TRAINING_IMPOSSIBLE};
  char id[2] = "b";

  add_task ("a");
  ck_assert (add_requirement (0, REPAIR_MOBILES, 5));
  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert (!smaajob_opening_builder_add_requirement (builder, 0, &rows[i].requirement, &error));
    assert_fault (&error, rows[i].code, rows[i].pointer);
  }
  for (size_t i = 0; i < COUNT (weeks); i++, id[0]++) {
    const SmaajobRequirement requirement = {REPAIR_MOBILES, 1, SMAAJOB_STRENGTH_NICE, weeks[i]};

    add_task (id);
    ck_assert (smaajob_opening_builder_add_requirement (builder, i + 1, &requirement, &error));
  }
}
END_TEST

START_TEST (exposure_is_of_a_limit_or_a_ceiling)
{
  const struct {
    const char *condition;
    double exposure;
    SmaajobErrorCode code;
    const char *pointer;
  } rows[] = {
      {"env_noise", 2, SMAAJOB_ERROR_DUPLICATE, "/exposures/env_noise"},
      {"env_light", 5, SMAAJOB_ERROR_RANGE, "/exposures/env_light"},
      {"env_light", -1, SMAAJOB_ERROR_RANGE, "/exposures/env_light"},
      {"env_light", 0.5, SMAAJOB_ERROR_RANGE, "/exposures/env_light"},
      {"env_light", 0.0 / 0.0, SMAAJOB_ERROR_RANGE, "/exposures/env_light"},
      {"phy_lift", 100001, SMAAJOB_ERROR_RANGE, "/exposures/phy_lift"},
      {"phy_lift", -1, SMAAJOB_ERROR_RANGE, "/exposures/phy_lift"},
      {"phy_lift", 10.0004, SMAAJOB_ERROR_RANGE, "/exposures/phy_lift"},
      {"sup_contact", 1, SMAAJOB_ERROR_TYPE, "/exposures/sup_contact"},
      {"nowhere", 1, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/exposures/nowhere"},
      {"no where", 1, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/exposures"},
      {"tra_commute", 1, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/exposures/tra_commute"},
  };

  add_task ("a");
  ck_assert (smaajob_opening_builder_set_exposure (builder, "env_noise", 4, &error));
  ck_assert (smaajob_opening_builder_set_task_exposure (builder, 0, "env_noise", 0, &error));
  for (size_t i = 0; i < COUNT (rows); i++) {
    char pointer[64];

    ck_assert (!smaajob_opening_builder_set_exposure (builder, rows[i].condition, rows[i].exposure,
                                                      &error));
    assert_fault (&error, rows[i].code, rows[i].pointer);
    ck_assert (!smaajob_opening_builder_set_task_exposure (builder, 0, rows[i].condition,
                                                           rows[i].exposure, &error));
    snprintf (pointer, sizeof pointer, "/tasks/0%s", rows[i].pointer);
    assert_fault (&error, rows[i].code, pointer);
  }
  ck_assert (smaajob_opening_builder_set_exposure (builder, "phy_lift", 100000, &error));
}
END_TEST

START_TEST (provision_is_of_a_provision)
{
  const struct {
    const char *condition;
    int provision;
    SmaajobErrorCode code;
    const char *pointer;
  } rows[] = {
      {"sup_contact", 2, SMAAJOB_ERROR_DUPLICATE, "/provisions/sup_contact"},
      {"env_retreat", 3, SMAAJOB_ERROR_RANGE, "/provisions/env_retreat"},
      {"env_retreat", -1, SMAAJOB_ERROR_RANGE, "/provisions/env_retreat"},
      {"env_noise", 1, SMAAJOB_ERROR_TYPE, "/provisions/env_noise"},
      {"phy_lift", 1, SMAAJOB_ERROR_TYPE, "/provisions/phy_lift"},
      {"nowhere", 1, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/provisions/nowhere"},
  };

  ck_assert (smaajob_opening_builder_set_provision (builder, "sup_contact", 0, &error));
  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert (!smaajob_opening_builder_set_provision (builder, rows[i].condition,
                                                       rows[i].provision, &error));
    assert_fault (&error, rows[i].code, rows[i].pointer);
  }
  ck_assert (smaajob_opening_builder_set_provision (builder, "env_retreat", 2, &error));
}
END_TEST

START_TEST (gate_is_demanded_once)
{
  ck_assert (smaajob_opening_builder_add_gate (builder, "gate_age18", &error));
  ck_assert (!smaajob_opening_builder_add_gate (builder, "gate_age18", &error));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/gates/1");
  ck_assert (!smaajob_opening_builder_add_gate (builder, "env_noise", &error));
  assert_fault (&error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/gates/1");
}
END_TEST

START_TEST (numbers_and_names_are_kept_within_their_ranges)
{
  ck_assert (!smaajob_opening_builder_set_seats (builder, 0, &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/seats");
  ck_assert (!smaajob_opening_builder_set_seats (builder, 1001, &error));
  ck_assert (smaajob_opening_builder_set_seats (builder, 1000, &error));
  ck_assert (!smaajob_opening_builder_set_location (builder, 0, 181, &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/location/lon");
  for (int i = -1; i <= 5; i += 6) {
    ck_assert (
        !smaajob_opening_builder_set_term (builder, (SmaajobTerm) i, SMAAJOB_ANSWER_YES, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/terms");
    ck_assert (!smaajob_opening_builder_set_term (builder, SMAAJOB_TERM_PROSPECT, (SmaajobAnswer) i,
                                                  &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/terms/prospect");
    ck_assert (!smaajob_opening_builder_set_pay_basis (builder, (SmaajobPayBasis) i, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/terms/pay_basis");
    ck_assert (
        !smaajob_opening_builder_set_weekly_variation (builder, (SmaajobVariation) i, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/weekly_variation");
  }
}
END_TEST

START_TEST (window_is_told_by_task_and_number)
{
  const SmaajobWindow good = {1, 0, 15}, bad = {1, 15, 15};

  add_task ("a");
  add_task ("b");
  for (int i = 0; i < 336; i++)
    ck_assert (smaajob_opening_builder_add_task_window (builder, 1, &good, &error));
  ck_assert (!smaajob_opening_builder_add_task_window (builder, 1, &good, &error));
  assert_fault (&error, SMAAJOB_ERROR_SIZE, "/tasks/1/windows/336");
  ck_assert (!smaajob_opening_builder_add_task_window (builder, 0, &bad, &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/tasks/0/windows/0");
}
END_TEST

static SmaajobVocabulary *
make_large_vocabulary (void)
{
  SmaajobVocabularyBuilder *large = smaajob_vocabulary_builder_new (NULL, NULL, &error);
  SmaajobVocabulary *made;
  char id[16];
  const SmaajobWord word = {id, "da", NULL};

  for (int i = 0; i < 70; i++) {
    const SmaajobCondition limit = {.id = id, .type = SMAAJOB_CONDITION_LIMIT, .label_da = "da"};
    const SmaajobCondition provision = {
        .id = id, .type = SMAAJOB_CONDITION_PROVISION, .label_da = "da"};

    snprintf (id, sizeof id, "n%d", i);
    ck_assert (smaajob_vocabulary_builder_add_concept (large, &word, &error));
    snprintf (id, sizeof id, "g%d", i);
    ck_assert (smaajob_vocabulary_builder_add_gate (large, &word, &error));
    snprintf (id, sizeof id, "l%d", i);
    ck_assert (smaajob_vocabulary_builder_add_condition (large, &limit, &error));
    snprintf (id, sizeof id, "p%d", i);
    ck_assert (smaajob_vocabulary_builder_add_condition (large, &provision, &error));
  }
  made = smaajob_vocabulary_builder_build (large, &error);
  smaajob_vocabulary_builder_free (large);
  return made;
}

static bool
add_ith (int list, size_t task, int i)
{
  char id[16];

  snprintf (id, sizeof id, "%c%d", "nllpgt"[list], i);
  switch (list) {
  case 0:
    return add_requirement (task, id, 1);
  case 1:
    return smaajob_opening_builder_set_task_exposure (builder, task, id, 1, &error);
  case 2:
    return smaajob_opening_builder_set_exposure (builder, id, 1, &error);
  case 3:
    return smaajob_opening_builder_set_provision (builder, id, 1, &error);
  case 4:
    return smaajob_opening_builder_add_gate (builder, id, &error);
  default:
    return smaajob_opening_builder_add_task (builder, id, &error);
  }
}

START_TEST (lists_end_where_they_say)
{
  const struct {
    int most;
    const char *pointer;
  } rows[] = {{32, "/tasks/11/requires/32"},
              {64, "/tasks/11/exposures"},
              {64, "/exposures"},
              {64, "/provisions"},
              {64, "/gates/64"}};
  SmaajobVocabulary *large = make_large_vocabulary ();
  SmaajobOpening *opening;

  smaajob_opening_builder_free (builder);
  builder = smaajob_opening_builder_new (large, "o", &error);
  for (int i = 0; i < 12; i++)
    ck_assert (add_ith (5, 0, i));
  ck_assert (!add_ith (5, 0, 12));
  assert_fault (&error, SMAAJOB_ERROR_SIZE, "/tasks/12");
  for (int list = 0; list < (int) COUNT (rows); list++)
    for (size_t task = 0; task < 12; task++) {
      if (list >= 2 && task != 11)
        continue;
      for (int i = 0; i < rows[list].most; i++)
        ck_assert (add_ith (list, task, list == 1 ? 69 - i : i));
      ck_assert (!add_ith (list, task, list == 1 ? 0 : 69));
      ck_assert_int_eq (error.code, SMAAJOB_ERROR_SIZE);
      if (task == 11)
        ck_assert_str_eq (error.pointer, rows[list].pointer);
    }
  opening = build ();
  ck_assert_uint_eq (opening->n_requirements, 384);
  for (int i = 0; i < 70; i++)
    ck_assert_int_eq (opening_find_offered (opening, (uint32_t) i)[11], 1000);
  smaajob_opening_free (opening);
  smaajob_vocabulary_free (large);
}
END_TEST

int
main (void)
{
  const TTest *const checks[] = {null_is_told_and_never_followed,
                                 task_must_be_there,
                                 ids_are_checked,
                                 hours_rise_from_min_to_growth,
                                 task_hours_leave_room_for_a_quarter,
                                 requirement_is_a_concept_at_1_to_5,
                                 exposure_is_of_a_limit_or_a_ceiling,
                                 provision_is_of_a_provision,
                                 gate_is_demanded_once,
                                 numbers_and_names_are_kept_within_their_ranges,
                                 window_is_told_by_task_and_number,
                                 lists_end_where_they_say};
  Suite *suite = suite_create ("opening");

  add_fixed_case (suite, "checks", checks, COUNT (checks));
  return run_suite (suite);
}
