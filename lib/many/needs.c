/* SPDX-License-Identifier: Apache-2.0 */
#include "many/needs.h"

#include "judgement/accommodation.h"

#include <stddef.h>

#define NO_SHIFT (-1)

/* An opening that says nothing of its one condition. */
typedef struct {
  SmaajobOpening opening;
  Task task;
  int32_t offered;
  uint16_t row;
} OneCondition;

/* What is the same on all tasks of an opening stands for openings of any number of tasks. */
static void
note_tasks (const Need *need, const SmaajobOpening *opening, NeedPattern *pattern)
{
  const unsigned all = (1u << opening->n_tasks) - 1;
  unsigned exceeded = 0, untold = 0;

  for (int task = 0; task < opening->n_tasks; task++) {
    NeedState state = need_on_task (need, opening, task);

    exceeded |= (unsigned) (state == NEED_EXCEEDED) << task;
    untold |= (unsigned) (state == NEED_UNKNOWN) << task;
  }
  pattern->uneven = !opening_is_even (opening, need->condition);
  pattern->exceeded = (uint16_t) (exceeded | (exceeded == all ? ALL_TASKS : 0));
  pattern->untold = (uint16_t) (untold | (untold == all ? ALL_TASKS : 0));
}

static void
set_pattern (NeedPattern *pattern, const Judged *judged)
{
  pattern->cost = judged->cost;
  pattern->known = judged->known > 0;
}

/* Returns the stake, which is that of the need alone. */
static uint32_t
judge_need (const Screen *screen, const Need *need, const SmaajobOpening *opening,
            NeedPattern *pattern)
{
  Judged judged;
  Item item;

  need_judge (need, opening, opening->core, screen->policy, &item);
  judge_item (screen, SMAAJOB_CRITERION_ACCOMMODATION, &item, &judged);
  set_pattern (pattern, &judged);
  pattern->state = (uint8_t) need_at_workplace (need, opening);
  note_tasks (need, opening, pattern);
  return judged.stake;
}

/* Only one condition is known where nothing is said, so it is the first. */
static uint32_t
judge_silence (const Screen *screen, const Need *need, NeedPattern *pattern)
{
  const OneCondition silent = {.opening = {.n_tasks = 1,
                                           .core = 1,
                                           .offered = offsetof (OneCondition, offered),
                                           .said = offsetof (OneCondition, row)},
                               .offered = SMAAJOB_UNKNOWN};
  Need first = *need;

  first.condition = 0;
  return judge_need (screen, &first, &silent.opening, pattern);
}

void
needs_judge (const Screen *screen, const NeedView *view, uint32_t opening, NeedPattern *pattern)
{
  judge_need (screen, view->need, market_image (screen->market, opening), pattern);
}

const NeedPattern *
needs_find (const Screen *screen, const NeedView *view, uint32_t opening, NeedPattern *own)
{
  unsigned code = column_code (screen->market, view->column, opening);
  const NeedPattern *pattern = &view->table->patterns[code];

  if (code != CODE_OTHER && !(pattern->uneven && view->must))
    return pattern;
  needs_judge (screen, view, opening, own);
  return own;
}

static uint8_t
state_of (const Need *need, const NeedPattern *pattern)
{
  unsigned state = pattern->known ? STATE_KNOWN : 0;

  if (need->strength != SMAAJOB_STRENGTH_MUST)
    return (uint8_t) state;
  if (need->type == SMAAJOB_CONDITION_PROVISION)
    return (uint8_t) (state | (pattern->state == NEED_EXCEEDED ? STATE_REFUSED : 0) |
                      (pattern->state == NEED_UNKNOWN ? STATE_UNTOLD : 0));
  if (state == 0 && (pattern->uneven || pattern->untold != ALL_TASKS))
    state = STATE_ODD;
  return (uint8_t) (state | (pattern->exceeded != 0 && !pattern->uneven ? STATE_OUT : 0) |
                    (pattern->untold == ALL_TASKS ? STATE_UNTOLD_TASKS : 0));
}

static void
note_state (NeedTable *table, unsigned code, unsigned state)
{
  table->states[code] = (uint8_t) state;
  table->any |= state;
}

/* Examples are anywhere: what leads to those to come is fetched meanwhile. */
#define FIRST_AHEAD 16
#define NEXT_AHEAD  8

static void
fetch_examples (const SmaajobMarket *market, const uint32_t *examples, uint32_t n)
{
  if (n > FIRST_AHEAD)
    memory_fetch (&market->images[market->numbers[examples[FIRST_AHEAD]]]);
  if (n > NEXT_AHEAD) {
    const SmaajobOpening *const *image = &market->images[market->numbers[examples[NEXT_AHEAD]]];
    const char *start = (const char *) __atomic_load_n (image, __ATOMIC_RELAXED);

    for (size_t line = 0; line < sizeof (SmaajobOpening) + sizeof (Task); line += 64)
      memory_fetch ((const void *) ((uintptr_t) start + line));
  }
}

static void
note_pattern (NeedTable *table, unsigned code)
{
  note_state (table, code, state_of (&table->need, &table->patterns[code]));
}

static void
fill_quantity (const Screen *screen, const Column *column, NeedTable *table)
{
  const Need *need = &table->need;
  const uint32_t *examples = screen->market->patterns + column->first_pattern;

  for (unsigned code = 1; code < column->n_patterns; code++) {
    const SmaajobOpening *example = market_image (screen->market, examples[code]);

    fetch_examples (screen->market, examples + code, column->n_patterns - code);
    judge_need (screen, need, example, &table->patterns[code]);
    note_pattern (table, code);
  }
  table->costs[CODE_OTHER] = 0;
  if (column->n_patterns == CODE_OTHER)
    note_state (table, CODE_OTHER,
                need->strength == SMAAJOB_STRENGTH_MUST ? STATE_UNSURE : STATE_ODD);
}

