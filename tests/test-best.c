/* SPDX-License-Identifier: Apache-2.0 */
/* Rankings of the best alone decide as little as they can of all others, and go by what is likely.
   Of hostile markets it is not so. Every ranking is held against scoring every pair, and what is
   left in the sweep against what it says of itself. */
#include "support-data.h"

#include "hostile.h"
#include "many.h"
#include "many/known.h"
#include "many/needs.h"
#include "many/ranking.h"
#include "many/search.h"
#include "many/sweep.h"
#include "many/total.h"
#include "many/weigh.h"
#include "match/score.h"

#include <math.h>
#include <smaajob/smaajob.h>

#define MOST_OPENINGS 4800

/* --- what a ranking must say --- */

typedef struct {
  Placed placed[MOST_OPENINGS];
  size_t n, with_verdict[4], without_score[4];
  int scores[MOST_OPENINGS]; /* by opening */
} Expected;

static void
score_all (const SmaajobMarket *market, const SmaajobCitizen *citizen, const SmaajobPolicy *policy,
           Expected *expected)
{
  *expected = (Expected){.n = 0};
  for (uint32_t i = 0; i < market->n; i++) {
    const SmaajobPair pair = {citizen, market_image (market, i), SMAAJOB_UNKNOWN};
    const SmaajobScore score = pair_score (&pair, policy);
    const bool scored = score.score != SMAAJOB_UNKNOWN;

    expected->scores[i] = score.score;
    expected->with_verdict[score.verdict]++;
    expected->without_score[score.verdict] += !scored;
    if (scored)
      expected->placed[expected->n++] =
          (Placed){(int) market->numbers[i], smaajob_opening_get_id (pair.opening), score};
  }
  qsort (expected->placed, expected->n, sizeof *expected->placed, placed_compare);
}

static void
assert_ranking (const SmaajobRanking *ranking, const Expected *expected, bool every)
{
  const size_t n = ranking->most < expected->n ? ranking->most : expected->n;

  ck_assert_uint_eq (ranking->n, n);
  ck_assert_uint_le (ranking->n_scored, ranking->n_pairs);
  for (size_t i = 0; i < n; i++) {
    const Placed *placed = &expected->placed[i];

    if (ranking->kept[i].number != (uint32_t) placed->number ||
        memcmp (&ranking->kept[i].score, &placed->score, sizeof placed->score) != 0)
      ck_abort_msg ("number %zu of %zu is not %s", i, n, placed->id);
  }
  for (int verdict = 0; verdict < 4; verdict++) {
    ck_assert_uint_eq (ranking->with_verdict[verdict], every ? expected->with_verdict[verdict] : 0);
    ck_assert_uint_eq (ranking->without_score[verdict],
                       every ? expected->without_score[verdict] : 0);
  }
}

/* Pairs without a score are scored only where the sweep is not exact, and then not many. */
#define MOST_IN_VAIN 150

static void
assert_few_in_vain (const SmaajobRanking *ranking, const Expected *expected, bool exact)
{
  ck_assert_uint_le (ranking->n_scored, expected->n + (exact ? 0 : MOST_IN_VAIN));
}

/* --- what a sweep says of itself --- */

static bool
is_alive (const Sweep *sweep, uint32_t i)
{
  return sweep->alive[i / BLOCK_OPENINGS] >> i % BLOCK_OPENINGS & 1;
}

/* Check notes where it is at every assertion, which takes longer than all else. */
static void
insist (bool ok, uint32_t opening, const char *what)
{
  if (!ok)
    ck_abort_msg ("opening %u of the market is not %s as told", opening, what);
}

/* What has a score is alive, and nothing else if that is exact; nor ever what is beyond reach
   without being measured as the score does. */
static void
assert_alive (const Sweep *sweep, const Expected *expected)
{
  for (uint32_t i = 0; i < sweep->screen->market->n; i++) {
    const bool scored = expected->scores[i] != SMAAJOB_UNKNOWN;

    insist (sweep->exact ? is_alive (sweep, i) == scored : is_alive (sweep, i) || !scored, i,
            "alive");
    insist (!is_alive (sweep, i) || !screen_is_beyond (sweep->screen, i), i, "near");
  }
}

/* Blocked by what codes alone tell. */
static bool
is_closed_by_codes (const Sweep *sweep, uint32_t i)
{
  const Screen *screen = sweep->screen;
  Findings findings;

  screen_find (sweep->screen, i, &findings);
  for (size_t k = 0; k < screen->n_needs; k++) {
    const NeedView *view = &screen->needs[k];

    if (view->table->states[column_code (screen->market, view->column, i)] & STATE_OUT)
      return true;
  }
  return findings.gate_refused;
}

