/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/capacity.h"

static Week
week_of_task (const Task *task, const SmaajobCitizen *citizen, const SmaajobPolicy *policy)
{
  if (citizen->availability_known && task->windows_known)
    return week_intersect (&citizen->availability, &task->windows);
  if (citizen->availability_known)
    return citizen->availability;
  return task->windows_known ? task->windows : policy->ordinary_week;
}

static int
whole_slots (int minutes)
{
  return minutes - minutes % WEEK_SLOT_MINUTES;
}

void
calendar_make (Calendar *calendar, const SmaajobCitizen *citizen, const SmaajobOpening *opening,
               const SmaajobPolicy *policy)
{
  bool capped = citizen->hours_known && citizen->hours.max_per_day != SMAAJOB_UNKNOWN;

  calendar->n_groups = 0;
  calendar->n_tasks = opening->n_tasks;
  calendar->minutes_a_day = capped ? whole_slots (citizen->hours.max_per_day) : MANY_MINUTES;
  for (int task = 0; task < opening->n_tasks; task++) {
    Week *week = &calendar->weeks[calendar->n_groups];
    int group = 0;

    *week = week_of_task (&opening->tasks[task], citizen, policy);
    while (!week_is_equal (&calendar->weeks[group], week))
      group++;
    calendar->group_of[task] = (uint8_t) group;
    calendar->n_groups += group == calendar->n_groups;
  }
}

static bool
week_holds (const Week *week, int minutes, int minutes_a_day)
{
  for (int day = 0; day < WEEK_DAYS && minutes > 0; day++) {
    int time = week_count_day (week, day) * WEEK_SLOT_MINUTES;

    minutes -= time < minutes_a_day ? time : minutes_a_day;
  }
  return minutes <= 0;
}

bool
calendar_holds (const Calendar *calendar, int minutes)
{
  for (int group = 0; group < calendar->n_groups; group++)
    if (!week_holds (&calendar->weeks[group], minutes, calendar->minutes_a_day))
      return false;
  return true;
}

static bool
is_same_day (const Calendar *calendar, int a, int b)
{
  for (int i = 0; i < calendar->n_groups; i++)
    if (calendar->weeks[i].early[a] != calendar->weeks[i].early[b] ||
        calendar->weeks[i].late[a] != calendar->weeks[i].late[b])
      return false;
  return true;
}

/* Add, times over, what a day can give each subset at the most. */
static void
measure_day (const Calendar *calendar, int day, int times, int *minutes)
{
  uint64_t early[OPENING_MAX_TASKS + 1];
  uint32_t late[OPENING_MAX_TASKS + 1];
  int n = calendar->n_groups;

  /* A subset is its lowest group and a subset of those above: each union is made of one kept
   * before. */
  early[n] = late[n] = 0;
  for (unsigned subset = 1; subset < 1u << n; subset++) {
    int low = __builtin_ctz (subset);
    unsigned above = subset & (subset - 1);
    int next = above == 0 ? n : __builtin_ctz (above);
    int time;

    early[low] = calendar->weeks[low].early[day] | early[next];
    late[low] = calendar->weeks[low].late[day] | late[next];
    time = slots_count (early[low], late[low]) * WEEK_SLOT_MINUTES;
    minutes[subset] += times * (time < calendar->minutes_a_day ? time : calendar->minutes_a_day);
  }
}

/* The days on which anything can be done. */
static unsigned
find_open_days (const Calendar *calendar)
{
  unsigned days = 0;

  for (int i = 0; i < calendar->n_groups; i++)
    for (int day = 0; day < WEEK_DAYS; day++)
      days |= (unsigned) ((calendar->weeks[i].early[day] | calendar->weeks[i].late[day]) != 0)
              << day;
  return days;
}

void
capacity_measure (const Calendar *calendar, unsigned days, int *minutes)
{
  unsigned left = days & find_open_days (calendar);

  for (unsigned subset = 0; subset < 1u << calendar->n_groups; subset++)
    minutes[subset] = 0;
  while (left != 0) {
    int day = __builtin_ctz (left), times = 0;

    /* Days that are alike are measured once. */
    for (int other = day; other < WEEK_DAYS; other++)
      if ((left >> other & 1) && is_same_day (calendar, day, other)) {
        times++;
        left &= ~(1u << other);
      }
    measure_day (calendar, day, times, minutes);
  }
}

int
capacity_cut (const Calendar *calendar, const int *minutes, const int *caps)
{
  int sums[OPENING_MAX_TASKS] = {0}, cut = 0, least;

  for (int task = 0; task < calendar->n_tasks; task++)
    sums[calendar->group_of[task]] += caps[task];
  for (int group = 0; group < calendar->n_groups; group++)
    cut += sums[group];
  least = cut;
  /* In the order of a Gray code one group at a time goes in or out. */
  for (unsigned i = 1, subset = 0; i < 1u << calendar->n_groups; i++) {
    int group = __builtin_ctz (i);

    subset ^= 1u << group;
    cut += subset >> group & 1 ? -sums[group] : sums[group];
    if (cut + minutes[subset] < least)
      least = cut + minutes[subset];
  }
  return least;
}

int
capacity_find (const Calendar *calendar, const int *caps, unsigned days)
{
  int minutes[CALENDAR_MAX_SUBSETS];

  capacity_measure (calendar, days, minutes);
  return capacity_cut (calendar, minutes, caps);
}
