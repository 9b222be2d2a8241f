/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "text/reader.h"
#include "words/vocabulary.h"

#include <smaajob/citizen.h>

#include <stdio.h>

typedef SmaajobCitizenBuilder Builder;

static bool
read_competence (Reader *reader, const Json *json, void *builder)
{
  static const Member object = {.kind = MEMBER_OBJECT, .expected = "a competence"};
  static const Member members[] = {
      {"concept", MEMBER_STRING, MEMBER_REQUIRED, "a concept id", NULL},
      {"level", MEMBER_WHOLE, MEMBER_REQUIRED, "a whole number 0–5", NULL},
      {"evidence", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_evidence},
      {.name = ""},
  };
  const Json *found[3];
  SmaajobCompetence competence;

  if (!reader_check_value (reader, json, &object) ||
      !reader_check_members (reader, json, members, found))
    return false;
  competence.concept_id = member_get_string (found[0]);
  competence.level = member_get_whole (found[1], 0);
  competence.evidence = member_get_name (found[2], names_of_evidence, SMAAJOB_EVIDENCE_STATED);
  return smaajob_citizen_builder_add_competence (builder, &competence, &reader->error);
}

typedef struct {
  Builder *builder;
  const SmaajobVocabulary *vocabulary;
} NeedTarget;

/* The three value members follow SmaajobConditionType. */
enum { NEED_CONDITION, NEED_FIRST_VALUE, NEED_STRENGTH = NEED_FIRST_VALUE + 3, N_NEED_MEMBERS };

static const Member need_members[] = {
    {"condition", MEMBER_STRING, MEMBER_REQUIRED, "a condition id", NULL},
    {"tolerates", MEMBER_NUMBER, MEMBER_OPTIONAL, "a whole number 0–4", NULL},
    {"requires", MEMBER_NUMBER, MEMBER_OPTIONAL, "a whole number 0–2", NULL},
    {"at_most", MEMBER_NUMBER, MEMBER_OPTIONAL, "a number 0–100000", NULL},
    {"strength", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_strength},
    {.name = ""},
};

static bool
check_one_value (Reader *reader, const Json *need, const Json **found, int *type)
{
  int n = 0;

  for (int i = 0; i < 3; i++)
    if (found[NEED_FIRST_VALUE + i] != NULL) {
      *type = i;
      n++;
    }
  if (n == 0)
    return reader_fault (reader, need, SMAAJOB_ERROR_MISSING,
                         "no value, expected one of tolerates, requires, at_most");
  return n == 1 || reader_fault (reader, need, SMAAJOB_ERROR_RANGE,
                                 "more than one of tolerates, requires, at_most, expected one");
}

/* The builder is given a number and cannot know under which name it stood. */
static bool
check_value_name (Reader *reader, const SmaajobVocabulary *vocabulary, const Json **found, int type)
{
  const uint32_t condition =
      vocabulary_find_condition (vocabulary, member_get_string (found[NEED_CONDITION]));
  char message[120];
  int wanted;

  if (condition == WORD_NONE)
    return true;
  wanted = vocabulary_get_condition_type (vocabulary, condition);
  if (wanted == type)
    return true;
  snprintf (message, sizeof message, "the condition is a %s, expected %s",
            names_of_condition_type[wanted], need_members[NEED_FIRST_VALUE + wanted].name);
  return reader_fault (reader, found[NEED_FIRST_VALUE + type], SMAAJOB_ERROR_TYPE, message);
}

static bool
read_need (Reader *reader, const Json *json, void *data)
{
  static const Member object = {.kind = MEMBER_OBJECT, .expected = "a need"};
  const NeedTarget *target = data;
  const Json *found[N_NEED_MEMBERS];
  SmaajobNeed need;
  int type = 0;

  if (!reader_check_value (reader, json, &object) ||
      !reader_check_members (reader, json, need_members, found) ||
      !check_one_value (reader, json, found, &type) ||
      !check_value_name (reader, target->vocabulary, found, type))
    return false;
  need.condition = member_get_string (found[NEED_CONDITION]);
  need.value = json_get_number (found[NEED_FIRST_VALUE + type]);
  need.strength = member_get_name (found[NEED_STRENGTH], names_of_strength, SMAAJOB_STRENGTH_MUST);
  return smaajob_citizen_builder_add_need (target->builder, &need, &reader->error);
}

static bool
read_needs (Reader *reader, const Json *json, const SmaajobVocabulary *vocabulary, Builder *builder)
{
  NeedTarget target = {builder, vocabulary};

  return json == NULL || (smaajob_citizen_builder_set_needs_known (builder, &reader->error) &&
                          reader_each (reader, json, read_need, &target));
}

static bool
read_gate (Reader *reader, const Json *json, void *builder)
{
  static const Member answer = {.kind = MEMBER_NAME, .names = names_of_answer};

  return reader_check_value (reader, json, &answer) &&
         smaajob_citizen_builder_set_gate (
             builder, json_get_name (json),
             member_get_name (json, names_of_answer, SMAAJOB_ANSWER_UNKNOWN), &reader->error);
}

