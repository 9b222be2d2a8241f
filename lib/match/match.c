/* SPDX-License-Identifier: Apache-2.0 */
#include "match/match.h"

#include "base/error.h"
#include "match/attention.h"
#include "match/blockers.h"
#include "match/timing.h"

#include <string.h>

/* Everything of a match that lives only while it is made. */
typedef struct {
  Pairing pairing;
  Tally tally;
  Findings findings;
  Plan plan;
  TalliedItem *items;
} Making;

static size_t
count_shifts (const Schedule *schedule)
{
  SmaajobWindow shift;
  int slot = 0, task;
  size_t n = 0;

  while (schedule_next_shift (schedule, &slot, &shift, &task))
    n++;
  return n;
}

/* One block: the match, its items, its shifts, and room for every list of reasons. */
static SmaajobMatch *
match_alloc (const Making *making)
{
  const Pairing *pairing = &making->pairing;
  size_t most = reasons_count_most (pairing->citizen, pairing->opening);
  size_t n_tasks = pairing->opening->n_tasks, n_shifts = count_shifts (&making->plan.schedule);
  SmaajobMatch *match =
      memory_new (sizeof *match + making->tally.n_items * sizeof *match->items +
                  n_shifts * sizeof *match->shifts + (3 + n_tasks) * most * sizeof (SmaajobReason));
  SmaajobReason *reasons;

  if (match == NULL)
    return NULL;
  reasons = (SmaajobReason *) (match + 1);
  match->blockers.list = reasons;
  match->timing.list = reasons + most;
  match->attention.list = reasons + 2 * most;
  for (size_t i = 0; i < n_tasks; i++)
    match->task_reasons[i].list = reasons + (3 + i) * most;
  match->items = (SmaajobItem *) (reasons + (3 + n_tasks) * most);
  match->shifts = (SmaajobShift *) (match->items + making->tally.n_items);
  return match;
}

static SmaajobState
state_of (const Item *item)
{
  if (!item->known)
    return SMAAJOB_STATE_UNKNOWN;
  return item->met ? SMAAJOB_STATE_MET : SMAAJOB_STATE_SHORT;
}

static void
fill_criterion (SmaajobMatch *match, const Making *making, SmaajobCriterionId id, size_t *n_items)
{
  const Tally *tally = &making->tally;
  SmaajobCriterion *criterion = &match->criteria[id];

  match->first_item[id] = *n_items;
  for (size_t i = 0; i < tally->n_items; i++)
    if (tally->items[i].criterion == id) {
      const Item *item = &tally->items[i].item;

      match->items[(*n_items)++] = (SmaajobItem){
          .subject = subject_get_name (&making->pairing, item->subject),
          .task = item->task == NO_TASK
                      ? NULL
                      : task_id (making->pairing.opening,
                                 &opening_tasks (making->pairing.opening)[item->task]),
          .state = state_of (item),
          .have = item->have,
          .want = item->want,
          .share = tally->policy->shares[item->strength],
      };
    }
  *criterion = (SmaajobCriterion){
      .id = id,
      .side = id == SMAAJOB_CRITERION_COMPETENCE || id == SMAAJOB_CRITERION_HOURS_EMPLOYER
                  ? SMAAJOB_SIDE_EMPLOYER
                  : SMAAJOB_SIDE_CITIZEN,
      .value = score_of (tally->costs[id].value, 1),
      .low = score_of (tally->costs[id].low, 1),
      .high = score_of (tally->costs[id].high, 1),
      .weight = tally->policy->numbers[POLICY_WEIGHT_COMPETENCE + id],
      .n_items = *n_items - match->first_item[id],
  };
}

/* The points of a criterion divided among its items, in the order they were tallied. */
static void
share_loss (SmaajobMatch *match, const Tally *tally, SmaajobCriterionId id, uint64_t *costs,
            int *losses)
{
  size_t n = 0;

  for (size_t i = 0; i < tally->n_items; i++)
    if (tally->items[i].criterion == id)
      costs[n++] = tally->items[i].cost;
  apportion (match->criteria[id].loss, costs, losses, n);
  for (size_t i = 0; i < n; i++)
    match->items[match->first_item[id] + i].loss = losses[i];
}

