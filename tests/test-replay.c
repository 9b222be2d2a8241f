/* SPDX-License-Identifier: Apache-2.0 */
#include "support-record.h"

static SmaajobSame
replay (const SmaajobRecord *record, const SmaajobCitizen *with_citizen,
        const SmaajobOpening *with_opening)
{
  const SmaajobReplay cast = {vocabulary, with_citizen, with_opening};
  SmaajobError error;
  SmaajobSame same = {0};
  SmaajobMatch *match = smaajob_record_replay (record, &cast, &same, &error);

  ck_assert_msg (match != NULL, "%s", error.message);
  smaajob_match_free (match);
  return same;
}

START_TEST (scores_again_to_the_same_bytes)
{
  SmaajobRecord *record = make_record (&override_note);
  SmaajobSame same = replay (record, NULL, NULL);

  ck_assert (same.all && same.engine && same.model && same.citizen && same.opening);
  ck_assert (same.policy && same.vocabulary && same.result);
  smaajob_record_free (record);
}
END_TEST

START_TEST (the_minutes_of_travel_are_scored_again)
{
  static const char far[] =
      "{\"format\":\"smaajob.citizen/1\",\"id\":\"c-17\",\"travel\":{\"mode\":\"bike\","
      "\"max_minutes\":20}}";
  SmaajobCitizen *traveller = smaajob_citizen_new_from_json (vocabulary, far, strlen (far), NULL);
  const SmaajobPair pair = {traveller, opening, 25};
  SmaajobMatch *match = smaajob_match_new (&pair, policy, NULL);
  SmaajobRecord *record = smaajob_record_new (match, &note, NULL);

  ck_assert (replay (record, NULL, NULL).all);
  smaajob_record_free (record);
  smaajob_match_free (match);
  smaajob_citizen_free (traveller);
}
END_TEST

START_TEST (with_digests_only_the_inputs_are_given_again)
{
  SmaajobRecord *record = make_record (&digests_note);
  const SmaajobReplay nothing = {vocabulary, NULL, NULL}, half = {vocabulary, citizen, NULL};
  SmaajobError error;
  SmaajobSame same = {.all = true};

  ck_assert (!smaajob_record_is_whole (record));
  ck_assert_ptr_null (smaajob_record_source_to_json (record, SMAAJOB_SOURCE_CITIZEN, &error));
  assert_fault (&error, SMAAJOB_ERROR_MISSING, "/inputs");
  ck_assert_ptr_null (smaajob_record_replay (record, &nothing, &same, &error));
  assert_fault (&error, SMAAJOB_ERROR_MISSING, "/inputs/citizen");
  ck_assert_ptr_null (smaajob_record_replay (record, &half, &same, &error));
  assert_fault (&error, SMAAJOB_ERROR_MISSING, "/inputs/opening");
  ck_assert (same.all && !same.result);
  ck_assert (replay (record, citizen, opening).all);
  smaajob_record_free (record);
}
END_TEST

START_TEST (another_citizen_is_found_out)
{
  const SmaajobNote *const notes[] = {&note, &digests_note};

  for (size_t i = 0; i < COUNT (notes); i++) {
    SmaajobRecord *record = make_record (notes[i]);
    SmaajobSame same = replay (record, other_citizen, opening);

    ck_assert (!same.all && !same.citizen && !same.result);
    ck_assert (same.engine && same.model && same.opening && same.policy && same.vocabulary);
    smaajob_record_free (record);
  }
}
END_TEST

/* More words, none of which the pair uses; or, with a need of its own. */
static SmaajobVocabulary *
larger_vocabulary (void)
{
  const SmaajobCondition draught = {
      "draught", SMAAJOB_KIND_ENVIRONMENT, SMAAJOB_CONDITION_LIMIT, NULL, "Træk", "Draught", NULL,
      NULL};
  SmaajobVocabularyBuilder *builder = smaajob_vocabulary_builder_new (vocabulary, "2", NULL);
  SmaajobVocabulary *larger;

  ck_assert (smaajob_vocabulary_builder_add_condition (builder, &draught, NULL));
  larger = smaajob_vocabulary_builder_build (builder, NULL);
  smaajob_vocabulary_builder_free (builder);
  return larger;
}

START_TEST (another_vocabulary_is_found_out)
{
  SmaajobRecord *record = make_record (&note);
  SmaajobVocabulary *larger = larger_vocabulary ();
  const SmaajobReplay cast = {larger, NULL, NULL};
  SmaajobSame same;
  SmaajobMatch *match = smaajob_record_replay (record, &cast, &same, NULL);

  ck_assert (match != NULL && !same.all && !same.vocabulary);
  ck_assert (same.citizen && same.opening && same.policy && same.result);
  smaajob_match_free (match);
  smaajob_record_free (record);
  smaajob_vocabulary_free (larger);
}
END_TEST

