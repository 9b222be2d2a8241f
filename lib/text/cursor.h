/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_CURSOR_H
#define TEXT_CURSOR_H

#include "text/tape.h"

#include <glib.h>
#include <string.h>

/* A place in a text that is being checked, and, once something is wrong there, what. */
typedef struct {
  const char *at, *end;
  SmaajobErrorCode fault;
  char message[120];
} Cursor;

static inline bool
cursor_is_at (const Cursor *cursor, char c)
{
  return cursor->at < cursor->end && *cursor->at == c;
}

static inline void
cursor_skip_space (Cursor *cursor)
{
  const char *at = cursor->at;

  if (at < cursor->end && (unsigned char) *at > ' ')
    return;
  while (at < cursor->end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
    at++;
  cursor->at = at;
}

/* Of eight bytes, the first in the lowest: the top bit of the first that is below 0x20, above 0x7f,
   a quote or a backslash. Bits above that one may be set without reason. */
static inline uint64_t
cursor_find_special (uint64_t bytes)
{
  const uint64_t ones = 0x0101010101010101, tops = 0x8080808080808080;
  const uint64_t quote = bytes ^ ones * '"', backslash = bytes ^ ones * '\\';

  return (bytes | (bytes - ones * ' ') | (quote - ones) | (backslash - ones)) & tops;
}

static inline bool
cursor_is_plain (char c)
{
  return c >= ' ' && (unsigned char) c < 0x80 && c != '"' && c != '\\';
}

/* Over what in a string needs no closer look. */
static inline const char *
cursor_skip_plain (const char *at, const char *end)
{
  uint64_t bytes, special;

  for (; end - at >= 8; at += 8) {
    memcpy (&bytes, at, sizeof bytes);
    special = cursor_find_special (GUINT64_FROM_LE (bytes));
    if (special != 0)
      return at + __builtin_ctzll (special) / 8;
  }
  while (at < end && cursor_is_plain (*at))
    at++;
  return at;
}

/* Both return false, so that a check reads `return cursor_expected (…)`. */
bool cursor_fault (Cursor *cursor, SmaajobErrorCode code, const char *message);
bool cursor_expected (Cursor *cursor, const char *expected);

/* What stood at the place. */
typedef struct {
  JsonType type;
  bool escaped;  /* of a string */
  double number; /* of a boolean: 0 or 1 */
} Scalar;

/* Over a string, number or literal; on a fault the cursor is where it lies. */
bool cursor_scan_string (Cursor *cursor, bool *escaped);
bool cursor_scan_scalar (Cursor *cursor, Scalar *scalar);

#endif
