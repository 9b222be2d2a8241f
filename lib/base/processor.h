/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_PROCESSOR_H
#define BASE_PROCESSOR_H

#include <stdbool.h>

/* Whether the processor counts bits by an instruction that the build may not take for granted. It
   takes a while to answer: who asks keeps the answer. */
bool processor_counts_bits (void);

#if defined __x86_64__ && defined __GNUC__
#define COUNTS_BITS __attribute__ ((target ("popcnt")))
#else
#define COUNTS_BITS
#endif

#endif
