/* SPDX-License-Identifier: Apache-2.0 */
#ifndef WORDS_VOCABULARY_H
#define WORDS_VOCABULARY_H

#include <smaajob/vocabulary.h>

/* Words are numbered in document order, the base's first. */
#define WORD_NONE       UINT32_MAX
#define WORD_MOST_BYTES 128 /* of an id */
/* Parents of one concept: their parents' number, its square, still fits in a byte. */
#define VOCABULARY_MAX_BROADER 15
_Static_assert(VOCABULARY_MAX_BROADER *VOCABULARY_MAX_BROADER <= UINT8_MAX, "that many in a byte");
/* Those of the base among them: an opening counts them in 16 bits. */
#define VOCABULARY_MAX_CONDITIONS 65535

/* How a held concept stands to a wanted one; the order is that of the policy's similarities. */
typedef enum {
  RELATION_SELF,
  RELATION_NARROWER,   /* held is a child of wanted */
  RELATION_NARROWER_2, /* held is a grandchild of wanted */
  RELATION_BROADER,    /* held is a parent of wanted */
  RELATION_BROADER_2,  /* held is a grandparent of wanted */
  RELATION_SIBLING,    /* they share a parent or a child */
  RELATION_NONE
} Relation;
#define N_RELATIONS RELATION_NONE

SmaajobVocabulary *vocabulary_take (SmaajobVocabulary *vocabulary); /* a further reference */
bool id_is_valid (const char *id);                                  /* 1–128 of [A-Za-z0-9._:-] */

uint32_t vocabulary_find_condition (const SmaajobVocabulary *vocabulary, const char *id);
uint32_t vocabulary_find_gate (const SmaajobVocabulary *vocabulary, const char *id);
uint32_t vocabulary_find_concept (const SmaajobVocabulary *vocabulary, const char *id);
/* One that is soon to be found may be far away in memory: first where it is said to be, then, when
   that is there, itself, by what the first call returned. */
uint32_t vocabulary_expect_concept (const SmaajobVocabulary *vocabulary, const char *id);
void vocabulary_fetch_concept (const SmaajobVocabulary *vocabulary, uint32_t hash);
const char *vocabulary_get_condition_id (const SmaajobVocabulary *vocabulary, uint32_t condition);
SmaajobConditionType vocabulary_get_condition_type (const SmaajobVocabulary *vocabulary,
                                                    uint32_t condition);
const char *vocabulary_get_gate_id (const SmaajobVocabulary *vocabulary, uint32_t gate);
const char *vocabulary_get_concept_id (const SmaajobVocabulary *vocabulary, uint32_t concept_index);
/* Parents and children of a concept in the DAG, each once. */
const uint32_t *vocabulary_get_broader (const SmaajobVocabulary *vocabulary, uint32_t concept_index,
                                        size_t *n);
const uint32_t *vocabulary_get_narrower (const SmaajobVocabulary *vocabulary,
                                         uint32_t concept_index, size_t *n);
/* The other parents of its children, each once. */
const uint32_t *vocabulary_get_beside (const SmaajobVocabulary *vocabulary, uint32_t concept_index,
                                       size_t *n);
/* What is looked up in a citizen's holdings for a wanted concept: itself, its parents, then those
   of their parents that are neither; each once. How many they are, and a copy where there is room:
   for VOCABULARY_SPARE_KEYS more than they are, since a few are copied without being counted. */
#define VOCABULARY_SPARE_KEYS 10
#define VOCABULARY_MAX_KEYS   (1 + VOCABULARY_MAX_BROADER * (1 + VOCABULARY_MAX_BROADER))
size_t vocabulary_count_keys (const SmaajobVocabulary *vocabulary, uint32_t wanted,
                              uint8_t *n_broader, uint8_t *n_broader_2);
void vocabulary_copy_keys (const SmaajobVocabulary *vocabulary, uint32_t wanted, uint32_t *keys);
/* Where all that is near a held concept is at hand: itself, n_broader parents, n_broader_2 of their
   parents that are neither, and n_beside of vocabulary_get_beside(); bit i of twice_above tells
   that the i-th is a parent's parent too. False where it must be gone for. */
typedef struct {
  const uint32_t *concepts;
  unsigned n_broader, n_broader_2, n_beside, twice_above;
} Near;
bool vocabulary_get_near (const SmaajobVocabulary *vocabulary, uint32_t held, Near *near);
/* How the one, held, stands to the other, wanted: bits 1 << Relation of all shortest paths, at most
   two edges long; 0 when there is none. Two bits when a policy may find either the closer one. */
unsigned vocabulary_get_relations (const SmaajobVocabulary *vocabulary, uint32_t held,
                                   uint32_t wanted);
/*
 * Concepts as bits of a small set: what is near a held concept, and a wanted one. Where the two
 * sets have nothing in common the concepts are not related; most are told apart so, without a look
 * at the DAG.
 */
uint64_t vocabulary_get_near_held (const SmaajobVocabulary *vocabulary, uint32_t held);
uint64_t vocabulary_get_near_wanted (const SmaajobVocabulary *vocabulary, uint32_t wanted);

/* The same sets, the concept alone and its parents beside them, for who compares many. */
typedef struct {
  uint64_t itself, parents, held, wanted;
} NearBits;
NearBits vocabulary_get_near_bits (const SmaajobVocabulary *vocabulary, uint32_t concept_index);

/* False where two concepts are not related, whichever of them is held: one is above the other, or
   they have a parent or a child together, or they are not. */
static inline bool
near_bits_meet (const NearBits *a, const NearBits *b)
{
  return ((a->wanted & b->itself) | (b->wanted & a->itself) | (a->parents & b->parents)) != 0 ||
         (((a->held & b->itself) != 0) & ((b->held & a->itself) != 0));
}
/* For a condition that is a member of the citizen document ("tim_week_max"): that member, else
 * NULL. */
const char *vocabulary_get_member_of (const char *condition_id);

#endif
