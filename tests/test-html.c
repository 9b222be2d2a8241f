/* SPDX-License-Identifier: Apache-2.0 */
#include "support-data.h"

#include "text/explanation.h"
#include "text/texts.h"

#include <smaajob/smaajob.h>

#define MAX_VALUES 8
#define HOSTILE    "<b onclick=\"x('1')\">&amp;\n\t\x01\x7f</b>\xc3\xa6"
#define HARMLESS   "&lt;b onclick=&quot;x(&#39;1&#39;)&quot;&gt;&amp;amp;    &lt;/b&gt;\xc3\xa6"

/* A paragraph of an explanation that is made by hand. */
typedef struct {
  SmaajobParagraph head; /* with its text */
  SmaajobValue values[MAX_VALUES];
} Said;

static SmaajobError error;

static SmaajobExplanation *
explain (SmaajobReader reader, const char *language, const char *title)
{
  SmaajobExplanation *explanation = explanation_new (reader, texts_find_language (language));

  title_begin (explanation);
  paragraph_append (explanation, title, strlen (title));
  title_end (explanation);
  return explanation;
}

static void
say (SmaajobExplanation *explanation, const Said *said, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    paragraph_begin (explanation, &said[i].head);
    for (size_t k = 0; k < MAX_VALUES && said[i].values[k].name != NULL; k++)
      paragraph_add_value (explanation, said[i].values[k].name, said[i].values[k].number);
    paragraph_append (explanation, said[i].head.text, strlen (said[i].head.text));
    paragraph_end (explanation);
  }
}

static char *
page_of (const Said *said, size_t n, const char *language, const char *title)
{
  SmaajobExplanation *explanation = explain (SMAAJOB_READER_CASEWORKER, language, title);
  char *page;

  say (explanation, said, n);
  page = smaajob_explanation_to_html (explanation, &error);
  ck_assert_msg (page != NULL, "%s", error.message);
  smaajob_explanation_free (explanation);
  return page;
}

static void
assert_holds (const char *page, const char *text)
{
  ck_assert_msg (strstr (page, text) != NULL, "%s is not in the page", text);
}

static void
assert_lacks (const char *page, const char *text)
{
  ck_assert_msg (strstr (page, text) == NULL, "%s is in the page", text);
}

static size_t
count_of (const char *page, const char *text)
{
  size_t n = 0;

  while ((page = strstr (page, text)) != NULL) {
    page += strlen (text);
    n++;
  }
  return n;
}

/* Something in every section, with the numbers that are drawn. */
#define HEAD(section, depth, code, subject, task, text)                                            \
  {                                                                                                \
    SMAAJOB_SECTION_##section, depth, code, subject, task, text, 0                                 \
  }
static const Said everything[] = {
    {HEAD (VERDICT, 0, "fit", NULL, NULL, HOSTILE),
     {{"score", 700}, {"low", 512}, {"high", 815}, {"coverage", 999}, {"potential", 700}}},
    {HEAD (BLOCKERS, 0, "pay_refused", HOSTILE, HOSTILE, HOSTILE), {{0}}},
    {HEAD (TIMING, 0, "paid_now", NULL, NULL, HOSTILE), {{0}}},
    {HEAD (TIMING, 1, "value_shown", HOSTILE, HOSTILE, HOSTILE), {{0}}},
    {HEAD (TASKS, 0, "paid", NULL, HOSTILE, HOSTILE), {{"minutes", 720}}},
    {HEAD (TASKS, 1, "mastered", HOSTILE, NULL, HOSTILE), {{0}}},
    {HEAD (WEEK, 0, "plan", NULL, NULL, HOSTILE), {{"present", 285}}},
    {HEAD (WEEK, 1, "shift_paid", NULL, HOSTILE, HOSTILE),
     {{"day", 1}, {"from", 450}, {"to", 690}}},
    {HEAD (WEEK, 1, "shift_practice", NULL, HOSTILE, HOSTILE),
     {{"day", 7}, {"from", 1395}, {"to", 1440}}},
    {HEAD (SCORE, 0, "criterion", "competence", NULL, "Competence"),
     {{"weight", 400}, {"value", 700}, {"low", 512}, {"high", 815}, {"loss", 300}}},
    {HEAD (SCORE, 1, "short", HOSTILE, HOSTILE, HOSTILE), {{"share", 900}, {"loss", 180}}},
    {HEAD (SCORE, 1, "unknown", HOSTILE, HOSTILE, HOSTILE), {{"share", 500}, {"loss", 120}}},
    {HEAD (SCORE, 0, "criterion", "travel", NULL, HOSTILE),
     {{"weight", 50}, {"value", 1000}, {"low", 1000}, {"high", 1000}, {"loss", 0}}},
    {HEAD (ATTENTION, 0, "growth", HOSTILE, HOSTILE, HOSTILE), {{0}}},
    {HEAD (QUESTIONS, 0, "term_unknown", HOSTILE, NULL, HOSTILE),
     {{"best", 815}, {"worst", 512}, {"swing", 303}, {"decides", 1000}, {"ask", 0}}},
    {HEAD (QUESTIONS, 0, "hours_unknown", HOSTILE, NULL, HOSTILE),
     {{"best", SMAAJOB_UNKNOWN}, {"worst", SMAAJOB_UNKNOWN}, {"decides", 0}, {"ask", 2}}},
    {HEAD (LEVERS, 0, "lever", NULL, NULL, HOSTILE), {{"score", 800}, {"gain", 100}}},
    {HEAD (LEVERS, 1, "task_carved", HOSTILE, NULL, HOSTILE), {{"by", 1}}},
};

