/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_SWEEP_H
#define MANY_SWEEP_H

#include "many/sweep-state.h"

/* The screen is the sweep's. NULL when there is no memory. */
Sweep *sweep_new (const Kernel *kernel, Screen *screen);
void sweep_free (Sweep *sweep);
/* For the citizen that the screen began with; in units of 2^shift. The totals are not yet: see
   weigh.h. */
void sweep_market (Sweep *sweep, int shift);

/* Adds up the totals of what is alive; competence is by opening, or NULL to leave it out. */
void sweep_sum (Sweep *sweep, const int16_t *competence);

#endif
