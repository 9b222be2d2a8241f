/* SPDX-License-Identifier: Apache-2.0 */
#include "many/kinds.h"

#include "judgement/requirement.h"

#include <string.h>

/* All that a judgement is made from, but for the requirement. */
typedef struct {
  int32_t level, low, own;
  uint32_t marks;
} RowKey;
enum { ROW_STATED = 1, ROW_COMPLETE = 2 };

/* What is held of a concept is seldom new: so rows are kept, also from one citizen to the next,
   until there are so many. There is room for those that one citizen adds: three for each key that
   is looked up, and for each concept that looks it up one that is joined from others. */
#define KEPT_BITS 12
#define N_KEPT    (1 << KEPT_BITS)
#define KEPT_WAYS 4

struct Holds {
  uint32_t kept[N_KEPT]; /* by hash of its key, and up to KEPT_WAYS - 1 behind: a row; 0 is none */
  RowKey *keys;          /* by row */
  uint32_t n_rows;       /* but for the bare one */
};

static size_t
most_rows (const SmaajobMarket *market)
{
  return 1 + N_KEPT + N_STEPS * market->n_keys + market->n_askers;
}

bool
kinds_init (Screen *screen)
{
  const SmaajobMarket *market = screen->market;
  Holds *holds = memory_new (sizeof *holds);

  screen->holds = holds;
  screen->rows = memory_new (most_rows (market) * sizeof *screen->rows);
  screen->held = memory_new ((market->n_concepts + 1) * sizeof *screen->held);
  screen->near = memory_new ((market->n_concepts + 1) * sizeof *screen->near);
  if (market_has_few_kinds (market))
    screen->by_kind = memory_new ((market->n_kinds + 1) * sizeof *screen->by_kind);
  screen->below = memory_new ((market->n_kinds + 1) * sizeof *screen->below);
  if (holds != NULL)
    holds->keys = memory_new (most_rows (market) * sizeof *holds->keys);
  return holds != NULL && holds->keys != NULL && screen->rows != NULL && screen->held != NULL &&
         screen->near != NULL && screen->below != NULL &&
         (screen->by_kind != NULL || !market_has_few_kinds (market));
}

void
kinds_clear (Screen *screen)
{
  memory_free (screen->rows);
  memory_free (screen->held);
  memory_free (screen->near);
  memory_free (screen->below);
  memory_free (screen->by_kind);
  if (screen->holds != NULL)
    memory_free (screen->holds->keys);
  memory_free (screen->holds);
}

/* --- what it comes to --- */

static int32_t
in_unit (const Screen *screen, Cost cost)
{
  return (int32_t) ((uint64_t) screen->policy->numbers[POLICY_WEIGHT_COMPETENCE] * cost >>
                    screen->view->shift);
}

static void
fill_entry (const Screen *screen, const Requirement *requirement, const Best *best, HeldRow *row)
{
  const Judged *bare = &screen->bare[requirement->importance];
  const bool must = requirement->importance == SMAAJOB_STRENGTH_MUST;
  const unsigned code =
      kind_code ((PackedKind){.level = requirement->level, .importance = requirement->importance});
  Judged judged;
  bool near, known;

  judge_best (screen, requirement, best, &judged);
  near = judged.cost != bare->cost || judged.known != bare->known || judged.state != bare->state;
  known = judged.known > 0;
  row->more[code] = in_unit (screen, judged.cost) - in_unit (screen, bare->cost);
  row->judged[code] = kind_judged (&judged, requirement->importance);
  row->near |= (uint16_t) (near << code);
  row->known |= (uint16_t) ((near && known) << code);
  row->below |= (uint16_t) ((near && must && judged.state == MASTERY_BELOW) << code);
  row->telling |= (uint16_t) ((must && judged.state != bare->state) << code);
  row->odd |= (uint16_t) ((near && must && !known && judged.state != MASTERY_UNKNOWN) << code);
}

