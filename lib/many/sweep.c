/* SPDX-License-Identifier: Apache-2.0 */
#include "many/sweep.h"

#include "many/needs.h"
#include "many/reach.h"

#include "judgement/accommodation.h"
#include "judgement/requirement.h"

#include <string.h>

Sweep *
sweep_new (const Kernel *kernel, Screen *screen)
{
  Sweep *sweep = memory_new (sizeof *sweep);
  size_t n_blocks = screen->market->n_blocks + (size_t) 1;

  if (sweep == NULL)
    return NULL;
  sweep->kernel = kernel;
  sweep->totals = memory_new (n_blocks * BLOCK_OPENINGS);
  sweep->least = memory_new (n_blocks);
  sweep->open = memory_new (n_blocks * sizeof *sweep->open);
  sweep->screen = screen;
  if (sweep->totals != NULL && sweep->least != NULL && sweep->open != NULL)
    return sweep;
  sweep->screen = NULL;
  sweep_free (sweep);
  return NULL;
}

void
sweep_free (Sweep *sweep)
{
  if (sweep == NULL)
    return;
  screen_free (sweep->screen);
  memory_free (sweep->totals);
  memory_free (sweep->least);
  memory_free (sweep->open);
  memory_free (sweep);
}

/* At most one byte, and rounded down: so what the totals say is never more than the cost. */
static uint8_t
in_units (const Sweep *sweep, SmaajobCriterionId criterion, Cost cost)
{
  return cost_in_units (sweep->screen->policy, criterion, cost, sweep->shift);
}

static uint32_t
chunks_of (const Column *column)
{
  return column->n_patterns == CODE_OTHER ? 16 : (column->n_patterns + 15) / 16;
}

static KernelColumn
view_column (const Sweep *sweep, const Column *column, uint32_t part, const uint8_t *table)
{
  const uint8_t *codes = sweep->screen->market->codes + column->first_code +
                         (size_t) part * PART_BLOCKS * column->block_bytes;

  return (KernelColumn){codes, column->block_bytes, chunks_of (column), table};
}

/* The blocks that something is still alive in. */
static void
list_live (Sweep *sweep, uint32_t n_blocks)
{
  sweep->live.n = 0;
  for (uint32_t b = 0; b < n_blocks; b++)
    if (sweep->alive[b] != 0)
      sweep->live.blocks[sweep->live.n++] = (uint8_t) b;
}

static void
clear_live (const Sweep *sweep, uint8_t *bytes)
{
  for (uint32_t i = 0; i < sweep->live.n; i++)
    memset (bytes + (size_t) sweep->live.blocks[i] * BLOCK_OPENINGS, 0, BLOCK_OPENINGS);
}

/* Tasks on which a must is exceeded are out of reach. */
static unsigned
find_exceeded (const Sweep *sweep, uint32_t opening)
{
  const Screen *screen = sweep->screen;
  unsigned tasks = 0;

  for (size_t k = 0; k < screen->n_needs; k++) {
    const NeedView *view = &screen->needs[k];
    unsigned code;

    if (!view->must || view->provision)
      continue;
    code = column_code (screen->market, view->column, opening);
    tasks |= code == CODE_OTHER ? ALL_TASKS : view->table->patterns[code].exceeded;
  }
  return tasks;
}

static void
touch_exceeded (Sweep *sweep, uint32_t block, uint64_t partly)
{
  for (partly &= sweep->alive[block]; partly != 0; partly &= partly - 1) {
    uint32_t place = block * BLOCK_OPENINGS + (uint32_t) __builtin_ctzll (partly);

    reach_touch (sweep, place, find_exceeded (sweep, sweep->first + place));
  }
}

