/* SPDX-License-Identifier: Apache-2.0 */
#include "many/column.h"

#include "many/distinct.h"
#include "many/section.h"

#include <string.h>

/* Twice as many as there are codes, so that looking for one is short; a power of two. */
#define SLOTS 512

/* What openings of one code say. */
typedef struct {
  const SmaajobOpening *example;
  uint32_t opening;
  uint64_t key;
} Pattern;

/* Keys are the same when the openings say the same. One with this bit says it all; of the others,
   which are of gates, the openings are compared. */
#define KEY_EXACT (UINT64_C (1) << 63)

/* A column while it is made. Its codes are narrow until there are too many of them. */
typedef struct {
  uint32_t matter, n;           /* n is 0 while all its codes are of levels */
  bool levels;                  /* of a condition of whole levels */
  Pattern patterns[CODE_OTHER]; /* the first is nobody's */
  uint8_t slots[SLOTS];         /* codes, by key */
  uint32_t block_bytes;
  uint8_t *codes; /* by block */
  Array unevens;  /* Uneven */
} Coding;

#define N_OTHER_MATTERS 3
/* Of those matters that somebody says anything of. */
struct Columns {
  SmaajobMarket *market;
  uint32_t n_conditions;
  Coding *codings[]; /* by condition, and then the sector, the gates and the hours */
};

static uint64_t
mix (uint64_t key, uint64_t more)
{
  key = (key ^ more) * UINT64_C (0x9E3779B185EBCA87);
  return key ^ key >> 32;
}

/* Numbers, none of which is known to be small. */
static uint64_t
key_of_numbers (uint64_t key, const void *numbers, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    uint32_t number;

    memcpy (&number, (const char *) numbers + i * sizeof number, sizeof number);
    key = mix (key, number);
  }
  return key & ~KEY_EXACT;
}

/* Of a quantity: the most of any core task, whether all of those have told, and whether all tasks
   say the same. */
static uint64_t
key_of_quantity (const SmaajobOpening *opening, const int32_t *offered, bool even)
{
  int32_t most = SMAAJOB_UNKNOWN;
  uint64_t untold = 0;

  for (unsigned tasks = opening->core; tasks != 0; tasks &= tasks - 1) {
    int32_t here = offered[__builtin_ctz (tasks)];

    untold |= here == SMAAJOB_UNKNOWN;
    most = here > most ? here : most;
  }
  return KEY_EXACT | (uint64_t) even << 33 | untold << 32 | (uint32_t) most;
}

/* At most eight characters, none of which is as great as to be that bit. */
static uint64_t
key_of_sector (const char *sector)
{
  uint64_t key = 0;

  for (size_t i = 0; sector[i] != '\0'; i++)
    key |= (uint64_t) (unsigned char) sector[i] << 8 * i;
  return KEY_EXACT | key;
}

static bool
demand_the_same (const SmaajobOpening *a, const SmaajobOpening *b)
{
  return a->n_gates == b->n_gates &&
         memcmp (opening_gates (a), opening_gates (b), a->n_gates * sizeof (uint32_t)) == 0;
}

/* The code of what it says, which takes the next one when it is new. */
static unsigned
find_code (Coding *coding, const Pattern *said)
{
  const Pattern *pattern;
  uint32_t slot = (uint32_t) mix (said->key, 0) % SLOTS;

  for (; coding->slots[slot] != 0; slot = (slot + 1) % SLOTS) {
    pattern = &coding->patterns[coding->slots[slot]];
    if (pattern->key == said->key &&
        ((said->key & KEY_EXACT) != 0 || demand_the_same (pattern->example, said->example)))
      return coding->slots[slot];
  }
  if (coding->n == CODE_OTHER)
    return CODE_OTHER;
  coding->patterns[coding->n] = *said;
  coding->slots[slot] = (uint8_t) coding->n;
  return coding->n++;
}

static bool
widen (Coding *coding, uint32_t n_blocks)
{
  const uint32_t half = BLOCK_OPENINGS / 2;
  uint8_t *codes = memory_resize (coding->codes, (size_t) n_blocks * BLOCK_OPENINGS);

  if (codes == NULL)
    return false;
  for (size_t i = (size_t) n_blocks * half; i-- > 0;) {
    uint8_t both = codes[i];
    uint8_t *block = codes + i / half * BLOCK_OPENINGS;

    block[half + i % half] = both >> 4;
    block[i % half] = both & 15;
  }
  coding->codes = codes;
  coding->block_bytes = BLOCK_OPENINGS;
  return true;
}

