/* SPDX-License-Identifier: Apache-2.0 */
#include "oracle-asking.h"

#include <string.h>

static void
set_opening_hours (OpeningModel *opening, int min, int max)
{
  opening->hours_known = true;
  opening->hours = (SmaajobOpeningHours){min, max, NONE};
}

static void
set_task_hours (TaskModel *task, int max)
{
  task->hours_known = true;
  task->min = NONE;
  task->max = max;
}

static void
ask_about_hours (Asking *asking)
{
  const OpeningModel *opening = &asking->pair->opening;

  if (!opening->hours_known) {
    asking_begin (asking, SMAAJOB_CODE_OPENING_HOURS_UNKNOWN, SMAAJOB_ASK_EMPLOYER, "hours");
    ANSWER (asking, set_opening_hours (&pair.opening, NONE, NONE));
    ANSWER (asking, set_opening_hours (&pair.opening, NONE, 0));
    ANSWER (asking, set_opening_hours (&pair.opening, WEEK, NONE));
  }
  for (int i = 0; i < opening->n_tasks; i++) {
    if (opening->tasks[i].hours_known)
      continue;
    asking_begin (asking, SMAAJOB_CODE_TASK_HOURS_UNKNOWN, SMAAJOB_ASK_EMPLOYER,
                  opening->tasks[i].id);
    ANSWER (asking, set_task_hours (&pair.opening.tasks[i], NONE));
    ANSWER (asking, set_task_hours (&pair.opening.tasks[i], 15));
    ANSWER (asking, set_task_hours (&pair.opening.tasks[i], WEEK));
  }
  for (int i = 0; i < opening->n_tasks; i++) {
    if (opening->tasks[i].windows.known)
      continue;
    asking_begin (asking, SMAAJOB_CODE_WINDOWS_UNKNOWN, SMAAJOB_ASK_EMPLOYER, opening->tasks[i].id);
    ANSWER (asking, pair.opening.tasks[i].windows = always);
    ANSWER (asking, pair.opening.tasks[i].windows = never);
  }
}

static bool
lists (const CitizenModel *citizen, int concept_index)
{
  for (int i = 0; i < citizen->n_competences; i++)
    if (citizen->competences[i].concept_index == concept_index)
      return true;
  return false;
}

/* The concept of which the citizen is known to hold least. */
static int
hardest (const PairModel *pair)
{
  const CitizenModel *citizen = &pair->citizen;
  int n = (int) smaajob_vocabulary_get_n_concepts (pair->world->vocabulary), unlisted = 0;
  const CompetenceModel *least = &citizen->competences[0];

  for (int i = 0; i < citizen->n_competences; i++)
    if (citizen->competences[i].level < least->level)
      least = &citizen->competences[i];
  while (unlisted < n && lists (citizen, unlisted))
    unlisted++;
  if (citizen->n_competences == 0 || (citizen->complete && least->level > 0 && unlisted < n))
    return unlisted;
  return least->concept_index;
}

static void
require_nothing (TaskModel *task)
{
  task->requirements_known = true;
}

static void
require_the_hardest (PairModel *pair, int task)
{
  pair->opening.tasks[task].requirements_known = true;
  pair->opening.tasks[task].n_requirements = 1;
  pair->opening.tasks[task].requirements[0] = (RequirementModel){
      hardest (pair), MOST_LEVEL, SMAAJOB_STRENGTH_MUST, SMAAJOB_TRAINING_IMPOSSIBLE};
}

static void
ask_about_requirements (Asking *asking)
{
  const OpeningModel *opening = &asking->pair->opening;

  for (int i = 0; i < opening->n_tasks; i++) {
    if (opening->tasks[i].requirements_known)
      continue;
    asking_begin (asking, SMAAJOB_CODE_REQUIREMENTS_UNKNOWN, SMAAJOB_ASK_EMPLOYER,
                  opening->tasks[i].id);
    ANSWER (asking, require_nothing (&pair.opening.tasks[i]));
    ANSWER (asking, require_the_hardest (&pair, i));
  }
}

/* Whether the match says of a must that it is below. */
static bool
is_below (const Asking *asking, int task, const char *concept)
{
  const SmaajobMatch *match = asking->made->match;
  const SmaajobTaskMatch judged = smaajob_match_get_task_at (match, (size_t) task);

  for (size_t i = 0; i < judged.n_reasons; i++) {
    const SmaajobReason reason = smaajob_match_get_task_reason_at (match, (size_t) task, i);

    if (reason.code == SMAAJOB_CODE_COMPETENCE_BELOW && strcmp (reason.subject, concept) == 0)
      return true;
  }
  return false;
}

static bool
is_open (const Asking *asking, int task, const RequirementModel *wanted)
{
  return wanted->importance == SMAAJOB_STRENGTH_MUST && wanted->training_weeks == NONE &&
         is_below (asking, task, asked_concept (asking->pair, wanted->concept_index));
}

static void
settle_training (const Asking *asking, OpeningModel *opening, int concept_index, int weeks)
{
  for (int i = 0; i < opening->n_tasks; i++)
    for (int j = 0; j < opening->tasks[i].n_requirements; j++) {
      RequirementModel *wanted = &opening->tasks[i].requirements[j];

      if (wanted->concept_index == concept_index && is_open (asking, i, wanted))
        wanted->training_weeks = weeks;
    }
}

