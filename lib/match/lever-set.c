/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which sets of changes can make a pair a fit.
 *
 * A pair is a fit when some things hold together: pay is not refused, every must-provision is
 * given, some task is paid, some task within reach can be done at a time the citizen has, and
 * nothing else stands in the way, which no change touches. So the search looks for the first of
 * these that does not hold yet, and tries each change that could be part of making it hold. Since
 * changes only ever help these (leaving out a task never does, so it is in no set), every smallest
 * set is found on some way down, and the ways are few.
 */
#include "match/lever-set.h"

#include "judgement/accommodation.h"
#include "judgement/requirement.h"

#include <string.h>

#define NO_CHANGE UINT16_MAX
#define MILLION   1000000

/* A must of one task that does not hold: the changes that would make it hold. */
typedef struct {
  bool out;           /* it is what puts the task out of reach, not merely what keeps it from pay */
  uint16_t reduction; /* of an exposure; or NO_CHANGE */
  uint32_t concept_index; /* of a requirement, when there is no reduction */
  uint8_t level;
} Obstacle;

#define MOST_OBSTACLES (OPENING_MAX_REQUIREMENTS + CITIZEN_MAX_NEEDS)

typedef struct {
  size_t n;
  bool never_paid; /* something stands in the way of pay that no change touches */
  bool never_near; /* the same of being within reach */
  bool has_time;
  uint16_t window; /* the change that would give it time; or NO_CHANGE */
  Obstacle obstacles[MOST_OBSTACLES];
} TaskObstacles;

typedef struct {
  const Changes *changes;
  const Pairing *pairing;
  size_t n_required;
  uint16_t required[CITIZEN_MAX_NEEDS + 1]; /* by every set */
  TaskObstacles tasks[OPENING_MAX_TASKS];
  LeverSet *sets;
  size_t n_sets, n_steps;
} Search;

static uint16_t
find_change (const Changes *changes, SmaajobCode code, uint32_t index)
{
  for (size_t i = 0; i < changes->n; i++)
    if (changes->list[i].told.code == code && changes->list[i].index == index)
      return (uint16_t) i;
  return NO_CHANGE;
}

static bool
has_change (const LeverSet *set, uint16_t change)
{
  for (int i = 0; i < set->n; i++)
    if (set->changes[i] == change)
      return true;
  return false;
}

/* Whether a competence trained masters a requirement: it is the concept itself or a narrower one,
   high enough. */
static bool
masters (const Search *search, const Change *change, const Obstacle *obstacle)
{
  const int32_t *similarity = search->pairing->policy->similarity;
  unsigned relations;
  int32_t best = 0;

  if (change->told.code != SMAAJOB_CODE_REQUIREMENT_TRAINED)
    return false;
  if (change->index == obstacle->concept_index)
    return change->amount >= obstacle->level;
  relations = vocabulary_get_relations (search->pairing->citizen->vocabulary, change->index,
                                        obstacle->concept_index);
  for (unsigned relation = RELATION_NARROWER; relation <= RELATION_NARROWER_2; relation++)
    if (relations >> relation & 1 && similarity[relation] > best)
      best = similarity[relation];
  return change->amount * best >= obstacle->level * MILLION;
}

static bool
is_lifted (const Search *search, const Obstacle *obstacle, const LeverSet *set)
{
  if (obstacle->reduction != NO_CHANGE)
    return has_change (set, obstacle->reduction);
  for (int i = 0; i < set->n; i++)
    if (masters (search, &search->changes->list[set->changes[i]], obstacle))
      return true;
  return false;
}

/* The first that the set leaves; of those alone that put out of reach, when only that matters. */
static const Obstacle *
find_obstacle (const Search *search, const TaskObstacles *task, const LeverSet *set, bool out_only)
{
  for (size_t i = 0; i < task->n; i++)
    if ((task->obstacles[i].out || !out_only) && !is_lifted (search, &task->obstacles[i], set))
      return &task->obstacles[i];
  return NULL;
}

static bool
is_dead (const TaskObstacles *task, bool out_only)
{
  return out_only ? task->never_near : task->never_paid;
}

static void search_from (Search *search, const LeverSet *set);

static void
search_with (Search *search, const LeverSet *set, uint16_t change)
{
  LeverSet larger = *set;
  int i = larger.n++;

  if (change == NO_CHANGE || set->n == SMAAJOB_MAX_CHANGES || has_change (set, change) ||
      search->n_sets == MOST_SETS || search->n_steps++ == MOST_STEPS)
    return;
  for (; i > 0 && larger.changes[i - 1] > change; i--)
    larger.changes[i] = larger.changes[i - 1];
  larger.changes[i] = change;
  search_from (search, &larger);
}

static void
search_obstacle (Search *search, const LeverSet *set, const Obstacle *obstacle)
{
  if (obstacle->reduction != NO_CHANGE)
    search_with (search, set, obstacle->reduction);
  else
    for (size_t i = 0; i < search->changes->n; i++)
      if (masters (search, &search->changes->list[i], obstacle))
        search_with (search, set, (uint16_t) i);
}

/* False when some task is paid already. */
static bool
search_pay (Search *search, const LeverSet *set)
{
  const int n_tasks = search->pairing->opening->n_tasks;

  for (int i = 0; i < n_tasks; i++)
    if (!is_dead (&search->tasks[i], false) &&
        find_obstacle (search, &search->tasks[i], set, false) == NULL)
      return false;
  for (int i = 0; i < n_tasks; i++)
    if (!is_dead (&search->tasks[i], false))
      search_obstacle (search, set, find_obstacle (search, &search->tasks[i], set, false));
  return true;
}