static char *
full_page (const char *language)
{
  return page_of (everything, COUNT (everything), language, HOSTILE);
}

START_TEST (every_special_character_is_escaped_wherever_it_stands)
{
  char *page = full_page ("da");

  assert_lacks (page, "<b onclick");
  assert_lacks (page, "\x01");
  assert_lacks (page, "\x7f");
  assert_lacks (page, "\t");
  assert_holds (page, "<title>" HARMLESS "</title>");
  assert_holds (page, "<h1>" HARMLESS "</h1>");
  ck_assert_uint_ge (count_of (page, HARMLESS), COUNT (everything));
  smaajob_free (page);
}
END_TEST

START_TEST (each_special_character_has_its_entity)
{
  const struct {
    const char *text, *escaped;
  } rows[] = {{"&", "<h1>&amp;</h1>"},
              {"<", "<h1>&lt;</h1>"},
              {">", "<h1>&gt;</h1>"},
              {"'", "<h1>&#39;</h1>"},
              {"\"", "<h1>&quot;</h1>"},
              {"\x1f", "<h1> </h1>"},
              {"", "<h1></h1>"},
              {"{t}", "<h1>{t}</h1>"},
              {"%s%n", "<h1>%s%n</h1>"},
              {"]]>", "<h1>]]&gt;"},
              {"\xe2\x80\x93", "\xe2\x80\x93</h1>"}};

  for (size_t i = 0; i < COUNT (rows); i++) {
    char *page = page_of (NULL, 0, "en", rows[i].text);

    assert_holds (page, rows[i].escaped);
    smaajob_free (page);
  }
}
END_TEST

START_TEST (the_same_explanation_gives_the_same_bytes)
{
  char *page = full_page ("en"), *again = full_page ("en"), *danish = full_page ("da");

  ck_assert_str_eq (page, again);
  ck_assert_str_ne (page, danish);
  smaajob_free (page);
  smaajob_free (again);
  smaajob_free (danish);
}
END_TEST

START_TEST (nothing_is_fetched_and_nothing_runs)
{
  static const char *const never[] = {"<script", "http://", "https://", "<link",   "<img",
                                      "@import", "src=",    "<form",    "url(http"};
  char *page = full_page ("da");

  for (size_t i = 0; i < COUNT (never); i++)
    assert_lacks (page, never[i]);
  assert_holds (page, "content=\"default-src 'none'; style-src 'unsafe-inline'\"");
  smaajob_free (page);
}
END_TEST

START_TEST (every_language_has_every_word_of_the_page)
{
  for (size_t i = 0; i < smaajob_get_n_languages (); i++) {
    const char *language = smaajob_get_language_at (i);
    char *page = full_page (language), lang[32];

    snprintf (lang, sizeof lang, "<html lang=\"%s\">", language);
    assert_holds (page, lang);
    /* a key without a text stands there itself */
    assert_lacks (page, ">html.");
    assert_lacks (page, "\"html.");
    smaajob_free (page);
  }
}
END_TEST

START_TEST (an_empty_explanation_is_a_short_page_that_says_so)
{
  char *danish = page_of (NULL, 0, "da", "Intet"), *english = page_of (NULL, 0, "en", "Nothing");

  assert_holds (danish, "<p class=\"empty\">Der er ikke noget at vise.");
  assert_holds (english, "<p class=\"empty\">There is nothing to show.");
  assert_lacks (english, "<section");
  assert_lacks (english, "<nav");
  assert_holds (english, "</html>\n");
  smaajob_free (danish);
  smaajob_free (english);
}
END_TEST