static int
most_of (const Sweep *sweep, uint32_t i)
{
  return score_of (sweep->base + ((Cost) sweep->totals[i] << sweep->shift), sweep->screen->scale);
}

/* No total says that a score is less than it is, and the blocked are out. */
static void
assert_totals (const Sweep *sweep, const Expected *expected)
{
  for (uint32_t i = 0; i < sweep->screen->market->n; i++) {
    if (sweep->alive[i / BLOCK_OPENINGS] == 0)
      continue;
    if (expected->scores[i] != SMAAJOB_UNKNOWN)
      insist (sweep->totals[i] < SWEEP_CLOSED && most_of (sweep, i) >= expected->scores[i], i,
              "bounded");
    else
      insist (sweep->totals[i] == SWEEP_CLOSED ||
                  (is_alive (sweep, i) && !is_closed_by_codes (sweep, i)),
              i, "closed");
  }
}

static void
assert_least (const Sweep *sweep)
{
  uint32_t n_with_least[256] = {0};

  for (uint32_t b = 0; b < sweep->screen->market->n_blocks; b++) {
    uint8_t least = SWEEP_CLOSED;

    for (int i = 0; i < BLOCK_OPENINGS && sweep->alive[b] != 0; i++)
      if (sweep->totals[b * BLOCK_OPENINGS + (uint32_t) i] < least)
        least = sweep->totals[b * BLOCK_OPENINGS + (uint32_t) i];
    insist (sweep->least[b] == least, b * BLOCK_OPENINGS, "the least");
    n_with_least[least]++;
  }
  ck_assert_mem_eq (n_with_least, sweep->n_with_least, sizeof n_with_least);
}

/* In which ways rankings were made: a test tells by it that it tested them. */
typedef struct {
  unsigned likely, unlikely, begun_anew, one_by_one, bounded, summed, all_weighed, with_failures,
      coarser, coarsest, saturated;
} Ways;

static void
note_ways (const Sweep *sweep, const SmaajobRanking *ranking, Ways *ways)
{
  const bool likely = known_is_likely (sweep);

  ways->likely += likely && !sweep->exact;
  ways->unlikely += !likely;
  ways->begun_anew += likely && sweep->exact;
  ways->all_weighed += sweep->exact && sweep->summed;
  ways->summed += sweep->summed && !sweep->exact;
  ways->one_by_one += !sweep->summed && sweep->n_weighed > 0;
  ways->bounded += sweep->n_bounded > sweep->n_weighed;
  ways->with_failures += !sweep->exact && ranking->n_scored > ranking->n;
  ways->coarser += sweep->shift == 24;
  ways->coarsest += sweep->shift == 26;
  ways->saturated += sweep->n_with_total[SWEEP_MOST] > 0;
}

static void
assert_every_way_was_gone (const Ways *ways)
{
  ck_assert_uint_gt (ways->likely, 0);
  ck_assert_uint_gt (ways->unlikely, 0);
  ck_assert_uint_gt (ways->begun_anew, 0);
  ck_assert_uint_gt (ways->all_weighed, 0);
  ck_assert_uint_gt (ways->summed, 0);
  ck_assert_uint_gt (ways->one_by_one, 0);
  ck_assert_uint_gt (ways->bounded, 0);
  ck_assert_uint_gt (ways->with_failures, 0);
  ck_assert_uint_gt (ways->coarser, 0);
  ck_assert_uint_gt (ways->coarsest, 0);
  ck_assert_uint_gt (ways->saturated, 0);
}

/* --- all of it together --- */

typedef struct {
  World world;
  SmaajobCitizen *citizens[N_HOSTILE_CITIZENS];
  const SmaajobPolicy *policy;
  SmaajobMarket *market;
  Search *searches[MOST_KERNELS];
  size_t n_searches;
} Trial;

/* By the policy of the world, unless another is given. */
static Trial
trial_make (const SmaajobPolicy *policy, uint64_t seed, const MarketSort *sort)
{
  Trial trial = {.world = world_make (1, 1)};
  Random random = random_make (seed, 11);
  const Kernel *kernel;
  View *view;

  trial.policy = policy != NULL ? policy : trial.world.policy;
  trial.market = hostile_market (trial.world.vocabulary, &random, sort);
  for (int i = 0; i < N_HOSTILE_CITIZENS; i++)
    trial.citizens[i] = hostile_citizen (trial.world.vocabulary, i);
  view = view_new (trial.market, trial.policy);
  ck_assert (view_list_musts (view, trial.market));
  while ((kernel = kernel_at ((unsigned) trial.n_searches)) != NULL)
    trial.searches[trial.n_searches++] = search_new (trial.market, view, kernel);
  view_free (view);
  return trial;
}

