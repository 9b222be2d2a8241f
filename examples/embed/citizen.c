/* SPDX-License-Identifier: Apache-2.0 */
#include "host.h"

static const char *const strengths[] = {"must", "should", "nice", NULL};
static const char *const evidences[] = {"stated", "observed", "employed", "certified", NULL};
static const char *const answers[] = {"unknown", "yes", "no", NULL};
static const char *const wishes[] = {"seek", "avoid", NULL};
static const char *const contexts[] = {"unknown", "practice", "paid", NULL};
static const char *const presumptions[] = {"unknown", "present", "absent", NULL};
static const char *const choices[] = {"unknown", "informed", "pending", "declined", NULL};
static const char *const purposes[] = {"unknown", "pay", "other", NULL};
static const char *const modes[] = {"walk", "bike", "transit", "car", NULL};

static void
add_competences (SmaajobCitizenBuilder *builder, sqlite3 *database, const char *id)
{
  sqlite3_stmt *row =
      host_ask (database, "SELECT * FROM competence WHERE citizen = ? ORDER BY rowid", id, NULL);
  SmaajobError fault;

  while (host_next (row)) {
    const SmaajobCompetence competence = {host_text (row, "concept"), host_whole (row, "level"),
                                          (SmaajobEvidence) host_word (row, "evidence", evidences)};
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
    const SmaajobNeed need = {host_text (row, "condition"), host_number (row, "value"),
                              (SmaajobStrength) host_word (row, "strength", strengths)};
    host_must (smaajob_citizen_builder_add_need (builder, &need, &fault), &fault);
  }
}

static void
add_answers (SmaajobCitizenBuilder *builder, sqlite3 *database, const char *id)
{
  sqlite3_stmt *row =
      host_ask (database, "SELECT * FROM answer WHERE citizen = ? ORDER BY rowid", id, NULL);
  SmaajobError fault;

  while (host_next (row))
    host_must (smaajob_citizen_builder_set_gate (builder, host_text (row, "gate"),
                                                 (SmaajobAnswer) host_word (row, "answer", answers),
                                                 &fault),
               &fault);
}

static void
add_wishes (SmaajobCitizenBuilder *builder, sqlite3 *database, const char *id)
{
  sqlite3_stmt *row =
      host_ask (database, "SELECT * FROM wish WHERE citizen = ? ORDER BY rowid", id, NULL);
  SmaajobError fault;

  while (host_next (row))
    host_must (smaajob_citizen_builder_add_wish (builder, host_text (row, "concept"),
                                                 (SmaajobWish) host_word (row, "wants", wishes),
                                                 &fault),
               &fault);
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
    context = (SmaajobContext) host_word (row, "kept_in", contexts);
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
  SmaajobError fault;

  if (host_has (row, "prerequisites"))
    host_must (
        smaajob_citizen_builder_set_prerequisites (
            builder, (SmaajobPrerequisites) host_word (row, "prerequisites", presumptions), &fault),
        &fault);
  if (host_has (row, "choice"))
    host_must (smaajob_citizen_builder_set_choice (
                   builder, (SmaajobChoice) host_word (row, "choice", choices), &fault),
               &fault);
  if (host_has (row, "purpose"))
    host_must (smaajob_citizen_builder_set_purpose (
                   builder, (SmaajobPurpose) host_word (row, "purpose", purposes), &fault),
               &fault);
}

static void
set_place (SmaajobCitizenBuilder *builder, sqlite3_stmt *row)
{
  SmaajobError fault;

  if (host_has (row, "lat"))
    host_must (smaajob_citizen_builder_set_location (builder, host_number (row, "lat"),
                                                     host_number (row, "lon"), &fault),
               &fault);
  if (host_has (row, "travel_by"))
    host_must (smaajob_citizen_builder_set_travel (
                   builder, (SmaajobMode) host_word (row, "travel_by", modes),
                   host_whole (row, "travel_minutes"), &fault),
               &fault);
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
