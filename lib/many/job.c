/* SPDX-License-Identifier: Apache-2.0 */
#include "many/job.h"

#include "base/error.h"
#include "many/bars.h"
#include "many/crew.h"
#include "many/kinds.h"

#define CHUNK_OPENINGS 256       /* ranked for together: a citizen is looked at once for all */
#define TICK_CITIZENS  256       /* between two looks at whether to stop */
#define BATCH_UNITS    64        /* for each thread, between two deliveries */
#define BATCH_KEPT     (1 << 20) /* in all, unless fewer units than threads would be left */
#define SWEPT_KEPT     (1 << 22) /* the same, when all openings of a batch are swept at once */
#define SWEPT_CITIZENS 64        /* between two looks at whether to stop */
#define FEW_OPENINGS   48        /* to look at each pair is less work than a sweep */

static void
end (Job *job, Outcome outcome)
{
  int going = OUTCOME_GOING;

  atomic_compare_exchange_strong (&job->outcome, &going, (int) outcome);
}

static void
lose (Job *job, uint32_t number)
{
  atomic_store (&job->lost, number);
  end (job, OUTCOME_LOST);
}

/* NULL ends the job. */
static const SmaajobCitizen *
get_citizen (Job *job, uint32_t number, CitizenCopy *copy)
{
  const SmaajobCitizen *citizen =
      job->citizen != NULL ? job->citizen : caseload_get (job->citizens, number, copy, NULL);

  if (citizen == NULL)
    lose (job, number);
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

  if (hand == 0 && options->progress != NULL) {
    job->told = done;
    if (!options->progress (done, all, options->data))
      end (job, OUTCOME_CANCELLED);
  }
  return atomic_load_explicit (&job->outcome, memory_order_relaxed) == OUTCOME_GOING;
}

static void
rank_openings_for (Job *job, unsigned hand, uint32_t i)
{
  const SmaajobCitizen *citizen = get_citizen (job, job->first + i, &job->copies[hand]);

  if (citizen == NULL)
    return;
  search_market (job->hands[hand], citizen, job->options->count_blockers, job->made[i]);
  go_on (job, hand, job->market->n);
}

/* Without the competences that nothing here is near to. */
static void
leave_out (SmaajobCitizenBuilder *draft, const bool *near)
{
  uint16_t n = 0;

  for (uint16_t i = 0; i < draft->made.n_competences; i++) {
    draft->competences[n] = draft->competences[i];
    n = (uint16_t) (n + near[draft->competences[n].concept_index]);
  }
  draft->made.n_competences = n;
}

/* Whether all those openings are beyond reach: then no more has to be made of the citizen, unless
   every blocker is counted. */
static bool
is_far (const Job *job, unsigned hand, const SmaajobCitizen *told, const uint32_t openings[2])
{
  Screen *screen = search_sweep (job->hands[hand])->screen;

  if (job->options->count_blockers)
    return false;
  screen_set_out (screen, told);
  for (uint32_t i = openings[0]; i < openings[1]; i++)
    if (!screen_is_beyond (screen, job->market->positions[job->first + i]))
      return false;
  return true;
}

/* False ends the job. */
static bool
rank_citizen (Job *job, unsigned hand, uint32_t number, const uint32_t openings[2])
{
  Search *search = job->hands[hand];
  const SmaajobCitizen *citizen = NULL;
  SmaajobCitizenBuilder draft;

  if (caseload_read (job->citizens, number, &draft, NULL)) {
    if (is_far (job, hand, &draft.made, openings))
      return true;
    leave_out (&draft, job->near);
    citizen = citizen_make (&draft, &job->copies[hand]);
  }
  if (citizen == NULL) {
    lose (job, number);
    return false;
  }
  search_begin (search, citizen, job->options->count_blockers);
  for (uint32_t i = openings[0]; i < openings[1]; i++)
    search_pair (search, job->market->positions[job->first + i],
                 (Kept){.key = job->ranks[number], .number = number}, job->made[i]);
  return true;
}

