/* SPDX-License-Identifier: Apache-2.0 */
#include "data/image.h"
#include "support-opening.h"

START_TEST (is_unknown_but_for_its_id_and_task)
{
  SmaajobOpening *opening;

  add_task ("boxes");
  opening = build ();
  ck_assert_str_eq (smaajob_opening_get_id (opening), "o-9");
  ck_assert_ptr_null (opening_employer (opening));
  ck_assert_str_eq (opening->sector, "");
  ck_assert_int_eq (opening->seats, 1);
  ck_assert (!opening->hours_known && !opening->location_known);
  ck_assert_uint_eq (opening->n_tasks, 1);
  ck_assert_uint_eq (opening->n_requirements + opening->n_provisions + opening->n_gates, 0);
  ck_assert_str_eq (task_id (opening, &opening_tasks (opening)[0]), "boxes");
  ck_assert (!opening_tasks (opening)[0].optional);
  ck_assert (!opening_tasks (opening)[0].hours_known && !opening_tasks (opening)[0].windows_known);
  ck_assert (!opening_tasks (opening)[0].requirements_known);
  ck_assert_int_eq (opening_tasks (opening)[0].weight, 60);
  for (int term = 0; term < N_TERMS; term++)
    ck_assert_int_eq (opening->terms[term], SMAAJOB_ANSWER_UNKNOWN);
  ck_assert_int_eq (opening->pay_basis, SMAAJOB_PAY_BASIS_EFFECTIVE);
  ck_assert_int_eq (opening->weekly_variation, SMAAJOB_VARIATION_UNKNOWN);
  ck_assert_int_eq (opening_find_offered (opening, 0)[0], SMAAJOB_UNKNOWN);
  ck_assert_int_eq (opening_find_provision (opening, 0), SMAAJOB_UNKNOWN);
  smaajob_opening_free (opening);
}
END_TEST

START_TEST (holds_everything_that_is_said)
{
  const SmaajobOpeningHours hours = {300, 900, 1200};
  const SmaajobRequirement requirement = {REPAIR_MOBILES, 2, SMAAJOB_STRENGTH_SHOULD, 4};
  const SmaajobWindow window = {SMAAJOB_DAY_FRI, 960, 1440};
  SmaajobOpening *opening;

  ck_assert (smaajob_opening_builder_set_employer (builder, "e-4", &error));
  ck_assert (smaajob_opening_builder_set_sector (builder, "46.31", &error));
  ck_assert (smaajob_opening_builder_set_seats (builder, 3, &error));
  ck_assert (smaajob_opening_builder_set_hours (builder, &hours, &error));
  add_task ("boxes");
  add_task ("truck");
  ck_assert (smaajob_opening_builder_set_task_optional (builder, 1, true, &error));
  ck_assert (smaajob_opening_builder_set_task_hours (builder, 0, 480, 720, &error));
  ck_assert (smaajob_opening_builder_add_task_window (builder, 0, &window, &error));
  ck_assert (smaajob_opening_builder_add_requirement (builder, 0, &requirement, &error));
  ck_assert (
      smaajob_opening_builder_set_term (builder, SMAAJOB_TERM_PAID, SMAAJOB_ANSWER_YES, &error));
  ck_assert (
      smaajob_opening_builder_set_term (builder, SMAAJOB_TERM_FLEKSJOB, SMAAJOB_ANSWER_NO, &error));
  ck_assert (smaajob_opening_builder_set_pay_basis (builder, SMAAJOB_PAY_BASIS_PRESENT, &error));
  ck_assert (
      smaajob_opening_builder_set_weekly_variation (builder, SMAAJOB_VARIATION_HIGH, &error));
  ck_assert (smaajob_opening_builder_set_location (builder, -57.0000005, 9.92, &error));
  opening = build ();
  ck_assert_str_eq (opening_employer (opening), "e-4");
  ck_assert_str_eq (opening->sector, "46.31");
  ck_assert_int_eq (opening->seats, 3);
  ck_assert_int_eq (opening->hours.growth, 1200);
  ck_assert_int_eq (opening_tasks (opening)[0].max, 720);
  ck_assert_int_eq (opening_tasks (opening)[0].weight, 720);
  ck_assert (week_has (&opening_tasks (opening)[0].windows, 4, 95));
  ck_assert (!opening_tasks (opening)[0].optional && opening_tasks (opening)[1].optional);
  ck_assert_str_eq (task_id (opening, &opening_tasks (opening)[1]), "truck");
  ck_assert_uint_eq (opening_tasks (opening)[0].n_requirements, 1);
  ck_assert_int_eq (opening_requirements (opening)[0].level, 2);
  ck_assert_int_eq (opening_requirements (opening)[0].importance, SMAAJOB_STRENGTH_SHOULD);
  ck_assert_int_eq (opening_requirements (opening)[0].training_weeks, 4);
  ck_assert_int_eq (opening->terms[SMAAJOB_TERM_PAID], SMAAJOB_ANSWER_YES);
  ck_assert_int_eq (opening->terms[SMAAJOB_TERM_FLEKSJOB], SMAAJOB_ANSWER_NO);
  ck_assert_int_eq (opening->terms[SMAAJOB_TERM_HYBRID], SMAAJOB_ANSWER_UNKNOWN);
  ck_assert_int_eq (opening->pay_basis, SMAAJOB_PAY_BASIS_PRESENT);
  ck_assert_int_eq (opening->weekly_variation, SMAAJOB_VARIATION_HIGH);
  ck_assert_int_eq (opening->location.lat_millionths, -57000001);
  smaajob_opening_free (opening);
}
END_TEST

