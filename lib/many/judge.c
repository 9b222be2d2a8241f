/* SPDX-License-Identifier: Apache-2.0 */
#include "many/judge.h"

#include "judgement/travel.h"
#include "judgement/wish.h"
#include "match/score.h"

/* The cost of one item, in the way that every tally reckons it. */
static void
set_judged (Judged *judged, const Tally *tally, SmaajobCriterionId criterion)
{
  judged->cost =
      criterion == SMAAJOB_CRITERION_COMPETENCE ? tally->task.value : tally->costs[criterion].value;
  judged->known = (uint32_t) tally->known;
  judged->stake = (uint32_t) tally->all;
}

void
judge_item (const Screen *screen, SmaajobCriterionId criterion, const Item *item, Judged *judged)
{
  Tally tally;

  tally_init (&tally, screen->policy, NULL);
  tally_add (&tally, criterion, item);
  set_judged (judged, &tally, criterion);
}

static void
weigh_untold (const Screen *screen, SmaajobCriterionId criterion, Cost prior, Judged *judged)
{
  Item item = {.task = NO_TASK};
  Tally tally;

  tally_init (&tally, screen->policy, NULL);
  tally_add_untold (&tally, criterion, &item, prior);
  set_judged (judged, &tally, criterion);
}

void
judge_untold (Screen *screen)
{
  const SmaajobPolicy *policy = screen->policy;

  weigh_untold (screen, SMAAJOB_CRITERION_COMPETENCE,
                policy->prior_competence[SMAAJOB_STRENGTH_MUST], &screen->untold_requirements);
  weigh_untold (screen, SMAAJOB_CRITERION_ACCOMMODATION, policy->prior_other[SMAAJOB_STRENGTH_MUST],
                &screen->untold_needs);
}

/* Without its opening it has no helpers: they matter for what a gap could become, not for what it
   is. */
void
judge_best (const Screen *screen, const Requirement *requirement, const Best *best, Judged *judged)
{
  RequirementJudgement judgement = {.item.task = 0};

  requirement_judge_best (requirement, best, screen->citizen, screen->policy, &judgement);
  judge_item (screen, SMAAJOB_CRITERION_COMPETENCE, &judgement.item, judged);
  judged->state = (uint8_t) judgement.mastery;
}

static void
judge_bare (Screen *screen)
{
  const Best none = {0};

  for (int i = 0; i < N_STRENGTHS; i++) {
    const Requirement requirement = {.level = 1, .importance = (uint8_t) i};

    judge_best (screen, &requirement, &none, &screen->bare[i]);
  }
}

void
judge_trainings (Screen *screen)
{
  for (int i = 0; i < PACKED_TRAININGS; i++)
    screen->training[i] = training_judge (i - PACKED_TRAINING, screen->policy);
}

void
judge_gates (const Screen *screen, const SmaajobOpening *opening, Judged *judged)
{
  judged->state = 0;
  for (size_t i = 0; i < opening->n_gates; i++) {
    SmaajobAnswer answer = gate_answer (screen->citizen, opening_gates (opening)[i]);

    judged->state |= answer == SMAAJOB_ANSWER_NO ? GATES_REFUSED : 0;
    judged->state |= answer == SMAAJOB_ANSWER_UNKNOWN ? GATES_UNKNOWN : 0;
  }
}

static Cost
at_most (Cost cost, Cost most)
{
  return cost < most ? cost : most;
}

static void
weigh_hours (const Screen *screen, const Item items[2], Judged *judged)
{
  const int32_t *weights = &screen->policy->numbers[POLICY_WEIGHT_COMPETENCE];
  Judged sum = {0};

  for (int i = 0; i < 2; i++) {
    int criterion = SMAAJOB_CRITERION_HOURS_EMPLOYER + i;
    Judged one;

    judge_item (screen, (SmaajobCriterionId) criterion, &items[i], &one);
    sum.cost += (Cost) weights[criterion] * at_most (one.cost, screen->policy->floor);
    sum.known += one.known;
    sum.stake += one.stake;
  }
  judged->cost = sum.cost;
  judged->known = sum.known;
  judged->stake = sum.stake;
}

/* With all the time that the two sides allow: less time never costs less. */
void
judge_hours_at_best (const Screen *screen, const SmaajobOpening *opening, Judged *judged)
{
  Item items[2] = {{.task = NO_TASK}, {.task = NO_TASK}};
  Hours hours;
  int total, minutes;

  hours_make (&hours, screen->citizen, opening, 0);
  total = find_total (&hours);
  minutes = hours_choose (&hours, total < WEEK_MINUTES ? total : WEEK_MINUTES, screen->policy);
  for (int i = 0; i < 2; i++)
    items[i].strength = SMAAJOB_STRENGTH_MUST;
  item_set_known (&items[0], screen->policy, hours_shortfall_for_employer (&hours, minutes));
  item_set_known (&items[1], screen->policy, hours_shortfall_for_citizen (&hours, minutes));
  weigh_hours (screen, items, judged);
}

