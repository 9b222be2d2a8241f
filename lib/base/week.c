/* SPDX-License-Identifier: Apache-2.0 */
#include "base/week.h"

#include "base/error.h"

#define EARLY_SLOTS 64
#define ALL_EARLY   UINT64_MAX
#define ALL_LATE    UINT32_MAX

const Week week_whole = {
    .early = {ALL_EARLY, ALL_EARLY, ALL_EARLY, ALL_EARLY, ALL_EARLY, ALL_EARLY, ALL_EARLY},
    .late = {ALL_LATE, ALL_LATE, ALL_LATE, ALL_LATE, ALL_LATE, ALL_LATE, ALL_LATE},
    .days = WEEK_ALL_DAYS,
};

void
week_add (Week *week, const SmaajobWindow *window)
{
  int from = window->from_minute / WEEK_SLOT_MINUTES;
  int to = window->to_minute / WEEK_SLOT_MINUTES;
  uint64_t early = slots_below (to) & ~slots_below (from);
  uint64_t late = slots_below (to - EARLY_SLOTS) & ~slots_below (from - EARLY_SLOTS);

  week->days |= window->days;
  for (int day = 0; day < WEEK_DAYS; day++)
    if (window->days >> day & 1) {
      week->early[day] |= early;
      week->late[day] |= (uint32_t) late;
    }
}

bool
week_check_window (const SmaajobWindow *window, const char *pointer, SmaajobError *error)
{
  int from = window->from_minute, to = window->to_minute;

  if (window->days == 0 || window->days > 127)
    return error_set (error, SMAAJOB_ERROR_RANGE, pointer, "a window needs one to seven days");
  if (from < 0 || from >= 1440 || from % WEEK_SLOT_MINUTES != 0)
    return error_set (error, SMAAJOB_ERROR_RANGE, pointer,
                      "a window from minute %d, expected a quarter-hour from 00:00 to 23:45", from);
  if (to <= 0 || to > 1440 || to % WEEK_SLOT_MINUTES != 0)
    return error_set (error, SMAAJOB_ERROR_RANGE, pointer,
                      "a window to minute %d, expected a quarter-hour from 00:15 to 24:00", to);
  if (to <= from)
    return error_set (
        error, SMAAJOB_ERROR_RANGE, pointer,
        "a window from %02d:%02d to %02d:%02d must end after it begins; one that crosses "
        "midnight is written as two",
        from / 60, from % 60, to / 60, to % 60);
  return true;
}

bool
week_has (const Week *week, int day, int slot)
{
  return slot < EARLY_SLOTS ? week->early[day] >> slot & 1
                            : week->late[day] >> (slot - EARLY_SLOTS) & 1;
}

bool
week_is_window (const Week *week, SmaajobWindow *window)
{
  int first = week->days == 0 ? 0 : __builtin_ctz (week->days), from, to;
  uint64_t early = week->early[first];
  uint32_t late = week->late[first];

  if ((early | late) == 0)
    return false;
  from = early != 0 ? __builtin_ctzll (early) : EARLY_SLOTS + __builtin_ctz (late);
  to = late != 0 ? WEEK_SLOTS - __builtin_clz (late) : EARLY_SLOTS - __builtin_clzll (early);
  if (early != (slots_below (to) & ~slots_below (from)) ||
      late != (slots_below (to - EARLY_SLOTS) & ~slots_below (from - EARLY_SLOTS)))
    return false;
  for (unsigned days = week->days; days != 0; days &= days - 1)
    if (week->early[__builtin_ctz (days)] != early || week->late[__builtin_ctz (days)] != late)
      return false;
  *window = (SmaajobWindow){week->days, from * WEEK_SLOT_MINUTES, to * WEEK_SLOT_MINUTES};
  return true;
}

/* Where the run of set slots that begins at or after slot ends; from is its begin, WEEK_SLOTS if
 * none. */
static int
find_run (const Week *week, int day, int slot, int *from)
{
  while (slot < WEEK_SLOTS && !week_has (week, day, slot))
    slot++;
  *from = slot;
  while (slot < WEEK_SLOTS && week_has (week, day, slot))
    slot++;
  return slot;
}

static bool
has_run (const Week *week, int day, int from, int to)
{
  int begin;

  return (from == 0 || !week_has (week, day, from - 1)) &&
         find_run (week, day, from, &begin) == to && begin == from;
}

static unsigned
days_with_run (const Week *week, int from, int to)
{
  unsigned days = 0;

  for (int day = 0; day < WEEK_DAYS; day++)
    days |= (unsigned) has_run (week, day, from, to) << day;
  return days;
}

bool
week_get_window (const Week *week, size_t i, SmaajobWindow *window)
{
  for (int day = 0; day < WEEK_DAYS; day++)
    for (int from, to = find_run (week, day, 0, &from); from < WEEK_SLOTS;
         to = find_run (week, day, to, &from)) {
      unsigned days = days_with_run (week, from, to);
      bool told = (days & ((1u << day) - 1)) != 0;

      if (!told && i-- == 0) {
        *window = (SmaajobWindow){days, from * WEEK_SLOT_MINUTES, to * WEEK_SLOT_MINUTES};
        return true;
      }
    }
  return false;
}
