/* SPDX-License-Identifier: Apache-2.0 */
#include "match/schedule.h"

#include <string.h>

#define N_SLOTS (WEEK_DAYS * WEEK_SLOTS)

/* The schedule being made; slots are numbered through the week. */
typedef struct {
  const Calendar *calendar;
  const uint8_t *order;
  unsigned days;
  int left[OPENING_MAX_TASKS]; /* minutes of each task not yet laid */
  int8_t *task_of;             /* by slot */
} Laying;

static int
sum_of (const int *minutes, int n)
{
  int sum = 0;

  for (int i = 0; i < n; i++)
    sum += minutes[i];
  return sum;
}

static unsigned
mirror_days (unsigned mirrored)
{
  unsigned days = 0;

  for (int day = 0; day < WEEK_DAYS; day++)
    days |= (mirrored >> day & 1) << (WEEK_DAYS - 1 - day);
  return days;
}

/* Monday as the highest bit makes the greatest number of n bits the earliest n days. */
static unsigned
find_days (const Calendar *calendar, const int *minutes)
{
  int total = sum_of (minutes, calendar->n_tasks);

  for (int n = 0; n <= WEEK_DAYS; n++)
    for (unsigned mirrored = WEEK_ALL_DAYS + 1; mirrored-- > 0;)
      if (slots_count (mirrored, 0) == n && n * calendar->minutes_a_day >= total &&
          capacity_find_up_to (calendar, minutes, mirror_days (mirrored), total) == total)
        return mirror_days (mirrored);
  return WEEK_ALL_DAYS;
}

static bool
can_do (const Calendar *calendar, int task, int slot)
{
  const Week *week = &calendar->weeks[calendar->group_of[task]];

  return week_has (week, slot / WEEK_SLOTS, slot % WEEK_SLOTS);
}

static void
give (Laying *laying, int slot, int task)
{
  laying->task_of[slot] = (int8_t) task;
  laying->left[task] -= WEEK_SLOT_MINUTES;
}

/* A task that can be done in the slot and has minutes left: the one just before it, else the first.
 */
static int
find_ready (const Laying *laying, int slot)
{
  int before = slot % WEEK_SLOTS == 0 ? NO_TASK : laying->task_of[slot - 1];

  if (before != NO_TASK && laying->left[before] > 0 && can_do (laying->calendar, before, slot))
    return before;
  for (int i = 0; i < laying->calendar->n_tasks; i++)
    if (laying->left[laying->order[i]] > 0 && can_do (laying->calendar, laying->order[i], slot))
      return laying->order[i];
  return NO_TASK;
}

/* How a task could give way: by handing its slot to the task it was reached for. */
typedef struct {
  int slot_of[OPENING_MAX_TASKS];
  int8_t next_of[OPENING_MAX_TASKS];
  uint8_t queue[OPENING_MAX_TASKS];
  int n;
  bool seen[OPENING_MAX_TASKS];
} Chain;

static void
reach_task (Chain *chain, int task, int slot, int next)
{
  if (chain->seen[task])
    return;
  chain->seen[task] = true;
  chain->slot_of[task] = slot;
  chain->next_of[task] = (int8_t) next;
  chain->queue[chain->n++] = (uint8_t) task;
}

/* Breadth first from the slot: tasks that could take it, tasks that could take a slot of theirs, …
   until one has minutes left. The slots then move up along the chain. */
static bool
give_by_moving (Laying *laying, int slot)
{
  const Calendar *calendar = laying->calendar;
  Chain chain = {.n = 0};

  for (int i = 0; i < calendar->n_tasks; i++)
    if (can_do (calendar, laying->order[i], slot))
      reach_task (&chain, laying->order[i], slot, NO_TASK);
  for (int i = 0; i < chain.n; i++) {
    int task = chain.queue[i];

    if (laying->left[task] > 0) {
      laying->left[task] -= WEEK_SLOT_MINUTES;
      for (; task != NO_TASK; task = chain.next_of[task])
        laying->task_of[chain.slot_of[task]] = (int8_t) task;
      return true;
    }
    for (int other = 0; other < slot; other++)
      if (laying->task_of[other] == task)
        for (int j = 0; j < calendar->n_tasks; j++)
          if (can_do (calendar, laying->order[j], other))
            reach_task (&chain, laying->order[j], other, task);
  }
  return false;
}

