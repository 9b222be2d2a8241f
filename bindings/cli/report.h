/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "status.h"
#include "texts.h"

#include <glib.h>
#include <smaajob/error.h>
#include <stdbool.h>

/** How many of many faults are told when there is another way to have all of them. */
#define REPORT_SHOWN 10

/** Where faults go: lines of text on stderr, or NDJSON on stdout. */
typedef struct {
  bool json;
  guint most;          /**< told of documents on stderr; 0: all */
  struct _Output *all; /**< where all of documents go besides, as NDJSON; NULL: nowhere */
  Status status;       /**< the highest so far */
  guint n_errors;
  bool none_left; /**< of a file, all documents were at fault */
} Report;

/** The language of what is told besides the message of a fault; English when it is not called. */
void report_speak (Language language);
/** Tell a fault of the document that begins on line @p line (1-based) of @p file. */
void report_error (Report *report, const char *file, guint line, const SmaajobError *error);
/** Tell that @p file could not be read, or not as what it should be; always on stderr. */
void report_file (Report *report, const char *file, Status status, const char *why);
/** Tell how many documents were left out on purpose, if any, as @p format has it. */
void report_skipped (const Report *skipped, const char *format);
/** Fill a fault of the program's own. */
void error_fill (SmaajobError *error, SmaajobErrorCode code, const char *pointer,
                 const char *message);
/** Append a JSON string, with its quotes; what is not UTF-8 is replaced. */
void json_append_string (GString *out, const char *text);
/** A file's name as it can be shown: UTF-8, without control characters. */
char *file_display_name (const char *file);

#endif
