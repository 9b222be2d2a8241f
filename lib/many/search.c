/* SPDX-License-Identifier: Apache-2.0 */
#include "many/search.h"

#include "many/sweep.h"
#include "many/total.h"
#include "many/verdicts.h"
#include "many/weigh.h"
#include "match/score.h"

/* An opening that may be among the best: its number, above that the rank of its id, once they are
   chosen from, and above both the total. */
typedef uint64_t Candidate;
#define RANK_SHIFT  24
#define TOTAL_SHIFT 48
_Static_assert(MARKET_MOST <= 1u << RANK_SHIFT, "a candidate has room for all three");

#define MOST_CANDIDATES 1024 /* before the most promising of them are scored */

struct Search {
  Sweep *sweep;
  bool every;        /* blocker of every pair is counted as the pair is screened */
  bool one_by_one;   /* no pair is bounded with others */
  uint32_t n_failed; /* pairs that were scored, and have no score */
  uint32_t n_candidates;
  Candidate candidates[MOST_CANDIDATES];
};

static void
count_blocked (SmaajobRanking *ranking, const Findings *findings, bool every)
{
  unsigned blockers = every ? findings_list_blockers (findings) : 0;

  ranking->without_score[SMAAJOB_VERDICT_BLOCKED]++;
  for (; blockers != 0; blockers &= blockers - 1)
    ranking->blocked_by[__builtin_ctz (blockers)]++;
}