static void
judge_states (Sweep *sweep, uint32_t part, unsigned bits)
{
  const SmaajobMarket *market = sweep->screen->market;
  uint64_t (*pick) (const uint8_t *states, int bit) = sweep->kernel->pick;

  for (uint32_t i = 0; i < sweep->live.n && bits != 0; i++) {
    uint32_t b = sweep->live.blocks[i];
    const uint8_t *states = sweep->states + (size_t) b * BLOCK_OPENINGS;

    if (bits & STATE_OUT)
      sweep->alive[b] &= ~pick (states, BIT_OUT);
    if (bits & STATE_REFUSED)
      sweep->alive[b] &=
          ~(pick (states, BIT_REFUSED) & market->marks[part * PART_BLOCKS + b].practice_refused);
    if (bits & STATE_UNSURE)
      sweep->unsure[b] |= pick (states, BIT_UNSURE);
    if (bits & STATE_PARTLY)
      touch_exceeded (sweep, b, pick (states, BIT_PARTLY));
    if (bits & STATE_KNOWN)
      sweep->unsure[b] |= ~pick (states, BIT_KNOWN);
  }
}

static void
sweep_gates (Sweep *sweep, uint32_t part)
{
  const Column *column = sweep->screen->gates_column;
  uint8_t table[256] = {0};
  KernelColumn codes;

  for (unsigned code = 0; code < column->n_patterns; code++)
    table[code] =
        screen_find_gates (sweep->screen, column, code)->state & GATES_REFUSED ? STATE_OUT : 0;
  if (column->n_patterns == CODE_OTHER)
    table[CODE_OTHER] = STATE_UNSURE;
  codes = view_column (sweep, column, part, table);
  sweep->kernel->gather (&codes, &sweep->live, sweep->states);
}

/* Whether something is known of every pair, so that each has a score: travel, or the hours, or
   else a need that is found to be known. */
typedef struct {
  bool by_place, by_hours, by_needs;
} Knowledge;

static bool
is_enough (const Sweep *sweep, uint64_t known)
{
  const Screen *screen = sweep->screen;
  uint64_t all = screen->view->most_stake + screen->wish_stake + screen->other_needs.stake +
                 screen->unknown_hours.stake + screen->unknown_travel.stake;

  for (size_t i = 0; i < screen->n_needs; i++)
    all += (uint64_t) screen->policy->numbers[POLICY_WEIGHT_ACCOMMODATION] * 1000;
  return known > 0 && known * 1000 >= all;
}

static uint64_t
least_stake (const Sweep *sweep)
{
  const int32_t *numbers = sweep->screen->policy->numbers;
  int32_t least = numbers[POLICY_SHARE_NICE];

  for (int i = POLICY_SHARE_MUST; i <= POLICY_SHARE_NICE; i++)
    least = numbers[i] < least ? numbers[i] : least;
  return (uint64_t) numbers[POLICY_WEIGHT_ACCOMMODATION] * (uint64_t) least;
}

static Knowledge
find_knowledge (const Sweep *sweep)
{
  const Screen *screen = sweep->screen;

  return (Knowledge){.by_place = screen->range.made && is_enough (sweep, screen->near_travel.known),
                     .by_hours =
                         screen->hours_known && is_enough (sweep, screen->unknown_hours.stake),
                     .by_needs = is_enough (sweep, least_stake (sweep))};
}

/* Returns what states there may be. */
static unsigned
sweep_needs (Sweep *sweep, uint32_t part, bool need_known)
{
  const Screen *screen = sweep->screen;
  unsigned states = need_known ? STATE_KNOWN : 0;

  clear_live (sweep, sweep->rest);
  clear_live (sweep, sweep->states);
  if (screen->gates_column != NULL) {
    sweep_gates (sweep, part);
    states |= STATE_OUT | STATE_UNSURE;
  }
  for (size_t k = 0; k < screen->n_needs; k++) {
    const NeedView *view = &screen->needs[k];
    const unsigned matters = view->table->any & (need_known ? ~0u : ~(unsigned) STATE_KNOWN);
    KernelColumn column = view_column (sweep, view->column, part, view->table->costs);

    sweep->kernel->add (&column, &sweep->live, sweep->rest);
    column.table = view->table->states;
    if (matters != 0)
      sweep->kernel->gather (&column, &sweep->live, sweep->states);
    states |= matters;
  }
  return states;
}

