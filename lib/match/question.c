/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "match/unknown.h"

struct _SmaajobQuestions {
  const SmaajobCitizen *citizen; /* they and their vocabulary hold the subjects */
  const SmaajobOpening *opening;
  size_t n;
  SmaajobQuestion list[];
};

/* What the answers, each filled in alone, come to; false when there is no memory. */
static bool
try_answers (Scenario *scenario, const Unknown *unknown, SmaajobQuestion *question)
{
  const SmaajobVerdict now = scenario->match->score.verdict;
  SmaajobScore score;

  *question = (SmaajobQuestion){unknown->code, unknown->subject, unknown->ask, 0, 0, 0, false};
  for (int answer = 0; answer < unknown->n_answers; answer++) {
    scenario_reset (scenario);
    unknown->fill (scenario, unknown, answer);
    if (!scenario_score (scenario, &score))
      return false;
    if (answer == 0 || score.potential > question->best)
      question->best = score.potential;
    if (answer == 0 || score.potential < question->worst)
      question->worst = score.potential;
    question->decides |= score.verdict != now;
  }
  if (question->worst != SMAAJOB_UNKNOWN)
    question->swing = question->best - question->worst;
  return true;
}

static bool
comes_before (const SmaajobQuestion *a, const SmaajobQuestion *b)
{
  return a->decides == b->decides ? a->swing > b->swing : a->decides;
}

/* Those that come out alike stay in the order they are found. */
static void
insert_question (SmaajobQuestions *questions, const SmaajobQuestion *question)
{
  size_t i = questions->n++;

  for (; i > 0 && comes_before (question, &questions->list[i - 1]); i--)
    questions->list[i] = questions->list[i - 1];
  questions->list[i] = *question;
}

static bool
fill_questions (SmaajobQuestions *questions, Scenario *scenario, const Unknowns *unknowns)
{
  for (size_t i = 0; i < unknowns->n; i++) {
    SmaajobQuestion question;

    if (!try_answers (scenario, &unknowns->list[i], &question))
      return false;
    insert_question (questions, &question);
  }
  return true;
}

static SmaajobQuestions *
questions_make (Scenario *scenario, const Unknowns *unknowns)
{
  const SmaajobMatch *match = scenario->match;
  SmaajobQuestions *questions =
      memory_new (sizeof *questions + unknowns->n * sizeof *questions->list);

  if (questions == NULL)
    return NULL;
  questions->citizen = citizen_take (match->citizen);
  questions->opening = opening_take (match->opening);
  if (fill_questions (questions, scenario, unknowns))
    return questions;
  smaajob_questions_free (questions);
  return NULL;
}

/* Every gate, need and concept, the concepts twice; three for each task; and one of each code. */
static size_t
count_most (const SmaajobMatch *match)
{
  const SmaajobOpening *opening = match->opening;

  return opening->n_gates + match->citizen->n_needs + 2 * (size_t) opening->n_requirements +
         3 * (size_t) opening->n_tasks + 32;
}

static void
list_unknowns (const SmaajobMatch *match, Unknowns *unknowns)
{
  const SmaajobPair pair = {match->citizen, match->opening, match->travel_minutes};

  unknowns->match = match;
  unknowns->n = 0;
  pairing_init (&unknowns->pairing, &pair, match->policy, pairing_all_tasks (match->opening));
  unknowns_list_citizen (unknowns);
  unknowns_list_opening (unknowns);
}

SmaajobQuestions *
smaajob_questions_new (const SmaajobMatch *match, SmaajobError *error)
{
  SmaajobQuestions *questions = NULL;
  Scenario *scenario;
  Unknowns unknowns;

  if (match == NULL) {
    error_argument (error, "match is NULL, expected one");
    return NULL;
  }
  scenario = scenario_new (match);
  unknowns.list = memory_new (count_most (match) * sizeof *unknowns.list);
  if (scenario != NULL && unknowns.list != NULL) {
    list_unknowns (match, &unknowns);
    questions = questions_make (scenario, &unknowns);
  }
  memory_free (unknowns.list);
  scenario_free (scenario);
  if (questions == NULL)
    error_memory (error);
  return questions;
}

void
smaajob_questions_free (SmaajobQuestions *questions)
{
  if (questions == NULL)
    return;
  smaajob_citizen_free ((SmaajobCitizen *) questions->citizen);
  smaajob_opening_free ((SmaajobOpening *) questions->opening);
  memory_free (questions);
}

size_t
smaajob_questions_get_n (const SmaajobQuestions *questions)
{
  return questions == NULL ? 0 : questions->n;
}

SmaajobQuestion
smaajob_questions_get_at (const SmaajobQuestions *questions, size_t i)
{
  if (i < smaajob_questions_get_n (questions))
    return questions->list[i];
  return (SmaajobQuestion){.code = SMAAJOB_CODE_NONE};
}
