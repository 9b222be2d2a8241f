/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_SCHEDULE_H
#define MATCH_SCHEDULE_H

#include "judgement/capacity.h"

/* A real week: the task of every quarter-hour, or NO_TASK. */
typedef struct {
  int8_t task_of[WEEK_DAYS][WEEK_SLOTS];
} Schedule;

/*
 * Lay minutes[task] (multiples of 15 that together can be scheduled) into the week: inside the
 * calendar, the cap of each day kept, on the fewest days, of those the earliest, and there as early
 * as possible; where a day's cap must wait for a later slot, what is done soonest. order lists the
 * tasks, the one to come first, first.
 */
void schedule_make (const Calendar *calendar, const int *minutes, const uint8_t *order,
                    Schedule *schedule);
/* The shift from *slot on (0 at first), with the number of its task; *slot goes past it. False when
   there is none. */
bool schedule_next_shift (const Schedule *schedule, int *slot, SmaajobWindow *shift, int *task);

#endif
