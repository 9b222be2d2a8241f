/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_POINTS_H
#define CLI_POINTS_H

#include "sheet.h"

/** What each criterion comes to and costs. */
void points_append (const Sheet *sheet);
/** The comparisons that came out so, the costliest first; nothing when there are none. */
void points_append_items (const Sheet *sheet, const char *heading, SmaajobState state);

#endif
