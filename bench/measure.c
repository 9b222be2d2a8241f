/* SPDX-License-Identifier: Apache-2.0 */
#define _POSIX_C_SOURCE 200809L
#include "measure.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#define MAX_RUNS 101

/* This program's malloc stands before the C library's, also for the libraries it loads. */
void *__libc_malloc (size_t size);
void *__libc_calloc (size_t n, size_t size);
void *__libc_realloc (void *memory, size_t size);

static atomic_uint_fast64_t allocations;

void *
malloc (size_t size)
{
  atomic_fetch_add_explicit (&allocations, 1, memory_order_relaxed);
  return __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  atomic_fetch_add_explicit (&allocations, 1, memory_order_relaxed);
  return __libc_calloc (n, size);
}

void *
realloc (void *memory, size_t size)
{
  atomic_fetch_add_explicit (&allocations, 1, memory_order_relaxed);
  return __libc_realloc (memory, size);
}

uint64_t
measure_allocations (void)
{
  return allocations;
}

static double
now (void)
{
  struct timespec time;

  /* Processor time: what others do on the machine meanwhile is not ours. */
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

static int
compare_seconds (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

double
measure_seconds (Work work, void *data, unsigned runs)
{
  double seconds[MAX_RUNS];

  runs = runs < MAX_RUNS ? runs : MAX_RUNS;
  work (data);
  for (unsigned i = 0; i < runs; i++) {
    double from = now ();

    work (data);
    seconds[i] = now () - from;
  }
  qsort (seconds, runs, sizeof *seconds, compare_seconds);
  return seconds[runs / 2];
}
