/* SPDX-License-Identifier: Apache-2.0 */
#include "many/kernel.h"

#include "base/processor.h"

#include <stddef.h>

const Kernel *
kernel_at (unsigned i)
{
#if KERNEL_FOR_X86
  if (processor_has_avx512 () && i-- == 0)
    return &kernel_avx512;
  if (processor_has_avx2 () && i-- == 0)
    return &kernel_avx2;
#endif
  return i == 0 ? &kernel_plain : NULL;
}
