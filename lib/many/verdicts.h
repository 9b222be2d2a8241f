/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_VERDICTS_H
#define MANY_VERDICTS_H

#include "many/sweep-state.h"

/* The verdict of every pair of a citizen with the chosen openings of a market, and all that blocks
   the blocked: most of it by bits. */

/* For the citizen that the screen began with, when view_list_musts() was called; it leaves nothing
 * of a sweep before it. */
void verdicts_find (Sweep *sweep);

#endif
