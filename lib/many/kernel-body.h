/* SPDX-License-Identifier: Apache-2.0 */
/* The arithmetic of many openings at once: see kernel.h. Each file that includes this one is
   compiled for one kind of processor, and names its kernel KERNEL and KERNEL_NAME. */
#include "many/kernel-lanes.h"

#include <stddef.h>

/* What wide codes stand for. Where there are more than a table has, each is below 16 in its own
   chunk alone; in every other it becomes at least 128. */
FIRST Lanes
look_up_wide (const Lanes *codes, uint32_t n_chunks, const uint8_t *table)
{
  Lanes sum = *codes ^ *codes;

  for (uint32_t i = 0; i < n_chunks; i++) {
    Lanes here = *codes - (uint8_t) (16 * i), found;

    here |= (Lanes) (here > 15);
    look_up (table + 16 * i, &here, &found);
    sum |= found;
  }
  return sum;
}

/* What the codes of a block stand for. */
FIRST void
look_up_any (const KernelColumn *column, uint32_t block, Lanes found[VECTORS])
{
  const uint8_t *from = column->codes + (uint64_t) block * column->block_bytes;

  if (column->block_bytes == HALF) {
    look_up_narrow (column->table, from, found);
    return;
  }
  for (int i = 0; i < VECTORS; i++) {
    const Lanes codes = load (from + i * WIDTH);

    found[i] = look_up_wide (&codes, column->n_chunks, column->table);
  }
}

FIRST void
add_states (const KernelColumn *columns, uint32_t n, uint32_t block, Lanes states[VECTORS])
{
  for (uint32_t k = 0; k < n; k++) {
    Lanes found[VECTORS];

    look_up_any (&columns[k], block, found);
    for (int i = 0; i < VECTORS; i++)
      states[i] |= found[i];
  }
}

static void
judge (const float (*least)[KERNEL_GROUP], const float (*most)[KERNEL_GROUP],
       const KernelTrip *trip, unsigned *near, unsigned *far)
{
  Numbers nearest = {0}, farthest = {0};

  for (int axis = 0; axis < 3; axis++) {
    const Numbers below = load_numbers (least[axis]) - trip->home[axis],
                  above = trip->home[axis] - load_numbers (most[axis]),
                  beside = greater_of (greater_of (below, above), (Numbers){0}),
                  beyond = greater_of (-below, -above);

    nearest += beside * beside;
    farthest += beyond * beyond;
  }
  *near = ~find_above (farthest, trip->near) & ((1u << KERNEL_GROUP) - 1);
  *far = find_above (nearest, trip->far);
}

static void
measure (const float (*places)[KERNEL_LANES], const KernelTrip *trip, uint64_t *far,
         uint64_t *unsure)
{
  uint64_t beyond = 0;

  *far = 0;
  for (int i = 0; i < KERNEL_LANES; i += KERNEL_GROUP) {
    const Numbers x = load_numbers (places[0] + i) - trip->home[0],
                  y = load_numbers (places[1] + i) - trip->home[1],
                  z = load_numbers (places[2] + i) - trip->home[2], square = x * x + y * y + z * z;

    *far |= (uint64_t) find_above (square, trip->far) << i;
    beyond |= (uint64_t) find_above (square, trip->near) << i;
  }
  *unsure = beyond & ~*far;
}

/* Whose bit is set. */
FIRST uint64_t
pick (const Lanes states[VECTORS], int bit)
{
  uint8_t bytes[KERNEL_LANES];

  for (int i = 0; i < VECTORS; i++)
    store (bytes + i * WIDTH, states[i] << (7 - bit));
  return bits_of (bytes);
}

static void
look_up_blocks (const KernelColumn *columns, uint32_t n, const KernelBlocks *live, unsigned wanted,
                KernelStates *states)
{
  for (uint32_t i = 0; i < live->n; i++) {
    const uint32_t block = live->blocks[i];
    Lanes found[VECTORS] = {{0}};

    add_states (columns, n, block, found);
    for (int bit = 0; bit < KERNEL_STATES; bit++)
      states[block].bits[bit] = wanted >> bit & 1 ? pick (found, bit) : 0;
  }
}

/* Of WIDTH openings, in units of the sum; 254 at the most. */
FIRST Lanes
weigh_units (const KernelSum *asked, const int16_t *competence)
{
  const int16_t most = asked->most;
  const int shift = asked->shift;
  uint8_t units[WIDTH];

  for (int i = 0; i < WIDTH; i++) {
    int16_t cost = competence[i] < 0 ? 0 : competence[i];

    cost = (int16_t) ((cost > most ? most : cost) >> shift);
    units[i] = (uint8_t) (cost > 254 ? 254 : cost);
  }
  return load (units);
}

/* Some entry of four for each opening. */
FIRST Lanes
choose (const uint8_t more[4], Lanes first, Lanes second)
{
  const Lanes which = (first & 1) | (second & 2);
  uint32_t four;
  Lanes entries, found;

  memcpy (&four, more, sizeof four);
  entries = (Lanes) ((Quads){0} + four);
  look_up_entries (&entries, &which, &found);
  return found;
}

