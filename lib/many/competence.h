/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_COMPETENCE_H
#define MANY_COMPETENCE_H

#include "many/sweep-state.h"

/* Sums what the requirements of each opening cost the citizen at the least, in the view's unit,
   where something is alive. */
void competence_sum (Sweep *sweep);

/* The same of one opening, exactly, as a cost; and of its dearest requirements alone, at most as
   much, where a view has them. */
Cost competence_of (const Screen *screen, uint32_t opening);
Cost competence_of_dearest (const Screen *screen, uint32_t opening);

#endif
