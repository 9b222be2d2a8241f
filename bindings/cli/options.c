/* SPDX-License-Identifier: Apache-2.0 */
#include "options.h"

#include <smaajob/smaajob.h>

#include <stdio.h>
#include <string.h>

enum {
  EVERY = COMMAND_MATCH | COMMAND_CHECK | COMMAND_RANK | COMMAND_POLICY | COMMAND_VOCABULARY |
          COMMAND_SCHEMA | COMMAND_EXPLAIN | COMMAND_REPLAY | COMMAND_DIFF | COMMAND_PACK,
  PRINTS = EVERY & ~COMMAND_CHECK,
  READS_OPERANDS = EVERY & ~COMMAND_SCHEMA
};

typedef struct {
  const char *name;
  char letter;
  GOptionArg argument;
  size_t offset;
  unsigned commands;
  const char *value;
  FileUse use;
} Row;

#define MEMBER(member) G_STRUCT_OFFSET (Options, member)

static const Row rows[] = {
    {"citizens", 0, G_OPTION_ARG_FILENAME, MEMBER (citizens), COMMAND_RANK | COMMAND_PACK, "FILE",
     FILE_READ},
    {"openings", 0, G_OPTION_ARG_FILENAME, MEMBER (openings), COMMAND_RANK | COMMAND_PACK, "FILE",
     FILE_READ},
    {"by", 0, G_OPTION_ARG_FILENAME, MEMBER (by), COMMAND_RANK, "citizen|opening", NO_FILE},
    {"top", 0, G_OPTION_ARG_FILENAME, MEMBER (top_text), COMMAND_RANK, "N", NO_FILE},
    {"threads", 0, G_OPTION_ARG_FILENAME, MEMBER (threads_text), COMMAND_RANK, "N", NO_FILE},
    {"skip-bad", 0, G_OPTION_ARG_NONE, MEMBER (skip_bad), COMMAND_RANK | COMMAND_PACK, NULL,
     NO_FILE},
    {"errors", 0, G_OPTION_ARG_FILENAME, MEMBER (errors), COMMAND_RANK | COMMAND_PACK, "FILE",
     FILE_WRITTEN},
    {"why", 0, G_OPTION_ARG_NONE, MEMBER (why), COMMAND_RANK, NULL, NO_FILE},
    {"summary", 0, G_OPTION_ARG_NONE, MEMBER (summary), COMMAND_RANK, NULL, NO_FILE},
    {"csv", 0, G_OPTION_ARG_NONE, MEMBER (csv), COMMAND_RANK, NULL, NO_FILE},
    {"policy", 0, G_OPTION_ARG_FILENAME, MEMBER (policy),
     COMMAND_MATCH | COMMAND_EXPLAIN | COMMAND_RANK | COMMAND_POLICY, "FILE", FILE_READ},
    {"vocabulary", 0, G_OPTION_ARG_FILENAME_ARRAY, MEMBER (vocabularies),
     COMMAND_MATCH | COMMAND_EXPLAIN | COMMAND_CHECK | COMMAND_RANK | COMMAND_VOCABULARY |
         COMMAND_REPLAY | COMMAND_DIFF | COMMAND_PACK,
     "FILE", FILE_READ},
    {"from-esco", 0, G_OPTION_ARG_FILENAME, MEMBER (esco), COMMAND_VOCABULARY, "DIR", FOLDER_READ},
    {"travel-minutes", 0, G_OPTION_ARG_FILENAME, MEMBER (travel_text),
     COMMAND_MATCH | COMMAND_EXPLAIN, "N", NO_FILE},
    {"record", 0, G_OPTION_ARG_FILENAME, MEMBER (record), COMMAND_MATCH, "FILE", FILE_WRITTEN},
    {"actor", 0, G_OPTION_ARG_FILENAME, MEMBER (actor), COMMAND_MATCH, "ID", NO_FILE},
    {"time", 0, G_OPTION_ARG_FILENAME, MEMBER (time), COMMAND_MATCH, "RFC3339", NO_FILE},
    {"digests-only", 0, G_OPTION_ARG_NONE, MEMBER (digests_only), COMMAND_MATCH, NULL, NO_FILE},
    {"override-verdict", 0, G_OPTION_ARG_FILENAME, MEMBER (override_verdict), COMMAND_MATCH, "V",
     NO_FILE},
    {"override-advice", 0, G_OPTION_ARG_FILENAME, MEMBER (override_advice), COMMAND_MATCH, "A",
     NO_FILE},
    {"override-reason", 0, G_OPTION_ARG_FILENAME, MEMBER (override_reason), COMMAND_MATCH, "ID",
     NO_FILE},
    {"citizen", 0, G_OPTION_ARG_FILENAME, MEMBER (citizen), COMMAND_REPLAY, "FILE", FILE_READ},
    {"opening", 0, G_OPTION_ARG_FILENAME, MEMBER (opening), COMMAND_REPLAY, "FILE", FILE_READ},
    {"reader", 0, G_OPTION_ARG_FILENAME, MEMBER (reader_text), COMMAND_EXPLAIN, "READER", NO_FILE},
    {"released", 0, G_OPTION_ARG_NONE, MEMBER (released), COMMAND_EXPLAIN, NULL, NO_FILE},
    {"disclosed", 0, G_OPTION_ARG_FILENAME, MEMBER (disclosed), COMMAND_EXPLAIN, "ID,ID", NO_FILE},
    {"html", 0, G_OPTION_ARG_NONE, MEMBER (html), COMMAND_EXPLAIN | COMMAND_RANK, NULL, NO_FILE},
    {"json", 0, G_OPTION_ARG_NONE, MEMBER (json),
     COMMAND_MATCH | COMMAND_EXPLAIN | COMMAND_CHECK | COMMAND_RANK | COMMAND_REPLAY | COMMAND_DIFF,
     NULL, NO_FILE},
    {"page", 0, G_OPTION_ARG_NONE, MEMBER (page),
     COMMAND_MATCH | COMMAND_RANK | COMMAND_REPLAY | COMMAND_DIFF, NULL, NO_FILE},
    {"output", 'o', G_OPTION_ARG_FILENAME, MEMBER (output), PRINTS, "FILE", FILE_WRITTEN},
    {"lang", 0, G_OPTION_ARG_FILENAME, MEMBER (lang), EVERY | COMMAND_NONE, "da|en", NO_FILE},
    {"help", 'h', G_OPTION_ARG_NONE, MEMBER (help), EVERY | COMMAND_NONE, NULL, NO_FILE},
    {"version", 0, G_OPTION_ARG_NONE, MEMBER (version), COMMAND_NONE, NULL, NO_FILE},
};

