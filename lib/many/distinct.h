/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_DISTINCT_H
#define MANY_DISTINCT_H

#include "base/memory.h"

/* Objects numbered by their ids: equal ones have one number, and the numbers go up in the order of
   the ids' bytes. */
typedef struct {
  uint32_t *number_of; /* by object */
  uint32_t *example;   /* by number: the first of the objects that have it */
  uint32_t n;
} Distinct;

typedef const char *(*GetId) (const void *object);

/* False when there is no memory; distinct is cleared by the caller in any case. */
bool distinct_make (Distinct *distinct, const void *const *objects, uint32_t n, GetId get_id);
void distinct_clear (Distinct *distinct);

/* Ascending; false when there is no memory. They must be in the order of the bits below first_bit
   already, as numbers are whose lower bits count them. */
bool sort_numbers (uint64_t *numbers, uint32_t n, unsigned first_bit);

#endif
