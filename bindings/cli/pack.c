/* SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"
#include "load.h"
#include "output.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define SHOWN_FAULTS 10 /* on standard error; --errors has all */

typedef struct {
  const Options *options;
  const char *from; /* as it is told */
  Report report;
  Output *faults; /* of every line at fault, when they are asked for */
  guint n_bad;
  gint64 begun, shown;
} Packing;

static void
append_fault (const Packing *packing, const SmaajobError *error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  report_append_json (out, packing->from, 1, error);
  output_append (packing->faults, out);
}

static bool
leave_out (const SmaajobError *error, const char *line, size_t length, void *data)
{
  Packing *packing = data;

  (void) line;
  (void) length;
  if (packing->n_bad++ < SHOWN_FAULTS)
    report_error (&packing->report, packing->from, 1, error);
  if (packing->faults != NULL)
    append_fault (packing, error);
  return true;
}

static bool
show_progress (uint64_t done_bytes, uint64_t all_bytes, uint64_t documents, void *data)
{
  Packing *packing = data;
  const gint64 now = g_get_monotonic_time ();
  const double seconds = MAX (1, now - packing->begun) / (double) G_USEC_PER_SEC;
  const double rate = (double) done_bytes / seconds;

  if (!isatty (STDERR_FILENO) || now - packing->shown < G_USEC_PER_SEC / 5)
    return true;
  packing->shown = now;
  fprintf (stderr, "\r\033[K%" G_GUINT64_FORMAT " · %.0f MB/s", documents, rate / 1e6);
  if (all_bytes > done_bytes && rate > 0)
    fprintf (stderr, " · %.0f %% · %.0f s", 100.0 * (double) done_bytes / (double) all_bytes,
             (double) (all_bytes - done_bytes) / rate);
  fflush (stderr);
  return true;
}

static bool
pack (Packing *packing, SmaajobVocabulary *vocabulary, SmaajobError *error)
{
  const Options *options = packing->options;
  const bool citizens = options->citizens != NULL;
  const char *file = citizens ? options->citizens : options->openings;
  const char *from = strcmp (file, "-") == 0 ? "/dev/stdin" : file;
  const SmaajobPackingOptions how = {
      .on_error = options->skip_bad ? leave_out : NULL, .progress = show_progress, .data = packing};
  bool done;

  packing->begun = packing->shown = g_get_monotonic_time ();
  done = citizens ? smaajob_caseload_pack_ndjson (vocabulary, from, options->output, &how, error)
                  : smaajob_market_pack_ndjson (vocabulary, from, options->output, &how, error);
  if (packing->shown != packing->begun)
    fputs ("\r\033[K", stderr);
  return done;
}

/* The library does not tell which of the two files it could not use. */
static bool
check_input (Packing *packing)
{
  g_autoptr (Input) input = NULL;
  Span bytes;

  if (strcmp (packing->from, "-") == 0)
    return true;
  input = input_open (packing->from, &packing->report);
  return input != NULL && input_peek (input, 1, &bytes) != INPUT_FAILED;
}

static void
tell_failure (Packing *packing, const SmaajobError *error)
{
  if (error->code == SMAAJOB_ERROR_FILE)
    report_file (&packing->report, packing->options->output, STATUS_WRITE, error->message);
  else
    report_error (&packing->report, packing->from, 1, error);
}

static Status
pack_and_tell (Packing *packing)
{
  const Options *options = packing->options;
  g_autoptr (SmaajobVocabulary) vocabulary = load_vocabulary (options, &packing->report);
  SmaajobError error;

  if (vocabulary == NULL || !check_input (packing))
    return packing->report.status;
  if (!pack (packing, vocabulary, &error)) {
    tell_failure (packing, &error);
    return packing->report.status;
  }
  if (packing->n_bad > 0) {
    fprintf (stderr, text_get (options->language, "rank.skipped"), packing->n_bad);
    fputc ('\n', stderr);
  }
  return STATUS_DONE;
}

static Status
check_options (const Options *options)
{
  const Language language = options->language;

  if (options->citizens != NULL && options->openings != NULL)
    return usage_error (options, text_get (language, "usage.both"), "--citizens", "--openings");
  if (options->citizens == NULL && options->openings == NULL)
    return usage_error (options, text_get (language, "usage.needs"), "--citizens, --openings");
  if (options->output == NULL)
    return usage_error (options, text_get (language, "usage.needs"), "--output");
  if (options->errors != NULL && !options->skip_bad)
    return usage_error (options, text_get (language, "usage.needs"), "--skip-bad");
  return STATUS_DONE;
}

Status
command_pack (const Options *options)
{
  Packing packing = {.options = options};
  Status status = check_options (options), written = STATUS_DONE;

  if (status != STATUS_DONE)
    return status;
  packing.from = options->citizens != NULL ? options->citizens : options->openings;
  if (options->errors != NULL && (packing.faults = output_open_file (options->errors)) == NULL)
    return STATUS_WRITE;
  status = pack_and_tell (&packing);
  if (packing.faults != NULL)
    written = output_close (packing.faults, true);
  return MAX (status, written);
}