static bool
read_hours (Reader *reader, const Json *json, Builder *builder)
{
  static const Member members[] = {
      {"min", MEMBER_NUMBER, MEMBER_OPTIONAL, "a number of hours", NULL},
      {"max", MEMBER_NUMBER, MEMBER_OPTIONAL, "a number of hours", NULL},
      {"limit", MEMBER_NUMBER, MEMBER_OPTIONAL, "a number of hours", NULL},
      {"committed", MEMBER_NUMBER, MEMBER_OPTIONAL, "a number of hours", NULL},
      {"max_per_day", MEMBER_NUMBER, MEMBER_OPTIONAL, "a number of hours", NULL},
      {"unit", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_unit},
      {.name = ""},
  };
  const Json *found[6];
  HoursRange range = {0, READER_HOURS_A_WEEK, false};
  const HoursRange day = {0, READER_HOURS_A_DAY, false};
  SmaajobCitizenHours hours;

  if (json == NULL)
    return true;
  if (!reader_check_members (reader, json, members, found))
    return false;
  range.by_month = member_get_name (found[5], names_of_unit, 0) == 1;
  return reader_read_hours (reader, found[0], range, &hours.min) &&
         reader_read_hours (reader, found[1], range, &hours.max) &&
         reader_read_hours (reader, found[2], range, &hours.limit) &&
         reader_read_hours (reader, found[3], range, &hours.committed) &&
         reader_read_hours (reader, found[4], day, &hours.max_per_day) &&
         smaajob_citizen_builder_set_hours (builder, &hours, &reader->error);
}

static bool
read_window (Reader *reader, const Json *json, void *builder)
{
  SmaajobWindow window;

  return reader_read_window (reader, json, &window) &&
         smaajob_citizen_builder_add_window (builder, &window, &reader->error);
}

static bool
read_availability (Reader *reader, const Json *json, Builder *builder)
{
  return json == NULL ||
         (smaajob_citizen_builder_set_availability_known (builder, &reader->error) &&
          reader_each (reader, json, read_window, builder));
}

static bool
read_attendance (Reader *reader, const Json *json, Builder *builder)
{
  static const Member members[] = {
      {"kept", MEMBER_NUMBER, MEMBER_REQUIRED, "a number 0–1", NULL},
      {"weeks", MEMBER_WHOLE, MEMBER_OPTIONAL, "a whole number 0–1000", NULL},
      {"context", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_context},
      {.name = ""},
  };
  const Json *found[3];

  if (json == NULL)
    return true;
  return reader_check_members (reader, json, members, found) &&
         smaajob_citizen_builder_set_attendance (
             builder, json_get_number (found[0]),
             member_get_name (found[2], names_of_context, SMAAJOB_CONTEXT_UNKNOWN),
             &reader->error) &&
         (found[1] == NULL || smaajob_citizen_builder_set_attendance_weeks (
                                  builder, member_get_whole (found[1], 0), &reader->error));
}

static bool
read_wish (Reader *reader, const Json *json, void *builder)
{
  static const Member object = {.kind = MEMBER_OBJECT, .expected = "a wish"};
  static const Member members[] = {
      {"concept", MEMBER_STRING, MEMBER_REQUIRED, "a concept id or a sector", NULL},
      {"wants", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_wish},
      {.name = ""},
  };
  const Json *found[2];

  return reader_check_value (reader, json, &object) &&
         reader_check_members (reader, json, members, found) &&
         smaajob_citizen_builder_add_wish (builder, json_get_string (found[0]),
                                           member_get_name (found[1], names_of_wish, 0),
                                           &reader->error);
}

static bool
read_location (Reader *reader, const Json *json, Builder *builder)
{
  double lat, lon;

  return json == NULL || (reader_read_location (reader, json, &lat, &lon) &&
                          smaajob_citizen_builder_set_location (builder, lat, lon, &reader->error));
}

static bool
read_travel (Reader *reader, const Json *json, Builder *builder)
{
  static const Member members[] = {
      {"mode", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_mode},
      {"max_minutes", MEMBER_WHOLE, MEMBER_REQUIRED, "a whole number 0–1440", NULL},
      {.name = ""},
  };
  const Json *found[2];

  if (json == NULL)
    return true;
  return reader_check_members (reader, json, members, found) &&
         smaajob_citizen_builder_set_travel (builder, member_get_name (found[0], names_of_mode, 0),
                                             member_get_whole (found[1], 0), &reader->error);
}

enum {
  FORMAT,
  ID,
  COMPETENCIES,
  COMPETENCIES_COMPLETE,
  NEEDS,
  GATES,
  HOURS,
  AVAILABILITY,
  EFFECTIVENESS,
  ATTENDANCE,
  PREREQUISITES,
  CHOICE,
  PURPOSE,
  WISHES,
  LOCATION,
  TRAVEL,
  N_MEMBERS
};

