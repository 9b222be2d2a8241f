/* SPDX-License-Identifier: Apache-2.0 */
/* For whom an explanation is, and what an employer may be told. */
#include "support-explain.h"

START_TEST (an_audience_that_is_not_known_is_told_which_are)
{
  static const struct {
    SmaajobAudience audience;
    SmaajobErrorCode code;
    const char *message;
  } rows[] = {
      {{(SmaajobReader) 3, "da", true, NULL},
       SMAAJOB_ERROR_RANGE,
       "reader: 3 is not one of caseworker, citizen, employer"},
      {{SMAAJOB_READER_CITIZEN, "sv", true, NULL},
       SMAAJOB_ERROR_RANGE,
       "language: sv is not one of da, en"},
      {{SMAAJOB_READER_CITIZEN, "", true, NULL},
       SMAAJOB_ERROR_RANGE,
       "language: a string of 0 bytes is not one of da, en"},
      {{SMAAJOB_READER_CITIZEN, NULL, true, NULL},
       SMAAJOB_ERROR_ARGUMENT,
       "language is NULL, expected one"},
      {{SMAAJOB_READER_EMPLOYER, "da", true, "env_noise,env_nose"},
       SMAAJOB_ERROR_UNKNOWN_CONCEPT,
       "disclosed: env_nose, expected a condition of the vocabulary"},
      {{SMAAJOB_READER_EMPLOYER, "da", true, "env_noise,"},
       SMAAJOB_ERROR_UNKNOWN_CONCEPT,
       "disclosed: a string of 0 bytes, expected a condition of the vocabulary"},
      {{SMAAJOB_READER_EMPLOYER, "da", true, ",env_noise"},
       SMAAJOB_ERROR_UNKNOWN_CONCEPT,
       "disclosed: a string of 0 bytes, expected a condition of the vocabulary"},
      {{SMAAJOB_READER_EMPLOYER, "da", true, "has a bad back"},
       SMAAJOB_ERROR_UNKNOWN_CONCEPT,
       "disclosed: a string of 14 bytes, expected a condition of the vocabulary"},
      {{SMAAJOB_READER_EMPLOYER, "da", true, "gate_age18"},
       SMAAJOB_ERROR_UNKNOWN_CONCEPT,
       "disclosed: gate_age18, expected a condition of the vocabulary"},
      {{SMAAJOB_READER_EMPLOYER, "da", true, "env_noise, "},
       SMAAJOB_ERROR_UNKNOWN_CONCEPT,
       "disclosed: a string of 0 bytes, expected a condition of the vocabulary"},
      {{SMAAJOB_READER_CASEWORKER, "da", true, "env_nose"},
       SMAAJOB_ERROR_UNKNOWN_CONCEPT,
       "disclosed: env_nose, expected a condition of the vocabulary"},
      {{SMAAJOB_READER_CITIZEN, "da", false, "env_nose"},
       SMAAJOB_ERROR_UNKNOWN_CONCEPT,
       "disclosed: env_nose, expected a condition of the vocabulary"},
  };
  SmaajobMatch *match = match_case ("ann");

  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert_ptr_null (smaajob_explain (match, &rows[i].audience, &error));
    ck_assert_int_eq (error.code, rows[i].code);
    ck_assert_str_eq (error.message, rows[i].message);
    ck_assert_ptr_null (smaajob_explain (match, &rows[i].audience, NULL));
  }
  ck_assert_ptr_null (smaajob_explain (match, NULL, &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_ARGUMENT);
  ck_assert_ptr_null (smaajob_explain (NULL, &rows[0].audience, &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_ARGUMENT);
  ck_assert_ptr_null (smaajob_explanation_to_json (NULL, &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_ARGUMENT);
  smaajob_match_free (match);
}
END_TEST

START_TEST (a_disclosed_word_of_the_longest_kind_is_read_and_one_byte_more_is_not)
{
  char ids[140];
  const SmaajobAudience audience = {SMAAJOB_READER_EMPLOYER, "da", false, ids};
  SmaajobMatch *match = match_case ("ann");

  for (size_t length = 128; length < 132; length++) {
    memset (ids, 'x', length);
    ids[length] = '\0';
    ck_assert_ptr_null (smaajob_explain (match, &audience, &error));
    ck_assert_int_eq (error.code, SMAAJOB_ERROR_UNKNOWN_CONCEPT);
  }
  smaajob_match_free (match);
}
END_TEST

/* The explanation as JSON, of what is disclosed. */
static char *
tell_json (const SmaajobMatch *match, SmaajobReader reader, const char *disclosed)
{
  const SmaajobAudience audience = {reader, "da", true, disclosed};
  SmaajobExplanation *explanation = smaajob_explain (match, &audience, &error);
  char *json = smaajob_explanation_to_json (explanation, &error);

  ck_assert_ptr_nonnull (json);
  smaajob_explanation_free (explanation);
  return json;
}

START_TEST (what_is_disclosed_matters_to_the_employer_alone)
{
  SmaajobMatch *match = match_case ("ann");

  for (int reader = SMAAJOB_READER_CASEWORKER; reader <= SMAAJOB_READER_EMPLOYER; reader++) {
    char *with = tell_json (match, (SmaajobReader) reader, "phy_pain"),
         *without = tell_json (match, (SmaajobReader) reader, NULL);

    ck_assert_int_eq (strcmp (with, without) == 0, reader != SMAAJOB_READER_EMPLOYER);
    smaajob_free (with);
    smaajob_free (without);
  }
  smaajob_match_free (match);
}
END_TEST

START_TEST (what_is_disclosed_may_have_spaces_around_it)
{
  SmaajobMatch *match = match_case ("ann");
  char *plain = tell_json (match, SMAAJOB_READER_EMPLOYER, "phy_pain,env_noise"),
       *spaced = tell_json (match, SMAAJOB_READER_EMPLOYER, "  phy_pain ,  env_noise ");

  ck_assert_str_eq (plain, spaced);
  smaajob_free (plain);
  smaajob_free (spaced);
  smaajob_match_free (match);
}
END_TEST

static bool
is_told (const SmaajobExplanation *explanation, const char *code)
{
  for (size_t i = 0; i < smaajob_explanation_get_n_paragraphs (explanation); i++)
    if (strcmp (smaajob_explanation_get_paragraph_at (explanation, i).code, code) == 0)
      return true;
  return false;
}

/* Whether anybody needs one or not: no need is behind it. */
START_TEST (the_employer_is_told_to_choose_a_contact_person_where_there_is_none)
{
  static const char opening[] = "{\"format\":\"smaajob.opening/1\",\"id\":\"o\",\"provisions\":"
                                "{\"sup_contact\":%d},\"tasks\":[{\"id\":\"t\"}]}";

  for (int offered = 0; offered <= 2; offered++) {
    char text[sizeof opening];
    SmaajobMatch *match;
    SmaajobExplanation *explanation;

    snprintf (text, sizeof text, opening, offered);
    match = match_texts ("{\"format\":\"smaajob.citizen/1\",\"id\":\"c\"}", text);
    explanation = explain (match, SMAAJOB_READER_EMPLOYER, "en");
    ck_assert_int_eq (is_told (explanation, "contact_person"), offered == 0);
    smaajob_explanation_free (explanation);
    smaajob_match_free (match);
  }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
      an_audience_that_is_not_known_is_told_which_are,
      a_disclosed_word_of_the_longest_kind_is_read_and_one_byte_more_is_not,
      what_is_disclosed_matters_to_the_employer_alone,
      what_is_disclosed_may_have_spaces_around_it,
      the_employer_is_told_to_choose_a_contact_person_where_there_is_none,
  };
  Suite *suite = suite_create ("audience");

  add_fixed_case (suite, "audience", tests, COUNT (tests));
  return run_suite (suite);
}
