/* SPDX-License-Identifier: Apache-2.0 */
#ifndef WORDS_ARRAY_H
#define WORDS_ARRAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A run of items that grows; {0} is empty. The owner knows the type, and frees items. */
typedef struct {
  void *items;
  uint32_t n, capacity;
} Array;

/* Make room for more items after the n there are; false when there is no memory. */
bool array_reserve (Array *array, size_t more, size_t item_size);
/* The next size bytes of a block of memory, copied from items when those are not NULL. */
void *block_place (char **end, const void *items, size_t size);

#endif
