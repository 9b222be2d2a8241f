/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_PACKED_H
#define CLI_PACKED_H

#include "scan.h"

/** Whether these first bytes of a file are those of a packed one. */
bool packed_begins (Span bytes);
/** Whether a file is a packed one by its first bytes, whatever became of the others; a pipe, of
 * which nothing is read, and standard input are none. */
bool packed_is (const char *file);

#endif
