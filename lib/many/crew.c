/* SPDX-License-Identifier: Apache-2.0 */
#define _POSIX_C_SOURCE 200809L
#include "many/crew.h"

#include <pthread.h>
#include <signal.h>
#include <time.h>

#define TENDED_NANOSECONDS 50000000 /* between two times */
#define SECOND             1000000000

/* How many hands are done, but for the caller's. */
typedef struct {
  pthread_mutex_t mutex;
  pthread_cond_t one_more;
  unsigned n;
} Done;

typedef struct {
  CrewWork work;
  void *job;
  Done *done;
  unsigned hand;
  pthread_t thread;
} Hand;

/* By a clock that nobody can set: one that is set back would make a wait as long as that. */
static bool
condition_init (pthread_cond_t *condition)
{
  pthread_condattr_t monotonic;
  bool made;

  if (pthread_condattr_init (&monotonic) != 0)
    return false;
  made = pthread_condattr_setclock (&monotonic, CLOCK_MONOTONIC) == 0 &&
         pthread_cond_init (condition, &monotonic) == 0;
  pthread_condattr_destroy (&monotonic);
  return made;
}

static bool
done_init (Done *done)
{
  done->n = 0;
  if (!condition_init (&done->one_more))
    return false;
  if (pthread_mutex_init (&done->mutex, NULL) == 0)
    return true;
  pthread_cond_destroy (&done->one_more);
  return false;
}

static void
done_clear (Done *done)
{
  pthread_cond_destroy (&done->one_more);
  pthread_mutex_destroy (&done->mutex);
}

static void *
run (void *data)
{
  const Hand *hand = data;

  hand->work (hand->job, hand->hand);
  pthread_mutex_lock (&hand->done->mutex);
  hand->done->n++;
  pthread_cond_signal (&hand->done->one_more);
  pthread_mutex_unlock (&hand->done->mutex);
  return NULL;
}

/* False when they were not all done in time. */
static bool
wait_for_all (Done *done, unsigned n)
{
  struct timespec until;
  int result = 0;
  bool all;

  clock_gettime (CLOCK_MONOTONIC, &until);
  until.tv_nsec += TENDED_NANOSECONDS;
  until.tv_sec += until.tv_nsec / SECOND;
  until.tv_nsec %= SECOND;
  pthread_mutex_lock (&done->mutex);
  while (done->n < n && result == 0)
    result = pthread_cond_timedwait (&done->one_more, &done->mutex, &until);
  all = done->n == n;
  pthread_mutex_unlock (&done->mutex);
  return all;
}

/* The host's signals are for the host's threads. What a thread of ours does itself is told to that
   thread alone: were it blocked, as when a mapped file is cut short, the process would end without
   the host's handler being asked. */
static void
choose_blocked (sigset_t *blocked)
{
  static const int own[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};

  sigfillset (blocked);
  for (size_t i = 0; i < sizeof own / sizeof *own; i++)
    sigdelset (blocked, own[i]);
}

static unsigned
make_hands (Hand hands[], const Hand *like, unsigned n)
{
  sigset_t blocked, before;
  unsigned made = 1;

  choose_blocked (&blocked);
  if (pthread_sigmask (SIG_BLOCK, &blocked, &before) != 0)
    return made;
  for (; made < n; made++) {
    hands[made] = *like;
    hands[made].hand = made;
    if (pthread_create (&hands[made].thread, NULL, run, &hands[made]) != 0)
      break;
  }
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  return made;
}

void
crew_work (CrewWork work, CrewTend tend, void *job, unsigned n)
{
  Hand hands[CREW_MOST];
  Done done;
  const Hand like = {.work = work, .job = job, .done = &done};
  unsigned made;

  if (n <= 1 || !done_init (&done)) {
    work (job, 0);
    return;
  }
  made = make_hands (hands, &like, n);
  work (job, 0);
  while (!wait_for_all (&done, made - 1))
    tend (job);
  for (unsigned i = 1; i < made; i++)
    pthread_join (hands[i].thread, NULL);
  done_clear (&done);
}