FIRST void
raise_block (const KernelRaise *raise, uint32_t block, Lanes totals[VECTORS])
{
  Lanes first[VECTORS], second[VECTORS];

  spread (raise->first[block * raise->stride], first);
  spread (raise->second[block * raise->stride], second);
  for (int i = 0; i < VECTORS; i++)
    totals[i] = add_saturated (totals[i], choose (raise->more, first[i], second[i]));
}

/* What the codes of a block cost. */
FIRST void
add_costs (const KernelSum *asked, uint32_t block, Lanes costs[VECTORS])
{
  Lanes found[VECTORS];

  for (uint32_t k = 0; k < asked->n_narrow; k++) {
    const KernelColumn *column = &asked->costing[k];

    look_up_narrow (column->table, column->codes + (uint64_t) block * HALF, found);
    for (int i = 0; i < VECTORS; i++)
      costs[i] = add_saturated (costs[i], found[i]);
  }
  for (uint32_t k = asked->n_narrow; k < asked->n_costing; k++) {
    look_up_any (&asked->costing[k], block, found);
    for (int i = 0; i < VECTORS; i++)
      costs[i] = add_saturated (costs[i], found[i]);
  }
  for (int i = 0; i < VECTORS; i++)
    costs[i] = at_most (costs[i], asked->most_of_codes);
}

/* 255 for each opening that is. */
FIRST void
find_closed (const KernelSum *asked, uint32_t block, Lanes closed[VECTORS])
{
  const Lanes none = {0}, out = none + (uint8_t) asked->out;
  Lanes found[VECTORS] = {{0}};

  spread (~asked->open[block], closed);
  add_states (asked->closing, asked->n_closing, block, found);
  for (int i = 0; i < VECTORS; i++)
    closed[i] |= (Lanes) ((found[i] & out) != none);
}

FIRST uint8_t
least_of (const uint8_t *totals)
{
  uint8_t least = 255;

  for (int i = 0; i < KERNEL_LANES; i++)
    least = totals[i] < least ? totals[i] : least;
  return least;
}

static void
sum_blocks (const KernelSum *asked, const KernelBlocks *live, uint8_t *totals, uint8_t *least)
{
  for (uint32_t i = 0; i < live->n; i++) {
    const uint32_t block = live->blocks[i];
    const size_t at = (size_t) block * KERNEL_LANES;
    Lanes sums[VECTORS] = {{0}}, closed[VECTORS];

    add_costs (asked, block, sums);
    for (int k = 0; k < VECTORS && asked->competence != NULL; k++)
      sums[k] = add_saturated (sums[k], weigh_units (asked, asked->competence + at + k * WIDTH));
    for (uint32_t k = 0; k < asked->n_raises; k++)
      raise_block (&asked->raises[k], block, sums);
    find_closed (asked, block, closed);
    for (int k = 0; k < VECTORS; k++)
      store (totals + at + k * WIDTH, at_most (sums[k], 254) | closed[k]);
    least[block] = least_of (totals + at);
  }
}

static uint64_t
find (const uint8_t *totals, uint8_t most)
{
  uint8_t found[KERNEL_LANES];

  for (int i = 0; i < KERNEL_LANES; i++)
    found[i] = totals[i] <= most ? 255 : 0;
  return bits_of (found);
}

static uint32_t
count (const uint64_t *words, uint32_t n)
{
  uint32_t bits = 0;

  for (uint32_t i = 0; i < n; i++)
    bits += (uint32_t) __builtin_popcountll (words[i]);
  return bits;
}

/* To count takes as long as a few planes. */
#define PLANES_AT_ONCE 4

static void
strike (const uint64_t (*planes)[KERNEL_GROUP], const KernelPlanes *asked, unsigned few,
        uint64_t left[KERNEL_GROUP])
{
  uint64_t own[KERNEL_GROUP];

  memcpy (own, left, sizeof own);
  for (uint32_t i = 0; i < asked->n && count (own, KERNEL_GROUP) > few; i += PLANES_AT_ONCE)
    for (uint32_t k = i; k < i + PLANES_AT_ONCE && k < asked->n; k++)
      for (int block = 0; block < KERNEL_GROUP; block++)
        own[block] &= ~planes[asked->numbers[k]][block];
  memcpy (left, own, sizeof own);
}

static uint64_t
find_within (const uint8_t *totals, const uint16_t *bars, int coarser, uint16_t base)
{
  uint8_t found[KERNEL_LANES];

  for (int i = 0; i < KERNEL_LANES; i++) {
    const uint16_t total = (uint16_t) (totals[i] << coarser), room = (uint16_t) (bars[i] - base);

    found[i] = ((bars[i] >= base) & (total <= room)) | (bars[i] == KERNEL_NO_BAR) ? 255 : 0;
  }
  return bits_of (found);
}

const Kernel KERNEL = {KERNEL_NAME, look_up_blocks, judge,  measure,    sum_blocks,
                       find,        count,          strike, find_within};
