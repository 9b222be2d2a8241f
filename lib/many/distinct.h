/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_DISTINCT_H
#define MANY_DISTINCT_H

#include "base/memory.h"

/* Items numbered by what they are: equal ones have one number, and the numbers go up in the order
   of compare. What is judged once for each number need not be judged for each item. */
typedef struct {
  uint32_t *number_of; /* by item */
  uint32_t *example;   /* by number: one of the items that have it */
  uint32_t n;
} Distinct;

typedef int (*CompareItems) (const void *a, const void *b);

/* False when there is no memory; distinct is cleared by the caller in any case. */
bool distinct_make (Distinct *distinct, const void *const *items, uint32_t n, CompareItems compare);
void distinct_clear (Distinct *distinct);

/* Ascending. */
void sort_numbers (uint64_t *numbers, uint32_t n);

#endif
