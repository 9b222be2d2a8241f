/* SPDX-License-Identifier: Apache-2.0 */
#include "base/week.h"
#include "population.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

/* Every quarter-hour by itself: what the bitmaps are to say. */
typedef struct {
  bool has[WEEK_DAYS][WEEK_SLOTS];
} Plain;

static void
plain_add (Plain *plain, const SmaajobWindow *window)
{
  for (int day = 0; day < WEEK_DAYS; day++)
    for (int slot = 0; slot < WEEK_SLOTS; slot++)
      if ((window->days >> day & 1) && slot * 15 >= window->from_minute &&
          slot * 15 < window->to_minute)
        plain->has[day][slot] = true;
}

static void
check_same (const Week *week, const Plain *plain)
{
  for (int day = 0; day < WEEK_DAYS; day++) {
    int n = 0;

    for (int slot = 0; slot < WEEK_SLOTS; slot++) {
      ck_assert_int_eq (week_has (week, day, slot), plain->has[day][slot]);
      n += plain->has[day][slot];
    }
    ck_assert_int_eq (slots_count (week->early[day], week->late[day]), n);
  }
}

static SmaajobWindow
draw_any_window (Random *random)
{
  int from = random_below (random, WEEK_SLOTS);

  return (SmaajobWindow){(unsigned) random_between (random, 1, 127), from * 15,
                         random_between (random, from + 1, WEEK_SLOTS) * 15};
}

START_TEST (a_window_is_its_quarter_hours)
{
  for (int from = 0; from < WEEK_SLOTS; from++)
    for (int to = from + 1; to <= WEEK_SLOTS; to++) {
      const SmaajobWindow window = {SMAAJOB_DAY_MON | SMAAJOB_DAY_SUN, from * 15, to * 15};
      Week week = {0};
      Plain plain = {0};

      week_add (&week, &window);
      plain_add (&plain, &window);
      check_same (&week, &plain);
      ck_assert (!week_is_empty (&week));
    }
}
END_TEST

START_TEST (windows_may_overlap)
{
  for (uint64_t i = 0; i < 2000; i++) {
    Random random = random_make (1, i);
    Week week = {0};
    Plain plain = {0};

    for (int n = 0; n < 5; n++) {
      const SmaajobWindow window = draw_any_window (&random);

      week_add (&week, &window);
      plain_add (&plain, &window);
    }
    check_same (&week, &plain);
  }
}
END_TEST

START_TEST (the_windows_told_make_the_same_week)
{
  for (uint64_t i = 0; i < 2000; i++) {
    Random random = random_make (2, i);
    Week week = {0}, again = {0};
    SmaajobWindow window, before = {0};
    size_t n = 0;

    for (int left = random_below (&random, 8); left > 0; left--) {
      window = draw_any_window (&random);
      week_add (&week, &window);
    }
    for (; week_get_window (&week, n, &window); n++) {
      ck_assert (week_check_window (&window, "", NULL));
      /* Earliest first, and none told twice. */
      ck_assert (n == 0 || (before.days & -before.days) < (window.days & -window.days) ||
                 before.from_minute < window.from_minute);
      week_add (&again, &window);
      before = window;
    }
    ck_assert (week_is_equal (&week, &again));
    ck_assert (n > 0 || week_is_empty (&week));
    ck_assert (!week_get_window (&week, n + 1000, &window));
  }
}
END_TEST

START_TEST (runs_alike_on_several_days_are_one_window)
{
  static const SmaajobWindow windows[] = {{SMAAJOB_DAY_TUE | SMAAJOB_DAY_FRI, 480, 720},
                                          {SMAAJOB_DAY_MON, 480, 600},
                                          {SMAAJOB_DAY_MON, 600, 720},
                                          {SMAAJOB_DAY_MON, 1200, 1440}};
  Week week = {0};
  SmaajobWindow window;

  for (size_t i = 0; i < 4; i++)
    week_add (&week, &windows[i]);
  ck_assert (week_get_window (&week, 0, &window));
  ck_assert_uint_eq (window.days, SMAAJOB_DAY_MON | SMAAJOB_DAY_TUE | SMAAJOB_DAY_FRI);
  ck_assert_int_eq (window.from_minute, 480);
  ck_assert_int_eq (window.to_minute, 720);
  ck_assert (week_get_window (&week, 1, &window));
  ck_assert_uint_eq (window.days, SMAAJOB_DAY_MON);
  ck_assert_int_eq (window.to_minute, 1440);
  ck_assert (!week_get_window (&week, 2, &window));
}
END_TEST

