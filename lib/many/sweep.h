/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_SWEEP_H
#define MANY_SWEEP_H

#include "many/sweep-state.h"

/* The screen is the sweep's. NULL when there is no memory. */
Sweep *sweep_new (const Kernel *kernel, Screen *screen);
void sweep_free (Sweep *sweep);
/* For the citizen that the screen began with; in units of 2^shift. */
void sweep_market (Sweep *sweep, int shift);

#endif
