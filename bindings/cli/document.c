/* SPDX-License-Identifier: Apache-2.0 */
#include "document.h"

#include "../many-builder.h"
#include "packed.h"

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

const char *
documents_get_file (const Documents *documents)
{
  return documents->file;
}

guint64
documents_count_bytes (const Documents *documents)
{
  return input_count_bytes (documents->input);
}

/* Lines that open as documents do, or are too long to be looked at. */
static bool
may_be_many (const Documents *documents)
{
  const GString *text = documents->text;

  return !documents->many &&
         (g_strstr_len (text->str, (gssize) text->len, "\n{") != NULL ||
          (text->len > INPUT_DOCUMENT_MAX && memchr (text->str, '\n', INPUT_DOCUMENT_MAX) == NULL));
}

static void
explain_whole (const Documents *documents, SmaajobError *error)
{
  if ((error->code == SMAAJOB_ERROR_SYNTAX || error->code == SMAAJOB_ERROR_SIZE) &&
      may_be_many (documents))
    g_strlcat (
        error->message,
        "; this was read as one document, for no line of it is one; a file whose name ends in "
        ".ndjson is read line by line",
        sizeof error->message);
}

void
documents_explain (const Documents *documents, const Document *document, SmaajobError *error)
{
  explain_whole (documents, error);
  if (documents->many)
    many_builder_explain_line (error);
  /* whoever has read the text itself says a line of it */
  if (error->code != SMAAJOB_ERROR_DUPLICATE || error->line > 0)
    return;
  error->line = 1;
  error->column = document_find_column (document->text, document->length, "id");
}

static void
fill_size (SmaajobError *error, gsize max)
{
  g_autofree char *message = g_strdup_printf (
      "more than %" G_GSIZE_FORMAT " bytes, expected at most that in a document", max);

  error_fill (error, SMAAJOB_ERROR_SIZE, "", message);
}

static void
tell_long (const Documents *documents, gsize max)
{
  SmaajobError error;

  fill_size (&error, max);
  explain_whole (documents, &error);
  report_error (documents->report, documents->file, documents->line, &error);
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

/* A file would have been mapped: this is standard input, or a pipe. */
static InputResult
refuse_packed (const Documents *documents)
{
  SmaajobError error;

  error_fill (&error, SMAAJOB_ERROR_FORMAT, "",
              "packed, but not a file, expected documents; what is packed must be a file");
  report_error (documents->report, documents->file, 1, &error);
  return INPUT_FAILED;
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
    tell_long (documents, INPUT_DOCUMENT_MAX);
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
    tell_long (documents, max);
  return result;
}

/* Up to the end of the line. */
static Span
take_line (Span *text)
{
  const char *end = memchr (text->at, '\n', (size_t) (text->end - text->at));
  const Span line = {text->at, end != NULL ? end : text->end};

  text->at = end != NULL ? end + 1 : text->end;
  return line;
}

static bool
is_document (Span line)
{
  return scan_is_whole (line) &&
         document_get_kind (line.at, (gsize) (line.end - line.at)) != KIND_UNKNOWN;
}

/* A first line that is a whole document, and something after it, makes a file of many. Where it is
 * broken, another line that is a document by itself does, unless all of them are one together. */
static bool
begins_many (Span text)
{
  Span rest;

  text.at = scan_space (text);
  rest = text;
  if (text.at == text.end)
    return true;
  if (scan_is_whole (take_line (&rest)) && scan_space (rest) < rest.end)
    return true;
  if (scan_is_whole (text))
    return false;
  while (rest.at < rest.end)
    if (is_document (take_line (&rest)))
      return true;
  return false;
}

static InputResult
read_first (Documents *documents)
{
  Span text;
  const InputResult result = input_peek (documents->input, INPUT_DOCUMENT_MAX + 1, &text);

  documents->started = true;
  if (result == INPUT_FAILED || result == INPUT_END)
    return result;
  if (packed_begins (text))
    return refuse_packed (documents);
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
  documents->any = documents->any || result == INPUT_TEXT || result == INPUT_LONG;
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
  SmaajobError error;

  if (input == NULL)
    return NULL;
  result = input_read_rest (input, max, text);
  if (result == INPUT_FAILED)
    return NULL;
  if (result == INPUT_LONG) {
    fill_size (&error, max);
    report_error (report, file, 1, &error);
  } else if (is_blank (text)) {
    tell_empty (report, file);
  } else {
    return g_steal_pointer (&text);
  }
  return NULL;
}
