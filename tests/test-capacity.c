/* SPDX-License-Identifier: Apache-2.0 */
/* The capacity's closed form and the schedule against a maximum flow found by augmenting paths. */
#include "base/processor.h"
#include "judgement/common-time.h"
#include "match/schedule.h"
#include "oracle.h"
#include "population.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#define ALL_DAYS 127

/* A few windows, often shared by tasks; in narrow weeks few enough slots to try every one. */
static void
draw_week (Random *random, bool narrow, Week *week)
{
  static const int edges[] = {0, 15, 480, 600, 720, 945, 960, 975, 1425, 1440};

  memset (week, 0, sizeof *week);
  for (int left = random_below (random, narrow ? 3 : 4); left > 0; left--) {
    int from = random_below (random, 9), to = random_between (random, from + 1, 9);
    SmaajobWindow window = {(unsigned) random_between (random, 1, ALL_DAYS), edges[from],
                            edges[to]};

    if (narrow) {
      window.days &= 7;
      window.from_minute = 15 * random_below (random, 4) + (random_chance (random, 50) ? 945 : 0);
      window.to_minute = window.from_minute + 15 * random_between (random, 1, 3);
      window.to_minute = window.to_minute > 1440 ? 1440 : window.to_minute;
    }
    if (window.days != 0)
      week_add (week, &window);
  }
}

static void
draw_calendar (Random *random, int n_tasks, bool narrow, Calendar *calendar)
{
  static const int a_day[] = {0, 15, 30, 45, 60, 120, 240, 480, 1440, MANY_MINUTES};
  Week week;

  memset (calendar, 0, sizeof *calendar);
  calendar->minutes_a_day = a_day[random_below (random, 10)];
  if (random_chance (random, 10))
    calendar->minutes_a_day = random_below (random, 500);
  if (narrow)
    calendar->minutes_a_day =
        random_chance (random, 30) ? MANY_MINUTES : 15 * random_below (random, 6);
  draw_week (random, narrow, &week);
  for (int i = 0; i < n_tasks; i++) {
    if (!random_chance (random, 30))
      draw_week (random, narrow, &week);
    calendar_add_task (calendar, &week);
  }
}

static void
draw_caps (Random *random, int n_tasks, int *caps)
{
  static const int often[] = {0, 15, 30, 60, 100, 240, 600, 900, 2000, MANY_MINUTES};

  for (int i = 0; i < n_tasks; i++)
    caps[i] =
        random_chance (random, 80) ? often[random_below (random, 10)] : random_below (random, 3000);
}

static void
compare_capacities (uint64_t seed, int n, int least_tasks, int most_tasks)
{
  for (int i = 0; i < n; i++) {
    Random random = random_make (seed, (uint64_t) i);
    Calendar calendar;
    int caps[OPENING_MAX_TASKS], n_tasks = random_between (&random, least_tasks, most_tasks);
    unsigned days = random_chance (&random, 60) ? ALL_DAYS : (unsigned) random_below (&random, 128);

    draw_calendar (&random, n_tasks, random_chance (&random, 20), &calendar);
    draw_caps (&random, n_tasks, caps);
    ck_assert_msg (capacity_find (&calendar, caps, days) == flow_find (&calendar, caps, days),
                   "week %d: %d, a maximum flow is %d", i, capacity_find (&calendar, caps, days),
                   flow_find (&calendar, caps, days));
  }
}

START_TEST (the_capacity_is_a_maximum_flow)
{
  compare_capacities (1, 120000, 1, 6);
}
END_TEST

START_TEST (the_capacity_of_many_tasks_is_a_maximum_flow)
{
  compare_capacities (2, 3000, 7, OPENING_MAX_TASKS);
}
END_TEST

START_TEST (a_capacity_is_told_only_as_far_as_asked)
{
  for (int i = 0; i < 20000; i++) {
    Random random = random_make (3, (uint64_t) i);
    Calendar calendar;
    int caps[OPENING_MAX_TASKS], n_tasks = random_between (&random, 1, 6), capacity;
    int most = random_below (&random, 3000);

    draw_calendar (&random, n_tasks, false, &calendar);
    draw_caps (&random, n_tasks, caps);
    capacity = flow_find (&calendar, caps, ALL_DAYS);
    ck_assert_int_eq (capacity_find_up_to (&calendar, caps, ALL_DAYS, most),
                      capacity < most ? capacity : most);
  }
}
END_TEST

