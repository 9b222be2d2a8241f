/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_RANKING_H
#define MANY_RANKING_H

#include "many/caseload.h"
#include "many/packed.h"
#include "match/verdict.h"
#include <smaajob/ranking.h>

/* Greater is better: the score, then the verdict, then the lesser rank of the id. */
typedef uint64_t RankKey;

static inline RankKey
rank_key (int score, SmaajobVerdict verdict, uint32_t rank)
{
  return (RankKey) score << 34 | (RankKey) verdict << 32 | (UINT32_MAX - rank);
}

typedef struct {
  RankKey key;
  SmaajobScore score;
  uint32_t number;
} Kept;

/* While it is made, kept is a heap whose least is first; then it is sorted. */
struct _SmaajobRanking {
  SmaajobMarket *market;     /* what is ranked: this… */
  SmaajobCaseload *caseload; /* …or this */
  char *id;
  size_t n_pairs, n_scored;
  bool counted; /* the counts below are of every pair; else nobody is told of them */
  size_t without_score[N_VERDICTS];
  size_t with_verdict[N_VERDICTS];
  size_t blocked_by[N_BLOCKERS];
  size_t n, most;
  Kept kept[];
};

/* An empty ranking of a market or of a caseload, for the id, that keeps and counts what the options
   ask for; NULL when there is no memory. */
SmaajobRanking *ranking_new (const char *id, SmaajobMarket *market, SmaajobCaseload *caseload,
                             const SmaajobRankingOptions *options);
/* Whether a pair of that key would be kept. */
bool ranking_has_room (const SmaajobRanking *ranking, RankKey key);
/* Keep it, in the place of the least if need be: there must be room for it. */
void ranking_keep (SmaajobRanking *ranking, Kept kept);
void ranking_sort (SmaajobRanking *ranking);

#endif
