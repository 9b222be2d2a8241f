/* SPDX-License-Identifier: Apache-2.0 */
#include "text/difference.h"

#include "match/nothing.h"

#define BEFORE SMAAJOB_MOMENT_BEFORE
#define AFTER  SMAAJOB_MOMENT_AFTER

/* What is read of no difference. */
static const MatchDocument no_match = {
    .citizen = "", .opening = "", .score = NO_SCORE, .plan = NO_PLAN};

/* A value outside the enum is the second. */
static const MatchDocument *
match_at (const SmaajobDifference *difference, SmaajobMoment moment)
{
  return difference == NULL ? &no_match : &difference->matches[moment != BEFORE];
}

SmaajobSame
smaajob_difference_get_same (const SmaajobDifference *difference)
{
  return difference == NULL ? (SmaajobSame){0} : difference->same;
}

const char *
smaajob_difference_get_citizen_id (const SmaajobDifference *difference, SmaajobMoment moment)
{
  return match_at (difference, moment)->citizen;
}

const char *
smaajob_difference_get_opening_id (const SmaajobDifference *difference, SmaajobMoment moment)
{
  return match_at (difference, moment)->opening;
}

SmaajobScore
smaajob_difference_get_score (const SmaajobDifference *difference, SmaajobMoment moment)
{
  return match_at (difference, moment)->score;
}

bool
smaajob_difference_has_sum (const SmaajobDifference *difference)
{
  return difference != NULL && difference->has_sum;
}

int
smaajob_difference_get_change (const SmaajobDifference *difference)
{
  return smaajob_difference_has_sum (difference) ? difference->matches[AFTER].score.potential -
                                                       difference->matches[BEFORE].score.potential
                                                 : 0;
}

size_t
smaajob_difference_get_n_items (const SmaajobDifference *difference)
{
  return difference == NULL ? 0 : difference->n_items;
}

SmaajobItemChange
smaajob_difference_get_item_change_at (const SmaajobDifference *difference, size_t i)
{
  const Comparison *item;

  if (i >= smaajob_difference_get_n_items (difference))
    return (SmaajobItemChange){0};
  item = &difference->items[i];
  return (SmaajobItemChange){
      .criterion = item->criterion,
      .subject = item->items[item->has[BEFORE] ? BEFORE : AFTER].subject,
      .task = item->items[item->has[BEFORE] ? BEFORE : AFTER].task,
      .has_before = item->has[BEFORE],
      .has_after = item->has[AFTER],
      .loss_before = item->items[BEFORE].loss,
      .loss_after = item->items[AFTER].loss,
      .change = item->change,
  };
}

SmaajobItem
smaajob_difference_get_item_at (const SmaajobDifference *difference, size_t i, SmaajobMoment moment)
{
  return i < smaajob_difference_get_n_items (difference)
             ? difference->items[i].items[moment != BEFORE]
             : (SmaajobItem){0};
}

size_t
smaajob_difference_get_n_tasks (const SmaajobDifference *difference)
{
  return difference == NULL ? 0 : difference->n_tasks;
}

SmaajobTaskChange
smaajob_difference_get_task_change_at (const SmaajobDifference *difference, size_t i)
{
  return i < smaajob_difference_get_n_tasks (difference) ? difference->tasks[i]
                                                         : (SmaajobTaskChange){0};
}

static const ReasonList *
find_list (const SmaajobDifference *difference, SmaajobList list, SmaajobMoment moment)
{
  static const ReasonList none = {NULL, 0};

  return difference != NULL && (unsigned) list < N_LISTS ? &difference->only[list][moment != BEFORE]
                                                         : &none;
}

size_t
smaajob_difference_get_n_reasons (const SmaajobDifference *difference, SmaajobList list,
                                  SmaajobMoment moment)
{
  return find_list (difference, list, moment)->n;
}

SmaajobReason
smaajob_difference_get_reason_at (const SmaajobDifference *difference, SmaajobList list,
                                  SmaajobMoment moment, size_t i)
{
  const ReasonList *reasons = find_list (difference, list, moment);

  return i < reasons->n ? reasons->list[i] : (SmaajobReason){SMAAJOB_CODE_NONE, NULL, NULL};
}

SmaajobPlan
smaajob_difference_get_plan (const SmaajobDifference *difference, SmaajobMoment moment)
{
  return match_at (difference, moment)->plan;
}

SmaajobAdvice
smaajob_difference_get_advice (const SmaajobDifference *difference, SmaajobMoment moment)
{
  return match_at (difference, moment)->advice;
}
