/* SPDX-License-Identifier: Apache-2.0 */

/* The properties of docs/scoring.md that speak of one pair's score and match. */

/* clang-format off */
#define PROPERTIES(each) \
  each (bounds_are_in_order) \
  each (filling_one_stays_within_the_bounds) \
  each (filling_several_stays_within_the_bounds) \
  each (filling_what_that_opens_stays_within_the_bounds) \
  each (the_best_and_the_worst_reach_the_bounds) \
  each (nothing_unknown_is_one_number) \
  each (an_improvement_never_lowers_the_potential) \
  each (an_improvement_never_lowers_the_verdict) \
  each (an_empty_profile_has_no_score) \
  each (the_score_alone_is_that_of_the_match) \
  each (order_never_matters) \
  each (losses_sum_exactly) \
  each (the_plan_is_its_schedule) \
  each (the_plan_breaks_no_limit) \
  each (the_schedule_keeps_to_its_windows) \
  each (just_enough_is_enough) \
  each (every_blocked_pair_has_a_blocker) \
  each (a_match_is_written_the_same_twice) \
  each (documents_score_as_what_builders_made)
/* clang-format on */

#define PROPERTIES_OF "properties"
#define ONE_PAIR_IN   1

#include "property-run.h"
