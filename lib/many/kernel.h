/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_KERNEL_H
#define MANY_KERNEL_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What is done for every opening of a block at once. kernel-body.h says it, once; it is compiled
 * for several kinds of processor, and which of them runs changes no byte of any result.
 */

/* No bar; and as much as totals may be coarser than bars. */
#define KERNEL_NO_BAR   UINT16_MAX
#define KERNEL_COARSEST 8

/* Openings in a block, and blocks in a group: those of the packed form. */
#define KERNEL_LANES 64
#define KERNEL_GROUP 8

/* Codes of a column: where those of the first block are, how many bytes a block has, and what each
   code stands for: a cost, or states as bits. Codes are narrow when two are in a byte. */
typedef struct {
  const uint8_t *codes;
  uint32_t block_bytes;
  uint32_t n_chunks; /* of the table, 16 codes each, that are used */
  const uint8_t *table;
} KernelColumn;

/* Which openings of a block are in a state, by state. */
#define KERNEL_STATES 8
typedef struct {
  uint64_t bits[KERNEL_STATES];
} KernelStates;

/* The blocks that are looked at, as their numbers in the part. */
typedef struct {
  uint32_t n;
  uint8_t blocks[256];
} KernelBlocks;

/* From where to where: see Range. */
typedef struct {
  float home[3], near, far;
} KernelTrip;

/* What costs more[the first bit + 2 · the second]; of the bits, those of the next block are so many
   words behind. */
typedef struct {
  const uint64_t *first, *second;
  uint32_t stride;
  uint8_t more[4];
} KernelRaise;

/* What is summed up of a part. */
typedef struct {
  const KernelColumn *costing; /* the narrow ones first */
  uint32_t n_narrow, n_costing;
  uint8_t most_of_codes;       /* what they cost together */
  const KernelColumn *closing; /* by their states… */
  uint32_t n_closing;
  unsigned out;              /* …as bits: whoever is in one of these is closed */
  const uint64_t *open;      /* by block, as bits: who is not, is closed */
  const int16_t *competence; /* by opening; NULL when it is left out */
  int16_t most;              /* of that */
  uint8_t shift;             /* from its unit to that of the sum */
  const KernelRaise *raises;
  uint32_t n_raises;
} KernelSum;

/* Planes of bits of a group, the most telling first. */
#define KERNEL_PLANES 64
typedef struct {
  uint32_t n;
  uint8_t numbers[KERNEL_PLANES];
} KernelPlanes;

typedef struct Kernel {
  const char *name;
  /* In the blocks that are looked at: whoever is in the states that are wanted (bits) by some code;
     states are by block of the part */
  void (*look_up) (const KernelColumn *columns, uint32_t n, const KernelBlocks *live,
                   unsigned wanted, KernelStates *states);
  /* Boxes of a group that are wholly nearer than near, and those wholly beyond far, as bits */
  void (*judge) (const float (*least)[KERNEL_GROUP], const float (*most)[KERNEL_GROUP],
                 const KernelTrip *trip, unsigned *near, unsigned *far);
  /* Those beyond far, and those beyond near, of one block */
  void (*measure) (const float (*places)[KERNEL_LANES], const KernelTrip *trip, uint64_t *far,
                   uint64_t *unsure);
  /* In the blocks that are looked at: totals[i] is what opening i costs by its codes, competence
     and each raise, 254 at the most, or 255 when it is closed; and least, by block, is the least of
     them */
  void (*sum) (const KernelSum *asked, const KernelBlocks *live, uint8_t *totals, uint8_t *least);
  /* Those of one block that are at most so much */
  uint64_t (*find) (const uint8_t *totals, uint8_t most);
  /* Bits of so many words; fewer than 2^32 */
  uint32_t (*count) (const uint64_t *words, uint32_t n);
  /* left loses the bits of each of those planes, until it has at most few */
  void (*strike) (const uint64_t (*planes)[KERNEL_GROUP], const KernelPlanes *asked, unsigned few,
                  uint64_t left[KERNEL_GROUP]);
  /* Those of one block for which base + totals[i] · 2^coarser is at most bars[i], or that is none
   */
  uint64_t (*find_within) (const uint8_t *totals, const uint16_t *bars, int coarser, uint16_t base);
} Kernel;

/* A compiler that has pragmas for a file's processor can make those for some of x86 alone. */
#if defined __x86_64__ && defined __GNUC__ && !defined __clang__
#define KERNEL_FOR_X86 1
#else
#define KERNEL_FOR_X86 0
#endif

extern const Kernel kernel_plain, kernel_avx2, kernel_avx512;
#define MOST_KERNELS 3 /* that there are for one processor */
/* Those that this processor can run, the fastest first; NULL behind the last. */
const Kernel *kernel_at (unsigned i);

#endif
