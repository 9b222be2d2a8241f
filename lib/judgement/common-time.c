/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/common-time.h"

#include "base/processor.h"

#define ALL_OF_FEW ((1u << FEW_TASKS) - 1)

static int
least_of (int a, int b)
{
  return a < b ? a : b;
}

static int
most_of (int a, int b)
{
  return a > b ? a : b;
}

static unsigned
find_days (const CommonTime *time)
{
  unsigned days = 0;

  for (int task = 0; task < FEW_TASKS; task++)
    days |= time->weeks[task]->days;
  return days & time->available->days;
}

typedef int (*Count) (uint64_t early, uint32_t late);

/* Slots of a day in which something of the tasks (bits) can be done. */
static inline __attribute__ ((always_inline)) int
count_day (const CommonTime *time, unsigned tasks, int day, Count count)
{
  uint64_t early = 0;
  uint32_t late = 0;

  for (unsigned task = 0; task < FEW_TASKS; task++)
    if (tasks >> task & 1) {
      early |= time->weeks[task]->early[day];
      late |= time->weeks[task]->late[day];
    }
  return count (early & time->available->early[day], late & time->available->late[day]);
}

static inline __attribute__ ((always_inline)) void
count_week (CommonTime *time, Count count)
{
  const int slots_a_day = time->minutes_a_day / WEEK_SLOT_MINUTES;
  int alone[FEW_TASKS] = {0}, any = 0;

  for (unsigned days = find_days (time); days != 0; days &= days - 1) {
    int day = __builtin_ctz (days);

    for (unsigned task = 0; task < FEW_TASKS; task++)
      alone[task] += least_of (count_day (time, 1u << task, day, count), slots_a_day);
    any += least_of (count_day (time, ALL_OF_FEW, day, count), slots_a_day);
  }
  for (int task = 0; task < FEW_TASKS; task++)
    time->alone[task] = alone[task] * WEEK_SLOT_MINUTES;
  time->any = any * WEEK_SLOT_MINUTES;
}

/* The same by either way to count. */
COUNTS_BITS static inline int
count_by_instruction (uint64_t early, uint32_t late)
{
  return __builtin_popcountll (early) + __builtin_popcount (late);
}

COUNTS_BITS __attribute__ ((noinline)) static void
count_week_by_instruction (CommonTime *time)
{
  count_week (time, count_by_instruction);
}

__attribute__ ((noinline)) static void
count_week_by_hand (CommonTime *time)
{
  count_week (time, slots_count);
}

void
common_time_find (CommonTime *time, const SmaajobCitizen *citizen, const SmaajobOpening *opening,
                  const SmaajobPolicy *policy)
{
  static const Week never;
  const Week *ordinary =
      citizen->availability_known ? &citizen->availability : &policy->ordinary_week;

  time->n_tasks = opening->n_tasks;
  time->minutes_a_day = citizen_find_minutes_a_day (citizen);
  if (time->n_tasks > FEW_TASKS) {
    calendar_make (&time->calendar, citizen, opening, policy);
    return;
  }
  time->available = citizen->availability_known ? &citizen->availability : &week_whole;
  for (int i = 0; i < FEW_TASKS; i++) {
    const Task *task = &opening_tasks (opening)[i];

    time->weeks[i] = i >= opening->n_tasks ? &never
                     : task->windows_known ? &task->windows
                                           : ordinary;
  }
  if (policy->counts_bits)
    count_week_by_instruction (time);
  else
    count_week_by_hand (time);
}

/* Minutes a week in which one of the others can be done. */
__attribute__ ((noinline)) static int
find_without (const CommonTime *time, int task)
{
  const unsigned others = ALL_OF_FEW & ~(1u << task);
  const int slots_a_day = time->minutes_a_day / WEEK_SLOT_MINUTES;
  int slots = 0;

  for (unsigned days = find_days (time); days != 0; days &= days - 1)
    slots += least_of (count_day (time, others, __builtin_ctz (days), slots_count), slots_a_day);
  return slots * WEEK_SLOT_MINUTES;
}

/* The least cut with two tasks within, where it can be below least: those two can be done at least
   as long as either of them. */
static int
cut_pairs (const CommonTime *time, const int *caps, int least)
{
  for (int out = 0; out < FEW_TASKS; out++) {
    int one = (out + 1) % FEW_TASKS, other = (out + 2) % FEW_TASKS;

    if (caps[out] + most_of (time->alone[one], time->alone[other]) < least)
      least = least_of (least, caps[out] + find_without (time, out));
  }
  return least;
}

int
common_time_find_capacity (const CommonTime *time, const int *caps, int most)
{
  int all[FEW_TASKS] = {0}, sum = 0, least;

  if (time->n_tasks > FEW_TASKS)
    return capacity_find_up_to (&time->calendar, caps, WEEK_ALL_DAYS, most);
  for (int task = 0; task < time->n_tasks; task++)
    sum += all[task] = caps[task];
  least = least_of (least_of (sum, time->any), most);
  for (int task = 0; task < FEW_TASKS; task++)
    least = least_of (least, sum - all[task] + time->alone[task]);
  return cut_pairs (time, all, least);
}
