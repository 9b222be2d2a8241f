/* SPDX-License-Identifier: Apache-2.0 */
#include "rank.h"

void
ranking_clear (Ranking *ranking)
{
  smaajob_market_free (ranking->market);
  smaajob_caseload_free (ranking->caseload);
  smaajob_policy_free (ranking->policy);
}

/* What the library calls back for: who gets the lists, and how many there have been. */
typedef struct {
  RankingReceive receive;
  SmaajobRankingProgress progress;
  void *data;
  guint n;
} Receiver;

static bool
receive (SmaajobRanking *list, void *data)
{
  Receiver *receiver = data;
  bool going = receiver->receive (receiver->n++, list, receiver->data);

  smaajob_ranking_free (list);
  return going;
}

static bool
tell_progress (uint64_t done, uint64_t all, void *data)
{
  Receiver *receiver = data;

  return receiver->progress (done, all, receiver->data);
}

bool
ranking_make (const Ranking *ranking, RankingReceive receive_list, SmaajobRankingProgress progress,
              void *data, Report *report)
{
  Receiver receiver = {receive_list, progress, data, 0};
  const SmaajobRankingOptions options = {.policy = ranking->policy,
                                         .top = ranking->top,
                                         .threads = ranking->threads,
                                         .count_blockers = ranking->count_blockers,
                                         .receive = receive,
                                         .progress = tell_progress,
                                         .data = &receiver};
  SmaajobError error;
  bool done = ranking->by_opening
                  ? smaajob_rank_openings (ranking->market, ranking->caseload, &options, &error)
                  : smaajob_rank_citizens (ranking->caseload, ranking->market, &options, &error);

  if (!done && error.code != SMAAJOB_ERROR_CANCELLED)
    report_error (report, "smaajob", 1, &error);
  return done;
}
