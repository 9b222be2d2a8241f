/* SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"
#include "esco.h"
#include "load.h"
#include "output.h"

#include <smaajob/schema.h>

/* Takes the text. */
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

Status
command_policy (const Options *options)
{
  Report report = {0};
  SmaajobError error;
  g_autoptr (SmaajobPolicy) policy = load_policy (options, &report);

  if (policy == NULL)
    return report.status;
  return print_text (options, smaajob_policy_to_json (policy, &error), &error, &report);
}

Status
command_vocabulary (const Options *options)
{
  Report report = {0};
  SmaajobError error;
  g_autoptr (SmaajobVocabulary) vocabulary = NULL;

  if (options->esco && options->vocabularies)
    return usage_error (options, text_get (options->language, "usage.both"), "--from-esco",
                        "--vocabulary");
  vocabulary = options->esco ? esco_read (options->esco, options->language, &report)
                             : load_vocabulary (options, &report);
  if (vocabulary == NULL)
    return report.status;
  return print_text (options, smaajob_vocabulary_to_json (vocabulary, &error), &error, &report);
}

Status
command_schema (const Options *options)
{
  const char *schema = smaajob_get_schema (options->files[0]);

  if (schema == NULL)
    return usage_error (options, text_get (options->language, "usage.value"), "KIND",
                        "citizen, opening, policy, vocabulary, match, explanation, record, "
                        "difference",
                        options->files[0]);
  return output_write (options, schema);
}
