/* SPDX-License-Identifier: Apache-2.0 */
#include "host.h"

static void
add_competences (SmaajobCitizenBuilder *builder, sqlite3 *database, const char *id)
{
  sqlite3_stmt *row =
      host_ask (database, "SELECT * FROM competence WHERE citizen = ? ORDER BY rowid", id, NULL);
  SmaajobError fault;

  while (host_next (row)) {
    SmaajobCompetence competence = {.concept_id = host_text (row, "concept"),
                                    .level = host_whole (row, "level")};
    host_must (
        smaajob_evidence_from_name (host_text (row, "evidence"), &competence.evidence, &fault),
        &fault);
    host_must (smaajob_citizen_builder_add_competence (builder, &competence, &fault), &fault);
  }
}

static void
add_needs (SmaajobCitizenBuilder *builder, sqlite3 *database, const char *id)
{
  sqlite3_stmt *row =
      host_ask (database, "SELECT * FROM need WHERE citizen = ? ORDER BY rowid", id, NULL);
  SmaajobError fault;

  while (host_next (row)) {
    SmaajobNeed need = {.condition = host_text (row, "condition"),
                        .value = host_number (row, "value")};
    host_must (smaajob_strength_from_name (host_text (row, "strength"), &need.strength, &fault),
               &fault);
    host_must (smaajob_citizen_builder_add_need (builder, &need, &fault), &fault);
  }
}

static void
add_answers (SmaajobCitizenBuilder *builder, sqlite3 *database, const char *id)
{
  sqlite3_stmt *row =
      host_ask (database, "SELECT * FROM answer WHERE citizen = ? ORDER BY rowid", id, NULL);
  SmaajobError fault;

  while (host_next (row)) {
    SmaajobAnswer answer;
    host_must (smaajob_answer_from_name (host_text (row, "answer"), &answer, &fault), &fault);
    host_must (smaajob_citizen_builder_set_gate (builder, host_text (row, "gate"), answer, &fault),
               &fault);
  }
}

static void
add_wishes (SmaajobCitizenBuilder *builder, sqlite3 *database, const char *id)
{
  sqlite3_stmt *row =
      host_ask (database, "SELECT * FROM wish WHERE citizen = ? ORDER BY rowid", id, NULL);
  SmaajobError fault;

  while (host_next (row)) {
    SmaajobWish wants;
    host_must (smaajob_wish_from_name (host_text (row, "wants"), &wants, &fault), &fault);
    host_must (
        smaajob_citizen_builder_add_wish (builder, host_text (row, "concept"), wants, &fault),
        &fault);
  }
}

static void
add_windows (SmaajobCitizenBuilder *builder, sqlite3 *database, const char *id)
{
  sqlite3_stmt *row = host_ask (
      database, "SELECT * FROM time_window WHERE owner = ? AND task IS NULL ORDER BY rowid", id,
      NULL);
  SmaajobError fault;

  while (host_next (row)) {
    const SmaajobWindow window = host_window (row);
    host_must (smaajob_citizen_builder_add_window (builder, &window, &fault), &fault);
  }
}

static void
set_what_is_known (SmaajobCitizenBuilder *builder, sqlite3_stmt *row)
{
  SmaajobError fault;

  host_must (smaajob_citizen_builder_set_competencies_complete (
                 builder, host_whole (row, "competencies_complete") != 0, &fault),
             &fault);
  if (host_whole (row, "needs_known"))
    host_must (smaajob_citizen_builder_set_needs_known (builder, &fault), &fault);
  if (host_whole (row, "availability_known"))
    host_must (smaajob_citizen_builder_set_availability_known (builder, &fault), &fault);
}

