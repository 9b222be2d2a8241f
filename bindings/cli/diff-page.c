/* SPDX-License-Identifier: Apache-2.0 */
#include "diff.h"
#include "layout.h"
#include "sentence.h"

#include <string.h>

#define BEFORE SMAAJOB_MOMENT_BEFORE
#define AFTER  SMAAJOB_MOMENT_AFTER
#define ARROW  " → "

/* The page being written. */
typedef struct {
  GString *out;
  const SmaajobDifference *difference;
  const SmaajobVocabulary *vocabulary;
  Language language;
} Sheet;

static void
append_heading (const Sheet *sheet, const char *key)
{
  g_string_append_printf (sheet->out, "\n%s\n", text_get (sheet->language, key));
}

static void
append_line (const Sheet *sheet, const char *text)
{
  layout_append_wrapped (sheet->out, "  ", text, 2);
}

/* One text, or two with an arrow between. */
static char *
from_to (const char *before, const char *after)
{
  return strcmp (before, after) == 0 ? g_strdup (after) : g_strconcat (before, ARROW, after, NULL);
}

static char *
score_text (const Sheet *sheet, int thousandths)
{
  return thousandths == SMAAJOB_UNKNOWN ? g_strdup (text_get (sheet->language, "diff.no_score"))
                                        : layout_score (thousandths, sheet->language);
}

static char *
change_text (const Sheet *sheet, int change)
{
  g_autofree char *size = layout_score (ABS (change), sheet->language);

  return g_strconcat (change < 0 ? "−" : change > 0 ? "+" : " ", size, NULL);
}

static char *
hours_text (const Sheet *sheet, int minutes)
{
  return minutes == SMAAJOB_UNKNOWN ? g_strdup ("?") : layout_hours (minutes, sheet->language);
}

static Said
said_at (const Sheet *sheet, SmaajobMoment moment)
{
  return (Said){sheet->vocabulary, smaajob_difference_get_plan (sheet->difference, moment),
                sheet->language};
}

static void
append_pair (const Sheet *sheet)
{
  const SmaajobDifference *difference = sheet->difference;
  g_autofree char *citizen = from_to (smaajob_difference_get_citizen_id (difference, BEFORE),
                                      smaajob_difference_get_citizen_id (difference, AFTER));
  g_autofree char *opening = from_to (smaajob_difference_get_opening_id (difference, BEFORE),
                                      smaajob_difference_get_opening_id (difference, AFTER));
  g_autofree char *text =
      g_strdup_printf (text_get (sheet->language, "diff.pair"), citizen, opening);

  layout_append_wrapped (sheet->out, "", text, 0);
}

static void
append_same (const Sheet *sheet)
{
  const SmaajobSame same = smaajob_difference_get_same (sheet->difference);
  const struct {
    bool same;
    const char *key;
  } parts[] = {
      {same.engine, "diff.engine"},   {same.model, "diff.model"},
      {same.citizen, "diff.citizen"}, {same.opening, "diff.opening"},
      {same.policy, "diff.policy"},   {same.vocabulary, "diff.vocabulary"},
      {same.result, "diff.result"},
  };
  g_autoptr (GString) text = g_string_new (text_get (sheet->language, "diff.differs"));
  const char *comma = " ";

  if (same.all) {
    layout_append_wrapped (sheet->out, "", text_get (sheet->language, "diff.same"), 0);
    return;
  }
  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!parts[i].same) {
      g_string_append_printf (text, "%s%s", comma, text_get (sheet->language, parts[i].key));
      comma = ", ";
    }
  layout_append_wrapped (sheet->out, "", text->str, 0);
}

static void
append_number (const Sheet *sheet, const char *key, int before, int after)
{
  g_autofree char *was = score_text (sheet, before);
  g_autofree char *is = score_text (sheet, after);
  g_autofree char *text = from_to (was, is);

  g_string_append (sheet->out, "  ");
  layout_append_cell (sheet->out, text_get (sheet->language, key), 12, false);
  g_string_append_printf (sheet->out, "%s\n", text);
}

static void
append_total (const Sheet *sheet)
{
  const SmaajobScore before = smaajob_difference_get_score (sheet->difference, BEFORE);
  const SmaajobScore after = smaajob_difference_get_score (sheet->difference, AFTER);
  g_autofree char *verdict =
      from_to (text_named (sheet->language, "verdict.", smaajob_verdict_get_name (before.verdict)),
               text_named (sheet->language, "verdict.", smaajob_verdict_get_name (after.verdict)));

  g_string_append_printf (sheet->out, "\n%s\n", verdict);
  append_number (sheet, "diff.score", before.score, after.score);
  append_number (sheet, "diff.potential", before.potential, after.potential);
  append_number (sheet, "diff.low", before.low, after.low);
  append_number (sheet, "diff.high", before.high, after.high);
  append_number (sheet, "diff.coverage", before.coverage, after.coverage);
}

