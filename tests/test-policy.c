/* SPDX-License-Identifier: Apache-2.0 */
#include "support-data.h"

#include "data/policy.h"

static SmaajobError error;
static SmaajobPolicyBuilder *builder;

static void
set_up (void)
{
  builder = smaajob_policy_builder_new (&error);
  ck_assert_ptr_nonnull (builder);
}

static void
tear_down (void)
{
  smaajob_policy_builder_free (builder);
  ck_assert_uint_eq (bytes_in_use, 0);
}

static bool
set_number (const char *pointer, double value)
{
  return smaajob_policy_builder_set_number (builder, pointer, value, &error);
}

static SmaajobPolicy *
build (void)
{
  SmaajobPolicy *policy = smaajob_policy_builder_build (builder, &error);

  ck_assert_msg (policy != NULL, "%s", error.message);
  return policy;
}

/* Name, default, least, most, and whether whole. */
static const struct {
  const char *pointer;
  double initial, least, most;
  bool whole;
} numbers[] = {
    {"/weights/competence", 0.4, 0, 1, false},
    {"/weights/accommodation", 0.25, 0, 1, false},
    {"/weights/hours_employer", 0.1, 0, 1, false},
    {"/weights/hours_citizen", 0.1, 0, 1, false},
    {"/weights/wish", 0.1, 0, 1, false},
    {"/weights/travel", 0.05, 0, 1, false},
    {"/shares/must", 0.9, 0, 0.999, false},
    {"/shares/should", 0.5, 0, 0.999, false},
    {"/shares/nice", 0.2, 0, 0.999, false},
    {"/priors/competence", 0.75, 0, 1, false},
    {"/priors/other", 0.5, 0, 1, false},
    {"/similarity/broader", 0.7, 0, 1, false},
    {"/similarity/narrower", 0.9, 0, 1, false},
    {"/floor", 0.1, 0.001, 1, false},
    {"/max_training_weeks", 26, 0, 520, true},
    {"/speeds/walk", 4, 0.1, 300, false},
    {"/speeds/bike", 12, 0.1, 300, false},
    {"/speeds/transit", 20, 0.1, 300, false},
    {"/speeds/car", 40, 0.1, 300, false},
    {"/thresholds/attendance_kept", 0.8, 0, 1, false},
    {"/thresholds/total_load", 0.8, 0, 1, false},
    {"/thresholds/few_paid_hours", 6, 0, 168, false},
    {"/thresholds/contract_paid_hours", 3, 0, 168, false},
    {"/thresholds/under_demand_levels", 2, 1, 5, true},
    {"/thresholds/weak_score", 0.5, 0, 1, false},
};

START_TEST (every_number_has_its_default)
{
  SmaajobPolicy *policy = smaajob_policy_new (&error);

  ck_assert_uint_eq (COUNT (numbers), N_POLICY_NUMBERS);
  for (size_t i = 0; i < COUNT (numbers); i++) {
    double value = -1;

    ck_assert (smaajob_policy_get_number (policy, numbers[i].pointer, &value, &error));
    ck_assert_double_eq (value, numbers[i].initial);
  }
  smaajob_policy_free (policy);
}
END_TEST

START_TEST (every_number_keeps_its_range)
{
  for (size_t i = 0; i < COUNT (numbers); i++) {
    const double outside[] = {
        numbers[i].least - 0.0004, numbers[i].most + 0.0004, 0.0 / 0.0, 1e300, -1e300, -1};

    for (size_t j = 0; j < COUNT (outside); j++) {
      ck_assert (!set_number (numbers[i].pointer, outside[j]));
      assert_fault (&error, SMAAJOB_ERROR_RANGE, numbers[i].pointer);
    }
    ck_assert_int_eq (set_number (numbers[i].pointer, numbers[i].least + 0.5),
                      !numbers[i].whole && numbers[i].least + 0.5 <= numbers[i].most);
    ck_assert (set_number (numbers[i].pointer, numbers[i].least));
    ck_assert (set_number (numbers[i].pointer, numbers[i].most));
  }
}
END_TEST

START_TEST (a_number_of_more_than_three_decimals_is_refused_and_changes_nothing)
{
  SmaajobPolicy *policy;
  double value;

  ck_assert (set_number ("/shares/must", 0.888));
  ck_assert (!set_number ("/shares/must", 0.8884));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/shares/must");
  ck_assert_str_eq (error.message, "shares.must: 0.8884, expected at most three decimals");
  ck_assert (set_number ("/shares/nice", 0.1 + 0.2));
  policy = build ();
  ck_assert (smaajob_policy_get_number (policy, "/shares/must", &value, &error));
  ck_assert_double_eq (value, 0.888);
  ck_assert (smaajob_policy_get_number (policy, "/shares/nice", &value, &error));
  ck_assert_double_eq (value, 0.3);
  smaajob_policy_free (policy);
}
END_TEST

