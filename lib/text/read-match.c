/* SPDX-License-Identifier: Apache-2.0 */
#include "text/read-match.h"

#include "text/read-advice.h"
#include "text/read-values.h"
#include "words/fault.h"

#include <stdio.h>
#include <string.h>

#define N_CRITERIA    6
#define MOST_TASKS    12
#define MOST_ITEMS    512 /* of a criterion */
#define MOST_SHIFTS   672 /* quarter-hours of a week */
#define DIGEST_LENGTH 64

bool
read_engine (Reader *reader, const Json *json)
{
  static const Member members[] = {
      {"version", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {"model", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {.name = ""},
  };
  const Json *found[2];

  return reader_check_members (reader, json, members, found) && read_id (reader, found[0]) &&
         read_id (reader, found[1]);
}

static bool
read_digest (Reader *reader, const Json *json)
{
  const char *text = json_get_string (json);

  return (strlen (text) == DIGEST_LENGTH && strspn (text, "0123456789abcdef") == DIGEST_LENGTH) ||
         reader_fault (reader, json, SMAAJOB_ERROR_RANGE,
                       "not a digest, expected 64 digits of 0-9 a-f");
}

bool
read_digests (Reader *reader, const Json *json)
{
  static const Member members[] = {
      {"citizen", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {"opening", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {"policy", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {"vocabulary", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {.name = ""},
  };
  const Json *found[4];

  return reader_check_members (reader, json, members, found) && read_digest (reader, found[0]) &&
         read_digest (reader, found[1]) && read_digest (reader, found[2]) &&
         read_digest (reader, found[3]);
}

static bool
read_item (Reader *reader, const Json *json, void *nothing)
{
  static const Member members[] = {
      {"subject", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {"task", MEMBER_STRING, MEMBER_OPTIONAL, NULL, NULL},
      {"state", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_state},
      {"have", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
      {"want", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
      {"share", MEMBER_NUMBER, MEMBER_REQUIRED, NULL, NULL},
      {"loss", MEMBER_NUMBER, MEMBER_REQUIRED, NULL, NULL},
      {.name = ""},
  };
  const Json *found[7];

  (void) nothing;
  return reader_check_value (reader, json, &object_value) &&
         reader_check_members (reader, json, members, found) && read_id (reader, found[0]) &&
         read_id (reader, found[1]) && read_thousandths (reader, found[3], MOST_AMOUNT) &&
         read_thousandths (reader, found[4], MOST_AMOUNT) &&
         read_thousandths (reader, found[5], 1) && read_thousandths (reader, found[6], 1);
}

SmaajobItem
match_item_of (const Json *item)
{
  return (SmaajobItem){
      .subject = json_get_string (json_find (item, "subject")),
      .task = member_get_string (json_find (item, "task")),
      .state = (SmaajobState) member_get_name (json_find (item, "state"), names_of_state, 0),
      .have = thousandths_of (json_find (item, "have")),
      .want = thousandths_of (json_find (item, "want")),
      .share = thousandths_of (json_find (item, "share")),
      .loss = thousandths_of (json_find (item, "loss")),
  };
}

/* Losses that do not add up would make a difference that does not, either. */
static bool
check_sum (Reader *reader, const Json *json, int sum, int expected)
{
  char message[160];

  if (sum == expected)
    return true;
  snprintf (message, sizeof message, "losses that sum to %s, expected %s",
            told_number (sum / 1000.0).text, told_number (expected / 1000.0).text);
  return reader_fault (reader, json, SMAAJOB_ERROR_RANGE, message);
}

static bool
check_items_sum (Reader *reader, const Json *items, int loss)
{
  int sum = 0;

  for (const Json *each = json_get_first (items); each != NULL; each = json_get_next (each))
    sum += thousandths_of (json_find (each, "loss"));
  return check_sum (reader, items, sum, loss);
}

static bool
read_criterion (Reader *reader, const Json *json, void *nothing)
{
  static const Member members[] = {
      {"id", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_criterion},
      {"side", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_side},
      {"items", MEMBER_ARRAY, MEMBER_REQUIRED, NULL, NULL},
      {"value", MEMBER_NUMBER, MEMBER_REQUIRED, NULL, NULL},
      {"low", MEMBER_NUMBER, MEMBER_REQUIRED, NULL, NULL},
      {"high", MEMBER_NUMBER, MEMBER_REQUIRED, NULL, NULL},
      {"weight", MEMBER_NUMBER, MEMBER_REQUIRED, NULL, NULL},
      {"loss", MEMBER_NUMBER, MEMBER_REQUIRED, NULL, NULL},
      {.name = ""},
  };
  const Json *found[8];

  (void) nothing;
  if (!reader_check_value (reader, json, &object_value) ||
      !reader_check_members (reader, json, members, found))
    return false;
  for (int i = 3; i < 8; i++)
    if (!read_thousandths (reader, found[i], 1))
      return false;
  return read_list (reader, found[2], MOST_ITEMS, read_item) &&
         check_items_sum (reader, found[2], thousandths_of (found[7]));
}

static bool
read_criteria (Reader *reader, const Json *json, int potential)
{
  int n = 0, sum = 0;

  if (!read_list (reader, json, N_CRITERIA, read_criterion))
    return false;
  for (const Json *each = json_get_first (json); each != NULL; each = json_get_next (each)) {
    if (member_get_name (json_find (each, "id"), names_of_criterion, 0) != n++)
      return reader_fault (reader, json_find (each, "id"), SMAAJOB_ERROR_RANGE,
                           "not the criterion that stands here, expected the six in their order");
    sum += thousandths_of (json_find (each, "loss"));
  }
  if (n < N_CRITERIA)
    return reader_fault (reader, json, SMAAJOB_ERROR_SIZE, "fewer than six, expected six criteria");
  return check_sum (reader, json, sum, potential == SMAAJOB_UNKNOWN ? 0 : 1000 - potential);
}

static bool
read_task (Reader *reader, const Json *json, void *nothing)
{
  static const Member members[] = {
      {"id", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {"verdict", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_task_verdict},
      {"hours", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
      {"reasons", MEMBER_ARRAY, MEMBER_REQUIRED, NULL, NULL},
      {.name = ""},
  };
  const Json *found[4];

  (void) nothing;
  return reader_check_value (reader, json, &object_value) &&
         reader_check_members (reader, json, members, found) && read_id (reader, found[0]) &&
         read_hours (reader, found[2]) && read_list (reader, found[3], MOST_REASONS, read_reason);
}

static bool
read_tasks (Reader *reader, const Json *json)
{
  if (!read_list (reader, json, MOST_TASKS, read_task))
    return false;
  if (json_get_first (json) == NULL)
    return reader_fault (reader, json, SMAAJOB_ERROR_SIZE, "no task, expected at least one");
  for (const Json *a = json_get_first (json); a != NULL; a = json_get_next (a))
    for (const Json *b = json_get_first (json); b != a; b = json_get_next (b))
      if (strcmp (match_task_of (a).id, match_task_of (b).id) == 0)
        return reader_fault (reader, json_find (a, "id"), SMAAJOB_ERROR_DUPLICATE,
                             "an id that another task has, expected each once");
  return true;
}

SmaajobTaskMatch
match_task_of (const Json *task)
{
  return (SmaajobTaskMatch){
      .id = json_get_string (json_find (task, "id")),
      .verdict = (SmaajobTaskVerdict) member_get_name (json_find (task, "verdict"),
                                                       names_of_task_verdict, 0),
      .planned_minutes_per_week = minutes_of (json_find (task, "hours")),
  };
}

static bool
read_shift (Reader *reader, const Json *json, void *nothing)
{
  static const Member members[] = {
      {"day", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_day},
      {"from", MEMBER_STRING, MEMBER_REQUIRED, "a time such as 08:00", NULL},
      {"to", MEMBER_STRING, MEMBER_REQUIRED, "a time such as 12:00", NULL},
      {"task", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {.name = ""},
  };
  const Json *found[4];
  int minute;

  (void) nothing;
  return reader_check_value (reader, json, &object_value) &&
         reader_check_members (reader, json, members, found) &&
         reader_read_time (reader, found[1], 0, 1425, &minute) &&
         reader_read_time (reader, found[2], 15, 1440, &minute) && read_id (reader, found[3]);
}

static bool
read_plan (Reader *reader, const Json *json, SmaajobPlan *plan)
{
  static const Member members[] = {
      {"present_hours", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
      {"paid_hours", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
      {"practice_hours", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
      {"capacity_hours", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
      {"growth_to", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
      {"schedule", MEMBER_ARRAY, MEMBER_REQUIRED, NULL, NULL},
      {.name = ""},
  };
  const Json *found[6];
  int *const minutes[] = {&plan->present_minutes, &plan->paid_minutes, &plan->practice_minutes,
                          &plan->capacity_minutes, &plan->growth_minutes};

  if (!reader_check_members (reader, json, members, found))
    return false;
  plan->known = json_get_type (found[0]) != JSON_NULL;
  for (int i = 0; i < 5; i++) {
    if (!read_hours (reader, found[i]))
      return false;
    *minutes[i] = i < 3 && !plan->known ? 0 : minutes_of (found[i]);
  }
  return read_list (reader, found[5], MOST_SHIFTS, read_shift);
}

static bool
read_timing (Reader *reader, const Json *json, MatchDocument *match)
{
  static const Member members[] = {
      {"advice", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_advice},
      {"reasons", MEMBER_ARRAY, MEMBER_REQUIRED, NULL, NULL},
      {.name = ""},
  };
  const Json *found[2];

  if (!reader_check_members (reader, json, members, found))
    return false;
  match->advice = (SmaajobAdvice) member_get_name (found[0], names_of_advice, 0);
  match->reasons[SMAAJOB_LIST_TIMING] = found[1];
  return read_list (reader, found[1], MOST_REASONS, read_reason);
}

static bool
read_sides (Reader *reader, const Json *json, SmaajobScore *score)
{
  static const Member members[] = {
      {"citizen", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
      {"employer", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
      {.name = ""},
  };
  const Json *found[2];

  if (!reader_check_members (reader, json, members, found) ||
      !read_thousandths (reader, found[0], 1) || !read_thousandths (reader, found[1], 1))
    return false;
  score->side_citizen = thousandths_of (found[0]);
  score->side_employer = thousandths_of (found[1]);
  return true;
}

/* The members of a match that are numbers of the score come first, in the order of numbers below.
 */
enum {
  SCORE,
  LOW,
  HIGH,
  COVERAGE,
  POTENTIAL,
  FORMAT,
  ENGINE,
  DIGESTS,
  CITIZEN,
  OPENING,
  VERDICT,
  BLOCKERS,
  SIDES,
  CRITERIA,
  TASKS,
  PLAN,
  TIMING,
  ATTENTION,
  QUESTIONS,
  LEVERS,
  N_MEMBERS
};

static const Member match_members[] = {
    [SCORE] = {"score", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
    [LOW] = {"low", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
    [HIGH] = {"high", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
    [COVERAGE] = {"coverage", MEMBER_NUMBER, MEMBER_REQUIRED, NULL, NULL},
    [POTENTIAL] = {"potential", MEMBER_NUMBER_OR_NULL, MEMBER_REQUIRED, NULL, NULL},
    [FORMAT] = {"format", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
    [ENGINE] = {"engine", MEMBER_OBJECT, MEMBER_REQUIRED, NULL, NULL},
    [DIGESTS] = {"digests", MEMBER_OBJECT, MEMBER_REQUIRED, NULL, NULL},
    [CITIZEN] = {"citizen", MEMBER_STRING, MEMBER_REQUIRED, READER_EXPECT_ID, NULL},
    [OPENING] = {"opening", MEMBER_STRING, MEMBER_REQUIRED, READER_EXPECT_ID, NULL},
    [VERDICT] = {"verdict", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_verdict},
    [BLOCKERS] = {"blockers", MEMBER_ARRAY, MEMBER_REQUIRED, NULL, NULL},
    [SIDES] = {"sides", MEMBER_OBJECT, MEMBER_REQUIRED, NULL, NULL},
    [CRITERIA] = {"criteria", MEMBER_ARRAY, MEMBER_REQUIRED, NULL, NULL},
    [TASKS] = {"tasks", MEMBER_ARRAY, MEMBER_REQUIRED, NULL, NULL},
    [PLAN] = {"plan", MEMBER_OBJECT, MEMBER_REQUIRED, NULL, NULL},
    [TIMING] = {"timing", MEMBER_OBJECT, MEMBER_REQUIRED, NULL, NULL},
    [ATTENTION] = {"attention", MEMBER_ARRAY, MEMBER_REQUIRED, NULL, NULL},
    [QUESTIONS] = {"questions", MEMBER_ARRAY, MEMBER_REQUIRED, NULL, NULL},
    [LEVERS] = {"levers", MEMBER_ARRAY, MEMBER_REQUIRED, NULL, NULL},
    [N_MEMBERS] = {.name = ""},
};

static bool
read_score (Reader *reader, const Json **found, SmaajobScore *score)
{
  int *const numbers[] = {&score->score, &score->low, &score->high, &score->coverage,
                          &score->potential};

  for (int i = SCORE; i <= POTENTIAL; i++) {
    if (!read_thousandths (reader, found[i], 1))
      return false;
    *numbers[i] = thousandths_of (found[i]);
  }
  score->verdict = (SmaajobVerdict) member_get_name (found[VERDICT], names_of_verdict, 0);
  return read_sides (reader, found[SIDES], score);
}

static bool
read_parts (Reader *reader, const Json **found, MatchDocument *match)
{
  return read_engine (reader, found[ENGINE]) && read_digests (reader, found[DIGESTS]) &&
         read_id (reader, found[CITIZEN]) && read_id (reader, found[OPENING]) &&
         read_score (reader, found, &match->score) &&
         read_list (reader, found[BLOCKERS], MOST_REASONS, read_reason) &&
         read_criteria (reader, found[CRITERIA], match->score.potential) &&
         read_tasks (reader, found[TASKS]) && read_plan (reader, found[PLAN], &match->plan) &&
         read_timing (reader, found[TIMING], match) &&
         read_list (reader, found[ATTENTION], MOST_REASONS, read_reason) &&
         read_questions (reader, found[QUESTIONS]) && read_levers (reader, found[LEVERS]);
}

static size_t
count (const Json *json)
{
  size_t n = 0;

  for (const Json *each = json_get_first (json); each != NULL; each = json_get_next (each))
    n++;
  return n;
}

bool
read_match (Reader *reader, const Json *json, MatchDocument *match)
{
  const Json *found[N_MEMBERS];

  if (!reader_check_members (reader, json, match_members, found) ||
      !read_parts (reader, found, match))
    return false;
  match->engine = found[ENGINE];
  match->digests = found[DIGESTS];
  match->citizen = json_get_string (found[CITIZEN]);
  match->opening = json_get_string (found[OPENING]);
  match->criteria = found[CRITERIA];
  match->tasks = found[TASKS];
  match->reasons[SMAAJOB_LIST_BLOCKERS] = found[BLOCKERS];
  match->reasons[SMAAJOB_LIST_ATTENTION] = found[ATTENTION];
  match->n_tasks = count (found[TASKS]);
  for (int list = 0; list < 3; list++)
    match->n_reasons[list] = count (match->reasons[list]);
  match->n_items = 0;
  for (const Json *each = json_get_first (found[CRITERIA]); each != NULL;
       each = json_get_next (each))
    match->n_items += count (json_find (each, "items"));
  return true;
}
