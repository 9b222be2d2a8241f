/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stddef.h>
#include <stdint.h>

/* How often memory has been asked for in this process, by whomever. */
uint64_t measure_allocations (void);

/* One run of the work that is measured. */
typedef void (*Work) (void *data);

/* Seconds of one run: the median of an odd number of runs, after one that is not counted. */
double measure_seconds (Work work, void *data, unsigned runs);

#endif
