/* SPDX-License-Identifier: Apache-2.0 */
#include "many/posting.h"

#include "base/error.h"
#include "many/distinct.h"
#include "many/kinship.h"
#include "many/section.h"

/* Concept, level, importance, and then which requirement of all: a number that sorts as they do. */
#define PLACE_BITS    27
#define CONCEPT_SHIFT (PLACE_BITS + 5)

static uint64_t
number_of (const Requirement *requirement, uint32_t place)
{
  return (uint64_t) requirement->concept_index << CONCEPT_SHIFT |
         (uint64_t) (requirement->level << 2 | requirement->importance) << PLACE_BITS | place;
}

static uint64_t
kind_part (uint64_t number)
{
  return number >> PLACE_BITS;
}

static uint64_t
concept_part (uint64_t number)
{
  return number >> CONCEPT_SHIFT;
}

static void
gather_requirement (SmaajobMarket *market, const Requirement *requirement, uint32_t at,
                    uint64_t *numbers)
{
  numbers[at] = number_of (requirement, at);
  market->requirements[at] = (uint32_t) (requirement->training_weeks + PACKED_TRAINING);
}

void
requirements_gather (SmaajobMarket *market, const SmaajobOpening *opening, uint32_t i,
                     uint64_t *numbers)
{
  const Requirement *requirement = opening_requirements (opening);
  const Start start = market_start (market, i);
  uint32_t must = start.requirement;

  for (unsigned number = 0; number < opening->n_tasks; number++) {
    const PackedTask *task = &market->tasks[start.task + number];
    uint32_t other = must + task_n_musts (task);

    for (unsigned k = 0; k < task->n_requirements; k++, requirement++) {
      const bool is_must = requirement->importance == SMAAJOB_STRENGTH_MUST;

      gather_requirement (market, requirement, is_must ? must++ : other++, numbers);
    }
    must = other;
  }
}

static bool
count_kinds (SmaajobMarket *market, const uint64_t *numbers)
{
  size_t n_kinds = 0, n_concepts = 0;

  for (size_t i = 0; i < market->n_requirements; i++) {
    n_kinds += i == 0 || kind_part (numbers[i]) != kind_part (numbers[i - 1]);
    n_concepts += i == 0 || concept_part (numbers[i]) != concept_part (numbers[i - 1]);
  }
  return section_take (market, SECTION_kinds, n_kinds) &&
         section_take (market, SECTION_concepts, n_concepts + 1);
}

/* Concepts are then numbered by their place, so that they sort as that does. */
static void
number_by_kinship (uint64_t *numbers, size_t n, const Kinship *kinship)
{
  for (size_t i = 0; i < n; i++) {
    const uint64_t place = kinship->places[concept_part (numbers[i])];

    numbers[i] = (numbers[i] & ((UINT64_C (1) << CONCEPT_SHIFT) - 1)) | place << CONCEPT_SHIFT;
  }
}

/* Which concepts they are about goes to wanted. */
static void
give_kinds (SmaajobMarket *market, const uint64_t *numbers, const Kinship *kinship,
            uint32_t *wanted)
{
  uint32_t kind = 0, concept = 0;

  for (size_t i = 0; i < market->n_requirements; i++) {
    uint32_t place = numbers[i] & (MOST_REQUIREMENTS - 1);
    uint64_t own = kind_part (numbers[i]);

    kind += i > 0 && own != kind_part (numbers[i - 1]);
    if (i == 0 || concept_part (numbers[i]) != concept_part (numbers[i - 1])) {
      wanted[concept] = kinship->concepts[concept_part (numbers[i])];
      market->concepts[concept ++] = kind;
    }
    market->kinds[kind] = (PackedKind){.level = own >> 2 & 7, .importance = own & 3};
    market->requirements[place] |= kind << TRAINING_BITS;
  }
  market->concepts[concept] = (uint32_t) market->n_kinds;
}

/* --- which concepts look up a key --- */

/* Key, steps, and the concept that asks: a number that sorts as they do. */
#define STEPS_SHIFT 30

/* How many they are; listed where there is room for them. */
static size_t
gather_askers (const SmaajobMarket *market, const uint32_t *wanted, uint64_t *askers)
{
  uint32_t keys[VOCABULARY_MAX_KEYS + VOCABULARY_SPARE_KEYS];
  uint8_t n_broader, n_broader_2;
  size_t n = 0;

  for (uint32_t i = 0; i < market->n_concepts - 1; i++) {
    size_t n_keys = vocabulary_count_keys (market->vocabulary, wanted[i], &n_broader, &n_broader_2);

    if (askers != NULL)
      vocabulary_copy_keys (market->vocabulary, wanted[i], keys);
    for (size_t k = 0; askers != NULL && k < n_keys; k++) {
      uint32_t steps = k == 0 ? 0 : k <= n_broader ? 1 : 2;

      askers[n + k] = (uint64_t) holding_key (keys[k]) << 32 | steps << STEPS_SHIFT | i;
    }
    n += n_keys;
  }
  return n;
}