/* However bits are counted. */
START_TEST (common_time_of_a_pair_is_its_calendar)
{
  static SmaajobPolicy policy = {.ordinary_week = {.early = {0xffff}, .days = 1}};

  int n_bound = 0;

  for (int i = 0; i < 40000; i++) {
    Random random = random_make (4, (uint64_t) i);
    struct {
      SmaajobOpening opening;
      Task tasks[OPENING_MAX_TASKS];
    } whole = {.opening = {.n_tasks = (uint16_t) random_between (&random, 1, 5)}};
    const SmaajobOpening *opening = &whole.opening;
    SmaajobCitizen citizen = {.hours_known = random_chance (&random, 70),
                              .availability_known = random_chance (&random, 80)};
    int caps[OPENING_MAX_TASKS], most = random_below (&random, 3000);
    CommonTime time;
    Calendar calendar;

    citizen.hours.max_per_day = random_chance (&random, 50) ? random_below (&random, 500) : -1;
    draw_week (&random, false, &citizen.availability);
    for (int task = 0; task < opening->n_tasks; task++) {
      whole.tasks[task].windows_known = random_chance (&random, 80);
      draw_week (&random, false, &whole.tasks[task].windows);
    }
    draw_caps (&random, opening->n_tasks, caps);
    policy.counts_bits = i % 2 == 1 && processor_counts_bits ();
    calendar_make (&calendar, &citizen, opening, &policy);
    common_time_find (&time, &citizen, opening, &policy);
    ck_assert_int_eq (time.minutes_a_day, calendar.minutes_a_day);
    ck_assert_int_eq (common_time_find_capacity (&time, caps, most),
                      capacity_find_up_to (&calendar, caps, ALL_DAYS, most));
    n_bound += opening->n_tasks <= FEW_TASKS && capacity_find (&calendar, caps, ALL_DAYS) < most;
  }
  ck_assert_int_gt (n_bound, 5000);
}
END_TEST

/* What the calendar says of one task, by what is told alone. */
static bool
calendar_has_time (const SmaajobCitizen *citizen, const Task *task)
{
  static const SmaajobPolicy policy = {.ordinary_week = {.early = {0xffff}, .days = 1}};
  const struct {
    SmaajobOpening opening;
    Task task;
  } one = {{.n_tasks = 1}, *task};
  Calendar calendar;

  calendar_make (&calendar, citizen, &one.opening, &policy);
  return calendar.minutes_a_day >= WEEK_SLOT_MINUTES &&
         ((!citizen->availability_known && !task->windows_known) ||
          !week_is_empty (&calendar.weeks[0]));
}

START_TEST (a_task_has_time_when_its_calendar_has)
{
  static const int a_day[] = {SMAAJOB_UNKNOWN, 0, 14, 15, 480};
  int with_time = 0, without = 0;

  for (int i = 0; i < 40000; i++) {
    Random random = random_make (5, (uint64_t) i);
    bool narrow = random_chance (&random, 50), expected;
    SmaajobCitizen citizen = {.hours_known = random_chance (&random, 70),
                              .availability_known = random_chance (&random, 80)};
    Task task = {.windows_known = random_chance (&random, 80)};

    citizen.hours.max_per_day = a_day[random_below (&random, 5)];
    draw_week (&random, narrow, &citizen.availability);
    draw_week (&random, narrow, &task.windows);
    expected = calendar_has_time (&citizen, &task);
    ck_assert_msg ((citizen_has_days (&citizen) && task_meets_availability (&task, &citizen)) ==
                       expected,
                   "task %d", i);
    with_time += expected;
    without += !expected;
  }
  ck_assert_int_gt (with_time, 5000);
  ck_assert_int_gt (without, 5000);
}
END_TEST

