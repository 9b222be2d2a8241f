/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SUPPORT_PATHS_H
#define SUPPORT_PATHS_H

/* Every way of ranking the pairs of a crowd, against brute force. */
#include "support-data.h"

#include "many.h"
#include "many/rank.h"

#include <smaajob/smaajob.h>

#define MOST_PATHS (MOST_KERNELS + 1)

/* The last path is that of no kernel. */
static inline unsigned
list_paths (const Kernel *paths[MOST_PATHS])
{
  unsigned n = 0;

  while ((paths[n] = kernel_at (n)) != NULL)
    n++;
  return n + 1;
}

typedef struct {
  SmaajobRanking *made[CROWD_MOST];
  int n;
} Made;

static inline bool
receive (SmaajobRanking *ranking, void *data)
{
  Made *made = data;

  made->made[made->n++] = ranking;
  return true;
}

static inline void
made_clear (Made *made)
{
  for (int i = 0; i < made->n; i++)
    smaajob_ranking_free (made->made[i]);
  made->n = 0;
}

static inline void
assert_is_brute_force (const SmaajobRanking *ranking, const BruteForce *expected, size_t top,
                       bool every)
{
  size_t n = top < (size_t) expected->n ? top : (size_t) expected->n;

  ck_assert_uint_eq (smaajob_ranking_get_n_ranked (ranking), n);
  for (size_t i = 0; i < n; i++) {
    SmaajobRanked ranked = smaajob_ranking_get_ranked_at (ranking, i);

    ck_assert_str_eq (ranked.id, expected->placed[i].id);
    ck_assert_mem_eq (&ranked.score, &expected->placed[i].score, sizeof ranked.score);
  }
  for (int verdict = 0; verdict < 4; verdict++)
    ck_assert_uint_eq (smaajob_ranking_get_n_without_score (ranking, (SmaajobVerdict) verdict),
                       every ? expected->without_score[verdict] : 0);
  for (int verdict = 0; verdict < 4; verdict++)
    ck_assert_uint_eq (smaajob_ranking_get_n_with_verdict (ranking, (SmaajobVerdict) verdict),
                       every ? expected->with_verdict[verdict] : 0);
  for (int code = 0; code <= SMAAJOB_CODE_NEED_REFUSED; code++)
    ck_assert_uint_eq (smaajob_ranking_get_n_blocked_by (ranking, (SmaajobCode) code),
                       every ? expected->blocked_by[code] : 0);
}

/* Each path both ways, without counts and with them. */
static inline void
assert_paths_rank_alike (const Crowd *crowd, size_t top, unsigned threads)
{
  const RankSides sides = {crowd->caseload, crowd->market, 0, top % 5 > 0};
  const Kernel *paths[MOST_PATHS];
  const unsigned n = 4 * list_paths (paths);
  Made made[4 * MOST_PATHS] = {{.n = 0}};
  SmaajobRankingOptions options = {
      .policy = crowd->world.policy, .top = top, .threads = threads, .receive = receive};
  SmaajobError error;

  for (unsigned i = 0; i < n; i++) {
    options.count_blockers = i / 2 % 2;
    options.data = &made[i];
    ck_assert (i % 2 ? rank_openings_by (paths[i / 4], &sides, &options, &error)
                     : rank_citizens_by (paths[i / 4], &sides, &options, &error));
    ck_assert_int_eq (made[i].n, i % 2 ? crowd->n_openings : crowd->n_citizens);
  }
  for (unsigned way = 0; way < 2; way++)
    for (int one = 0; one < made[way].n; one++) {
      BruteForce expected =
          way ? brute_force_for_opening (crowd, one) : brute_force_for_citizen (crowd, one);

      for (unsigned i = way; i < n; i += 2)
        assert_is_brute_force (made[i].made[one], &expected, top, i / 2 % 2);
    }
  for (unsigned i = 0; i < n; i++)
    made_clear (&made[i]);
}

#endif
