/* SPDX-License-Identifier: Apache-2.0 */
#include "base/processor.h"

#if defined __x86_64__ && defined __GNUC__
#include <cpuid.h>

bool
processor_counts_bits (void)
{
  unsigned a, b, c, d;

  return __get_cpuid (1, &a, &b, &c, &d) && (c & bit_POPCNT) != 0;
}
#else
bool
processor_counts_bits (void)
{
  return false;
}
#endif
