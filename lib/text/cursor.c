/* SPDX-License-Identifier: Apache-2.0 */
#include "text/cursor.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

static const bool is_plain[256] = {
    [' ' ... '!'] = true,
    ['#' ... '['] = true,
    [']' ... 0x7f] = true,
};

bool
cursor_fault (Cursor *cursor, SmaajobErrorCode code, const char *message)
{
  cursor->fault = code;
  snprintf (cursor->message, sizeof cursor->message, "%s", message);
  return false;
}

bool
cursor_expected (Cursor *cursor, const char *expected)
{
  const unsigned char found = cursor->at < cursor->end ? (unsigned char) *cursor->at : 0;
  const size_t left = (size_t) (cursor->end - cursor->at);
  char message[120];

  if (left > 0 && found == 0)
    return cursor_fault (cursor, SMAAJOB_ERROR_ENCODING, "a NUL byte, expected text");
  if (found >= 0x80 && g_utf8_get_char_validated (cursor->at, (gssize) left) > 0x10ffff)
    return cursor_fault (cursor, SMAAJOB_ERROR_ENCODING, "bytes that are not UTF-8");
  if (left == 0)
    snprintf (message, sizeof message, "the text ends, expected %s", expected);
  else if (found > ' ' && found < 0x7f)
    snprintf (message, sizeof message, "'%c', expected %s", found, expected);
  else
    snprintf (message, sizeof message, "a byte 0x%02x, expected %s", found, expected);
  return cursor_fault (cursor, SMAAJOB_ERROR_SYNTAX, message);
}

/* Of eight bytes, the first in the lowest: the top bit of the first that is below 0x20, above 0x7f,
   a quote or a backslash. Bits above that one may be set without reason. */
static uint64_t
find_special (uint64_t bytes)
{
  const uint64_t ones = 0x0101010101010101, tops = 0x8080808080808080;
  const uint64_t quote = bytes ^ ones * '"', backslash = bytes ^ ones * '\\';

  return (bytes | (bytes - ones * ' ') | (quote - ones) | (backslash - ones)) & tops;
}

static void
skip_plain (Cursor *cursor)
{
  const char *at = cursor->at, *end = cursor->end;
  uint64_t bytes, special;

  for (; end - at >= 8; at += 8) {
    memcpy (&bytes, at, sizeof bytes);
    special = find_special (GUINT64_FROM_LE (bytes));
    if (special != 0) {
      cursor->at = at + __builtin_ctzll (special) / 8;
      return;
    }
  }
  while (at < end && is_plain[(unsigned char) *at])
    at++;
  cursor->at = at;
}

