/* SPDX-License-Identifier: Apache-2.0 */
#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define ERASE     "\r\033[K"
#define BAR_WIDTH 20

/* A terminal that cannot erase a line would show the codes for it. */
static bool
can_erase (void)
{
  const char *term = g_getenv ("TERM");

  return isatty (STDERR_FILENO) && term != NULL && *term && strcmp (term, "dumb") != 0;
}

Progress
progress_begin (bool shown, Language language)
{
  return (Progress){shown && can_erase (), g_get_monotonic_time (), 0, language};
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

static double
part_of (guint64 done, guint64 all)
{
  return (double) done / (double) all;
}

/* How far it is; nothing when nobody knows. */
static void
tell_part (guint64 done, guint64 all)
{
  fputs (ERASE, stderr);
  if (all < done || all == 0)
    return;
  fputc ('[', stderr);
  for (guint64 i = 0; i < BAR_WIDTH; i++)
    fputc ((double) i < BAR_WIDTH * part_of (done, all) ? '=' : ' ', stderr);
  fprintf (stderr, "] %3.0f %% · ", 100.0 * part_of (done, all));
}

static void
tell_left (const Progress *progress, guint64 done, guint64 all, double rate)
{
  if (all >= done && done > 0) {
    fputs (" · ", stderr);
    fprintf (stderr, text_get (progress->language, "progress.left"), (double) (all - done) / rate);
  }
  fflush (stderr);
}

void
progress_tell_bytes (Progress *progress, guint64 documents, guint64 done, guint64 all)
{
  const double seconds = seconds_to_tell (progress), rate = (double) done / seconds;

  if (seconds <= 0)
    return;
  tell_part (done, all);
  fprintf (stderr, "%" G_GUINT64_FORMAT " %s · %.0f MB/s", documents,
           text_get (progress->language, "progress.documents"), rate / 1e6);
  tell_left (progress, done, all, rate);
}

void
progress_tell_pairs (Progress *progress, guint64 done, guint64 all)
{
  const double seconds = seconds_to_tell (progress), rate = (double) done / seconds;

  if (seconds <= 0)
    return;
  tell_part (done, all);
  fprintf (stderr, "%" G_GUINT64_FORMAT " %s · %.0f M/s", done,
           text_get (progress->language, "rank.pairs"), rate / 1e6);
  tell_left (progress, done, all, rate);
}

void
progress_end (Progress *progress)
{
  if (progress->told != 0)
    fputs (ERASE, stderr);
  progress->told = 0;
}
