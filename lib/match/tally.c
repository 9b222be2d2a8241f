/* SPDX-License-Identifier: Apache-2.0 */
#include "match/tally.h"

#define WHOLE_FLOOR ((Cost) 1 << 44) /* dearer than any floor, even shared among many tasks */

void
tally_init (Tally *tally, const SmaajobPolicy *policy, TalliedItem *items)
{
  *tally = (Tally){.policy = policy, .items = items, .best_task_high = UINT64_MAX};
}

static void
add_costs (CostBounds *sum, const CostBounds *cost, uint64_t times)
{
  sum->low += cost->low * times;
  sum->value += cost->value * times;
  sum->high += cost->high * times;
}

static CostBounds *
sum_of (Tally *tally, SmaajobCriterionId criterion)
{
  return criterion == SMAAJOB_CRITERION_COMPETENCE ? &tally->task : &tally->costs[criterion];
}

void
tally_add (Tally *tally, SmaajobCriterionId criterion, const Item *item)
{
  const SmaajobPolicy *policy = tally->policy;
  uint64_t stake = (uint64_t) policy->numbers[POLICY_WEIGHT_COMPETENCE + criterion] *
                   (uint32_t) policy->shares[item->strength];

  add_costs (sum_of (tally, criterion), &item->cost, 1);
  tally->all += stake;
  tally->known += item->known * stake;
  if (tally->items != NULL)
    tally->items[tally->n_items++] = (TalliedItem){*item, criterion, item->cost.value};
}

void
tally_add_untold (Tally *tally, SmaajobCriterionId criterion, Item *item, Cost prior)
{
  item->strength = SMAAJOB_STRENGTH_MUST;
  item->have = item->want = SMAAJOB_UNKNOWN;
  item_set_unknown (item, tally->policy, prior);
  tally_add (tally, criterion, item);
  sum_of (tally, criterion)->low += WHOLE_FLOOR;
}

void
tally_add_needs (Tally *tally, const Price *sum)
{
  const uint64_t weight = (uint64_t) tally->policy->numbers[POLICY_WEIGHT_ACCOMMODATION];
  const CostBounds cost = {sum->low, sum->value, sum->high};

  add_costs (&tally->costs[SMAAJOB_CRITERION_ACCOMMODATION], &cost, 1);
  tally->all += weight * (sum->shares >> PRICE_SHARE_BITS);
  tally->known += weight * (sum->shares & ((1u << PRICE_SHARE_BITS) - 1));
}

void
tally_end_task (Tally *tally, const SmaajobOpening *opening, int number)
{
  const Task *task = &opening_tasks (opening)[number];
  uint64_t minutes = (uint64_t) task->weight;

  add_costs (&tally->costs[SMAAJOB_CRITERION_COMPETENCE], &tally->task, minutes);
  if (tally->task.low > tally->worst_task_low)
    tally->worst_task_low = tally->task.low;
  if (tally->task.high < tally->best_task_high)
    tally->best_task_high = tally->task.high;
  for (size_t i = 0; tally->items != NULL && i < tally->n_items; i++)
    if (tally->items[i].item.task == number)
      tally->items[i].cost *= minutes;
  tally->minutes += minutes;
  tally->n_tasks++;
  tally->some_hours_unknown |= !task->hours_known;
  tally->task = (CostBounds){0};
}

/* The mean over the tasks' hours. Were some of those hours told, any task could come to weigh most.
 */
static void
close_competence (Tally *tally)
{
  CostBounds *sum = &tally->costs[SMAAJOB_CRITERION_COMPETENCE];

  if (tally->n_tasks == 0)
    return;
  sum->low /= tally->minutes;
  sum->value /= tally->minutes;
  sum->high /= tally->minutes;
  if (tally->some_hours_unknown && tally->n_tasks > 1) {
    sum->low = tally->worst_task_low;
    sum->high = tally->best_task_high;
  }
}

static Cost
at_most (Cost cost, Cost most)
{
  return cost < most ? cost : most;
}

void
tally_close (Tally *tally)
{
  close_competence (tally);
  for (int i = 0; i < N_CRITERIA; i++) {
    CostBounds *cost = &tally->costs[i];

    cost->low = at_most (cost->low, tally->policy->floor);
    cost->value = at_most (cost->value, tally->policy->floor);
    cost->high = at_most (cost->high, tally->policy->floor);
  }
}
