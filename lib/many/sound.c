/* SPDX-License-Identifier: Apache-2.0 */
#include "many/sound.h"

/* Each looks at one section, when all before it are sound. */
typedef bool (*Check) (const SmaajobMarket *market);

static bool
are_below (const uint32_t *numbers, size_t n, size_t end)
{
  uint32_t most = 0;

  for (size_t i = 0; i < n; i++)
    most = numbers[i] > most ? numbers[i] : most;
  return n == 0 || most < end;
}

static bool
numbers_are (const SmaajobMarket *market)
{
  return market->n_numbers == market->n && are_below (market->numbers, market->n, market->n);
}

static bool
positions_are (const SmaajobMarket *market)
{
  bool back =
      market->n_positions == market->n && are_below (market->positions, market->n, market->n);

  for (uint32_t i = 0; i < market->n && back; i++)
    back = market->positions[market->numbers[i]] == i;
  return back;
}

static bool
ranks_are (const SmaajobMarket *market)
{
  return market->n_ranks == market->n && are_below (market->ranks, market->n, market->n);
}

static bool
block_starts_are (const SmaajobMarket *market)
{
  return market->n_block_starts == market_n_block_starts (market);
}

static bool
follows (Start start, Start end)
{
  return end.task >= start.task && end.task - start.task <= OPENING_MAX_TASKS &&
         end.requirement >= start.requirement;
}

static bool
starts_are (const SmaajobMarket *market)
{
  Start at = {0, 0};

  if (market->n_starts != market->n + (size_t) 1 || market_start (market, 0).task != 0 ||
      market_start (market, 0).requirement != 0)
    return false;
  for (uint32_t i = 1; i <= market->n; i++) {
    const Start next = market_start (market, i);

    if (!follows (at, next))
      return false;
    at = next;
  }
  return at.task == market->n_tasks && at.requirement == market->n_requirements;
}

static bool
tasks_are (const SmaajobMarket *market)
{
  for (uint32_t i = 0; i < market->n; i++) {
    const Start start = market_start (market, i), end = market_start (market, i + 1);
    uint32_t sum = 0;

    for (uint32_t task = start.task; task < end.task; task++) {
      if (market->tasks[task].n_requirements > OPENING_MAX_REQUIREMENTS ||
          task_n_musts (&market->tasks[task]) > market->tasks[task].n_requirements)
        return false;
      sum += market->tasks[task].n_requirements;
    }
    if (sum != end.requirement - start.requirement)
      return false;
  }
  return true;
}

static bool
task_times_are (const SmaajobMarket *market)
{
  bool sound = market->n_task_times == market->n_tasks;

  for (size_t i = 0; i < market->n_task_times && sound; i++)
    sound = task_time_is_sound (market->task_times[i]);
  return sound;
}

static bool
requirements_are (const SmaajobMarket *market)
{
  for (size_t i = 0; i < market->n_requirements; i++)
    if (kind_of (market->requirements[i]) >= market->n_kinds ||
        training_of_packed (market->requirements[i]) >= PACKED_TRAININGS)
      return false;
  return true;
}

static bool
marks_are (const SmaajobMarket *market)
{
  return market->n_marks == market->n_blocks;
}

static bool
boxes_are (const SmaajobMarket *market)
{
  return market->n_boxes == market_groups (market);
}

static bool
places_are (const SmaajobMarket *market)
{
  return market->n_places == market->n_blocks;
}

static bool
group_times_are (const SmaajobMarket *market)
{
  return market->n_group_times == market_groups (market);
}

static bool
is_of_levels (const SmaajobMarket *market, const Column *column)
{
  return column->matter < smaajob_vocabulary_get_n_conditions (market->vocabulary) &&
         vocabulary_get_condition_type (market->vocabulary, column->matter) !=
             SMAAJOB_CONDITION_CEILING;
}

static bool
column_is (const SmaajobMarket *market, const Column *column)
{
  size_t n_conditions = smaajob_vocabulary_get_n_conditions (market->vocabulary);
  bool narrow = column->n_patterns <= NARROW_CODES;

  return (column->matter < n_conditions || column->matter >= MATTER_SECTOR) &&
         (is_of_levels (market, column)
              ? column->n_patterns == 0
              : column->n_patterns >= 2 && column->n_patterns <= CODE_OTHER) &&
         column->block_bytes == (narrow ? BLOCK_OPENINGS / 2 : BLOCK_OPENINGS);
}

