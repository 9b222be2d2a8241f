/* SPDX-License-Identifier: Apache-2.0 */
#include "many/sweep.h"

#include "many/known.h"
#include "many/needs.h"
#include "many/reach.h"
#include "many/uneven.h"
#include "many/wishing.h"

#include <string.h>

static void
share_memory (Sweep *sweep, Shares *shares)
{
  const SmaajobMarket *market = sweep->screen->market;
  const size_t blocks = (size_t) market_groups (market) * GROUP_BLOCKS + 1,
               openings = blocks * BLOCK_OPENINGS;
  uint64_t **bits[] = {&sweep->touched,  &sweep->alive,    &sweep->unsure,   &sweep->known,
                       &sweep->odd,      &sweep->found[0], &sweep->found[1], &sweep->found[2],
                       &sweep->found[3], &sweep->weighed,  &sweep->bounded};

  for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
    *bits[i] = shares_take (shares, blocks * sizeof (uint64_t));
  sweep->wished =
      shares_take (shares, (SWEEP_WISHES + 1) * SWEEP_WORDS (market) * sizeof (uint64_t));
  sweep->kept_found =
      shares_take (shares, SWEEP_KEPT * (size_t) market->n_blocks * sizeof (uint64_t));
  sweep->listed = shares_take (shares, SWEEP_BOUNDED (market) * sizeof *sweep->listed);
  sweep->least = shares_take (shares, SWEEP_LEAST (market));
  sweep->scoreless = shares_take (shares, blocks * sizeof *sweep->scoreless);
  sweep->verdicts = shares_take (shares, blocks * sizeof *sweep->verdicts);
  sweep->tasks = shares_take (shares, blocks * sizeof *sweep->tasks);
  sweep->totals = shares_take (shares, openings);
  sweep->states = shares_take (shares, blocks * sizeof *sweep->states);
  sweep->competence = shares_take (shares, openings * sizeof *sweep->competence);
  sweep->dead = shares_take (shares, openings * sizeof *sweep->dead);
  sweep->untold = shares_take (shares, openings * sizeof *sweep->untold);
  sweep->told = shares_take (shares, openings * sizeof *sweep->told);
  sweep->spans = shares_take (shares, (market->n_parts + (size_t) 1) * sizeof *sweep->spans);
}

/* In one piece. Most of it is never touched, and stays the system's. */
static bool
take_memory (Sweep *sweep)
{
  Shares shares = {NULL, 0};

  share_memory (sweep, &shares);
  sweep->memory = memory_new_aligned (shares.used);
  if (sweep->memory == NULL)
    return false;
  shares = (Shares){sweep->memory, 0};
  share_memory (sweep, &shares);
  return true;
}

Sweep *
sweep_new (const Kernel *kernel, Screen *screen)
{
  Sweep *sweep = memory_new (sizeof *sweep);

  if (sweep == NULL)
    return NULL;
  sweep->kernel = kernel;
  sweep->few = SWEEP_FEW;
  sweep->screen = screen;
  if (take_memory (sweep))
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
  memory_free_aligned (sweep->memory);
  memory_free (sweep);
}

static uint32_t
chunks_of (const Column *column)
{
  if (column->block_bytes < BLOCK_OPENINGS)
    return 1;
  return column->n_patterns == CODE_OTHER ? 16 : (column->n_patterns + 15) / 16;
}

KernelColumn
sweep_column (const Sweep *sweep, const Column *column, uint32_t part, const uint8_t *table)
{
  const uint8_t *codes = sweep->screen->market->codes + column->first_code +
                         (size_t) part * PART_BLOCKS * column->block_bytes;

  return (KernelColumn){codes, column->block_bytes, chunks_of (column), table};
}

void
sweep_list_live (Sweep *sweep, uint32_t part)
{
  const uint64_t *alive = sweep->alive + (size_t) part * PART_BLOCKS;

  sweep->live.n = 0;
  for (uint32_t b = 0; b < part_blocks (sweep->screen->market, part); b++)
    if (alive[b] != 0)
      sweep->live.blocks[sweep->live.n++] = (uint8_t) b;
}

