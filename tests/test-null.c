/* SPDX-License-Identifier: Apache-2.0 */
/* NULL never takes the host along: every public function is called with it, each in a process of
   its own. The list is made of the headers, so that none can be forgotten. */
#include <check.h>
#include <smaajob/smaajob.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *name;
  bool (*call) (SmaajobError *error); /* whether it tells of nothing as it should */
} Call;

#define FAILS(value) (!(value) && (error == NULL || error->code == SMAAJOB_ERROR_ARGUMENT))
#define ZERO(value)  ((value) == 0)
#define TEXT(value)  is_empty (value)
/* A struct or an enum: those that say more than 0 have a test of their own. */
#define ANY(value) ((void) (value), true)

static bool
is_empty (const char *text)
{
  return text != NULL && *text == '\0';
}

#include "null-calls.h"

/* These need nothing to make something of, or have NULL for an answer. */
static bool
is_exempt (const char *name)
{
  static const char *const exempt[] = {"smaajob_policy_builder_new", "smaajob_policy_new",
                                       "smaajob_vocabulary_builder_new",
                                       "smaajob_vocabulary_get_label", "smaajob_vocabulary_new"};

  for (size_t i = 0; i < sizeof exempt / sizeof *exempt; i++)
    if (strcmp (exempt[i], name) == 0)
      return true;
  return false;
}

START_TEST (null_is_refused_or_read_as_nothing)
{
  SmaajobError error = {SMAAJOB_ERROR_NONE, 0, 0, "", ""};
  const bool told = calls[_i].call (&error);

  ck_assert_msg (told || is_exempt (calls[_i].name), "%s: %s", calls[_i].name, error.message);
}
END_TEST

START_TEST (null_error_is_allowed)
{
  calls[_i].call (NULL);
}
END_TEST

static void
assert_no_score (SmaajobScore score)
{
  ck_assert_int_eq (score.verdict, SMAAJOB_VERDICT_BLOCKED);
  ck_assert_int_eq (score.score, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (score.low, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (score.high, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (score.coverage, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (score.potential, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (score.side_citizen, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (score.side_employer, SMAAJOB_UNKNOWN);
}

static void
assert_no_plan (SmaajobPlan plan)
{
  ck_assert (!plan.known);
  ck_assert_int_eq (plan.present_minutes, 0);
  ck_assert_int_eq (plan.capacity_minutes, 0);
  ck_assert_int_eq (plan.growth_minutes, SMAAJOB_UNKNOWN);
}

START_TEST (nothing_is_not_read_as_the_worst_score)
{
  assert_no_score (smaajob_match_get_score (NULL));
  assert_no_score (smaajob_difference_get_score (NULL, SMAAJOB_MOMENT_AFTER));
  assert_no_score (smaajob_ranking_get_ranked_at (NULL, 0).score);
}
END_TEST

START_TEST (nothing_has_no_plan_and_no_timing)
{
  assert_no_plan (smaajob_match_get_plan (NULL));
  assert_no_plan (smaajob_difference_get_plan (NULL, SMAAJOB_MOMENT_BEFORE));
  ck_assert_int_eq (smaajob_match_get_timing (NULL).advice, SMAAJOB_ADVICE_NOT_NOW);
  ck_assert_uint_eq (smaajob_match_get_timing (NULL).n_reasons, 0);
  ck_assert_int_eq (smaajob_difference_get_advice (NULL, SMAAJOB_MOMENT_AFTER),
                    SMAAJOB_ADVICE_NOT_NOW);
}
END_TEST

START_TEST (nothing_was_overridden_by_nobody)
{
  const SmaajobOverride replaced = smaajob_record_get_override (NULL);

  ck_assert_int_eq (replaced.verdict, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (replaced.advice, SMAAJOB_UNKNOWN);
  ck_assert_ptr_null (replaced.reason);
  ck_assert_ptr_null (replaced.actor);
  ck_assert_int_eq (smaajob_record_get_travel_minutes (NULL), SMAAJOB_UNKNOWN);
}
END_TEST

START_TEST (nothing_is_not_the_same)
{
  const SmaajobSame same = smaajob_difference_get_same (NULL);

  ck_assert (!same.all && !same.engine && !same.model && !same.citizen && !same.opening &&
             !same.policy && !same.vocabulary && !same.result);
}
END_TEST

int
main (void)
{
  const int n = (int) (sizeof calls / sizeof *calls);
  Suite *suite = suite_create ("null");
  TCase *whole = tcase_create ("whole");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_loop_test (whole, null_is_refused_or_read_as_nothing, 0, n);
  tcase_add_loop_test (whole, null_error_is_allowed, 0, n);
  tcase_add_test (whole, nothing_is_not_read_as_the_worst_score);
  tcase_add_test (whole, nothing_has_no_plan_and_no_timing);
  tcase_add_test (whole, nothing_was_overridden_by_nobody);
  tcase_add_test (whole, nothing_is_not_the_same);
  suite_add_tcase (suite, whole);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
