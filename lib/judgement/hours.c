/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/hours.h"

#include "judgement/capacity.h"

static int
or_open (int minutes, int open)
{
  return minutes == SMAAJOB_UNKNOWN ? open : minutes;
}

static int
least (int a, int b)
{
  return a < b ? a : b;
}

/* A plan is made of whole quarter-hours: 20 hours a month, 277 minutes a week, are met by 270. */
static int
in_quarters (int minutes)
{
  return minutes - minutes % WEEK_SLOT_MINUTES;
}

/* Where no health limit is stated, no more than the citizen's own max is ever asked. */
static int
left_of_limit (const SmaajobCitizenHours *hours)
{
  int committed = or_open (hours->committed, 0);

  if (hours->limit == SMAAJOB_UNKNOWN)
    return or_open (hours->max, MANY_MINUTES);
  return hours->limit > committed ? hours->limit - committed : 0;
}

static bool
are_known (const SmaajobCitizen *citizen, const SmaajobOpening *opening, unsigned tasks)
{
  const SmaajobCitizenHours *hours = &citizen->hours;
  bool known = citizen->hours_known && citizen->availability_known && opening->hours_known &&
               (hours->limit == SMAAJOB_UNKNOWN || hours->committed != SMAAJOB_UNKNOWN);

  for (int task = 0; task < opening->n_tasks; task++)
    if (tasks >> task & 1)
      known &=
          opening_tasks (opening)[task].hours_known && opening_tasks (opening)[task].windows_known;
  return known;
}

void
hours_make (Hours *hours, const SmaajobCitizen *citizen, const SmaajobOpening *opening,
            unsigned tasks)
{
  const SmaajobCitizenHours *c = &citizen->hours;
  const SmaajobOpeningHours *o = &opening->hours;

  *hours = (Hours){0, MANY_MINUTES, MANY_MINUTES, 0, MANY_MINUTES, false};
  if (citizen->hours_known) {
    hours->citizen_limit = left_of_limit (c);
    hours->citizen_min = in_quarters (or_open (c->min, 0));
    hours->citizen_max = least (or_open (c->max, MANY_MINUTES), hours->citizen_limit);
  }
  if (opening->hours_known) {
    hours->employer_min = in_quarters (or_open (o->min, 0));
    hours->employer_max = or_open (o->max, MANY_MINUTES);
  }
  hours->known = are_known (citizen, opening, tasks);
}

Shortfall
hours_shortfall_for_citizen (const Hours *hours, int minutes)
{
  if (minutes < hours->citizen_min)
    return shortfall_of (hours->citizen_min - minutes, hours->citizen_min);
  if (minutes <= hours->citizen_max)
    return 0;
  return shortfall_of (minutes - hours->citizen_max, hours->citizen_limit - hours->citizen_max);
}

Shortfall
hours_shortfall_for_employer (const Hours *hours, int minutes)
{
  if (minutes < hours->employer_min)
    return shortfall_of (hours->employer_min - minutes, hours->employer_min);
  return minutes <= hours->employer_max ? 0 : FIXED_ONE;
}

/* No more than the floor under a criterion: else more time could cost the two together more. */
static Cost
cost_at_most_floor (Shortfall shortfall, const SmaajobPolicy *policy)
{
  Cost cost = cost_of (policy->numbers[POLICY_SHARE_MUST], shortfall);

  return cost < policy->floor ? cost : policy->floor;
}

static Cost
cost_of_hours (const Hours *hours, int minutes, const SmaajobPolicy *policy)
{
  const int32_t *n = policy->numbers;

  return (Cost) n[POLICY_WEIGHT_HOURS_CITIZEN] *
             cost_at_most_floor (hours_shortfall_for_citizen (hours, minutes), policy) +
         (Cost) n[POLICY_WEIGHT_HOURS_EMPLOYER] *
             cost_at_most_floor (hours_shortfall_for_employer (hours, minutes), policy);
}

int
hours_find_most (const Hours *hours)
{
  int asked = hours->employer_min > hours->citizen_max ? hours->employer_min : hours->citizen_max;

  return asked + WEEK_SLOT_MINUTES;
}

/* Up to the citizen's max neither side loses by more, so the search begins there; it ends where
   both only lose by more. */
int
hours_choose (const Hours *hours, int capacity, const SmaajobPolicy *policy)
{
  int most = capacity - capacity % WEEK_SLOT_MINUTES;
  int best = least (most, hours->citizen_max - hours->citizen_max % WEEK_SLOT_MINUTES);
  Cost cost = cost_of_hours (hours, best, policy);

  most = least (most, hours_find_most (hours));
  for (int minutes = best + WEEK_SLOT_MINUTES; cost > 0 && minutes <= most;
       minutes += WEEK_SLOT_MINUTES) {
    Cost other = cost_of_hours (hours, minutes, policy);

    if (other <= cost) {
      best = minutes;
      cost = other;
    }
  }
  return best;
}
