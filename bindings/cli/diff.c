/* SPDX-License-Identifier: Apache-2.0 */
#include "diff.h"

#include "commands.h"
#include "output.h"

#include <string.h>

static Status
print_json (const Options *options, const SmaajobDifference *difference, Report *report)
{
  SmaajobError error;
  char *json = smaajob_difference_to_json (difference, &error);
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
print_page (const Options *options, const Shown *shown)
{
  g_autoptr (GString) page = g_string_new (NULL);

  diff_append_page (page, shown, options->language);
  return output_write (options, page->str);
}

Status
diff_print (const Options *options, const Shown *shown, Report *report)
{
  const Status status = output_is_page (options) ? print_page (options, shown)
                                                 : print_json (options, shown->difference, report);

  if (status != STATUS_DONE)
    return status;
  return smaajob_difference_get_same (shown->difference).all ? STATUS_DONE : STATUS_DIFFERS;
}

/* The match of a record, or the text as it is; takes the text. */
static GString *
match_of_record (const char *file, GString *text, Report *report)
{
  SmaajobError error;
  g_autoptr (SmaajobRecord) record = smaajob_record_new_from_json (text->str, text->len, &error);
  char *match = record ? smaajob_record_match_to_json (record, &error) : NULL;

  g_string_free (text, TRUE);
  if (match == NULL) {
    report_error (report, file, 1, &error);
    return NULL;
  }
  text = g_string_new (match);
  smaajob_free (match);
  return text;
}

static GString *
match_read (const char *file, Report *report)
{
  GString *text = document_read (file, INPUT_RESULT_MAX, report);

  if (text == NULL || document_get_kind (text->str, text->len) != KIND_RECORD)
    return text;
  return match_of_record (file, text, report);
}

/* The library says which of the two is at fault; here it is told by its file. */
static void
tell_fault (const Options *options, SmaajobError *error, Report *report)
{
  static const char before[] = "before: ", after[] = "after: ";
  const bool second = g_str_has_prefix (error->message, after);
  const size_t n = second ? strlen (after) : strlen (before);

  if (second || g_str_has_prefix (error->message, before))
    memmove (error->message, error->message + n, strlen (error->message) - n + 1);
  report_error (report, options->files[second ? 1 : 0], 1, error);
}

static Status
diff_texts (const Options *options, const GString *before, const GString *after, Report *report)
{
  SmaajobError error;
  g_autoptr (SmaajobVocabulary) vocabulary = load_vocabulary (options, report);
  g_autoptr (SmaajobDifference) difference =
      smaajob_difference_new (before->str, before->len, after->str, after->len, &error);
  const Shown shown = {difference, NULL, vocabulary};

  if (difference == NULL)
    tell_fault (options, &error, report);
  return report->n_errors > 0 ? report->status : diff_print (options, &shown, report);
}

Status
command_diff (const Options *options)
{
  Report report = {0};
  g_autoptr (GString) before = NULL;
  g_autoptr (GString) after = NULL;

  before = match_read (options->files[0], &report);
  after = match_read (options->files[1], &report);
  if (before == NULL || after == NULL)
    return report.status;
  return diff_texts (options, before, after, &report);
}
