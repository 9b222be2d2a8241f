/* SPDX-License-Identifier: Apache-2.0 */
/*
 * THE SCORE
 *
 *   factor of an item        1 − share · shortfall
 *   factor of a criterion    the product of its items' factors, not below the floor
 *   score                    Π over the criteria of factor ^ weight
 *
 * As costs these add:  cost = −log2 (factor),  and
 *
 *   cost of a criterion      the sum of its items' costs, at most the cost of the floor
 *   score                    2 ^ −( Σ over the criteria of weight · cost )
 *
 * Costs are whole numbers of 2^-20, weights of a thousandth; the sum is looked up once, at the end.
 * low, value and high are three such sums. docs/scoring.md follows the order of this file.
 */
#include "match/score.h"

#include "base/error.h"
#include "judgement/accommodation.h"
#include "judgement/travel.h"
#include "judgement/wish.h"

#define CITIZEN_SIDE                                                                               \
  (1u << SMAAJOB_CRITERION_ACCOMMODATION | 1u << SMAAJOB_CRITERION_HOURS_CITIZEN |                 \
   1u << SMAAJOB_CRITERION_WISH | 1u << SMAAJOB_CRITERION_TRAVEL)
#define EMPLOYER_SIDE (1u << SMAAJOB_CRITERION_COMPETENCE | 1u << SMAAJOB_CRITERION_HOURS_EMPLOYER)

/* The sum over some criteria (bits), looked up. The weights are scaled to 1 over them. */
static CostBounds
sum_criteria (const Tally *tally, unsigned criteria, uint32_t *scale)
{
  const int32_t *weights = &tally->policy->numbers[POLICY_WEIGHT_COMPETENCE];
  CostBounds sum = {0, 0, 0};

  *scale = 0;
  for (int i = 0; i < N_CRITERIA; i++)
    if (criteria >> i & 1) {
      const CostBounds *cost = &tally->costs[i];
      Cost weight = (Cost) weights[i];

      sum.low += weight * cost->low;
      sum.value += weight * cost->value;
      sum.high += weight * cost->high;
      *scale += (uint32_t) weight;
    }
  return sum;
}

static void
look_up_score (const Tally *tally, SmaajobScore *score)
{
  uint32_t scale_citizen, scale_employer, scale;
  CostBounds citizen = sum_criteria (tally, CITIZEN_SIDE, &scale_citizen);
  CostBounds employer = sum_criteria (tally, EMPLOYER_SIDE, &scale_employer);

  scale = scale_citizen + scale_employer;
  score->low = score_of (citizen.low + employer.low, scale);
  score->potential = score_of (citizen.value + employer.value, scale);
  score->high = score_of (citizen.high + employer.high, scale);
  score->side_citizen = score_of (citizen.value, scale_citizen);
  score->side_employer = score_of (employer.value, scale_employer);
}

/* Competence, and with it what each task is for the citizen. */
typedef struct {
  unsigned surely, likely, possibly; /* tasks within reach at worst, as things stand, at best */
} Reach;

static Reach
judge_tasks (const Pairing *pairing, Tally *tally, Findings *findings)
{
  const TaskFindings found = tasks_judge (pairing, tally);

  findings->paid = found.paid;
  findings->practice = found.practice;
  findings->unclear = found.unclear;
  findings->within_reach = found.paid | found.practice | found.unclear;
  return (Reach){found.surely, findings->within_reach, found.possibly};
}

static void
judge_need (const Pairing *pairing, const Need *need, Tally *tally)
{
  Item item;

  need_judge (need, pairing->opening, pairing->core, pairing->policy, &item);
  tally_add (tally, SMAAJOB_CRITERION_ACCOMMODATION, &item);
}

/* Who keeps no items adds up most needs at once. */
static void
judge_accommodation (const Pairing *pairing, Tally *tally)
{
  const SmaajobCitizen *citizen = pairing->citizen;
  const Need *needs = citizen_needs (citizen);
  Item item = {.subject = {SUBJECT_MEMBER, MEMBER_NEEDS}, .task = NO_TASK};
  Price sum;

  if (!citizen->needs_known)
    tally_add_untold (tally, SMAAJOB_CRITERION_ACCOMMODATION, &item,
                      pairing->policy->prior_other[SMAAJOB_STRENGTH_MUST]);
  if (tally->items != NULL || pairing->core != pairing->opening->core) {
    for (size_t i = 0; i < citizen->n_needs; i++)
      judge_need (pairing, &needs[i], tally);
    return;
  }
  needs_price (citizen, pairing->opening, pairing->policy, &sum);
  tally_add_needs (tally, &sum);
  for (uint64_t left = citizen->quantities; left != 0; left &= left - 1)
    judge_need (pairing, &needs[__builtin_ctzll (left)], tally);
}