static void
screen_unsure (Sweep *sweep, uint32_t block, uint64_t *alive, uint64_t unsure)
{
  for (unsure &= *alive; unsure != 0; unsure &= unsure - 1) {
    uint32_t i = block * BLOCK_OPENINGS + (uint32_t) __builtin_ctzll (unsure);
    Screened screened;

    screen_pair (sweep->screen, i, false, &screened);
    if (screened.verdict == SMAAJOB_VERDICT_BLOCKED)
      *alive &= ~(unsure & (0 - unsure));
    else if (screened.open) {
      sweep->open[block] |= unsure & (0 - unsure);
      sweep->n_open++;
      *alive &= ~(unsure & (0 - unsure));
    }
  }
}

/* What is open is not blocked, but no longer looked at either. */
static void
settle (Sweep *sweep, uint32_t part, const Knowledge *knowledge, bool need_known)
{
  const SmaajobMarket *market = sweep->screen->market;

  for (uint32_t k = 0; k < sweep->live.n; k++) {
    uint32_t b = sweep->live.blocks[k], block = part * PART_BLOCKS + b;
    const Marks *marks = &market->marks[block];
    uint64_t known =
        (knowledge->by_place ? marks->located : 0) | (knowledge->by_hours ? marks->scheduled : 0);
    uint64_t unsure = sweep->unsure[b] | ~sweep->timed[b];

    if (!need_known)
      unsure |= ~known;
    screen_unsure (sweep, block, &sweep->alive[b], unsure);
  }
}

#define LISTS_AHEAD 2

static void
add_postings (Sweep *sweep, uint32_t part)
{
  const Screen *screen = sweep->screen;
  const SmaajobMarket *market = screen->market;
  const uint32_t *first = market->first_postings + (size_t) part * market->n_kinds;
  int16_t *competence = sweep->competence;

  for (uint32_t k = 0; k < screen->n_near; k++) {
    const int32_t more = screen->near[k].more;
    const uint32_t kind = screen->near[k].kind;

    /* the lists that follow are elsewhere: fetch them meanwhile */
    if (k + LISTS_AHEAD < screen->n_near) {
      const uint32_t *ahead = &first[screen->near[k + LISTS_AHEAD].kind];

      for (uint32_t i = ahead[0]; i < ahead[1]; i += 64 / sizeof (Posting))
        __builtin_prefetch (&market->postings[i]);
    }
    for (uint32_t i = first[kind]; i < first[kind + 1]; i++) {
      const Posting posting = market->postings[i];
      const int32_t share = (int32_t) (posting & ((1u << POSTING_SHARE_BITS) - 1)) + 1;
      const uint32_t place = posting >> POSTING_SHARE_BITS & (PART_OPENINGS - 1);

      competence[place] = (int16_t) (competence[place] + (more * share >> POSTING_SHARE_BITS));
    }
  }
}

static KernelSum
sum_of (const Sweep *sweep)
{
  const Screen *screen = sweep->screen;
  Cost floor = screen->policy->floor, other = screen->other_needs.cost;
  uint64_t most =
      (uint64_t) screen->policy->numbers[POLICY_WEIGHT_COMPETENCE] * floor >> screen->view->shift;

  return (KernelSum){.most = most < INT16_MAX ? (int16_t) most : INT16_MAX,
                     .shift = (uint8_t) (sweep->shift - screen->view->shift),
                     .most_rest = in_units (sweep, SMAAJOB_CRITERION_ACCOMMODATION,
                                            other < floor ? floor - other : 0)};
}

