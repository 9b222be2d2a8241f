/* SPDX-License-Identifier: Apache-2.0 */
#include "many/total.h"

#include "many/needs.h"
#include "many/sweep.h"
#include "many/wishing.h"

#include "judgement/wish.h"

#include <string.h>

/* At most one byte, and rounded down: so what the totals say is never more than the cost. */
static uint8_t
in_units (const Sweep *sweep, Cost cost)
{
  const Cost units = cost >> sweep->shift;

  return units < 255 ? (uint8_t) units : 255;
}

static Cost
weigh (const Screen *screen, SmaajobCriterionId criterion, Cost cost)
{
  Cost weight = (Cost) screen->policy->numbers[POLICY_WEIGHT_COMPETENCE + criterion];

  return weight * (cost < screen->policy->floor ? cost : screen->policy->floor);
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
       untold = screen->unknown_hours.cost, best = screen->best_hours.cost,
       hours = screen->hours_known && best < untold ? best : untold;

  sweep->base =
      weigh (screen, SMAAJOB_CRITERION_ACCOMMODATION, screen->other_needs.cost) + travel + hours;
  sweep->unknown_travel = in_units (sweep, unknown - travel);
  sweep->unknown_hours = in_units (sweep, untold - hours);
}

void
total_set_shift (Sweep *sweep, int shift)
{
  Screen *screen = sweep->screen;

  sweep->shift = shift > screen->view->shift ? shift : screen->view->shift;
  find_base (sweep);
  wishing_set_shift (sweep);
  for (size_t k = 0; k < screen->n_needs; k++)
    needs_set_shift (screen, &screen->needs[k], sweep->shift);
}

static uint8_t
sum_of (unsigned a, unsigned b)
{
  return a + b < 255 ? (uint8_t) (a + b) : 255;
}

/* Travel and hours: each costs more where it is not known. */
static KernelRaise
raise_unknown (const Sweep *sweep, uint32_t part)
{
  const Marks *marks = &sweep->screen->market->marks[(size_t) part * PART_BLOCKS];

  return (KernelRaise){&marks->located,
                       &marks->scheduled,
                       sizeof *marks / sizeof marks->located,
                       {sum_of (sweep->unknown_travel, sweep->unknown_hours), sweep->unknown_hours,
                        sweep->unknown_travel, 0}};
}

static KernelRaise
raise_wish (const Sweep *sweep, uint32_t part, const WishView *view, SweepRaised *raised)
{
  for (uint32_t k = 0; k < sweep->live.n; k++) {
    const uint32_t own = sweep->live.blocks[k];

    wishing_look (sweep, view, sweep_block (sweep, part, k), &raised->first[own],
                  &raised->second[own]);
  }
  return (KernelRaise){raised->first,
                       raised->second,
                       1,
                       {view->costs[FOUND_UNKNOWN], view->costs[FOUND_YES], view->costs[FOUND_NO],
                        view->costs[FOUND_YES]}};
}

/* What costs more in the blocks of a part. */
static uint32_t
find_raises (Sweep *sweep, uint32_t part, KernelRaise *raises)
{
  uint32_t n = 0;

  if (sweep->unknown_travel > 0 || sweep->unknown_hours > 0)
    raises[n++] = raise_unknown (sweep, part);
  for (uint32_t i = 0; i < sweep->n_wishes; i++)
    raises[n++] = raise_wish (sweep, part, &sweep->wishes[i], &sweep->raised[i]);
  return n;
}

/* Of the needs, those whose codes are narrow first. */
static void
list_costing (const Sweep *sweep, uint32_t part, KernelColumn *columns, KernelSum *asked)
{
  const Screen *screen = sweep->screen;

  asked->costing = columns;
  asked->n_costing = 0;
  for (int wide = 0; wide < 2; wide++) {
    for (size_t k = 0; k < screen->n_needs; k++)
      if ((screen->needs[k].column->block_bytes == BLOCK_OPENINGS) == wide)
        columns[asked->n_costing++] =
            sweep_column (sweep, screen->needs[k].column, part, screen->needs[k].table->costs);
    asked->n_narrow = wide ? asked->n_narrow : asked->n_costing;
  }
}

/* Where blocked ones may be alive, those are closed that are so by a code. */
static void
list_closing (const Sweep *sweep, uint32_t part, KernelColumn *columns, KernelSum *asked)
{
  const Screen *screen = sweep->screen;

  asked->closing = columns;
  asked->n_closing = 0;
  for (size_t k = 0; k < screen->n_needs && !sweep->exact; k++)
    if (screen->needs[k].table->any & STATE_OUT)
      columns[asked->n_closing++] =
          sweep_column (sweep, screen->needs[k].column, part, screen->needs[k].table->states);
  if (!sweep->exact && screen->gates_column != NULL)
    columns[asked->n_closing++] = sweep_column (sweep, screen->gates_column, part, sweep->gates);
}

static KernelSum
begin_sum (const Sweep *sweep)
{
  const Screen *screen = sweep->screen;
  const Cost floor = screen->policy->floor, other = screen->other_needs.cost;
  const uint64_t most =
      (uint64_t) screen->policy->numbers[POLICY_WEIGHT_COMPETENCE] * floor >> screen->view->shift;

  return (KernelSum){.most = most < INT16_MAX ? (int16_t) most : INT16_MAX,
                     .shift = (uint8_t) (sweep->shift - screen->view->shift),
                     .out = STATE_OUT,
                     .most_of_codes =
                         cost_in_units (screen->policy, SMAAJOB_CRITERION_ACCOMMODATION,
                                        other < floor ? floor - other : 0, sweep->shift)};
}

void
total_sum (Sweep *sweep, const int16_t *competence)
{
  KernelColumn costing[CITIZEN_MAX_NEEDS], closing[CITIZEN_MAX_NEEDS + 1];
  KernelRaise raises[SWEEP_RAISES];
  KernelSum asked = begin_sum (sweep);

  memset (sweep->least, SWEEP_CLOSED, SWEEP_LEAST (sweep->screen->market));
  for (uint32_t part = 0; part < sweep->screen->market->n_parts; part++) {
    const size_t block = (size_t) part * PART_BLOCKS, at = block * BLOCK_OPENINGS;

    sweep_list_live (sweep, part);
    if (sweep->live.n == 0)
      continue;
    list_costing (sweep, part, costing, &asked);
    list_closing (sweep, part, closing, &asked);
    asked.raises = raises;
    asked.n_raises = find_raises (sweep, part, raises);
    asked.open = sweep->alive + block;
    asked.competence = competence != NULL ? competence + at : NULL;
    sweep->kernel->sum (&asked, &sweep->live, sweep->totals + at, sweep->least + block);
  }
}