/* They follow one another, and their patterns and codes do. */
static bool
columns_are (const SmaajobMarket *market)
{
  uint64_t pattern = 0, code = 0, uneven = 0;

  for (size_t i = 0; i < market->n_columns; i++) {
    const Column *column = &market->columns[i];

    if (!column_is (market, column) || column->first_pattern != pattern ||
        column->first_code != code || column->first_uneven != uneven ||
        (i > 0 && column->matter <= column[-1].matter))
      return false;
    uneven += column->n_uneven;
    pattern += column->n_patterns;
    code += (uint64_t) market->n_blocks * column->block_bytes;
  }
  return pattern == market->n_patterns && code == market->n_codes && uneven == market->n_unevens;
}

static bool
patterns_are (const SmaajobMarket *market)
{
  for (size_t i = 0; i < market->n_columns; i++) {
    const Column *column = &market->columns[i];
    const uint32_t *patterns = market->patterns + column->first_pattern;

    if (column->n_patterns > 0 &&
        (patterns[0] != PATTERN_NONE ||
         !are_below (patterns + 1, column->n_patterns - (size_t) 1, market->n)))
      return false;
  }
  return true;
}

static bool
code_is (const Column *column, unsigned code)
{
  return column->n_patterns == 0 || code < column->n_patterns ||
         (code == CODE_OTHER && column->n_patterns == CODE_OTHER);
}

static bool
codes_are (const SmaajobMarket *market)
{
  for (size_t i = 0; i < market->n_columns; i++) {
    const Column *column = &market->columns[i];
    const uint8_t *codes = market->codes + column->first_code;
    bool narrow = column->block_bytes < BLOCK_OPENINGS;

    for (size_t at = 0; at < (size_t) market->n_blocks * column->block_bytes; at++)
      if (!code_is (column, narrow ? codes[at] & 15 : codes[at]) ||
          (narrow && !code_is (column, codes[at] >> 4)))
        return false;
  }
  return true;
}

/* Any levels or quantities do no harm, in whatever order. */
static bool
unevens_are (const SmaajobMarket *market)
{
  for (size_t i = 0; i < market->n_unevens; i++)
    if (uneven_opening (market->unevens[i]) >= market->n)
      return false;
  return true;
}

static bool
kinds_are (const SmaajobMarket *market)
{
  for (size_t i = 0; i < market->n_kinds; i++) {
    const PackedKind *kind = &market->kinds[i];

    if (kind->level < 1 || kind->level > 5 || kind->importance >= 3)
      return false;
  }
  return market->n_kinds < PACKED_MOST_KINDS;
}

/* Where lists begin, and the end of the last. */
static bool
are_starts (const uint32_t *starts, size_t n, size_t end)
{
  if (n == 0 || starts[0] != 0 || starts[n - 1] != end)
    return false;
  for (size_t i = 1; i < n; i++)
    if (starts[i] < starts[i - 1])
      return false;
  return true;
}

static bool
concepts_are (const SmaajobMarket *market)
{
  return are_starts (market->concepts, market->n_concepts, market->n_kinds);
}

static bool
keys_are (const SmaajobMarket *market)
{
  for (size_t i = 1; i < market->n_keys; i++)
    if (market->keys[i] <= market->keys[i - 1])
      return false;
  return true;
}

static bool
first_askers_are (const SmaajobMarket *market)
{
  return market->n_first_askers == market->n_keys + 1 &&
         are_starts (market->first_askers, market->n_first_askers, market->n_askers);
}

static bool
askers_are (const SmaajobMarket *market)
{
  for (size_t i = 0; i < market->n_askers; i++)
    if (asker_concept (market->askers[i]) >= market->n_concepts - 1 ||
        asker_steps (market->askers[i]) > 2)
      return false;
  return true;
}

static bool
first_postings_are (const SmaajobMarket *market)
{
  return market->n_first_postings == market->n_kinds + 1 &&
         are_starts (market->first_postings, market->n_first_postings, market->n_postings);
}

static bool
postings_are (const SmaajobMarket *market)
{
  for (size_t i = 0; i < market->n_postings; i++)
    if (posting_opening (market->postings[i]) >= market->n)
      return false;
  return true;
}

#define SECTION_CHECK(type, name) [SECTION_##name] = name##_are,
static const Check checks[N_SECTIONS] = {MARKET_SECTIONS (SECTION_CHECK)};

bool
market_is_sound (const SmaajobMarket *market)
{
  for (int id = 0; id < N_SECTIONS; id++)
    if (!checks[id](market))
      return false;
  return true;
}