START_TEST (a_section_without_paragraphs_is_left_out_with_its_link)
{
  for (size_t i = 0; i < COUNT (everything); i++) {
    const char *name = smaajob_section_get_name (everything[i].head.section);
    char *page, id[32];

    if (everything[i].head.depth > 0)
      continue;
    page = page_of (&everything[i], 1, "en", "One");
    snprintf (id, sizeof id, "<section id=\"%s\"", name);
    assert_holds (page, id);
    ck_assert_uint_eq (count_of (page, "<section"), 1);
    ck_assert_uint_le (count_of (page, "<li><a href=\"#"), 1);
    assert_lacks (page, "class=\"empty\"");
    smaajob_free (page);
  }
}
END_TEST

START_TEST (a_shift_stands_at_its_hours_under_its_day)
{
  char *page = full_page ("da");

  /* from 07:00 to 24:00 are 17 hours; rows begin under the names of the days */
  assert_holds (page, "style=\"--days:7;--rows:68\"");
  assert_holds (page, "shift paid\" style=\"grid-column:2;grid-row:4/20\"><b>Løn</b>");
  assert_holds (page, "shift practice\" style=\"grid-column:8;grid-row:67/70\"><b>Praktik</b>");
  assert_holds (page, "07:30–11:30 <span>4 t</span>");
  assert_holds (page, "23:15–24:00 <span>0,75 t</span>");
  assert_holds (page, "<abbr title=\"Mandag\">Man</abbr>");
  smaajob_free (page);
}
END_TEST

START_TEST (hours_that_are_partly_practice_are_not_shown_as_paid)
{
  const Said split[] = {{HEAD (WEEK, 0, "plan", NULL, NULL, "Plan."), {{0}}},
                        {HEAD (WEEK, 1, "shift_partly", NULL, "repair", "?"),
                         {{"day", 2}, {"from", 600}, {"to", 900}}},
                        {HEAD (WEEK, 0, "same_task_split", NULL, NULL, "Split."), {{0}}}};
  const Said whole[] = {
      {HEAD (WEEK, 1, "shift_paid", NULL, "repair", "?"), {{"day", 2}, {"from", 600}, {"to", 900}}},
      {HEAD (WEEK, 1, "shift_swept", NULL, "sweep", "?"), {{"day", 2}, {"from", 0}, {"to", 900}}}};
  char *page = page_of (split, COUNT (split), "en", "Split"),
       *paid = page_of (whole, COUNT (whole), "en", "Paid");

  assert_holds (page, "class=\"shift partly\"");
  assert_holds (page, "<span class=\"kind partly\">Partly paid</span>");
  assert_holds (page, "<p>Split.</p>");
  assert_holds (paid, "<span class=\"kind paid\">Paid</span>");
  assert_lacks (paid, "sweep");
  smaajob_free (page);
  smaajob_free (paid);
}
END_TEST

START_TEST (a_week_without_shifts_has_no_calendar)
{
  const Said none[] = {
      {HEAD (WEEK, 0, "plan", NULL, NULL, "No hours."), {{"present", 0}}},
      {HEAD (WEEK, 1, "shift_paid", NULL, NULL, "?"), {{"day", 8}, {"from", 0}, {"to", 15}}},
      {HEAD (WEEK, 1, "shift_paid", NULL, NULL, "?"), {{"day", 1}, {"from", 15}, {"to", 15}}}};

  for (size_t n = 1; n <= COUNT (none); n++) {
    char *page = page_of (none, n, "en", "None");

    assert_holds (page, "<p>No hours.</p>");
    assert_lacks (page, "<table");
    assert_lacks (page, "class=\"week\"");
    smaajob_free (page);
  }
}
END_TEST

START_TEST (losses_fall_from_one_to_the_score)
{
  char *page = full_page ("en");

  assert_holds (page, "<line class=\"left\" x1=\"0\" y1=\"78\" x2=\"70.0%\"");
  assert_holds (page, "<rect class=\"unknown\" x=\"70.0%\" y=\"73\" width=\"12.0%\"");
  assert_holds (page, "<rect class=\"lost\" x=\"82.0%\" y=\"73\" width=\"18.0%\"");
  assert_holds (page, "Competence</text><text class=\"end\" x=\"100%\" y=\"66\">−0.300</text>");
  assert_holds (page, "1.000; Competence −0.300; " HARMLESS " 0.000; Score 0.700; "
                      "Once all is known 0.512–0.815</desc>");
  assert_holds (page, "<line x1=\"51.2%\" y1=\"");
  smaajob_free (page);
}
END_TEST

