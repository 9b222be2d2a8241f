/* SPDX-License-Identifier: Apache-2.0 */
#include "many/view.h"

#include <string.h>

#define TELLABLE 32767 /* the most in a cost of competence */

/* Out of reach before unknown before a gap. */
const uint8_t musts_leave[MUST_STATES] = {
    [0] = SMAAJOB_TASK_PAID,
    [MUST_GAP] = SMAAJOB_TASK_PRACTICE,
    [MUST_UNKNOWN] = SMAAJOB_TASK_UNCLEAR,
    [MUST_UNKNOWN | MUST_GAP] = SMAAJOB_TASK_UNCLEAR,
    [MUST_OUT] = SMAAJOB_TASK_OUT_OF_REACH,
    [MUST_OUT | MUST_GAP] = SMAAJOB_TASK_OUT_OF_REACH,
    [MUST_OUT | MUST_UNKNOWN] = SMAAJOB_TASK_OUT_OF_REACH,
    [MUST_OUT | MUST_UNKNOWN | MUST_GAP] = SMAAJOB_TASK_OUT_OF_REACH,
};

static const Cost *
bare_costs (const SmaajobPolicy *policy, bool all_told)
{
  return all_told ? policy->whole : policy->prior_competence;
}

/* Of a requirement in the weight of its criterion. */
static uint64_t
weigh (const SmaajobPolicy *policy, Cost cost)
{
  return (uint64_t) policy->numbers[POLICY_WEIGHT_COMPETENCE] * cost;
}

/* What the requirements of a task come to, each by its importance. A task that nobody has told of
   stands for one. */
static uint64_t
sum_task (const SmaajobMarket *market, const PackedTask *task, uint32_t first,
          const uint64_t costs[4])
{
  uint64_t sum = task->marks & TASK_TOLD ? 0 : costs[3];

  for (uint32_t i = 0; i < task->n_requirements; i++)
    sum += costs[market->kinds[kind_of (market->requirements[first + i])].importance];
  return sum;
}

/* By opening; shares are 2^-POSTING_SHARE_BITS. */
static uint64_t
sum_opening (const SmaajobMarket *market, uint32_t i, const uint64_t costs[4], bool shared)
{
  const uint32_t end = market_start (market, i + 1).task;
  Start at = market_start (market, i);
  uint64_t sum = 0;

  for (; at.task < end; at.task++) {
    const PackedTask *task = &market->tasks[at.task];
    uint64_t own = sum_task (market, task, at.requirement, costs);

    sum += shared ? own * posting_share (task) : task->marks & TASK_CORE ? own : 0;
    at.requirement += task->n_requirements;
  }
  return sum;
}

/* The finest unit in which every cost can be told. */
static void
choose_unit (View *view, const SmaajobMarket *market)
{
  const SmaajobPolicy *policy = view->policy;
  uint64_t costs[4], stakes[4], most = 0;

  for (int i = 0; i < 4; i++) {
    int importance = i < 3 ? i : SMAAJOB_STRENGTH_MUST;

    costs[i] = weigh (policy, bare_costs (policy, true)[importance]);
    stakes[i] = weigh (policy, (Cost) policy->shares[importance]);
  }
  for (uint32_t i = 0; i < market->n; i++) {
    uint64_t cost = sum_opening (market, i, costs, true) >> POSTING_SHARE_BITS,
             stake = sum_opening (market, i, stakes, false);

    most = cost > most ? cost : most;
    view->most_stake = stake > view->most_stake ? stake : view->most_stake;
  }
  while (most >> view->shift > TELLABLE)
    view->shift++;
}

static void
find_bare (View *view, const SmaajobMarket *market, bool all_told)
{
  uint64_t costs[4];

  for (int i = 0; i < 4; i++) {
    int importance = i < 3 ? i : SMAAJOB_STRENGTH_MUST;

    /* of a list that nobody has told, whether all else is told makes no difference */
    costs[i] = weigh (view->policy, bare_costs (view->policy, all_told && i < 3)[importance]) >>
               view->shift;
    if (i < 3)
      view->bare_of[all_told][i] = (int32_t) costs[i];
  }
  for (uint32_t i = 0; i < market->n; i++)
    view->bare[all_told][i] =
        (int16_t) (sum_opening (market, i, costs, true) >> POSTING_SHARE_BITS);
}

static bool
is_must (const SmaajobMarket *market, uint32_t requirement)
{
  return market->kinds[kind_of (market->requirements[requirement])].importance ==
         SMAAJOB_STRENGTH_MUST;
}

