/* SPDX-License-Identifier: Apache-2.0 */
/* For every processor of the kind that the library is built for. */
#define KERNEL      kernel_plain
#define KERNEL_NAME "plain"
#include "many/kernel-body.h"
