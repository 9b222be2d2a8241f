/* SPDX-License-Identifier: Apache-2.0 */
#include "many/sweep.h"

#include "many/known.h"
#include "many/needs.h"
#include "many/reach.h"
#include "many/wishing.h"

#include "judgement/accommodation.h"
#include "judgement/wish.h"

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
  sweep->wished = memory_new (SWEEP_WISHES * SWEEP_WORDS (screen->market) * sizeof *sweep->wished);
  sweep->screen = screen;
  if (sweep->totals != NULL && sweep->least != NULL && sweep->wished != NULL)
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
  memory_free (sweep->wished);
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

KernelColumn
sweep_column (const Sweep *sweep, const Column *column, uint32_t part, const uint8_t *table)
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
      sweep->known[b] |= pick (states, BIT_KNOWN);
    if (bits & STATE_ODD)
      sweep->unsure[b] |= pick (states, BIT_ODD) & ~sweep->known[b];
  }
}

static void
sweep_gates (Sweep *sweep, uint32_t part)
{
  const Column *column = sweep->screen->gates_column;
  uint8_t table[256] = {0};
  KernelColumn codes;

  for (unsigned code = 0; code < column->n_patterns; code++) {
    const unsigned state = screen_find_gates (sweep->screen, column, code)->state;

    table[code] =
        (state & GATES_REFUSED ? STATE_OUT : 0) | (state & GATES_UNKNOWN ? STATE_UNTOLD_GATE : 0);
  }
  if (column->n_patterns == CODE_OTHER)
    table[CODE_OTHER] = STATE_UNSURE;
  codes = sweep_column (sweep, column, part, table);
  sweep->kernel->gather (&codes, &sweep->live, sweep->states);
}

/* Returns what states there may be. */
static unsigned
sweep_needs (Sweep *sweep, uint32_t part, bool need_known)
{
  const Screen *screen = sweep->screen;
  const unsigned wanted = need_known ? ~0u : ~(unsigned) (STATE_KNOWN | STATE_ODD);
  unsigned states = 0;

  clear_live (sweep, sweep->rest);
  clear_live (sweep, sweep->states);
  if (screen->gates_column != NULL) {
    sweep_gates (sweep, part);
    states |= STATE_OUT | STATE_UNSURE;
  }
  for (size_t k = 0; k < screen->n_needs; k++) {
    const NeedView *view = &screen->needs[k];
    const unsigned matters = view->table->any & wanted;
    KernelColumn column = sweep_column (sweep, view->column, part, view->table->costs);

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
    if (screened.verdict != SMAAJOB_VERDICT_BLOCKED && !screened.scoreless)
      continue;
    sweep->n_scoreless[screened.verdict] += screened.verdict != SMAAJOB_VERDICT_BLOCKED;
    *alive &= ~(unsure & (0 - unsure));
  }
}

