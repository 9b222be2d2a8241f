/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <smaajob/error.h>

/* The only place that memory comes from. NULL means there is none, and the caller says so. */
void *memory_new (size_t size); /* zeroed */
void *memory_resize (void *memory, size_t size);
void memory_free (void *memory);

/* Reference counts of the immutable objects. */
typedef struct {
  int count;
} References;

void references_init (References *references);
void references_take (References *references);
bool references_drop (References *references); /* whether it was the last */

#endif