static void
append_move (const Sheet *sheet, int change, const char *about)
{
  g_autofree char *size = change_text (sheet, change);
  g_autofree char *lead = g_strconcat ("  ", size, "  ", NULL);

  layout_append_wrapped (sheet->out, lead, about, 10);
}

static void
append_items (const Sheet *sheet)
{
  const size_t n = smaajob_difference_get_n_items (sheet->difference);
  const Said said = said_at (sheet, AFTER);

  for (size_t i = 0; i < n; i++) {
    const SmaajobItemChange item = smaajob_difference_get_item_change_at (sheet->difference, i);
    g_autofree char *about = sentence_of_subject (&said, item.subject, item.task);
    g_autofree char *text = g_strconcat (text_named (sheet->language, "diff.criterion.",
                                                     smaajob_criterion_get_name (item.criterion)),
                                         ": ", about, NULL);

    if (item.change != 0)
      append_move (sheet, item.change, text);
  }
  append_move (sheet, smaajob_difference_get_change (sheet->difference),
               text_get (sheet->language, "diff.sum"));
}

static void
append_why (const Sheet *sheet)
{
  append_heading (sheet, "diff.why");
  if (!smaajob_difference_has_sum (sheet->difference))
    append_line (sheet, text_get (sheet->language, "diff.no_sum"));
  else if (smaajob_difference_get_change (sheet->difference) == 0 &&
           smaajob_difference_get_item_change_at (sheet->difference, 0).change == 0)
    append_line (sheet, text_get (sheet->language, "diff.not_moved"));
  else
    append_items (sheet);
}

/* A task as one of the matches has it. */
typedef struct {
  SmaajobMoment moment;
  bool has;
  SmaajobTaskVerdict verdict;
  int minutes;
} TaskAt;

static TaskAt
task_at (const SmaajobTaskChange *task, SmaajobMoment moment)
{
  return moment == BEFORE
             ? (TaskAt){BEFORE, task->has_before, task->verdict_before, task->minutes_before}
             : (TaskAt){AFTER, task->has_after, task->verdict_after, task->minutes_after};
}

/* Minutes on tasks that are ready for pay: where they are more than are paid, the rest is practice,
   and nobody has said on which. */
static int
count_ready_minutes (const Sheet *sheet, SmaajobMoment moment)
{
  int sum = 0;

  for (size_t i = 0; i < smaajob_difference_get_n_tasks (sheet->difference); i++) {
    const SmaajobTaskChange change = smaajob_difference_get_task_change_at (sheet->difference, i);
    const TaskAt task = task_at (&change, moment);

    if (task.has && task.verdict == SMAAJOB_TASK_PAID && task.minutes != SMAAJOB_UNKNOWN)
      sum += task.minutes;
  }
  return sum;
}

/* That a task is ready for pay does not say what its hours are. */
static const char *
kind_text (const Sheet *sheet, const TaskAt *task)
{
  const SmaajobPlan plan = smaajob_difference_get_plan (sheet->difference, task->moment);

  if (task->verdict != SMAAJOB_TASK_PAID || !plan.known || task->minutes <= 0)
    return "";
  if (plan.paid_minutes == 0)
    return text_get (sheet->language, "diff.kind.practice");
  return text_get (sheet->language, count_ready_minutes (sheet, task->moment) > plan.paid_minutes
                                        ? "diff.kind.partly"
                                        : "diff.kind.paid");
}

static char *
task_text (const Sheet *sheet, const TaskAt *task)
{
  g_autofree char *hours = NULL;

  if (!task->has)
    return g_strdup (text_get (sheet->language, "diff.not_there"));
  hours = hours_text (sheet, task->minutes);
  return g_strdup_printf (
      "%s, %s%s",
      text_named (sheet->language, "diff.task.", smaajob_task_verdict_get_name (task->verdict)),
      hours, kind_text (sheet, task));
}

static void
append_tasks (const Sheet *sheet)
{
  append_heading (sheet, "diff.tasks");
  for (size_t i = 0; i < smaajob_difference_get_n_tasks (sheet->difference); i++) {
    const SmaajobTaskChange task = smaajob_difference_get_task_change_at (sheet->difference, i);
    const TaskAt was = task_at (&task, BEFORE), is = task_at (&task, AFTER);
    g_autofree char *before = task_text (sheet, &was);
    g_autofree char *after = task_text (sheet, &is);
    g_autofree char *both = from_to (before, after);
    g_autofree char *text = g_strdup_printf ("%s: %s", task.id, both);

    append_line (sheet, text);
  }
}

