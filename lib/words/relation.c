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

__attribute__ ((noinline)) unsigned
vocabulary_get_relations (const SmaajobVocabulary *vocabulary, uint32_t held, uint32_t wanted)
{
  unsigned relations = 0;

  if (held == wanted)
    return 1u << RELATION_SELF;
  if (is_broader (vocabulary, wanted, held))
    return 1u << RELATION_NARROWER;
  if (is_broader (vocabulary, held, wanted))
    return 1u << RELATION_BROADER;
  if (is_broader_2 (vocabulary, wanted, held))
    relations |= 1u << RELATION_NARROWER_2;
  if (is_broader_2 (vocabulary, held, wanted))
    relations |= 1u << RELATION_BROADER_2;
  if (share_parent (vocabulary, held, wanted) || share_child (vocabulary, held, wanted))
    relations |= 1u << RELATION_SIBLING;
  return relations;
}

static uint64_t
bit_of (uint32_t concept_index)
{
  return (uint64_t) 1 << (concept_index * 2654435761u >> 26);
}

static uint64_t
bits_above (const SmaajobVocabulary *vocabulary, uint32_t concept_index)
{
  size_t n;
  const uint32_t *parents = vocabulary_get_broader (vocabulary, concept_index, &n);
  uint64_t bits = 0;

  for (size_t i = 0; i < n; i++)
    bits |= bit_of (parents[i]);
  return bits;
}

/* The concept, its parents and theirs. */
static uint64_t
bits_near_wanted (const SmaajobVocabulary *vocabulary, uint32_t wanted)
{
  size_t n;
  const uint32_t *parents = vocabulary_get_broader (vocabulary, wanted, &n);
  uint64_t bits = bit_of (wanted) | bits_above (vocabulary, wanted);

  for (size_t i = 0; i < n; i++)
    bits |= bits_above (vocabulary, parents[i]);
  return bits;
}

/* The same, and the other parents of its children. */
static uint64_t
bits_near_held (const SmaajobVocabulary *vocabulary, uint32_t held)
{
  size_t n;
  const uint32_t *children = vocabulary_get_narrower (vocabulary, held, &n);
  uint64_t bits = bits_near_wanted (vocabulary, held);

  for (size_t i = 0; i < n; i++)
    bits |= bits_above (vocabulary, children[i]);
  return bits;
}

void
relations_find_near (const SmaajobVocabulary *vocabulary, Near *near)
{
  for (uint32_t i = 0; i < vocabulary->n[WORD_CONCEPT]; i++)
    near[i] = (Near){bits_near_held (vocabulary, i), bits_near_wanted (vocabulary, i)};
}

uint64_t
vocabulary_get_near_wanted (const SmaajobVocabulary *vocabulary, uint32_t wanted)
{
  return vocabulary->near[wanted].wanted;
}

uint64_t
vocabulary_get_near_held (const SmaajobVocabulary *vocabulary, uint32_t held)
{
  return vocabulary->near[held].held;
}
