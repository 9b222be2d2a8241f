/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_READ_VALUES_H
#define TEXT_READ_VALUES_H

#include "text/reader.h"

#include <smaajob/match.h>

/* What the documents that the library itself writes are made of. */

#define MOST_REASONS 2048 /* of a list */
#define MOST_AMOUNT  1000000

extern const Member object_value;

/* An array of at most so many values. */
bool read_list (Reader *reader, const Json *array, size_t most, ReadEach read);
/* From 0 to most, a whole number of thousandths; or null. */
bool read_thousandths (Reader *reader, const Json *json, int most);
/* From -most to most. */
bool read_signed_thousandths (Reader *reader, const Json *json, int most);
/* Hours a week, or null. */
bool read_hours (Reader *reader, const Json *json);
/* NULL passes. */
bool read_id (Reader *reader, const Json *json);
/* A code from first to last: those of a kind stand together in the enum. */
bool read_code (Reader *reader, const Json *json, SmaajobCode first, SmaajobCode last);
/* A code of a match, perhaps with a subject and a task; a ReadEach. */
bool read_reason (Reader *reader, const Json *json, void *nothing);

/* Of what was checked; null is SMAAJOB_UNKNOWN. */
int thousandths_of (const Json *json);
int minutes_of (const Json *json);
SmaajobReason match_reason_of (const Json *reason);

#endif
