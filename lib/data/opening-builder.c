/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "data/opening-draft.h"

#include <string.h>

#define MOST_EXPOSURE       4
#define MOST_SEATS          1000
#define MOST_TRAINING_WEEKS 520

bool
opening_draft_begin (SmaajobOpeningBuilder *draft, SmaajobVocabulary *vocabulary, const char *id,
                     SmaajobError *error)
{
  if (!check_id (id, at ("/id"), error))
    return false;
  memset (draft, 0, offsetof (SmaajobOpeningBuilder, exposures));
  draft->exposures.n = draft->provisions.n = 0;
  draft->made.vocabulary = vocabulary;
  draft->made.seats = 1;
  memcpy (draft->id, id, strlen (id) + 1);
  return true;
}

SmaajobOpeningBuilder *
smaajob_opening_builder_new (SmaajobVocabulary *vocabulary, const char *id, SmaajobError *error)
{
  SmaajobOpeningBuilder *builder;

  if (vocabulary == NULL || id == NULL) {
    error_argument (error, "the vocabulary or the id is NULL");
    return NULL;
  }
  builder = memory_resize (NULL, sizeof *builder);
  if (builder == NULL) {
    error_memory (error);
    return NULL;
  }
  if (!opening_draft_begin (builder, vocabulary, id, error)) {
    memory_free (builder);
    return NULL;
  }
  vocabulary_take (vocabulary);
  return builder;
}

void
smaajob_opening_builder_free (SmaajobOpeningBuilder *builder)
{
  if (builder == NULL)
    return;
  smaajob_vocabulary_free (builder->made.vocabulary);
  memory_free (builder);
}

static bool
check_builder (const SmaajobOpeningBuilder *builder, SmaajobError *error)
{
  return builder != NULL || error_argument (error, "the builder is NULL");
}

static bool
check_both (const SmaajobOpeningBuilder *builder, const void *given, SmaajobError *error)
{
  return (builder != NULL && given != NULL) ||
         error_argument (error, "the builder or what it is given is NULL");
}

static bool
check_task (const SmaajobOpeningBuilder *builder, size_t task, SmaajobError *error)
{
  return check_builder (builder, error) &&
         (task < builder->made.n_tasks ||
          fault (error, SMAAJOB_ERROR_ARGUMENT, pointer_to ("/tasks/%zu", task).text,
                 "no such task, expected one of the %d added", builder->made.n_tasks));
}

bool
smaajob_opening_builder_set_employer (SmaajobOpeningBuilder *builder, const char *employer,
                                      SmaajobError *error)
{
  if (!check_both (builder, employer, error) || !check_id (employer, at ("/employer"), error))
    return false;
  memcpy (builder->employer, employer, strlen (employer) + 1);
  return true;
}

bool
smaajob_opening_builder_set_sector (SmaajobOpeningBuilder *builder, const char *sector,
                                    SmaajobError *error)
{
  if (!check_both (builder, sector, error))
    return false;
  if (!sector_is_valid (sector))
    return fault (error, SMAAJOB_ERROR_RANGE, "/sector", "%s, expected a NACE code such as 46.31",
                  told_text (sector).text);
  memcpy (builder->made.sector, sector, strlen (sector) + 1);
  return true;
}

bool
smaajob_opening_builder_set_seats (SmaajobOpeningBuilder *builder, int seats, SmaajobError *error)
{
  if (!check_builder (builder, error) || !check_whole (seats, 1, MOST_SEATS, at ("/seats"), error))
    return false;
  builder->made.seats = seats;
  return true;
}

bool
smaajob_opening_builder_set_hours (SmaajobOpeningBuilder *builder, const SmaajobOpeningHours *hours,
                                   SmaajobError *error)
{
  if (!check_both (builder, hours, error) ||
      !check_minutes (hours->min, 0, WEEK_MINUTES, at ("/hours/min"), error) ||
      !check_minutes (hours->max, 0, WEEK_MINUTES, at ("/hours/max"), error) ||
      !check_minutes (hours->growth, 0, WEEK_MINUTES, at ("/hours/growth"), error) ||
      !check_not_above (hours->min, at ("/hours/min"), hours->max, "hours.max", error) ||
      !check_not_above (hours->max, at ("/hours/max"), hours->growth, "hours.growth", error) ||
      !check_not_above (hours->min, at ("/hours/min"), hours->growth, "hours.growth", error))
    return false;
  builder->made.hours = *hours;
  builder->made.hours_known = true;
  return true;
}