/* False when some task within reach has time already. */
static bool
search_time (Search *search, const LeverSet *set)
{
  const int n_tasks = search->pairing->opening->n_tasks;

  for (int i = 0; i < n_tasks; i++) {
    const TaskObstacles *task = &search->tasks[i];

    if (!task->never_near && find_obstacle (search, task, set, true) == NULL &&
        (task->has_time || (task->window != NO_CHANGE && has_change (set, task->window))))
      return false;
  }
  for (int i = 0; i < n_tasks; i++) {
    const TaskObstacles *task = &search->tasks[i];
    const Obstacle *obstacle = find_obstacle (search, task, set, true);

    if (is_dead (task, true))
      continue;
    if (obstacle == NULL)
      search_with (search, set, task->window);
    else
      search_obstacle (search, set, obstacle);
  }
  return true;
}

static void
keep_set (Search *search, const LeverSet *set)
{
  for (size_t i = 0; i < search->n_sets; i++)
    if (search->sets[i].n == set->n &&
        memcmp (search->sets[i].changes, set->changes, (size_t) set->n * sizeof *set->changes) == 0)
      return;
  search->sets[search->n_sets++] = *set;
}

static void
search_from (Search *search, const LeverSet *set)
{
  for (size_t i = 0; i < search->n_required; i++)
    if (!has_change (set, search->required[i])) {
      search_with (search, set, search->required[i]);
      return;
    }
  if (!search_pay (search, set) && !search_time (search, set) && set->n > 1)
    keep_set (search, set);
}

static void
note_requirements (Search *search, int number, TaskObstacles *task)
{
  const Pairing *pairing = search->pairing;
  const Task *asked = &opening_tasks (pairing->opening)[number];

  task->never_paid |= !asked->requirements_known;
  for (size_t i = 0; i < asked->n_requirements; i++) {
    const Requirement *requirement =
        &opening_requirements (pairing->opening)[asked->first_requirement + i];
    RequirementJudgement judgement;

    requirement_judge (pairing->opening, requirement, pairing->citizen, pairing->policy,
                       &judgement);
    if (requirement->importance == SMAAJOB_STRENGTH_MUST && judgement.mastery != MASTERY_MASTERED)
      task->obstacles[task->n++] = (Obstacle){
          .out = judgement.mastery == MASTERY_BELOW && judgement.training == TRAINING_NO,
          .reduction = NO_CHANGE,
          .concept_index = requirement->concept_index,
          .level = requirement->level,
      };
  }
}

static void
note_exposures (Search *search, int number, TaskObstacles *task)
{
  const SmaajobCitizen *citizen = search->pairing->citizen;

  for (size_t i = 0; i < citizen->n_needs; i++) {
    NeedState state =
        citizen_needs (citizen)[i].strength == SMAAJOB_STRENGTH_MUST
            ? need_on_task (&citizen_needs (citizen)[i], search->pairing->opening, number)
            : NEED_KEPT;

    task->never_paid |= state == NEED_UNKNOWN;
    if (state == NEED_EXCEEDED)
      task->obstacles[task->n++] = (Obstacle){
          .out = true,
          .reduction = find_change (search->changes, SMAAJOB_CODE_EXPOSURE_REDUCED,
                                    citizen_needs (citizen)[i].condition),
      };
  }
}

static void
note_tasks (Search *search)
{
  const Pairing *pairing = search->pairing;

  for (int i = 0; i < pairing->opening->n_tasks; i++) {
    TaskObstacles *task = &search->tasks[i];

    task->has_time =
        task_meets_availability (&opening_tasks (pairing->opening)[i], pairing->citizen);
    task->window = find_change (search->changes, SMAAJOB_CODE_WINDOW_MOVED, (uint32_t) i);
    note_requirements (search, i, task);
    note_exposures (search, i, task);
  }
}

/* False when something stands in the way that no change touches. */
static bool
note_required (Search *search, const Findings *findings)
{
  const SmaajobCitizen *citizen = search->pairing->citizen;
  bool possible = !findings->gate_refused && !findings->gate_unknown &&
                  !findings->choice_declined && !findings->choice_pending &&
                  !findings->needs_unknown && !findings->travel_too_far && !findings->load_exceeded;

  if (findings->pay_refused)
    search->required[search->n_required++] =
        find_change (search->changes, SMAAJOB_CODE_TERM_AGREED, MEMBER_PAID);
  for (size_t i = 0; i < citizen->n_needs; i++)
    if (citizen_needs (citizen)[i].strength == SMAAJOB_STRENGTH_MUST &&
        need_at_workplace (&citizen_needs (citizen)[i], search->pairing->opening) != NEED_KEPT)
      search->required[search->n_required++] = find_change (
          search->changes, SMAAJOB_CODE_PROVISION_GIVEN, citizen_needs (citizen)[i].condition);
  for (size_t i = 0; i < search->n_required; i++)
    possible &= search->required[i] != NO_CHANGE;
  return possible && search->n_required <= SMAAJOB_MAX_CHANGES;
}

bool
lever_sets_find (const Changes *changes, const Findings *findings, LeverSet **sets, size_t *n)
{
  Search *search = memory_new (sizeof *search + MOST_SETS * sizeof *search->sets);
  const LeverSet none = {0};

  *sets = NULL;
  *n = 0;
  if (search == NULL)
    return false;
  search->changes = changes;
  search->pairing = changes->pairing;
  search->sets = (LeverSet *) (search + 1);
  if (note_required (search, findings)) {
    note_tasks (search);
    search_from (search, &none);
  }
  *n = search->n_sets;
  *sets = memory_new ((search->n_sets + 1) * sizeof **sets);
  if (*sets != NULL)
    memcpy (*sets, search->sets, search->n_sets * sizeof **sets);
  memory_free (search);
  return *sets != NULL;
}
