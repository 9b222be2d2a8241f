/* SPDX-License-Identifier: Apache-2.0 */
#include "property.h"

#include <stdarg.h>
#include <stdlib.h>

bool
fail (char *why, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  vsnprintf (why, WHY_SIZE, format, arguments);
  va_end (arguments);
  return false;
}

static void
demand (bool done, const SmaajobError *error)
{
  if (done)
    return;
  fprintf (stderr, "properties: %s: %s\n", error->pointer, error->message);
  exit (2);
}

Made
make_score (const PairModel *model)
{
  Made made = {.model = model,
               .citizen = citizen_build (model->world, &model->citizen),
               .opening = opening_build (model->world, &model->opening)};
  const SmaajobPair pair = {made.citizen, made.opening, model->travel_minutes};
  SmaajobError error;

  demand (smaajob_score (&pair, model->world->policy, &made.score, &error), &error);
  return made;
}

Made
make_match (const PairModel *model)
{
  Made made = make_score (model);
  const SmaajobPair pair = {made.citizen, made.opening, model->travel_minutes};
  SmaajobError error;

  made.match = smaajob_match_new (&pair, model->world->policy, &error);
  demand (made.match != NULL, &error);
  return made;
}

void
unmake (Made *made)
{
  smaajob_match_free (made->match);
  smaajob_citizen_free (made->citizen);
  smaajob_opening_free (made->opening);
}

static SmaajobScore
score_of_model (const PairModel *model)
{
  Made made = make_score (model);

  unmake (&made);
  return made.score;
}

bool
bounds_are_in_order (const Made *made, Random *random, char *why)
{
  const SmaajobScore *score = &made->score;
  int potential = score->potential == SMAAJOB_UNKNOWN ? score->low : score->potential;

  (void) random;
  return (0 <= score->low && score->low <= potential && potential <= score->high &&
          score->high <= 1000 && 0 <= score->coverage && score->coverage <= 1000) ||
         fail (why, "low %d, potential %d, high %d, coverage %d", score->low, score->potential,
               score->high, score->coverage);
}

static bool
is_within (const SmaajobScore *before, const SmaajobScore *after, int kind, char *why)
{
  return after->potential == SMAAJOB_UNKNOWN ||
         (before->low <= after->potential && after->potential <= before->high) ||
         fail (why, "an unknown of kind %d was filled: potential %d is outside [%d, %d]", kind,
               after->potential, before->low, before->high);
}

static Outcome
draw_outcome (Random *random)
{
  return (Outcome) random_below (random, 3);
}

bool
filling_one_stays_within_the_bounds (const Made *made, Random *random, char *why)
{
  Unknowable list[MOST_UNKNOWNS];
  int n = pair_list_unknowns (made->model, list), i = random_below (random, n);
  PairModel filled = *made->model;
  SmaajobScore after;

  pair_fill (&filled, &list[i], draw_outcome (random), random);
  after = score_of_model (&filled);
  return is_within (&made->score, &after, (int) list[i].kind, why);
}

/* Each of the pair's own unknowns with a chance, in random order; perhaps all of them. */
bool
filling_several_stays_within_the_bounds (const Made *made, Random *random, char *why)
{
  Unknowable list[MOST_UNKNOWNS];
  int n = pair_list_unknowns (made->model, list);
  int chance = random_chance (random, 30) ? 100 : random_between (random, 20, 80), last = -1;
  Outcome outcome = draw_outcome (random);
  PairModel filled = *made->model;
  SmaajobScore after;

  for (; n > 0; n--) {
    int i = random_below (random, n);

    if (random_chance (random, chance)) {
      pair_fill (&filled, &list[i], outcome, random);
      last = (int) list[i].kind;
    }
    list[i] = list[n - 1];
  }
  after = score_of_model (&filled);
  return is_within (&made->score, &after, last, why);
}

static bool
asks_for (const PairModel *pair, int concept_index)
{
  for (int i = 0; i < pair->opening.n_tasks; i++)
    for (int j = 0; j < pair->opening.tasks[i].n_requirements; j++)
      if (pair->opening.tasks[i].requirements[j].concept_index == concept_index)
        return true;
  return false;
}

/* An answer may raise new questions, which are answered, too. But for a competence that the pair
   did not ask for and that is near one that it did: the bounds are of what is asked. */
bool
filling_what_that_opens_stays_within_the_bounds (const Made *made, Random *random, char *why)
{
  Unknowable list[MOST_UNKNOWNS];
  PairModel filled = *made->model;
  Outcome outcome = draw_outcome (random);
  SmaajobScore after;
  int last = -1;

  for (int left = random_between (random, 2, 40); left > 0; left--) {
    int i = random_below (random, pair_list_unknowns (&filled, list));

    if (list[i].kind != UNKNOWN_COMPETENCE || asks_for (made->model, list[i].i)) {
      pair_fill (&filled, &list[i], outcome, random);
      last = (int) list[i].kind;
    }
  }
  after = score_of_model (&filled);
  return is_within (&made->score, &after, last, why);
}

