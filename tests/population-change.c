/* SPDX-License-Identifier: Apache-2.0 */
#include "population.h"

#include "words/vocabulary.h"

#include <string.h>

#define MOST_LEVEL 5

/* Take one away from a list of n. */
#define REMOVE(list, n, i)                                                                         \
  (memmove ((list) + (i), (list) + (i) + 1, (size_t) ((n) - (i) -1) * sizeof *(list)), (n)--)

static bool
states (const CitizenModel *citizen, int concept_index)
{
  for (int i = 0; i < citizen->n_competences; i++)
    if (citizen->competences[i].concept_index == concept_index)
      return true;
  return false;
}

static bool
exposure_is_known (const OpeningModel *opening, const TaskModel *task, int condition)
{
  return stated_find (&task->exposures, condition) != NULL ||
         stated_find (&opening->exposures, condition) != NULL;
}

typedef struct {
  Unknowable *list;
  int n;
} Listing;

static void
list_if (Listing *listing, bool unknown, int kind, int i, int j)
{
  if (unknown && listing->n < MOST_UNKNOWNS)
    listing->list[listing->n++] = (Unknowable){kind, i, j};
}

static void
list_of_task (const PairModel *pair, int number, Listing *listing)
{
  const CitizenModel *citizen = &pair->citizen;
  const TaskModel *task = &pair->opening.tasks[number];

  list_if (listing, !task->hours_known, UNKNOWN_TASK_HOURS, number, 0);
  list_if (listing, !task->windows.known, UNKNOWN_TASK_WINDOWS, number, 0);
  list_if (listing, !task->requirements_known, UNKNOWN_REQUIREMENTS, number, 0);
  for (int i = 0; i < task->n_requirements; i++) {
    int concept_index = task->requirements[i].concept_index;

    list_if (listing, !citizen->complete && !states (citizen, concept_index), UNKNOWN_COMPETENCE,
             concept_index, 0);
    list_if (listing, task->requirements[i].training_weeks == SMAAJOB_UNKNOWN, UNKNOWN_TRAINING,
             number, i);
  }
  for (int i = 0; i < citizen->n_needs; i++) {
    int condition = citizen->needs[i].condition;

    list_if (listing,
             condition_type (pair->world, condition) != SMAAJOB_CONDITION_PROVISION &&
                 !exposure_is_known (&pair->opening, task, condition),
             UNKNOWN_EXPOSURE, number, condition);
  }
}

static bool
wishes_sector (const CitizenModel *citizen)
{
  for (int i = 0; i < citizen->n_wishes; i++)
    if (citizen->wishes[i].concept_index < 0)
      return true;
  return false;
}

static void
list_of_travel (const PairModel *pair, Listing *listing)
{
  bool asked = pair->citizen.travel_known && pair->travel_minutes == SMAAJOB_UNKNOWN;
  bool placed = pair->citizen.location.known && pair->opening.location.known;

  list_if (listing, asked && !pair->citizen.location.known, UNKNOWN_PLACE_OF_CITIZEN, 0, 0);
  list_if (listing, asked && !pair->opening.location.known, UNKNOWN_PLACE_OF_OPENING, 0, 0);
  list_if (listing, asked && !placed, UNKNOWN_TRAVEL, 0, 0);
}

static void
list_of_citizen (const PairModel *pair, Listing *listing)
{
  const CitizenModel *citizen = &pair->citizen;
  const SmaajobCitizenHours *hours = &citizen->hours;

  for (int i = 0; i < citizen->n_competences; i++)
    list_if (listing,
             citizen->competences[i].evidence == SMAAJOB_EVIDENCE_STATED &&
                 citizen->competences[i].level > 0,
             UNKNOWN_EVIDENCE, i, 0);
  list_if (listing, !citizen->needs_known, UNKNOWN_NEEDS, 0, 0);
  list_if (listing, !citizen->hours_known, UNKNOWN_CITIZEN_HOURS, 0, 0);
  list_if (listing,
           citizen->hours_known && hours->limit != SMAAJOB_UNKNOWN &&
               hours->committed == SMAAJOB_UNKNOWN,
           UNKNOWN_COMMITTED, 0, 0);
  list_if (listing, !citizen->availability.known, UNKNOWN_AVAILABILITY, 0, 0);
  for (int i = 0; i < citizen->n_needs; i++) {
    int condition = citizen->needs[i].condition;

    list_if (listing,
             condition_type (pair->world, condition) == SMAAJOB_CONDITION_PROVISION &&
                 stated_find (&pair->opening.provisions, condition) == NULL,
             UNKNOWN_PROVISION, condition, 0);
  }
}

static int
list_what_matters (const PairModel *pair, Unknowable *list)
{
  Listing listing = {list, 0};

  for (int i = 0; i < pair->opening.n_tasks; i++)
    list_of_task (pair, i, &listing);
  list_of_citizen (pair, &listing);
  list_if (&listing, !pair->opening.hours_known, UNKNOWN_OPENING_HOURS, 0, 0);
  list_if (&listing, pair->opening.sector == NULL && wishes_sector (&pair->citizen), UNKNOWN_SECTOR,
           0, 0);
  list_of_travel (pair, &listing);
  return listing.n;
}

