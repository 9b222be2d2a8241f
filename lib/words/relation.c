/* SPDX-License-Identifier: Apache-2.0 */
#include "words/tables.h"
#include "words/vocabulary.h"

static uint64_t
bit_of (uint32_t concept_index)
{
  return (uint64_t) 1 << (concept_index * 2654435761u >> 26);
}

/* The parents of the first parents of n keys, those that are not there yet, behind them. */
static size_t
add_above (const SmaajobVocabulary *vocabulary, uint32_t *keys, size_t n)
{
  const size_t n_found = n;
  size_t n_above;

  for (size_t i = 1; i < n_found; i++) {
    const uint32_t *above = vocabulary_get_broader (vocabulary, keys[i], &n_above);

    for (size_t j = 0, at; j < n_above; j++) {
      for (at = 0; at < n && keys[at] != above[j]; at++)
        ;
      keys[n] = above[j];
      n += at == n;
    }
  }
  return n;
}

static size_t
find_keys (const SmaajobVocabulary *vocabulary, uint32_t wanted, uint32_t *keys, size_t *n_parents)
{
  const uint32_t *parents = vocabulary_get_broader (vocabulary, wanted, n_parents);

  keys[0] = wanted;
  for (size_t i = 0; i < *n_parents; i++)
    keys[1 + i] = parents[i];
  return add_above (vocabulary, keys, 1 + *n_parents);
}

/* Where they are at hand, or in room for them. */
static const uint32_t *
get_keys (const SmaajobVocabulary *vocabulary, uint32_t wanted, uint32_t *room)
{
  const Kin *kin = &vocabulary->kin[wanted];
  size_t n_parents;

  if (1 + kin->n_broader + kin->n_broader_2 <= KIN_KEYS)
    return kin->keys;
  find_keys (vocabulary, wanted, room, &n_parents);
  return room;
}

static bool
has_concept (const uint32_t *concepts, size_t n, uint32_t concept_index)
{
  for (size_t i = 0; i < n; i++)
    if (concepts[i] == concept_index)
      return true;
  return false;
}

static bool
share_concept (const uint32_t *a, size_t n_of_a, const uint32_t *b, size_t n_of_b)
{
  for (size_t i = 0; i < n_of_a; i++)
    if (has_concept (b, n_of_b, a[i]))
      return true;
  return false;
}

/* Bits tell of most that they share none, and of most others what is at hand. */
static bool
share_child (const SmaajobVocabulary *vocabulary, uint32_t a, uint32_t b)
{
  const Kin *kin = &vocabulary->kin[a];
  const uint32_t *beside;
  size_t n;

  if ((kin->near_held & bit_of (b)) == 0 || (vocabulary->kin[b].near_held & bit_of (a)) == 0)
    return false;
  if (kin->is_whole)
    return has_concept (kin->keys + 1 + kin->n_broader + kin->n_broader_2, kin->n_beside, b);
  beside = vocabulary_get_beside (vocabulary, a, &n);
  return has_concept (beside, n, b);
}

__attribute__ ((noinline)) unsigned
vocabulary_get_relations (const SmaajobVocabulary *vocabulary, uint32_t held, uint32_t wanted)
{
  const Kin *kin_h = &vocabulary->kin[held], *kin_w = &vocabulary->kin[wanted];
  uint32_t room_h[VOCABULARY_MAX_KEYS + 1], room_w[VOCABULARY_MAX_KEYS + 1];
  const uint32_t *above_h = get_keys (vocabulary, held, room_h) + 1,
                 *above_w = get_keys (vocabulary, wanted, room_w) + 1;
  unsigned relations = 0;

  if (held == wanted)
    return 1u << RELATION_SELF;
  if (has_concept (above_h, kin_h->n_broader, wanted))
    return 1u << RELATION_NARROWER;
  if (has_concept (above_w, kin_w->n_broader, held))
    return 1u << RELATION_BROADER;
  if (has_concept (above_h + kin_h->n_broader, kin_h->n_broader_2, wanted))
    relations |= 1u << RELATION_NARROWER_2;
  if (has_concept (above_w + kin_w->n_broader, kin_w->n_broader_2, held))
    relations |= 1u << RELATION_BROADER_2;
  if (share_concept (above_h, kin_h->n_broader, above_w, kin_w->n_broader) ||
      share_child (vocabulary, held, wanted))
    relations |= 1u << RELATION_SIBLING;
  return relations;
}

