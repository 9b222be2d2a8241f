/* SPDX-License-Identifier: Apache-2.0 */
#include "oracle-asking.h"

#include <stdlib.h>
#include <string.h>

void
asking_begin (Asking *asking, SmaajobCode code, SmaajobAsk who, const char *subject)
{
  if (asking->n == ORACLE_MOST_QUESTIONS)
    exit (2);
  asking->list[asking->n++] =
      (SmaajobQuestion){.code = code, .ask = who, .subject = subject, .best = -2, .worst = 2000};
}

void
asking_try (Asking *asking, const PairModel *filled)
{
  SmaajobQuestion *question = &asking->list[asking->n - 1];
  Made after = make_score (filled);
  int potential = after.score.potential;

  question->best = potential > question->best ? potential : question->best;
  question->worst = potential < question->worst ? potential : question->worst;
  question->swing = question->worst == NONE ? 0 : question->best - question->worst;
  question->decides |= after.score.verdict != asking->made->score.verdict;
  unmake (&after);
}

const char *
asked_concept (const PairModel *pair, int i)
{
  return smaajob_vocabulary_get_concept_at (pair->world->vocabulary, (size_t) i).id;
}

const char *
asked_condition (const PairModel *pair, int i)
{
  return smaajob_vocabulary_get_condition_at (pair->world->vocabulary, (size_t) i).id;
}

bool
asking_is_new (const Asking *asking, SmaajobCode code, const char *subject)
{
  for (int i = 0; i < asking->n; i++)
    if (asking->list[i].code == code && strcmp (asking->list[i].subject, subject) == 0)
      return false;
  return true;
}

