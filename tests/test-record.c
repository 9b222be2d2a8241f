/* SPDX-License-Identifier: Apache-2.0 */
#include "support-record.h"

#include "text/instant.h"

START_TEST (tells_everything_that_is_in_it)
{
  SmaajobRecord *record = make_record (&override_note);
  const SmaajobOverride said = smaajob_record_get_override (record);
  char *made = smaajob_citizen_to_json (citizen, NULL);
  char *kept = smaajob_record_source_to_json (record, SMAAJOB_SOURCE_CITIZEN, NULL);

  ck_assert_str_eq (smaajob_record_get_engine_version (record), smaajob_get_version ());
  ck_assert_str_eq (smaajob_record_get_model_version (record), smaajob_get_model_version ());
  ck_assert_str_eq (smaajob_record_get_time (record), WHEN);
  ck_assert_str_eq (smaajob_record_get_actor (record), "cw-3");
  ck_assert_str_eq (smaajob_record_get_citizen_id (record), "c-17");
  ck_assert_str_eq (smaajob_record_get_opening_id (record), "o-9");
  ck_assert_int_eq (smaajob_record_get_travel_minutes (record), 25);
  ck_assert (smaajob_record_is_whole (record));
  ck_assert_uint_eq (strlen (smaajob_record_get_digest (record)), DIGEST_LENGTH);
  ck_assert_str_eq (made, kept);
  ck_assert_str_eq (smaajob_record_get_source_digest (record, SMAAJOB_SOURCE_CITIZEN),
                    digest_citizen (citizen).text);
  ck_assert_str_eq (smaajob_record_get_source_digest (record, SMAAJOB_SOURCE_VOCABULARY),
                    digest_vocabulary (vocabulary).text);
  ck_assert_str_eq (smaajob_record_get_source_digest (record, (SmaajobSource) 4), "");
  ck_assert_int_eq (said.verdict, SMAAJOB_VERDICT_FIT);
  ck_assert_int_eq (said.advice, SMAAJOB_ADVICE_PAID_NOW);
  ck_assert_str_eq (said.reason, "employer-confirmed");
  ck_assert_str_eq (said.actor, "cw-7");
  smaajob_free (made);
  smaajob_free (kept);
  smaajob_record_free (record);
}
END_TEST

