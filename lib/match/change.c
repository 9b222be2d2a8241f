/* SPDX-License-Identifier: Apache-2.0 */
#include "match/change.h"

#include "judgement/accommodation.h"
#include "judgement/hours.h"
#include "judgement/requirement.h"
#include "match/reasons.h"

#include <string.h>

bool
provision_is_municipal (const SmaajobVocabulary *vocabulary, uint32_t condition)
{
  static const char *const ids[] = {"sup_followup", "sup_getready", "sup_aids", "sup_assistance"};
  const char *id = vocabulary_get_condition_id (vocabulary, condition);

  for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
    if (strcmp (ids[i], id) == 0)
      return true;
  return false;
}

size_t
changes_count_most (const SmaajobMatch *match)
{
  /* every need and concept, three for each task, two terms and four of hours */
  return match->citizen->n_needs + (size_t) match->opening->n_requirements +
         3 * (size_t) match->opening->n_tasks + 6;
}

static void
add (Changes *changes, SmaajobActor by, SmaajobCode code, Subject subject, int from, int amount)
{
  changes->list[changes->n++] = (Change){
      .told = {by, code, subject_get_name (changes->pairing, subject), from, amount},
      .index = subject.index,
      .amount = amount,
  };
}

static void
add_hours (Changes *changes, SmaajobActor by, SmaajobCode code, int from, int to)
{
  add (changes, by, code, (Subject){SUBJECT_MEMBER, MEMBER_HOURS}, thousandths_of_hours (from), to);
  changes->list[changes->n - 1].told.to = thousandths_of_hours (to);
}

/* A change of a task; without a number unless one is filled in. */
static Change *
add_task (Changes *changes, SmaajobCode code, uint32_t task)
{
  Change *change = &changes->list[changes->n++];

  *change = (Change){
      .told = {SMAAJOB_ACTOR_EMPLOYER, code,
               task_id (changes->match->opening, &opening_tasks (changes->match->opening)[task]),
               SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN},
      .index = task,
  };
  return change;
}

/* Nobody moves the workplace to where public transport goes. */
static void
list_provisions (Changes *changes)
{
  const SmaajobCitizen *citizen = changes->match->citizen;
  const SmaajobVocabulary *vocabulary = citizen->vocabulary;

  for (size_t i = 0; i < citizen->n_needs; i++) {
    const Need *need = &citizen_needs (citizen)[i];
    uint32_t condition = need->condition;
    bool municipal = provision_is_municipal (vocabulary, condition);

    if (need_at_workplace (need, changes->match->opening) != NEED_KEPT &&
        strcmp (vocabulary_get_condition_id (vocabulary, condition), "tra_public") != 0)
      add (changes, municipal ? SMAAJOB_ACTOR_MUNICIPALITY : SMAAJOB_ACTOR_EMPLOYER,
           SMAAJOB_CODE_PROVISION_GIVEN, (Subject){SUBJECT_CONDITION, condition},
           opening_find_provision (changes->match->opening, condition), need->value);
  }
}

static void
list_exposures (Changes *changes)
{
  const SmaajobCitizen *citizen = changes->match->citizen;

  for (size_t i = 0; i < citizen->n_needs; i++) {
    const Need *need = &citizen_needs (citizen)[i];
    const int32_t *exposures = opening_find_offered (changes->match->opening, need->condition);
    int32_t worst = 0;

    for (int task = 0; task < changes->match->opening->n_tasks; task++)
      if (need_on_task (need, changes->match->opening, task) == NEED_EXCEEDED &&
          exposures[task] > worst)
        worst = exposures[task];
    if (worst > 0)
      add (changes, SMAAJOB_ACTOR_EMPLOYER, SMAAJOB_CODE_EXPOSURE_REDUCED,
           (Subject){SUBJECT_CONDITION, need->condition}, worst, need->value);
  }
}

static void
list_carving (Changes *changes)
{
  for (uint32_t task = 0; task < changes->match->opening->n_tasks; task++)
    if (changes->match->opening->n_tasks > 1 && changes->pairing->core >> task & 1)
      add_task (changes, SMAAJOB_CODE_TASK_CARVED, task);
}

/* The level that training would bring: the highest wanted of the concept where it is short. */
static int
find_level_wanted (const Pairing *pairing, uint32_t concept_index)
{
  int level = 0;

  for (size_t i = 0; i < pairing->opening->n_requirements; i++) {
    const Requirement *requirement = &opening_requirements (pairing->opening)[i];
    RequirementJudgement judgement;
    bool below;

    if (requirement->concept_index != concept_index || requirement->level <= level)
      continue;
    requirement_judge (pairing->opening, requirement, pairing->citizen, pairing->policy,
                       &judgement);
    below = requirement->importance == SMAAJOB_STRENGTH_MUST && judgement.mastery == MASTERY_BELOW;
    if (judgement.item.known && (!judgement.item.met || below) &&
        judgement.training == TRAINING_YES)
      level = requirement->level;
  }
  return level;
}

