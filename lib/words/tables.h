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

/* A word by tables_hash() of its id, which is an offset into ids; a number of WORD_NONE is
 * nobody's. */
typedef struct {
  uint32_t hash, number, id;
} Slot;

/* What an opening and a citizen have of a concept, all in one line of memory. Few concepts have
   more keys: theirs are found when they are asked for. */
#define KIN_KEYS 11
typedef struct {
  uint64_t near_held, near_wanted; /* vocabulary_get_near_held() and vocabulary_get_near_wanted() */
  uint8_t n_broader, n_broader_2;  /* of vocabulary_copy_keys(), which begin with the concept */
  uint16_t is_whole : 1;           /* all of vocabulary_get_beside() is behind the keys */
  uint16_t n_beside : 4;           /* how many that are */
  uint16_t twice_above : 11;       /* bits of those keys that are parents and grandparents */
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
  const uint32_t *beside_from;
  const uint32_t *beside; /* the other parents of the children of each */
  const Kin *kin;         /* by concept */
  const char *text;
};

/* Of all concepts, once the edges are there. */
void relations_find_kin (const SmaajobVocabulary *vocabulary, Kin *kin);

static inline uint64_t
tables_read (const char *at)
{
  uint64_t bytes;

  memcpy (&bytes, at, sizeof bytes);
  return bytes;
}

/* An id of so many bytes has its first, its middle and its last eight looked at, whether these meet
   or lap over: without a branch, since nobody can foresee how long an id is. */
#define ID_FEWEST 8
#define ID_MOST   24

static inline uint64_t
tables_mix_rest (const char *id, size_t n)
{
  uint64_t hash = 0, factor = UINT64_C (0x9E3779B185EBCA87);

  if (n < ID_FEWEST)
    for (size_t i = 0; i < n; i++)
      hash = hash << 8 | (unsigned char) id[i];
  else /* no product waits for another */
    for (size_t i = 0; i + ID_FEWEST <= n; i += ID_FEWEST, factor += 0x27D4EB2F165667C6)
      hash += tables_read (id + i) * factor;
  return hash;
}

/* In the lowest byte how long the id is, at most WORD_MOST_BYTES, above it what is mixed of it. */
#define HASH_LENGTH 8
static inline uint32_t
tables_hash (const char *id, size_t n)
{
  uint64_t hash = n;

  if (n < ID_FEWEST || n > ID_MOST)
    hash = tables_mix_rest (id, n) + n;
  if (n >= ID_FEWEST)
    hash = (hash ^ tables_read (id)) * UINT64_C (0x9E3779B185EBCA87) +
           (tables_read (id + n / 2 - ID_FEWEST / 2) * UINT64_C (0xC2B2AE3D27D4EB4F) >> 1) +
           (tables_read (id + n - ID_FEWEST) * UINT64_C (0x165667B19E3779F9) >> 2);
  hash = (hash ^ hash >> 32) * UINT64_C (0xD6E8FEB86659FD93);
  return (uint32_t) (hash >> 32) << HASH_LENGTH | (uint32_t) n;
}

/* What is looked for stands there or behind it, before any empty slot; last is the last one. */
static inline uint32_t
tables_first_slot (uint32_t hash, uint32_t last)
{
  return hash >> HASH_LENGTH & last;
}

/* Two ids of that many bytes. */
static inline bool
tables_ids_are_equal (const char *a, const char *b, size_t n)
{
  const size_t middle = n / 2 - ID_FEWEST / 2, end = n - ID_FEWEST;

  if (n < ID_FEWEST || n > ID_MOST)
    return memcmp (a, b, n) == 0;
  return ((tables_read (a) ^ tables_read (b)) |
          (tables_read (a + middle) ^ tables_read (b + middle)) |
          (tables_read (a + end) ^ tables_read (b + end))) == 0;
}

#endif
