/* SPDX-License-Identifier: Apache-2.0 */
/* A host with a database of its own ranks, and keeps matches and records: embed DATABASE */
#include "host.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 4 };

/* One of the best, and what is to be kept of it. */
typedef struct {
  size_t citizen;
  size_t opening;
  int place;
  SmaajobScore score;
  char *match;
  char *record;
} Result;

typedef struct {
  SmaajobVocabulary *words;
  SmaajobPolicy *policy;
  SmaajobCitizen **citizens;
  SmaajobOpening **openings;
  size_t n_citizens, n_openings, n_ranked;
  char *time, *actor;
  size_t top;
  Result *results;
  size_t n_results;
  atomic_size_t next, n_same;
} Host;

static void *
host_room (size_t n, size_t size)
{
  void *room = calloc (n + 1, size);

  if (room != NULL)
    return room;
  fputs ("no memory\n", stderr);
  exit (1);
}

static size_t
count (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *row = host_ask (database, sql, NULL, NULL);
  size_t n;

  host_next (row);
  n = (size_t) sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  return n;
}

static char *
copy (const char *text)
{
  char *room = host_room (strlen (text), 1);

  return strcpy (room, text);
}

static void
read_request (Host *host, sqlite3 *database)
{
  sqlite3_stmt *row = host_ask (database, "SELECT * FROM request", NULL, NULL);

  if (!host_next (row)) {
    fputs ("nothing is asked for\n", stderr);
    exit (1);
  }
  host->time = copy (host_text (row, "time"));
  host->actor = copy (host_text (row, "actor"));
  host->top = (size_t) host_whole (row, "top");
  sqlite3_finalize (row);
}

static void
read_rows (Host *host, sqlite3 *database)
{
  sqlite3_stmt *row;

  host->citizens =
      host_room (count (database, "SELECT count(*) FROM citizen"), sizeof *host->citizens);
  row = host_ask (database, "SELECT * FROM citizen ORDER BY rowid", NULL, NULL);
  while (host_next (row))
    host->citizens[host->n_citizens++] = citizen_of_row (host->words, database, row);
  host->openings =
      host_room (count (database, "SELECT count(*) FROM opening"), sizeof *host->openings);
  row = host_ask (database, "SELECT * FROM opening ORDER BY rowid", NULL, NULL);
  while (host_next (row))
    host->openings[host->n_openings++] = opening_of_row (host->words, database, row);
}

static SmaajobCaseload *
caseload_of (const Host *host)
{
  SmaajobError fault;
  SmaajobCaseloadBuilder *builder = smaajob_caseload_builder_new (host->words, &fault);
  SmaajobCaseload *caseload;

  host_must (builder != NULL, &fault);
  for (size_t i = 0; i < host->n_citizens; i++)
    host_must (smaajob_caseload_builder_add_citizen (builder, host->citizens[i], &fault), &fault);
  caseload = smaajob_caseload_builder_build (builder, &fault);
  host_must (caseload != NULL, &fault);
  smaajob_caseload_builder_free (builder);
  return caseload;
}

static SmaajobMarket *
market_of (const Host *host)
{
  SmaajobError fault;
  SmaajobMarketBuilder *builder = smaajob_market_builder_new (host->words, &fault);
  SmaajobMarket *market;

  host_must (builder != NULL, &fault);
  for (size_t i = 0; i < host->n_openings; i++)
    host_must (smaajob_market_builder_add_opening (builder, host->openings[i], &fault), &fault);
  market = smaajob_market_builder_build (builder, &fault);
  host_must (market != NULL, &fault);
  smaajob_market_builder_free (builder);
  return market;
}