/* On which tasks of an opening whose tasks differ a limit is exceeded its Uneven tells. */
static void
judge_level (const Screen *screen, const Need *need, unsigned code, NeedPattern *pattern)
{
  bool provision = need->type == SMAAJOB_CONDITION_PROVISION, even = level_is_even (code);
  Judged judged;
  Item item;

  need_judge_answer (need, level_answer (code), screen->policy, &item);
  judge_item (screen, SMAAJOB_CRITERION_ACCOMMODATION, &item, &judged);
  set_pattern (pattern, &judged);
  pattern->state = provision && !item.met ? NEED_EXCEEDED : NEED_KEPT;
  pattern->exceeded = !provision && even && !item.met ? ALL_TASKS : 0;
  pattern->untold = 0;
  pattern->uneven = !even;
}

static void
fill_levels (const Screen *screen, NeedTable *table)
{
  for (unsigned code = 1; code < NARROW_CODES; code++) {
    judge_level (screen, &table->need, code, &table->patterns[code]);
    note_pattern (table, code);
  }
}

static void
fill_table (const Screen *screen, const Need *need, const Column *column, NeedTable *table)
{
  table->need = *need;
  table->stamp = screen->stamp;
  table->any = 0;
  table->shift = NO_SHIFT;
  table->stake = judge_silence (screen, &table->need, &table->patterns[0]);
  note_pattern (table, 0);
  if (column->n_patterns == 0)
    fill_levels (screen, table);
  else
    fill_quantity (screen, column, table);
}

static unsigned
n_codes (const Column *column)
{
  return column->n_patterns == 0 ? NARROW_CODES : column->n_patterns;
}

void
needs_set_shift (const Screen *screen, const NeedView *view, int shift)
{
  NeedTable *table = view->table;

  if (table->shift == shift)
    return;
  table->shift = shift;
  for (unsigned code = 0; code < n_codes (view->column); code++)
    table->costs[code] = cost_in_units (screen->policy, SMAAJOB_CRITERION_ACCOMMODATION,
                                        table->patterns[code].cost, shift);
}

static bool
is_same (const Need *a, const Need *b)
{
  return a->condition == b->condition && a->type == b->type && a->strength == b->strength &&
         a->value == b->value;
}

static uint32_t
hash_of (const Need *need)
{
  uint32_t hash = need->condition * 0x9e3779b1u + (uint32_t) need->value;

  hash = (hash ^ hash >> 15) * 0x85ebca6bu + need->strength;
  return (hash ^ hash >> 13) * 0xc2b2ae35u >> 16;
}

#define NEARBY 6 /* where a need is looked for */

/* The least lately seen nearby, but not the citizen's own. When all of those are, the first beyond
   that is not: there are more tables than that. */
static NeedTable *
find_room (Screen *screen, uint32_t first)
{
  NeedTable *oldest = NULL;

  for (uint32_t i = 0; i < NEARBY || oldest == NULL; i++) {
    NeedTable *table = &screen->tables[(first + i) % screen->n_tables];

    if (table->stamp != screen->stamp && (oldest == NULL || table->stamp < oldest->stamp))
      oldest = table;
  }
  return oldest;
}

static NeedTable *
find_level_table (Screen *screen, const Need *need, const Column *column)
{
  NeedTable *table = &screen->level_tables[need->kind];

  if (table->stamp == 0)
    fill_table (screen, need, column, table);
  return table;
}

static NeedTable *
find_quantity_table (Screen *screen, const Need *need, const Column *column)
{
  uint32_t first = hash_of (need) % screen->n_tables;
  NeedTable *table;

  for (uint32_t i = 0; i < NEARBY; i++) {
    table = &screen->tables[(first + i) % screen->n_tables];
    if (table->stamp != 0 && is_same (&table->need, need)) {
      table->stamp = screen->stamp;
      return table;
    }
  }
  table = find_room (screen, first);
  fill_table (screen, need, column, table);
  return table;
}

static NeedTable *
find_table (Screen *screen, const Need *need, const Column *column)
{
  return need->kind == NEED_OF_QUANTITY ? find_quantity_table (screen, need, column)
                                        : find_level_table (screen, need, column);
}

static void
judge_unheard_need (Screen *screen, const Need *need)
{
  bool unknown, provision = need->type == SMAAJOB_CONDITION_PROVISION;
  NeedPattern silent;
  uint32_t stake = judge_silence (screen, need, &silent);

  unknown = need->strength == SMAAJOB_STRENGTH_MUST &&
            (silent.state == NEED_UNKNOWN || silent.untold != 0);
  screen->other_needs.cost += silent.cost;
  screen->other_needs.known += silent.known * stake;
  screen->other_needs.stake += stake;
  screen->untold |= unknown && !provision;
  screen->findings.provision_unknown |= unknown && provision;
}

void
needs_begin (Screen *screen)
{
  const SmaajobCitizen *citizen = screen->citizen;

  screen->n_needs = 0;
  screen->untold = false;
  screen->other_needs = citizen->needs_known ? (Judged){0} : screen->untold_needs;
  for (size_t i = 0; i < citizen->n_needs; i++) {
    const Need *need = &citizen_needs (citizen)[i];
    const Column *column = market_find_column (screen->market, need->condition);

    if (column == NULL)
      judge_unheard_need (screen, need);
    else
      screen->needs[screen->n_needs++] = (NeedView){need, column, find_table (screen, need, column),
                                                    need->type == SMAAJOB_CONDITION_PROVISION,
                                                    need->strength == SMAAJOB_STRENGTH_MUST};
  }
}
