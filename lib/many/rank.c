/* SPDX-License-Identifier: Apache-2.0 */
#include "many/rank.h"

#include "base/error.h"
#include "many/checks.h"
#include "many/crew.h"
#include "many/pack.h"
#include "many/search.h"

#include <stdatomic.h>

#define CHUNK_OPENINGS 256       /* ranked for together: a citizen is looked at once for all */
#define TICK_CITIZENS  256       /* between two looks at whether to stop */
#define BATCH_UNITS    64        /* for each thread, between two deliveries */
#define BATCH_KEPT     (1 << 20) /* in all, unless fewer units than threads would be left */

typedef enum { OUTCOME_GOING, OUTCOME_CANCELLED, OUTCOME_NO_MEMORY, OUTCOME_LOST } Outcome;

/*
 * A unit of work is one citizen, or some openings: those who are ranked for. Units are taken by
 * whoever is free and delivered in order, a batch at a time.
 */
typedef struct {
  const SmaajobCitizen *citizen;   /* the only one; else NULL */
  const SmaajobCaseload *citizens; /* else these */
  const uint32_t *ranks;           /* of their ids, when they are ranked */
  uint32_t n_citizens;
  SmaajobMarket *market;
  SmaajobCaseload *caseload; /* NULL when openings are ranked */
  const SmaajobRankingOptions *options;
  const Kernel *kernel;
  unsigned n_hands;
  Search **hands;
  CitizenCopy *copies;   /* by hand */
  SmaajobRanking **made; /* of the batch */
  uint32_t first, n;     /* of the batch: those who are ranked for */
  uint32_t unit;         /* how many of them are a unit */
  atomic_uint_fast32_t next;
  atomic_uint_fast64_t done;
  atomic_int outcome;
  atomic_uint_fast32_t lost; /* a citizen that cannot be looked at */
} Job;

static void
end (Job *job, Outcome outcome)
{
  int going = OUTCOME_GOING;

  atomic_compare_exchange_strong (&job->outcome, &going, (int) outcome);
}

/* NULL ends the job. */
static const SmaajobCitizen *
get_citizen (Job *job, unsigned hand, uint32_t number)
{
  const SmaajobCitizen *citizen =
      job->citizen != NULL ? job->citizen
                           : caseload_get (job->citizens, number, &job->copies[hand], NULL);

  if (citizen == NULL) {
    atomic_store (&job->lost, number);
    end (job, OUTCOME_LOST);
  }
  return citizen;
}

/* Why a citizen could not be looked at. */
static bool
tell_lost (const Job *job, SmaajobError *error)
{
  CitizenCopy copy = {NULL, 0};

  if (caseload_get (job->citizens, (uint32_t) atomic_load (&job->lost), &copy, error) != NULL)
    error_memory (error);
  memory_free (copy.citizen);
  return false;
}

/* Count pairs as decided; false when it is time to stop. */
static bool
go_on (Job *job, unsigned hand, uint64_t pairs)
{
  const SmaajobRankingOptions *options = job->options;
  uint64_t done = atomic_fetch_add_explicit (&job->done, pairs, memory_order_relaxed) + pairs;
  uint64_t all = (uint64_t) job->n_citizens * job->market->n;

  if (hand == 0 && options->progress != NULL && !options->progress (done, all, options->data))
    end (job, OUTCOME_CANCELLED);
  return atomic_load_explicit (&job->outcome, memory_order_relaxed) == OUTCOME_GOING;
}

static void
rank_openings_for (Job *job, unsigned hand, uint32_t i)
{
  const SmaajobCitizen *citizen = get_citizen (job, hand, job->first + i);

  if (citizen == NULL)
    return;
  search_market (job->hands[hand], citizen, job->options->count_blockers, job->made[i]);
  go_on (job, hand, job->market->n);
}

