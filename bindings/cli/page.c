/* SPDX-License-Identifier: Apache-2.0 */
#include "page.h"

#include "layout.h"
#include "points.h"

#include <string.h>

#define TASK_WIDTH 16

static void
append_bullet (const Sheet *sheet, const char *sentence)
{
  layout_append_wrapped (sheet->out, "  ", sentence, 2);
}

static void
append_part (GString *line, char *part)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
  g_free (part);
}

static void
append_numbers (const Sheet *sheet, const char *key, int have, int want, GString *line)
{
  g_autofree char *have_text = sheet_number (sheet, have);
  g_autofree char *want_text = sheet_number (sheet, want);
  const Blanks blanks = {.have = have_text, .want = want_text};

  append_part (line, phrase_fill (&sheet->voice, key, &blanks));
}

static void
append_coverage (const Sheet *sheet, int coverage, GString *line)
{
  /* rounded down, so that 100 % means that everything is known */
  g_autofree char *percent = g_strdup_printf ("%d", coverage / 10);

  append_part (line, phrase_fill (&sheet->voice, "page.coverage", &(Blanks){.have = percent}));
}

static const char *
verdict_colour (SmaajobVerdict verdict)
{
  static const char *const colours[] = {"1;31", "1;33", "1;33", "1;32"};

  return colours[verdict];
}

static void
append_verdict (const Sheet *sheet, const SmaajobScore *score)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *name = smaajob_verdict_get_name (score->verdict);
  g_autofree char *verdict = layout_upper (text_named (sheet->voice.language, "verdict.", name));

  if (score->score == SMAAJOB_UNKNOWN)
    append_part (line, g_strdup (text_get (sheet->voice.language, "page.no_score")));
  else
    append_numbers (sheet, "page.score", score->score, 0, line);
  if (score->score == SMAAJOB_UNKNOWN && score->potential != SMAAJOB_UNKNOWN)
    append_numbers (sheet, "page.potential", score->potential, 0, line);
  append_coverage (sheet, score->coverage, line);
  sheet_append_coloured (sheet, verdict_colour (score->verdict), verdict);
  g_string_append (sheet->out, "  ");
  g_string_append (sheet->out, line->str);
  g_string_append_c (sheet->out, '\n');
}

static void
append_sides (const Sheet *sheet, const SmaajobScore *score)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (score->score != SMAAJOB_UNKNOWN && score->low != score->high)
    append_numbers (sheet, "page.bounds", score->low, score->high, line);
  if (line->len > 0)
    layout_append_wrapped (sheet->out, "", line->str, 0);
  g_string_truncate (line, 0);
  if (score->side_citizen == SMAAJOB_UNKNOWN || score->side_employer == SMAAJOB_UNKNOWN)
    return;
  append_numbers (sheet, "page.sides", score->side_citizen, score->side_employer, line);
  layout_append_wrapped (sheet->out, "", line->str, 0);
}

static void
append_head (const Sheet *sheet)
{
  const SmaajobScore score = smaajob_match_get_score (sheet->match);
  const Blanks blanks = {.subject = smaajob_match_get_citizen_id (sheet->match),
                         .task = smaajob_match_get_opening_id (sheet->match)};
  g_autofree char *pair = phrase_fill (&sheet->voice, "page.pair", &blanks);

  layout_append_wrapped (sheet->out, "", pair, 0);
  append_verdict (sheet, &score);
  append_sides (sheet, &score);
}

/* Several causes may be said with the same words: once is enough. */
static void
append_reason (const Sheet *sheet, GPtrArray *said, const SmaajobReason *reason)
{
  char *sentence = phrase_reason (&sheet->voice, reason, true);

  if (!g_ptr_array_find_with_equal_func (said, sentence, g_str_equal, NULL))
    layout_append_wrapped (sheet->out, "  - ", sentence, 4);
  g_ptr_array_add (said, sentence);
}

static void
append_reasons (const Sheet *sheet, size_t n,
                SmaajobReason (*reason_at) (const SmaajobMatch *match, size_t i))
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  for (size_t i = 0; i < n; i++) {
    const SmaajobReason reason = reason_at (sheet->match, i);

    append_reason (sheet, said, &reason);
  }
}

static void
append_blockers (const Sheet *sheet)
{
  const size_t n = smaajob_match_get_n_blockers (sheet->match);

  if (n > 0)
    sheet_append_heading (sheet, "page.blockers");
  append_reasons (sheet, n, smaajob_match_get_blocker_at);
}

static void
append_timing (const Sheet *sheet)
{
  const SmaajobTiming timing = smaajob_match_get_timing (sheet->match);
  const char *name = smaajob_advice_get_name (timing.advice);

  sheet_append_heading (sheet, "page.timing");
  append_bullet (sheet, text_named (sheet->voice.language, "advice.", name));
  append_reasons (sheet, timing.n_reasons, smaajob_match_get_timing_reason_at);
}

