/* SPDX-License-Identifier: Apache-2.0 */
/* What packed files cost: to make of documents, to open, to check, and in memory. Each in a process
   of its own, since the peak of one would hide that of the next.
     bench-packed CITIZENS.ndjson OPENINGS.ndjson FOLDER [VOCABULARY.json] */
#include <smaajob/smaajob.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define OPENED       21
#define PACKED       9
#define MOST_SECONDS 10 /* of packing again */

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

static double
now (void)
{
  return read_clock (CLOCK_MONOTONIC);
}

/* A line of /proc/self/status, in MB. */
static double
memory (const char *name)
{
  FILE *file = fopen ("/proc/self/status", "r");
  char line[256];
  double kilobytes = -1;

  while (file != NULL && fgets (line, sizeof line, file) != NULL)
    if (strncmp (line, name, strlen (name)) == 0 && line[strlen (name)] == ':')
      kilobytes = atof (line + strlen (name) + 1);
  if (file != NULL)
    fclose (file);
  return kilobytes * 1024 / 1e6;
}

static double
size_of (const char *path)
{
  struct stat found;

  return stat (path, &found) == 0 ? (double) found.st_size : -1;
}

static void
tell (const char *what, double measured, const char *unit)
{
  printf ("%-44s %12.1f %s\n", what, measured, unit);
}

static void
insist (bool done, const SmaajobError *error)
{
  if (done)
    return;
  fprintf (stderr, "bench-packed: %s\n", error->message);
  exit (EXIT_FAILURE);
}

/* What is measured of one kind of file. */
typedef struct {
  const char *name, *from, *to, *vocabulary; /* the last is NULL when it is the built-in one */
  bool citizens;
} Subject;

/* One of the two, and what it is of. */
typedef struct {
  SmaajobCaseload *caseload;
  SmaajobMarket *market;
  size_t n;
} Opened;

static Opened
open_file (const Subject *subject, SmaajobVocabulary *vocabulary)
{
  Opened opened = {NULL, NULL, 0};
  SmaajobError error;

  if (subject->citizens) {
    opened.caseload = smaajob_caseload_new_from_file (vocabulary, subject->to, &error);
    opened.n = smaajob_caseload_get_n_citizens (opened.caseload);
  } else {
    opened.market = smaajob_market_new_from_file (vocabulary, subject->to, &error);
    opened.n = smaajob_market_get_n_openings (opened.market);
  }
  insist (opened.caseload != NULL || opened.market != NULL, &error);
  return opened;
}

