/* SPDX-License-Identifier: Apache-2.0 */
#include "match/match.h"

static SmaajobReason
reason_at (const Reasons *reasons, size_t i)
{
  return i < reasons->n ? reasons->list[i] : (SmaajobReason){SMAAJOB_CODE_NONE, NULL, NULL};
}

const char *
smaajob_match_get_citizen_id (const SmaajobMatch *match)
{
  return smaajob_citizen_get_id (match->citizen);
}

const char *
smaajob_match_get_opening_id (const SmaajobMatch *match)
{
  return smaajob_opening_get_id (match->opening);
}

SmaajobScore
smaajob_match_get_score (const SmaajobMatch *match)
{
  return match->score;
}

size_t
smaajob_match_get_n_blockers (const SmaajobMatch *match)
{
  return match->blockers.n;
}

SmaajobReason
smaajob_match_get_blocker_at (const SmaajobMatch *match, size_t i)
{
  return reason_at (&match->blockers, i);
}

size_t
smaajob_match_get_n_criteria (const SmaajobMatch *match)
{
  return sizeof match->criteria / sizeof *match->criteria;
}

SmaajobCriterion
smaajob_match_get_criterion_at (const SmaajobMatch *match, size_t i)
{
  return i < N_CRITERIA ? match->criteria[i] : (SmaajobCriterion){0};
}

SmaajobItem
smaajob_match_get_item_at (const SmaajobMatch *match, size_t criterion, size_t i)
{
  if (criterion >= N_CRITERIA || i >= match->criteria[criterion].n_items)
    return (SmaajobItem){0};
  return match->items[match->first_item[criterion] + i];
}

size_t
smaajob_match_get_n_tasks (const SmaajobMatch *match)
{
  return match->opening->n_tasks;
}

SmaajobTaskMatch
smaajob_match_get_task_at (const SmaajobMatch *match, size_t i)
{
  return i < match->opening->n_tasks ? match->tasks[i] : (SmaajobTaskMatch){0};
}

SmaajobReason
smaajob_match_get_task_reason_at (const SmaajobMatch *match, size_t task, size_t i)
{
  static const Reasons none = {NULL, 0};

  return reason_at (task < match->opening->n_tasks ? &match->task_reasons[task] : &none, i);
}

SmaajobPlan
smaajob_match_get_plan (const SmaajobMatch *match)
{
  return match->plan;
}

size_t
smaajob_match_get_n_shifts (const SmaajobMatch *match)
{
  return match->n_shifts;
}

SmaajobShift
smaajob_match_get_shift_at (const SmaajobMatch *match, size_t i)
{
  return i < match->n_shifts ? match->shifts[i] : (SmaajobShift){0};
}

SmaajobTiming
smaajob_match_get_timing (const SmaajobMatch *match)
{
  return (SmaajobTiming){match->advice, match->timing.n};
}

SmaajobReason
smaajob_match_get_timing_reason_at (const SmaajobMatch *match, size_t i)
{
  return reason_at (&match->timing, i);
}

size_t
smaajob_match_get_n_attention (const SmaajobMatch *match)
{
  return match->attention.n;
}

SmaajobReason
smaajob_match_get_attention_at (const SmaajobMatch *match, size_t i)
{
  return reason_at (&match->attention, i);
}
