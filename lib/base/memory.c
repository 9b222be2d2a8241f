/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memory.h"

#include <glib.h>

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
