/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_MATCH_H
#define MATCH_MATCH_H

#include "match/plan.h"
#include "match/reasons.h"

struct _SmaajobMatch {
  const SmaajobCitizen *citizen;
  const SmaajobOpening *opening;
  const SmaajobPolicy *policy;
  int travel_minutes; /* as the caller gave them */
  SmaajobScore score;
  SmaajobCriterion criteria[N_CRITERIA];
  size_t first_item[N_CRITERIA];
  SmaajobItem *items;
  SmaajobTaskMatch tasks[OPENING_MAX_TASKS];
  Reasons blockers, timing, attention, task_reasons[OPENING_MAX_TASKS];
  SmaajobAdvice advice;
  SmaajobPlan plan;
  SmaajobShift *shifts;
  size_t n_shifts;
};

#endif
