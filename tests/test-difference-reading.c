/* SPDX-License-Identifier: Apache-2.0 */
#include "support-difference.h"

#include "words/names.h"

START_TEST (white_space_is_no_difference)
{
  char *text = match_of (needs, asked);
  GString *spaced = g_string_new (NULL);
  SmaajobDifference *difference;

  for (const char *at = text; *at != '\0'; at++)
    g_string_append_printf (spaced, "%c%s", *at, *at == ',' || *at == '{' ? "\n\t " : "");
  difference = difference_of (text, spaced->str);
  ck_assert (smaajob_difference_get_same (difference).all);
  smaajob_difference_free (difference);
  g_string_free (spaced, TRUE);
  smaajob_free (text);
}
END_TEST

/* Changes of a match that is otherwise as it must be. */
static const struct {
  const char *from, *to;
  SmaajobErrorCode code;
  const char *pointer;
} spoilt_matches[] = {
    {"smaajob.match/1", "smaajob.match/2", SMAAJOB_ERROR_FORMAT, "/format"},
    {"smaajob.match/1", "smaajob.record/1", SMAAJOB_ERROR_FORMAT, "/format"},
    {"{\"format\"", "[{\"format\"", SMAAJOB_ERROR_SYNTAX, ""},
    {"\"verdict\":\"fit\"", "\"verdict\":\"epilepsy!\"", SMAAJOB_ERROR_RANGE, "/verdict"},
    {"\"blockers\":[]", "\"blockers\":[],\"epilepsy!\":1", SMAAJOB_ERROR_UNKNOWN_MEMBER, ""},
    {"\"blockers\":[]", "\"blockers\":{}", SMAAJOB_ERROR_TYPE, "/blockers"},
    {"\"blockers\":[],", "", SMAAJOB_ERROR_MISSING, ""},
    {"\"blockers\":[]", "\"blockers\":[{\"code\":\"epilepsy!\"}]", SMAAJOB_ERROR_RANGE,
     "/blockers/0/code"},
    {"\"blockers\":[]", "\"blockers\":[{\"code\":\"task_carved\"}]", SMAAJOB_ERROR_RANGE,
     "/blockers/0/code"},
    {"\"blockers\":[]", "\"blockers\":[{\"code\":\"carve\",\"subject\":\"epilepsy!\"}]",
     SMAAJOB_ERROR_RANGE, "/blockers/0/subject"},
    {"\"blockers\":[]", "\"blockers\":[7]", SMAAJOB_ERROR_TYPE, "/blockers/0"},
    {"\"coverage\":1.000", "\"coverage\":1.001", SMAAJOB_ERROR_RANGE, "/coverage"},
    {"\"coverage\":1.000", "\"coverage\":0.9999", SMAAJOB_ERROR_RANGE, "/coverage"},
    {"\"coverage\":1.000", "\"coverage\":-0.001", SMAAJOB_ERROR_RANGE, "/coverage"},
    {"\"coverage\":1.000", "\"coverage\":null", SMAAJOB_ERROR_TYPE, "/coverage"},
    {"\"potential\":1.000", "\"potential\":0.900", SMAAJOB_ERROR_RANGE, "/criteria"},
    {"\"share\":0.900,\"loss\":0.000", "\"share\":0.900,\"loss\":0.001", SMAAJOB_ERROR_RANGE,
     "/criteria/1/items"},
    {"\"id\":\"competence\"", "\"id\":\"travel\"", SMAAJOB_ERROR_RANGE, "/criteria/0/id"},
    {"\"state\":\"met\"", "\"state\":\"epilepsy!\"", SMAAJOB_ERROR_RANGE,
     "/criteria/1/items/0/state"},
    {"\"id\":\"shelves\"", "\"id\":\"boxes\"", SMAAJOB_ERROR_DUPLICATE, "/tasks/1/id"},
    {"\"capacity_hours\":", "\"capacity_hours\":99", SMAAJOB_ERROR_RANGE, "/plan/capacity_hours"},
    {"\"from\":\"08:00\"", "\"from\":\"08:10\"", SMAAJOB_ERROR_RANGE, "/plan/schedule/0/from"},
    {"\"advice\":\"paid_now\"", "\"advice\":\"epilepsy!\"", SMAAJOB_ERROR_RANGE, "/timing/advice"},
    {"\"questions\":[",
     "\"questions\":[{\"code\":\"carve\",\"subject\":\"a\",\"ask\":\"employer\","
     "\"swing\":0,\"decides\":true},",
     SMAAJOB_ERROR_RANGE, "/questions/0/code"},
    {"\"questions\":[",
     "\"questions\":[{\"code\":\"term_unknown\",\"subject\":\"epilepsy!\","
     "\"ask\":\"employer\",\"swing\":0,\"decides\":true},",
     SMAAJOB_ERROR_RANGE, "/questions/0/subject"},
    {"\"levers\":[]", "\"levers\":[{\"changes\":[],\"score\":1,\"verdict\":\"fit\",\"gain\":0}]",
     SMAAJOB_ERROR_SIZE, "/levers/0/changes"},
    {"\"levers\":[]",
     "\"levers\":[{\"changes\":[{\"by\":\"employer\",\"code\":\"term_agreed\",\"subject\":\"a\","
     "\"from\":0,\"to\":\"yes\"}],\"score\":1,\"verdict\":\"fit\",\"gain\":0}]",
     SMAAJOB_ERROR_TYPE, "/levers/0/changes/0/from"},
    {"\"levers\":[]",
     "\"levers\":[{\"changes\":[{\"by\":\"employer\",\"code\":\"task_carved\",\"subject\":\"a\","
     "\"from\":null,\"to\":null}],\"score\":1,\"verdict\":\"blocked\",\"gain\":0}]",
     SMAAJOB_ERROR_RANGE, "/levers/0/verdict"},
    {"\"levers\":[]",
     "\"levers\":[{\"changes\":[{\"by\":\"employer\",\"code\":\"task_carved\",\"subject\":\"a\","
     "\"from\":null,\"to\":null}],\"score\":1,\"verdict\":\"fit\",\"gain\":-1.5}]",
     SMAAJOB_ERROR_RANGE, "/levers/0/gain"},
};