static void
judge_hours_of_citizen (Screen *screen)
{
  const SmaajobOpening opening = {.hours_known = true,
                                  .hours = {SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN}};
  Item items[2] = {{.task = NO_TASK}, {.task = NO_TASK}};
  Hours hours;

  hours_make (&hours, screen->citizen, &opening, 0);
  screen->hours_known = hours.known;
  screen->findings.load_exceeded = hours.citizen_limit < WEEK_SLOT_MINUTES;
  for (int i = 0; i < 2; i++) {
    items[i].strength = SMAAJOB_STRENGTH_MUST;
    item_set_unknown (&items[i], screen->policy,
                      screen->policy->prior_other[SMAAJOB_STRENGTH_MUST]);
  }
  weigh_hours (screen, items, &screen->unknown_hours);
  judge_hours_at_best (screen, &opening, &screen->best_hours);
}

static void
judge_travel (Screen *screen)
{
  const SmaajobCitizen *citizen = screen->citizen;
  Item item;

  screen->unknown_travel = screen->near_travel = (Judged){0};
  if (!citizen->travel_known)
    return;
  travel_judge (citizen, SMAAJOB_UNKNOWN, screen->policy, &item);
  judge_item (screen, SMAAJOB_CRITERION_TRAVEL, &item, &screen->unknown_travel);
  travel_judge (citizen, 0, screen->policy, &item);
  judge_item (screen, SMAAJOB_CRITERION_TRAVEL, &item, &screen->near_travel);
}

static void
judge_time (Screen *screen)
{
  const SmaajobCitizen *citizen = screen->citizen;
  const Week *week = citizen->availability_known ? &citizen->availability : &week_whole;

  screen->short_days = !citizen_has_days (citizen);
  screen->moments = screen->short_days ? 0 : moments_of (week);
  if (screen->short_days)
    free_slots_make_none (&screen->free);
  else
    free_slots_make (&screen->free, week);
}

void
judge_wishes (const Screen *screen, const SmaajobOpening *opening, Judged *judged)
{
  const SmaajobCitizen *citizen = screen->citizen;
  const unsigned core = opening->core;

  *judged = (Judged){0};
  for (uint32_t i = 0; i <= citizen->n_wishes; i++) {
    Item item;
    Judged one;

    if (!wish_judge (citizen, i, opening, core, screen->policy, &item))
      continue;
    judge_item (screen, SMAAJOB_CRITERION_WISH, &item, &one);
    judged->cost += one.cost;
    judged->known += one.known;
    judged->stake += one.stake;
  }
}

void
judge_citizen (Screen *screen)
{
  const SmaajobCitizen *citizen = screen->citizen;

  screen->findings = (Findings){
      .choice_declined = citizen->choice == SMAAJOB_CHOICE_DECLINED,
      .choice_pending = citizen->choice == SMAAJOB_CHOICE_PENDING,
      .needs_unknown = !citizen->needs_known,
  };
  judge_bare (screen);
  judge_hours_of_citizen (screen);
  judge_time (screen);
  judge_travel (screen);
}

static bool
is_within (const Screen *screen, double chord)
{
  SmaajobOpening opening = {.location_known = true, .location = screen->citizen->location};
  const SmaajobPair pair = {screen->citizen, &opening, SMAAJOB_UNKNOWN};

  opening.location.x += chord;
  return travel_minutes (&pair, screen->policy) <= screen->citizen->travel_max_minutes;
}

/* The farthest that is near enough, found by halving: a little less is surely near, a little more
   surely far, although places are rounded to single precision: a chord between two of them is off
   by less than 2^-22, some two metres. */
Range
judge_range (const Screen *screen)
{
  const double slack = 4e-7, share = 2e-6;
  double near = 0, far = 2;

  if (is_within (screen, far))
    return (Range){8, 9, true};
  for (int i = 0; i < 40; i++) {
    double middle = (near + far) / 2;

    if (is_within (screen, middle))
      near = middle;
    else
      far = middle;
  }
  near = near * (1 - share) - slack;
  far = far * (1 + share) + slack;
  return (Range){near > 0 ? (float) (near * near) : -1, (float) (far * far), true};
}
