/* SPDX-License-Identifier: Apache-2.0 */
#include "base/processor.h"

#if defined __x86_64__ && defined __GNUC__
#include <cpuid.h>

/* Asked of the processor itself: what a compiler has for it keeps the answer in a global. */

bool
processor_counts_bits (void)
{
  unsigned a, b, c, d;

  return __get_cpuid (1, &a, &b, &c, &d) && (c & bit_POPCNT) != 0;
}

/* Registers whose content the system keeps for each program, as bits of XCR0. */
enum { KEEPS_AVX = 0x06, KEEPS_AVX512 = 0xe6 };

static bool
system_keeps (unsigned registers)
{
  unsigned a, b, c, d, low, high;

  if (!__get_cpuid (1, &a, &b, &c, &d) || !(c & bit_OSXSAVE))
    return false;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (low & registers) == registers;
}

bool
processor_has_avx2 (void)
{
  const unsigned needed = bit_AVX2 | bit_BMI | bit_BMI2;
  unsigned a, b, c, d;

  return system_keeps (KEEPS_AVX) && processor_counts_bits () &&
         __get_cpuid_count (7, 0, &a, &b, &c, &d) && (b & needed) == needed;
}

bool
processor_has_avx512 (void)
{
  const unsigned needed = bit_AVX512F | bit_AVX512BW | bit_AVX512DQ | bit_AVX512VL,
                 needed_too = bit_AVX512VBMI | bit_AVX512VPOPCNTDQ;
  unsigned a, b, c, d;

  return system_keeps (KEEPS_AVX512) && processor_has_avx2 () &&
         __get_cpuid_count (7, 0, &a, &b, &c, &d) && (b & needed) == needed &&
         (c & needed_too) == needed_too;
}
#else
bool
processor_counts_bits (void)
{
  return false;
}

bool
processor_has_avx2 (void)
{
  return false;
}

bool
processor_has_avx512 (void)
{
  return false;
}
#endif
