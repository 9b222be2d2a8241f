/* SPDX-License-Identifier: Apache-2.0 */
#include "text/read-advice.h"

#include "text/read-values.h"

#include <smaajob/lever.h>
#include <smaajob/question.h>

#include <string.h>

/* Three stand among the causes, where a match says the same. */
static bool
read_unknown (Reader *reader, const Json *json)
{
  static const SmaajobCode causes[] = {SMAAJOB_CODE_COMPETENCE_UNKNOWN,
                                       SMAAJOB_CODE_EXPOSURE_UNKNOWN,
                                       SMAAJOB_CODE_PREREQUISITES_UNKNOWN};

  for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
    if (strcmp (json_get_string (json), smaajob_code_get_name (causes[i])) == 0)
      return true;
  return read_code (reader, json, SMAAJOB_CODE_CHOICE_UNKNOWN, SMAAJOB_CODE_SECTOR_UNKNOWN);
}

static bool
read_question (Reader *reader, const Json *json, void *nothing)
{
  static const Member members[] = {
      {"code", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {"subject", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {"ask", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_ask},
      {"swing", MEMBER_NUMBER, MEMBER_REQUIRED, NULL, NULL},
      {"decides", MEMBER_BOOLEAN, MEMBER_REQUIRED, NULL, NULL},
      {.name = ""},
  };
  const Json *found[5];

  (void) nothing;
  return reader_check_value (reader, json, &object_value) &&
         reader_check_members (reader, json, members, found) && read_unknown (reader, found[0]) &&
         read_id (reader, found[1]) && read_thousandths (reader, found[3], 1);
}

/* A term goes from an answer to an answer, everything else from an amount to an amount. */
static bool
read_end (Reader *reader, const Json *json, bool is_term)
{
  static const Member amount = {.kind = MEMBER_NUMBER_OR_NULL};
  static const Member answer = {.kind = MEMBER_NAME, .names = names_of_answer + 1};

  if (is_term)
    return reader_check_value (reader, json, &answer);
  return reader_check_value (reader, json, &amount) && read_thousandths (reader, json, MOST_AMOUNT);
}

static bool
read_change (Reader *reader, const Json *json, void *nothing)
{
  static const Member members[] = {
      {"by", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_actor},
      {"code", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {"subject", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {"from", MEMBER_ANY, MEMBER_REQUIRED, NULL, NULL},
      {"to", MEMBER_ANY, MEMBER_REQUIRED, NULL, NULL},
      {.name = ""},
  };
  const Json *found[5];
  bool is_term;

  (void) nothing;
  if (!reader_check_value (reader, json, &object_value) ||
      !reader_check_members (reader, json, members, found) ||
      !read_code (reader, found[1], SMAAJOB_CODE_PROVISION_GIVEN, SMAAJOB_CODE_TERM_AGREED))
    return false;
  is_term =
      strcmp (json_get_string (found[1]), smaajob_code_get_name (SMAAJOB_CODE_TERM_AGREED)) == 0;
  return read_id (reader, found[2]) && read_end (reader, found[3], is_term) &&
         read_end (reader, found[4], is_term);
}

static bool
read_changes (Reader *reader, const Json *json)
{
  return (json_get_first (json) != NULL ||
          reader_fault (reader, json, SMAAJOB_ERROR_SIZE, "no change, expected 1 to 3")) &&
         read_list (reader, json, SMAAJOB_MAX_CHANGES, read_change);
}

static bool
read_lever (Reader *reader, const Json *json, void *nothing)
{
  static const Member members[] = {
      {"changes", MEMBER_ARRAY, MEMBER_REQUIRED, NULL, NULL},
      {"score", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
      {"verdict", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_verdict + 1},
      {"gain", MEMBER_NUMBER, MEMBER_REQUIRED, NULL, NULL},
      {.name = ""},
  };
  const Json *found[4];

  (void) nothing;
  return reader_check_value (reader, json, &object_value) &&
         reader_check_members (reader, json, members, found) && read_changes (reader, found[0]) &&
         read_thousandths (reader, found[1], 1) && read_signed_thousandths (reader, found[3], 1);
}

bool
read_questions (Reader *reader, const Json *json)
{
  return read_list (reader, json, MOST_REASONS, read_question);
}

bool
read_levers (Reader *reader, const Json *json)
{
  return read_list (reader, json, SMAAJOB_MAX_LEVERS, read_lever);
}
