/* SPDX-License-Identifier: Apache-2.0 */
/* For every processor of the kind that the library is built for; those of ARM all have NEON. */
#define KERNEL kernel_plain
#ifdef __ARM_NEON
#define KERNEL_NAME "neon"
#else
#define KERNEL_NAME "plain"
#endif
#include "many/kernel-body.h"