static Coding *
begin_coding (const SmaajobMarket *market, uint32_t matter)
{
  Coding *coding = memory_new (sizeof *coding);

  if (coding == NULL)
    return NULL;
  coding->matter = matter;
  coding->levels =
      matter < MATTER_SECTOR &&
      vocabulary_get_condition_type (market->vocabulary, matter) != SMAAJOB_CONDITION_CEILING;
  coding->block_bytes = BLOCK_OPENINGS / 2;
  coding->codes = memory_new ((size_t) market->n_blocks * coding->block_bytes);
  if (coding->codes != NULL)
    return coding;
  memory_free (coding);
  return NULL;
}

/* Place is the matter's among the codings; NULL when there is no memory. */
static inline Coding *
find_coding (Columns *columns, uint32_t place, uint32_t matter)
{
  Coding **coding = &columns->codings[place];

  if (*coding == NULL)
    *coding = begin_coding (columns->market, matter);
  return *coding;
}

static void
put_code (Coding *coding, uint32_t opening, unsigned code)
{
  const uint32_t at = opening % BLOCK_OPENINGS, half = BLOCK_OPENINGS / 2;
  uint8_t *block = coding->codes + opening / BLOCK_OPENINGS * (size_t) coding->block_bytes;

  if (coding->block_bytes == half)
    block[at % half] |= (uint8_t) (code << 4 * (at / half));
  else
    block[at] = (uint8_t) code;
}

static void
add_uneven_levels (Array *unevens, const int32_t *offered, const Pattern *said)
{
  Uneven *uneven = (Uneven *) unevens->items + unevens->n++;

  *uneven = said->opening;
  for (int task = 0; task < said->example->n_tasks; task++)
    if (offered[task] != SMAAJOB_UNKNOWN)
      *uneven |= (Uneven) (offered[task] / 1000 + 1) << (UNEVEN_SHIFT + task * UNEVEN_BITS);
}

static void
add_uneven_quantities (Array *unevens, const int32_t *offered, const Pattern *said)
{
  for (int task = 0; task < said->example->n_tasks; task++)
    if (offered[task] != SMAAJOB_UNKNOWN)
      ((Uneven *) unevens->items)[unevens->n++] = (Uneven) offered[task] << UNEVEN_QUANTITY_SHIFT |
                                                  (Uneven) task << UNEVEN_SHIFT | said->opening;
}

static bool
add_code (Columns *columns, uint32_t place, uint32_t matter, const Pattern *said)
{
  Coding *coding = find_coding (columns, place, matter);
  unsigned code;

  if (coding == NULL)
    return false;
  if (coding->n == 0)
    coding->n = 1; /* the first says nothing */
  code = find_code (coding, said);
  if (code >= NARROW_CODES && coding->block_bytes < BLOCK_OPENINGS &&
      !widen (coding, columns->market->n_blocks))
    return false;
  put_code (coding, said->opening, code);
  return true;
}

static bool
add_other_codes (Columns *columns, Pattern *said)
{
  const SmaajobOpening *opening = said->example;
  const uint32_t n = columns->n_conditions;

  said->key = key_of_sector (opening->sector);
  if (opening->sector[0] != '\0' && !add_code (columns, n, MATTER_SECTOR, said))
    return false;
  said->key = key_of_numbers (opening->n_gates, opening_gates (opening), opening->n_gates);
  if (opening->n_gates > 0 && !add_code (columns, n + 1, MATTER_GATES, said))
    return false;
  said->key =
      KEY_EXACT | (uint64_t) (uint16_t) opening->hours.min << 32 | (uint32_t) opening->hours.max;
  return !opening->hours_known || add_code (columns, n + 2, MATTER_HOURS, said);
}

static bool
add_condition (Columns *columns, uint32_t condition, bool even, Pattern *said)
{
  const SmaajobOpening *opening = said->example;
  const int32_t *offered = opening_find_offered (opening, condition);
  Coding *coding = find_coding (columns, condition, condition);

  if (coding == NULL)
    return false;
  if (!even) {
    if (!array_reserve (&coding->unevens, OPENING_MAX_TASKS, sizeof (Uneven)))
      return false;
    (coding->levels ? add_uneven_levels : add_uneven_quantities) (&coding->unevens, offered, said);
  }
  if (coding->levels) {
    put_code (coding, said->opening, level_code (opening_find_answer (opening, condition), even));
    return true;
  }
  said->key = key_of_quantity (opening, offered, even);
  return add_code (columns, condition, condition, said);
}

/* Those of a list, of up to 64 conditions from the first. */
static uint64_t
find_listed (const Stated *stated, size_t n, uint32_t first)
{
  uint64_t listed = 0;

  for (size_t i = 0; i < n; i++)
    listed |= (uint64_t) (stated[i].condition - first < 64) << (stated[i].condition - first) % 64;
  return listed;
}

/* Of up to 64 conditions from the first: what the opening says anything of, and which of them tasks
   state themselves, so that they may say different things. No branch for each: nobody can foresee
   them. */
typedef struct {
  uint64_t any, by_tasks;
} Said;

