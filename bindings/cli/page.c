/* SPDX-License-Identifier: Apache-2.0 */
#include "page.h"

#include "layout.h"
#include "points.h"

#include <string.h>

typedef void (*AppendParagraph) (const Sheet *sheet, size_t i, const SmaajobParagraph *paragraph);

static const char *
verdict_colour (const char *verdict)
{
  if (strcmp (verdict, "fit") == 0)
    return "1;32";
  return strcmp (verdict, "blocked") == 0 ? "1;31" : "1;33";
}

/* The verdict itself is what stands before the first dot. */
static void
append_verdict (const Sheet *sheet, size_t i, const SmaajobParagraph *paragraph)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  const char *dot = strstr (paragraph->text, " · ");
  const size_t n = dot ? (size_t) (dot - paragraph->text) : strlen (paragraph->text);
  g_autofree char *verdict = g_strndup (paragraph->text, n);

  (void) i;
  layout_append_wrapped (lines, "", paragraph->text, 0);
  sheet_append_coloured (sheet, verdict_colour (paragraph->code), verdict);
  g_string_append (sheet->out, lines->str + n);
}

static void
append_bullet (const Sheet *sheet, size_t i, const SmaajobParagraph *paragraph)
{
  (void) i;
  layout_append_wrapped (sheet->out, paragraph->depth > 0 ? "    - " : "  - ", paragraph->text,
                         paragraph->depth > 0 ? 6 : 4);
}

static void
append_line (const Sheet *sheet, size_t i, const SmaajobParagraph *paragraph)
{
  (void) i;
  layout_append_wrapped (sheet->out, paragraph->depth > 0 ? "  - " : "  ", paragraph->text,
                         paragraph->depth > 0 ? 4 : 2);
}

static void
append_task (const Sheet *sheet, size_t i, const SmaajobParagraph *paragraph)
{
  (void) i;
  layout_append_wrapped (sheet->out, paragraph->depth > 0 ? "    - " : "  ", paragraph->text,
                         paragraph->depth > 0 ? 6 : 2);
}

/* A day is said once, on the first of its lines. */
static void
append_week_line (const Sheet *sheet, size_t i, const SmaajobParagraph *paragraph)
{
  const char *space = strchr (paragraph->text, ' ');
  g_autoptr (GString) line = g_string_new (paragraph->text);

  if (paragraph->depth > 0 && i > 0 && space != NULL &&
      sheet_value (sheet, i, "day") == sheet_value (sheet, i - 1, "day")) {
    const guint width = layout_width (paragraph->text) - layout_width (space);

    g_string_printf (line, "%*s%s", (int) width, "", space);
  }
  layout_append_wrapped (sheet->out, "  ", line->str, 2);
}

/* Whether the advice waits for it: then it decides with other answers, if not alone. */
static bool
is_awaited (const Sheet *sheet, const char *subject)
{
  const size_t n = smaajob_explanation_get_n_paragraphs (sheet->explanation);

  for (size_t i = 0; i < n; i++) {
    const SmaajobParagraph said = smaajob_explanation_get_paragraph_at (sheet->explanation, i);

    if (strcmp (said.code, "must_unknown") == 0 && g_strcmp0 (said.subject, subject) == 0)
      return true;
  }
  return false;
}

static const char *
what_it_decides (const Sheet *sheet, size_t i, const char *subject)
{
  if (sheet_value (sheet, i, "decides") > 0)
    return text_get (sheet->language, "page.decides");
  return is_awaited (sheet, subject) ? text_get (sheet->language, "page.decides_with") : "";
}

static char *
question_text (const Sheet *sheet, size_t i, const SmaajobParagraph *paragraph)
{
  static const char *const asked[] = {"page.ask_employer", "page.ask_citizen",
                                      "page.ask_caseworker"};
  const int ask = sheet_value (sheet, i, "ask");

  return g_strdup_printf ("%s %s%s", paragraph->text,
                          text_get (sheet->language, asked[CLAMP (ask, 0, 2)]),
                          what_it_decides (sheet, i, paragraph->subject));
}

/* What decides without moving the score, or leaves none, is not worth 0. */
static char *
swing_text (const Sheet *sheet, size_t i, const SmaajobParagraph *paragraph, int points)
{
  const bool open = sheet_value (sheet, i, "worst") == SMAAJOB_UNKNOWN ||
                    (points == 0 && *what_it_decides (sheet, i, paragraph->subject) != '\0');

  return open ? g_strdup ("    –") : sheet_number (sheet, points);
}

/* With what the answer is worth, where that is told. */
static void
append_question (const Sheet *sheet, size_t i, const SmaajobParagraph *paragraph)
{
  g_autofree char *swing = NULL, *text = NULL, *lead = NULL;
  int points;

  if (!sheet_find_value (sheet, i, "swing", &points)) {
    append_bullet (sheet, i, paragraph);
    return;
  }
  swing = swing_text (sheet, i, paragraph, points);
  lead = g_strconcat ("   ", swing, NULL);
  text = question_text (sheet, i, paragraph);
  layout_append_wrapped (sheet->out, lead, text, 10);
}

static const AppendParagraph appenders[] = {
    [SMAAJOB_SECTION_VERDICT] = append_verdict,    [SMAAJOB_SECTION_BLOCKERS] = append_bullet,
    [SMAAJOB_SECTION_TIMING] = append_line,        [SMAAJOB_SECTION_TASKS] = append_task,
    [SMAAJOB_SECTION_WEEK] = append_week_line,     [SMAAJOB_SECTION_ATTENTION] = append_bullet,
    [SMAAJOB_SECTION_QUESTIONS] = append_question, [SMAAJOB_SECTION_LEVERS] = append_bullet,
};

/* From paragraph i to the end of its section; where the next one begins. */
static size_t
append_section (const Sheet *sheet, size_t i, SmaajobSection section)
{
  SmaajobParagraph paragraph = smaajob_explanation_get_paragraph_at (sheet->explanation, i);

  if (section != SMAAJOB_SECTION_VERDICT)
    sheet_append_heading (sheet, smaajob_explanation_get_heading (sheet->explanation, section));
  if (section == SMAAJOB_SECTION_SCORE)
    return points_append (sheet, i);
  for (; paragraph.code != NULL && paragraph.section == section;
       paragraph = smaajob_explanation_get_paragraph_at (sheet->explanation, ++i))
    appenders[section](sheet, i, &paragraph);
  return i;
}

void
page_append (GString *out, const SmaajobExplanation *explanation, Language language, bool colour)
{
  const Sheet sheet = {out, explanation, language, colour};

  layout_append_wrapped (out, "", smaajob_explanation_get_title (explanation), 0);
  for (size_t i = 0; i < smaajob_explanation_get_n_paragraphs (explanation);)
    i = append_section (&sheet, i, smaajob_explanation_get_paragraph_at (explanation, i).section);
}
