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
/* value is one of the first n of a list, which names tells. */
bool check_one_of (int value, int n, const char *names, Where where, SmaajobError *error);
bool check_whole (int value, int least, int most, Where where, SmaajobError *error);
/* To a thousandth, half up; least and most in the units of the document. */
bool check_thousandths (double value, int least, int most, Where where, int32_t *thousandths,
                        SmaajobError *error);
/* The same of a whole number. */
bool check_whole_thousandths (double value, int least, int most, Where where, int32_t *thousandths,
                              SmaajobError *error);
/* Told in hours; SMAAJOB_UNKNOWN passes. */
bool check_minutes (int minutes, int least, int most, Where where, SmaajobError *error);
/* Whether the one is at most the other; SMAAJOB_UNKNOWN passes. */
bool check_not_above (int minutes, Where where, int limit, const char *limit_name,
                      SmaajobError *error);
bool check_place (double lat, double lon, Place *place, SmaajobError *error);
/* A window, of which the list holds n already; where is the new one. */
bool check_window (const SmaajobWindow *window, size_t n, Where where, SmaajobError *error);
/* Whether there is room for one more than n; where is the new one. */
bool check_room (size_t n, size_t most, Where where, SmaajobError *error);

/* Tell that the vocabulary has no such condition; false. */
bool fault_condition (const char *condition, const char *pointer, SmaajobError *error);

#endif