static void
sum_up (Sweep *sweep, uint32_t part)
{
  const View *view = sweep->screen->view;
  const KernelSum sum = sum_of (sweep);
  const int16_t *bare =
      view->bare[sweep->screen->citizen->competencies_complete] + (size_t) part * PART_OPENINGS;
  uint32_t n_blocks = part_blocks (sweep->screen->market, part);

  memcpy (sweep->competence, bare, n_blocks * BLOCK_OPENINGS * sizeof *bare);
  add_postings (sweep, part);
  memset (sweep->least + (size_t) part * PART_BLOCKS, SWEEP_CLOSED, n_blocks);
  for (uint32_t k = 0; k < sweep->live.n; k++) {
    uint32_t b = sweep->live.blocks[k], at = b * BLOCK_OPENINGS;

    sweep->least[part * PART_BLOCKS + b] =
        sweep->kernel->total (&sum, sweep->competence + at, sweep->rest + at, sweep->alive[b],
                              sweep->totals + (size_t) part * PART_OPENINGS + at);
  }
}

static void
count_blocked (Sweep *sweep, uint32_t part)
{
  uint32_t n = part_blocks (sweep->screen->market, part);
  uint32_t all = sweep->screen->market->n - part * PART_OPENINGS;

  sweep->n_blocked += all < PART_OPENINGS ? all : PART_OPENINGS;
  for (uint32_t b = 0; b < n; b++)
    sweep->n_blocked -= (uint32_t) __builtin_popcountll (sweep->alive[b]);
}

static void
sweep_part (Sweep *sweep, uint32_t part, const Knowledge *knowledge)
{
  bool need_known = !knowledge->by_place && !knowledge->by_hours && knowledge->by_needs;

  sweep->first = part * PART_OPENINGS;
  reach_leave_far (sweep, part);
  list_live (sweep, part_blocks (sweep->screen->market, part));
  memset (sweep->least + (size_t) part * PART_BLOCKS, SWEEP_CLOSED,
          part_blocks (sweep->screen->market, part));
  if (sweep->live.n > 0) {
    judge_states (sweep, part, sweep_needs (sweep, part, need_known));
    reach_find_time (sweep, part);
    reach_find_hurdles (sweep, part);
    settle (sweep, part, knowledge, need_known);
    list_live (sweep, part_blocks (sweep->screen->market, part));
    sum_up (sweep, part);
  }
  count_blocked (sweep, part);
}

static Cost
weigh (const Screen *screen, SmaajobCriterionId criterion, Cost cost)
{
  Cost weight = (Cost) screen->policy->numbers[POLICY_WEIGHT_COMPETENCE + criterion];

  return weight * (cost < screen->policy->floor ? cost : screen->policy->floor);
}

static Cost
find_base (const Screen *screen)
{
  Cost travel = screen->range.made && screen->near_travel.cost < screen->unknown_travel.cost
                    ? screen->near_travel.cost
                    : screen->unknown_travel.cost;

  return weigh (screen, SMAAJOB_CRITERION_ACCOMMODATION, screen->other_needs.cost) +
         weigh (screen, SMAAJOB_CRITERION_TRAVEL, travel) +
         (screen->hours_known ? 0 : screen->unknown_hours.cost);
}

void
sweep_market (Sweep *sweep, int shift)
{
  Screen *screen = sweep->screen;
  const SmaajobMarket *market = screen->market;
  const Findings *findings = &screen->findings;
  Knowledge knowledge;

  sweep->n_open = sweep->n_blocked = 0;
  memset (sweep->open, 0, market->n_blocks * sizeof *sweep->open);
  if (findings->choice_declined || findings->load_exceeded || screen->short_days) {
    sweep->n_blocked = market->n;
    memset (sweep->least, SWEEP_CLOSED, market->n_blocks);
    return;
  }
  sweep->shift = shift > screen->view->shift ? shift : screen->view->shift;
  sweep->base = find_base (screen);
  knowledge = find_knowledge (sweep);
  for (size_t k = 0; k < screen->n_needs; k++)
    needs_set_shift (screen, &screen->needs[k], sweep->shift);
  for (uint32_t part = 0; part < market->n_parts; part++)
    sweep_part (sweep, part, &knowledge);
  sweep->n_blocked -= sweep->n_open;
}
