/* SPDX-License-Identifier: Apache-2.0 */
#include "population.h"

#include <stdlib.h>

/* A drawn pair is valid, so that a builder that refuses is a fault of one of the two. */
static void
demand (bool done, const SmaajobError *error)
{
  if (done)
    return;
  fprintf (stderr, "population: %s: %s\n", error->pointer, error->message);
  exit (2);
}

static const char *
concept_id (const World *world, int i)
{
  return smaajob_vocabulary_get_concept_at (world->vocabulary, (size_t) i).id;
}

static const char *
condition_id (const World *world, int i)
{
  return smaajob_vocabulary_get_condition_at (world->vocabulary, (size_t) i).id;
}

static const char *
gate_id (const World *world, int i)
{
  return smaajob_vocabulary_get_gate_at (world->vocabulary, (size_t) i).id;
}

static void
build_holdings (const World *world, const CitizenModel *model, SmaajobCitizenBuilder *builder)
{
  SmaajobError e;

  for (int i = 0; i < model->n_competences; i++) {
    const CompetenceModel *held = &model->competences[i];
    const SmaajobCompetence competence = {concept_id (world, held->concept_index), held->level,
                                          held->evidence};

    demand (smaajob_citizen_builder_add_competence (builder, &competence, &e), &e);
  }
  demand (smaajob_citizen_builder_set_competencies_complete (builder, model->complete, &e), &e);
  for (int i = 0; i < model->n_needs; i++) {
    const NeedModel *held = &model->needs[i];
    const SmaajobNeed need = {condition_id (world, held->condition), held->value / 1000.0,
                              held->strength};

    demand (smaajob_citizen_builder_add_need (builder, &need, &e), &e);
  }
  if (model->needs_known)
    demand (smaajob_citizen_builder_set_needs_known (builder, &e), &e);
}

static void
build_formalities (const World *world, const CitizenModel *model, SmaajobCitizenBuilder *builder)
{
  SmaajobError e;

  for (int i = 0; i < model->n_gates; i++)
    demand (smaajob_citizen_builder_set_gate (builder, gate_id (world, model->gates[i].gate),
                                              model->gates[i].answer, &e),
            &e);
  for (int i = 0; i < model->n_wishes; i++) {
    const WishModel *wish = &model->wishes[i];

    demand (smaajob_citizen_builder_add_wish (
                builder,
                wish->concept_index < 0 ? wish->sector : concept_id (world, wish->concept_index),
                wish->wants, &e),
            &e);
  }
  if (model->effectiveness != SMAAJOB_UNKNOWN)
    demand (smaajob_citizen_builder_set_effectiveness (builder, model->effectiveness / 1000.0, &e),
            &e);
  if (model->kept != SMAAJOB_UNKNOWN)
    demand (
        smaajob_citizen_builder_set_attendance (builder, model->kept / 1000.0, model->context, &e),
        &e);
  demand (smaajob_citizen_builder_set_prerequisites (builder, model->prerequisites, &e), &e);
  demand (smaajob_citizen_builder_set_choice (builder, model->choice, &e), &e);
  demand (smaajob_citizen_builder_set_purpose (builder, model->purpose, &e), &e);
}

static void
build_place_and_time (const CitizenModel *model, SmaajobCitizenBuilder *builder)
{
  SmaajobError e;

  if (model->hours_known)
    demand (smaajob_citizen_builder_set_hours (builder, &model->hours, &e), &e);
  if (model->availability.known)
    demand (smaajob_citizen_builder_set_availability_known (builder, &e), &e);
  for (int i = 0; i < model->availability.n; i++)
    demand (smaajob_citizen_builder_add_window (builder, &model->availability.list[i], &e), &e);
  if (model->location.known)
    demand (smaajob_citizen_builder_set_location (builder, model->location.lat / 1e6,
                                                  model->location.lon / 1e6, &e),
            &e);
  if (model->travel_known)
    demand (smaajob_citizen_builder_set_travel (builder, model->mode, model->max_minutes, &e), &e);
}

SmaajobCitizen *
citizen_build (const World *world, const CitizenModel *model)
{
  SmaajobError e;
  SmaajobCitizenBuilder *builder = smaajob_citizen_builder_new (world->vocabulary, "c-1", &e);
  SmaajobCitizen *citizen;

  demand (builder != NULL, &e);
  build_holdings (world, model, builder);
  build_formalities (world, model, builder);
  build_place_and_time (model, builder);
  citizen = smaajob_citizen_builder_build (builder, &e);
  demand (citizen != NULL, &e);
  smaajob_citizen_builder_free (builder);
  return citizen;
}

