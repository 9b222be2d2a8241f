/* SPDX-License-Identifier: Apache-2.0 */
#include "text/keys.h"

#include <glib.h>
#include <string.h>

/* Up to here every pair is compared: documents rarely have larger objects, and sorting costs more.
 */
#define FEW_KEYS 16

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
  if (!a->escaped && !b->escaped && a->length != b->length)
    return false;
  return compare_names (text, a, b) == 0;
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

/* One bit of 64, the same for names that are equal; all of them where escapes hide the name. */
static uint64_t
name_bits (const char *text, const Key *key)
{
  const char *name = text + key->offset;

  if (key->escaped)
    return UINT64_MAX;
  if (key->length == 0)
    return 1;
  return (uint64_t) 1 << ((name[0] * 5 + name[key->length - 1] * 3 + key->length) & 63);
}

static const Key *
find_among_few (const char *text, const Key *keys, size_t n)
{
  uint64_t seen = 0;

  for (size_t i = 0; i < n; i++) {
    const uint64_t bits = name_bits (text, &keys[i]);
    for (size_t j = 0; j < i && (seen & bits) != 0; j++)
      if (names_are_equal (text, &keys[i], &keys[j]))
        return &keys[i];
    seen |= bits;
  }
  return NULL;
}

const Key *
keys_find_duplicate (const char *text, Key *keys, size_t n)
{
  const Key *first = NULL;

  if (n <= FEW_KEYS)
    return find_among_few (text, keys, n);
  sort_keys (text, keys, n);
  for (size_t i = 1; i < n; i++)
    if (names_are_equal (text, &keys[i - 1], &keys[i]) &&
        (first == NULL || keys[i].offset < first->offset))
      first = &keys[i];
  return first;
}
