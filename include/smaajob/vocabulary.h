/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_VOCABULARY_H
#define SMAAJOB_VOCABULARY_H

/**
 * @file vocabulary.h
 * The words documents are written in: conditions, gates and competence concepts.
 *
 * A vocabulary is immutable and may be shared by threads. Every citizen and opening keeps its
 * vocabulary alive, so it may be freed as soon as the last document has been read. Ids are 1–128
 * bytes of
 * `[A-Za-z0-9._:-]`. Labels are UTF-8, 1–512 bytes.
 */

#include <smaajob/error.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _SmaajobVocabulary SmaajobVocabulary;
typedef struct _SmaajobVocabularyBuilder SmaajobVocabularyBuilder;

/** How a condition is measured, and so which member of a need applies to it. */
typedef enum {
  SMAAJOB_CONDITION_LIMIT = 0,     /**< exposure 0–4 against tolerance 0–4 (`tolerates`) */
  SMAAJOB_CONDITION_PROVISION = 1, /**< 0 no, 1 partly or by agreement, 2 yes (`requires`) */
  SMAAJOB_CONDITION_CEILING = 2 /**< a quantity in the condition's unit, 0–100000 (`at_most`) */
} SmaajobConditionType;

/** What area of life a condition belongs to. */
typedef enum {
  SMAAJOB_KIND_ENVIRONMENT = 0,
  SMAAJOB_KIND_PHYSICAL = 1,
  SMAAJOB_KIND_COGNITIVE = 2,
  SMAAJOB_KIND_SOCIAL = 3,
  SMAAJOB_KIND_TIME = 4,
  SMAAJOB_KIND_SUPPORT = 5,
  SMAAJOB_KIND_TRANSPORT = 6
} SmaajobConditionKind;

/** A condition as given to a builder or read from a vocabulary; the strings are borrowed. */
typedef struct {
  const char *id;
  SmaajobConditionKind kind;
  SmaajobConditionType type;
  const char *unit;     /**< such as "kg"; NULL when none */
  const char *label_da; /**< NULL when there is none; at least one label is required */
  const char *label_en;
  const char *icf;  /**< ICF code of reference, such as "e250"; NULL when none */
  const char *onet; /**< O*NET element of reference; NULL when none */
} SmaajobCondition;

/** A gate or a competence concept, as given to a builder or read; the strings are borrowed. */
typedef struct {
  const char *id;
  const char *label_da; /**< NULL when there is none; at least one label is required */
  const char *label_en;
} SmaajobWord;

/** A new vocabulary: the built-in one (56 conditions, 8 gates, 44 concepts). Fails: memory. */
SMAAJOB_API SmaajobVocabulary *smaajob_vocabulary_new (SmaajobError *error);

/**
 * A new vocabulary: @p base with the `smaajob.vocabulary/1` document @p json loaded on top.
 *
 * A condition or gate that @p base has already is a duplicate; a concept that it has already gains
 * the new labels and broader concepts. Broader concepts may be in either; a cycle is refused by
 * name. There are at most 65,535 conditions in all.
 * @param base what to load on top of; NULL for nothing
 * @param length of @p json in bytes, at most 64 MiB; the text need not end in a NUL
 */
SMAAJOB_API SmaajobVocabulary *smaajob_vocabulary_new_from_json (const SmaajobVocabulary *base,
                                                                 const char *json, size_t length,
                                                                 SmaajobError *error);

/** Give up a reference; the memory goes when no document needs it any more. NULL is allowed. */
SMAAJOB_API void smaajob_vocabulary_free (SmaajobVocabulary *vocabulary);

/** The whole vocabulary as canonical JSON, NUL-terminated; free with smaajob_free(). */
SMAAJOB_API char *smaajob_vocabulary_to_json (const SmaajobVocabulary *vocabulary,
                                              SmaajobError *error);

/** The version that the topmost document states, borrowed; never NULL. */
SMAAJOB_API const char *smaajob_vocabulary_get_version (const SmaajobVocabulary *vocabulary);

/** Number of conditions. */
SMAAJOB_API size_t smaajob_vocabulary_get_n_conditions (const SmaajobVocabulary *vocabulary);
/** Condition @p i < n, in document order; all members 0 or NULL beyond. */
SMAAJOB_API SmaajobCondition
smaajob_vocabulary_get_condition_at (const SmaajobVocabulary *vocabulary, size_t i);
/** Number of gates. */
SMAAJOB_API size_t smaajob_vocabulary_get_n_gates (const SmaajobVocabulary *vocabulary);
/** Gate @p i < n, in document order; all members NULL beyond. */
SMAAJOB_API SmaajobWord smaajob_vocabulary_get_gate_at (const SmaajobVocabulary *vocabulary,
                                                        size_t i);
/** Number of competence concepts. */
SMAAJOB_API size_t smaajob_vocabulary_get_n_concepts (const SmaajobVocabulary *vocabulary);
/** Competence concept @p i < n, in document order; all members NULL beyond. */
SMAAJOB_API SmaajobWord smaajob_vocabulary_get_concept_at (const SmaajobVocabulary *vocabulary,
                                                           size_t i);
/**
 * The label of a condition, gate or concept with that @p id, borrowed; the other language when
 * @p language ("da" or "en") has none; NULL when no word has the id.
 */
SMAAJOB_API const char *smaajob_vocabulary_get_label (const SmaajobVocabulary *vocabulary,
                                                      const char *id, const char *language);

/**
 * A builder for a vocabulary without JSON, on top of @p base (NULL for nothing).
 * @param version 1–128 bytes; NULL for the base's, or "unversioned". Fails: range, encoding,
 * memory.
 */
SMAAJOB_API SmaajobVocabularyBuilder *smaajob_vocabulary_builder_new (const SmaajobVocabulary *base,
                                                                      const char *version,
                                                                      SmaajobError *error);
/** Free a builder; NULL is allowed. */
SMAAJOB_API void smaajob_vocabulary_builder_free (SmaajobVocabularyBuilder *builder);
/**
 * Add a condition: at most 65,535 in all, those of the base among them.
 * Fails: duplicate, range (id), missing or encoding (labels), size, memory.
 */
SMAAJOB_API bool smaajob_vocabulary_builder_add_condition (SmaajobVocabularyBuilder *builder,
                                                           const SmaajobCondition *condition,
                                                           SmaajobError *error);
/** Add a gate. Fails: duplicate, range, missing, encoding, memory. */
SMAAJOB_API bool smaajob_vocabulary_builder_add_gate (SmaajobVocabularyBuilder *builder,
                                                      const SmaajobWord *gate, SmaajobError *error);
/** Add a concept; an id that the base has gains these labels. Fails as for a gate. */
SMAAJOB_API bool smaajob_vocabulary_builder_add_concept (SmaajobVocabularyBuilder *builder,
                                                         const SmaajobWord *word,
                                                         SmaajobError *error);
/**
 * Say that @p broader is broader than the concept added last, at most 15 a concept.
 * Fails: argument (no concept yet), duplicate, range, size, memory.
 */
SMAAJOB_API bool smaajob_vocabulary_builder_add_broader (SmaajobVocabularyBuilder *builder,
                                                         const char *broader, SmaajobError *error);
/** The checked vocabulary. Fails: unknown_concept (dangling broader), range (cycle), size. */
SMAAJOB_API SmaajobVocabulary *
smaajob_vocabulary_builder_build (const SmaajobVocabularyBuilder *builder, SmaajobError *error);

#ifdef __cplusplus
}
#endif
#endif
