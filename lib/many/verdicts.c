/* SPDX-License-Identifier: Apache-2.0 */
#include "many/verdicts.h"

#include "many/kinds.h"
#include "many/needs.h"
#include "many/reach.h"
#include "many/sweep.h"
#include "many/uneven.h"

#include <string.h>

static uint64_t
all_if (bool is_so)
{
  return is_so ? UINT64_MAX : 0;
}

static void
begin_part (Sweep *sweep, uint32_t part)
{
  static const LookUp asked = {STATE_OUT | STATE_UNSURE | STATE_REFUSED | STATE_UNTOLD |
                                   STATE_UNTOLD_TASKS,
                               STATE_REFUSED_GATE | STATE_UNSURE | STATE_UNTOLD};
  const uint32_t first = part * PART_BLOCKS;

  for (uint32_t b = first; b < first + part_blocks (sweep->screen->market, part); b++) {
    sweep->alive[b] = sweep_chosen (sweep, b);
    sweep->unsure[b] = 0;
  }
  sweep_list_live (sweep, part);
  sweep_look_up (sweep, part, &asked);
}

/* Openings of which some must comes to something else than for who is bare of it. */
static void
mark_telling (Sweep *sweep)
{
  const Screen *screen = sweep->screen;
  const SmaajobMarket *market = screen->market;

  memset (sweep->odd, 0, market->n_blocks * sizeof *sweep->odd);
  for (uint32_t k = 0; k < screen->n_near; k++) {
    const uint32_t *kinds = &market->concepts[screen->near[k]];
    const HeldRow *row = kinds_held (screen, screen->near[k]);

    for (uint32_t kind = kinds[0]; row->telling != 0 && kind < kinds[1]; kind++) {
      const unsigned code = kind_code (market->kinds[kind]);

      if (!(row->telling >> code & 1))
        continue;
      bits_add_kind (market, kind, sweep->odd);
      bits_add_places (&screen->view->optional_musts, kind, sweep->odd);
    }
  }
}

/* What bits have no code for must be looked at itself. Of the rest those are odd whose tasks could
   come to something else than for who is bare of their musts; a task that is paid stays so. */
static void
find_odd (Sweep *sweep, const TaskMarks *bare, uint32_t b)
{
  const uint64_t *states = sweep->states[b].bits;
  const uint64_t unpaid = bare->out_of_reach | bare->all_practice | bare->none_paid,
                 telling = sweep->odd[b] | sweep->screen->market->marks[b].unposted;

  sweep->unsure[b] = sweep->alive[b] & states[BIT_UNSURE];
  sweep->odd[b] = sweep->alive[b] & ~sweep->unsure[b] & ~states[BIT_OUT] &
                  (sweep->touched[b] | bare->mixed | (telling & unpaid));
}

/* What is left of the tasks of an opening by its musts, as bits of each task: see must_states. */
typedef uint64_t TaskStates;
#define STATE_BITS 3

static unsigned
get_state (TaskStates states, unsigned task)
{
  return states >> task * STATE_BITS & (MUST_STATES - 1);
}

static TaskStates
all_in_state (unsigned tasks, unsigned state)
{
  TaskStates states = 0;

  for (; tasks != 0; tasks &= tasks - 1)
    states |= (TaskStates) state << __builtin_ctz (tasks) * STATE_BITS;
  return states;
}

static unsigned
find_mastery (const Screen *screen, Must must)
{
  const uint32_t wanted = must_wanted (must);

  return screen->by_kind != NULL
             ? screen->by_kind[wanted].state
             : kinds_held (screen, place_concept (wanted))->judged[place_code (wanted)].state;
}

static TaskStates
judge_musts (const Screen *screen, uint32_t opening)
{
  const Musts *all = screen->view->musts;
  const Must *must = &all->musts[all->first[opening]], *end = &all->musts[all->first[opening + 1]];
  TaskStates states = 0;

  for (; must < end; must++)
    states |= (TaskStates) all->states[find_mastery (screen, *must)][must_how (*must)]
              << must_task (*must) * STATE_BITS;
  return states;
}

static void
judge_tasks (Sweep *sweep, uint32_t opening)
{
  const SmaajobMarket *market = sweep->screen->market;
  const unsigned n = market_start (market, opening + 1).task - market_start (market, opening).task;
  const unsigned dead = sweep->dead[opening], untold = sweep->untold[opening];
  TaskStates states = judge_musts (sweep->screen, opening);
  unsigned seen = 0, out = 0;

  if ((dead | untold) != 0)
    states |= all_in_state (dead, MUST_OUT) | all_in_state (untold, MUST_UNKNOWN);
  if (untold != 0)
    sweep->untold[opening] = 0;
  for (unsigned i = 0; i < n; i++) {
    seen |= 1u << musts_leave[get_state (states, i)];
    out |= get_state (states, i) / MUST_OUT << i;
  }
  task_marks_add (&sweep->tasks[opening / BLOCK_OPENINGS], opening, seen);
  if (out != 0)
    reach_touch (sweep, opening, out);
}