static uint64_t
bits_of (const uint32_t *concepts, size_t n)
{
  uint64_t bits = 0;

  for (size_t i = 0; i < n; i++)
    bits |= bit_of (concepts[i]);
  return bits;
}

/* Which of the first keys, a concept and its parents, are parents of those. */
static unsigned
find_twice_above (const SmaajobVocabulary *vocabulary, const uint32_t *keys, size_t n_parents)
{
  unsigned twice = 0;
  size_t n_above;

  for (size_t i = 1; i <= n_parents; i++) {
    const uint32_t *above = vocabulary_get_broader (vocabulary, keys[i], &n_above);

    for (size_t j = 1; j <= n_parents; j++)
      twice |= (unsigned) has_concept (above, n_above, keys[j]) << j;
  }
  return twice;
}

/* Those of n keys that there is room for, and what is beside when all of it has room. */
static void
place_near (const SmaajobVocabulary *vocabulary, const uint32_t *keys, size_t n, Kin *kin)
{
  size_t n_beside;
  const uint32_t *beside = vocabulary_get_beside (vocabulary, keys[0], &n_beside);

  kin->near_held = kin->near_wanted | bits_of (beside, n_beside);
  if (n > KIN_KEYS)
    return;
  memcpy (kin->keys, keys, n * sizeof *keys);
  if (n_beside > KIN_KEYS - n)
    return;
  for (size_t i = 0; i < n_beside; i++)
    kin->keys[n + i] = beside[i];
  kin->is_whole = 1;
  kin->n_beside = n_beside & 0xf;
  kin->twice_above = find_twice_above (vocabulary, keys, kin->n_broader) & 0x7ff;
}

void
relations_find_kin (const SmaajobVocabulary *vocabulary, Kin *kin)
{
  uint32_t keys[VOCABULARY_MAX_KEYS + 1];

  for (uint32_t i = 0; i < vocabulary->n[WORD_CONCEPT]; i++) {
    size_t n_parents, n = find_keys (vocabulary, i, keys, &n_parents);

    kin[i] = (Kin){.near_wanted = bits_of (keys, n),
                   .n_broader = (uint8_t) n_parents,
                   .n_broader_2 = (uint8_t) (n - 1 - n_parents)};
    place_near (vocabulary, keys, n, &kin[i]);
  }
}

bool
vocabulary_get_near (const SmaajobVocabulary *vocabulary, uint32_t held, Near *near)
{
  const Kin *kin = &vocabulary->kin[held];

  *near = (Near){kin->keys, kin->n_broader, kin->n_broader_2, kin->n_beside, kin->twice_above};
  return kin->is_whole;
}

size_t
vocabulary_count_keys (const SmaajobVocabulary *vocabulary, uint32_t wanted, uint8_t *n_broader,
                       uint8_t *n_broader_2)
{
  const Kin *kin = &vocabulary->kin[wanted];

  *n_broader = kin->n_broader;
  *n_broader_2 = kin->n_broader_2;
  return (size_t) 1 + kin->n_broader + kin->n_broader_2;
}

void
vocabulary_copy_keys (const SmaajobVocabulary *vocabulary, uint32_t wanted, uint32_t *keys)
{
  const Kin *kin = &vocabulary->kin[wanted];
  size_t n_parents;

  if (1 + kin->n_broader + kin->n_broader_2 <= KIN_KEYS)
    memcpy (keys, kin->keys, sizeof kin->keys);
  else
    find_keys (vocabulary, wanted, keys, &n_parents);
}

NearBits
vocabulary_get_near_bits (const SmaajobVocabulary *vocabulary, uint32_t concept_index)
{
  const Kin *kin = &vocabulary->kin[concept_index];
  uint32_t room[VOCABULARY_MAX_KEYS + 1];

  return (NearBits){bit_of (concept_index),
                    bits_of (get_keys (vocabulary, concept_index, room) + 1, kin->n_broader),
                    kin->near_held, kin->near_wanted};
}

uint64_t
vocabulary_get_near_wanted (const SmaajobVocabulary *vocabulary, uint32_t wanted)
{
  return vocabulary->kin[wanted].near_wanted;
}

uint64_t
vocabulary_get_near_held (const SmaajobVocabulary *vocabulary, uint32_t held)
{
  return vocabulary->kin[held].near_held;
}
