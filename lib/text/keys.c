/* SPDX-License-Identifier: Apache-2.0 */
#include "text/keys.h"

#include <glib.h>
#include <string.h>

/* Up to here every pair is compared. */
#define FEW_KEYS 6
/* Up to here a table is worth it: documents rarely have larger objects, and sorting costs more. */
#define MANY_KEYS 64
#define SLOTS     128 /* a power of two */

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

/* Code points sort as the bytes of their UTF-8 do, so the two ways of comparing are one order. */
static int
compare_escaped (const char *text, const Key *a, const Key *b)
{
  const char *at_a = text + a->offset, *end_a = at_a + a->length;
  const char *at_b = text + b->offset, *end_b = at_b + b->length;

  while (at_a < end_a && at_b < end_b) {
    gunichar next_a = next_character (&at_a), next_b = next_character (&at_b);
    if (next_a != next_b)
      return next_a < next_b ? -1 : 1;
  }
  return (at_a < end_a) - (at_b < end_b);
}

static int
compare_names (const char *text, const Key *a, const Key *b)
{
  size_t shorter = a->length < b->length ? a->length : b->length;
  int order;

  if (a->escaped || b->escaped)
    return compare_escaped (text, a, b);
  order = memcmp (text + a->offset, text + b->offset, shorter);
  return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

static bool
names_are_equal (const char *text, const Key *a, const Key *b)
{
  if (a->escaped || b->escaped)
    return compare_names (text, a, b) == 0;
  return a->length == b->length && memcmp (text + a->offset, text + b->offset, a->length) == 0;
}

static bool
is_before (const char *text, const Key *a, const Key *b)
{
  int order = compare_names (text, a, b);

  return order != 0 ? order < 0 : a->offset < b->offset;
}

static void
sift_down (const char *text, Key *keys, size_t root, size_t n)
{
  const Key moved = keys[root];

  for (size_t child = 2 * root + 1; child < n; child = 2 * root + 1) {
    if (child + 1 < n && is_before (text, &keys[child], &keys[child + 1]))
      child++;
    if (!is_before (text, &moved, &keys[child]))
      break;
    keys[root] = keys[child];
    root = child;
  }
  keys[root] = moved;
}

/* A heap, since qsort may be quadratic on chosen input and may take memory of its own. */
static void
sort_keys (const char *text, Key *keys, size_t n)
{
  for (size_t i = n / 2; i-- > 0;)
    sift_down (text, keys, i, n);
  for (size_t last = n; last-- > 1;) {
    const Key largest = keys[0];
    keys[0] = keys[last];
    keys[last] = largest;
    sift_down (text, keys, 0, last);
  }
}

static const Key *
find_among_few (const char *text, const Key *keys, size_t n)
{
  for (size_t i = 1; i < n; i++)
    for (size_t j = 0; j < i; j++)
      if (names_are_equal (text, &keys[i], &keys[j]))
        return &keys[i];
  return NULL;
}

/* Of eight bytes or more the first and the last eight, else those that there are. */
static uint32_t
hash_of (const char *name, size_t n)
{
  uint64_t first = 0, last = 0;

  if (n >= sizeof first) {
    memcpy (&first, name, sizeof first);
    memcpy (&last, name + n - sizeof last, sizeof last);
  } else {
    for (size_t i = 0; i < n; i++)
      first = first << 8 | (unsigned char) name[i];
  }
  first = (first * 3 ^ last) * UINT64_C (0x9E3779B185EBCA87);
  return (uint32_t) (first >> 32);
}

/* None of which has escapes. */
static const Key *
find_in_table (const char *text, const Key *keys, size_t n)
{
  uint8_t slots[SLOTS] = {0};

  for (size_t i = 0; i < n; i++) {
    uint32_t at = hash_of (text + keys[i].offset, keys[i].length) % SLOTS;

    for (; slots[at] != 0; at = (at + 1) % SLOTS)
      if (names_are_equal (text, &keys[i], &keys[slots[at] - 1]))
        return &keys[i];
    slots[at] = (uint8_t) (i + 1);
  }
  return NULL;
}

static bool
has_escapes (const Key *keys, size_t n)
{
  unsigned escaped = 0;

  for (size_t i = 0; i < n; i++)
    escaped |= keys[i].escaped;
  return escaped != 0;
}

const Key *
keys_find_duplicate (const char *text, Key *keys, size_t n)
{
  const Key *first = NULL;

  if (n <= FEW_KEYS)
    return find_among_few (text, keys, n);
  if (n <= MANY_KEYS && !has_escapes (keys, n))
    return find_in_table (text, keys, n);
  sort_keys (text, keys, n);
  for (size_t i = 1; i < n; i++)
    if (names_are_equal (text, &keys[i - 1], &keys[i]) &&
        (first == NULL || keys[i].offset < first->offset))
      first = &keys[i];
  return first;
}
