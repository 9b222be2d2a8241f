/* SPDX-License-Identifier: Apache-2.0 */
#include "many/kinship.h"

#include "base/memory.h"

#define NOWHERE UINT32_MAX

static uint32_t
place (Kinship *kinship, uint32_t concept_index, uint32_t n)
{
  if (kinship->places[concept_index] != NOWHERE)
    return n;
  kinship->places[concept_index] = n;
  kinship->concepts[n] = concept_index;
  return n + 1;
}

/* Level by level, from those without a parent down. */
static void
place_all (Kinship *kinship, const SmaajobVocabulary *vocabulary, uint32_t n_concepts)
{
  uint32_t n = 0;
  size_t n_related;

  for (uint32_t i = 0; i < n_concepts; i++)
    kinship->places[i] = NOWHERE;
  for (uint32_t i = 0; i < n_concepts; i++) {
    vocabulary_get_broader (vocabulary, i, &n_related);
    if (n_related == 0)
      n = place (kinship, i, n);
  }
  for (uint32_t i = 0; i < n; i++) {
    const uint32_t *narrower =
        vocabulary_get_narrower (vocabulary, kinship->concepts[i], &n_related);

    for (size_t k = 0; k < n_related; k++)
      n = place (kinship, narrower[k], n);
  }
}

bool
kinship_init (Kinship *kinship, const SmaajobVocabulary *vocabulary)
{
  const size_t n = smaajob_vocabulary_get_n_concepts (vocabulary);

  kinship->concepts = memory_resize (NULL, (n + 1) * sizeof *kinship->concepts);
  kinship->places = memory_resize (NULL, (n + 1) * sizeof *kinship->places);
  if (kinship->concepts == NULL || kinship->places == NULL)
    return false;
  place_all (kinship, vocabulary, (uint32_t) n);
  return true;
}

void
kinship_clear (Kinship *kinship)
{
  memory_free (kinship->concepts);
  memory_free (kinship->places);
}