static bool
receive (SmaajobRanking *ranking, void *data)
{
  Host *host = data;
  const size_t n = smaajob_ranking_get_n_ranked (ranking);

  printf ("%s: the best %zu of %zu openings; %zu blocked\n", smaajob_ranking_get_id (ranking), n,
          smaajob_ranking_get_n_pairs (ranking),
          smaajob_ranking_get_n_without_score (ranking, SMAAJOB_VERDICT_BLOCKED));
  for (size_t i = 0; i < n; i++) {
    const SmaajobRanked ranked = smaajob_ranking_get_ranked_at (ranking, i);
    host->results[host->n_results++] = (Result){.citizen = host->n_ranked,
                                                .opening = ranked.number,
                                                .place = (int) i + 1,
                                                .score = ranked.score};
  }
  host->n_ranked++;
  smaajob_ranking_free (ranking);
  return true;
}

static void
rank (Host *host)
{
  const SmaajobRankingOptions options = {.policy = host->policy,
                                         .top = host->top,
                                         .threads = THREADS,
                                         .count_blockers = true,
                                         .receive = receive,
                                         .data = host};
  SmaajobCaseload *caseload = caseload_of (host);
  SmaajobMarket *market = market_of (host);
  SmaajobError fault;

  host->results = host_room (host->n_citizens * host->top, sizeof *host->results);
  host_must (smaajob_rank_citizens (caseload, market, &options, &fault), &fault);
  smaajob_market_free (market);
  smaajob_caseload_free (caseload);
}

static void
match_and_record (const Host *host, Result *result)
{
  const SmaajobPair pair = {host->citizens[result->citizen], host->openings[result->opening],
                            SMAAJOB_UNKNOWN};
  const SmaajobNote note = {.time = host->time, .actor = host->actor};
  SmaajobError fault;
  SmaajobMatch *match = smaajob_match_new (&pair, host->policy, &fault);
  SmaajobRecord *record;

  host_must (match != NULL, &fault);
  record = smaajob_record_new (match, &note, &fault);
  host_must (record != NULL, &fault);
  result->match = smaajob_match_to_json (match, &fault);
  host_must (result->match != NULL, &fault);
  result->record = smaajob_record_to_json (record, &fault);
  host_must (result->record != NULL, &fault);
  smaajob_record_free (record);
  smaajob_match_free (match);
}

static void *
match_some (void *data)
{
  Host *host = data;
  size_t i;

  while ((i = atomic_fetch_add (&host->next, 1)) < host->n_results)
    match_and_record (host, &host->results[i]);
  return NULL;
}

/* What is kept is scored again. */
static bool
is_same_again (const Host *host, const Result *result)
{
  const SmaajobReplay replay = {.vocabulary = host->words};
  SmaajobError fault;
  SmaajobRecord *record =
      smaajob_record_new_from_json (result->record, strlen (result->record), &fault);
  SmaajobSame same;
  SmaajobMatch *again;
  char *json;
  bool is_same;

  host_must (record != NULL, &fault);
  again = smaajob_record_replay (record, &replay, &same, &fault);
  host_must (again != NULL, &fault);
  json = smaajob_match_to_json (again, &fault);
  host_must (json != NULL, &fault);
  is_same = same.all && strcmp (json, result->match) == 0;
  smaajob_free (json);
  smaajob_match_free (again);
  smaajob_record_free (record);
  return is_same;
}

static void *
compare_some (void *data)
{
  Host *host = data;
  size_t i;

  while ((i = atomic_fetch_add (&host->next, 1)) < host->n_results) {
    if (is_same_again (host, &host->results[i]))
      atomic_fetch_add (&host->n_same, 1);
  }
  return NULL;
}

static void
in_threads (Host *host, void *(*work) (void *) )
{
  pthread_t threads[THREADS];

  atomic_store (&host->next, 0);
  for (int i = 0; i < THREADS; i++) {
    if (pthread_create (&threads[i], NULL, work, host) != 0) {
      fputs ("a thread cannot be had\n", stderr);
      exit (1);
    }
  }
  for (int i = 0; i < THREADS; i++)
    pthread_join (threads[i], NULL);
}