static void
trial_clear (Trial *trial)
{
  for (size_t i = 0; i < trial->n_searches; i++)
    search_free (trial->searches[i]);
  for (int i = 0; i < N_HOSTILE_CITIZENS; i++)
    smaajob_citizen_free (trial->citizens[i]);
  smaajob_market_free (trial->market);
  world_clear (&trial->world);
}

static void
assert_ranked (Search *search, const SmaajobCitizen *citizen, size_t top, const Expected *expected,
               Ways *ways)
{
  const Sweep *sweep = search_sweep (search);
  SmaajobMarket *market = (SmaajobMarket *) sweep->screen->market;

  for (int every = 0; every < 2; every++) {
    const SmaajobRankingOptions options = {.top = top, .count_blockers = every};
    SmaajobRanking *ranking = ranking_new ("c", market, NULL, &options);

    search_sweep (search)->few = top % 5 > 0 ? 0 : SWEEP_FEW;
    search_market (search, citizen, every, ranking);
    assert_ranking (ranking, expected, every);
    assert_few_in_vain (ranking, expected, sweep->exact);
    assert_alive (sweep, expected);
    if (ranking->most > 0)
      assert_totals (sweep, expected);
    if (ranking->most > 0)
      assert_least (sweep);
    if (ranking->most > 0 && !every)
      note_ways (sweep, ranking, ways);
    smaajob_ranking_free (ranking);
  }
}

/* Every citizen, one after the other by the same search, so that what is left of one is not the
   next one's; and again with another number to be kept. */
static void
assert_all_ranked (const Trial *trial, Random *random, Ways *ways)
{
  const int n = (int) trial->market->n;
  Expected *expected = malloc (sizeof *expected);

  for (int i = 0; i < 2 * N_HOSTILE_CITIZENS; i++) {
    const SmaajobCitizen *citizen = trial->citizens[i % N_HOSTILE_CITIZENS];
    const int tops[] = {0, 1, 1, 2, 3, 5, 5, 8, 20, random_between (random, 1, n), n, n + 5};
    const size_t top = (size_t) tops[random_below (random, COUNT (tops))];

    score_all (trial->market, citizen, trial->policy, expected);
    for (size_t k = 0; k < trial->n_searches; k++)
      assert_ranked (trial->searches[k], citizen, top, expected, ways);
  }
  free (expected);
}

static MarketSort
draw_sort (Random *random, bool large)
{
  static const int small[] = {1, 2, 33, 63, 64, 65, 66, 66, 66, 130, 511, 512, 513, 1100},
                   shares[] = {0, 3, 6, 12, 40, 400, 960, 1000}, regions[] = {0, 5, 40, 120};

  return (MarketSort){
      .n = large ? random_between (random, 2500, MOST_OPENINGS)
                 : small[random_below (random, COUNT (small))],
      .trapped = shares[random_below (random, COUNT (shares))],
      .trap = (Trap) random_below (random, TRAP_ANY + 1),
      .others = random_chance (random, 60) ? OTHERS_ANY : (Others) random_below (random, N_OTHERS),
      .region = regions[random_below (random, COUNT (regions))]};
}

static void
assert_sorts_ranked (bool large, uint64_t n)
{
  Ways ways = {0};

  for (uint64_t seed = 0; seed < n; seed++) {
    Random random = random_make (seed, 12);
    const MarketSort sort = draw_sort (&random, large);
    Trial trial = trial_make (NULL, seed, &sort);

    assert_all_ranked (&trial, &random, &ways);
    trial_clear (&trial);
    ck_assert_uint_eq (bytes_in_use, 0);
  }
  assert_every_way_was_gone (&ways);
}

START_TEST (small_markets_are_ranked_as_every_pair_is_scored)
{
  assert_sorts_ranked (false, 10 + pairs_wanted (20000) / 250);
}
END_TEST

START_TEST (large_markets_are_ranked_as_every_pair_is_scored)
{
  assert_sorts_ranked (true, 3 + pairs_wanted (20000) / 1000);
}
END_TEST

/* Scores are so low that a unit of the totals is less than a thousandth: the heavier may go first.
 */
