/* SPDX-License-Identifier: Apache-2.0 */
#include "words/builtin.h"

#define BUILTIN_VERSION "builtin-1"

static bool
add_builtin_concepts (SmaajobVocabularyBuilder *builder, SmaajobError *error)
{
  size_t edge = 0;

  for (size_t i = 0; i < n_builtin_concepts; i++) {
    if (!smaajob_vocabulary_builder_add_concept (builder, &builtin_concepts[i], error))
      return false;
    for (; edge < n_builtin_broader && builtin_broader[edge].child == i; edge++)
      if (!smaajob_vocabulary_builder_add_broader (
              builder, builtin_concepts[builtin_broader[edge].parent].id, error))
        return false;
  }
  return true;
}

static bool
add_builtin (SmaajobVocabularyBuilder *builder, SmaajobError *error)
{
  for (size_t i = 0; i < n_builtin_conditions; i++)
    if (!smaajob_vocabulary_builder_add_condition (builder, &builtin_conditions[i], error))
      return false;
  for (size_t i = 0; i < n_builtin_gates; i++)
    if (!smaajob_vocabulary_builder_add_gate (builder, &builtin_gates[i], error))
      return false;
  return add_builtin_concepts (builder, error);
}

SmaajobVocabulary *
smaajob_vocabulary_new (SmaajobError *error)
{
  SmaajobVocabularyBuilder *builder = smaajob_vocabulary_builder_new (NULL, BUILTIN_VERSION, error);
  SmaajobVocabulary *vocabulary = NULL;

  if (builder != NULL && add_builtin (builder, error))
    vocabulary = smaajob_vocabulary_builder_build (builder, error);
  smaajob_vocabulary_builder_free (builder);
  return vocabulary;
}