static void
set_hours (SmaajobCitizenBuilder *builder, sqlite3_stmt *row)
{
  const SmaajobCitizenHours hours = {
      host_minutes (row, "hours_min"), host_minutes (row, "hours_max"),
      host_minutes (row, "hours_limit"), host_minutes (row, "hours_per_day"),
      host_minutes (row, "hours_committed")};
  SmaajobError fault;

  if (host_has (row, "hours_min") || host_has (row, "hours_max") || host_has (row, "hours_limit") ||
      host_has (row, "hours_per_day") || host_has (row, "hours_committed"))
    host_must (smaajob_citizen_builder_set_hours (builder, &hours, &fault), &fault);
}

static void
set_output (SmaajobCitizenBuilder *builder, sqlite3_stmt *row)
{
  SmaajobContext context = SMAAJOB_CONTEXT_UNKNOWN;
  SmaajobError fault;

  if (host_has (row, "effectiveness"))
    host_must (smaajob_citizen_builder_set_effectiveness (
                   builder, host_number (row, "effectiveness"), &fault),
               &fault);
  if (host_has (row, "kept_in"))
    host_must (smaajob_context_from_name (host_text (row, "kept_in"), &context, &fault), &fault);
  if (host_has (row, "kept"))
    host_must (smaajob_citizen_builder_set_attendance (builder, host_number (row, "kept"), context,
                                                       &fault),
               &fault);
  if (host_has (row, "kept_weeks"))
    host_must (smaajob_citizen_builder_set_attendance_weeks (
                   builder, host_whole (row, "kept_weeks"), &fault),
               &fault);
}

static void
set_choices (SmaajobCitizenBuilder *builder, sqlite3_stmt *row)
{
  SmaajobPrerequisites prerequisites;
  SmaajobChoice choice;
  SmaajobPurpose purpose;
  SmaajobError fault;

  if (host_has (row, "prerequisites")) {
    host_must (
        smaajob_prerequisites_from_name (host_text (row, "prerequisites"), &prerequisites, &fault),
        &fault);
    host_must (smaajob_citizen_builder_set_prerequisites (builder, prerequisites, &fault), &fault);
  }
  if (host_has (row, "choice")) {
    host_must (smaajob_choice_from_name (host_text (row, "choice"), &choice, &fault), &fault);
    host_must (smaajob_citizen_builder_set_choice (builder, choice, &fault), &fault);
  }
  if (host_has (row, "purpose")) {
    host_must (smaajob_purpose_from_name (host_text (row, "purpose"), &purpose, &fault), &fault);
    host_must (smaajob_citizen_builder_set_purpose (builder, purpose, &fault), &fault);
  }
}

static void
set_place (SmaajobCitizenBuilder *builder, sqlite3_stmt *row)
{
  SmaajobMode mode;
  SmaajobError fault;

  if (host_has (row, "lat"))
    host_must (smaajob_citizen_builder_set_location (builder, host_number (row, "lat"),
                                                     host_number (row, "lon"), &fault),
               &fault);
  if (host_has (row, "travel_by")) {
    host_must (smaajob_mode_from_name (host_text (row, "travel_by"), &mode, &fault), &fault);
    host_must (smaajob_citizen_builder_set_travel (builder, mode,
                                                   host_whole (row, "travel_minutes"), &fault),
               &fault);
  }
}

SmaajobCitizen *
citizen_of_row (SmaajobVocabulary *words, sqlite3 *database, sqlite3_stmt *row)
{
  const char *id = host_text (row, "id");
  SmaajobError fault;
  SmaajobCitizenBuilder *builder = smaajob_citizen_builder_new (words, id, &fault);
  SmaajobCitizen *citizen;

  host_must (builder != NULL, &fault);
  set_what_is_known (builder, row);
  add_competences (builder, database, id);
  add_needs (builder, database, id);
  add_answers (builder, database, id);
  add_wishes (builder, database, id);
  add_windows (builder, database, id);
  set_hours (builder, row);
  set_output (builder, row);
  set_choices (builder, row);
  set_place (builder, row);
  citizen = smaajob_citizen_builder_build (builder, &fault);
  host_must (citizen != NULL, &fault);
  smaajob_citizen_builder_free (builder);
  return citizen;
}
