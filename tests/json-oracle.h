/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JSON_ORACLE_H
#define JSON_ORACLE_H

#include "text/scan.h"

/* Read the text in memory of exactly its size, so that a sanitizer sees the first byte read beyond;
   the tape is the caller's. What passes must be, value by value, what cJSON makes of the same text:
   two parsers that have nothing in common. NULL and the error when it does not pass. */
const Json *read_beside_oracle (Tape *tape, const char *text, size_t length, SmaajobError *error);

#endif
