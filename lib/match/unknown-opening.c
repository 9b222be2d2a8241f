/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/accommodation.h"
#include "judgement/requirement.h"
#include "match/change.h"
#include "match/unknown.h"

#include <string.h>

#define MOST_LIMIT   4000                   /* thousandths */
#define MOST_CEILING (1000 * MOST_QUANTITY) /* thousandths */
#define N_SECTORS    100                    /* of two digits */

static void
fill_hours (Scenario *scenario, const Unknown *unknown, int answer)
{
  SmaajobOpeningBuilder *opening = scenario_change_opening (scenario);
  const int open = SMAAJOB_UNKNOWN;

  (void) unknown;
  opening->made.hours_known = true;
  opening->made.hours =
      (SmaajobOpeningHours){answer == 2 ? WEEK_MINUTES : open, answer == 1 ? 0 : open, open};
}

static void
fill_task_hours (Scenario *scenario, const Unknown *unknown, int answer)
{
  const int most[] = {SMAAJOB_UNKNOWN, WEEK_SLOT_MINUTES, WEEK_MINUTES};
  Task *task = &scenario_change_opening (scenario)->tasks[unknown->index].made;

  task->hours_known = true;
  task->min = SMAAJOB_UNKNOWN;
  task->max = most[answer];
}

static void
fill_windows (Scenario *scenario, const Unknown *unknown, int answer)
{
  Task *task = &scenario_change_opening (scenario)->tasks[unknown->index].made;

  task->windows_known = true;
  task->windows = unknown_week_of (answer == 0);
}

static bool
lists_concept (const SmaajobCitizen *citizen, uint32_t concept_index)
{
  for (size_t i = 0; i < citizen->n_competences; i++)
    if (citizen_competences (citizen)[i].concept_index == concept_index)
      return true;
  return false;
}

/* Of which the citizen is known to hold least; WORD_NONE when the vocabulary has no such. */
static uint32_t
find_least_held (const SmaajobCitizen *citizen)
{
  const Competence *least = citizen_competences (citizen);
  uint32_t first = 0;

  for (size_t i = 1; i < citizen->n_competences; i++)
    least = citizen_competences (citizen)[i].level < least->level
                ? &citizen_competences (citizen)[i]
                : least;
  if (citizen->n_competences > 0 && (least->level == 0 || !citizen->competencies_complete))
    return least->concept_index;
  while (lists_concept (citizen, first))
    first++;
  return first < smaajob_vocabulary_get_n_concepts (citizen->vocabulary) ? first : WORD_NONE;
}

static void
fill_requirements (Scenario *scenario, const Unknown *unknown, int answer)
{
  TaskDraft *task = &scenario_change_opening (scenario)->tasks[unknown->index];
  uint32_t concept_index = find_least_held (scenario->match->citizen);

  task->made.requirements_known = true;
  if (answer == 1 && concept_index != WORD_NONE)
    task->requirements[task->made.n_requirements++] = (StatedRequirement){
        concept_index, MOST_LEVEL, SMAAJOB_STRENGTH_MUST, SMAAJOB_TRAINING_IMPOSSIBLE};
}

/* A must that is below, and nobody has said whether it can be trained. */
static bool
lacks_training (const Pairing *pairing, const Requirement *requirement)
{
  RequirementJudgement judgement;

  requirement_judge (pairing->opening, requirement, pairing->citizen, pairing->policy, &judgement);
  return requirement->importance == SMAAJOB_STRENGTH_MUST && judgement.mastery == MASTERY_BELOW &&
         judgement.training == TRAINING_UNKNOWN;
}

static void
fill_training (Scenario *scenario, const Unknown *unknown, int answer)
{
  const SmaajobMatch *match = scenario->match;
  const Pairing pairing = {
      .citizen = match->citizen, .opening = match->opening, .policy = match->policy};
  SmaajobOpeningBuilder *opening = scenario_change_opening (scenario);

  for (size_t task = 0; task < match->opening->n_tasks; task++)
    for (size_t i = 0; i < opening_tasks (match->opening)[task].n_requirements; i++) {
      const Requirement *requirement = &opening_requirements (
          match->opening)[opening_tasks (match->opening)[task].first_requirement + i];

      if (requirement->concept_index == unknown->index && lacks_training (&pairing, requirement))
        opening->tasks[task].requirements[i].training_weeks =
            answer == 0 ? 0 : SMAAJOB_TRAINING_IMPOSSIBLE;
    }
}

