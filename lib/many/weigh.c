/* SPDX-License-Identifier: Apache-2.0 */
#include "many/weigh.h"

#include "many/competence.h"
#include "many/kinds.h"
#include "many/needs.h"
#include "many/reach.h"
#include "many/sweep.h"
#include "many/total.h"

#include <string.h>

/* To go through those of few openings is less work than to weigh some one by one; all the more
   where those cannot be bounded before. */
static bool
has_few_postings (const Screen *screen)
{
  return screen->n_posted < screen->market->n / (screen->view->dearest == NULL ? 1 : 2);
}

static void
count_least (Sweep *sweep)
{
  const uint32_t n_blocks = sweep->screen->market->n_blocks;

  memset (sweep->n_with_least, 0, sizeof sweep->n_with_least);
  sweep->n_with_least[SWEEP_CLOSED] = n_blocks;
  for (uint32_t first = 0; first < n_blocks; first += 64)
    for (uint64_t open = sweep_find_light (sweep, first, SWEEP_MOST); open != 0; open &= open - 1) {
      sweep->n_with_least[sweep->least[first + (uint32_t) __builtin_ctzll (open)]]++;
      sweep->n_with_least[SWEEP_CLOSED]--;
    }
}

static void
sum (Sweep *sweep, bool with_competence)
{
  sweep->summed = with_competence;
  sweep->n_bounded = sweep->n_weighed = 0;
  sweep->bounded_most = -1;
  memset (sweep->bounded, 0, sweep->screen->market->n_blocks * sizeof *sweep->bounded);
  memset (sweep->n_with_bound, 0, sizeof sweep->n_with_bound);
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

  sum (sweep, (sweep->exact && screen->market->n <= sweep->few) || has_few_postings (screen));
}

void
weigh_all (Sweep *sweep)
{
  if (!sweep->exact) {
    sweep_again (sweep);
    total_set_shift (sweep, sweep->shift);
  }
  weigh_sum (sweep);
}

void
weigh_more (Sweep *sweep)
{
  if (sweep->summed || sweep->exact)
    weigh_all (sweep);
  else
    weigh_sum (sweep);
}

static unsigned
competence_in_units (const Sweep *sweep, Cost competence)
{
  const SmaajobPolicy *policy = sweep->screen->policy;

  return cost_in_units (policy, SMAAJOB_CRITERION_COMPETENCE,
                        competence < policy->floor ? competence : policy->floor, sweep->shift);
}

static uint8_t
add_units (uint8_t total, unsigned units)
{
  const unsigned sum = total + units;

  return sum < SWEEP_MOST ? (uint8_t) sum : SWEEP_MOST;
}

/* Whether what is lacking in the totals can be bounded before it is reckoned. */
static bool
has_dearest (const Sweep *sweep)
{
  return sweep->screen->view->dearest != NULL;
}

/* Lists those whose total is at most so much, but for those in the bits, and has them there. False
   when there are more than there is room for. */
