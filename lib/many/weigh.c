/* SPDX-License-Identifier: Apache-2.0 */
#include "many/weigh.h"

#include "many/competence.h"
#include "many/kinds.h"
#include "many/needs.h"
#include "many/reach.h"
#include "many/sweep.h"
#include "many/total.h"

#include <string.h>

/* To go through those of few openings is less work than to weigh some one by one. */
static bool
has_few_postings (const Screen *screen)
{
  return screen->n_posted < screen->market->n / 2;
}

static void
count_least (Sweep *sweep)
{
  memset (sweep->n_with_least, 0, sizeof sweep->n_with_least);
  for (uint32_t b = 0; b < sweep->screen->market->n_blocks; b++)
    sweep->n_with_least[sweep->least[b]]++;
}

static void
sum (Sweep *sweep, bool with_competence)
{
  sweep->summed = with_competence;
  sweep->n_weighed = 0;
  memset (sweep->weighed, 0, sweep->screen->market->n_blocks * sizeof *sweep->weighed);
  memset (sweep->n_with_total, 0, sizeof sweep->n_with_total);
  if (with_competence)
    competence_sum (sweep);
  total_sum (sweep, with_competence ? sweep->competence : NULL);
  count_least (sweep);
}

void
weigh_sum (Sweep *sweep)
{
  sum (sweep, true);
}

void
weigh_begin (Sweep *sweep)
{
  const Screen *screen = sweep->screen;

  sweep->all_weighed = sweep->exact && screen->market->n <= sweep->few;
  sum (sweep, sweep->all_weighed || has_few_postings (screen));
}

void
weigh_all (Sweep *sweep)
{
  if (!sweep->exact) {
    sweep_market (sweep, true);
    total_set_shift (sweep, sweep->shift);
  }
  weigh_sum (sweep);
  sweep->all_weighed = true;
}

void
weigh_more (Sweep *sweep)
{
  if (sweep->summed || sweep->exact)
    weigh_all (sweep);
  else
    weigh_sum (sweep);
}

/* Lists those of a block that are still to be weighed, as far as there is room for one more than
   may be. */
static void
list_light (Sweep *sweep, uint32_t block, int most, uint32_t *n)
{
  const uint32_t room = SWEEP_WEIGHED (sweep->screen->market) + 1 - sweep->n_weighed;
  const uint8_t *totals = sweep->totals + (size_t) block * BLOCK_OPENINGS;
  uint64_t left = sweep->kernel->find (totals, (uint8_t) most) & ~sweep->weighed[block];

  sweep->weighed[block] |= left;
  for (; left != 0 && *n < room; left &= left - 1)
    sweep->weighing[(*n)++] = block * BLOCK_OPENINGS + (uint32_t) __builtin_ctzll (left);
}

/* False when they are too many. */
static bool
list_all_light (Sweep *sweep, int most, uint32_t *n)
{
  for (uint32_t first = 0; first < sweep->screen->market->n_blocks; first += 64)
    for (uint64_t left = sweep_find_light (sweep, first, most); left != 0; left &= left - 1)
      list_light (sweep, first + (uint32_t) __builtin_ctzll (left), most, n);
  return sweep->n_weighed + *n <= SWEEP_WEIGHED (sweep->screen->market);
}

/* What is heavier than within matters no more. */
static void
weigh_opening (Sweep *sweep, uint32_t opening, int within)
{
  uint8_t *total = &sweep->totals[opening];

  if (!sweep->summed) {
    const SmaajobPolicy *policy = sweep->screen->policy;
    const Cost cost = competence_of (sweep->screen, opening);
    const unsigned sum =
        *total + cost_in_units (policy, SMAAJOB_CRITERION_COMPETENCE,
                                cost < policy->floor ? cost : policy->floor, sweep->shift);

    *total = sum < SWEEP_MOST ? (uint8_t) sum : SWEEP_MOST;
  }
  if (!sweep->exact && *total <= within && !reach_is_open (sweep, opening))
    *total = SWEEP_CLOSED;
  else
    sweep->n_with_total[*total]++;
}

/* They are anywhere: what leads to those to come is fetched meanwhile. */
#define FIRST_AHEAD 12
#define NEXT_AHEAD  6