static void
judge_block (Sweep *sweep, const TaskMarks *bare, uint32_t b)
{
  const Musts *musts = sweep->screen->view->musts;
  const uint32_t first = b * BLOCK_OPENINGS;
  const uint64_t odd = sweep->odd[b];

  sweep->tasks[b] = (TaskMarks){.out_of_reach = bare->out_of_reach & ~odd,
                                .all_practice = bare->all_practice & ~odd,
                                .none_paid = bare->none_paid & ~odd};
  for (uint64_t left = odd; left != 0; left &= left - 1)
    memory_fetch (&musts->musts[musts->first[first + (uint32_t) __builtin_ctzll (left)]]);
  for (uint64_t left = odd; left != 0; left &= left - 1)
    judge_tasks (sweep, first + (uint32_t) __builtin_ctzll (left));
}

static FindingsBits
find_bits (const Sweep *sweep, uint32_t b)
{
  const Screen *screen = sweep->screen;
  const Findings *findings = &screen->findings;
  const Marks *marks = &screen->market->marks[b];
  const TaskMarks *tasks = &sweep->tasks[b];
  const uint64_t *states = sweep->states[b].bits;
  const uint64_t out = tasks->out_of_reach | states[BIT_OUT],
                 untold = states[BIT_UNTOLD_TASKS] | all_if (screen->untold);
  const bool unclear =
      findings->needs_unknown || findings->choice_pending || findings->provision_unknown;

  return (FindingsBits){.gate_refused = states[BIT_REFUSED_GATE],
                        .choice_declined = all_if (findings->choice_declined),
                        .out_of_reach = out,
                        .no_common_time = ~sweep->alive[b] & ~out,
                        .load_exceeded = all_if (findings->load_exceeded),
                        .travel_too_far = reach_find_far (sweep, b),
                        .pay_refused = marks->pay_refused,
                        .practice_refused = marks->practice_refused,
                        .provision_refused = states[BIT_REFUSED],
                        .all_practice = tasks->all_practice & ~out & ~untold,
                        .unclear =
                            states[BIT_UNTOLD] | untold | tasks->none_paid | all_if (unclear)};
}

static void
decide (const Sweep *sweep, uint32_t b)
{
  const FindingsBits bits = find_bits (sweep, b);
  const uint64_t settled = sweep_chosen (sweep, b) & ~sweep->unsure[b];
  BlockVerdicts *verdicts = &sweep->verdicts[b];

  verdicts_decide (&bits, verdicts->with);
  for (int verdict = 0; verdict < N_VERDICTS; verdict++)
    verdicts->with[verdict] &= settled;
  verdicts_list_blockers (&bits, verdicts->with[SMAAJOB_VERDICT_BLOCKED], verdicts->blocked_by);
}

static void
decide_opening (Sweep *sweep, uint32_t opening)
{
  BlockVerdicts *verdicts = &sweep->verdicts[opening / BLOCK_OPENINGS];
  const uint64_t bit = UINT64_C (1) << opening % BLOCK_OPENINGS;
  SmaajobVerdict verdict;
  unsigned blockers;
  Findings findings;

  screen_find (sweep->screen, opening, &findings);
  verdict = verdict_decide (&findings);
  verdicts->with[verdict] |= bit;
  blockers = verdict == SMAAJOB_VERDICT_BLOCKED ? findings_list_blockers (&findings) : 0;
  for (; blockers != 0; blockers &= blockers - 1)
    verdicts->blocked_by[__builtin_ctz (blockers)] |= bit;
}

/* Who has told all that they hold is below what they are bare of, which is in what is known of the
   bare. */
static void
judge_openings (Sweep *sweep)
{
  const Screen *screen = sweep->screen;
  const bool all_told = screen->citizen->competencies_complete;
  const TaskMarks *bare = screen->view->bare_tasks[all_told];

  if (!all_told)
    reach_touch_below (sweep);
  for (uint32_t b = 0; b < screen->market->n_blocks; b++)
    find_odd (sweep, &bare[b], b);
  reach_forget_touched (sweep);
  uneven_touch (sweep);
  uneven_note_untold (sweep);
  for (uint32_t b = 0; b < screen->market->n_blocks; b++)
    judge_block (sweep, &bare[b], b);
}

/* Only those stay alive that have time for some task within reach. */
void
verdicts_find (Sweep *sweep)
{
  const uint32_t n_blocks = sweep->screen->market->n_blocks,
                 n_parts = sweep->screen->market->n_parts;

  reach_begin (sweep);
  sweep_fill_gates (sweep, STATE_REFUSED_GATE);
  for (uint32_t part = 0; part < n_parts; part++)
    begin_part (sweep, part);
  mark_telling (sweep);
  judge_openings (sweep);
  for (uint32_t part = 0; part < n_parts; part++)
    reach_leave_untimed (sweep, part);
  reach_forget_touched (sweep);
  for (uint32_t b = 0; b < n_blocks; b++)
    decide (sweep, b);
  sweep_look_at_unsure (sweep, decide_opening);
}
