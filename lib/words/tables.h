/* SPDX-License-Identifier: Apache-2.0 */
#ifndef WORDS_TABLES_H
#define WORDS_TABLES_H

#include "base/memory.h"
#include <smaajob/vocabulary.h>

#include <string.h>

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

/* A word by the hash of its id, which is an offset into ids; a number of WORD_NONE is nobody's. */
typedef struct {
  uint32_t hash, number, id;
} Slot;

/* What an opening has of a concept, all in one line of memory. Few concepts have more keys: theirs
   are found when they are asked for. */
#define KIN_KEYS 11
typedef struct {
  uint64_t near_held, near_wanted; /* vocabulary_get_near_held() and vocabulary_get_near_wanted() */
  uint8_t n_broader, n_broader_2;  /* of vocabulary_copy_keys(), which begin with the concept */
  uint16_t unused;
  uint32_t keys[KIN_KEYS];
} Kin;
#define KIN_ALIGNMENT 64
_Static_assert(sizeof (Kin) == KIN_ALIGNMENT, "a line of memory");

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
  const Slot *slots[N_WORD_KINDS];      /* a power of two of them, by hash of the id */
  uint32_t n_slots[N_WORD_KINDS];       /* 0 when chosen ids would make them slow */
  const char *ids;                      /* of all words, without the labels between them */
  const uint32_t *broader_from;         /* n concepts + 1: where the parents of each begin */
  const uint32_t *broader;
  const uint32_t *narrower_from;
  const uint32_t *narrower; /* the children of each ascend */
  const Kin *kin;           /* by concept */
  const char *text;
};

/* Of all concepts, once the edges are there. */
void relations_find_kin (const SmaajobVocabulary *vocabulary, Kin *kin);

/* What is looked for stands at the first slot of its hash or behind it, before any empty one. */
static inline uint32_t
tables_hash (const char *id)
{
  const size_t n = strlen (id);
  uint64_t hash = n, bytes = 0;

  for (size_t i = 0; i + sizeof bytes <= n; i += sizeof bytes) {
    memcpy (&bytes, id + i, sizeof bytes);
    hash = (hash ^ bytes) * UINT64_C (0x9E3779B185EBCA87);
    hash ^= hash >> 32;
  }
  if (n >= sizeof bytes)
    memcpy (&bytes, id + n - sizeof bytes, sizeof bytes);
  else
    for (size_t i = 0; i < n; i++)
      bytes = bytes << 8 | (unsigned char) id[i];
  hash = (hash ^ bytes) * UINT64_C (0xC2B2AE3D27D4EB4F);
  return (uint32_t) (hash >> 32);
}

#endif
