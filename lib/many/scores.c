/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "many/caseload.h"
#include "many/checks.h"
#include "many/crew.h"
#include "many/packed.h"
#include "match/score.h"
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
  uint64_t told; /* of the pairs that are done, to the caller */
  atomic_bool stopped;
  atomic_uint_fast32_t lost; /* a citizen that cannot be looked at, and one more; else 0 */
} Job;

static void
score_openings (const Job *job, const SmaajobCitizen *citizen, size_t i, size_t from, size_t to)
{
  const SmaajobMarket *market = job->market;
  const SmaajobPolicy *policy = job->options->policy;
  SmaajobScore *row = job->scores + i * market->n;
  SmaajobPair pair = {.citizen = citizen, .travel_minutes = SMAAJOB_UNKNOWN};

  for (size_t j = from; j < to; j++) {
    pair.opening = market_find_image (market, (uint32_t) j);
    row[j] = pair_score (&pair, policy);
  }
}

static void
tell (Job *job, uint64_t done)
{
  const SmaajobScoresOptions *options = job->options;

  job->told = done;
  if (options->progress != NULL &&
      !options->progress (done, (uint64_t) options->n * job->market->n, options->data))
    atomic_store (&job->stopped, true);
}

static void
work (void *data, unsigned hand)
{
  CitizenCopy copy = {NULL, 0};
  Job *job = data;
  uint64_t unit;

  while (!atomic_load_explicit (&job->stopped, memory_order_relaxed) &&
         (unit = atomic_fetch_add (&job->next, 1)) < job->n_units) {
    size_t from = (size_t) (unit % job->units_a_citizen) * UNIT_OPENINGS;
    size_t to = job->market->n - from < UNIT_OPENINGS ? job->market->n : from + UNIT_OPENINGS;
    uint64_t done;

    size_t i = (size_t) (unit / job->units_a_citizen);
    const SmaajobCitizen *citizen =
        caseload_get (job->caseload, (uint32_t) (job->options->first + i), &copy, NULL);

    if (citizen == NULL) {
      atomic_store (&job->lost, (uint32_t) (job->options->first + i) + 1);
      atomic_store (&job->stopped, true);
      break;
    }
    score_openings (job, citizen, i, from, to);
    done = atomic_fetch_add (&job->done, to - from) + (to - from);
    if (hand == 0)
      tell (job, done);
  }
  memory_free (copy.citizen);
}

/* The caller's own hand is out of work: it still tells, and is told when to stop. */
static void
tend (void *data)
{
  Job *job = data;

  if (!atomic_load (&job->stopped))
    tell (job, atomic_load (&job->done));
}

/* Why a citizen could not be looked at. */
static bool
tell_lost (const Job *job, SmaajobError *error)
{
  CitizenCopy copy = {NULL, 0};

  if (caseload_get (job->caseload, atomic_load (&job->lost) - 1, &copy, error) != NULL)
    error_memory (error);
  memory_free (copy.citizen);
  return false;
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
    crew_work (work, tend, &job, options->threads > 1 ? options->threads : 1);
  if (job.told < atomic_load (&job.done))
    tend (&job);
  if (atomic_load (&job.lost) != 0)
    return tell_lost (&job, error);
  if (atomic_load (&job.stopped))
    return error_set (error, SMAAJOB_ERROR_CANCELLED, "", "stopped by the caller");
  return market_tell_damage (market, error);
}
