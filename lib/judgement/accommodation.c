/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/accommodation.h"

#define MOST_TOLERANCE 4000

/* The answer to some questions cannot matter: everything is tolerated, nothing is required. */
static bool
is_always_met (const Need *need)
{
  return (need->type == SMAAJOB_CONDITION_LIMIT && need->value >= MOST_TOLERANCE) ||
         (need->type == SMAAJOB_CONDITION_PROVISION && need->value == 0);
}

/* A provision is the same on every task. */
static int32_t
find_worst (const int32_t *offered, unsigned core, bool *missing)
{
  int32_t worst = SMAAJOB_UNKNOWN;

  *missing = false;
  for (unsigned tasks = core; tasks != 0; tasks &= tasks - 1) {
    int32_t here = offered[__builtin_ctz (tasks)];

    *missing |= here == SMAAJOB_UNKNOWN;
    worst = here > worst ? here : worst;
  }
  return worst;
}

/* Which type it is cannot be foreseen, so there is no branch on it before something is missing. */
static Shortfall
shortfall_of_need (const Need *need, int32_t worst)
{
  bool provided = need->type == SMAAJOB_CONDITION_PROVISION;
  int32_t part = (worst - need->value) * (1 - 2 * provided);

  if ((worst == SMAAJOB_UNKNOWN) | (part <= 0))
    return 0;
  return shortfall_of (part, provided ? need->value
                             : need->type == SMAAJOB_CONDITION_CEILING
                                 ? worst
                                 : MOST_TOLERANCE - need->value);
}

static Cost
dearer (Cost a, Cost b)
{
  return a > b ? a : b;
}

/* Where a task has not told, what is known of the others stays: it is the least that is missing. */
void
need_judge (const Need *need, const SmaajobOpening *opening, unsigned core,
            const SmaajobPolicy *policy, Item *item)
{
  const int32_t *offered = opening_find_offered (opening, need->condition);
  bool missing;
  int32_t worst = find_worst (offered, core, &missing);
  Shortfall shortfall = shortfall_of_need (need, worst);

  item->subject = (Subject){SUBJECT_CONDITION, need->condition};
  item->task = NO_TASK;
  item->strength = need->strength;
  item->have = worst;
  item->want = need->value;
  item_set_known (item, policy, shortfall);
  missing &= !is_always_met (need);
  item->known = !missing | (shortfall == FIXED_ONE);
  item->cost.low = dearer (item->cost.low, missing * policy->whole[need->strength]);
  item->cost.value = dearer (item->cost.value, missing * policy->prior_other[need->strength]);
}

NeedState
need_on_task (const Need *need, const SmaajobOpening *opening, int task)
{
  int32_t exposure = opening_find_offered (opening, need->condition)[task];

  if (need->type == SMAAJOB_CONDITION_PROVISION || is_always_met (need))
    return NEED_KEPT;
  if (exposure == SMAAJOB_UNKNOWN)
    return NEED_UNKNOWN;
  return exposure <= need->value ? NEED_KEPT : NEED_EXCEEDED;
}

NeedState
need_at_workplace (const Need *need, const SmaajobOpening *opening)
{
  int32_t provision;

  if (need->type != SMAAJOB_CONDITION_PROVISION || is_always_met (need))
    return NEED_KEPT;
  provision = opening_find_provision (opening, need->condition);
  if (provision == SMAAJOB_UNKNOWN)
    return NEED_UNKNOWN;
  return provision >= need->value ? NEED_KEPT : NEED_EXCEEDED;
}
