/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "options.h"

/** A result being written: to stdout, to a device, or beside the file that it will replace. */
typedef struct _Output Output;

/** Where a link leads, there or not, or the path itself; to be freed. */
char *output_follow_links (const char *path);
/** Begin to write to -o FILE or to stdout; NULL after telling why not. */
Output *output_open (const Options *options);
/** Begin to write a file of its own, or stdout when it is "-"; NULL after telling why not. */
Output *output_open_file (const char *path);
/** Write a part; false when it could not be, which output_close() tells. */
bool output_append (Output *output, const GString *part);
/** End it: the file is replaced when all was written and @p keep, else left as it was. Tells a
 * failure on stderr. */
Status output_close (Output *output, bool keep);

/** Write to -o FILE (all of it or nothing) or to stdout; tells a failure on stderr. */
Status output_write (const Options *options, const char *text);
/** Write a file of its own, or stdout when it is "-", that output_close() is to put in place, all
 * of it or nothing; a new file is for its owner alone. NULL after telling why not. */
Output *output_hold_private (const char *path, const char *text);
/** Close stdout and tell whether everything written to it arrived. */
Status output_close_stdout (const Options *options);
/** Whether a person reads the result: --page, or a terminal without --json or -o. */
bool output_is_page (const Options *options);
/** Whether the result goes to a terminal that may be coloured. */
bool output_has_colour (const Options *options);

#endif
