/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/capacity.h"

#include <string.h>

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

static int
find_minutes_a_day (const SmaajobCitizen *citizen)
{
  bool capped = citizen->hours_known && citizen->hours.max_per_day != SMAAJOB_UNKNOWN;

  return capped ? whole_slots (citizen->hours.max_per_day) : MANY_MINUTES;
}

bool
citizen_has_days (const SmaajobCitizen *citizen)
{
  return find_minutes_a_day (citizen) > 0;
}

__attribute__ ((noinline)) void
calendar_make (Calendar *calendar, const SmaajobCitizen *citizen, const SmaajobOpening *opening,
               const SmaajobPolicy *policy)
{
  calendar_init (calendar, find_minutes_a_day (citizen));
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

/* A day in parts of eight hours, of each of few tasks: two from 06:00 to 22:00, and the night. */
#define N_PARTS 3
typedef struct {
  uint32_t parts[FEW_TASKS][N_PARTS];
} Day;

/* What something of a subset can be done in; unrolled, the masks are constants. */
static inline uint32_t
unite (const Day *day, int part, unsigned subset)
{
  uint32_t all = 0;

  for (unsigned task = 0; task < FEW_TASKS; task++)
    all |= day->parts[task][part] & (0u - (subset >> task & 1));
  return all;
}

/* All subsets alike and without a branch, so that a compiler counts several at once. */
static inline void
add_day (const Day *day, int n_parts, int slots_a_day, int *slots)
{
  const uint32_t ones = 0x55555555, pairs = 0x33333333, nibbles = 0x0f0f0f0f;

  for (unsigned subset = 0; subset < 1 << FEW_TASKS; subset++) {
    uint32_t n = 0;

    for (int part = 0; part < n_parts; part++) {
      uint32_t bits = unite (day, part, subset);

      bits -= bits >> 1 & ones;
      n += (bits & pairs) + (bits >> 2 & pairs);
    }
    n = (n & nibbles) + (n >> 4 & nibbles);
    n += n >> 8;
    n = (n + (n >> 16)) & 0x7f;
    slots[subset] += (int) n < slots_a_day ? (int) n : slots_a_day;
  }
}

/* Whether there is anything to do at night. */
static bool
split_day (const Week *const *weeks, const Week *available, int number, Day *day)
{
  uint32_t nights = 0;

  for (int task = 0; task < FEW_TASKS; task++) {
    const uint64_t early = weeks[task]->early[number] & available->early[number];
    const uint32_t late = weeks[task]->late[number] & available->late[number];

    const uint64_t by_day = early >> 24 | (uint64_t) late << 40;
    const uint32_t by_night = ((uint32_t) early & 0xffffff) | (late & 0xff000000);

    memcpy (day->parts[task], &by_day, sizeof by_day);
    day->parts[task][2] = by_night;
    nights |= by_night;
  }
  return nights != 0;
}

static void
count_subsets (const Week *const *weeks, const Week *available, CommonTime *time)
{
  const int slots_a_day = time->minutes_a_day / WEEK_SLOT_MINUTES;
  int slots[1 << FEW_TASKS] = {0};
  unsigned days = 0;
  Day day;

  for (int task = 0; task < FEW_TASKS; task++)
    days |= weeks[task]->days;
  for (days &= available->days; days != 0; days &= days - 1)
    if (split_day (weeks, available, __builtin_ctz (days), &day))
      add_day (&day, N_PARTS, slots_a_day, slots);
    else
      add_day (&day, N_PARTS - 1, slots_a_day, slots);
  for (unsigned subset = 0; subset < 1 << FEW_TASKS; subset++)
    time->minutes[subset] = slots[subset] * WEEK_SLOT_MINUTES;
}

void
common_time_find (CommonTime *time, const SmaajobCitizen *citizen, const SmaajobOpening *opening,
                  const SmaajobPolicy *policy)
{
  static const Week never;
  const Week *ordinary =
      citizen->availability_known ? &citizen->availability : &policy->ordinary_week;
  const Week *weeks[FEW_TASKS] = {&never, &never, &never};

  time->n_tasks = opening->n_tasks;
  time->minutes_a_day = find_minutes_a_day (citizen);
  if (time->n_tasks > FEW_TASKS) {
    calendar_make (&time->calendar, citizen, opening, policy);
    return;
  }
  for (int task = 0; task < opening->n_tasks; task++)
    weeks[task] = opening_tasks (opening)[task].windows_known
                      ? &opening_tasks (opening)[task].windows
                      : ordinary;
  count_subsets (weeks, citizen->availability_known ? &citizen->availability : &week_whole, time);
}

int
common_time_find_capacity (const CommonTime *time, const int *caps, int most)
{
  int all[FEW_TASKS] = {0}, least = most;

  if (time->n_tasks > FEW_TASKS)
    return capacity_find_up_to (&time->calendar, caps, WEEK_ALL_DAYS, most);
  for (int task = 0; task < time->n_tasks; task++)
    all[task] = caps[task];
  for (unsigned subset = 0; subset < 1 << FEW_TASKS; subset++) {
    int cut = time->minutes[subset];

    for (unsigned task = 0; task < FEW_TASKS; task++)
      cut += subset >> task & 1 ? 0 : all[task];
    least = cut < least ? cut : least;
  }
  return least;
}