static bool
check_new_task (const SmaajobOpeningBuilder *builder, const char *id, SmaajobError *error)
{
  size_t n = builder->made.n_tasks;

  if (!check_room (n, OPENING_MAX_TASKS, at_index ("/tasks/%zu", n), error) ||
      !check_id (id, at_index ("/tasks/%zu/id", n), error))
    return false;
  for (size_t i = 0; i < n; i++)
    if (strcmp (builder->tasks[i].id, id) == 0)
      return fault (error, SMAAJOB_ERROR_DUPLICATE, pointer_to ("/tasks/%zu/id", n).text,
                    "%s is the id of task %zu already", told_text (id).text, i);
  return true;
}

bool
smaajob_opening_builder_add_task (SmaajobOpeningBuilder *builder, const char *id,
                                  SmaajobError *error)
{
  TaskDraft *task;

  if (!check_both (builder, id, error) || !check_new_task (builder, id, error))
    return false;
  task = &builder->tasks[builder->made.n_tasks++];
  memset (task, 0, offsetof (TaskDraft, id));
  task->exposures.n = 0;
  memcpy (task->id, id, strlen (id) + 1);
  return true;
}

bool
smaajob_opening_builder_set_task_optional (SmaajobOpeningBuilder *builder, size_t task,
                                           bool optional, SmaajobError *error)
{
  if (!check_task (builder, task, error))
    return false;
  builder->tasks[task].made.optional = optional;
  return true;
}

bool
smaajob_opening_builder_set_task_hours (SmaajobOpeningBuilder *builder, size_t task, int min,
                                        int max, SmaajobError *error)
{
  Where min_place = at_index ("/tasks/%zu/hours/min", task);
  Where max_place = at_index ("/tasks/%zu/hours/max", task);

  if (!check_task (builder, task, error) ||
      !check_minutes (min, 0, WEEK_MINUTES, min_place, error) ||
      !check_minutes (max, WEEK_SLOT_MINUTES, WEEK_MINUTES, max_place, error) ||
      !check_not_above (min, min_place, max, "hours.max", error))
    return false;
  builder->tasks[task].made.min = min;
  builder->tasks[task].made.max = max;
  builder->tasks[task].made.hours_known = true;
  return true;
}

bool
smaajob_opening_builder_set_task_windows_known (SmaajobOpeningBuilder *builder, size_t task,
                                                SmaajobError *error)
{
  if (!check_task (builder, task, error))
    return false;
  builder->tasks[task].made.windows_known = true;
  return true;
}

bool
smaajob_opening_builder_add_task_window (SmaajobOpeningBuilder *builder, size_t task,
                                         const SmaajobWindow *window, SmaajobError *error)
{
  TaskDraft *draft;

  if (!check_both (builder, window, error) || !check_task (builder, task, error))
    return false;
  draft = &builder->tasks[task];
  if (!check_window (window, draft->n_windows,
                     at_indices ("/tasks/%zu/windows/%zu", task, draft->n_windows), error))
    return false;
  week_add (&draft->made.windows, window);
  draft->n_windows++;
  draft->made.windows_known = true;
  return true;
}

bool
smaajob_opening_builder_set_requirements_known (SmaajobOpeningBuilder *builder, size_t task,
                                                SmaajobError *error)
{
  if (!check_task (builder, task, error))
    return false;
  builder->tasks[task].made.requirements_known = true;
  return true;
}

static bool
check_concept (const SmaajobOpeningBuilder *builder, size_t task, const char *id,
               uint32_t *concept_index, SmaajobError *error)
{
  const TaskDraft *draft = &builder->tasks[task];
  size_t n = draft->made.n_requirements;

  *concept_index = vocabulary_find_concept (builder->made.vocabulary, id);
  if (*concept_index == WORD_NONE)
    return fault (error, SMAAJOB_ERROR_UNKNOWN_CONCEPT,
                  pointer_to ("/tasks/%zu/requires/%zu/concept", task, n).text,
                  "%s, expected a competence concept of the vocabulary", told_text (id).text);
  for (size_t i = 0; i < n; i++)
    if (draft->requirements[i].concept_index == *concept_index)
      return fault (error, SMAAJOB_ERROR_DUPLICATE,
                    pointer_to ("/tasks/%zu/requires/%zu/concept", task, n).text,
                    "%s is at %zu already", id, i);
  return true;
}

