/* SPDX-License-Identifier: Apache-2.0 */
#include "many/pack.h"

#include "base/error.h"
#include "many/caseload.h"
#include "many/column.h"

#include <string.h>

#define CELL 50000 /* millionths of a degree: some 5 km */

static int
compare_numbers (int64_t a, int64_t b)
{
  return (a > b) - (a < b);
}

static int
compare_places (const void *a, const void *b)
{
  const SmaajobOpening *x = a, *y = b;
  const Place *p = &x->location, *q = &y->location;
  int order = compare_numbers (x->location_known, y->location_known);

  if (order != 0 || !x->location_known)
    return order;
  order = compare_numbers (p->lat_millionths / CELL, q->lat_millionths / CELL);
  return order != 0 ? order : compare_numbers (p->lon_millionths, q->lon_millionths);
}

static int
compare_kinds (const void *a, const void *b)
{
  const Requirement *x = a, *y = b;
  int order = compare_numbers (x->concept_index, y->concept_index);

  order = order != 0 ? order : compare_numbers (x->level, y->level);
  return order != 0 ? order : compare_numbers (x->importance, y->importance);
}

static int
compare_weeks (const void *a, const void *b)
{
  const Task *x = a, *y = b;
  int order = compare_numbers (x->windows_known, y->windows_known);

  for (int day = 0; day < WEEK_DAYS && order == 0 && x->windows_known; day++) {
    order = compare_numbers (x->windows.late[day], y->windows.late[day]);
    if (order == 0 && x->windows.early[day] != y->windows.early[day])
      order = x->windows.early[day] < y->windows.early[day] ? -1 : 1;
  }
  return order;
}

static int
compare_gates (const void *a, const void *b)
{
  const SmaajobOpening *x = a, *y = b;
  int order = compare_numbers (x->n_gates, y->n_gates);

  for (size_t i = 0; i < x->n_gates && order == 0; i++)
    order = compare_numbers (opening_gates (x)[i], opening_gates (y)[i]);
  return order;
}

static int
compare_hours (const void *a, const void *b)
{
  const SmaajobOpening *x = a, *y = b;
  int order = compare_numbers (x->hours_known, y->hours_known);

  if (order != 0 || !x->hours_known)
    return order;
  order = compare_numbers (x->hours.min, y->hours.min);
  return order != 0 ? order : compare_numbers (x->hours.max, y->hours.max);
}

/* From 06:00 to 22:00 eight cells of two hours, and one for the rest of the day. */
static void
add_cells (Cells *cells, const Week *week, int day)
{
  const uint64_t early = week->early[day], night = 0xffffff;
  const uint32_t late = week->late[day];
  int first = 9 * day;

  for (int i = 0; i < 8; i++) {
    unsigned slots = i < 5 ? early >> (24 + 8 * i) & 0xff : late >> (8 * i - 40) & 0xff;

    cells->some |= (uint64_t) (slots != 0) << (first + i);
    cells->all |= (uint64_t) (slots == 0xff) << (first + i);
  }
  cells->some |= (uint64_t) ((early & night) != 0 || late >> 24 != 0) << (first + 8);
  cells->all |= (uint64_t) ((early & night) == night && late >> 24 == 0xff) << (first + 8);
}

Cells
cells_of (const Week *week)
{
  Cells cells = {0, 0};

  for (int day = 0; day < WEEK_DAYS; day++)
    add_cells (&cells, week, day);
  return cells;
}

/* Windows that nobody has told decide nothing. */
static bool
make_cells (SmaajobMarket *market)
{
  market->cells = memory_new ((market->weeks.n + (size_t) 1) * sizeof *market->cells);
  for (uint32_t i = 0; market->cells != NULL && i < market->weeks.n; i++) {
    const Task *task = market->weeks.example[i];

    market->cells[i] =
        task->windows_known ? cells_of (&task->windows) : (Cells){.some = UINT64_MAX};
  }
  return market->cells != NULL;
}

/* What is numbered, gathered while the openings are packed. */
typedef struct {
  const void **openings, **tasks, **requirements;
} Gathered;

