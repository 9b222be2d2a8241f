/* SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"
#include "load.h"
#include "output.h"
#include "page.h"

#include <string.h>

typedef struct {
  SmaajobVocabulary *vocabulary;
  SmaajobPolicy *policy;
  SmaajobCitizen *citizen;
  SmaajobOpening *opening;
} Sources;

/* Each is loaded whatever became of the others, so that every fault is told at once. */
static void
sources_load (Sources *sources, const Options *options, Report *report)
{
  sources->policy = load_policy (options, report);
  sources->vocabulary = load_vocabulary (options, report);
  if (sources->vocabulary == NULL)
    return;
  sources->citizen = load_citizen (sources->vocabulary, options->files[0], report);
  sources->opening = load_opening (sources->vocabulary, options->files[1], report);
}

static void
sources_clear (Sources *sources)
{
  smaajob_citizen_free (sources->citizen);
  smaajob_opening_free (sources->opening);
  smaajob_policy_free (sources->policy);
  smaajob_vocabulary_free (sources->vocabulary);
}

static Status
print_json (const Options *options, const SmaajobMatch *match, Report *report)
{
  SmaajobError error;
  char *json = smaajob_match_to_json (match, &error);
  g_autofree char *line = NULL;

  if (json == NULL) {
    report_error (report, "smaajob", 1, &error);
    return report->status;
  }
  line = g_strconcat (json, "\n", NULL);
  smaajob_free (json);
  return output_write (options, line);
}

static Status
print_page (const Options *options, const SmaajobMatch *match, const SmaajobVocabulary *vocabulary)
{
  g_autoptr (GString) page = g_string_new (NULL);

  page_append_match (page, match, vocabulary, options->language, output_has_colour (options));
  return output_write (options, page->str);
}

static Status
match_sources (const Options *options, const Sources *sources, Report *report)
{
  const SmaajobPair pair = {sources->citizen, sources->opening, options->travel_minutes};
  SmaajobError error;
  g_autoptr (SmaajobMatch) match = smaajob_match_new (&pair, sources->policy, &error);

  if (match == NULL) {
    report_error (report, "smaajob", 1, &error);
    return report->status;
  }
  if (output_is_page (options))
    return print_page (options, match, sources->vocabulary);
  return print_json (options, match, report);
}

Status
command_match (const Options *options)
{
  Report report = {0};
  Sources sources = {0};
  Status status;

  if (strcmp (options->files[0], "-") == 0 && strcmp (options->files[1], "-") == 0)
    return usage_error (options, "%s", text_get (options->language, "usage.stdin"));
  sources_load (&sources, options, &report);
  status = report.n_errors ? report.status : match_sources (options, &sources, &report);
  sources_clear (&sources);
  return status;
}