static void
append_task_reasons (const Sheet *sheet, size_t task, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    const SmaajobReason reason = smaajob_match_get_task_reason_at (sheet->match, task, i);
    const SmaajobReason next = smaajob_match_get_task_reason_at (sheet->match, task, i + 1);
    bool with_next;
    g_autofree char *sentence = phrase_task_reason (&sheet->voice, &reason, &next, &with_next);

    layout_append_wrapped (sheet->out, "    - ", sentence, 6);
    i += with_next;
  }
}

static void
append_task (const Sheet *sheet, size_t i)
{
  const SmaajobTaskMatch task = smaajob_match_get_task_at (sheet->match, i);
  const char *name = smaajob_task_verdict_get_name (task.verdict);
  g_autofree char *hours = layout_hours (task.planned_minutes_per_week, sheet->voice.language);
  g_autoptr (GString) lead = g_string_new ("  ");

  layout_append_cell (lead, task.id, TASK_WIDTH, false);
  g_string_append (lead, "  ");
  layout_append_cell (lead, text_named (sheet->voice.language, "task.", name), 20, false);
  layout_append_cell (lead, hours, 8, true);
  g_string_append (sheet->out, lead->str);
  g_string_append_c (sheet->out, '\n');
  append_task_reasons (sheet, i, task.n_reasons);
}

static void
append_tasks (const Sheet *sheet)
{
  sheet_append_heading (sheet, "page.tasks");
  for (size_t i = 0; i < smaajob_match_get_n_tasks (sheet->match); i++)
    append_task (sheet, i);
}

static void
append_hours (const Sheet *sheet, GString *line, const char *key, int minutes)
{
  g_autofree char *hours = layout_hours (minutes, sheet->voice.language);

  append_part (line, phrase_fill (&sheet->voice, key, &(Blanks){.have = hours}));
}

static void
append_plan (const Sheet *sheet, const SmaajobPlan *plan)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (plan->paid_minutes > 0)
    append_hours (sheet, line, "page.hours_paid", plan->paid_minutes);
  if (plan->practice_minutes > 0)
    append_hours (sheet, line, "page.hours_practice", plan->practice_minutes);
  if (plan->capacity_minutes != SMAAJOB_UNKNOWN)
    append_hours (sheet, line, "page.hours_capacity", plan->capacity_minutes);
  if (plan->growth_minutes != SMAAJOB_UNKNOWN)
    append_hours (sheet, line, "page.hours_growth", plan->growth_minutes);
  layout_append_wrapped (sheet->out, "  ", line->str, 2);
}

static void
append_shift (const Sheet *sheet, const SmaajobShift *shift, SmaajobDay before)
{
  g_autofree char *key = g_strdup_printf ("day.%d", (int) shift->day);
  g_autofree char *times =
      g_strdup_printf ("%02d:%02d–%02d:%02d", shift->from_minute / 60, shift->from_minute % 60,
                       shift->to_minute / 60, shift->to_minute % 60);
  g_autofree char *hours =
      layout_hours (shift->to_minute - shift->from_minute, sheet->voice.language);

  g_string_append (sheet->out, "  ");
  layout_append_cell (sheet->out, shift->day == before ? "" : text_get (sheet->voice.language, key),
                      5, false);
  layout_append_cell (sheet->out, times, 13, false);
  layout_append_cell (sheet->out, hours, 7, true);
  g_string_append (sheet->out, "  ");
  g_string_append (sheet->out, shift->task);
  g_string_append_c (sheet->out, '\n');
}

static void
append_week (const Sheet *sheet)
{
  const SmaajobPlan plan = smaajob_match_get_plan (sheet->match);
  const size_t n = smaajob_match_get_n_shifts (sheet->match);
  SmaajobShift before = {0};

  sheet_append_heading (sheet, "page.week");
  if (!plan.known || n == 0) {
    append_bullet (sheet,
                   text_get (sheet->voice.language, plan.known ? "page.no_shift" : "page.no_plan"));
    return;
  }
  append_plan (sheet, &plan);
  for (size_t i = 0; i < n; i++) {
    const SmaajobShift shift = smaajob_match_get_shift_at (sheet->match, i);

    append_shift (sheet, &shift, before.day);
    before = shift;
  }
}

static void
append_attention (const Sheet *sheet)
{
  const size_t n = smaajob_match_get_n_attention (sheet->match);

  if (n > 0)
    sheet_append_heading (sheet, "page.attention");
  append_reasons (sheet, n, smaajob_match_get_attention_at);
}

void
page_append_match (GString *out, const SmaajobMatch *match, const SmaajobVocabulary *vocabulary,
                   Language language, bool colour)
{
  const Sheet sheet = {out, match, {vocabulary, language}, colour};

  append_head (&sheet);
  append_blockers (&sheet);
  append_timing (&sheet);
  append_tasks (&sheet);
  append_week (&sheet);
  points_append (&sheet);
  points_append_items (&sheet, "page.for", SMAAJOB_STATE_MET);
  points_append_items (&sheet, "page.against", SMAAJOB_STATE_SHORT);
  points_append_items (&sheet, "page.unknown", SMAAJOB_STATE_UNKNOWN);
  append_attention (&sheet);
}
