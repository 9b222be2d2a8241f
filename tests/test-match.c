/* SPDX-License-Identifier: Apache-2.0 */
#include "support-data.h"

#include <smaajob/smaajob.h>

static SmaajobVocabulary *vocabulary;
static SmaajobPolicy *policy;

static char *
read_case (const char *path, size_t *length)
{
  char *text = NULL;

  if (!g_file_get_contents (path, &text, length, NULL))
    ck_abort_msg ("%s is missing", path);
  return text;
}

/* Boxes are known, picking and truck are to be learned: paid and practice beside each other. */
static SmaajobMatch *
match_joergen (SmaajobError *error)
{
  size_t n_citizen, n_opening;
  char *citizen_text = read_case ("examples/cases/joergen/citizen.json", &n_citizen);
  char *opening_text = read_case ("examples/cases/joergen/opening.json", &n_opening);
  long left = blocks_left;
  SmaajobPair pair = {NULL, NULL, SMAAJOB_UNKNOWN};
  SmaajobCitizen *citizen;
  SmaajobOpening *opening;
  SmaajobMatch *match;

  blocks_left = -1;
  citizen = smaajob_citizen_new_from_json (vocabulary, citizen_text, n_citizen, error);
  opening = smaajob_opening_new_from_json (vocabulary, opening_text, n_opening, error);
  pair.citizen = citizen;
  pair.opening = opening;
  blocks_left = left;
  match = smaajob_match_new (&pair, policy, error);
  smaajob_citizen_free (citizen);
  smaajob_opening_free (opening);
  free (citizen_text); /* not by the g_free of this file, which did not make it */
  free (opening_text);
  return match;
}

START_TEST (keeps_its_citizen_and_opening_alive)
{
  SmaajobMatch *match = match_joergen (NULL);

  ck_assert_str_eq (smaajob_match_get_citizen_id (match), "joergen");
  ck_assert_str_eq (smaajob_match_get_opening_id (match), "fruit-store");
  smaajob_match_free (match);
}
END_TEST

START_TEST (its_score_is_the_score)
{
  SmaajobMatch *match = match_joergen (NULL);
  SmaajobScore score = smaajob_match_get_score (match);
  int losses = 0;

  ck_assert_int_eq (score.verdict, SMAAJOB_VERDICT_FIT);
  for (size_t c = 0; c < smaajob_match_get_n_criteria (match); c++) {
    SmaajobCriterion criterion = smaajob_match_get_criterion_at (match, c);
    int of_items = 0;

    ck_assert_int_eq (criterion.id, (int) c);
    for (size_t i = 0; i < criterion.n_items; i++)
      of_items += smaajob_match_get_item_at (match, c, i).loss;
    ck_assert_int_eq (of_items, criterion.loss);
    losses += criterion.loss;
  }
  ck_assert_int_eq (losses, 1000 - score.score);
  smaajob_match_free (match);
}
END_TEST

START_TEST (its_plan_is_its_week)
{
  SmaajobMatch *match = match_joergen (NULL);
  SmaajobPlan plan = smaajob_match_get_plan (match);
  int minutes = 0, of_tasks = 0;

  ck_assert (plan.known);
  ck_assert_int_eq (plan.paid_minutes, 12 * 60);
  ck_assert_int_eq (plan.practice_minutes, 4 * 60);
  ck_assert_int_eq (plan.growth_minutes, 20 * 60);
  for (size_t i = 0; i < smaajob_match_get_n_shifts (match); i++) {
    SmaajobShift shift = smaajob_match_get_shift_at (match, i);

    minutes += shift.to_minute - shift.from_minute;
  }
  for (size_t i = 0; i < smaajob_match_get_n_tasks (match); i++)
    of_tasks += smaajob_match_get_task_at (match, i).planned_minutes_per_week;
  ck_assert_int_eq (minutes, plan.present_minutes);
  ck_assert_int_eq (of_tasks, plan.present_minutes);
  smaajob_match_free (match);
}
END_TEST

START_TEST (its_reasons_name_code_subject_and_task)
{
  SmaajobMatch *match = match_joergen (NULL);
  SmaajobTaskMatch picking = smaajob_match_get_task_at (match, 1);
  SmaajobTiming timing = smaajob_match_get_timing (match);
  SmaajobReason below = smaajob_match_get_task_reason_at (match, 1, 0);
  SmaajobReason shown = smaajob_match_get_timing_reason_at (match, 0);

  ck_assert_str_eq (picking.id, "picking");
  ck_assert_int_eq (picking.verdict, SMAAJOB_TASK_PRACTICE);
  ck_assert_uint_eq (picking.n_reasons, 2);
  ck_assert_int_eq (below.code, SMAAJOB_CODE_COMPETENCE_BELOW);
  ck_assert_str_eq (below.subject, "esco:ee5e2297-39cc-4ed6-89e5-d58016118a7f");
  ck_assert_int_eq (timing.advice, SMAAJOB_ADVICE_PAID_NOW);
  ck_assert_uint_eq (timing.n_reasons, 1);
  ck_assert_int_eq (shown.code, SMAAJOB_CODE_VALUE_SHOWN);
  ck_assert_str_eq (shown.task, "boxes");
  smaajob_match_free (match);
}
END_TEST

