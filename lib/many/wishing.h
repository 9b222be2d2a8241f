/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_WISHING_H
#define MANY_WISHING_H

#include "many/sweep-state.h"

/* What the wishes of a citizen come to for all openings at once. */

/* For the citizen that the screen began with. */
void wishing_begin (Sweep *sweep);
/* Has what is found or not cost as much as it does in units of the totals. */
void wishing_set_shift (Sweep *sweep);
/* Where what is wished is found, among what is alive. */
void wishing_find (Sweep *sweep);
/* Openings of a block in which it is known whether what is wished is found. */
uint64_t wishing_known (const Sweep *sweep, uint32_t b);
/* Openings of a block in which a wish may be found, and of the others those that tell that it is
   not. */
void wishing_look (const Sweep *sweep, const WishView *view, uint32_t b, uint64_t *found,
                   uint64_t *told);

#endif
