/* SPDX-License-Identifier: Apache-2.0 */
#include "many/uneven.h"

#include "many/needs.h"
#include "many/reach.h"

typedef void (*Look) (Sweep *sweep, const Need *need, const Uneven *unevens, uint32_t n);

/* Look at what stands of each must, by what it is about. */
static void
look_at_musts (Sweep *sweep, Look look_at_levels, Look look_at_quantities)
{
  for (size_t k = 0; k < sweep->screen->n_needs; k++) {
    const NeedView *view = &sweep->screen->needs[k];
    const Uneven *unevens = sweep->screen->market->unevens + view->column->first_uneven;
    const bool all = view->need->type == SMAAJOB_CONDITION_LIMIT &&
                     view->need->value == NEED_TOLERATES_ALL * 1000;

    if (view->must && !view->provision && !all)
      (view->need->kind == NEED_OF_QUANTITY ? look_at_quantities : look_at_levels) (
          sweep, view->need, unevens, view->column->n_uneven);
  }
}

static void
touch_levels (Sweep *sweep, const Need *need, const Uneven *unevens, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++) {
    const unsigned tasks = uneven_above (unevens[i], (unsigned) need->value / 1000);

    if (tasks != 0)
      reach_touch (sweep, uneven_opening (unevens[i]), tasks);
  }
}

/* Quantities ascend. */
static void
touch_quantities (Sweep *sweep, const Need *need, const Uneven *unevens, uint32_t n)
{
  for (; n > 0 && uneven_quantity (unevens[n - 1]) > need->value; n--)
    reach_touch (sweep, uneven_opening (unevens[n - 1]), 1u << uneven_task (unevens[n - 1]));
}

void
uneven_touch (Sweep *sweep)
{
  look_at_musts (sweep, touch_levels, touch_quantities);
}

static void
note (Sweep *sweep, uint32_t opening, unsigned untold)
{
  const uint32_t b = opening / BLOCK_OPENINGS;
  const uint64_t left = sweep->alive[b] & ~sweep->unsure[b] & ~sweep->states[b].bits[BIT_OUT],
                 own = left & UINT64_C (1) << opening % BLOCK_OPENINGS;

  sweep->odd[b] |= own;
  sweep->untold[opening] |= own != 0 ? (uint16_t) untold : 0;
}

static void
note_levels (Sweep *sweep, const Need *need, const Uneven *unevens, uint32_t n)
{
  (void) need;
  for (uint32_t i = 0; i < n; i++)
    note (sweep, uneven_opening (unevens[i]), uneven_untold (unevens[i]));
}

/* Those that are not among what is told. */
static void
note_quantities (Sweep *sweep, const Need *need, const Uneven *unevens, uint32_t n)
{
  uint16_t *told = sweep->told;

  (void) need;
  for (uint32_t i = 0; i < n; i++)
    told[uneven_opening (unevens[i])] |= (uint16_t) (1u << uneven_task (unevens[i]));
  for (uint32_t i = 0; i < n; i++)
    note (sweep, uneven_opening (unevens[i]), ALL_TASKS & ~told[uneven_opening (unevens[i])]);
  for (uint32_t i = 0; i < n; i++)
    told[uneven_opening (unevens[i])] = 0;
}

void
uneven_note_untold (Sweep *sweep)
{
  look_at_musts (sweep, note_levels, note_quantities);
}
