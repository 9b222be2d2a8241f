/* SPDX-License-Identifier: Apache-2.0 */
/* How long the same rankings of made-up people take by each kernel that runs here, in nanoseconds
   of processor time; of KERNEL alone when one is named, or of the "first", which is the one that
   rankings use. Under valgrind that is another one than without, so its name is told:
     time-kernels RUNS all|first|KERNEL VOCABULARY|- CITIZENS.ndjson OPENINGS.ndjson */
#define _POSIX_C_SOURCE 200809L
#include "../../bench/peers/folk.h"
#include "many/rank.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TOP 20

typedef struct {
  RankSides sides;
  const SmaajobPolicy *policy;
  guint64 scored, sum;
  guint64 expected; /* sum of the first kernel, the same by all */
} Work;

static guint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (guint64) time.tv_sec * 1000000000u + (guint64) time.tv_nsec;
}

static bool
receive (SmaajobRanking *ranking, void *data)
{
  Work *work = data;

  for (size_t i = 0; i < smaajob_ranking_get_n_ranked (ranking); i++)
    work->sum += (i + 1) * smaajob_ranking_get_ranked_at (ranking, i).number;
  work->scored += smaajob_ranking_get_n_scored (ranking);
  smaajob_ranking_free (ranking);
  return true;
}

static guint64
time_run (Work *work, const Kernel *kernel)
{
  const SmaajobRankingOptions options = {
      .policy = work->policy, .top = TOP, .threads = 1, .receive = receive, .data = work};
  const guint64 from = now ();
  SmaajobError error;

  work->scored = work->sum = 0;
  insist (rank_citizens_by (kernel, &work->sides, &options, &error), &error);
  return now () - from;
}

static void
tell_kernel (Work *work, const Kernel *kernel, int runs)
{
  printf ("{\"name\":\"%s\",\"ns\":[", kernel->name);
  for (int i = 0; i < runs; i++)
    printf ("%s%" G_GUINT64_FORMAT, i == 0 ? "" : ",", time_run (work, kernel));
  printf ("],\"scored\":%" G_GUINT64_FORMAT "}", work->scored);
  if (work->expected == 0)
    work->expected = work->sum;
  if (work->sum != work->expected) {
    fprintf (stderr, "time-kernels: %s ranks otherwise\n", kernel->name);
    exit (EXIT_FAILURE);
  }
}

static void
tell (Work *work, const char *which, int runs)
{
  const bool all = strcmp (which, "all") == 0, first = strcmp (which, "first") == 0;
  const char *separator = "";
  const Kernel *kernel;

  printf ("{\"kernels\":[");
  for (unsigned i = 0; (kernel = kernel_at (i)) != NULL; i++)
    if (all || (first && i == 0) || strcmp (which, kernel->name) == 0) {
      printf ("%s", separator);
      tell_kernel (work, kernel, runs);
      separator = ",";
    }
  printf ("],\"market_bytes\":%zu}\n", smaajob_market_get_size_bytes (work->sides.market));
}

int
main (int argc, char **argv)
{
  Work work = {.expected = 0};
  Folk *folk;

  if (argc != 6 || atoi (argv[1]) < 1) {
    fprintf (stderr, "usage: time-kernels RUNS all|first|KERNEL VOCABULARY|- CITIZENS OPENINGS\n");
    return 64;
  }
  folk = folk_read (argv[3], argv[4], argv[5]);
  work.policy = folk->policy;
  work.sides =
      (RankSides){.caseload = folk_gather_citizens (folk), .market = folk_gather_openings (folk)};
  tell (&work, argv[2], atoi (argv[1]));
  smaajob_caseload_free (work.sides.caseload);
  smaajob_market_free (work.sides.market);
  folk_free (folk);
  return EXIT_SUCCESS;
}
