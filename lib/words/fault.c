/* SPDX-License-Identifier: Apache-2.0 */
#include "words/fault.h"

#include "base/error.h"
#include "words/vocabulary.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define MOST_TOLD_BYTES 48 /* an ESCO id has 41 */
#define MILLION         1000000

Pointer
pointer_to (const char *format, ...)
{
  Pointer pointer;
  va_list arguments;

  va_start (arguments, format);
  vsnprintf (pointer.text, sizeof pointer.text, format, arguments);
  va_end (arguments);
  return pointer;
}

static bool
is_tellable (const char *text)
{
  return id_is_valid (text) && strlen (text) <= MOST_TOLD_BYTES;
}

Pointer
pointer_to_key (const char *object, const char *key)
{
  return is_tellable (key) ? pointer_to ("%s/%s", object, key) : pointer_to ("%s", object);
}

static bool
is_index (const char *token, size_t length)
{
  return length > 0 && strspn (token, "0123456789") >= length;
}

/* "/needs/2/strength" as "needs[2].strength: ". */
static size_t
tell_path (const char *pointer, char *path, size_t size)
{
  size_t n = 0;

  path[0] = '\0';
  while (*pointer == '/' && n < size) {
    size_t length = strcspn (++pointer, "/");
    const char *format = is_index (pointer, length) ? "[%.*s]" : n == 0 ? "%.*s" : ".%.*s";

    n += (size_t) snprintf (path + n, size - n, format, (int) length, pointer);
    pointer += length;
  }
  return n > 0 && n + 2 < size ? n + (size_t) snprintf (path + n, size - n, ": ") : n;
}

bool
fault (SmaajobError *error, SmaajobErrorCode code, const char *pointer, const char *format, ...)
{
  char message[sizeof error->message];
  va_list arguments;
  size_t n;

  if (error == NULL)
    return false;
  n = tell_path (pointer, message, sizeof message);
  va_start (arguments, format);
  if (n < sizeof message)
    vsnprintf (message + n, sizeof message - n, format, arguments);
  va_end (arguments);
  return error_set (error, code, pointer, "%s", message);
}

Told
told_text (const char *text)
{
  Told told;

  if (is_tellable (text))
    snprintf (told.text, sizeof told.text, "%s", text);
  else
    snprintf (told.text, sizeof told.text, "a string of %zu bytes", strlen (text));
  return told;
}

/* Digits is how many of the six decimals to write at the least. */
static Told
tell_millionths (uint64_t millionths, bool negative)
{
  Told told;
  char *end =
      told.text + snprintf (told.text, sizeof told.text, "%s%" PRIu64 ".%06" PRIu64,
                            negative ? "-" : "", millionths / MILLION, millionths % MILLION);

  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  return told;
}

Told
told_number (double value)
{
  double size = value < 0 ? -value : value;

  if (value != value)
    return (Told){"NaN"};
  if (size >= 1e12)
    return (Told){"a number of more than 12 digits"};
  return tell_millionths ((uint64_t) (size * MILLION + 0.5), value < 0);
}

Told
told_decimals (double value)
{
  const Told told = told_number (value);
  const char *point = strchr (told.text, '.');

  if (point != NULL && strlen (point + 1) > 3)
    return told;
  return (Told){"a number of more than six decimals"};
}

Told
told_hours (int64_t minutes)
{
  uint64_t size = minutes < 0 ? -(uint64_t) minutes : (uint64_t) minutes;
  uint64_t scale = 1;

  while (scale < 1000 && ((size * scale + 30) / 60 * 60 + scale / 2) / scale != size)
    scale *= 10;
  return tell_millionths ((size * scale + 30) / 60 * (MILLION / scale), minutes < 0);
}
