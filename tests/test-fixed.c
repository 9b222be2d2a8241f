/* SPDX-License-Identifier: Apache-2.0 */
#include "base/fixed.h"
#include "population.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#define ONE ((long double) FIXED_ONE)
/* A table of 256 straight pieces lies at most 1/(8·256²·ln 2) under the logarithm, and its entries
   are rounded to 2^-20: together less than four units. The shortfall taken is rounded down by at
   most 2^-24 of the factor. */
#define COST_TOLERANCE 4.0L
/* What a unit of 2^-20 of cost is in a score. */
#define COST_UNIT 1048576.0L

static long double
exact_cost (int share, Shortfall shortfall)
{
  return -log2l (1 - (long double) share / 1000 * ((long double) shortfall / ONE)) * COST_UNIT;
}

static long double
rounding_of (int share, Shortfall shortfall)
{
  long double factor = 1 - (long double) share / 1000 * ((long double) shortfall / ONE);

  return COST_UNIT / ONE / factor / logl (2);
}

START_TEST (a_shortfall_is_a_part_of_a_whole)
{
  ck_assert_uint_eq (shortfall_of (0, 1), 0);
  ck_assert_uint_eq (shortfall_of (1, 2), FIXED_ONE / 2);
  ck_assert_uint_eq (shortfall_of (3, 4), FIXED_ONE / 4 * 3);
  ck_assert_uint_eq (shortfall_of (1, 3), FIXED_ONE / 3);
  ck_assert_uint_eq (shortfall_of (1, 1), FIXED_ONE);
  ck_assert_uint_eq (shortfall_of (5, 1), FIXED_ONE);
  ck_assert_uint_eq (shortfall_of (0, 0), FIXED_ONE);
  ck_assert_uint_eq (shortfall_of (99999999, 100000000), 16777215);
}
END_TEST

START_TEST (nothing_missing_costs_nothing)
{
  for (int share = 0; share < 1000; share++)
    ck_assert_uint_eq (cost_of (share, 0), 0);
  for (Shortfall shortfall = 0; shortfall <= FIXED_ONE; shortfall += 4096)
    ck_assert_uint_eq (cost_of (0, shortfall), 0);
}
END_TEST

START_TEST (halves_cost_whole_bits)
{
  ck_assert_uint_eq (cost_of (500, FIXED_ONE), 1 << 20);
  ck_assert_uint_eq (cost_of (750, FIXED_ONE), 2 << 20);
  ck_assert_uint_eq (cost_of (875, FIXED_ONE), 3 << 20);
  ck_assert_uint_eq (cost_of (625, FIXED_ONE / 5 * 4), cost_of (500, FIXED_ONE / 5 * 5 - 5));
}
END_TEST

START_TEST (a_cost_is_a_logarithm)
{
  for (uint64_t i = 0; i < 400000; i++) {
    Random random = random_make (1, i);
    int share = random_below (&random, 1000);
    Shortfall shortfall =
        random_chance (&random, 10) ? FIXED_ONE : (Shortfall) random_below (&random, 1 << 24);
    long double difference =
        (long double) cost_of (share, shortfall) - exact_cost (share, shortfall);

    ck_assert_msg (fabsl (difference) <= COST_TOLERANCE + rounding_of (share, shortfall),
                   "share %d, shortfall %u: off by %Lg", share, shortfall, difference);
  }
}
END_TEST

START_TEST (more_missing_never_costs_less)
{
  for (int share = 1; share < 1000; share += 37)
    for (Shortfall shortfall = 0; shortfall < FIXED_ONE; shortfall += 997)
      ck_assert_uint_le (
          cost_of (share, shortfall),
          cost_of (share, shortfall + 997 <= FIXED_ONE ? shortfall + 997 : FIXED_ONE));
  for (uint64_t i = 0; i < 200000; i++) {
    Random random = random_make (2, i);
    Shortfall shortfall = (Shortfall) random_below (&random, 1 << 24);
    int share = random_between (&random, 0, 998);

    ck_assert_uint_le (cost_of (share, shortfall), cost_of (share, shortfall + 1));
    ck_assert_uint_le (cost_of (share, shortfall), cost_of (share + 1, shortfall));
  }
}
END_TEST

/* 2^(−cost/scale) in thousandths, and how near that is to a half, where rounding could go either
 * way. */
static long double
exact_score (Cost cost, uint32_t scale)
{
  return 1000 * exp2l (-(long double) cost / scale / COST_UNIT);
}

static void
check_score (Cost cost, uint32_t scale)
{
  long double exact = exact_score (cost, scale);
  int score = score_of (cost, scale);

  /* The border is a whole number of 2^-20, rounded down: a score may be rounded the other way
     within one unit of cost from a half. */
  long double near = exact * logl (2) / COST_UNIT;

  ck_assert_msg (score <= exact + 0.5L + near && score > exact - 0.5L - near,
                 "cost %llu, scale %u: %d, should be %Lf", (unsigned long long) cost, scale, score,
                 exact);
}

