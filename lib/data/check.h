/* SPDX-License-Identifier: Apache-2.0 */
#ifndef DATA_CHECK_H
#define DATA_CHECK_H

#include "base/sphere.h"
#include "base/week.h"
#include "words/fault.h"
#include "words/vocabulary.h"

/* The checks that builders share. Each tells what was found and what was expected. */

#define ID_SIZE      129 /* an id and its end */
#define MOST_WINDOWS 336 /* in a list: the most that a week can need, 48 a day */

/* What a document may say at the most. */
#define MOST_LEVEL     5      /* of a competence */
#define MOST_PROVISION 2      /* of a condition */
#define MOST_QUANTITY  100000 /* of a condition, in its unit */

/* A JSON Pointer that is written out only when there is a fault to tell: most documents have none.
 */
typedef struct {
  const char *format;
  size_t i, j;
  const char *key; /* a word of the vocabulary, the last part of it; or NULL */
} Where;

static inline Where
at (const char *pointer)
{
  return (Where){pointer, 0, 0, NULL};
}

static inline Where
at_index (const char *format, size_t i)
{
  return (Where){format, i, 0, NULL};
}

static inline Where
at_indices (const char *format, size_t i, size_t j)
{
  return (Where){format, i, j, NULL};
}

static inline Where
at_key (Where object, const char *key)
{
  return (Where){object.format, object.i, object.j, key};
}

Pointer pointer_of (Where where);

bool sector_is_valid (const char *sector);

bool check_id (const char *id, Where where, SmaajobError *error);
/* Whoever checks does so in a line of his own: what tells of a fault is elsewhere, and returns
 * false.
 */
bool fault_one_of (int value, const char *names, Where where, SmaajobError *error);
bool fault_whole (int value, int least, int most, Where where, SmaajobError *error);
bool fault_number (double value, int least, int most, Where where, SmaajobError *error);
bool fault_decimals (double value, Where where, SmaajobError *error);
bool fault_not_whole (double value, int least, int most, Where where, SmaajobError *error);
bool fault_minutes (int minutes, int least, int most, Where where, SmaajobError *error);
bool fault_above (int minutes, Where where, int limit, const char *limit_name, SmaajobError *error);
bool fault_room (size_t most, Where where, SmaajobError *error);

/* value is one of the first n of a list, which names tells. */
static inline bool
check_one_of (int value, int n, const char *names, Where where, SmaajobError *error)
{
  return (value >= 0 && value < n) || fault_one_of (value, names, where, error);
}

static inline bool
check_whole (int value, int least, int most, Where where, SmaajobError *error)
{
  return (value >= least && value <= most) || fault_whole (value, least, most, where, error);
}

#define EXPECT_DECIMALS "expected at most three decimals"
/* How far a number may be from a thousandth and still be meant as that one: adding and multiplying
 * such numbers leaves far less. */
#define THOUSANDTH_TOLERANCE 1e-9

/* Of a number that fits; false, and nothing set, when it has more than three decimals. */
static inline bool
to_thousandths (double value, int32_t *thousandths)
{
  const double scaled = value * 1000, tolerance = THOUSANDTH_TOLERANCE * 1000;
  const int32_t nearest = (int32_t) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);

  if (scaled - nearest > tolerance || nearest - scaled > tolerance)
    return false;
  *thousandths = nearest;
  return true;
}

/* In thousandths; least and most in the units of the document. */
static inline bool
check_thousandths (double value, int least, int most, Where where, int32_t *thousandths,
                   SmaajobError *error)
{
  if (!(value >= least && value <= most))
    return fault_number (value, least, most, where, error);
  return to_thousandths (value, thousandths) || fault_decimals (value, where, error);
}

/* The same of a whole number. */
static inline bool
check_whole_thousandths (double value, int least, int most, Where where, int32_t *thousandths,
                         SmaajobError *error)
{
  if (!(value >= least && value <= most))
    return fault_number (value, least, most, where, error);
  if (value != (int) value)
    return fault_not_whole (value, least, most, where, error);
  *thousandths = (int32_t) value * 1000;
  return true;
}

/* Told in hours; SMAAJOB_UNKNOWN passes. */
static inline bool
check_minutes (int minutes, int least, int most, Where where, SmaajobError *error)
{
  return minutes == SMAAJOB_UNKNOWN || (minutes >= least && minutes <= most) ||
         fault_minutes (minutes, least, most, where, error);
}

/* Whether the one is at most the other; SMAAJOB_UNKNOWN passes. */
static inline bool
check_not_above (int minutes, Where where, int limit, const char *limit_name, SmaajobError *error)
{
  return minutes == SMAAJOB_UNKNOWN || limit == SMAAJOB_UNKNOWN || minutes <= limit ||
         fault_above (minutes, where, limit, limit_name, error);
}

/* Whether there is room for one more than n; where is the new one. */
static inline bool
check_room (size_t n, size_t most, Where where, SmaajobError *error)
{
  return n < most || fault_room (most, where, error);
}

bool check_place (double lat, double lon, Place *place, SmaajobError *error);
/* A window, of which the list holds n already; where is the new one. */
bool check_window (const SmaajobWindow *window, size_t n, Where where, SmaajobError *error);
/* Tell that the vocabulary has no such condition; false. */
bool fault_condition (const char *condition, const char *pointer, SmaajobError *error);

#endif
