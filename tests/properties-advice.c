/* SPDX-License-Identifier: Apache-2.0 */
#include "oracle-lever.h"
#include "oracle-question.h"

#include <stdlib.h>
#include <string.h>

static SmaajobQuestions *
ask (const Made *made)
{
  SmaajobError error;
  SmaajobQuestions *questions = smaajob_questions_new (made->match, &error);

  if (questions == NULL) {
    fprintf (stderr, "questions: %s\n", error.message);
    exit (2);
  }
  return questions;
}

static SmaajobLevers *
find_levers (const Made *made)
{
  SmaajobError error;
  SmaajobLevers *levers = smaajob_levers_new (made->match, &error);

  if (levers == NULL) {
    fprintf (stderr, "levers: %s\n", error.message);
    exit (2);
  }
  return levers;
}

static bool
is_same_question (const SmaajobQuestion *one, const SmaajobQuestion *other)
{
  return one->code == other->code && strcmp (one->subject, other->subject) == 0 &&
         one->ask == other->ask && one->best == other->best && one->worst == other->worst &&
         one->swing == other->swing && one->decides == other->decides;
}

static bool
fail_question (char *why, size_t i, const SmaajobQuestion *one, const SmaajobQuestion *other)
{
  return fail (
      why, "question %zu: %s %s %s %d to %d, %d%s; and by the table %s %s %s %d to %d, %d%s", i,
      smaajob_ask_get_name (one->ask), smaajob_code_get_name (one->code), one->subject, one->worst,
      one->best, one->swing, one->decides ? ", decides" : "", smaajob_ask_get_name (other->ask),
      smaajob_code_get_name (other->code), other->subject, other->worst, other->best, other->swing,
      other->decides ? ", decides" : "");
}

bool
questions_and_answers_are_those_of_the_table (const Made *made, Random *random, char *why)
{
  SmaajobQuestion expected[ORACLE_MOST_QUESTIONS];
  SmaajobQuestions *questions = ask (made);
  size_t n = (size_t) oracle_ask (made, expected);
  bool same = true;

  (void) random;
  for (size_t i = 0; same && i < n && i < smaajob_questions_get_n (questions); i++) {
    const SmaajobQuestion told = smaajob_questions_get_at (questions, i);

    same = is_same_question (&told, &expected[i]) || fail_question (why, i, &told, &expected[i]);
  }
  if (same && smaajob_questions_get_n (questions) != n)
    same =
        fail (why, "%zu questions, and %zu by the table", smaajob_questions_get_n (questions), n);
  smaajob_questions_free (questions);
  return same;
}

/* But for travel, which nobody judges until it is told. */
bool
an_answer_stays_within_the_bounds (const Made *made, Random *random, char *why)
{
  SmaajobQuestions *questions = ask (made);
  bool within = true;

  (void) random;
  for (size_t i = 0; within && i < smaajob_questions_get_n (questions); i++) {
    const SmaajobQuestion told = smaajob_questions_get_at (questions, i);

    if (told.code == SMAAJOB_CODE_TRAVEL_UNKNOWN)
      continue;
    within = told.best <= made->score.high &&
             (told.worst == SMAAJOB_UNKNOWN || told.worst >= made->score.low);
    if (!within)
      fail (why, "%s %s: %d to %d is outside [%d, %d]", smaajob_code_get_name (told.code),
            told.subject, told.worst, told.best, made->score.low, made->score.high);
  }
  smaajob_questions_free (questions);
  return within;
}

bool
an_answer_is_worth_nothing_when_all_is_known (const Made *made, Random *random, char *why)
{
  SmaajobQuestions *questions;
  bool nothing = true;

  (void) random;
  if (!pair_is_known (made->model))
    return true;
  questions = ask (made);
  for (size_t i = 0; nothing && i < smaajob_questions_get_n (questions); i++) {
    const SmaajobQuestion told = smaajob_questions_get_at (questions, i);

    nothing = told.swing == 0 || told.code == SMAAJOB_CODE_TRAVEL_UNKNOWN ||
              fail (why, "%s %s is worth %d", smaajob_code_get_name (told.code), told.subject,
                    told.swing);
  }
  smaajob_questions_free (questions);
  return nothing;
}

static bool
is_same_change (const SmaajobChange *one, const SmaajobChange *other)
{
  return one->by == other->by && one->code == other->code &&
         strcmp (one->subject, other->subject) == 0 && one->from == other->from &&
         one->to == other->to;
}

static bool
is_same_lever (const SmaajobLevers *levers, size_t i, const Oracle *oracle)
{
  const SmaajobLever told = smaajob_levers_get_at (levers, i);
  const OracleLever *expected = &oracle->levers[i];

  if ((int) told.n_changes != expected->n || told.verdict != expected->verdict ||
      told.score != expected->score || told.gain != expected->gain)
    return false;
  for (size_t j = 0; j < told.n_changes; j++) {
    const SmaajobChange change = smaajob_levers_get_change_at (levers, i, j);

    if (!is_same_change (&change, &oracle->changes[expected->places[j]].told))
      return false;
  }
  return true;
}