static void
judge_states (Sweep *sweep, uint32_t part)
{
  const SmaajobMarket *market = sweep->screen->market;

  for (uint32_t i = 0; i < sweep->live.n; i++) {
    uint32_t b = sweep_block (sweep, part, i);
    const uint64_t *bits = sweep->states[b].bits;

    sweep->alive[b] &= ~(bits[BIT_OUT] | (bits[BIT_REFUSED] & market->marks[b].practice_refused));
    sweep->unsure[b] |= bits[BIT_UNSURE];
    sweep->known[b] |= bits[BIT_KNOWN];
  }
}

void
sweep_fill_gates (Sweep *sweep, unsigned refused)
{
  const Column *column = sweep->screen->gates_column;

  for (unsigned code = 0; column != NULL && code < column->n_patterns; code++) {
    const unsigned state = screen_find_gates (sweep->screen, column, code)->state;

    sweep->gates[code] = (uint8_t) ((state & GATES_REFUSED ? refused : 0) |
                                    (state & GATES_UNKNOWN ? STATE_UNTOLD : 0));
  }
  sweep->gates[CODE_OTHER] = STATE_UNSURE;
}

void
sweep_look_up (Sweep *sweep, uint32_t part, const LookUp *asked)
{
  const Screen *screen = sweep->screen;
  KernelColumn columns[CITIZEN_MAX_NEEDS + 1];
  unsigned wanted = 0;
  uint32_t n = 0;

  for (size_t k = 0; k < screen->n_needs; k++) {
    const NeedTable *table = screen->needs[k].table;
    const unsigned own = table->any & asked->of_needs;

    if (own != 0)
      columns[n++] = sweep_column (sweep, screen->needs[k].column, part, table->states);
    wanted |= own;
  }
  if (screen->gates_column != NULL) {
    columns[n++] = sweep_column (sweep, screen->gates_column, part, sweep->gates);
    wanted |= asked->of_gates;
  }
  sweep->kernel->look_up (columns, n, &sweep->live, wanted,
                          sweep->states + (size_t) part * PART_BLOCKS);
}

void
sweep_note_scoreless (Sweep *sweep, SmaajobVerdict verdict, uint32_t block, uint64_t bits)
{
  sweep->scoreless[block].with[verdict] |= bits;
  sweep->n_scoreless[verdict] += (uint32_t) __builtin_popcountll (bits);
}

/* Nothing is known of those pairs, which are alive. */
static void
note_unknown (Sweep *sweep, uint32_t b, uint64_t pairs)
{
  if (!sweep->judged)
    known_note_scoreless (sweep, b, pairs, sweep->states[b].bits[BIT_UNTOLD]);
  for (int i = 0; i < N_VERDICTS && sweep->judged; i++)
    sweep_note_scoreless (sweep, (SmaajobVerdict) i, b, pairs & sweep->verdicts[b].with[i]);
}

/* Those that are unsure are left for later, what else has no score is noted. */
static void
settle_block (Sweep *sweep, uint32_t b)
{
  const uint64_t *states = sweep->states[b].bits;
  uint64_t unknown = sweep->alive[b] & ~sweep->known[b] & ~sweep->unsure[b];

  if (!sweep->knowledge.by_bits)
    sweep->unsure[b] = UINT64_MAX;
  else if (unknown != 0)
    sweep->unsure[b] |= unknown & (known_find_odd (sweep, b) | states[BIT_ODD]);
  sweep->unsure[b] &= sweep->alive[b];
  unknown &= ~sweep->unsure[b];
  if (unknown == 0)
    return;
  note_unknown (sweep, b, unknown);
  sweep->alive[b] &= ~unknown;
}

static void
look_at_all (Sweep *sweep, SweepLook look, const uint32_t *openings, uint32_t n)
{
  screen_fetch (sweep->screen, openings, n);
  for (uint32_t k = 0; k < n; k++)
    look (sweep, openings[k]);
}

