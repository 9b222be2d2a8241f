/* SPDX-License-Identifier: Apache-2.0 */
/* The best openings of each citizen, made in two ways: by scoring every pair, and by the library's
   ranking. */
#define _POSIX_C_SOURCE 200809L
#include "folk.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

typedef struct {
  int score, verdict;
  const char *id;
} Kept;

typedef struct {
  const Folk *folk;
  SmaajobCaseload *caseload;
  SmaajobMarket *market;
  guint top, threads;
  guint64 decided, scored;
  GArray **best; /* of Kept, by citizen */
  guint at;
  bool tell;
} Stage;

typedef struct {
  int runs, pairwise, threads, single;
  gboolean tell;
} Options;

static int
compare_kept (gconstpointer a, gconstpointer b)
{
  const Kept *one = a, *other = b;

  if (one->score != other->score)
    return other->score - one->score;
  if (one->verdict != other->verdict)
    return other->verdict - one->verdict;
  return strcmp (one->id, other->id);
}

/* Keep the best: a short sorted list, as anyone would. */
static void
keep (GArray *best, guint top, Kept kept)
{
  guint i = best->len;

  if (i == top && compare_kept (&kept, &g_array_index (best, Kept, i - 1)) > 0)
    return;
  while (i > 0 && compare_kept (&kept, &g_array_index (best, Kept, i - 1)) < 0)
    i--;
  g_array_insert_val (best, i, kept);
  if (best->len > top)
    g_array_set_size (best, top);
}

static void
score_pairs (Stage *stage)
{
  const Folk *folk = stage->folk;

  for (guint c = 0; c < folk->citizens->len; c++) {
    g_array_set_size (stage->best[c], 0);
    for (guint o = 0; o < folk->openings->len; o++) {
      const SmaajobPair pair = {folk->citizens->pdata[c], folk->openings->pdata[o],
                                SMAAJOB_UNKNOWN};
      SmaajobScore score;
      SmaajobError error;

      insist (smaajob_score (&pair, folk->policy, &score, &error), &error);
      if (score.score != SMAAJOB_UNKNOWN)
        keep (stage->best[c], stage->top,
              (Kept){score.score, (int) score.verdict, smaajob_opening_get_id (pair.opening)});
    }
  }
  stage->decided = stage->scored = (guint64) folk->citizens->len * folk->openings->len;
}

static bool
receive (SmaajobRanking *ranking, void *data)
{
  Stage *stage = data;
  GArray *best = stage->best[stage->at++];

  g_array_set_size (best, 0);
  for (size_t i = 0; i < smaajob_ranking_get_n_ranked (ranking); i++) {
    SmaajobRanked ranked = smaajob_ranking_get_ranked_at (ranking, i);
    Kept kept = {ranked.score.score, (int) ranked.score.verdict, NULL};

    kept.id = smaajob_market_get_opening_id_at (stage->market, ranked.number);
    g_array_append_val (best, kept);
  }
  stage->decided += smaajob_ranking_get_n_pairs (ranking);
  stage->scored += smaajob_ranking_get_n_scored (ranking);
  smaajob_ranking_free (ranking);
  return true;
}

static void
rank (Stage *stage)
{
  const SmaajobRankingOptions options = {.policy = stage->folk->policy,
                                         .top = stage->top,
                                         .threads = stage->threads,
                                         .receive = receive,
                                         .data = stage};
  SmaajobError error;

  stage->decided = stage->scored = stage->at = 0;
  insist (smaajob_rank_citizens (stage->caseload, stage->market, &options, &error), &error);
}

static void
print_best (const Stage *stage)
{
  for (guint c = 0; c < stage->folk->citizens->len; c++) {
    printf ("%s[", c == 0 ? "" : ",");
    for (guint i = 0; i < stage->best[c]->len; i++) {
      const Kept *kept = &g_array_index (stage->best[c], Kept, i);

      printf ("%s[%d,%d,\"%s\"]", i == 0 ? "" : ",", kept->score, kept->verdict, kept->id);
    }
    putchar (']');
  }
}

typedef void (*Work) (Stage *stage);

static guint64
nanoseconds (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (guint64) time.tv_sec * 1000000000u + (guint64) time.tv_nsec;
}

/* Processor time and time on the wall of each run, in whole nanoseconds: a comma can be a decimal
   mark. The first run, which finds nothing in the caches, is not told when there are more. */
