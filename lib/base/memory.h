/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <smaajob/error.h>

/* The only place that memory comes from. NULL means there is none, and the caller says so. */
void *memory_new (size_t size); /* zeroed */
void *memory_resize (void *memory, size_t size);
void memory_free (void *memory);
/* Zeroed, and begins with a line of the processor's cache: of what is read a vector at a time none
   is then in two lines. It has a way of its own to be freed. */
void *memory_new_aligned (size_t size);
void memory_free_aligned (void *memory);

/* Aligned memory that is taken in one piece and shared out: each share begins with a line of the
   cache. Without memory shares are NULL, and only what they use is counted. */
typedef struct {
  char *memory;
  size_t used;
} Shares;

void *shares_take (Shares *shares, size_t size);

/* Have the line of the cache fetched that is looked at soon; anything may be there, or nothing.
   What does no more than that does nothing to a compiler, and it leaves out calls of it: so it is
   told that something is done. */
static inline void
memory_fetch (const void *soon)
{
  __builtin_prefetch (soon);
  __asm__ volatile("");
}

/* Reference counts of the immutable objects. */
typedef struct {
  int count;
} References;

void references_init (References *references);
void references_take (References *references);
bool references_drop (References *references); /* whether it was the last */

#endif