static bool
list_askers (SmaajobMarket *market, const uint64_t *askers, size_t n)
{
  size_t n_keys = 0;

  for (size_t i = 0; i < n; i++)
    n_keys += i == 0 || askers[i] >> 32 != askers[i - 1] >> 32;
  if (!section_take (market, SECTION_keys, n_keys) ||
      !section_take (market, SECTION_first_askers, n_keys + 1) ||
      !section_take (market, SECTION_askers, n))
    return false;
  n_keys = 0;
  for (size_t i = 0; i < n; i++) {
    uint32_t asker = (uint32_t) askers[i];

    if (i == 0 || askers[i] >> 32 != askers[i - 1] >> 32) {
      market->first_askers[n_keys] = (uint32_t) i;
      market->keys[n_keys++] = (uint32_t) (askers[i] >> 32);
    }
    market->askers[i] = asker << ASKER_STEP_BITS | asker >> STEPS_SHIFT;
  }
  market->first_askers[n_keys] = (uint32_t) n;
  return true;
}

static bool
make_askers (SmaajobMarket *market, const uint32_t *wanted)
{
  const size_t n = gather_askers (market, wanted, NULL);
  uint64_t *askers = memory_resize (NULL, (n + 1) * sizeof *askers);
  bool done;

  if (askers == NULL)
    return false;
  gather_askers (market, wanted, askers);
  done = sort_numbers (askers, (uint32_t) n, STEPS_SHIFT) && list_askers (market, askers, n);
  memory_free (askers);
  return done;
}

static bool
make_kinds (SmaajobMarket *market, const uint64_t *numbers, const Kinship *kinship)
{
  uint32_t *wanted;
  bool done;

  if (!count_kinds (market, numbers))
    return false;
  wanted = memory_resize (NULL, market->n_concepts * sizeof *wanted);
  if (wanted == NULL)
    return false;
  give_kinds (market, numbers, kinship, wanted);
  done = make_askers (market, wanted);
  memory_free (wanted);
  return done;
}

static bool
number_kinds (SmaajobMarket *market, uint64_t *numbers)
{
  const uint32_t n = (uint32_t) market->n_requirements;
  Kinship kinship;
  bool done = kinship_init (&kinship, market->vocabulary);

  if (done) {
    number_by_kinship (numbers, n, &kinship);
    done = sort_numbers (numbers, n, PLACE_BITS) && make_kinds (market, numbers, &kinship);
  }
  kinship_clear (&kinship);
  return done;
}

bool
kinds_make (SmaajobMarket *market, uint64_t *numbers, SmaajobError *error)
{
  const bool done = number_kinds (market, numbers);

  if (done && market->n_kinds >= PACKED_MOST_KINDS)
    return error_set (error, SMAAJOB_ERROR_SIZE, "", "more than %u different requirements",
                      PACKED_MOST_KINDS - 1);
  return done || error_memory (error);
}

/* Go through what the openings require on core tasks; list it when there is room for it already,
   else count it. */
static void
post_task (SmaajobMarket *market, uint32_t opening, const PackedTask *task, uint32_t first)
{
  uint32_t share = posting_share (task);
  uint32_t *list = market->first_postings;

  if (share == 0)
    return;
  for (uint32_t k = 0; k < task->n_requirements; k++) {
    uint32_t kind = kind_of (market->requirements[first + k]);

    if (market->postings != NULL)
      market->postings[list[kind]] = opening << POSTING_SHARE_BITS | (share - 1);
    list[kind]++;
  }
}

static void
post_all (SmaajobMarket *market)
{
  for (uint32_t i = 0; i < market->n; i++) {
    const uint32_t end = market_start (market, i + 1).task;
    Start at = market_start (market, i);

    for (; at.task < end; at.task++) {
      post_task (market, i, &market->tasks[at.task], at.requirement);
      at.requirement += market->tasks[at.task].n_requirements;
    }
  }
}

/* Counted they are, listed behind what was counted before them, and each list then ends where the
   next begins. */
bool
postings_make (SmaajobMarket *market, SmaajobError *error)
{
  size_t n = market->n_kinds;
  uint32_t sum = 0;

  if (!section_take (market, SECTION_first_postings, n + 1))
    return error_memory (error);
  post_all (market);
  for (size_t i = 0; i < n; i++) {
    uint32_t count = market->first_postings[i];

    market->first_postings[i] = sum;
    sum += count;
  }
  if (!section_take (market, SECTION_postings, sum))
    return error_memory (error);
  post_all (market);
  for (size_t i = n; i > 0; i--)
    market->first_postings[i] = market->first_postings[i - 1];
  market->first_postings[0] = 0;
  return true;
}
