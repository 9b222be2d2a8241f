/* SPDX-License-Identifier: Apache-2.0 */
#include "rank.h"

#include "commands.h"
#include "output.h"
#include "seen.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  const Options *options;
  SmaajobVocabulary *vocabulary;
  Report report;
  Report skipped; /* faults of documents that were left out on purpose */
  Ranking ranking;
} Rank;

static gpointer
read_one (const Rank *rank, Kind kind, const Document *document, const char **id,
          SmaajobError *error)
{
  SmaajobCitizen *citizen;
  SmaajobOpening *opening;

  if (kind == KIND_CITIZEN) {
    citizen =
        smaajob_citizen_new_from_json (rank->vocabulary, document->text, document->length, error);
    *id = citizen ? smaajob_citizen_get_id (citizen) : NULL;
    return citizen;
  }
  opening =
      smaajob_opening_new_from_json (rank->vocabulary, document->text, document->length, error);
  *id = opening ? smaajob_opening_get_id (opening) : NULL;
  return opening;
}

static void
free_one (Kind kind, gpointer one)
{
  if (kind == KIND_CITIZEN)
    smaajob_citizen_free (one);
  else
    smaajob_opening_free (one);
}

static void
read_file (Rank *rank, const char *file, Kind kind, GPtrArray *found)
{
  Report *report = rank->options->skip_bad ? &rank->skipped : &rank->report;
  g_autoptr (Documents) documents = documents_open (file, report);
  g_autoptr (Seen) seen = seen_new ();
  InputResult result = documents ? INPUT_TEXT : INPUT_FAILED;

  while (result == INPUT_TEXT || result == INPUT_LONG) {
    Document document;
    SmaajobError error;
    const char *id;
    gpointer one;

    result = documents_next (documents, &document);
    if (result != INPUT_TEXT)
      continue;
    one = read_one (rank, kind, &document, &id, &error);
    if (one != NULL && seen_add (seen, &document, id, &error)) {
      g_ptr_array_add (found, one);
      continue;
    }
    free_one (kind, one);
    report_error (report, file, document.line, &error);
  }
}

static void
read_all (Rank *rank)
{
  const Options *options = rank->options;

  rank->ranking.policy = load_policy (options, &rank->report);
  rank->vocabulary = load_vocabulary (options, &rank->report);
  if (rank->vocabulary == NULL)
    return;
  read_file (rank, options->citizens, KIND_CITIZEN, rank->ranking.citizens);
  read_file (rank, options->openings, KIND_OPENING, rank->ranking.openings);
  /* Bad documents may be left out when asked for; files that cannot be read, or of which nothing
   * would be left, never. */
  if (rank->skipped.status > STATUS_DATA || rank->ranking.citizens->len == 0 ||
      rank->ranking.openings->len == 0)
    rank->report.status = MAX (rank->report.status, rank->skipped.status);
}

static void
show_progress (const Rank *rank, guint done, gint64 *shown)
{
  const gint64 now = g_get_monotonic_time ();
  const guint n = ranking_get_n (&rank->ranking);

  if (!isatty (STDERR_FILENO) || now - *shown < G_USEC_PER_SEC / 5)
    return;
  *shown = now;
  fputc ('\r', stderr);
  fprintf (stderr, text_get (rank->options->language, "rank.progress"), done, n);
  if (done == n)
    fputs ("\r\033[K", stderr);
  fflush (stderr);
}

/* What is written, and when it was last told how far it is. */
typedef struct {
  const Rank *rank;
  GString *out;
  bool page;
  gint64 shown;
} Writing;

static void
write_list (guint i, const GArray *list, void *data)
{
  Writing *writing = data;
  const Rank *rank = writing->rank;

  if (writing->page)
    rank_append_table (writing->out, &rank->ranking, i, list, rank->options->language);
  else
    rank_append_json (writing->out, list);
  show_progress (rank, i + 1, &writing->shown);
}

static GString *
rank_all (Rank *rank)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const gint64 begun = g_get_monotonic_time ();
  Writing writing = {rank, out, output_is_page (rank->options), begun};

  if (!ranking_make (&rank->ranking, rank->vocabulary, write_list, &writing, &rank->report))
    return NULL;
  if (writing.shown != begun) {
    writing.shown = 0;
    show_progress (rank, ranking_get_n (&rank->ranking), &writing.shown);
  }
  return g_steal_pointer (&out);
}

static void
tell_left_out (const Rank *rank)
{
  const Language language = rank->options->language;
  const char *separator = ": ";

  for (int verdict = 0; verdict < RANK_VERDICTS; verdict++)
    if (rank->ranking.left_out[verdict] > 0) {
      const char *name = smaajob_verdict_get_name ((SmaajobVerdict) verdict);

      if (*separator == ':')
        fputs (text_get (language, "rank.left_out"), stderr);
      fprintf (stderr, "%s%zu %s", separator, rank->ranking.left_out[verdict],
               text_named (language, "verdict.", name));
      separator = ", ";
    }
  if (*separator == ',')
    fputc ('\n', stderr);
}

static void
tell_skipped (const Rank *rank)
{
  if (rank->skipped.n_errors == 0)
    return;
  fprintf (stderr, text_get (rank->options->language, "rank.skipped"), rank->skipped.n_errors);
  fputc ('\n', stderr);
}

static Status
rank_and_write (Rank *rank)
{
  g_autoptr (GString) out = NULL;
  Status status;

  if (rank->report.status != STATUS_DONE)
    return rank->report.status;
  out = rank_all (rank);
  if (out == NULL)
    return rank->report.status;
  status = output_write (rank->options, out->str);
  tell_skipped (rank);
  tell_left_out (rank);
  return status;
}

static void
rank_clear (Rank *rank)
{
  for (guint i = 0; i < rank->ranking.citizens->len; i++)
    smaajob_citizen_free (g_ptr_array_index (rank->ranking.citizens, i));
  for (guint i = 0; i < rank->ranking.openings->len; i++)
    smaajob_opening_free (g_ptr_array_index (rank->ranking.openings, i));
  g_ptr_array_free (rank->ranking.citizens, TRUE);
  g_ptr_array_free (rank->ranking.openings, TRUE);
  smaajob_policy_free (rank->ranking.policy);
  smaajob_vocabulary_free (rank->vocabulary);
}

static Status
check_options (const Options *options)
{
  const Language language = options->language;
  const char *missing = options->citizens == NULL   ? "--citizens"
                        : options->openings == NULL ? "--openings"
                        : options->by == NULL       ? "--by"
                                                    : NULL;

  if (missing != NULL)
    return usage_error (options, text_get (language, "usage.needs"), missing);
  if (strcmp (options->by, "citizen") != 0 && strcmp (options->by, "opening") != 0)
    return usage_error (options, text_get (language, "usage.value"), "--by", "citizen, opening",
                        options->by);
  if (strcmp (options->citizens, "-") == 0 && strcmp (options->openings, "-") == 0)
    return usage_error (options, "%s", text_get (language, "usage.stdin"));
  return STATUS_DONE;
}

Status
command_rank (const Options *options)
{
  Rank rank = {.options = options};
  Status status = check_options (options);

  if (status != STATUS_DONE)
    return status;
  rank.ranking.citizens = g_ptr_array_new ();
  rank.ranking.openings = g_ptr_array_new ();
  rank.ranking.by_opening = strcmp (options->by, "opening") == 0;
  rank.ranking.top = (guint) options->top;
  rank.ranking.threads = (guint) options->threads;
  read_all (&rank);
  status = rank_and_write (&rank);
  rank_clear (&rank);
  return status;
}