/* What stays alive is not blocked, and has a score. */
static void
settle (Sweep *sweep, uint32_t part)
{
  for (uint32_t k = 0; k < sweep->live.n; k++) {
    uint32_t b = sweep->live.blocks[k], block = part * PART_BLOCKS + b;
    uint64_t *alive = &sweep->alive[b], scoreless;

    if (!sweep->knowledge.by_bits) {
      screen_unsure (sweep, block, alive, UINT64_MAX);
      continue;
    }
    screen_unsure (sweep, block, alive, sweep->unsure[b]);
    scoreless = *alive & ~sweep->known[b] & ~sweep->unsure[b];
    if (scoreless == 0)
      continue;
    known_count_scoreless (
        sweep, block, scoreless,
        sweep->kernel->pick (sweep->states + (size_t) b * BLOCK_OPENINGS, BIT_UNTOLD_GATE));
    *alive &= ~scoreless;
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

/* What costs more where the opening has not told. */
static void
raise (Sweep *sweep, uint32_t part, uint32_t b, uint8_t *totals)
{
  const Marks *marks = &sweep->screen->market->marks[part * PART_BLOCKS + b];
  uint8_t *least = &sweep->least[part * PART_BLOCKS + b];

  if (sweep->travel_costs[FOUND_UNKNOWN] > 0)
    *least = sweep->kernel->raise (marks->located, 0, sweep->travel_costs, totals);
  if (sweep->hours_costs[FOUND_UNKNOWN] > 0)
    *least = sweep->kernel->raise (marks->scheduled, 0, sweep->hours_costs, totals);
  if (sweep->n_wishes > 0)
    *least = wishing_raise (sweep, part, b, totals);
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
    uint8_t *totals = sweep->totals + (size_t) part * PART_OPENINGS + at;

    sweep->least[part * PART_BLOCKS + b] = sweep->kernel->total (
        &sum, sweep->competence + at, sweep->rest + at, sweep->alive[b], totals);
    raise (sweep, part, b, totals);
  }
}

static void
count_scored (Sweep *sweep, uint32_t part)
{
  for (uint32_t b = 0; b < part_blocks (sweep->screen->market, part); b++)
    sweep->n_scored += (uint32_t) __builtin_popcountll (sweep->alive[b]);
}

static void
settle_part (Sweep *sweep, uint32_t part)
{
  bool wanting;

  wishing_find (sweep, part);
  known_find (sweep, part);
  wanting = sweep->knowledge.by_bits && known_is_wanting (sweep);
  judge_states (sweep, part, sweep_needs (sweep, part, wanting));
  if (wanting && known_is_wanting (sweep))
    known_find_requirements (sweep, part);
  reach_find_time (sweep, part);
  reach_leave_untimed (sweep);
  reach_find_hurdles (sweep, part);
  settle (sweep, part);
}

static void
sweep_part (Sweep *sweep, uint32_t part)
{
  sweep->first = part * PART_OPENINGS;
  reach_leave_far (sweep, part);
  list_live (sweep, part_blocks (sweep->screen->market, part));
  memset (sweep->least + (size_t) part * PART_BLOCKS, SWEEP_CLOSED,
          part_blocks (sweep->screen->market, part));
  if (sweep->live.n > 0) {
    settle_part (sweep, part);
    list_live (sweep, part_blocks (sweep->screen->market, part));
    sum_up (sweep, part);
  }
  count_scored (sweep, part);
}

static Cost
weigh (const Screen *screen, SmaajobCriterionId criterion, Cost cost)
{
  Cost weight = (Cost) screen->policy->numbers[POLICY_WEIGHT_COMPETENCE + criterion];

  return weight * (cost < screen->policy->floor ? cost : screen->policy->floor);
}

static uint8_t
units_between (const Sweep *sweep, Cost less, Cost more)
{
  Cost units = more > less ? (more - less) >> sweep->shift : 0;

  return (uint8_t) (units < 255 ? units : 255);
}

/* The base has travel and hours as they cost at the least; where the opening has not told they may
   cost more. */
static void
find_base (Sweep *sweep)
{
  const Screen *screen = sweep->screen;
  Cost unknown = weigh (screen, SMAAJOB_CRITERION_TRAVEL, screen->unknown_travel.cost),
       near = weigh (screen, SMAAJOB_CRITERION_TRAVEL, screen->near_travel.cost),
       travel = screen->range.made && near < unknown ? near : unknown,
       hours = screen->hours_known ? 0 : screen->unknown_hours.cost;

  sweep->base =
      weigh (screen, SMAAJOB_CRITERION_ACCOMMODATION, screen->other_needs.cost) + travel + hours;
  sweep->travel_costs[FOUND_UNKNOWN] = units_between (sweep, travel, unknown);
  sweep->hours_costs[FOUND_UNKNOWN] = units_between (sweep, hours, screen->unknown_hours.cost);
}

void
sweep_market (Sweep *sweep, int shift)
{
  Screen *screen = sweep->screen;
  const SmaajobMarket *market = screen->market;
  const Findings *findings = &screen->findings;

  sweep->n_scored = 0;
  sweep->n_blocked = market->n;
  memset (sweep->n_scoreless, 0, sizeof sweep->n_scoreless);
  if (findings->choice_declined || findings->load_exceeded || screen->short_days) {
    memset (sweep->least, SWEEP_CLOSED, market->n_blocks);
    return;
  }
  sweep->shift = shift > screen->view->shift ? shift : screen->view->shift;
  find_base (sweep);
  wishing_begin (sweep);
  known_begin (sweep);
  for (size_t k = 0; k < screen->n_needs; k++)
    needs_set_shift (screen, &screen->needs[k], sweep->shift);
  for (uint32_t part = 0; part < market->n_parts; part++)
    sweep_part (sweep, part);
  for (int verdict = 0; verdict < N_VERDICTS; verdict++)
    sweep->n_blocked -= sweep->n_scoreless[verdict];
  sweep->n_blocked -= sweep->n_scored;
}
