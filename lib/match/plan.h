/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_PLAN_H
#define MATCH_PLAN_H

#include "match/schedule.h"
#include "match/score.h"
#include <smaajob/match.h>

/* A plan and the week it is laid in. */
typedef struct {
  SmaajobPlan hours;
  int minutes[OPENING_MAX_TASKS]; /* planned on each task */
  int practice_on_paid_tasks;     /* minutes */
  /* There is something for practice beside pay, whether or not that is accepted. */
  bool hybrid_wanted;
  Schedule schedule;
} Plan;

void plan_make (const Pairing *pairing, const Findings *findings, Plan *plan);

#endif
