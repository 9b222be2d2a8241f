/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_SWEEP_H
#define MANY_SWEEP_H

#include "many/sweep-state.h"

/* The screen is the sweep's. NULL when there is no memory. */
Sweep *sweep_new (const Kernel *kernel, Screen *screen);
void sweep_free (Sweep *sweep);
/* For the citizen that the screen began with: finds what has a score, exactly; or, in a fraction of
   the time, what may have one, with little else. The totals are not summed yet: see weigh.h. */
void sweep_market (Sweep *sweep, bool exactly);
/* The same, exactly, of a citizen whom it was done for inexactly: nothing comes alive by it, so
   what competence came to stays. */
void sweep_again (Sweep *sweep);
/* As sweep_market(), exactly, when verdicts_find() has found what is blocked. */
void sweep_judged (Sweep *sweep);

/* The states of needs and of gates that are looked up of a part. What a refused gate is, is filled
   in before. */
typedef struct {
  unsigned of_needs, of_gates;
} LookUp;
void sweep_fill_gates (Sweep *sweep, unsigned refused);
/* Of the blocks that are listed as live. */
void sweep_look_up (Sweep *sweep, uint32_t part, const LookUp *asked);

/* Look at each that is alive and unsure; what is screened of it is fetched before. */
typedef void (*SweepLook) (Sweep *sweep, uint32_t opening);
void sweep_look_at_unsure (Sweep *sweep, SweepLook look);

#endif