static void
fill_row (const Screen *screen, const RowKey *key, HeldRow *row)
{
  const Best best = {
      .level = key->level, .low = key->low, .own = key->own, .stated = key->marks & ROW_STATED};

  *row = (HeldRow){.near = 0};
  for (uint8_t level = 1; level <= KIND_LEVELS; level++)
    for (uint8_t i = 0; i < N_STRENGTHS; i++) {
      const Requirement requirement = {.level = level, .importance = i};

      fill_entry (screen, &requirement, &best, row);
    }
}

static uint32_t
add_row (Screen *screen, const RowKey *key)
{
  uint32_t row = ++screen->holds->n_rows;

  screen->holds->keys[row] = *key;
  fill_row (screen, key, &screen->rows[row]);
  return row;
}

static uint32_t
find_row (Screen *screen, const RowKey *key)
{
  Holds *holds = screen->holds;
  const uint32_t mixed = (uint32_t) key->level * 2654435761u ^ (uint32_t) key->low * 2246822519u ^
                         (uint32_t) key->own * 3266489917u ^ key->marks * 668265263u;
  uint32_t *kept = &holds->kept[mixed >> (32 - KEPT_BITS) & ~(KEPT_WAYS - 1u)];

  for (int i = 0; i < KEPT_WAYS && kept[i] != 0; i++)
    if (memcmp (&holds->keys[kept[i]], key, sizeof *key) == 0)
      return kept[i];
  memmove (kept + 1, kept, (KEPT_WAYS - 1) * sizeof *kept);
  kept[0] = add_row (screen, key);
  return kept[0];
}

/* --- what is held of each concept --- */

static int32_t
higher (int32_t a, int32_t b)
{
  return a > b ? a : b;
}

static uint32_t
join_rows (Screen *screen, uint32_t a, uint32_t b)
{
  const RowKey *one = &screen->holds->keys[a], *other = &screen->holds->keys[b];
  const RowKey both = {higher (one->level, other->level), higher (one->low, other->low),
                       higher (one->own, other->own), one->marks | other->marks};

  return find_row (screen, &both);
}

static void
hold (Screen *screen, uint32_t concept, uint32_t row)
{
  uint32_t *held = &screen->held[concept];

  if (*held != 0) {
    *held = join_rows (screen, *held, row);
    return;
  }
  *held = row;
  screen->near[screen->n_near++] = concept;
}

static uint32_t
find_noted (Screen *screen, const Holding *holding, unsigned steps)
{
  Best best = {0};

  best_note (&best, holding, steps, screen->policy->similarity);
  return find_row (screen,
                   &(RowKey){best.level, best.low, best.own,
                             (best.stated ? ROW_STATED : 0) |
                                 (screen->citizen->competencies_complete ? ROW_COMPLETE : 0)});
}

/* Raise what is held of the concepts that look up this one. Most holdings are far above what is
   held, where requirements of half the market meet; they tell something only to a requirement of
   that very concept. */
static void
note_holding (Screen *screen, const Holding *holding)
{
  const bool self = holding->level[HELD_SELF] != 0, child = holding->level[HELD_CHILD] != 0;
  const unsigned most = self ? 2 : child ? 1 : 0;
  uint32_t rows[N_STEPS];
  const Asker *end, *asker = kinds_find_askers (screen->view, screen->market,
                                                holding_concept (holding->key), &end);

  for (unsigned steps = 0; steps <= most && asker < end; steps++)
    rows[steps] = find_noted (screen, holding, steps);
  for (; asker < end && asker_steps (*asker) <= most; asker++)
    hold (screen, asker_concept (*asker), rows[asker_steps (*asker)]);
}

static void
note_holdings (Screen *screen)
{
  const Holding *holdings = citizen_holdings (screen->citizen);
  uint32_t n = screen->citizen->first_holding[N_HOLDING_BUCKETS];

  for (uint32_t i = 0; i < n; i++)
    note_holding (screen, &holdings[i]);
}

static void
write_kinds (Screen *screen, uint32_t concept)
{
  const uint32_t *kinds = &screen->market->concepts[concept];
  const HeldRow *row = kinds_held (screen, concept);

  if (screen->by_kind == NULL)
    return;
  for (uint32_t kind = kinds[0]; kind < kinds[1]; kind++)
    screen->by_kind[kind] = row->judged[place_code (screen->view->places[kind])];
}

