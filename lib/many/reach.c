/* SPDX-License-Identifier: Apache-2.0 */
#include "many/reach.h"

#include "many/kinds.h"

#include "judgement/requirement.h"

#include <limits.h>
#include <string.h>

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

/* Blocks of a group that are surely all near, and those all far, as bits. */
typedef struct {
  unsigned near, far;
} Distances;

static Distances
judge_group (const Sweep *sweep, uint32_t group)
{
  const Boxes *boxes = &sweep->screen->market->boxes[group];
  Distances distances = {UINT_MAX, 0};

  if (sweep->screen->range.made)
    sweep->kernel->judge (boxes->least, boxes->most, &sweep->trip, &distances.near, &distances.far);
  return distances;
}

/* Of a block that is neither all near nor all far. Without the ring some may be far that are not
   among them. */
static uint64_t
measure_block (const Sweep *sweep, uint32_t block, bool with_ring)
{
  const SmaajobMarket *market = sweep->screen->market;
  const uint64_t located = market->marks[block].located;
  uint64_t far, ring;

  sweep->kernel->measure (market->places[block].at, &sweep->trip, &far, &ring);
  far &= located;
  return with_ring ? far | screen_ring (sweep, block, ring & located) : far;
}

uint64_t
reach_find_far (const Sweep *sweep, uint32_t block)
{
  const Distances distances = judge_group (sweep, block / GROUP_BLOCKS);
  const uint32_t own = block % GROUP_BLOCKS;

  if (distances.near >> own & 1)
    return 0;
  return distances.far >> own & 1 ? sweep->screen->market->marks[block].located
                                  : measure_block (sweep, block, true);
}

/* The blocks of a group, from the first to before the last. To measure the few in the ring as the
   score does takes longer than all else here, and where blocked ones may be alive they may be, too.
 */
static void
leave_far (Sweep *sweep, uint32_t first, uint32_t last)
{
  const View *view = sweep->screen->view;
  const Distances distances = judge_group (sweep, first / GROUP_BLOCKS);
  unsigned ring = ((1u << (last - first)) - 1) & ~(distances.near | distances.far);

  for (uint32_t block = first; block < last; block++) {
    const uint64_t *some = distances.far >> (block - first) & 1 ? view->anywhere : view->open;

    sweep->alive[block] = sweep->chosen == NULL ? some[block] : some[block] & sweep->chosen[block];
    sweep->unsure[block] = 0;
  }
  for (; ring != 0; ring &= ring - 1) {
    const uint32_t block = first + (uint32_t) __builtin_ctz (ring);

    if (sweep->alive[block] != 0)
      sweep->alive[block] &= ~measure_block (sweep, block, sweep->exact);
  }
}

void
reach_leave_far (Sweep *sweep, uint32_t part)
{
  const uint32_t end = part * PART_BLOCKS + part_blocks (sweep->screen->market, part);

  for (uint32_t first = part * PART_BLOCKS; first < end; first += GROUP_BLOCKS)
    leave_far (sweep, first, end - first < GROUP_BLOCKS ? end : first + GROUP_BLOCKS);
}

static void
list_planes (Sweep *sweep)
{
  KernelPlanes *planes = &sweep->planes;

  planes->n = 0;
  for (uint64_t left = sweep->screen->moments; left != 0; left &= left - 1)
    planes->numbers[planes->n++] = (uint8_t) __builtin_ctzll (left);
}

void
reach_begin (Sweep *sweep)
{
  const Screen *screen = sweep->screen;
  const Place *home = &screen->citizen->location;

  sweep->trip = (KernelTrip){
      {(float) home->x, (float) home->y, (float) home->z}, screen->range.near, screen->range.far};
  list_planes (sweep);
}

