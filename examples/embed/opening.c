/* SPDX-License-Identifier: Apache-2.0 */
#include "host.h"

#include <string.h>

static void
add_windows (SmaajobOpeningBuilder *builder, sqlite3 *database, size_t task, const char *opening,
             const char *id)
{
  sqlite3_stmt *row =
      host_ask (database, "SELECT * FROM time_window WHERE owner = ? AND task = ? ORDER BY rowid",
                opening, id);
  SmaajobError fault;

  while (host_next (row)) {
    const SmaajobWindow window = host_window (row);
    host_must (smaajob_opening_builder_add_task_window (builder, task, &window, &fault), &fault);
  }
}

static int
training_weeks (sqlite3_stmt *row)
{
  if (!host_has (row, "training_weeks"))
    return SMAAJOB_UNKNOWN;
  return host_whole (row, "training_weeks") == -1 ? SMAAJOB_TRAINING_IMPOSSIBLE
                                                  : host_whole (row, "training_weeks");
}

static void
add_requirements (SmaajobOpeningBuilder *builder, sqlite3 *database, size_t task,
                  const char *opening, const char *id)
{
  sqlite3_stmt *row =
      host_ask (database, "SELECT * FROM requirement WHERE opening = ? AND task = ? ORDER BY rowid",
                opening, id);
  SmaajobError fault;

  while (host_next (row)) {
    SmaajobRequirement requirement = {.concept_id = host_text (row, "concept"),
                                      .level = host_whole (row, "level"),
                                      .training_weeks = training_weeks (row)};
    host_must (
        smaajob_strength_from_name (host_text (row, "importance"), &requirement.importance, &fault),
        &fault);
    host_must (smaajob_opening_builder_add_requirement (builder, task, &requirement, &fault),
               &fault);
  }
}

static void
set_task_exposures (SmaajobOpeningBuilder *builder, sqlite3 *database, size_t task,
                    const char *opening, const char *id)
{
  sqlite3_stmt *row =
      host_ask (database, "SELECT * FROM exposure WHERE opening = ? AND task = ? ORDER BY rowid",
                opening, id);
  SmaajobError fault;

  while (host_next (row))
    host_must (smaajob_opening_builder_set_task_exposure (
                   builder, task, host_text (row, "condition"), host_number (row, "value"), &fault),
               &fault);
}

static void
set_task (SmaajobOpeningBuilder *builder, size_t task, sqlite3_stmt *row)
{
  SmaajobError fault;

  host_must (smaajob_opening_builder_set_task_optional (builder, task,
                                                        host_whole (row, "optional") != 0, &fault),
             &fault);
  if (host_has (row, "hours_min") || host_has (row, "hours_max"))
    host_must (smaajob_opening_builder_set_task_hours (builder, task,
                                                       host_minutes (row, "hours_min"),
                                                       host_minutes (row, "hours_max"), &fault),
               &fault);
  if (host_whole (row, "windows_known"))
    host_must (smaajob_opening_builder_set_task_windows_known (builder, task, &fault), &fault);
  if (host_whole (row, "requirements_known"))
    host_must (smaajob_opening_builder_set_requirements_known (builder, task, &fault), &fault);
}

static void
add_tasks (SmaajobOpeningBuilder *builder, sqlite3 *database, const char *opening)
{
  sqlite3_stmt *row =
      host_ask (database, "SELECT * FROM task WHERE opening = ? ORDER BY rowid", opening, NULL);
  SmaajobError fault;

  for (size_t task = 0; host_next (row); task++) {
    const char *id = host_text (row, "id");
    host_must (smaajob_opening_builder_add_task (builder, id, &fault), &fault);
    set_task (builder, task, row);
    add_windows (builder, database, task, opening, id);
    add_requirements (builder, database, task, opening, id);
    set_task_exposures (builder, database, task, opening, id);
  }
}

