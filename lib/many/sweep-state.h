/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_SWEEP_STATE_H
#define MANY_SWEEP_STATE_H

#include "many/screen.h"

#define SWEEP_MOST   254 /* a total: as much, or more */
#define SWEEP_CLOSED 255 /* blocked */

/*
 * Bounds all openings of a market for one citizen, many at once: which are blocked, exactly, and
 * what the others cost at the least, in whole units. What bits cannot decide is screened. It is a
 * thread's own.
 */
typedef struct {
  const Kernel *kernel;
  Screen *screen;
  uint8_t *totals; /* by opening: base + total · 2^shift is what the pair costs at the least */
  uint8_t *least;  /* by block, of its totals */
  uint64_t *open;  /* by block: pairs that may have no score, of which nothing else is told */
  uint32_t n_open, n_blocked;
  Cost base; /* what every opening costs */
  int shift; /* of a sum of weights times costs, to the unit of the totals */
  /* of a part */
  uint32_t first; /* of its openings */
  KernelBlocks live;
  uint64_t alive[PART_BLOCKS], unsure[PART_BLOCKS], timed[PART_BLOCKS];
  int16_t competence[PART_OPENINGS];
  uint8_t rest[PART_OPENINGS], states[PART_OPENINGS];
  uint16_t dead[PART_OPENINGS], touched[PART_OPENINGS];
  uint32_t n_touched;
} Sweep;

#endif