START_TEST (a_word_that_the_vocabulary_lacks_is_told_with_its_place)
{
  static const char text[] =
      "{\"format\":\"smaajob.citizen/1\",\"id\":\"c-17\",\"needs\":[{\"condition\":\"draught\","
      "\"tolerates\":1,\"strength\":\"must\"}]}";
  SmaajobVocabulary *larger = larger_vocabulary ();
  SmaajobCitizen *sensitive = smaajob_citizen_new_from_json (larger, text, strlen (text), NULL);
  SmaajobOpening *there =
      smaajob_opening_new_from_json (larger, opening_text, strlen (opening_text), NULL);
  const SmaajobPair pair = {sensitive, there, SMAAJOB_UNKNOWN};
  const SmaajobReplay cast = {vocabulary, NULL, NULL}, mixed = {vocabulary, sensitive, NULL};
  SmaajobMatch *match = smaajob_match_new (&pair, policy, NULL);
  SmaajobRecord *record = smaajob_record_new (match, &note, NULL);
  SmaajobError error;
  SmaajobSame same;

  ck_assert_ptr_null (smaajob_record_replay (record, &cast, &same, &error));
  assert_fault (&error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/inputs/citizen/needs/0/condition");
  ck_assert_ptr_nonnull (strstr (error.message, "inputs.citizen.needs[0].condition: "));
  ck_assert_ptr_nonnull (strstr (error.message, "the vocabulary is another than the record's"));
  ck_assert_uint_eq (error.line, 0);
  ck_assert_ptr_null (smaajob_record_replay (record, &mixed, &same, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  smaajob_record_free (record);
  smaajob_match_free (match);
  smaajob_citizen_free (sensitive);
  smaajob_opening_free (there);
  smaajob_vocabulary_free (larger);
}
END_TEST

START_TEST (another_engine_and_another_result_are_told_apart)
{
  char *version = g_strconcat ("\"version\":\"", smaajob_get_version (), "\"", NULL);
  const struct {
    const char *from, *to;
    bool engine, result;
  } table[] = {
      {version, "\"version\":\"0.0.1\"", false, true},
      {"\"capacity_hours\":8", "\"capacity_hours\":9", true, false},
  };

  for (size_t i = 0; i < COUNT (table); i++) {
    char *text = signed_again (replaced (text_of (&note), table[i].from, table[i].to));
    SmaajobError error;
    SmaajobRecord *record = smaajob_record_new_from_json (text, strlen (text), &error);
    SmaajobSame same;

    ck_assert_msg (record != NULL, "%s", error.message);
    same = replay (record, NULL, NULL);
    ck_assert (!same.all && same.engine == table[i].engine && same.result == table[i].result);
    ck_assert (same.model && same.citizen && same.opening && same.policy && same.vocabulary);
    smaajob_record_free (record);
    smaajob_free (text);
  }
  free (version);
}
END_TEST

START_TEST (the_new_match_can_be_compared_with_the_old)
{
  SmaajobRecord *record = make_record (&note);
  const SmaajobReplay cast = {vocabulary, other_citizen, opening};
  SmaajobSame same, compared;
  SmaajobMatch *match = smaajob_record_replay (record, &cast, &same, NULL);
  char *old = smaajob_record_match_to_json (record, NULL);
  char *new = smaajob_match_to_json (match, NULL);
  SmaajobDifference *difference =
      smaajob_difference_new (old, strlen (old), new, strlen (new), NULL);

  ck_assert_ptr_nonnull (difference);
  compared = smaajob_difference_get_same (difference);
  ck_assert_int_eq (memcmp (&same, &compared, sizeof same), 0);
  smaajob_difference_free (difference);
  smaajob_free (old);
  smaajob_free (new);
  smaajob_match_free (match);
  smaajob_record_free (record);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
      scores_again_to_the_same_bytes,
      the_minutes_of_travel_are_scored_again,
      with_digests_only_the_inputs_are_given_again,
      another_citizen_is_found_out,
      another_vocabulary_is_found_out,
      a_word_that_the_vocabulary_lacks_is_told_with_its_place,
      another_engine_and_another_result_are_told_apart,
      the_new_match_can_be_compared_with_the_old,
  };
  Suite *suite = suite_create ("record");

  tcase_add_checked_fixture (add_case (suite, "replaying", tests, COUNT (tests)), set_up,
                             tear_down);
  return run_suite (suite);
}
