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

static int32_t
find_worst_exposure (const Offer *offer, bool *missing)
{
  int32_t worst = SMAAJOB_UNKNOWN;

  *missing = offer->exposures == NULL;
  for (unsigned tasks = *missing ? 0 : offer->core; tasks != 0; tasks &= tasks - 1) {
    int32_t exposure = offer->exposures[__builtin_ctz (tasks)];

    *missing |= exposure == SMAAJOB_UNKNOWN;
    worst = exposure > worst ? exposure : worst;
  }
  return worst;
}

static Shortfall
shortfall_of_exposure (const Need *need, int32_t exposure)
{
  if (exposure <= need->value)
    return 0;
  if (need->type == SMAAJOB_CONDITION_CEILING)
    return shortfall_of (exposure - need->value, exposure);
  return shortfall_of (exposure - need->value, MOST_TOLERANCE - need->value);
}

static void
judge_exposure (const Need *need, const Offer *offer, Shortfall prior, Item *item)
{
  bool missing;
  int32_t worst = find_worst_exposure (offer, &missing);
  Shortfall shortfall = shortfall_of_exposure (need, worst);

  item->have = worst;
  item_set_known (item, shortfall);
  if (missing && shortfall < FIXED_ONE) {
    item_set_unknown (item, prior > shortfall ? prior : shortfall);
    item->high = shortfall;
  }
}

static void
judge_provision (const Need *need, const Offer *offer, Shortfall prior, Item *item)
{
  int32_t provision = opening_find_provision (offer->opening, need->condition);

  item->have = provision;
  if (provision == SMAAJOB_UNKNOWN)
    item_set_unknown (item, prior);
  else if (provision >= need->value)
    item_set_known (item, 0);
  else
    item_set_known (item, shortfall_of (need->value - provision, need->value));
}

void
need_judge (const Need *need, const Offer *offer, const SmaajobPolicy *policy, Item *item)
{
  item->subject = (Subject){SUBJECT_CONDITION, need->condition};
  item->task = NO_TASK;
  item->share = policy->numbers[POLICY_SHARE_MUST + need->strength];
  item->want = need->value;
  if (need->type == SMAAJOB_CONDITION_PROVISION)
    judge_provision (need, offer, policy->prior_other, item);
  else
    judge_exposure (need, offer, policy->prior_other, item);
  if (is_always_met (need))
    item_set_known (item, 0);
}

NeedState
need_on_task (const Need *need, const int32_t *exposures, int task)
{
  if (need->type == SMAAJOB_CONDITION_PROVISION || is_always_met (need))
    return NEED_KEPT;
  if (exposures == NULL || exposures[task] == SMAAJOB_UNKNOWN)
    return NEED_UNKNOWN;
  return exposures[task] <= need->value ? NEED_KEPT : NEED_EXCEEDED;
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