START_TEST (common_time_is_in_both)
{
  for (uint64_t i = 0; i < 2000; i++) {
    Random random = random_make (3, i);
    SmaajobWindow one = draw_any_window (&random), other = draw_any_window (&random);
    Week a = {0}, b = {0}, both;

    week_add (&a, &one);
    week_add (&b, &other);
    week_intersect (&a, &b, &both);
    for (int day = 0; day < WEEK_DAYS; day++)
      for (int slot = 0; slot < WEEK_SLOTS; slot++)
        ck_assert_int_eq (week_has (&both, day, slot),
                          week_has (&a, day, slot) && week_has (&b, day, slot));
    ck_assert (week_meets (&a, &b) == !week_is_empty (&both));
  }
}
END_TEST

START_TEST (a_week_of_one_window_is_known)
{
  int single = 0;

  for (int i = 0; i < 20000; i++) {
    Random random = random_make (12, (uint64_t) i);
    SmaajobWindow window = draw_any_window (&random), found, other;
    Week week = {0};

    for (int left = random_below (&random, 3); left > 0; left--) {
      SmaajobWindow part = random_chance (&random, 50) ? draw_any_window (&random) : window;

      part.days = random_chance (&random, 50) ? window.days : part.days;
      week_add (&week, &part);
    }
    if (week_is_window (&week, &found)) {
      single++;
      ck_assert (week_get_window (&week, 0, &other) && found.days == other.days);
      ck_assert_int_eq (found.from_minute, other.from_minute);
      ck_assert_int_eq (found.to_minute, other.to_minute);
      ck_assert (!week_get_window (&week, 1, &other));
    } else {
      ck_assert (!week_get_window (&week, 0, &other) || week_get_window (&week, 1, &other));
    }
  }
  ck_assert_int_gt (single, 5000);
  ck_assert_int_lt (single, 15000);
}
END_TEST

static const SmaajobWindow bad_windows[] = {
    {0, 480, 720}, {128, 480, 720}, {255, 480, 720}, {1, -15, 720}, {1, 1440, 1455},
    {1, 481, 720}, {1, 480, 721},   {1, 480, 480},   {1, 720, 480}, {1, 480, 1455},
    {1, 1320, 0},  {1, 0, -15},     {1, 7, 7},
};

START_TEST (a_bad_window_is_refused)
{
  SmaajobError error;

  ck_assert (!week_check_window (&bad_windows[_i], "/windows/0", &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_RANGE);
  ck_assert_str_eq (error.pointer, "/windows/0");
  ck_assert_str_ne (error.message, "");
}
END_TEST

START_TEST (the_longest_and_the_shortest_window_are_allowed)
{
  static const SmaajobWindow windows[] = {{127, 0, 1440}, {64, 1425, 1440}, {1, 0, 15}};

  for (size_t i = 0; i < 3; i++)
    ck_assert (week_check_window (&windows[i], "", NULL));
}
END_TEST

START_TEST (a_full_week_has_every_quarter_hour)
{
  const SmaajobWindow whole = {127, 0, 1440};
  Week week = {0}, empty = {0};

  week_add (&week, &whole);
  for (int day = 0; day < WEEK_DAYS; day++)
    ck_assert_int_eq (slots_count (week.early[day], week.late[day]), WEEK_SLOTS);
  ck_assert (!week_is_empty (&week));
  ck_assert (week_is_empty (&empty));
  ck_assert (!week_is_equal (&week, &empty));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("week");
  TCase *weeks = tcase_create ("weeks");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (weeks, 30);
  tcase_add_test (weeks, a_full_week_has_every_quarter_hour);
  tcase_add_test (weeks, a_window_is_its_quarter_hours);
  tcase_add_test (weeks, windows_may_overlap);
  tcase_add_test (weeks, the_windows_told_make_the_same_week);
  tcase_add_test (weeks, runs_alike_on_several_days_are_one_window);
  tcase_add_test (weeks, common_time_is_in_both);
  tcase_add_test (weeks, a_week_of_one_window_is_known);
  tcase_add_loop_test (weeks, a_bad_window_is_refused, 0,
                       (int) (sizeof bad_windows / sizeof *bad_windows));
  tcase_add_test (weeks, the_longest_and_the_shortest_window_are_allowed);
  suite_add_tcase (suite, weeks);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