START_TEST (without_an_override_the_match_stands)
{
  SmaajobRecord *record = make_record (&note);
  const SmaajobOverride said = smaajob_record_get_override (record);

  ck_assert_int_eq (said.verdict, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (said.advice, SMAAJOB_UNKNOWN);
  ck_assert_ptr_null (said.reason);
  ck_assert_ptr_null (said.actor);
  smaajob_record_free (record);
}
END_TEST

START_TEST (holds_the_match_and_the_sources_as_they_are)
{
  const SmaajobPair pair = {citizen, opening, 25};
  SmaajobMatch *match = smaajob_match_new (&pair, policy, NULL);
  SmaajobRecord *record = smaajob_record_new (match, &note, NULL);
  char *texts[] = {
      smaajob_match_to_json (match, NULL),
      smaajob_record_match_to_json (record, NULL),
      smaajob_opening_to_json (opening, NULL),
      smaajob_record_source_to_json (record, SMAAJOB_SOURCE_OPENING, NULL),
      smaajob_policy_to_json (policy, NULL),
      smaajob_record_source_to_json (record, SMAAJOB_SOURCE_POLICY, NULL),
  };
  SmaajobError error;

  for (size_t i = 0; i < COUNT (texts); i += 2) {
    ck_assert_str_eq (texts[i], texts[i + 1]);
    smaajob_free (texts[i]);
    smaajob_free (texts[i + 1]);
  }
  ck_assert_ptr_null (smaajob_record_source_to_json (record, SMAAJOB_SOURCE_VOCABULARY, &error));
  assert_fault (&error, SMAAJOB_ERROR_MISSING, "/inputs");
  smaajob_record_free (record);
  smaajob_match_free (match);
}
END_TEST

static const char *const good_times[] = {
    WHEN,
    "2026-11-22T14:00:00+01:00",
    "2026-11-22T14:00:00.5-00:00",
    "2028-02-29T00:00:00.123456789Z",
    "2000-02-29T23:59:60Z",
    "0000-01-01T00:00:00Z",
};
static const char *const bad_times[] = {
    "",
    "2026-11-22",
    "2026-11-22T14:00Z",
    "2026-11-22T14:00:00",
    "2026-11-22 14:00:00Z",
    "2026-11-22t14:00:00z",
    "2026-13-22T14:00:00Z",
    "2026-00-22T14:00:00Z",
    "2026-04-31T14:00:00Z",
    "2026-02-29T14:00:00Z",
    "1900-02-29T14:00:00Z",
    "2026-11-00T14:00:00Z",
    "2026-11-22T24:00:00Z",
    "2026-11-22T14:60:00Z",
    "2026-11-22T14:00:61Z",
    "2026-11-22T14:00:00.Z",
    "2026-11-22T14:00:00.1234567890Z",
    "2026-11-22T14:00:00+1:00",
    "2026-11-22T14:00:00+24:00",
    "2026-11-22T14:00:00+01:60",
    "2026-11-22T14:00:00ZZ",
    "26-11-22T14:00:00Z",
    "22/11/2026",
    "the day her epilepsy came back",
};

START_TEST (a_time_is_one_of_rfc_3339)
{
  SmaajobError error;

  for (size_t i = 0; i < COUNT (good_times); i++) {
    const SmaajobNote with = {good_times[i], "cw-3", false, NULL};
    SmaajobRecord *record = make_record (&with);

    ck_assert_str_eq (smaajob_record_get_time (record), good_times[i]);
    ck_assert_uint_lt (strlen (good_times[i]), INSTANT_SIZE);
    smaajob_record_free (record);
  }
  for (size_t i = 0; i < COUNT (bad_times); i++) {
    const SmaajobNote with = {bad_times[i], "cw-3", false, NULL};

    ck_assert_msg (record_of (&with, 25, &error) == NULL, "%s", bad_times[i]);
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/time");
    ck_assert_ptr_null (strstr (error.message, "epilepsy"));
  }
}
END_TEST

START_TEST (a_note_that_says_too_little_or_too_much_is_refused)
{
  const SmaajobOverride nothing = {SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN, "r-1", "cw-7"};
  const SmaajobOverride no_verdict = {4, SMAAJOB_UNKNOWN, "r-1", "cw-7"};
  const SmaajobOverride no_advice = {SMAAJOB_UNKNOWN, 5, "r-1", "cw-7"};
  const SmaajobOverride free_text = {0, SMAAJOB_UNKNOWN, "her epilepsy", "cw-7"};
  const SmaajobOverride no_actor = {0, SMAAJOB_UNKNOWN, "r-1", ""};
  const struct {
    SmaajobNote note;
    const char *pointer;
    SmaajobErrorCode code;
  } table[] = {
      {{WHEN, "Hanne epilepsy", false, NULL}, "/actor", SMAAJOB_ERROR_RANGE},
      {{WHEN, "cw-3", false, &nothing}, "/override", SMAAJOB_ERROR_MISSING},
      {{WHEN, "cw-3", false, &no_verdict}, "/override/verdict", SMAAJOB_ERROR_RANGE},
      {{WHEN, "cw-3", false, &no_advice}, "/override/advice", SMAAJOB_ERROR_RANGE},
      {{WHEN, "cw-3", false, &free_text}, "/override/reason", SMAAJOB_ERROR_RANGE},
      {{WHEN, "cw-3", false, &no_actor}, "/override/actor", SMAAJOB_ERROR_RANGE},
      {{NULL, "cw-3", false, NULL}, "", SMAAJOB_ERROR_ARGUMENT},
      {{WHEN, NULL, false, NULL}, "", SMAAJOB_ERROR_ARGUMENT},
  };
  SmaajobError error;

  for (size_t i = 0; i < COUNT (table); i++) {
    ck_assert_ptr_null (record_of (&table[i].note, 25, &error));
    assert_fault (&error, table[i].code, table[i].pointer);
    ck_assert_ptr_null (strstr (error.message, "epilepsy"));
    ck_assert_uint_eq (error.line, 0);
  }
}
END_TEST

START_TEST (one_of_verdict_and_advice_is_enough)
{
  const SmaajobOverride advice = {SMAAJOB_UNKNOWN, SMAAJOB_ADVICE_NOT_NOW, "r-1", "cw-7"};
  const SmaajobNote with = {WHEN, "cw-3", false, &advice};
  SmaajobRecord *record = make_record (&with);

  ck_assert_int_eq (smaajob_record_get_override (record).verdict, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (smaajob_record_get_override (record).advice, SMAAJOB_ADVICE_NOT_NOW);
  smaajob_record_free (record);
}
END_TEST

START_TEST (nothing_is_made_of_nothing)
{
  SmaajobRecord *record = make_record (&note);
  const SmaajobReplay cast = {vocabulary, NULL, NULL}, no_words = {NULL, NULL, NULL};
  SmaajobError error;
  SmaajobSame same;

  ck_assert_ptr_null (smaajob_record_new (NULL, &note, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (record_of (NULL, 25, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_record_new_from_json (NULL, 0, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_record_to_json (NULL, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_record_match_to_json (NULL, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_record_source_to_json (NULL, SMAAJOB_SOURCE_POLICY, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_record_replay (NULL, &cast, &same, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_record_replay (record, NULL, &same, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_record_replay (record, &no_words, &same, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_record_replay (record, &cast, NULL, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_record_replay (NULL, NULL, NULL, NULL));
  smaajob_record_free (record);
  smaajob_record_free (NULL);
}
END_TEST

static bool
make_and_replay (SmaajobError *error)
{
  const SmaajobReplay cast = {vocabulary, NULL, NULL};
  SmaajobRecord *record = record_of (&override_note, 25, error);
  SmaajobSame same;
  SmaajobMatch *match = NULL;

  if (record != NULL)
    match = smaajob_record_replay (record, &cast, &same, error);
  smaajob_record_free (record);
  smaajob_match_free (match);
  return match != NULL;
}

START_TEST (memory_that_runs_out_is_told_and_given_back)
{
  assert_told_when_memory_runs_out (make_and_replay);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
      tells_everything_that_is_in_it,
      without_an_override_the_match_stands,
      holds_the_match_and_the_sources_as_they_are,
      a_time_is_one_of_rfc_3339,
      a_note_that_says_too_little_or_too_much_is_refused,
      one_of_verdict_and_advice_is_enough,
      nothing_is_made_of_nothing,
      memory_that_runs_out_is_told_and_given_back,
  };
  Suite *suite = suite_create ("record");

  tcase_add_checked_fixture (add_case (suite, "making", tests, COUNT (tests)), set_up, tear_down);
  return run_suite (suite);
}
