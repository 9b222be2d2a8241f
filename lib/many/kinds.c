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
   until there are so many. There is room for those that one citizen adds. The first row is none.
 */
#define KEPT_BITS 12
#define N_KEPT    (1 << KEPT_BITS)

struct Holds {
  KindJudged bare[N_STRENGTHS]; /* what all kinds were made for */
  uint32_t kept[N_KEPT];        /* by hash of its key: a row; 0 is none */
  RowKey *keys;                 /* by row */
  uint32_t n_rows;
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

static bool
take_holds (Holds *holds, const SmaajobMarket *market)
{
  holds->keys = memory_new ((N_KEPT + market->n_concepts + 1) * sizeof *holds->keys);
  holds->touched = memory_new ((n_words (market) + 1) * sizeof *holds->touched);
  holds->places = memory_new ((market->n_concepts + 1) * sizeof *holds->places);
  holds->bests = memory_new ((market->n_concepts + 1) * sizeof *holds->bests);
  return holds->keys != NULL && holds->touched != NULL && holds->places != NULL &&
         holds->bests != NULL;
}

bool
kinds_init (Screen *screen)
{
  const SmaajobMarket *market = screen->market;

  screen->holds = memory_new (sizeof *screen->holds);
  screen->by_kind = memory_new ((market->n_kinds + 1) * sizeof *screen->by_kind);
  screen->rows = memory_new ((N_KEPT + market->n_concepts + 1) * sizeof *screen->rows);
  screen->near = memory_new ((market->n_concepts + 1) * sizeof *screen->near);
  screen->below = memory_new ((market->n_kinds + 1) * sizeof *screen->below);
  return screen->holds != NULL && screen->by_kind != NULL && screen->rows != NULL &&
         screen->near != NULL && screen->below != NULL && take_holds (screen->holds, market);
}

void
kinds_clear (Screen *screen)
{
  Holds *holds = screen->holds;

  memory_free (screen->by_kind);
  memory_free (screen->rows);
  memory_free (screen->near);
  memory_free (screen->below);
  if (holds == NULL)
    return;
  memory_free (holds->keys);
  memory_free (holds->touched);
  memory_free (holds->places);
  memory_free (holds->bests);
  memory_free (holds);
}

/* --- what is held of each concept --- */

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
note_holding (Screen *screen, const Holding *holding)
{
  bool self = holding->level[HELD_SELF] != 0, child = holding->level[HELD_CHILD] != 0;
  unsigned most = self ? 2 : child ? 1 : 0;
  Best bests[N_STEPS] = {{0}};
  const Asker *end, *asker = kinds_find_askers (screen->view, screen->market,
                                                holding_concept (holding->key), &end);

  for (unsigned steps = 0; steps <= most; steps++)
    best_note (&bests[steps], holding, steps, screen->policy->similarity);
  for (; asker < end && asker_steps (*asker) <= most; asker++) {
    __builtin_prefetch (&screen->market->concepts[asker_concept (*asker)]);
    raise (screen->holds, asker_concept (*asker), &bests[asker_steps (*asker)]);
  }
}

static void
note_holdings (Screen *screen)
{
  const Holding *holdings = citizen_holdings (screen->citizen);
  uint32_t n = screen->citizen->first_holding[N_HOLDING_BUCKETS];

  screen->holds->n_bests = 0;
  for (uint32_t i = 0; i < n; i++)
    note_holding (screen, &holdings[i]);
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
fill_row (const Screen *screen, const Best *best, HeldRow *row)
{
  *row = (HeldRow){.near = 0};
  for (uint8_t level = 1; level <= KIND_LEVELS; level++)
    for (uint8_t i = 0; i < N_STRENGTHS; i++) {
      const Requirement requirement = {.level = level, .importance = i};

      fill_entry (screen, &requirement, best, row);
    }
}

static uint32_t
find_row (Screen *screen, const Best *best)
{
  Holds *holds = screen->holds;
  const RowKey key = {best->level, best->low, best->own,
                      (best->stated ? ROW_STATED : 0) |
                          (screen->citizen->competencies_complete ? ROW_COMPLETE : 0)};
  const uint32_t mixed = (uint32_t) key.level * 2654435761u ^ (uint32_t) key.low * 2246822519u ^
                         (uint32_t) key.own * 3266489917u ^ key.marks * 668265263u;
  uint32_t *kept = &holds->kept[mixed >> (32 - KEPT_BITS)];

  if (*kept == 0 || memcmp (&holds->keys[*kept], &key, sizeof key) != 0) {
    *kept = ++holds->n_rows;
    holds->keys[*kept] = key;
    fill_row (screen, best, &screen->rows[*kept]);
  }
  return *kept;
}

static void
list_below (Screen *screen, uint32_t first, uint32_t end, unsigned below)
{
  for (uint32_t kind = first; kind < end; kind++)
    if (below >> kind_code (screen->market->kinds[kind]) & 1)
      screen->below[screen->n_below++] = kind;
}

static void
list_concept (Screen *screen, uint32_t concept, uint32_t row)
{
  const uint32_t first = screen->market->concepts[concept],
                 end = screen->market->concepts[concept + 1];

  if (screen->rows[row].near == 0)
    return;
  screen->near[screen->n_near++] = (NearConcept){concept, row};
  for (uint32_t kind = first; kind < end; kind++)
    screen->by_kind[kind] = screen->rows[row].judged[kind_code (screen->market->kinds[kind])];
  if (screen->rows[row].below != 0)
    list_below (screen, first, end, screen->rows[row].below);
}

/* Who is bare is so in one of two ways, of which one is that of most: when it is another's, all is
   made anew, else what was near. */
static void
forget (Screen *screen)
{
  const SmaajobMarket *market = screen->market;
  Holds *holds = screen->holds;
  KindJudged bare[N_STRENGTHS];

  for (unsigned i = 0; i < N_STRENGTHS; i++)
    bare[i] = kind_judged (&screen->bare[i], i);
  if (memcmp (bare, holds->bare, sizeof bare) != 0) {
    for (size_t kind = 0; kind < market->n_kinds; kind++)
      screen->by_kind[kind] = bare[market->kinds[kind].importance];
    memcpy (holds->bare, bare, sizeof bare);
    screen->n_near = 0;
  }
  for (uint32_t k = 0; k < screen->n_near; k++)
    for (uint32_t kind = market->concepts[screen->near[k].concept];
         kind < market->concepts[screen->near[k].concept + 1]; kind++)
      screen->by_kind[kind] = bare[screen->by_kind[kind].importance];
  screen->n_near = screen->n_below = 0;
  if (holds->n_rows > N_KEPT) {
    memset (holds->kept, 0, sizeof holds->kept);
    holds->n_rows = 0;
  }
}

void
kinds_judge (Screen *screen)
{
  Holds *holds = screen->holds;

  forget (screen);
  note_holdings (screen);
  for (size_t word = 0; word < n_words (screen->market); word++) {
    uint64_t left = holds->touched[word];

    for (holds->touched[word] = 0; left != 0; left &= left - 1) {
      uint32_t concept = (uint32_t) (word * 64) + (uint32_t) __builtin_ctzll (left);

      list_concept (screen, concept, find_row (screen, &holds->bests[holds->places[concept]]));
    }
  }
}
