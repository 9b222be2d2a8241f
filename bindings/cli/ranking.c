/* SPDX-License-Identifier: Apache-2.0 */
#include "rank.h"

guint
ranking_get_n (const Ranking *ranking)
{
  return ranking->by_opening ? ranking->openings->len : ranking->citizens->len;
}

const char *
ranking_get_id (const Ranking *ranking, guint i)
{
  if (ranking->by_opening)
    return smaajob_opening_get_id (g_ptr_array_index (ranking->openings, i));
  return smaajob_citizen_get_id (g_ptr_array_index (ranking->citizens, i));
}

static void
append_ranked (GArray *list, const SmaajobRanking *found, const SmaajobRanked *best,
               bool by_opening)
{
  const char *id = smaajob_ranking_get_id (found);
  const Ranked ranked = {by_opening ? best->id : id, by_opening ? id : best->id, best->id,
                         best->score};

  g_array_append_val (list, ranked);
}

/* What the library calls back for: lists as they come, and what becomes of them. */
typedef struct {
  Ranking *ranking;
  RankingReceive receive;
  void *data;
  guint n;
} Receiver;

static bool
receive (SmaajobRanking *found, void *data)
{
  Receiver *receiver = data;
  Ranking *ranking = receiver->ranking;
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (size_t i = 0; i < smaajob_ranking_get_n_ranked (found); i++) {
    const SmaajobRanked best = smaajob_ranking_get_ranked_at (found, i);

    append_ranked (list, found, &best, ranking->by_opening);
  }
  for (int verdict = 0; verdict < RANK_VERDICTS; verdict++)
    ranking->left_out[verdict] +=
        smaajob_ranking_get_n_without_score (found, (SmaajobVerdict) verdict);
  receiver->receive (receiver->n++, list, receiver->data);
  smaajob_ranking_free (found);
  return true;
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
  Receiver receiver = {ranking, receive_list, data, 0};
  const SmaajobRankingOptions options = {.policy = ranking->policy,
                                         .top = ranking->top,
                                         .threads = ranking->threads,
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
  if (!done)
    report_error (report, "smaajob", 1, &error);
  smaajob_market_free (market);
  smaajob_caseload_free (caseload);
  return done;
}
