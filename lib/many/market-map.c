/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "data/image.h"
#include "many/caseload.h"
#include "many/packed.h"
#include "words/fault.h"

#include <string.h>

/* --- whatever is in a mapped market leads to something that is there --- */

/* Where runs begin and the last ends: they go up, to the end. */
static bool
are_runs (const uint32_t *first, size_t n, size_t end)
{
  bool up = n > 0 && first[0] == 0 && first[n - 1] == end;

  for (size_t i = 1; i < n; i++)
    up &= first[i] >= first[i - 1];
  return up;
}

static bool
check_openings (const SmaajobMarket *market)
{
  const PackedOpening *packed = market->openings;

  if (market->n_openings != market->n + (size_t) 1 || packed[0].first_task != 0 ||
      packed[0].first_requirement != 0 || packed[market->n].first_task != market->n_tasks ||
      packed[market->n].first_requirement != market->n_requirements)
    return false;
  for (uint32_t i = 0; i < market->n; i++)
    if (packed[i + 1].first_task < packed[i].first_task ||
        packed[i + 1].first_task - packed[i].first_task > OPENING_MAX_TASKS ||
        packed[i + 1].first_requirement < packed[i].first_requirement)
      return false;
  return true;
}

static bool
check_tasks (const SmaajobMarket *market)
{
  for (uint32_t i = 0; i < market->n; i++) {
    const PackedOpening *packed = &market->openings[i];
    uint32_t n = 0;

    for (uint32_t task = packed[0].first_task; task < packed[1].first_task; task++) {
      if (market->tasks[task].n_requirements > OPENING_MAX_REQUIREMENTS)
        return false;
      n += market->tasks[task].n_requirements;
    }
    if (n != packed[1].first_requirement - packed[0].first_requirement)
      return false;
  }
  return market->n_task_times == market->n_tasks;
}

static bool
check_kinds (const SmaajobMarket *market)
{
  for (size_t i = 0; i < market->n_requirements; i++)
    if (kind_of (market->requirements[i]) >= market->n_kinds ||
        training_of_packed (market->requirements[i]) >= PACKED_TRAININGS)
      return false;
  for (size_t i = 0; i < market->n_kinds; i++) {
    const PackedKind *kind = &market->kinds[i];

    if (kind->level < 1 || kind->level > 5 || kind->importance > SMAAJOB_STRENGTH_NICE)
      return false;
  }
  return are_runs (market->concepts, market->n_concepts, market->n_kinds);
}

static bool
check_askers (const SmaajobMarket *market)
{
  for (size_t i = 0; i < market->n_askers; i++)
    if (asker_concept (market->askers[i]) >= market->n_concepts - 1 ||
        asker_steps (market->askers[i]) > 2)
      return false;
  return market->n_first_askers == market->n_keys + 1 &&
         are_runs (market->first_askers, market->n_first_askers, market->n_askers);
}

/* Each is where the other says. */
static bool
check_order (const SmaajobMarket *market)
{
  for (uint32_t i = 0; i < market->n; i++)
    if (market->numbers[i] >= market->n || market->positions[market->numbers[i]] != i)
      return false;
  return true;
}

static bool
check_blocks (const SmaajobMarket *market)
{
  return market->n_numbers == market->n && market->n_positions == market->n &&
         market->n_ranks == market->n && check_order (market) &&
         market->n_marks == market->n_blocks && market->n_boxes == market->n_blocks &&
         market->n_places == market->n_blocks &&
         market->n_planes == (size_t) market->n_blocks * PLANES;
}

static bool
check_codes (const SmaajobMarket *market, const Column *column)
{
  const uint8_t *codes = market->codes + column->first_code;
  size_t n = (size_t) market->n_blocks * column->block_bytes;
  bool narrow = column->block_bytes == BLOCK_OPENINGS / 2, good = true;

  for (size_t i = 0; i < n; i++)
    good &= narrow ? (codes[i] & 15) < column->n_patterns && codes[i] >> 4 < column->n_patterns
                   : codes[i] < column->n_patterns || codes[i] == CODE_OTHER;
  return good;
}