void
task_marks_add (TaskMarks *marks, uint32_t opening, unsigned seen)
{
  const uint64_t bit = UINT64_C (1) << opening % BLOCK_OPENINGS;
  const unsigned paid = 1u << SMAAJOB_TASK_PAID, unclear = 1u << SMAAJOB_TASK_UNCLEAR,
                 within = seen & ~(1u << SMAAJOB_TASK_OUT_OF_REACH);

  marks->out_of_reach |= within == 0 ? bit : 0;
  marks->mixed |= within != 0 && within != seen ? bit : 0;
  marks->all_practice |= within == 1u << SMAAJOB_TASK_PRACTICE ? bit : 0;
  marks->none_paid |= (within & (paid | unclear)) == unclear ? bit : 0;
}

static unsigned
judge_bare (const View *view, const SmaajobMarket *market, const PackedTask *task, uint32_t first,
            bool all_told)
{
  const uint8_t *states = must_states[all_told ? MASTERY_BELOW : MASTERY_UNKNOWN];
  unsigned state = task->marks & TASK_TOLD ? 0 : MUST_UNKNOWN;

  for (uint32_t i = first; i < first + task->n_requirements; i++)
    state |= is_must (market, i) ? states[training_of (market->requirements[i], view->policy)] : 0;
  return musts_leave[state];
}

static void
mark_bare (View *view, const SmaajobMarket *market, uint32_t i, bool all_told)
{
  const uint32_t end = market_start (market, i + 1).task;
  Start at = market_start (market, i);
  unsigned seen = 0;

  for (; at.task < end; at.task++) {
    const PackedTask *task = &market->tasks[at.task];

    seen |= 1u << judge_bare (view, market, task, at.requirement, all_told);
    at.requirement += task->n_requirements;
  }
  task_marks_add (&view->bare_tasks[all_told][i / BLOCK_OPENINGS], i, seen);
}

/* Whether a requirement, the number of all, belongs in a list. */
typedef bool (*Belongs) (const View *view, const SmaajobMarket *market, TaskPlace place,
                         uint32_t requirement);

static bool
is_hurdle (const View *view, const SmaajobMarket *market, TaskPlace place, uint32_t requirement)
{
  uint32_t opening = place_opening (place);
  const Marks *marks = &market->marks[opening / BLOCK_OPENINGS];

  return is_must (market, requirement) &&
         (training_of (market->requirements[requirement], view->policy) == TRAINING_NO ||
          (marks->practice_refused >> opening % BLOCK_OPENINGS & 1));
}

static bool
is_optional_must (const View *view, const SmaajobMarket *market, TaskPlace place,
                  uint32_t requirement)
{
  uint32_t task = market_start (market, place_opening (place)).task + place_task (place);

  (void) view;
  return is_must (market, requirement) && !(market->tasks[task].marks & TASK_CORE);
}

/* Go through all requirements; list those that belong when there is room for them already, else
   count them. */
static void
list_places (const View *view, const SmaajobMarket *market, Belongs belongs, KindLists *lists)
{
  uint32_t at = 0;

  for (uint32_t i = 0; i < market->n; i++) {
    const uint32_t first = market_start (market, i).task, last = market_start (market, i + 1).task;

    for (uint32_t task = first; task < last; task++) {
      TaskPlace place = i << PLACE_TASK_BITS | (task - first);

      for (uint32_t end = at + market->tasks[task].n_requirements; at < end; at++) {
        uint32_t *next = &lists->first[kind_of (market->requirements[at])];

        if (!belongs (view, market, place, at))
          continue;
        if (lists->places != NULL)
          lists->places[*next] = place;
        ++*next;
      }
    }
  }
}

/* As the postings of the market are made. */
static bool
make_lists (const View *view, const SmaajobMarket *market, Belongs belongs, KindLists *lists)
{
  size_t n = view->n_kinds;

  lists->first = memory_new ((n + 1) * sizeof *lists->first);
  if (lists->first == NULL)
    return false;
  list_places (view, market, belongs, lists);
  for (size_t i = 0; i < n; i++) {
    uint32_t count = lists->first[i];

    lists->first[i] = lists->n;
    lists->n += count;
  }
  lists->places = memory_new ((lists->n + (size_t) 1) * sizeof *lists->places);
  if (lists->places == NULL)
    return false;
  list_places (view, market, belongs, lists);
  for (size_t i = n; i > 0; i--)
    lists->first[i] = lists->first[i - 1];
  lists->first[0] = 0;
  return true;
}

