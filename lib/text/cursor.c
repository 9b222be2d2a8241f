/* SPDX-License-Identifier: Apache-2.0 */
#include "text/cursor.h"

#include "text/number.h"

#include <stdio.h>

/* Beyond this it does not matter how many digits there are, nor which power of ten. */
#define MOST_COUNT 9999

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
    cursor->at = cursor_skip_plain (cursor->at, cursor->end);
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

/* Over digits, which are taken along; how many there are. */
static int
scan_digits (Cursor *cursor, uint64_t *digits)
{
  const char *at = cursor->at, *const start = at;
  uint64_t sum = *digits;

  for (; at < cursor->end && *at >= '0' && *at <= '9'; at++)
    sum = sum * 10 + (uint64_t) (*at - '0');
  *digits = sum;
  cursor->at = at;
  return at - start < MOST_COUNT ? (int) (at - start) : MOST_COUNT;
}

static bool
scan_integer (Cursor *cursor, Decimal *decimal)
{
  if (cursor_is_at (cursor, '-'))
    cursor->at++;
  if (cursor_is_at (cursor, '0')) {
    cursor->at++;
    return true;
  }
  decimal->n_digits = scan_digits (cursor, &decimal->digits);
  return decimal->n_digits > 0 || cursor_expected (cursor, "a digit");
}

static bool
scan_fraction (Cursor *cursor, Decimal *decimal)
{
  int n_digits;

  if (!cursor_is_at (cursor, '.'))
    return true;
  cursor->at++;
  n_digits = scan_digits (cursor, &decimal->digits);
  decimal->n_digits += n_digits;
  decimal->exponent = -n_digits;
  return n_digits > 0 || cursor_expected (cursor, "a digit");
}

static bool
scan_exponent (Cursor *cursor, Decimal *decimal)
{
  uint64_t exponent = 0;
  bool negative;
  int n_digits;

  if (!cursor_is_at (cursor, 'e') && !cursor_is_at (cursor, 'E'))
    return true;
  cursor->at++;
  negative = cursor_is_at (cursor, '-');
  if (negative || cursor_is_at (cursor, '+'))
    cursor->at++;
  n_digits = scan_digits (cursor, &exponent);
  if (n_digits > 4 || exponent > MOST_COUNT)
    exponent = MOST_COUNT;
  decimal->exponent += negative ? -(int) exponent : (int) exponent;
  return n_digits > 0 || cursor_expected (cursor, "a digit");
}

static bool
scan_number (Cursor *cursor, double *number)
{
  const char *const start = cursor->at, *end;
  Decimal decimal = {0, 0, 0};

  if (!scan_integer (cursor, &decimal) || !scan_fraction (cursor, &decimal) ||
      !scan_exponent (cursor, &decimal))
    return false;
  end = cursor->at;
  if (end - start <= NUMBER_MAX_BYTES && number_read (start, end, &decimal, number))
    return true;
  cursor->at = start;
  return end - start > NUMBER_MAX_BYTES
             ? cursor_fault (cursor, SMAAJOB_ERROR_SIZE, "a number of more than 63 bytes")
             : cursor_fault (cursor, SMAAJOB_ERROR_RANGE,
                             "a number of 1e308 or more, expected a smaller one");
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
cursor_scan_scalar (Cursor *cursor, Scalar *scalar)
{
  const char c = cursor->at < cursor->end ? *cursor->at : '\0';

  switch (c) {
  case '"':
    scalar->type = JSON_STRING;
    return cursor_scan_string (cursor, &scalar->escaped);
  case 't':
  case 'f':
    scalar->type = JSON_BOOLEAN;
    scalar->number = c == 't';
    return scan_literal (cursor, c == 't' ? "true" : "false");
  case 'n':
    scalar->type = JSON_NULL;
    return scan_literal (cursor, "null");
  default:
    scalar->type = JSON_NUMBER;
    return c == '-' || (c >= '0' && c <= '9') ? scan_number (cursor, &scalar->number)
                                              : cursor_expected (cursor, "a value");
  }
}
