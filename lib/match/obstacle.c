/* SPDX-License-Identifier: Apache-2.0 */
#include "match/obstacle.h"

#include "judgement/accommodation.h"
#include "judgement/requirement.h"

#define MILLION 1000000

/* Whether a competence trained masters a requirement: it is as high when it is so much like it. */
static bool
is_enough (const ObstacleTable *table, uint16_t change, int32_t similarity, int level)
{
  return change != NO_CHANGE && table->changes->list[change].amount * similarity >= level * MILLION;
}

/* The changes that master a requirement train the concept itself or a narrower one, which is asked
   for too: it is one of those that help. */
static void
find_masters (ObstacleTable *table, const uint16_t *training, size_t number)
{
  const int32_t *similarity = table->changes->pairing->policy->similarity;
  const Requirement *requirement = &opening_requirements (table->changes->pairing->opening)[number];
  const Helper *helpers = requirement_helpers (requirement);
  uint64_t *masters = table->masters + number * table->n_words;

  if (is_enough (table, training[number], MILLION, requirement->level))
    change_bits_set (masters, training[number]);
  for (size_t i = 0; i < requirement->n_helpers; i++) {
    const uint16_t change = training[helpers[i].requirement];
    const unsigned relation = helpers[i].relation;

    if ((relation == RELATION_NARROWER || relation == RELATION_NARROWER_2) &&
        is_enough (table, change, similarity[relation], requirement->level))
      change_bits_set (masters, change);
  }
}

static void
note_requirements (ObstacleTable *table, const uint16_t *training, int number, TaskObstacles *task)
{
  const Pairing *pairing = table->changes->pairing;
  const Task *asked = &opening_tasks (pairing->opening)[number];

  task->never_paid |= !asked->requirements_known;
  for (size_t i = 0; i < asked->n_requirements; i++) {
    const size_t place = asked->first_requirement + i;
    const Requirement *requirement = &opening_requirements (pairing->opening)[place];
    RequirementJudgement judgement;

    requirement_judge (pairing->opening, requirement, pairing->citizen, pairing->policy,
                       &judgement);
    if (requirement->importance != SMAAJOB_STRENGTH_MUST || judgement.mastery == MASTERY_MASTERED)
      continue;
    task->all.requirements |= UINT64_C (1) << i;
    if (judgement.mastery == MASTERY_BELOW && judgement.training == TRAINING_NO)
      task->out.requirements |= UINT64_C (1) << i;
    find_masters (table, training, place);
  }
}

static void
note_exposures (ObstacleTable *table, int number, TaskObstacles *task)
{
  const SmaajobCitizen *citizen = table->changes->pairing->citizen;

  for (size_t i = 0; i < citizen->n_needs; i++) {
    NeedState state =
        citizen_needs (citizen)[i].strength == SMAAJOB_STRENGTH_MUST
            ? need_on_task (&citizen_needs (citizen)[i], table->changes->pairing->opening, number)
            : NEED_KEPT;

    task->never_paid |= state == NEED_UNKNOWN;
    if (state == NEED_EXCEEDED)
      task->all.needs |= UINT64_C (1) << i;
  }
  task->out.needs = task->all.needs;
}

/* What each change lifts of a task. */
static void
note_lifted (ObstacleTable *table, int number, const TaskObstacles *task)
{
  const size_t n_tasks = table->changes->pairing->opening->n_tasks;
  Obstacles *lifted = table->lifted + number;

  for (uint64_t left = task->all.requirements; left != 0; left &= left - 1) {
    const uint64_t *masters = obstacle_masters (table, number, left);

    for (size_t i = 0; i < table->changes->n; i++)
      if (masters[i / 64] >> i % 64 & 1)
        lifted[i * n_tasks].requirements |= left & -left;
  }
  for (uint64_t left = task->all.needs; left != 0; left &= left - 1) {
    const uint16_t reduction = table->reductions[__builtin_ctzll (left)];

    if (reduction != NO_CHANGE)
      lifted[reduction * n_tasks].needs |= left & -left;
  }
}

/* By requirement: the change that trains its concept; or NO_CHANGE. */
static void
find_training (const ObstacleTable *table, uint16_t *training)
{
  const SmaajobOpening *opening = table->changes->pairing->opening;

  for (size_t i = 0; i < opening->n_requirements; i++)
    training[i] = changes_find (table->changes, SMAAJOB_CODE_REQUIREMENT_TRAINED,
                                opening_requirements (opening)[i].concept_index);
}

static void
note_tasks (ObstacleTable *table)
{
  const Pairing *pairing = table->changes->pairing;
  uint16_t training[OPENING_MAX_TASKS * OPENING_MAX_REQUIREMENTS];

  find_training (table, training);
  for (size_t i = 0; i < pairing->citizen->n_needs; i++)
    table->reductions[i] = changes_find (table->changes, SMAAJOB_CODE_EXPOSURE_REDUCED,
                                         citizen_needs (pairing->citizen)[i].condition);
  for (int i = 0; i < pairing->opening->n_tasks; i++) {
    TaskObstacles *task = &table->tasks[i];

    task->has_time =
        task_meets_availability (&opening_tasks (pairing->opening)[i], pairing->citizen);
    task->window = changes_find (table->changes, SMAAJOB_CODE_WINDOW_MOVED, (uint32_t) i);
    note_requirements (table, training, i, task);
    note_exposures (table, i, task);
    note_lifted (table, i, task);
  }
}

/* With room for what there is by change. */
static ObstacleTable *
make_room (const Changes *changes)
{
  const SmaajobOpening *opening = changes->match->opening;
  const size_t n_words = (changes->n + 63) / 64, n_lifted = changes->n * opening->n_tasks,
               n_masters = opening->n_requirements * n_words;
  ObstacleTable *table = memory_new (sizeof *table + n_lifted * sizeof *table->lifted +
                                     n_masters * sizeof *table->masters);

  if (table == NULL)
    return NULL;
  table->changes = changes;
  table->n_words = n_words;
  table->lifted = (Obstacles *) (table + 1);
  table->masters = (uint64_t *) (table->lifted + n_lifted);
  return table;
}

ObstacleTable *
obstacle_table_new (const Changes *changes)
{
  ObstacleTable *table = make_room (changes);

  if (table != NULL)
    note_tasks (table);
  return table;
}
