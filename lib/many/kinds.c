/* SPDX-License-Identifier: Apache-2.0 */
#include "many/kinds.h"

#include "judgement/requirement.h"

#include <string.h>

#define LEVELS 5

/* All that a judgement is made from, but for the requirement. */
typedef struct {
  int32_t level, low, own;
  uint32_t marks;
} RowKey;
enum { ROW_STATED = 1, ROW_COMPLETE = 2, ROW_MADE = 4 };

/* What is held of a concept is judged against each level and importance; it is seldom new, so rows
   are kept, also from one citizen to the next. */
typedef struct {
  NearKind entries[LEVELS][N_STRENGTHS];
} Row;
#define KEPT_BITS 10
#define N_KEPT    (1 << KEPT_BITS)

struct Holds {
  RowKey keys[N_KEPT];
  Row rows[N_KEPT];
  uint64_t *touched; /* concepts of which something is held, as bits */
  uint32_t *places;  /* of those, in bests */
  Best *bests;
  uint32_t n_bests;
};

static size_t
n_words (const SmaajobMarket *market)
{
  return (market->n_concepts + 63) / 64;
}

bool
kinds_init (Screen *screen)
{
  const SmaajobMarket *market = screen->market;
  Holds *holds = screen->holds = memory_new (sizeof *holds);

  screen->near_bits = memory_new ((market->n_kinds / 64 + 1) * sizeof *screen->near_bits);
  screen->near_before = memory_new ((market->n_kinds / 64 + 1) * sizeof *screen->near_before);
  screen->near = memory_new ((market->n_kinds + 1) * sizeof *screen->near);
  screen->below = memory_new ((market->n_kinds + 1) * sizeof *screen->below);
  if (holds == NULL || screen->near_bits == NULL || screen->near_before == NULL ||
      screen->near == NULL || screen->below == NULL)
    return false;
  holds->touched = memory_new ((n_words (market) + 1) * sizeof *holds->touched);
  holds->places = memory_new ((market->n_concepts + 1) * sizeof *holds->places);
  holds->bests = memory_new ((market->n_concepts + 1) * sizeof *holds->bests);
  return holds->touched != NULL && holds->places != NULL && holds->bests != NULL;
}

void
kinds_clear (Screen *screen)
{
  Holds *holds = screen->holds;

  memory_free (screen->near_bits);
  memory_free (screen->near_before);
  memory_free (screen->near);
  memory_free (screen->below);
  if (holds == NULL)
    return;
  memory_free (holds->touched);
  memory_free (holds->places);
  memory_free (holds->bests);
  memory_free (holds);
}

/* --- what is held of each concept --- */

/* Without branches: which half it is in cannot be foreseen. */
size_t
kinds_find_key (const SmaajobMarket *market, uint32_t key, size_t from)
{
  const uint32_t *at = market->keys + from;

  for (size_t n = market->n_keys - from; n > 0;) {
    size_t half = (n + 1) / 2;

    at += at[half - 1] < key ? half : 0;
    n -= half;
  }
  return (size_t) (at - market->keys);
}

static void
raise (Holds *holds, uint32_t concept, const Best *best)
{
  uint64_t bit = UINT64_C (1) << concept % 64, *word = &holds->touched[concept / 64];

  if (*word & bit) {
    best_join (&holds->bests[holds->places[concept]], best);
    return;
  }
  *word |= bit;
  holds->places[concept] = holds->n_bests;
  holds->bests[holds->n_bests++] = *best;
}

/* Raise what is held of the concepts that look up this one. Most holdings are far above what is
   held, where requirements of half the market meet; they tell something only to a requirement of
   that very concept. */
static void
note_holding (Screen *screen, const Holding *holding, size_t key)
{
  const SmaajobMarket *market = screen->market;
  bool self = holding->level[HELD_SELF] != 0, child = holding->level[HELD_CHILD] != 0;
  unsigned most = self ? 2 : child ? 1 : 0;
  Best bests[N_STEPS] = {{0}};

  for (unsigned steps = 0; steps <= most; steps++)
    best_note (&bests[steps], holding, steps, screen->policy->similarity);
  for (uint32_t i = market->first_askers[key]; i < market->first_askers[key + 1]; i++) {
    Asker asker = market->askers[i];

    if (asker_steps (asker) > most)
      return;
    raise (screen->holds, asker_concept (asker), &bests[asker_steps (asker)]);
  }
}

