/* SPDX-License-Identifier: Apache-2.0 */
#include "oracle-lever.h"

#include <stdlib.h>
#include <string.h>

#define QUARTER      15
#define WEEK         10080
#define WEEK_SLOTS   (7 * 96)
#define N_OF(list)   ((int) (sizeof (list) / sizeof *(list)))
#define MAX_OF(a, b) ((a) > (b) ? (a) : (b))
#define MIN_OF(a, b) ((a) < (b) ? (a) : (b))

/* What there is no more of than this is as if it had no end. */
static int
or_endless (int minutes)
{
  return minutes == SMAAJOB_UNKNOWN ? WEEK * 2 : minutes;
}

static int
told_hours (int minutes)
{
  return (minutes * 1000 + 30) / 60;
}

static const char *
condition_id (const World *world, int condition)
{
  return smaajob_vocabulary_get_condition_at (world->vocabulary, (size_t) condition).id;
}

static const char *
concept_id (const World *world, int concept_index)
{
  return smaajob_vocabulary_get_concept_at (world->vocabulary, (size_t) concept_index).id;
}

static int
exposure_of (const OpeningModel *opening, const TaskModel *task, int condition)
{
  const StatedModel *stated = stated_find (&task->exposures, condition);

  if (stated == NULL)
    stated = stated_find (&opening->exposures, condition);
  return stated == NULL ? SMAAJOB_UNKNOWN : stated->value;
}

static OracleChange *
add (Oracle *oracle, SmaajobActor by, SmaajobCode code, const char *subject)
{
  OracleChange *change = &oracle->changes[oracle->n];

  if (oracle->n == ORACLE_MOST_CHANGES)
    exit (2);
  oracle->n++;
  *change = (OracleChange){{by, code, subject, SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN}, 0, 0};
  return change;
}

/* From so many to so many, in the unit of value, scale thousandths each. */
static void
set_ends (OracleChange *change, int from, int to, int scale)
{
  change->told.from = from == SMAAJOB_UNKNOWN ? from : from * scale;
  change->told.to = to * scale;
  change->value = to;
}

static void
set_hours (OracleChange *change, int from, int to)
{
  change->told.from = told_hours (from);
  change->told.to = told_hours (to);
  change->value = to;
}

static bool
is_of_municipality (const char *condition)
{
  static const char *const given[] = {"sup_followup", "sup_getready", "sup_aids", "sup_assistance"};

  for (int i = 0; i < N_OF (given); i++)
    if (strcmp (condition, given[i]) == 0)
      return true;
  return false;
}

static void
list_provisions (Oracle *oracle)
{
  const PairModel *pair = oracle->made->model;

  for (int i = 0; i < pair->citizen.n_needs; i++) {
    const NeedModel *need = &pair->citizen.needs[i];
    const StatedModel *offered = stated_find (&pair->opening.provisions, need->condition);
    const char *id = condition_id (pair->world, need->condition);
    OracleChange *change;

    if (condition_type (pair->world, need->condition) != SMAAJOB_CONDITION_PROVISION ||
        need->value <= (offered == NULL ? 0 : offered->value) || strcmp (id, "tra_public") == 0)
      continue;
    change =
        add (oracle, is_of_municipality (id) ? SMAAJOB_ACTOR_MUNICIPALITY : SMAAJOB_ACTOR_EMPLOYER,
             SMAAJOB_CODE_PROVISION_GIVEN, id);
    change->what = need->condition;
    set_ends (change, offered == NULL ? SMAAJOB_UNKNOWN : offered->value, need->value, 1);
  }
}

static void
list_exposures (Oracle *oracle)
{
  const PairModel *pair = oracle->made->model;

  for (int i = 0; i < pair->citizen.n_needs; i++) {
    const NeedModel *need = &pair->citizen.needs[i];
    OracleChange *change;
    int worst = SMAAJOB_UNKNOWN;

    if (condition_type (pair->world, need->condition) == SMAAJOB_CONDITION_PROVISION)
      continue;
    for (int j = 0; j < pair->opening.n_tasks; j++)
      worst =
          MAX_OF (worst, exposure_of (&pair->opening, &pair->opening.tasks[j], need->condition));
    if (worst <= need->value)
      continue;
    change = add (oracle, SMAAJOB_ACTOR_EMPLOYER, SMAAJOB_CODE_EXPOSURE_REDUCED,
                  condition_id (pair->world, need->condition));
    change->what = need->condition;
    set_ends (change, worst, need->value, 1);
  }
}

static void
list_tasks (Oracle *oracle)
{
  const OpeningModel *opening = &oracle->made->model->opening;
  bool all_optional = true;

  for (int i = 0; i < opening->n_tasks; i++)
    all_optional &= opening->tasks[i].optional;
  for (int i = 0; i < opening->n_tasks && opening->n_tasks > 1; i++)
    if (all_optional || !opening->tasks[i].optional)
      add (oracle, SMAAJOB_ACTOR_EMPLOYER, SMAAJOB_CODE_TASK_CARVED, opening->tasks[i].id);
}

