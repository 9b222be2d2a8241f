/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_WEEK_H
#define BASE_WEEK_H

#include <smaajob/citizen.h>

/* A week on the 15-minute grid: 7 days of 96 slots, bit i of a day is the slot from minute 15·i. */
#define WEEK_DAYS         7
#define WEEK_ALL_DAYS     127u /* as bits */
#define WEEK_SLOTS        96
#define WEEK_SLOT_MINUTES 15
#define WEEK_MINUTES      10080

typedef struct {
  uint64_t early[WEEK_DAYS]; /* slots 0–63: to 16:00 */
  uint32_t late[WEEK_DAYS];  /* slots 64–95 */
  uint32_t days;             /* bits: on no other day is any set */
} Week;

extern const Week week_whole;

void week_add (Week *week, const SmaajobWindow *window); /* window must be checked */
bool week_check_window (const SmaajobWindow *window, const char *pointer, SmaajobError *error);
bool week_has (const Week *week, int day, int slot);
/* Whether it is one window; then which. */
bool week_is_window (const Week *week, SmaajobWindow *window);

/* Here, since every pair compares a few weeks; most differ on the first day that has any time. */
static inline bool
week_is_equal (const Week *a, const Week *b)
{
  for (int day = 0; day < WEEK_DAYS; day++)
    if (a->early[day] != b->early[day] || a->late[day] != b->late[day])
      return false;
  return true;
}

static inline void
week_intersect (const Week *a, const Week *b, Week *both)
{
  for (int day = 0; day < WEEK_DAYS; day++)
    both->early[day] = a->early[day] & b->early[day];
  for (int day = 0; day < WEEK_DAYS; day++)
    both->late[day] = a->late[day] & b->late[day];
  both->days = a->days & b->days;
}

static inline bool
week_is_empty (const Week *week)
{
  uint64_t any = 0;

  for (int day = 0; day < WEEK_DAYS; day++)
    any |= week->early[day] | week->late[day];
  return any == 0;
}

/* Whether they have a slot in common. Most that do have one on the first day that both are of. */
static inline bool
week_meets (const Week *a, const Week *b)
{
  for (unsigned days = a->days & b->days; days != 0; days &= days - 1) {
    int day = __builtin_ctz (days);

    if ((a->early[day] & b->early[day]) | (a->late[day] & b->late[day]))
      return true;
  }
  return false;
}

/* The first n slots of a day, or of its late ones when 64 are taken off n. */
static inline uint64_t
slots_below (int n)
{
  return n <= 0 ? 0 : n >= 64 ? UINT64_MAX : ((uint64_t) 1 << n) - 1;
}

/* How many of a day's slots are set; here, since the capacity is made of it. */
static inline int
slots_count (uint64_t early, uint32_t late)
{
#if defined __POPCNT__ || defined __aarch64__
  return __builtin_popcountll (early) + __builtin_popcount (late);
#else
  const uint64_t ones = 0x5555555555555555, pairs = 0x3333333333333333,
                 nibbles = 0x0f0f0f0f0f0f0f0f;
  uint64_t wide = late;

  early -= early >> 1 & ones;
  wide -= wide >> 1 & ones;
  early = (early & pairs) + (early >> 2 & pairs);
  wide = (wide & pairs) + (wide >> 2 & pairs);
  early += wide;
  early = (early & nibbles) + (early >> 4 & nibbles);
  return (int) (early * 0x0101010101010101 >> 56);
#endif
}

/* The i-th of the fewest windows that make up the week, earliest first; false when there is none.
 */
bool week_get_window (const Week *week, size_t i, SmaajobWindow *window);

#endif
