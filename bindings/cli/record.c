/* SPDX-License-Identifier: Apache-2.0 */
#include "record.h"

#include <string.h>

static Status
missing (const Options *options, const char *option)
{
  return usage_error (options, text_get (options->language, "usage.needs"), option);
}

/* A record accounts for a decision, and another must not take its place unseen. */
static Status
check_is_new (const Options *options)
{
  g_autofree char *name = NULL;

  if (options->record == NULL || !g_file_test (options->record, G_FILE_TEST_IS_REGULAR) ||
      strcmp (options->record, "-") == 0)
    return STATUS_DONE;
  name = file_display_name (options->record);
  return usage_error (options, text_get (options->language, "usage.record"), name);
}

Status
record_check (const Options *options)
{
  const bool changes = options->override_verdict || options->override_advice;

  if (options->record && !options->actor)
    return missing (options, "--actor");
  if (!options->record && (options->actor || options->time || options->digests_only || changes ||
                           options->override_reason))
    return missing (options, "--record");
  if (changes && !options->override_reason)
    return missing (options, "--override-reason");
  if (options->override_reason && !changes)
    return missing (options, "--override-verdict");
  return check_is_new (options);
}

typedef const char *(*NameOf) (int value);

static const char *
name_of_verdict (int value)
{
  return smaajob_verdict_get_name ((SmaajobVerdict) value);
}

static const char *
name_of_advice (int value)
{
  return smaajob_advice_get_name ((SmaajobAdvice) value);
}

/* The value of a name; SMAAJOB_UNKNOWN when none is asked for. */
static Status
value_find (const Options *options, const char *option, const char *name, NameOf name_of,
            int *value)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *value = SMAAJOB_UNKNOWN;
  for (int i = 0; *name_of (i); i++) {
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name_of (i));
    if (name && strcmp (name, name_of (i)) == 0)
      *value = i;
  }
  if (name == NULL || *value != SMAAJOB_UNKNOWN)
    return STATUS_DONE;
  return usage_error (options, text_get (options->language, "usage.value"), option, names->str,
                      name);
}

static char *
time_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/* The library names the member of a record that a note is at fault in: here it is an option. */
static Status
note_error (const Options *options, const SmaajobError *error)
{
  static const char *const names[][2] = {{"/actor", "--actor"},
                                         {"/time", "--time"},
                                         {"/override/reason", "--override-reason"},
                                         {"/override/actor", "--actor"}};
  const char *what = strstr (error->message, ": ");

  for (size_t i = 0; what != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (error->pointer, names[i][0]) == 0)
      return usage_error (options, "%s%s", names[i][1], what);
  return usage_error (options, "%s", error->message);
}

/* What a note may say is the library's to judge; all of it comes from the command line. */
static Status
record_make (const Options *options, const SmaajobMatch *match, const SmaajobNote *note,
             Output **record_file, Report *report)
{
  SmaajobError error;
  g_autoptr (SmaajobRecord) record = smaajob_record_new (match, note, &error);
  char *json = record ? smaajob_record_to_json (record, &error) : NULL;
  g_autofree char *line = NULL;

  if (json == NULL && error.code == SMAAJOB_ERROR_RANGE)
    return note_error (options, &error);
  if (json == NULL) {
    report_error (report, "smaajob", 1, &error);
    return report->status;
  }
  line = g_strconcat (json, "\n", NULL);
  smaajob_free (json);
  *record_file = output_hold_private (options->record, line);
  return *record_file == NULL ? STATUS_WRITE : STATUS_DONE;
}

Status
record_begin (const Options *options, const SmaajobMatch *match, Output **record, Report *report)
{
  g_autofree char *now = time_now ();
  SmaajobOverride replaced = {SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN, options->override_reason,
                              options->actor};
  const SmaajobNote note = {options->time ? options->time : now, options->actor,
                            options->digests_only, options->override_reason ? &replaced : NULL};

  if (value_find (options, "--override-verdict", options->override_verdict, name_of_verdict,
                  &replaced.verdict) != STATUS_DONE ||
      value_find (options, "--override-advice", options->override_advice, name_of_advice,
                  &replaced.advice) != STATUS_DONE)
    return STATUS_USAGE;
  return record_make (options, match, &note, record, report);
}
