/* SPDX-License-Identifier: Apache-2.0 */
#include "many/bars.h"

#include "many/sweep.h"
#include "many/verdicts.h"
#include "many/weigh.h"

/* Of a cost, as bars have it; and what is no bar. */
#define BAR_SHIFT 18
#define NO_BAR    KERNEL_NO_BAR

#define SWEEP_SHIFT 24
#define SCORE_MOST  1000

#define SCORED_TOGETHER 16

/* Numbers of 64 openings, upright: plane k has bit k of each. */
#define N_COUNT_PLANES 8
#define MOST_COUNTED   ((1u << N_COUNT_PLANES) - 1)
typedef struct {
  uint64_t planes[N_COUNT_PLANES];
} Counts;

/* With a score, and without, by verdict: the first is in the place of the blocked. */
typedef struct {
  Counts of[N_VERDICTS];
} BlockCounts;

/* When every pair's are counted. */
typedef struct {
  Counts with[N_VERDICTS], blocked_by[N_BLOCKERS];
} BlockBlockers;

struct Bars {
  Search *search;
  Sweep *sweep;
  uint32_t first, n; /* blocks */
  uint64_t *chosen;  /* by block of the market: openings, as bits */
  /* by block, from the first */
  BlockCounts *counts;
  BlockBlockers *blockers; /* NULL when they are not counted */
  /* by opening, from the first block */
  SmaajobRanking **rankings;
  uint16_t *bars;
  bool any_kept;
  uint32_t n_counted; /* citizens, since the counts were nothing */
  uint16_t bar_of[SCORE_MOST + 1];
  uint32_t n_found, found[SCORED_TOGETHER]; /* to be scored */
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
  bars->counts = memory_new (n * sizeof *bars->counts);
  bars->rankings = memory_new (n * BLOCK_OPENINGS * sizeof (SmaajobRanking *));
  bars->bars = memory_new (n * BLOCK_OPENINGS * sizeof *bars->bars);
  bars->blockers = every ? memory_new (n * sizeof *bars->blockers) : NULL;
  if (bars->chosen == NULL || bars->counts == NULL || bars->rankings == NULL ||
      bars->bars == NULL || (every && bars->blockers == NULL)) {
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
  memory_free (bars->blockers);
  memory_free (bars->rankings);
  memory_free (bars->bars);
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

static void
score (Bars *bars, uint32_t opening, Kept place)
{
  SmaajobRanking *ranking = bars->rankings[place_of (bars, opening)];

  search_score (ranking, bars->sweep->screen, opening, place);
  if (ranking->n == ranking->most)
    bars->bars[place_of (bars, opening)] = bars->bar_of[ranking->kept[0].score.score];
}

/* Each is somewhere else: what is needed of all is fetched before the first is scored. They have a
   score, and few that a closer bound would rule out. */
static void
score_found (Bars *bars, Kept place)
{
  const SmaajobMarket *market = bars->sweep->screen->market;

  for (uint32_t k = 0; k < bars->n_found; k++) {
    __builtin_prefetch (&market->images[market->numbers[bars->found[k]]]);
    __builtin_prefetch (bars->rankings[place_of (bars, bars->found[k])]->kept);
  }
  for (uint32_t k = 0; k < bars->n_found; k++)
    opening_prefetch (market_image (market, bars->found[k]));
  for (uint32_t k = 0; k < bars->n_found; k++)
    score (bars, bars->found[k], place);
  bars->n_found = 0;
}

/* Those whose bounds are not beyond their bars. */
static uint64_t
find_promising (const Bars *bars, uint32_t block)
{
  const Sweep *sweep = bars->sweep;
  const size_t place = (size_t) (block - bars->first) * BLOCK_OPENINGS;
  const int coarser = sweep->shift - BAR_SHIFT;
  const Cost base = sweep->base >> BAR_SHIFT;

  if (coarser > KERNEL_COARSEST)
    return sweep->alive[block];
  return sweep->alive[block] &
         sweep->kernel->find_within (sweep->totals + (size_t) block * BLOCK_OPENINGS,
                                     bars->bars + place, coarser,
                                     base < NO_BAR ? (uint16_t) base : NO_BAR);
}

static void
score_block (Bars *bars, uint32_t block, Kept place)
{
  for (uint64_t left = find_promising (bars, block); left != 0; left &= left - 1) {
    bars->found[bars->n_found++] = block * BLOCK_OPENINGS + (uint32_t) __builtin_ctzll (left);
    if (bars->n_found == SCORED_TOGETHER)
      score_found (bars, place);
  }
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
  const Sweep *sweep = bars->sweep;
  BlockCounts *counts = &bars->counts[block - bars->first];

  if (sweep->least[block] != SWEEP_CLOSED)
    count (&counts->of[SMAAJOB_VERDICT_BLOCKED], sweep->alive[block]);
  for (int verdict = SMAAJOB_VERDICT_BLOCKED + 1; verdict < N_VERDICTS; verdict++)
    count (&counts->of[verdict], sweep->scoreless[block].with[verdict]);
}

static void
count_every (Bars *bars, uint32_t block)
{
  const BlockVerdicts *verdicts = &bars->sweep->verdicts[block];
  BlockBlockers *counts = &bars->blockers[block - bars->first];

  for (int i = 0; i < N_VERDICTS; i++)
    count (&counts->with[i], verdicts->with[i]);
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

static void
tell_every (const BlockBlockers *counts, uint32_t i, SmaajobRanking *ranking)
{
  for (int k = 0; k < N_VERDICTS; k++)
    ranking->with_verdict[k] += count_of (&counts->with[k], i);
  for (int k = 0; k < N_BLOCKERS; k++)
    ranking->blocked_by[k] += count_of (&counts->blocked_by[k], i);
}

/* Who is blocked neither has a score nor is without one for another verdict. */
static void
tell_counts (Bars *bars)
{
  for (uint32_t i = 0; i < bars->n * BLOCK_OPENINGS; i++) {
    const BlockCounts *counts = &bars->counts[i / BLOCK_OPENINGS];
    SmaajobRanking *ranking = bars->rankings[i];
    size_t open;

    if (ranking == NULL)
      continue;
    open = count_of (&counts->of[SMAAJOB_VERDICT_BLOCKED], i % BLOCK_OPENINGS);
    for (int verdict = SMAAJOB_VERDICT_BLOCKED + 1; verdict < N_VERDICTS; verdict++) {
      size_t n = count_of (&counts->of[verdict], i % BLOCK_OPENINGS);

      ranking->without_score[verdict] += n;
      open += n;
    }
    ranking->without_score[SMAAJOB_VERDICT_BLOCKED] += bars->n_counted - open;
    ranking->n_pairs += bars->n_counted;
    if (bars->blockers != NULL)
      tell_every (&bars->blockers[i / BLOCK_OPENINGS], i % BLOCK_OPENINGS, ranking);
  }
  for (uint32_t b = 0; b < bars->n; b++) {
    bars->counts[b] = (BlockCounts){0};
    if (bars->blockers != NULL)
      bars->blockers[b] = (BlockBlockers){.with = {{{0}}}};
  }
  bars->n_counted = 0;
}

void
bars_consider (Bars *bars, const SmaajobCitizen *citizen, Kept place)
{
  if (bars->n_counted == MOST_COUNTED)
    tell_counts (bars);
  search_begin (bars->search, citizen, false);
  if (bars->blockers != NULL)
    verdicts_find (bars->sweep);
  sweep_market (bars->sweep, SWEEP_SHIFT);
  weigh_all (bars->sweep);
  bars->n_counted++;
  for (uint32_t b = bars->first; b < bars->first + bars->n; b++) {
    count_block (bars, b);
    if (bars->blockers != NULL)
      count_every (bars, b);
    if (bars->any_kept && bars->sweep->least[b] != SWEEP_CLOSED)
      score_block (bars, b, place);
  }
  score_found (bars, place);
}

void
bars_finish (Bars *bars)
{
  tell_counts (bars);
  for (uint32_t i = 0; i < bars->n * BLOCK_OPENINGS; i++)
    if (bars->rankings[i] != NULL)
      ranking_sort (bars->rankings[i]);
}