static void
rank_citizens_for (Job *job, unsigned number, const uint32_t openings[2])
{
  uint32_t n = job->n_citizens, n_openings = openings[1] - openings[0];

  for (uint32_t from = 0, to; from < n; from = to) {
    to = n - from < TICK_CITIZENS ? n : from + TICK_CITIZENS;
    for (uint32_t c = from; c < to; c++)
      if (!rank_citizen (job, number, c, openings))
        return;
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

  job->made[i] = ranking_new (id, openings ? job->market : NULL, job->caseload, job->options);
  if (job->made[i] == NULL)
    end (job, OUTCOME_NO_MEMORY);
  return job->made[i] != NULL;
}

/* Those of the batch that are in the blocks; returns how many, unless the job is ended. */
static uint32_t
start_rankings_in (Job *job, Bars *bars, const uint32_t blocks[2])
{
  const SmaajobMarket *market = job->market;
  uint32_t started = 0;

  for (uint32_t at = blocks[0] * BLOCK_OPENINGS; at < market->n && at < blocks[1] * BLOCK_OPENINGS;
       at++) {
    uint32_t i = market->numbers[at] - job->first;

    if (market->numbers[at] < job->first || i >= job->n)
      continue;
    if (!start_ranking (job, i))
      return 0;
    bars_add (bars, at, job->made[i]);
    started++;
  }
  return started;
}

static bool
sweep_citizens_for (Job *job, unsigned hand, Bars *bars, uint32_t n_openings)
{
  bool going = true;

  for (uint32_t c = 0, told = 0; c < job->n_citizens && going; c++) {
    const SmaajobCitizen *citizen = get_citizen (job, c, bars_make_room (bars));

    if (citizen == NULL)
      return false;
    bars_consider (bars, citizen, (Kept){.key = job->ranks[c], .number = c});
    if ((c + 1) % SWEPT_CITIZENS != 0 && c + 1 < job->n_citizens)
      continue;
    going = go_on (job, hand, (uint64_t) (c + 1 - told) * n_openings);
    told = c + 1;
  }
  return going;
}

static void
sweep_blocks (Job *job, unsigned hand, const uint32_t blocks[2])
{
  Bars *bars = bars_new (job->hands[hand], blocks, job->options->count_blockers);
  uint32_t n;

  if (bars == NULL)
    end (job, OUTCOME_NO_MEMORY);
  else if ((n = start_rankings_in (job, bars, blocks)) > 0 &&
           sweep_citizens_for (job, hand, bars, n))
    bars_finish (bars);
  bars_free (bars);
}

static void
work (void *data, unsigned hand)
{
  Job *job = data;
  const uint32_t n = job->by_sweeps ? job->market->n_blocks : job->n;

  while (atomic_load (&job->outcome) == OUTCOME_GOING) {
    uint32_t from = (uint32_t) atomic_fetch_add (&job->next, job->unit);
    uint32_t to = n - from < job->unit ? n : from + job->unit;

    if (from >= n)
      return;
    if (job->by_sweeps) {
      sweep_blocks (job, hand, (uint32_t[]){from, to});
      continue;
    }
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

static size_t
count_kept (const Job *job)
{
  size_t ranked = job->caseload == NULL ? job->market->n : job->n_citizens;

  return job->options->top < ranked ? job->options->top : ranked;
}

/* Returns how many openings are swept together: unless there are many it does not pay. */
static uint32_t
choose_to_sweep (Job *job)
{
  const uint32_t n = job->market->n, n_blocks = job->market->n_blocks;
  const size_t kept = count_kept (job),
               room = (job->room > 0 ? job->room : SWEPT_KEPT) / (kept > 0 ? kept : 1);

  job->by_sweeps = job->caseload != NULL && job->kernel != NULL && n >= FEW_OPENINGS &&
                   (room >= n || room >= PART_OPENINGS);
  if (job->by_sweeps)
    job->unit = (n_blocks + job->n_hands - 1) / job->n_hands;
  return room < n ? (uint32_t) room : n;
}

static uint32_t
size_of_batch (const Job *job)
{
  size_t kept = count_kept (job);
  size_t units = (size_t) BATCH_UNITS * job->n_hands;

  while (units > job->n_hands && units * job->unit * kept > BATCH_KEPT)
    units /= 2;
  return (uint32_t) (units > job->n_hands ? units : job->n_hands) * job->unit;
}

/* The caller's own hand is out of work: it still tells, and is told when to stop. */
static void
tend (void *job)
{
  if (atomic_load (&((Job *) job)->outcome) == OUTCOME_GOING)
    go_on (job, 0, 0);
}

/* What other hands have done since it did so last. */
static void
tell_rest (Job *job)
{
  if (atomic_load (&job->outcome) == OUTCOME_GOING && job->told < atomic_load (&job->done))
    go_on (job, 0, 0);
}

static void
run (Job *job, uint32_t n_ranked_for, uint32_t batch)
{
  while (job->first < n_ranked_for && atomic_load (&job->outcome) == OUTCOME_GOING) {
    job->n = n_ranked_for - job->first < batch ? n_ranked_for - job->first : batch;
    atomic_store (&job->next, 0);
    crew_work (work, tend, job, job->n_hands);
    if (!market_tell_damage (job->market, NULL))
      end (job, OUTCOME_LOST);
    tell_rest (job);
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
  for (unsigned i = 0; i < job->n_hands && done; i++) {
    done = equip_hand (job, i);
    if (done && job->options->count_blockers)
      done = view_list_musts (search_view (job->hands[i]), job->market);
    if (done)
      search_sweep (job->hands[i])->few = job->few > 0 ? job->few : SWEEP_FEW;
  }
  if (done && job->caseload != NULL && !job->by_sweeps) {
    job->near = kinds_find_near (search_view (job->hands[0]), job->market);
    done = job->near != NULL;
  }
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
  memory_free (job->near);
  memory_free (job->copies);
  memory_free (job->hands);
  memory_free (job->made);
}

bool
job_do (Job *job, SmaajobError *error)
{
  uint32_t n_ranked_for = job->caseload == NULL ? job->n_citizens : job->market->n, batch;

  job->unit = job->caseload == NULL ? 1 : CHUNK_OPENINGS;
  job->n_hands = job->options->threads > 1 ? job->options->threads : 1;
  batch = choose_to_sweep (job);
  if (!job->by_sweeps)
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
