/* SPDX-License-Identifier: Apache-2.0 */
#include "results.h"

#include <stdio.h>

void
scores_fill (const void *data, uint64_t i, Row *row)
{
  const ScoresSource *source = data;
  size_t n = smaajob_market_get_n_openings (source->market);

  row_add_text (row, smaajob_caseload_get_citizen_id_at (source->caseload, source->first + i / n));
  row_add_text (row, smaajob_market_get_opening_id_at (source->market, i % n));
  row_add_score (row, &source->scores[i]);
}

/* The ranking that has row i: the last that does not begin after it. */
static size_t
find_ranking (const RankingsSource *source, uint64_t i)
{
  size_t low = 0, high = source->n;

  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;

    if (source->first[middle] <= i)
      low = middle;
    else
      high = middle;
  }
  return low;
}

void
rankings_fill (const void *data, uint64_t i, Row *row)
{
  const RankingsSource *source = data;
  size_t number = find_ranking (source, i);
  uint64_t rank = i - source->first[number];
  SmaajobRanked ranked = smaajob_ranking_get_ranked_at (source->rankings[number], rank);

  row_add_text (row, smaajob_ranking_get_id (source->rankings[number]));
  row_add_number (row, (int64_t) rank + 1);
  row_add_text (row, ranked.id);
  row_add_number (row, (int64_t) ranked.number);
  row_add_score (row, &ranked.score);
}

static void
add_reason (Row *list, SmaajobReason reason)
{
  Row row = row_begin_element (list);

  row_add_text (&row, smaajob_code_get_name (reason.code));
  row_add_text (&row, reason.subject);
  row_add_text (&row, reason.task);
  row_end_element (list, &row);
}

typedef SmaajobReason (*ReasonAt) (const SmaajobMatch *match, size_t i);

static void
add_reasons (Row *row, const SmaajobMatch *match, size_t n, ReasonAt at)
{
  Row list = row_begin_list (row);

  for (size_t i = 0; i < n; i++)
    add_reason (&list, at (match, i));
  row_end_list (row, &list);
}

static void
add_items (Row *row, const SmaajobMatch *match, size_t criterion, size_t n)
{
  Row list = row_begin_list (row);

  for (size_t i = 0; i < n; i++) {
    SmaajobItem item = smaajob_match_get_item_at (match, criterion, i);
    Row element = row_begin_element (&list);

    row_add_text (&element, item.subject);
    row_add_text (&element, item.task);
    row_add_text (&element, smaajob_state_get_name (item.state));
    row_add_thousandths (&element, item.have);
    row_add_thousandths (&element, item.want);
    row_add_thousandths (&element, item.share);
    row_add_thousandths (&element, item.loss);
    row_end_element (&list, &element);
  }
  row_end_list (row, &list);
}

static void
add_criteria (Row *row, const SmaajobMatch *match)
{
  Row list = row_begin_list (row);

  for (size_t i = 0; i < smaajob_match_get_n_criteria (match); i++) {
    SmaajobCriterion criterion = smaajob_match_get_criterion_at (match, i);
    Row element = row_begin_element (&list);

    row_add_text (&element, smaajob_criterion_get_name (criterion.id));
    row_add_text (&element, smaajob_side_get_name (criterion.side));
    row_add_thousandths (&element, criterion.value);
    row_add_thousandths (&element, criterion.low);
    row_add_thousandths (&element, criterion.high);
    row_add_thousandths (&element, criterion.weight);
    row_add_thousandths (&element, criterion.loss);
    add_items (&element, match, i, criterion.n_items);
    row_end_element (&list, &element);
  }
  row_end_list (row, &list);
}

static void
add_tasks (Row *row, const SmaajobMatch *match)
{
  Row list = row_begin_list (row);

  for (size_t i = 0; i < smaajob_match_get_n_tasks (match); i++) {
    SmaajobTaskMatch task = smaajob_match_get_task_at (match, i);
    Row element = row_begin_element (&list), reasons;

    row_add_text (&element, task.id);
    row_add_text (&element, smaajob_task_verdict_get_name (task.verdict));
    row_add_hours (&element, task.planned_minutes_per_week);
    reasons = row_begin_list (&element);
    for (size_t j = 0; j < task.n_reasons; j++)
      add_reason (&reasons, smaajob_match_get_task_reason_at (match, i, j));
    row_end_list (&element, &reasons);
    row_end_element (&list, &element);
  }
  row_end_list (row, &list);
}

static void
add_time (Row *row, int minute)
{
  char time[16];

  snprintf (time, sizeof time, "%02d:%02d", minute / 60, minute % 60);
  row_add_text (row, time);
}

static void
add_schedule (Row *row, const SmaajobMatch *match)
{
  static const char days[7][4] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  Row list = row_begin_list (row);

  for (size_t i = 0; i < smaajob_match_get_n_shifts (match); i++) {
    SmaajobShift shift = smaajob_match_get_shift_at (match, i);
    Row element = row_begin_element (&list);

    row_add_text (&element, days[__builtin_ctz ((unsigned) shift.day | 64u)]);
    add_time (&element, shift.from_minute);
    add_time (&element, shift.to_minute);
    row_add_text (&element, shift.task);
    row_end_element (&list, &element);
  }
  row_end_list (row, &list);
}

static void
add_plan (Row *row, const SmaajobMatch *match)
{
  SmaajobPlan plan = smaajob_match_get_plan (match);
  Row within = row_begin_struct (row);

  row_add_hours (&within, plan.known ? plan.present_minutes : SMAAJOB_UNKNOWN);
  row_add_hours (&within, plan.known ? plan.paid_minutes : SMAAJOB_UNKNOWN);
  row_add_hours (&within, plan.known ? plan.practice_minutes : SMAAJOB_UNKNOWN);
  row_add_hours (&within, plan.capacity_minutes);
  row_add_hours (&within, plan.growth_minutes);
  add_schedule (&within, match);
  row_end_struct (row, &within);
}

void
matches_fill (const void *data, uint64_t i, Row *row)
{
  const SmaajobMatch *match = ((const MatchesSource *) data)->matches[i];
  SmaajobScore score = smaajob_match_get_score (match);
  SmaajobTiming timing = smaajob_match_get_timing (match);
  Row within;

  row_add_text (row, smaajob_match_get_citizen_id (match));
  row_add_text (row, smaajob_match_get_opening_id (match));
  row_add_text (row, smaajob_verdict_get_name (score.verdict));
  add_reasons (row, match, smaajob_match_get_n_blockers (match), smaajob_match_get_blocker_at);
  row_add_numbers (row, &score);
  add_criteria (row, match);
  add_tasks (row, match);
  add_plan (row, match);
  within = row_begin_struct (row);
  row_add_text (&within, smaajob_advice_get_name (timing.advice));
  add_reasons (&within, match, timing.n_reasons, smaajob_match_get_timing_reason_at);
  row_end_struct (row, &within);
  add_reasons (row, match, smaajob_match_get_n_attention (match), smaajob_match_get_attention_at);
}
