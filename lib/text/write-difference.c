/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "text/difference.h"
#include "text/write.h"

static const char *const moment_names[N_MOMENTS] = {"before", "after"};

typedef const SmaajobDifference Difference;

static void
write_change_member (Writer *writer, Difference *difference, int change)
{
  write_name (writer, "change");
  if (difference->has_sum)
    write_change (writer, change);
  else
    write_null (writer);
}

static void
write_boolean_member (Writer *writer, const char *name, bool value)
{
  write_name (writer, name);
  write_boolean (writer, value);
}

static void
write_same (Writer *writer, const SmaajobSame *same)
{
  write_name (writer, "same");
  write_object (writer);
  write_boolean_member (writer, "all", same->all);
  write_boolean_member (writer, "engine", same->engine);
  write_boolean_member (writer, "model", same->model);
  write_boolean_member (writer, "citizen", same->citizen);
  write_boolean_member (writer, "opening", same->opening);
  write_boolean_member (writer, "policy", same->policy);
  write_boolean_member (writer, "vocabulary", same->vocabulary);
  write_boolean_member (writer, "result", same->result);
  write_object_end (writer);
}

static void
write_strings (Writer *writer, const char *name, const char *before, const char *after)
{
  write_name (writer, name);
  write_object (writer);
  write_string_member (writer, moment_names[0], before);
  write_string_member (writer, moment_names[1], after);
  write_object_end (writer);
}

static void
write_scores (Writer *writer, const char *name, int before, int after)
{
  write_name (writer, name);
  write_object (writer);
  write_score_member (writer, moment_names[0], before);
  write_score_member (writer, moment_names[1], after);
  write_object_end (writer);
}

static void
write_potential (Writer *writer, Difference *difference)
{
  write_name (writer, "potential");
  write_object (writer);
  for (int moment = 0; moment < N_MOMENTS; moment++)
    write_score_member (writer, moment_names[moment], difference->matches[moment].score.potential);
  write_change_member (writer, difference, smaajob_difference_get_change (difference));
  write_object_end (writer);
}

static void
write_total (Writer *writer, Difference *difference)
{
  const SmaajobScore *a = &difference->matches[0].score, *b = &difference->matches[1].score;

  write_strings (writer, "verdict", smaajob_verdict_get_name (a->verdict),
                 smaajob_verdict_get_name (b->verdict));
  write_scores (writer, "score", a->score, b->score);
  write_scores (writer, "low", a->low, b->low);
  write_scores (writer, "high", a->high, b->high);
  write_scores (writer, "coverage", a->coverage, b->coverage);
  write_potential (writer, difference);
  write_name (writer, "sides");
  write_object (writer);
  write_scores (writer, "citizen", a->side_citizen, b->side_citizen);
  write_scores (writer, "employer", a->side_employer, b->side_employer);
  write_object_end (writer);
}

static void
write_item_at (Writer *writer, const Comparison *item, int moment)
{
  if (!item->has[moment])
    return;
  write_name (writer, moment_names[moment]);
  write_object (writer);
  write_string_member (writer, "state", smaajob_state_get_name (item->items[moment].state));
  write_amount_member (writer, "have", item->items[moment].have);
  write_amount_member (writer, "want", item->items[moment].want);
  write_score_member (writer, "share", item->items[moment].share);
  write_score_member (writer, "loss", item->items[moment].loss);
  write_object_end (writer);
}

static void
write_items (Writer *writer, Difference *difference)
{
  write_name (writer, "items");
  write_array (writer);
  for (size_t i = 0; i < difference->n_items; i++) {
    const SmaajobItemChange item = smaajob_difference_get_item_change_at (difference, i);

    write_object (writer);
    write_string_member (writer, "criterion", smaajob_criterion_get_name (item.criterion));
    write_string_member (writer, "subject", item.subject);
    write_string_member (writer, "task", item.task);
    write_item_at (writer, &difference->items[i], SMAAJOB_MOMENT_BEFORE);
    write_item_at (writer, &difference->items[i], SMAAJOB_MOMENT_AFTER);
    write_change_member (writer, difference, item.change);
    write_object_end (writer);
  }
  write_array_end (writer);
}

static void
write_task_at (Writer *writer, SmaajobMoment moment, SmaajobTaskVerdict verdict, int minutes)
{
  write_name (writer, moment_names[moment]);
  write_object (writer);
  write_string_member (writer, "verdict", smaajob_task_verdict_get_name (verdict));
  write_hours_or_null_member (writer, "hours", minutes);
  write_object_end (writer);
}