static Said
find_said (const SmaajobOpening *opening, uint32_t first)
{
  const Stated *general = opening_stated_exposures (opening);
  const size_t n_general = opening->n_stated_exposures[0];
  size_t n_own = 0;
  Said said;

  for (size_t task = 1; task <= opening->n_tasks; task++)
    n_own += opening->n_stated_exposures[task];
  said.by_tasks = find_listed (general + n_general, n_own, first);
  said.any = said.by_tasks | find_listed (general, n_general, first) |
             find_listed (opening_provisions (opening), opening->n_provisions, first);
  return said;
}

bool
columns_add (Columns *columns, const SmaajobOpening *opening, uint32_t i)
{
  Pattern pattern = {opening, i, 0};

  for (uint32_t first = 0; first < columns->n_conditions; first += 64) {
    const Said said = find_said (opening, first);

    for (uint64_t left = said.any; left != 0; left &= left - 1) {
      const uint32_t condition = first + (uint32_t) __builtin_ctzll (left);
      const bool even = (said.by_tasks & left & -left) == 0 || opening_is_even (opening, condition);

      if (!add_condition (columns, condition, even, &pattern))
        return false;
    }
  }
  return add_other_codes (columns, &pattern);
}

static bool
take_room (const Columns *columns)
{
  SmaajobMarket *market = columns->market;
  size_t n_columns = 0, n_patterns = 0, n_codes = 0, n_unevens = 0;

  for (uint32_t i = 0; i < columns->n_conditions + N_OTHER_MATTERS; i++) {
    const Coding *coding = columns->codings[i];

    n_columns += coding != NULL;
    n_patterns += coding == NULL ? 0 : coding->n;
    n_codes += coding == NULL ? 0 : (size_t) market->n_blocks * coding->block_bytes;
    n_unevens += coding == NULL ? 0 : coding->unevens.n;
  }
  /* where those of a column begin is told in 32 bits; more would take 34 GB */
  return n_unevens <= UINT32_MAX && section_take (market, SECTION_columns, n_columns) &&
         section_take (market, SECTION_patterns, n_patterns) &&
         section_take (market, SECTION_codes, n_codes) &&
         section_take (market, SECTION_unevens, n_unevens);
}

/* Behind those before it. */
static void
place_column (SmaajobMarket *market, Column *column, const Coding *coding)
{
  *column = (Column){.matter = coding->matter,
                     .n_patterns = coding->n,
                     .block_bytes = coding->block_bytes,
                     .n_uneven = coding->unevens.n};
  if (column > market->columns) {
    column->first_pattern = column[-1].first_pattern + column[-1].n_patterns;
    column->first_code =
        column[-1].first_code + (uint64_t) market->n_blocks * column[-1].block_bytes;
    column->first_uneven = column[-1].first_uneven + column[-1].n_uneven;
  }
  for (uint32_t i = 0; i < coding->n; i++)
    market->patterns[column->first_pattern + i] =
        i == 0 ? PATTERN_NONE : coding->patterns[i].opening;
  memcpy (market->codes + column->first_code, coding->codes,
          (size_t) market->n_blocks * coding->block_bytes);
  if (coding->unevens.n > 0)
    memcpy (market->unevens + column->first_uneven, coding->unevens.items,
            coding->unevens.n * sizeof (Uneven));
}

static void
forget (Coding **coding)
{
  if (*coding == NULL)
    return;
  memory_free ((*coding)->codes);
  memory_free ((*coding)->unevens.items);
  memory_free (*coding);
  *coding = NULL;
}

bool
columns_place (Columns *columns)
{
  Column *column;

  if (!take_room (columns))
    return false;
  column = columns->market->columns;
  for (uint32_t i = 0; i < columns->n_conditions + N_OTHER_MATTERS; i++) {
    Coding **coding = &columns->codings[i];

    if (*coding == NULL)
      continue;
    if (!(*coding)->levels && (*coding)->unevens.n > 0 &&
        !sort_numbers ((*coding)->unevens.items, (*coding)->unevens.n, 0))
      return false;
    place_column (columns->market, column++, *coding);
    forget (coding);
  }
  return true;
}

Columns *
columns_begin (SmaajobMarket *market)
{
  const uint32_t n = market->n == 0 ? 0 : market_image (market, 0)->n_conditions;
  Columns *columns =
      memory_new (sizeof *columns + (n + (size_t) N_OTHER_MATTERS) * sizeof *columns->codings);

  if (columns == NULL)
    return NULL;
  columns->market = market;
  columns->n_conditions = n;
  return columns;
}

void
columns_free (Columns *columns)
{
  if (columns == NULL)
    return;
  for (uint32_t i = 0; i < columns->n_conditions + N_OTHER_MATTERS; i++)
    forget (&columns->codings[i]);
  memory_free (columns);
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
