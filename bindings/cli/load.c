/* SPDX-License-Identifier: Apache-2.0 */
#include "load.h"

static SmaajobVocabulary *
stack_vocabulary (const SmaajobVocabulary *base, const char *file, Report *report)
{
  GString *text = document_read (file, INPUT_VOCABULARY_MAX, report);
  SmaajobVocabulary *vocabulary;
  SmaajobError error;

  if (text == NULL)
    return NULL;
  vocabulary = smaajob_vocabulary_new_from_json (base, text->str, text->len, &error);
  if (vocabulary == NULL)
    report_error (report, file, 1, &error);
  g_string_free (text, TRUE);
  return vocabulary;
}

SmaajobVocabulary *
load_vocabulary (const Options *options, Report *report)
{
  SmaajobError error;
  SmaajobVocabulary *vocabulary = smaajob_vocabulary_new (&error);

  if (vocabulary == NULL)
    report_error (report, "smaajob", 1, &error);
  for (char **file = options->vocabularies; vocabulary != NULL && file && *file; file++) {
    SmaajobVocabulary *base = vocabulary;

    vocabulary = stack_vocabulary (base, *file, report);
    smaajob_vocabulary_free (base);
  }
  return vocabulary;
}

SmaajobPolicy *
load_policy (const Options *options, Report *report)
{
  const char *file = options->policy ? options->policy : "smaajob";
  SmaajobError error;
  SmaajobPolicy *policy;
  GString *text;

  if (options->policy == NULL) {
    policy = smaajob_policy_new (&error);
  } else {
    text = document_read (file, INPUT_DOCUMENT_MAX, report);
    if (text == NULL)
      return NULL;
    policy = smaajob_policy_new_from_json (text->str, text->len, &error);
    g_string_free (text, TRUE);
  }
  if (policy == NULL)
    report_error (report, file, 1, &error);
  return policy;
}

SmaajobCitizen *
load_citizen (SmaajobVocabulary *vocabulary, const char *file, Report *report)
{
  GString *text = document_read (file, INPUT_DOCUMENT_MAX, report);
  SmaajobCitizen *citizen;
  SmaajobError error;

  if (text == NULL)
    return NULL;
  citizen = smaajob_citizen_new_from_json (vocabulary, text->str, text->len, &error);
  if (citizen == NULL)
    report_error (report, file, 1, &error);
  g_string_free (text, TRUE);
  return citizen;
}

SmaajobOpening *
load_opening (SmaajobVocabulary *vocabulary, const char *file, Report *report)
{
  GString *text = document_read (file, INPUT_DOCUMENT_MAX, report);
  SmaajobOpening *opening;
  SmaajobError error;

  if (text == NULL)
    return NULL;
  opening = smaajob_opening_new_from_json (vocabulary, text->str, text->len, &error);
  if (opening == NULL)
    report_error (report, file, 1, &error);
  g_string_free (text, TRUE);
  return opening;
}

SmaajobRecord *
load_record (const char *file, Report *report)
{
  GString *text = document_read (file, INPUT_RESULT_MAX, report);
  SmaajobRecord *record;
  SmaajobError error;

  if (text == NULL)
    return NULL;
  record = smaajob_record_new_from_json (text->str, text->len, &error);
  if (record == NULL)
    report_error (report, file, 1, &error);
  g_string_free (text, TRUE);
  return record;
}
