/* SPDX-License-Identifier: Apache-2.0 */
#include "many/task-time.h"

static uint64_t
moments_of_day (const Week *week, int day)
{
  static const uint8_t hours[DAY_MOMENTS] = {11, 13, 9, 16, 19};
  uint64_t moments = 0;

  for (int i = 0; i < DAY_MOMENTS; i++)
    moments |= (uint64_t) week_has (week, day, hours[i] * 60 / WEEK_SLOT_MINUTES) << i * WEEK_DAYS;
  return moments << day;
}

uint64_t
moments_of (const Week *week)
{
  uint64_t moments = 0;

  for (unsigned days = week->days; days != 0; days &= days - 1)
    moments |= moments_of_day (week, __builtin_ctz (days));
  return moments;
}

/* --- windows in a word --- */

static int
find_bit (uint64_t early, uint32_t late, int from)
{
  early &= ~slots_below (from);
  late &= (uint32_t) ~slots_below (from - 64);
  if (early != 0)
    return __builtin_ctzll (early);
  return late != 0 ? 64 + __builtin_ctz (late) : WEEK_SLOTS;
}

/* What is the same on several days is one window. */
static TaskTime
add_run (TaskTime time, int day, int from, int to)
{
  const TaskTime slots = (TaskTime) from << TIME_FROM | (TaskTime) to << TIME_TO,
                 window = ((TaskTime) 1 << TIME_WINDOW_BITS) - 1;

  for (int i = 0; i < TIME_WINDOWS; i++) {
    const int at = i * TIME_WINDOW_BITS;
    const TaskTime there = time >> at & window;

    if (there == 0 || (there & ~(TaskTime) WEEK_ALL_DAYS) == slots)
      return time | (slots | (TaskTime) 1 << day) << at;
  }
  return TIME_ODD;
}

static TaskTime
add_day (TaskTime time, const Week *week, int day)
{
  const uint64_t early = week->early[day];
  const uint32_t late = week->late[day];

  for (int to, from = find_bit (early, late, 0); from < WEEK_SLOTS && time != TIME_ODD;
       from = find_bit (early, late, to)) {
    to = find_bit (~early, ~late, from);
    time = add_run (time, day, from, to);
  }
  return time;
}

TaskTime
task_time_make (const Task *task)
{
  const Week *week = task->windows_known ? &task->windows : &week_whole;
  TaskTime time = 0;

  for (unsigned days = week->days; days != 0 && time != TIME_ODD; days &= days - 1)
    time = add_day (time, week, __builtin_ctz (days));
  return time;
}

static bool
is_window_sound (uint64_t from, uint64_t to)
{
  return from < WEEK_SLOTS && to <= WEEK_SLOTS;
}

bool
task_time_is_sound (TaskTime time)
{
  bool sound = !(time & TIME_ODD) || time == TIME_ODD;

  for (int i = 0; i < TIME_WINDOWS; i++, time >>= TIME_WINDOW_BITS)
    sound &= is_window_sound (time >> TIME_FROM & TIME_SLOT, time >> TIME_TO & TIME_SLOT);
  return sound;
}

/* --- what a week has of it --- */

#define ALL_BYTES 0x0101010101010101u

static uint64_t
days_at (const Week *week, int slot)
{
  uint64_t days = 0;

  for (int day = 0; day < WEEK_DAYS; day++) {
    uint64_t bit = slot < 64 ? week->early[day] >> slot : (uint64_t) week->late[day] >> (slot - 64);

    days |= (bit & 1) << 8 * day;
  }
  return days;
}

void
free_slots_make (FreeSlots *free, const Week *week)
{
  uint64_t next = ALL_BYTES * FREE_NEVER;

  for (int slot = WEEK_SLOTS - 1; slot >= 0; slot--) {
    const uint64_t here = days_at (week, slot) * 255;

    next = (next & ~here) | (ALL_BYTES * (uint64_t) slot & here);
    free->next[slot] = next;
  }
}

void
free_slots_make_none (FreeSlots *free)
{
  for (int slot = 0; slot < WEEK_SLOTS; slot++)
    free->next[slot] = ALL_BYTES * FREE_NEVER;
}
