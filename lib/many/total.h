/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_TOTAL_H
#define MANY_TOTAL_H

#include "many/sweep-state.h"

/* What all that is alive costs at the least: see Sweep. */

/* Has the totals in units of 2^shift; they are not summed yet. */
void total_set_shift (Sweep *sweep, int shift);
/* Sums them; competence is by opening, or NULL to leave it out. */
void total_sum (Sweep *sweep, const int16_t *competence);

#endif
