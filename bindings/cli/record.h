/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_RECORD_H
#define CLI_RECORD_H

#include "load.h"
#include "output.h"

/** Whether what is asked of a record goes together; tells the usage error when it does not. */
Status record_check (const Options *options);
/** Write the record of a match for --record; it is there when @p record is closed and kept. Tells
 * why not. */
Status record_begin (const Options *options, const SmaajobMatch *match, Output **record,
                     Report *report);

#endif
