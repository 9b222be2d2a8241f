/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_RANK_H
#define CLI_RANK_H

#include "load.h"

#define RANK_VERDICTS (SMAAJOB_VERDICT_FIT + 1)
#define RANK_BLOCKERS (SMAAJOB_CODE_NEED_REFUSED + 1)

/** What is ranked, and how. */
typedef struct {
  SmaajobCaseload *caseload;
  SmaajobMarket *market;
  SmaajobPolicy *policy;
  bool by_opening;
  bool count_blockers;
  guint top;
  guint threads;
} Ranking;

/** Give up what is ranked. */
void ranking_clear (Ranking *ranking);
/** List @p i is made; it is borrowed for the call. Return false to stop. */
typedef bool (*RankingReceive) (guint i, const SmaajobRanking *list, void *data);
/** Make every list, in order; false after telling why not, or when it was stopped by the receiver
 * or by @p progress, which gets the same data. */
bool ranking_make (const Ranking *ranking, RankingReceive receive, SmaajobRankingProgress progress,
                   void *data, Report *report);

#endif