static void
keep_one (const Host *host, sqlite3 *database, sqlite3_stmt *row, Result *result)
{
  const char *texts[] = {smaajob_citizen_get_id (host->citizens[result->citizen]),
                         smaajob_opening_get_id (host->openings[result->opening]),
                         smaajob_verdict_get_name (result->score.verdict), result->match,
                         result->record};
  const int places[] = {1, 3, 4, 6, 7};

  for (int i = 0; i < 5; i++)
    host_check (database, sqlite3_bind_text (row, places[i], texts[i], -1, SQLITE_TRANSIENT));
  host_check (database, sqlite3_bind_int (row, 2, result->place));
  host_check (database, sqlite3_bind_double (row, 5, result->score.score / 1000.0));
  host_check (database, sqlite3_step (row));
  host_check (database, sqlite3_reset (row));
  smaajob_free (result->match);
  smaajob_free (result->record);
}

static void
keep (const Host *host, sqlite3 *database)
{
  sqlite3_stmt *row =
      host_ask (database, "INSERT INTO result VALUES (?, ?, ?, ?, ?, ?, ?)", NULL, NULL);

  host_check (database, sqlite3_exec (database, "BEGIN; DELETE FROM result", NULL, NULL, NULL));
  for (size_t i = 0; i < host->n_results; i++)
    keep_one (host, database, row, &host->results[i]);
  host_check (database, sqlite3_exec (database, "COMMIT", NULL, NULL, NULL));
  sqlite3_finalize (row);
}

/* From here on only what is in the database is used. */
static void
read_results (Host *host, sqlite3 *database)
{
  sqlite3_stmt *row = host_ask (database, "SELECT * FROM result ORDER BY rowid", NULL, NULL);

  for (size_t i = 0; host_next (row); i++) {
    host->results[i].match = copy (host_text (row, "match"));
    host->results[i].record = copy (host_text (row, "record"));
  }
}

static void
print_digest (const char *json)
{
  SmaajobError fault;
  SmaajobRecord *record = smaajob_record_new_from_json (json, strlen (json), &fault);

  host_must (record != NULL, &fault);
  puts (smaajob_record_get_digest (record));
  smaajob_record_free (record);
}

static void
print_results (sqlite3 *database)
{
  sqlite3_stmt *row = host_ask (database, "SELECT * FROM result ORDER BY rowid", NULL, NULL);

  while (host_next (row)) {
    printf ("%s %d %s ", host_text (row, "citizen"), host_whole (row, "place"),
            host_text (row, "opening"));
    printf ("%s %.3f ", host_text (row, "verdict"), host_number (row, "score"));
    print_digest (host_text (row, "record"));
  }
}

static void
host_free (Host *host)
{
  for (size_t i = 0; i < host->n_results; i++) {
    free (host->results[i].match);
    free (host->results[i].record);
  }
  for (size_t i = 0; i < host->n_citizens; i++)
    smaajob_citizen_free (host->citizens[i]);
  for (size_t i = 0; i < host->n_openings; i++)
    smaajob_opening_free (host->openings[i]);
  smaajob_policy_free (host->policy);
  smaajob_vocabulary_free (host->words);
  free (host->results);
  free (host->citizens);
  free (host->openings);
  free (host->time);
  free (host->actor);
}

static int
run (sqlite3 *database)
{
  SmaajobError fault;
  Host host = {.words = smaajob_vocabulary_new (&fault)};

  host_must (host.words != NULL, &fault);
  host.policy = smaajob_policy_new (&fault);
  host_must (host.policy != NULL, &fault);
  read_request (&host, database);
  read_rows (&host, database);
  rank (&host);
  in_threads (&host, match_some);
  keep (&host, database);
  read_results (&host, database);
  in_threads (&host, compare_some);
  print_results (database);
  printf ("%zu kept; %zu of them scored again, the same to the byte\n", host.n_results,
          (size_t) host.n_same);
  host_free (&host);
  return host.n_same == host.n_results ? 0 : 1;
}

int
main (int argc, char **argv)
{
  sqlite3 *database = NULL;
  int status;

  if (argc != 2) {
    fputs ("usage: embed DATABASE\n", stderr);
    return 64;
  }
  host_check (database, sqlite3_open_v2 (argv[1], &database, SQLITE_OPEN_READWRITE, NULL));
  status = run (database);
  sqlite3_close (database);
  return status;
}