Status
usage_error (const Options *options, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;
  g_autofree char *shown = NULL;
  const char *name = options->command->name;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  shown = g_utf8_make_valid (message, -1);
  fprintf (stderr, "smaajob%s%s: %s\n", *name ? " " : "", name, shown);
  fprintf (stderr, text_get (options->language, "usage.try"), *name ? " " : "", name);
  fputc ('\n', stderr);
  return STATUS_USAGE;
}

static GArray *
entries_new (Options *options, unsigned bit)
{
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++) {
    GOptionEntry entry = {0};

    if (!(rows[i].commands & bit))
      continue;
    entry.long_name = rows[i].name;
    entry.short_name = rows[i].letter;
    entry.arg = rows[i].argument;
    entry.arg_data = (char *) options + rows[i].offset;
    g_array_append_val (entries, entry);
  }
  g_array_append_vals (entries,
                       &(GOptionEntry){.long_name = G_OPTION_REMAINING,
                                       .arg = G_OPTION_ARG_FILENAME_ARRAY,
                                       .arg_data = &options->files},
                       1);
  return entries;
}

static bool
number_read (const char *text, int max, int *number)
{
  gint64 value;

  if (text == NULL)
    return true;
  if (!g_ascii_string_to_signed (text, 10, 0, max, &value, NULL))
    return false;
  *number = (int) value;
  return true;
}

/* Whether the list has the name; and then the names that it has, with commas between. */
typedef const char *(*NameAt) (size_t i);

static bool
name_find (NameAt name_at, const char *name, size_t *found, GString *names)
{
  const char *each;
  bool is_there = false;

  for (size_t i = 0; (each = name_at (i)) != NULL && *each; i++) {
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", each);
    if (strcmp (each, name) == 0) {
      *found = i;
      is_there = true;
    }
  }
  return is_there;
}

static const char *
reader_name_at (size_t i)
{
  return smaajob_reader_get_name ((SmaajobReader) i);
}

static Status
audience_check (Options *options)
{
  g_autoptr (GString) languages = g_string_new (NULL);
  g_autoptr (GString) readers = g_string_new (NULL);
  const Language language = options->language;
  size_t found;

  if (options->lang && !name_find (smaajob_get_language_at, options->lang, &found, languages))
    return usage_error (options, text_get (language, "usage.value"), "--lang", languages->str,
                        options->lang);
  if (options->lang) {
    options->text_language = options->lang;
    options->language = language_from_name (options->lang);
  }
  if (!options->reader_text)
    return STATUS_DONE;
  if (!name_find (reader_name_at, options->reader_text, &found, readers))
    return usage_error (options, text_get (options->language, "usage.value"), "--reader",
                        readers->str, options->reader_text);
  options->reader = (SmaajobReader) found;
  return STATUS_DONE;
}

/* What goes to "-" goes where everything goes that has no file. */
static void
output_normalise (Options *options)
{
  if (options->output != NULL && strcmp (options->output, "-") == 0)
    g_clear_pointer (&options->output, g_free);
}