/* Holdings and keys are both sorted. */
static void
note_holdings (Screen *screen)
{
  const SmaajobMarket *market = screen->market;
  const Holding *holdings = citizen_holdings (screen->citizen);
  uint32_t n = screen->citizen->first_holding[N_HOLDING_BUCKETS];
  size_t key = 0;

  screen->holds->n_bests = 0;
  for (uint32_t i = 0; i < n; i++) {
    key = kinds_find_key (market, holdings[i].key, key);
    if (key < market->n_keys && market->keys[key] == holdings[i].key)
      note_holding (screen, &holdings[i], key);
  }
}

/* --- what it comes to --- */

static int32_t
in_unit (const Screen *screen, Cost cost)
{
  return (int32_t) ((uint64_t) screen->policy->numbers[POLICY_WEIGHT_COMPETENCE] * cost >>
                    screen->view->shift);
}

static NearKind
make_entry (const Screen *screen, const Requirement *requirement, const Best *best)
{
  const Judged *bare = &screen->bare[requirement->importance];
  bool must = requirement->importance == SMAAJOB_STRENGTH_MUST;
  Judged judged;
  bool near;

  judge_best (screen, requirement, best, &judged);
  near = judged.cost != bare->cost || judged.known != bare->known || judged.state != bare->state;
  return (NearKind){.more = in_unit (screen, judged.cost) - in_unit (screen, bare->cost),
                    .judged = kind_judged (&judged),
                    .known = judged.known > 0,
                    .state = judged.state,
                    .near = near,
                    .below = near && must && judged.state == MASTERY_BELOW};
}

static void
make_row (const Screen *screen, const Best *best, Row *row)
{
  for (uint8_t level = 1; level <= LEVELS; level++)
    for (uint8_t i = 0; i < N_STRENGTHS; i++) {
      const Requirement requirement = {.level = level, .importance = i};

      row->entries[level - 1][i] = make_entry (screen, &requirement, best);
    }
}

static const Row *
find_row (const Screen *screen, const Best *best)
{
  Holds *holds = screen->holds;
  const RowKey key = {best->level, best->low, best->own,
                      (best->stated ? ROW_STATED : 0) |
                          (screen->citizen->competencies_complete ? ROW_COMPLETE : 0) | ROW_MADE};
  uint32_t mixed = (uint32_t) key.level * 2654435761u ^ (uint32_t) key.low * 2246822519u ^
                   (uint32_t) key.own * 3266489917u ^ key.marks * 668265263u;
  uint32_t place = mixed >> (32 - KEPT_BITS);

  if (memcmp (&holds->keys[place], &key, sizeof key) != 0) {
    holds->keys[place] = key;
    make_row (screen, best, &holds->rows[place]);
  }
  return &holds->rows[place];
}

/* What makes no difference to one who is bare of it is written behind the lists, and then again. */
static void
list_concept (Screen *screen, uint32_t concept, const Row *row)
{
  const PackedKind *packed = screen->market->kinds;
  const uint32_t end = screen->market->concepts[concept + 1];
  NearKind *near = screen->near + screen->n_near;
  uint32_t *below = screen->below + screen->n_below;

  for (uint32_t kind = screen->market->concepts[concept]; kind < end; kind++) {
    const NearKind *entry = &row->entries[packed[kind].level - 1][packed[kind].importance];

    *near = *entry;
    near->kind = kind;
    *below = kind;
    near += entry->near;
    below += entry->below;
  }
  screen->n_near = (uint32_t) (near - screen->near);
  screen->n_below = (uint32_t) (below - screen->below);
}

/* So that each is found where it is listed: see kinds_find(). */
static void
index_near (Screen *screen)
{
  uint64_t *word = NULL;

  for (uint32_t i = 0; i < screen->n_near; i++) {
    uint32_t kind = screen->near[i].kind;

    if (word != &screen->near_bits[kind / 64]) {
      word = &screen->near_bits[kind / 64];
      screen->near_before[kind / 64] = i;
    }
    *word |= UINT64_C (1) << kind % 64;
  }
}

static void
forget (Screen *screen)
{
  memset (screen->near_bits, 0, (screen->market->n_kinds / 64 + 1) * sizeof *screen->near_bits);
  screen->n_near = screen->n_below = 0;
}

void
kinds_judge (Screen *screen)
{
  Holds *holds = screen->holds;

  forget (screen);
  for (int i = 0; i < N_STRENGTHS; i++)
    screen->bare_kinds[i] = kind_judged (&screen->bare[i]);
  note_holdings (screen);
  for (size_t word = 0; word < n_words (screen->market); word++) {
    uint64_t left = holds->touched[word];

    for (holds->touched[word] = 0; left != 0; left &= left - 1) {
      uint32_t concept = (uint32_t) (word * 64) + (uint32_t) __builtin_ctzll (left);

      list_concept (screen, concept, find_row (screen, &holds->bests[holds->places[concept]]));
    }
  }
  index_near (screen);
}
