/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_CSV_H
#define CLI_CSV_H

#include "report.h"

/** A table as in RFC 4180, with a header: UTF-8, LF or CRLF, a byte order mark allowed. */
typedef struct _Csv Csv;

/** The largest table that is read, in bytes. */
#define CSV_MAX ((gsize) 256 << 20)

/** Open a table; NULL after telling why not. */
Csv *csv_open (const char *file, Report *report);
void csv_close (Csv *csv);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Csv, csv_close)

/** The number of a column; -1, told when it is @p required, when the header does not have it. */
int csv_find_column (Csv *csv, const char *name, bool required);
/** Read the next row; false at the end or after telling what is wrong. */
bool csv_next (Csv *csv);
/** A field of the row, "" when @p column is -1; borrowed until the next row. */
const char *csv_get (const Csv *csv, int column);
/** Tell that something is wrong with the row. */
void csv_tell (Csv *csv, const char *message);
/** Whether everything so far was as it should be. */
bool csv_is_good (const Csv *csv);

#endif
