/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_FIXED_H
#define BASE_FIXED_H

#include <smaajob/error.h>

/* The arithmetic of the score: integers only, so that every machine gives the same bytes. */

/* How much is missing, in 2^-24; FIXED_ONE is everything. */
typedef uint32_t Shortfall;
#define FIXED_BITS 24
#define FIXED_ONE  (1u << FIXED_BITS)

/* −log2 of a factor, in 2^-20 (before any weight). */
typedef uint64_t Cost;

/* A cost as things stand (value), at worst (low) and at best (high). */
typedef struct {
  Cost low, value, high;
} CostBounds;

/* part / whole, rounded down; whole > 0, 0 <= part; FIXED_ONE when part >= whole. */
Shortfall shortfall_of (int64_t part, int64_t whole);
/* What share (thousandths, below 1000) of a shortfall costs: −log2 (1 − share·shortfall). */
Cost cost_of (int32_t share, Shortfall shortfall);
/* 2^(−cost / scale) in thousandths, rounded half up. */
int score_of (Cost cost, uint32_t scale);
/* Divide total into n parts in proportion to weights, in whole units that sum exactly: largest
   remainder, ties to the first. All weights 0: all parts 0. */
void apportion (int total, const uint64_t *weights, int *parts, size_t n);

#endif
