/* SPDX-License-Identifier: Apache-2.0 */
#include "many/choose.h"

#include "many/reach.h"
#include "match/score.h"

#define RANK_SHIFT  24
#define TOTAL_SHIFT 48
_Static_assert(MARKET_MOST <= 1u << RANK_SHIFT, "a candidate has room for all three");

bool
choose_pair (SmaajobRanking *ranking, const Screen *screen, const SmaajobCitizen *citizen,
             uint32_t opening, Kept place)
{
  const SmaajobPair pair = {citizen, market_image (screen->market, opening), SMAAJOB_UNKNOWN};
  uint32_t rank = (uint32_t) place.key;

  place.score = pair_score (&pair, screen->policy);
  ranking->n_scored++;
  if (place.score.score == SMAAJOB_UNKNOWN)
    return false;
  place.key = rank_key (place.score.score, place.score.verdict, rank);
  if (ranking_has_room (ranking, place.key))
    ranking_keep (ranking, place);
  return true;
}

bool
choose_opening (SmaajobRanking *ranking, const Screen *screen, uint32_t opening)
{
  const Kept place = {.key = screen->market->ranks[opening],
                      .number = screen->market->numbers[opening]};

  return choose_pair (ranking, screen, screen->citizen, opening, place);
}

/* The lightest is the first. */
static void
sift_down (Candidate *candidates, uint32_t at, uint32_t n)
{
  const Candidate down = candidates[at];

  for (uint32_t child = 2 * at + 1; child < n; child = 2 * at + 1) {
    child += child + 1 < n && candidates[child + 1] < candidates[child];
    if (candidates[child] >= down)
      break;
    candidates[at] = candidates[child];
    at = child;
  }
  candidates[at] = down;
}

static uint32_t
opening_of (Candidate candidate)
{
  return candidate & (MARKET_MOST - 1);
}

static uint32_t
rank_of (Candidate candidate)
{
  return candidate >> RANK_SHIFT & (MARKET_MOST - 1);
}

/* The score from the total, the verdict from the citizen alone. */
static RankKey
bound_of (const Sweep *sweep, Candidate candidate)
{
  const Screen *screen = sweep->screen;
  const bool unclear = screen->findings.needs_unknown || screen->findings.choice_pending;
  const Cost cost = sweep->base + ((Cost) (candidate >> TOTAL_SHIFT) << sweep->shift);

  return rank_key (score_of (cost, screen->scale),
                   unclear ? SMAAJOB_VERDICT_UNCLEAR : SMAAJOB_VERDICT_FIT, rank_of (candidate));
}

void
choice_begin (Choice *choice, Sweep *sweep)
{
  choice->sweep = sweep;
  choice->n_candidates = choice->n_failed = choice->n_closed = 0;
}

/* So many seemed to have a score and have none that it is sooner found at once what has one: to
   score them took as long. Of an exact sweep none does. */
#define MOST_FAILED 128

bool
choice_has_failed (const Choice *choice)
{
  const Sweep *sweep = choice->sweep;

  return !sweep->exact && (choice->n_failed > MOST_FAILED ||
                           choice->n_closed > SWEEP_WEIGHED (sweep->screen->market));
}

static bool
may_be_kept (const Choice *choice, const SmaajobRanking *ranking, Candidate candidate)
{
  return ranking->n < ranking->most ||
         ranking_has_room (ranking, bound_of (choice->sweep, candidate));
}

static void
make_heap (Choice *choice)
{
  for (uint32_t at = choice->n_candidates / 2; at > 0; at--)
    sift_down (choice->candidates, at - 1, choice->n_candidates);
}

/* One cannot be kept: nor can those of its total, whose ids come later. What is heavier may come to
   the same score, and go before it by its id; or it is worse, too. */
static void
drop_equal (Choice *choice, const SmaajobRanking *ranking, Candidate dropped)
{
  const bool worse = !ranking_has_room (ranking, bound_of (choice->sweep, dropped) | UINT32_MAX);
  uint32_t n = 0;

  for (uint32_t k = 0; k < choice->n_candidates && !worse; k++)
    if (choice->candidates[k] >> TOTAL_SHIFT != dropped >> TOTAL_SHIFT)
      choice->candidates[n++] = choice->candidates[k];
  choice->n_candidates = n;
  make_heap (choice);
}

