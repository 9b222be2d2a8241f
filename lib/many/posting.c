/* SPDX-License-Identifier: Apache-2.0 */
#include "many/posting.h"

#include "base/error.h"
#include "many/distinct.h"
#include "many/section.h"

/* Concept, level, importance, and then which requirement of all: a number that sorts as they do. */
#define PLACE_BITS 27

static uint64_t
number_of (const Requirement *requirement, uint32_t place)
{
  return ((uint64_t) requirement->concept_index << 5 | (uint64_t) requirement->level << 2 |
          requirement->importance)
             << PLACE_BITS |
         place;
}

static uint64_t
kind_part (uint64_t number)
{
  return number >> PLACE_BITS;
}

static uint64_t
concept_part (uint64_t number)
{
  return kind_part (number) >> 5;
}

static void
gather_numbers (const SmaajobMarket *market, uint64_t *numbers)
{
  uint32_t at = 0;

  for (uint32_t i = 0; i < market->n; i++) {
    const SmaajobOpening *opening = market_image (market, i);

    market_prefetch (market, i + MARKET_AHEAD);
    for (int k = 0; k < opening->n_requirements; k++, at++)
      numbers[at] = number_of (&opening_requirements (opening)[k], at);
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

static void
give_kinds (SmaajobMarket *market, const uint64_t *numbers)
{
  uint32_t kind = 0, concept = 0;

  for (size_t i = 0; i < market->n_requirements; i++) {
    uint32_t place = numbers[i] & (MOST_REQUIREMENTS - 1);

    kind += i > 0 && kind_part (numbers[i]) != kind_part (numbers[i - 1]);
    if (i == 0 || concept_part (numbers[i]) != concept_part (numbers[i - 1]))
      market->concepts[concept ++] = kind;
    market->requirements[place] = kind;
  }
  market->concepts[concept] = (uint32_t) market->n_kinds;
}

/* The first opening, in the market's order, that has a kind is its example. */
static void
finish_requirement (SmaajobMarket *market, uint32_t i, int k, uint32_t at, bool *seen)
{
  const Requirement *requirement = &opening_requirements (market_image (market, i))[k];
  uint32_t kind = market->requirements[at];

  if (!seen[kind])
    market->kinds[kind] = (PackedKind){
        .opening = i, .requirement = (uint16_t) k, .importance = requirement->importance};
  seen[kind] = true;
  market->requirements[at] =
      kind << TRAINING_BITS | (uint32_t) (requirement->training_weeks + PACKED_TRAINING);
}

static bool
finish_requirements (SmaajobMarket *market)
{
  bool *seen = memory_new (market->n_kinds + 1);

  for (uint32_t i = 0; i < market->n && seen != NULL; i++) {
    uint32_t first = market->openings[i].first_requirement;

    market_prefetch (market, i + MARKET_AHEAD);
    for (uint32_t at = first; at < market->openings[i + 1].first_requirement; at++)
      finish_requirement (market, i, (int) (at - first), at, seen);
  }
  memory_free (seen);
  return seen != NULL;
}

static const Requirement *
example_of (const SmaajobMarket *market, uint32_t kind)
{
  const PackedKind *packed = &market->kinds[kind];

  return &opening_requirements (market_image (market, packed->opening))[packed->requirement];
}

static size_t
count_keys (const Requirement *requirement)
{
  return (size_t) 1 + requirement->n_broader + requirement->n_broader_2;
}

/* One number for the key and how far above the requirement it is; two that happen to be the same
   only make a citizen look at more. */
static uint32_t
key_above (const Requirement *requirement, size_t k)
{
  unsigned steps = k == 0 ? 0 : k <= requirement->n_broader ? 1 : 2;

  return market_key (holding_key (requirement_keys (requirement)[k]), steps);
}

static bool
make_keys (SmaajobMarket *market)
{
  size_t n_concepts = market->n_concepts - 1, n = 0;
  uint64_t *pairs;
  bool sorted;

  for (size_t i = 0; i < n_concepts; i++)
    n += count_keys (example_of (market, market->concepts[i]));
  pairs = memory_new ((n + 1) * sizeof *pairs);
  if (pairs == NULL || !section_take (market, SECTION_keys, n) ||
      !section_take (market, SECTION_key_concepts, n)) {
    memory_free (pairs);
    return false;
  }
  n = 0;
  for (size_t i = 0; i < n_concepts; i++) {
    const Requirement *requirement = example_of (market, market->concepts[i]);

    for (size_t k = 0; k < count_keys (requirement); k++)
      pairs[n++] = (uint64_t) key_above (requirement, k) << 32 | i;
  }
  sorted = sort_numbers (pairs, (uint32_t) n, 32);
  for (size_t i = 0; i < n; i++) {
    market->keys[i] = (uint32_t) (pairs[i] >> 32);
    market->key_concepts[i] = (uint32_t) pairs[i];
  }
  memory_free (pairs);
  return sorted;
}

bool
kinds_make (SmaajobMarket *market, SmaajobError *error)
{
  uint64_t *numbers = memory_new ((market->n_requirements + 1) * sizeof *numbers);
  bool done = numbers != NULL;

  if (done) {
    gather_numbers (market, numbers);
    done = sort_numbers (numbers, (uint32_t) market->n_requirements, PLACE_BITS) &&
           count_kinds (market, numbers);
  }
  if (done)
    give_kinds (market, numbers);
  memory_free (numbers);
  if (done && market->n_kinds >= PACKED_MOST_KINDS)
    return error_set (error, SMAAJOB_ERROR_SIZE, "", "more than %u different requirements",
                      PACKED_MOST_KINDS);
  return (done && finish_requirements (market) && make_keys (market)) || error_memory (error);
}

/* Go through what the openings require on core tasks; list it when there is room for it already,
   else count it. */
static void
post_task (SmaajobMarket *market, uint32_t opening, const PackedTask *task, uint32_t first)
{
  uint32_t share = (task->share + 1u) >> (SHARE_BITS - POSTING_SHARE_BITS);
  uint32_t *list = market->first_postings + (size_t) (opening / PART_OPENINGS) * market->n_kinds;

  if (!(task->marks & TASK_CORE) || share == 0)
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
    uint32_t first = market->openings[i].first_requirement;

    for (uint32_t task = market->openings[i].first_task; task < market->openings[i + 1].first_task;
         task++) {
      post_task (market, i, &market->tasks[task], first);
      first += market->tasks[task].n_requirements;
    }
  }
}

/* Counted they are, listed behind what was counted before them, and each list then ends where the
   next begins. */
bool
postings_make (SmaajobMarket *market, SmaajobError *error)
{
  size_t n = market->n_parts * market->n_kinds;
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