static int
least (int a, int b)
{
  return a < b ? a : b;
}

void
find_caps (const SmaajobOpening *opening, unsigned tasks, int grid, int *caps)
{
  for (int i = 0; i < opening->n_tasks; i++) {
    const Task *task = &opening_tasks (opening)[i];
    bool capped = task->hours_known && task->max != SMAAJOB_UNKNOWN;
    int most = capped ? task->max : MANY_MINUTES;

    caps[i] = tasks >> i & 1 ? most - most % grid : 0;
  }
}

int
find_total (const Hours *hours)
{
  return least (hours->employer_max, hours->citizen_limit);
}

/* Whether it is known that none of the tasks (bits) can be done at any time the citizen has. */
static bool
lacks_common_time (const Pairing *pairing, unsigned tasks)
{
  bool lacks = tasks != 0;

  for (; tasks != 0 && citizen_has_days (pairing->citizen); tasks &= tasks - 1)
    if (task_meets_availability (&opening_tasks (pairing->opening)[__builtin_ctz (tasks)],
                                 pairing->citizen))
      return false;
  return lacks;
}

/* What the hours of a pair are chosen from. */
typedef struct {
  CommonTime time;
  Hours hours;
} HoursAsked;

__attribute__ ((noinline)) static int
choose_minutes (const Pairing *pairing, const HoursAsked *asked, unsigned tasks)
{
  int most = least (find_total (&asked->hours), hours_find_most (&asked->hours));
  int caps[OPENING_MAX_TASKS], capacity = 0;

  if (tasks != 0) {
    find_caps (pairing->opening, tasks, WEEK_SLOT_MINUTES, caps);
    capacity = common_time_find_capacity (&asked->time, caps, most);
  }
  return hours_choose (&asked->hours, capacity, pairing->policy);
}

static Cost
cost_of_minutes (const Hours *hours, SmaajobCriterionId criterion, int minutes,
                 const SmaajobPolicy *policy)
{
  Shortfall shortfall = criterion == SMAAJOB_CRITERION_HOURS_CITIZEN
                            ? hours_shortfall_for_citizen (hours, minutes)
                            : hours_shortfall_for_employer (hours, minutes);

  return cost_of (policy->shares[SMAAJOB_STRENGTH_MUST], shortfall);
}

/* Of the minutes at worst, as things stand and at best. */
static void
set_hours (Item *item, const Hours *hours, SmaajobCriterionId criterion, const int *minutes,
           const SmaajobPolicy *policy)
{
  bool citizen = criterion == SMAAJOB_CRITERION_HOURS_CITIZEN;
  int least_asked = citizen ? hours->citizen_min : hours->employer_min;
  int most_asked = citizen ? hours->citizen_max : hours->employer_max;
  int want = minutes[1] < least_asked ? least_asked : least (minutes[1], most_asked);

  item->known = true;
  item->met = want == minutes[1];
  item->have = thousandths_of_hours (minutes[1]);
  item->want = thousandths_of_hours (want);
  item->cost.value = cost_of_minutes (hours, criterion, minutes[1], policy);
  item->cost.low = minutes[0] == minutes[1]
                       ? item->cost.value
                       : cost_of_minutes (hours, criterion, minutes[0], policy);
  item->cost.high = minutes[2] == minutes[1]
                        ? item->cost.value
                        : cost_of_minutes (hours, criterion, minutes[2], policy);
}

static void
add_hours (const Pairing *pairing, Tally *tally, const Hours *hours, const int *minutes,
           SmaajobCriterionId criterion)
{
  const SmaajobPolicy *policy = pairing->policy;
  Item item = {.subject = {SUBJECT_MEMBER, MEMBER_HOURS},
               .task = NO_TASK,
               .strength = SMAAJOB_STRENGTH_MUST,
               .have = SMAAJOB_UNKNOWN,
               .want = SMAAJOB_UNKNOWN};

  if (hours->known)
    set_hours (&item, hours, criterion, minutes, policy);
  else
    item_set_unknown (&item, policy, policy->prior_other[SMAAJOB_STRENGTH_MUST]);
  tally_add (tally, criterion, &item);
}