START_TEST (a_number_that_is_not_there_is_told)
{
  const char *const pointers[] = {"",
                                  "/",
                                  "weights/wish",
                                  "/weights",
                                  "/weights/",
                                  "/weights/wish/",
                                  "/weights/wis",
                                  "/weights/wishes",
                                  "/Weights/wish",
                                  "/floor/",
                                  "/weights/floor",
                                  "/wish",
                                  "free text about a person"};
  SmaajobPolicy *policy = build ();

  for (size_t i = 0; i < COUNT (pointers); i++) {
    double value = 7;

    ck_assert (!set_number (pointers[i], 0.5));
    assert_fault (&error, SMAAJOB_ERROR_UNKNOWN_MEMBER, "");
    ck_assert_ptr_null (strstr (error.message, "person"));
    ck_assert (!smaajob_policy_get_number (policy, pointers[i], &value, &error));
    ck_assert_int_eq (error.code, SMAAJOB_ERROR_UNKNOWN_MEMBER);
    ck_assert_double_eq (value, 7);
  }
  smaajob_policy_free (policy);
}
END_TEST

START_TEST (weights_sum_to_exactly_one)
{
  static const struct {
    double wish;
    const char *message;
  } rows[] = {
      {0.099, "weights: a sum of 0.999, expected exactly 1"},
      {0.101, "weights: a sum of 1.001, expected exactly 1"},
  };
  SmaajobPolicy *policy;

  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert (set_number ("/weights/wish", rows[i].wish));
    ck_assert_ptr_null (smaajob_policy_builder_build (builder, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/weights");
    ck_assert_str_eq (error.message, rows[i].message);
  }
  ck_assert (set_number ("/weights/travel", 0.049));
  policy = build ();
  ck_assert_int_eq (policy->numbers[POLICY_WEIGHT_WISH], 101);
  smaajob_policy_free (policy);
}
END_TEST

START_TEST (similarities_are_products_of_the_two_decays)
{
  SmaajobPolicy *policy = build ();

  ck_assert_int_eq (policy->similarity[RELATION_SELF], 1000000);
  ck_assert_int_eq (policy->similarity[RELATION_NARROWER], 900000);
  ck_assert_int_eq (policy->similarity[RELATION_NARROWER_2], 810000);
  ck_assert_int_eq (policy->similarity[RELATION_BROADER], 700000);
  ck_assert_int_eq (policy->similarity[RELATION_BROADER_2], 490000);
  ck_assert_int_eq (policy->similarity[RELATION_SIBLING], 630000);
  ck_assert_uint_eq (policy->floor, cost_of (900, FIXED_ONE));
  ck_assert_uint_eq (policy->whole[SMAAJOB_STRENGTH_SHOULD], cost_of (500, FIXED_ONE));
  ck_assert_uint_eq (policy->prior_competence[SMAAJOB_STRENGTH_MUST],
                     cost_of (900, shortfall_of (750, 1000)));
  ck_assert_uint_eq (policy->prior_other[SMAAJOB_STRENGTH_NICE],
                     cost_of (200, shortfall_of (500, 1000)));
  smaajob_policy_free (policy);
  ck_assert (set_number ("/floor", 1));
  policy = build ();
  ck_assert_uint_eq (policy->floor, 0);
  smaajob_policy_free (policy);
}
END_TEST

/* Needs that are musts, by their shape: a limit of 1, a limit of 4, a provision of 2. */
START_TEST (a_price_is_what_is_missing_of_what_is_asked)
{
  enum { SOME = 1, ALL = NEED_TOLERATES_ALL, HELP = NEED_FIRST_PROVISION + 2, NOBODY = 0 };
  SmaajobPolicy *policy = build ();
  const uint32_t all = (uint32_t) policy->whole[0], prior = (uint32_t) policy->prior_other[0];
  const uint32_t third = (uint32_t) cost_of (900, shortfall_of (1, 3));
  const uint32_t half = (uint32_t) cost_of (900, shortfall_of (1, 2));
  const uint32_t known = 900 << PRICE_SHARE_BITS | 900, open = 900 << PRICE_SHARE_BITS;
  const struct {
    unsigned kind, answer; /* levels + 1 */
    Price price;
  } rows[] = {
      {SOME, ANSWER_TOLD | 1, {0, 0, 0, known}},
      {SOME, ANSWER_TOLD | 2, {0, 0, 0, known}},
      {SOME, ANSWER_TOLD | 3, {third, third, third, known}},
      {SOME, ANSWER_TOLD | 5, {all, all, all, known}},
      {SOME, NOBODY, {all, prior, 0, open}},
      {SOME, 3, {all, prior, third, open}}, /* of another task nobody has told */
      {SOME, 5, {all, all, all, known}},    /* nothing worse can be told */
      {ALL, NOBODY, {0, 0, 0, known}},
      {ALL, ANSWER_TOLD | 5, {0, 0, 0, known}},
      {HELP, ANSWER_TOLD | 3, {0, 0, 0, known}},
      {HELP, ANSWER_TOLD | 2, {half, half, half, known}},
      {HELP, ANSWER_TOLD | 1, {all, all, all, known}},
      {HELP, NOBODY, {all, prior, 0, open}},
      {NEED_FIRST_PROVISION, NOBODY, {0, 0, 0, known}},
      {NEED_OF_QUANTITY, ANSWER_TOLD | 5, {0, 0, 0, 0}},
  };

  for (size_t i = 0; i < COUNT (rows); i++)
    ck_assert_mem_eq (&policy->prices[rows[i].kind][rows[i].answer], &rows[i].price,
                      sizeof rows[i].price);
  ck_assert_uint_eq (policy->prices[2 * N_NEED_SHAPES + SOME][NOBODY].value,
                     policy->prior_other[SMAAJOB_STRENGTH_NICE]);
  smaajob_policy_free (policy);
}
END_TEST

START_TEST (ordinary_week_is_eight_to_four_on_weekdays)
{
  SmaajobPolicy *policy = build ();
  SmaajobWindow window;

  ck_assert (week_get_window (&policy->ordinary_week, 0, &window));
  ck_assert_uint_eq (window.days, 31);
  ck_assert_int_eq (window.from_minute, 480);
  ck_assert_int_eq (window.to_minute, 960);
  ck_assert (!week_get_window (&policy->ordinary_week, 1, &window));
  smaajob_policy_free (policy);
}
END_TEST

START_TEST (ordinary_week_can_be_made_anew)
{
  const SmaajobWindow sunday = {SMAAJOB_DAY_SUN, 600, 720}, bad = {0, 600, 720};
  SmaajobPolicy *policy;
  SmaajobWindow window;

  ck_assert (smaajob_policy_builder_clear_windows (builder, &error));
  ck_assert (!smaajob_policy_builder_add_window (builder, &bad, &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/ordinary_week/0");
  for (int i = 0; i < 336; i++)
    ck_assert (smaajob_policy_builder_add_window (builder, &sunday, &error));
  ck_assert (!smaajob_policy_builder_add_window (builder, &sunday, &error));
  assert_fault (&error, SMAAJOB_ERROR_SIZE, "/ordinary_week/336");
  policy = build ();
  ck_assert (week_get_window (&policy->ordinary_week, 0, &window));
  ck_assert_mem_eq (&window, &sunday, sizeof window);
  ck_assert_ptr_eq (policy_take (policy), policy);
  smaajob_policy_free (policy);
  smaajob_policy_free (policy);
}
END_TEST

START_TEST (null_is_told_and_never_followed)
{
  const SmaajobWindow window = {1, 0, 15};
  SmaajobPolicy *policy = build ();
  double value;

  ck_assert (!smaajob_policy_get_number (NULL, "/floor", &value, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert (!smaajob_policy_get_number (policy, NULL, &value, NULL));
  ck_assert (!smaajob_policy_get_number (policy, "/floor", NULL, NULL));
  ck_assert (!smaajob_policy_builder_set_number (NULL, "/floor", 1, NULL));
  ck_assert (!smaajob_policy_builder_set_number (builder, NULL, 1, NULL));
  ck_assert (!smaajob_policy_builder_clear_windows (NULL, NULL));
  ck_assert (!smaajob_policy_builder_add_window (NULL, &window, NULL));
  ck_assert (!smaajob_policy_builder_add_window (builder, NULL, NULL));
  ck_assert_ptr_null (smaajob_policy_builder_build (NULL, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  smaajob_policy_builder_free (NULL);
  smaajob_policy_free (NULL);
  smaajob_policy_free (policy);
}
END_TEST

static bool
make_policy (SmaajobError *told)
{
  SmaajobPolicy *policy = smaajob_policy_new (told);

  smaajob_policy_free (policy);
  return policy != NULL;
}

START_TEST (running_out_is_told_and_leaves_nothing)
{
  assert_told_when_memory_runs_out (make_policy);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {every_number_has_its_default,
                                every_number_keeps_its_range,
                                a_number_of_more_than_three_decimals_is_refused_and_changes_nothing,
                                a_number_that_is_not_there_is_told,
                                weights_sum_to_exactly_one,
                                similarities_are_products_of_the_two_decays,
                                a_price_is_what_is_missing_of_what_is_asked};
  const TTest *const week[] = {ordinary_week_is_eight_to_four_on_weekdays,
                               ordinary_week_can_be_made_anew};
  const TTest *const object[] = {null_is_told_and_never_followed,
                                 running_out_is_told_and_leaves_nothing};
  Suite *suite = suite_create ("policy");

  tcase_add_checked_fixture (add_case (suite, "numbers", tests, COUNT (tests)), set_up, tear_down);
  tcase_add_checked_fixture (add_case (suite, "week", week, COUNT (week)), set_up, tear_down);
  tcase_add_checked_fixture (add_case (suite, "object", object, COUNT (object)), set_up, tear_down);
  return run_suite (suite);
}
