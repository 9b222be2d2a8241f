/* SPDX-License-Identifier: Apache-2.0 */
/* Pairs decided in a second: a ranking beside scoring every pair, on the same citizens and openings
   in the same run. */
#define _DEFAULT_SOURCE
#include "generate.h"
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/perf_event.h>
#include <sys/syscall.h>
#endif

#define TOP           20
#define N_PAIRWISE    10 /* citizens whose every pair is scored: each takes as long as any other */
#define RUNS          5
#define RUNS_OF_EACH  20 /* that a neighbour disturbs all of a citizen's is less likely */
#define MOST_OPENINGS 1000000
/* pairs that are ranked for openings: that takes longer */
#define MOST_BY_OPENING 50000000

typedef struct {
  SmaajobVocabulary *vocabulary;
  SmaajobPolicy *policy;
  unsigned n_citizens, n_openings;
  SmaajobCitizen **citizens;
  SmaajobOpening **openings;
  SmaajobCaseload *caseload;
  SmaajobMarket *market;
  bool count_blockers;
  unsigned threads, citizen; /* the citizen who is ranked for alone */
  size_t renewed;
  SmaajobRanking *previous;
  uint64_t decided, scored;
} Stage;

static void *
room_for (size_t n)
{
  void *room = calloc (n, sizeof (void *));

  if (room == NULL)
    exit (EXIT_FAILURE);
  return room;
}

static void
gather (Stage *stage)
{
  SmaajobError error;
  SmaajobCaseloadBuilder *citizens = smaajob_caseload_builder_new (stage->vocabulary, &error);
  SmaajobMarketBuilder *openings = smaajob_market_builder_new (stage->vocabulary, &error);

  insist (citizens != NULL && openings != NULL, &error);
  for (unsigned i = 0; i < stage->n_citizens; i++)
    insist (smaajob_caseload_builder_add_citizen (citizens, stage->citizens[i], &error), &error);
  for (unsigned i = 0; i < stage->n_openings; i++)
    insist (smaajob_market_builder_add_opening (openings, stage->openings[i], &error), &error);
  stage->caseload = smaajob_caseload_builder_build (citizens, &error);
  insist (stage->caseload != NULL, &error);
  stage->market = smaajob_market_builder_build (openings, &error);
  insist (stage->market != NULL, &error);
  smaajob_caseload_builder_free (citizens);
  smaajob_market_builder_free (openings);
}

static void
stage_open (Stage *stage, Spread spread)
{
  SmaajobError error;

  stage->vocabulary = smaajob_vocabulary_new (&error);
  insist (stage->vocabulary != NULL, &error);
  stage->policy = smaajob_policy_new (&error);
  insist (stage->policy != NULL, &error);
  stage->citizens = room_for (stage->n_citizens);
  stage->openings = room_for (stage->n_openings);
  for (unsigned i = 0; i < stage->n_citizens; i++)
    stage->citizens[i] = generate_citizen (stage->vocabulary, i, spread);
  for (unsigned i = 0; i < stage->n_openings; i++)
    stage->openings[i] = generate_opening (stage->vocabulary, i, spread);
  gather (stage);
}

static void
stage_close (Stage *stage)
{
  for (unsigned i = 0; i < stage->n_citizens; i++)
    smaajob_citizen_free (stage->citizens[i]);
  for (unsigned i = 0; i < stage->n_openings; i++)
    smaajob_opening_free (stage->openings[i]);
  free (stage->citizens);
  free (stage->openings);
  smaajob_caseload_free (stage->caseload);
  smaajob_market_free (stage->market);
  smaajob_policy_free (stage->policy);
  smaajob_vocabulary_free (stage->vocabulary);
}

static void
count (Stage *stage, SmaajobRanking *ranking)
{
  stage->decided += smaajob_ranking_get_n_pairs (ranking);
  stage->scored += smaajob_ranking_get_n_scored (ranking);
  smaajob_ranking_free (ranking);
}

static bool
receive (SmaajobRanking *ranking, void *data)
{
  count (data, ranking);
  return true;
}

