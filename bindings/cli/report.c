/* SPDX-License-Identifier: Apache-2.0 */
#include "report.h"

#include "output.h"

#include <stdio.h>
#include <string.h>

static Language spoken;

void
report_speak (Language language)
{
  spoken = language;
}

void
error_fill (SmaajobError *error, SmaajobErrorCode code, const char *pointer, const char *message)
{
  *error = (SmaajobError){.code = code, .line = 1, .column = 1};
  g_strlcpy (error->pointer, pointer, sizeof error->pointer);
  g_strlcpy (error->message, message, sizeof error->message);
}

char *
file_display_name (const char *file)
{
  char *name = strcmp (file, "-") == 0 ? g_strdup ("<stdin>") : g_filename_display_name (file);

  for (char *at = name; *at; at++)
    if (g_ascii_iscntrl (*at))
      *at = '?';
  return name;
}

void
json_append_string (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  for (const char *at = valid; *at; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (out, "\\%c", *at);
    else if ((guchar) *at < 0x20)
      g_string_append_printf (out, "\\u%04x", (guchar) *at);
    else
      g_string_append_c (out, *at);
  g_string_append_c (out, '"');
}

/* What is no text, such as a packed file, has no lines. */
static guint
line_of (guint line, const SmaajobError *error)
{
  return error->line > 0 ? line + error->line - 1 : 0;
}

static void
append_json (GString *out, const char *file, guint line, const SmaajobError *error)
{
  g_autofree char *name = file_display_name (file);

  g_string_append (out, "{\"file\":");
  json_append_string (out, name);
  g_string_append_printf (out, ",\"line\":%u,\"column\":%u,\"pointer\":", line_of (line, error),
                          error->column);
  json_append_string (out, error->pointer);
  g_string_append_printf (
      out, ",\"code\":\"%s\",\"message\":", smaajob_error_code_get_name (error->code));
  json_append_string (out, error->message);
  g_string_append (out, "}\n");
}

static void
keep_error (const Report *report, const char *file, guint line, const SmaajobError *error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_json (out, file, line, error);
  output_append (report->all, out);
}

static void
print_json (const char *file, guint line, const SmaajobError *error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_json (out, file, line, error);
  fputs (out->str, stdout);
}

/* What is wrong with the first byte was so saved by another program, and is not to be seen in it:
 * what to do is said in the reader's own language, too. */
static const char *
get_advice (const SmaajobError *error)
{
  const bool first = error->line == 1 && error->column == 1;

  return first && error->code == SMAAJOB_ERROR_ENCODING ? text_get (spoken, "report.encoding") : "";
}

/* The JSON Pointer stands last; of the whole document it is empty, and there is nothing to say. */
static void
print_text (const char *file, guint line, const SmaajobError *error)
{
  const bool whole = *error->pointer == '\0';

  if (error->line == 0)
    fprintf (stderr, "%s: %s", file, error->message);
  else
    fprintf (stderr, "%s:%u:%u: %s%s", file, line, error->column, error->message,
             get_advice (error));
  fprintf (stderr, whole ? "\n" : " (%s)\n", error->pointer);
}

void
report_error (Report *report, const char *file, guint line, const SmaajobError *error)
{
  const bool ours = error->code == SMAAJOB_ERROR_MEMORY || error->code == SMAAJOB_ERROR_ARGUMENT;
  const Status status = ours                                ? STATUS_INTERNAL
                        : error->code == SMAAJOB_ERROR_FILE ? STATUS_NO_INPUT
                                                            : STATUS_DATA;
  g_autofree char *name = file_display_name (file);

  report->status = MAX (report->status, status);
  report->n_errors++;
  if (report->all != NULL && !ours)
    keep_error (report, file, line, error);
  if (report->json && !ours)
    print_json (file, line, error);
  else if (ours || report->most == 0 || report->n_errors <= report->most)
    print_text (name, line_of (line, error), error);
}

void
report_skipped (const Report *skipped, const char *format)
{
  if (skipped->n_errors == 0)
    return;
  fprintf (stderr, format, skipped->n_errors);
  fputc ('\n', stderr);
}

void
report_file (Report *report, const char *file, Status status, const char *why)
{
  g_autofree char *name = file_display_name (file);

  report->status = MAX (report->status, status);
  report->n_errors++;
  fprintf (stderr, "%s: %s\n", name, why);
}
