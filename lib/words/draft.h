/* SPDX-License-Identifier: Apache-2.0 */
#ifndef WORDS_DRAFT_H
#define WORDS_DRAFT_H

#include "words/array.h"
#include "words/tables.h"
#include "words/tree.h"

/* A broader concept as this document states it: whose, by what name, and where it is said. */
typedef struct {
  uint32_t child;
  uint32_t name;  /* offset into names */
  uint32_t place; /* of the child in this document */
  uint16_t i;     /* which of its broader concepts */
} StatedBroader;

/* A vocabulary being made: the words of the base and of this document; the base's edges stay there.
 */
struct _SmaajobVocabularyBuilder {
  SmaajobVocabulary *base; /* NULL for nothing */
  uint32_t version;
  Array text;                /* char */
  Array words[N_WORD_KINDS]; /* Word, the base's first */
  Array facts;               /* ConditionFacts */
  Tree ids;                  /* to a WordKind in the two highest bits, and the number of its kind */
  Array spoken;              /* bool, by concept of the base: whether this document has it too */
  Array names;               /* char */
  Array broader;             /* StatedBroader */
  uint32_t n_stated[N_WORD_KINDS]; /* in this document */
  uint32_t current;                /* the concept added last, or WORD_NONE */
};

#define DRAFT_KIND_SHIFT 30

static inline uint32_t
draft_value (WordKind kind, uint32_t number)
{
  return (uint32_t) kind << DRAFT_KIND_SHIFT | number;
}

static inline WordKind
draft_kind_of (uint32_t value)
{
  return (WordKind) (value >> DRAFT_KIND_SHIFT);
}

static inline uint32_t
draft_number_of (uint32_t value)
{
  return value & ((1u << DRAFT_KIND_SHIFT) - 1);
}

#endif
