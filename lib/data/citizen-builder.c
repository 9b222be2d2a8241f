/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "data/check.h"
#include "data/citizen-draft.h"

#include <string.h>

#define MOST_TOLERANCE  4
#define MOST_WEEKS      1000
#define MOST_TRAVEL     1440
#define MINUTES_PER_DAY 1440

SmaajobCitizenBuilder *
smaajob_citizen_builder_new (SmaajobVocabulary *vocabulary, const char *id, SmaajobError *error)
{
  SmaajobCitizenBuilder *builder;

  if (vocabulary == NULL || id == NULL) {
    error_argument (error, "the vocabulary or the id is NULL");
    return NULL;
  }
  if (!check_id (id, at ("/id"), error))
    return NULL;
  builder = memory_resize (NULL, sizeof *builder);
  if (builder == NULL) {
    error_memory (error);
    return NULL;
  }
  memset (builder, 0, offsetof (SmaajobCitizenBuilder, id));
  builder->made.vocabulary = vocabulary_take (vocabulary);
  builder->made.effectiveness = SMAAJOB_UNKNOWN;
  builder->made.attendance_kept = SMAAJOB_UNKNOWN;
  builder->made.attendance_weeks = SMAAJOB_UNKNOWN;
  memcpy (builder->id, id, strlen (id) + 1);
  return builder;
}

void
smaajob_citizen_builder_free (SmaajobCitizenBuilder *builder)
{
  if (builder == NULL)
    return;
  smaajob_vocabulary_free (builder->made.vocabulary);
  memory_free (builder);
}

static bool
check_builder (const SmaajobCitizenBuilder *builder, SmaajobError *error)
{
  return builder != NULL || error_argument (error, "the builder is NULL");
}

static bool
check_both (const SmaajobCitizenBuilder *builder, const void *given, SmaajobError *error)
{
  return (builder != NULL && given != NULL) ||
         error_argument (error, "the builder or what it is given is NULL");
}

static bool
check_new_concept (const SmaajobCitizenBuilder *builder, const char *id, uint32_t *concept_index,
                   SmaajobError *error)
{
  size_t n = builder->made.n_competences;

  *concept_index = vocabulary_find_concept (builder->made.vocabulary, id);
  if (*concept_index == WORD_NONE)
    return fault (error, SMAAJOB_ERROR_UNKNOWN_CONCEPT,
                  pointer_to ("/competencies/%zu/concept", n).text,
                  "%s, expected a competence concept of the vocabulary", told_text (id).text);
  for (size_t i = 0; i < n; i++)
    if (builder->competences[i].concept_index == *concept_index)
      return fault (error, SMAAJOB_ERROR_DUPLICATE,
                    pointer_to ("/competencies/%zu/concept", n).text, "%s is at %zu already", id,
                    i);
  return true;
}

static bool
check_competence (size_t n, const SmaajobCompetence *competence, SmaajobError *error)
{
  return check_whole (competence->level, 0, MOST_LEVEL, at_index ("/competencies/%zu/level", n),
                      error) &&
         check_one_of ((int) competence->evidence, 4, "stated, observed, employed, certified",
                       at_index ("/competencies/%zu/evidence", n), error);
}

bool
smaajob_citizen_builder_add_competence (SmaajobCitizenBuilder *builder,
                                        const SmaajobCompetence *competence, SmaajobError *error)
{
  uint32_t concept_index;
  size_t n;

  if (!check_both (builder, competence, error) ||
      !check_both (builder, competence->concept_id, error))
    return false;
  n = builder->made.n_competences;
  if (!check_room (n, CITIZEN_MAX_COMPETENCES, at_index ("/competencies/%zu", n), error) ||
      !check_new_concept (builder, competence->concept_id, &concept_index, error) ||
      !check_competence (n, competence, error))
    return false;
  builder->competences[n] =
      (Competence){concept_index, (uint8_t) competence->level, (uint8_t) competence->evidence};
  builder->made.n_competences++;
  return true;
}