static bool
fill_losses (SmaajobMatch *match, const Tally *tally)
{
  uint64_t costs[N_CRITERIA];
  int losses[N_CRITERIA];
  uint64_t *scratch = memory_new (tally->n_items * (sizeof *scratch + sizeof *losses));

  if (scratch == NULL)
    return false;
  for (int i = 0; i < N_CRITERIA; i++)
    costs[i] =
        tally->costs[i].value * (uint64_t) tally->policy->numbers[POLICY_WEIGHT_COMPETENCE + i];
  if (match->score.potential != SMAAJOB_UNKNOWN)
    apportion (1000 - match->score.potential, costs, losses, N_CRITERIA);
  for (int i = 0; i < N_CRITERIA && match->score.potential != SMAAJOB_UNKNOWN; i++) {
    match->criteria[i].loss = losses[i];
    share_loss (match, tally, (SmaajobCriterionId) i, scratch, (int *) (scratch + tally->n_items));
  }
  memory_free (scratch);
  return true;
}

static void
fill_tasks (SmaajobMatch *match, const Making *making)
{
  const SmaajobOpening *opening = making->pairing.opening;
  TaskCause causes[TASK_MAX_CAUSES];

  for (int task = 0; task < opening->n_tasks; task++) {
    Reasons *reasons = &match->task_reasons[task];
    size_t n = task_explain (&making->pairing, task, causes);

    for (size_t i = 0; i < n; i++)
      reasons_add (reasons, &making->pairing, causes[i].code, causes[i].subject, NO_TASK);
    match->tasks[task] = (SmaajobTaskMatch){task_id (opening, &opening_tasks (opening)[task]),
                                            findings_get_verdict (&making->findings, task),
                                            making->plan.minutes[task], reasons->n};
  }
}

static void
fill_plan (SmaajobMatch *match, const Making *making)
{
  SmaajobWindow shift;
  int slot = 0, task;

  match->plan = making->plan.hours;
  while (schedule_next_shift (&making->plan.schedule, &slot, &shift, &task))
    match->shifts[match->n_shifts++] = (SmaajobShift){
        (SmaajobDay) shift.days, shift.from_minute, shift.to_minute,
        task_id (making->pairing.opening, &opening_tasks (making->pairing.opening)[task])};
}

static bool
match_fill (SmaajobMatch *match, const Making *making, const SmaajobScore *score)
{
  const Pairing *pairing = &making->pairing;
  size_t n_items = 0;

  match->score = *score;
  for (int i = 0; i < N_CRITERIA; i++)
    fill_criterion (match, making, (SmaajobCriterionId) i, &n_items);
  if (!fill_losses (match, &making->tally))
    return false;
  fill_tasks (match, making);
  fill_plan (match, making);
  blockers_list (pairing, &making->findings, &match->blockers);
  match->advice = timing_advise (pairing, &making->findings, &match->timing);
  attention_list (pairing, &making->findings, score, &making->plan, &match->attention);
  return true;
}

static SmaajobMatch *
match_make (Making *making)
{
  SmaajobScore score;
  SmaajobMatch *match;

  tally_init (&making->tally, making->pairing.policy, making->items);
  score = pairing_score (&making->pairing, &making->tally, &making->findings);
  plan_make (&making->pairing, &making->findings, &making->plan);
  match = match_alloc (making);
  if (match != NULL && !match_fill (match, making, &score)) {
    memory_free (match);
    match = NULL;
  }
  return match;
}

SmaajobMatch *
smaajob_match_new (const SmaajobPair *pair, const SmaajobPolicy *policy, SmaajobError *error)
{
  Making making;
  SmaajobMatch *match = NULL;

  if (!pair_check (pair, policy, error))
    return NULL;
  pairing_init (&making.pairing, pair, policy, pairing_all_tasks (pair->opening));
  making.items = memory_new (count_items (pair->citizen, pair->opening) * sizeof *making.items);
  if (making.items != NULL)
    match = match_make (&making);
  memory_free (making.items);
  if (match == NULL) {
    error_memory (error);
    return NULL;
  }
  match->citizen = citizen_take (pair->citizen);
  match->opening = opening_take (pair->opening);
  match->policy = policy_take (policy);
  match->travel_minutes = pair->travel_minutes;
  return match;
}

void
smaajob_match_free (SmaajobMatch *match)
{
  if (match == NULL)
    return;
  smaajob_citizen_free ((SmaajobCitizen *) match->citizen);
  smaajob_opening_free ((SmaajobOpening *) match->opening);
  smaajob_policy_free ((SmaajobPolicy *) match->policy);
  memory_free (match);
}
