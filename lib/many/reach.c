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

    sweep->alive[block] = block_openings (market, block) & ~refused;
    if (sweep->screen->range.made)
      sweep->alive[block] &= ~find_far (sweep, &trip, block);
    sweep->unsure[block] = 0;
  }
}

/* Look at those cells, until no more time is missing. */
static void
find_time_in (Sweep *sweep, uint32_t part, uint64_t cells, const uint64_t *planes)
{
  const uint32_t n = part_blocks (sweep->screen->market, part);
  uint64_t *timed = sweep->timed + (size_t) part * PART_BLOCKS,
           *alive = sweep->alive + (size_t) part * PART_BLOCKS, missing = 1;

  while (cells != 0 && missing != 0) {
    missing = 0;
    for (int k = 0; k < 4 && cells != 0; k++, cells &= cells - 1) {
      const uint64_t *plane = planes + (size_t) __builtin_ctzll (cells) * n;

      for (uint32_t b = 0; b < n; b++)
        timed[b] |= plane[b];
    }
    for (uint32_t b = 0; b < n; b++)
      missing |= alive[b] & ~timed[b];
  }
}

/* One side has the whole of a cell, of which the other has some. */
void
reach_find_time (Sweep *sweep, uint32_t part)
{
  const SmaajobMarket *market = sweep->screen->market;
  const Cells *cells = &sweep->screen->cells;
  const uint32_t n = part_blocks (market, part);
  const uint64_t *planes = market->planes + (size_t) part * PLANES * PART_BLOCKS;

  memset (sweep->timed + (size_t) part * PART_BLOCKS, 0, n * sizeof *sweep->timed);
  find_time_in (sweep, part, cells->all, planes + (size_t) N_CELLS * n);
  find_time_in (sweep, part, cells->some & ~cells->all, planes);
}

/* The windows of the first tasks. */
static void
task_prefetch (const SmaajobOpening *opening)
{
  for (size_t i = 0; i < 2 * sizeof (Task); i += 64)
    __builtin_prefetch ((const char *) opening_tasks (opening) + i);
}

/* For some of those tasks (bits). */
static bool
has_time (const Screen *screen, uint32_t opening, unsigned tasks)
{
  for (; tasks != 0; tasks &= tasks - 1)
    if (screen_has_time (screen, opening, (unsigned) __builtin_ctz (tasks)))
      return true;
  return false;
}

static unsigned
tasks_of (const SmaajobMarket *market, uint32_t opening)
{
  const PackedOpening *packed = &market->openings[opening];

  return (1u << (packed[1].first_task - packed->first_task)) - 1;
}

static unsigned
mild_tasks_of (const SmaajobMarket *market, uint32_t opening)
{
  const unsigned tasks = tasks_of (market, opening);
  unsigned mild = 0;

  if (!(market->marks[opening / BLOCK_OPENINGS].harsh >> opening % BLOCK_OPENINGS & 1))
    return tasks;
  for (unsigned left = tasks; left != 0; left &= left - 1) {
    unsigned task = (unsigned) __builtin_ctz (left);
    const PackedTask *packed = &market->tasks[market->openings[opening].first_task + task];

    mild |= (unsigned) ((packed->marks & TASK_MILD) != 0) << task;
  }
  return mild;
}

/* Openings whose windows are looked at together, so that none is waited for: they are anywhere. */
#define BATCH 32
typedef struct {
  uint32_t n, openings[BATCH];
} Batch;

static void
leave_untimed (Sweep *sweep, uint32_t opening)
{
  const SmaajobMarket *market = sweep->screen->market;
  const unsigned mild = mild_tasks_of (market, opening);
  const uint64_t bit = UINT64_C (1) << opening % BLOCK_OPENINGS;

  if (has_time (sweep->screen, opening, mild))
    return;
  if (has_time (sweep->screen, opening, tasks_of (market, opening) & ~mild))
    sweep->unsure[opening / BLOCK_OPENINGS] |= bit;
  else
    sweep->alive[opening / BLOCK_OPENINGS] &= ~bit;
}

static void
look_at_batch (Sweep *sweep, Batch *batch)
{
  for (uint32_t k = 0; k < batch->n; k++)
    task_prefetch (market_image (sweep->screen->market, batch->openings[k]));
  for (uint32_t k = 0; k < batch->n; k++)
    leave_untimed (sweep, batch->openings[k]);
  batch->n = 0;
}

/* Where there is time for no task it does not matter which of them are within reach. */
void
reach_leave_untimed (Sweep *sweep, uint32_t part)
{
  Batch batch = {.n = 0};

  for (uint32_t k = 0; k < sweep->live.n; k++) {
    uint32_t b = sweep_block (sweep, part, k);
    uint64_t left = sweep->alive[b] & ~sweep->timed[b] & ~sweep->unsure[b];

    for (; left != 0; left &= left - 1) {
      batch.openings[batch.n++] = b * BLOCK_OPENINGS + (uint32_t) __builtin_ctzll (left);
      if (batch.n == BATCH)
        look_at_batch (sweep, &batch);
    }
  }
  look_at_batch (sweep, &batch);
}

void
reach_touch (Sweep *sweep, uint32_t opening, unsigned tasks)
{
  if (!(sweep->alive[opening / BLOCK_OPENINGS] >> opening % BLOCK_OPENINGS & 1))
    return;
  if (sweep->dead[opening] == 0) {
    sweep->touched[sweep->n_touched++] = opening;
    __builtin_prefetch (&sweep->screen->market->openings[opening]);
  }
  sweep->dead[opening] |= (uint16_t) tasks;
}

static void
touch_kind (Sweep *sweep, uint32_t kind)
{
  const View *view = sweep->screen->view;

  for (uint32_t i = view->first_hurdles[kind]; i < view->first_hurdles[kind + 1]; i++)
    reach_touch (sweep, view->hurdles[i] >> HURDLE_TASK_BITS,
                 1u << (view->hurdles[i] & ((1u << HURDLE_TASK_BITS) - 1)));
}

/* Who has told all that they hold is below what they are bare of. */
static void
touch_below (Sweep *sweep)
{
  const Screen *screen = sweep->screen;

  if (screen->citizen->competencies_complete) {
    for (uint32_t kind = 0; kind < screen->view->n_kinds; kind++)
      if (kinds_find (screen, kind).state == MASTERY_BELOW)
        touch_kind (sweep, kind);
    return;
  }
  for (uint32_t k = 0; k < screen->n_below; k++)
    touch_kind (sweep, screen->below[k]);
}

/* Some mild task is surely within reach, and there is time for it. */
static bool
has_sure_task (const Sweep *sweep, uint32_t opening)
{
  unsigned tasks = mild_tasks_of (sweep->screen->market, opening);

  return has_time (sweep->screen, opening, tasks & ~(unsigned) sweep->dead[opening]);
}

#define AHEAD 8 /* what is looked at next but so many is fetched meanwhile: it is anywhere */

void
reach_find_hurdles (Sweep *sweep)
{
  const SmaajobMarket *market = sweep->screen->market;

  touch_below (sweep);
  for (uint32_t k = 0; k < sweep->n_touched; k++) {
    uint32_t opening = sweep->touched[k];

    if (k + AHEAD < sweep->n_touched)
      __builtin_prefetch (
          &market->task_times[market->openings[sweep->touched[k + AHEAD]].first_task]);
    if (!has_sure_task (sweep, opening))
      sweep->unsure[opening / BLOCK_OPENINGS] |= UINT64_C (1) << opening % BLOCK_OPENINGS;
    sweep->dead[opening] = 0;
  }
  sweep->n_touched = 0;
}