static bool
place_openings (SmaajobMarket *market, const SmaajobOpening *const *openings, SmaajobError *error)
{
  Distinct ids = {0}, places = {0};
  bool done = ids_number (&ids, (const void *const *) openings, market->n,
                          (GetId) smaajob_opening_get_id, error);
  uint32_t *next = NULL;

  if (done) {
    done = distinct_make (&places, (const void *const *) openings, market->n, compare_places);
    next = memory_new ((places.n + (size_t) 2) * sizeof *next);
    done = (done && next != NULL) || error_memory (error);
  }
  for (uint32_t i = 0; i < market->n && done; i++)
    next[places.number_of[i] + 1]++;
  for (uint32_t i = 0; i < places.n && done; i++)
    next[i + 1] += next[i];
  for (uint32_t i = 0; i < market->n && done; i++) {
    uint32_t at = next[places.number_of[i]]++;

    market->position[i] = at;
    market->openings[at] = (PackedOpening){
        .opening = opening_take (openings[i]), .number = i, .rank = ids.number_of[i]};
  }
  memory_free (next);
  distinct_clear (&places);
  distinct_clear (&ids);
  return done;
}

static unsigned
find_core (const SmaajobOpening *opening)
{
  unsigned core = 0, all = (1u << opening->n_tasks) - 1;

  for (int task = 0; task < opening->n_tasks; task++)
    core |= (unsigned) !opening_tasks (opening)[task].optional << task;
  return core == 0 ? all : core;
}

static void
pack_requirements (SmaajobMarket *market, const SmaajobOpening *opening, const Task *task,
                   Gathered *gathered)
{
  for (size_t i = 0; i < task->n_requirements; i++) {
    const Requirement *requirement = &opening_requirements (opening)[task->first_requirement + i];

    gathered->requirements[market->n_requirements] = requirement;
    market->requirements[market->n_requirements++] = (PackedRequirement){
        .training = (uint16_t) (requirement->training_weeks + PACKED_TRAINING),
        .must = requirement->importance == SMAAJOB_STRENGTH_MUST ? UINT16_MAX : 0};
  }
}

static void
pack_tasks (SmaajobMarket *market, PackedOpening *packed, Gathered *gathered)
{
  const SmaajobOpening *opening = packed->opening;
  unsigned core = find_core (opening);
  uint64_t minutes = 0;

  for (int i = 0; i < opening->n_tasks; i++)
    minutes += core >> i & 1 ? (uint64_t) opening_tasks (opening)[i].weight : 0;
  for (int i = 0; i < opening->n_tasks; i++) {
    const Task *task = &opening_tasks (opening)[i];
    bool is_core = core >> i & 1;

    gathered->tasks[market->n_tasks] = task;
    market->tasks[market->n_tasks++] = (PackedTask){
        .first_requirement = market->n_requirements,
        .n_requirements = (uint8_t) task->n_requirements,
        .share =
            is_core ? (uint32_t) (((uint64_t) task->weight << PACKED_SHARE_BITS) / minutes) : 0,
        .core = is_core,
        .requirements_known = task->requirements_known};
    packed->scheduled &= task->hours_known && task->windows_known;
    pack_requirements (market, opening, task, gathered);
  }
}

static void
pack_opening (SmaajobMarket *market, uint32_t i, Gathered *gathered)
{
  PackedOpening *packed = &market->openings[i];
  const SmaajobOpening *opening = packed->opening;

  gathered->openings[i] = opening;
  packed->first_task = market->n_tasks;
  packed->n_tasks = opening->n_tasks;
  packed->located = opening->location_known;
  packed->pay_refused = opening->terms[SMAAJOB_TERM_PAID] == SMAAJOB_ANSWER_NO;
  packed->practice_refused = opening->terms[SMAAJOB_TERM_PRACTICE] == SMAAJOB_ANSWER_NO;
  packed->scheduled = opening->hours_known;
  market->place[0][i] = (float) opening->location.x;
  market->place[1][i] = (float) opening->location.y;
  market->place[2][i] = (float) opening->location.z;
  pack_tasks (market, packed, gathered);
}

static bool
number_all (SmaajobMarket *market, const Gathered *gathered)
{
  if (!distinct_make (&market->kinds, gathered->requirements, market->n_requirements,
                      compare_kinds) ||
      !distinct_make (&market->weeks, gathered->tasks, market->n_tasks, compare_weeks) ||
      !distinct_make (&market->gates, gathered->openings, market->n, compare_gates) ||
      !distinct_make (&market->hours, gathered->openings, market->n, compare_hours) ||
      !make_cells (market))
    return false;
  for (uint32_t i = 0; i < market->n_requirements; i++)
    market->requirements[i].kind = market->kinds.number_of[i];
  for (uint32_t i = 0; i < market->n_tasks; i++)
    market->tasks[i].week = market->weeks.number_of[i];
  for (uint32_t i = 0; i < market->n; i++) {
    market->openings[i].gates = market->gates.number_of[i];
    market->openings[i].hours = market->hours.number_of[i];
  }
  return true;
}

