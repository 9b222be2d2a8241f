/* SPDX-License-Identifier: Apache-2.0 */
#include "support-difference.h"

#include "effort.h"
#include "population.h"

#define N_PAIRS 1200

static const char refused[] =
    "\"hours\":{\"min\":4,\"max\":12},\"tasks\":[{\"id\":\"boxes\",\"hours\":{\"max\":8},"
    "\"requires\":[]}],\"terms\":{\"paid\":\"no\",\"practice\":\"no\"}";

typedef struct {
  char *before, *after;
  SmaajobDifference *difference;
} Two;

static Two
two_of (const char *opening_before, const char *opening_after)
{
  Two two = {match_of (needs, opening_before), match_of (needs, opening_after), NULL};

  two.difference = difference_of (two.before, two.after);
  return two;
}

static void
two_free (Two *two)
{
  smaajob_difference_free (two->difference);
  smaajob_free (two->before);
  smaajob_free (two->after);
}

START_TEST (tells_verdict_and_numbers_of_both)
{
  Two two = two_of (unasked, asked);
  const SmaajobScore before = smaajob_difference_get_score (two.difference, BEFORE);
  const SmaajobScore after = smaajob_difference_get_score (two.difference, AFTER);

  ck_assert_int_eq (before.verdict, SMAAJOB_VERDICT_UNCLEAR);
  ck_assert_int_eq (after.verdict, SMAAJOB_VERDICT_FIT);
  ck_assert_int_lt (before.coverage, 1000);
  ck_assert_int_eq (after.potential, after.score);
  ck_assert_int_le (before.low, before.potential);
  ck_assert_int_eq (smaajob_difference_get_change (two.difference),
                    after.potential - before.potential);
  ck_assert_int_eq (smaajob_difference_get_advice (two.difference, BEFORE),
                    SMAAJOB_ADVICE_ASK_FIRST);
  ck_assert_int_eq (smaajob_difference_get_advice (two.difference, AFTER), SMAAJOB_ADVICE_PAID_NOW);
  ck_assert_int_eq (smaajob_difference_get_plan (two.difference, AFTER).paid_minutes, 480);
  ck_assert_str_eq (smaajob_difference_get_citizen_id (two.difference, BEFORE), "c-17");
  ck_assert_str_eq (smaajob_difference_get_opening_id (two.difference, AFTER), "o-9");
  two_free (&two);
}
END_TEST

START_TEST (tells_what_the_two_have_in_common)
{
  Two two = two_of (unasked, asked);
  const SmaajobSame same = smaajob_difference_get_same (two.difference);

  ck_assert (!same.all && !same.opening && !same.result);
  ck_assert (same.engine && same.model && same.citizen && same.policy && same.vocabulary);
  two_free (&two);
}
END_TEST

START_TEST (the_largest_change_comes_first)
{
  Two two = two_of (unasked, asked);
  int last = 1000, sum = 0;

  ck_assert (smaajob_difference_has_sum (two.difference));
  for (size_t i = 0; i < smaajob_difference_get_n_items (two.difference); i++) {
    const SmaajobItemChange item = smaajob_difference_get_item_change_at (two.difference, i);

    ck_assert_int_le (abs (item.change), last);
    ck_assert_int_eq (item.change, item.loss_before - item.loss_after);
    last = abs (item.change);
    sum += item.change;
  }
  ck_assert_int_eq (sum, smaajob_difference_get_change (two.difference));
  ck_assert_int_ne (sum, 0);
  two_free (&two);
}
END_TEST

START_TEST (a_comparison_that_only_one_makes_is_told_as_such)
{
  char *before = match_of (needs, asked), *after;
  SmaajobDifference *difference;
  bool seen = false;

  after = match_of ("\"needs\":[{\"condition\":\"env_noise\",\"tolerates\":2,\"strength\":"
                    "\"should\"}],\"hours\":{\"min\":4,\"max\":10}",
                    asked);
  difference = difference_of (before, after);
  for (size_t i = 0; i < smaajob_difference_get_n_items (difference); i++) {
    const SmaajobItemChange item = smaajob_difference_get_item_change_at (difference, i);
    const SmaajobItem was = smaajob_difference_get_item_at (difference, i, BEFORE);
    const SmaajobItem is = smaajob_difference_get_item_at (difference, i, AFTER);

    ck_assert_int_eq (item.has_before, was.subject != NULL);
    ck_assert_int_eq (item.has_after, is.subject != NULL);
    ck_assert_int_eq (item.loss_before, was.loss);
    ck_assert_int_eq (item.loss_after, is.loss);
    if (strcmp (item.subject, "sup_contact") == 0) {
      ck_assert (item.has_before && !item.has_after);
      ck_assert_int_eq (item.criterion, SMAAJOB_CRITERION_ACCOMMODATION);
      seen = true;
    }
    if (strcmp (item.subject, "env_noise") == 0)
      ck_assert (item.has_before && item.has_after && was.want == 1000 && is.want == 2000);
  }
  ck_assert (seen);
  smaajob_difference_free (difference);
  smaajob_free (before);
  smaajob_free (after);
}
END_TEST

