/* SPDX-License-Identifier: Apache-2.0 */
/* What is packed of when a task can be done decides as its windows do. */
#include "support-data.h"

#include "judgement/capacity.h"
#include "many.h"
#include "many/screen.h"

#include <smaajob/smaajob.h>

/* How often each way of deciding was seen. */
typedef struct {
  int by_window, odd, with_time, without;
} Seen;

static void
compare_task (const Screen *screen, uint32_t opening, uint32_t number, Seen *seen)
{
  const SmaajobMarket *market = screen->market;
  const Task *task = &opening_tasks (market_image (market, opening))[number];
  TaskTime time = market->task_times[market_start (market, opening).task + number];
  bool expected =
      citizen_has_days (screen->citizen) && task_meets_availability (task, screen->citizen);

  ck_assert_msg (screen_has_time (screen, opening, number) == expected, "opening %u, task %u",
                 opening, number);
  seen->by_window += time != TIME_ODD;
  seen->odd += time == TIME_ODD;
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
  ck_assert_int_gt (seen.odd, 300);
  ck_assert_int_gt (seen.with_time, 10000);
  ck_assert_int_gt (seen.without, 10000);
}
END_TEST

/* Windows of which many share days or slots, so that they join, or overlap. */
static void
draw_week (Random *random, Week *week)
{
  unsigned n = random_below (random, 5);

  *week = (Week){.days = 0};
  for (unsigned i = 0; i < n; i++) {
    int from = (int) random_below (random, 12) * 8, slots = 1 + (int) random_below (random, 40);
    int to = from + slots < WEEK_SLOTS ? from + slots : WEEK_SLOTS;

    week_add (week, &(SmaajobWindow){1 + random_below (random, 127), from * WEEK_SLOT_MINUTES,
                                     to * WEEK_SLOT_MINUTES});
  }
}

static bool
has_three_windows (const Week *week)
{
  SmaajobWindow window;

  return !week_get_window (week, TIME_WINDOWS, &window);
}

START_TEST (a_word_meets_a_week_as_its_windows_do)
{
  Random random = random_make (7, 0);
  FreeSlots free;
  int n_odd = 0, n_meeting = 0;

  for (int round = 0; round < 20000; round++) {
    Task task = {.windows_known = random_below (&random, 10) > 0};
    TaskTime time;
    Week week;

    draw_week (&random, &task.windows);
    draw_week (&random, &week);
    free_slots_make (&free, &week);
    time = task_time_make (&task);
    ck_assert (task_time_is_sound (time));
    ck_assert_int_eq (time != TIME_ODD, !task.windows_known || has_three_windows (&task.windows));
    n_odd += time == TIME_ODD;
    if (time == TIME_ODD)
      continue;
    ck_assert_int_eq (task_time_meets (time, &free),
                      week_meets (task.windows_known ? &task.windows : &week_whole, &week));
    n_meeting += task_time_meets (time, &free);
    free_slots_make_none (&free);
    ck_assert (!task_time_meets (time, &free));
  }
  ck_assert_int_gt (n_odd, 1000);
  ck_assert_int_gt (n_meeting, 1000);
}
END_TEST

START_TEST (a_word_that_leads_beyond_the_week_is_not_sound)
{
  static const struct {
    unsigned from, to;
    bool sound;
  } cases[] = {{0, 0, true},    {0, 96, true},   {95, 96, true},
               {96, 96, false}, {127, 0, false}, {0, 97, false}};

  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    for (int at = 0; at < TIME_WINDOWS; at++) {
      TaskTime time = ((TaskTime) cases[i].from << TIME_FROM | (TaskTime) cases[i].to << TIME_TO)
                      << at * TIME_WINDOW_BITS;

      ck_assert_int_eq (task_time_is_sound (time), cases[i].sound);
    }
  ck_assert (task_time_is_sound (TIME_ODD));
  ck_assert (!task_time_is_sound (TIME_ODD | 1));
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
  tcase_add_test (time, a_word_meets_a_week_as_its_windows_do);
  tcase_add_test (time, a_word_that_leads_beyond_the_week_is_not_sound);
  suite_add_tcase (suite, time);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