void
sweep_look_at_unsure (Sweep *sweep, SweepLook look)
{
  uint32_t openings[SCREEN_TOGETHER], n = 0;

  for (uint32_t b = 0; b < sweep->screen->market->n_blocks; b++)
    for (uint64_t left = sweep->alive[b] & sweep->unsure[b]; left != 0; left &= left - 1) {
      openings[n++] = b * BLOCK_OPENINGS + (uint32_t) __builtin_ctzll (left);
      if (n == SCREEN_TOGETHER) {
        look_at_all (sweep, look, openings, n);
        n = 0;
      }
    }
  if (n > 0)
    look_at_all (sweep, look, openings, n);
}

static void
settle_opening (Sweep *sweep, uint32_t opening)
{
  const uint32_t block = opening / BLOCK_OPENINGS;
  const uint64_t bit = UINT64_C (1) << opening % BLOCK_OPENINGS;
  Screened screened;

  screen_pair (sweep->screen, opening, 0, &screened);
  if (screened.verdict != SMAAJOB_VERDICT_BLOCKED && !screened.scoreless)
    return;
  if (screened.verdict != SMAAJOB_VERDICT_BLOCKED)
    sweep_note_scoreless (sweep, screened.verdict, block, bit);
  sweep->alive[block] &= ~bit;
}

/* What stays alive is not blocked, and has a score. */
static void
settle (Sweep *sweep)
{
  for (uint32_t b = 0; b < sweep->screen->market->n_blocks; b++)
    if (sweep->alive[b] != 0)
      settle_block (sweep, b);
  sweep_look_at_unsure (sweep, settle_opening);
}

/* Returns of how many pairs it is still wanting whether anything is known. */
static uint32_t
judge_part (Sweep *sweep, uint32_t part)
{
  LookUp asked = {STATE_OUT | STATE_UNSURE | STATE_REFUSED,
                  STATE_OUT | STATE_UNSURE | STATE_UNTOLD};
  bool wanting;

  sweep_list_live (sweep, part);
  if (sweep->live.n == 0)
    return 0;
  known_find (sweep, part);
  wanting = sweep->knowledge.by_bits && known_count_wanting (sweep, part) > 0;
  asked.of_needs |= wanting ? STATE_KNOWN | STATE_ODD : 0;
  sweep_look_up (sweep, part, &asked);
  judge_states (sweep, part);
  reach_leave_untimed (sweep, part);
  return wanting ? known_count_wanting (sweep, part) : 0;
}

/* Returns of how many pairs of those that are alive it is still wanting whether anything is known.
 */
static uint32_t
find_known (Sweep *sweep, uint32_t part)
{
  static const LookUp asked = {STATE_KNOWN | STATE_ODD | STATE_UNSURE, 0};

  sweep_list_live (sweep, part);
  known_find (sweep, part);
  if (!sweep->knowledge.by_bits || known_count_wanting (sweep, part) == 0)
    return 0;
  sweep_look_up (sweep, part, &asked);
  judge_states (sweep, part);
  return known_count_wanting (sweep, part);
}

/* To screen them is less work than to go through all that is held. */
#define FEW_PAIRS 128

static void
look_at_requirements (Sweep *sweep, uint32_t wanting)
{
  memset (sweep->odd, 0, sweep->screen->market->n_blocks * sizeof *sweep->odd);
  if (wanting > FEW_PAIRS)
    known_find_requirements (sweep);
  else
    sweep->all_odd = true;
}

static void
find_scored (Sweep *sweep)
{
  uint32_t wanting = 0;

  for (uint32_t part = 0; part < sweep->screen->market->n_parts; part++)
    wanting += judge_part (sweep, part);
  look_at_requirements (sweep, wanting);
  uneven_touch (sweep);
  reach_find_hurdles (sweep);
}