static void
ask_about_training (Asking *asking)
{
  const OpeningModel *opening = &asking->pair->opening;

  for (int i = 0; i < opening->n_tasks; i++)
    for (int j = 0; j < opening->tasks[i].n_requirements; j++) {
      const RequirementModel *wanted = &opening->tasks[i].requirements[j];
      const char *id = asked_concept (asking->pair, wanted->concept_index);
      int concept_index = wanted->concept_index;

      if (!is_open (asking, i, wanted) ||
          !asking_is_new (asking, SMAAJOB_CODE_TRAINING_UNKNOWN, id))
        continue;
      asking_begin (asking, SMAAJOB_CODE_TRAINING_UNKNOWN, SMAAJOB_ASK_EMPLOYER, id);
      ANSWER (asking, settle_training (asking, &pair.opening, concept_index, 0));
      ANSWER (asking,
              settle_training (asking, &pair.opening, concept_index, SMAAJOB_TRAINING_IMPOSSIBLE));
    }
}

static void
state (StatedList *list, int condition, int value)
{
  list->list[list->n++] = (StatedModel){condition, value};
}

static bool
is_untold (const OpeningModel *opening, const TaskModel *task, int condition)
{
  return stated_find (&task->exposures, condition) == NULL &&
         stated_find (&opening->exposures, condition) == NULL;
}

static void
expose (OpeningModel *opening, int condition, int value)
{
  for (int i = 0; i < opening->n_tasks; i++)
    if (is_untold (opening, &opening->tasks[i], condition))
      state (&opening->tasks[i].exposures, condition, value);
}

static void
ask_about_exposures (Asking *asking)
{
  const PairModel *asked = asking->pair;

  for (int i = 0; i < asked->citizen.n_needs; i++) {
    const NeedModel *need = &asked->citizen.needs[i];
    int condition = need->condition;
    SmaajobConditionType type = condition_type (asked->world, condition);
    int most = type == SMAAJOB_CONDITION_LIMIT ? 4000 : 100000000;
    bool untold = false;

    for (int j = 0; j < asked->opening.n_tasks; j++)
      untold |= is_untold (&asked->opening, &asked->opening.tasks[j], condition);
    if (type == SMAAJOB_CONDITION_PROVISION || !untold || need->value >= most)
      continue;
    asking_begin (asking, SMAAJOB_CODE_EXPOSURE_UNKNOWN, SMAAJOB_ASK_EMPLOYER,
                  asked_condition (asked, condition));
    ANSWER (asking, expose (&pair.opening, condition, 0));
    ANSWER (asking, expose (&pair.opening, condition, most));
  }
}

static SmaajobAsk
giver_of (const char *condition)
{
  bool municipality =
      strcmp (condition, "sup_followup") == 0 || strcmp (condition, "sup_getready") == 0 ||
      strcmp (condition, "sup_aids") == 0 || strcmp (condition, "sup_assistance") == 0;

  return municipality ? SMAAJOB_ASK_CASEWORKER : SMAAJOB_ASK_EMPLOYER;
}

static void
ask_about_provisions (Asking *asking)
{
  const PairModel *asked = asking->pair;

  for (int i = 0; i < asked->citizen.n_needs; i++) {
    const NeedModel *need = &asked->citizen.needs[i];
    int condition = need->condition;
    const char *id = asked_condition (asked, condition);

    if (condition_type (asked->world, condition) != SMAAJOB_CONDITION_PROVISION ||
        need->value == 0 || stated_find (&asked->opening.provisions, condition) != NULL)
      continue;
    asking_begin (asking, SMAAJOB_CODE_PROVISION_UNKNOWN, giver_of (id), id);
    ANSWER (asking, state (&pair.opening.provisions, condition, 2000));
    ANSWER (asking, state (&pair.opening.provisions, condition, 0));
  }
}

static void
ask_about_terms (Asking *asking)
{
  static const char *const terms[] = {"terms.paid", "terms.practice", "terms.hybrid",
                                      "terms.prospect", "terms.fleksjob"};
  const OpeningModel *opening = &asking->pair->opening;

  for (int i = 0; i < 5; i++) {
    if (opening->terms[i] != SMAAJOB_ANSWER_UNKNOWN)
      continue;
    asking_begin (asking, SMAAJOB_CODE_TERM_UNKNOWN, SMAAJOB_ASK_EMPLOYER, terms[i]);
    ANSWER (asking, pair.opening.terms[i] = SMAAJOB_ANSWER_YES);
    ANSWER (asking, pair.opening.terms[i] = SMAAJOB_ANSWER_NO);
  }
  if (opening->variation == SMAAJOB_VARIATION_UNKNOWN) {
    asking_begin (asking, SMAAJOB_CODE_WEEKLY_VARIATION_UNKNOWN, SMAAJOB_ASK_EMPLOYER,
                  "weekly_variation");
    ANSWER (asking, pair.opening.variation = SMAAJOB_VARIATION_LOW);
    ANSWER (asking, pair.opening.variation = SMAAJOB_VARIATION_HIGH);
  }
}

/* Every sector that is drawn begins with a 4, so that 01 is related to none. */
static void
ask_about_sector (Asking *asking)
{
  const CitizenModel *citizen = &asking->pair->citizen;
  bool wished = false;

  for (int i = 0; i < citizen->n_wishes; i++)
    wished |= citizen->wishes[i].concept_index < 0;
  if (!wished || asking->pair->opening.sector != NULL)
    return;
  asking_begin (asking, SMAAJOB_CODE_SECTOR_UNKNOWN, SMAAJOB_ASK_CASEWORKER, "sector");
  for (int i = 0; i < citizen->n_wishes; i++)
    if (citizen->wishes[i].concept_index < 0)
      ANSWER (asking, pair.opening.sector = citizen->wishes[i].sector);
  ANSWER (asking, pair.opening.sector = "01");
}

void
ask_about_the_opening (Asking *asking)
{
  ask_about_hours (asking);
  ask_about_requirements (asking);
  ask_about_training (asking);
  ask_about_exposures (asking);
  ask_about_provisions (asking);
  ask_about_terms (asking);
  ask_about_sector (asking);
}