static void
bound_block (SmaajobMarket *market, uint32_t number)
{
  Block *block = &market->blocks[number];
  uint32_t from = number * BLOCK_OPENINGS;

  block->located = true;
  for (uint32_t i = from; i < from + BLOCK_OPENINGS && i < market->n; i++) {
    block->located &= market->openings[i].located;
    for (int axis = 0; axis < 3; axis++) {
      float at = market->place[axis][i];

      if (i == from || at < block->least[axis])
        block->least[axis] = at;
      if (i == from || at > block->most[axis])
        block->most[axis] = at;
    }
  }
}

static bool
take_memory (SmaajobMarket *market, Gathered *gathered)
{
  const size_t n = market->n + (size_t) 1, n_tasks = market->n_tasks + (size_t) 1,
               n_requirements = market->n_requirements + (size_t) 1;
  bool done = true;

  market->n_blocks = (market->n + BLOCK_OPENINGS - 1) / BLOCK_OPENINGS;
  for (int axis = 0; axis < 3; axis++)
    done &= (market->place[axis] = memory_new (n * sizeof (float))) != NULL;
  done &= (market->blocks = memory_new ((market->n_blocks + 1) * sizeof (Block))) != NULL;
  done &= (market->tasks = memory_new (n_tasks * sizeof (PackedTask))) != NULL;
  done &= (market->requirements = memory_new (n_requirements * sizeof (PackedRequirement))) != NULL;
  done &= (gathered->openings = memory_new (n * sizeof (void *))) != NULL;
  done &= (gathered->tasks = memory_new (n_tasks * sizeof (void *))) != NULL;
  done &= (gathered->requirements = memory_new (n_requirements * sizeof (void *))) != NULL;
  return done;
}

/* The numbers of the items are in the packed form; only the examples are still needed. */
static void
forget_numbers (Distinct *distinct)
{
  memory_free (distinct->number_of);
  distinct->number_of = NULL;
}

static size_t
size_of (const SmaajobMarket *market)
{
  size_t by_opening = sizeof (PackedOpening) + sizeof (uint32_t) + 3 * sizeof (float) +
                      market->n_columns * sizeof (uint16_t);
  size_t by_task = sizeof (PackedTask) + market->n_columns * sizeof (uint16_t);

  return sizeof *market + market->n * by_opening + market->n_tasks * by_task +
         market->n_requirements * sizeof (PackedRequirement) + market->n_blocks * sizeof (Block) +
         market->n_columns * sizeof (Column) + market->n_entries / 2 * sizeof (int32_t) +
         (market->n_requirements + market->n_tasks + 2 * (size_t) market->n) * sizeof (void *);
}

static bool
pack (SmaajobMarket *market, Gathered *gathered, SmaajobError *error)
{
  uint32_t n = market->n;

  for (uint32_t i = 0; i < n; i++) {
    market->n_tasks += market->openings[i].opening->n_tasks;
    market->n_requirements += market->openings[i].opening->n_requirements;
  }
  if (!take_memory (market, gathered))
    return error_memory (error);
  market->n_tasks = market->n_requirements = 0;
  for (uint32_t i = 0; i < n; i++)
    pack_opening (market, i, gathered);
  for (uint32_t i = 0; i < market->n_blocks; i++)
    bound_block (market, i);
  if (!number_all (market, gathered))
    return error_memory (error);
  forget_numbers (&market->kinds);
  forget_numbers (&market->weeks);
  forget_numbers (&market->gates);
  forget_numbers (&market->hours);
  return columns_make (market, error);
}

static bool
fill (SmaajobMarket *market, const SmaajobOpening *const *openings, SmaajobError *error)
{
  Gathered gathered = {0};
  bool done;

  market->openings = memory_new ((market->n + (size_t) 1) * sizeof *market->openings);
  market->position = memory_new ((market->n + (size_t) 1) * sizeof *market->position);
  if (market->openings == NULL || market->position == NULL)
    return error_memory (error);
  done = place_openings (market, openings, error) && pack (market, &gathered, error);
  memory_free (gathered.openings);
  memory_free (gathered.tasks);
  memory_free (gathered.requirements);
  return done;
}

SmaajobMarket *
market_pack (SmaajobVocabulary *vocabulary, const SmaajobOpening *const *openings, uint32_t n,
             SmaajobError *error)
{
  SmaajobMarket *market = memory_new (sizeof *market);

  if (market == NULL) {
    error_memory (error);
    return NULL;
  }
  references_init (&market->references);
  market->vocabulary = vocabulary_take (vocabulary);
  market->n = n;
  if (fill (market, openings, error)) {
    market->size = size_of (market);
    return market;
  }
  smaajob_market_free (market);
  return NULL;
}
