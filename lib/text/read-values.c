/* SPDX-License-Identifier: Apache-2.0 */
#include "text/read-values.h"

#include "data/check.h"
#include "words/fault.h"
#include "words/vocabulary.h"

#include <stdio.h>
#include <string.h>

#define WEEK_HOURS   168
#define HOUR_MINUTES 60

const Member object_value = {.kind = MEMBER_OBJECT};

static bool
check_length (Reader *reader, const Json *array, size_t most)
{
  char message[80];
  size_t n = 0;

  for (const Json *each = json_get_first (array); each != NULL; each = json_get_next (each))
    if (++n > most) {
      snprintf (message, sizeof message, "more than %zu, expected at most that", most);
      return reader_fault (reader, array, SMAAJOB_ERROR_SIZE, message);
    }
  return true;
}

bool
read_list (Reader *reader, const Json *array, size_t most, ReadEach read)
{
  return check_length (reader, array, most) && reader_each (reader, array, read, NULL);
}

static bool
outside (Reader *reader, const Json *json, int least, int most)
{
  char message[160];

  snprintf (message, sizeof message, "%s is outside [%d, %d]",
            told_number (json_get_number (json)).text, least, most);
  return reader_fault (reader, json, SMAAJOB_ERROR_RANGE, message);
}

int
thousandths_of (const Json *json)
{
  int32_t thousandths = SMAAJOB_UNKNOWN;

  if (json_get_type (json) != JSON_NULL)
    to_thousandths (json_get_number (json), &thousandths);
  return thousandths;
}

static bool
check_decimals (Reader *reader, const Json *json, int least, int most)
{
  const double number = json_get_number (json);
  char message[120];
  int32_t thousandths;

  if (!(number >= least && number <= most))
    return outside (reader, json, least, most);
  if (to_thousandths (number, &thousandths))
    return true;
  snprintf (message, sizeof message, "%s, " EXPECT_DECIMALS, told_decimals (number).text);
  return reader_fault (reader, json, SMAAJOB_ERROR_RANGE, message);
}

bool
read_thousandths (Reader *reader, const Json *json, int most)
{
  return json_get_type (json) == JSON_NULL || check_decimals (reader, json, 0, most);
}

bool
read_signed_thousandths (Reader *reader, const Json *json, int most)
{
  return check_decimals (reader, json, -most, most);
}

int
minutes_of (const Json *json)
{
  return json_get_type (json) == JSON_NULL ? SMAAJOB_UNKNOWN
                                           : (int) (json_get_number (json) * HOUR_MINUTES + 0.5);
}

bool
read_hours (Reader *reader, const Json *json)
{
  const double hours = json_get_type (json) == JSON_NULL ? 0 : json_get_number (json);

  return (hours >= 0 && hours <= WEEK_HOURS) || outside (reader, json, 0, WEEK_HOURS);
}

bool
read_id (Reader *reader, const Json *json)
{
  char message[160];

  if (json == NULL || id_is_valid (json_get_string (json)))
    return true;
  snprintf (message, sizeof message, "%s, expected " READER_EXPECT_ID,
            told_text (json_get_string (json)).text);
  return reader_fault (reader, json, SMAAJOB_ERROR_RANGE, message);
}

static SmaajobCode
find_code (const char *name, SmaajobCode first, SmaajobCode last)
{
  for (int code = first; code <= (int) last; code++)
    if (strcmp (name, smaajob_code_get_name ((SmaajobCode) code)) == 0)
      return (SmaajobCode) code;
  return SMAAJOB_CODE_NONE;
}

bool
read_code (Reader *reader, const Json *json, SmaajobCode first, SmaajobCode last)
{
  char message[160];

  if (find_code (json_get_string (json), first, last) != SMAAJOB_CODE_NONE)
    return true;
  snprintf (message, sizeof message, "%s, expected a code that a match can hold here",
            told_text (json_get_string (json)).text);
  return reader_fault (reader, json, SMAAJOB_ERROR_RANGE, message);
}

bool
read_reason (Reader *reader, const Json *json, void *nothing)
{
  static const Member members[] = {
      {"code", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {"subject", MEMBER_STRING, MEMBER_OPTIONAL, NULL, NULL},
      {"task", MEMBER_STRING, MEMBER_OPTIONAL, NULL, NULL},
      {.name = ""},
  };
  const Json *found[3];

  (void) nothing;
  return reader_check_value (reader, json, &object_value) &&
         reader_check_members (reader, json, members, found) &&
         read_code (reader, found[0], SMAAJOB_CODE_GATE_REFUSED, SMAAJOB_CODE_CARVE) &&
         read_id (reader, found[1]) && read_id (reader, found[2]);
}

SmaajobReason
match_reason_of (const Json *reason)
{
  return (SmaajobReason){
      find_code (json_get_string (json_find (reason, "code")), SMAAJOB_CODE_GATE_REFUSED,
                 SMAAJOB_CODE_CARVE),
      member_get_string (json_find (reason, "subject")),
      member_get_string (json_find (reason, "task")),
  };
}
