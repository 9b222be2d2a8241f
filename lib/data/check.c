/* SPDX-License-Identifier: Apache-2.0 */
#include "data/check.h"

#include <string.h>

#define MINUTES_PER_HOUR 60

Pointer
pointer_of (Where where)
{
  Pointer pointer = pointer_to (where.format, where.i, where.j);

  return where.key == NULL ? pointer : pointer_to ("%s/%s", pointer.text, where.key);
}

static bool
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* "46", "46.3", "46.31" or "46.31.00". */
bool
sector_is_valid (const char *sector)
{
  static const char form[] = "00.00.00";
  size_t n = 0;

  while (n < sizeof form - 1 && sector[n] != '\0' &&
         (form[n] == '.' ? sector[n] == '.' : is_digit (sector[n])))
    n++;
  return sector[n] == '\0' && (n == 2 || n == 4 || n == 5 || n == 8);
}

bool
check_id (const char *id, Where where, SmaajobError *error)
{
  if (id_is_valid (id))
    return true;
  return fault (error, SMAAJOB_ERROR_RANGE, pointer_of (where).text,
                "%s, expected an id of 1 to 128 bytes of A-Z a-z 0-9 . _ : -", told_text (id).text);
}

bool
fault_one_of (int value, const char *names, Where where, SmaajobError *error)
{
  return fault (error, SMAAJOB_ERROR_RANGE, pointer_of (where).text, "%d is not one of %s", value,
                names);
}

bool
fault_whole (int value, int least, int most, Where where, SmaajobError *error)
{
  return fault (error, SMAAJOB_ERROR_RANGE, pointer_of (where).text, "%d is outside [%d, %d]",
                value, least, most);
}

bool
fault_number (double value, int least, int most, Where where, SmaajobError *error)
{
  return fault (error, SMAAJOB_ERROR_RANGE, pointer_of (where).text, "%s is outside [%d, %d]",
                told_number (value).text, least, most);
}

bool
fault_decimals (double value, Where where, SmaajobError *error)
{
  return fault (error, SMAAJOB_ERROR_RANGE, pointer_of (where).text, "%s, " EXPECT_DECIMALS,
                told_decimals (value).text);
}

bool
fault_not_whole (double value, int least, int most, Where where, SmaajobError *error)
{
  return fault (error, SMAAJOB_ERROR_RANGE, pointer_of (where).text,
                "%s, expected a whole number %d–%d", told_number (value).text, least, most);
}

bool
fault_minutes (int minutes, int least, int most, Where where, SmaajobError *error)
{
  return fault (error, SMAAJOB_ERROR_RANGE, pointer_of (where).text, "%s is outside [%s, %d]",
                told_hours (minutes).text, told_hours (least).text, most / MINUTES_PER_HOUR);
}

bool
fault_above (int minutes, Where where, int limit, const char *limit_name, SmaajobError *error)
{
  return fault (error, SMAAJOB_ERROR_RANGE, pointer_of (where).text, "%s is above %s, %s",
                told_hours (minutes).text, limit_name, told_hours (limit).text);
}

bool
fault_room (size_t most, Where where, SmaajobError *error)
{
  return fault (error, SMAAJOB_ERROR_SIZE, pointer_of (where).text,
                "one too many, expected at most %zu", most);
}

static bool
check_degrees (double degrees, int most, Where where, SmaajobError *error)
{
  if (degrees >= -most && degrees <= most)
    return true;
  return fault (error, SMAAJOB_ERROR_RANGE, pointer_of (where).text, "%s is outside [-%d, %d]",
                told_number (degrees).text, most, most);
}

/* Half away from zero, so that south is to north as north is to south. */
static int32_t
round_to_millionth (double degrees)
{
  return degrees < 0 ? -(int32_t) (-degrees * 1e6 + 0.5) : (int32_t) (degrees * 1e6 + 0.5);
}

bool
check_place (double lat, double lon, Place *place, SmaajobError *error)
{
  if (!check_degrees (lat, 90, at ("/location/lat"), error) ||
      !check_degrees (lon, 180, at ("/location/lon"), error))
    return false;
  *place = place_make (round_to_millionth (lat), round_to_millionth (lon));
  return true;
}

bool
check_window (const SmaajobWindow *window, size_t n, Where where, SmaajobError *error)
{
  SmaajobError told;

  if (!check_room (n, MOST_WINDOWS, where, error))
    return false;
  return week_check_window (window, "", &told) ||
         fault (error, told.code, pointer_of (where).text, "%s", told.message);
}

bool
fault_condition (const char *condition, const char *pointer, SmaajobError *error)
{
  const char *member = vocabulary_get_member_of (condition);

  if (member != NULL)
    return fault (error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, pointer,
                  "%s is not a condition, expected the member %s of a citizen", condition, member);
  return fault (error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, pointer,
                "%s, expected a condition of the vocabulary", told_text (condition).text);
}
