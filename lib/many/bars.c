/* SPDX-License-Identifier: Apache-2.0 */
#include "many/bars.h"

#include "many/sweep.h"
#include "many/total.h"
#include "many/verdicts.h"
#include "many/weigh.h"

#include <string.h>

/* Of a cost, as bars have it; and what is no bar. */
#define BAR_SHIFT 18
#define NO_BAR    KERNEL_NO_BAR

#define SWEEP_SHIFT 24
#define SCORE_MOST  1000

/* Citizens are swept before the pairs of the first are scored: of an opening the most promising of
   so many is scored first, so that its bar is soon low. There are fewer where their totals would
   take too much memory. */
#define WAITING_BITS 8
#define MOST_WAITING (1u << WAITING_BITS)
#define WAITING_ROOM (1u << 24) /* bytes */

typedef struct {
  CitizenCopy copy;
  const SmaajobCitizen *citizen;
  Kept place;
  Cost base; /* of a sweep, as bars have it */
} Waiting;

/* What a pair costs at the least, as bars have it, and which of those waiting it is. */
typedef uint32_t Promise;

/* Numbers of 64 openings, upright: plane k has bit k of each. */
#define N_COUNT_PLANES 8
#define MOST_COUNTED   ((1u << N_COUNT_PLANES) - 1)
typedef struct {
  uint64_t planes[N_COUNT_PLANES];
} Counts;

/* When every pair's are counted: pairs without a score that are not blocked, all pairs, and the
   blocked. */
typedef struct {
  Counts without[N_VERDICTS], with[N_VERDICTS], blocked_by[N_BLOCKERS];
} BlockCounts;

struct Bars {
  Search *search;
  Sweep *sweep;
  uint32_t first, n; /* blocks */
  uint64_t *chosen;  /* by block of the market: openings, as bits */
  /* by block, from the first */
  BlockCounts *counts; /* NULL when nothing is counted */
  /* by opening, from the first block */
  SmaajobRanking **rankings;
  uint16_t *bars;
  bool any_kept;
  uint32_t n_counted; /* citizens, since the counts were nothing */
  uint16_t bar_of[SCORE_MOST + 1];
  int coarser; /* totals than bars */
  uint32_t n_waiting, most_waiting;
  Waiting waiting[MOST_WAITING];
  uint8_t *totals; /* by waiting, opening from the first block */
  /* of a block: by opening */
  uint32_t n_promises[BLOCK_OPENINGS];
  Promise promises[BLOCK_OPENINGS][MOST_WAITING];
};

/* Whatever costs more comes to a lower score. */
static uint16_t
find_bar (const Screen *screen, int score)
{
  uint32_t least = 0, most = NO_BAR;

  while (least < most) {
    uint32_t middle = (least + most + 1) / 2;

    if (score_of ((Cost) middle << BAR_SHIFT, screen->scale) >= score)
      least = middle;
    else
      most = middle - 1;
  }
  return (uint16_t) least;
}

static uint32_t
choose_most_waiting (size_t n_blocks)
{
  const size_t most = WAITING_ROOM / BLOCK_OPENINGS / (n_blocks > 0 ? n_blocks : 1);

  return most == 0 ? 1 : most < MOST_WAITING ? (uint32_t) most : MOST_WAITING;
}

Bars *
bars_new (Search *search, const uint32_t blocks[2], bool every)
{
  Bars *bars = memory_new (sizeof *bars);
  size_t n = blocks[1] - blocks[0];

  if (bars == NULL)
    return NULL;
  bars->search = search;
  bars->sweep = search_sweep (search);
  bars->first = blocks[0];
  bars->n = blocks[1] - blocks[0];
  bars->chosen = memory_new (bars->sweep->screen->market->n_blocks * sizeof *bars->chosen);
  bars->counts = every ? memory_new (n * sizeof *bars->counts) : NULL;
  bars->rankings = memory_new (n * BLOCK_OPENINGS * sizeof (SmaajobRanking *));
  bars->bars = memory_new (n * BLOCK_OPENINGS * sizeof *bars->bars);
  bars->most_waiting = choose_most_waiting (n);
  bars->totals = memory_resize (NULL, (bars->most_waiting * n + 1) * BLOCK_OPENINGS);
  if (bars->chosen == NULL || (every && bars->counts == NULL) || bars->rankings == NULL ||
      bars->bars == NULL || bars->totals == NULL) {
    bars_free (bars);
    return NULL;
  }
  for (int score = 0; score <= SCORE_MOST; score++)
    bars->bar_of[score] = find_bar (bars->sweep->screen, score);
  bars->sweep->chosen = bars->chosen;
  return bars;
}

