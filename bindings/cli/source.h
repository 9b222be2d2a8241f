/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_SOURCE_H
#define CLI_SOURCE_H

#include "report.h"

/** What is to be read by a function that wants a path, whatever it is: a file is its own path; of a
 * pipe, a socket or a device, which cannot be opened twice or not at all, the bytes are handed on
 * by a thread. */
typedef struct _Source Source;

/** Open @p file ("-" is stdin); NULL after telling why not. */
Source *source_open (const char *file, Report *report);
/** What the function opens, while the source is open. */
const char *source_get_path (const Source *source);
/** Whether it could be read so far; else what was handed on must not be taken for all of it. */
bool source_is_good (const Source *source);
/** Whether @p n bytes are all that there are. */
bool source_ends_at (const Source *source, guint64 n);
/** Tell why it could not be read; false when it could. */
bool source_tell_fault (const Source *source, Report *report);
void source_close (Source *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, source_close)

#endif