static bool
has_reason (const SmaajobDifference *difference, SmaajobList list, SmaajobMoment moment,
            SmaajobCode code)
{
  for (size_t i = 0; i < smaajob_difference_get_n_reasons (difference, list, moment); i++)
    if (smaajob_difference_get_reason_at (difference, list, moment, i).code == code)
      return true;
  return false;
}

START_TEST (without_a_potential_on_one_side_there_is_no_sum)
{
  char *empty = match_of ("\"needs\":[]", "\"tasks\":[{\"id\":\"boxes\"}]");
  char *known = match_of (needs, asked), *json;
  SmaajobDifference *difference;

  if (strstr (empty, "\"potential\":null") == NULL)
    ck_abort_msg ("%s", empty);
  difference = difference_of (empty, known);
  ck_assert (!smaajob_difference_has_sum (difference));
  ck_assert_int_eq (smaajob_difference_get_change (difference), 0);
  for (size_t i = 0; i < smaajob_difference_get_n_items (difference); i++)
    ck_assert_int_eq (smaajob_difference_get_item_change_at (difference, i).change, 0);
  json = smaajob_difference_to_json (difference, NULL);
  ck_assert_ptr_nonnull (strstr (json, "\"potential\":{\"before\":null,\"after\":"));
  ck_assert_ptr_nonnull (strstr (json, "\"change\":null"));
  smaajob_free (json);
  smaajob_difference_free (difference);
  smaajob_free (empty);
  smaajob_free (known);
}
END_TEST

START_TEST (blockers_and_attention_are_told_as_added_and_removed)
{
  Two two = two_of (asked, refused), back = two_of (refused, asked);

  ck_assert (has_reason (two.difference, SMAAJOB_LIST_BLOCKERS, AFTER, SMAAJOB_CODE_PAY_REFUSED));
  ck_assert_uint_eq (
      smaajob_difference_get_n_reasons (two.difference, SMAAJOB_LIST_BLOCKERS, BEFORE), 0);
  ck_assert (has_reason (back.difference, SMAAJOB_LIST_BLOCKERS, BEFORE, SMAAJOB_CODE_PAY_REFUSED));
  ck_assert (has_reason (two.difference, SMAAJOB_LIST_TIMING, AFTER, SMAAJOB_CODE_BLOCKED));
  ck_assert (
      has_reason (two.difference, SMAAJOB_LIST_ATTENTION, BEFORE, SMAAJOB_CODE_CONTRACT_DUTY));
  two_free (&two);
  two_free (&back);
}
END_TEST

START_TEST (tasks_are_told_by_their_ids)
{
  Two two = two_of (unasked, asked);
  const SmaajobTaskChange boxes = smaajob_difference_get_task_change_at (two.difference, 0);
  const SmaajobTaskChange truck = smaajob_difference_get_task_change_at (two.difference, 1);
  const SmaajobTaskChange shelves = smaajob_difference_get_task_change_at (two.difference, 2);

  ck_assert_uint_eq (smaajob_difference_get_n_tasks (two.difference), 3);
  ck_assert_str_eq (boxes.id, "boxes");
  ck_assert (boxes.has_before && boxes.has_after);
  ck_assert_str_eq (truck.id, "truck");
  ck_assert (truck.has_before && !truck.has_after);
  ck_assert_str_eq (shelves.id, "shelves");
  ck_assert (!shelves.has_before && shelves.has_after);
  ck_assert_int_eq (shelves.verdict_after, SMAAJOB_TASK_PAID);
  ck_assert_int_ge (boxes.minutes_after, 0);
  two_free (&two);
}
END_TEST

START_TEST (a_match_and_itself_have_everything_in_common)
{
  Two two = two_of (asked, asked);
  const SmaajobSame same = smaajob_difference_get_same (two.difference);

  ck_assert (same.all && same.result && same.opening);
  ck_assert_int_eq (smaajob_difference_get_change (two.difference), 0);
  for (int list = SMAAJOB_LIST_BLOCKERS; list <= SMAAJOB_LIST_ATTENTION; list++)
    ck_assert_uint_eq (
        smaajob_difference_get_n_reasons (two.difference, (SmaajobList) list, BEFORE) +
            smaajob_difference_get_n_reasons (two.difference, (SmaajobList) list, AFTER),
        0);
  two_free (&two);
}
END_TEST

START_TEST (readers_give_nothing_beyond_the_end)
{
  Two two = two_of (unasked, asked);
  const size_t far = (size_t) -1;

  ck_assert_ptr_null (smaajob_difference_get_item_change_at (two.difference, far).subject);
  ck_assert_ptr_null (smaajob_difference_get_item_at (two.difference, far, AFTER).subject);
  ck_assert_ptr_null (smaajob_difference_get_task_change_at (two.difference, far).id);
  ck_assert_int_eq (
      smaajob_difference_get_reason_at (two.difference, SMAAJOB_LIST_TIMING, AFTER, far).code,
      SMAAJOB_CODE_NONE);
  ck_assert_uint_eq (smaajob_difference_get_n_reasons (two.difference, (SmaajobList) 3, AFTER), 0);
  smaajob_difference_free (NULL);
  two_free (&two);
}
END_TEST

