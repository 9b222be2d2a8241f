/* SPDX-License-Identifier: Apache-2.0 */
#include "many/reach.h"

#include "many/kinds.h"

#include "judgement/requirement.h"

#include <string.h>

/* How far from home a box begins, or at the most ends, squared. */
static float
square_to (const Box *box, const float home[3], bool farthest)
{
  float square = 0;

  for (int axis = 0; axis < 3; axis++) {
    float below = box->least[axis] - home[axis], above = home[axis] - box->most[axis];
    float beside = below > above ? below : above, beyond = below < above ? below : above;

    square += farthest ? beyond * beyond : beside > 0 ? beside * beside : 0;
  }
  return square;
}

/* Those within the ring in which rounding could decide are measured as the score does. */
static uint64_t
screen_ring (const Sweep *sweep, uint32_t block, uint64_t ring)
{
  uint64_t far = 0;

  for (; ring != 0; ring &= ring - 1) {
    uint32_t i = block * BLOCK_OPENINGS + (uint32_t) __builtin_ctzll (ring);

    far |= screen_is_too_far (sweep->screen, i) ? ring & (0 - ring) : 0;
  }
  return far;
}

static uint64_t
find_far (const Sweep *sweep, const KernelTrip *trip, uint32_t block)
{
  const SmaajobMarket *market = sweep->screen->market;
  uint64_t located = market->marks[block].located, far, ring;

  if (located == 0 || square_to (&market->boxes[block], trip->home, true) <= trip->near)
    return 0;
  if (square_to (&market->boxes[block], trip->home, false) > trip->far)
    return located;
  sweep->kernel->measure (market->places[block].at, trip, &far, &ring);
  far &= located;
  return far | screen_ring (sweep, block, ring & located);
}

void
reach_leave_far (Sweep *sweep, uint32_t part)
{
  const SmaajobMarket *market = sweep->screen->market;
  const Place *home = &sweep->screen->citizen->location;
  const KernelTrip trip = {{(float) home->x, (float) home->y, (float) home->z},
                           sweep->screen->range.near,
                           sweep->screen->range.far};

  for (uint32_t b = 0; b < part_blocks (market, part); b++) {
    uint32_t block = part * PART_BLOCKS + b;
    uint64_t refused = market->marks[block].pay_refused & market->marks[block].practice_refused;

    sweep->alive[b] = block_openings (market, block) & ~refused;
    if (sweep->screen->range.made)
      sweep->alive[b] &= ~find_far (sweep, &trip, block);
    sweep->unsure[b] = 0;
  }
}

/* Openings some task of which has all of a cell in which the citizen has some time. */
void
reach_find_time (Sweep *sweep, uint32_t part)
{
  const SmaajobMarket *market = sweep->screen->market;
  const uint32_t n = part_blocks (market, part);
  const uint64_t *planes = market->planes + (size_t) part * N_CELLS * PART_BLOCKS;
  uint64_t missing = 1;

  memset (sweep->timed, 0, n * sizeof *sweep->timed);
  for (uint64_t cells = sweep->screen->cells; cells != 0 && missing != 0;) {
    missing = 0;
    for (int k = 0; k < 4 && cells != 0; k++, cells &= cells - 1) {
      const uint64_t *plane = planes + (size_t) __builtin_ctzll (cells) * n;

      for (uint32_t b = 0; b < n; b++)
        sweep->timed[b] |= plane[b];
    }
    for (uint32_t b = 0; b < n; b++)
      missing |= sweep->alive[b] & ~sweep->timed[b];
  }
}

static bool
has_time (const Screen *screen, uint32_t opening)
{
  const PackedOpening *packed = &screen->market->openings[opening];

  for (uint32_t task = 0; task < packed[1].first_task - packed->first_task; task++)
    if (screen_has_time (screen, opening, task))
      return true;
  return false;
}