static void
close_file (const Opened *opened)
{
  smaajob_caseload_free (opened->caseload);
  smaajob_market_free (opened->market);
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Megabytes of documents in a second of processor time. */
static double
pack_once (const Subject *subject, SmaajobVocabulary *vocabulary)
{
  const SmaajobPackingOptions options = {NULL, NULL, NULL};
  SmaajobError error;
  double busy = read_clock (CLOCK_PROCESS_CPUTIME_ID);

  insist ((subject->citizens ? smaajob_caseload_pack_ndjson : smaajob_market_pack_ndjson) (
              vocabulary, subject->from, subject->to, &options, &error),
          &error);
  return size_of (subject->from) / 1e6 / (read_clock (CLOCK_PROCESS_CPUTIME_ID) - busy);
}

/* The first time the digest of the vocabulary is made, which it then keeps; and memory is of what
   is done once. */
static void
pack (const Subject *subject, SmaajobVocabulary *vocabulary)
{
  double begun = now (), rates[PACKED];
  int n = 0;

  tell ("packed, documents, of processor time, first", pack_once (subject, vocabulary), "MB/s");
  tell ("packed, until it is on the disk", now () - begun, "s");
  tell ("peak of memory while packing, in all", memory ("VmHWM"), "MB");
  for (begun = now (); n < PACKED && (n == 0 || now () - begun < MOST_SECONDS); n++)
    rates[n] = pack_once (subject, vocabulary);
  qsort (rates, (size_t) n, sizeof *rates, compare);
  tell ("packed again, median", rates[n / 2], "MB/s");
  tell ("packed again, slowest", rates[0], "MB/s");
}

static void
open_and_check (const Subject *subject, SmaajobVocabulary *vocabulary)
{
  SmaajobError error;
  double seconds[OPENED], begun, own = memory ("RssAnon"), mapped = memory ("RssFile");
  Opened opened = open_file (subject, vocabulary);
  const double n = (double) opened.n;

  tell ("objects", n, "");
  tell ("file", size_of (subject->to) / n, "bytes an object");
  tell ("memory of its own when open", 1e6 * (memory ("RssAnon") - own) / n, "bytes an object");
  tell ("mapped and looked at", 1e6 * (memory ("RssFile") - mapped) / n, "bytes an object");
  close_file (&opened);
  for (int i = 0; i < OPENED; i++) {
    begun = now ();
    opened = open_file (subject, vocabulary);
    close_file (&opened);
    seconds[i] = now () - begun;
  }
  qsort (seconds, OPENED, sizeof *seconds, compare);
  tell ("opened and closed, median", 1e3 * seconds[OPENED / 2], "ms");
  begun = now ();
  insist (smaajob_packed_check (vocabulary, subject->to, &error), &error);
  tell ("every object checked", 1e3 * (now () - begun), "ms");
}

static char *
read_file (const char *path, size_t *n)
{
  double size = size_of (path);
  FILE *file = size < 0 ? NULL : fopen (path, "rb");
  char *text = file == NULL ? NULL : malloc ((size_t) size + 1);

  *n = text == NULL ? 0 : fread (text, 1, (size_t) size, file);
  if (file != NULL)
    fclose (file);
  return text;
}

static SmaajobVocabulary *
read_vocabulary (const Subject *subject)
{
  SmaajobError error = {0};
  SmaajobVocabulary *base = smaajob_vocabulary_new (&error), *vocabulary;
  size_t n;
  char *text;

  insist (base != NULL, &error);
  if (subject->vocabulary == NULL)
    return base;
  text = read_file (subject->vocabulary, &n);
  vocabulary = smaajob_vocabulary_new_from_json (base, text, n, &error);
  insist (vocabulary != NULL, &error);
  free (text);
  smaajob_vocabulary_free (base);
  return vocabulary;
}

/* Memory is that of the process: so each has its own. */
static void
apart (void (*measure) (const Subject *, SmaajobVocabulary *), const Subject *subject)
{
  pid_t child;
  int status = 0;

  fflush (stdout);
  child = fork ();
  if (child == 0) {
    SmaajobVocabulary *vocabulary = read_vocabulary (subject);

    measure (subject, vocabulary);
    smaajob_vocabulary_free (vocabulary);
    exit (EXIT_SUCCESS);
  }
  if (child < 0 || waitpid (child, &status, 0) < 0 || status != 0)
    exit (EXIT_FAILURE);
}

int
main (int argc, char **argv)
{
  char caseload[4096], market[4096];

  if (argc != 4 && argc != 5) {
    fputs ("usage: bench-packed CITIZENS.ndjson OPENINGS.ndjson FOLDER [VOCABULARY.json]\n",
           stderr);
    return 64;
  }
  snprintf (caseload, sizeof caseload, "%s/caseload.packed", argv[3]);
  snprintf (market, sizeof market, "%s/market.packed", argv[3]);
  for (int i = 0; i < 2; i++) {
    const Subject subject = {.name = i == 0 ? "caseload" : "market",
                             .from = argv[1 + i],
                             .to = i == 0 ? caseload : market,
                             .vocabulary = argc == 5 ? argv[4] : NULL,
                             .citizens = i == 0};

    printf ("%s\n", subject.name);
    apart (pack, &subject);
    apart (open_and_check, &subject);
  }
  return 0;
}
