/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "many/caseload.h"
#include "many/checks.h"
#include "many/crew.h"
#include "many/packed.h"
#include <smaajob/scores.h>

#include <stdatomic.h>

#define UNIT_OPENINGS 512 /* scored for a citizen between two looks at whether to stop */

/* A unit of work is some openings for one citizen; whoever is free takes the next. */
typedef struct {
  const SmaajobCaseload *caseload;
  const SmaajobMarket *market;
  const SmaajobScoresOptions *options;
  SmaajobScore *scores;
  uint64_t n_units, units_a_citizen;
  atomic_uint_fast64_t next, done;
  atomic_bool stopped;
} Job;

static void
score_openings (const Job *job, size_t i, size_t from, size_t to)
{
  const SmaajobMarket *market = job->market;
  const SmaajobPolicy *policy = job->options->policy;
  SmaajobScore *row = job->scores + i * market->n;
  SmaajobPair pair = {.citizen = job->caseload->citizens[job->options->first + i],
                      .travel_minutes = SMAAJOB_UNKNOWN};

  for (size_t j = from; j < to; j++) {
    pair.opening = market->images[j];
    smaajob_score (&pair, policy, &row[j], NULL);
  }
}

static void
tell (Job *job, uint64_t done)
{
  const SmaajobScoresOptions *options = job->options;

  if (options->progress != NULL &&
      !options->progress (done, (uint64_t) options->n * job->market->n, options->data))
    atomic_store (&job->stopped, true);
}

static void
work (void *data, unsigned hand)
{
  Job *job = data;
  uint64_t unit;

  while (!atomic_load_explicit (&job->stopped, memory_order_relaxed) &&
         (unit = atomic_fetch_add (&job->next, 1)) < job->n_units) {
    size_t from = (size_t) (unit % job->units_a_citizen) * UNIT_OPENINGS;
    size_t to = job->market->n - from < UNIT_OPENINGS ? job->market->n : from + UNIT_OPENINGS;
    uint64_t done;

    score_openings (job, (size_t) (unit / job->units_a_citizen), from, to);
    done = atomic_fetch_add (&job->done, to - from) + (to - from);
    if (hand == 0)
      tell (job, done);
  }
}

static bool
check_scores (const Job *job, SmaajobError *error)
{
  const SmaajobScoresOptions *options = job->options;

  if (job->caseload == NULL || job->market == NULL)
    return error_argument (error, "the caseload or the market is NULL");
  if (options == NULL)
    return check_means (NULL, 0, error);
  if (!check_means (options->policy, options->threads, error) ||
      !check_vocabularies (job->caseload->vocabulary, job->market->vocabulary, error))
    return false;
  if (options->first > job->caseload->n || options->n > job->caseload->n - options->first)
    return error_set (error, SMAAJOB_ERROR_RANGE, "",
                      "n: %zu citizens from number %zu, expected no more than the caseload's %u",
                      options->n, options->first, job->caseload->n);
  if (job->scores == NULL && options->n > 0 && job->market->n > 0)
    return error_argument (error, "the scores are NULL");
  return true;
}

bool
smaajob_score_citizens (const SmaajobCaseload *caseload, const SmaajobMarket *market,
                        const SmaajobScoresOptions *options, SmaajobScore *scores,
                        SmaajobError *error)
{
  Job job = {.caseload = caseload, .market = market, .options = options, .scores = scores};

  if (!check_scores (&job, error))
    return false;
  job.units_a_citizen = (market->n + (uint64_t) UNIT_OPENINGS - 1) / UNIT_OPENINGS;
  job.n_units = options->n * job.units_a_citizen;
  if (job.n_units > 0)
    crew_work (work, &job, options->threads > 1 ? options->threads : 1);
  if (atomic_load (&job.stopped))
    return error_set (error, SMAAJOB_ERROR_CANCELLED, "", "stopped by the caller");
  return true;
}