/* For some task that is not out of reach. */
static bool
has_time (const Sweep *sweep, uint32_t opening)
{
  const SmaajobMarket *market = sweep->screen->market;
  const Start start = market_start (market, opening), end = market_start (market, opening + 1);
  const TaskTime *times = &market->task_times[start.task];
  unsigned tasks = ((1u << (end.task - start.task)) - 1) & ~(unsigned) sweep->dead[opening];

  for (; tasks != 0; tasks &= tasks - 1) {
    const unsigned task = (unsigned) __builtin_ctz (tasks);

    if (screen_meets (sweep->screen, times[task], opening, task))
      return true;
  }
  return false;
}

static void
leave_untimed (Sweep *sweep, uint32_t opening)
{
  if (!has_time (sweep, opening))
    sweep->alive[opening / BLOCK_OPENINGS] &= ~(UINT64_C (1) << opening % BLOCK_OPENINGS);
}

/* Openings that are looked at together, so that none is waited for. */
#define BATCH       256
#define LOOKS_AHEAD 12
typedef struct {
  void (*look) (Sweep *sweep, uint32_t opening);
  uint32_t n, openings[BATCH];
} Batch;

static void
look_at_batch (Sweep *sweep, Batch *batch)
{
  const SmaajobMarket *market = sweep->screen->market;

  for (uint32_t k = 0; k < batch->n + LOOKS_AHEAD; k++) {
    if (k < batch->n)
      memory_fetch (&market->task_times[market_start (market, batch->openings[k]).task]);
    if (k >= LOOKS_AHEAD)
      batch->look (sweep, batch->openings[k - LOOKS_AHEAD]);
  }
  batch->n = 0;
}

static void
add_to_batch (Sweep *sweep, Batch *batch, uint32_t block, uint64_t left)
{
  for (; left != 0; left &= left - 1) {
    uint32_t opening = block * BLOCK_OPENINGS + (uint32_t) __builtin_ctzll (left);

    batch->openings[batch->n++] = opening;
    if (batch->n == BATCH)
      look_at_batch (sweep, batch);
  }
}

/* So few of a group are sooner looked at one by one. */
#define FEW_LEFT 24

/* Where there is time for no task it does not matter which of them are within reach. */
void
reach_leave_untimed (Sweep *sweep, uint32_t part)
{
  const SmaajobMarket *market = sweep->screen->market;
  const uint32_t end = part * PART_BLOCKS + part_blocks (market, part);
  Batch batch = {.look = leave_untimed};

  for (uint32_t first = part * PART_BLOCKS; first < end; first += GROUP_BLOCKS) {
    uint64_t left[GROUP_BLOCKS], touched[GROUP_BLOCKS], any = 0;

    for (uint32_t i = 0; i < GROUP_BLOCKS; i++) {
      left[i] = sweep->alive[first + i] & ~sweep->unsure[first + i];
      any |= left[i];
      touched[i] = left[i] & sweep->touched[first + i];
    }
    if (any == 0)
      continue;
    sweep->kernel->strike (market->group_times[first / GROUP_BLOCKS].planes, &sweep->planes,
                           FEW_LEFT, left);
    for (uint32_t i = 0; i < GROUP_BLOCKS; i++)
      add_to_batch (sweep, &batch, first + i, left[i] | touched[i]);
  }
  look_at_batch (sweep, &batch);
}

void
reach_touch (Sweep *sweep, uint32_t opening, unsigned tasks)
{
  const uint64_t bit = UINT64_C (1) << opening % BLOCK_OPENINGS;

  if (!(sweep->alive[opening / BLOCK_OPENINGS] & bit))
    return;
  sweep->touched[opening / BLOCK_OPENINGS] |= bit;
  sweep->dead[opening] |= (uint16_t) tasks;
}

static void
touch_kind (Sweep *sweep, uint32_t kind)
{
  const KindLists *hurdles = &sweep->screen->view->hurdles;

  for (uint32_t i = hurdles->first[kind]; i < hurdles->first[kind + 1]; i++)
    reach_touch (sweep, place_opening (hurdles->places[i]), 1u << place_task (hurdles->places[i]));
}

