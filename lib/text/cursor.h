/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_CURSOR_H
#define TEXT_CURSOR_H

#include "text/tape.h"

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

  while (at < cursor->end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
    at++;
  cursor->at = at;
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
