/* SPDX-License-Identifier: Apache-2.0 */
#ifndef WORDS_TABLES_H
#define WORDS_TABLES_H

#include "base/memory.h"
#include <smaajob/vocabulary.h>

/* Strings are offsets into the text; 0, where an empty string stands, is what is not said. */
typedef struct {
  uint32_t id, label_da, label_en;
} Word;

typedef struct {
  uint32_t unit, icf, onet;
  uint8_t kind; /* SmaajobConditionKind */
  uint8_t type; /* SmaajobConditionType */
} ConditionFacts;

typedef enum { WORD_CONDITION, WORD_GATE, WORD_CONCEPT, N_WORD_KINDS } WordKind;

/* One block of memory, this struct at its head. */
struct _SmaajobVocabulary {
  References references;
  int digest_state; /* of the digest, which text/digest.c makes when it is first asked for */
  char digest[65];
  uint32_t version;
  uint32_t n[N_WORD_KINDS];
  uint32_t text_size;
  const Word *words[N_WORD_KINDS];      /* one run: the conditions, the gates, the concepts */
  const ConditionFacts *facts;          /* by condition */
  const uint32_t *sorted[N_WORD_KINDS]; /* numbers of words, by id */
  const uint64_t *heads[N_WORD_KINDS];  /* of their ids, in that order: tables_head_of() */
  uint32_t n_shared[N_WORD_KINDS];      /* how many first bytes all ids of a kind share */
  const uint32_t *broader_from;         /* n concepts + 1: where the parents of each begin */
  const uint32_t *broader;
  const uint32_t *narrower_from;
  const uint32_t *narrower; /* the children of each ascend */
  const char *text;
};

/* Eight bytes of an id, after those that all share, as a number that sorts as they do: it tells
   most ids apart without going to where they are. */
static inline uint64_t
tables_head_of (const char *id)
{
  uint64_t head = 0;

  for (int i = 0; i < 8; i++)
    head = head << 8 | (*id == '\0' ? 0 : (unsigned char) *id++);
  return head;
}

#endif
