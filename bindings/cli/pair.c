/* SPDX-License-Identifier: Apache-2.0 */
#include "pair.h"

/* Each is loaded whatever became of the others, so that every fault is told at once. */
bool
sources_load (Sources *sources, const Options *options, Report *report)
{
  sources->policy = load_policy (options, report);
  sources->vocabulary = load_vocabulary (options, report);
  if (sources->vocabulary == NULL)
    return false;
  sources->citizen = load_citizen (sources->vocabulary, options->files[0], report);
  sources->opening = load_opening (sources->vocabulary, options->files[1], report);
  return report->n_errors == 0;
}

void
sources_clear (Sources *sources)
{
  smaajob_citizen_free (sources->citizen);
  smaajob_opening_free (sources->opening);
  smaajob_policy_free (sources->policy);
  smaajob_vocabulary_free (sources->vocabulary);
}

SmaajobMatch *
sources_match (const Sources *sources, const Options *options, Report *report)
{
  const SmaajobPair pair = {sources->citizen, sources->opening, options->travel_minutes};
  SmaajobError error;
  SmaajobMatch *match = smaajob_match_new (&pair, sources->policy, &error);

  if (match == NULL)
    report_error (report, "smaajob", 1, &error);
  return match;
}
