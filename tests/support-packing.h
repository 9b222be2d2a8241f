/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SUPPORT_PACKING_H
#define SUPPORT_PACKING_H

/* For tests of packed files: a directory of their own, and whatever can be asked of a file in one
   text. */
#include "support-data.h"

#include "many.h"
#include "many/store.h"

#include <smaajob/smaajob.h>

#include <unistd.h>

static char directory[] = "/tmp/smaajob-packing-XXXXXX";
static char market_path[64], caseload_path[64], spare_path[64];

static inline void
make_directory (void)
{
  ck_assert_ptr_nonnull (mkdtemp (directory));
  sprintf (market_path, "%s/market", directory);
  sprintf (caseload_path, "%s/caseload", directory);
  sprintf (spare_path, "%s/spare", directory);
}

/* Whatever is beside what should be there makes this fail. */
static inline void
remove_directory (void)
{
  unlink (market_path);
  unlink (caseload_path);
  unlink (spare_path);
  ck_assert_int_eq (rmdir (directory), 0);
  memcpy (directory + strlen (directory) - 6, "XXXXXX", 6);
}

typedef struct {
  char *bytes;
  size_t n;
} Bytes;

static inline Bytes
read_bytes (const char *path)
{
  Bytes bytes = {NULL, 0};
  FILE *file = fopen (path, "rb");

  ck_assert_ptr_nonnull (file);
  fseek (file, 0, SEEK_END);
  bytes.n = (size_t) ftell (file);
  rewind (file);
  bytes.bytes = malloc (bytes.n + 1);
  ck_assert_uint_eq (fread (bytes.bytes, 1, bytes.n, file), bytes.n);
  fclose (file);
  return bytes;
}

static inline void
write_bytes (const char *path, const void *bytes, size_t n)
{
  FILE *file = fopen (path, "wb");

  ck_assert_ptr_nonnull (file);
  ck_assert_uint_eq (fwrite (bytes, 1, n, file), n);
  ck_assert_int_eq (fclose (file), 0);
}

static inline void
append_ranked (FILE *text, const SmaajobRanking *ranking)
{
  fprintf (text, "%s:", smaajob_ranking_get_id (ranking));
  for (size_t i = 0; i < smaajob_ranking_get_n_ranked (ranking); i++) {
    const SmaajobRanked ranked = smaajob_ranking_get_ranked_at (ranking, i);

    fprintf (text, " %s %zu %d %d %d %d", ranked.id, ranked.number, (int) ranked.score.verdict,
             ranked.score.score, ranked.score.low, ranked.score.high);
  }
  for (int verdict = 0; verdict < 4; verdict++)
    fprintf (text, " %zu", smaajob_ranking_get_n_without_score (ranking, (SmaajobVerdict) verdict));
  for (int code = 0; code <= SMAAJOB_CODE_NEED_REFUSED; code++)
    fprintf (text, " %zu", smaajob_ranking_get_n_blocked_by (ranking, (SmaajobCode) code));
  fputc ('\n', text);
}

static inline bool
receive_ranking (SmaajobRanking *ranking, void *data)
{
  append_ranked (data, ranking);
  smaajob_ranking_free (ranking);
  return true;
}

static inline bool
append_objects (FILE *text, const SmaajobCaseload *caseload, const SmaajobMarket *market,
                SmaajobError *error)
{
  bool done = true;

  for (size_t i = 0; done && i < smaajob_caseload_get_n_citizens (caseload); i++) {
    SmaajobCitizen *citizen = smaajob_caseload_get_citizen_at (caseload, i, error);
    char *json = citizen == NULL ? NULL : smaajob_citizen_to_json (citizen, error);

    done = json != NULL;
    fprintf (text, "%s\n%s\n", smaajob_caseload_get_citizen_id_at (caseload, i), done ? json : "");
    smaajob_free (json);
    smaajob_citizen_free (citizen);
  }
  for (size_t i = 0; done && i < smaajob_market_get_n_openings (market); i++) {
    SmaajobOpening *opening = smaajob_market_get_opening_at (market, i, error);
    char *json = opening == NULL ? NULL : smaajob_opening_to_json (opening, error);

    done = json != NULL;
    fprintf (text, "%s\n%s\n", smaajob_market_get_opening_id_at (market, i), done ? json : "");
    smaajob_free (json);
    smaajob_opening_free (opening);
  }
  return done;
}

/* Every ranking both ways, every object, every score; NULL when anything is told to be wrong. */
static inline char *
tell_everything (SmaajobCaseload *caseload, SmaajobMarket *market, unsigned threads,
                 SmaajobError *error)
{
  SmaajobPolicy *policy = smaajob_policy_new (NULL);
  char *bytes = NULL;
  size_t n = 0, n_scores;
  FILE *text = open_memstream (&bytes, &n);
  SmaajobRankingOptions options = {
      .policy = policy, .top = 4, .threads = threads, .receive = receive_ranking, .data = text};
  SmaajobScoresOptions scored = {
      .policy = policy, .n = smaajob_caseload_get_n_citizens (caseload), .threads = threads};
  SmaajobScore *scores;
  bool done = append_objects (text, caseload, market, error);

  n_scores = scored.n * smaajob_market_get_n_openings (market);
  scores = calloc (n_scores + 1, sizeof *scores);
  for (int every = 0; every < 2; every++) {
    options.count_blockers = every;
    done = done && smaajob_rank_citizens (caseload, market, &options, error) &&
           smaajob_rank_openings (market, caseload, &options, error);
  }
  done = done && smaajob_score_citizens (caseload, market, &scored, scores, error);
  for (size_t i = 0; i < n_scores; i++)
    fprintf (text, "%d ", scores[i].potential);
  free (scores);
  fclose (text);
  smaajob_policy_free (policy);
  if (done)
    return bytes;
  free (bytes);
  return NULL;
}

#endif