static Status
values_check (Options *options)
{
  const guint n = options->files ? g_strv_length (options->files) : 0;

  if (audience_check (options) != STATUS_DONE)
    return STATUS_USAGE;
  if (options->help || options->version)
    return STATUS_DONE;
  if (!number_read (options->travel_text, 1440, &options->travel_minutes))
    return usage_error (options, text_get (options->language, "usage.value"), "--travel-minutes",
                        "0–1440", options->travel_text);
  if (!number_read (options->top_text, 1000000, &options->top) || options->top == 0)
    return usage_error (options, text_get (options->language, "usage.value"), "--top", "1–1000000",
                        options->top_text);
  if (!number_read (options->threads_text, 256, &options->threads) || options->threads == 0)
    return usage_error (options, text_get (options->language, "usage.value"), "--threads", "1–256",
                        options->threads_text);
  if (options->json && options->page)
    return usage_error (options, text_get (options->language, "usage.both"), "--json", "--page");
  if (n < options->command->min_files || n > options->command->max_files)
    return usage_error (options, text_get (options->language, "usage.operands"),
                        *options->command->operands ? options->command->operands
                                                    : text_get (options->language, "usage.none"),
                        n);
  return STATUS_DONE;
}

Status
options_parse (Options *options, const Command *command, int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  memset (options, 0, sizeof *options);
  options->command = command;
  options->language = language_from_environment ();
  options->text_language = language_get_name (options->language);
  options->travel_minutes = SMAAJOB_UNKNOWN;
  options->top = 10;
  options->threads = 1;
  entries = entries_new (options, command->bit);
  g_option_context_add_main_entries (context, (const GOptionEntry *) (void *) entries->data, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return usage_error (options, "%s", error->message);
  output_normalise (options);
  return values_check (options);
}

void
options_clear (Options *options)
{
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++) {
    void *member = (char *) options + rows[i].offset;

    if (rows[i].argument == G_OPTION_ARG_FILENAME)
      g_clear_pointer ((char **) member, g_free);
    else if (rows[i].argument == G_OPTION_ARG_FILENAME_ARRAY)
      g_clear_pointer ((char ***) member, g_strfreev);
  }
  g_clear_pointer (&options->files, g_strfreev);
}

static void
list_file (GArray *files, const char *option, const char *file, FileUse use)
{
  const NamedFile named = {option, file, use};

  if (file != NULL)
    g_array_append_val (files, named);
}

static void
list_files (GArray *files, const char *option, char *const *list, FileUse use)
{
  for (; list != NULL && *list != NULL; list++)
    list_file (files, option, *list, use);
}

GArray *
options_list_files (const Options *options)
{
  GArray *files = g_array_new (FALSE, FALSE, sizeof (NamedFile));

  if (options->output == NULL)
    list_file (files, NULL, "-", FILE_WRITTEN);
  if (options->command->bit & READS_OPERANDS)
    list_files (files, NULL, options->files, FILE_READ);
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++) {
    const void *member = (const char *) options + rows[i].offset;

    if (rows[i].use == NO_FILE)
      continue;
    if (rows[i].argument == G_OPTION_ARG_FILENAME_ARRAY)
      list_files (files, rows[i].name, *(char **const *) member, rows[i].use);
    else
      list_file (files, rows[i].name, *(char *const *) member, rows[i].use);
  }
  return files;
}

static void
append_row (GString *out, const Row *row, Language language)
{
  g_autofree char *key = g_strconcat ("option.", row->name, NULL);
  g_autofree char *flag =
      g_strconcat ("--", row->name, row->value ? " " : "", row->value ? row->value : "", NULL);
  const char letter[] = {row->letter, 0};

  g_string_append_printf (out, "  %s%s%s", row->letter ? "-" : "", letter, row->letter ? ", " : "");
  g_string_append_printf (out, "%-*s", row->letter ? 20 : 24, flag);
  g_string_append_printf (out, "%s%s\n", strlen (flag) < 24 ? "" : "\n                          ",
                          text_get (language, key));
}

void
options_append_help (GString *out, const Command *command, Language language)
{
  g_autofree char *about = g_strconcat ("about.", command->name, NULL);
  g_autofree char *example = g_strconcat ("example.", command->name, NULL);

  g_string_append_printf (out, "%s: smaajob %s%s%s [%s]\n\n%s\n\n",
                          text_get (language, "help.usage"), command->name,
                          *command->operands ? " " : "", command->operands,
                          text_get (language, "help.options"), text_get (language, about));
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].commands & command->bit)
      append_row (out, &rows[i], language);
  g_string_append_printf (out, "\n%s:\n  %s\n", text_get (language, "help.example"),
                          text_get (language, example));
}
