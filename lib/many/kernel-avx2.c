/* SPDX-License-Identifier: Apache-2.0 */
/* For those that have AVX2, and the choice between the two. */
#if defined __x86_64__ && defined __GNUC__ && !defined __clang__
#pragma GCC target("avx2,bmi,bmi2,popcnt")
#define KERNEL      kernel_avx2
#define KERNEL_NAME "avx2"
#include "many/kernel-body.h"
#include <cpuid.h>

/* Asked of the processor itself: what a compiler has for it keeps the answer in a global. */
static bool
has_avx2 (void)
{
  const unsigned saved = bit_OSXSAVE | bit_AVX, needed = bit_AVX2 | bit_BMI | bit_BMI2;
  unsigned a, b, c, d, low, high;

  if (!__get_cpuid (1, &a, &b, &c, &d) || (c & saved) != saved || !(c & bit_POPCNT))
    return false;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (low & 6) == 6 && __get_cpuid_count (7, 0, &a, &b, &c, &d) && (b & needed) == needed;
}
#else
#include "many/kernel.h"
#define kernel_avx2 kernel_plain

static bool
has_avx2 (void)
{
  return false;
}
#endif

#include <stddef.h>

const Kernel *
kernel_at (unsigned i)
{
  const unsigned faster = has_avx2 ();

  if (i < faster)
    return &kernel_avx2;
  return i == faster ? &kernel_plain : NULL;
}
