/* SPDX-License-Identifier: Apache-2.0 */
#ifndef POPULATION_DICE_H
#define POPULATION_DICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* splitmix64: whole numbers alone, so the same throws on every machine. */
typedef struct {
  uint64_t state;
} Dice;

/* Throws that depend on nothing but the seed, what is made, and its number. */
Dice dice_new (uint64_t seed, unsigned kind, uint64_t number);
unsigned dice_below (Dice *dice, unsigned n);
int dice_between (Dice *dice, int least, int most);
/* Two throws added up, in this order: C leaves the order of operands open. */
int dice_sum (Dice *dice, int least, int most, int extra);
bool dice_says (Dice *dice, unsigned percent);
/* 0 … n − 1, each as often as its weight says. */
unsigned dice_weighed (Dice *dice, const uint8_t *weights, unsigned n);
void dice_shuffle (Dice *dice, uint32_t *numbers, uint32_t n);

/* Zipf's law: of 0 … n − 1, i as often as 1 / (i + 1 + flatter). */
typedef struct {
  uint32_t n;
  uint64_t *sums;
} Zipf;

Zipf zipf_new (uint32_t n, uint32_t flatter);
void zipf_clear (Zipf *zipf);
uint32_t zipf_draw (const Zipf *zipf, Dice *dice);

#endif
