/* SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"
#include "output.h"
#include "rank-summary.h"
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
  size_t left_out[RANK_VERDICTS]; /* pairs without a score, by verdict */
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
  Rank *rank;
  RankStyle style;
  const RankFormat *format;
  Summary *summary; /* instead of lists, when one is asked for */
  Output *output;
  GString *part;
  gint64 shown;
} Writing;

static const RankFormat *
find_format (const Options *options)
{
  if (options->csv)
    return options->why ? &rank_why_csv : &rank_list_csv;
  if (output_is_page (options))
    return options->why ? &rank_why_table : &rank_list_table;
  return options->why ? &rank_why_ndjson : &rank_list_ndjson;
}

static bool
write_part (Writing *writing)
{
  bool written = output_append (writing->output, writing->part);

  g_string_truncate (writing->part, 0);
  return written;
}

static bool
summarise (Writing *writing, guint i, const SmaajobRanking *list)
{
  SmaajobError error;

  if (summary_add (writing->summary, &writing->rank->ranking, i, list, &error))
    return true;
  report_error (&writing->rank->report, "smaajob", 1, &error);
  return false;
}

static bool
receive_list (guint i, const SmaajobRanking *list, void *data)
{
  Writing *writing = data;
  Rank *rank = writing->rank;

  for (int verdict = 0; verdict < RANK_VERDICTS; verdict++)
    rank->left_out[verdict] += smaajob_ranking_get_n_without_score (list, (SmaajobVerdict) verdict);
  show_progress (rank, i + 1, &writing->shown);
  if (writing->summary != NULL)
    return summarise (writing, i, list);
  writing->format->append_list (writing->part, &writing->style, i, list);
  return write_part (writing);
}

static void
begin_writing (Writing *writing)
{
  if (writing->summary == NULL && writing->format->append_head != NULL)
    writing->format->append_head (writing->part, &writing->style);
}

static void
end_writing (Writing *writing)
{
  if (writing->summary == NULL)
    return;
  if (output_is_page (writing->rank->options))
    summary_append_page (writing->part, writing->summary);
  else
    summary_append_json (writing->part, writing->summary);
}

/* A list is written as soon as it is made: the whole of a country's would not fit in memory. */
static Status
write_lists (Rank *rank, Output *output)
{
  const RankStyle style = {rank->ranking.by_opening, rank->options->language};
  g_autoptr (GString) part = g_string_new (NULL);
  g_autoptr (Summary) summary =
      rank->options->summary ? summary_new (&style, rank->vocabulary) : NULL;
  Writing writing = {.rank = rank,
                     .style = style,
                     .format = find_format (rank->options),
                     .summary = summary,
                     .output = output,
                     .part = part,
                     .shown = g_get_monotonic_time ()};
  bool done;
  Status status;

  begin_writing (&writing);
  done = ranking_make (&rank->ranking, rank->vocabulary, receive_list, &writing, &rank->report);
  if (done) {
    end_writing (&writing);
    write_part (&writing);
  }
  status = output_close (output, done);
  return MAX (status, rank->report.status);
}

static void
tell_left_out (const Rank *rank)
{
  const Language language = rank->options->language;
  const char *separator = ": ";

  for (int verdict = 0; verdict < RANK_VERDICTS; verdict++)
    if (rank->left_out[verdict] > 0) {
      const char *name = smaajob_verdict_get_name ((SmaajobVerdict) verdict);

      if (*separator == ':')
        fputs (text_get (language, "rank.left_out"), stderr);
      fprintf (stderr, "%s%zu %s", separator, rank->left_out[verdict],
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
  Output *output;
  Status status;

  if (rank->report.status != STATUS_DONE)
    return rank->report.status;
  output = output_open (rank->options);
  if (output == NULL)
    return STATUS_WRITE;
  status = write_lists (rank, output);
  if (status != STATUS_DONE)
    return status;
  tell_skipped (rank);
  tell_left_out (rank);
  return STATUS_DONE;
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
  if (options->csv && (options->json || options->page))
    return usage_error (options, text_get (language, "usage.both"), "--csv",
                        options->json ? "--json" : "--page");
  if (options->summary && (options->csv || options->why))
    return usage_error (options, text_get (language, "usage.both"), "--summary",
                        options->csv ? "--csv" : "--why");
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
  rank.ranking.count_blockers = options->why || options->summary;
  read_all (&rank);
  status = rank_and_write (&rank);
  rank_clear (&rank);
  return status;
}
