/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_POINTS_H
#define CLI_POINTS_H

#include "sheet.h"

/** The section of the score, from paragraph @p i: a table of the criteria, then what speaks for and
 * against and what is not known, the costliest first. Returns where the next section begins. */
size_t points_append (const Sheet *sheet, size_t i);

#endif