bool
smaajob_citizen_builder_set_competencies_complete (SmaajobCitizenBuilder *builder, bool complete,
                                                   SmaajobError *error)
{
  if (!check_builder (builder, error))
    return false;
  builder->made.competencies_complete = complete;
  return true;
}

bool
smaajob_citizen_builder_set_needs_known (SmaajobCitizenBuilder *builder, SmaajobError *error)
{
  if (!check_builder (builder, error))
    return false;
  builder->made.needs_known = true;
  return true;
}

static bool
check_need_condition (const SmaajobCitizenBuilder *builder, const SmaajobNeed *need,
                      uint32_t *condition, SmaajobError *error)
{
  size_t n = builder->made.n_needs;

  *condition = vocabulary_find_condition (builder->made.vocabulary, need->condition);
  if (*condition == WORD_NONE)
    return fault_condition (need->condition, pointer_to ("/needs/%zu/condition", n).text, error);
  for (size_t i = 0; i < n; i++)
    if (builder->needs[i].condition == *condition)
      return fault (error, SMAAJOB_ERROR_DUPLICATE, pointer_to ("/needs/%zu/condition", n).text,
                    "%s is at %zu already", need->condition, i);
  return true;
}

static bool
check_need_value (size_t n, SmaajobConditionType type, double value, int32_t *thousandths,
                  SmaajobError *error)
{
  switch (type) {
  case SMAAJOB_CONDITION_LIMIT:
    return check_whole_thousandths (value, 0, MOST_TOLERANCE, at_index ("/needs/%zu/tolerates", n),
                                    thousandths, error);
  case SMAAJOB_CONDITION_PROVISION:
    return check_whole_thousandths (value, 0, MOST_PROVISION, at_index ("/needs/%zu/requires", n),
                                    thousandths, error);
  default:
    return check_thousandths (value, 0, MOST_QUANTITY, at_index ("/needs/%zu/at_most", n),
                              thousandths, error);
  }
}

bool
smaajob_citizen_builder_add_need (SmaajobCitizenBuilder *builder, const SmaajobNeed *need,
                                  SmaajobError *error)
{
  uint32_t condition;
  SmaajobConditionType type;
  int32_t value = 0;
  size_t n;

  if (!check_both (builder, need, error) || !check_both (builder, need->condition, error))
    return false;
  n = builder->made.n_needs;
  if (!check_room (n, CITIZEN_MAX_NEEDS, at_index ("/needs/%zu", n), error) ||
      !check_need_condition (builder, need, &condition, error))
    return false;
  type = vocabulary_get_condition_type (builder->made.vocabulary, condition);
  if (!check_need_value (n, type, need->value, &value, error) ||
      !check_one_of ((int) need->strength, 3, "must, should, nice",
                     at_index ("/needs/%zu/strength", n), error))
    return false;
  builder->needs[n] = (Need){.condition = condition,
                             .value = value,
                             .type = (uint8_t) type,
                             .strength = (uint8_t) need->strength};
  builder->made.n_needs++;
  builder->made.needs_known = true;
  return true;
}

static bool
check_gate (const SmaajobCitizenBuilder *builder, const char *id, size_t *place, uint32_t *gate,
            SmaajobError *error)
{
  size_t n = builder->made.n_gates;

  *gate = vocabulary_find_gate (builder->made.vocabulary, id);
  if (*gate == WORD_NONE)
    return fault (error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, pointer_to_key ("/gates", id).text,
                  "%s, expected a gate of the vocabulary", told_text (id).text);
  for (*place = 0; *place < n && builder->gates[*place].gate < *gate; ++*place)
    continue;
  if (*place < n && builder->gates[*place].gate == *gate)
    return fault (error, SMAAJOB_ERROR_DUPLICATE, pointer_to ("/gates/%s", id).text,
                  "is answered already");
  return check_room (n, CITIZEN_MAX_GATES, at ("/gates"), error);
}

