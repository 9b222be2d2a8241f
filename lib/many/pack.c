/* SPDX-License-Identifier: Apache-2.0 */
#include "many/pack.h"

#include "base/error.h"
#include "many/caseload.h"
#include "many/column.h"
#include "many/posting.h"
#include "many/section.h"

#include <string.h>

/* Sixteen bits, with room for another between each two. */
static uint64_t
spread (uint64_t bits)
{
  bits = (bits | bits << 8) & 0x00ff00ff;
  bits = (bits | bits << 4) & 0x0f0f0f0f;
  bits = (bits | bits << 2) & 0x33333333;
  return (bits | bits << 1) & 0x55555555;
}

/* The even bits of a number are those of x, the odd ones those of y: what is near in both has a
   near number. */
static uint64_t
interleave (uint32_t x, uint32_t y)
{
  return spread (x & 0xffff) | spread (y & 0xffff) << 1;
}

/* In 16 bits each: some 300 metres. */
#define LAT_STEP 2800
#define LON_STEP 5500

static uint64_t
place_number (const SmaajobOpening *opening)
{
  const Place *place = &opening->location;

  if (!opening->location_known)
    return UINT64_C (1) << 32;
  return interleave ((uint32_t) (place->lat_millionths + 90000000) / LAT_STEP,
                     (uint32_t) (place->lon_millionths + 180000000) / LON_STEP);
}

#define NUMBER_BITS 24
_Static_assert(MARKET_MOST == 1u << NUMBER_BITS, "an opening's number has so many bits");

/* How many tasks and requirements an opening has: noted when it is looked at anyway, since it is
   far away. */
typedef struct {
  uint16_t tasks, requirements;
} Counts;

/* Leaves the counts by number. */
static bool
order_openings (SmaajobMarket *market, Counts *counts, SmaajobError *error)
{
  uint64_t *order = memory_resize (NULL, (market->n + (size_t) 1) * sizeof *order);
  bool done = order != NULL;

  for (uint32_t i = 0; i < market->n && done; i++) {
    order[i] = place_number (market->images[i]) << NUMBER_BITS | i;
    counts[i] = (Counts){market->images[i]->n_tasks, market->images[i]->n_requirements};
  }
  done = done && sort_numbers (order, market->n, NUMBER_BITS);
  for (uint32_t i = 0; i < market->n && done; i++) {
    market->numbers[i] = order[i] & (MARKET_MOST - 1);
    market->positions[market->numbers[i]] = i;
  }
  memory_free (order);
  return done || error_memory (error);
}

static void
give_ranks (SmaajobMarket *market, const Distinct *ids)
{
  for (uint32_t i = 0; i < market->n; i++)
    market->ranks[market->positions[i]] = ids->number_of[i];
}

/* Numbered is NULL when that is still to be done. */
static bool
rank_ids (SmaajobMarket *market, const Distinct *numbered, SmaajobError *error)
{
  Distinct ids = {0};
  bool done = numbered != NULL || ids_number (&ids, (const void *const *) market->images, market->n,
                                              (GetId) smaajob_opening_get_id, error);

  if (done)
    give_ranks (market, numbered != NULL ? numbered : &ids);
  distinct_clear (&ids);
  return done;
}

static uint16_t
share_of (const SmaajobOpening *opening, int number, unsigned core)
{
  const Task *tasks = opening_tasks (opening);
  uint64_t minutes = 0, share;

  for (int i = 0; i < opening->n_tasks; i++)
    minutes += core >> i & 1 ? (uint64_t) tasks[i].weight : 0;
  share = ((uint64_t) tasks[number].weight << SHARE_BITS) / minutes;
  return (uint16_t) (share > 0 ? share - 1 : 0);
}

static void
pack_task (SmaajobMarket *market, const SmaajobOpening *opening, int number, uint32_t at)
{
  const Task *task = &opening_tasks (opening)[number];
  unsigned core = opening->core;
  bool is_core = core >> number & 1;
  unsigned marks = (is_core ? TASK_CORE : 0) | (task->requirements_known ? TASK_TOLD : 0) |
                   (unsigned) __builtin_popcount (task->musts) << TASK_MARK_BITS;

  market->tasks[at] = (PackedTask){.share = is_core ? share_of (opening, number, core) : 0,
                                   .n_requirements = (uint8_t) task->n_requirements,
                                   .marks = (uint8_t) marks};
  market->task_times[at] = task_time_make (task);
}

static void
mark_tasks (SmaajobMarket *market, const SmaajobOpening *opening, uint32_t i)
{
  const PackedTask *tasks = &market->tasks[market_start (market, i).task];
  Marks *marks = &market->marks[i / BLOCK_OPENINGS];
  uint64_t bit = UINT64_C (1) << i % BLOCK_OPENINGS;

  marks->told |= bit;
  for (int task = 0; task < opening->n_tasks; task++) {
    bool core = tasks[task].marks & TASK_CORE, told = tasks[task].marks & TASK_TOLD,
         asks = core && tasks[task].n_requirements > 0;

    marks->told &= core && !told ? ~bit : UINT64_MAX;
    marks->asking |= asks ? bit : 0;
    marks->easy |= told && opening_tasks (opening)[task].musts == 0 ? bit : 0;
    marks->unposted |= asks && posting_share (&tasks[task]) == 0 ? bit : 0;
  }
}

