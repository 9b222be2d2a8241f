/* SPDX-License-Identifier: Apache-2.0 */
#define _POSIX_C_SOURCE 200809L
#include "many/crew.h"

#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <time.h>

#define TENDED_NANOSECONDS 50000000 /* between two times */
#define SECOND             1000000000

typedef struct {
  CrewWork work;
  void *job;
  sem_t *idle; /* counts the hands that are done, but for the caller's */
  unsigned hand;
  pthread_t thread;
} Hand;

static void *
run (void *data)
{
  const Hand *hand = data;

  hand->work (hand->job, hand->hand);
  sem_post (hand->idle);
  return NULL;
}

/* False when none was done in time, or a signal came. */
static bool
wait_for_one (sem_t *idle)
{
  struct timespec until;

  clock_gettime (CLOCK_REALTIME, &until);
  until.tv_nsec += TENDED_NANOSECONDS;
  until.tv_sec += until.tv_nsec / SECOND;
  until.tv_nsec %= SECOND;
  return sem_timedwait (idle, &until) == 0;
}

/* The host's signals are for the host's threads: ours are made with all of them blocked. */
static unsigned
make_hands (Hand hands[], const Hand *like, unsigned n)
{
  sigset_t all, before;
  unsigned made = 1;

  sigfillset (&all);
  if (pthread_sigmask (SIG_BLOCK, &all, &before) != 0)
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
  sem_t idle;
  const Hand like = {.work = work, .job = job, .idle = &idle};
  unsigned made;

  if (n <= 1 || sem_init (&idle, 0, 0) != 0) {
    work (job, 0);
    return;
  }
  made = make_hands (hands, &like, n);
  work (job, 0);
  for (unsigned left = made - 1; left > 0;)
    if (wait_for_one (&idle))
      left--;
    else
      tend (job);
  for (unsigned i = 1; i < made; i++)
    pthread_join (hands[i].thread, NULL);
  sem_destroy (&idle);
}
