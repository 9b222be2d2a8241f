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

static Statement
say (const Competence *competence, uint32_t concept_index, int slot)
{
  bool stated = competence->evidence == SMAAJOB_EVIDENCE_STATED;
  unsigned level = competence->level + 1u;
  unsigned low = stated && level > 1 ? level - 1 : level;

  return (Statement) holding_key (concept_index) << KEY_SHIFT | (Statement) slot << SLOT_SHIFT |
         level << LEVEL_SHIFT | low << LOW_SHIFT | (stated ? 0 : level);
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
add (Array *gathered, Statement statement)
{
  if (gathered->n == gathered->capacity) {
    settle (gathered);
    if (gathered->n >= gathered->capacity / 2 &&
        !array_reserve (gathered, gathered->capacity == 0 ? FIRST_ROOM : gathered->capacity,
                        sizeof statement))
      return false;
  }
  ((Statement *) gathered->items)[gathered->n++] = statement;
  return true;
}

static bool
add_above (const SmaajobVocabulary *vocabulary, const Competence *competence, Array *gathered)
{
  size_t n, n_above;
  const uint32_t *parents = vocabulary_get_broader (vocabulary, competence->concept_index, &n);

  for (size_t i = 0; i < n; i++) {
    const uint32_t *above = vocabulary_get_broader (vocabulary, parents[i], &n_above);

    if (!add (gathered, say (competence, parents[i], HELD_CHILD)))
      return false;
    for (size_t j = 0; j < n_above; j++)
      if (!add (gathered, say (competence, above[j], HELD_GRANDCHILD)))
        return false;
  }
  return true;
}

static bool
add_beside (const SmaajobVocabulary *vocabulary, const Competence *competence, Array *gathered)
{
  size_t n;
  const uint32_t *beside = vocabulary_get_beside (vocabulary, competence->concept_index, &n);

  for (size_t i = 0; i < n; i++)
    if (!add (gathered, say (competence, beside[i], HELD_COPARENT)))
      return false;
  return true;
}

bool
holdings_gather (const SmaajobVocabulary *vocabulary, const Competence *competences, size_t n,
                 Array *gathered)
{
  for (size_t i = 0; i < n; i++) {
    const Competence *competence = &competences[i];

    if (!add (gathered, say (competence, competence->concept_index, HELD_SELF)))
      return false;
    if (competence->level > 0 && (!add_above (vocabulary, competence, gathered) ||
                                  !add_beside (vocabulary, competence, gathered)))
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
