/* SPDX-License-Identifier: Apache-2.0 */
#include "many/column.h"

#include "base/error.h"
#include "many/section.h"

#include <string.h>

/* What openings of one code say: on all tasks the same value, or what this one says. */
typedef struct {
  const SmaajobOpening *example;
  uint32_t opening;
  int32_t value;
  bool even;
} Pattern;

/* A column while it is made. */
typedef struct {
  uint32_t matter, n;
  Pattern patterns[CODE_OTHER]; /* the first is nobody's */
  uint8_t *codes;               /* by opening */
} Coding;

static void
read_condition (const SmaajobOpening *opening, uint32_t condition, Pattern *pattern)
{
  const int32_t *offered = opening_find_offered (opening, condition);

  pattern->value = offered[0];
  pattern->even = true;
  for (int task = 1; task < opening->n_tasks; task++)
    pattern->even &= offered[task] == offered[0];
}

/* False when the opening says nothing of the matter. */
static bool
read_matter (const SmaajobOpening *opening, uint32_t matter, Pattern *pattern)
{
  if (matter == MATTER_GATES)
    return opening->n_gates > 0;
  if (matter == MATTER_HOURS)
    return opening->hours_known;
  if (opening_row_of (opening)[matter] == 0)
    return false;
  read_condition (opening, matter, pattern);
  return true;
}

static bool
offer_the_same (const SmaajobOpening *a, const SmaajobOpening *b, uint32_t condition)
{
  return a->n_tasks == b->n_tasks && opening_core (a) == opening_core (b) &&
         memcmp (opening_find_offered (a, condition), opening_find_offered (b, condition),
                 a->n_tasks * sizeof (int32_t)) == 0;
}

static bool
say_the_same (const Pattern *a, const Pattern *b, uint32_t matter)
{
  const SmaajobOpening *x = a->example, *y = b->example;

  if (matter == MATTER_GATES)
    return x->n_gates == y->n_gates &&
           memcmp (opening_gates (x), opening_gates (y), x->n_gates * sizeof (uint32_t)) == 0;
  if (matter == MATTER_HOURS)
    return x->hours.min == y->hours.min && x->hours.max == y->hours.max;
  if (a->even || b->even)
    return a->even && b->even && a->value == b->value;
  return offer_the_same (x, y, matter);
}

static uint8_t
code_of (Coding *coding, const SmaajobOpening *opening, uint32_t number)
{
  Pattern pattern = {.example = opening, .opening = number};

  if (!read_matter (opening, coding->matter, &pattern))
    return 0;
  for (uint32_t i = 1; i < coding->n; i++)
    if (say_the_same (&coding->patterns[i], &pattern, coding->matter))
      return (uint8_t) i;
  if (coding->n == CODE_OTHER)
    return CODE_OTHER;
  coding->patterns[coding->n] = pattern;
  return (uint8_t) coding->n++;
}

/* False when there is no memory. */
static bool
grow (SmaajobMarket *market, SectionId id, size_t more)
{
  size_t *n = section_count (market, id);
  char *items = memory_resize (*section_items (market, id), (*n + more) * section_rows[id].size);

  if (items == NULL)
    return false;
  memset (items + *n * section_rows[id].size, 0, more * section_rows[id].size);
  *section_items (market, id) = items;
  *n += more;
  return true;
}

static void
write_codes (const SmaajobMarket *market, const Column *column, const uint8_t *codes)
{
  for (uint32_t i = 0; i < market->n; i++) {
    uint8_t *block =
        market->codes + column->first_code + i / BLOCK_OPENINGS * (size_t) column->block_bytes;
    uint32_t at = i % BLOCK_OPENINGS, high = at / (BLOCK_OPENINGS / 2);

    if (column->block_bytes == BLOCK_OPENINGS)
      block[at] = codes[i];
    else
      block[at % (BLOCK_OPENINGS / 2)] |= (uint8_t) (codes[i] << 4 * high);
  }
}

static bool
add_column (SmaajobMarket *market, const Coding *coding)
{
  bool narrow = coding->n <= NARROW_CODES;
  Column column = {.matter = coding->matter,
                   .first_pattern = (uint32_t) market->n_patterns,
                   .n_patterns = coding->n,
                   .block_bytes = narrow ? BLOCK_OPENINGS / 2 : BLOCK_OPENINGS,
                   .first_code = market->n_codes};

  if (!grow (market, SECTION_columns, 1) || !grow (market, SECTION_patterns, coding->n) ||
      !grow (market, SECTION_codes, (size_t) market->n_blocks * column.block_bytes))
    return false;
  market->columns[market->n_columns - 1] = column;
  market->patterns[column.first_pattern] = PATTERN_NONE;
  for (uint32_t i = 1; i < coding->n; i++)
    market->patterns[column.first_pattern + i] = coding->patterns[i].opening;
  write_codes (market, &column, coding->codes);
  return true;
}

static bool
make_column (SmaajobMarket *market, uint32_t matter, Coding *coding)
{
  coding->matter = matter;
  coding->n = 1;
  for (uint32_t i = 0; i < market->n; i++)
    coding->codes[i] = code_of (coding, market_image (market, i), i);
  return coding->n == 1 || add_column (market, coding);
}

bool
columns_make (SmaajobMarket *market, SmaajobError *error)
{
  uint32_t n = market->n == 0 ? 0 : market_image (market, 0)->n_conditions;
  Coding *coding = memory_new (sizeof *coding);
  bool done = coding != NULL && (coding->codes = memory_new (market->n + (size_t) 1)) != NULL;

  for (uint32_t condition = 0; condition < n && done; condition++)
    done = make_column (market, condition, coding);
  done = done && make_column (market, MATTER_GATES, coding) &&
         make_column (market, MATTER_HOURS, coding);
  if (coding != NULL)
    memory_free (coding->codes);
  memory_free (coding);
  return done || error_memory (error);
}

unsigned
column_code (const SmaajobMarket *market, const Column *column, uint32_t i)
{
  const uint8_t *block =
      market->codes + column->first_code + i / BLOCK_OPENINGS * (size_t) column->block_bytes;
  uint32_t at = i % BLOCK_OPENINGS, half = BLOCK_OPENINGS / 2;

  if (column->block_bytes == BLOCK_OPENINGS)
    return block[at];
  return block[at % half] >> 4 * (at / half) & 15;
}

const Column *
market_find_column (const SmaajobMarket *market, uint32_t matter)
{
  size_t first = 0, last = market->n_columns;

  while (first < last) {
    size_t middle = first + (last - first) / 2;

    if (market->columns[middle].matter < matter)
      first = middle + 1;
    else
      last = middle;
  }
  return first < market->n_columns && market->columns[first].matter == matter
             ? &market->columns[first]
             : NULL;
}
