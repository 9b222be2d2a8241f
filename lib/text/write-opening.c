/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "data/opening.h"
#include "text/documents.h"

static void
write_stated_member (Writer *writer, const char *name, const SmaajobOpening *opening,
                     const Stated *stated, size_t n)
{
  if (n == 0)
    return;
  write_name (writer, name);
  write_object (writer);
  for (size_t i = 0; i < n; i++)
    write_thousandths_member (
        writer, vocabulary_get_condition_id (opening->vocabulary, stated[i].condition),
        stated[i].value);
  write_object_end (writer);
}

static void
write_requirement (Writer *writer, const SmaajobOpening *opening, const Requirement *requirement)
{
  write_object (writer);
  write_string_member (writer, "concept",
                       vocabulary_get_concept_id (opening->vocabulary, requirement->concept_index));
  write_name (writer, "level");
  write_whole (writer, requirement->level);
  write_string_member (writer, "importance", names_of_strength[requirement->importance]);
  if (requirement->training_weeks != SMAAJOB_UNKNOWN) {
    write_name (writer, "training_weeks");
    if (requirement->training_weeks == SMAAJOB_TRAINING_IMPOSSIBLE)
      write_null (writer);
    else
      write_whole (writer, requirement->training_weeks);
  }
  write_object_end (writer);
}

static void
write_requirements (Writer *writer, const SmaajobOpening *opening, const Task *task)
{
  if (!task->requirements_known)
    return;
  write_name (writer, "requires");
  write_array (writer);
  for (size_t i = 0; i < task->n_requirements; i++)
    write_requirement (writer, opening,
                       &opening_requirements (opening)[task->first_requirement + i]);
  write_array_end (writer);
}

static void
write_task (Writer *writer, const SmaajobOpening *opening, size_t i, const Stated *exposures)
{
  const Task *task = &opening_tasks (opening)[i];

  write_object (writer);
  write_string_member (writer, "id", task_id (opening, task));
  if (task->hours_known) {
    write_name (writer, "hours");
    write_object (writer);
    write_hours_member (writer, "min", task->min);
    write_hours_member (writer, "max", task->max);
    write_object_end (writer);
  }
  write_name (writer, "optional");
  write_boolean (writer, task->optional);
  if (task->windows_known)
    write_week_member (writer, "windows", &task->windows);
  write_requirements (writer, opening, task);
  write_stated_member (writer, "exposures", opening, exposures, opening->n_stated_exposures[i + 1]);
  write_object_end (writer);
}

static void
write_tasks (Writer *writer, const SmaajobOpening *opening)
{
  const Stated *exposures = opening_stated_exposures (opening) + opening->n_stated_exposures[0];

  write_name (writer, "tasks");
  write_array (writer);
  for (size_t i = 0; i < opening->n_tasks; i++) {
    write_task (writer, opening, i, exposures);
    exposures += opening->n_stated_exposures[i + 1];
  }
  write_array_end (writer);
}

static void
write_head (Writer *writer, const SmaajobOpening *opening)
{
  write_string_member (writer, "format", "smaajob.opening/1");
  write_string_member (writer, "id", opening_id (opening));
  write_string_member (writer, "employer", opening_employer (opening));
  if (opening->sector[0] != '\0')
    write_string_member (writer, "sector", opening->sector);
  write_name (writer, "seats");
  write_whole (writer, opening->seats);
  if (!opening->hours_known)
    return;
  write_name (writer, "hours");
  write_object (writer);
  write_hours_member (writer, "min", opening->hours.min);
  write_hours_member (writer, "max", opening->hours.max);
  write_hours_member (writer, "growth", opening->hours.growth);
  write_object_end (writer);
}

static void
write_gates (Writer *writer, const SmaajobOpening *opening)
{
  if (opening->n_gates == 0)
    return;
  write_name (writer, "gates");
  write_array (writer);
  for (size_t i = 0; i < opening->n_gates; i++)
    write_string (writer, vocabulary_get_gate_id (opening->vocabulary, opening_gates (opening)[i]));
  write_array_end (writer);
}

static void
write_terms (Writer *writer, const SmaajobOpening *opening)
{
  write_name (writer, "terms");
  write_object (writer);
  for (size_t i = 0; i < N_TERMS; i++)
    if (opening->terms[i] != SMAAJOB_ANSWER_UNKNOWN)
      write_string_member (writer, names_of_term[i], names_of_answer[opening->terms[i]]);
  write_string_member (writer, "pay_basis", names_of_pay_basis[opening->pay_basis]);
  write_object_end (writer);
}

void
write_opening (Writer *writer, const SmaajobOpening *opening)
{
  write_object (writer);
  write_head (writer, opening);
  write_tasks (writer, opening);
  write_stated_member (writer, "exposures", opening, opening_stated_exposures (opening),
                       opening->n_stated_exposures[0]);
  write_stated_member (writer, "provisions", opening, opening_provisions (opening),
                       opening->n_provisions);
  write_gates (writer, opening);
  write_terms (writer, opening);
  if (opening->weekly_variation != SMAAJOB_VARIATION_UNKNOWN)
    write_string_member (writer, "weekly_variation", names_of_variation[opening->weekly_variation]);
  if (opening->location_known)
    write_place_member (writer, "location", &opening->location);
  write_object_end (writer);
}

char *
smaajob_opening_to_json (const SmaajobOpening *opening, SmaajobError *error)
{
  Writer writer = {0};

  if (opening == NULL) {
    error_argument (error, "opening is NULL, expected one");
    return NULL;
  }
  write_opening (&writer, opening);
  return writer_finish (&writer, error);
}
