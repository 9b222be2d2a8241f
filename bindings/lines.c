/* SPDX-License-Identifier: Apache-2.0 */
#include "lines.h"

#include "ids.h"

#include <stdlib.h>
#include <string.h>

/* One byte more than the largest document has. */
#define MOST_KEPT (((size_t) 1 << 20) + 1)

static bool
keep (Lines *lines, const char *part, size_t length, SmaajobError *error)
{
  size_t left = MOST_KEPT - lines->n, n = length < left ? length : left;

  if (lines->room - lines->n < n) {
    size_t room = 2 * (lines->n + n);
    char *grown = realloc (lines->bytes, room);

    if (grown == NULL)
      return fail_memory (error);
    lines->bytes = grown;
    lines->room = room;
  }
  if (n > 0)
    memcpy (lines->bytes + lines->n, part, n);
  lines->n += n;
  return true;
}

/* The end of a line has come, or so much of it that the rest does not matter. */
static bool
take_kept (Lines *lines, LinesTake take, void *data, SmaajobError *error)
{
  size_t n = lines->n;

  lines->n = 0;
  return take (lines->bytes == NULL ? "" : lines->bytes, n, data, error);
}

static bool
take_line (Lines *lines, const char *line, size_t length, LinesTake take, void *data,
           SmaajobError *error)
{
  if (lines->skipping) {
    lines->skipping = false;
    return true;
  }
  if (lines->n == 0)
    return take (line, length, data, error);
  return keep (lines, line, length, error) && take_kept (lines, take, data, error);
}

bool
lines_add (Lines *lines, const char *part, size_t length, LinesTake take, void *data,
           SmaajobError *error)
{
  const char *at = part, *end = part + length, *stop;

  while (at < end && (stop = memchr (at, '\n', (size_t) (end - at))) != NULL) {
    if (!take_line (lines, at, (size_t) (stop - at), take, data, error))
      return false;
    at = stop + 1;
  }
  if (at == end || lines->skipping)
    return true;
  if (!keep (lines, at, (size_t) (end - at), error))
    return false;
  lines->skipping = lines->n == MOST_KEPT;
  return !lines->skipping || take_kept (lines, take, data, error);
}

bool
lines_finish (Lines *lines, LinesTake take, void *data, SmaajobError *error)
{
  return lines->n == 0 || take_kept (lines, take, data, error);
}

void
lines_clear (Lines *lines)
{
  free (lines->bytes);
  *lines = (Lines){NULL, 0, 0, false};
}

bool
is_blank_line (const char *line, size_t length)
{
  if (length >= MOST_KEPT) /* what else it has is not known */
    return false;
  while (length > 0 && (*line == ' ' || *line == '\t' || *line == '\r')) {
    line++;
    length--;
  }
  return length == 0;
}
