/* SPDX-License-Identifier: Apache-2.0 */
#include "text/instant.h"

#include <string.h>

#define MOST_DECIMALS 9

static const char digits[] = "0123456789";

/* Over so many digits that make a number from least to most; NULL when it is none. */
static const char *
take_number (const char *at, size_t n, int least, int most, int *number)
{
  if (at == NULL || strspn (at, digits) < n)
    return NULL;
  for (*number = 0; n > 0; n--)
    *number = *number * 10 + (*at++ - '0');
  return *number >= least && *number <= most ? at : NULL;
}

static const char *
take (const char *at, char c)
{
  return at != NULL && *at == c ? at + 1 : NULL;
}

static int
count_days (int year, int month)
{
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return days[month - 1] + (month == 2 && leap);
}

static const char *
take_date (const char *at)
{
  int year, month, day;

  at = take (take_number (at, 4, 0, 9999, &year), '-');
  at = take (take_number (at, 2, 1, 12, &month), '-');
  return at == NULL ? NULL : take_number (at, 2, 1, count_days (year, month), &day);
}

/* A minute may have 61 seconds. */
static const char *
take_time (const char *at)
{
  int number;

  at = take (take_number (at, 2, 0, 23, &number), ':');
  at = take (take_number (at, 2, 0, 59, &number), ':');
  at = take_number (at, 2, 0, 60, &number);
  if (at != NULL && *at == '.') {
    const size_t n = strspn (at + 1, digits);
    at = n > 0 && n <= MOST_DECIMALS ? at + 1 + n : NULL;
  }
  return at;
}

static const char *
take_offset (const char *at)
{
  int number;

  if (at == NULL || *at == 'Z')
    return take (at, 'Z');
  if (*at != '+' && *at != '-')
    return NULL;
  at = take (take_number (at + 1, 2, 0, 23, &number), ':');
  return take_number (at, 2, 0, 59, &number);
}

bool
instant_is_valid (const char *text)
{
  const char *end = take_offset (take_time (take (take_date (text), 'T')));

  return end != NULL && *end == '\0';
}