static bool
check_training (int weeks, Where where, SmaajobError *error)
{
  return weeks == SMAAJOB_UNKNOWN || weeks == SMAAJOB_TRAINING_IMPOSSIBLE ||
         check_whole (weeks, 0, MOST_TRAINING_WEEKS, where, error);
}

static bool
check_requirement (size_t task, size_t n, const SmaajobRequirement *requirement,
                   SmaajobError *error)
{
  return check_whole (requirement->level, 1, MOST_LEVEL,
                      at_indices ("/tasks/%zu/requires/%zu/level", task, n), error) &&
         check_one_of ((int) requirement->importance, 3, "must, should, nice",
                       at_indices ("/tasks/%zu/requires/%zu/importance", task, n), error) &&
         check_training (requirement->training_weeks,
                         at_indices ("/tasks/%zu/requires/%zu/training_weeks", task, n), error);
}

bool
smaajob_opening_builder_add_requirement (SmaajobOpeningBuilder *builder, size_t task,
                                         const SmaajobRequirement *requirement, SmaajobError *error)
{
  TaskDraft *draft;
  uint32_t concept_index;
  size_t n;

  if (!check_both (builder, requirement, error) ||
      !check_both (builder, requirement->concept_id, error) || !check_task (builder, task, error))
    return false;
  draft = &builder->tasks[task];
  n = draft->made.n_requirements;
  if (!check_room (n, OPENING_MAX_REQUIREMENTS, at_indices ("/tasks/%zu/requires/%zu", task, n),
                   error) ||
      !check_concept (builder, task, requirement->concept_id, &concept_index, error) ||
      !check_requirement (task, n, requirement, error))
    return false;
  draft->requirements[n] =
      (StatedRequirement){concept_index, (uint8_t) requirement->level,
                          (uint8_t) requirement->importance, (int16_t) requirement->training_weeks};
  draft->made.n_requirements++;
  draft->made.requirements_known = true;
  return true;
}

static bool
fault_listed (uint32_t condition, bool has, Where object, const char *id, SmaajobError *error)
{
  if (condition == WORD_NONE)
    return fault_condition (id, pointer_to_key (pointer_of (object).text, id).text, error);
  if (has)
    return fault (error, SMAAJOB_ERROR_DUPLICATE, pointer_of (at_key (object, id)).text,
                  "is stated already");
  return fault_room (OPENING_MAX_EXPOSURES, object, error);
}

/* Find the condition, which the list must not have yet. */
static inline bool
check_listed (const SmaajobOpeningBuilder *builder, const StatedList *list, Where object,
              const char *id, uint32_t *condition, SmaajobError *error)
{
  bool has;

  *condition = vocabulary_find_condition (builder->made.vocabulary, id);
  has = *condition != WORD_NONE && stated_has (list, *condition);
  return (*condition != WORD_NONE && !has && list->n < OPENING_MAX_EXPOSURES) ||
         fault_listed (*condition, has, object, id, error);
}

static inline bool
check_exposure (SmaajobConditionType type, double exposure, Where where, int32_t *value,
                SmaajobError *error)
{
  if (type == SMAAJOB_CONDITION_PROVISION)
    return fault (error, SMAAJOB_ERROR_TYPE, pointer_of (where).text,
                  "a provision, expected a limit or a ceiling");
  if (type == SMAAJOB_CONDITION_LIMIT)
    return check_whole_thousandths (exposure, 0, MOST_EXPOSURE, where, value, error);
  return check_thousandths (exposure, 0, MOST_QUANTITY, where, value, error);
}

static inline bool
add_exposure (SmaajobOpeningBuilder *builder, StatedList *list, Where object, const char *id,
              double exposure, SmaajobError *error)
{
  uint32_t condition;
  int32_t value = 0;

  if (!check_listed (builder, list, object, id, &condition, error) ||
      !check_exposure (vocabulary_get_condition_type (builder->made.vocabulary, condition),
                       exposure, at_key (object, id), &value, error))
    return false;
  stated_set (list, condition, value);
  return true;
}

bool
smaajob_opening_builder_set_task_exposure (SmaajobOpeningBuilder *builder, size_t task,
                                           const char *condition, double exposure,
                                           SmaajobError *error)
{
  return check_both (builder, condition, error) && check_task (builder, task, error) &&
         add_exposure (builder, &builder->tasks[task].exposures,
                       at_index ("/tasks/%zu/exposures", task), condition, exposure, error);
}