bool
pair_is_known (const PairModel *pair)
{
  Unknowable list[MOST_UNKNOWNS];

  return list_what_matters (pair, list) == 0;
}

int
pair_list_unknowns (const PairModel *pair, Unknowable *list)
{
  Listing listing = {list, list_what_matters (pair, list)};

  list_if (&listing, !pair->citizen.complete, UNKNOWN_COMPLETENESS, 0, 0);
  list_if (&listing, true, UNKNOWN_FORMALITIES, 0, 0);
  return listing.n;
}

static void
fill_competence (CitizenModel *citizen, int concept_index, Outcome outcome, Random *random)
{
  int level = outcome == TURNS_OUT_BEST    ? MOST_LEVEL
              : outcome == TURNS_OUT_WORST ? 0
                                           : random_below (random, MOST_LEVEL + 1);

  if (citizen->n_competences < MODEL_COMPETENCES && !states (citizen, concept_index))
    citizen->competences[citizen->n_competences++] =
        (CompetenceModel){concept_index, level, (SmaajobEvidence) random_below (random, 4)};
}

static void
fill_stated (StatedList *list, int condition, int value)
{
  if (list->n < MODEL_STATED && stated_find (list, condition) == NULL)
    list->list[list->n++] = (StatedModel){condition, value};
}

static void
fill_evidence (CompetenceModel *held, Outcome outcome, Random *random)
{
  held->evidence = (SmaajobEvidence) random_between (random, SMAAJOB_EVIDENCE_OBSERVED,
                                                     SMAAJOB_EVIDENCE_CERTIFIED);
  held->level -= outcome == TURNS_OUT_BEST    ? 0
                 : outcome == TURNS_OUT_WORST ? 1
                                              : random_below (random, 2);
}

static int
draw_amount (const World *world, int condition, Outcome outcome, Random *random)
{
  SmaajobConditionType type = condition_type (world, condition);

  if (outcome == TURNS_OUT_ANYHOW)
    return draw_exposure (world, random, condition);
  if (type == SMAAJOB_CONDITION_PROVISION)
    return outcome == TURNS_OUT_BEST ? 2000 : 0;
  return outcome == TURNS_OUT_BEST ? 0 : type == SMAAJOB_CONDITION_LIMIT ? 4000 : 100000000;
}

/* What has no part in the score, whatever it does to the verdict. */
static void
fill_formalities (PairModel *pair, Random *random)
{
  for (int i = 0; i < pair->citizen.n_gates; i++)
    if (pair->citizen.gates[i].answer == SMAAJOB_ANSWER_UNKNOWN)
      pair->citizen.gates[i].answer = (SmaajobAnswer) random_below (random, 3);
  for (int i = 0; i < 5; i++)
    if (pair->opening.terms[i] == SMAAJOB_ANSWER_UNKNOWN)
      pair->opening.terms[i] = (SmaajobAnswer) random_below (random, 3);
  if (pair->citizen.effectiveness == SMAAJOB_UNKNOWN)
    pair->citizen.effectiveness = random_between (random, 0, 1000);
}

static void
fill_training (RequirementModel *requirement, Outcome outcome, Random *random)
{
  static const int weeks[] = {0, 26, 520, SMAAJOB_TRAINING_IMPOSSIBLE};

  requirement->training_weeks = weeks[outcome == TURNS_OUT_BEST    ? 0
                                      : outcome == TURNS_OUT_WORST ? 3
                                                                   : random_below (random, 4)];
}

static void
fill_requirements (const World *world, TaskModel *task, Outcome outcome, Random *random)
{
  draw_requirements (world, random, task, 30);
  if (outcome == TURNS_OUT_BEST)
    task->n_requirements = 0;
}

static void
fill_task (PairModel *pair, const Unknowable *unknown, Outcome outcome, Random *random)
{
  TaskModel *task = &pair->opening.tasks[unknown->i];

  switch (unknown->kind) {
  case UNKNOWN_TASK_HOURS:
    draw_task_hours (random, task);
    break;
  case UNKNOWN_TASK_WINDOWS:
    draw_windows (random, &task->windows);
    break;
  case UNKNOWN_REQUIREMENTS:
    fill_requirements (pair->world, task, outcome, random);
    break;
  case UNKNOWN_TRAINING:
    fill_training (&task->requirements[unknown->j], outcome, random);
    break;
  default:
    fill_stated (random_chance (random, 80) ? &task->exposures : &pair->opening.exposures,
                 unknown->j, draw_amount (pair->world, unknown->j, outcome, random));
  }
}