START_TEST (outlives_its_builder_and_vocabulary)
{
  SmaajobVocabulary *own = smaajob_vocabulary_new (&error);
  SmaajobOpeningBuilder *other = smaajob_opening_builder_new (own, "o", &error);
  SmaajobOpening *first, *second;

  ck_assert (smaajob_opening_builder_add_task (other, "a", &error));
  first = smaajob_opening_builder_build (other, &error);
  ck_assert (smaajob_opening_builder_add_task (other, "b", &error));
  second = smaajob_opening_builder_build (other, &error);
  smaajob_vocabulary_free (own);
  smaajob_opening_builder_free (other);
  ck_assert_uint_eq (first->n_tasks, 1);
  ck_assert_uint_eq (second->n_tasks, 2);
  ck_assert_ptr_eq (opening_take (first), first);
  smaajob_opening_free (first);
  ck_assert_str_eq (task_id (first, opening_tasks (first)), "a");
  smaajob_opening_free (first);
  smaajob_opening_free (second);
}
END_TEST

START_TEST (task_weighs_its_hours_at_most_or_at_least_or_one)
{
  const struct {
    int min, max, weight;
  } rows[] = {{480, 720, 720},
              {480, SMAAJOB_UNKNOWN, 480},
              {SMAAJOB_UNKNOWN, 15, 15},
              {0, SMAAJOB_UNKNOWN, 1},
              {SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN, 60}};

  add_task ("a");
  for (size_t i = 0; i < COUNT (rows); i++) {
    SmaajobOpening *opening;

    ck_assert (
        smaajob_opening_builder_set_task_hours (builder, 0, rows[i].min, rows[i].max, &error));
    opening = build ();
    ck_assert_int_eq (opening_tasks (opening)[0].weight, rows[i].weight);
    smaajob_opening_free (opening);
  }
}
END_TEST