static int
compare_ints (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

static SmaajobAnswer *
answer_of (CitizenModel *citizen, int gate)
{
  for (int i = 0; i < citizen->n_gates; i++)
    if (citizen->gates[i].gate == gate)
      return &citizen->gates[i].answer;
  citizen->gates[citizen->n_gates] = (GateModel){gate, SMAAJOB_ANSWER_UNKNOWN};
  return &citizen->gates[citizen->n_gates++].answer;
}

static void
ask_about_gates (Asking *asking)
{
  OpeningModel opening = asking->pair->opening;

  qsort (opening.gates, (size_t) opening.n_gates, sizeof *opening.gates, compare_ints);
  for (int i = 0; i < opening.n_gates; i++) {
    CitizenModel citizen = asking->pair->citizen;
    int gate = opening.gates[i];

    if (*answer_of (&citizen, gate) != SMAAJOB_ANSWER_UNKNOWN)
      continue;
    asking_begin (
        asking, SMAAJOB_CODE_GATE_UNKNOWN, SMAAJOB_ASK_CITIZEN,
        smaajob_vocabulary_get_gate_at (asking->pair->world->vocabulary, (size_t) gate).id);
    ANSWER (asking, *answer_of (&pair.citizen, gate) = SMAAJOB_ANSWER_YES);
    ANSWER (asking, *answer_of (&pair.citizen, gate) = SMAAJOB_ANSWER_NO);
  }
}

static bool
is_stated (const OpeningModel *opening, int condition)
{
  bool stated = stated_find (&opening->exposures, condition) != NULL ||
                stated_find (&opening->provisions, condition) != NULL;

  for (int i = 0; i < opening->n_tasks; i++)
    stated |= stated_find (&opening->tasks[i].exposures, condition) != NULL;
  return stated;
}

static void
need_everything (PairModel *pair)
{
  int n = (int) smaajob_vocabulary_get_n_conditions (pair->world->vocabulary);

  pair->citizen.needs_known = true;
  for (int i = 0; i < n; i++)
    if (is_stated (&pair->opening, i)) {
      bool provision = condition_type (pair->world, i) == SMAAJOB_CONDITION_PROVISION;

      pair->citizen.needs[pair->citizen.n_needs++] =
          (NeedModel){i, provision ? 2000 : 0, SMAAJOB_STRENGTH_MUST};
    }
}

static void
hold (CitizenModel *citizen, int concept_index, int level)
{
  citizen->competences[citizen->n_competences++] =
      (CompetenceModel){concept_index, level, SMAAJOB_EVIDENCE_OBSERVED};
}

/* What is near can make up for a must in points; it is mastered by itself. */
static bool
is_told (const Made *alone, int requirement)
{
  const SmaajobItem item =
      smaajob_match_get_item_at (alone->match, SMAAJOB_CRITERION_COMPETENCE, (size_t) requirement);
  const SmaajobTaskMatch task = smaajob_match_get_task_at (alone->match, 0);

  for (size_t i = 0; i < task.n_reasons; i++) {
    const SmaajobReason reason = smaajob_match_get_task_reason_at (alone->match, 0, i);

    if (reason.code == SMAAJOB_CODE_COMPETENCE_UNKNOWN &&
        strcmp (reason.subject, item.subject) == 0)
      return false;
  }
  return item.state != SMAAJOB_STATE_UNKNOWN;
}

/* The items of a task that is alone in its opening are its requirements, in order. */
static void
ask_about_competences (Asking *asking, const TaskModel *task)
{
  PairModel one = *asking->pair;
  Made alone;

  one.opening.n_tasks = 1;
  one.opening.tasks[0] = *task;
  alone = make_match (&one);
  for (int i = 0; i < task->n_requirements; i++) {
    int concept_index = task->requirements[i].concept_index;
    const char *id = asked_concept (asking->pair, concept_index);

    if (is_told (&alone, i) || !asking_is_new (asking, SMAAJOB_CODE_COMPETENCE_UNKNOWN, id))
      continue;
    asking_begin (asking, SMAAJOB_CODE_COMPETENCE_UNKNOWN, SMAAJOB_ASK_CITIZEN, id);
    ANSWER (asking, hold (&pair.citizen, concept_index, MOST_LEVEL));
    ANSWER (asking, hold (&pair.citizen, concept_index, 0));
  }
  unmake (&alone);
}

static void
ask_about_the_person (Asking *asking)
{
  const CitizenModel *citizen = &asking->pair->citizen;

  if (citizen->choice == SMAAJOB_CHOICE_UNKNOWN || citizen->choice == SMAAJOB_CHOICE_PENDING) {
    asking_begin (asking, SMAAJOB_CODE_CHOICE_UNKNOWN, SMAAJOB_ASK_CITIZEN, "choice");
    ANSWER (asking, pair.citizen.choice = SMAAJOB_CHOICE_INFORMED);
    ANSWER (asking, pair.citizen.choice = SMAAJOB_CHOICE_DECLINED);
  }
  ask_about_gates (asking);
  if (!citizen->needs_known) {
    asking_begin (asking, SMAAJOB_CODE_NEEDS_UNKNOWN, SMAAJOB_ASK_CITIZEN, "needs");
    ANSWER (asking, pair.citizen.needs_known = true);
    ANSWER (asking, need_everything (&pair));
  }
  for (int i = 0; i < asking->pair->opening.n_tasks; i++)
    ask_about_competences (asking, &asking->pair->opening.tasks[i]);
}

static void
set_citizen_hours (CitizenModel *citizen, int min, int max)
{
  citizen->hours_known = true;
  citizen->hours = (SmaajobCitizenHours){min, max, NONE, NONE, NONE};
}

static void
set_travel (CitizenModel *citizen, SmaajobMode mode, int max_minutes)
{
  citizen->travel_known = true;
  citizen->mode = mode;
  citizen->max_minutes = max_minutes;
}

static void
ask_about_travel (Asking *asking)
{
  const PairModel *asked = asking->pair;
  bool placed = asked->citizen.location.known && asked->opening.location.known;

  if (!asked->citizen.travel_known) {
    asking_begin (asking, SMAAJOB_CODE_TRAVEL_UNKNOWN, SMAAJOB_ASK_CITIZEN, "travel");
    ANSWER (asking, set_travel (&pair.citizen, SMAAJOB_MODE_CAR, 1440));
    ANSWER (asking, set_travel (&pair.citizen, SMAAJOB_MODE_WALK, 0));
  } else if (asked->travel_minutes == SMAAJOB_UNKNOWN && !placed) {
    asking_begin (asking, SMAAJOB_CODE_JOURNEY_UNKNOWN, SMAAJOB_ASK_CASEWORKER, "location");
    ANSWER (asking, pair.travel_minutes = 0);
    ANSWER (asking, pair.travel_minutes = 1440);
  }
}

static void
ask_about_time_and_place (Asking *asking)
{
  const CitizenModel *citizen = &asking->pair->citizen;

  if (!citizen->hours_known) {
    asking_begin (asking, SMAAJOB_CODE_HOURS_UNKNOWN, SMAAJOB_ASK_CITIZEN, "hours");
    ANSWER (asking, set_citizen_hours (&pair.citizen, NONE, NONE));
    ANSWER (asking, set_citizen_hours (&pair.citizen, NONE, 0));
    ANSWER (asking, set_citizen_hours (&pair.citizen, WEEK, NONE));
  } else if (citizen->hours.limit != NONE && citizen->hours.committed == NONE) {
    asking_begin (asking, SMAAJOB_CODE_COMMITTED_UNKNOWN, SMAAJOB_ASK_CASEWORKER,
                  "hours.committed");
    ANSWER (asking, pair.citizen.hours.committed = 0);
    ANSWER (asking, pair.citizen.hours.committed = citizen->hours.limit);
  }
  if (!citizen->availability.known) {
    asking_begin (asking, SMAAJOB_CODE_AVAILABILITY_UNKNOWN, SMAAJOB_ASK_CITIZEN, "availability");
    ANSWER (asking, pair.citizen.availability = always);
    ANSWER (asking, pair.citizen.availability = never);
  }
  ask_about_travel (asking);
}

static void
ask_about_the_course (Asking *asking)
{
  const CitizenModel *citizen = &asking->pair->citizen;

  if (citizen->effectiveness == NONE) {
    asking_begin (asking, SMAAJOB_CODE_EFFECTIVENESS_UNKNOWN, SMAAJOB_ASK_CASEWORKER,
                  "effectiveness");
    ANSWER (asking, pair.citizen.effectiveness = 1000);
    ANSWER (asking, pair.citizen.effectiveness = 0);
  }
  if (citizen->prerequisites == SMAAJOB_PREREQUISITES_UNKNOWN) {
    asking_begin (asking, SMAAJOB_CODE_PREREQUISITES_UNKNOWN, SMAAJOB_ASK_CASEWORKER,
                  "prerequisites");
    ANSWER (asking, pair.citizen.prerequisites = SMAAJOB_PREREQUISITES_PRESENT);
    ANSWER (asking, pair.citizen.prerequisites = SMAAJOB_PREREQUISITES_ABSENT);
  }
  if (citizen->purpose == SMAAJOB_PURPOSE_UNKNOWN) {
    asking_begin (asking, SMAAJOB_CODE_PURPOSE_UNKNOWN, SMAAJOB_ASK_CASEWORKER, "purpose");
    ANSWER (asking, pair.citizen.purpose = SMAAJOB_PURPOSE_PAY);
    ANSWER (asking, pair.citizen.purpose = SMAAJOB_PURPOSE_OTHER);
  }
}

static bool
stands_before (const SmaajobQuestion *one, const SmaajobQuestion *other)
{
  return one->decides != other->decides ? one->decides : one->swing > other->swing;
}

/* By insertion: what is alike keeps its order. */
static void
put_in_order (Asking *asking)
{
  for (int i = 1; i < asking->n; i++)
    for (int j = i; j > 0 && stands_before (&asking->list[j], &asking->list[j - 1]); j--) {
      SmaajobQuestion swapped = asking->list[j];

      asking->list[j] = asking->list[j - 1];
      asking->list[j - 1] = swapped;
    }
}

int
oracle_ask (const Made *made, SmaajobQuestion *questions)
{
  Asking asking = {made, made->model, questions, 0};

  ask_about_the_person (&asking);
  ask_about_time_and_place (&asking);
  ask_about_the_course (&asking);
  ask_about_the_opening (&asking);
  put_in_order (&asking);
  return asking.n;
}
