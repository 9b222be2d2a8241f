/* SPDX-License-Identifier: Apache-2.0 */
#include "many/kernel.h"

#if KERNEL_FOR_X86
#pragma GCC target("avx2,bmi,bmi2,popcnt,prefer-vector-width=512")
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vpopcntdq")
#define KERNEL      kernel_avx512
#define KERNEL_NAME "avx512"
#include "many/kernel-body.h"
#endif