static char *
plan_text (const Sheet *sheet, SmaajobMoment moment)
{
  const SmaajobPlan plan = smaajob_difference_get_plan (sheet->difference, moment);
  g_autofree char *paid = NULL;
  g_autofree char *practice = NULL;

  if (!plan.known)
    return g_strdup (text_get (sheet->language, "diff.no_plan"));
  paid = hours_text (sheet, plan.paid_minutes);
  practice = hours_text (sheet, plan.practice_minutes);
  return g_strdup_printf (text_get (sheet->language, "diff.hours"), paid, practice);
}

static void
append_plan (const Sheet *sheet)
{
  g_autofree char *before = plan_text (sheet, BEFORE);
  g_autofree char *after = plan_text (sheet, AFTER);
  g_autofree char *text = from_to (before, after);

  append_heading (sheet, "diff.week");
  append_line (sheet, text);
}

static void
append_reasons (const Sheet *sheet, SmaajobList list, SmaajobMoment moment)
{
  const size_t n = smaajob_difference_get_n_reasons (sheet->difference, list, moment);
  const Said said = said_at (sheet, moment);

  for (size_t i = 0; i < n; i++) {
    const SmaajobReason reason =
        smaajob_difference_get_reason_at (sheet->difference, list, moment, i);
    g_autofree char *text = sentence_of_reason (&said, &reason);

    layout_append_wrapped (sheet->out, moment == BEFORE ? "  − " : "  + ", text, 4);
  }
}

static void
append_list (const Sheet *sheet, const char *key, SmaajobList list)
{
  if (smaajob_difference_get_n_reasons (sheet->difference, list, BEFORE) +
          smaajob_difference_get_n_reasons (sheet->difference, list, AFTER) ==
      0)
    return;
  append_heading (sheet, key);
  append_reasons (sheet, list, BEFORE);
  append_reasons (sheet, list, AFTER);
}

static void
append_timing (const Sheet *sheet)
{
  g_autofree char *advice = from_to (
      text_named (
          sheet->language, "diff.advice.",
          smaajob_advice_get_name (smaajob_difference_get_advice (sheet->difference, BEFORE))),
      text_named (
          sheet->language, "diff.advice.",
          smaajob_advice_get_name (smaajob_difference_get_advice (sheet->difference, AFTER))));

  append_heading (sheet, "diff.timing");
  append_line (sheet, advice);
  append_reasons (sheet, SMAAJOB_LIST_TIMING, BEFORE);
  append_reasons (sheet, SMAAJOB_LIST_TIMING, AFTER);
}

static void
append_override (const Sheet *sheet, const SmaajobOverride *replaced)
{
  const char *verdict = replaced->verdict == SMAAJOB_UNKNOWN
                            ? NULL
                            : smaajob_verdict_get_name ((SmaajobVerdict) replaced->verdict);
  const char *advice = replaced->advice == SMAAJOB_UNKNOWN
                           ? NULL
                           : smaajob_advice_get_name ((SmaajobAdvice) replaced->advice);
  g_autofree char *decided =
      g_strdup_printf ("%s%s%s", verdict ? text_named (sheet->language, "verdict.", verdict) : "",
                       verdict && advice ? ", " : "",
                       advice ? text_named (sheet->language, "diff.advice.", advice) : "");
  g_autofree char *text = g_strdup_printf (text_get (sheet->language, "replay.override"),
                                           replaced->actor, decided, replaced->reason);

  layout_append_wrapped (sheet->out, "", text, 0);
}

static void
append_record (const Sheet *sheet, const SmaajobRecord *record)
{
  const SmaajobOverride replaced = smaajob_record_get_override (record);
  g_autofree char *text = g_strdup_printf (
      text_get (sheet->language, "replay.record"), smaajob_record_get_time (record),
      smaajob_record_get_actor (record), smaajob_record_get_engine_version (record),
      smaajob_record_get_model_version (record));

  layout_append_wrapped (sheet->out, "", text, 0);
  if (replaced.reason != NULL)
    append_override (sheet, &replaced);
}

void
diff_append_page (GString *out, const Shown *shown, Language language)
{
  const Sheet sheet = {out, shown->difference, shown->vocabulary, language};

  append_pair (&sheet);
  if (shown->record != NULL)
    append_record (&sheet, shown->record);
  append_same (&sheet);
  if (smaajob_difference_get_same (shown->difference).all)
    return;
  append_total (&sheet);
  append_why (&sheet);
  append_list (&sheet, "diff.blockers", SMAAJOB_LIST_BLOCKERS);
  append_timing (&sheet);
  append_tasks (&sheet);
  append_plan (&sheet);
  append_list (&sheet, "diff.attention", SMAAJOB_LIST_ATTENTION);
}
