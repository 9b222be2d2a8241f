/* SPDX-License-Identifier: Apache-2.0 */
/* How fast memory can be read here by one thread: bytes of an array far larger than any cache,
   summed. Bytes a second of each run, the first not told. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BYTES ((size_t) 256 << 20)
#define RUNS  7

static double
now (void)
{
  struct timespec time;

  timespec_get (&time, TIME_UTC);
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

int
main (void)
{
  uint64_t *words = malloc (BYTES), all = 0;

  if (words == NULL)
    return EXIT_FAILURE;
  memset (words, 1, BYTES);
  printf ("[");
  for (int i = -1; i < RUNS; i++) {
    double from = now ();

    all += add_up (words);
    if (i >= 0)
      printf ("%s%.0f", i == 0 ? "" : ",", (double) BYTES / (now () - from));
  }
  printf ("]\n");
  free (words);
  return all == 0;
}
