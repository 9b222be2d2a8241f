/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_TASK_TIME_H
#define MANY_TASK_TIME_H

#include "data/opening.h"

/* Five moments of every day, a slot each. Which of them a week has, as bits: first those, of all
   days, at which most is done. */
#define DAY_MOMENTS 5
#define N_MOMENTS   (DAY_MOMENTS * WEEK_DAYS)

uint64_t moments_of (const Week *week);

/* When a task can be done: up to three windows, each the days and the slots from one to before
   another; one without days is none. Windows that nobody has told are the whole week. What takes
   more of them is odd, and stands in the opening alone. */
typedef uint64_t TaskTime;
#define TIME_ODD ((TaskTime) 1 << 63)
enum { TIME_WINDOWS = 3, TIME_WINDOW_BITS = 21, TIME_FROM = 7, TIME_TO = 14, TIME_SLOT = 127 };

TaskTime task_time_make (const Task *task);
bool task_time_is_sound (TaskTime time);

/* Of a week, by slot: a byte for each day, which is the first slot of that day from there on that
   the week has, or FREE_NEVER. */
typedef struct {
  uint64_t next[WEEK_SLOTS];
} FreeSlots;
#define FREE_NEVER 127

void free_slots_make (FreeSlots *free, const Week *week);
void free_slots_make_none (FreeSlots *free);

/* Days of a window that have a slot of the week, as bits: one in each byte. */
static inline uint64_t
window_meets (TaskTime window, const FreeSlots *free)
{
  const uint64_t ones = 0x0101010101010101, days = window & WEEK_ALL_DAYS,
                 from = window >> TIME_FROM & TIME_SLOT, to = window >> TIME_TO & TIME_SLOT;

  /* bit 7 of a byte stays when its slot is before to, since none borrows of the next */
  return (ones * (127 + to) - free->next[from]) >> 7 & (days * 0x2040810204081 & ones);
}

/* Whether some window has a slot of the week; not of an odd one. */
static inline bool
task_time_meets (TaskTime time, const FreeSlots *free)
{
  return (window_meets (time, free) | window_meets (time >> TIME_WINDOW_BITS, free) |
          window_meets (time >> 2 * TIME_WINDOW_BITS, free)) != 0;
}

#endif
