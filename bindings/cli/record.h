/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_RECORD_H
#define CLI_RECORD_H

#include "load.h"

/** Whether what is asked of a record goes together; tells the usage error when it does not. */
Status record_check (const Options *options);
/** Write the record of a match to --record; tells why not. */
Status record_write (const Options *options, const SmaajobMatch *match, Report *report);

#endif
