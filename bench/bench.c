/* SPDX-License-Identifier: Apache-2.0 */
#include "generate.h"
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_SIDE   256 /* citizens, and openings: 65,536 pairs */
#define N_MATCH  32  /* of each, for the full match */
#define N_LARGE  (N_MATCH * N_MATCH)
#define N_LINES  (N_SIDE * 16) /* of citizens, and of openings */
#define ID_BYTES 24

/* What everything is measured on. */
typedef struct {
  SmaajobVocabulary *vocabulary;
  SmaajobPolicy *policy;
  SmaajobCitizen *citizens[N_SIDE];
  SmaajobOpening *openings[N_SIDE];
  char *citizen_texts[N_SIDE];
  char *opening_texts[N_SIDE];
  char *citizen_lines, *opening_lines; /* NDJSON, N_LINES each */
  SmaajobMatch *large[N_LARGE];        /* with openings of many tasks */
  size_t verdicts[4];
} Stage;

/* One figure, of so many pairs or documents, with the promise it stands beside; below is whether
   less is better. */
typedef struct {
  const char *what;
  unsigned of;
  const char *unit;
  double figure;
  double promise;
  bool below;
} Figure;

static void
match_large (Stage *stage)
{
  SmaajobError error;

  for (unsigned o = 0; o < N_MATCH; o++) {
    SmaajobOpening *opening = generate_large_opening (stage->vocabulary, o);

    for (unsigned c = 0; c < N_MATCH; c++) {
      SmaajobPair pair = {stage->citizens[c], opening, SMAAJOB_UNKNOWN};
      SmaajobMatch *match = smaajob_match_new (&pair, stage->policy, &error);

      insist (match != NULL, &error);
      stage->large[o * N_MATCH + c] = match;
    }
    smaajob_opening_free (opening);
  }
}

/* Every document many times, each time with another id: "id" is the second member of all. */
static char *
write_lines (char *const *texts)
{
  size_t size = 1;
  char *lines, *to;

  for (unsigned i = 0; i < N_LINES; i++)
    size += strlen (texts[i % N_SIDE]) + ID_BYTES;
  to = lines = malloc (size);
  for (unsigned i = 0; i < N_LINES; i++) {
    const char *text = texts[i % N_SIDE], *id = strstr (text, "\"id\":\"") + 6;

    to += sprintf (to, "%.*s%u-%s\n", (int) (id - text), text, i, id);
  }
  return lines;
}

static void
stage_open (Stage *stage)
{
  SmaajobError error;

  memset (stage, 0, sizeof *stage);
  stage->vocabulary = smaajob_vocabulary_new (&error);
  insist (stage->vocabulary != NULL, &error);
  stage->policy = smaajob_policy_new (&error);
  insist (stage->policy != NULL, &error);
  for (unsigned i = 0; i < N_SIDE; i++) {
    stage->citizens[i] = generate_citizen (stage->vocabulary, i, SPREAD_TOWN);
    stage->openings[i] = generate_opening (stage->vocabulary, i, SPREAD_TOWN);
    stage->citizen_texts[i] = smaajob_citizen_to_json (stage->citizens[i], &error);
    insist (stage->citizen_texts[i] != NULL, &error);
    stage->opening_texts[i] = smaajob_opening_to_json (stage->openings[i], &error);
    insist (stage->opening_texts[i] != NULL, &error);
  }
  stage->citizen_lines = write_lines (stage->citizen_texts);
  stage->opening_lines = write_lines (stage->opening_texts);
  match_large (stage);
}

static void
stage_close (Stage *stage)
{
  for (unsigned i = 0; i < N_SIDE; i++) {
    smaajob_citizen_free (stage->citizens[i]);
    smaajob_opening_free (stage->openings[i]);
    smaajob_free (stage->citizen_texts[i]);
    smaajob_free (stage->opening_texts[i]);
  }
  free (stage->citizen_lines);
  free (stage->opening_lines);
  for (unsigned i = 0; i < N_LARGE; i++)
    smaajob_match_free (stage->large[i]);
  smaajob_policy_free (stage->policy);
  smaajob_vocabulary_free (stage->vocabulary);
}

static void
score_all (void *data)
{
  Stage *stage = data;
  SmaajobScore score;
  SmaajobError error;

  memset (stage->verdicts, 0, sizeof stage->verdicts);
  for (unsigned c = 0; c < N_SIDE; c++)
    for (unsigned o = 0; o < N_SIDE; o++) {
      SmaajobPair pair = {stage->citizens[c], stage->openings[o], SMAAJOB_UNKNOWN};

      insist (smaajob_score (&pair, stage->policy, &score, &error), &error);
      stage->verdicts[score.verdict]++;
    }
}