static void
judge_hours (const Pairing *pairing, const Reach *reach, Tally *tally, Findings *findings)
{
  HoursAsked asked;
  int minutes[3];

  hours_make (&asked.hours, pairing->citizen, pairing->opening, pairing->tasks);
  common_time_find (&asked.time, pairing->citizen, pairing->opening, pairing->policy);
  minutes[0] = minutes[1] = minutes[2] = choose_minutes (pairing, &asked, reach->likely);
  if (reach->surely != reach->likely)
    minutes[0] = choose_minutes (pairing, &asked, reach->surely);
  if (reach->possibly != reach->likely)
    minutes[2] = choose_minutes (pairing, &asked, reach->possibly);
  add_hours (pairing, tally, &asked.hours, minutes, SMAAJOB_CRITERION_HOURS_EMPLOYER);
  add_hours (pairing, tally, &asked.hours, minutes, SMAAJOB_CRITERION_HOURS_CITIZEN);
  findings->minutes = minutes[1];
  findings->load_exceeded = asked.hours.citizen_limit < WEEK_SLOT_MINUTES;
  findings->no_common_time = lacks_common_time (pairing, reach->likely);
}

static void
judge_wishes (const Pairing *pairing, Tally *tally)
{
  const SmaajobCitizen *citizen = pairing->citizen;
  Item item;

  if (citizen->n_wishes == 0)
    return;
  for (uint32_t i = 0; i <= citizen->n_wishes; i++)
    if (wish_judge (citizen, i, pairing->opening, pairing->core, pairing->policy, &item))
      tally_add (tally, SMAAJOB_CRITERION_WISH, &item);
}

static void
judge_travel (const Pairing *pairing, Tally *tally, Findings *findings)
{
  Item item;

  findings->travel_minutes = travel_minutes (pairing->pair, pairing->policy);
  if (!pairing->citizen->travel_known)
    return;
  travel_judge (pairing->citizen, findings->travel_minutes, pairing->policy, &item);
  tally_add (tally, SMAAJOB_CRITERION_TRAVEL, &item);
  findings->travel_too_far = findings->travel_minutes > pairing->citizen->travel_max_minutes;
}

SmaajobScore
pairing_score (const Pairing *pairing, Tally *tally, Findings *findings)
{
  SmaajobScore score;
  Reach reach;

  *findings = (Findings){0};
  reach = judge_tasks (pairing, tally, findings);
  judge_accommodation (pairing, tally);
  judge_hours (pairing, &reach, tally, findings);
  judge_wishes (pairing, tally);
  judge_travel (pairing, tally, findings);
  tally_close (tally);
  findings_note_formalities (findings, pairing);

  score.verdict = verdict_decide (findings);
  score.coverage = tally->all == 0 ? 0 : (int) (tally->known * 1000 / tally->all);
  look_up_score (tally, &score);
  if (score.coverage == 0)
    score.potential = score.side_citizen = score.side_employer = SMAAJOB_UNKNOWN;
  score.score = score.verdict == SMAAJOB_VERDICT_BLOCKED ? SMAAJOB_UNKNOWN : score.potential;
  return score;
}

bool
pair_check (const SmaajobPair *pair, const SmaajobPolicy *policy, SmaajobError *error)
{
  if (pair == NULL || pair->citizen == NULL || pair->opening == NULL || policy == NULL)
    return error_argument (error, "a pair needs a citizen, an opening and a policy; one is NULL");
  if (pair->citizen->vocabulary != pair->opening->vocabulary)
    return error_argument (error, "the citizen and the opening were read with two vocabularies");
  if (pair->travel_minutes < SMAAJOB_UNKNOWN || pair->travel_minutes > 1440)
    return error_set (error, SMAAJOB_ERROR_RANGE, "/travel_minutes",
                      "travel_minutes: %d is outside [0, 1440]", pair->travel_minutes);
  return true;
}

/* In one piece, so that what only a full match keeps of an item is not made at all. What is called
   often, or hardly ever, stays outside by noinline: the piece should fit the processor's cache. */
__attribute__ ((flatten)) SmaajobScore
pair_score (const SmaajobPair *pair, const SmaajobPolicy *policy)
{
  Pairing pairing;
  Tally tally;
  Findings findings;

  opening_prefetch (pair->opening);
  pairing_init (&pairing, pair, policy, pairing_all_tasks (pair->opening));
  tally_init (&tally, policy, NULL);
  return pairing_score (&pairing, &tally, &findings);
}

bool
smaajob_score (const SmaajobPair *pair, const SmaajobPolicy *policy, SmaajobScore *score,
               SmaajobError *error)
{
  if (score == NULL)
    return error_argument (error, "the score to fill is NULL");
  if (!pair_check (pair, policy, error))
    return false;
  *score = pair_score (pair, policy);
  return true;
}

size_t
count_items (const SmaajobCitizen *citizen, const SmaajobOpening *opening)
{
  /* every requirement, a task nobody has told of, every need or none told, two of hours, travel */
  return (size_t) opening->n_requirements + opening->n_tasks + citizen->n_needs + 1 + 2 +
         citizen->n_wishes + 1 + 1;
}
