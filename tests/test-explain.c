/* SPDX-License-Identifier: Apache-2.0 */
#include "support-explain.h"

static const char *const cases[] = {
    "ann",     "ann-before-practice", "frederik-at-first", "frederik-later", "joergen", "lars",
    "nikolaj", "michael-handyman",    "michael-it",        "omar",           "samuel",
};

START_TEST (readers_and_sections_have_names_and_nothing_else_has)
{
  ck_assert_str_eq (smaajob_reader_get_name (SMAAJOB_READER_CASEWORKER), "caseworker");
  ck_assert_str_eq (smaajob_reader_get_name (SMAAJOB_READER_CITIZEN), "citizen");
  ck_assert_str_eq (smaajob_reader_get_name (SMAAJOB_READER_EMPLOYER), "employer");
  ck_assert_str_eq (smaajob_reader_get_name ((SmaajobReader) 3), "");
  ck_assert_str_eq (smaajob_section_get_name (SMAAJOB_SECTION_VERDICT), "verdict");
  ck_assert_str_eq (smaajob_section_get_name (SMAAJOB_SECTION_LEVERS), "levers");
  ck_assert_str_eq (smaajob_section_get_name ((SmaajobSection) 9), "");
}
END_TEST

/* Sections in order, what is within something behind it, and every sentence whole. */
static void
assert_well_formed (const SmaajobExplanation *explanation, const SmaajobMatch *match)
{
  SmaajobSection before = SMAAJOB_SECTION_VERDICT;
  bool opened = false;

  for (size_t i = 0; i < smaajob_explanation_get_n_paragraphs (explanation); i++) {
    const SmaajobParagraph said = smaajob_explanation_get_paragraph_at (explanation, i);

    ck_assert_int_ge (said.section, before);
    opened = said.section == before ? opened : false;
    ck_assert (said.depth == 0 || (said.depth == 1 && opened));
    opened = true;
    before = said.section;
    ck_assert_str_ne (said.code, "");
    ck_assert_msg (*said.text != '\0', "%s of %s", said.code, smaajob_match_get_citizen_id (match));
    ck_assert_msg (strpbrk (said.text, "{}_") == NULL, "%s", said.text);
    ck_assert (g_utf8_validate (said.text, -1, NULL));
    ck_assert_str_ne (smaajob_explanation_get_heading (explanation, said.section), "");
  }
}

START_TEST (every_case_is_told_in_whole_sentences_to_every_reader_in_every_language)
{
  for (size_t c = 0; c < COUNT (cases); c++) {
    SmaajobMatch *match = match_case (cases[c]);

    for (int reader = 0; reader <= SMAAJOB_READER_EMPLOYER; reader++)
      for (size_t l = 0; l < smaajob_get_n_languages (); l++) {
        SmaajobExplanation *explanation =
            explain (match, (SmaajobReader) reader, smaajob_get_language_at (l));

        assert_well_formed (explanation, match);
        ck_assert_uint_gt (smaajob_explanation_get_n_paragraphs (explanation), 1);
        ck_assert_int_eq (smaajob_explanation_get_reader (explanation), reader);
        ck_assert_str_eq (smaajob_explanation_get_language (explanation),
                          smaajob_get_language_at (l));
        smaajob_explanation_free (explanation);
      }
    smaajob_match_free (match);
  }
}
END_TEST

START_TEST (a_pair_of_which_nothing_is_known_is_told_in_whole_sentences)
{
  SmaajobMatch *match = match_unknown ();

  for (int reader = 0; reader <= SMAAJOB_READER_EMPLOYER; reader++) {
    SmaajobExplanation *explanation = explain (match, (SmaajobReader) reader, "da");

    assert_well_formed (explanation, match);
    smaajob_explanation_free (explanation);
  }
  smaajob_match_free (match);
}
END_TEST

static int
value_of (const SmaajobExplanation *explanation, size_t i, const char *name)
{
  SmaajobValue value;

  for (size_t k = 0; (value = smaajob_explanation_get_value_at (explanation, i, k)).name != NULL;
       k++)
    if (strcmp (value.name, name) == 0)
      return value.number;
  ck_abort_msg ("paragraph %zu has no %s", i, name);
  return 0;
}

static size_t
find_paragraph (const SmaajobExplanation *explanation, SmaajobSection section, const char *code)
{
  for (size_t i = 0; i < smaajob_explanation_get_n_paragraphs (explanation); i++) {
    const SmaajobParagraph said = smaajob_explanation_get_paragraph_at (explanation, i);

    if (said.section == section && strcmp (said.code, code) == 0)
      return i;
  }
  ck_abort_msg ("%s is not told", code);
  return 0;
}