bool
smaajob_opening_builder_set_exposure (SmaajobOpeningBuilder *builder, const char *condition,
                                      double exposure, SmaajobError *error)
{
  return check_both (builder, condition, error) &&
         add_exposure (builder, &builder->exposures, at ("/exposures"), condition, exposure, error);
}

bool
smaajob_opening_builder_set_provision (SmaajobOpeningBuilder *builder, const char *condition,
                                       int provision, SmaajobError *error)
{
  const Where object = at ("/provisions");
  uint32_t found;

  if (!check_both (builder, condition, error) ||
      !check_listed (builder, &builder->provisions, object, condition, &found, error))
    return false;
  if (vocabulary_get_condition_type (builder->made.vocabulary, found) !=
      SMAAJOB_CONDITION_PROVISION)
    return fault (error, SMAAJOB_ERROR_TYPE, pointer_of (at_key (object, condition)).text,
                  "a limit or a ceiling, expected a provision");
  if (!check_whole (provision, 0, MOST_PROVISION, at_key (object, condition), error))
    return false;
  stated_set (&builder->provisions, found, provision * 1000);
  return true;
}

static bool
check_gate (const SmaajobOpeningBuilder *builder, const char *id, uint32_t *gate,
            SmaajobError *error)
{
  size_t n = builder->made.n_gates;

  *gate = vocabulary_find_gate (builder->made.vocabulary, id);
  if (*gate == WORD_NONE)
    return fault (error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, pointer_to ("/gates/%zu", n).text,
                  "%s, expected a gate of the vocabulary", told_text (id).text);
  for (size_t i = 0; i < n; i++)
    if (builder->gates[i] == *gate)
      return fault (error, SMAAJOB_ERROR_DUPLICATE, pointer_to ("/gates/%zu", n).text,
                    "%s is demanded already", id);
  return check_room (n, OPENING_MAX_GATES, at_index ("/gates/%zu", n), error);
}

bool
smaajob_opening_builder_add_gate (SmaajobOpeningBuilder *builder, const char *gate,
                                  SmaajobError *error)
{
  uint32_t found;
  size_t i;

  if (!check_both (builder, gate, error) || !check_gate (builder, gate, &found, error))
    return false;
  for (i = builder->made.n_gates++; i > 0 && builder->gates[i - 1] > found; i--)
    builder->gates[i] = builder->gates[i - 1];
  builder->gates[i] = found;
  return true;
}

bool
smaajob_opening_builder_set_term (SmaajobOpeningBuilder *builder, SmaajobTerm term,
                                  SmaajobAnswer answer, SmaajobError *error)
{
  static const char *const pointers[N_TERMS] = {"/terms/paid", "/terms/practice", "/terms/hybrid",
                                                "/terms/prospect", "/terms/fleksjob"};

  if (!check_builder (builder, error) ||
      !check_one_of ((int) term, N_TERMS, "paid, practice, hybrid, prospect, fleksjob",
                     at ("/terms"), error) ||
      !check_one_of ((int) answer, 3, "unknown, yes, no", at (pointers[term]), error))
    return false;
  builder->made.terms[term] = answer;
  return true;
}

bool
smaajob_opening_builder_set_pay_basis (SmaajobOpeningBuilder *builder, SmaajobPayBasis pay_basis,
                                       SmaajobError *error)
{
  if (!check_builder (builder, error) ||
      !check_one_of ((int) pay_basis, 2, "effective, present", at ("/terms/pay_basis"), error))
    return false;
  builder->made.pay_basis = pay_basis;
  return true;
}

bool
smaajob_opening_builder_set_weekly_variation (SmaajobOpeningBuilder *builder,
                                              SmaajobVariation variation, SmaajobError *error)
{
  if (!check_builder (builder, error) ||
      !check_one_of ((int) variation, 3, "unknown, low, high", at ("/weekly_variation"), error))
    return false;
  builder->made.weekly_variation = variation;
  return true;
}

bool
smaajob_opening_builder_set_location (SmaajobOpeningBuilder *builder, double lat, double lon,
                                      SmaajobError *error)
{
  if (!check_builder (builder, error) || !check_place (lat, lon, &builder->made.location, error))
    return false;
  builder->made.location_known = true;
  return true;
}
