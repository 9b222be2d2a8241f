/* SPDX-License-Identifier: Apache-2.0 */
#include "data/holdings.h"

#include <string.h>

/* One statement about one concept is one number: key, slot, level, low, proven. */
typedef uint64_t Statement;
#define KEY_SHIFT   32
#define SLOT_SHIFT  12
#define LEVEL_SHIFT 8
#define LOW_SHIFT   4
#define FIRST_ROOM  128
#define MOST_DEALT  255

static uint8_t
larger (unsigned a, unsigned b)
{
  return (uint8_t) (a > b ? a : b);
}

static unsigned
part_of (Statement statement, int shift)
{
  return statement >> shift & 0xf;
}

static uint32_t
key_of (Statement statement)
{
  return (uint32_t) (statement >> KEY_SHIFT);
}

/* What a competence says of whatever concept. */
static Statement
say (const Competence *competence)
{
  bool stated = competence->evidence == SMAAJOB_EVIDENCE_STATED;
  unsigned level = competence->level + 1u;
  unsigned low = stated && level > 1 ? level - 1 : level;

  return level << LEVEL_SHIFT | low << LOW_SHIFT | (stated ? 0 : level);
}

static void
sift_down (Statement *heap, size_t i, size_t n)
{
  Statement moved = heap[i];

  for (size_t child; (child = 2 * i + 1) < n; i = child) {
    if (child + 1 < n && heap[child + 1] > heap[child])
      child++;
    if (heap[child] <= moved)
      break;
    heap[i] = heap[child];
  }
  heap[i] = moved;
}

static void
sort_many (Statement *statements, size_t n)
{
  for (size_t i = n / 2; i-- > 0;)
    sift_down (statements, i, n);
  for (size_t last = n; last-- > 1;) {
    Statement largest = statements[0];

    statements[0] = statements[last];
    statements[last] = largest;
    sift_down (statements, 0, last);
  }
}

/* Keys are spread: dealt out by bucket, hardly any is far from its place. */
static void
deal_out (Statement *statements, size_t n)
{
  Statement dealt[MOST_DEALT];
  uint8_t next[N_HOLDING_BUCKETS + 1] = {0};

  for (size_t i = 0; i < n; i++)
    next[holding_bucket (key_of (statements[i])) + 1]++;
  for (unsigned i = 0; i < N_HOLDING_BUCKETS; i++)
    next[i + 1] = (uint8_t) (next[i + 1] + next[i]);
  for (size_t i = 0; i < n; i++)
    dealt[next[holding_bucket (key_of (statements[i]))]++] = statements[i];
  memcpy (statements, dealt, n * sizeof *dealt);
}

static void
sort (Statement *statements, size_t n)
{
  if (n > MOST_DEALT) {
    sort_many (statements, n);
    return;
  }
  if (n > 1)
    deal_out (statements, n);
  for (size_t i = 1, at; i < n; i++) {
    const Statement moved = statements[i];

    for (at = i; at > 0 && statements[at - 1] > moved; at--)
      statements[at] = statements[at - 1];
    statements[at] = moved;
  }
}

static Statement
merge (Statement a, Statement b)
{
  return a >> SLOT_SHIFT << SLOT_SHIFT |
         (Statement) larger (part_of (a, LEVEL_SHIFT), part_of (b, LEVEL_SHIFT)) << LEVEL_SHIFT |
         (Statement) larger (part_of (a, LOW_SHIFT), part_of (b, LOW_SHIFT)) << LOW_SHIFT |
         larger (part_of (a, 0), part_of (b, 0));
}

/* Sort, and let one statement stay of each concept and slot. */
static void
settle (Array *gathered)
{
  Statement *statements = gathered->items;
  uint32_t n = 0;

  sort (statements, gathered->n);
  for (uint32_t i = 0; i < gathered->n; i++)
    if (n > 0 && statements[n - 1] >> SLOT_SHIFT == statements[i] >> SLOT_SHIFT)
      statements[n - 1] = merge (statements[n - 1], statements[i]);
    else
      statements[n++] = statements[i];
  gathered->n = n;
}

