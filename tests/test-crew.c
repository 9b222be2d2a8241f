/* SPDX-License-Identifier: Apache-2.0 */
/* How work is shared among threads. */
#define _DEFAULT_SOURCE
#include "support-data.h"

#include "many/crew.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define HANDS 4

typedef struct {
  atomic_uint done; /* by hands that are not the caller's */
  atomic_bool let_go;
  unsigned tended;
} Job;

static void
work_until_tended (void *data, unsigned hand)
{
  Job *job = data;

  while (hand > 0 && !atomic_load (&job->let_go))
    sched_yield ();
  atomic_fetch_add (&job->done, hand > 0);
}

static void
let_go_at_the_second_time (void *data)
{
  Job *job = data;

  ck_assert (atomic_load (&job->let_go) || atomic_load (&job->done) == 0);
  if (++job->tended == 2)
    atomic_store (&job->let_go, true);
}

START_TEST (who_is_out_of_work_tends_to_the_job_until_all_are)
{
  Job job = {.tended = 0};

  crew_work (work_until_tended, let_go_at_the_second_time, &job, HANDS);
  ck_assert_uint_eq (atomic_load (&job.done), HANDS - 1);
  ck_assert_uint_ge (job.tended, 2);
}
END_TEST

static time_t ahead_seconds; /* how far the clock that can be set is, before it is set back */

/* In the place of the C library's. */
int
clock_gettime (clockid_t clock, struct timespec *now)
{
  const int result = (int) syscall (SYS_clock_gettime, clock, now);

  now->tv_sec += clock == CLOCK_REALTIME ? ahead_seconds : 0;
  return result;
}

START_TEST (a_clock_that_is_set_back_keeps_nobody_waiting)
{
  Job job = {.tended = 0};

  ahead_seconds = 3600;
  crew_work (work_until_tended, let_go_at_the_second_time, &job, HANDS);
  ck_assert_uint_eq (atomic_load (&job.done), HANDS - 1);
  ahead_seconds = 0;
}
END_TEST

static void
work_at_once (void *data, unsigned hand)
{
  atomic_fetch_add (&((Job *) data)->done, hand > 0);
}

static void
never (void *job)
{
  (void) job;
  ck_abort_msg ("nobody is waited for");
}

START_TEST (alone_nobody_is_waited_for)
{
  Job job = {.tended = 0};

  crew_work (work_at_once, never, &job, 1);
  ck_assert_uint_eq (atomic_load (&job.done), 0);
}
END_TEST

typedef struct {
  sigset_t blocked[HANDS];
  bool worked[HANDS];
} Seen;

static void
note_mask (void *data, unsigned hand)
{
  Seen *seen = data;

  seen->worked[hand] = pthread_sigmask (SIG_BLOCK, NULL, &seen->blocked[hand]) == 0;
}

static void
tend_to_nothing (void *job)
{
  (void) job;
}

START_TEST (the_hosts_signals_are_for_the_hosts_threads_but_for_faults)
{
  static const int hosts[] = {SIGINT, SIGTERM, SIGALRM, SIGUSR1},
                   faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
  Seen seen = {.worked = {false}};
  sigset_t before, after;

  ck_assert_int_eq (pthread_sigmask (SIG_BLOCK, NULL, &before), 0);
  crew_work (note_mask, tend_to_nothing, &seen, HANDS);
  ck_assert_int_eq (pthread_sigmask (SIG_BLOCK, NULL, &after), 0);
  for (size_t i = 0; i < COUNT (hosts); i++) {
    const int own = sigismember (&before, hosts[i]);

    for (unsigned hand = 0; hand < HANDS; hand++) {
      ck_assert (seen.worked[hand]);
      ck_assert_int_eq (sigismember (&seen.blocked[hand], hosts[i]), hand > 0 ? 1 : own);
    }
    ck_assert_int_eq (sigismember (&after, hosts[i]), own);
    for (unsigned hand = 1; hand < HANDS; hand++)
      ck_assert_int_eq (sigismember (&seen.blocked[hand], faults[i]), 0);
  }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {the_hosts_signals_are_for_the_hosts_threads_but_for_faults,
                                who_is_out_of_work_tends_to_the_job_until_all_are,
                                a_clock_that_is_set_back_keeps_nobody_waiting,
                                alone_nobody_is_waited_for};
  Suite *suite = suite_create ("crew");

  add_case (suite, "crew", tests, COUNT (tests));
  return run_suite (suite);
}