/* What nobody says has no example, and all else has one. */
static bool
check_patterns (const SmaajobMarket *market, const Column *column)
{
  const uint32_t *patterns = market->patterns + column->first_pattern;
  bool good = patterns[0] == PATTERN_NONE;

  for (uint32_t i = 1; i < column->n_patterns; i++)
    good &= patterns[i] < market->n;
  return good;
}

static bool
check_columns (const SmaajobMarket *market)
{
  for (size_t i = 0; i < market->n_columns; i++) {
    const Column *column = &market->columns[i];
    size_t n_codes = (size_t) market->n_blocks * column->block_bytes;

    if ((column->block_bytes != BLOCK_OPENINGS && column->block_bytes != BLOCK_OPENINGS / 2) ||
        column->n_patterns == 0 || column->n_patterns > CODE_OTHER ||
        (column->block_bytes != BLOCK_OPENINGS && column->n_patterns > NARROW_CODES) ||
        column->n_patterns > market->n_patterns ||
        column->first_pattern > market->n_patterns - column->n_patterns ||
        n_codes > market->n_codes || column->first_code > market->n_codes - n_codes ||
        !check_codes (market, column) || !check_patterns (market, column) ||
        (i > 0 && column->matter <= column[-1].matter))
      return false;
  }
  return true;
}

static bool
check_postings (const SmaajobMarket *market)
{
  if (market->n_first_postings != market->n_kinds + 1 ||
      !are_runs (market->first_postings, market->n_kinds + 1, market->n_postings))
    return false;
  for (size_t i = 0; i < market->n_postings; i++)
    if (posting_opening (market->postings[i]) >= market->n)
      return false;
  return true;
}

static bool
check_market (const SmaajobMarket *market)
{
  return check_blocks (market) && check_openings (market) && check_tasks (market) &&
         check_kinds (market) && check_askers (market) && check_columns (market) &&
         check_postings (market);
}

/* --- mapping --- */

static bool
map_sections (SmaajobMarket *market, SmaajobError *error)
{
  const Store *store = &market->store;
  size_t n;

  for (int id = 0; id < N_SECTIONS; id++) {
    const void *items = store_get (store, STORE_FIRST + id, section_rows[id].size, &n, error);

    if (items == NULL)
      return false;
    *section_items (market, (SectionId) id) = (void *) items;
    *section_count (market, (SectionId) id) = n;
  }
  if (store_get (store, STORE_IMAGES, 1, &n, error) == NULL ||
      store_get (store, STORE_ENTRIES, sizeof (StoreEntry), &n, error) == NULL)
    return false;
  return (n == market->n && n <= MARKET_MOST && check_market (market)) || store_fault (error);
}

/* Of as many tasks and requirements as an opening can have, so that whatever is looked up is there.
   Nothing is told of any, and no result is told of it. */
static SmaajobOpening *
make_stand_in (const SmaajobVocabulary *vocabulary)
{
  enum { MOST = OPENING_MAX_TASKS * OPENING_MAX_REQUIREMENTS };
  typedef struct {
    SmaajobOpening opening;
    Task tasks[OPENING_MAX_TASKS];
    Requirement requirements[MOST];
    int32_t offered[OPENING_MAX_TASKS];
    char id[8];
    uint16_t said[];
  } Whole;
  size_t n = smaajob_vocabulary_get_n_conditions (vocabulary);
  Whole *whole = memory_new (sizeof *whole + n * sizeof (uint16_t));

  if (whole == NULL)
    return NULL;
  whole->opening = (SmaajobOpening){.n_tasks = OPENING_MAX_TASKS,
                                    .n_requirements = MOST,
                                    .seats = 1,
                                    .n_offered = 1,
                                    .n_conditions = (uint16_t) n,
                                    .id = offsetof (Whole, id),
                                    .requirements = offsetof (Whole, requirements),
                                    .offered = offsetof (Whole, offered),
                                    .said = offsetof (Whole, said),
                                    .provisions = offsetof (Whole, id),
                                    .gates = offsetof (Whole, id),
                                    .stated_exposures = offsetof (Whole, id)};
  for (uint16_t i = 0; i < OPENING_MAX_TASKS; i++) {
    whole->tasks[i].id = offsetof (Whole, id);
    whole->tasks[i].weight = 1;
    whole->tasks[i].first_requirement = (uint16_t) (i * OPENING_MAX_REQUIREMENTS);
    whole->tasks[i].n_requirements = OPENING_MAX_REQUIREMENTS;
    whole->offered[i] = SMAAJOB_UNKNOWN;
  }
  for (int i = 0; i < MOST; i++)
    whole->requirements[i] =
        (Requirement){.level = 1, .keys = offsetof (Requirement, concept_index)};
  return &whole->opening;
}