#define TELLING_SIZE 190

/* Append; what does not fit is left out. */
static void
tell_change (char *telling, const SmaajobChange *change)
{
  size_t n = strlen (telling);

  snprintf (telling + n, TELLING_SIZE - n, " %s:%s:%s:%d-%d", smaajob_actor_get_name (change->by),
            smaajob_code_get_name (change->code), change->subject, change->from, change->to);
}

static void
tell_lever (const SmaajobLevers *levers, size_t i, char *telling)
{
  const SmaajobLever told = smaajob_levers_get_at (levers, i);

  if (told.n_changes == 0) {
    snprintf (telling, TELLING_SIZE, "none");
    return;
  }
  snprintf (telling, TELLING_SIZE, "%s %d (%+d)", smaajob_verdict_get_name (told.verdict),
            told.score, told.gain);
  for (size_t j = 0; j < told.n_changes; j++) {
    const SmaajobChange change = smaajob_levers_get_change_at (levers, i, j);

    tell_change (telling, &change);
  }
}

static void
tell_expected (const Oracle *oracle, size_t i, char *telling)
{
  const OracleLever *expected = &oracle->levers[i];

  if ((int) i >= oracle->n_levers) {
    snprintf (telling, TELLING_SIZE, "none");
    return;
  }
  snprintf (telling, TELLING_SIZE, "%s %d (%+d)", smaajob_verdict_get_name (expected->verdict),
            expected->score, expected->gain);
  for (int j = 0; j < expected->n; j++)
    tell_change (telling, &oracle->changes[expected->places[j]].told);
}

static bool
are_all_levers (const Made *made, char *why)
{
  static Oracle oracle;
  SmaajobLevers *levers = find_levers (made);
  size_t n = smaajob_levers_get_n (levers), i = 0;
  char one[TELLING_SIZE], other[TELLING_SIZE];
  bool same;

  oracle_list_changes (&oracle, made);
  oracle_find_levers (&oracle);
  while (i < n && i < (size_t) oracle.n_levers && is_same_lever (levers, i, &oracle))
    i++;
  same = i == n && i == (size_t) oracle.n_levers;
  if (!same) {
    tell_lever (levers, i, one);
    tell_expected (&oracle, i, other);
    fail (why, "lever %zu: %s; by brute force %s", i, one, other);
  }
  smaajob_levers_free (levers);
  return same;
}

bool
levers_are_what_every_set_of_changes_gives (const Made *made, Random *random, char *why)
{
  (void) random;
  return are_all_levers (made, why);
}

/* Without all that is nobody's to change, so that several changes together may make a fit. */
static void
leave_what_can_be_changed (PairModel *pair, Random *random)
{
  CitizenModel *citizen = &pair->citizen;

  pair->opening.n_gates = 0;
  pair->travel_minutes = 0;
  citizen->choice = SMAAJOB_CHOICE_INFORMED;
  citizen->needs_known = true;
  citizen->hours.limit = SMAAJOB_UNKNOWN;
  if (citizen->hours.max != SMAAJOB_UNKNOWN && citizen->hours.max < 15)
    citizen->hours.max = SMAAJOB_UNKNOWN;
  citizen->complete |= random_chance (random, 70);
  if (random_chance (random, 50))
    pair->opening.terms[SMAAJOB_TERM_PAID] = SMAAJOB_ANSWER_NO;
  for (int i = 0; i < citizen->n_needs; i++)
    if (random_chance (random, 50))
      citizen->needs[i].strength = SMAAJOB_STRENGTH_MUST;
}

bool
levers_are_all_there_are_where_much_can_be_changed (const Made *made, Random *random, char *why)
{
  PairModel pair = *made->model;
  Made changed;
  bool same;

  leave_what_can_be_changed (&pair, random);
  changed = make_match (&pair);
  same = are_all_levers (&changed, why);
  unmake (&changed);
  return same;
}

/* The place of a change among all that are considered; negative when it is none of them. */
static int
find_change (const Oracle *oracle, const SmaajobChange *change)
{
  int i = oracle->n - 1;

  while (i >= 0 && !is_same_change (&oracle->changes[i].told, change))
    i--;
  return i;
}

/* The pair with a lever's changes made, or not, where one is none that is considered. */
static bool
make_changes (const SmaajobLevers *levers, size_t i, const Oracle *oracle, PairModel *pair)
{
  const SmaajobLever told = smaajob_levers_get_at (levers, i);

  *pair = *oracle->made->model;
  for (size_t j = 0; j < told.n_changes; j++) {
    const SmaajobChange change = smaajob_levers_get_change_at (levers, i, j);
    int place = find_change (oracle, &change);

    if (place < 0)
      return false;
    oracle_change (pair, &oracle->changes[place]);
  }
  return true;
}

