/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_KERNEL_H
#define MANY_KERNEL_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What is done for every opening of a block at once. kernel-body.h says it, once; it is compiled
 * for several kinds of processor, and which of them runs changes no byte of any result.
 */

/* Openings in a block: those of the packed form. */
#define KERNEL_LANES 64

/* Codes of a column: where those of the first block are, how many bytes a block has, and what each
   code stands for. */
typedef struct {
  const uint8_t *codes;
  uint32_t block_bytes;
  uint32_t n_chunks; /* of the table, 16 codes each, that are used */
  const uint8_t *table;
} KernelColumn;

/* The blocks that are looked at, as their numbers in the part. */
typedef struct {
  uint32_t n;
  uint8_t blocks[256];
} KernelBlocks;

/* From where to where: see Range. */
typedef struct {
  float home[3], near, far;
} KernelTrip;

/* How the costs of competence and all others come together. */
typedef struct {
  int16_t most;      /* of competence */
  uint8_t shift;     /* from its unit to that of the sum */
  uint8_t most_rest; /* of the others */
} KernelSum;

typedef struct Kernel {
  const char *name;
  /* rest[i] += what opening i's code stands for; 255 at the most */
  void (*add) (const KernelColumn *column, const KernelBlocks *live, uint8_t *rest);
  /* states[i] |= what its code stands for */
  void (*gather) (const KernelColumn *column, const KernelBlocks *live, uint8_t *states);
  /* Those beyond far, and those beyond near, of one block */
  void (*measure) (const float (*places)[KERNEL_LANES], const KernelTrip *trip, uint64_t *far,
                   uint64_t *unsure);
  /* The bits of bit in the states of one block */
  uint64_t (*pick) (const uint8_t *states, int bit);
  /* totals[i]: the two together, 254 at the most, or 255 where open has no bit; the least of them
     is told */
  uint8_t (*total) (const KernelSum *sum, const int16_t *competence, const uint8_t *rest,
                    uint64_t open, uint8_t *totals);
  /* totals[i] += more[2] where first has a bit, else more[0] where second has one, else more[1];
     254 at the most, and 255 stays; the least of them is told */
  uint8_t (*raise) (uint64_t first, uint64_t second, const uint8_t more[3], uint8_t *totals);
  /* Those of one block that are at most so much */
  uint64_t (*find) (const uint8_t *totals, uint8_t most);
} Kernel;

extern const Kernel kernel_plain;
/* Those that this processor can run, the fastest first; NULL behind the last. */
const Kernel *kernel_at (unsigned i);

#endif