static char *
spoilt_match (const char *text, const char *from, const char *to)
{
  const char *found = strstr (text, from);
  GString *made = g_string_new (NULL);
  char *copy;

  ck_assert_msg (found != NULL, "%s is not in %s", from, text);
  g_string_append_len (made, text, found - text);
  g_string_append (made, to);
  g_string_append (made, found + strlen (from));
  copy = strdup (made->str);
  g_string_free (made, TRUE);
  return copy;
}

START_TEST (what_is_wrong_is_told_with_its_place_and_whose_it_is)
{
  char *good = match_of (needs, asked);
  SmaajobError error;

  for (size_t i = 0; i < COUNT (spoilt_matches); i++) {
    char *bad = spoilt_match (good, spoilt_matches[i].from, spoilt_matches[i].to);

    ck_assert_msg (smaajob_difference_new (good, strlen (good), bad, strlen (bad), &error) == NULL,
                   "%s is taken", spoilt_matches[i].to);
    assert_fault (&error, spoilt_matches[i].code, spoilt_matches[i].pointer);
    ck_assert_msg (strncmp (error.message, "after: ", 7) == 0, "%s", error.message);
    ck_assert_uint_eq (error.line, 1);
    ck_assert_ptr_null (strstr (error.message, "epilepsy"));
    ck_assert_ptr_null (strstr (error.pointer, "epilepsy"));
    ck_assert_ptr_null (smaajob_difference_new (bad, strlen (bad), good, strlen (good), &error));
    assert_fault (&error, spoilt_matches[i].code, spoilt_matches[i].pointer);
    ck_assert_msg (strncmp (error.message, "before: ", 8) == 0, "%s", error.message);
    ck_assert_ptr_null (smaajob_difference_new (bad, strlen (bad), good, strlen (good), NULL));
    free (bad);
  }
  ck_assert_ptr_null (smaajob_difference_new (NULL, 0, good, strlen (good), &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_difference_to_json (NULL, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  smaajob_free (good);
}
END_TEST

START_TEST (names_of_a_document_are_those_of_the_enums)
{
  for (int i = 0; *names_of_verdict[i] != '\0'; i++)
    ck_assert_str_eq (names_of_verdict[i], smaajob_verdict_get_name ((SmaajobVerdict) i));
  for (int i = 0; *names_of_task_verdict[i] != '\0'; i++)
    ck_assert_str_eq (names_of_task_verdict[i],
                      smaajob_task_verdict_get_name ((SmaajobTaskVerdict) i));
  for (int i = 0; *names_of_advice[i] != '\0'; i++)
    ck_assert_str_eq (names_of_advice[i], smaajob_advice_get_name ((SmaajobAdvice) i));
  for (int i = 0; *names_of_criterion[i] != '\0'; i++)
    ck_assert_str_eq (names_of_criterion[i], smaajob_criterion_get_name ((SmaajobCriterionId) i));
  for (int i = 0; *names_of_side[i] != '\0'; i++)
    ck_assert_str_eq (names_of_side[i], smaajob_side_get_name ((SmaajobSide) i));
  for (int i = 0; *names_of_state[i] != '\0'; i++)
    ck_assert_str_eq (names_of_state[i], smaajob_state_get_name ((SmaajobState) i));
}
END_TEST

static bool
make_difference (SmaajobError *error)
{
  long left = blocks_left;
  SmaajobDifference *difference;
  char *before, *after, *json = NULL;

  blocks_left = -1;
  before = match_of (needs, unasked);
  after = match_of (needs, asked);
  blocks_left = left;
  difference = smaajob_difference_new (before, strlen (before), after, strlen (after), error);
  if (difference != NULL)
    json = smaajob_difference_to_json (difference, error);
  smaajob_difference_free (difference);
  smaajob_free (before);
  smaajob_free (after);
  smaajob_free (json);
  return json != NULL;
}

START_TEST (memory_that_runs_out_is_told_and_given_back)
{
  assert_told_when_memory_runs_out (make_difference);
}
END_TEST

int
main (void)
{
  const TTest *const reading[] = {
      white_space_is_no_difference,
      what_is_wrong_is_told_with_its_place_and_whose_it_is,
      names_of_a_document_are_those_of_the_enums,
      memory_that_runs_out_is_told_and_given_back,
  };
  Suite *suite = suite_create ("difference");

  tcase_add_checked_fixture (add_case (suite, "reading", reading, COUNT (reading)), set_up,
                             tear_down);
  return run_suite (suite);
}