static void
match_some (void *data)
{
  const Stage *stage = data;
  SmaajobError error;

  for (unsigned c = 0; c < N_MATCH; c++)
    for (unsigned o = 0; o < N_MATCH; o++) {
      SmaajobPair pair = {stage->citizens[c], stage->openings[o], SMAAJOB_UNKNOWN};
      SmaajobMatch *match = smaajob_match_new (&pair, stage->policy, &error);

      insist (match != NULL, &error);
      smaajob_match_free (match);
    }
}

static void
match_and_write_some (void *data)
{
  const Stage *stage = data;
  SmaajobError error;

  for (unsigned c = 0; c < N_MATCH; c++)
    for (unsigned o = 0; o < N_MATCH; o++) {
      SmaajobPair pair = {stage->citizens[c], stage->openings[o], SMAAJOB_UNKNOWN};
      SmaajobMatch *match = smaajob_match_new (&pair, stage->policy, &error);
      char *json;

      insist (match != NULL, &error);
      json = smaajob_match_to_json (match, &error);
      insist (json != NULL, &error);
      smaajob_free (json);
      smaajob_match_free (match);
    }
}

static void
ask (void *data)
{
  SmaajobError error;
  SmaajobQuestions *questions = smaajob_questions_new (data, &error);

  insist (questions != NULL, &error);
  smaajob_questions_free (questions);
}

static void
find_levers (void *data)
{
  SmaajobError error;
  SmaajobLevers *levers = smaajob_levers_new (data, &error);

  insist (levers != NULL, &error);
  smaajob_levers_free (levers);
}

static void
write_match (void *data)
{
  SmaajobError error;
  char *json = smaajob_match_to_json (data, &error);

  insist (json != NULL, &error);
  smaajob_free (json);
}

static void
ask_all (void *data)
{
  for (unsigned i = 0; i < N_LARGE; i++)
    ask (((Stage *) data)->large[i]);
}

static void
find_all_levers (void *data)
{
  for (unsigned i = 0; i < N_LARGE; i++)
    find_levers (((Stage *) data)->large[i]);
}

static void
write_all (void *data)
{
  for (unsigned i = 0; i < N_LARGE; i++)
    write_match (((Stage *) data)->large[i]);
}

/* Seconds that the match takes for which they are most. */
static double
slowest (Work work, Stage *stage)
{
  double most = 0;

  for (unsigned i = 0; i < N_LARGE; i++) {
    double seconds = measure_seconds (work, stage->large[i], 3);

    most = seconds > most ? seconds : most;
  }
  return most;
}

static void
read_citizens (void *data)
{
  const Stage *stage = data;
  SmaajobError error;

  for (unsigned i = 0; i < N_SIDE; i++) {
    const char *text = stage->citizen_texts[i];
    SmaajobCitizen *citizen =
        smaajob_citizen_new_from_json (stage->vocabulary, text, strlen (text), &error);

    insist (citizen != NULL, &error);
    smaajob_citizen_free (citizen);
  }
}

static void
read_openings (void *data)
{
  const Stage *stage = data;
  SmaajobError error;

  for (unsigned i = 0; i < N_SIDE; i++) {
    const char *text = stage->opening_texts[i];
    SmaajobOpening *opening =
        smaajob_opening_new_from_json (stage->vocabulary, text, strlen (text), &error);

    insist (opening != NULL, &error);
    smaajob_opening_free (opening);
  }
}

static void
load_citizens (void *data)
{
  const Stage *stage = data;
  const char *lines = stage->citizen_lines;
  SmaajobError error;
  SmaajobCaseload *caseload =
      smaajob_caseload_new_from_ndjson (stage->vocabulary, lines, strlen (lines), &error);

  insist (caseload != NULL, &error);
  smaajob_caseload_free (caseload);
}

static void
load_openings (void *data)
{
  const Stage *stage = data;
  const char *lines = stage->opening_lines;
  SmaajobError error;
  SmaajobMarket *market =
      smaajob_market_new_from_ndjson (stage->vocabulary, lines, strlen (lines), &error);

  insist (market != NULL, &error);
  smaajob_market_free (market);
}

static double
megabytes (char *const *texts)
{
  size_t bytes = 0;

  for (unsigned i = 0; i < N_SIDE; i++)
    bytes += strlen (texts[i]);
  return 1e-6 * (double) bytes;
}

static double
allocations_of (Work work, Stage *stage)
{
  uint64_t before = measure_allocations ();

  work (stage);
  return (double) (measure_allocations () - before);
}

static double
largest_citizen (const Stage *stage)
{
  size_t largest = 0;

  for (unsigned i = 0; i < N_SIDE; i++) {
    size_t size = smaajob_citizen_get_size_bytes (stage->citizens[i]);

    largest = size > largest ? size : largest;
  }
  return (double) largest;
}