/* The code unit of the \uXXXX at the place, or -1. */
static int
read_unit (const Cursor *cursor)
{
  int unit = 0;

  if (cursor->end - cursor->at < 6 || cursor->at[0] != '\\' || cursor->at[1] != 'u')
    return -1;
  for (int i = 2; i < 6; i++) {
    const int digit = g_ascii_xdigit_value (cursor->at[i]);
    if (digit < 0)
      return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

static bool
scan_unicode_escape (Cursor *cursor)
{
  const int unit = read_unit (cursor);
  int low;

  if (unit < 0)
    return cursor_fault (cursor, SMAAJOB_ERROR_SYNTAX,
                         "\\u, expected four hexadecimal digits behind it");
  if (unit == 0)
    return cursor_fault (cursor, SMAAJOB_ERROR_ENCODING, "\\u0000, expected text without NUL");
  if (unit < 0xd800 || unit > 0xdfff) {
    cursor->at += 6;
    return true;
  }
  cursor->at += 6;
  low = read_unit (cursor);
  if (unit < 0xdc00 && low >= 0xdc00 && low <= 0xdfff) {
    cursor->at += 6;
    return true;
  }
  cursor->at -= 6;
  return cursor_fault (cursor, SMAAJOB_ERROR_ENCODING,
                       "half a surrogate pair, expected both halves");
}

static bool
scan_escape (Cursor *cursor)
{
  const char c = cursor->end - cursor->at > 1 ? cursor->at[1] : '\0';

  if (c == 'u')
    return scan_unicode_escape (cursor);
  if (c == '\0' || strchr ("\"\\/bfnrt", c) == NULL)
    return cursor_fault (cursor, SMAAJOB_ERROR_SYNTAX,
                         "a backslash, expected one of \" \\ / b f n r t u behind it");
  cursor->at += 2;
  return true;
}

static bool
scan_multibyte (Cursor *cursor)
{
  const char *run_end = cursor->at, *bad;

  while (run_end < cursor->end && (unsigned char) *run_end >= 0x80)
    run_end++;
  if (g_utf8_validate_len (cursor->at, (size_t) (run_end - cursor->at), &bad)) {
    cursor->at = run_end;
    return true;
  }
  cursor->at = bad;
  return cursor_fault (cursor, SMAAJOB_ERROR_ENCODING, "bytes that are not UTF-8");
}

/* From the opening quote to behind the closing one. */
bool
cursor_scan_string (Cursor *cursor, bool *escaped)
{
  *escaped = false;
  for (cursor->at++;;) {
    skip_plain (cursor);
    if (cursor_is_at (cursor, '"'))
      break;
    if (cursor_is_at (cursor, '\\')) {
      *escaped = true;
      if (!scan_escape (cursor))
        return false;
    } else if (cursor->at < cursor->end && (unsigned char) *cursor->at >= 0x80) {
      if (!scan_multibyte (cursor))
        return false;
    } else {
      return cursor_expected (cursor, "the rest of a string and \"");
    }
  }
  cursor->at++;
  return true;
}

static size_t
skip_digits (Cursor *cursor)
{
  const char *const start = cursor->at;

  while (cursor->at < cursor->end && g_ascii_isdigit (*cursor->at))
    cursor->at++;
  return (size_t) (cursor->at - start);
}

/* Whether a number of checked grammar is below 10 to the 308th: no matter how it is then read, it
   is finite. Zeros in front of the first digit that counts lower its magnitude. */
static bool
number_is_finite (const char *at, const char *end)
{
  int magnitude = 0, exponent = 0, sign = 1;
  bool started = false, fraction = false;

  for (; at < end && *at != 'e' && *at != 'E'; at++) {
    fraction = fraction || *at == '.';
    started = started || (*at >= '1' && *at <= '9');
    magnitude += started && !fraction && g_ascii_isdigit (*at);
    magnitude -= !started && fraction && *at == '0';
  }
  for (; at < end; at++) {
    sign = *at == '-' ? -1 : sign;
    if (g_ascii_isdigit (*at) && exponent < 10000)
      exponent = exponent * 10 + (*at - '0');
  }
  return !started || magnitude + sign * exponent <= 308;
}

static bool
scan_integer (Cursor *cursor)
{
  if (cursor_is_at (cursor, '-'))
    cursor->at++;
  if (cursor_is_at (cursor, '0')) {
    cursor->at++;
    return true;
  }
  return skip_digits (cursor) > 0 || cursor_expected (cursor, "a digit");
}

static bool
scan_fraction (Cursor *cursor)
{
  if (!cursor_is_at (cursor, '.'))
    return true;
  cursor->at++;
  return skip_digits (cursor) > 0 || cursor_expected (cursor, "a digit");
}

static bool
scan_exponent (Cursor *cursor)
{
  if (!cursor_is_at (cursor, 'e') && !cursor_is_at (cursor, 'E'))
    return true;
  cursor->at++;
  if (cursor_is_at (cursor, '+') || cursor_is_at (cursor, '-'))
    cursor->at++;
  return skip_digits (cursor) > 0 || cursor_expected (cursor, "a digit");
}

static bool
scan_number (Cursor *cursor)
{
  const char *const start = cursor->at, *end;

  if (!scan_integer (cursor) || !scan_fraction (cursor) || !scan_exponent (cursor))
    return false;
  end = cursor->at;
  cursor->at = start;
  if (end - start > CURSOR_MAX_NUMBER_BYTES)
    return cursor_fault (cursor, SMAAJOB_ERROR_SIZE, "a number of more than 63 bytes");
  if (!number_is_finite (start, end))
    return cursor_fault (cursor, SMAAJOB_ERROR_RANGE,
                         "a number of 1e308 or more, expected a smaller one");
  cursor->at = end;
  return true;
}

static bool
scan_literal (Cursor *cursor, const char *literal)
{
  for (; *literal != '\0'; literal++, cursor->at++)
    if (!cursor_is_at (cursor, *literal))
      return cursor_expected (cursor, "true, false or null");
  return true;
}

bool
cursor_scan_scalar (Cursor *cursor)
{
  bool escaped;

  switch (cursor->at < cursor->end ? *cursor->at : '\0') {
  case '"':
    return cursor_scan_string (cursor, &escaped);
  case 't':
    return scan_literal (cursor, "true");
  case 'f':
    return scan_literal (cursor, "false");
  case 'n':
    return scan_literal (cursor, "null");
  default:
    if (cursor_is_at (cursor, '-') || (cursor->at < cursor->end && g_ascii_isdigit (*cursor->at)))
      return scan_number (cursor);
    return cursor_expected (cursor, "a value");
  }
}
