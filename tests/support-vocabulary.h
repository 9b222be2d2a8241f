/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SUPPORT_VOCABULARY_H
#define SUPPORT_VOCABULARY_H

#include "support-data.h"

#include "words/vocabulary.h"

/* Two concepts of the built-in vocabulary; the first is broader than the second. */
#define REPAIR_MOBILES      "esco:55cd5608-1497-4ed1-96d0-cb9494749a09"
#define DISASSEMBLE_MOBILES "esco:211e4a02-69a6-494e-b94a-93741e2a3a0b"

static SmaajobError error;

static inline SmaajobVocabularyBuilder *
builder_new (const SmaajobVocabulary *base)
{
  SmaajobVocabularyBuilder *builder = smaajob_vocabulary_builder_new (base, "test", &error);

  ck_assert_ptr_nonnull (builder);
  return builder;
}

static inline SmaajobVocabulary *
build (SmaajobVocabularyBuilder *builder)
{
  SmaajobVocabulary *vocabulary = smaajob_vocabulary_builder_build (builder, &error);

  smaajob_vocabulary_builder_free (builder);
  return vocabulary;
}

static inline bool
add_concept (SmaajobVocabularyBuilder *builder, const char *id, const char *da, const char *en)
{
  const SmaajobWord word = {id, da, en};

  return smaajob_vocabulary_builder_add_concept (builder, &word, &error);
}

static inline bool
add_broader (SmaajobVocabularyBuilder *builder, const char *id)
{
  return smaajob_vocabulary_builder_add_broader (builder, id, &error);
}

#endif
