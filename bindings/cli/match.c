/* SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"
#include "interrupt.h"
#include "output.h"
#include "page.h"
#include "pair.h"
#include "record.h"

#include <signal.h>

/* Takes the text, which may be NULL with the error. */
static Status
print_text (const Options *options, char *text, const SmaajobError *error, Report *report)
{
  g_autofree char *line = NULL;

  if (text == NULL) {
    report_error (report, "smaajob", 1, error);
    return report->status;
  }
  line = g_strconcat (text, "\n", NULL);
  smaajob_free (text);
  return output_write (options, line);
}

static Status
print_page (const Options *options, const SmaajobExplanation *explanation)
{
  g_autoptr (GString) page = g_string_new (NULL);

  page_append (page, explanation, options->language, output_has_colour (options));
  return output_write (options, page->str);
}

static Status
print_match (const Options *options, const SmaajobMatch *match, Report *report)
{
  const SmaajobAudience caseworker = {SMAAJOB_READER_CASEWORKER, options->text_language, false,
                                      NULL};
  g_autoptr (SmaajobExplanation) explanation = NULL;
  SmaajobError error;

  if (!output_is_page (options))
    return print_text (options, smaajob_match_to_json (match, &error), &error, report);
  explanation = smaajob_explain (match, &caseworker, &error);
  if (explanation == NULL) {
    report_error (report, "smaajob", 1, &error);
    return report->status;
  }
  return print_page (options, explanation);
}

/* A fault of the audience is a fault of use: nothing else of it comes from a document. */
static Status
print_explanation (const Options *options, const SmaajobMatch *match, Report *report)
{
  const SmaajobAudience audience = {options->reader, options->text_language, options->released,
                                    options->disclosed};
  SmaajobError error;
  g_autoptr (SmaajobExplanation) explanation = smaajob_explain (match, &audience, &error);

  if (explanation == NULL && error.code != SMAAJOB_ERROR_MEMORY)
    return usage_error (options, "--%s", error.message); /* only what is disclosed is left to be */
  if (explanation == NULL) {
    report_error (report, "smaajob", 1, &error);
    return report->status;
  }
  if (options->html)
    return print_text (options, smaajob_explanation_to_html (explanation, &error), &error, report);
  if (options->json)
    return print_text (options, smaajob_explanation_to_json (explanation, &error), &error, report);
  return print_page (options, explanation);
}

typedef Status (*PrintMatch) (const Options *options, const SmaajobMatch *match, Report *report);

static Status
load_and_print (const Options *options, PrintMatch print)
{
  Report report = {0};
  Sources sources = {0};
  g_autoptr (SmaajobMatch) match = NULL;
  Status status;

  if (sources_load (&sources, options, &report))
    match = sources_match (&sources, options, &report);
  status = match == NULL ? report.status : print (options, match, &report);
  sources_clear (&sources);
  return status;
}

/* There is no record of a match that nobody got, and no match that could not be recorded. What is
 * written beside is removed also when the reader of a pipe is gone. */
static Status
record_and_print (const Options *options, const SmaajobMatch *match, Report *report)
{
  Output *record;
  Status status, recorded;

  interrupt_watch ();
  signal (SIGPIPE, SIG_IGN);
  status = record_begin (options, match, &record, report);
  if (status != STATUS_DONE)
    return status;
  status = print_match (options, match, report);
  recorded = output_close (record, status == STATUS_DONE);
  if (status == STATUS_DONE && recorded == STATUS_DONE)
    interrupt_forget ();
  return MAX (status, recorded);
}

Status
command_match (const Options *options)
{
  const Status status = record_check (options);

  if (status != STATUS_DONE)
    return status;
  return load_and_print (options, options->record ? record_and_print : print_match);
}

Status
command_explain (const Options *options)
{
  if (options->html && options->json)
    return usage_error (options, text_get (options->language, "usage.both"), "--html", "--json");
  return load_and_print (options, print_explanation);
}