static int
find_level_held (const SmaajobCitizen *citizen, uint32_t concept_index)
{
  for (size_t i = 0; i < citizen->n_competences; i++)
    if (citizen_competences (citizen)[i].concept_index == concept_index)
      return citizen_competences (citizen)[i].level;
  return 0;
}

static bool
is_first_of_concept (const SmaajobOpening *opening, size_t requirement)
{
  for (size_t i = 0; i < requirement; i++)
    if (opening_requirements (opening)[i].concept_index ==
        opening_requirements (opening)[requirement].concept_index)
      return false;
  return true;
}

static void
list_training (Changes *changes)
{
  const SmaajobOpening *opening = changes->match->opening;

  for (size_t i = 0; i < opening->n_requirements; i++) {
    uint32_t concept_index = opening_requirements (opening)[i].concept_index;
    int level =
        is_first_of_concept (opening, i) ? find_level_wanted (changes->pairing, concept_index) : 0;

    if (level == 0)
      continue;
    add (changes, SMAAJOB_ACTOR_MUNICIPALITY, SMAAJOB_CODE_REQUIREMENT_TRAINED,
         (Subject){SUBJECT_CONCEPT, concept_index},
         find_level_held (changes->match->citizen, concept_index) * 1000, level);
    changes->list[changes->n - 1].told.to = level * 1000;
  }
}

/* What is possible, in whole quarter-hours, and what the two sides ask for. */
typedef struct {
  Hours hours;
  int capacity;
} Possible;

static void
list_opening_hours (Changes *changes, const Possible *possible)
{
  const SmaajobOpening *opening = changes->match->opening;
  const Hours *hours = &possible->hours;
  int most = possible->capacity < hours->citizen_max ? possible->capacity : hours->citizen_max;

  most -= most % WEEK_SLOT_MINUTES;
  if (most > 0 && most < hours->employer_min)
    add_hours (changes, SMAAJOB_ACTOR_EMPLOYER, SMAAJOB_CODE_HOURS_MIN_LOWERED, opening->hours.min,
               most);
  if (hours->employer_max < hours->citizen_min)
    add_hours (changes, SMAAJOB_ACTOR_EMPLOYER, SMAAJOB_CODE_HOURS_MAX_RAISED, opening->hours.max,
               changes->match->citizen->hours.min);
}

static void
list_task_hours (Changes *changes, const Possible *possible)
{
  const SmaajobOpening *opening = changes->match->opening;
  const Hours *hours = &possible->hours;
  int asked = hours->citizen_min > hours->employer_min ? hours->citizen_min : hours->employer_min;

  for (uint32_t i = 0; possible->capacity < asked && i < opening->n_tasks; i++) {
    const Task *task = &opening_tasks (opening)[i];
    int to = task->max + asked - possible->capacity;
    Change *change;

    if (!task->hours_known || task->max == SMAAJOB_UNKNOWN || task->max == WEEK_MINUTES)
      continue;
    change = add_task (changes, SMAAJOB_CODE_TASK_HOURS_RAISED, i);
    change->amount = to < WEEK_MINUTES ? to : WEEK_MINUTES;
    change->told.from = thousandths_of_hours (task->max);
    change->told.to = thousandths_of_hours (change->amount);
  }
}

static int
count_minutes (const Week *week)
{
  int slots = 0;

  for (int day = 0; day < WEEK_DAYS; day++)
    slots += slots_count (week->early[day], week->late[day]);
  return slots * WEEK_SLOT_MINUTES;
}

static void
list_windows (Changes *changes)
{
  const SmaajobOpening *opening = changes->match->opening;
  const Week *available = &changes->match->citizen->availability;

  for (uint32_t i = 0; changes->match->citizen->availability_known && i < opening->n_tasks; i++) {
    Change *change;
    Week common;

    week_intersect (&opening_tasks (opening)[i].windows, available, &common);
    if (!opening_tasks (opening)[i].windows_known || week_is_equal (&common, available))
      continue;
    change = add_task (changes, SMAAJOB_CODE_WINDOW_MOVED, i);
    change->told.from = thousandths_of_hours (count_minutes (&common));
    change->told.to = thousandths_of_hours (count_minutes (available));
  }
}

static void
list_terms (Changes *changes)
{
  for (int term = SMAAJOB_TERM_PAID; term <= SMAAJOB_TERM_PRACTICE; term++)
    if (changes->match->opening->terms[term] == SMAAJOB_ANSWER_NO)
      add (changes, SMAAJOB_ACTOR_EMPLOYER, SMAAJOB_CODE_TERM_AGREED,
           (Subject){SUBJECT_MEMBER, (uint32_t) (MEMBER_PAID + term)}, 0, 1000);
}