static void
fill_opening (PairModel *pair, const Unknowable *unknown, Outcome outcome, Random *random)
{
  switch (unknown->kind) {
  case UNKNOWN_OPENING_HOURS:
    draw_opening_hours (random, &pair->opening);
    break;
  case UNKNOWN_PROVISION:
    fill_stated (&pair->opening.provisions, unknown->i,
                 draw_amount (pair->world, unknown->i, outcome, random));
    break;
  case UNKNOWN_SECTOR:
    pair->opening.sector = draw_sector (random);
    break;
  case UNKNOWN_PLACE_OF_OPENING:
    pair->opening.location = draw_place (random);
    break;
  default:
    fill_task (pair, unknown, outcome, random);
  }
}

static void
fill_needs (const World *world, CitizenModel *citizen, Outcome outcome, Random *random)
{
  draw_needs (world, random, citizen);
  if (outcome == TURNS_OUT_BEST)
    citizen->n_needs = 0;
  for (int i = 0; i < citizen->n_needs && outcome == TURNS_OUT_WORST; i++)
    citizen->needs[i].strength = SMAAJOB_STRENGTH_MUST;
}

void
pair_fill (PairModel *pair, const Unknowable *unknown, Outcome outcome, Random *random)
{
  CitizenModel *citizen = &pair->citizen;

  switch (unknown->kind) {
  case UNKNOWN_COMPETENCE:
    fill_competence (citizen, unknown->i, outcome, random);
    break;
  case UNKNOWN_COMPLETENESS:
    citizen->complete = outcome != TURNS_OUT_BEST;
    break;
  case UNKNOWN_EVIDENCE:
    fill_evidence (&citizen->competences[unknown->i], outcome, random);
    break;
  case UNKNOWN_NEEDS:
    fill_needs (pair->world, citizen, outcome, random);
    break;
  case UNKNOWN_CITIZEN_HOURS:
    draw_citizen_hours (random, citizen, random_chance (random, 80));
    break;
  case UNKNOWN_COMMITTED:
    citizen->hours.committed = random_below (random, 900);
    break;
  case UNKNOWN_AVAILABILITY:
    draw_windows (random, &citizen->availability);
    break;
  case UNKNOWN_PLACE_OF_CITIZEN:
    citizen->location = draw_place (random);
    break;
  case UNKNOWN_TRAVEL:
    pair->travel_minutes = outcome == TURNS_OUT_BEST ? 0 : random_below (random, 150);
    break;
  case UNKNOWN_FORMALITIES:
    fill_formalities (pair, random);
    break;
  default:
    fill_opening (pair, unknown, outcome, random);
  }
}

/* Whether taking away this requirement could take away what is sought. */
static bool
is_sought (const PairModel *pair, int concept_index)
{
  for (int i = 0; i < pair->citizen.n_wishes; i++) {
    const WishModel *wish = &pair->citizen.wishes[i];

    if (wish->wants == SMAAJOB_WISH_SEEK && wish->concept_index >= 0 &&
        vocabulary_get_relations (pair->world->vocabulary, (uint32_t) wish->concept_index,
                                  (uint32_t) concept_index) != 0)
      return true;
  }
  return false;
}

static bool
ease_need (const World *world, NeedModel *need)
{
  SmaajobConditionType type = condition_type (world, need->condition);

  if (type == SMAAJOB_CONDITION_LIMIT && need->value < 4000)
    need->value += 1000;
  else if (type == SMAAJOB_CONDITION_PROVISION && need->value > 0)
    need->value -= 1000;
  else if (type == SMAAJOB_CONDITION_CEILING && need->value <= 50000000)
    need->value += need->value / 3 + 1;
  return true;
}

static bool
improve_citizen (PairModel *pair, int *n)
{
  CitizenModel *citizen = &pair->citizen;

  if (*n < citizen->n_competences) {
    CompetenceModel *held = &citizen->competences[*n];

    held->level += held->level < MOST_LEVEL;
    return true;
  }
  *n -= citizen->n_competences;
  if (*n < citizen->n_needs)
    return ease_need (pair->world, &citizen->needs[*n]);
  *n -= citizen->n_needs;
  if (*n < citizen->n_needs) {
    REMOVE (citizen->needs, citizen->n_needs, *n);
    return true;
  }
  *n -= citizen->n_needs;
  return false;
}

static bool
improve_task (PairModel *pair, TaskModel *task, int *n, bool *sought)
{
  if (*n < task->n_requirements) {
    *sought = is_sought (pair, task->requirements[*n].concept_index);
    REMOVE (task->requirements, task->n_requirements, *n);
    return true;
  }
  *n -= task->n_requirements;
  return false;
}

bool
pair_improve (PairModel *pair, int n, bool *sought)
{
  OpeningModel *opening = &pair->opening;

  *sought = false;
  if (improve_citizen (pair, &n))
    return true;
  for (int i = 0; i < opening->n_tasks; i++)
    if (improve_task (pair, &opening->tasks[i], &n, sought))
      return true;
  if (n < opening->provisions.n) {
    StatedModel *provision = &opening->provisions.list[n];

    provision->value += provision->value < 2000 ? 1000 : 0;
    return true;
  }
  n -= opening->provisions.n;
  if (n >= opening->n_gates)
    return false;
  REMOVE (opening->gates, opening->n_gates, n);
  return true;
}
