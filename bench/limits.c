/* SPDX-License-Identifier: Apache-2.0 */
/* What one thread can do here at the most: bytes a second that it reads of memory, of an array far
   larger than any cache, and instructions a second when each of them does nothing. Of each run, in
   processor time, the first not told. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BYTES       ((size_t) 256 << 20)
#define RUNS        15
#define TURNS       1000000
#define NOPS        128
#define TEXT(of)    #of
#define TEXT_OF(of) TEXT (of)

/* Of four bytes each, as instructions are on average: processors do not keep more than so many of a
   line of code at hand, and single bytes would be too many. */
#if defined __x86_64__
#define NOP "nopl 0(%rax)"
#else
#define NOP "nop"
#endif

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

/* Eight sums that do not wait for one another. */
static uint64_t
add_up (const uint64_t *words)
{
  uint64_t sums[8] = {0}, all = 0;

  for (size_t i = 0; i < BYTES / sizeof *words; i += 8)
    for (int j = 0; j < 8; j++)
      sums[j] += words[i + (size_t) j];
  for (int j = 0; j < 8; j++)
    all += sums[j];
  return all;
}

static double
bytes_a_second (void *words)
{
  const double from = now ();
  const uint64_t sum = add_up (words);

  return sum == 0 ? 0 : (double) BYTES / (now () - from);
}

static double
instructions_a_second (void *unused)
{
  const double from = now ();

  (void) unused;
  for (int i = 0; i < TURNS; i++)
    __asm__ volatile(".rept " TEXT_OF (NOPS) "\n\t" NOP "\n\t.endr");
  return (double) TURNS * NOPS / (now () - from);
}

static void
tell (const char *name, double (*rate) (void *data), void *data)
{
  printf ("\"%s\":[", name);
  for (int i = -1; i < RUNS; i++) {
    const double found = rate (data);

    if (i >= 0)
      printf ("%s%.0f", i == 0 ? "" : ",", found);
  }
  printf ("]");
}

int
main (void)
{
  uint64_t *words = malloc (BYTES);

  if (words == NULL)
    return EXIT_FAILURE;
  memset (words, 1, BYTES);
  printf ("{");
  tell ("bytes_a_second", bytes_a_second, words);
  printf (",");
  tell ("instructions_a_second", instructions_a_second, NULL);
  printf ("}\n");
  free (words);
  return EXIT_SUCCESS;
}
