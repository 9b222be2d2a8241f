/* SPDX-License-Identifier: Apache-2.0 */
#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A terminal that cannot erase a line would show the codes for it. */
static bool
can_erase (void)
{
  const char *term = g_getenv ("TERM");

  return isatty (STDERR_FILENO) && term != NULL && *term && strcmp (term, "dumb") != 0;
}

Progress
progress_begin (bool shown)
{
  return (Progress){shown && can_erase (), g_get_monotonic_time (), 0};
}

/* Seconds of work, when it is time to tell of it; else 0. What is soon done is not told of. */
static double
seconds_to_tell (Progress *progress)
{
  const gint64 now = progress->on ? g_get_monotonic_time () : 0;

  if (!progress->on || now - MAX (progress->told, progress->begun) < G_USEC_PER_SEC / 5)
    return 0;
  progress->told = now;
  return (double) (now - progress->begun) / G_USEC_PER_SEC;
}

static void
tell_left (guint64 done, guint64 all, double rate)
{
  if (all >= done && done > 0)
    fprintf (stderr, " · %.0f %% · %.0f s", 100.0 * (double) done / (double) all,
             (double) (all - done) / rate);
  fflush (stderr);
}

void
progress_tell_bytes (Progress *progress, guint64 documents, guint64 done, guint64 all)
{
  const double seconds = seconds_to_tell (progress), rate = (double) done / seconds;

  if (seconds <= 0)
    return;
  fprintf (stderr, "\r\033[K%" G_GUINT64_FORMAT " · %.0f MB/s", documents, rate / 1e6);
  tell_left (done, all, rate);
}

void
progress_tell_pairs (Progress *progress, guint64 done, guint64 all, const char *unit)
{
  const double seconds = seconds_to_tell (progress), rate = (double) done / seconds;

  if (seconds <= 0)
    return;
  fprintf (stderr, "\r\033[K%" G_GUINT64_FORMAT " %s · %.0f M/s", done, unit, rate / 1e6);
  tell_left (done, all, rate);
}

void
progress_end (Progress *progress)
{
  if (progress->told != 0)
    fputs ("\r\033[K", stderr);
  progress->told = 0;
}
