/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/capacity.h"

static void
find_week (const Task *task, const SmaajobCitizen *citizen, const SmaajobPolicy *policy, Week *week)
{
  if (citizen->availability_known && task->windows_known)
    week_intersect (&citizen->availability, &task->windows, week);
  else if (citizen->availability_known)
    *week = citizen->availability;
  else
    *week = task->windows_known ? task->windows : policy->ordinary_week;
}

static int
whole_slots (int minutes)
{
  return minutes - minutes % WEEK_SLOT_MINUTES;
}

/* The week of the next task stands behind the groups already: it may become one. */
static void
add_task (Calendar *calendar)
{
  const Week *week = &calendar->weeks[calendar->n_groups];
  int group = 0;

  while (group < calendar->n_groups && !week_is_equal (&calendar->weeks[group], week))
    group++;
  calendar->group_of[calendar->n_tasks++] = (uint8_t) group;
  calendar->n_groups += group == calendar->n_groups;
  calendar->days |= week->days;
}

void
calendar_init (Calendar *calendar, int minutes_a_day)
{
  calendar->n_groups = calendar->n_tasks = 0;
  calendar->days = 0;
  calendar->minutes_a_day = minutes_a_day;
}

void
calendar_add_task (Calendar *calendar, const Week *week)
{
  calendar->weeks[calendar->n_groups] = *week;
  add_task (calendar);
}

int
citizen_find_minutes_a_day (const SmaajobCitizen *citizen)
{
  bool capped = citizen->hours_known && citizen->hours.max_per_day != SMAAJOB_UNKNOWN;

  return capped ? whole_slots (citizen->hours.max_per_day) : MANY_MINUTES;
}

bool
citizen_has_days (const SmaajobCitizen *citizen)
{
  return citizen_find_minutes_a_day (citizen) > 0;
}

__attribute__ ((noinline)) void
calendar_make (Calendar *calendar, const SmaajobCitizen *citizen, const SmaajobOpening *opening,
               const SmaajobPolicy *policy)
{
  calendar_init (calendar, citizen_find_minutes_a_day (citizen));
  for (int task = 0; task < opening->n_tasks; task++) {
    find_week (&opening_tasks (opening)[task], citizen, policy,
               &calendar->weeks[calendar->n_groups]);
    add_task (calendar);
  }
}

/* The groups that have anything to schedule, and what their tasks can hold. */
typedef struct {
  int n;
  int caps[OPENING_MAX_TASKS];
  const Week *weeks[OPENING_MAX_TASKS];
} ActiveGroups;

static int
find_active (const Calendar *calendar, const int *caps, ActiveGroups *active)
{
  int sums[OPENING_MAX_TASKS] = {0}, sum = 0;

  active->n = 0;
  for (int task = 0; task < calendar->n_tasks; task++)
    sums[calendar->group_of[task]] += caps[task];
  for (int group = 0; group < calendar->n_groups; group++)
    if (sums[group] > 0) {
      sum += sums[group];
      active->caps[active->n] = sums[group];
      active->weeks[active->n++] = &calendar->weeks[group];
    }
  return sum;
}

/* The time in which something of the subset can be done, told only as far as most. */
static int
find_time (const ActiveGroups *active, unsigned subset, unsigned days, int minutes_a_day, int most)
{
  int sum = 0;

  for (; days != 0 && sum < most; days &= days - 1) {
    int day = __builtin_ctz (days), minutes;
    uint64_t early = 0;
    uint32_t late = 0;

    for (unsigned left = subset; left != 0; left &= left - 1) {
      early |= active->weeks[__builtin_ctz (left)]->early[day];
      late |= active->weeks[__builtin_ctz (left)]->late[day];
    }
    minutes = slots_count (early, late) * WEEK_SLOT_MINUTES;
    sum += minutes < minutes_a_day ? minutes : minutes_a_day;
  }
  return sum;
}

/* A cut is looked into only as far as it can still be the least. */
__attribute__ ((noinline)) int
capacity_find_up_to (const Calendar *calendar, const int *caps, unsigned days, int most)
{
  ActiveGroups active;
  int outside = find_active (calendar, caps, &active);
  int least = outside < most ? outside : most;

  days &= calendar->days;
  /* In the order of a Gray code one group at a time goes in or out. */
  for (unsigned i = 1, subset = 0; i < 1u << active.n; i++) {
    int group = __builtin_ctz (i);

    subset ^= 1u << group;
    outside += subset >> group & 1 ? -active.caps[group] : active.caps[group];
    if (outside < least) {
      int cut =
          outside + find_time (&active, subset, days, calendar->minutes_a_day, least - outside);

      least = cut < least ? cut : least;
    }
  }
  return least;
}

int
capacity_find (const Calendar *calendar, const int *caps, unsigned days)
{
  return capacity_find_up_to (calendar, caps, days, MANY_MINUTES);
}