bool
smaajob_citizen_builder_set_gate (SmaajobCitizenBuilder *builder, const char *gate,
                                  SmaajobAnswer answer, SmaajobError *error)
{
  GateAnswer *gates;
  size_t place = 0;
  uint32_t found;

  if (!check_both (builder, gate, error) || !check_gate (builder, gate, &place, &found, error) ||
      !check_one_of ((int) answer, 3, "unknown, yes, no", at_key (at ("/gates"), gate), error))
    return false;
  gates = builder->gates;
  memmove (gates + place + 1, gates + place, (builder->made.n_gates - place) * sizeof *gates);
  gates[place] = (GateAnswer){found, (uint8_t) answer};
  builder->made.n_gates++;
  return true;
}

static bool
check_hours_ranges (const SmaajobCitizenHours *hours, SmaajobError *error)
{
  return check_minutes (hours->min, 0, WEEK_MINUTES, at ("/hours/min"), error) &&
         check_minutes (hours->max, 0, WEEK_MINUTES, at ("/hours/max"), error) &&
         check_minutes (hours->limit, 0, WEEK_MINUTES, at ("/hours/limit"), error) &&
         check_minutes (hours->max_per_day, 0, MINUTES_PER_DAY, at ("/hours/max_per_day"), error) &&
         check_minutes (hours->committed, 0, WEEK_MINUTES, at ("/hours/committed"), error);
}

bool
smaajob_citizen_builder_set_hours (SmaajobCitizenBuilder *builder, const SmaajobCitizenHours *hours,
                                   SmaajobError *error)
{
  if (!check_both (builder, hours, error) || !check_hours_ranges (hours, error) ||
      !check_not_above (hours->min, at ("/hours/min"), hours->max, "hours.max", error) ||
      !check_not_above (hours->max, at ("/hours/max"), hours->limit, "hours.limit", error) ||
      !check_not_above (hours->min, at ("/hours/min"), hours->limit, "hours.limit", error))
    return false;
  builder->made.hours = *hours;
  builder->made.hours_known = true;
  return true;
}

bool
smaajob_citizen_builder_set_availability_known (SmaajobCitizenBuilder *builder, SmaajobError *error)
{
  if (!check_builder (builder, error))
    return false;
  builder->made.availability_known = true;
  return true;
}

bool
smaajob_citizen_builder_add_window (SmaajobCitizenBuilder *builder, const SmaajobWindow *window,
                                    SmaajobError *error)
{
  if (!check_both (builder, window, error) ||
      !check_window (window, builder->n_windows, at_index ("/availability/%zu", builder->n_windows),
                     error))
    return false;
  week_add (&builder->made.availability, window);
  builder->n_windows++;
  builder->made.availability_known = true;
  return true;
}

bool
smaajob_citizen_builder_set_effectiveness (SmaajobCitizenBuilder *builder, double effectiveness,
                                           SmaajobError *error)
{
  return check_builder (builder, error) &&
         check_thousandths (effectiveness, 0, 1, at ("/effectiveness"),
                            &builder->made.effectiveness, error);
}

bool
smaajob_citizen_builder_set_attendance (SmaajobCitizenBuilder *builder, double kept,
                                        SmaajobContext context, SmaajobError *error)
{
  if (!check_builder (builder, error) ||
      !check_one_of ((int) context, 3, "unknown, practice, paid", at ("/attendance/context"),
                     error) ||
      !check_thousandths (kept, 0, 1, at ("/attendance/kept"), &builder->made.attendance_kept,
                          error))
    return false;
  builder->made.attendance_context = context;
  return true;
}

bool
smaajob_citizen_builder_set_attendance_weeks (SmaajobCitizenBuilder *builder, int weeks,
                                              SmaajobError *error)
{
  if (!check_builder (builder, error) ||
      !check_whole (weeks, 0, MOST_WEEKS, at ("/attendance/weeks"), error))
    return false;
  builder->made.attendance_weeks = weeks;
  return true;
}

