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
  unsigned days;                 /* bits: on no other is there any time */
  int minutes_a_day;             /* the citizen's cap */
} Calendar;

/* The time that a citizen and a task have in common, by what is told alone: what is unknown could
   be any time. A day without room for anything is none. */
int citizen_find_minutes_a_day (const SmaajobCitizen *citizen); /* whole slots; MANY_MINUTES */
bool citizen_has_days (const SmaajobCitizen *citizen);
static inline bool
task_meets_availability (const Task *task, const SmaajobCitizen *citizen)
{
  return week_meets (citizen->availability_known ? &citizen->availability : &week_whole,
                     task->windows_known ? &task->windows : &week_whole);
}

#define MANY_MINUTES 1000000 /* no bound; more than any week holds */

/* Without a task; then each is added with the week in which it can be done. */
void calendar_init (Calendar *calendar, int minutes_a_day);
void calendar_add_task (Calendar *calendar, const Week *week);
void calendar_make (Calendar *calendar, const SmaajobCitizen *citizen,
                    const SmaajobOpening *opening, const SmaajobPolicy *policy);

/*
 * The most minutes a week that can be scheduled, caps[task] at most on each task, on the days in
 * days (bits); told only as far as most. It is the maximum flow week → days → quarter-hours →
 * tasks, found as its minimum cut: over all subsets U of the groups, the caps of the tasks outside
 * U, and for each day the least of the day's cap and the quarter-hours in which something of U can
 * be done.
 */
int capacity_find_up_to (const Calendar *calendar, const int *caps, unsigned days, int most);
int capacity_find (const Calendar *calendar, const int *caps, unsigned days);

#endif