void
bars_free (Bars *bars)
{
  if (bars == NULL)
    return;
  bars->sweep->chosen = NULL;
  memory_free (bars->chosen);
  memory_free (bars->counts);
  memory_free (bars->rankings);
  memory_free (bars->bars);
  memory_free (bars->totals);
  for (uint32_t i = 0; i < MOST_WAITING; i++)
    memory_free (bars->waiting[i].copy.citizen);
  memory_free (bars);
}

static uint32_t
place_of (const Bars *bars, uint32_t opening)
{
  return opening - bars->first * BLOCK_OPENINGS;
}

void
bars_add (Bars *bars, uint32_t opening, SmaajobRanking *ranking)
{
  bits_add (bars->chosen, opening);
  bars->rankings[place_of (bars, opening)] = ranking;
  bars->any_kept |= ranking->most > 0;
  bars->bars[place_of (bars, opening)] = NO_BAR;
}

static uint8_t *
totals_of (const Bars *bars, uint32_t waiting, uint32_t block)
{
  return bars->totals + ((size_t) waiting * bars->n + (block - bars->first)) * BLOCK_OPENINGS;
}

/* The least is the first. */
static void
sift_down (Promise *promises, uint32_t at, uint32_t n)
{
  const Promise down = promises[at];

  for (uint32_t child = 2 * at + 1; child < n; child = 2 * at + 1) {
    child += child + 1 < n && promises[child + 1] < promises[child];
    if (promises[child] >= down)
      break;
    promises[at] = promises[child];
    at = child;
  }
  promises[at] = down;
}

/* The most promising first, as long as one can be among the best. */
static void
score_opening (Bars *bars, uint32_t opening, Promise *promises, uint32_t n)
{
  const Screen *screen = bars->sweep->screen;
  SmaajobRanking *ranking = bars->rankings[place_of (bars, opening)];
  uint16_t *bar = &bars->bars[place_of (bars, opening)];

  for (uint32_t at = n / 2; at > 0; at--)
    sift_down (promises, at - 1, n);
  while (n > 0 && promises[0] >> WAITING_BITS <= *bar) {
    const Waiting *waiting = &bars->waiting[promises[0] % MOST_WAITING];

    choose_pair (ranking, screen, waiting->citizen, opening, waiting->place);
    if (ranking->n == ranking->most)
      *bar = bars->bar_of[ranking->kept[0].score.score];
    promises[0] = promises[--n];
    if (n > 0)
      sift_down (promises, 0, n);
  }
}

/* What a pair of one waiting costs at the least, as bars have it: what is as much as none would be
   is within none that there is. */
static Cost
least_cost (const Bars *bars, const Waiting *waiting, uint8_t total)
{
  const Cost cost = waiting->base + ((Cost) total << bars->coarser);

  return cost < NO_BAR ? cost : NO_BAR;
}

/* Those of a citizen whose bounds are not beyond their bars. */
static uint64_t
find_promising (const Bars *bars, const Waiting *waiting, uint32_t block, const uint8_t *totals)
{
  const Kernel *kernel = bars->sweep->kernel;
  const uint64_t open = kernel->find (totals, SWEEP_MOST);

  if (open == 0 || bars->coarser > KERNEL_COARSEST)
    return open;
  return open & kernel->find_within (totals, bars->bars + place_of (bars, block * BLOCK_OPENINGS),
                                     bars->coarser, (uint16_t) least_cost (bars, waiting, 0));
}

static void
add_promises (Bars *bars, uint32_t number, uint32_t block)
{
  const Waiting *waiting = &bars->waiting[number];
  const uint8_t *totals = totals_of (bars, number, block);

  for (uint64_t left = find_promising (bars, waiting, block, totals); left != 0; left &= left - 1) {
    const unsigned i = (unsigned) __builtin_ctzll (left);

    bars->promises[i][bars->n_promises[i]++] =
        (Promise) (least_cost (bars, waiting, totals[i]) << WAITING_BITS | number);
  }
}

static void
score_block (Bars *bars, uint32_t block)
{
  const SmaajobMarket *market = bars->sweep->screen->market;
  const uint32_t first = block * BLOCK_OPENINGS;

  memset (bars->n_promises, 0, sizeof bars->n_promises);
  for (uint32_t i = 0; i < bars->n_waiting; i++)
    add_promises (bars, i, block);
  for (uint32_t i = 0; i < BLOCK_OPENINGS; i++)
    if (bars->n_promises[i] > 0)
      opening_prefetch (market_image (market, first + i));
  for (uint32_t i = 0; i < BLOCK_OPENINGS; i++)
    if (bars->n_promises[i] > 0)
      score_opening (bars, first + i, bars->promises[i], bars->n_promises[i]);
}

