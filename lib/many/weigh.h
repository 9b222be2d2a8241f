/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_WEIGH_H
#define MANY_WEIGH_H

#include "many/sweep-state.h"

/*
 * Sums up the totals of what a sweep left alive. Where it is much work to sum for all of it what
 * competence costs, that is left out of the totals at first, and added to those that are low
 * without it: most are not.
 */
void weigh_begin (Sweep *sweep);
/* Has competence in all totals. */
void weigh_all (Sweep *sweep);
/* Has competence in the totals of those whose total is at most so much without it; of more, if that
   is less work. */
void weigh_up_to (Sweep *sweep, int most);
/* A total that at least so many openings do not exceed, all of whose totals have competence in
   them; SWEEP_MOST when there are too few. */
int weigh_promising (Sweep *sweep, size_t kept);

#endif