static void
weigh_listed (Sweep *sweep, uint32_t n, int within)
{
  const SmaajobMarket *market = sweep->screen->market;

  for (uint32_t i = 0; i < n; i++) {
    if (i + FIRST_AHEAD < n)
      memory_fetch (&market->starts[sweep->weighing[i + FIRST_AHEAD]]);
    if (i + NEXT_AHEAD < n) {
      const Start next = market_start (market, sweep->weighing[i + NEXT_AHEAD]);

      memory_fetch (&market->tasks[next.task]);
      memory_fetch (&market->task_times[next.task]);
      memory_fetch (&market->requirements[next.requirement]);
      memory_fetch ((const char *) &market->requirements[next.requirement] + 64);
    }
    weigh_opening (sweep, sweep->weighing[i], within);
  }
  sweep->n_weighed += n;
}

static void
find_least (Sweep *sweep, uint32_t block)
{
  const uint8_t *totals = sweep->totals + (size_t) block * BLOCK_OPENINGS;
  uint8_t least = SWEEP_CLOSED;

  for (int i = 0; i < BLOCK_OPENINGS; i++)
    least = totals[i] < least ? totals[i] : least;
  sweep->n_with_least[sweep->least[block]]--;
  sweep->n_with_least[least]++;
  sweep->least[block] = least;
}

bool
weigh_up_to (Sweep *sweep, int most, int within)
{
  uint32_t n = 0;

  if (sweep->all_weighed)
    return true;
  if (!list_all_light (sweep, most, &n))
    return false;
  weigh_listed (sweep, n, within);
  for (uint32_t first = 0; first < sweep->screen->market->n_blocks; first += 64)
    for (uint64_t left = sweep_find_light (sweep, first, most); left != 0; left &= left - 1)
      find_least (sweep, first + (uint32_t) __builtin_ctzll (left));
  return true;
}

/* The least total that at least so many do not exceed. */
static int
find_total (const uint32_t n_with_total[256], size_t n)
{
  for (int most = 0; most < SWEEP_MOST; most++) {
    if (n_with_total[most] >= n)
      return most;
    n -= n_with_total[most];
  }
  return SWEEP_MOST;
}

/* Of those that are open and at most so much. */
static void
count_totals (const Sweep *sweep, int most, uint32_t n_with_total[256])
{
  memset (n_with_total, 0, 256 * sizeof *n_with_total);
  for (uint32_t first = 0; first < sweep->screen->market->n_blocks; first += 64)
    for (uint64_t light = sweep_find_light (sweep, first, most); light != 0; light &= light - 1) {
      const size_t block = first + (size_t) __builtin_ctzll (light);
      const uint8_t *totals = sweep->totals + block * BLOCK_OPENINGS;

      for (uint64_t left = sweep->kernel->find (totals, (uint8_t) most); left != 0;
           left &= left - 1)
        n_with_total[totals[__builtin_ctzll (left)]]++;
    }
}

/* Of so many blocks for each that is asked for, one opening of each tells enough. */
#define MANY_BLOCKS 4

/* A total that at least so many do not exceed: the least one when every opening is counted. */
static int
find_light (const Sweep *sweep, size_t n, bool every)
{
  const int most = find_total (sweep->n_with_least, n);
  uint32_t n_with_total[256];

  if (!every)
    return most;
  count_totals (sweep, most, n_with_total);
  return find_total (n_with_total, n);
}

/* Ever more are weighed, but none that is sure to be behind so many others. */
int
weigh_promising (Sweep *sweep, size_t n)
{
  const uint32_t n_open = sweep->screen->market->n_blocks - sweep->n_with_least[SWEEP_CLOSED];
  const bool every = n_open / MANY_BLOCKS < n;
  int promising = SWEEP_MOST;

  if (sweep->all_weighed)
    return find_light (sweep, n, every);
  for (size_t more = n;; more += more / 2 + 1) {
    int most = find_light (sweep, more, every);

    most = most < promising ? most : promising;
    if (!weigh_up_to (sweep, most, promising))
      return WEIGH_TOO_MANY;
    promising = find_total (sweep->n_with_total, n);
    if (promising <= most)
      return promising;
  }
}
