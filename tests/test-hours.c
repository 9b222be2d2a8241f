/* SPDX-License-Identifier: Apache-2.0 */
/* The hours of a plan, against the cost of every quarter-hour. */
#include "judgement/capacity.h"
#include "judgement/hours.h"
#include "population.h"

#include <check.h>
#include <stdlib.h>

static Cost
cost_at (const Hours *hours, int minutes, const SmaajobPolicy *policy)
{
  const int32_t *n = policy->numbers;
  Cost citizen = cost_of (n[POLICY_SHARE_MUST], hours_shortfall_for_citizen (hours, minutes));
  Cost employer = cost_of (n[POLICY_SHARE_MUST], hours_shortfall_for_employer (hours, minutes));

  citizen = citizen < policy->floor ? citizen : policy->floor;
  employer = employer < policy->floor ? employer : policy->floor;
  return (Cost) n[POLICY_WEIGHT_HOURS_CITIZEN] * citizen +
         (Cost) n[POLICY_WEIGHT_HOURS_EMPLOYER] * employer;
}

static int
choose_plainly (const Hours *hours, int capacity, const SmaajobPolicy *policy)
{
  int best = 0;

  for (int minutes = 15; minutes <= capacity; minutes += 15)
    if (cost_at (hours, minutes, policy) <= cost_at (hours, best, policy))
      best = minutes;
  return best;
}

static int
least_of (int a, int b)
{
  return a < b ? a : b;
}

static int
draw_minutes_at_most (Random *random, int most)
{
  static const int often[] = {0, 15, 30, 60, 100, 104, 300, 600, 900, 1500};
  int minutes =
      random_chance (random, 70) ? often[random_below (random, 10)] : random_below (random, 3000);

  return least_of (minutes, most);
}

/* Ends in order, as checked objects have them; open ends now and then. */
static Hours
draw_hours (Random *random)
{
  Hours hours = {.known = true};

  hours.citizen_limit =
      random_chance (random, 30) ? MANY_MINUTES : draw_minutes_at_most (random, WEEK_MINUTES);
  hours.citizen_max = random_chance (random, 20)
                          ? hours.citizen_limit
                          : draw_minutes_at_most (random, hours.citizen_limit);
  hours.citizen_min =
      random_chance (random, 20) ? 0 : draw_minutes_at_most (random, hours.citizen_max);
  /* What is committed may leave less than the least. */
  if (hours.citizen_max == hours.citizen_limit && random_chance (random, 20))
    hours.citizen_min = draw_minutes_at_most (random, WEEK_MINUTES);
  hours.employer_max =
      random_chance (random, 30) ? MANY_MINUTES : draw_minutes_at_most (random, WEEK_MINUTES);
  hours.employer_min =
      random_chance (random, 20) ? 0 : draw_minutes_at_most (random, hours.employer_max);
  return hours;
}

static void
compare_choices (uint64_t seed, const SmaajobPolicy *policy)
{
  for (uint64_t i = 0; i < 30000; i++) {
    Random random = random_make (seed, i);
    const Hours hours = draw_hours (&random);
    int total = least_of (hours.citizen_limit, hours.employer_max);
    int capacity = least_of (draw_minutes_at_most (&random, WEEK_MINUTES), total);
    int chosen = hours_choose (&hours, capacity, policy);

    ck_assert_msg (chosen == choose_plainly (&hours, capacity, policy),
                   "citizen %d–%d (%d), employer %d–%d, capacity %d: %d, best is %d",
                   hours.citizen_min, hours.citizen_max, hours.citizen_limit, hours.employer_min,
                   hours.employer_max, capacity, chosen, choose_plainly (&hours, capacity, policy));
  }
}

START_TEST (the_best_quarter_hour_is_chosen)
{
  SmaajobPolicy *policy = smaajob_policy_new (NULL);

  compare_choices (1, policy);
  smaajob_policy_free (policy);
}
END_TEST

/* Weights of the two sides' hours, in thousandths, and the share of a must. */
static const struct {
  double citizen, employer, must;
} weighed[] = {
    {0.19, 0.01, 0.9}, {0.01, 0.19, 0.9}, {0.1, 0.1, 0.5}, {0.1, 0.1, 0.3}, {0.15, 0.05, 0.7}};

