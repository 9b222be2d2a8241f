/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_KEYS_H
#define TEXT_KEYS_H

#include <smaajob/error.h>

#include <string.h>

/* A member's name as it stands in a text, without its quotes. */
typedef struct {
  uint32_t offset;
  uint32_t length : 31;
  uint32_t escaped : 1;
} Key;

static inline uint64_t
key_read_2 (const char *at)
{
  uint16_t bytes;

  memcpy (&bytes, at, sizeof bytes);
  return bytes;
}

/* Of a name's length, and its first and last two characters; of one that stands alone with the NUL
   behind it and the quote in front. */
static inline uint64_t
key_hash (const char *name, size_t n)
{
  const uint64_t ends = key_read_2 (name + n - (n == 0 ? 0 : 2)) << 16 | key_read_2 (name);

  return n == 0 ? 0 : ((uint64_t) n << 32 | ends) * UINT64_C (0x9E3779B185EBCA87);
}

/* The number of a bit of 64: mostly no two names of an object have the same. */
static inline unsigned
key_get_bit (const char *name, size_t n)
{
  return (unsigned) (key_hash (name, n) >> 58);
}

/* The name without escapes, NUL-terminated; its length, or size when it does not fit. */
size_t key_copy (const char *text, Key key, char *copy, size_t size);
/* The first key that repeats an earlier one, or NULL; reorders the keys. Names are those of a tape:
   without escapes, a NUL behind each, and more to read behind that. Never quadratic in n. */
const Key *keys_find_duplicate (const char *names, Key *keys, size_t n);

#endif