/* Where there is time for no task it does not matter which of them are within reach. */
void
reach_leave_untimed (Sweep *sweep)
{
  for (uint32_t k = 0; k < sweep->live.n; k++) {
    uint32_t b = sweep->live.blocks[k];
    uint64_t left = sweep->alive[b] & ~sweep->timed[b] & ~sweep->unsure[b];

    for (; left != 0; left &= left - 1)
      if (!has_time (sweep->screen,
                     sweep->first + b * BLOCK_OPENINGS + (uint32_t) __builtin_ctzll (left)))
        sweep->alive[b] &= ~(left & (0 - left));
  }
}

void
reach_touch (Sweep *sweep, uint32_t place, unsigned tasks)
{
  if (!(sweep->alive[place / BLOCK_OPENINGS] >> place % BLOCK_OPENINGS & 1))
    return;
  if (sweep->dead[place] == 0) {
    sweep->touched[sweep->n_touched++] = (uint16_t) place;
    __builtin_prefetch (&sweep->screen->market->openings[sweep->first + place]);
  }
  sweep->dead[place] |= (uint16_t) tasks;
}

static void
touch (Sweep *sweep, Hurdle hurdle)
{
  reach_touch (sweep, hurdle >> HURDLE_TASK_BITS, 1u << (hurdle & ((1u << HURDLE_TASK_BITS) - 1)));
}

/* Who has told all that they hold is below what they are bare of. */
static void
touch_all_below (Sweep *sweep, uint32_t part)
{
  const Screen *screen = sweep->screen;
  const uint32_t *first = screen->view->first_hurdles + (size_t) part * screen->view->n_kinds;

  for (uint32_t kind = 0; kind < screen->view->n_kinds; kind++) {
    if (kinds_find (screen, kind).state != MASTERY_BELOW)
      continue;
    for (uint32_t i = first[kind]; i < first[kind + 1]; i++)
      touch (sweep, screen->view->hurdles[i]);
  }
}

static void
touch_below (Sweep *sweep, uint32_t part)
{
  const Screen *screen = sweep->screen;
  const uint32_t *first = screen->view->first_hurdles + (size_t) part * screen->view->n_kinds;

  if (screen->citizen->competencies_complete) {
    touch_all_below (sweep, part);
    return;
  }
  for (uint32_t k = 0; k < screen->n_below; k++)
    for (uint32_t i = first[screen->below[k]]; i < first[screen->below[k] + 1]; i++)
      touch (sweep, screen->view->hurdles[i]);
}

/* Some task is surely within reach, and there is time for it. */
static bool
has_sure_task (const Sweep *sweep, uint32_t opening, unsigned dead)
{
  const SmaajobMarket *market = sweep->screen->market;
  uint32_t first = market->openings[opening].first_task,
           n = market->openings[opening + 1].first_task - first;

  for (uint32_t task = 0; task < n; task++)
    if (!(dead >> task & 1) && screen_has_time (sweep->screen, opening, task))
      return true;
  return false;
}

#define AHEAD 8 /* what is looked at next but so many is fetched meanwhile: it is anywhere */

static void
settle_touched (Sweep *sweep)
{
  const SmaajobMarket *market = sweep->screen->market;

  for (uint32_t k = 0; k < sweep->n_touched; k++) {
    uint32_t place = sweep->touched[k];

    if (k + AHEAD < sweep->n_touched)
      __builtin_prefetch (
          &market
               ->task_times[market->openings[sweep->first + sweep->touched[k + AHEAD]].first_task]);
    if (!has_sure_task (sweep, sweep->first + place, sweep->dead[place]))
      sweep->unsure[place / BLOCK_OPENINGS] |= UINT64_C (1) << place % BLOCK_OPENINGS;
    sweep->dead[place] = 0;
  }
}

void
reach_find_hurdles (Sweep *sweep, uint32_t part)
{
  touch_below (sweep, part);
  settle_touched (sweep);
  sweep->n_touched = 0;
}