static void
set_number (SmaajobPolicyBuilder *builder, const char *pointer, double value)
{
  ck_assert (smaajob_policy_builder_set_number (builder, pointer, value, NULL));
}

START_TEST (the_best_quarter_hour_depends_on_the_weights)
{
  SmaajobPolicyBuilder *builder = smaajob_policy_builder_new (NULL);
  SmaajobPolicy *policy;

  set_number (builder, "/weights/hours_citizen", weighed[_i].citizen);
  set_number (builder, "/weights/hours_employer", weighed[_i].employer);
  set_number (builder, "/shares/must", weighed[_i].must);
  policy = smaajob_policy_builder_build (builder, NULL);
  ck_assert_ptr_nonnull (policy);
  compare_choices (2, policy);
  smaajob_policy_free (policy);
  smaajob_policy_builder_free (builder);
}
END_TEST

/* More room never costs more, whatever the floor under a criterion. */
START_TEST (more_capacity_never_costs_more)
{
  static const double floors[] = {0.001, 0.05, 0.1, 0.3, 0.5, 0.8, 1};

  for (size_t i = 0; i < sizeof floors / sizeof *floors; i++) {
    SmaajobPolicyBuilder *builder = smaajob_policy_builder_new (NULL);
    SmaajobPolicy *policy;

    set_number (builder, "/floor", floors[i]);
    policy = smaajob_policy_builder_build (builder, NULL);
    for (uint64_t j = 0; j < 20000; j++) {
      Random random = random_make (3, j);
      const Hours hours = draw_hours (&random);
      int total = least_of (hours.citizen_limit, hours.employer_max);
      int more = least_of (draw_minutes_at_most (&random, WEEK_MINUTES), total);
      int less = random_between (&random, 0, more);

      ck_assert_msg (
          cost_at (&hours, hours_choose (&hours, more, policy), policy) <=
              cost_at (&hours, hours_choose (&hours, less, policy), policy),
          "floor %.3f, citizen %d–%d (%d), employer %d–%d: %d of %d costs less than %d of %d",
          floors[i], hours.citizen_min, hours.citizen_max, hours.citizen_limit, hours.employer_min,
          hours.employer_max, hours_choose (&hours, less, policy), less,
          hours_choose (&hours, more, policy), more);
    }
    smaajob_policy_free (policy);
    smaajob_policy_builder_free (builder);
  }
}
END_TEST

START_TEST (hours_fall_short_below_and_above)
{
  const Hours hours = {240, 600, 720, 300, 900, true};

  ck_assert_uint_eq (hours_shortfall_for_citizen (&hours, 0), FIXED_ONE);
  ck_assert_uint_eq (hours_shortfall_for_citizen (&hours, 60), FIXED_ONE / 4 * 3);
  ck_assert_uint_eq (hours_shortfall_for_citizen (&hours, 240), 0);
  ck_assert_uint_eq (hours_shortfall_for_citizen (&hours, 600), 0);
  ck_assert_uint_eq (hours_shortfall_for_citizen (&hours, 660), FIXED_ONE / 2);
  ck_assert_uint_eq (hours_shortfall_for_citizen (&hours, 720), FIXED_ONE);
  ck_assert_uint_eq (hours_shortfall_for_employer (&hours, 150), FIXED_ONE / 2);
  ck_assert_uint_eq (hours_shortfall_for_employer (&hours, 300), 0);
  ck_assert_uint_eq (hours_shortfall_for_employer (&hours, 900), 0);
  ck_assert_uint_eq (hours_shortfall_for_employer (&hours, 915), FIXED_ONE);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("hours");
  TCase *choices = tcase_create ("choices");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (choices, 60);
  tcase_add_test (choices, the_best_quarter_hour_is_chosen);
  tcase_add_loop_test (choices, the_best_quarter_hour_depends_on_the_weights, 0,
                       (int) (sizeof weighed / sizeof *weighed));
  tcase_add_test (choices, more_capacity_never_costs_more);
  tcase_add_test (choices, hours_fall_short_below_and_above);
  suite_add_tcase (suite, choices);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