static void
build_requirements (const World *world, const TaskModel *task, size_t number,
                    SmaajobOpeningBuilder *builder)
{
  SmaajobError e;

  if (task->requirements_known)
    demand (smaajob_opening_builder_set_requirements_known (builder, number, &e), &e);
  for (int i = 0; i < task->n_requirements; i++) {
    const RequirementModel *asked = &task->requirements[i];
    const SmaajobRequirement requirement = {concept_id (world, asked->concept_index), asked->level,
                                            asked->importance, asked->training_weeks};

    demand (smaajob_opening_builder_add_requirement (builder, number, &requirement, &e), &e);
  }
}

static void
build_task (const World *world, const TaskModel *task, size_t number,
            SmaajobOpeningBuilder *builder)
{
  SmaajobError e;

  demand (smaajob_opening_builder_add_task (builder, task->id, &e), &e);
  demand (smaajob_opening_builder_set_task_optional (builder, number, task->optional, &e), &e);
  if (task->hours_known)
    demand (smaajob_opening_builder_set_task_hours (builder, number, task->min, task->max, &e), &e);
  if (task->windows.known)
    demand (smaajob_opening_builder_set_task_windows_known (builder, number, &e), &e);
  for (int i = 0; i < task->windows.n; i++)
    demand (smaajob_opening_builder_add_task_window (builder, number, &task->windows.list[i], &e),
            &e);
  build_requirements (world, task, number, builder);
  for (int i = 0; i < task->exposures.n; i++) {
    const StatedModel *stated = &task->exposures.list[i];

    demand (smaajob_opening_builder_set_task_exposure (builder, number,
                                                       condition_id (world, stated->condition),
                                                       stated->value / 1000.0, &e),
            &e);
  }
}

static void
build_workplace (const World *world, const OpeningModel *model, SmaajobOpeningBuilder *builder)
{
  SmaajobError e;

  for (int i = 0; i < model->exposures.n; i++) {
    const StatedModel *stated = &model->exposures.list[i];

    demand (smaajob_opening_builder_set_exposure (builder, condition_id (world, stated->condition),
                                                  stated->value / 1000.0, &e),
            &e);
  }
  for (int i = 0; i < model->provisions.n; i++) {
    const StatedModel *stated = &model->provisions.list[i];

    demand (smaajob_opening_builder_set_provision (builder, condition_id (world, stated->condition),
                                                   stated->value / 1000, &e),
            &e);
  }
  for (int i = 0; i < model->n_gates; i++)
    demand (smaajob_opening_builder_add_gate (builder, gate_id (world, model->gates[i]), &e), &e);
}

static void
build_terms (const OpeningModel *model, SmaajobOpeningBuilder *builder)
{
  SmaajobError e;

  for (int i = 0; i < 5; i++)
    demand (smaajob_opening_builder_set_term (builder, (SmaajobTerm) i, model->terms[i], &e), &e);
  demand (smaajob_opening_builder_set_pay_basis (builder, model->pay_basis, &e), &e);
  demand (smaajob_opening_builder_set_weekly_variation (builder, model->variation, &e), &e);
  if (model->hours_known)
    demand (smaajob_opening_builder_set_hours (builder, &model->hours, &e), &e);
  if (model->sector != NULL)
    demand (smaajob_opening_builder_set_sector (builder, model->sector, &e), &e);
  if (model->location.known)
    demand (smaajob_opening_builder_set_location (builder, model->location.lat / 1e6,
                                                  model->location.lon / 1e6, &e),
            &e);
}

SmaajobOpening *
opening_build (const World *world, const OpeningModel *model)
{
  SmaajobError e;
  SmaajobOpeningBuilder *builder = smaajob_opening_builder_new (world->vocabulary, "o-1", &e);
  SmaajobOpening *opening;

  demand (builder != NULL, &e);
  for (int i = 0; i < model->n_tasks; i++)
    build_task (world, &model->tasks[i], (size_t) i, builder);
  build_workplace (world, model, builder);
  build_terms (model, builder);
  opening = smaajob_opening_builder_build (builder, &e);
  demand (opening != NULL, &e);
  smaajob_opening_builder_free (builder);
  return opening;
}
