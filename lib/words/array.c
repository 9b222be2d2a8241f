/* SPDX-License-Identifier: Apache-2.0 */
#include "words/array.h"

#include "base/memory.h"

#include <string.h>

#define FEWEST_ITEMS 16

bool
array_reserve (Array *array, size_t more, size_t item_size)
{
  size_t capacity = array->capacity < FEWEST_ITEMS ? FEWEST_ITEMS : array->capacity;
  void *items;

  if (more <= array->capacity - array->n)
    return true;
  if (more > INT32_MAX - array->n)
    return false;
  while (capacity < array->n + more)
    capacity *= 2;
  if (capacity > SIZE_MAX / item_size)
    return false;
  items = memory_resize (array->items, capacity * item_size);
  if (items == NULL)
    return false;
  array->items = items;
  array->capacity = (uint32_t) capacity;
  return true;
}

void *
block_place (char **end, const void *items, size_t size)
{
  void *at = *end;

  if (items != NULL && size > 0)
    memcpy (at, items, size);
  *end += size;
  return at;
}