static bool
is_a_gap (const Made *alone, int requirement)
{
  const char *wanted =
      smaajob_match_get_item_at (alone->match, SMAAJOB_CRITERION_COMPETENCE, (size_t) requirement)
          .subject;
  const SmaajobTaskMatch task = smaajob_match_get_task_at (alone->match, 0);

  for (size_t i = 0; i < task.n_reasons; i++) {
    const SmaajobReason reason = smaajob_match_get_task_reason_at (alone->match, 0, i);

    if (reason.code == SMAAJOB_CODE_COMPETENCE_BELOW && strcmp (reason.subject, wanted) == 0)
      return true;
  }
  return smaajob_match_get_item_at (alone->match, SMAAJOB_CRITERION_COMPETENCE,
                                    (size_t) requirement)
             .state == SMAAJOB_STATE_SHORT;
}

static int
level_held (const CitizenModel *citizen, int concept_index)
{
  for (int i = 0; i < citizen->n_competences; i++)
    if (citizen->competences[i].concept_index == concept_index)
      return citizen->competences[i].level;
  return 0;
}

/* The highest level wanted by a gap that can be trained, by requirement; 0 for any other. */
typedef struct {
  int wanted[MODEL_TASKS][MODEL_REQUIREMENTS];
} Gaps;

/* A task that is alone in its opening has every requirement among the items, in order. */
static void
find_gaps (const PairModel *pair, int task, Gaps *gaps)
{
  PairModel one = *pair;
  double most = 0;
  Made alone;

  smaajob_policy_get_number (pair->world->policy, "/max_training_weeks", &most, NULL);
  one.opening.n_tasks = 1;
  one.opening.tasks[0] = pair->opening.tasks[task];
  alone = make_match (&one);
  for (int i = 0; i < one.opening.tasks[0].n_requirements; i++) {
    const RequirementModel *wanted = &one.opening.tasks[0].requirements[i];
    bool trainable = wanted->training_weeks >= 0 && wanted->training_weeks <= most;

    gaps->wanted[task][i] = trainable && is_a_gap (&alone, i) ? wanted->level : 0;
  }
  unmake (&alone);
}

static int
find_highest (const OpeningModel *opening, const Gaps *gaps, int concept_index)
{
  int highest = 0;

  for (int i = 0; i < opening->n_tasks; i++)
    for (int j = 0; j < opening->tasks[i].n_requirements; j++)
      if (opening->tasks[i].requirements[j].concept_index == concept_index)
        highest = MAX_OF (highest, gaps->wanted[i][j]);
  return highest;
}

static bool
is_listed (const Oracle *oracle, int concept_index)
{
  for (int i = 0; i < oracle->n; i++)
    if (oracle->changes[i].told.code == SMAAJOB_CODE_REQUIREMENT_TRAINED &&
        oracle->changes[i].what == concept_index)
      return true;
  return false;
}

static void
list_training (Oracle *oracle)
{
  const PairModel *pair = oracle->made->model;
  const OpeningModel *opening = &pair->opening;
  Gaps gaps;

  for (int i = 0; i < opening->n_tasks; i++)
    find_gaps (pair, i, &gaps);
  for (int i = 0; i < opening->n_tasks; i++)
    for (int j = 0; j < opening->tasks[i].n_requirements; j++) {
      int concept_index = opening->tasks[i].requirements[j].concept_index;
      int highest = find_highest (opening, &gaps, concept_index);
      OracleChange *change;

      if (highest == 0 || is_listed (oracle, concept_index))
        continue;
      change = add (oracle, SMAAJOB_ACTOR_MUNICIPALITY, SMAAJOB_CODE_REQUIREMENT_TRAINED,
                    concept_id (pair->world, concept_index));
      change->what = concept_index;
      set_ends (change, level_held (&pair->citizen, concept_index), highest, 1000);
    }
}

/* Rounded down; of what is unknown, nothing. */
static int
whole_quarters (int minutes)
{
  return minutes == SMAAJOB_UNKNOWN ? 0 : minutes - minutes % QUARTER;
}

/* What a match says is possible. */
static int
capacity_of (const Made *made)
{
  return whole_quarters (smaajob_match_get_plan (made->match).capacity_minutes);
}

typedef struct {
  int min, max;
} Ends;

static Ends
ends_of_citizen (const CitizenModel *citizen)
{
  return citizen->hours_known ? (Ends){citizen->hours.min, citizen->hours.max}
                              : (Ends){SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN};
}

