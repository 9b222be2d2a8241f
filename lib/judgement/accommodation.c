/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/accommodation.h"

/* The answer to some questions cannot matter: everything is tolerated, nothing is required. */
static bool
is_always_met (const Need *need)
{
  return ((need->type == SMAAJOB_CONDITION_LIMIT) & (need->value == NEED_TOLERATES_ALL * 1000)) |
         ((need->type == SMAAJOB_CONDITION_PROVISION) & (need->value == 0));
}

static bool
is_missing (const Need *need, int32_t worst)
{
  bool provision = need->type == SMAAJOB_CONDITION_PROVISION;

  return (worst != SMAAJOB_UNKNOWN) & (provision ? worst < need->value : worst > need->value);
}

static Cost
dearer (Cost a, Cost b)
{
  return a > b ? a : b;
}

/* Where a task has not told, what is known of the others stays: it is the least that is missing. */
static void
judge_quantity (const Need *need, const int32_t *offered, unsigned core,
                const SmaajobPolicy *policy, Item *item)
{
  int32_t most = SMAAJOB_UNKNOWN;
  bool untold = false;

  for (unsigned tasks = core; tasks != 0; tasks &= tasks - 1) {
    int32_t here = offered[__builtin_ctz (tasks)];

    untold |= here == SMAAJOB_UNKNOWN;
    most = here > most ? here : most;
  }
  item_set_known (item, policy, most > need->value ? shortfall_of (most - need->value, most) : 0);
  item->have = most;
  if (!untold)
    return;
  item->known = most > need->value && need->value == 0;
  item->cost.low = dearer (item->cost.low, policy->whole[need->strength]);
  item->cost.value = dearer (item->cost.value, policy->prior_other[need->strength]);
}

/* The answer that is asked for most stands in the opening already. */
static unsigned
find_answer (const SmaajobOpening *opening, uint32_t condition, unsigned core)
{
  return core == opening->core ? opening_find_answer (opening, condition)
                               : answer_make (opening_find_offered (opening, condition), core);
}

static void
set_subject (const Need *need, Item *item)
{
  item->subject = (Subject){SUBJECT_CONDITION, need->condition};
  item->task = NO_TASK;
  item->strength = need->strength;
  item->want = need->value;
}

/* The answers that there are to a need of whole levels are few, and the policy has their prices. */
void
need_judge_answer (const Need *need, unsigned answer, const SmaajobPolicy *policy, Item *item)
{
  const Price *price = &policy->prices[need->kind][answer];

  set_subject (need, item);
  item->known = need_is_answered (need->kind, answer);
  item->have = answer_worst (answer);
  item->met = !is_missing (need, item->have);
  item->cost = (CostBounds){price->low, price->value, price->high};
}

void
need_judge (const Need *need, const SmaajobOpening *opening, unsigned core,
            const SmaajobPolicy *policy, Item *item)
{
  if (need->kind != NEED_OF_QUANTITY) {
    need_judge_answer (need, find_answer (opening, need->condition, core), policy, item);
    return;
  }
  set_subject (need, item);
  judge_quantity (need, opening_find_offered (opening, need->condition), core, policy, item);
}

/* Those of a quantity have a price of nothing: the loop is the same for all. */
void
needs_price (const SmaajobCitizen *citizen, const SmaajobOpening *opening,
             const SmaajobPolicy *policy, Price *sum)
{
  const Need *need = citizen_needs (citizen);

  *sum = (Price){0};
  for (size_t i = 0; i < citizen->n_needs; i++) {
    const Price *price =
        &policy->prices[need[i].kind][opening_find_answer (opening, need[i].condition)];

    sum->low += price->low;
    sum->value += price->value;
    sum->high += price->high;
    sum->shares += price->shares;
  }
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
