/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "data/citizen.h"
#include "text/documents.h"

static void
write_competence (Writer *writer, const SmaajobCitizen *citizen, const Competence *competence)
{
  write_object (writer);
  write_string_member (writer, "concept",
                       vocabulary_get_concept_id (citizen->vocabulary, competence->concept_index));
  write_name (writer, "level");
  write_whole (writer, competence->level);
  write_string_member (writer, "evidence", names_of_evidence[competence->evidence]);
  write_object_end (writer);
}

static void
write_competencies (Writer *writer, const SmaajobCitizen *citizen)
{
  if (citizen->n_competences > 0) {
    write_name (writer, "competencies");
    write_array (writer);
    for (size_t i = 0; i < citizen->n_competences; i++)
      write_competence (writer, citizen, &citizen_competences (citizen)[i]);
    write_array_end (writer);
  }
  write_name (writer, "competencies_complete");
  write_boolean (writer, citizen->competencies_complete);
}

static void
write_need (Writer *writer, const SmaajobCitizen *citizen, const Need *need)
{
  /* in the order of SmaajobConditionType */
  static const char *const members[] = {"tolerates", "requires", "at_most"};

  write_object (writer);
  write_string_member (writer, "condition",
                       vocabulary_get_condition_id (citizen->vocabulary, need->condition));
  write_name (writer, members[need->type]);
  write_thousandths (writer, need->value);
  write_string_member (writer, "strength", names_of_strength[need->strength]);
  write_object_end (writer);
}

static void
write_needs (Writer *writer, const SmaajobCitizen *citizen)
{
  if (!citizen->needs_known)
    return;
  write_name (writer, "needs");
  write_array (writer);
  for (size_t i = 0; i < citizen->n_needs; i++)
    write_need (writer, citizen, &citizen_needs (citizen)[i]);
  write_array_end (writer);
}

static void
write_gates (Writer *writer, const SmaajobCitizen *citizen)
{
  if (citizen->n_gates == 0)
    return;
  write_name (writer, "gates");
  write_object (writer);
  for (size_t i = 0; i < citizen->n_gates; i++)
    write_string_member (
        writer, vocabulary_get_gate_id (citizen->vocabulary, citizen_gates (citizen)[i].gate),
        names_of_answer[citizen_gates (citizen)[i].answer]);
  write_object_end (writer);
}

static void
write_times (Writer *writer, const SmaajobCitizen *citizen)
{
  if (citizen->hours_known) {
    write_name (writer, "hours");
    write_object (writer);
    write_hours_member (writer, "min", citizen->hours.min);
    write_hours_member (writer, "max", citizen->hours.max);
    write_hours_member (writer, "limit", citizen->hours.limit);
    write_hours_member (writer, "max_per_day", citizen->hours.max_per_day);
    write_hours_member (writer, "committed", citizen->hours.committed);
    write_object_end (writer);
  }
  if (citizen->availability_known)
    write_week_member (writer, "availability", &citizen->availability);
}

static void
write_attendance (Writer *writer, const SmaajobCitizen *citizen)
{
  if (citizen->attendance_kept == SMAAJOB_UNKNOWN)
    return;
  write_name (writer, "attendance");
  write_object (writer);
  write_thousandths_member (writer, "kept", citizen->attendance_kept);
  if (citizen->attendance_weeks != SMAAJOB_UNKNOWN) {
    write_name (writer, "weeks");
    write_whole (writer, citizen->attendance_weeks);
  }
  if (citizen->attendance_context != SMAAJOB_CONTEXT_UNKNOWN)
    write_string_member (writer, "context", names_of_context[citizen->attendance_context]);
  write_object_end (writer);
}

static void
write_stance (Writer *writer, const SmaajobCitizen *citizen)
{
  if (citizen->prerequisites != SMAAJOB_PREREQUISITES_UNKNOWN)
    write_string_member (writer, "prerequisites", names_of_prerequisites[citizen->prerequisites]);
  if (citizen->choice != SMAAJOB_CHOICE_UNKNOWN)
    write_string_member (writer, "choice", names_of_choice[citizen->choice]);
  if (citizen->purpose != SMAAJOB_PURPOSE_UNKNOWN)
    write_string_member (writer, "purpose", names_of_purpose[citizen->purpose]);
}

static void
write_wishes (Writer *writer, const SmaajobCitizen *citizen)
{
  if (citizen->n_wishes == 0)
    return;
  write_name (writer, "wishes");
  write_array (writer);
  for (size_t i = 0; i < citizen->n_wishes; i++) {
    const Wish *wish = &citizen_wishes (citizen)[i];
    const bool is_sector = wish->concept_index == WORD_NONE;
    write_object (writer);
    write_string_member (
        writer, "concept",
        is_sector ? wish->sector
                  : vocabulary_get_concept_id (citizen->vocabulary, wish->concept_index));
    write_string_member (writer, "wants", names_of_wish[wish->wants]);
    write_object_end (writer);
  }
  write_array_end (writer);
}

static void
write_travel (Writer *writer, const SmaajobCitizen *citizen)
{
  if (citizen->location_known)
    write_place_member (writer, "location", &citizen->location);
  if (!citizen->travel_known)
    return;
  write_name (writer, "travel");
  write_object (writer);
  write_string_member (writer, "mode", names_of_mode[citizen->travel_mode]);
  write_name (writer, "max_minutes");
  write_whole (writer, citizen->travel_max_minutes);
  write_object_end (writer);
}

void
write_citizen (Writer *writer, const SmaajobCitizen *citizen)
{
  write_object (writer);
  write_string_member (writer, "format", "smaajob.citizen/1");
  write_string_member (writer, "id", citizen_id (citizen));
  write_competencies (writer, citizen);
  write_needs (writer, citizen);
  write_gates (writer, citizen);
  write_times (writer, citizen);
  write_thousandths_member (writer, "effectiveness", citizen->effectiveness);
  write_attendance (writer, citizen);
  write_stance (writer, citizen);
  write_wishes (writer, citizen);
  write_travel (writer, citizen);
  write_object_end (writer);
}

char *
smaajob_citizen_to_json (const SmaajobCitizen *citizen, SmaajobError *error)
{
  Writer writer = {0};

  if (citizen == NULL) {
    error_argument (error, "citizen is NULL, expected one");
    return NULL;
  }
  write_citizen (&writer, citizen);
  return writer_finish (&writer, error);
}
