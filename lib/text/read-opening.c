/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "data/opening-draft.h"
#include "text/reader.h"
#include "words/vocabulary.h"

#include <smaajob/opening.h>

typedef SmaajobOpeningBuilder Builder;

/* A task of the opening that is being built. */
typedef struct {
  Builder *builder;
  size_t task;
  const SmaajobVocabulary *vocabulary;
} Target;

static const Member exposure = {.kind = MEMBER_NUMBER, .expected = "a number 0–100000"};

static bool
read_hours (Reader *reader, const Json *json, Builder *builder)
{
  static const Member members[] = {
      {"min", MEMBER_NUMBER, MEMBER_OPTIONAL, "a number of hours", NULL},
      {"max", MEMBER_NUMBER, MEMBER_OPTIONAL, "a number of hours", NULL},
      {"growth", MEMBER_NUMBER, MEMBER_OPTIONAL, "a number of hours", NULL},
      {"unit", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_unit},
      {.name = ""},
  };
  const Json *found[4];
  HoursRange range = {0, READER_HOURS_A_WEEK, false};
  SmaajobOpeningHours hours;

  if (json == NULL)
    return true;
  if (!reader_check_members (reader, json, members, found))
    return false;
  range.by_month = member_get_name (found[3], names_of_unit, 0) == 1;
  return reader_read_hours (reader, found[0], range, &hours.min) &&
         reader_read_hours (reader, found[1], range, &hours.max) &&
         reader_read_hours (reader, found[2], range, &hours.growth) &&
         smaajob_opening_builder_set_hours (builder, &hours, &reader->error);
}

static bool
read_task_hours (Reader *reader, const Json *json, const Target *target)
{
  static const Member members[] = {
      {"min", MEMBER_NUMBER, MEMBER_OPTIONAL, "a number of hours", NULL},
      {"max", MEMBER_NUMBER, MEMBER_OPTIONAL, "a number of hours", NULL},
      {"unit", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_unit},
      {.name = ""},
  };
  const Json *found[3];
  bool by_month;
  int min, max;

  if (json == NULL)
    return true;
  if (!reader_check_members (reader, json, members, found))
    return false;
  by_month = member_get_name (found[2], names_of_unit, 0) == 1;
  return reader_read_hours (reader, found[0], (HoursRange){0, READER_HOURS_A_WEEK, by_month},
                            &min) &&
         reader_read_hours (reader, found[1], (HoursRange){0.25, READER_HOURS_A_WEEK, by_month},
                            &max) &&
         smaajob_opening_builder_set_task_hours (target->builder, target->task, min, max,
                                                 &reader->error);
}

static bool
read_window (Reader *reader, const Json *json, void *data)
{
  const Target *target = data;
  SmaajobWindow window;

  return reader_read_window (reader, json, &window) &&
         smaajob_opening_builder_add_task_window (target->builder, target->task, &window,
                                                  &reader->error);
}

static bool
read_windows (Reader *reader, const Json *json, Target *target)
{
  return json == NULL || (smaajob_opening_builder_set_task_windows_known (
                              target->builder, target->task, &reader->error) &&
                          reader_each (reader, json, read_window, target));
}

static int
get_training_weeks (const Json *json)
{
  if (json != NULL && json_get_type (json) == JSON_NULL)
    return SMAAJOB_TRAINING_IMPOSSIBLE;
  return member_get_whole (json, SMAAJOB_UNKNOWN);
}

static bool
read_requirement (Reader *reader, const Json *json, void *data)
{
  static const Member object = {.kind = MEMBER_OBJECT, .expected = "a requirement"};
  static const Member members[] = {
      {"concept", MEMBER_STRING, MEMBER_REQUIRED, "a concept id", NULL},
      {"level", MEMBER_WHOLE, MEMBER_REQUIRED, "a whole number 1–5", NULL},
      {"importance", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_strength},
      {"training_weeks", MEMBER_WHOLE_OR_NULL, MEMBER_OPTIONAL, "a whole number 0–520 or null",
       NULL},
      {.name = ""},
  };
  const Target *target = data;
  const Json *found[4];
  SmaajobRequirement requirement;

  if (!reader_check_value (reader, json, &object) ||
      !reader_check_members (reader, json, members, found))
    return false;
  requirement.concept_id = member_get_string (found[0]);
  requirement.level = member_get_whole (found[1], 0);
  requirement.importance = member_get_name (found[2], names_of_strength, SMAAJOB_STRENGTH_MUST);
  requirement.training_weeks = get_training_weeks (found[3]);
  return smaajob_opening_builder_add_requirement (target->builder, target->task, &requirement,
                                                  &reader->error);
}