static SmaajobRankingOptions
options_of (Stage *stage)
{
  return (SmaajobRankingOptions){.policy = stage->policy,
                                 .top = TOP,
                                 .threads = stage->threads,
                                 .count_blockers = stage->count_blockers,
                                 .receive = receive,
                                 .data = stage};
}

static void
rank_citizens (void *data)
{
  Stage *stage = data;
  const SmaajobRankingOptions options = options_of (stage);
  SmaajobError error;

  stage->decided = stage->scored = 0;
  insist (smaajob_rank_citizens (stage->caseload, stage->market, &options, &error), &error);
}

static void
rank_openings (void *data)
{
  Stage *stage = data;
  const SmaajobRankingOptions options = options_of (stage);
  SmaajobError error;

  stage->decided = stage->scored = 0;
  insist (smaajob_rank_openings (stage->market, stage->caseload, &options, &error), &error);
}

static void
rank_one (void *data)
{
  Stage *stage = data;
  const SmaajobRankingOptions options = options_of (stage);
  SmaajobError error;
  SmaajobRanking *ranking = smaajob_ranking_new_for_citizen (stage->citizens[stage->citizen],
                                                             stage->market, &options, &error);

  insist (ranking != NULL, &error);
  stage->decided = stage->scored = 0;
  count (stage, ranking);
}

/* What a ranking takes the place of, without the sorting. */
static void
score_pairs (void *data)
{
  Stage *stage = data;
  unsigned n = stage->n_citizens < N_PAIRWISE ? stage->n_citizens : N_PAIRWISE;
  SmaajobScore score;
  SmaajobError error;

  for (unsigned c = 0; c < n; c++)
    for (unsigned o = 0; o < stage->n_openings; o++) {
      const SmaajobPair pair = {stage->citizens[c], stage->openings[o], SMAAJOB_UNKNOWN};

      insist (smaajob_score (&pair, stage->policy, &score, &error), &error);
    }
  stage->decided = stage->scored = (uint64_t) n * stage->n_openings;
}

/* Instructions of the program itself, where the kernel counts them; -1 where it does not. */
static int
count_from_here (void)
{
#ifdef __linux__
  struct perf_event_attr what = {.type = PERF_TYPE_HARDWARE,
                                 .size = sizeof what,
                                 .config = PERF_COUNT_HW_INSTRUCTIONS,
                                 .exclude_kernel = 1,
                                 .exclude_hv = 1};

  return (int) syscall (SYS_perf_event_open, &what, 0, -1, -1, 0);
#else
  return -1;
#endif
}

static void
show_instructions (Work work, Stage *stage)
{
  int counter = count_from_here ();
  uint64_t n = 0;

  if (counter >= 0) {
    work (stage);
    if (read (counter, &n, sizeof n) == sizeof n)
      printf ("  %.2f instructions a pair", (double) n / (double) stage->decided);
    close (counter);
  }
}

static double
show_runs (const char *what, Work work, Stage *stage, int runs)
{
  double seconds = measure_seconds (work, stage, runs);
  double rate = 1e-6 * (double) stage->decided / seconds;

  printf ("  %-38s %10.3f M pairs decided/s %9.3f ms  scored %.3f %%", what, rate, 1e3 * seconds,
          100.0 * (double) stage->scored / (double) stage->decided);
  show_instructions (work, stage);
  printf ("\n");
  return rate;
}

static double
show (const char *what, Work work, Stage *stage)
{
  return show_runs (what, work, stage, RUNS);
}