static void
set_surroundings (SmaajobOpeningBuilder *builder, sqlite3 *database, const char *id)
{
  sqlite3_stmt *row = host_ask (
      database, "SELECT * FROM exposure WHERE opening = ? AND task IS NULL ORDER BY rowid", id,
      NULL);
  SmaajobError fault;

  while (host_next (row))
    host_must (smaajob_opening_builder_set_exposure (builder, host_text (row, "condition"),
                                                     host_number (row, "value"), &fault),
               &fault);
  row = host_ask (database, "SELECT * FROM provision WHERE opening = ? ORDER BY rowid", id, NULL);
  while (host_next (row))
    host_must (smaajob_opening_builder_set_provision (builder, host_text (row, "condition"),
                                                      host_whole (row, "value"), &fault),
               &fault);
  row = host_ask (database, "SELECT * FROM gate WHERE opening = ? ORDER BY rowid", id, NULL);
  while (host_next (row))
    host_must (smaajob_opening_builder_add_gate (builder, host_text (row, "gate"), &fault), &fault);
}

static int
minutes_of (sqlite3_stmt *row, const char *column)
{
  const bool monthly = strcmp (host_text (row, "hours_unit"), "month") == 0;

  if (!host_has (row, column) || !monthly)
    return host_minutes (row, column);
  return (int) (host_number (row, column) * 12 / 52 * 60 + 0.5);
}

static void
set_hours (SmaajobOpeningBuilder *builder, sqlite3_stmt *row)
{
  const SmaajobOpeningHours hours = {minutes_of (row, "hours_min"), minutes_of (row, "hours_max"),
                                     minutes_of (row, "hours_growth")};
  SmaajobError fault;

  if (host_has (row, "hours_min") || host_has (row, "hours_max") || host_has (row, "hours_growth"))
    host_must (smaajob_opening_builder_set_hours (builder, &hours, &fault), &fault);
}

static void
set_terms (SmaajobOpeningBuilder *builder, sqlite3_stmt *row)
{
  SmaajobAnswer answer;
  SmaajobPayBasis pay_basis;
  SmaajobVariation variation;
  SmaajobError fault;

  for (SmaajobTerm term = SMAAJOB_TERM_PAID; term <= SMAAJOB_TERM_FLEKSJOB; term++) {
    const char *column = smaajob_term_get_name (term);

    if (!host_has (row, column))
      continue;
    host_must (smaajob_answer_from_name (host_text (row, column), &answer, &fault), &fault);
    host_must (smaajob_opening_builder_set_term (builder, term, answer, &fault), &fault);
  }
  if (host_has (row, "pay_basis")) {
    host_must (smaajob_pay_basis_from_name (host_text (row, "pay_basis"), &pay_basis, &fault),
               &fault);
    host_must (smaajob_opening_builder_set_pay_basis (builder, pay_basis, &fault), &fault);
  }
  if (host_has (row, "weekly_variation")) {
    host_must (
        smaajob_variation_from_name (host_text (row, "weekly_variation"), &variation, &fault),
        &fault);
    host_must (smaajob_opening_builder_set_weekly_variation (builder, variation, &fault), &fault);
  }
}

static void
set_employer (SmaajobOpeningBuilder *builder, sqlite3_stmt *row)
{
  SmaajobError fault;

  host_must (smaajob_opening_builder_set_seats (builder, host_whole (row, "seats"), &fault),
             &fault);
  if (host_has (row, "employer"))
    host_must (smaajob_opening_builder_set_employer (builder, host_text (row, "employer"), &fault),
               &fault);
  if (host_has (row, "sector"))
    host_must (smaajob_opening_builder_set_sector (builder, host_text (row, "sector"), &fault),
               &fault);
  if (host_has (row, "lat"))
    host_must (smaajob_opening_builder_set_location (builder, host_number (row, "lat"),
                                                     host_number (row, "lon"), &fault),
               &fault);
}

SmaajobOpening *
opening_of_row (SmaajobVocabulary *words, sqlite3 *database, sqlite3_stmt *row)
{
  const char *id = host_text (row, "id");
  SmaajobError fault;
  SmaajobOpeningBuilder *builder = smaajob_opening_builder_new (words, id, &fault);
  SmaajobOpening *opening;

  host_must (builder != NULL, &fault);
  set_employer (builder, row);
  set_hours (builder, row);
  add_tasks (builder, database, id);
  set_surroundings (builder, database, id);
  set_terms (builder, row);
  opening = smaajob_opening_builder_build (builder, &fault);
  host_must (opening != NULL, &fault);
  smaajob_opening_builder_free (builder);
  return opening;
}