static void
mark_opening (SmaajobMarket *market, const SmaajobOpening *opening, uint32_t i)
{
  Marks *marks = &market->marks[i / BLOCK_OPENINGS];
  uint64_t bit = UINT64_C (1) << i % BLOCK_OPENINGS;
  bool scheduled = opening->hours_known;

  for (int task = 0; task < opening->n_tasks; task++)
    scheduled &=
        opening_tasks (opening)[task].hours_known && opening_tasks (opening)[task].windows_known;
  mark_tasks (market, opening, i);
  marks->sectored |= opening->sector[0] != '\0' ? bit : 0;
  marks->located |= opening->location_known ? bit : 0;
  marks->scheduled |= scheduled ? bit : 0;
  marks->pay_refused |= opening->terms[SMAAJOB_TERM_PAID] == SMAAJOB_ANSWER_NO ? bit : 0;
  marks->practice_refused |= opening->terms[SMAAJOB_TERM_PRACTICE] == SMAAJOB_ANSWER_NO ? bit : 0;
}

/* Unit vectors are within ±1. */
static const Boxes no_boxes = {
    {{2, 2, 2, 2, 2, 2, 2, 2}, {2, 2, 2, 2, 2, 2, 2, 2}, {2, 2, 2, 2, 2, 2, 2, 2}},
    {{-2, -2, -2, -2, -2, -2, -2, -2},
     {-2, -2, -2, -2, -2, -2, -2, -2},
     {-2, -2, -2, -2, -2, -2, -2, -2}}};

static void
place_opening (SmaajobMarket *market, const SmaajobOpening *opening, uint32_t i)
{
  const float at[3] = {(float) opening->location.x, (float) opening->location.y,
                       (float) opening->location.z};
  Boxes *boxes = &market->boxes[i / GROUP_OPENINGS];
  const uint32_t own = i / BLOCK_OPENINGS % GROUP_BLOCKS;

  if (i % GROUP_OPENINGS == 0)
    *boxes = no_boxes;
  for (int axis = 0; axis < 3; axis++) {
    market->places[i / BLOCK_OPENINGS].at[axis][i % BLOCK_OPENINGS] = at[axis];
    if (!opening->location_known)
      continue;
    if (at[axis] < boxes->least[axis][own])
      boxes->least[axis][own] = at[axis];
    if (at[axis] > boxes->most[axis][own])
      boxes->most[axis][own] = at[axis];
  }
}

/* Windows that nobody has told leave the citizen's whole time. */
static uint64_t
moments_of_task (const Task *task)
{
  return moments_of (task->windows_known ? &task->windows : &week_whole);
}

static void
place_in_week (SmaajobMarket *market, const SmaajobOpening *opening, uint32_t i)
{
  GroupTime *group = &market->group_times[i / GROUP_OPENINGS];
  const uint32_t block = i / BLOCK_OPENINGS % GROUP_BLOCKS;
  uint64_t moments = 0;

  for (int task = 0; task < opening->n_tasks; task++)
    moments |= moments_of_task (&opening_tasks (opening)[task]);
  for (; moments != 0; moments &= moments - 1)
    group->planes[__builtin_ctzll (moments)][block] |= UINT64_C (1) << i % BLOCK_OPENINGS;
}

static void
pack_opening (SmaajobMarket *market, const SmaajobOpening *opening, uint32_t i)
{
  const uint32_t first = market_start (market, i).task;

  for (int task = 0; task < opening->n_tasks; task++)
    pack_task (market, opening, task, first + (uint32_t) task);
  mark_opening (market, opening, i);
  place_opening (market, opening, i);
  place_in_week (market, opening, i);
}

/* All that is asked of an opening is asked at once: each is far away. */
static bool
pack_openings (SmaajobMarket *market, uint64_t *numbers)
{
  Columns *columns = columns_begin (market);
  bool done = columns != NULL && numbers != NULL;

  for (uint32_t i = 0; i < market->n && done; i++) {
    const SmaajobOpening *opening = market_image (market, i);

    market_prefetch (market, i + MARKET_AHEAD);
    pack_opening (market, opening, i);
    requirements_gather (market, opening, i, numbers);
    done = columns_add (columns, opening, i);
  }
  done = done && columns_place (columns);
  columns_free (columns);
  return done;
}

/* That opening i, or behind the last one what would be the next, begins there. */
static void
put_start (SmaajobMarket *market, uint32_t i, Start at)
{
  Start *block = &market->block_starts[i / BLOCK_OPENINGS];

  if (i % BLOCK_OPENINGS == 0)
    *block = at;
  market->starts[i] = (PackedStart){(uint16_t) (at.task - block->task),
                                    (uint16_t) (at.requirement - block->requirement)};
}