/* Minutes for each task that can be scheduled together: taken in turn, as the plan takes them. */
static int
draw_minutes_of_tasks (Random *random, const Calendar *calendar, int *minutes)
{
  int caps[OPENING_MAX_TASKS] = {0}, sum = 0;

  for (int task = 0; task < calendar->n_tasks; task++) {
    int most, room;

    caps[task] = 15 * random_below (random, random_chance (random, 50) ? 4 : 40);
    room = flow_find (calendar, caps, ALL_DAYS);
    most = room - sum;
    minutes[task] = random_chance (random, 70) ? most : 15 * random_between (random, 0, most / 15);
    caps[task] = minutes[task];
    sum += minutes[task];
  }
  return sum;
}

static void
check_inside (const Calendar *calendar, const int *minutes, const Schedule *schedule, int week)
{
  int laid[OPENING_MAX_TASKS] = {0};

  for (int day = 0; day < WEEK_DAYS; day++) {
    int today = 0;

    for (int slot = 0; slot < WEEK_SLOTS; slot++) {
      int task = schedule->task_of[day][slot];

      if (task == NO_TASK)
        continue;
      ck_assert_msg (week_has (&calendar->weeks[calendar->group_of[task]], day, slot),
                     "week %d: task %d on day %d, slot %d", week, task, day, slot);
      laid[task] += 15;
      today += 15;
    }
    ck_assert_msg (today <= calendar->minutes_a_day, "week %d: day %d is too long", week, day);
  }
  for (int task = 0; task < calendar->n_tasks; task++)
    ck_assert_msg (laid[task] == minutes[task], "week %d: %d of %d minutes of task %d", week,
                   laid[task], minutes[task], task);
}

static unsigned
days_used (const Schedule *schedule)
{
  unsigned days = 0;

  for (int day = 0; day < WEEK_DAYS; day++)
    for (int slot = 0; slot < WEEK_SLOTS; slot++)
      days |= (unsigned) (schedule->task_of[day][slot] != NO_TASK) << day;
  return days;
}

static void
draw_order (Random *random, int n_tasks, uint8_t *order)
{
  for (int i = 0; i < n_tasks; i++) {
    int at = random_below (random, i + 1);

    order[i] = order[at];
    order[at] = (uint8_t) i;
  }
}

/* A week to be laid, and the schedule of it. */
typedef struct {
  Calendar calendar;
  int minutes[OPENING_MAX_TASKS], sum;
  Schedule schedule;
} Laid;

static void
draw_schedule (uint64_t seed, int number, bool narrow, Laid *laid)
{
  Random random = random_make (seed, (uint64_t) number);
  uint8_t order[OPENING_MAX_TASKS];

  draw_calendar (&random, random_between (&random, 1, narrow ? 4 : 5), narrow, &laid->calendar);
  laid->calendar.minutes_a_day -= laid->calendar.minutes_a_day % 15;
  laid->sum = draw_minutes_of_tasks (&random, &laid->calendar, laid->minutes);
  draw_order (&random, laid->calendar.n_tasks, order);
  schedule_make (&laid->calendar, laid->minutes, order, &laid->schedule);
}

START_TEST (a_schedule_lays_all_minutes_inside_the_calendar)
{
  Laid laid;

  for (int i = 0; i < 40000; i++) {
    draw_schedule (4, i, i % 2 == 0, &laid);
    check_inside (&laid.calendar, laid.minutes, &laid.schedule, i);
  }
}
END_TEST

START_TEST (a_schedule_takes_the_fewest_days_and_of_those_the_earliest)
{
  Laid laid;

  for (int i = 0; i < 3000; i++) {
    draw_schedule (5, i, i % 2 == 0, &laid);
    ck_assert_msg (days_used (&laid.schedule) ==
                       days_fewest (&laid.calendar, laid.minutes, laid.sum),
                   "week %d: days %x, the fewest are %x", i, days_used (&laid.schedule),
                   days_fewest (&laid.calendar, laid.minutes, laid.sum));
  }
}
END_TEST

static void
check_slots (const Schedule *schedule, const SlotSet *expected, int week)
{
  for (int slot = 0; slot < WEEK_DAYS * WEEK_SLOTS; slot++) {
    bool used = schedule->task_of[slot / WEEK_SLOTS][slot % WEEK_SLOTS] != NO_TASK;

    ck_assert_msg (used == expected->has[slot], "week %d: slot %d is %s", week, slot,
                   used ? "used in vain" : "left out");
  }
}

/* Where a day's cap, spent as soon as it can be, would leave a task without a place, the week is
   laid so that it is done soonest. */
