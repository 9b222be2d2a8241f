/* SPDX-License-Identifier: Apache-2.0 */
#include "csv.h"

#include "document.h"

#include <string.h>

struct _Csv {
  char *file;
  Report *report;
  GString *text;
  const char *at;
  const char *end;
  guint line;      /* on which the row begins */
  guint next_line; /* on which the next begins */
  GString *row;    /* the fields, each with its NUL */
  GArray *starts;  /* of guint: where each field begins in the row */
  GStrv header;
  bool bad;
};

void
csv_tell (Csv *csv, const char *message)
{
  SmaajobError error;

  error_fill (&error, SMAAJOB_ERROR_SYNTAX, "", message);
  report_error (csv->report, csv->file, csv->line, &error);
  csv->bad = true;
}

bool
csv_is_good (const Csv *csv)
{
  return !csv->bad;
}

void
csv_close (Csv *csv)
{
  g_free (csv->file);
  g_string_free (csv->text, TRUE);
  g_string_free (csv->row, TRUE);
  g_array_free (csv->starts, TRUE);
  g_strfreev (csv->header);
  g_free (csv);
}

/* From after the opening quote to after the closing one; NULL when it does not close. */
static const char *
read_quoted (Csv *csv, const char *at)
{
  for (; at < csv->end; at++)
    if (*at == '"' && (at + 1 == csv->end || at[1] != '"')) {
      return at + 1;
    } else {
      csv->next_line += *at == '\n';
      at += *at == '"';
      g_string_append_c (csv->row, *at);
    }
  return NULL;
}

static const char *
read_plain (Csv *csv, const char *at)
{
  const char *start = at;

  while (at < csv->end && *at != ',' && *at != '\n' && *at != '\r')
    at++;
  g_string_append_len (csv->row, start, at - start);
  return at;
}

static bool
read_field (Csv *csv)
{
  const guint start = (guint) csv->row->len;
  const bool quoted = csv->at < csv->end && *csv->at == '"';

  g_array_append_val (csv->starts, start);
  csv->at = quoted ? read_quoted (csv, csv->at + 1) : read_plain (csv, csv->at);
  if (csv->at == NULL) {
    csv_tell (csv, "a quote that does not close, expected a closing quote");
    return false;
  }
  if (csv->at < csv->end && strchr (",\r\n", *csv->at) == NULL) {
    csv_tell (csv, "text after a closing quote, expected a comma or the end of the row");
    return false;
  }
  g_string_append_c (csv->row, '\0');
  return true;
}

static bool
skip_line_end (Csv *csv)
{
  if (csv->at < csv->end && *csv->at == '\r')
    csv->at++;
  if (csv->at < csv->end && *csv->at != '\n') {
    csv_tell (csv, "a carriage return within a row, expected a line end after it");
    return false;
  }
  csv->next_line++;
  csv->at += csv->at < csv->end;
  return true;
}

static bool
read_row (Csv *csv)
{
  csv->line = csv->next_line;
  g_string_truncate (csv->row, 0);
  g_array_set_size (csv->starts, 0);
  for (;;) {
    if (!read_field (csv))
      return false;
    if (csv->at == csv->end || *csv->at != ',')
      return skip_line_end (csv);
    csv->at++;
  }
}

static bool
is_blank (const Csv *csv)
{
  return csv->starts->len == 1 && csv->row->len == 1;
}

bool
csv_next (Csv *csv)
{
  do
    if (csv->bad || csv->at == csv->end || !read_row (csv))
      return false;
  while (is_blank (csv));
  if (csv->starts->len == g_strv_length (csv->header))
    return true;
  csv_tell (csv, "more or fewer fields than the header has, expected as many");
  return false;
}

const char *
csv_get (const Csv *csv, int column)
{
  return column < 0 ? "" : csv->row->str + g_array_index (csv->starts, guint, column);
}

static void
read_header (Csv *csv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (csv->at < csv->end && read_row (csv))
    for (guint i = 0; i < csv->starts->len; i++)
      g_strv_builder_add (builder, csv_get (csv, (int) i));
  csv->header = g_strv_builder_end (builder);
}

static bool
is_text (Csv *csv)
{
  const char *bad;

  if (g_utf8_validate_len (csv->text->str, csv->text->len, &bad))
    return true;
  csv->line = 1;
  for (const char *at = csv->text->str; at < bad; at++)
    csv->line += *at == '\n';
  csv_tell (csv, "a byte that is not UTF-8, or NUL, expected UTF-8");
  return false;
}

Csv *
csv_open (const char *file, Report *report)
{
  GString *text = document_read (file, CSV_MAX, report);
  Csv *csv;

  if (text == NULL)
    return NULL;
  csv = g_new0 (Csv, 1);
  csv->file = g_strdup (file);
  csv->report = report;
  csv->text = text;
  csv->at = text->str + (g_str_has_prefix (text->str, "\xef\xbb\xbf") ? 3 : 0);
  csv->end = text->str + text->len;
  csv->next_line = 1;
  csv->row = g_string_new (NULL);
  csv->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  if (is_text (csv))
    read_header (csv);
  if (!csv->bad)
    return csv;
  csv_close (csv);
  return NULL;
}

int
csv_find_column (Csv *csv, const char *name, bool required)
{
  g_autofree char *message = NULL;

  for (int i = 0; csv->header[i] != NULL; i++)
    if (strcmp (csv->header[i], name) == 0)
      return i;
  if (required) {
    message = g_strdup_printf ("%s: not a column of this table, expected in the header", name);
    csv->line = 1;
    csv_tell (csv, message);
  }
  return -1;
}
