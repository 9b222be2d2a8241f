/* SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"
#include "crowd.h"
#include "interrupt.h"
#include "output.h"
#include "progress.h"
#include "rank-summary.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  const Options *options;
  SmaajobVocabulary *vocabulary;
  Report report;
  Report skipped; /* faults of documents that were left out on purpose */
  Ranking ranking;
  size_t left_out[RANK_VERDICTS]; /* pairs without a score, by verdict, when they are counted */
  guint n_lists, n_empty;         /* how many lists were made, and how many of them have nobody */
} Rank;

static void
read_all (Rank *rank)
{
  const Options *options = rank->options;
  Ranking *ranking = &rank->ranking;
  Report *faults = options->skip_bad ? &rank->skipped : &rank->report;

  ranking->policy = load_policy (options, &rank->report);
  rank->vocabulary = load_vocabulary (options, &rank->report);
  if (rank->vocabulary == NULL)
    return;
  ranking->caseload =
      crowd_load_citizens (rank->vocabulary, options->citizens, options->language, faults);
  if (interrupt_came ())
    return;
  ranking->market =
      crowd_load_openings (rank->vocabulary, options->openings, options->language, faults);
  /* Bad documents may be left out when asked for; files that cannot be read, or of which nothing
   * would be left, never. */
  if (rank->skipped.status > STATUS_DATA || ranking->caseload == NULL || ranking->market == NULL)
    rank->report.status = MAX (rank->report.status, rank->skipped.status);
}

/* What is written, and how far it is. */
typedef struct {
  Rank *rank;
  RankStyle style;
  const RankFormat *format;
  Summary *summary; /* instead of lists, when one is asked for */
  Output *output;
  GString *part;
  Progress progress;
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
  rank->n_lists++;
  rank->n_empty += smaajob_ranking_get_n_ranked (list) == 0;
  if (writing->summary != NULL)
    return summarise (writing, i, list);
  writing->format->append_list (writing->part, &writing->style, i, list);
  return write_part (writing);
}

static bool
show_progress (uint64_t done, uint64_t all, void *data)
{
  Writing *writing = data;

  progress_tell_pairs (&writing->progress, done, all);
  return !interrupt_came ();
}

/* Lists that appear on a terminal tell themselves how far it is. */
static bool
lists_appear (const Options *options)
{
  return !options->summary && options->output == NULL && isatty (STDOUT_FILENO);
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
  if (writing->rank->options->html)
    summary_append_html (writing->part, writing->summary);
  else if (output_is_page (writing->rank->options))
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
                     .progress =
                         progress_begin (!lists_appear (rank->options), rank->options->language)};
  bool done;
  Status status;

  begin_writing (&writing);
  done = ranking_make (&rank->ranking, receive_list, show_progress, &writing, &rank->report);
  progress_end (&writing.progress);
  if (done) {
    end_writing (&writing);
    write_part (&writing);
  }
  /* One that came after the last list, too, leaves what was there; after this it is too late. */
  done = done && !interrupt_came ();
  status = output_close (output, done);
  if (done && status == STATUS_DONE)
    interrupt_forget ();
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

/* A list of none is no line of a file, and no lists at all are an empty one. Counts and a summary
 * tell of everybody. */
static void
tell_empty (const Rank *rank)
{
  const Options *options = rank->options;

  if (options->summary || options->why || (rank->n_empty == 0 && rank->n_lists > 0))
    return;
  if (rank->n_lists == 0)
    fputs (text_get (options->language,
                     rank->ranking.by_opening ? "rank.no_openings" : "rank.no_citizens"),
           stderr);
  else
    fprintf (stderr, text_get (options->language, "rank.empty_lists"), rank->n_empty,
             rank->n_lists);
  fputc ('\n', stderr);
}

static void
tell_more (const Rank *rank)
{
  if (rank->skipped.none_left && rank->skipped.status == STATUS_DATA)
    report_skipped (&rank->skipped, text_get (rank->options->language, "rank.none_left"));
  if (rank->report.n_errors <= REPORT_SHOWN)
    return;
  fprintf (stderr, text_get (rank->options->language, "rank.more"),
           rank->report.n_errors - REPORT_SHOWN);
  fputc ('\n', stderr);
}

static Status
rank_and_write (Rank *rank)
{
  Output *output;
  Status status;

  if (interrupt_came ())
    return rank->report.status;
  if (rank->report.status != STATUS_DONE) {
    tell_more (rank);
    return rank->report.status;
  }
  output = output_open (rank->options);
  if (output == NULL)
    return STATUS_WRITE;
  status = write_lists (rank, output);
  if (status != STATUS_DONE || interrupt_came ())
    return status;
  report_skipped (&rank->skipped, text_get (rank->options->language, "rank.skipped"));
  tell_left_out (rank);
  tell_empty (rank);
  return STATUS_DONE;
}

/* One form alone, and the page of HTML is of a summary. */
static Status
check_form (const Options *options)
{
  const Language language = options->language;
  const char *other = options->json ? "--json" : options->page ? "--page" : NULL;

  if (options->csv && other != NULL)
    return usage_error (options, text_get (language, "usage.both"), "--csv", other);
  if (options->html && (other != NULL || options->csv))
    return usage_error (options, text_get (language, "usage.both"), "--html",
                        options->csv ? "--csv" : other);
  if (options->summary && (options->csv || options->why))
    return usage_error (options, text_get (language, "usage.both"), "--summary",
                        options->csv ? "--csv" : "--why");
  if (options->html && !options->summary)
    return usage_error (options, text_get (language, "usage.needs"), "--summary");
  return STATUS_DONE;
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
  if (options->errors != NULL && !options->skip_bad)
    return usage_error (options, text_get (language, "usage.needs"), "--skip-bad");
  return check_form (options);
}

Status
command_rank (const Options *options)
{
  Rank rank = {
      .options = options, .report = {.most = REPORT_SHOWN}, .skipped = {.most = REPORT_SHOWN}};
  Status status = check_options (options), written = STATUS_DONE;

  if (status != STATUS_DONE)
    return status;
  interrupt_watch ();
  if (options->errors != NULL && (rank.skipped.all = output_open_file (options->errors)) == NULL)
    return STATUS_WRITE;
  rank.ranking.by_opening = strcmp (options->by, "opening") == 0;
  rank.ranking.top = (guint) options->top;
  rank.ranking.threads = (guint) options->threads;
  rank.ranking.count_blockers = options->why || options->summary;
  read_all (&rank);
  status = rank_and_write (&rank);
  ranking_clear (&rank.ranking);
  smaajob_vocabulary_free (rank.vocabulary);
  if (rank.skipped.all != NULL)
    written = output_close (rank.skipped.all, !interrupt_came ());
  return MAX (status, written);
}
