/* SPDX-License-Identifier: Apache-2.0 */

/* The properties of docs/scoring.md that speak of a pair's questions and levers. Each pair is made
   and scored some hundreds of times, so that one in twenty of the others is enough. */

/* clang-format off */
#define PROPERTIES(each) \
  each (questions_and_answers_are_those_of_the_table) \
  each (an_answer_stays_within_the_bounds) \
  each (an_answer_is_worth_nothing_when_all_is_known) \
  each (levers_are_what_every_set_of_changes_gives) \
  each (levers_are_all_there_are_where_much_can_be_changed) \
  each (documents_with_a_lever_score_as_it_says) \
  each (a_lever_touches_what_may_be_changed)
/* clang-format on */

#define PROPERTIES_OF "advice"
#define ONE_PAIR_IN   20

#include "property-run.h"
