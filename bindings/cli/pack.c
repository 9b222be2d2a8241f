/* SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"
#include "interrupt.h"
#include "load.h"
#include "output.h"
#include "packed.h"
#include "progress.h"
#include "source.h"

#include <stdio.h>

typedef struct {
  const Options *options;
  const char *from; /* as it is told */
  Source *source;
  Report report;
  Report skipped; /* faults of documents that were left out on purpose */
  bool none_left; /* they were all */
  Progress progress;
} Packing;

/* After an interruption, or a fault of what is read, all that comes is the half of a line. */
static bool
goes_on (const Packing *packing)
{
  return !interrupt_came () && source_is_good (packing->source);
}

static bool
leave_out (const SmaajobError *error, const char *line, size_t length, void *data)
{
  Packing *packing = data;

  (void) line;
  (void) length;
  if (!goes_on (packing))
    return false;
  progress_end (&packing->progress);
  report_error (&packing->skipped, packing->from, 1, error);
  return true;
}

static bool
show_progress (uint64_t done_bytes, uint64_t all_bytes, uint64_t documents, void *data)
{
  Packing *packing = data;

  progress_tell_bytes (&packing->progress, documents, done_bytes, all_bytes);
  packing->none_left = packing->skipped.n_errors > 0 && documents == 0 &&
                       source_ends_at (packing->source, done_bytes);
  return goes_on (packing) && !packing->none_left;
}

static bool
pack (Packing *packing, SmaajobVocabulary *vocabulary, SmaajobError *error)
{
  const Options *options = packing->options;
  const bool citizens = options->citizens != NULL;
  const char *from = source_get_path (packing->source);
  const SmaajobPackingOptions how = {
      .on_error = options->skip_bad ? leave_out : NULL, .progress = show_progress, .data = packing};
  bool done;

  packing->progress = progress_begin (true, options->language);
  done = citizens ? smaajob_caseload_pack_ndjson (vocabulary, from, options->output, &how, error)
                  : smaajob_market_pack_ndjson (vocabulary, from, options->output, &how, error);
  progress_end (&packing->progress);
  return done;
}

/* A document was at fault, and there may be more of them. */
static void
tell_of_others (const Packing *packing)
{
  if (packing->report.status != STATUS_DATA)
    return;
  fputs (text_get (packing->options->language, "pack.first"), stderr);
  fputc ('\n', stderr);
}

static void
tell_none_left (Packing *packing)
{
  packing->report.status = MAX (packing->report.status, packing->skipped.status);
  report_skipped (&packing->skipped, text_get (packing->options->language, "rank.none_left"));
}

/* The source has been opened: what of files is at fault now is the one that is written. */
static void
tell_failure (Packing *packing, const SmaajobError *error)
{
  if (interrupt_came () || source_tell_fault (packing->source, &packing->report))
    return;
  if (packing->none_left)
    tell_none_left (packing);
  else if (error->code == SMAAJOB_ERROR_FILE)
    report_file (&packing->report, packing->options->output, STATUS_WRITE, error->message);
  else
    report_error (&packing->report, packing->from, 1, error);
  if (!packing->none_left)
    tell_of_others (packing);
}

static Status
pack_source (Packing *packing, SmaajobVocabulary *vocabulary)
{
  const Options *options = packing->options;
  SmaajobError error;

  if (packed_is (source_get_path (packing->source))) {
    report_file (&packing->report, packing->from, STATUS_DATA,
                 text_get (options->language, "pack.packed"));
    return packing->report.status;
  }
  if (!pack (packing, vocabulary, &error)) {
    tell_failure (packing, &error);
    return packing->report.status;
  }
  interrupt_forget ();
  report_skipped (&packing->skipped, text_get (options->language, "rank.skipped"));
  return STATUS_DONE;
}

static Status
pack_and_tell (Packing *packing)
{
  const Options *options = packing->options;
  g_autoptr (SmaajobVocabulary) vocabulary = load_vocabulary (options, &packing->report);
  Status status;

  if (vocabulary == NULL)
    return packing->report.status;
  packing->source = source_open (packing->from, &packing->report);
  if (packing->source == NULL)
    return packing->report.status;
  status = pack_source (packing, vocabulary);
  source_close (packing->source);
  return status;
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
    return usage_error (options, text_get (language, "usage.value"), "--output", "FILE",
                        text_get (language, "output.stdout"));
  if (options->errors != NULL && !options->skip_bad)
    return usage_error (options, text_get (language, "usage.needs"), "--skip-bad");
  return STATUS_DONE;
}

Status
command_pack (const Options *options)
{
  Packing packing = {.options = options, .skipped = {.most = REPORT_SHOWN}};
  Status status = check_options (options), written = STATUS_DONE;

  if (status != STATUS_DONE)
    return status;
  interrupt_watch ();
  packing.from = options->citizens != NULL ? options->citizens : options->openings;
  if (options->errors != NULL && (packing.skipped.all = output_open_file (options->errors)) == NULL)
    return STATUS_WRITE;
  status = pack_and_tell (&packing);
  if (packing.skipped.all != NULL)
    written = output_close (packing.skipped.all, !interrupt_came ());
  return MAX (status, written);
}
