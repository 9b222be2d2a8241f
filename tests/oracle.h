/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_ORACLE_H
#define TESTS_ORACLE_H

#include "judgement/capacity.h"

/* What a week can hold, found by plain search: slow, and made of nothing that it is to check. */

typedef struct {
  bool has[WEEK_DAYS * WEEK_SLOTS];
} SlotSet;

/* The maximum flow week → days → quarter-hours → tasks → sink, by augmenting paths. */
int flow_find (const Calendar *calendar, const int *caps, unsigned days);
/* The fewest days on which it all can be laid, and of those the earliest, day by day. */
unsigned days_fewest (const Calendar *calendar, const int *minutes, int sum);
/* The quarter-hours of the earliest schedule on some days; waited counts those that could be used
   beside all earlier ones, and yet had to be left, lest something find no place. */
SlotSet slots_earliest (const Calendar *calendar, const int *minutes, unsigned days, int *waited);
/* Those of the schedule of which the last is as early as can be, then the last but one, … */
SlotSet slots_done_soonest (const Calendar *calendar, const int *minutes, unsigned days);

#endif