START_TEST (a_schedule_is_as_early_as_can_be)
{
  Laid laid;
  int weeks_that_wait = 0;

  for (int i = 0; i < 6000; i++) {
    SlotSet expected;
    int waited = 0;
    unsigned days;

    draw_schedule (6, i, true, &laid);
    days = days_used (&laid.schedule);
    expected = slots_earliest (&laid.calendar, laid.minutes, days, &waited);
    if (waited > 0)
      expected = slots_done_soonest (&laid.calendar, laid.minutes, days);
    check_slots (&laid.schedule, &expected, i);
    weeks_that_wait += waited > 0;
  }
  ck_assert_int_gt (weeks_that_wait, 20);
}
END_TEST

START_TEST (a_days_cap_is_not_spent_on_what_could_wait)
{
  /* Anything fits on Monday morning, a only there, b also on Tuesday; one slot a day. */
  static const SmaajobWindow monday_early = {SMAAJOB_DAY_MON, 480, 495};
  static const SmaajobWindow monday_late = {SMAAJOB_DAY_MON, 495, 510};
  static const SmaajobWindow tuesday = {SMAAJOB_DAY_TUE, 480, 495};
  static const int minutes[] = {15, 15};
  static const uint8_t order[] = {1, 0};
  Calendar calendar = {.minutes_a_day = 15};
  Week a = {0}, b = {0};
  Schedule schedule;

  week_add (&a, &monday_late);
  week_add (&b, &monday_early);
  week_add (&b, &tuesday);
  calendar_add_task (&calendar, &a);
  calendar_add_task (&calendar, &b);
  schedule_make (&calendar, minutes, order, &schedule);
  check_inside (&calendar, minutes, &schedule, 0);
  ck_assert_int_eq (schedule.task_of[0][33], 0);
  ck_assert_int_eq (schedule.task_of[1][32], 1);
}
END_TEST

START_TEST (shifts_are_the_runs_of_the_schedule)
{
  Schedule schedule;
  SmaajobWindow shift;
  int slot = 0, task;

  memset (&schedule, NO_TASK, sizeof schedule);
  ck_assert (!schedule_next_shift (&schedule, &slot, &shift, &task));
  schedule.task_of[0][95] = schedule.task_of[1][0] = schedule.task_of[1][1] = 3;
  schedule.task_of[1][2] = 4;
  slot = 0;
  ck_assert (schedule_next_shift (&schedule, &slot, &shift, &task));
  ck_assert_int_eq (task, 3);
  ck_assert_uint_eq (shift.days, SMAAJOB_DAY_MON);
  ck_assert_int_eq (shift.from_minute, 1425);
  ck_assert_int_eq (shift.to_minute, 1440);
  ck_assert (schedule_next_shift (&schedule, &slot, &shift, &task));
  ck_assert_uint_eq (shift.days, SMAAJOB_DAY_TUE);
  ck_assert_int_eq (shift.from_minute, 0);
  ck_assert_int_eq (shift.to_minute, 30);
  ck_assert (schedule_next_shift (&schedule, &slot, &shift, &task));
  ck_assert_int_eq (task, 4);
  ck_assert (!schedule_next_shift (&schedule, &slot, &shift, &task));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("capacity");
  TCase *weeks = tcase_create ("weeks");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (weeks, 60);
  tcase_add_test (weeks, the_capacity_is_a_maximum_flow);
  tcase_add_test (weeks, the_capacity_of_many_tasks_is_a_maximum_flow);
  tcase_add_test (weeks, a_capacity_is_told_only_as_far_as_asked);
  tcase_add_test (weeks, common_time_of_a_pair_is_its_calendar);
  tcase_add_test (weeks, a_task_has_time_when_its_calendar_has);
  tcase_add_test (weeks, a_schedule_lays_all_minutes_inside_the_calendar);
  tcase_add_test (weeks, a_schedule_takes_the_fewest_days_and_of_those_the_earliest);
  tcase_add_test (weeks, a_schedule_is_as_early_as_can_be);
  tcase_add_test (weeks, a_days_cap_is_not_spent_on_what_could_wait);
  tcase_add_test (weeks, shifts_are_the_runs_of_the_schedule);
  suite_add_tcase (suite, weeks);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
