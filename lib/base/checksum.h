/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_CHECKSUM_H
#define BASE_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/* XXH64 of bytes, seed 0: against accidents, not against whoever can write the file. */
uint64_t checksum_of (const void *bytes, size_t n);

#endif
