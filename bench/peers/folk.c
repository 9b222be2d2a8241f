/* SPDX-License-Identifier: Apache-2.0 */
#include "folk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
insist (bool ok, const SmaajobError *error)
{
  if (ok)
    return;
  fprintf (stderr, "%s: %s\n", error->pointer, error->message);
  exit (EXIT_FAILURE);
}

static char *
read_file (const char *path, size_t *length)
{
  g_autoptr (GError) error = NULL;
  char *text;

  if (g_file_get_contents (path, &text, length, &error))
    return text;
  fprintf (stderr, "%s\n", error->message);
  exit (EXIT_FAILURE);
}

static SmaajobVocabulary *
read_vocabulary (const char *path)
{
  SmaajobError error;
  SmaajobVocabulary *builtin = smaajob_vocabulary_new (&error), *vocabulary;
  char *json;
  size_t length;

  insist (builtin != NULL, &error);
  if (strcmp (path, "-") == 0)
    return builtin;
  json = read_file (path, &length);
  vocabulary = smaajob_vocabulary_new_from_json (builtin, json, length, &error);
  insist (vocabulary != NULL, &error);
  smaajob_vocabulary_free (builtin);
  g_free (json);
  return vocabulary;
}

typedef gpointer (*ReadOne) (SmaajobVocabulary *vocabulary, const char *json, size_t length,
                             SmaajobError *error);

static gpointer
read_citizen (SmaajobVocabulary *vocabulary, const char *json, size_t length, SmaajobError *error)
{
  return smaajob_citizen_new_from_json (vocabulary, json, length, error);
}

static gpointer
read_opening (SmaajobVocabulary *vocabulary, const char *json, size_t length, SmaajobError *error)
{
  return smaajob_opening_new_from_json (vocabulary, json, length, error);
}

static GPtrArray *
read_lines (SmaajobVocabulary *vocabulary, const char *path, ReadOne read_one)
{
  GPtrArray *found = g_ptr_array_new ();
  size_t length;
  char *text = read_file (path, &length);

  for (const char *line = text, *end; (end = strchr (line, '\n')) != NULL; line = end + 1) {
    SmaajobError error;
    gpointer one = read_one (vocabulary, line, (size_t) (end - line), &error);

    insist (one != NULL, &error);
    g_ptr_array_add (found, one);
  }
  g_free (text);
  return found;
}

Folk *
folk_read (const char *vocabulary, const char *citizens, const char *openings)
{
  Folk *folk = g_new0 (Folk, 1);
  SmaajobError error;

  folk->vocabulary = read_vocabulary (vocabulary);
  folk->policy = smaajob_policy_new (&error);
  insist (folk->policy != NULL, &error);
  folk->citizens = read_lines (folk->vocabulary, citizens, read_citizen);
  folk->openings = read_lines (folk->vocabulary, openings, read_opening);
  return folk;
}

void
folk_free (Folk *folk)
{
  for (guint i = 0; i < folk->citizens->len; i++)
    smaajob_citizen_free (folk->citizens->pdata[i]);
  for (guint i = 0; i < folk->openings->len; i++)
    smaajob_opening_free (folk->openings->pdata[i]);
  g_ptr_array_unref (folk->citizens);
  g_ptr_array_unref (folk->openings);
  smaajob_policy_free (folk->policy);
  smaajob_vocabulary_free (folk->vocabulary);
  g_free (folk);
}

SmaajobCaseload *
folk_gather_citizens (const Folk *folk)
{
  SmaajobError error;
  SmaajobCaseloadBuilder *builder = smaajob_caseload_builder_new (folk->vocabulary, &error);
  SmaajobCaseload *caseload;

  insist (builder != NULL, &error);
  for (guint i = 0; i < folk->citizens->len; i++)
    insist (smaajob_caseload_builder_add_citizen (builder, folk->citizens->pdata[i], &error),
            &error);
  caseload = smaajob_caseload_builder_build (builder, &error);
  insist (caseload != NULL, &error);
  smaajob_caseload_builder_free (builder);
  return caseload;
}

SmaajobMarket *
folk_gather_openings (const Folk *folk)
{
  SmaajobError error;
  SmaajobMarketBuilder *builder = smaajob_market_builder_new (folk->vocabulary, &error);
  SmaajobMarket *market;

  insist (builder != NULL, &error);
  for (guint i = 0; i < folk->openings->len; i++)
    insist (smaajob_market_builder_add_opening (builder, folk->openings->pdata[i], &error), &error);
  market = smaajob_market_builder_build (builder, &error);
  insist (market != NULL, &error);
  smaajob_market_builder_free (builder);
  return market;
}
