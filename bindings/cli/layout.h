/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_LAYOUT_H
#define CLI_LAYOUT_H

#include "texts.h"

#include <glib.h>
#include <stdbool.h>

#define LAYOUT_WIDTH 80

/** Columns that a text takes on a terminal. */
guint layout_width (const char *text);
/** Append a text in exactly @p width columns, cut with an ellipsis when it is too long. */
void layout_append_cell (GString *out, const char *text, guint width, bool right);
/** Append @p lead, then @p text broken at LAYOUT_WIDTH; further lines begin at column @p indent. */
void layout_append_wrapped (GString *out, const char *lead, const char *text, guint indent);
/** A label as it may stand in a page: control characters, which a terminal would follow, are
 * spaces. */
char *layout_clean (const char *text);
/** In capitals, whatever the locale. */
char *layout_upper (const char *text);
/** Thousandths with three decimals, such as 0.812 or 0,812. */
char *layout_score (int thousandths, Language language);
/** Thousandths as short as can be, such as 2.5. */
char *layout_quantity (int thousandths, Language language);
/** By thousands, as people of the language write it, such as "600,000". */
char *layout_count (size_t number, Language language);
/** Minutes as hours with their unit, such as "7.5 h". */
char *layout_hours (int minutes, Language language);

#endif
