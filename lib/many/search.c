/* SPDX-License-Identifier: Apache-2.0 */
#include "many/search.h"

#include "many/sweep.h"
#include "many/total.h"
#include "many/verdicts.h"
#include "many/weigh.h"

struct Search {
  Sweep *sweep;
  bool every;      /* blocker of every pair is counted as the pair is screened */
  bool one_by_one; /* no pair is bounded with others */
  Choice choice;
};

static void
count_blocked (SmaajobRanking *ranking, const Findings *findings, bool every)
{
  unsigned blockers = every ? findings_list_blockers (findings) : 0;

  ranking->without_score[SMAAJOB_VERDICT_BLOCKED]++;
  for (; blockers != 0; blockers &= blockers - 1)
    ranking->blocked_by[__builtin_ctz (blockers)]++;
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
      choose_opening (ranking, search->sweep->screen, i);
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

  /* those that turn out to be blocked are counted, too: so it asks for ever more */
  for (size_t n = ranking->most; done < SWEEP_MOST; n += n / 2 + ranking->most - ranking->n) {
    most = weigh_promising (sweep, n);
    if (most == WEIGH_TOO_MANY)
      return false;
    choice_make (&search->choice, ranking, done, most);
    if (choice_has_failed (&search->choice))
      return false;
    done = most > done ? most : done;
    if (ranking->n == ranking->most)
      break;
  }
  most = find_bar (sweep, ranking, done);
  if (most > done) {
    if (!weigh_up_to (sweep, most, most))
      return false;
    choice_make (&search->choice, ranking, done, most);
  }
  return !choice_has_failed (&search->choice);
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
    if (choice_has_failed (&search->choice))
      weigh_all (sweep);
    else
      weigh_more (sweep);
    ranking->n = ranking->n_scored = 0;
    choice_begin (&search->choice, sweep);
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
  choice_begin (&search->choice, search->sweep);
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
    choose_pair (ranking, search->sweep->screen, search->sweep->screen->citizen, opening, citizen);
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