static bool
list_hurdle_kinds (View *view)
{
  const uint32_t *first = view->hurdles.first;

  view->hurdle_kinds = memory_new ((view->n_kinds + (size_t) 1) * sizeof *view->hurdle_kinds);
  for (uint32_t kind = 0; view->hurdle_kinds != NULL && kind < view->n_kinds; kind++)
    if (first[kind + 1] > first[kind])
      view->hurdle_kinds[view->n_hurdle_kinds++] = kind;
  return view->hurdle_kinds != NULL;
}

static bool
list_musts (View *view, const SmaajobMarket *market)
{
  return make_lists (view, market, is_hurdle, &view->hurdles) &&
         make_lists (view, market, is_optional_must, &view->optional_musts) &&
         list_hurdle_kinds (view);
}

/* Every concept is found by its own key. */
static void
note_key (View *view, const SmaajobMarket *market, uint32_t key, uint32_t concept_index)
{
  view->keys[concept_index] = key + 1;
  for (uint32_t i = market->first_askers[key]; i < market->first_askers[key + 1]; i++)
    if (asker_steps (market->askers[i]) == 0)
      view->asked[asker_concept (market->askers[i])] =
          (Asked){vocabulary_get_near_wanted (market->vocabulary, concept_index), concept_index};
}

/* Of a damaged file a key may be any. */
static bool
gather_asked (View *view, const SmaajobMarket *market)
{
  view->n_vocabulary = (uint32_t) smaajob_vocabulary_get_n_concepts (market->vocabulary);
  view->asked = memory_new (market->n_concepts * sizeof *view->asked);
  view->keys = memory_new ((view->n_vocabulary + (size_t) 1) * sizeof *view->keys);
  if (view->asked == NULL || view->keys == NULL)
    return false;
  for (uint32_t key = 0; key < market->n_keys; key++) {
    uint32_t concept_index = holding_concept (market->keys[key]);

    if (concept_index < view->n_vocabulary)
      note_key (view, market, key, concept_index);
  }
  return true;
}

static void
place_concept_kinds (View *view, const SmaajobMarket *market, uint32_t concept)
{
  const uint32_t *first = market->first_postings;

  view->first_posting[concept] = first[market->concepts[concept]];
  for (uint32_t kind = market->concepts[concept]; kind < market->concepts[concept + 1]; kind++) {
    const unsigned code = kind_code (market->kinds[kind]);

    view->places[kind] = concept << PLACE_CODE_BITS | code;
    memset (view->posted + first[kind], (int) code, first[kind + 1] - first[kind]);
  }
}

static bool
place_kinds (View *view, const SmaajobMarket *market)
{
  view->places = memory_new ((market->n_kinds + 1) * sizeof *view->places);
  view->first_posting = memory_new ((market->n_concepts + 1) * sizeof *view->first_posting);
  view->posted = memory_new (market->n_postings + 1);
  if (view->places == NULL || view->first_posting == NULL || view->posted == NULL)
    return false;
  for (uint32_t i = 0; i + 1 < market->n_concepts; i++)
    place_concept_kinds (view, market, i);
  view->first_posting[market->n_concepts - 1] = (uint32_t) market->n_postings;
  return true;
}

static size_t
n_rounded (const SmaajobMarket *market)
{
  return (size_t) market->n_blocks * BLOCK_OPENINGS;
}

static bool
find_open (View *view, const SmaajobMarket *market)
{
  view->open = memory_new ((market->n_blocks + (size_t) 1) * sizeof *view->open);
  view->anywhere = memory_new ((market->n_blocks + (size_t) 1) * sizeof *view->anywhere);
  if (view->open == NULL || view->anywhere == NULL)
    return false;
  for (uint32_t b = 0; b < market->n_blocks; b++) {
    const Marks *marks = &market->marks[b];

    view->open[b] = block_openings (market, b) & ~(marks->pay_refused & marks->practice_refused);
    view->anywhere[b] = view->open[b] & ~marks->located;
  }
  return true;
}

/* A core requirement, and what it costs when nothing is held, with the share of its task. */
typedef struct {
  uint32_t kind, share;
  uint64_t cost;
} Dear;