static void
rank_some_citizens (Job *job, unsigned hand, const uint32_t citizens[2], const uint32_t openings[2])
{
  Search *search = job->hands[hand];

  for (uint32_t c = citizens[0]; c < citizens[1]; c++) {
    const SmaajobCitizen *citizen = get_citizen (job, hand, c);

    if (citizen == NULL)
      return;
    search_begin (search, citizen, job->options->count_blockers);
    for (uint32_t i = openings[0]; i < openings[1]; i++)
      search_pair (search, job->market->positions[job->first + i],
                   (Kept){.key = job->ranks[c], .number = c}, job->made[i]);
  }
}

static void
rank_citizens_for (Job *job, unsigned number, const uint32_t openings[2])
{
  uint32_t n = job->n_citizens, n_openings = openings[1] - openings[0];

  for (uint32_t from = 0, to; from < n; from = to) {
    to = n - from < TICK_CITIZENS ? n : from + TICK_CITIZENS;
    rank_some_citizens (job, number, (uint32_t[]){from, to}, openings);
    if (!go_on (job, number, (uint64_t) (to - from) * n_openings))
      return;
  }
  for (uint32_t i = openings[0]; i < openings[1]; i++) {
    job->made[i]->n_pairs = n;
    ranking_sort (job->made[i]);
  }
}

static bool
start_ranking (Job *job, uint32_t i)
{
  bool openings = job->caseload == NULL;
  uint32_t number = job->first + i;
  const char *id = !openings ? smaajob_market_get_opening_id_at (job->market, number)
                   : job->citizen != NULL
                       ? citizen_id (job->citizen)
                       : smaajob_caseload_get_citizen_id_at (job->citizens, number);

  job->made[i] = ranking_new (id, openings ? job->market : NULL, job->caseload, job->options->top);
  if (job->made[i] == NULL)
    end (job, OUTCOME_NO_MEMORY);
  return job->made[i] != NULL;
}

static void
work (void *data, unsigned hand)
{
  Job *job = data;

  while (atomic_load (&job->outcome) == OUTCOME_GOING) {
    uint32_t from = (uint32_t) atomic_fetch_add (&job->next, job->unit);
    uint32_t to = job->n - from < job->unit ? job->n : from + job->unit;

    if (from >= job->n)
      return;
    for (uint32_t i = from; i < to; i++)
      if (!start_ranking (job, i))
        return;
    if (job->caseload == NULL)
      rank_openings_for (job, hand, from);
    else
      rank_citizens_for (job, hand, (uint32_t[]){from, to});
  }
}

/* Hand out the batch in order; what nobody receives is freed. */
static void
deliver (Job *job)
{
  const SmaajobRankingOptions *options = job->options;

  for (uint32_t i = 0; i < job->n; i++) {
    if (atomic_load (&job->outcome) != OUTCOME_GOING)
      smaajob_ranking_free (job->made[i]);
    else if (!options->receive (job->made[i], options->data))
      end (job, OUTCOME_CANCELLED);
    job->made[i] = NULL;
  }
}

static uint32_t
size_of_batch (const Job *job)
{
  size_t ranked = job->caseload == NULL ? job->market->n : job->n_citizens;
  size_t kept = job->options->top < ranked ? job->options->top : ranked;
  size_t units = (size_t) BATCH_UNITS * job->n_hands;

  while (units > job->n_hands && units * job->unit * kept > BATCH_KEPT)
    units /= 2;
  return (uint32_t) (units > job->n_hands ? units : job->n_hands) * job->unit;
}

static void
run (Job *job, uint32_t n_ranked_for, uint32_t batch)
{
  while (job->first < n_ranked_for && atomic_load (&job->outcome) == OUTCOME_GOING) {
    job->n = n_ranked_for - job->first < batch ? n_ranked_for - job->first : batch;
    atomic_store (&job->next, 0);
    crew_work (work, job, job->n_hands);
    if (!market_tell_damage (job->market, NULL))
      end (job, OUTCOME_LOST);
    deliver (job);
    job->first += job->n;
  }
}

