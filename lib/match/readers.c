/* SPDX-License-Identifier: Apache-2.0 */
#include "match/match.h"
#include "match/nothing.h"

static const Reasons none = {NULL, 0};

static SmaajobReason
reason_at (const Reasons *reasons, size_t i)
{
  return i < reasons->n ? reasons->list[i] : (SmaajobReason){SMAAJOB_CODE_NONE, NULL, NULL};
}

const char *
smaajob_match_get_citizen_id (const SmaajobMatch *match)
{
  return match == NULL ? "" : smaajob_citizen_get_id (match->citizen);
}

const char *
smaajob_match_get_opening_id (const SmaajobMatch *match)
{
  return match == NULL ? "" : smaajob_opening_get_id (match->opening);
}

SmaajobScore
smaajob_match_get_score (const SmaajobMatch *match)
{
  return match == NULL ? (SmaajobScore) NO_SCORE : match->score;
}

size_t
smaajob_match_get_n_blockers (const SmaajobMatch *match)
{
  return match == NULL ? 0 : match->blockers.n;
}

SmaajobReason
smaajob_match_get_blocker_at (const SmaajobMatch *match, size_t i)
{
  return reason_at (match == NULL ? &none : &match->blockers, i);
}

size_t
smaajob_match_get_n_criteria (const SmaajobMatch *match)
{
  return match == NULL ? 0 : N_CRITERIA;
}

SmaajobCriterion
smaajob_match_get_criterion_at (const SmaajobMatch *match, size_t i)
{
  return i < smaajob_match_get_n_criteria (match) ? match->criteria[i] : (SmaajobCriterion){0};
}

SmaajobItem
smaajob_match_get_item_at (const SmaajobMatch *match, size_t criterion, size_t i)
{
  if (criterion >= smaajob_match_get_n_criteria (match) || i >= match->criteria[criterion].n_items)
    return (SmaajobItem){0};
  return match->items[match->first_item[criterion] + i];
}

size_t
smaajob_match_get_n_tasks (const SmaajobMatch *match)
{
  return match == NULL ? 0 : match->opening->n_tasks;
}

SmaajobTaskMatch
smaajob_match_get_task_at (const SmaajobMatch *match, size_t i)
{
  return i < smaajob_match_get_n_tasks (match) ? match->tasks[i] : (SmaajobTaskMatch){0};
}

SmaajobReason
smaajob_match_get_task_reason_at (const SmaajobMatch *match, size_t task, size_t i)
{
  return reason_at (task < smaajob_match_get_n_tasks (match) ? &match->task_reasons[task] : &none,
                    i);
}

SmaajobPlan
smaajob_match_get_plan (const SmaajobMatch *match)
{
  return match == NULL ? (SmaajobPlan) NO_PLAN : match->plan;
}

size_t
smaajob_match_get_n_shifts (const SmaajobMatch *match)
{
  return match == NULL ? 0 : match->n_shifts;
}

SmaajobShift
smaajob_match_get_shift_at (const SmaajobMatch *match, size_t i)
{
  return i < smaajob_match_get_n_shifts (match) ? match->shifts[i] : (SmaajobShift){0};
}

SmaajobTiming
smaajob_match_get_timing (const SmaajobMatch *match)
{
  return match == NULL ? (SmaajobTiming){SMAAJOB_ADVICE_NOT_NOW, 0}
                       : (SmaajobTiming){match->advice, match->timing.n};
}

SmaajobReason
smaajob_match_get_timing_reason_at (const SmaajobMatch *match, size_t i)
{
  return reason_at (match == NULL ? &none : &match->timing, i);
}

size_t
smaajob_match_get_n_attention (const SmaajobMatch *match)
{
  return match == NULL ? 0 : match->attention.n;
}

SmaajobReason
smaajob_match_get_attention_at (const SmaajobMatch *match, size_t i)
{
  return reason_at (match == NULL ? &none : &match->attention, i);
}
