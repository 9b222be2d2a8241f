/* SPDX-License-Identifier: Apache-2.0 */
#include "many/distinct.h"
#include "population.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#define MOST    3000
#define ID_ROOM 136
#define STYLES  5

static char ids[MOST][ID_ROOM];
static uint64_t numbers[MOST], expected[MOST];

static int
compare_numbers (const void *a, const void *b)
{
  const uint64_t x = *(const uint64_t *) a, y = *(const uint64_t *) b;

  return (x > y) - (x < y);
}

static const int sizes[] = {0, 1, 2, 47, 48, 49, 50, 300, MOST};

START_TEST (numbers_are_sorted_whatever_their_size)
{
  static const unsigned first_bits[] = {0, 12, 24, 27, 32, 63};
  Random random = random_make (20261122, (uint64_t) _i);
  const int n = sizes[_i];

  for (size_t k = 0; k < sizeof first_bits / sizeof *first_bits; k++) {
    const unsigned first = first_bits[k];
    const uint64_t upper = random_chance (&random, 50) ? UINT64_MAX : 0xffff00ff;

    for (int i = 0; i < n; i++)
      numbers[i] = first == 0 ? (uint64_t) random_below (&random, 1 << 30) << 32 |
                                    (uint64_t) random_below (&random, 1 << 30)
                              : ((uint64_t) random_below (&random, 1 << 30) & upper) << first |
                                    ((uint64_t) i & ((UINT64_C (1) << first) - 1));
    memcpy (expected, numbers, sizeof numbers);
    qsort (expected, (size_t) n, sizeof *expected, compare_numbers);
    ck_assert (sort_numbers (numbers, (uint32_t) n, first));
    ck_assert_mem_eq (numbers, expected, (size_t) n * sizeof *numbers);
  }
}
END_TEST

/* Short and long ones, many that begin alike, and some that are there twice. */
static void
make_id (Random *random, int style, char *id)
{
  static const char letters[] = "abAB01_:-.";
  const int n = style == 0   ? 1 + random_below (random, 3)
                : style == 1 ? 1 + random_below (random, 128)
                             : 1 + random_below (random, 9);
  const size_t start = style == 2 ? 119 : style == 3 ? 4 : 0;

  memset (id, 'x', start);
  for (int i = 0; i < n; i++)
    id[start + (size_t) i] = letters[random_below (random, style == 4 ? 1 : 10)];
  id[start + (size_t) n] = '\0';
}

static const char *
get_id (const void *object)
{
  return object;
}

static int
compare_ids (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* How many different ids there are, and each of them, sorted. */
static uint32_t
sort_ids (const char **sorted, int n)
{
  uint32_t n_different = 0;

  for (int i = 0; i < n; i++)
    sorted[i] = ids[i];
  qsort (sorted, (size_t) n, sizeof *sorted, compare_ids);
  for (int i = 0; i < n; i++)
    if (i == 0 || strcmp (sorted[i], sorted[n_different - 1]) != 0)
      sorted[n_different++] = sorted[i];
  return n_different;
}

START_TEST (objects_are_numbered_in_the_order_of_their_ids)
{
  static const void *objects[MOST];
  static const char *sorted[MOST];
  Random random = random_make (20261123, (uint64_t) _i);
  const int n = sizes[_i];

  for (int style = 0; style < STYLES; style++) {
    Distinct distinct = {0};

    for (int i = 0; i < n; i++) {
      make_id (&random, style, ids[i]);
      objects[i] = ids[i];
    }
    ck_assert (distinct_make (&distinct, objects, (uint32_t) n, get_id));
    ck_assert_uint_eq (distinct.n, sort_ids (sorted, n));
    for (int i = n; i-- > 0;) {
      ck_assert_uint_lt (distinct.number_of[i], distinct.n);
      ck_assert_str_eq (ids[i], sorted[distinct.number_of[i]]);
      ck_assert_uint_le (distinct.example[distinct.number_of[i]], (uint32_t) i);
      ck_assert_str_eq (ids[distinct.example[distinct.number_of[i]]], ids[i]);
    }
    distinct_clear (&distinct);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("distinct");
  TCase *sorting = tcase_create ("sorting");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (sorting, 30);
  tcase_add_loop_test (sorting, numbers_are_sorted_whatever_their_size, 0,
                       (int) (sizeof sizes / sizeof *sizes));
  tcase_add_loop_test (sorting, objects_are_numbered_in_the_order_of_their_ids, 0,
                       (int) (sizeof sizes / sizeof *sizes));
  suite_add_tcase (suite, sorting);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
