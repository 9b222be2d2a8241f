/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "report.h"
#include "scan.h"

/** A file read piece by piece; never more of it in memory than was asked for. */
typedef struct _Input Input;

typedef enum {
  INPUT_TEXT,  /**< something was read */
  INPUT_LONG,  /**< more than the limit; a line is then skipped to its end */
  INPUT_END,   /**< nothing is left */
  INPUT_FAILED /**< the file cannot be read, which has been told; or the program is to end */
} InputResult;

/** Largest citizen, opening or policy, and largest line of NDJSON, in bytes. */
#define INPUT_DOCUMENT_MAX ((gsize) 1 << 20)
/** Largest match or record, in bytes. */
#define INPUT_RESULT_MAX ((gsize) 4 << 20)
/** Largest vocabulary, in bytes. */
#define INPUT_VOCABULARY_MAX ((gsize) 64 << 20)

/** Open @p file ("-" is stdin); NULL after telling why not. */
Input *input_open (const char *file, Report *report);
void input_close (Input *input);
/** How many bytes were taken so far. */
guint64 input_count_bytes (const Input *input);
/** Size of @p file in bytes; 0 when nobody knows it. */
guint64 input_size (const char *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Input, input_close)

/** The next bytes, at least @p n of them if the file has as many, to be read later. */
InputResult input_peek (Input *input, gsize n, Span *bytes);
/** Append the next line without its line feed, of at most @p max bytes, to the emptied @p line. */
InputResult input_read_line (Input *input, gsize max, GString *line);
/** Append the rest of the file to @p text until that holds more than @p max bytes. */
InputResult input_read_rest (Input *input, gsize max, GString *text);

#endif