static bool
list_light (Sweep *sweep, int most, uint64_t *bits, uint32_t room, uint32_t *n)
{
  *n = 0;
  for (uint32_t first = 0; first < sweep->screen->market->n_blocks; first += 64)
    for (uint64_t light = sweep_find_light (sweep, first, most); light != 0; light &= light - 1) {
      const uint32_t block = first + (uint32_t) __builtin_ctzll (light);
      const uint8_t *totals = sweep->totals + (size_t) block * BLOCK_OPENINGS;
      uint64_t left = sweep->kernel->find (totals, (uint8_t) most) & ~bits[block];

      if ((uint32_t) __builtin_popcountll (left) > room - *n)
        return false;
      bits[block] |= left;
      for (; left != 0; left &= left - 1)
        sweep->listed[(*n)++] = block * BLOCK_OPENINGS + (uint32_t) __builtin_ctzll (left);
    }
  return true;
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

/* Of the blocks of those that are listed, one after the other. */
static void
find_leasts (Sweep *sweep, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    if (i == 0 || sweep->listed[i] / BLOCK_OPENINGS != sweep->listed[i - 1] / BLOCK_OPENINGS)
      find_least (sweep, sweep->listed[i] / BLOCK_OPENINGS);
}

static unsigned
units_of_dearest (const Sweep *sweep, uint32_t opening)
{
  return competence_in_units (sweep, competence_of_dearest (sweep->screen, opening));
}

#define DEAREST_AHEAD 12

/* False when they are too many. */
static bool
bound_up_to (Sweep *sweep, int most)
{
  const Screen *screen = sweep->screen;
  uint32_t n;

  if (!list_light (sweep, most, sweep->bounded, SWEEP_BOUNDED (screen->market) - sweep->n_bounded,
                   &n))
    return false;
  for (uint32_t i = 0; i < n; i++) {
    uint8_t *total = &sweep->totals[sweep->listed[i]];

    if (i + DEAREST_AHEAD < n)
      memory_fetch (&screen->view->dearest[sweep->listed[i + DEAREST_AHEAD]]);
    *total = add_units (*total, units_of_dearest (sweep, sweep->listed[i]));
    sweep->n_with_bound[*total]++;
  }
  sweep->n_bounded += n;
  sweep->bounded_most = most;
  find_leasts (sweep, n);
  return true;
}

/* What is heavier than within matters no more. */
static void
weigh_opening (Sweep *sweep, uint32_t opening, int within)
{
  uint8_t *total = &sweep->totals[opening];

  const unsigned bound = has_dearest (sweep) ? units_of_dearest (sweep, opening) : 0;

  *total = add_units (*total,
                      competence_in_units (sweep, competence_of (sweep->screen, opening)) - bound);
  if (!sweep->exact && *total <= within && !reach_is_open (sweep, opening))
    *total = SWEEP_CLOSED;
  else
    sweep->n_with_total[*total]++;
}

/* They are anywhere: what leads to so many is fetched at once. */
#define TOGETHER 32

static void
fetch_listed (const SmaajobMarket *market, const uint32_t *listed, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    memory_fetch (&market->starts[listed[i]]);
  for (uint32_t i = 0; i < n; i++)
    market_fetch_tasks (market, listed[i]);
}

static void
weigh_listed (Sweep *sweep, uint32_t n, int within)
{
  for (uint32_t i = 0; i < n; i++) {
    if (i % TOGETHER == 0)
      fetch_listed (sweep->screen->market, sweep->listed + i, n - i < TOGETHER ? n - i : TOGETHER);
    weigh_opening (sweep, sweep->listed[i], within);
  }
  sweep->n_weighed += n;
}

bool
weigh_up_to (Sweep *sweep, int most, int within)
{
  uint32_t n;

  if (sweep->summed)
    return true;
  if (has_dearest (sweep) && most > sweep->bounded_most && !bound_up_to (sweep, most))
    return false;
  if (!list_light (sweep, most, sweep->weighed,
                   SWEEP_WEIGHED (sweep->screen->market) - sweep->n_weighed, &n))
    return false;
  weigh_listed (sweep, n, within);
  find_leasts (sweep, n);
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

/* Ever more are bounded, but none that is sure to be behind so many others. */
static int
bound_promising (Sweep *sweep, size_t n, bool every)
{
  int promising;

  for (size_t more = 4 * n; (promising = find_total (sweep->n_with_bound, n)) > sweep->bounded_most;
       more += more) {
    const int most = find_light (sweep, more, every);

    if (!bound_up_to (sweep, most < promising ? most : promising))
      return WEIGH_TOO_MANY;
  }
  return promising;
}

/* Ever more are weighed, but none that is sure to be behind so many others. */
int
weigh_promising (Sweep *sweep, size_t n)
{
  const uint32_t n_open = sweep->screen->market->n_blocks - sweep->n_with_least[SWEEP_CLOSED];
  const bool every = n_open / MANY_BLOCKS < n;
  int promising = SWEEP_MOST;

  if (sweep->summed)
    return find_light (sweep, n, every);
  for (size_t more = n;; more += more / 2 + 1) {
    int most = has_dearest (sweep) ? bound_promising (sweep, more, every)
                                   : find_light (sweep, more, every);

    if (most == WEIGH_TOO_MANY)
      return WEIGH_TOO_MANY;
    most = most < promising ? most : promising;
    if (!weigh_up_to (sweep, most, promising))
      return WEIGH_TOO_MANY;
    promising = find_total (sweep->n_with_total, n);
    if (promising <= most)
      return promising;
  }
}
