/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "data/image.h"
#include "many/caseload.h"
#include "many/pack.h"
#include "many/sound.h"
#include "words/fault.h"

#include <string.h>

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
  return (n == market->n && n <= MARKET_MOST && market_is_sound (market)) || store_fault (error);
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
                                    .n_conditions = opening_count_conditions (vocabulary),
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
  market_set_n (market, market->store.head->n);
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
  SmaajobMarket *market = market_begin (vocabulary, true, error);

  if (market == NULL)
    return NULL;
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
  const uint32_t i = market->positions[number];
  const Start start = market_start (market, i), end = market_start (market, i + 1);
  const Task *tasks = opening_tasks (opening);
  bool good = end.task - start.task == opening->n_tasks &&
              end.requirement - start.requirement == opening->n_requirements;

  for (uint32_t task = 0; task < opening->n_tasks && good; task++)
    good = market->tasks[start.task + task].n_requirements == tasks[task].n_requirements;
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
    __atomic_store_n (&keeper->damaged, number + 1, __ATOMIC_RELAXED);
  }
  /* after the damage: a processor may order these two as it likes */
  __atomic_store_n (&keeper->images[number], image, __ATOMIC_RELEASE);
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
  uint32_t damaged = __atomic_load_n (&market->damaged, __ATOMIC_RELAXED);

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