static void
measure (Stage *stage, Work work, int runs)
{
  g_autoptr (GString) walls = g_string_new (NULL);
  const char *separator = "";

  printf ("\"processor_ns\":[");
  for (int i = runs > 1 ? -1 : 0; i < runs; i++) {
    guint64 wall = nanoseconds (CLOCK_MONOTONIC);
    guint64 processor = nanoseconds (CLOCK_PROCESS_CPUTIME_ID);

    work (stage);
    processor = nanoseconds (CLOCK_PROCESS_CPUTIME_ID) - processor;
    wall = nanoseconds (CLOCK_MONOTONIC) - wall;
    if (i < 0)
      continue;
    printf ("%s%" G_GUINT64_FORMAT, separator, processor);
    g_string_append_printf (walls, "%s%" G_GUINT64_FORMAT, separator, wall);
    separator = ",";
  }
  printf ("],\"wall_ns\":[%s]", walls->str);
}

static void
report (Stage *stage, const char *name, Work work, int runs)
{
  printf ("\"%s\":{", name);
  measure (stage, work, runs);
  printf (",\"decided\":%" G_GUINT64_FORMAT ",\"scored\":%" G_GUINT64_FORMAT, stage->decided,
          stage->scored);
  if (stage->tell) {
    printf (",\"best\":[");
    print_best (stage);
    putchar (']');
  }
  printf ("},");
}

static void
stage_clear (Stage *stage)
{
  for (guint c = 0; c < stage->folk->citizens->len; c++)
    g_array_unref (stage->best[c]);
  g_free (stage->best);
  smaajob_caseload_free (stage->caseload);
  smaajob_market_free (stage->market);
}

/* Each citizen alone against the market, as when someone sits in the office. */
static void
report_single (Stage *stage, guint n)
{
  const SmaajobRankingOptions options = {
      .policy = stage->folk->policy, .top = stage->top, .threads = 1};

  printf ("\"single_ns\":[");
  for (guint c = 0; c < n && c < stage->folk->citizens->len; c++) {
    guint64 from = nanoseconds (CLOCK_MONOTONIC);
    SmaajobError error;
    SmaajobRanking *ranking = smaajob_ranking_new_for_citizen (stage->folk->citizens->pdata[c],
                                                               stage->market, &options, &error);

    from = nanoseconds (CLOCK_MONOTONIC) - from;
    insist (ranking != NULL, &error);
    smaajob_ranking_free (ranking);
    printf ("%s%" G_GUINT64_FORMAT, c == 0 ? "" : ",", from);
  }
  printf ("],");
}

static void
report_all (Stage *stage, const Options *options)
{
  putchar ('{');
  if (options->runs > 0)
    report (stage, "ranking", rank, options->runs);
  if (options->pairwise > 0)
    report (stage, "pairwise", score_pairs, options->pairwise);
  if (options->single > 0)
    report_single (stage, (guint) options->single);
  printf ("\"citizens\":%u,\"openings\":%u,\"threads\":%u,\"market_bytes\":%zu,"
          "\"caseload_bytes\":%zu}\n",
          stage->folk->citizens->len, stage->folk->openings->len, stage->threads,
          smaajob_market_get_size_bytes (stage->market),
          smaajob_caseload_get_size_bytes (stage->caseload));
}

static bool
read_options (int *argc, char ***argv, Options *options)
{
  const GOptionEntry entries[] = {
      {"runs", 0, 0, G_OPTION_ARG_INT, &options->runs, "runs of the ranking (3)", "N"},
      {"pairwise", 0, 0, G_OPTION_ARG_INT, &options->pairwise, "runs of scoring every pair (0)",
       "N"},
      {"threads", 0, 0, G_OPTION_ARG_INT, &options->threads, "of the ranking (1)", "N"},
      {"single", 0, 0, G_OPTION_ARG_INT, &options->single, "citizens ranked for alone (0)", "N"},
      {"tell", 0, 0, G_OPTION_ARG_NONE, &options->tell, "tell the best of each citizen", NULL},
      {0}};
  g_autoptr (GOptionContext) context = g_option_context_new ("VOCABULARY|- CITIZENS OPENINGS");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, argc, argv, &error) && *argc == 4)
    return true;
  fprintf (stderr, "ours: %s\n", error == NULL ? "see --help" : error->message);
  return false;
}

int
main (int argc, char **argv)
{
  Options options = {3, 0, 1, 0, FALSE};
  Stage stage = {.top = 20};
  Folk *folk;

  if (!read_options (&argc, &argv, &options))
    return 64;
  stage.threads = (guint) options.threads;
  stage.tell = options.tell;
  stage.folk = folk = folk_read (argv[1], argv[2], argv[3]);
  stage.caseload = folk_gather_citizens (folk);
  stage.market = folk_gather_openings (folk);
  stage.best = g_new (GArray *, folk->citizens->len);
  for (guint c = 0; c < folk->citizens->len; c++)
    stage.best[c] = g_array_new (FALSE, FALSE, sizeof (Kept));
  report_all (&stage, &options);
  stage_clear (&stage);
  folk_free (folk);
  return 0;
}