static void
fill_exposure (Scenario *scenario, const Unknown *unknown, int answer)
{
  SmaajobOpeningBuilder *opening = scenario_change_opening (scenario);
  bool limit = vocabulary_get_condition_type (opening->made.vocabulary, unknown->index) ==
               SMAAJOB_CONDITION_LIMIT;
  int32_t most = limit ? MOST_LIMIT : MOST_CEILING;

  stated_set (&opening->exposures, unknown->index, answer == 0 ? 0 : most);
}

static void
fill_provision (Scenario *scenario, const Unknown *unknown, int answer)
{
  stated_set (&scenario_change_opening (scenario)->provisions, unknown->index,
              answer == 0 ? 1000 * MOST_PROVISION : 0);
}

static void
fill_term (Scenario *scenario, const Unknown *unknown, int answer)
{
  scenario_change_opening (scenario)->made.terms[unknown->index - MEMBER_PAID] =
      answer == 0 ? SMAAJOB_ANSWER_YES : SMAAJOB_ANSWER_NO;
}

static void
fill_variation (Scenario *scenario, const Unknown *unknown, int answer)
{
  (void) unknown;
  scenario_change_opening (scenario)->made.weekly_variation =
      answer == 0 ? SMAAJOB_VARIATION_LOW : SMAAJOB_VARIATION_HIGH;
}

/* The sector wished about of that number, or NULL. */
static const char *
find_sector (const SmaajobCitizen *citizen, int number)
{
  for (size_t i = 0; i < citizen->n_wishes; i++)
    if (citizen_wishes (citizen)[i].concept_index == WORD_NONE && number-- == 0)
      return citizen_wishes (citizen)[i].sector;
  return NULL;
}

static bool
is_wished (const SmaajobCitizen *citizen, const char *sector)
{
  for (size_t i = 0; i < citizen->n_wishes; i++)
    if (citizen_wishes (citizen)[i].concept_index == WORD_NONE &&
        memcmp (citizen_wishes (citizen)[i].sector, sector, 2) == 0)
      return true;
  return false;
}

/* At most 64 wishes are stated, so there is one. */
static void
fill_sector (Scenario *scenario, const Unknown *unknown, int answer)
{
  const SmaajobCitizen *citizen = scenario->match->citizen;
  const char *wished = find_sector (citizen, answer);
  char other[3] = "01";

  (void) unknown;
  for (int i = 1; i < N_SECTORS && is_wished (citizen, other); i++) {
    other[0] = (char) ('0' + (i + 1) / 10);
    other[1] = (char) ('0' + (i + 1) % 10);
  }
  if (wished == NULL)
    wished = other;
  memcpy (scenario_change_opening (scenario)->made.sector, wished, strlen (wished) + 1);
}

static void
list_tasks (Unknowns *unknowns, bool (*is_asked) (const Task *task), Unknown unknown)
{
  const SmaajobOpening *opening = unknowns->match->opening;

  for (uint32_t task = 0; task < opening->n_tasks; task++)
    if (is_asked (&opening_tasks (opening)[task])) {
      unknown.index = task;
      unknown.subject = task_id (opening, &opening_tasks (opening)[task]);
      unknowns->list[unknowns->n++] = unknown;
    }
}

static bool
lacks_hours (const Task *task)
{
  return !task->hours_known;
}

static bool
lacks_windows (const Task *task)
{
  return !task->windows_known;
}

static bool
lacks_requirements (const Task *task)
{
  return !task->requirements_known;
}