START_TEST (exposure_of_a_task_overrides_the_opening_s)
{
  const uint32_t noise = vocabulary_find_condition (vocabulary, "env_noise");
  const uint32_t light = vocabulary_find_condition (vocabulary, "env_light");
  const uint32_t lift = vocabulary_find_condition (vocabulary, "phy_lift");
  const int32_t *by_task;
  SmaajobOpening *opening;

  add_task ("a");
  add_task ("b");
  add_task ("c");
  ck_assert (smaajob_opening_builder_set_exposure (builder, "phy_lift", 15.5, &error));
  ck_assert (smaajob_opening_builder_set_exposure (builder, "env_noise", 2, &error));
  ck_assert (smaajob_opening_builder_set_task_exposure (builder, 1, "env_noise", 0, &error));
  ck_assert (smaajob_opening_builder_set_task_exposure (builder, 2, "env_light", 4, &error));
  opening = build ();
  by_task = opening_find_offered (opening, noise);
  ck_assert_int_eq (by_task[0], 2000);
  ck_assert_int_eq (by_task[1], 0);
  ck_assert_int_eq (by_task[2], 2000);
  by_task = opening_find_offered (opening, light);
  ck_assert_int_eq (by_task[0], SMAAJOB_UNKNOWN);
  ck_assert_int_eq (by_task[2], 4000);
  ck_assert_int_eq (opening_find_offered (opening, lift)[1], 15500);
  ck_assert_int_eq (opening_find_offered (opening, lift + 1)[0], SMAAJOB_UNKNOWN);
  ck_assert_uint_eq (opening->n_stated_exposures[0], 2);
  ck_assert_uint_eq (opening->n_stated_exposures[1], 0);
  ck_assert_uint_eq (opening->n_stated_exposures[2], 1);
  ck_assert_uint_eq (opening_stated_exposures (opening)[0].condition, noise);
  ck_assert_uint_eq (opening_stated_exposures (opening)[1].condition, lift);
  ck_assert_uint_eq (opening_stated_exposures (opening)[3].condition, light);
  smaajob_opening_free (opening);
}
END_TEST

/* On core tasks: in whole levels plus one, and whether all have told. */
START_TEST (an_answer_is_the_most_that_any_core_task_has)
{
  const uint32_t noise = vocabulary_find_condition (vocabulary, "env_noise");
  const uint32_t light = vocabulary_find_condition (vocabulary, "env_light");
  const uint32_t lift = vocabulary_find_condition (vocabulary, "phy_lift");
  SmaajobOpening *opening;
  uint16_t *words;

  add_task ("a");
  add_task ("b");
  add_task ("c");
  ck_assert (smaajob_opening_builder_set_task_optional (builder, 2, true, &error));
  ck_assert (smaajob_opening_builder_set_exposure (builder, "env_noise", 2, &error));
  ck_assert (smaajob_opening_builder_set_task_exposure (builder, 2, "env_noise", 4, &error));
  ck_assert (smaajob_opening_builder_set_task_exposure (builder, 0, "env_light", 3, &error));
  ck_assert (smaajob_opening_builder_set_exposure (builder, "env_air", 1, &error));
  ck_assert (smaajob_opening_builder_set_provision (builder, "sup_contact", 0, &error));
  opening = build ();
  ck_assert_uint_eq (opening->core, 3);
  ck_assert_uint_eq (
      opening_find_answer (opening, vocabulary_find_condition (vocabulary, "env_air")),
      ANSWER_TOLD | 2);
  ck_assert_uint_eq (
      opening_find_answer (opening, vocabulary_find_condition (vocabulary, "sup_contact")),
      ANSWER_TOLD | 1);
  ck_assert_uint_eq (answer_make_even (250000), ANSWER_TOLD | 5);
  ck_assert_uint_eq (opening_find_answer (opening, noise), ANSWER_TOLD | 3);
  ck_assert_uint_eq (opening_find_answer (opening, light), 4);
  ck_assert_uint_eq (opening_find_answer (opening, lift), 0);
  ck_assert_int_eq (answer_worst (opening_find_answer (opening, noise)), 2000);
  ck_assert_int_eq (answer_worst (0), SMAAJOB_UNKNOWN);
  ck_assert_uint_eq (answer_make (opening_find_offered (opening, noise), 7), ANSWER_TOLD | 5);
  ck_assert_uint_eq (answer_make (opening_find_offered (opening, light), 2), 0);
  ck_assert (opening_check_image (opening, opening->size, vocabulary));
  words = (uint16_t *) opening_said (opening);
  words[noise] ^= 1 << ROW_BITS;
  ck_assert (!opening_check_image (opening, opening->size, vocabulary));
  words[noise] ^= 1 << ROW_BITS;
  words[lift] ^= ANSWER_TOLD << ROW_BITS;
  ck_assert (!opening_check_image (opening, opening->size, vocabulary));
  words[lift] = 0;
  opening->core = 7;
  ck_assert (!opening_check_image (opening, opening->size, vocabulary));
  smaajob_opening_free (opening);
}
END_TEST

