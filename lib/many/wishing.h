/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_WISHING_H
#define MANY_WISHING_H

#include "many/sweep-state.h"

/* What the wishes of a citizen come to for all openings at once. */

/* For the citizen that the screen began with. */
void wishing_begin (Sweep *sweep);
/* Where what is wished is found, among what is alive. */
void wishing_find (Sweep *sweep);
/* Openings of a block in which it is known whether what is wished is found. */
uint64_t wishing_known (const Sweep *sweep, uint32_t b);
/* What is added to the totals of a block: at most SWEEP_WISHES, as many as are told. */
unsigned wishing_raise (const Sweep *sweep, uint32_t b, KernelRaise *raises);

#endif