static void
look_at_near (Screen *screen)
{
  const uint32_t *first_posting = screen->view->first_posting;

  screen->n_posted = 0;
  for (uint32_t k = 0; k < screen->n_near; k++) {
    const uint32_t concept = screen->near[k];

    screen->n_posted += first_posting[concept + 1] - first_posting[concept];
    write_kinds (screen, concept);
  }
}

/* Who is bare is so in one of two ways: when it is another's, all is written anew. */
static void
judge_bare_row (Screen *screen)
{
  HeldRow *row = &screen->rows[0];
  const HeldRow before = *row;

  for (unsigned code = 0; code < KIND_CODES; code++)
    row->judged[code] = kind_judged (&screen->bare[code / KIND_LEVELS], code / KIND_LEVELS);
  if (memcmp (row->judged, before.judged, sizeof row->judged) == 0)
    return;
  for (uint32_t i = 0; i + 1 < screen->market->n_concepts; i++)
    write_kinds (screen, i);
}

static void
forget (Screen *screen)
{
  Holds *holds = screen->holds;

  for (uint32_t k = 0; k < screen->n_near; k++) {
    screen->held[screen->near[k]] = 0;
    write_kinds (screen, screen->near[k]);
  }
  screen->n_near = 0;
  judge_bare_row (screen);
  if (holds->n_rows > N_KEPT) {
    memset (holds->kept, 0, sizeof holds->kept);
    holds->n_rows = 0;
  }
}

void
kinds_judge (Screen *screen)
{
  forget (screen);
  note_holdings (screen);
  look_at_near (screen);
}

static void
add_below (Screen *screen, uint32_t concept, unsigned below)
{
  const uint32_t *kinds = &screen->market->concepts[concept];

  for (uint32_t kind = kinds[0]; kind < kinds[1]; kind++)
    if (below >> kind_code (screen->market->kinds[kind]) & 1)
      screen->below[screen->n_below++] = kind;
}

void
kinds_list_below (Screen *screen)
{
  screen->n_below = 0;
  for (uint32_t k = 0; k < screen->n_near; k++) {
    const unsigned below = kinds_held (screen, screen->near[k])->below;

    if (below != 0)
      add_below (screen, screen->near[k], below);
  }
}

/* --- what may be held --- */

typedef const uint32_t *(*GetRelated) (const SmaajobVocabulary *vocabulary, uint32_t concept_index,
                                       size_t *n);

static void
mark (const SmaajobVocabulary *vocabulary, GetRelated get, uint32_t concept_index, bool *near)
{
  size_t n;
  const uint32_t *related = get (vocabulary, concept_index, &n);

  for (size_t i = 0; i < n; i++)
    near[related[i]] = true;
}

/* Whatever best_note() could note of the concept that is required. */
static void
mark_near (const SmaajobVocabulary *vocabulary, uint32_t wanted, bool *near)
{
  size_t n;
  const uint32_t *related;

  near[wanted] = true;
  mark (vocabulary, vocabulary_get_beside, wanted, near);
  mark (vocabulary, vocabulary_get_narrower, wanted, near);
  related = vocabulary_get_narrower (vocabulary, wanted, &n);
  for (size_t i = 0; i < n; i++)
    mark (vocabulary, vocabulary_get_narrower, related[i], near);
  mark (vocabulary, vocabulary_get_broader, wanted, near);
  related = vocabulary_get_broader (vocabulary, wanted, &n);
  for (size_t i = 0; i < n; i++) {
    mark (vocabulary, vocabulary_get_narrower, related[i], near);
    mark (vocabulary, vocabulary_get_broader, related[i], near);
  }
}

bool *
kinds_find_near (const View *view, const SmaajobMarket *market)
{
  bool *near = memory_new (view->n_vocabulary + (size_t) 1);

  for (size_t i = 0; near != NULL && i + 1 < market->n_concepts; i++)
    mark_near (market->vocabulary, view->asked[i].concept_index, near);
  return near;
}