/* The next of which none is known to be behind what is kept. */
static uint32_t
take_promising (Choice *choice, const SmaajobRanking *ranking, uint32_t most, Candidate *taken)
{
  uint32_t n = 0;

  while (choice->n_candidates > 0 && n < most) {
    const Candidate first = choice->candidates[0];

    if (!may_be_kept (choice, ranking, first)) {
      drop_equal (choice, ranking, first);
      continue;
    }
    taken[n++] = first;
    choice->candidates[0] = choice->candidates[--choice->n_candidates];
    if (choice->n_candidates > 0)
      sift_down (choice->candidates, 0, choice->n_candidates);
  }
  return n;
}

/* Of those that were weighed one by one it is known that they are open. */
static uint32_t
leave_open (Choice *choice, Candidate *taken, uint32_t n)
{
  const Sweep *sweep = choice->sweep;
  const SmaajobMarket *market = sweep->screen->market;
  uint32_t n_open = 0;

  if (sweep->exact || !sweep->summed)
    return n;
  for (uint32_t k = 0; k < n; k++)
    memory_fetch (&market->starts[opening_of (taken[k])]);
  for (uint32_t k = 0; k < n; k++)
    market_fetch_tasks (market, opening_of (taken[k]));
  for (uint32_t k = 0; k < n; k++)
    if (reach_is_open (sweep, opening_of (taken[k])))
      taken[n_open++] = taken[k];
  choice->n_closed += n - n_open;
  return n_open;
}

static void
score_taken (Choice *choice, SmaajobRanking *ranking, const Candidate *taken, uint32_t n)
{
  const SmaajobMarket *market = choice->sweep->screen->market;

  for (uint32_t k = 0; k < n; k++)
    memory_fetch (&market->images[market->numbers[opening_of (taken[k])]]);
  for (uint32_t k = 0; k < n; k++)
    opening_prefetch (market_image (market, opening_of (taken[k])));
  for (uint32_t k = 0; k < n && !choice_has_failed (choice); k++)
    if (may_be_kept (choice, ranking, taken[k]))
      choice->n_failed += !choose_opening (ranking, choice->sweep->screen, opening_of (taken[k]));
}

/* Each is somewhere else: what is needed of some is fetched before the first of them is looked at.
   A few more than are kept have to be scored, mostly. */
#define MOST_TOGETHER  32
#define LEAST_TOGETHER 4

static uint32_t
count_together (const SmaajobRanking *ranking)
{
  const size_t n = ranking->most - ranking->n + LEAST_TOGETHER;

  return n < MOST_TOGETHER ? (uint32_t) n : MOST_TOGETHER;
}

/* The most promising first, as long as one can be among the best: no others are scored. */
static void
choose (Choice *choice, SmaajobRanking *ranking)
{
  const SmaajobMarket *market = choice->sweep->screen->market;
  Candidate *candidates = choice->candidates, taken[MOST_TOGETHER];
  uint32_t n;

  for (uint32_t k = 0; k < choice->n_candidates; k++)
    candidates[k] |= (Candidate) market->ranks[opening_of (candidates[k])] << RANK_SHIFT;
  make_heap (choice);
  while (!choice_has_failed (choice) &&
         (n = take_promising (choice, ranking, count_together (ranking), taken)) > 0)
    score_taken (choice, ranking, taken, leave_open (choice, taken, n));
  choice->n_candidates = 0;
}

/* Those of a block whose total is above the one and at most the other. */
static void
gather_of_block (Choice *choice, SmaajobRanking *ranking, uint32_t block, const int totals[2])
{
  const Sweep *sweep = choice->sweep;
  const uint8_t *own = sweep->totals + (size_t) block * BLOCK_OPENINGS;
  uint64_t found = sweep->kernel->find (own, (uint8_t) totals[1]);

  if (totals[0] >= 0)
    found &= ~sweep->kernel->find (own, (uint8_t) totals[0]);
  for (; found != 0; found &= found - 1) {
    const unsigned i = (unsigned) __builtin_ctzll (found);
    const uint32_t opening = block * BLOCK_OPENINGS + i;

    if (choice->n_candidates == MOST_CANDIDATES)
      choose (choice, ranking);
    memory_fetch (&sweep->screen->market->ranks[opening]);
    choice->candidates[choice->n_candidates++] = (Candidate) own[i] << TOTAL_SHIFT | opening;
  }
}

void
choice_make (Choice *choice, SmaajobRanking *ranking, int above, int most)
{
  const Sweep *sweep = choice->sweep;

  for (uint32_t first = 0; first < sweep->screen->market->n_blocks; first += 64)
    for (uint64_t left = sweep_find_light (sweep, first, most); left != 0; left &= left - 1)
      gather_of_block (choice, ranking, first + (uint32_t) __builtin_ctzll (left),
                       (int[]){above, most});
  choose (choice, ranking);
}