START_TEST (numbers_stand_behind_the_words)
{
  SmaajobMatch *match = match_case ("joergen");
  const SmaajobScore score = smaajob_match_get_score (match);
  SmaajobExplanation *explanation = explain (match, SMAAJOB_READER_CASEWORKER, "da");
  size_t verdict = find_paragraph (explanation, SMAAJOB_SECTION_VERDICT, "fit");
  size_t plan = find_paragraph (explanation, SMAAJOB_SECTION_WEEK, "plan"), shifts = 0;

  ck_assert_int_eq (value_of (explanation, verdict, "score"), score.score);
  ck_assert_int_eq (value_of (explanation, verdict, "side_employer"), score.side_employer);
  ck_assert_int_eq (value_of (explanation, plan, "paid"), 12 * 60);
  ck_assert_int_eq (value_of (explanation, plan, "practice"), 4 * 60);
  for (size_t i = plan + 1;
       smaajob_explanation_get_paragraph_at (explanation, i).section == SMAAJOB_SECTION_WEEK; i++)
    shifts += (size_t) (value_of (explanation, i, "to") - value_of (explanation, i, "from"));
  ck_assert_uint_eq (shifts, 16 * 60);
  smaajob_explanation_free (explanation);
  smaajob_match_free (match);
}
END_TEST

START_TEST (hours_of_which_some_are_practice_are_partly_paid_in_words_and_in_code)
{
  static const struct {
    const char *language, *task, *shift;
  } rows[] = {
      {"en", "repair – partly paid, 20 h a week", "Mon 10:00–15:00  repair, partly paid"},
      {"da", "repair – delvis med løn, 20 t om ugen", "Man 10:00–15:00  repair, delvis med løn"}};
  SmaajobMatch *match = match_case ("frederik-later");

  for (size_t i = 0; i < COUNT (rows); i++)
    for (int reader = 0; reader <= SMAAJOB_READER_EMPLOYER; reader++) {
      SmaajobExplanation *told = explain (match, (SmaajobReader) reader, rows[i].language);
      size_t shift = find_paragraph (told, SMAAJOB_SECTION_WEEK, "shift_partly");

      ck_assert_str_eq (smaajob_explanation_get_paragraph_at (told, shift).text, rows[i].shift);
      if (reader == SMAAJOB_READER_EMPLOYER)
        ck_assert_str_eq (smaajob_explanation_get_paragraph_at (
                              told, find_paragraph (told, SMAAJOB_SECTION_TASKS, "partly"))
                              .text,
                          rows[i].task);
      smaajob_explanation_free (told);
    }
  smaajob_match_free (match);
}
END_TEST

START_TEST (it_keeps_nothing_of_the_match)
{
  SmaajobMatch *match = match_case ("joergen");
  SmaajobExplanation *explanation = explain (match, SMAAJOB_READER_CASEWORKER, "en");
  size_t task = find_paragraph (explanation, SMAAJOB_SECTION_TASKS, "paid");

  smaajob_match_free (match);
  smaajob_vocabulary_free (vocabulary);
  vocabulary = NULL;
  ck_assert_str_eq (smaajob_explanation_get_title (explanation),
                    "Citizen joergen, opening fruit-store");
  ck_assert_str_eq (smaajob_explanation_get_paragraph_at (explanation, task).text,
                    "boxes – ready for pay, 12 h a week with pay");
  ck_assert_str_eq (smaajob_explanation_get_paragraph_at (explanation, task).task, "boxes");
  ck_assert_str_eq (smaajob_explanation_get_heading (explanation, SMAAJOB_SECTION_TASKS), "Tasks");
  ck_assert_str_eq (smaajob_explanation_get_heading (explanation, (SmaajobSection) 9), "");
  smaajob_explanation_free (explanation);
}
END_TEST

START_TEST (indices_too_large_are_nothing)
{
  SmaajobMatch *match = match_case ("lars");
  SmaajobExplanation *explanation = explain (match, SMAAJOB_READER_CASEWORKER, "en");
  const size_t n = smaajob_explanation_get_n_paragraphs (explanation);

  ck_assert_ptr_null (smaajob_explanation_get_paragraph_at (explanation, n).code);
  ck_assert_ptr_null (smaajob_explanation_get_value_at (explanation, n, 0).name);
  ck_assert_ptr_null (smaajob_explanation_get_value_at (explanation, 0, 99).name);
  smaajob_explanation_free (explanation);
  smaajob_explanation_free (NULL);
  smaajob_match_free (match);
}
END_TEST