static void
write_tasks (Writer *writer, Difference *difference)
{
  write_name (writer, "tasks");
  write_array (writer);
  for (size_t i = 0; i < difference->n_tasks; i++) {
    const SmaajobTaskChange *task = &difference->tasks[i];

    write_object (writer);
    write_string_member (writer, "id", task->id);
    if (task->has_before)
      write_task_at (writer, SMAAJOB_MOMENT_BEFORE, task->verdict_before, task->minutes_before);
    if (task->has_after)
      write_task_at (writer, SMAAJOB_MOMENT_AFTER, task->verdict_after, task->minutes_after);
    write_object_end (writer);
  }
  write_array_end (writer);
}

static void
write_reasons (Writer *writer, const char *name, const ReasonList *reasons)
{
  write_name (writer, name);
  write_array (writer);
  for (size_t i = 0; i < reasons->n; i++) {
    write_object (writer);
    write_string_member (writer, "code", smaajob_code_get_name (reasons->list[i].code));
    write_string_member (writer, "subject", reasons->list[i].subject);
    write_string_member (writer, "task", reasons->list[i].task);
    write_object_end (writer);
  }
  write_array_end (writer);
}

static void
write_list (Writer *writer, Difference *difference, SmaajobList list)
{
  write_reasons (writer, "removed", &difference->only[list][SMAAJOB_MOMENT_BEFORE]);
  write_reasons (writer, "added", &difference->only[list][SMAAJOB_MOMENT_AFTER]);
}

static void
write_timing (Writer *writer, Difference *difference)
{
  write_name (writer, "timing");
  write_object (writer);
  for (int moment = 0; moment < N_MOMENTS; moment++)
    write_string_member (writer, moment_names[moment],
                         smaajob_advice_get_name (difference->matches[moment].advice));
  write_list (writer, difference, SMAAJOB_LIST_TIMING);
  write_object_end (writer);
}

static void
write_plan_at (Writer *writer, Difference *difference, int moment)
{
  const SmaajobPlan *plan = &difference->matches[moment].plan;
  const int unknown = SMAAJOB_UNKNOWN;

  write_name (writer, moment_names[moment]);
  write_object (writer);
  write_hours_or_null_member (writer, "present_hours",
                              plan->known ? plan->present_minutes : unknown);
  write_hours_or_null_member (writer, "paid_hours", plan->known ? plan->paid_minutes : unknown);
  write_hours_or_null_member (writer, "practice_hours",
                              plan->known ? plan->practice_minutes : unknown);
  write_hours_or_null_member (writer, "capacity_hours", plan->capacity_minutes);
  write_hours_or_null_member (writer, "growth_to", plan->growth_minutes);
  write_object_end (writer);
}

static void
write_named_list (Writer *writer, const char *name, Difference *difference, SmaajobList list)
{
  write_name (writer, name);
  write_object (writer);
  write_list (writer, difference, list);
  write_object_end (writer);
}

static void
write_difference (Writer *writer, Difference *difference)
{
  const MatchDocument *matches = difference->matches;

  write_object (writer);
  write_string_member (writer, "format", "smaajob.difference/1");
  write_same (writer, &difference->same);
  write_strings (writer, "citizen", matches[0].citizen, matches[1].citizen);
  write_strings (writer, "opening", matches[0].opening, matches[1].opening);
  write_total (writer, difference);
  write_items (writer, difference);
  write_tasks (writer, difference);
  write_named_list (writer, "blockers", difference, SMAAJOB_LIST_BLOCKERS);
  write_timing (writer, difference);
  write_named_list (writer, "attention", difference, SMAAJOB_LIST_ATTENTION);
  write_name (writer, "plan");
  write_object (writer);
  write_plan_at (writer, difference, SMAAJOB_MOMENT_BEFORE);
  write_plan_at (writer, difference, SMAAJOB_MOMENT_AFTER);
  write_object_end (writer);
  write_object_end (writer);
}

char *
smaajob_difference_to_json (const SmaajobDifference *difference, SmaajobError *error)
{
  Writer writer = {0};

  if (difference == NULL) {
    error_argument (error, "difference is NULL, expected one");
    return NULL;
  }
  write_difference (&writer, difference);
  return writer_finish (&writer, error);
}
