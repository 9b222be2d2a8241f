/* SPDX-License-Identifier: Apache-2.0 */
#include "support-data.h"

#include <smaajob/smaajob.h>

static SmaajobVocabulary *vocabulary;
static SmaajobPolicy *policy;

/* Everything known, and met: one task of one requirement, one need of each type. */
#define CITIZEN                                                                                    \
  "{\"format\":\"smaajob.citizen/1\",\"id\":\"c\",\"competencies\":[{\"concept\":"                 \
  "\"esco:7e9daad3-8604-4839-af9b-dc6f8db3ef68\",\"level\":3,\"evidence\":\"observed\"}],"         \
  "\"needs\":[{\"condition\":\"env_noise\",\"tolerates\":2,\"strength\":\"must\"}],"               \
  "\"hours\":{\"min\":4,\"max\":8,\"limit\":10,\"committed\":0},"                                  \
  "\"availability\":[{\"days\":[\"mon\",\"tue\"],\"from\":\"08:00\",\"to\":\"12:00\"}]%s}"
#define OPENING                                                                                    \
  "{\"format\":\"smaajob.opening/1\",\"id\":\"o\",\"hours\":{\"min\":4,\"max\":10},"               \
  "\"tasks\":[{\"id\":\"shelves\",\"hours\":{\"max\":10},\"windows\":[{\"days\":[\"mon\","         \
  "\"tue\"],\"from\":\"08:00\",\"to\":\"16:00\"}],\"requires\":[{\"concept\":"                     \
  "\"esco:7e9daad3-8604-4839-af9b-dc6f8db3ef68\",\"level\":3,\"importance\":\"must\"}],"           \
  "\"exposures\":{\"env_noise\":2}}],\"terms\":{\"paid\":\"yes\"}%s}"

static SmaajobCitizen *
read_citizen (const char *more)
{
  char text[2000];

  snprintf (text, sizeof text, CITIZEN, more);
  return smaajob_citizen_new_from_json (vocabulary, text, strlen (text), NULL);
}

static SmaajobOpening *
read_opening (const char *more)
{
  char text[2000];

  snprintf (text, sizeof text, OPENING, more);
  return smaajob_opening_new_from_json (vocabulary, text, strlen (text), NULL);
}

static SmaajobScore
score_of_documents (const char *more_of_citizen, const char *more_of_opening, int travel_minutes)
{
  SmaajobCitizen *citizen = read_citizen (more_of_citizen);
  SmaajobOpening *opening = read_opening (more_of_opening);
  SmaajobPair pair = {citizen, opening, travel_minutes};
  SmaajobScore score;

  ck_assert (citizen != NULL && opening != NULL);
  ck_assert (smaajob_score (&pair, policy, &score, NULL));
  smaajob_citizen_free (citizen);
  smaajob_opening_free (opening);
  return score;
}

START_TEST (one_when_everything_is_known_and_met)
{
  SmaajobScore score = score_of_documents ("", "", SMAAJOB_UNKNOWN);

  ck_assert_int_eq (score.verdict, SMAAJOB_VERDICT_FIT);
  ck_assert_int_eq (score.score, 1000);
  ck_assert_int_eq (score.low, 1000);
  ck_assert_int_eq (score.high, 1000);
  ck_assert_int_eq (score.coverage, 1000);
  ck_assert_int_eq (score.potential, 1000);
  ck_assert_int_eq (score.side_citizen, 1000);
  ck_assert_int_eq (score.side_employer, 1000);
}
END_TEST

