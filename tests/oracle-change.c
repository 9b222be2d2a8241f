/* SPDX-License-Identifier: Apache-2.0 */
#include "oracle-lever.h"

#include <string.h>

static void
state (StatedList *list, int condition, int value)
{
  int i = 0;

  while (i < list->n && list->list[i].condition != condition)
    i++;
  list->list[i] = (StatedModel){condition, value};
  list->n += i == list->n;
}

static void
reduce (OpeningModel *opening, int condition, int most)
{
  for (int i = 0; i < opening->n_tasks; i++) {
    TaskModel *task = &opening->tasks[i];
    const StatedModel *stated = stated_find (&task->exposures, condition);

    if (stated == NULL)
      stated = stated_find (&opening->exposures, condition);
    if (stated != NULL && stated->value > most)
      state (&task->exposures, condition, most);
  }
}

static void
train (CitizenModel *citizen, int concept_index, int level)
{
  int i = 0;

  while (i < citizen->n_competences && citizen->competences[i].concept_index != concept_index)
    i++;
  citizen->competences[i] = (CompetenceModel){concept_index, level, SMAAJOB_EVIDENCE_OBSERVED};
  citizen->n_competences += i == citizen->n_competences;
}

static void
raise_opening (SmaajobOpeningHours *hours, int max)
{
  hours->max = max;
  if (hours->growth != SMAAJOB_UNKNOWN && hours->growth < max)
    hours->growth = max;
}

static void
widen (WindowsModel *windows, const WindowsModel *by)
{
  memcpy (windows->list + windows->n, by->list, (size_t) by->n * sizeof *by->list);
  windows->n += by->n;
}

/* NULL when it has been carved away. */
static TaskModel *
find_task (OpeningModel *opening, const char *id)
{
  for (int i = 0; i < opening->n_tasks; i++)
    if (strcmp (opening->tasks[i].id, id) == 0)
      return &opening->tasks[i];
  return NULL;
}

static void
change_task (PairModel *pair, const OracleChange *change)
{
  OpeningModel *opening = &pair->opening;
  TaskModel *task = find_task (opening, change->told.subject);

  if (task == NULL)
    return;
  if (change->told.code == SMAAJOB_CODE_TASK_HOURS_RAISED)
    task->max = change->value;
  else if (change->told.code == SMAAJOB_CODE_WINDOW_MOVED)
    widen (&task->windows, &pair->citizen.availability);
  else {
    memmove (task, task + 1,
             (size_t) (opening->tasks + opening->n_tasks - task - 1) * sizeof *task);
    opening->n_tasks--;
  }
}

void
oracle_change (PairModel *pair, const OracleChange *change)
{
  bool of_citizen = change->told.by == SMAAJOB_ACTOR_CITIZEN;

  switch (change->told.code) {
  case SMAAJOB_CODE_PROVISION_GIVEN:
    state (&pair->opening.provisions, change->what, change->value);
    break;
  case SMAAJOB_CODE_EXPOSURE_REDUCED:
    reduce (&pair->opening, change->what, change->value);
    break;
  case SMAAJOB_CODE_REQUIREMENT_TRAINED:
    train (&pair->citizen, change->what, change->value);
    break;
  case SMAAJOB_CODE_HOURS_MIN_LOWERED:
    *(of_citizen ? &pair->citizen.hours.min : &pair->opening.hours.min) = change->value;
    break;
  case SMAAJOB_CODE_HOURS_MAX_RAISED:
    if (of_citizen)
      pair->citizen.hours.max = change->value;
    else
      raise_opening (&pair->opening.hours, change->value);
    break;
  case SMAAJOB_CODE_TERM_AGREED:
    pair->opening.terms[change->what] = SMAAJOB_ANSWER_YES;
    break;
  default:
    change_task (pair, change);
  }
}

static bool
touches_citizen (const OracleChange *change)
{
  return change->told.by == SMAAJOB_ACTOR_CITIZEN ||
         change->told.code == SMAAJOB_CODE_REQUIREMENT_TRAINED;
}

