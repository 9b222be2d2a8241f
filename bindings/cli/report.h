/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "status.h"

#include <glib.h>
#include <smaajob/error.h>
#include <stdbool.h>

/** Where faults go: lines of text on stderr, or NDJSON on stdout. */
typedef struct {
  bool json;
  Status status; /**< the highest told so far */
  guint n_errors;
} Report;

/** Tell a fault of the document that begins on line @p line (1-based) of @p file. */
void report_error (Report *report, const char *file, guint line, const SmaajobError *error);
/** Append such a fault as a line of NDJSON. */
void report_append_json (GString *out, const char *file, guint line, const SmaajobError *error);
/** Tell that @p file could not be read, or not as what it should be; always on stderr. */
void report_file (Report *report, const char *file, Status status, const char *why);
/** Fill a fault of the program's own. */
void error_fill (SmaajobError *error, SmaajobErrorCode code, const char *pointer,
                 const char *message);
/** Append a JSON string, with its quotes; what is not UTF-8 is replaced. */
void json_append_string (GString *out, const char *text);
/** A file's name as it can be shown: UTF-8, without control characters. */
char *file_display_name (const char *file);

#endif
