/* SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"
#include "diff.h"

#include <string.h>

/* What a record is scored again with. */
typedef struct {
  SmaajobRecord *record;
  SmaajobVocabulary *vocabulary;
  SmaajobCitizen *citizen;
  SmaajobOpening *opening;
} Cast;

/* Each is loaded whatever became of the others, so that every fault is told at once. */
static void
cast_load (Cast *cast, const Options *options, Report *report)
{
  cast->record = load_record (options->files[0], report);
  cast->vocabulary = load_vocabulary (options, report);
  if (cast->vocabulary == NULL)
    return;
  if (options->citizen)
    cast->citizen = load_citizen (cast->vocabulary, options->citizen, report);
  if (options->opening)
    cast->opening = load_opening (cast->vocabulary, options->opening, report);
}

static void
cast_clear (Cast *cast)
{
  smaajob_record_free (cast->record);
  smaajob_citizen_free (cast->citizen);
  smaajob_opening_free (cast->opening);
  smaajob_vocabulary_free (cast->vocabulary);
}

static SmaajobDifference *
compare (const Cast *cast, const SmaajobMatch *match, SmaajobError *error)
{
  char *before = smaajob_record_match_to_json (cast->record, error);
  char *after = before ? smaajob_match_to_json (match, error) : NULL;
  SmaajobDifference *difference = NULL;

  if (after != NULL)
    difference = smaajob_difference_new (before, strlen (before), after, strlen (after), error);
  smaajob_free (before);
  smaajob_free (after);
  return difference;
}

static Status
replay (const Options *options, const Cast *cast, Report *report)
{
  const SmaajobReplay with = {cast->vocabulary, cast->citizen, cast->opening};
  SmaajobError error;
  SmaajobSame same;
  g_autoptr (SmaajobMatch) match = smaajob_record_replay (cast->record, &with, &same, &error);
  g_autoptr (SmaajobDifference) difference = match ? compare (cast, match, &error) : NULL;
  const Shown shown = {difference, cast->record, cast->vocabulary};

  if (difference != NULL)
    return diff_print (options, &shown, report);
  report_error (report, options->files[0], 1, &error);
  return report->status;
}

Status
command_replay (const Options *options)
{
  Report report = {0};
  Cast cast = {0};
  Status status;

  cast_load (&cast, options, &report);
  status = report.n_errors > 0 ? report.status : replay (options, &cast, &report);
  cast_clear (&cast);
  return status;
}