static double
largest_opening (const Stage *stage)
{
  size_t largest = 0;

  for (unsigned i = 0; i < N_SIDE; i++) {
    size_t size = smaajob_opening_get_size_bytes (stage->openings[i]);

    largest = size > largest ? size : largest;
  }
  return (double) largest;
}

static void
print_text (const Stage *stage, const Figure *figures, size_t n)
{
  printf ("%-28s %12s %-8s %s\n", "what", "measured", "unit", "promise");
  for (size_t i = 0; i < n; i++) {
    const Figure *f = &figures[i];

    printf ("%-28s %12.1f %-8s", f->what, f->figure, f->unit);
    if (f->promise >= 0)
      printf (" %s %g: %s", f->below ? "at most" : "at least", f->promise,
              (f->below ? f->figure <= f->promise : f->figure >= f->promise) ? "kept" : "NOT KEPT");
    printf ("\n");
  }
  printf ("verdicts of the pairs:");
  for (int v = 0; v < 4; v++)
    printf (" %s %.0f %%", smaajob_verdict_get_name ((SmaajobVerdict) v),
            100.0 * (double) stage->verdicts[v] / (N_SIDE * N_SIDE));
  printf ("\n");
}

static void
print_json (const Figure *figures, size_t n)
{
  printf ("{\"version\":\"%s\",\"figures\":[", smaajob_get_version ());
  for (size_t i = 0; i < n; i++)
    printf ("%s{\"what\":\"%s\",\"of\":%u,\"unit\":\"%s\",\"figure\":%.3f}", i > 0 ? "," : "",
            figures[i].what, figures[i].of, figures[i].unit, figures[i].figure);
  printf ("]}\n");
}

int
main (int argc, char **argv)
{
  bool json = argc == 2 && strcmp (argv[1], "--json") == 0;
  Stage stage;

  if (argc > 1 && !json) {
    fprintf (stderr, "usage: bench [--json]\n");
    return 64;
  }
  stage_open (&stage);
  {
    const double pairs = (double) N_SIDE * N_SIDE, some = (double) N_MATCH * N_MATCH;
    const Figure figures[] = {
        {"score", N_SIDE * N_SIDE, "ns/pair", 1e9 / pairs * measure_seconds (score_all, &stage, 15),
         600, true},
        {"score allocations", N_SIDE * N_SIDE, "in all", allocations_of (score_all, &stage), 0,
         true},
        {"match", N_LARGE, "us/pair", 1e6 / some * measure_seconds (match_some, &stage, 15), 30,
         true},
        {"match and write JSON", N_LARGE, "us/pair",
         1e6 / some * measure_seconds (match_and_write_some, &stage, 15), -1, true},
        {"questions", N_LARGE, "us/pair", 1e6 / N_LARGE * measure_seconds (ask_all, &stage, 5), -1,
         true},
        {"questions, slowest pair", N_LARGE, "us", 1e6 * slowest (ask, &stage), -1, true},
        {"levers", N_LARGE, "us/pair", 1e6 / N_LARGE * measure_seconds (find_all_levers, &stage, 5),
         1000, true},
        {"levers, slowest pair", N_LARGE, "us", 1e6 * slowest (find_levers, &stage), 1000, true},
        {"write a match with advice", N_LARGE, "us/pair",
         1e6 / N_LARGE * measure_seconds (write_all, &stage, 5), -1, true},
        {"read citizens", N_SIDE, "MB/s",
         megabytes (stage.citizen_texts) / measure_seconds (read_citizens, &stage, 25), 60, false},
        {"read openings", N_SIDE, "MB/s",
         megabytes (stage.opening_texts) / measure_seconds (read_openings, &stage, 25), 60, false},
        {"load citizens, NDJSON", N_LINES, "MB/s",
         1e-6 * (double) strlen (stage.citizen_lines) / measure_seconds (load_citizens, &stage, 5),
         120, false},
        {"load openings, NDJSON", N_LINES, "MB/s",
         1e-6 * (double) strlen (stage.opening_lines) / measure_seconds (load_openings, &stage, 5),
         120, false},
        {"citizen object, largest", N_SIDE, "bytes", largest_citizen (&stage), 2048, true},
        {"opening object, largest", N_SIDE, "bytes", largest_opening (&stage), 2048, true},
        {"citizen document, mean", N_SIDE, "bytes", 1e6 * megabytes (stage.citizen_texts) / N_SIDE,
         -1, true},
        {"opening document, mean", N_SIDE, "bytes", 1e6 * megabytes (stage.opening_texts) / N_SIDE,
         -1, true},
    };
    const size_t n = sizeof figures / sizeof *figures;

    json ? print_json (figures, n) : print_text (&stage, figures, n);
    stage_close (&stage);
    return figures[1].figure > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
  }
}
