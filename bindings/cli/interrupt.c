/* SPDX-License-Identifier: Apache-2.0 */
#include "interrupt.h"

#include <glib.h>
#include <signal.h>

static volatile sig_atomic_t came;

static void
note (int signal)
{
  came = signal;
}

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

/* What is ignored, as under nohup, stays so. */
void
interrupt_watch (void)
{
  struct sigaction before,
      watch = {.sa_handler = note, .sa_flags = SA_RESTART | (int) SA_RESETHAND};

  sigemptyset (&watch.sa_mask);
  for (size_t i = 0; i < G_N_ELEMENTS (signals); i++)
    if (sigaction (signals[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
      sigaction (signals[i], &watch, NULL);
}

bool
interrupt_came (void)
{
  return came != 0;
}

void
interrupt_forget (void)
{
  for (size_t i = 0; i < G_N_ELEMENTS (signals); i++)
    signal (signals[i], SIG_IGN);
  came = 0;
}

void
interrupt_obey (void)
{
  if (came == 0)
    return;
  signal (came, SIG_DFL);
  raise (came);
}
