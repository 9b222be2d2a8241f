/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "status.h"
#include "texts.h"

#include <glib.h>
#include <smaajob/explanation.h>

typedef struct _Command Command;

/** What the command line asked for; absent is NULL, FALSE or the default. */
typedef struct {
  const Command *command;
  char **files; /**< positional arguments; NULL when there are none */
  char *policy;
  char **vocabularies;
  char *esco;
  char *citizens;
  char *openings;
  char *by;
  char *output; /**< NULL also for "-", which is stdout */
  char *errors;
  char *lang;
  char *reader_text;
  char *disclosed;
  char *citizen;
  char *opening;
  char *record;
  char *actor;
  char *time;
  char *override_verdict;
  char *override_advice;
  char *override_reason;
  char *travel_text;
  char *top_text;
  char *threads_text;
  int travel_minutes; /**< SMAAJOB_UNKNOWN when not given */
  int top;
  int threads;
  gboolean json;
  gboolean page;
  gboolean skip_bad;
  gboolean csv;
  gboolean why;
  gboolean summary;
  gboolean html;
  gboolean released;
  gboolean digests_only;
  gboolean help;
  gboolean version;
  SmaajobReader reader;
  Language language;
  const char *text_language; /**< of an explanation: any that the library has */
} Options;

/** What becomes of the file that an option or an operand names. */
typedef enum { NO_FILE, FILE_READ, FOLDER_READ, FILE_WRITTEN } FileUse;

/** A file as the command line names it. */
typedef struct {
  const char *option; /**< without its hyphens; NULL for an operand and for standard output */
  const char *file;
  FileUse use;
} NamedFile;

/** A subcommand: one row of the table in main.c. */
struct _Command {
  const char *name;
  unsigned bit;         /**< which options apply, see options.c */
  const char *operands; /**< such as "CITIZEN OPENING" */
  guint min_files;
  guint max_files;
  Status (*run) (const Options *options);
};

enum {
  COMMAND_MATCH = 1,
  COMMAND_CHECK = 2,
  COMMAND_RANK = 4,
  COMMAND_POLICY = 8,
  COMMAND_VOCABULARY = 16,
  COMMAND_SCHEMA = 32,
  COMMAND_EXPLAIN = 64,
  COMMAND_REPLAY = 128,
  COMMAND_DIFF = 256,
  COMMAND_PACK = 512,
  COMMAND_NONE = 1 << 16
};

/** Read the arguments of @p command; tells what is wrong on stderr and returns STATUS_USAGE. */
Status options_parse (Options *options, const Command *command, int argc, char **argv);
void options_clear (Options *options);
/** The help of one subcommand, with its options and an example. */
void options_append_help (GString *out, const Command *command, Language language);
/** Every NamedFile that is read or written, as borrowed; "-" is written when there is no -o. */
GArray *options_list_files (const Options *options);
/** Tell a usage error on stderr; returns STATUS_USAGE. */
Status usage_error (const Options *options, const char *format, ...) G_GNUC_PRINTF (2, 3);

#endif