static bool
read_requirements (Reader *reader, const Json *json, Target *target)
{
  return json == NULL || (smaajob_opening_builder_set_requirements_known (
                              target->builder, target->task, &reader->error) &&
                          reader_each (reader, json, read_requirement, target));
}

static bool
read_task_exposure (Reader *reader, const Json *json, void *data)
{
  const Target *target = data;

  return reader_check_value (reader, json, &exposure) &&
         smaajob_opening_builder_set_task_exposure (target->builder, target->task,
                                                    json_get_name (json), json_get_number (json),
                                                    &reader->error);
}

static bool
read_task (Reader *reader, const Json *json, void *data)
{
  static const Member object = {.kind = MEMBER_OBJECT, .expected = "a task"};
  static const Member members[] = {
      {"id", MEMBER_STRING, MEMBER_REQUIRED, READER_EXPECT_ID, NULL},
      {"hours", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
      {"optional", MEMBER_BOOLEAN, MEMBER_OPTIONAL, NULL, NULL},
      {"windows", MEMBER_ARRAY, MEMBER_OPTIONAL, NULL, NULL},
      {"requires", MEMBER_ARRAY, MEMBER_OPTIONAL, NULL, NULL},
      {"exposures", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
      {.name = ""},
  };
  Target *target = data;
  const Json *found[6];
  bool ok = reader_check_value (reader, json, &object) &&
            reader_check_members (reader, json, members, found);

  ok = ok &&
       smaajob_opening_builder_add_task (target->builder, json_get_string (found[0]),
                                         &reader->error) &&
       read_task_hours (reader, found[1], target) &&
       smaajob_opening_builder_set_task_optional (target->builder, target->task,
                                                  found[2] != NULL && json_get_boolean (found[2]),
                                                  &reader->error) &&
       read_windows (reader, found[3], target) && read_requirements (reader, found[4], target) &&
       reader_each (reader, found[5], read_task_exposure, target);

  target->task++;
  return ok;
}

static bool
read_exposure (Reader *reader, const Json *json, void *builder)
{
  return reader_check_value (reader, json, &exposure) &&
         smaajob_opening_builder_set_exposure (builder, json_get_name (json),
                                               json_get_number (json), &reader->error);
}

static bool
read_provision (Reader *reader, const Json *json, void *builder)
{
  static const Member provision = {.kind = MEMBER_WHOLE, .expected = "a whole number 0–2"};

  return reader_check_value (reader, json, &provision) &&
         smaajob_opening_builder_set_provision (builder, json_get_name (json),
                                                member_get_whole (json, 0), &reader->error);
}

static bool
read_gate (Reader *reader, const Json *json, void *builder)
{
  static const Member gate = {.kind = MEMBER_STRING, .expected = "a gate id"};

  return reader_check_value (reader, json, &gate) &&
         smaajob_opening_builder_add_gate (builder, json_get_string (json), &reader->error);
}

/* The first five follow SmaajobTerm. */
static bool
read_terms (Reader *reader, const Json *json, Builder *builder)
{
  static const Member members[] = {
      {"paid", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_answer},
      {"practice", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_answer},
      {"hybrid", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_answer},
      {"prospect", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_answer},
      {"fleksjob", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_answer},
      {"pay_basis", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_pay_basis},
      {.name = ""},
  };
  const Json *found[6];

  if (json == NULL)
    return true;
  if (!reader_check_members (reader, json, members, found))
    return false;
  for (int term = SMAAJOB_TERM_PAID; term <= SMAAJOB_TERM_FLEKSJOB; term++)
    if (!smaajob_opening_builder_set_term (
            builder, term, member_get_name (found[term], names_of_answer, 0), &reader->error))
      return false;
  return smaajob_opening_builder_set_pay_basis (
      builder, member_get_name (found[5], names_of_pay_basis, 0), &reader->error);
}

static bool
read_location (Reader *reader, const Json *json, Builder *builder)
{
  double lat, lon;

  return json == NULL || (reader_read_location (reader, json, &lat, &lon) &&
                          smaajob_opening_builder_set_location (builder, lat, lon, &reader->error));
}

enum {
  FORMAT,
  ID,
  EMPLOYER,
  SECTOR,
  SEATS,
  HOURS,
  TASKS,
  EXPOSURES,
  PROVISIONS,
  GATES,
  TERMS,
  WEEKLY_VARIATION,
  LOCATION,
  N_MEMBERS
};

static const Member opening_members[] = {
    [FORMAT] = {"format", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
    [ID] = {"id", MEMBER_STRING, MEMBER_REQUIRED, READER_EXPECT_ID, NULL},
    [EMPLOYER] = {"employer", MEMBER_STRING, MEMBER_OPTIONAL, READER_EXPECT_ID, NULL},
    [SECTOR] = {"sector", MEMBER_STRING, MEMBER_OPTIONAL, "a NACE code such as 46.31", NULL},
    [SEATS] = {"seats", MEMBER_WHOLE, MEMBER_OPTIONAL, "a whole number 1–1000", NULL},
    [HOURS] = {"hours", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
    [TASKS] = {"tasks", MEMBER_ARRAY, MEMBER_REQUIRED, "an array of 1 to 12 tasks", NULL},
    [EXPOSURES] = {"exposures", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
    [PROVISIONS] = {"provisions", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
    [GATES] = {"gates", MEMBER_ARRAY, MEMBER_OPTIONAL, NULL, NULL},
    [TERMS] = {"terms", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
    [WEEKLY_VARIATION] = {"weekly_variation", MEMBER_NAME, MEMBER_OPTIONAL, NULL,
                          names_of_variation},
    [LOCATION] = {"location", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
    [N_MEMBERS] = {.name = ""},
};

static bool
read_head (Reader *reader, const Json **found, Builder *builder)
{
  SmaajobError *error = &reader->error;

  return (found[EMPLOYER] == NULL || smaajob_opening_builder_set_employer (
                                         builder, json_get_string (found[EMPLOYER]), error)) &&
         (found[SECTOR] == NULL ||
          smaajob_opening_builder_set_sector (builder, json_get_string (found[SECTOR]), error)) &&
         (found[SEATS] == NULL ||
          smaajob_opening_builder_set_seats (builder, member_get_whole (found[SEATS], 1), error)) &&
         smaajob_opening_builder_set_weekly_variation (
             builder, member_get_name (found[WEEKLY_VARIATION], names_of_variation, 0), error);
}

static bool
read_all (Reader *reader, const Json **found, Builder *builder, const SmaajobVocabulary *vocabulary)
{
  Target target = {builder, 0, vocabulary};

  return read_head (reader, found, builder) && read_hours (reader, found[HOURS], builder) &&
         reader_each (reader, found[TASKS], read_task, &target) &&
         reader_each (reader, found[EXPOSURES], read_exposure, builder) &&
         reader_each (reader, found[PROVISIONS], read_provision, builder) &&
         reader_each (reader, found[GATES], read_gate, builder) &&
         read_terms (reader, found[TERMS], builder) &&
         read_location (reader, found[LOCATION], builder);
}

/* The builder stands here: to take memory for one and give it back takes longer than many a check.
 */
static SmaajobOpening *
build_opening (Reader *reader, SmaajobVocabulary *vocabulary)
{
  const Json *found[N_MEMBERS];
  Builder builder;
  Expected expected;

  reader_expect_concepts (reader, vocabulary, &expected);
  if (!reader_check_members (reader, reader->root, opening_members, found) ||
      !opening_draft_begin (&builder, vocabulary, json_get_string (found[ID]), &reader->error))
    return NULL;
  reader_fetch_concepts (vocabulary, &expected);
  return read_all (reader, found, &builder, vocabulary)
             ? smaajob_opening_builder_build (&builder, &reader->error)
             : NULL;
}

SmaajobOpening *
opening_read (Tape *tape, Slice json, SmaajobVocabulary *vocabulary, SmaajobError *error)
{
  Reader reader;
  SmaajobOpening *opening = NULL;

  if (reader_open_onto (&reader, tape, json, "smaajob.opening/1"))
    opening = build_opening (&reader, vocabulary);
  return reader_close (&reader, opening, error);
}

SmaajobOpening *
smaajob_opening_new_from_json (SmaajobVocabulary *vocabulary, const char *json, size_t length,
                               SmaajobError *error)
{
  Tape tape = {0};
  SmaajobOpening *opening;

  if (vocabulary == NULL) {
    error_argument (error, "vocabulary is NULL, expected one");
    return NULL;
  }
  opening = opening_read (&tape, (Slice){json, length}, vocabulary, error);
  tape_free (&tape);
  return opening;
}