START_TEST (attention_stands_in_the_order_of_the_codes)
{
  SmaajobMatch *match = match_joergen (NULL);

  ck_assert_uint_gt (smaajob_match_get_n_attention (match), 1);
  for (size_t i = 1; i < smaajob_match_get_n_attention (match); i++)
    ck_assert_int_le (smaajob_match_get_attention_at (match, i - 1).code,
                      smaajob_match_get_attention_at (match, i).code);
  smaajob_match_free (match);
}
END_TEST

START_TEST (readers_give_nothing_beyond_the_end)
{
  SmaajobMatch *match = match_joergen (NULL);
  const size_t far = (size_t) -1;

  ck_assert_ptr_null (smaajob_match_get_blocker_at (match, far).subject);
  ck_assert_uint_eq (smaajob_match_get_criterion_at (match, far).n_items, 0);
  ck_assert_ptr_null (smaajob_match_get_item_at (match, 0, far).subject);
  ck_assert_ptr_null (smaajob_match_get_item_at (match, far, 0).subject);
  ck_assert_ptr_null (smaajob_match_get_task_at (match, far).id);
  ck_assert_int_eq (smaajob_match_get_task_reason_at (match, far, 0).code, SMAAJOB_CODE_NONE);
  ck_assert_int_eq (smaajob_match_get_task_reason_at (match, 0, far).code, SMAAJOB_CODE_NONE);
  ck_assert_ptr_null (smaajob_match_get_shift_at (match, far).task);
  ck_assert_int_eq (smaajob_match_get_timing_reason_at (match, far).code, SMAAJOB_CODE_NONE);
  ck_assert_int_eq (smaajob_match_get_attention_at (match, far).code, SMAAJOB_CODE_NONE);
  smaajob_match_free (match);
  smaajob_match_free (NULL);
}
END_TEST

static bool
make_match (SmaajobError *error)
{
  SmaajobMatch *match = match_joergen (error);

  smaajob_match_free (match);
  return match != NULL;
}

START_TEST (memory_that_runs_out_is_told_and_given_back)
{
  assert_told_when_memory_runs_out (make_match);
}
END_TEST

START_TEST (every_code_has_its_own_name)
{
  ck_assert_str_eq (smaajob_code_get_name (SMAAJOB_CODE_NONE), "");
  ck_assert_str_eq (smaajob_code_get_name (SMAAJOB_CODE_TERM_AGREED), "term_agreed");
  ck_assert_str_eq (smaajob_code_get_name ((SmaajobCode) (SMAAJOB_CODE_TERM_AGREED + 1)), "");
  for (int i = 1; i <= SMAAJOB_CODE_TERM_AGREED; i++)
    for (int j = 1; j < i; j++)
      ck_assert_str_ne (smaajob_code_get_name ((SmaajobCode) i),
                        smaajob_code_get_name ((SmaajobCode) j));
  ck_assert_str_eq (smaajob_criterion_get_name (SMAAJOB_CRITERION_TRAVEL), "travel");
  ck_assert_str_eq (smaajob_side_get_name (SMAAJOB_SIDE_EMPLOYER), "employer");
  ck_assert_str_eq (smaajob_state_get_name (SMAAJOB_STATE_UNKNOWN), "unknown");
  ck_assert_str_eq (smaajob_task_verdict_get_name (SMAAJOB_TASK_PAID), "paid");
  ck_assert_str_eq (smaajob_advice_get_name (SMAAJOB_ADVICE_PAID_NOW), "paid_now");
  ck_assert_str_eq (smaajob_criterion_get_name ((SmaajobCriterionId) 6), "");
  ck_assert_str_eq (smaajob_side_get_name ((SmaajobSide) 2), "");
  ck_assert_str_eq (smaajob_state_get_name ((SmaajobState) 3), "");
  ck_assert_str_eq (smaajob_task_verdict_get_name ((SmaajobTaskVerdict) 4), "");
  ck_assert_str_eq (smaajob_advice_get_name ((SmaajobAdvice) 5), "");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("match");
  TCase *whole = tcase_create ("whole");
  SRunner *runner;
  int failed;

  vocabulary = smaajob_vocabulary_new (NULL);
  policy = smaajob_policy_new (NULL);
  tcase_add_test (whole, keeps_its_citizen_and_opening_alive);
  tcase_add_test (whole, its_score_is_the_score);
  tcase_add_test (whole, its_plan_is_its_week);
  tcase_add_test (whole, its_reasons_name_code_subject_and_task);
  tcase_add_test (whole, attention_stands_in_the_order_of_the_codes);
  tcase_add_test (whole, readers_give_nothing_beyond_the_end);
  tcase_add_test (whole, memory_that_runs_out_is_told_and_given_back);
  tcase_add_test (whole, every_code_has_its_own_name);
  suite_add_tcase (suite, whole);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  smaajob_policy_free (policy);
  smaajob_vocabulary_free (vocabulary);
  return failed == 0 ? 0 : 1;
}
