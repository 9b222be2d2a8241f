/* SPDX-License-Identifier: Apache-2.0 */
#define _POSIX_C_SOURCE 200809L
#include "many/crew.h"

#include <pthread.h>
#include <signal.h>

typedef struct {
  CrewWork work;
  void *job;
  unsigned hand;
  pthread_t thread;
} Hand;

static void *
run (void *data)
{
  const Hand *hand = data;

  hand->work (hand->job, hand->hand);
  return NULL;
}

/* The host's signals are for the host's threads: ours are made with all of them blocked. */
void
crew_work (CrewWork work, void *job, unsigned n)
{
  Hand hands[CREW_MOST];
  sigset_t all, before;
  unsigned made = 1;

  sigfillset (&all);
  if (n > 1 && pthread_sigmask (SIG_BLOCK, &all, &before) == 0) {
    for (; made < n; made++) {
      hands[made] = (Hand){.work = work, .job = job, .hand = made};
      if (pthread_create (&hands[made].thread, NULL, run, &hands[made]) != 0)
        break;
    }
    pthread_sigmask (SIG_SETMASK, &before, NULL);
  }
  work (job, 0);
  for (unsigned i = 1; i < made; i++)
    pthread_join (hands[i].thread, NULL);
}
