/* SPDX-License-Identifier: Apache-2.0 */

/* Many rankings at once, each handed over when it is ready, and then the receiver's. */
%inline %{
static void
rank_citizens (SmaajobCaseload *caseload, SmaajobMarket *market, const SmaajobPolicy *policy,
               size_t top, unsigned threads, bool count_blockers, SmaajobRankingReceive receive,
               SmaajobRankingProgress progress, void *data, SmaajobError *error)
{
  SmaajobRankingOptions options = ranking_options (policy, top, threads, count_blockers);

  options.receive = receive;
  options.progress = progress;
  options.data = data;
  SMAAJOB_LONG_WORK (smaajob_rank_citizens (caseload, market, &options, error));
}

static void
rank_openings (SmaajobMarket *market, SmaajobCaseload *caseload, const SmaajobPolicy *policy,
               size_t top, unsigned threads, bool count_blockers, SmaajobRankingReceive receive,
               SmaajobRankingProgress progress, void *data, SmaajobError *error)
{
  SmaajobRankingOptions options = ranking_options (policy, top, threads, count_blockers);

  options.receive = receive;
  options.progress = progress;
  options.data = data;
  SMAAJOB_LONG_WORK (smaajob_rank_openings (market, caseload, &options, error));
}
%}
