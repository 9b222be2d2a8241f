/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_PROPERTY_H
#define TESTS_PROPERTY_H

#include "population.h"

/* A pair made of its model, and what the library says of it. */
typedef struct {
  const PairModel *model;
  SmaajobCitizen *citizen;
  SmaajobOpening *opening;
  SmaajobScore score;
  SmaajobMatch *match; /* NULL when only the score is asked for */
} Made;

Made make_score (const PairModel *model);
Made make_match (const PairModel *model);
void unmake (Made *made);
/* The score of a pair that is printed as documents and read again; false when they are refused. */
bool score_documents (const PairModel *model, SmaajobScore *score, SmaajobError *error);

/* Whether a property holds of a pair; else why not, in why. What it changes is drawn from random.
 */
#define WHY_SIZE 400
typedef bool (*Property) (const Made *made, Random *random, char *why);
bool fail (char *why, const char *format, ...) __attribute__ ((format (printf, 2, 3)));

/* In properties-score.c. */
bool bounds_are_in_order (const Made *made, Random *random, char *why);
bool filling_one_stays_within_the_bounds (const Made *made, Random *random, char *why);
bool filling_several_stays_within_the_bounds (const Made *made, Random *random, char *why);
bool filling_what_that_opens_stays_within_the_bounds (const Made *made, Random *random, char *why);
bool the_best_and_the_worst_reach_the_bounds (const Made *made, Random *random, char *why);
bool nothing_unknown_is_one_number (const Made *made, Random *random, char *why);
bool an_improvement_never_lowers_the_potential (const Made *made, Random *random, char *why);
bool an_improvement_never_lowers_the_verdict (const Made *made, Random *random, char *why);
bool an_empty_profile_has_no_score (const Made *made, Random *random, char *why);
bool the_score_alone_is_that_of_the_match (const Made *made, Random *random, char *why);

/* In properties-match.c. */
bool order_never_matters (const Made *made, Random *random, char *why);
bool losses_sum_exactly (const Made *made, Random *random, char *why);
bool the_plan_is_its_schedule (const Made *made, Random *random, char *why);
bool the_plan_breaks_no_limit (const Made *made, Random *random, char *why);
bool the_schedule_keeps_to_its_windows (const Made *made, Random *random, char *why);
bool just_enough_is_enough (const Made *made, Random *random, char *why);
bool every_blocked_pair_has_a_blocker (const Made *made, Random *random, char *why);
bool a_match_is_written_the_same_twice (const Made *made, Random *random, char *why);
bool documents_score_as_what_builders_made (const Made *made, Random *random, char *why);

/* In properties-advice.c. */
bool questions_and_answers_are_those_of_the_table (const Made *made, Random *random, char *why);
bool an_answer_stays_within_the_bounds (const Made *made, Random *random, char *why);
bool an_answer_is_worth_nothing_when_all_is_known (const Made *made, Random *random, char *why);
bool levers_are_what_every_set_of_changes_gives (const Made *made, Random *random, char *why);
bool levers_are_all_there_are_where_much_can_be_changed (const Made *made, Random *random,
                                                         char *why);
bool documents_with_a_lever_score_as_it_says (const Made *made, Random *random, char *why);
bool a_lever_touches_what_may_be_changed (const Made *made, Random *random, char *why);

#endif