static void
leave_blocked (Sweep *sweep)
{
  for (uint32_t b = 0; b < sweep->screen->market->n_blocks; b++) {
    sweep->alive[b] = sweep_chosen (sweep, b) & ~sweep->verdicts[b].with[SMAAJOB_VERDICT_BLOCKED];
    sweep->unsure[b] = 0;
  }
}

/* Only those stay alive of which something may be known: of the others nothing is. */
static void
leave_unknown (Sweep *sweep)
{
  static const LookUp asked = {STATE_KNOWN | STATE_ODD | STATE_UNSURE, 0};
  const SmaajobMarket *market = sweep->screen->market;

  memset (sweep->odd, 0, market->n_blocks * sizeof *sweep->odd);
  for (uint32_t b = 0; b < market->n_blocks; b++)
    sweep->known[b] = sweep->knowledge.by_asking ? market->marks[b].asking : 0;
  if (!sweep->knowledge.by_asking)
    known_find_requirements (sweep);
  for (uint32_t part = 0; part < market->n_parts; part++) {
    sweep_list_live (sweep, part);
    sweep_look_up (sweep, part, &asked);
    for (uint32_t k = 0; k < sweep->live.n; k++) {
      const uint32_t b = sweep_block (sweep, part, k);
      const uint64_t *states = sweep->states[b].bits;

      sweep->alive[b] &= sweep->known[b] | sweep->odd[b] | market->marks[b].unposted |
                         states[BIT_KNOWN] | states[BIT_ODD] | states[BIT_UNSURE];
    }
  }
}

/* Whatever the opening. */
static bool
is_blocked (const Screen *screen)
{
  return screen->findings.choice_declined || screen->findings.load_exceeded || screen->short_days;
}

/* False when every pair is blocked. */
static bool
begin (Sweep *sweep, bool judged)
{
  const SmaajobMarket *market = sweep->screen->market;

  sweep->judged = judged;
  sweep->exact = true;
  sweep->n_scored = 0;
  sweep->n_blocked = market->n;
  memset (sweep->n_scoreless, 0, sizeof sweep->n_scoreless);
  memset (sweep->scoreless, 0, market->n_blocks * sizeof *sweep->scoreless);
  memset (sweep->alive, 0, market->n_blocks * sizeof *sweep->alive);
  if (is_blocked (sweep->screen))
    return false;
  wishing_begin (sweep);
  known_begin (sweep);
  return true;
}

/* Of what is alive, that stays which has a score. */
static void
finish (Sweep *sweep)
{
  settle (sweep);
  sweep->n_scored = sweep->kernel->count (sweep->alive, sweep->screen->market->n_blocks);
  for (int verdict = 0; verdict < N_VERDICTS; verdict++)
    sweep->n_blocked -= sweep->n_scoreless[verdict];
  sweep->n_blocked -= sweep->n_scored;
}

static void
sweep_openings (Sweep *sweep, bool exactly)
{
  if (!begin (sweep, false))
    return;
  sweep->exact = exactly;
  reach_begin (sweep);
  sweep_fill_gates (sweep, STATE_OUT);
  for (uint32_t part = 0; part < sweep->screen->market->n_parts; part++)
    reach_leave_far (sweep, part);
  wishing_find (sweep);
  if (exactly) {
    find_scored (sweep);
    finish (sweep);
  } else if (!known_is_likely (sweep)) {
    leave_unknown (sweep);
  }
}

void
sweep_market (Sweep *sweep, bool exactly)
{
  sweep->n_spans = 0;
  sweep_openings (sweep, exactly);
}

void
sweep_again (Sweep *sweep)
{
  sweep_openings (sweep, true);
}

void
sweep_judged (Sweep *sweep)
{
  uint32_t wanting = 0;

  sweep->n_spans = 0;
  if (!begin (sweep, true))
    return;
  leave_blocked (sweep);
  wishing_find (sweep);
  for (uint32_t part = 0; part < sweep->screen->market->n_parts; part++)
    wanting += find_known (sweep, part);
  look_at_requirements (sweep, wanting);
  finish (sweep);
}
