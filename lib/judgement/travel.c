/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/travel.h"

#define MOST_MINUTES 1000000 /* more than anyone states; its thousandths still fit */

int
travel_minutes (const SmaajobPair *pair, const SmaajobPolicy *policy)
{
  const SmaajobCitizen *citizen = pair->citizen;
  const SmaajobOpening *opening = pair->opening;
  int64_t metres_an_hour, minutes;

  if (pair->travel_minutes != SMAAJOB_UNKNOWN)
    return pair->travel_minutes;
  if (!citizen->travel_known || !citizen->location_known || !opening->location_known)
    return SMAAJOB_UNKNOWN;
  /* thousandths of a kilometre an hour are metres an hour */
  metres_an_hour = policy->numbers[POLICY_SPEED_WALK + citizen->travel_mode];
  minutes =
      (place_distance_metres (&citizen->location, &opening->location) * 60 + metres_an_hour / 2) /
      metres_an_hour;
  return (int) (minutes < MOST_MINUTES ? minutes : MOST_MINUTES);
}

void
travel_judge (const SmaajobCitizen *citizen, int minutes, const SmaajobPolicy *policy, Item *item)
{
  int most = citizen->travel_max_minutes;

  item->subject = (Subject){SUBJECT_MEMBER, MEMBER_TRAVEL};
  item->task = NO_TASK;
  item->strength = SMAAJOB_STRENGTH_MUST;
  item->want = most * 1000;
  item->have = minutes == SMAAJOB_UNKNOWN ? SMAAJOB_UNKNOWN : minutes * 1000;
  if (minutes == SMAAJOB_UNKNOWN)
    item_set_unknown (item, policy, policy->prior_other[SMAAJOB_STRENGTH_MUST]);
  else
    item_set_known (item, policy, minutes <= most ? 0 : shortfall_of (minutes - most, most));
}