/* Objects that nothing touches are those of the pair itself. */
static void
score_pair (const Made *made, const PairModel *pair, bool new_citizen, SmaajobScore *score)
{
  SmaajobCitizen *citizen =
      new_citizen ? citizen_build (pair->world, &pair->citizen) : made->citizen;
  SmaajobOpening *opening = opening_build (pair->world, &pair->opening);
  const SmaajobPair objects = {citizen, opening, pair->travel_minutes};

  if (!smaajob_score (&objects, pair->world->policy, score, NULL))
    *score = (SmaajobScore){0};
  smaajob_opening_free (opening);
  if (new_citizen)
    smaajob_citizen_free (citizen);
}

bool
oracle_score (const Oracle *oracle, const OracleLever *lever, SmaajobScore *score)
{
  PairModel pair = *oracle->made->model;
  bool new_citizen = false;

  for (int i = 0; i < lever->n; i++) {
    oracle_change (&pair, &oracle->changes[lever->places[i]]);
    new_citizen |= touches_citizen (&oracle->changes[lever->places[i]]);
  }
  if (pair.opening.n_tasks == 0)
    return false;
  score_pair (oracle->made, &pair, new_citizen, score);
  return true;
}

/* Make the changes; false when they cannot be made. */
static bool
try_changes (const Oracle *oracle, OracleLever *lever)
{
  const SmaajobScore *before = &oracle->made->score;
  SmaajobScore after;

  if (!oracle_score (oracle, lever, &after))
    return false;
  lever->verdict = after.verdict;
  lever->score = after.score;
  lever->gain = before->potential == SMAAJOB_UNKNOWN || after.potential == SMAAJOB_UNKNOWN
                    ? 0
                    : after.potential - before->potential;
  return true;
}

/* Whether one stands before the other, which was found earlier. */
static bool
is_better (const OracleLever *one, const OracleLever *other)
{
  if (one->verdict != other->verdict)
    return one->verdict > other->verdict;
  if (one->n != other->n)
    return one->n < other->n;
  return one->score > other->score;
}

static void
keep (Oracle *oracle, const OracleLever *lever)
{
  int i = oracle->n_levers;

  while (i > 0 && is_better (lever, &oracle->levers[i - 1])) {
    if (i < SMAAJOB_MAX_LEVERS)
      oracle->levers[i] = oracle->levers[i - 1];
    i--;
  }
  if (i < SMAAJOB_MAX_LEVERS)
    oracle->levers[i] = *lever;
  oracle->n_levers += oracle->n_levers < SMAAJOB_MAX_LEVERS;
}

/* Whether one change alone makes a fit. */
static bool
find_singles (Oracle *oracle)
{
  const SmaajobScore *before = &oracle->made->score;
  bool fit = false;

  for (int i = 0; i < oracle->n; i++) {
    OracleLever lever = {.n = 1, .places = {i}};

    if (!try_changes (oracle, &lever))
      continue;
    fit |= lever.verdict == SMAAJOB_VERDICT_FIT;
    if (lever.verdict > before->verdict ||
        (lever.verdict == before->verdict && lever.score > before->score))
      keep (oracle, &lever);
  }
  return fit;
}

static void
find_pairs (Oracle *oracle)
{
  for (int i = 0; i < oracle->n; i++)
    for (int j = i + 1; j < oracle->n; j++) {
      OracleLever lever = {.n = 2, .places = {i, j}};

      oracle->fits[i][j] = try_changes (oracle, &lever) && lever.verdict == SMAAJOB_VERDICT_FIT;
      if (oracle->fits[i][j])
        keep (oracle, &lever);
    }
}

static void
find_triples (Oracle *oracle)
{
  for (int i = 0; i < oracle->n; i++)
    for (int j = i + 1; j < oracle->n; j++)
      for (int k = j + 1; k < oracle->n && !oracle->fits[i][j]; k++) {
        OracleLever lever = {.n = 3, .places = {i, j, k}};

        if (!oracle->fits[i][k] && !oracle->fits[j][k] && try_changes (oracle, &lever) &&
            lever.verdict == SMAAJOB_VERDICT_FIT)
          keep (oracle, &lever);
      }
}

void
oracle_find_levers (Oracle *oracle)
{
  oracle->n_levers = 0;
  if (!find_singles (oracle) && oracle->made->score.verdict != SMAAJOB_VERDICT_FIT) {
    find_pairs (oracle);
    find_triples (oracle);
  }
}
