/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_SCAN_H
#define TEXT_SCAN_H

#include "text/tape.h"

#define SCAN_MAX_DOCUMENT   ((size_t) 1 << 20)
#define SCAN_MAX_VOCABULARY ((size_t) 64 << 20)
#define SCAN_MAX_RESULT     ((size_t) 4 << 20) /* a match or a record */

/* A stretch of a text; NULL when there is none. */
typedef struct {
  const char *at;
  size_t n;
} Slice;

/* The one JSON value, by RFC 8259, that the text is and nothing else: UTF-8 without a byte order
   mark, no NUL (nor \u0000), no lone surrogate, no member twice in an object, numbers below 1e308.
   It is the first of the tape, and lives as long as what is on it. NULL and an error otherwise,
   which has the place of the first fault; its pointer is that of the nearest value with a name that
   can be told. Never recursive; beside the tape, memory is eight bytes for each member of the open
   objects, when those are many. */
const Json *scan_read (Tape *tape, Slice text, size_t max_length, SmaajobError *error);

/* Where the value at a JSON Pointer starts, in a checked text; where there is none, the place of
   the innermost value around it, and false. */
bool scan_locate (const char *text, size_t length, const char *pointer, uint32_t *line,
                  uint32_t *column);

/* The same of the value of that number, as they stand on the tape that the text was read onto. */
void scan_locate_value (const char *text, size_t length, uint32_t number, uint32_t *line,
                        uint32_t *column);

/* The value at a JSON Pointer in a checked text without white space. */
Slice scan_find (Slice text, const char *pointer);
/* Copy a checked text without the white space between its tokens; how many bytes that were. */
size_t scan_minify (const char *text, size_t length, char *copy);

/* The line and the byte column of an offset, both from 1. */
void scan_get_position (const char *text, size_t offset, uint32_t *line, uint32_t *column);

#endif