START_TEST (a_score_is_rounded_half_up)
{
  ck_assert_int_eq (score_of (0, 1), 1000);
  ck_assert_int_eq (score_of (0, 1000), 1000);
  ck_assert_int_eq (score_of (1 << 20, 1), 500);
  ck_assert_int_eq (score_of (1000ull << 20, 1000), 500);
  ck_assert_int_eq (score_of (2 << 20, 1), 250);
  ck_assert_int_eq (score_of (3 << 20, 1), 125);
  ck_assert_int_eq (score_of (4 << 20, 1), 63); /* 62.5 */
  ck_assert_int_eq (score_of (11 << 20, 1), 0);
  ck_assert_int_eq (score_of (40ull << 20, 1), 0);
  for (uint64_t i = 0; i < 300000; i++) {
    Random random = random_make (3, i);
    uint32_t scale =
        random_chance (&random, 50) ? 1000 : (uint32_t) random_between (&random, 1, 1000);

    check_score ((Cost) random_below (&random, 12 << 20) * scale +
                     (Cost) random_below (&random, (int) scale),
                 scale);
  }
}
END_TEST

START_TEST (more_cost_is_never_a_higher_score)
{
  int before = 1000;

  for (Cost cost = 0; cost < (Cost) 12 << 20; cost += 13) {
    int score = score_of (cost, 1);

    ck_assert_int_le (score, before);
    ck_assert_int_ge (score, before - 1);
    before = score;
  }
}
END_TEST

static void
check_parts (int total, const uint64_t *weights, const int *parts, size_t n)
{
  uint64_t all = 0;
  int sum = 0;

  for (size_t i = 0; i < n; i++)
    all += weights[i];
  for (size_t i = 0; i < n; i++) {
    long double fair =
        all == 0 ? 0 : (long double) total * (long double) weights[i] / (long double) all;

    ck_assert_msg (parts[i] > fair - 1 && parts[i] < fair + 1, "%d where %Lf is fair", parts[i],
                   fair);
    sum += parts[i];
    /* A larger remainder goes first; of equal ones the first. */
    for (size_t j = 0; all > 0 && j < n; j++) {
      uint64_t rest_i = (uint64_t) total * weights[i] % all,
               rest_j = (uint64_t) total * weights[j] % all;
      bool up_i = (uint64_t) parts[i] > (uint64_t) total * weights[i] / all;
      bool up_j = (uint64_t) parts[j] > (uint64_t) total * weights[j] / all;

      if (up_i && !up_j)
        ck_assert (rest_i > rest_j || (rest_i == rest_j && i < j));
    }
  }
  ck_assert_int_eq (sum, all == 0 ? 0 : total);
}

START_TEST (parts_sum_exactly_and_the_largest_remainder_comes_first)
{
  for (uint64_t i = 0; i < 50000; i++) {
    Random random = random_make (4, i);
    uint64_t weights[12];
    int parts[12], total = random_between (&random, 0, 1000);
    size_t n = (size_t) random_between (&random, 0, 12);

    for (size_t j = 0; j < n; j++)
      weights[j] = random_chance (&random, 20)   ? 0
                   : random_chance (&random, 50) ? (uint64_t) random_between (&random, 1, 4)
                                                 : (uint64_t) random_below (&random, 1 << 30) << 14;
    apportion (total, weights, parts, n);
    check_parts (total, weights, parts, n);
  }
}
END_TEST

static const struct {
  int total;
  uint64_t weights[4];
  int parts[4];
} shared[] = {
    {10, {1, 1, 1, 0}, {4, 3, 3, 0}},      {11, {1, 1, 1, 0}, {4, 4, 3, 0}},
    {1, {0, 1, 1, 1}, {0, 1, 0, 0}},       {0, {1, 2, 3, 4}, {0, 0, 0, 0}},
    {1000, {0, 0, 0, 0}, {0, 0, 0, 0}},    {1000, {0, 0, 7, 0}, {0, 0, 1000, 0}},
    {3, {1, 1, 1, 1}, {1, 1, 1, 0}},       {2, {1, 1, 4, 4}, {0, 0, 1, 1}},
    {100, {1, 2, 3, 4}, {10, 20, 30, 40}},
};

START_TEST (parts_are_shared_as_in_the_table)
{
  int parts[4];

  apportion (shared[_i].total, shared[_i].weights, parts, 4);
  for (int j = 0; j < 4; j++)
    ck_assert_int_eq (parts[j], shared[_i].parts[j]);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("fixed");
  TCase *costs = tcase_create ("costs");
  TCase *parts = tcase_create ("parts");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (costs, 30);
  tcase_set_timeout (parts, 30);
  tcase_add_test (costs, a_shortfall_is_a_part_of_a_whole);
  tcase_add_test (costs, nothing_missing_costs_nothing);
  tcase_add_test (costs, halves_cost_whole_bits);
  tcase_add_test (costs, a_cost_is_a_logarithm);
  tcase_add_test (costs, more_missing_never_costs_less);
  tcase_add_test (costs, a_score_is_rounded_half_up);
  tcase_add_test (costs, more_cost_is_never_a_higher_score);
  tcase_add_test (parts, parts_sum_exactly_and_the_largest_remainder_comes_first);
  tcase_add_loop_test (parts, parts_are_shared_as_in_the_table, 0,
                       (int) (sizeof shared / sizeof *shared));
  suite_add_tcase (suite, costs);
  suite_add_tcase (suite, parts);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