/* Whether it can be said what would be best and what worst, and the pair has room for all of it. */
static bool
has_extremes (const PairModel *pair, const Unknowable *list, int n)
{
  for (int i = 0; i < n; i++)
    switch (list[i].kind) {
    case UNKNOWN_COMPETENCE:
    case UNKNOWN_EVIDENCE:
    case UNKNOWN_TRAINING:
    case UNKNOWN_PROVISION:
    case UNKNOWN_COMPLETENESS:
    case UNKNOWN_FORMALITIES:
      break;
    case UNKNOWN_EXPOSURE:
      if (condition_type (pair->world, list[i].j) == SMAAJOB_CONDITION_CEILING)
        return false;
      break;
    default:
      return false;
    }
  return true;
}

/* The pair when all that is unknown turns out so; false when there is no room for it in the model.
 */
static bool
fill_all (const PairModel *pair, Outcome outcome, Random *random, int *potential)
{
  Unknowable list[MOST_UNKNOWNS];
  PairModel filled = *pair;

  for (int n = pair_list_unknowns (pair, list); n > 0; n--)
    if (list[n - 1].kind != UNKNOWN_COMPLETENESS)
      pair_fill (&filled, &list[n - 1], outcome, random);
  for (int i = 0; i < filled.citizen.n_competences; i++)
    if (filled.citizen.competences[i].evidence == SMAAJOB_EVIDENCE_STATED)
      filled.citizen.competences[i].evidence = SMAAJOB_EVIDENCE_OBSERVED;
  *potential = score_of_model (&filled).potential;
  return pair_is_known (&filled) && *potential != SMAAJOB_UNKNOWN;
}

/* The bounds are no wider than they must be. */
bool
the_best_and_the_worst_reach_the_bounds (const Made *made, Random *random, char *why)
{
  Unknowable list[MOST_UNKNOWNS];
  int n = pair_list_unknowns (made->model, list), best, worst;

  if (!has_extremes (made->model, list, n) ||
      !fill_all (made->model, TURNS_OUT_BEST, random, &best) ||
      !fill_all (made->model, TURNS_OUT_WORST, random, &worst))
    return true;
  return (best == made->score.high && worst == made->score.low) ||
         fail (why, "from %d to %d, the bounds are [%d, %d]", worst, best, made->score.low,
               made->score.high);
}

bool
nothing_unknown_is_one_number (const Made *made, Random *random, char *why)
{
  const SmaajobScore *score = &made->score;

  (void) random;
  if (!pair_is_known (made->model) || score->potential == SMAAJOB_UNKNOWN)
    return true;
  return (score->low == score->potential && score->potential == score->high) ||
         fail (why, "low %d, potential %d, high %d, coverage %d", score->low, score->potential,
               score->high, score->coverage);
}

static int
count_improvements (const PairModel *model)
{
  int n = 0;
  bool sought;

  for (PairModel copy = *model; pair_improve (&copy, n, &sought); copy = *model)
    n++;
  return n;
}

/* One of all that could be improved, scored; false when there is none. */
static bool
improve (const Made *made, Random *random, int *which, SmaajobScore *after)
{
  int n = count_improvements (made->model);
  PairModel improved = *made->model;
  bool sought;

  if (n == 0)
    return false;
  *which = random_below (random, n);
  pair_improve (&improved, *which, &sought);
  if (sought)
    return false;
  *after = score_of_model (&improved);
  return true;
}

/* But for what is sought, of which there is then less (improve), and for a pair of which nothing is
   known but what is taken away: it is left without a score, which is none that is lower. */
bool
an_improvement_never_lowers_the_potential (const Made *made, Random *random, char *why)
{
  const SmaajobScore *before = &made->score;
  SmaajobScore after;
  int which;

  if (!improve (made, random, &which, &after) || before->potential == SMAAJOB_UNKNOWN ||
      after.potential == SMAAJOB_UNKNOWN)
    return true;
  return after.potential >= before->potential ||
         fail (why, "improvement %d: potential from %d to %d", which, before->potential,
               after.potential);
}

bool
an_improvement_never_lowers_the_verdict (const Made *made, Random *random, char *why)
{
  SmaajobScore after;
  int which;

  if (!pair_is_known (made->model) || !improve (made, random, &which, &after))
    return true;
  return after.verdict >= made->score.verdict ||
         fail (why, "improvement %d: from %s to %s", which,
               smaajob_verdict_get_name (made->score.verdict),
               smaajob_verdict_get_name (after.verdict));
}

/* A citizen of whom only the id is known, for this opening. */
bool
an_empty_profile_has_no_score (const Made *made, Random *random, char *why)
{
  PairModel empty = *made->model;
  SmaajobScore score;

  (void) random;
  empty.citizen = (CitizenModel){.effectiveness = SMAAJOB_UNKNOWN, .kept = SMAAJOB_UNKNOWN};
  score = score_of_model (&empty);
  return (score.coverage == 0 && score.score == SMAAJOB_UNKNOWN &&
          score.potential == SMAAJOB_UNKNOWN) ||
         fail (why, "coverage %d, score %d, potential %d", score.coverage, score.score,
               score.potential);
}

bool
the_score_alone_is_that_of_the_match (const Made *made, Random *random, char *why)
{
  const SmaajobScore a = made->score, b = smaajob_match_get_score (made->match);

  (void) random;
  return (a.verdict == b.verdict && a.score == b.score && a.low == b.low && a.high == b.high &&
          a.coverage == b.coverage && a.potential == b.potential &&
          a.side_citizen == b.side_citizen && a.side_employer == b.side_employer) ||
         fail (why, "%s %d and %s %d", smaajob_verdict_get_name (a.verdict), a.score,
               smaajob_verdict_get_name (b.verdict), b.score);
}