/* Who has told all that they hold is below what they are bare of. */
static void
touch_bare (Sweep *sweep)
{
  const View *view = sweep->screen->view;

  for (uint32_t i = 0; i < view->n_hurdle_kinds; i++)
    if (kinds_find (sweep->screen, view->hurdle_kinds[i]).state == MASTERY_BELOW)
      touch_kind (sweep, view->hurdle_kinds[i]);
}

/* The lists that follow are elsewhere: they are fetched meanwhile. */
#define LISTS_AHEAD  8
#define STARTS_AHEAD 16

void
reach_touch_below (Sweep *sweep)
{
  Screen *screen = sweep->screen;
  const KindLists *hurdles = &screen->view->hurdles;
  const uint32_t *below = screen->below;
  uint32_t n;

  kinds_list_below (screen);
  n = screen->n_below;
  for (uint32_t k = 0; k < STARTS_AHEAD && k < n; k++)
    memory_fetch (&hurdles->first[below[k]]);
  for (uint32_t k = 0; k < LISTS_AHEAD && k < n; k++)
    memory_fetch (&hurdles->places[hurdles->first[below[k]]]);
  for (uint32_t k = 0; k < n; k++) {
    if (k + STARTS_AHEAD < n)
      memory_fetch (&hurdles->first[below[k + STARTS_AHEAD]]);
    if (k + LISTS_AHEAD < n)
      memory_fetch (&hurdles->places[hurdles->first[below[k + LISTS_AHEAD]]]);
    touch_kind (sweep, below[k]);
  }
}

/* Whether some task is surely within reach, and there is time for it. Where practice is refused a
   task may be counted out that only leaves no pay. */
static void
find_hurdle (Sweep *sweep, uint32_t opening)
{
  const uint32_t b = opening / BLOCK_OPENINGS;
  const uint64_t bit = UINT64_C (1) << opening % BLOCK_OPENINGS;

  if (has_time (sweep, opening))
    return;
  if (sweep->screen->market->marks[b].practice_refused & bit)
    sweep->unsure[b] |= bit;
  else
    sweep->alive[b] &= ~bit;
}

void
reach_forget_touched (Sweep *sweep)
{
  for (uint32_t b = 0; b < sweep->screen->market->n_blocks; b++) {
    if (sweep->touched[b] != 0)
      memset (&sweep->dead[(size_t) b * BLOCK_OPENINGS], 0, BLOCK_OPENINGS * sizeof *sweep->dead);
    sweep->touched[b] = 0;
  }
}

/* What is unsure is so already. */
void
reach_find_hurdles (Sweep *sweep)
{
  Batch batch = {.look = find_hurdle};

  if (sweep->screen->citizen->competencies_complete)
    touch_bare (sweep);
  else
    reach_touch_below (sweep);
  for (uint32_t b = 0; b < sweep->screen->market->n_blocks; b++)
    if (sweep->touched[b] != 0)
      add_to_batch (sweep, &batch, b, sweep->touched[b] & sweep->alive[b] & ~sweep->unsure[b]);
  look_at_batch (sweep, &batch);
  reach_forget_touched (sweep);
}

bool
reach_is_open (const Sweep *sweep, uint32_t opening)
{
  const SmaajobMarket *market = sweep->screen->market;
  const Start start = market_start (market, opening), end = market_start (market, opening + 1);
  const PackedRequirement *requirements = &market->requirements[start.requirement];

  for (uint32_t at = start.task; at < end.task; at++) {
    const PackedTask *task = &market->tasks[at];

    if (!(kinds_judge_musts (sweep->screen, task, requirements) & MUST_OUT) &&
        screen_meets (sweep->screen, market->task_times[at], opening, at - start.task))
      return true;
    requirements += task->n_requirements;
  }
  return false;
}