static void
score_waiting (Bars *bars)
{
  for (uint32_t b = bars->first; b < bars->first + bars->n && bars->n_waiting > 0; b++)
    score_block (bars, b);
  bars->n_waiting = 0;
}

/* What the sweep found of the citizen who is the next to wait. */
static void
keep_totals (Bars *bars, const SmaajobCitizen *citizen, Kept place)
{
  const Sweep *sweep = bars->sweep;
  Waiting *waiting = &bars->waiting[bars->n_waiting];

  waiting->citizen = citizen;
  waiting->place = place;
  waiting->base = sweep->base >> BAR_SHIFT;
  bars->coarser = sweep->shift - BAR_SHIFT;
  for (uint32_t b = bars->first; b < bars->first + bars->n; b++)
    if (sweep->least[b] == SWEEP_CLOSED)
      memset (totals_of (bars, bars->n_waiting, b), SWEEP_CLOSED, BLOCK_OPENINGS);
    else
      memcpy (totals_of (bars, bars->n_waiting, b), sweep->totals + (size_t) b * BLOCK_OPENINGS,
              BLOCK_OPENINGS);
  bars->n_waiting++;
}

static void
count (Counts *counts, uint64_t bits)
{
  for (int k = 0; bits != 0; k++) {
    uint64_t both = counts->planes[k] & bits;

    counts->planes[k] ^= bits;
    bits = both;
  }
}

static void
count_block (Bars *bars, uint32_t block)
{
  const BlockVerdicts *verdicts = &bars->sweep->verdicts[block];
  const VerdictBits *scoreless = &bars->sweep->scoreless[block];
  BlockCounts *counts = &bars->counts[block - bars->first];

  for (int i = 0; i < N_VERDICTS; i++) {
    count (&counts->without[i], scoreless->with[i]);
    count (&counts->with[i], verdicts->with[i]);
  }
  for (int i = 0; i < N_BLOCKERS; i++)
    count (&counts->blocked_by[i], verdicts->blocked_by[i]);
}

static size_t
count_of (const Counts *counts, uint32_t i)
{
  size_t n = 0;

  for (int k = 0; k < N_COUNT_PLANES; k++)
    n |= (size_t) (counts->planes[k] >> i & 1) << k;
  return n;
}

/* The blocked have no score. */
static void
tell_opening (const BlockCounts *counts, uint32_t i, SmaajobRanking *ranking)
{
  for (int k = 0; k < N_VERDICTS; k++) {
    ranking->without_score[k] += count_of (&counts->without[k], i);
    ranking->with_verdict[k] += count_of (&counts->with[k], i);
  }
  ranking->without_score[SMAAJOB_VERDICT_BLOCKED] +=
      count_of (&counts->with[SMAAJOB_VERDICT_BLOCKED], i);
  for (int k = 0; k < N_BLOCKERS; k++)
    ranking->blocked_by[k] += count_of (&counts->blocked_by[k], i);
}

static void
tell_counts (Bars *bars)
{
  for (uint32_t i = 0; i < bars->n * BLOCK_OPENINGS; i++) {
    SmaajobRanking *ranking = bars->rankings[i];

    if (ranking == NULL)
      continue;
    ranking->n_pairs += bars->n_counted;
    if (bars->counts != NULL)
      tell_opening (&bars->counts[i / BLOCK_OPENINGS], i % BLOCK_OPENINGS, ranking);
  }
  for (uint32_t b = 0; b < bars->n && bars->counts != NULL; b++)
    bars->counts[b] = (BlockCounts){.with = {{{0}}}};
  bars->n_counted = 0;
}

CitizenCopy *
bars_make_room (Bars *bars)
{
  if (bars->n_waiting == bars->most_waiting)
    score_waiting (bars);
  return &bars->waiting[bars->n_waiting].copy;
}

void
bars_consider (Bars *bars, const SmaajobCitizen *citizen, Kept place)
{
  if (bars->n_counted == MOST_COUNTED)
    tell_counts (bars);
  search_begin (bars->search, citizen, false);
  if (bars->counts != NULL) {
    verdicts_find (bars->sweep);
    sweep_judged (bars->sweep);
  } else {
    sweep_market (bars->sweep, false);
  }
  total_set_shift (bars->sweep, SWEEP_SHIFT);
  weigh_sum (bars->sweep);
  bars->n_counted++;
  for (uint32_t b = bars->first; b < bars->first + bars->n && bars->counts != NULL; b++)
    count_block (bars, b);
  if (bars->any_kept)
    keep_totals (bars, citizen, place);
}

void
bars_finish (Bars *bars)
{
  score_waiting (bars);
  tell_counts (bars);
  for (uint32_t i = 0; i < bars->n * BLOCK_OPENINGS; i++)
    if (bars->rankings[i] != NULL)
      ranking_sort (bars->rankings[i]);
}