START_TEST (numbers_have_the_mark_of_the_language_but_not_in_lengths)
{
  char *page = full_page ("da");

  assert_holds (page, "0,512–0,815");
  assert_holds (page, "x2=\"81.5%\"");
  assert_holds (page, "<td class=\"n\">−0,120</td>");
  assert_holds (page, "<dd>99\xc2\xa0%</dd>");
  smaajob_free (page);
}
END_TEST

START_TEST (what_is_not_known_is_no_number)
{
  const Said unknown[] = {{HEAD (VERDICT, 0, "unclear", NULL, NULL, "?"),
                           {{"score", SMAAJOB_UNKNOWN},
                            {"low", SMAAJOB_UNKNOWN},
                            {"high", SMAAJOB_UNKNOWN},
                            {"coverage", 0},
                            {"potential", SMAAJOB_UNKNOWN}}},
                          {HEAD (SCORE, 0, "criterion", "travel", NULL, "?"), {{"weight", 50}}}};
  char *page = page_of (unknown, COUNT (unknown), "en", "Unknown");

  assert_lacks (page, ">-");
  assert_lacks (page, "−0.001");
  assert_lacks (page, "class=\"gauge\"");
  assert_lacks (page, "class=\"fall\"");
  assert_holds (page, "<td class=\"n\">–</td>");
  smaajob_free (page);
}
END_TEST

START_TEST (a_question_is_marked_when_it_decides)
{
  char *page = full_page ("en");

  ck_assert_uint_eq (count_of (page, "<strong class=\"decides\">Decides</strong>"), 1);
  assert_holds (page, "The score can become 0.512–0.815");
  ck_assert_uint_eq (count_of (page, "<ul class=\"questions\">"), 2);
  smaajob_free (page);
}
END_TEST

START_TEST (a_reader_has_words_of_its_own)
{
  SmaajobExplanation *explanation = explain (SMAAJOB_READER_CITIZEN, "da", "Dig");
  char *page;

  say (explanation, everything, COUNT (everything));
  page = smaajob_explanation_to_html (explanation, &error);
  assert_holds (page, "<span>Jobbet passer til dig</span>");
  smaajob_free (page);
  smaajob_explanation_free (explanation);
}
END_TEST

static const SmaajobExplanation *given;

static bool
make_page (SmaajobError *told)
{
  char *page = smaajob_explanation_to_html (given, told);

  smaajob_free (page);
  return page != NULL;
}

START_TEST (memory_that_runs_out_is_told)
{
  SmaajobExplanation *explanation = explain (SMAAJOB_READER_CASEWORKER, "en", "Memory");

  for (int i = 0; i < 20; i++)
    say (explanation, everything, COUNT (everything));
  given = explanation;
  assert_told_when_memory_runs_out (make_page);
  smaajob_explanation_free (explanation);
}
END_TEST

START_TEST (no_explanation_is_an_error)
{
  ck_assert_ptr_null (smaajob_explanation_to_html (NULL, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_explanation_to_html (NULL, NULL));
}
END_TEST

int
main (void)
{
  const TTest *const text[] = {every_special_character_is_escaped_wherever_it_stands,
                               each_special_character_has_its_entity,
                               the_same_explanation_gives_the_same_bytes,
                               nothing_is_fetched_and_nothing_runs,
                               every_language_has_every_word_of_the_page,
                               numbers_have_the_mark_of_the_language_but_not_in_lengths,
                               a_reader_has_words_of_its_own};
  const TTest *const parts[] = {an_empty_explanation_is_a_short_page_that_says_so,
                                a_section_without_paragraphs_is_left_out_with_its_link,
                                a_shift_stands_at_its_hours_under_its_day,
                                hours_that_are_partly_practice_are_not_shown_as_paid,
                                a_week_without_shifts_has_no_calendar,
                                losses_fall_from_one_to_the_score,
                                what_is_not_known_is_no_number,
                                a_question_is_marked_when_it_decides};
  const TTest *const faults[] = {memory_that_runs_out_is_told, no_explanation_is_an_error};
  Suite *suite = suite_create ("html");

  add_case (suite, "text", text, COUNT (text));
  add_case (suite, "parts", parts, COUNT (parts));
  add_case (suite, "faults", faults, COUNT (faults));
  return run_suite (suite);
}
