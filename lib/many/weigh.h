/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_WEIGH_H
#define MANY_WEIGH_H

#include "many/sweep-state.h"

/*
 * Sums the totals of what a sweep left alive. Where it is much work to sum for all of it what
 * competence costs, that is left out of the totals at first, and added to those that are low
 * without it: most are not. Where kinds are few, what the three dearest requirements cost is added
 * before, which is looked up in one place: most of those are not low any more. Of those that are it
 * is also found, where the sweep is not exact, whether they are blocked: almost always.
 */
void weigh_begin (Sweep *sweep);
/* Has competence in all totals. */
void weigh_sum (Sweep *sweep);
/* The same of an exact sweep: it is made so if it is not. */
void weigh_all (Sweep *sweep);
/* When one by one is too much: as weigh_sum(), or, if that was so, as weigh_all(). */
void weigh_more (Sweep *sweep);
/* Weighs those whose total is at most so much, unless competence is summed; what comes to more than
   within is of no interest. False when they are so many that to weigh all is less work; then the
   totals are of no use. */
bool weigh_up_to (Sweep *sweep, int most, int within);
/* A total that at least so many do not exceed, of those that are weighed and nothing else, or,
   where competence is summed, of all; SWEEP_MOST when there are too few; WEIGH_TOO_MANY as
   weigh_up_to(). */
#define WEIGH_TOO_MANY (-1)
int weigh_promising (Sweep *sweep, size_t n);

#endif
