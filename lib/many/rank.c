/* SPDX-License-Identifier: Apache-2.0 */
#include "many/rank.h"

#include "base/error.h"
#include "many/checks.h"
#include "many/job.h"
#include "many/pack.h"

static bool
check_options (const SmaajobRankingOptions *options, SmaajobError *error)
{
  return options == NULL ? check_means (NULL, 0, error)
                         : check_means (options->policy, options->threads, error);
}

static bool
check_sides (const SmaajobCaseload *caseload, const SmaajobMarket *market,
             const SmaajobRankingOptions *options, SmaajobError *error)
{
  if (caseload == NULL || market == NULL)
    return error_argument (error, "the caseload or the market is NULL");
  if (!check_options (options, error))
    return false;
  if (options->receive == NULL)
    return error_argument (error, "nobody receives the rankings: receive is NULL");
  return check_vocabularies (caseload->vocabulary, market->vocabulary, error);
}

bool
rank_citizens_by (const Kernel *kernel, const RankSides *sides,
                  const SmaajobRankingOptions *options, SmaajobError *error)
{
  Job job = {.market = sides->market, .options = options, .kernel = kernel, .few = sides->few};

  if (!check_sides (sides->caseload, sides->market, options, error))
    return false;
  job.citizens = sides->caseload;
  job.n_citizens = sides->caseload->n;
  return job_do (&job, error);
}

bool
rank_openings_by (const Kernel *kernel, const RankSides *sides,
                  const SmaajobRankingOptions *options, SmaajobError *error)
{
  Job job = {.market = sides->market,
             .caseload = sides->caseload,
             .options = options,
             .kernel = kernel,
             .room = sides->room};

  if (!check_sides (sides->caseload, sides->market, options, error))
    return false;
  job.citizens = sides->caseload;
  job.ranks = sides->caseload->ranks;
  job.n_citizens = sides->caseload->n;
  return job_do (&job, error);
}

bool
smaajob_rank_citizens (SmaajobCaseload *caseload, SmaajobMarket *market,
                       const SmaajobRankingOptions *options, SmaajobError *error)
{
  const Kernel *kernel = market == NULL ? NULL : search_find_kernel (market);

  return rank_citizens_by (kernel, &(RankSides){caseload, market, 0, 0}, options, error);
}

bool
smaajob_rank_openings (SmaajobMarket *market, SmaajobCaseload *caseload,
                       const SmaajobRankingOptions *options, SmaajobError *error)
{
  const Kernel *kernel = market == NULL ? NULL : search_find_kernel (market);

  return rank_openings_by (kernel, &(RankSides){caseload, market, 0, 0}, options, error);
}

/* The caller's options, with a receiver of the one ranking there will be. */
typedef struct {
  const SmaajobRankingOptions *options;
  SmaajobRanking *ranking;
} Single;

static bool
receive_single (SmaajobRanking *ranking, void *data)
{
  ((Single *) data)->ranking = ranking;
  return true;
}

static bool
tell_single (uint64_t done, uint64_t all, void *data)
{
  const SmaajobRankingOptions *options = ((Single *) data)->options;

  return options->progress == NULL || options->progress (done, all, options->data);
}

static SmaajobRanking *
rank_single (Job *job, const SmaajobRankingOptions *options, SmaajobError *error)
{
  Single single = {options, NULL};
  SmaajobRankingOptions own = *options;

  own.receive = receive_single;
  own.progress = tell_single;
  own.data = &single;
  own.threads = 1;
  job->options = &own;
  if (job_do (job, error))
    return single.ranking;
  smaajob_ranking_free (single.ranking);
  return NULL;
}

SmaajobRanking *
smaajob_ranking_new_for_citizen (const SmaajobCitizen *citizen, SmaajobMarket *market,
                                 const SmaajobRankingOptions *options, SmaajobError *error)
{
  Job job = {.citizen = citizen, .n_citizens = 1, .market = market};

  if (citizen == NULL || market == NULL) {
    error_argument (error, "the citizen or the market is NULL");
    return NULL;
  }
  if (!check_options (options, error) ||
      !check_vocabularies (citizen->vocabulary, market->vocabulary, error))
    return NULL;
  job.kernel = search_find_kernel (market);
  return rank_single (&job, options, error);
}

SmaajobRanking *
smaajob_ranking_new_for_opening (const SmaajobOpening *opening, SmaajobCaseload *caseload,
                                 const SmaajobRankingOptions *options, SmaajobError *error)
{
  Job job = {.caseload = caseload};
  SmaajobRanking *ranking;

  if (opening == NULL || caseload == NULL) {
    error_argument (error, "the opening or the caseload is NULL");
    return NULL;
  }
  if (!check_options (options, error) ||
      !check_vocabularies (caseload->vocabulary, opening->vocabulary, error))
    return NULL;
  job.citizens = caseload;
  job.ranks = caseload->ranks;
  job.n_citizens = caseload->n;
  job.market = market_pack (opening->vocabulary, &opening, 1, error);
  if (job.market == NULL)
    return NULL;
  job.kernel = search_find_kernel (job.market);
  ranking = rank_single (&job, options, error);
  smaajob_market_free (job.market);
  return ranking;
}
