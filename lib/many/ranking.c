/* SPDX-License-Identifier: Apache-2.0 */
#include "many/ranking.h"

#include <string.h>

static size_t
least (size_t a, size_t b)
{
  return a < b ? a : b;
}

SmaajobRanking *
ranking_new (const char *id, SmaajobMarket *market, SmaajobCaseload *caseload,
             const SmaajobRankingOptions *options)
{
  size_t most = least (options->top, market != NULL ? market->n : caseload->n),
         length = strlen (id) + 1;
  SmaajobRanking *ranking = memory_new (sizeof *ranking + most * sizeof (Kept) + length);

  if (ranking == NULL)
    return NULL;
  ranking->market = market == NULL ? NULL : market_take (market);
  ranking->caseload = caseload == NULL ? NULL : caseload_take (caseload);
  ranking->counted = options->count_blockers;
  ranking->most = most;
  ranking->id = memcpy (&ranking->kept[most], id, length);
  return ranking;
}

void
smaajob_ranking_free (SmaajobRanking *ranking)
{
  if (ranking == NULL)
    return;
  smaajob_market_free (ranking->market);
  smaajob_caseload_free (ranking->caseload);
  memory_free (ranking);
}

bool
ranking_has_room (const SmaajobRanking *ranking, RankKey key)
{
  return ranking->n < ranking->most || (ranking->most > 0 && key > ranking->kept[0].key);
}

static void
sift_down (Kept *kept, size_t n)
{
  const Kept down = kept[0];
  size_t at = 0;

  for (size_t child = 1; child < n; child = 2 * at + 1) {
    child += child + 1 < n && kept[child + 1].key < kept[child].key;
    if (down.key <= kept[child].key)
      break;
    kept[at] = kept[child];
    at = child;
  }
  kept[at] = down;
}

static void
sift_up (Kept *kept, size_t at)
{
  const Kept up = kept[at];

  for (; at > 0 && up.key < kept[(at - 1) / 2].key; at = (at - 1) / 2)
    kept[at] = kept[(at - 1) / 2];
  kept[at] = up;
}

void
ranking_keep (SmaajobRanking *ranking, Kept kept)
{
  if (ranking->n < ranking->most) {
    ranking->kept[ranking->n] = kept;
    sift_up (ranking->kept, ranking->n++);
    return;
  }
  ranking->kept[0] = kept;
  sift_down (ranking->kept, ranking->n);
}

/* The least goes to the end, again and again. */
void
ranking_sort (SmaajobRanking *ranking)
{
  for (size_t last = ranking->n; last > 1; last--) {
    const Kept kept = ranking->kept[0];

    ranking->kept[0] = ranking->kept[last - 1];
    ranking->kept[last - 1] = kept;
    sift_down (ranking->kept, last - 1);
  }
}

const char *
smaajob_ranking_get_id (const SmaajobRanking *ranking)
{
  return ranking == NULL ? "" : ranking->id;
}

size_t
smaajob_ranking_get_n_ranked (const SmaajobRanking *ranking)
{
  return ranking == NULL ? 0 : ranking->n;
}

/* A 0 would be read as the worst score there is. */
static const SmaajobRanked nobody = {.score = {.score = SMAAJOB_UNKNOWN,
                                               .low = SMAAJOB_UNKNOWN,
                                               .high = SMAAJOB_UNKNOWN,
                                               .coverage = SMAAJOB_UNKNOWN,
                                               .potential = SMAAJOB_UNKNOWN,
                                               .side_citizen = SMAAJOB_UNKNOWN,
                                               .side_employer = SMAAJOB_UNKNOWN}};

SmaajobRanked
smaajob_ranking_get_ranked_at (const SmaajobRanking *ranking, size_t i)
{
  const Kept *kept;

  if (ranking == NULL || i >= ranking->n)
    return nobody;
  kept = &ranking->kept[i];
  return (SmaajobRanked){kept->number,
                         ranking->market != NULL
                             ? smaajob_market_get_opening_id_at (ranking->market, kept->number)
                             : smaajob_caseload_get_citizen_id_at (ranking->caseload, kept->number),
                         kept->score};
}

size_t
smaajob_ranking_get_n_pairs (const SmaajobRanking *ranking)
{
  return ranking == NULL ? 0 : ranking->n_pairs;
}

size_t
smaajob_ranking_get_n_scored (const SmaajobRanking *ranking)
{
  return ranking == NULL ? 0 : ranking->n_scored;
}

static bool
is_counted (const SmaajobRanking *ranking)
{
  return ranking != NULL && ranking->counted;
}

size_t
smaajob_ranking_get_n_without_score (const SmaajobRanking *ranking, SmaajobVerdict verdict)
{
  return is_counted (ranking) && (unsigned) verdict < N_VERDICTS ? ranking->without_score[verdict]
                                                                 : 0;
}

size_t
smaajob_ranking_get_n_with_verdict (const SmaajobRanking *ranking, SmaajobVerdict verdict)
{
  return is_counted (ranking) && (unsigned) verdict < N_VERDICTS ? ranking->with_verdict[verdict]
                                                                 : 0;
}

size_t
smaajob_ranking_get_n_blocked_by (const SmaajobRanking *ranking, SmaajobCode code)
{
  return is_counted (ranking) && (unsigned) code < N_BLOCKERS ? ranking->blocked_by[code] : 0;
}
