/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/accommodation.h"

#define MOST_TOLERANCE 4000

/* The answer to some questions cannot matter: everything is tolerated, nothing is required. Here as
   below nothing is decided by a branch that can be computed: which need it is cannot be foreseen.
 */
static bool
is_always_met (const Need *need)
{
  return ((need->type == SMAAJOB_CONDITION_LIMIT) & (need->value >= MOST_TOLERANCE)) |
         ((need->type == SMAAJOB_CONDITION_PROVISION) & (need->value == 0));
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

/* What is missing; UNKNOWN misses nothing that is known. */
static int32_t
find_missing (const Need *need, int32_t worst)
{
  bool provided = need->type == SMAAJOB_CONDITION_PROVISION;
  int32_t missing = (worst - need->value) * (1 - 2 * provided);

  return missing * ((worst != SMAAJOB_UNKNOWN) & (missing > 0));
}

/* What it is a part of. */
static int32_t
find_whole (const Need *need, int32_t missing)
{
  int32_t whole = need->type == SMAAJOB_CONDITION_CEILING ? need->value + missing
                                                          : MOST_TOLERANCE - need->value;

  return need->type == SMAAJOB_CONDITION_PROVISION ? need->value : whole;
}

/* Tolerances and provisions are whole and few; only a quantity needs a division. */
static void
set_missing (Item *item, const Need *need, uint32_t missing, uint32_t whole,
             const SmaajobPolicy *policy)
{
  Cost cost;

  if (need->type == SMAAJOB_CONDITION_CEILING) {
    item_set_known (item, policy, missing == 0 ? 0 : shortfall_of (missing, whole));
    return;
  }
  cost = policy->parts[need->strength][whole / 1000][missing / 1000];
  item->known = true;
  item->met = missing == 0;
  item->cost = (CostBounds){cost, cost, cost};
}

static Cost
dearer (Cost a, Cost b)
{
  return a > b ? a : b;
}

/* Of nothing nothing can be missing: the answer does not matter, as is_always_met() says of it.
   Where a task has not told, what is known of the others stays: it is the least that is missing. */
void
need_judge (const Need *need, const SmaajobOpening *opening, unsigned core,
            const SmaajobPolicy *policy, Item *item)
{
  const int32_t *offered = opening_find_offered (opening, need->condition);
  bool untold;
  int32_t worst = find_worst (offered, core, &untold), missing = find_missing (need, worst);
  int32_t whole = find_whole (need, missing);

  item->subject = (Subject){SUBJECT_CONDITION, need->condition};
  item->task = NO_TASK;
  item->strength = need->strength;
  item->have = worst;
  item->want = need->value;
  set_missing (item, need, (uint32_t) missing, (uint32_t) whole, policy);
  untold &= (need->type == SMAAJOB_CONDITION_CEILING) | (whole > 0);
  item->known = (!untold) | ((missing > 0) & (missing == whole));
  item->cost.low = dearer (item->cost.low, untold * policy->whole[need->strength]);
  item->cost.value = dearer (item->cost.value, untold * policy->prior_other[need->strength]);
}

NeedState
need_on_task (const Need *need, const SmaajobOpening *opening, int task)
{
  int32_t exposure = opening_find_offered (opening, need->condition)[task];
  bool kept = (need->type == SMAAJOB_CONDITION_PROVISION) | is_always_met (need);
  NeedState told = exposure <= need->value ? NEED_KEPT : NEED_EXCEEDED;

  told = exposure == SMAAJOB_UNKNOWN ? NEED_UNKNOWN : told;
  return kept ? NEED_KEPT : told;
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
