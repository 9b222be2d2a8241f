/* SPDX-License-Identifier: Apache-2.0 */
#include "many/column.h"

#include "base/error.h"

#include <string.h>

/* Twice a code, and one, is 16 bits. It bounds the time too: the list of them is kept in order. */
#define MOST_VALUES 32766

/* A condition and one of the values that are stated of it, as a number that sorts by both. */
static uint64_t
key_of (uint32_t condition, int32_t value)
{
  return (uint64_t) condition << 32 | (uint32_t) value;
}

/* Where a key is, or would be. */
static uint32_t
find_key (const Array *keys, uint64_t key)
{
  const uint64_t *items = keys->items;
  uint32_t first = 0, last = keys->n;

  while (first < last) {
    uint32_t middle = first + (last - first) / 2;

    if (items[middle] < key)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

static bool
add_key (Array *keys, uint32_t condition, int32_t value)
{
  uint64_t key = key_of (condition, value), *items = keys->items;
  uint32_t at = find_key (keys, key);

  if (value == SMAAJOB_UNKNOWN || (at < keys->n && items[at] == key))
    return true;
  if (!array_reserve (keys, 1, sizeof key))
    return false;
  items = keys->items;
  memmove (items + at + 1, items + at, (keys->n - at) * sizeof key);
  items[at] = key;
  keys->n++;
  return true;
}

static bool
add_keys_of (Array *keys, const SmaajobOpening *opening)
{
  uint32_t n = (uint32_t) smaajob_vocabulary_get_n_conditions (opening->vocabulary);

  for (uint32_t condition = 0; condition < n; condition++) {
    const int32_t *offered = opening_find_offered (opening, condition);

    for (size_t task = 0; task < opening->n_tasks && opening_row_of (opening)[condition] != 0;
         task++)
      if (!add_key (keys, condition, offered[task]))
        return false;
  }
  return true;
}

static uint32_t
condition_of (const Array *keys, uint32_t i)
{
  return (uint32_t) (((const uint64_t *) keys->items)[i] >> 32);
}

static uint32_t
count_columns (const Array *keys)
{
  uint32_t n = 0;

  for (uint32_t i = 0; i < keys->n; i++)
    n += i == 0 || condition_of (keys, i) != condition_of (keys, i - 1);
  return n;
}

/* The values from first on that are of the same condition, with SMAAJOB_UNKNOWN before them. */
static bool
fill_column (const SmaajobMarket *market, Column *column, const Array *keys, uint32_t first)
{
  column->condition = condition_of (keys, first);
  column->n_values = 1;
  while (first + column->n_values - 1 < keys->n &&
         condition_of (keys, first + column->n_values - 1) == column->condition)
    column->n_values++;
  column->values = memory_new (column->n_values * sizeof *column->values);
  column->worst = memory_new (market->n * sizeof *column->worst);
  column->by_task = memory_new (market->n_tasks * sizeof *column->by_task);
  if (column->values == NULL || column->worst == NULL || column->by_task == NULL)
    return false;
  column->values[0] = SMAAJOB_UNKNOWN;
  for (uint32_t i = 1; i < column->n_values; i++)
    column->values[i] = (int32_t) (uint32_t) ((const uint64_t *) keys->items)[first + i - 1];
  return true;
}

static bool
make_columns (SmaajobMarket *market, const Array *keys, SmaajobError *error)
{
  market->columns = memory_new ((count_columns (keys) + (size_t) 1) * sizeof (Column));
  if (market->columns == NULL)
    return error_memory (error);
  for (uint32_t i = 0; i < keys->n;) {
    Column *column = &market->columns[market->n_columns++];

    if (!fill_column (market, column, keys, i))
      return error_memory (error);
    column->first_entry = market->n_entries;
    market->n_entries += 2 * column->n_values;
    i += column->n_values - 1;
  }
  return true;
}

static uint16_t
code_of (const Column *column, int32_t value)
{
  uint32_t first = 0, last = column->n_values;

  while (last - first > 1) {
    uint32_t middle = first + (last - first) / 2;

    if (column->values[middle] <= value)
      first = middle;
    else
      last = middle;
  }
  return (uint16_t) first;
}

/* A provision is a row like the exposures, the same on every task. */
static void
code_opening (const SmaajobMarket *market, const Column *column, uint32_t i)
{
  const PackedOpening *packed = &market->openings[i];
  const int32_t *offered = opening_find_offered (packed->opening, column->condition);
  uint16_t worst = 0, told = 1;

  for (uint32_t task = 0; task < packed->n_tasks; task++) {
    uint16_t code = code_of (column, offered[task]);

    column->by_task[packed->first_task + task] = code;
    if (!market->tasks[packed->first_task + task].core)
      continue;
    worst = code > worst ? code : worst;
    told = code == 0 ? 0 : told;
  }
  column->worst[i] = (uint16_t) (2 * worst + told);
}

bool
columns_make (SmaajobMarket *market, SmaajobError *error)
{
  Array keys = {0};
  bool done = true;

  for (uint32_t i = 0; i < market->n && done; i++) {
    done = add_keys_of (&keys, market->openings[i].opening) || error_memory (error);
    if (done && keys.n > MOST_VALUES)
      done = error_set (error, SMAAJOB_ERROR_SIZE, "",
                        "more than %d different values of the conditions", MOST_VALUES);
  }
  done = done && make_columns (market, &keys, error);
  for (uint32_t k = 0; k < market->n_columns && done; k++)
    for (uint32_t i = 0; i < market->n; i++)
      code_opening (market, &market->columns[k], i);
  memory_free (keys.items);
  return done;
}

void
columns_free (SmaajobMarket *market)
{
  for (uint32_t i = 0; i < market->n_columns; i++) {
    memory_free (market->columns[i].values);
    memory_free (market->columns[i].worst);
    memory_free (market->columns[i].by_task);
  }
  memory_free (market->columns);
}

const Column *
market_find_column (const SmaajobMarket *market, uint32_t condition)
{
  uint32_t first = 0, last = market->n_columns;

  while (first < last) {
    uint32_t middle = first + (last - first) / 2;

    if (market->columns[middle].condition < condition)
      first = middle + 1;
    else
      last = middle;
  }
  return first < market->n_columns && market->columns[first].condition == condition
             ? &market->columns[first]
             : NULL;
}