/* The dearest is the first. */
static void
keep_dearest (Dear dearest[N_DEAREST], Dear dear)
{
  for (int k = 0; k < N_DEAREST; k++)
    if (dear.cost > dearest[k].cost) {
      const Dear other = dearest[k];

      dearest[k] = dear;
      dear = other;
    }
}

static void
keep_dearest_of_task (const View *view, const SmaajobMarket *market, const Start *at,
                      Dear dearest[N_DEAREST])
{
  const PackedTask *task = &market->tasks[at->task];
  const uint32_t share = task_share (task, DEAREST_SHARE_BITS);

  for (uint32_t i = 0; i < task->n_requirements && share > 0; i++) {
    const uint32_t kind = kind_of (market->requirements[at->requirement + i]);

    keep_dearest (dearest,
                  (Dear){kind, share,
                         share * bare_costs (view->policy, true)[market->kinds[kind].importance]});
  }
}

static Dearest
find_dearest (const View *view, const SmaajobMarket *market, uint32_t i)
{
  const uint32_t end = market_start (market, i + 1).task, none = view->n_kinds;
  Start at = market_start (market, i);
  Dear dearest[N_DEAREST] = {{none, 1, 0}, {none, 1, 0}, {none, 1, 0}};
  Dearest all = 0;

  for (; at.task < end; at.task++) {
    keep_dearest_of_task (view, market, &at, dearest);
    at.requirement += market->tasks[at.task].n_requirements;
  }
  for (int k = 0; k < N_DEAREST; k++)
    all |= (Dearest) (dearest[k].kind | (dearest[k].share - 1) << DEAREST_KIND_BITS)
           << k * DEAREST_BITS;
  return all;
}

static bool
list_dearest (View *view, const SmaajobMarket *market)
{
  if (!market_has_few_kinds (market))
    return true;
  view->dearest = memory_new ((market->n + (size_t) 1) * sizeof *view->dearest);
  for (uint32_t i = 0; i < market->n && view->dearest != NULL; i++)
    view->dearest[i] = find_dearest (view, market, i);
  return view->dearest != NULL;
}

View *
view_new (const SmaajobMarket *market, const SmaajobPolicy *policy)
{
  View *view = memory_new (sizeof *view);
  bool done = view != NULL;

  if (!done)
    return NULL;
  references_init (&view->references);
  view->policy = policy_take (policy);
  view->n_kinds = (uint32_t) market->n_kinds;
  choose_unit (view, market);
  for (int all_told = 0; all_told < 2 && done; all_told++) {
    view->bare[all_told] = memory_new_aligned ((n_rounded (market) + 1) * sizeof (int16_t));
    view->bare_tasks[all_told] = memory_new ((market->n_blocks + 1) * sizeof (TaskMarks));
    done = view->bare[all_told] != NULL && view->bare_tasks[all_told] != NULL;
    if (done)
      find_bare (view, market, all_told);
    for (uint32_t i = 0; i < market->n && done; i++)
      mark_bare (view, market, i, all_told);
  }
  if (done && gather_asked (view, market) && place_kinds (view, market) &&
      find_open (view, market) && list_musts (view, market) && list_dearest (view, market))
    return view;
  view_free (view);
  return NULL;
}

bool
view_list_musts (View *view, const SmaajobMarket *market)
{
  Musts *none = NULL, *musts;

  if (__atomic_load_n (&view->musts, __ATOMIC_ACQUIRE) != NULL)
    return true;
  musts = musts_new (market, view->policy, market_has_few_kinds (market) ? NULL : view->places);
  if (musts != NULL && !__atomic_compare_exchange_n (&view->musts, &none, musts, false,
                                                     __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
    musts_free (musts);
  return musts != NULL;
}

void
view_free (View *view)
{
  if (view == NULL || !references_drop (&view->references))
    return;
  smaajob_policy_free ((SmaajobPolicy *) view->policy);
  for (int all_told = 0; all_told < 2; all_told++) {
    memory_free_aligned (view->bare[all_told]);
    memory_free (view->bare_tasks[all_told]);
  }
  memory_free (view->open);
  memory_free (view->anywhere);
  memory_free (view->dearest);
  memory_free (view->asked);
  memory_free (view->keys);
  memory_free (view->hurdles.first);
  memory_free (view->hurdles.places);
  memory_free (view->optional_musts.first);
  memory_free (view->optional_musts.places);
  memory_free (view->hurdle_kinds);
  musts_free (view->musts);
  memory_free (view->places);
  memory_free (view->first_posting);
  memory_free (view->posted);
  memory_free (view);
}
