/* SPDX-License-Identifier: Apache-2.0 */
#include "document.h"

#include "scan.h"

#include <string.h>

struct _Documents {
  Input *input;
  Report *report;
  const char *file;
  GString *text;
  guint line; /* lines read so far */
  bool many;
  bool started;
  bool any;
};

static const struct {
  const char *format;
  Kind kind;
} kinds[] = {
    {"\"smaajob.citizen/", KIND_CITIZEN}, {"\"smaajob.opening/", KIND_OPENING},
    {"\"smaajob.policy/", KIND_POLICY},   {"\"smaajob.vocabulary/", KIND_VOCABULARY},
    {"\"smaajob.match/", KIND_MATCH},     {"\"smaajob.record/", KIND_RECORD},
};

Kind
document_get_kind (const char *text, gsize length)
{
  const Span found = scan_member ((Span){text, text + length}, "format");
  const size_t n = (size_t) (found.end - found.at);

  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (n > strlen (kinds[i].format) &&
        memcmp (found.at, kinds[i].format, strlen (kinds[i].format)) == 0)
      return kinds[i].kind;
  return KIND_UNKNOWN;
}

guint
document_find_column (const char *text, gsize length, const char *member)
{
  const Span found = scan_member ((Span){text, text + length}, member);

  return found.end > found.at ? (guint) (found.at - text) + 1 : 0;
}

static bool
name_says_many (const char *file)
{
  return g_str_has_suffix (file, ".ndjson") || g_str_has_suffix (file, ".jsonl");
}

Documents *
documents_open (const char *file, Report *report)
{
  Input *input = input_open (file, report);
  Documents *documents;

  if (input == NULL)
    return NULL;
  documents = g_new0 (Documents, 1);
  documents->input = input;
  documents->report = report;
  documents->file = file;
  documents->text = g_string_new (NULL);
  return documents;
}

void
documents_close (Documents *documents)
{
  input_close (documents->input);
  g_string_free (documents->text, TRUE);
  g_free (documents);
}

guint64
documents_count_bytes (const Documents *documents)
{
  return input_count_bytes (documents->input);
}

bool
documents_is_many (const Documents *documents)
{
  return documents->many;
}

static void
tell_size (Report *report, const char *file, guint line, gsize max)
{
  g_autofree char *message = g_strdup_printf (
      "more than %" G_GSIZE_FORMAT " bytes, expected at most that in a document", max);
  SmaajobError error;

  error_fill (&error, SMAAJOB_ERROR_SIZE, "", message);
  report_error (report, file, line, &error);
}

static void
tell_empty (Report *report, const char *file)
{
  SmaajobError error;

  error_fill (&error, SMAAJOB_ERROR_SYNTAX, "", "nothing but space, expected a JSON document");
  report_error (report, file, 1, &error);
}

void
documents_tell_none (const Documents *documents)
{
  if (documents->started && !documents->any && !name_says_many (documents->file))
    tell_empty (documents->report, documents->file);
}

static bool
is_blank (const GString *text)
{
  const Span span = {text->str, text->str + text->len};

  return scan_space (span) == span.end;
}

/* The next line that says something. */
static InputResult
read_line (Documents *documents)
{
  InputResult result;

  do {
    result = input_read_line (documents->input, INPUT_DOCUMENT_MAX, documents->text);
    documents->line++;
  } while (result == INPUT_TEXT && is_blank (documents->text));
  if (result == INPUT_LONG)
    tell_size (documents->report, documents->file, documents->line, INPUT_DOCUMENT_MAX);
  return result;
}

static gsize
most_bytes (Kind kind)
{
  if (kind == KIND_MATCH || kind == KIND_RECORD)
    return INPUT_RESULT_MAX;
  return kind == KIND_VOCABULARY || kind == KIND_UNKNOWN ? INPUT_VOCABULARY_MAX
                                                         : INPUT_DOCUMENT_MAX;
}

/* Only what may be larger than the other documents is read on: a huge file of another kind, or of
 * something else altogether, is given up early. */
static InputResult
read_rest (Input *input, GString *text, gsize *max)
{
  const InputResult result = input_read_rest (input, INPUT_DOCUMENT_MAX, text);
  const char *start = scan_space ((Span){text->str, text->str + text->len});
  const Kind kind = document_get_kind (text->str, text->len);

  *max = INPUT_DOCUMENT_MAX;
  if (result != INPUT_LONG || *start != '{' || most_bytes (kind) == INPUT_DOCUMENT_MAX)
    return result;
  *max = most_bytes (kind);
  return input_read_rest (input, *max, text);
}

static InputResult
read_whole (Documents *documents)
{
  gsize max;
  const InputResult result = read_rest (documents->input, documents->text, &max);

  documents->line = 1;
  if (result == INPUT_LONG)
    tell_size (documents->report, documents->file, 1, max);
  return result;
}

/* A first line that is a whole document, and something after it, makes a file of many. */
static bool
begins_many (Span text)
{
  const char *end = memchr (text.at, '\n', (size_t) (text.end - text.at));

  return end != NULL && scan_is_whole ((Span){text.at, end}) &&
         scan_space ((Span){end, text.end}) < text.end;
}

static bool
is_empty (Span text)
{
  return text.end - text.at <= (gssize) INPUT_DOCUMENT_MAX && scan_space (text) == text.end;
}

static InputResult
read_first (Documents *documents)
{
  Span text;
  const InputResult result = input_peek (documents->input, INPUT_DOCUMENT_MAX + 1, &text);

  documents->started = true;
  if (result == INPUT_FAILED)
    return result;
  if (result == INPUT_END || is_empty (text))
    return INPUT_END;
  documents->any = true;
  documents->many = name_says_many (documents->file) || begins_many (text);
  return documents->many ? read_line (documents) : read_whole (documents);
}

InputResult
documents_next (Documents *documents, Document *document)
{
  InputResult result;

  if (!documents->started)
    result = read_first (documents);
  else
    result = documents->many ? read_line (documents) : INPUT_END;
  *document = (Document){documents->text->str, documents->text->len, documents->line, KIND_UNKNOWN};
  if (result == INPUT_TEXT)
    document->kind = document_get_kind (document->text, document->length);
  return result;
}

GString *
document_read (const char *file, gsize max, Report *report)
{
  g_autoptr (Input) input = input_open (file, report);
  g_autoptr (GString) text = g_string_new (NULL);
  InputResult result;

  if (input == NULL)
    return NULL;
  result = input_read_rest (input, max, text);
  if (result == INPUT_FAILED)
    return NULL;
  if (result == INPUT_LONG)
    tell_size (report, file, 1, max);
  else if (is_blank (text))
    tell_empty (report, file);
  else
    return g_steal_pointer (&text);
  return NULL;
}
