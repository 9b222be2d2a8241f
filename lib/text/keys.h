/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_KEYS_H
#define TEXT_KEYS_H

#include <smaajob/error.h>

/* A member's name as it stands in a text, without its quotes. */
typedef struct {
  uint32_t offset;
  uint32_t length : 31;
  uint32_t escaped : 1;
} Key;

/* The name without escapes, NUL-terminated; its length, or size when it does not fit. */
size_t key_copy (const char *text, Key key, char *copy, size_t size);
/* The first key that repeats an earlier one, or NULL; reorders the keys. Names are those of a tape:
   without escapes, a NUL behind each, and more to read behind that. Never quadratic in n. */
const Key *keys_find_duplicate (const char *names, Key *keys, size_t n);

#endif
