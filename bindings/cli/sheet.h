/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_SHEET_H
#define CLI_SHEET_H

#include "phrase.h"

/** A page being written about a match. */
typedef struct {
  GString *out;
  const SmaajobMatch *match;
  Voice voice;
  bool colour;
} Sheet;

/** Append a text with the escape sequence of a colour, such as "1;31", when colour is wanted. */
void sheet_append_coloured (const Sheet *sheet, const char *sequence, const char *text);
void sheet_append_heading (const Sheet *sheet, const char *key);
/** Thousandths with three decimals. */
char *sheet_number (const Sheet *sheet, int thousandths);

#endif