/* Generated pairs. */

static void
assert_sums_exactly (const SmaajobDifference *difference)
{
  const SmaajobScore before = smaajob_difference_get_score (difference, BEFORE);
  const SmaajobScore after = smaajob_difference_get_score (difference, AFTER);
  int sum = 0;

  for (size_t i = 0; i < smaajob_difference_get_n_items (difference); i++)
    sum += smaajob_difference_get_item_change_at (difference, i).change;
  ck_assert_int_eq (sum, smaajob_difference_get_change (difference));
  if (smaajob_difference_has_sum (difference))
    ck_assert_int_eq (sum, after.potential - before.potential);
  else
    ck_assert (before.potential == SMAAJOB_UNKNOWN || after.potential == SMAAJOB_UNKNOWN);
}

/* The other way round, everything is the opposite. */
static void
assert_is_opposite (const SmaajobDifference *there, const SmaajobDifference *back)
{
  ck_assert_int_eq (smaajob_difference_get_change (there), -smaajob_difference_get_change (back));
  ck_assert_uint_eq (smaajob_difference_get_n_items (there), smaajob_difference_get_n_items (back));
  for (int list = SMAAJOB_LIST_BLOCKERS; list <= SMAAJOB_LIST_ATTENTION; list++)
    ck_assert_uint_eq (smaajob_difference_get_n_reasons (there, (SmaajobList) list, BEFORE),
                       smaajob_difference_get_n_reasons (back, (SmaajobList) list, AFTER));
}

static void
assert_replays (const SmaajobPair *pair, const World *world)
{
  const SmaajobNote note = {"2026-11-22T14:00:00Z", "cw-3", false, NULL};
  const SmaajobReplay cast = {world->vocabulary, NULL, NULL};
  SmaajobMatch *match = smaajob_match_new (pair, world->policy, NULL), *again;
  SmaajobError error;
  SmaajobRecord *record = smaajob_record_new (match, &note, &error);
  SmaajobSame same;

  ck_assert_msg (record != NULL, "%s", error.message);
  again = smaajob_record_replay (record, &cast, &same, &error);
  ck_assert_msg (again != NULL, "%s", error.message);
  ck_assert (same.all);
  smaajob_match_free (again);
  smaajob_record_free (record);
  smaajob_match_free (match);
}

static void
check_pair (const World *world, Random *random)
{
  PairModel model = pair_draw (world, random, unknown_draw (random));
  SmaajobCitizen *citizen = citizen_build (world, &model.citizen);
  SmaajobOpening *opening = opening_build (world, &model.opening), *other;
  const SmaajobPair pair = {citizen, opening, model.travel_minutes};
  char *before = match_text (citizen, opening, world->policy, model.travel_minutes), *after;
  SmaajobDifference *there, *back;
  bool sought;

  assert_replays (&pair, world);
  for (int i = 0; i < 4; i++)
    pair_improve (&model, random_below (random, 12), &sought);
  smaajob_citizen_free (citizen);
  citizen = citizen_build (world, &model.citizen);
  other = opening_build (world, &model.opening);
  after = match_text (citizen, other, world->policy, model.travel_minutes);
  there = difference_of (before, after);
  back = difference_of (after, before);
  assert_sums_exactly (there);
  assert_is_opposite (there, back);
  smaajob_difference_free (there);
  smaajob_difference_free (back);
  smaajob_free (before);
  smaajob_free (after);
  smaajob_citizen_free (citizen);
  smaajob_opening_free (opening);
  smaajob_opening_free (other);
}

START_TEST (changes_sum_exactly_and_records_replay_for_generated_pairs)
{
  const int most = (int) (pairs_wanted (4 * N_PAIRS) / 4);

  for (int number = 0; number < 12; number++) {
    World world = world_make (1, number);

    for (int i = 0; i < most / 12 + 1; i++) {
      Random random = random_make (17, (uint64_t) (number * N_PAIRS + i));
      check_pair (&world, &random);
    }
    world_clear (&world);
  }
}
END_TEST

int
main (void)
{
  const TTest *const pairs[] = {
      tells_verdict_and_numbers_of_both,
      tells_what_the_two_have_in_common,
      the_largest_change_comes_first,
      a_comparison_that_only_one_makes_is_told_as_such,
      without_a_potential_on_one_side_there_is_no_sum,
      blockers_and_attention_are_told_as_added_and_removed,
      tasks_are_told_by_their_ids,
      a_match_and_itself_have_everything_in_common,
      readers_give_nothing_beyond_the_end,
  };
  const TTest *const generated[] = {
      changes_sum_exactly_and_records_replay_for_generated_pairs,
  };
  Suite *suite = suite_create ("difference");

  tcase_add_checked_fixture (add_case (suite, "pairs", pairs, COUNT (pairs)), set_up, tear_down);
  add_case (suite, "generated", generated, COUNT (generated));
  return run_suite (suite);
}
