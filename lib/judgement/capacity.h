/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JUDGEMENT_CAPACITY_H
#define JUDGEMENT_CAPACITY_H

#include "judgement/item.h"

/* When each task can be done by the citizen; tasks with the same week share a group. */
typedef struct {
  int n_groups;
  int n_tasks;
  uint8_t group_of[OPENING_MAX_TASKS];
  Week weeks[OPENING_MAX_TASKS]; /* by group */
  int minutes_a_day;             /* the citizen's cap */
} Calendar;

#define MANY_MINUTES 1000000 /* no bound; more than any week holds */

void calendar_make (Calendar *calendar, const SmaajobCitizen *citizen,
                    const SmaajobOpening *opening, const SmaajobPolicy *policy);

/* Whether each task by itself has room for so many minutes; then so has every set of tasks
 * together. */
bool calendar_holds (const Calendar *calendar, int minutes);

#define CALENDAR_MAX_SUBSETS (1 << OPENING_MAX_TASKS)

/*
 * The most minutes a week that can be scheduled, caps[task] at most on each task, on the days in
 * days (bits). It is the maximum flow week → days → quarter-hours → tasks, found as its minimum
 * cut: over all subsets U of the groups, the caps of the tasks outside U, and for each day the
 * least of the day's cap and the quarter-hours in which something of U can be done.
 */
int capacity_find (const Calendar *calendar, const int *caps, unsigned days);
/* The same in two steps: the time of each subset, which does not depend on the caps, and the cut.
 */
void capacity_measure (const Calendar *calendar, unsigned days, int *minutes);
int capacity_cut (const Calendar *calendar, const int *minutes, const int *caps);

#endif
