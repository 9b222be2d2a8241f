/* SPDX-License-Identifier: Apache-2.0 */
#include "../ids.h"
#include "commands.h"
#include "load.h"
#include "output.h"
#include "packed.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  SmaajobVocabulary *vocabulary;
  Report report;
  guint n_documents;
} Check;

static bool
check_citizen (const Check *check, const Document *document, char **id, SmaajobError *error)
{
  g_autoptr (SmaajobCitizen) citizen =
      smaajob_citizen_new_from_json (check->vocabulary, document->text, document->length, error);

  if (citizen != NULL)
    *id = g_strdup (smaajob_citizen_get_id (citizen));
  return citizen != NULL;
}

static bool
check_opening (const Check *check, const Document *document, char **id, SmaajobError *error)
{
  g_autoptr (SmaajobOpening) opening =
      smaajob_opening_new_from_json (check->vocabulary, document->text, document->length, error);

  if (opening != NULL)
    *id = g_strdup (smaajob_opening_get_id (opening));
  return opening != NULL;
}

static bool
check_policy (const Document *document, SmaajobError *error)
{
  g_autoptr (SmaajobPolicy) policy =
      smaajob_policy_new_from_json (document->text, document->length, error);

  return policy != NULL;
}

static bool
check_record (const Document *document, SmaajobError *error)
{
  g_autoptr (SmaajobRecord) record =
      smaajob_record_new_from_json (document->text, document->length, error);

  return record != NULL;
}

/* A vocabulary may stand alone, as a printed one does, or lean on the concepts of those below. */
static bool
check_vocabulary (const Check *check, const Document *document, SmaajobError *error)
{
  g_autoptr (SmaajobVocabulary) alone =
      smaajob_vocabulary_new_from_json (NULL, document->text, document->length, error);
  g_autoptr (SmaajobVocabulary) above = NULL;

  if (alone != NULL || error->code != SMAAJOB_ERROR_UNKNOWN_CONCEPT)
    return alone != NULL;
  above =
      smaajob_vocabulary_new_from_json (check->vocabulary, document->text, document->length, error);
  return above != NULL;
}

static bool
check_as (const Check *check, Kind kind, const Document *document, char **id, SmaajobError *error)
{
  switch (kind) {
  case KIND_CITIZEN:
    return check_citizen (check, document, id, error);
  case KIND_OPENING:
    return check_opening (check, document, id, error);
  case KIND_POLICY:
    return check_policy (document, error);
  case KIND_RECORD:
    return check_record (document, error);
  default:
    return check_vocabulary (check, document, error);
  }
}

/* Whoever finds the text at fault before its format says what the fault is. */
static bool
check_unknown (const Check *check, const Document *document, char **id, SmaajobError *error)
{
  static const Kind kinds[] = {KIND_VOCABULARY, KIND_CITIZEN, KIND_OPENING, KIND_POLICY,
                               KIND_RECORD};

  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const bool good = check_as (check, kinds[i], document, id, error);

    if (good || error->code != SMAAJOB_ERROR_FORMAT)
      return good;
  }
  g_strlcpy (error->message,
             document->kind == KIND_MATCH
                 ? "format: a match is checked when it is compared or in a record, "
                 : "format: not a kind of document that smaajob reads, ",
             sizeof error->message);
  g_strlcat (error->message,
             "expected smaajob.citizen/1, smaajob.opening/1, smaajob.policy/1, "
             "smaajob.vocabulary/1 or smaajob.record/1",
             sizeof error->message);
  return false;
}

/* Those of a kind have ids of their own. */
static void
check_document (Check *check, const Documents *documents, const Document *document, Ids ids[])
{
  g_autofree char *id = NULL;
  SmaajobError error;
  const bool named = document->kind != KIND_UNKNOWN && document->kind != KIND_MATCH;

  check->n_documents++;
  if (!(named ? check_as (check, document->kind, document, &id, &error)
              : check_unknown (check, document, &id, &error)) ||
      (id != NULL && !ids_add (&ids[document->kind], id, document->line, &error))) {
    documents_explain (documents, document, &error);
    report_error (&check->report, documents_get_file (documents), document->line, &error);
  }
}

static void
check_packed (Check *check, const char *file)
{
  SmaajobError error;

  check->n_documents++;
  if (!smaajob_packed_check (check->vocabulary, file, &error))
    report_error (&check->report, file, 1, &error);
}

static void
check_documents (Check *check, const char *file)
{
  g_autoptr (Documents) documents = documents_open (file, &check->report);
  Ids ids[N_KINDS] = {{0}};
  Document document;
  InputResult result = documents ? INPUT_TEXT : INPUT_FAILED;

  for (int kind = 0; kind < N_KINDS; kind++)
    ids[kind].counted = "line";
  while (result == INPUT_TEXT || result == INPUT_LONG) {
    result = documents_next (documents, &document);
    if (result == INPUT_TEXT)
      check_document (check, documents, &document, ids);
  }
  for (int kind = 0; kind < N_KINDS; kind++)
    ids_clear (&ids[kind]);
  if (result == INPUT_END)
    documents_tell_none (documents);
}

static void
check_file (Check *check, const char *file)
{
  if (packed_is (file))
    check_packed (check, file);
  else
    check_documents (check, file);
}

static void
print_summary (const Check *check, Language language)
{
  if (check->report.n_errors > 0)
    fprintf (stderr, text_get (language, "check.bad"), check->n_documents, check->report.n_errors);
  else
    fprintf (stdout, text_get (language, "check.good"), check->n_documents);
  fputc ('\n', check->report.n_errors > 0 ? stderr : stdout);
}

Status
command_check (const Options *options)
{
  Check check = {0};
  Status status;

  check.vocabulary = load_vocabulary (options, &check.report);
  if (check.vocabulary == NULL)
    return check.report.status;
  check.report.json = options->json || !isatty (STDOUT_FILENO);
  for (char **file = options->files; *file; file++)
    check_file (&check, *file);
  smaajob_vocabulary_free (check.vocabulary);
  if (!check.report.json)
    print_summary (&check, options->language);
  status = output_close_stdout (options);
  return MAX (status, check.report.status);
}