START_TEST (it_is_written_as_json_with_the_numbers_of_a_match)
{
  SmaajobMatch *match = match_case ("joergen");
  SmaajobExplanation *explanation = explain (match, SMAAJOB_READER_EMPLOYER, "en");
  char *json = smaajob_explanation_to_json (explanation, &error);

  ck_assert (g_str_has_prefix (
      json, "{\"format\":\"smaajob.explanation/1\",\"reader\":\"employer\",\"language\":\"en\","
            "\"title\":\"Opening fruit-store\",\"sections\":[{\"id\":\"tasks\",\"heading\":"
            "\"Tasks\",\"paragraphs\":[{\"code\":\"paid\",\"depth\":0,\"task\":\"boxes\",\"text\":"
            "\"boxes – paid, 12 h a week\",\"values\":{\"minutes\":720}},"));
  smaajob_free (json);
  smaajob_explanation_free (explanation);
  explanation = explain (match, SMAAJOB_READER_CASEWORKER, "en");
  json = smaajob_explanation_to_json (explanation, &error);
  ck_assert_ptr_nonnull (strstr (json, "\"values\":{\"score\":0.912,\"low\":0.912,"));
  ck_assert_ptr_nonnull (strstr (json, "\"values\":{\"have\":1,\"want\":3,\"share\":0.900,"));
  ck_assert_ptr_nonnull (strstr (json, "\"values\":{\"day\":1,\"from\":420,\"to\":660}"));
  smaajob_free (json);
  smaajob_explanation_free (explanation);
  smaajob_match_free (match);
}
END_TEST

START_TEST (what_is_said_twice_with_the_same_words_is_told_once)
{
  SmaajobExplanation *explanation = explanation_new (SMAAJOB_READER_CASEWORKER, 0);
  static const struct {
    int depth;
    const char *text;
  } said[] = {{0, "a"}, {1, "x"}, {1, "y"}, {1, "x"}, {0, "b"}, {1, "x"}, {0, "a"}};

  for (size_t i = 0; i < COUNT (said); i++) {
    paragraph_begin (explanation,
                     &(SmaajobParagraph){.depth = said[i].depth, .code = "c", .subject = "s"});
    paragraph_add_value (explanation, "n", (int) i);
    ck_assert (paragraph_is_empty (explanation));
    paragraph_append (explanation, said[i].text, 1);
    ck_assert (!paragraph_is_empty (explanation));
    paragraph_end_once (explanation);
  }
  ck_assert (explanation_has_memory (explanation));
  ck_assert_uint_eq (smaajob_explanation_get_n_paragraphs (explanation), 5);
  ck_assert_int_eq (smaajob_explanation_get_value_at (explanation, 4, 0).number, 5);
  smaajob_explanation_free (explanation);
}
END_TEST

static SmaajobMatch *made;
static SmaajobReader made_for;

static bool
explain_and_write (SmaajobError *told)
{
  const SmaajobAudience audience = {made_for, "da", true, "env_noise"};
  SmaajobExplanation *explanation = smaajob_explain (made, &audience, told);
  char *json = explanation == NULL ? NULL : smaajob_explanation_to_json (explanation, told);

  smaajob_explanation_free (explanation);
  smaajob_free (json);
  return json != NULL;
}

START_TEST (memory_that_runs_out_is_told)
{
  made = match_unknown ();
  for (made_for = SMAAJOB_READER_CASEWORKER; made_for <= SMAAJOB_READER_EMPLOYER; made_for++)
    assert_told_when_memory_runs_out (explain_and_write);
  smaajob_match_free (made);
}
END_TEST

int
main (void)
{
  const TTest *const told[] = {
      readers_and_sections_have_names_and_nothing_else_has,
      every_case_is_told_in_whole_sentences_to_every_reader_in_every_language,
      a_pair_of_which_nothing_is_known_is_told_in_whole_sentences,
      numbers_stand_behind_the_words,
      hours_of_which_some_are_practice_are_partly_paid_in_words_and_in_code,
      it_keeps_nothing_of_the_match,
      indices_too_large_are_nothing,
      it_is_written_as_json_with_the_numbers_of_a_match,
      what_is_said_twice_with_the_same_words_is_told_once,
      memory_that_runs_out_is_told,
  };
  Suite *suite = suite_create ("explain");

  add_fixed_case (suite, "told", told, COUNT (told));
  return run_suite (suite);
}
