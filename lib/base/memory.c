/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memory.h"

#include <glib.h>
#include <stdint.h>

#define LINE 64 /* of the cache, in bytes */

void *
memory_new (size_t size)
{
  return g_try_malloc0 (size);
}

void *
memory_resize (void *memory, size_t size)
{
  return g_try_realloc (memory, size);
}

void
memory_free (void *memory)
{
  g_free (memory);
}

void
smaajob_free (void *memory)
{
  g_free (memory);
}

/* In front of it stands where the memory that it is part of begins. */
void *
memory_new_aligned (size_t size)
{
  const size_t spare = sizeof (void *) + LINE - 1;
  char *whole = size <= SIZE_MAX - spare ? memory_new (size + spare) : NULL;
  void **aligned;

  if (whole == NULL)
    return NULL;
  aligned = (void **) (whole + spare - (uintptr_t) (whole + spare) % LINE);
  aligned[-1] = whole;
  return aligned;
}

void
memory_free_aligned (void *memory)
{
  if (memory != NULL)
    memory_free (((void **) memory)[-1]);
}

void *
shares_take (Shares *shares, size_t size)
{
  const size_t from = (shares->used + LINE - 1) / LINE * LINE;

  shares->used = from + size;
  return shares->memory == NULL ? NULL : shares->memory + from;
}

void
references_init (References *references)
{
  g_atomic_int_set (&references->count, 1);
}

void
references_take (References *references)
{
  g_atomic_int_inc (&references->count);
}

bool
references_drop (References *references)
{
  return g_atomic_int_dec_and_test (&references->count);
}
