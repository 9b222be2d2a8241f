/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_COMPETENCE_H
#define MANY_COMPETENCE_H

#include "many/sweep-state.h"

/* Sums what the requirements of each opening cost the citizen at the least, in the view's unit,
   where something is alive. */
void competence_sum (Sweep *sweep);

/* The same of one opening, exactly, as a cost; and whether there is time for some task that no must
   of the opening puts out of reach: if not, it is blocked. */
Cost competence_of (const Screen *screen, uint32_t opening, bool *possible);

#endif
