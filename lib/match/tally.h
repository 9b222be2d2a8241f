/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_TALLY_H
#define MATCH_TALLY_H

#include "match/pairing.h"

#define N_CRITERIA 6

/* An item as it is kept for a full match. */
typedef struct {
  Item item;
  SmaajobCriterionId criterion;
  uint64_t cost; /* in proportion to the other items of the criterion */
} TalliedItem;

/* The sum of what the items of a pair cost, by criterion. */
typedef struct {
  const SmaajobPolicy *policy;
  CostBounds costs[N_CRITERIA]; /* before the policy's weights, at most its floor once closed */
  uint64_t known, all;          /* weight · share of the items */
  TalliedItem *items;           /* NULL when the sum alone is wanted; else room for every item */
  size_t n_items;
  /* tasks weigh by their hours within competence */
  CostBounds task;                     /* the task being judged */
  Cost worst_task_low, best_task_high; /* of those judged */
  uint64_t minutes;                    /* of those judged */
  int n_tasks;
  bool some_hours_unknown;
} Tally;

void tally_init (Tally *tally, const SmaajobPolicy *policy, TalliedItem *items);
void tally_add (Tally *tally, SmaajobCriterionId criterion, const Item *item);
/* An item that stands for a whole list nobody has told: at worst the criterion is at the floor. */
void tally_add_untold (Tally *tally, SmaajobCriterionId criterion, Item *item, Cost prior);
/* Items of accommodation that nobody keeps, by the sum of their prices. */
void tally_add_needs (Tally *tally, const Price *sum);
/* The items added since the last task are of this one. */
void tally_end_task (Tally *tally, const SmaajobOpening *opening, int number);
void tally_close (Tally *tally);

#endif
