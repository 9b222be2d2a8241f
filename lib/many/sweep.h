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

/* What is looked up of a part: states of needs and of gates, and whether what the needs cost. What
   a refused gate is, is filled in before. */
typedef struct {
  unsigned of_needs, of_gates;
  bool costs;
} LookUp;
void sweep_fill_gates (Sweep *sweep, unsigned refused);
/* Of the blocks that are listed as live. */
void sweep_look_up (Sweep *sweep, uint32_t part, const LookUp *asked);

/* Look at each that is alive and unsure; what is screened of it is fetched before. */
typedef void (*SweepLook) (Sweep *sweep, uint32_t opening);
void sweep_look_at_unsure (Sweep *sweep, SweepLook look);

/* Adds up the totals of what is alive; competence is by opening, or NULL to leave it out. */
void sweep_sum (Sweep *sweep, const int16_t *competence);

#endif