static double
wall (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

/* By the clock on the wall: threads are there to take less of it. */
static void
show_threads (Stage *stage)
{
  double best[2] = {0, 0};

  for (int run = 0; run < 2 * RUNS; run++) {
    double from = wall (), taken;

    stage->threads = 1 + (unsigned) run % 2;
    rank_citizens (stage);
    taken = wall () - from;
    if (run < 2 || taken < best[run % 2])
      best[run % 2] = taken;
  }
  stage->threads = 1;
  printf ("  two threads take %.3f ms, one %.3f ms: %.2f times as fast\n", 1e3 * best[1],
          1e3 * best[0], best[0] / best[1]);
}

static int
compare_seconds (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Each citizen alone, as when someone sits in the office; the market has been ranked before. */
static void
show_each (Stage *stage)
{
  double *seconds = calloc (stage->n_citizens, sizeof *seconds);
  SmaajobError error;

  insist (seconds != NULL, &error);
  for (unsigned run = 0; run < RUNS_OF_EACH; run++)
    for (stage->citizen = 0; stage->citizen < stage->n_citizens; stage->citizen++) {
      double from = wall (), taken;

      rank_one (stage);
      taken = wall () - from;
      if (run == 0 || taken < seconds[stage->citizen])
        seconds[stage->citizen] = taken;
    }
  stage->citizen = 0;
  qsort (seconds, stage->n_citizens, sizeof *seconds, compare_seconds);
  printf ("  one citizen alone: median %.1f us, p99 %.1f us, slowest %.1f us (the best of %d runs "
          "of each)\n",
          1e6 * seconds[stage->n_citizens / 2], 1e6 * seconds[stage->n_citizens * 99 / 100],
          1e6 * seconds[stage->n_citizens - 1], RUNS_OF_EACH);
  free (seconds);
}

/* The ranking of a market in which one opening is another. */
static void
renew_one (void *data)
{
  Stage *stage = data;
  const SmaajobRankingOptions options = options_of (stage);
  const SmaajobRenewal renewal = {stage->market, SMAAJOB_RENEWAL_REPLACED,
                                  stage->renewed++ % stage->n_openings};
  SmaajobError error;
  SmaajobRanking *ranking =
      smaajob_ranking_new_renewed (stage->previous, stage->citizens[0], &renewal, &options, &error);

  insist (ranking != NULL, &error);
  stage->decided = stage->scored = 0;
  count (stage, ranking);
}

static void
show_renewal (Stage *stage)
{
  const SmaajobRankingOptions options = options_of (stage);
  SmaajobError error;

  stage->previous =
      smaajob_ranking_new_for_citizen (stage->citizens[0], stage->market, &options, &error);
  insist (stage->previous != NULL, &error);
  show ("renewed after one change", renew_one, stage);
  smaajob_ranking_free (stage->previous);
}

static void
measure (const char *name, Spread spread, unsigned n_citizens, unsigned n_openings)
{
  Stage stage = {.n_citizens = n_citizens, .n_openings = n_openings, .threads = 1};
  double pairwise, ranked, from = wall ();

  stage_open (&stage, spread);
  printf ("%s: %u citizens, %u openings, the best %d; %.0f bytes an opening packed (all made in "
          "%.1f s)\n",
          name, n_citizens, n_openings, TOP,
          (double) smaajob_market_get_size_bytes (stage.market) / n_openings, wall () - from);
  pairwise = show ("scoring every pair", score_pairs, &stage);
  ranked = show ("ranking for citizens", rank_citizens, &stage);
  show_threads (&stage);
  show ("ranking for one citizen", rank_one, &stage);
  show_each (&stage);
  show_renewal (&stage);
  if ((uint64_t) n_citizens * n_openings <= MOST_BY_OPENING)
    show_runs ("ranking for openings", rank_openings, &stage, 1);
  stage.count_blockers = true;
  show ("ranking for citizens, blockers counted", rank_citizens, &stage);
  printf ("  %.0f times as fast as scoring every pair\n", ranked / pairwise);
  stage_close (&stage);
}

int
main (int argc, char **argv)
{
  unsigned n_citizens = argc > 1 ? (unsigned) strtoul (argv[1], NULL, 10) : 100;
  unsigned n_openings = argc > 2 ? (unsigned) strtoul (argv[2], NULL, 10) : 10000;

  if (argc > 3 || n_citizens == 0 || n_openings == 0 || n_openings > MOST_OPENINGS) {
    fprintf (stderr, "usage: bench-rank [CITIZENS [OPENINGS]]\n");
    return 64;
  }
  measure ("national", SPREAD_COUNTRY, n_citizens, n_openings);
  measure ("dense", SPREAD_TOWN, n_citizens, n_openings);
  return EXIT_SUCCESS;
}