START_TEST (no_score_but_a_potential_when_blocked)
{
  SmaajobScore score = score_of_documents (",\"choice\":\"declined\"", "", SMAAJOB_UNKNOWN);

  ck_assert_int_eq (score.verdict, SMAAJOB_VERDICT_BLOCKED);
  ck_assert_int_eq (score.score, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (score.potential, 1000);
}
END_TEST

START_TEST (no_score_when_nothing_is_known)
{
  static const char empty[] = "{\"format\":\"smaajob.citizen/1\",\"id\":\"c\"}";
  SmaajobCitizen *citizen = smaajob_citizen_new_from_json (vocabulary, empty, strlen (empty), NULL);
  SmaajobOpening *opening = read_opening ("");
  SmaajobPair pair = {citizen, opening, SMAAJOB_UNKNOWN};
  SmaajobScore score;

  ck_assert (smaajob_score (&pair, policy, &score, NULL));
  ck_assert_int_eq (score.verdict, SMAAJOB_VERDICT_UNCLEAR);
  ck_assert_int_eq (score.coverage, 0);
  ck_assert_int_eq (score.score, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (score.potential, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (score.side_citizen, SMAAJOB_UNKNOWN);
  ck_assert_int_eq (score.high, 1000);
  smaajob_citizen_free (citizen);
  smaajob_opening_free (opening);
}
END_TEST

/* 30 minutes accepted: at 45 half is missing, so the factor 1 − 0.9·0.5 counts with weight 0.05. */
START_TEST (minutes_given_by_the_caller_decide_travel)
{
  static const char travels[] = ",\"travel\":{\"mode\":\"bike\",\"max_minutes\":30}";

  ck_assert_int_eq (score_of_documents (travels, "", 30).score, 1000);
  ck_assert_int_eq (score_of_documents (travels, "", 31).verdict, SMAAJOB_VERDICT_BLOCKED);
  ck_assert_int_eq (score_of_documents (travels, "", 45).potential, 971);
  ck_assert_int_lt (score_of_documents (travels, "", SMAAJOB_UNKNOWN).low, 1000);
}
END_TEST

START_TEST (every_blocker_is_found_also_when_no_hours_are_left)
{
  static const char none[] = "{\"format\":\"smaajob.citizen/1\",\"id\":\"c\",\"needs\":[],"
                             "\"hours\":{\"limit\":5,\"committed\":5},\"availability\":[]}";
  SmaajobCitizen *citizen = smaajob_citizen_new_from_json (vocabulary, none, strlen (none), NULL);
  SmaajobOpening *opening = read_opening ("");
  SmaajobPair pair = {citizen, opening, SMAAJOB_UNKNOWN};
  SmaajobMatch *match = smaajob_match_new (&pair, policy, NULL);

  ck_assert_uint_eq (smaajob_match_get_n_blockers (match), 2);
  ck_assert_int_eq (smaajob_match_get_blocker_at (match, 0).code, SMAAJOB_CODE_NO_COMMON_TIME);
  ck_assert_int_eq (smaajob_match_get_blocker_at (match, 1).code, SMAAJOB_CODE_LOAD_EXCEEDED);
  smaajob_match_free (match);
  smaajob_citizen_free (citizen);
  smaajob_opening_free (opening);
}
END_TEST

START_TEST (what_is_missing_is_told_and_the_score_left_alone)
{
  SmaajobCitizen *citizen = read_citizen ("");
  SmaajobOpening *opening = read_opening ("");
  const SmaajobPair whole = {citizen, opening, SMAAJOB_UNKNOWN};
  const SmaajobPair no_citizen = {NULL, opening, SMAAJOB_UNKNOWN};
  const SmaajobPair no_opening = {citizen, NULL, SMAAJOB_UNKNOWN};
  const SmaajobPair too_far = {citizen, opening, 1441}, too_near = {citizen, opening, -2};
  const struct {
    const SmaajobPair *pair;
    const SmaajobPolicy *policy;
    SmaajobErrorCode code;
  } rows[] = {
      {NULL, policy, SMAAJOB_ERROR_ARGUMENT},        {&no_citizen, policy, SMAAJOB_ERROR_ARGUMENT},
      {&no_opening, policy, SMAAJOB_ERROR_ARGUMENT}, {&whole, NULL, SMAAJOB_ERROR_ARGUMENT},
      {&too_far, policy, SMAAJOB_ERROR_RANGE},       {&too_near, policy, SMAAJOB_ERROR_RANGE},
  };
  SmaajobScore score = {.score = 123};
  SmaajobError error;

  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert (!smaajob_score (rows[i].pair, rows[i].policy, &score, &error));
    ck_assert_int_eq (error.code, rows[i].code);
    ck_assert_str_eq (error.pointer, rows[i].code == SMAAJOB_ERROR_RANGE ? "/travel_minutes" : "");
    ck_assert_int_eq (score.score, 123);
    ck_assert_ptr_null (smaajob_match_new (rows[i].pair, rows[i].policy, &error));
    ck_assert_int_eq (error.code, rows[i].code);
  }
  ck_assert (!smaajob_score (&whole, policy, NULL, &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_ARGUMENT);
  smaajob_citizen_free (citizen);
  smaajob_opening_free (opening);
}
END_TEST

START_TEST (two_vocabularies_do_not_belong_together)
{
  SmaajobVocabulary *mine = vocabulary;
  SmaajobCitizen *citizen = read_citizen ("");
  SmaajobOpening *opening;
  SmaajobPair pair;
  SmaajobScore score;
  SmaajobError error;

  vocabulary = smaajob_vocabulary_new (NULL);
  opening = read_opening ("");
  smaajob_vocabulary_free (vocabulary);
  vocabulary = mine;
  pair = (SmaajobPair){citizen, opening, SMAAJOB_UNKNOWN};
  ck_assert (!smaajob_score (&pair, policy, &score, &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_ARGUMENT);
  smaajob_citizen_free (citizen);
  smaajob_opening_free (opening);
}
END_TEST

START_TEST (scoring_takes_no_memory)
{
  SmaajobCitizen *citizen = read_citizen (",\"location\":{\"lat\":57,\"lon\":10},\"travel\":{"
                                          "\"mode\":\"car\",\"max_minutes\":30}");
  SmaajobOpening *opening = read_opening (",\"location\":{\"lat\":57.1,\"lon\":10}");
  SmaajobPair pair = {citizen, opening, SMAAJOB_UNKNOWN};
  SmaajobScore score;

  blocks_left = 0;
  ck_assert (smaajob_score (&pair, policy, &score, NULL));
  blocks_left = -1;
  ck_assert_int_eq (score.score, 1000);
  smaajob_citizen_free (citizen);
  smaajob_opening_free (opening);
}
END_TEST

START_TEST (every_verdict_has_a_name)
{
  ck_assert_str_eq (smaajob_verdict_get_name (SMAAJOB_VERDICT_BLOCKED), "blocked");
  ck_assert_str_eq (smaajob_verdict_get_name (SMAAJOB_VERDICT_FIT), "fit");
  ck_assert_str_eq (smaajob_verdict_get_name ((SmaajobVerdict) 99), "");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("score");
  TCase *total = tcase_create ("total"), *contract = tcase_create ("contract");
  SRunner *runner;
  int failed;

  vocabulary = smaajob_vocabulary_new (NULL);
  policy = smaajob_policy_new (NULL);
  tcase_add_test (total, one_when_everything_is_known_and_met);
  tcase_add_test (total, no_score_but_a_potential_when_blocked);
  tcase_add_test (total, no_score_when_nothing_is_known);
  tcase_add_test (total, minutes_given_by_the_caller_decide_travel);
  tcase_add_test (total, every_blocker_is_found_also_when_no_hours_are_left);
  tcase_add_test (contract, what_is_missing_is_told_and_the_score_left_alone);
  tcase_add_test (contract, two_vocabularies_do_not_belong_together);
  tcase_add_test (contract, scoring_takes_no_memory);
  tcase_add_test (contract, every_verdict_has_a_name);
  suite_add_tcase (suite, total);
  suite_add_tcase (suite, contract);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  smaajob_policy_free (policy);
  smaajob_vocabulary_free (vocabulary);
  return failed == 0 ? 0 : 1;
}
