/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JUDGEMENT_HOURS_H
#define JUDGEMENT_HOURS_H

#include "judgement/item.h"

/* The hours that both sides ask for, in minutes a week; open ends are 0 and MANY_MINUTES. */
typedef struct {
  int citizen_min, citizen_max, citizen_limit; /* limit: what is left of it; max if there is none */
  int employer_min, employer_max;
  bool known; /* everything that decides the hours of the plan is stated, for every task */
} Hours;

/* For the tasks of the opening in tasks (bits). */
void hours_make (Hours *hours, const SmaajobCitizen *citizen, const SmaajobOpening *opening,
                 unsigned tasks);
Shortfall hours_shortfall_for_citizen (const Hours *hours, int minutes);
Shortfall hours_shortfall_for_employer (const Hours *hours, int minutes);
/* More hours than this are never chosen, whatever the capacity. */
int hours_find_most (const Hours *hours);
/* The whole quarter-hours, at most capacity, that cost the two criteria least; the largest such. */
int hours_choose (const Hours *hours, int capacity, const SmaajobPolicy *policy);

#endif
