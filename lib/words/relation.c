/* SPDX-License-Identifier: Apache-2.0 */
#include "words/tables.h"
#include "words/vocabulary.h"

static bool
is_broader (const SmaajobVocabulary *vocabulary, uint32_t broader, uint32_t narrower)
{
  size_t n;
  const uint32_t *parents = vocabulary_get_broader (vocabulary, narrower, &n);

  for (size_t i = 0; i < n; i++)
    if (parents[i] == broader)
      return true;
  return false;
}

static bool
is_broader_2 (const SmaajobVocabulary *vocabulary, uint32_t broader, uint32_t narrower)
{
  size_t n;
  const uint32_t *parents = vocabulary_get_broader (vocabulary, narrower, &n);

  for (size_t i = 0; i < n; i++)
    if (is_broader (vocabulary, broader, parents[i]))
      return true;
  return false;
}

static bool
share_parent (const SmaajobVocabulary *vocabulary, uint32_t a, uint32_t b)
{
  size_t n;
  const uint32_t *parents = vocabulary_get_broader (vocabulary, a, &n);

  for (size_t i = 0; i < n; i++)
    if (is_broader (vocabulary, parents[i], b))
      return true;
  return false;
}

/* Both runs of children ascend. */
static bool
share_child (const SmaajobVocabulary *vocabulary, uint32_t a, uint32_t b)
{
  size_t n_of_a, n_of_b, i = 0, j = 0;
  const uint32_t *of_a = vocabulary_get_narrower (vocabulary, a, &n_of_a);
  const uint32_t *of_b = vocabulary_get_narrower (vocabulary, b, &n_of_b);

  while (i < n_of_a && j < n_of_b && of_a[i] != of_b[j])
    if (of_a[i] < of_b[j])
      i++;
    else
      j++;
  return i < n_of_a && j < n_of_b;
}

static uint64_t
bit_of (uint32_t concept_index)
{
  return (uint64_t) 1 << (concept_index * 2654435761u >> 26);
}

/* Bits tell most that cannot be before any list is gone through. */
__attribute__ ((noinline)) unsigned
vocabulary_get_relations (const SmaajobVocabulary *vocabulary, uint32_t held, uint32_t wanted)
{
  const Kin *of_held = &vocabulary->kin[held], *of_wanted = &vocabulary->kin[wanted];
  const uint64_t held_bit = bit_of (held), wanted_bit = bit_of (wanted);
  const bool may_be_below = (of_held->near_wanted & wanted_bit) != 0,
             may_be_above = (of_wanted->near_wanted & held_bit) != 0,
             may_share_child =
                 (of_held->near_held & wanted_bit) != 0 && (of_wanted->near_held & held_bit) != 0;
  unsigned relations = 0;

  if (held == wanted)
    return 1u << RELATION_SELF;
  if (may_be_below && is_broader (vocabulary, wanted, held))
    return 1u << RELATION_NARROWER;
  if (may_be_above && is_broader (vocabulary, held, wanted))
    return 1u << RELATION_BROADER;
  if (may_be_below && is_broader_2 (vocabulary, wanted, held))
    relations |= 1u << RELATION_NARROWER_2;
  if (may_be_above && is_broader_2 (vocabulary, held, wanted))
    relations |= 1u << RELATION_BROADER_2;
  if (share_parent (vocabulary, held, wanted) ||
      (may_share_child && share_child (vocabulary, held, wanted)))
    relations |= 1u << RELATION_SIBLING;
  return relations;
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

static uint64_t
bits_of (const uint32_t *concepts, size_t n)
{
  uint64_t bits = 0;

  for (size_t i = 0; i < n; i++)
    bits |= bit_of (concepts[i]);
  return bits;
}

/* The parents of its children. */
static uint64_t
bits_beside (const SmaajobVocabulary *vocabulary, uint32_t concept_index)
{
  size_t n, n_parents;
  const uint32_t *children = vocabulary_get_narrower (vocabulary, concept_index, &n), *parents;
  uint64_t bits = 0;

  for (size_t i = 0; i < n; i++) {
    parents = vocabulary_get_broader (vocabulary, children[i], &n_parents);
    bits |= bits_of (parents, n_parents);
  }
  return bits;
}

void
relations_find_kin (const SmaajobVocabulary *vocabulary, Kin *kin)
{
  uint32_t keys[VOCABULARY_MAX_KEYS + 1];

  for (uint32_t i = 0; i < vocabulary->n[WORD_CONCEPT]; i++) {
    size_t n_parents, n = find_keys (vocabulary, i, keys, &n_parents);
    const uint64_t near = bits_of (keys, n);

    kin[i] = (Kin){.near_held = near | bits_beside (vocabulary, i),
                   .near_wanted = near,
                   .n_broader = (uint8_t) n_parents,
                   .n_broader_2 = (uint8_t) (n - 1 - n_parents)};
    if (n <= KIN_KEYS)
      memcpy (kin[i].keys, keys, n * sizeof *keys);
  }
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
  const size_t n = (size_t) 1 + kin->n_broader + kin->n_broader_2;
  uint32_t found[VOCABULARY_MAX_KEYS + 1];
  size_t n_parents;

  if (n > KIN_KEYS)
    find_keys (vocabulary, wanted, found, &n_parents);
  memcpy (keys, n > KIN_KEYS ? found : kin->keys, n * sizeof *keys);
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
