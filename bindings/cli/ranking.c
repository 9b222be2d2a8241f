/* SPDX-License-Identifier: Apache-2.0 */
#include "rank.h"

guint
ranking_get_n (const Ranking *ranking)
{
  return ranking->by_opening ? ranking->openings->len : ranking->citizens->len;
}

const SmaajobCitizen *
ranking_get_citizen (const Ranking *ranking, size_t i)
{
  return g_ptr_array_index (ranking->citizens, i);
}

const SmaajobOpening *
ranking_get_opening (const Ranking *ranking, size_t i)
{
  return g_ptr_array_index (ranking->openings, i);
}

/* What the library calls back for: who gets the lists, and how many there have been. */
typedef struct {
  RankingReceive receive;
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

static SmaajobCaseload *
gather_citizens (const Ranking *ranking, SmaajobVocabulary *vocabulary, SmaajobError *error)
{
  SmaajobCaseloadBuilder *builder = smaajob_caseload_builder_new (vocabulary, error);
  SmaajobCaseload *caseload = NULL;
  bool done = builder != NULL;

  for (guint i = 0; done && i < ranking->citizens->len; i++)
    done = smaajob_caseload_builder_add_citizen (builder, g_ptr_array_index (ranking->citizens, i),
                                                 error);
  if (done)
    caseload = smaajob_caseload_builder_build (builder, error);
  smaajob_caseload_builder_free (builder);
  return caseload;
}

static SmaajobMarket *
gather_openings (const Ranking *ranking, SmaajobVocabulary *vocabulary, SmaajobError *error)
{
  SmaajobMarketBuilder *builder = smaajob_market_builder_new (vocabulary, error);
  SmaajobMarket *market = NULL;
  bool done = builder != NULL;

  for (guint i = 0; done && i < ranking->openings->len; i++)
    done = smaajob_market_builder_add_opening (builder, g_ptr_array_index (ranking->openings, i),
                                               error);
  if (done)
    market = smaajob_market_builder_build (builder, error);
  smaajob_market_builder_free (builder);
  return market;
}

bool
ranking_make (Ranking *ranking, SmaajobVocabulary *vocabulary, RankingReceive receive_list,
              void *data, Report *report)
{
  Receiver receiver = {receive_list, data, 0};
  const SmaajobRankingOptions options = {.policy = ranking->policy,
                                         .top = ranking->top,
                                         .threads = ranking->threads,
                                         .count_blockers = ranking->count_blockers,
                                         .receive = receive,
                                         .data = &receiver};
  SmaajobError error;
  SmaajobCaseload *caseload = gather_citizens (ranking, vocabulary, &error);
  SmaajobMarket *market = caseload ? gather_openings (ranking, vocabulary, &error) : NULL;
  bool done = false;

  if (market != NULL && ranking->by_opening)
    done = smaajob_rank_openings (market, caseload, &options, &error);
  else if (market != NULL)
    done = smaajob_rank_citizens (caseload, market, &options, &error);
  if (!done && error.code != SMAAJOB_ERROR_CANCELLED)
    report_error (report, "smaajob", 1, &error);
  smaajob_market_free (market);
  smaajob_caseload_free (caseload);
  return done;
}