static bool
map_market (SmaajobMarket *market, const char *path, const char *digest, SmaajobError *error)
{
  if (!store_open (&market->store, path, SMAAJOB_PACKED_MARKET, digest, error))
    return false;
  market->n = market->store.head->n;
  market->n_blocks = (uint32_t) (((uint64_t) market->n + BLOCK_OPENINGS - 1) / BLOCK_OPENINGS);
  market->n_parts = (uint32_t) (((uint64_t) market->n + PART_OPENINGS - 1) / PART_OPENINGS);
  if (!map_sections (market, error))
    return false;
  market->images = memory_new ((market->n + (size_t) 1) * sizeof *market->images);
  market->stand_in = make_stand_in (market->vocabulary);
  return (market->images != NULL && market->stand_in != NULL) || error_memory (error);
}

SmaajobMarket *
market_map (SmaajobVocabulary *vocabulary, const char *path, const char *digest,
            SmaajobError *error)
{
  SmaajobMarket *market = memory_new (sizeof *market);

  if (market == NULL) {
    error_memory (error);
    return NULL;
  }
  references_init (&market->references);
  market->vocabulary = vocabulary_take (vocabulary);
  market->borrowed = true;
  if (map_market (market, path, digest, error))
    return market;
  smaajob_market_free (market);
  return NULL;
}

/* --- looking at an image --- */

/* What is packed of it goes by its tasks. */
static bool
fits (const SmaajobMarket *market, const SmaajobOpening *opening, uint32_t number)
{
  const PackedOpening *packed = &market->openings[market->positions[number]];
  const Task *tasks = opening_tasks (opening);
  bool good = packed[1].first_task - packed[0].first_task == opening->n_tasks &&
              packed[1].first_requirement - packed[0].first_requirement == opening->n_requirements;

  for (int i = 0; i < opening->n_tasks && good; i++)
    good =
        market->tasks[packed->first_task + (uint32_t) i].n_requirements == tasks[i].n_requirements;
  return good;
}

const SmaajobOpening *
market_touch (const SmaajobMarket *market, uint32_t number)
{
  SmaajobMarket *keeper = (SmaajobMarket *) market;
  size_t size;
  const SmaajobOpening *image = store_get_image (&market->store, number, &size);

  if (image == NULL || !opening_check_image (image, size, market->vocabulary) ||
      !fits (market, image, number)) {
    image = market->stand_in;
    __atomic_store_n (&keeper->damaged, number + 1, __ATOMIC_RELEASE);
  }
  __atomic_store_n (&keeper->images[number], image, __ATOMIC_RELAXED);
  return image;
}

static bool
tell_damaged (uint32_t number, SmaajobError *error)
{
  return fault (error, SMAAJOB_ERROR_DAMAGED, pointer_to ("/%u", number).text,
                "opening number %u of the packed file is damaged; pack the documents again",
                number);
}

bool
market_tell_damage (const SmaajobMarket *market, SmaajobError *error)
{
  uint32_t damaged = __atomic_load_n (&market->damaged, __ATOMIC_ACQUIRE);

  return damaged == 0 || tell_damaged (damaged - 1, error);
}

const SmaajobOpening *
market_get (const SmaajobMarket *market, uint32_t number, SmaajobError *error)
{
  const SmaajobOpening *image = market_find_image (market, number);

  if (image != market->stand_in || image == NULL)
    return image;
  tell_damaged (number, error);
  return NULL;
}