bool
documents_with_a_lever_score_as_it_says (const Made *made, Random *random, char *why)
{
  static Oracle oracle;
  SmaajobLevers *levers = find_levers (made);
  size_t n = smaajob_levers_get_n (levers), i = n > 0 ? (size_t) random_below (random, (int) n) : 0;
  const SmaajobLever told = smaajob_levers_get_at (levers, i);
  SmaajobScore score = {0};
  SmaajobError error = {0};
  PairModel pair;
  bool as_told = true;

  oracle_list_changes (&oracle, made);
  if (n > 0 && !make_changes (levers, i, &oracle, &pair))
    as_told = fail (why, "lever %zu makes a change that is none of those considered", i);
  else if (n > 0) {
    as_told = score_documents (&pair, &score, &error) && score.verdict == told.verdict &&
              score.score == told.score;
    if (!as_told)
      fail (why, "lever %zu says %s %d, its documents %s %d %s", i,
            smaajob_verdict_get_name (told.verdict), told.score,
            smaajob_verdict_get_name (score.verdict), score.score, error.message);
  }
  smaajob_levers_free (levers);
  return as_told;
}

static bool
is_need (const PairModel *pair, const char *subject)
{
  for (int i = 0; i < pair->citizen.n_needs; i++)
    if (strcmp (subject, smaajob_vocabulary_get_condition_at (
                             pair->world->vocabulary, (size_t) pair->citizen.needs[i].condition)
                             .id) == 0)
      return true;
  return false;
}

static bool
is_task (const PairModel *pair, const char *subject)
{
  for (int i = 0; i < pair->opening.n_tasks; i++)
    if (strcmp (subject, pair->opening.tasks[i].id) == 0)
      return true;
  return false;
}

static bool
is_required (const PairModel *pair, const char *subject)
{
  for (int i = 0; i < pair->opening.n_tasks; i++)
    for (int j = 0; j < pair->opening.tasks[i].n_requirements; j++) {
      int concept_index = pair->opening.tasks[i].requirements[j].concept_index;

      if (strcmp (subject, smaajob_vocabulary_get_concept_at (pair->world->vocabulary,
                                                              (size_t) concept_index)
                               .id) == 0)
        return true;
    }
  return false;
}

/* A citizen is asked for other hours within the health limit, and for nothing else. */
static bool
may_change (const PairModel *pair, const SmaajobChange *change)
{
  bool of_employer = change->by == SMAAJOB_ACTOR_EMPLOYER;
  const char *subject = change->subject;

  switch (change->code) {
  case SMAAJOB_CODE_PROVISION_GIVEN:
    return change->by != SMAAJOB_ACTOR_CITIZEN && is_need (pair, subject) &&
           strcmp (subject, "tra_public") != 0;
  case SMAAJOB_CODE_EXPOSURE_REDUCED:
    return of_employer && is_need (pair, subject);
  case SMAAJOB_CODE_TASK_CARVED:
  case SMAAJOB_CODE_TASK_HOURS_RAISED:
  case SMAAJOB_CODE_WINDOW_MOVED:
    return of_employer && is_task (pair, subject);
  case SMAAJOB_CODE_REQUIREMENT_TRAINED:
    return change->by == SMAAJOB_ACTOR_MUNICIPALITY && is_required (pair, subject);
  case SMAAJOB_CODE_TERM_AGREED:
    return of_employer && strncmp (subject, "terms.p", strlen ("terms.p")) == 0;
  case SMAAJOB_CODE_HOURS_MAX_RAISED:
    return strcmp (subject, "hours") == 0 &&
           (of_employer || (pair->citizen.hours.limit * 1000 + 30) / 60 >= change->to);
  default:
    return change->code == SMAAJOB_CODE_HOURS_MIN_LOWERED && strcmp (subject, "hours") == 0 &&
           change->by != SMAAJOB_ACTOR_MUNICIPALITY;
  }
}

bool
a_lever_touches_what_may_be_changed (const Made *made, Random *random, char *why)
{
  SmaajobLevers *levers = find_levers (made);
  bool allowed = true;

  (void) random;
  for (size_t i = 0; allowed && i < smaajob_levers_get_n (levers); i++)
    for (size_t j = 0; allowed && j < smaajob_levers_get_at (levers, i).n_changes; j++) {
      const SmaajobChange change = smaajob_levers_get_change_at (levers, i, j);

      allowed =
          may_change (made->model, &change) ||
          fail (why, "lever %zu: %s is to change %s %s", i, smaajob_actor_get_name (change.by),
                smaajob_code_get_name (change.code), change.subject);
    }
  smaajob_levers_free (levers);
  return allowed;
}
