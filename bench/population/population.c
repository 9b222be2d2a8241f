/* SPDX-License-Identifier: Apache-2.0 */
/* A made-up caseload and market, the same for a seed on every machine; docs/population.md. */
#include "world.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  gint64 seed;
  int n_citizens, n_openings;
  char *spread, *vocabulary, *folder;
} Options;

static SmaajobVocabulary *
load_vocabulary (const char *path)
{
  g_autofree char *json = NULL;
  SmaajobError error = {.message = "cannot be read"};
  SmaajobVocabulary *builtin, *vocabulary = NULL;
  size_t length;

  g_strlcpy (error.pointer, path == NULL ? "" : path, sizeof error.pointer);
  builtin = smaajob_vocabulary_new (&error);
  if (path == NULL)
    return builtin;
  if (g_file_get_contents (path, &json, &length, NULL))
    vocabulary = smaajob_vocabulary_new_from_json (builtin, json, length, &error);
  insist (vocabulary != NULL, &error);
  smaajob_vocabulary_free (builtin);
  return vocabulary;
}

/* A line of citizen or opening number i; free with smaajob_free(). */
typedef char *(*Tell) (const World *world, uint32_t i);

static char *
tell_citizen (const World *world, uint32_t i)
{
  SmaajobCitizen *citizen = population_make_citizen (world, i);
  SmaajobError error;
  char *json = smaajob_citizen_to_json (citizen, &error);

  insist (json != NULL, &error);
  smaajob_citizen_free (citizen);
  return json;
}

static char *
tell_opening (const World *world, uint32_t i)
{
  SmaajobOpening *opening = population_make_opening (world, i);
  SmaajobError error;
  char *json = smaajob_opening_to_json (opening, &error);

  insist (json != NULL, &error);
  smaajob_opening_free (opening);
  return json;
}

static bool
write_lines (const World *world, const char *path, Tell tell, int n)
{
  FILE *out = fopen (path, "wb");
  bool ok = out != NULL;

  for (int i = 0; ok && i < n; i++) {
    char *json = tell (world, (uint32_t) i);

    ok = fputs (json, out) >= 0 && fputc ('\n', out) != EOF;
    smaajob_free (json);
  }
  ok = out != NULL && fclose (out) == 0 && ok;
  if (!ok)
    fprintf (stderr, "population: %s: cannot be written\n", path);
  return ok;
}

static bool
make_folder (const char *path)
{
  if (g_mkdir_with_parents (path, 0777) == 0)
    return true;
  fprintf (stderr, "population: %s: %s\n", path, g_strerror (errno));
  return false;
}

static bool
write_all (const World *world, const Options *options)
{
  g_autofree char *citizens = g_build_filename (options->folder, "citizens.ndjson", NULL);
  g_autofree char *openings = g_build_filename (options->folder, "openings.ndjson", NULL);

  return write_lines (world, citizens, tell_citizen, options->n_citizens) &&
         write_lines (world, openings, tell_opening, options->n_openings);
}

static bool
read_options (int *argc, char ***argv, Options *options)
{
  const GOptionEntry entries[] = {
      {"seed", 0, 0, G_OPTION_ARG_INT64, &options->seed, "what everything follows from (1)", "N"},
      {"citizens", 0, 0, G_OPTION_ARG_INT, &options->n_citizens, "how many (1000)", "N"},
      {"openings", 0, 0, G_OPTION_ARG_INT, &options->n_openings, "how many (1000)", "N"},
      {"spread", 0, 0, G_OPTION_ARG_STRING, &options->spread, "national (default), or dense", "S"},
      {"vocabulary", 0, 0, G_OPTION_ARG_FILENAME, &options->vocabulary,
       "a vocabulary on top of the built-in one, such as ESCO's", "FILE"},
      {"out", 0, 0, G_OPTION_ARG_FILENAME, &options->folder, "where to write (.); it is made",
       "FOLDER"},
      {0}};
  g_autoptr (GOptionContext) context = g_option_context_new ("- write a made-up population");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, &error)) {
    fprintf (stderr, "population: %s\n", error->message);
    return false;
  }
  if (*argc == 1 && options->n_citizens >= 0 && options->n_openings >= 0 &&
      (options->spread == NULL || strcmp (options->spread, "dense") == 0 ||
       strcmp (options->spread, "national") == 0))
    return true;
  fprintf (stderr, "population: see --help\n");
  return false;
}

static bool
make_and_write (const Options *options)
{
  const bool dense = options->spread != NULL && strcmp (options->spread, "dense") == 0;
  SmaajobVocabulary *vocabulary = load_vocabulary (options->vocabulary);
  World *world =
      world_new (vocabulary, (uint64_t) options->seed, dense ? SPREAD_DENSE : SPREAD_NATIONAL);
  const bool done = write_all (world, options);

  world_free (world);
  smaajob_vocabulary_free (vocabulary);
  return done;
}

int
main (int argc, char **argv)
{
  Options options = {1, 1000, 1000, NULL, NULL, NULL};
  bool done;

  if (!read_options (&argc, &argv, &options))
    return 64;
  options.folder = options.folder == NULL ? g_strdup (".") : options.folder;
  done = make_folder (options.folder) && make_and_write (&options);
  g_free (options.spread);
  g_free (options.vocabulary);
  g_free (options.folder);
  return done ? 0 : 74;
}
