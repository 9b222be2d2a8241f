/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JUDGEMENT_COMMON_TIME_H
#define JUDGEMENT_COMMON_TIME_H

#include "judgement/capacity.h"

/* The capacity of a pair, for several caps. Few tasks need no calendar: how long each of them can
   be done, and how long anything of all can, mostly says what the capacity is. */
#define FEW_TASKS 3
typedef struct {
  int n_tasks;
  int minutes_a_day; /* the citizen's cap */
  /* of few tasks: minutes a week in which each can be done, and in which any can */
  int alone[FEW_TASKS], any;
  const Week *weeks[FEW_TASKS], *available;
  Calendar calendar; /* of more */
} CommonTime;

void common_time_find (CommonTime *time, const SmaajobCitizen *citizen,
                       const SmaajobOpening *opening, const SmaajobPolicy *policy);
/* What capacity_find_up_to() says of the pair's calendar, on all days. */
int common_time_find_capacity (const CommonTime *time, const int *caps, int most);

#endif
