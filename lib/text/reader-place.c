/* SPDX-License-Identifier: Apache-2.0 */
#include "text/reader.h"

#include "words/fault.h"

#include <stdio.h>
#include <string.h>

#define MONTHS_OF_A_YEAR 12.0
#define WEEKS_OF_A_YEAR  52.0
/* Far below a minute and far above what multiplying rounds off: a half stays a half. */
#define MINUTE_TOLERANCE 1e-9

static bool
hours_fault (Reader *reader, const Json *json, double least, double most)
{
  char message[224];

  snprintf (message, sizeof message, "%s is outside [%s, %s]",
            told_number (json_get_number (json)).text, told_number (least).text,
            told_number (most).text);
  return reader_fault (reader, json, SMAAJOB_ERROR_RANGE, message);
}

bool
reader_read_hours (Reader *reader, const Json *json, HoursRange range, int *minutes)
{
  const double scale = range.by_month ? WEEKS_OF_A_YEAR / MONTHS_OF_A_YEAR : 1;
  const double least = range.least * scale, most = range.most * scale;
  double hours;

  *minutes = SMAAJOB_UNKNOWN;
  if (json == NULL)
    return true;
  hours = json_get_number (json);
  if (!(hours >= least && hours <= most))
    return hours_fault (reader, json, least, most);
  if (range.by_month)
    hours = hours * MONTHS_OF_A_YEAR / WEEKS_OF_A_YEAR;
  *minutes = (int) (hours * 60 + 0.5 + MINUTE_TOLERANCE);
  return true;
}

/* The minute of a time such as 08:15, or -1. */
static int
parse_time (const char *time)
{
  static const char digits[] = "0123456789";
  int hour, minute;

  if (strlen (time) != 5 || strspn (time, digits) != 2 || time[2] != ':' ||
      strspn (time + 3, digits) != 2)
    return -1;
  hour = (time[0] - '0') * 10 + (time[1] - '0');
  minute = (time[3] - '0') * 10 + (time[4] - '0');
  return minute < 60 && minute % 15 == 0 ? hour * 60 + minute : -1;
}

bool
reader_read_time (Reader *reader, const Json *json, int least, int most, int *minute)
{
  const char *time = json_get_string (json);
  char message[224];

  *minute = parse_time (time);
  if (*minute >= least && *minute <= most)
    return true;
  snprintf (message, sizeof message, "%s, expected a quarter-hour from %02d:%02d to %02d:%02d",
            told_text (time).text, least / 60, least % 60, most / 60, most % 60);
  return reader_fault (reader, json, SMAAJOB_ERROR_RANGE, message);
}

static bool
read_day (Reader *reader, const Json *json, void *target)
{
  static const Member day = {.kind = MEMBER_NAME, .names = names_of_day};
  const int number =
      json_get_type (json) == JSON_STRING ? names_find (names_of_day, json_get_string (json)) : -1;
  unsigned *days = target, bit;

  if (number < 0)
    return reader_check_value (reader, json, &day);
  bit = 1u << number;
  if (*days & bit)
    return reader_fault (reader, json, SMAAJOB_ERROR_DUPLICATE,
                         "a day that the window has already, expected each once");
  *days |= bit;
  return true;
}

bool
reader_read_location (Reader *reader, const Json *json, double *lat, double *lon)
{
  static const Member members[] = {
      {"lat", MEMBER_NUMBER, MEMBER_REQUIRED, "degrees from -90 to 90", NULL},
      {"lon", MEMBER_NUMBER, MEMBER_REQUIRED, "degrees from -180 to 180", NULL},
      {.name = ""},
  };
  const Json *found[2];

  if (!reader_check_members (reader, json, members, found))
    return false;
  *lat = json_get_number (found[0]);
  *lon = json_get_number (found[1]);
  return true;
}

bool
reader_read_window (Reader *reader, const Json *json, SmaajobWindow *window)
{
  static const Member object = {.kind = MEMBER_OBJECT, .expected = "a window"};
  static const Member members[] = {
      {"days", MEMBER_ARRAY, MEMBER_REQUIRED, "an array of days", NULL},
      {"from", MEMBER_STRING, MEMBER_REQUIRED, "a time such as 08:00", NULL},
      {"to", MEMBER_STRING, MEMBER_REQUIRED, "a time such as 12:00", NULL},
      {.name = ""},
  };
  const Json *found[3];

  window->days = 0;
  return reader_check_value (reader, json, &object) &&
         reader_check_members (reader, json, members, found) &&
         reader_each (reader, found[0], read_day, &window->days) &&
         reader_read_time (reader, found[1], 0, 1425, &window->from_minute) &&
         reader_read_time (reader, found[2], 15, 1440, &window->to_minute);
}