static bool
equip_hand (Job *job, unsigned i)
{
  const SmaajobPolicy *policy = job->options->policy;
  View *view;

  job->hands[i] = search_take (job->market, policy, job->kernel);
  if (job->hands[i] != NULL)
    return true;
  view = i > 0 ? search_view (job->hands[0]) : view_new (job->market, policy);
  if (view == NULL)
    return false;
  job->hands[i] = search_new (job->market, view, job->kernel);
  if (i == 0)
    view_free (view);
  return job->hands[i] != NULL;
}

static bool
equip (Job *job, uint32_t batch)
{
  bool done;

  job->made = memory_new (batch * sizeof *job->made);
  job->hands = memory_new (job->n_hands * sizeof *job->hands);
  job->copies = memory_new (job->n_hands * sizeof *job->copies);
  done = job->made != NULL && job->hands != NULL && job->copies != NULL;
  for (unsigned i = 0; i < job->n_hands && done; i++)
    done = equip_hand (job, i);
  return done;
}

static void
unequip (Job *job)
{
  for (unsigned i = 0; job->hands != NULL && i < job->n_hands; i++)
    if (job->hands[i] != NULL)
      search_keep (job->market, job->hands[i]);
  for (unsigned i = 0; job->copies != NULL && i < job->n_hands; i++)
    memory_free (job->copies[i].citizen);
  memory_free (job->copies);
  memory_free (job->hands);
  memory_free (job->made);
}

static bool
do_job (Job *job, SmaajobError *error)
{
  uint32_t n_ranked_for = job->caseload == NULL ? job->n_citizens : job->market->n, batch;

  job->unit = job->caseload == NULL ? 1 : CHUNK_OPENINGS;
  job->n_hands = job->options->threads > 1 ? job->options->threads : 1;
  batch = size_of_batch (job);
  if (equip (job, batch))
    run (job, n_ranked_for, batch);
  else
    end (job, OUTCOME_NO_MEMORY);
  unequip (job);
  if (atomic_load (&job->outcome) == OUTCOME_CANCELLED)
    return error_set (error, SMAAJOB_ERROR_CANCELLED, "", "stopped by the caller");
  if (atomic_load (&job->outcome) == OUTCOME_LOST)
    return market_tell_damage (job->market, error) && tell_lost (job, error);
  return atomic_load (&job->outcome) == OUTCOME_GOING || error_memory (error);
}

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
  Job job = {.market = sides->market, .options = options, .kernel = kernel};

  if (!check_sides (sides->caseload, sides->market, options, error))
    return false;
  job.citizens = sides->caseload;
  job.n_citizens = sides->caseload->n;
  return do_job (&job, error);
}

bool
rank_openings_by (const Kernel *kernel, const RankSides *sides,
                  const SmaajobRankingOptions *options, SmaajobError *error)
{
  Job job = {
      .market = sides->market, .caseload = sides->caseload, .options = options, .kernel = kernel};

  if (!check_sides (sides->caseload, sides->market, options, error))
    return false;
  job.citizens = sides->caseload;
  job.ranks = sides->caseload->ids.number_of;
  job.n_citizens = sides->caseload->n;
  return do_job (&job, error);
}

bool
smaajob_rank_citizens (SmaajobCaseload *caseload, SmaajobMarket *market,
                       const SmaajobRankingOptions *options, SmaajobError *error)
{
  const Kernel *kernel = market == NULL ? NULL : search_find_kernel (market);

  return rank_citizens_by (kernel, &(RankSides){caseload, market}, options, error);
}

bool
smaajob_rank_openings (SmaajobMarket *market, SmaajobCaseload *caseload,
                       const SmaajobRankingOptions *options, SmaajobError *error)
{
  const Kernel *kernel = market == NULL ? NULL : search_find_kernel (market);

  return rank_openings_by (kernel, &(RankSides){caseload, market}, options, error);
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
  if (do_job (job, error))
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
  job.ranks = caseload->ids.number_of;
  job.n_citizens = caseload->n;
  job.market = market_pack (opening->vocabulary, &opening, 1, error);
  if (job.market == NULL)
    return NULL;
  job.kernel = search_find_kernel (job.market);
  ranking = rank_single (&job, options, error);
  smaajob_market_free (job.market);
  return ranking;
}
