/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_KINSHIP_H
#define MANY_KINSHIP_H

#include "words/vocabulary.h"

/* The concepts of a vocabulary in an order in which those with a parent in common are beside one
   another, and so are all their children: of what is held most that is near is read together. */
typedef struct {
  uint32_t *concepts; /* by place */
  uint32_t *places;   /* by concept */
} Kinship;

/* False when there is no memory; kinship_clear() ends it in any case. */
bool kinship_init (Kinship *kinship, const SmaajobVocabulary *vocabulary);
void kinship_clear (Kinship *kinship);

#endif
