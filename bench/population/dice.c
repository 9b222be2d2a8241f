/* SPDX-License-Identifier: Apache-2.0 */
#include "dice.h"

#include <glib.h>

static uint64_t
mix (uint64_t z)
{
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

static uint64_t throw (Dice * dice)
{
  return mix (dice->state += 0x9e3779b97f4a7c15u);
}

Dice
dice_new (uint64_t seed, unsigned kind, uint64_t number)
{
  return (Dice){mix (mix (seed + 0x9e3779b97f4a7c15u) ^ (number << 4 | kind))};
}

unsigned
dice_below (Dice *dice, unsigned n)
{
  return (unsigned) ((throw (dice) >> 32) * n >> 32);
}

int
dice_between (Dice *dice, int least, int most)
{
  return least + (int) dice_below (dice, (unsigned) (most - least + 1));
}

int
dice_sum (Dice *dice, int least, int most, int extra)
{
  int sum = dice_between (dice, least, most);

  return sum + dice_between (dice, 0, extra);
}

bool
dice_says (Dice *dice, unsigned percent)
{
  return dice_below (dice, 100) < percent;
}

unsigned
dice_weighed (Dice *dice, const uint8_t *weights, unsigned n)
{
  unsigned all = 0, i = 0, thrown;

  for (unsigned j = 0; j < n; j++)
    all += weights[j];
  for (thrown = dice_below (dice, all); thrown >= weights[i]; i++)
    thrown -= weights[i];
  return i;
}

void
dice_shuffle (Dice *dice, uint32_t *numbers, uint32_t n)
{
  for (uint32_t i = n; i > 1; i--) {
    uint32_t other = dice_below (dice, i), kept = numbers[i - 1];

    numbers[i - 1] = numbers[other];
    numbers[other] = kept;
  }
}

Zipf
zipf_new (uint32_t n, uint32_t flatter)
{
  Zipf zipf = {n, g_new (uint64_t, n)};
  uint64_t sum = 0;

  for (uint32_t i = 0; i < n; i++)
    zipf.sums[i] = sum += ((uint64_t) 1 << 32) / (i + 1 + flatter);
  return zipf;
}

void
zipf_clear (Zipf *zipf)
{
  g_free (zipf->sums);
}

uint32_t
zipf_draw (const Zipf *zipf, Dice *dice)
{
  uint64_t thrown = throw (dice) % zipf->sums[zipf->n - 1];
  uint32_t low = 0, high = zipf->n - 1;

  while (low < high) {
    uint32_t middle = low + (high - low) / 2;

    if (thrown < zipf->sums[middle])
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}