bool
smaajob_citizen_builder_set_prerequisites (SmaajobCitizenBuilder *builder,
                                           SmaajobPrerequisites prerequisites, SmaajobError *error)
{
  if (!check_builder (builder, error) ||
      !check_one_of ((int) prerequisites, 3, "unknown, present, absent", at ("/prerequisites"),
                     error))
    return false;
  builder->made.prerequisites = prerequisites;
  return true;
}

bool
smaajob_citizen_builder_set_choice (SmaajobCitizenBuilder *builder, SmaajobChoice choice,
                                    SmaajobError *error)
{
  if (!check_builder (builder, error) ||
      !check_one_of ((int) choice, 4, "unknown, informed, pending, declined", at ("/choice"),
                     error))
    return false;
  builder->made.choice = choice;
  return true;
}

bool
smaajob_citizen_builder_set_purpose (SmaajobCitizenBuilder *builder, SmaajobPurpose purpose,
                                     SmaajobError *error)
{
  if (!check_builder (builder, error) ||
      !check_one_of ((int) purpose, 3, "unknown, pay, other", at ("/purpose"), error))
    return false;
  builder->made.purpose = purpose;
  return true;
}

static bool
check_wish (const SmaajobCitizenBuilder *builder, const char *id, Wish *wish, SmaajobError *error)
{
  size_t n = builder->made.n_wishes;

  wish->concept_index = vocabulary_find_concept (builder->made.vocabulary, id);
  if (wish->concept_index == WORD_NONE && !sector_is_valid (id))
    return fault (error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, pointer_to ("/wishes/%zu/concept", n).text,
                  "%s, expected a competence concept of the vocabulary or a sector such as 46.31",
                  told_text (id).text);
  if (wish->concept_index == WORD_NONE)
    memcpy (wish->sector, id, strlen (id) + 1);
  else
    wish->near = vocabulary_get_near_held (builder->made.vocabulary, wish->concept_index);
  for (size_t i = 0; i < n; i++)
    if (builder->wishes[i].concept_index == wish->concept_index &&
        strcmp (builder->wishes[i].sector, wish->sector) == 0)
      return fault (error, SMAAJOB_ERROR_DUPLICATE, pointer_to ("/wishes/%zu/concept", n).text,
                    "%s is at %zu already", id, i);
  return true;
}

bool
smaajob_citizen_builder_add_wish (SmaajobCitizenBuilder *builder, const char *concept_id,
                                  SmaajobWish wants, SmaajobError *error)
{
  Wish wish = {0};
  size_t n;

  if (!check_both (builder, concept_id, error))
    return false;
  n = builder->made.n_wishes;
  if (!check_room (n, CITIZEN_MAX_WISHES, at_index ("/wishes/%zu", n), error) ||
      !check_wish (builder, concept_id, &wish, error) ||
      !check_one_of ((int) wants, 2, "seek, avoid", at_index ("/wishes/%zu/wants", n), error))
    return false;
  wish.wants = (uint8_t) wants;
  builder->wishes[n] = wish;
  builder->made.n_wishes++;
  return true;
}

bool
smaajob_citizen_builder_set_location (SmaajobCitizenBuilder *builder, double lat, double lon,
                                      SmaajobError *error)
{
  if (!check_builder (builder, error) || !check_place (lat, lon, &builder->made.location, error))
    return false;
  builder->made.location_known = true;
  return true;
}

bool
smaajob_citizen_builder_set_travel (SmaajobCitizenBuilder *builder, SmaajobMode mode,
                                    int max_minutes, SmaajobError *error)
{
  if (!check_builder (builder, error) ||
      !check_one_of ((int) mode, 4, "walk, bike, transit, car", at ("/travel/mode"), error) ||
      !check_whole (max_minutes, 0, MOST_TRAVEL, at ("/travel/max_minutes"), error))
    return false;
  builder->made.travel_mode = mode;
  builder->made.travel_max_minutes = max_minutes;
  builder->made.travel_known = true;
  return true;
}