/* Earliest first; whether everything found a place. */
static bool
lay_early (Laying *laying)
{
  int left = sum_of (laying->left, laying->calendar->n_tasks);

  for (int day = 0; day < WEEK_DAYS; day++) {
    int today = 0;

    if (!(laying->days >> day & 1))
      continue;
    for (int i = 0; i < WEEK_SLOTS && left > 0; i++) {
      int slot = day * WEEK_SLOTS + i, task = find_ready (laying, slot);

      if (today + WEEK_SLOT_MINUTES > laying->calendar->minutes_a_day)
        break;
      if (task != NO_TASK)
        give (laying, slot, task);
      else if (!give_by_moving (laying, slot))
        continue;
      today += WEEK_SLOT_MINUTES;
      left -= WEEK_SLOT_MINUTES;
    }
  }
  return left == 0;
}

static void
drop_slot (Calendar *calendar, int slot)
{
  int day = slot / WEEK_SLOTS, i = slot % WEEK_SLOTS;

  for (int group = 0; group < calendar->n_groups; group++)
    if (i < 64)
      calendar->weeks[group].early[day] &= ~((uint64_t) 1 << i);
    else
      calendar->weeks[group].late[day] &= ~((uint32_t) 1 << (i - 64));
}

static bool
holds_without (const Calendar *calendar, const int *minutes, unsigned days, int from, int to,
               Calendar *without)
{
  int total = sum_of (minutes, calendar->n_tasks);

  *without = *calendar;
  for (int slot = from; slot < to; slot++)
    drop_slot (without, slot);
  return capacity_find_up_to (without, minutes, days, total) == total;
}

/* Leave of the calendar only what is needed: from the last slot on, each that the rest can do
   without; many at a time as long as that goes well. */
static void
drop_late_slots (Calendar *calendar, const int *minutes, unsigned days)
{
  Calendar without;
  int end = N_SLOTS, step = WEEK_SLOTS;

  while (end > 0) {
    int from = end > step ? end - step : 0;

    if (holds_without (calendar, minutes, days, from, end, &without)) {
      *calendar = without;
      end = from;
      step *= 2;
    } else if (step > 1) {
      step /= 2;
    } else {
      end--;
    }
  }
}

static bool
lay (const Calendar *calendar, const int *minutes, const uint8_t *order, unsigned days,
     Schedule *schedule)
{
  Laying laying = {calendar, order, days, {0}, &schedule->task_of[0][0]};

  memset (schedule->task_of, NO_TASK, sizeof schedule->task_of);
  memcpy (laying.left, minutes, (size_t) calendar->n_tasks * sizeof *minutes);
  return lay_early (&laying);
}

void
schedule_make (const Calendar *calendar, const int *minutes, const uint8_t *order,
               Schedule *schedule)
{
  unsigned days = find_days (calendar, minutes);
  Calendar needed;

  if (lay (calendar, minutes, order, days, schedule))
    return;
  /* A day's cap was spent on what could have waited, while another task has no other day. */
  needed = *calendar;
  drop_late_slots (&needed, minutes, days);
  lay (&needed, minutes, order, days, schedule);
}

bool
schedule_next_shift (const Schedule *schedule, int *slot, SmaajobWindow *shift, int *task)
{
  const int8_t *task_of = &schedule->task_of[0][0];
  int from = *slot, to;

  while (from < N_SLOTS && task_of[from] == NO_TASK)
    from++;
  if (from == N_SLOTS)
    return false;
  for (to = from + 1; to % WEEK_SLOTS != 0 && task_of[to] == task_of[from];)
    to++;
  *slot = to;
  *task = task_of[from];
  *shift = (SmaajobWindow){1u << (from / WEEK_SLOTS), from % WEEK_SLOTS * WEEK_SLOT_MINUTES,
                           ((to - 1) % WEEK_SLOTS + 1) * WEEK_SLOT_MINUTES};
  return true;
}
