/* SPDX-License-Identifier: Apache-2.0 */
/* How long each path takes for the same rankings: looking at one opening after the other, with all
   that eliminates early, beside each kernel. The rankings themselves are compared in test-paths.c.
 */
#include "generate.h"
#include "many/rank.h"

#include <smaajob/smaajob.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RUNS 7

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

static bool
receive (SmaajobRanking *ranking, void *sum)
{
  for (size_t i = 0; i < smaajob_ranking_get_n_ranked (ranking); i++)
    *(size_t *) sum += (i + 1) * smaajob_ranking_get_ranked_at (ranking, i).number;
  smaajob_ranking_free (ranking);
  return true;
}

static RankSides
make_sides (SmaajobVocabulary *vocabulary, Spread spread, unsigned n_citizens, unsigned n_openings)
{
  SmaajobError error;
  SmaajobCaseloadBuilder *citizens = smaajob_caseload_builder_new (vocabulary, &error);
  SmaajobMarketBuilder *openings = smaajob_market_builder_new (vocabulary, &error);
  RankSides sides = {.few = 0};

  for (unsigned i = 0; i < n_citizens; i++) {
    SmaajobCitizen *citizen = generate_citizen (vocabulary, i, spread);

    insist (smaajob_caseload_builder_add_citizen (citizens, citizen, &error), &error);
    smaajob_citizen_free (citizen);
  }
  for (unsigned i = 0; i < n_openings; i++) {
    SmaajobOpening *opening = generate_opening (vocabulary, i, spread);

    insist (smaajob_market_builder_add_opening (openings, opening, &error), &error);
    smaajob_opening_free (opening);
  }
  sides.caseload = smaajob_caseload_builder_build (citizens, &error);
  sides.market = smaajob_market_builder_build (openings, &error);
  insist (sides.caseload != NULL && sides.market != NULL, &error);
  smaajob_caseload_builder_free (citizens);
  smaajob_market_builder_free (openings);
  return sides;
}

/* The least of several runs, in seconds; every path must come to the same sum. */
static double
time_path (const Kernel *kernel, const RankSides *sides, const SmaajobPolicy *policy, size_t *sum)
{
  const SmaajobRankingOptions options = {
      .policy = policy, .top = 20, .receive = receive, .data = sum};
  SmaajobError error;
  double best = 0;

  for (int run = 0; run < RUNS; run++) {
    double from = now (), taken;

    *sum = 0;
    insist (rank_citizens_by (kernel, sides, &options, &error), &error);
    taken = now () - from;
    best = run == 0 || taken < best ? taken : best;
  }
  return best;
}

static void
compare (const char *name, const RankSides *sides, const SmaajobPolicy *policy)
{
  double pairs = (double) smaajob_caseload_get_n_citizens (sides->caseload) *
                 (double) smaajob_market_get_n_openings (sides->market);
  size_t expected, sum;
  double alone = time_path (NULL, sides, policy, &expected);
  const Kernel *kernel;

  printf ("%s: one after the other %.1f M pairs decided/s\n", name, 1e-6 * pairs / alone);
  for (unsigned i = 0; (kernel = kernel_at (i)) != NULL; i++) {
    double taken = time_path (kernel, sides, policy, &sum);

    printf ("  %-6s %.1f M pairs decided/s, %.1f times as fast%s\n", kernel->name,
            1e-6 * pairs / taken, alone / taken, sum == expected ? "" : ": NOT THE SAME");
  }
}

int
main (int argc, char **argv)
{
  unsigned n_citizens = argc > 1 ? (unsigned) strtoul (argv[1], NULL, 10) : 30;
  unsigned n_openings = argc > 2 ? (unsigned) strtoul (argv[2], NULL, 10) : 50000;
  SmaajobError error;
  SmaajobVocabulary *vocabulary = smaajob_vocabulary_new (&error);
  SmaajobPolicy *policy = smaajob_policy_new (&error);

  for (int i = 0; i < 2; i++) {
    RankSides sides =
        make_sides (vocabulary, i == 0 ? SPREAD_COUNTRY : SPREAD_TOWN, n_citizens, n_openings);

    compare (i == 0 ? "national" : "dense", &sides, policy);
    smaajob_market_free (sides.market);
    smaajob_caseload_free (sides.caseload);
  }
  smaajob_policy_free (policy);
  smaajob_vocabulary_free (vocabulary);
  return EXIT_SUCCESS;
}
