/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_SHEET_H
#define CLI_SHEET_H

#include "texts.h"

#include <glib.h>
#include <smaajob/smaajob.h>

/** A page being written of an explanation. */
typedef struct {
  GString *out;
  const SmaajobExplanation *explanation;
  Language language;
  bool colour;
} Sheet;

/** Append a text with the escape sequence of a colour, such as "1;31", when colour is wanted. */
void sheet_append_coloured (const Sheet *sheet, const char *sequence, const char *text);
void sheet_append_heading (const Sheet *sheet, const char *heading);
/** Thousandths with three decimals. */
char *sheet_number (const Sheet *sheet, int thousandths);
/** A value of paragraph @p i by its name; false when it has none. */
bool sheet_find_value (const Sheet *sheet, size_t i, const char *name, int *number);
/** The same; SMAAJOB_UNKNOWN when it has none. */
int sheet_value (const Sheet *sheet, size_t i, const char *name);

#endif
