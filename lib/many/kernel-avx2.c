/* SPDX-License-Identifier: Apache-2.0 */
#include "many/kernel.h"

#if KERNEL_FOR_X86
#pragma GCC target("avx2,bmi,bmi2,popcnt")
#define KERNEL      kernel_avx2
#define KERNEL_NAME "avx2"
#include "many/kernel-body.h"
#endif
