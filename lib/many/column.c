/* SPDX-License-Identifier: Apache-2.0 */
#include "many/column.h"

#include "base/error.h"
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

/* Keys are the same when the openings say the same. One with this bit says it all; of the others
   the openings are compared. */
#define KEY_EXACT (UINT64_C (1) << 63)

/* A column while it is made. Its codes are narrow until there are too many of them. */
typedef struct {
  uint32_t matter, n;
  Pattern patterns[CODE_OTHER]; /* the first is nobody's */
  uint8_t slots[SLOTS];         /* codes, by key */
  uint32_t block_bytes;
  uint8_t *codes; /* by block */
} Coding;

#define N_OTHER_MATTERS 3
/* All columns while they are made: of those matters that somebody says anything of. */
typedef struct {
  SmaajobMarket *market;
  uint32_t n_conditions;
  Coding **codings; /* by condition, and then the sector, the gates and the hours */

} Columns;

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

/* Where the tasks differ, openings of one code also have the same core tasks. */
static uint64_t
key_of_condition (const SmaajobOpening *opening, const int32_t *offered)
{
  for (int task = 1; task < opening->n_tasks; task++)
    if (offered[task] != offered[0])
      return key_of_numbers ((uint64_t) opening->n_tasks << 16 | opening_core (opening), offered,
                             opening->n_tasks);
  return KEY_EXACT | (uint32_t) offered[0];
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
offer_the_same (const SmaajobOpening *a, const SmaajobOpening *b, uint32_t condition)
{
  return a->n_tasks == b->n_tasks && opening_core (a) == opening_core (b) &&
         memcmp (opening_find_offered (a, condition), opening_find_offered (b, condition),
                 a->n_tasks * sizeof (int32_t)) == 0;
}

static bool
say_the_same (const SmaajobOpening *a, const SmaajobOpening *b, uint32_t matter)
{
  if (matter != MATTER_GATES)
    return offer_the_same (a, b, matter);
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
        ((said->key & KEY_EXACT) != 0 ||
         say_the_same (pattern->example, said->example, coding->matter)))
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
begin_coding (uint32_t matter, uint32_t n_blocks)
{
  Coding *coding = memory_new (sizeof *coding);

  if (coding == NULL)
    return NULL;
  coding->matter = matter;
  coding->n = 1;
  coding->block_bytes = BLOCK_OPENINGS / 2;
  coding->codes = memory_new ((size_t) n_blocks * coding->block_bytes);
  if (coding->codes != NULL)
    return coding;
  memory_free (coding);
  return NULL;
}

/* Place is the matter's among the codings. */
static bool
add_code (const Columns *columns, uint32_t place, uint32_t matter, const Pattern *said)
{
  const uint32_t at = said->opening % BLOCK_OPENINGS, half = BLOCK_OPENINGS / 2;
  Coding *coding = columns->codings[place];
  uint8_t *block;
  unsigned code;

  if (coding == NULL)
    coding = columns->codings[place] = begin_coding (matter, columns->market->n_blocks);
  if (coding == NULL)
    return false;
  code = find_code (coding, said);
  if (code >= NARROW_CODES && coding->block_bytes == half &&
      !widen (coding, columns->market->n_blocks))
    return false;
  block = coding->codes + said->opening / BLOCK_OPENINGS * (size_t) coding->block_bytes;
  if (coding->block_bytes == half)
    block[at % half] |= (uint8_t) (code << 4 * (at / half));
  else
    block[at] = (uint8_t) code;
  return true;
}

static bool
add_other_codes (const Columns *columns, Pattern *said)
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
add_opening (const Columns *columns, uint32_t i)
{
  const SmaajobOpening *opening = market_image (columns->market, i);
  const uint32_t n = columns->n_conditions;
  Pattern said = {opening, i, 0};

  market_prefetch (columns->market, i + MARKET_AHEAD);
  for (uint32_t condition = 0; condition < n; condition++) {
    if (!opening_says (opening, condition))
      continue;
    said.key = key_of_condition (opening, opening_find_offered (opening, condition));
    if (!add_code (columns, condition, condition, &said))
      return false;
  }
  return add_other_codes (columns, &said);
}

static bool
take_room (const Columns *columns)
{
  SmaajobMarket *market = columns->market;
  size_t n_columns = 0, n_patterns = 0, n_codes = 0;

  for (uint32_t i = 0; i < columns->n_conditions + N_OTHER_MATTERS; i++) {
    const Coding *coding = columns->codings[i];

    n_columns += coding != NULL;
    n_patterns += coding == NULL ? 0 : coding->n;
    n_codes += coding == NULL ? 0 : (size_t) market->n_blocks * coding->block_bytes;
  }
  return section_take (market, SECTION_columns, n_columns) &&
         section_take (market, SECTION_patterns, n_patterns) &&
         section_take (market, SECTION_codes, n_codes);
}

/* Behind those before it. */
static void
place_column (SmaajobMarket *market, Column *column, const Coding *coding)
{
  *column = (Column){
      .matter = coding->matter, .n_patterns = coding->n, .block_bytes = coding->block_bytes};
  if (column > market->columns) {
    column->first_pattern = column[-1].first_pattern + column[-1].n_patterns;
    column->first_code =
        column[-1].first_code + (uint64_t) market->n_blocks * column[-1].block_bytes;
  }
  market->patterns[column->first_pattern] = PATTERN_NONE;
  for (uint32_t i = 1; i < coding->n; i++)
    market->patterns[column->first_pattern + i] = coding->patterns[i].opening;
  memcpy (market->codes + column->first_code, coding->codes,
          (size_t) market->n_blocks * coding->block_bytes);
}

static void
forget (Coding **coding)
{
  if (*coding != NULL)
    memory_free ((*coding)->codes);
  memory_free (*coding);
  *coding = NULL;
}

static bool
place_columns (const Columns *columns)
{
  Column *column;

  if (!take_room (columns))
    return false;
  column = columns->market->columns;
  for (uint32_t i = 0; i < columns->n_conditions + N_OTHER_MATTERS; i++) {
    if (columns->codings[i] != NULL)
      place_column (columns->market, column++, columns->codings[i]);
    forget (&columns->codings[i]);
  }
  return true;
}

bool
columns_make (SmaajobMarket *market, SmaajobError *error)
{
  const uint32_t n = market->n == 0 ? 0 : market_image (market, 0)->n_conditions;
  const Columns columns = {market, n,
                           memory_new ((n + (size_t) N_OTHER_MATTERS) * sizeof *columns.codings)};
  bool done = columns.codings != NULL;

  for (uint32_t i = 0; i < market->n && done; i++)
    done = add_opening (&columns, i);
  done = done && place_columns (&columns);
  for (uint32_t i = 0; columns.codings != NULL && i < n + N_OTHER_MATTERS; i++)
    forget (&columns.codings[i]);
  memory_free (columns.codings);
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
