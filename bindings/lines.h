/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BINDINGS_LINES_H
#define BINDINGS_LINES_H

#include <smaajob/error.h>

/* What a text that comes in parts has left of a line whose end has not come. */
typedef struct {
  char *bytes;
  size_t n, room;
  bool skipping; /* a line that is longer than any document has been taken: its rest is passed over
                  */
} Lines;

/* A line, without its end; false after telling why to end. */
typedef bool (*LinesTake) (const char *line, size_t length, void *data, SmaajobError *error);

/* Take every line that is whole with this part, and what is left after the last part. A line that
   is longer than any document is taken cut off, one byte too long: whoever reads it tells of that.
 */
bool lines_add (Lines *lines, const char *part, size_t length, LinesTake take, void *data,
                SmaajobError *error);
bool lines_finish (Lines *lines, LinesTake take, void *data, SmaajobError *error);
void lines_clear (Lines *lines);

/* Whether a line has nothing but white space; one that is cut off has not. */
bool is_blank_line (const char *line, size_t length);

#endif