static void
list_training (Unknowns *unknowns)
{
  const SmaajobOpening *opening = unknowns->match->opening;
  size_t first = unknowns->n;

  for (size_t i = 0; i < opening->n_requirements; i++) {
    uint32_t concept_index = opening_requirements (opening)[i].concept_index;

    if (!unknowns_have (unknowns, first, concept_index) &&
        lacks_training (&unknowns->pairing, &opening_requirements (opening)[i]))
      unknowns_add (unknowns, UNKNOWN (TRAINING, EMPLOYER, 2, fill_training),
                    (Subject){SUBJECT_CONCEPT, concept_index});
  }
}

static bool
lacks_exposure (const Unknowns *unknowns, size_t need)
{
  const Need *asked = &citizen_needs (unknowns->match->citizen)[need];
  bool missing = false;

  for (int task = 0; task < unknowns->match->opening->n_tasks; task++)
    missing |= need_on_task (asked, unknowns->match->opening, task) == NEED_UNKNOWN;
  return missing && (asked->type == SMAAJOB_CONDITION_LIMIT || asked->value < MOST_CEILING);
}

static void
list_exposures (Unknowns *unknowns)
{
  const SmaajobCitizen *citizen = unknowns->match->citizen;

  for (size_t i = 0; i < citizen->n_needs; i++)
    if (lacks_exposure (unknowns, i))
      unknowns_add (unknowns, UNKNOWN (EXPOSURE, EMPLOYER, 2, fill_exposure),
                    (Subject){SUBJECT_CONDITION, citizen_needs (citizen)[i].condition});
}

static void
list_provisions (Unknowns *unknowns)
{
  const SmaajobCitizen *citizen = unknowns->match->citizen;

  for (size_t i = 0; i < citizen->n_needs; i++) {
    uint32_t condition = citizen_needs (citizen)[i].condition;
    Unknown unknown = UNKNOWN (PROVISION, EMPLOYER, 2, fill_provision);

    if (provision_is_municipal (citizen->vocabulary, condition))
      unknown.ask = SMAAJOB_ASK_CASEWORKER;
    if (need_at_workplace (&citizen_needs (citizen)[i], unknowns->match->opening) == NEED_UNKNOWN)
      unknowns_add (unknowns, unknown, (Subject){SUBJECT_CONDITION, condition});
  }
}

static void
list_terms (Unknowns *unknowns)
{
  const SmaajobOpening *opening = unknowns->match->opening;

  for (int term = 0; term < N_TERMS; term++)
    unknowns_add_if (unknowns, opening->terms[term] == SMAAJOB_ANSWER_UNKNOWN,
                     UNKNOWN (TERM, EMPLOYER, 2, fill_term), MEMBER_PAID + term);
  unknowns_add_if (unknowns, opening->weekly_variation == SMAAJOB_VARIATION_UNKNOWN,
                   UNKNOWN (WEEKLY_VARIATION, EMPLOYER, 2, fill_variation),
                   MEMBER_WEEKLY_VARIATION);
}

static void
list_sector (Unknowns *unknowns)
{
  int n = 0;

  while (find_sector (unknowns->match->citizen, n) != NULL)
    n++;
  unknowns_add_if (unknowns, n > 0 && unknowns->match->opening->sector[0] == '\0',
                   UNKNOWN (SECTOR, CASEWORKER, n + 1, fill_sector), MEMBER_SECTOR);
}

void
unknowns_list_opening (Unknowns *unknowns)
{
  unknowns_add_if (unknowns, !unknowns->match->opening->hours_known,
                   UNKNOWN (OPENING_HOURS, EMPLOYER, 3, fill_hours), MEMBER_HOURS);
  list_tasks (unknowns, lacks_hours, UNKNOWN (TASK_HOURS, EMPLOYER, 3, fill_task_hours));
  list_tasks (unknowns, lacks_windows, UNKNOWN (WINDOWS, EMPLOYER, 2, fill_windows));
  list_tasks (unknowns, lacks_requirements, UNKNOWN (REQUIREMENTS, EMPLOYER, 2, fill_requirements));
  list_training (unknowns);
  list_exposures (unknowns);
  list_provisions (unknowns);
  list_terms (unknowns);
  list_sector (unknowns);
}