static const Member citizen_members[] = {
    [FORMAT] = {"format", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
    [ID] = {"id", MEMBER_STRING, MEMBER_REQUIRED, READER_EXPECT_ID, NULL},
    [COMPETENCIES] = {"competencies", MEMBER_ARRAY, MEMBER_OPTIONAL, NULL, NULL},
    [COMPETENCIES_COMPLETE] = {"competencies_complete", MEMBER_BOOLEAN, MEMBER_OPTIONAL, NULL,
                               NULL},
    [NEEDS] = {"needs", MEMBER_ARRAY, MEMBER_OPTIONAL, NULL, NULL},
    [GATES] = {"gates", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
    [HOURS] = {"hours", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
    [AVAILABILITY] = {"availability", MEMBER_ARRAY, MEMBER_OPTIONAL, NULL, NULL},
    [EFFECTIVENESS] = {"effectiveness", MEMBER_NUMBER, MEMBER_OPTIONAL, "a number 0–1", NULL},
    [ATTENDANCE] = {"attendance", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
    [PREREQUISITES] = {"prerequisites", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_prerequisites},
    [CHOICE] = {"choice", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_choice},
    [PURPOSE] = {"purpose", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_purpose},
    [WISHES] = {"wishes", MEMBER_ARRAY, MEMBER_OPTIONAL, NULL, NULL},
    [LOCATION] = {"location", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
    [TRAVEL] = {"travel", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
    [N_MEMBERS] = {.name = ""},
};

static bool
read_stance (Reader *reader, const Json **found, Builder *builder)
{
  SmaajobError *error = &reader->error;

  return (found[EFFECTIVENESS] == NULL ||
          smaajob_citizen_builder_set_effectiveness (
              builder, json_get_number (found[EFFECTIVENESS]), error)) &&
         smaajob_citizen_builder_set_prerequisites (
             builder, member_get_name (found[PREREQUISITES], names_of_prerequisites, 0), error) &&
         smaajob_citizen_builder_set_choice (
             builder, member_get_name (found[CHOICE], names_of_choice, 0), error) &&
         smaajob_citizen_builder_set_purpose (
             builder, member_get_name (found[PURPOSE], names_of_purpose, 0), error);
}

static bool
read_competencies (Reader *reader, const Json **found, Builder *builder)
{
  return reader_each (reader, found[COMPETENCIES], read_competence, builder) &&
         (found[COMPETENCIES_COMPLETE] == NULL ||
          smaajob_citizen_builder_set_competencies_complete (
              builder, json_get_boolean (found[COMPETENCIES_COMPLETE]), &reader->error));
}

static bool
read_all (Reader *reader, const Json **found, const SmaajobVocabulary *vocabulary, Builder *builder)
{
  return read_competencies (reader, found, builder) &&
         read_needs (reader, found[NEEDS], vocabulary, builder) &&
         reader_each (reader, found[GATES], read_gate, builder) &&
         read_hours (reader, found[HOURS], builder) &&
         read_availability (reader, found[AVAILABILITY], builder) &&
         read_attendance (reader, found[ATTENDANCE], builder) &&
         read_stance (reader, found, builder) &&
         reader_each (reader, found[WISHES], read_wish, builder) &&
         read_location (reader, found[LOCATION], builder) &&
         read_travel (reader, found[TRAVEL], builder);
}

static SmaajobCitizen *
build_citizen (Reader *reader, SmaajobVocabulary *vocabulary)
{
  const Json *found[N_MEMBERS];
  SmaajobCitizen *citizen = NULL;
  Expected expected;
  Builder *builder;

  reader_expect_concepts (reader, vocabulary, &expected);
  if (!reader_check_members (reader, reader->root, citizen_members, found))
    return NULL;
  builder = smaajob_citizen_builder_new (vocabulary, json_get_string (found[ID]), &reader->error);
  reader_fetch_concepts (vocabulary, &expected);
  if (builder != NULL && read_all (reader, found, vocabulary, builder))
    citizen = smaajob_citizen_builder_build (builder, &reader->error);
  smaajob_citizen_builder_free (builder);
  return citizen;
}

SmaajobCitizen *
citizen_read (Tape *tape, Slice json, SmaajobVocabulary *vocabulary, SmaajobError *error)
{
  Reader reader;
  SmaajobCitizen *citizen = NULL;

  if (reader_open_onto (&reader, tape, json, "smaajob.citizen/1"))
    citizen = build_citizen (&reader, vocabulary);
  return reader_close (&reader, citizen, error);
}

SmaajobCitizen *
smaajob_citizen_new_from_json (SmaajobVocabulary *vocabulary, const char *json, size_t length,
                               SmaajobError *error)
{
  Tape tape = {0};
  SmaajobCitizen *citizen;

  if (vocabulary == NULL) {
    error_argument (error, "vocabulary is NULL, expected one");
    return NULL;
  }
  citizen = citizen_read (&tape, (Slice){json, length}, vocabulary, error);
  tape_free (&tape);
  return citizen;
}