static void
assert_graded_ranked (const SmaajobPolicy *policy, uint64_t seed)
{
  const MarketSort sort = {.n = 60 + (int) seed * 20, .others = OTHERS_GRADED};
  Trial trial = trial_make (policy, seed, &sort);
  const SmaajobCitizen *citizen = trial.citizens[CITIZEN_GRADED];
  Expected *expected = malloc (sizeof *expected);
  Ways ways = {0};

  score_all (trial.market, citizen, policy, expected);
  ck_assert_uint_eq (expected->n, trial.market->n);
  ck_assert_int_lt (expected->placed[0].score.score, 200);
  for (size_t top = 1; top < 22; top++)
    assert_ranked (trial.searches[0], citizen, top, expected, &ways);
  free (expected);
  trial_clear (&trial);
}

START_TEST (of_one_score_the_id_decides_even_where_costs_differ)
{
  const char text[] = "{\"format\":\"smaajob.policy/1\",\"floor\":0.001,"
                      "\"priors\":{\"other\":1},\"shares\":{\"should\":0.7}}";
  SmaajobPolicy *policy = smaajob_policy_new_from_json (text, sizeof text - 1, NULL);

  ck_assert_ptr_nonnull (policy);
  for (uint64_t seed = 0; seed < 60; seed++)
    assert_graded_ranked (policy, seed);
  smaajob_policy_free (policy);
  ck_assert_uint_eq (bytes_in_use, 0);
}
END_TEST

/* In millionths of a degree, about how far north the citizen can go: what travel.c has as a chord.
 */
static int
find_edge (const Trial *trial)
{
  Search *search = trial->searches[0];
  const Screen *screen = search_sweep (search)->screen;

  search_begin (search, trial->citizens[CITIZEN_AT_EDGE], false);
  ck_assert (screen->range.made);
  ck_assert_float_lt (screen->range.near, screen->range.far);
  return (int) (2e6 * asin (sqrt ((screen->range.near + screen->range.far) / 2) / 2) * 180 /
                acos (-1));
}

START_TEST (at_the_edge_of_what_is_near_metres_decide)
{
  Trial trial = trial_make (NULL, 1, &(MarketSort){.n = 1, .others = OTHERS_AT_EDGE});
  const MarketSort sort = {.n = 500, .others = OTHERS_AT_EDGE, .region = find_edge (&trial)};
  Expected *expected = malloc (sizeof *expected);
  Ways ways = {0};

  trial_clear (&trial);
  trial = trial_make (NULL, 1, &sort);
  score_all (trial.market, trial.citizens[CITIZEN_AT_EDGE], trial.policy, expected);
  ck_assert_uint_gt (expected->n, 100);
  ck_assert_uint_lt (expected->n, 400);
  for (size_t k = 0; k < trial.n_searches; k++)
    assert_ranked (trial.searches[k], trial.citizens[CITIZEN_AT_EDGE], 5, expected, &ways);
  free (expected);
  trial_clear (&trial);
}
END_TEST

/* --- how close the totals are --- */

/* Units that are lost by rounding down what several things cost. */
#define LOST 8

static void
assert_close (const Sweep *sweep, const Expected *expected)
{
  for (uint32_t i = 0; i < sweep->screen->market->n; i++) {
    const Cost most = sweep->base + ((Cost) (sweep->totals[i] + LOST) << sweep->shift);

    insist (sweep->totals[i] < SWEEP_MOST &&
                score_of (most, sweep->screen->scale) <= expected->scores[i],
            i, "close");
  }
}

START_TEST (totals_leave_nothing_out_that_can_be_bounded)
{
  const MarketSort sort = {.n = 700, .others = OTHERS_PLAIN};
  Trial trial = trial_make (NULL, 1, &sort);
  const SmaajobCitizen *citizen = trial.citizens[CITIZEN_PLAIN];
  Expected *expected = malloc (sizeof *expected);

  score_all (trial.market, citizen, trial.policy, expected);
  for (size_t k = 0; k < trial.n_searches; k++) {
    Sweep *sweep = search_sweep (trial.searches[k]);

    search_begin (trial.searches[k], citizen, false);
    sweep_market (sweep, false);
    total_set_shift (sweep, 24);
    weigh_sum (sweep);
    assert_close (sweep, expected);
    weigh_begin (sweep);
    weigh_all (sweep);
    assert_close (sweep, expected);
  }
  free (expected);
  trial_clear (&trial);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {small_markets_are_ranked_as_every_pair_is_scored,
                                large_markets_are_ranked_as_every_pair_is_scored,
                                of_one_score_the_id_decides_even_where_costs_differ,
                                at_the_edge_of_what_is_near_metres_decide,
                                totals_leave_nothing_out_that_can_be_bounded};
  Suite *suite = suite_create ("best");

  add_case (suite, "best", tests, COUNT (tests));
  return run_suite (suite);
}