static Ends
ends_of_opening (const OpeningModel *opening)
{
  return opening->hours_known ? (Ends){opening->hours.min, opening->hours.max}
                              : (Ends){SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN};
}

static void
lower_min (Oracle *oracle, SmaajobActor by, Ends own, Ends other)
{
  int possible = whole_quarters (MIN_OF (capacity_of (oracle->made), or_endless (other.max)));

  if (possible > 0 && own.min > possible)
    set_hours (add (oracle, by, SMAAJOB_CODE_HOURS_MIN_LOWERED, "hours"), own.min, possible);
}

static void
list_hours (Oracle *oracle)
{
  const PairModel *pair = oracle->made->model;
  const Ends citizen = ends_of_citizen (&pair->citizen), opening = ends_of_opening (&pair->opening);
  int wanted = whole_quarters (citizen.min);
  int missing = MAX_OF (wanted, whole_quarters (opening.min)) - capacity_of (oracle->made);

  lower_min (oracle, SMAAJOB_ACTOR_EMPLOYER, opening, citizen);
  if (opening.max != SMAAJOB_UNKNOWN && opening.max < wanted)
    set_hours (add (oracle, SMAAJOB_ACTOR_EMPLOYER, SMAAJOB_CODE_HOURS_MAX_RAISED, "hours"),
               opening.max, citizen.min);
  for (int i = 0; i < pair->opening.n_tasks && missing > 0; i++) {
    const TaskModel *task = &pair->opening.tasks[i];

    if (task->hours_known && task->max != SMAAJOB_UNKNOWN && task->max < WEEK)
      set_hours (add (oracle, SMAAJOB_ACTOR_EMPLOYER, SMAAJOB_CODE_TASK_HOURS_RAISED, task->id),
                 task->max, MIN_OF (WEEK, task->max + missing));
  }
}

static bool
has_slot (const WindowsModel *windows, int slot)
{
  for (int i = 0; i < windows->n; i++) {
    const SmaajobWindow *window = &windows->list[i];
    int minute = slot % 96 * QUARTER;

    if ((window->days >> slot / 96 & 1) && window->from_minute <= minute &&
        minute < window->to_minute)
      return true;
  }
  return false;
}

static void
list_windows (Oracle *oracle)
{
  const PairModel *pair = oracle->made->model;
  const WindowsModel *available = &pair->citizen.availability;

  for (int i = 0; i < pair->opening.n_tasks; i++) {
    const TaskModel *task = &pair->opening.tasks[i];
    int hours = 0, common = 0;

    if (!available->known || !task->windows.known)
      continue;
    for (int slot = 0; slot < WEEK_SLOTS; slot++) {
      hours += has_slot (available, slot);
      common += has_slot (available, slot) && has_slot (&task->windows, slot);
    }
    if (common < hours)
      set_hours (add (oracle, SMAAJOB_ACTOR_EMPLOYER, SMAAJOB_CODE_WINDOW_MOVED, task->id),
                 common * QUARTER, hours * QUARTER);
  }
}

static void
list_terms (Oracle *oracle)
{
  static const char *const terms[] = {"terms.paid", "terms.practice"};

  for (int i = 0; i < N_OF (terms); i++)
    if (oracle->made->model->opening.terms[i] == SMAAJOB_ANSWER_NO) {
      OracleChange *change =
          add (oracle, SMAAJOB_ACTOR_EMPLOYER, SMAAJOB_CODE_TERM_AGREED, terms[i]);

      change->what = i;
      set_ends (change, 0, 1, 1000);
    }
}

static void
list_hours_of_citizen (Oracle *oracle)
{
  const PairModel *pair = oracle->made->model;
  const SmaajobCitizenHours *hours = &pair->citizen.hours;
  const Ends citizen = ends_of_citizen (&pair->citizen), opening = ends_of_opening (&pair->opening);
  bool limited = hours->limit != SMAAJOB_UNKNOWN && hours->committed != SMAAJOB_UNKNOWN;
  int wanted = whole_quarters (opening.min);

  lower_min (oracle, SMAAJOB_ACTOR_CITIZEN, citizen, opening);
  if (citizen.max != SMAAJOB_UNKNOWN && citizen.max < wanted && limited &&
      opening.min <= hours->limit - hours->committed)
    set_hours (add (oracle, SMAAJOB_ACTOR_CITIZEN, SMAAJOB_CODE_HOURS_MAX_RAISED, "hours"),
               citizen.max, opening.min);
}

void
oracle_list_changes (Oracle *oracle, const Made *made)
{
  oracle->made = made;
  oracle->n = 0;
  list_provisions (oracle);
  list_exposures (oracle);
  list_tasks (oracle);
  list_training (oracle);
  list_hours (oracle);
  list_windows (oracle);
  list_terms (oracle);
  list_hours_of_citizen (oracle);
}
