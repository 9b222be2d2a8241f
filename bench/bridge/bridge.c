/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What each call costs from C, to hold the other languages against:
 *   bench-bridge --documents DIRECTORY      writes citizens.ndjson and openings.ndjson
 *   bench-bridge DIRECTORY ROUNDS           measures with them
 */
#include "../generate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { N = 256, MATCHES = 2048, GETS = 1 << 16, MOST_BYTES = 1 << 20 };

typedef struct {
  SmaajobVocabulary *words;
  SmaajobPolicy *policy;
  SmaajobCitizen *citizens[N];
  SmaajobOpening *openings[N];
  SmaajobCaseload *caseload;
  SmaajobMarket *market;
  SmaajobScore scores[N * N];
} Bench;

typedef uint64_t (*Round) (Bench *bench);

static FILE *
file_open (const char *directory, const char *name, const char *mode)
{
  char path[1024];
  FILE *file;

  snprintf (path, sizeof path, "%s/%s", directory, name);
  file = fopen (path, mode);
  if (file == NULL) {
    perror (path);
    exit (1);
  }
  return file;
}

static void
write_documents (const char *directory, SmaajobVocabulary *words)
{
  FILE *citizens = file_open (directory, "citizens.ndjson", "wb");
  FILE *openings = file_open (directory, "openings.ndjson", "wb");
  SmaajobError error;

  for (unsigned i = 0; i < N; i++) {
    SmaajobCitizen *citizen = generate_citizen (words, i, SPREAD_TOWN);
    SmaajobOpening *opening = generate_opening (words, i, SPREAD_TOWN);
    char *said = smaajob_citizen_to_json (citizen, &error);
    char *asked = smaajob_opening_to_json (opening, &error);
    insist (said != NULL && asked != NULL, &error);
    fprintf (citizens, "%s\n", said);
    fprintf (openings, "%s\n", asked);
    smaajob_free (said);
    smaajob_free (asked);
    smaajob_citizen_free (citizen);
    smaajob_opening_free (opening);
  }
  fclose (citizens);
  fclose (openings);
}

static char *
file_read (const char *directory, const char *name, size_t *length)
{
  FILE *file = file_open (directory, name, "rb");
  char *text = malloc (MOST_BYTES);

  if (text == NULL)
    exit (1);
  *length = fread (text, 1, MOST_BYTES, file);
  fclose (file);
  return text;
}

static void
read_citizens (Bench *bench, const char *directory)
{
  size_t length, at = 0;
  char *text = file_read (directory, "citizens.ndjson", &length);
  SmaajobError error;

  for (size_t i = 0; i < N; i++) {
    const size_t line = (size_t) ((char *) memchr (text + at, '\n', length - at) - (text + at));
    bench->citizens[i] = smaajob_citizen_new_from_json (bench->words, text + at, line, &error);
    insist (bench->citizens[i] != NULL, &error);
    at += line + 1;
  }
  bench->caseload = smaajob_caseload_new_from_ndjson (bench->words, text, length, &error);
  insist (bench->caseload != NULL, &error);
  free (text);
}

static void
read_openings (Bench *bench, const char *directory)
{
  size_t length, at = 0;
  char *text = file_read (directory, "openings.ndjson", &length);
  SmaajobError error;

  for (size_t i = 0; i < N; i++) {
    const size_t line = (size_t) ((char *) memchr (text + at, '\n', length - at) - (text + at));
    bench->openings[i] = smaajob_opening_new_from_json (bench->words, text + at, line, &error);
    insist (bench->openings[i] != NULL, &error);
    at += line + 1;
  }
  bench->market = smaajob_market_new_from_ndjson (bench->words, text, length, &error);
  insist (bench->market != NULL, &error);
  free (text);
}

static uint64_t
get (Bench *bench)
{
  uint64_t sum = 0;

  for (size_t i = 0; i < GETS; i++)
    sum += smaajob_citizen_get_size_bytes (bench->citizens[i % N]);
  return sum;
}

static uint64_t
score (Bench *bench)
{
  SmaajobScore told;
  SmaajobError error;
  uint64_t sum = 0;

  for (size_t i = 0; i < N * N; i++) {
    const SmaajobPair pair = {bench->citizens[i / N], bench->openings[i % N], SMAAJOB_UNKNOWN};
    insist (smaajob_score (&pair, bench->policy, &told, &error), &error);
    sum += (uint64_t) (int64_t) told.score;
  }
  return sum;
}

static uint64_t
match (Bench *bench)
{
  SmaajobError error;
  uint64_t sum = 0;

  for (size_t i = 0; i < MATCHES; i++) {
    const SmaajobPair pair = {bench->citizens[i % N], bench->openings[i * 7 % N], SMAAJOB_UNKNOWN};
    SmaajobMatch *made = smaajob_match_new (&pair, bench->policy, &error);
    insist (made != NULL, &error);
    sum += smaajob_match_get_n_blockers (made);
    smaajob_match_free (made);
  }
  return sum;
}

static uint64_t
batch (Bench *bench)
{
  const SmaajobScoresOptions options = {.policy = bench->policy, .n = N, .threads = 1};
  SmaajobError error;
  uint64_t sum = 0;

  insist (smaajob_score_citizens (bench->caseload, bench->market, &options, bench->scores, &error),
          &error);
  for (size_t i = 0; i < N * N; i++)
    sum += (uint64_t) (int64_t) bench->scores[i].score;
  return sum;
}

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e9 + (double) time.tv_nsec;
}

/* The least of the rounds: what the machine did besides can only add. */
static void
measure (Bench *bench, const char *what, Round round, int n, unsigned rounds)
{
  double least = 0;
  uint64_t sum = round (bench);

  for (unsigned i = 0; i < rounds; i++) {
    const double before = now ();
    const uint64_t again = round (bench);
    const double took = now () - before;
    if (again != sum)
      exit (1);
    if (i == 0 || took < least)
      least = took;
  }
  printf ("{\"language\":\"C\",\"what\":\"%s\",\"ns\":%.1f,\"sum\":%lld}\n", what, least / n,
          (long long) sum);
}

int
main (int argc, char **argv)
{
  static Bench bench;
  SmaajobError error;
  unsigned rounds;

  bench.words = smaajob_vocabulary_new (&error);
  bench.policy = smaajob_policy_new (&error);
  insist (bench.words != NULL && bench.policy != NULL, &error);
  if (argc == 3 && strcmp (argv[1], "--documents") == 0) {
    write_documents (argv[2], bench.words);
    return 0;
  }
  rounds = argc == 3 ? (unsigned) atoi (argv[2]) : 0;
  if (rounds == 0)
    return 64;
  read_citizens (&bench, argv[1]);
  read_openings (&bench, argv[1]);
  measure (&bench, "get", get, GETS, rounds);
  measure (&bench, "score", score, N * N, rounds);
  measure (&bench, "match", match, MATCHES, rounds);
  measure (&bench, "batch", batch, N * N, rounds);
  return 0;
}
