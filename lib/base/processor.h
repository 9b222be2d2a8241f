/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_PROCESSOR_H
#define BASE_PROCESSOR_H

#include <stdbool.h>

/* What the processor can do that the build may not take for granted, and the system lets programs
   do. It takes a while to answer: who asks keeps the answer. */

/* Counts bits by an instruction. */
bool processor_counts_bits (void);
/* Has AVX2, and what came with it. */
bool processor_has_avx2 (void);
/* Has AVX-512 as of the processors that look up 64 bytes at once, which no longer slow down for
   it. */
bool processor_has_avx512 (void);

#if defined __x86_64__ && defined __GNUC__
#define COUNTS_BITS __attribute__ ((target ("popcnt")))
#else
#define COUNTS_BITS
#endif

#endif