/* Leaves where the last opening ends. */
static bool
put_starts (SmaajobMarket *market, const Counts *counts, Start *at, SmaajobError *error)
{
  if (!section_take (market, SECTION_block_starts, market_n_block_starts (market)) ||
      !section_take (market, SECTION_starts, market->n + (size_t) 1))
    return error_memory (error);
  for (uint32_t i = 0; i < market->n; i++) {
    const Counts *own = &counts[market->numbers[i]];

    put_start (market, i, *at);
    at->task += own->tasks;
    at->requirement += own->requirements;
    if (at->requirement > MOST_REQUIREMENTS)
      return error_set (error, SMAAJOB_ERROR_SIZE, "", "more than %u requirements",
                        MOST_REQUIREMENTS);
  }
  put_start (market, market->n, *at);
  return true;
}

/* Room for all that is by opening, task and requirement; false when it is too much. */
static bool
take_room (SmaajobMarket *market, const Counts *counts, SmaajobError *error)
{
  Start end = {0, 0};
  bool done;

  if (!put_starts (market, counts, &end, error))
    return false;
  done = section_take (market, SECTION_tasks, end.task) &&
         section_take (market, SECTION_task_times, end.task) &&
         section_take (market, SECTION_requirements, end.requirement) &&
         section_take (market, SECTION_marks, market->n_blocks) &&
         section_take (market, SECTION_boxes, market_groups (market)) &&
         section_take (market, SECTION_places, market->n_blocks) &&
         section_take (market, SECTION_group_times, market_groups (market));
  return done || error_memory (error);
}

static bool
pack_requirements (SmaajobMarket *market, SmaajobError *error)
{
  uint64_t *numbers = memory_resize (NULL, (market->n_requirements + 1) * sizeof *numbers);
  const bool done = (pack_openings (market, numbers) || error_memory (error)) &&
                    kinds_make (market, numbers, error);

  memory_free (numbers);
  return done;
}

static bool
pack (SmaajobMarket *market, const Distinct *ids, SmaajobError *error)
{
  Counts *counts;
  bool done;

  if (!section_take (market, SECTION_numbers, market->n) ||
      !section_take (market, SECTION_positions, market->n) ||
      !section_take (market, SECTION_ranks, market->n))
    return error_memory (error);
  counts = memory_resize (NULL, (market->n + (size_t) 1) * sizeof *counts);
  done = (counts != NULL || error_memory (error)) && order_openings (market, counts, error) &&
         rank_ids (market, ids, error) && take_room (market, counts, error);
  memory_free (counts);
  return done && pack_requirements (market, error) && postings_make (market, error);
}

SmaajobMarket *
market_begin (SmaajobVocabulary *vocabulary, bool borrowed, SmaajobError *error)
{
  SmaajobMarket *market = memory_new (sizeof *market);

  if (market == NULL) {
    error_memory (error);
    return NULL;
  }
  references_init (&market->references);
  market->vocabulary = vocabulary_take (vocabulary);
  market->borrowed = borrowed;
  return market;
}

void
market_set_n (SmaajobMarket *market, uint32_t n)
{
  market->n = n;
  market->n_blocks = (uint32_t) (((uint64_t) n + BLOCK_OPENINGS - 1) / BLOCK_OPENINGS);
  market->n_parts = (uint32_t) (((uint64_t) n + PART_OPENINGS - 1) / PART_OPENINGS);
}

static bool
take_openings (SmaajobMarket *market, const SmaajobOpening *const *openings, uint32_t n,
               SmaajobError *error)
{
  if (n > MARKET_MOST)
    return error_set (error, SMAAJOB_ERROR_SIZE, "", "more than %u openings", MARKET_MOST);
  market->images = memory_new ((n + (size_t) 1) * sizeof *market->images);
  if (market->images == NULL)
    return error_memory (error);
  /* counted one by one, since what is counted is freed */
  for (; market->n < n; market->n++)
    market->images[market->n] =
        market->borrowed ? openings[market->n] : opening_take (openings[market->n]);
  market_set_n (market, n);
  return true;
}

static SmaajobMarket *
make (SmaajobVocabulary *vocabulary, const SmaajobOpening *const *openings, uint32_t n,
      const Distinct *ids, SmaajobError *error)
{
  SmaajobMarket *market = market_begin (vocabulary, ids != NULL, error);

  if (market == NULL)
    return NULL;
  if (take_openings (market, openings, n, error) && pack (market, ids, error))
    return market;
  smaajob_market_free (market);
  return NULL;
}

SmaajobMarket *
market_pack (SmaajobVocabulary *vocabulary, const SmaajobOpening *const *openings, uint32_t n,
             SmaajobError *error)
{
  return make (vocabulary, openings, n, NULL, error);
}

SmaajobMarket *
market_pack_images (SmaajobVocabulary *vocabulary, const SmaajobOpening *const *images,
                    const Distinct *ids, SmaajobError *error)
{
  return make (vocabulary, images, ids->n, ids, error);
}
