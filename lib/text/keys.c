/* SPDX-License-Identifier: Apache-2.0 */
#include "text/keys.h"

#include <glib.h>
#include <string.h>

/* Up to here every pair is compared. */
#define FEW_KEYS 6
/* Up to here a table is worth it: documents rarely have larger objects, and sorting costs more. */
#define MANY_KEYS 64
#define SLOT_BITS 7
#define SLOTS     (1u << SLOT_BITS)

static gunichar
read_unit (const char *at)
{
  gunichar unit = 0;

  for (size_t i = 2; i < 6; i++)
    unit = unit * 16 + (gunichar) g_ascii_xdigit_value (at[i]);
  return unit;
}

static gunichar
next_unicode_escape (const char **at)
{
  gunichar unit = read_unit (*at);

  *at += 6;
  if (unit < 0xd800 || unit > 0xdbff)
    return unit;
  unit = 0x10000 + ((unit - 0xd800) << 10) + (read_unit (*at) - 0xdc00);
  *at += 6;
  return unit;
}

static gunichar
next_character (const char **at)
{
  static const char escapes[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  gunichar character;

  if (**at != '\\') {
    character = g_utf8_get_char (*at);
    *at = g_utf8_next_char (*at);
    return character;
  }
  if ((*at)[1] == 'u')
    return next_unicode_escape (at);
  character = (gunichar) meanings[strchr (escapes, (*at)[1]) - escapes];
  *at += 2;
  return character;
}

size_t
key_copy (const char *text, Key key, char *copy, size_t size)
{
  const char *at = text + key.offset, *end = at + key.length;
  size_t length = 0;
  char bytes[6];

  while (at < end) {
    size_t n = (size_t) g_unichar_to_utf8 (next_character (&at), bytes);
    if (length + n >= size)
      return size;
    memcpy (copy + length, bytes, n);
    length += n;
  }
  copy[length] = '\0';
  return length;
}

static size_t
length_of (const char *names, const Key *key)
{
  return key->escaped ? strlen (names + key->offset) : key->length;
}

static int
compare_names (const char *names, const Key *a, const Key *b)
{
  return strcmp (names + a->offset, names + b->offset);
}

static bool
is_before (const char *names, const Key *a, const Key *b)
{
  int order = compare_names (names, a, b);

  return order != 0 ? order < 0 : a->offset < b->offset;
}

static void
sift_down (const char *names, Key *keys, size_t root, size_t n)
{
  const Key moved = keys[root];

  for (size_t child = 2 * root + 1; child < n; child = 2 * root + 1) {
    if (child + 1 < n && is_before (names, &keys[child], &keys[child + 1]))
      child++;
    if (!is_before (names, &moved, &keys[child]))
      break;
    keys[root] = keys[child];
    root = child;
  }
  keys[root] = moved;
}

/* A heap, since qsort may be quadratic on chosen input and may take memory of its own. */
static void
sort_keys (const char *names, Key *keys, size_t n)
{
  for (size_t i = n / 2; i-- > 0;)
    sift_down (names, keys, i, n);
  for (size_t last = n; last-- > 1;) {
    const Key largest = keys[0];
    keys[0] = keys[last];
    keys[last] = largest;
    sift_down (names, keys, 0, last);
  }
}

static uint64_t
hash_of (const char *names, const Key *key)
{
  return key_hash (names + key->offset, length_of (names, key));
}

static const Key *
compare_all (const char *names, const Key *keys, size_t n)
{
  for (size_t i = 1; i < n; i++)
    for (size_t j = 0; j < i; j++)
      if (compare_names (names, &keys[i], &keys[j]) == 0)
        return &keys[i];
  return NULL;
}

/* A bit of 64 for each: mostly no two have the same, and that is known without a branch. */
static const Key *
find_among_few (const char *names, const Key *keys, size_t n)
{
  uint64_t met = 0, again = 0;

  for (size_t i = 0; i < n; i++) {
    const uint64_t bit = UINT64_C (1) << (hash_of (names, &keys[i]) >> 58);

    again |= met & bit;
    met |= bit;
  }
  return again == 0 ? NULL : compare_all (names, keys, n);
}

static const Key *
find_in_table (const char *names, const Key *keys, size_t n)
{
  uint8_t slots[SLOTS] = {0};

  for (size_t i = 0; i < n; i++) {
    uint64_t at = hash_of (names, &keys[i]) >> (64 - SLOT_BITS);

    for (; slots[at] != 0; at = (at + 1) % SLOTS)
      if (compare_names (names, &keys[i], &keys[slots[at] - 1]) == 0)
        return &keys[i];
    slots[at] = (uint8_t) (i + 1);
  }
  return NULL;
}

static __attribute__ ((noinline)) const Key *
find_among_many (const char *names, Key *keys, size_t n)
{
  const Key *first = NULL;

  sort_keys (names, keys, n);
  for (size_t i = 1; i < n; i++)
    if (compare_names (names, &keys[i - 1], &keys[i]) == 0 &&
        (first == NULL || keys[i].offset < first->offset))
      first = &keys[i];
  return first;
}

const Key *
keys_find_duplicate (const char *names, Key *keys, size_t n)
{
  if (n <= FEW_KEYS)
    return find_among_few (names, keys, n);
  return n <= MANY_KEYS ? find_in_table (names, keys, n) : find_among_many (names, keys, n);
}
