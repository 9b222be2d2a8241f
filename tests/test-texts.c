/* SPDX-License-Identifier: Apache-2.0 */
#include "support-data.h"

#include "text/texts.h"

#include <smaajob/smaajob.h>

START_TEST (a_text_is_found_by_its_key_in_its_language)
{
  ck_assert_str_eq (texts_get (texts_find_language ("da"), "advice.not_now"), "Ikke løn nu");
  ck_assert_str_eq (texts_get (texts_find_language ("en"), "advice.not_now"), "No talk of pay now");
  ck_assert_ptr_null (texts_get (texts_find_language ("da"), "advice.never"));
  ck_assert_ptr_null (texts_get (texts_find_language ("da"), ""));
  ck_assert_ptr_null (texts_get (-1, "advice.not_now"));
  ck_assert_int_eq (texts_find_language ("sv"), -1);
  ck_assert_int_eq (texts_find_language (""), -1);
}
END_TEST

START_TEST (languages_are_listed_and_found)
{
  ck_assert_uint_ge (smaajob_get_n_languages (), 2);
  for (size_t i = 0; i < smaajob_get_n_languages (); i++)
    ck_assert_int_eq (texts_find_language (smaajob_get_language_at (i)), (int) i);
  ck_assert_ptr_null (smaajob_get_language_at (smaajob_get_n_languages ()));
}
END_TEST

static const char *
find_text (int language, const char *prefix, const char *name, const char *reader)
{
  char key[512];

  snprintf (key, sizeof key, "%s.%s%s%s", prefix, name, *reader ? "." : "", reader);
  return texts_get (language, key);
}

START_TEST (every_code_has_a_text_for_the_caseworker_in_every_language)
{
  for (int language = 0; language < (int) smaajob_get_n_languages (); language++)
    for (int code = 1; code <= SMAAJOB_CODE_TERM_AGREED; code++) {
      const char *name = smaajob_code_get_name ((SmaajobCode) code);
      const char *prefix = code >= SMAAJOB_CODE_PROVISION_GIVEN  ? "lever"
                           : code >= SMAAJOB_CODE_CHOICE_UNKNOWN ? "question"
                                                                 : "code";
      bool told = find_text (language, prefix, name, "") != NULL ||
                  find_text (language, prefix, name, "caseworker") != NULL ||
                  find_text (language, prefix, name, "employer") != NULL ||
                  code == SMAAJOB_CODE_TERM_UNKNOWN;

      ck_assert_msg (told, "%s.%s", prefix, name);
    }
}
END_TEST

/* What can be asked as it stands, without the words of the vocabulary put into a frame. */
START_TEST (a_question_about_each_built_in_word_has_a_text_of_its_own)
{
  static const char *const terms[] = {"terms.paid", "terms.practice", "terms.hybrid",
                                      "terms.prospect", "terms.fleksjob"};
  SmaajobVocabulary *vocabulary = smaajob_vocabulary_new (NULL);
  char name[200];

  for (size_t i = 0; i < smaajob_vocabulary_get_n_conditions (vocabulary); i++) {
    const SmaajobCondition condition = smaajob_vocabulary_get_condition_at (vocabulary, i);

    snprintf (name, sizeof name, "%s.%s",
              condition.type == SMAAJOB_CONDITION_PROVISION ? "provision_unknown"
                                                            : "exposure_unknown",
              condition.id);
    ck_assert_msg (find_text (0, "question", name, "") != NULL, "%s", name);
  }
  for (size_t i = 0; i < smaajob_vocabulary_get_n_gates (vocabulary); i++) {
    snprintf (name, sizeof name, "gate_unknown.%s",
              smaajob_vocabulary_get_gate_at (vocabulary, i).id);
    ck_assert_msg (find_text (0, "question", name, "") != NULL, "%s", name);
  }
  for (size_t i = 0; i < COUNT (terms); i++)
    ck_assert_ptr_nonnull (find_text (0, "question.term_unknown", terms[i], ""));
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

int
main (void)
{
  const TTest *const texts[] = {
      a_text_is_found_by_its_key_in_its_language,
      languages_are_listed_and_found,
      every_code_has_a_text_for_the_caseworker_in_every_language,
      a_question_about_each_built_in_word_has_a_text_of_its_own,
  };
  Suite *suite = suite_create ("texts");

  add_case (suite, "texts", texts, COUNT (texts));
  return run_suite (suite);
}