/* Room is twice what differs at the most: a concept far up may be said thousands of times. */
static bool
make_room (Array *gathered)
{
  settle (gathered);
  return gathered->n < gathered->capacity / 2 ||
         array_reserve (gathered, gathered->capacity == 0 ? FIRST_ROOM : gathered->capacity,
                        sizeof (Statement));
}

/* The same of each of some concepts. */
static bool
add (Array *gathered, const uint32_t *concepts, size_t n, Statement said)
{
  for (size_t i = 0; i < n; i++) {
    if (gathered->n == gathered->capacity && !make_room (gathered))
      return false;
    ((Statement *) gathered->items)[gathered->n++] =
        (Statement) holding_key (concepts[i]) << KEY_SHIFT | said;
  }
  return true;
}

static Statement
of (int slot)
{
  return (Statement) slot << SLOT_SHIFT;
}

static bool
add_far (const SmaajobVocabulary *vocabulary, uint32_t held, Statement said, Array *gathered)
{
  size_t n, n_above, n_beside;
  const uint32_t *parents = vocabulary_get_broader (vocabulary, held, &n),
                 *beside = vocabulary_get_beside (vocabulary, held, &n_beside);

  for (size_t i = 0; i < n; i++) {
    const uint32_t *above = vocabulary_get_broader (vocabulary, parents[i], &n_above);

    if (!add (gathered, above, n_above, said | of (HELD_GRANDCHILD)))
      return false;
  }
  return add (gathered, parents, n, said | of (HELD_CHILD)) &&
         add (gathered, beside, n_beside, said | of (HELD_COPARENT));
}

static bool
add_near (const Near *near, Statement said, Array *gathered)
{
  const uint32_t *parents = near->concepts + 1, *above = parents + near->n_broader;

  for (unsigned twice = near->twice_above; twice != 0; twice &= twice - 1)
    if (!add (gathered, near->concepts + __builtin_ctz (twice), 1, said | of (HELD_GRANDCHILD)))
      return false;
  return add (gathered, parents, near->n_broader, said | of (HELD_CHILD)) &&
         add (gathered, above, near->n_broader_2, said | of (HELD_GRANDCHILD)) &&
         add (gathered, above + near->n_broader_2, near->n_beside, said | of (HELD_COPARENT));
}

bool
holdings_gather (const SmaajobVocabulary *vocabulary, const Competence *competences, size_t n,
                 Array *gathered)
{
  for (size_t i = 0; i < n; i++) {
    const uint32_t held = competences[i].concept_index;
    const Statement said = say (&competences[i]);
    Near near;

    if (!add (gathered, &held, 1, said | of (HELD_SELF)))
      return false;
    if (competences[i].level > 0 && !(vocabulary_get_near (vocabulary, held, &near)
                                          ? add_near (&near, said, gathered)
                                          : add_far (vocabulary, held, said, gathered)))
      return false;
  }
  settle (gathered);
  return true;
}

size_t
holdings_count (const Array *gathered)
{
  const Statement *statements = gathered->items;
  size_t n = 0;

  for (uint32_t i = 0; i < gathered->n; i++)
    n += i == 0 || key_of (statements[i]) != key_of (statements[i - 1]);
  return n;
}

void
holdings_fill (const Array *gathered, Holding *holdings, uint32_t *first)
{
  const Statement *statements = gathered->items;
  uint32_t n = 0, *counts = first + 1;

  for (uint32_t i = 0; i < gathered->n; i++) {
    uint32_t key = key_of (statements[i]);
    unsigned slot = part_of (statements[i], SLOT_SHIFT);

    if (i == 0 || key != key_of (statements[i - 1])) {
      holdings[n++] = (Holding){.key = key};
      counts[holding_bucket (key)]++;
    }
    holdings[n - 1].level[slot] = (uint8_t) part_of (statements[i], LEVEL_SHIFT);
    holdings[n - 1].low[slot] = (uint8_t) part_of (statements[i], LOW_SHIFT);
    holdings[n - 1].proven[slot] = (uint8_t) part_of (statements[i], 0);
  }
  for (unsigned i = 0; i < N_HOLDING_BUCKETS && n > 0; i++)
    first[i + 1] += first[i];
}
