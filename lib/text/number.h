/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_NUMBER_H
#define TEXT_NUMBER_H

#include <smaajob/error.h>

#define NUMBER_MAX_BYTES 63

/* What its digits say, while they are gone over: digits times ten to the exponent. */
typedef struct {
  uint64_t digits; /* modulo 2 to the 64th: right up to 19 of them */
  int n_digits;
  int exponent;
} Decimal;

/* The nearest number, in any locale, of text that is a number by the grammar and not too long;
   false when that is not below 10 to the 308th. */
bool number_read (const char *at, const char *end, const Decimal *decimal, double *number);

#endif
