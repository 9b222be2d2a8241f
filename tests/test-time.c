/* SPDX-License-Identifier: Apache-2.0 */
/* What is packed of when a task can be done decides as its windows do. */
#include "support-data.h"

#include "judgement/capacity.h"
#include "many.h"
#include "many/screen.h"

#include <smaajob/smaajob.h>

/* How often each way of deciding was seen. */
typedef struct {
  int by_window, by_cells, with_time, without;
} Seen;

static void
compare_task (const Screen *screen, uint32_t opening, uint32_t number, Seen *seen)
{
  const SmaajobMarket *market = screen->market;
  const Task *task = &opening_tasks (market_image (market, opening))[number];
  TaskTime time = market->task_times[market->openings[opening].first_task + number];
  bool expected =
      citizen_has_days (screen->citizen) && task_meets_availability (task, screen->citizen);

  ck_assert_msg (screen_has_time (screen, opening, number) == expected, "opening %u, task %u",
                 opening, number);
  seen->by_window += (time & TIME_WINDOW) != 0;
  seen->by_cells += (time & TIME_WINDOW) == 0 && task->windows_known;
  seen->with_time += expected;
  seen->without += !expected;
}

static void
compare_crowd (uint64_t seed, Seen *seen)
{
  Crowd crowd = crowd_make (seed, CROWD_ANY, 60, 120);
  View *view = view_new (crowd.market, crowd.world.policy);
  Screen *screen = screen_new (crowd.market, view);

  ck_assert_ptr_nonnull (screen);
  view_free (view);
  for (int c = 0; c < crowd.n_citizens; c++) {
    screen_begin (screen, crowd.citizens[c]);
    for (uint32_t i = 0; i < crowd.market->n; i++)
      for (uint32_t task = 0; task < market_image (crowd.market, i)->n_tasks; task++)
        compare_task (screen, i, task, seen);
  }
  screen_free (screen);
  crowd_clear (&crowd);
  ck_assert_uint_eq (bytes_in_use, 0);
}

START_TEST (packed_time_decides_as_the_windows_do)
{
  Seen seen = {0};

  for (uint64_t seed = 1; seed <= 12; seed++)
    compare_crowd (seed, &seen);
  ck_assert_int_gt (seen.by_window, 10000);
  ck_assert_int_gt (seen.by_cells, 10000);
  ck_assert_int_gt (seen.with_time, 10000);
  ck_assert_int_gt (seen.without, 10000);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("time");
  TCase *time = tcase_create ("time");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (time, 60);
  tcase_add_test (time, packed_time_decides_as_the_windows_do);
  suite_add_tcase (suite, time);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
