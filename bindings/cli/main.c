/* SPDX-License-Identifier: Apache-2.0 */
#include "apart.h"
#include "commands.h"
#include "interrupt.h"
#include "output.h"
#include "report.h"

#include <smaajob/smaajob.h>

#include <locale.h>
#include <stdio.h>
#include <string.h>

static const Command commands[] = {
    {"match", COMMAND_MATCH, "CITIZEN OPENING", 2, 2, command_match},
    {"explain", COMMAND_EXPLAIN, "CITIZEN OPENING", 2, 2, command_explain},
    {"replay", COMMAND_REPLAY, "RECORD", 1, 1, command_replay},
    {"diff", COMMAND_DIFF, "BEFORE AFTER", 2, 2, command_diff},
    {"check", COMMAND_CHECK, "FILE…", 1, G_MAXUINT, command_check},
    {"pack", COMMAND_PACK, "", 0, 0, command_pack},
    {"rank", COMMAND_RANK, "", 0, 0, command_rank},
    {"policy", COMMAND_POLICY, "", 0, 0, command_policy},
    {"vocabulary", COMMAND_VOCABULARY, "", 0, 0, command_vocabulary},
    {"schema", COMMAND_SCHEMA, "KIND", 1, 1, command_schema},
};

static const Command program = {"", COMMAND_NONE, "", 0, 0, NULL};

static const Command *
command_find (const char *name)
{
  for (size_t i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static Status
print_version (const Options *options)
{
  g_autofree char *line =
      g_strdup_printf ("smaajob %s (%s %s)\n", smaajob_get_version (),
                       text_get (options->language, "help.model"), smaajob_get_model_version ());

  return output_write (options, line);
}

static Status
print_overview (const Options *options)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const Language language = options->language;

  g_string_append_printf (out, "%s\n\n", text_get (language, "about."));
  for (size_t i = 0; i < G_N_ELEMENTS (commands); i++) {
    const char *name = commands[i].name;

    g_string_append_printf (out, "  smaajob %s%s%s\n      %s\n", name,
                            *commands[i].operands ? " " : "", commands[i].operands,
                            text_named (language, "short.", name));
    g_string_append_printf (out, "      %s: %s\n", text_get (language, "help.example"),
                            text_named (language, "example.", name));
  }
  g_string_append_printf (out, "\n%s\n", text_get (language, "help.more"));
  return output_write (options, out->str);
}

static Status
print_help (const Options *options)
{
  g_autoptr (GString) out = g_string_new (NULL);

  options_append_help (out, options->command, options->language);
  return output_write (options, out->str);
}

static Status
run_program (const Options *options)
{
  if (options->version)
    return print_version (options);
  if (options->help)
    return print_overview (options);
  return usage_error (options, "%s", text_get (options->language, "usage.command"));
}

static Status
run_command (const Options *options)
{
  Status status;

  if (options->help)
    return print_help (options);
  status = apart_check (options);
  return status == STATUS_DONE ? options->command->run (options) : status;
}

int
main (int argc, char **argv)
{
  const bool named = argc > 1 && argv[1][0] != '-';
  const Command *command = named ? command_find (argv[1]) : &program;
  Options options;
  Status status;

  setlocale (LC_ALL, "");
  if (command == NULL) {
    options = (Options){.command = &program, .language = language_from_environment ()};
    return usage_error (&options, text_get (options.language, "usage.unknown_command"), argv[1]);
  }
  status = options_parse (&options, command, named ? argc - 1 : argc, named ? argv + 1 : argv);
  report_speak (options.language);
  if (status == STATUS_DONE)
    status = command == &program ? run_program (&options) : run_command (&options);
  options_clear (&options);
  interrupt_obey ();
  return status;
}