START_TEST (provisions_and_gates_are_sorted)
{
  const char *const provisions[] = {"sup_contact", "env_retreat", "tim_breaks"};
  const char *const gates[] = {"gate_work_permit", "gate_criminal_record", "gate_forklift"};
  SmaajobOpening *opening;

  add_task ("a");
  for (int i = 0; i < 3; i++) {
    ck_assert (smaajob_opening_builder_set_provision (builder, provisions[i], i, &error));
    ck_assert (smaajob_opening_builder_add_gate (builder, gates[i], &error));
  }
  opening = build ();
  ck_assert_uint_eq (opening->n_provisions, 3);
  ck_assert_uint_eq (opening->n_gates, 3);
  for (int i = 1; i < 3; i++) {
    ck_assert_uint_lt (opening_provisions (opening)[i - 1].condition,
                       opening_provisions (opening)[i].condition);
    ck_assert_uint_lt (opening_gates (opening)[i - 1], opening_gates (opening)[i]);
  }
  for (int i = 0; i < 3; i++)
    ck_assert_int_eq (
        opening_find_provision (opening, vocabulary_find_condition (vocabulary, provisions[i])),
        1000 * i);
  smaajob_opening_free (opening);
}
END_TEST

START_TEST (an_ordinary_opening_takes_at_most_2_kib)
{
  const char *const exposures[] = {"env_noise", "env_light", "env_climate", "phy_stand",
                                   "phy_bend",  "phy_lift",  "soc_phone",   "cog_memory"};
  char id[16];
  SmaajobOpening *opening;

  for (uint32_t task = 0; task < 3; task++) {
    snprintf (id, sizeof id, "task-%u", (unsigned) task);
    add_task (id);
    for (uint32_t i = 0; i < 3; i++)
      ck_assert (
          add_requirement (task, vocabulary_get_concept_id (vocabulary, 12 + task + 3 * i), 2));
    for (uint32_t i = 0; i < 6; i++)
      ck_assert (smaajob_opening_builder_set_task_exposure (builder, task, exposures[i + task], 2,
                                                            &error));
  }
  opening = build ();
  ck_assert_uint_le (smaajob_opening_get_size_bytes (opening), 2048);
  smaajob_opening_free (opening);
}
END_TEST

static bool
make_opening (SmaajobError *told)
{
  SmaajobOpeningBuilder *own = smaajob_opening_builder_new (vocabulary, "o", told);
  const SmaajobRequirement first = {REPAIR_MOBILES, 3, SMAAJOB_STRENGTH_MUST, 4};
  const SmaajobRequirement second = {DISASSEMBLE_MOBILES, 3, SMAAJOB_STRENGTH_MUST, 4};
  SmaajobOpening *opening = NULL;

  if (own != NULL && smaajob_opening_builder_add_task (own, "a", told) &&
      smaajob_opening_builder_add_requirement (own, 0, &first, told) &&
      smaajob_opening_builder_add_requirement (own, 0, &second, told))
    opening = smaajob_opening_builder_build (own, told);
  smaajob_opening_builder_free (own);
  smaajob_opening_free (opening);
  return opening != NULL;
}

START_TEST (running_out_is_told_and_leaves_nothing)
{
  assert_told_when_memory_runs_out (make_opening);
}
END_TEST

int
main (void)
{
  const TTest *const object[] = {is_unknown_but_for_its_id_and_task, holds_everything_that_is_said,
                                 outlives_its_builder_and_vocabulary};
  const TTest *const tasks[] = {task_weighs_its_hours_at_most_or_at_least_or_one};
  const TTest *const conditions[] = {exposure_of_a_task_overrides_the_opening_s,
                                     an_answer_is_the_most_that_any_core_task_has,
                                     provisions_and_gates_are_sorted};
  const TTest *const memory[] = {an_ordinary_opening_takes_at_most_2_kib,
                                 running_out_is_told_and_leaves_nothing};
  Suite *suite = suite_create ("opening");

  add_fixed_case (suite, "object", object, COUNT (object));
  add_fixed_case (suite, "tasks", tasks, COUNT (tasks));
  add_fixed_case (suite, "conditions", conditions, COUNT (conditions));
  add_fixed_case (suite, "memory", memory, COUNT (memory));
  return run_suite (suite);
}
