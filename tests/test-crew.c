/* SPDX-License-Identifier: Apache-2.0 */
/* How work is shared among threads. */
#include "support-data.h"

#include "many/crew.h"

#include <sched.h>
#include <stdatomic.h>

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

int
main (void)
{
  const TTest *const tests[] = {who_is_out_of_work_tends_to_the_job_until_all_are,
                                alone_nobody_is_waited_for};
  Suite *suite = suite_create ("crew");

  add_case (suite, "crew", tests, COUNT (tests));
  return run_suite (suite);
}
