/* SPDX-License-Identifier: Apache-2.0 */
#include "text/number.h"

#include <glib.h>
#include <string.h>

#define MOST_DIGITS 19
#define MOST_EXACT  ((uint64_t) 1 << 53)

/* Exact, all of them; the first that is not is 1e23. */
static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
#define MOST_POWER ((int) (sizeof powers / sizeof *powers) - 1)

/* Where both factors are exact, the one rounding of the processor is the right one: it computes in
   no more digits than it keeps, or base/sphere.c does not compile. */
static bool
is_exact (const Decimal *decimal)
{
  return decimal->n_digits <= MOST_DIGITS && decimal->digits <= MOST_EXACT &&
         decimal->exponent >= -MOST_POWER && decimal->exponent <= MOST_POWER;
}

/* Whether it is below 10 to the 308th: no matter how it is then read, it is finite. Zeros in front
   of the first digit that counts lower its magnitude. */
static bool
is_finite (const char *at, const char *end)
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

bool
number_read (const char *at, const char *end, const Decimal *decimal, double *number)
{
  char text[NUMBER_MAX_BYTES + 1] = "";

  if (is_exact (decimal)) {
    *number = (double) decimal->digits;
    *number = decimal->exponent < 0 ? *number / powers[-decimal->exponent]
                                    : *number * powers[decimal->exponent];
    *number = *at == '-' ? -*number : *number;
    return true;
  }
  memcpy (text, at, (size_t) (end - at));
  *number = g_ascii_strtod (text, NULL);
  return is_finite (at, end);
}