bool
search_score (SmaajobRanking *ranking, const Screen *screen, const SmaajobCitizen *citizen,
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

static void
score_opening (Search *search, SmaajobRanking *ranking, uint32_t opening)
{
  const Screen *screen = search->sweep->screen;
  const Kept place = {.key = screen->market->ranks[opening],
                      .number = screen->market->numbers[opening]};

  search->n_failed += !search_score (ranking, screen, screen->citizen, opening, place);
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

/* Each is somewhere else: what is needed of all is fetched before the first is scored. Of a heap
   the first are about the most promising. */
#define FETCHED_TOGETHER 32

static void
fetch_promising (const Search *search)
{
  const SmaajobMarket *market = search->sweep->screen->market;
  const uint32_t n =
      search->n_candidates < FETCHED_TOGETHER ? search->n_candidates : FETCHED_TOGETHER;

  for (uint32_t k = 0; k < n; k++)
    memory_fetch (&market->images[market->numbers[opening_of (search->candidates[k])]]);
  for (uint32_t k = 0; k < n; k++)
    opening_prefetch (market_image (market, opening_of (search->candidates[k])));
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

/* So many seemed to have a score and have none that it is sooner found at once what has one. Of an
   exact sweep none does. */
#define MOST_FAILED 32

static bool
has_failed (const Search *search)
{
  return search->n_failed > MOST_FAILED && !search->sweep->exact;
}

/* False when neither this pair nor any that comes after it can be among the best. What is a little
   heavier may come to the same score, and go before this one by its id. */
static bool
try_opening (Search *search, SmaajobRanking *ranking, Candidate candidate)
{
  const RankKey most = bound_of (search->sweep, candidate);

  if (!ranking_has_room (ranking, most | UINT32_MAX))
    return false;
  if (ranking_has_room (ranking, most))
    score_opening (search, ranking, opening_of (candidate));
  return !has_failed (search);
}

/* The most promising first, as long as one can be among the best: no others are scored. */
static void
choose (Search *search, SmaajobRanking *ranking)
{
  const SmaajobMarket *market = search->sweep->screen->market;
  Candidate *candidates = search->candidates;

  for (uint32_t k = 0; k < search->n_candidates; k++)
    candidates[k] |= (Candidate) market->ranks[opening_of (candidates[k])] << RANK_SHIFT;
  for (uint32_t at = search->n_candidates / 2; at > 0; at--)
    sift_down (candidates, at - 1, search->n_candidates);
  fetch_promising (search);
  while (search->n_candidates > 0 && try_opening (search, ranking, candidates[0])) {
    candidates[0] = candidates[--search->n_candidates];
    if (search->n_candidates > 0)
      sift_down (candidates, 0, search->n_candidates);
  }
  search->n_candidates = 0;
}

/* Decide the pair; returns whether it has a score, and what its key can be: of what is ranked the
   rank is told. */
static bool
look_at_pair (Search *search, uint32_t opening, uint32_t rank, SmaajobRanking *ranking,
              RankKey *most)
{
  Screened screened;

  screen_pair (search->sweep->screen, opening, SCREEN_BOUND | (search->every ? SCREEN_EVERY : 0),
               &screened);
  ranking->with_verdict[screened.verdict] += search->every;
  if (screened.verdict == SMAAJOB_VERDICT_BLOCKED) {
    count_blocked (ranking, &screened.findings, search->every);
    return false;
  }
  ranking->without_score[screened.verdict] += screened.scoreless;
  *most = rank_key (screened.most, screened.verdict, rank);
  return !screened.scoreless;
}

/* Without bits. */
static void
rank_one_by_one (Search *search, SmaajobRanking *ranking)
{
  const SmaajobMarket *market = search->sweep->screen->market;
  RankKey most;

  for (uint32_t i = 0; i < market->n; i++)
    if (look_at_pair (search, i, market->ranks[i], ranking, &most) &&
        ranking_has_room (ranking, most))
      score_opening (search, ranking, i);
}

/* The verdict and every blocker of every pair. */
static void
count_every (const Sweep *sweep, SmaajobRanking *ranking)
{
  for (uint32_t b = 0; b < sweep->screen->market->n_blocks; b++) {
    const BlockVerdicts *verdicts = &sweep->verdicts[b];

    for (int i = 0; i < N_VERDICTS; i++)
      ranking->with_verdict[i] += (size_t) __builtin_popcountll (verdicts->with[i]);
    for (int i = 0; i < N_BLOCKERS && verdicts->with[SMAAJOB_VERDICT_BLOCKED] != 0; i++)
      ranking->blocked_by[i] += (size_t) __builtin_popcountll (verdicts->blocked_by[i]);
  }
}

/* Those of a block whose total is above the one and at most the other. */
static void
gather_of_block (Search *search, SmaajobRanking *ranking, uint32_t block, const int totals[2])
{
  const Sweep *sweep = search->sweep;
  const uint8_t *own = sweep->totals + (size_t) block * BLOCK_OPENINGS;
  uint64_t found = sweep->kernel->find (own, (uint8_t) totals[1]);

  if (totals[0] >= 0)
    found &= ~sweep->kernel->find (own, (uint8_t) totals[0]);
  for (; found != 0; found &= found - 1) {
    const unsigned i = (unsigned) __builtin_ctzll (found);
    const uint32_t opening = block * BLOCK_OPENINGS + i;

    if (search->n_candidates == MOST_CANDIDATES)
      choose (search, ranking);
    memory_fetch (&sweep->screen->market->ranks[opening]);
    memory_fetch (&sweep->screen->market->numbers[opening]);
    search->candidates[search->n_candidates++] = (Candidate) own[i] << TOTAL_SHIFT | opening;
  }
}

static void
gather_between (Search *search, SmaajobRanking *ranking, int above, int most)
{
  const Sweep *sweep = search->sweep;

  for (uint32_t first = 0; first < sweep->screen->market->n_blocks; first += 64)
    for (uint64_t left = sweep_find_light (sweep, first, most); left != 0; left &= left - 1)
      gather_of_block (search, ranking, first + (uint32_t) __builtin_ctzll (left),
                       (int[]){above, most});
}

/* The greatest total whose openings could still be among the best. */
static int
find_bar (const Sweep *sweep, const SmaajobRanking *ranking, int least)
{
  int most = SWEEP_MOST;

  if (ranking->n < ranking->most)
    return SWEEP_MOST;
  while (least < most) {
    int middle = (least + most + 1) / 2;
    Cost cost = sweep->base + ((Cost) middle << sweep->shift);

    if (score_of (cost, sweep->screen->scale) >= ranking->kept[0].score.score)
      least = middle;
    else
      most = middle - 1;
  }
  return least;
}

#define FINEST_SHIFT   22 /* 254 units are all but one halving of the score */
#define COARSEST_SHIFT 26 /* they are as much as any policy's floor */

/* False when too many seem to be among the best, or turn out to have no score. */
static bool
rank_best (Search *search, SmaajobRanking *ranking)
{
  Sweep *sweep = search->sweep;
  int most, done = -1;

  for (size_t n = ranking->most; done < SWEEP_MOST; n += ranking->most - ranking->n) {
    most = weigh_promising (sweep, n);
    if (most == WEIGH_TOO_MANY)
      return false;
    gather_between (search, ranking, done, most);
    choose (search, ranking);
    if (has_failed (search))
      return false;
    done = most > done ? most : done;
    if (ranking->n == ranking->most)
      break;
  }
  most = find_bar (sweep, ranking, done);
  if (most > done) {
    if (!weigh_up_to (sweep, most, most))
      return false;
    gather_between (search, ranking, done, most);
    choose (search, ranking);
  }
  return !has_failed (search);
}

static void
choose_shift (Sweep *sweep, size_t kept)
{
  int shift = FINEST_SHIFT, promising;

  for (;; shift += 2) {
    total_set_shift (sweep, shift);
    weigh_begin (sweep);
    while ((promising = weigh_promising (sweep, kept)) == WEIGH_TOO_MANY)
      weigh_more (sweep);
    if (promising < SWEEP_MOST || shift >= COARSEST_SHIFT ||
        (sweep->exact && sweep->n_scored <= kept))
      return;
  }
}

static void
rank_by_sweep (Search *search, bool every, SmaajobRanking *ranking)
{
  Sweep *sweep = search->sweep;

  if (!every) {
    sweep_market (sweep, sweep->screen->market->n <= sweep->few);
  } else {
    sweep_judged (sweep);
    ranking->without_score[SMAAJOB_VERDICT_BLOCKED] += sweep->n_blocked;
    for (int verdict = 0; verdict < N_VERDICTS; verdict++)
      ranking->without_score[verdict] += sweep->n_scoreless[verdict];
  }
  if (ranking->most == 0)
    return;
  choose_shift (sweep, ranking->most);
  while (!rank_best (search, ranking)) {
    if (has_failed (search))
      weigh_all (sweep);
    else
      weigh_more (sweep);
    ranking->n = ranking->n_scored = 0;
    search->n_candidates = search->n_failed = 0;
  }
}

Search *
search_new (const SmaajobMarket *market, View *view, const Kernel *kernel)
{
  Search *search = memory_new (sizeof *search);
  Screen *screen = search == NULL ? NULL : screen_new (market, view);

  if (screen != NULL && (search->sweep = sweep_new (kernel, screen)) != NULL) {
    search->one_by_one = kernel == NULL;
    return search;
  }
  screen_free (screen);
  memory_free (search);
  return NULL;
}

void
search_free (Search *search)
{
  if (search != NULL)
    sweep_free (search->sweep);
  memory_free (search);
}

Sweep *
search_sweep (const Search *search)
{
  return search->sweep;
}

View *
search_view (const Search *search)
{
  return search->sweep->screen->view;
}

bool
search_is_by (const Search *search, const SmaajobPolicy *policy, const Kernel *kernel)
{
  return search->sweep->screen->policy == policy && search->sweep->kernel == kernel;
}

void
search_begin (Search *search, const SmaajobCitizen *citizen, bool every)
{
  search->every = every;
  search->n_failed = 0;
  screen_begin (search->sweep->screen, citizen);
}

void
search_market (Search *search, const SmaajobCitizen *citizen, bool every, SmaajobRanking *ranking)
{
  search_begin (search, citizen, every && search->one_by_one);
  if (search->one_by_one) {
    rank_one_by_one (search, ranking);
  } else {
    if (every) {
      verdicts_find (search->sweep);
      count_every (search->sweep, ranking);
    }
    rank_by_sweep (search, every, ranking);
  }
  ranking_sort (ranking);
  ranking->n_pairs = search->sweep->screen->market->n;
}

void
search_pair (Search *search, uint32_t opening, Kept citizen, SmaajobRanking *ranking)
{
  RankKey most;

  if (look_at_pair (search, opening, (uint32_t) citizen.key, ranking, &most) &&
      ranking_has_room (ranking, most))
    search_score (ranking, search->sweep->screen, search->sweep->screen->citizen, opening, citizen);
}

/* To ask the processor can take longer than to rank: it is asked once for a market. */
const Kernel *
search_find_kernel (const SmaajobMarket *market)
{
  const Kernel **known = (const Kernel **) &market->kernel;
  const Kernel *kernel = __atomic_load_n (known, __ATOMIC_RELAXED);

  if (kernel == NULL) {
    kernel = kernel_at (0);
    __atomic_store_n (known, kernel, __ATOMIC_RELAXED);
  }
  return kernel;
}

/* What was kept for another policy is put back. */
Search *
search_take (const SmaajobMarket *market, const SmaajobPolicy *policy, const Kernel *kernel)
{
  Search **kept = ((SmaajobMarket *) market)->kept;

  for (int i = 0; i < KEPT_SEARCHES; i++) {
    Search *search = __atomic_exchange_n (&kept[i], NULL, __ATOMIC_ACQUIRE);

    if (search != NULL && search_is_by (search, policy, kernel))
      return search;
    if (search != NULL)
      search_keep (market, search);
  }
  return NULL;
}

void
search_keep (const SmaajobMarket *market, Search *search)
{
  Search **kept = ((SmaajobMarket *) market)->kept;

  for (int i = 0; i < KEPT_SEARCHES; i++) {
    Search *none = NULL;

    if (__atomic_compare_exchange_n (&kept[i], &none, search, false, __ATOMIC_RELEASE,
                                     __ATOMIC_RELAXED))
      return;
  }
  search_free (__atomic_exchange_n (&kept[0], search, __ATOMIC_ACQ_REL));
}