static void
list_citizen_hours (Changes *changes, const Possible *possible)
{
  const SmaajobCitizenHours *stated = &changes->match->citizen->hours;
  const Hours *hours = &possible->hours;
  int asked = changes->match->opening->hours.min;

  if (possible->capacity > 0 && possible->capacity < hours->citizen_min)
    add_hours (changes, SMAAJOB_ACTOR_CITIZEN, SMAAJOB_CODE_HOURS_MIN_LOWERED, stated->min,
               possible->capacity);
  if (changes->match->citizen->hours_known && stated->max != SMAAJOB_UNKNOWN &&
      stated->limit != SMAAJOB_UNKNOWN && stated->committed != SMAAJOB_UNKNOWN &&
      stated->max < hours->employer_min && asked <= hours->citizen_limit)
    add_hours (changes, SMAAJOB_ACTOR_CITIZEN, SMAAJOB_CODE_HOURS_MAX_RAISED, stated->max, asked);
}

void
changes_list (Changes *changes)
{
  const SmaajobMatch *match = changes->match;
  int capacity = match->plan.capacity_minutes;
  Possible possible = {.capacity = capacity - capacity % WEEK_SLOT_MINUTES};

  hours_make (&possible.hours, match->citizen, match->opening, changes->pairing->tasks);
  list_provisions (changes);
  list_exposures (changes);
  list_carving (changes);
  list_training (changes);
  list_opening_hours (changes, &possible);
  list_task_hours (changes, &possible);
  list_windows (changes);
  list_terms (changes);
  list_citizen_hours (changes, &possible);
}

uint16_t
changes_find (const Changes *changes, SmaajobCode code, uint32_t index)
{
  for (size_t i = 0; i < changes->n; i++)
    if (changes->list[i].told.code == code && changes->list[i].index == index)
      return (uint16_t) i;
  return NO_CHANGE;
}

static void
apply_training (const Change *change, SmaajobCitizenBuilder *citizen)
{
  size_t i = 0;

  while (i < citizen->made.n_competences && citizen->competences[i].concept_index != change->index)
    i++;
  citizen->competences[i] =
      (Competence){change->index, (uint8_t) change->amount, SMAAJOB_EVIDENCE_OBSERVED};
  if (i == citizen->made.n_competences)
    citizen->made.n_competences++;
}

static void
apply_exposure (const Change *change, const SmaajobOpening *opening, SmaajobOpeningBuilder *draft)
{
  const int32_t *exposures = opening_find_offered (opening, change->index);

  for (size_t task = 0; task < opening->n_tasks; task++)
    if (exposures[task] > change->amount)
      stated_set (&draft->tasks[task].exposures, change->index, change->amount);
}

static void
apply_window (const Change *change, const SmaajobCitizen *citizen, SmaajobOpeningBuilder *draft)
{
  Week *week = &draft->tasks[change->index].made.windows;

  for (int day = 0; day < WEEK_DAYS; day++) {
    week->early[day] |= citizen->availability.early[day];
    week->late[day] |= citizen->availability.late[day];
  }
  week->days |= citizen->availability.days;
}

static void
apply_hours (const Change *change, Scenario *scenario)
{
  bool lowered = change->told.code == SMAAJOB_CODE_HOURS_MIN_LOWERED;

  if (change->told.by == SMAAJOB_ACTOR_CITIZEN) {
    SmaajobCitizenHours *hours = &scenario_change_citizen (scenario)->made.hours;

    *(lowered ? &hours->min : &hours->max) = change->amount;
  } else {
    SmaajobOpeningHours *hours = &scenario_change_opening (scenario)->made.hours;

    *(lowered ? &hours->min : &hours->max) = change->amount;
  }
}

void
change_apply (const Change *change, Scenario *scenario)
{
  const SmaajobMatch *match = scenario->match;

  switch (change->told.code) {
  case SMAAJOB_CODE_PROVISION_GIVEN:
    stated_set (&scenario_change_opening (scenario)->provisions, change->index, change->amount);
    break;
  case SMAAJOB_CODE_EXPOSURE_REDUCED:
    apply_exposure (change, match->opening, scenario_change_opening (scenario));
    break;
  case SMAAJOB_CODE_TASK_CARVED:
    scenario->tasks &= ~(1u << change->index);
    break;
  case SMAAJOB_CODE_REQUIREMENT_TRAINED:
    apply_training (change, scenario_change_citizen (scenario));
    break;
  case SMAAJOB_CODE_TASK_HOURS_RAISED:
    scenario_change_opening (scenario)->tasks[change->index].made.max = change->amount;
    break;
  case SMAAJOB_CODE_WINDOW_MOVED:
    apply_window (change, match->citizen, scenario_change_opening (scenario));
    break;
  case SMAAJOB_CODE_TERM_AGREED:
    scenario_change_opening (scenario)->made.terms[change->index - MEMBER_PAID] =
        SMAAJOB_ANSWER_YES;
    break;
  default:
    apply_hours (change, scenario);
  }
}
