/* SPDX-License-Identifier: Apache-2.0 */
#include "base/fixed.h"

#include "fixed-tables.h"

#define COST_BITS          20
#define INTERPOLATION_BITS (FIXED_BITS - 8)

Shortfall
shortfall_of (int64_t part, int64_t whole)
{
  return part >= whole ? FIXED_ONE : (Shortfall) ((part << FIXED_BITS) / whole);
}

/* 2^20 · log2 (m / 2^24) for 2^24 <= m < 2^25: the table at the first 8 bits, linear between. */
static uint32_t
logarithm_of (uint32_t m)
{
  uint32_t i = (m - FIXED_ONE) >> INTERPOLATION_BITS;
  uint64_t rest = m & ((1u << INTERPOLATION_BITS) - 1);

  return logarithms[i] +
         (uint32_t) (((logarithms[i + 1] - logarithms[i]) * rest) >> INTERPOLATION_BITS);
}

Cost
cost_of (int32_t share, Shortfall shortfall)
{
  uint64_t taken = (uint64_t) share * shortfall / 1000;
  uint32_t factor = FIXED_ONE - (uint32_t) taken;
  int halvings;

  if (taken == 0)
    return 0;
  halvings = __builtin_clz (factor) - (31 - FIXED_BITS);
  return ((Cost) halvings << COST_BITS) - logarithm_of (factor << halvings);
}

/* 1000 · 2^(−cost), right to within one: the table at the first 8 bits of the fraction, linear
 * between. */
static int
guess_score (uint32_t cost)
{
  uint32_t i = cost >> (COST_BITS - 8) & 0xff, rest = cost & ((1u << (COST_BITS - 8)) - 1);
  uint32_t power = powers[i] - ((powers[i] - powers[i + 1]) * rest >> (COST_BITS - 8));

  return (int) (((uint64_t) (power >> (cost >> COST_BITS)) * 1000 + (1u << (COST_BITS - 1))) >>
                COST_BITS);
}

__attribute__ ((noinline)) int
score_of (Cost cost, uint32_t scale)
{
  Cost mean = scale == 0 ? 0 : (cost + scale - 1) / scale;
  int score;

  if (mean > dearest[1])
    return 0;
  score = guess_score ((uint32_t) mean);
  while (score < 1000 && mean <= dearest[score + 1])
    score++;
  while (mean > dearest[score])
    score--;
  return score;
}

static size_t
largest_remainder (uint64_t total, uint64_t sum, const uint64_t *weights, const int *parts,
                   size_t n)
{
  size_t best = n;
  uint64_t most = 0;

  for (size_t i = 0; i < n; i++) {
    uint64_t whole = total * weights[i] / sum;
    uint64_t rest = total * weights[i] % sum;

    if (weights[i] > 0 && (uint64_t) parts[i] == whole && (best == n || rest > most)) {
      best = i;
      most = rest;
    }
  }
  return best;
}

void
apportion (int total, const uint64_t *weights, int *parts, size_t n)
{
  uint64_t sum = 0;
  int left = total;

  for (size_t i = 0; i < n; i++)
    sum += weights[i];
  for (size_t i = 0; i < n; i++) {
    parts[i] = sum == 0 ? 0 : (int) ((uint64_t) total * weights[i] / sum);
    left -= parts[i];
  }
  for (; sum > 0 && left > 0; left--)
    parts[largest_remainder ((uint64_t) total, sum, weights, parts, n)]++;
}
