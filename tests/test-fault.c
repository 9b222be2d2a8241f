/* SPDX-License-Identifier: Apache-2.0 */
#include "support-data.h"

#include "words/fault.h"

static SmaajobError error;

START_TEST (hours_are_told_to_the_minute_in_few_digits)
{
  const struct {
    int minutes;
    const char *told;
  } rows[] = {{0, "0"},       {15, "0.25"},     {20, "0.33"}, {1, "0.02"},
              {60, "1"},      {90, "1.5"},      {7, "0.12"},  {10080, "168"},
              {12000, "200"}, {-60, "-1"},      {59, "0.98"}, {INT32_MAX, "35791394.12"},
              {-90, "-1.5"},  {10081, "168.02"}};

  for (size_t i = 0; i < COUNT (rows); i++)
    ck_assert_str_eq (told_hours (rows[i].minutes).text, rows[i].told);
}
END_TEST

START_TEST (numbers_are_told_with_a_point_and_few_digits)
{
  const struct {
    double value;
    const char *told;
  } rows[] = {{0, "0"},
              {1.5, "1.5"},
              {-0.25, "-0.25"},
              {200, "200"},
              {0.1234567, "0.123457"},
              {1e300, "a number of more than 12 digits"},
              {3.0, "3"},
              {1e11, "100000000000"},
              {0.0 / 0.0, "NaN"},
              {-1e300 * 1e300, "a number of more than 12 digits"}};

  for (size_t i = 0; i < COUNT (rows); i++)
    ck_assert_str_eq (told_number (rows[i].value).text, rows[i].told);
}
END_TEST

START_TEST (what_has_more_than_three_decimals_is_never_told_as_if_it_had_not)
{
  ck_assert_str_eq (told_decimals (10.0004).text, "10.0004");
  ck_assert_str_eq (told_decimals (0.9999996).text, "a number of more than six decimals");
  ck_assert_str_eq (told_decimals (10.0000004).text, "a number of more than six decimals");
}
END_TEST

START_TEST (text_is_told_only_when_it_is_a_short_id)
{
  const struct {
    const char *text, *told;
  } rows[] = {
      {"env_noise", "env_noise"},
      {"skizofreni", "skizofreni"}, /* nobody knows what a word is about */
      {"123456789012345678901234567890123456789012345678",
       "123456789012345678901234567890123456789012345678"},
      {"esco:55cd5608-1497-4ed1-96d0-cb9494749a09", "esco:55cd5608-1497-4ed1-96d0-cb9494749a09"},
      {"1234567890123456789012345678901234567890123456789", "a string of 49 bytes"},
      {"has a bad back", "a string of 14 bytes"},
      {"", "a string of 0 bytes"},
  };

  for (size_t i = 0; i < COUNT (rows); i++)
    ck_assert_str_eq (told_text (rows[i].text).text, rows[i].told);
  ck_assert_str_eq (pointer_to_key ("/gates", "gate_x").text, "/gates/gate_x");
  ck_assert_str_eq (pointer_to_key ("/gates", "free text").text, "/gates");
}
END_TEST

START_TEST (a_path_is_told_as_a_reader_would_write_it)
{
  const struct {
    const char *pointer, *message;
  } rows[] = {{"", "told"},
              {"/hours/max", "hours.max: told"},
              {"/needs/2/strength", "needs[2].strength: told"},
              {"/tasks/11/requires/0", "tasks[11].requires[0]: told"}};

  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert (!fault (&error, SMAAJOB_ERROR_RANGE, rows[i].pointer, "%s", "told"));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, rows[i].pointer);
    ck_assert_str_eq (error.message, rows[i].message);
  }
  ck_assert (!fault (NULL, SMAAJOB_ERROR_RANGE, "/id", "told"));
}
END_TEST

int
main (void)
{
  const TTest *const told[] = {
      hours_are_told_to_the_minute_in_few_digits, numbers_are_told_with_a_point_and_few_digits,
      what_has_more_than_three_decimals_is_never_told_as_if_it_had_not,
      text_is_told_only_when_it_is_a_short_id, a_path_is_told_as_a_reader_would_write_it};
  Suite *suite = suite_create ("fault");

  add_case (suite, "told", told, COUNT (told));
  return run_suite (suite);
}
