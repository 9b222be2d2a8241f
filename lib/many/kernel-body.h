/* SPDX-License-Identifier: Apache-2.0 */
/* The arithmetic of many openings at once: see kernel.h. Each file that includes this one is
   compiled for one kind of processor, and names its kernel KERNEL and KERNEL_NAME. */
#include "many/kernel.h"

#include <stddef.h>
#include <string.h>

#if defined __AVX2__
#include <immintrin.h>
#elif defined __ARM_NEON
#include <arm_neon.h>
#endif

#define HALF  (KERNEL_LANES / 2)
#define FIRST static inline __attribute__ ((always_inline))

/* As many codes as fit in a vector; the compiler makes two of it where vectors are shorter. */
typedef uint8_t Lanes __attribute__ ((vector_size (32)));
typedef uint32_t Quads __attribute__ ((vector_size (32)));
typedef uint64_t Words __attribute__ ((vector_size (32)));

/* A number for each block of a group, or for so many openings. */
typedef float Numbers __attribute__ ((vector_size (4 * KERNEL_GROUP)));
typedef int32_t NumberBits __attribute__ ((vector_size (4 * KERNEL_GROUP)));

/* entries[code & 15] of each code below 16 or at least 128, of the latter 0; the sixteen entries
   stand there twice. */
FIRST void
look_up_entries (const Lanes *entries, const Lanes *codes, Lanes *found)
{
#if defined __AVX2__
  *found = (Lanes) _mm256_shuffle_epi8 ((__m256i) *entries, (__m256i) *codes);
#elif defined __ARM_NEON
  uint8_t table[32], bytes[32];

  memcpy (table, entries, 32);
  memcpy (bytes, codes, 32);
  vst1q_u8 (bytes, vqtbl1q_u8 (vld1q_u8 (table), vld1q_u8 (bytes)));
  vst1q_u8 (bytes + 16, vqtbl1q_u8 (vld1q_u8 (table), vld1q_u8 (bytes + 16)));
  memcpy (found, bytes, 32);
#else
  uint8_t table[32], bytes[32];

  memcpy (table, entries, 32);
  memcpy (bytes, codes, 32);
  for (int i = 0; i < 32; i++)
    bytes[i] = bytes[i] < 16 ? table[bytes[i]] : 0;
  memcpy (found, bytes, 32);
#endif
}

FIRST void
look_up (const uint8_t *table, const Lanes *codes, Lanes *found)
{
  Lanes entries;

#if defined __AVX2__
  entries = (Lanes) _mm256_broadcastsi128_si256 (_mm_loadu_si128 ((const void *) table));
#else
  memcpy (&entries, table, 16);
  memcpy ((char *) &entries + 16, table, 16);
#endif
  look_up_entries (&entries, codes, found);
}

/* The sum, 255 at the most. */
FIRST Lanes
add_saturated (Lanes a, Lanes b)
{
#if defined __AVX2__
  return (Lanes) _mm256_adds_epu8 ((__m256i) a, (__m256i) b);
#else
  const Lanes sum = a + b;

  return sum | (Lanes) (sum < a);
#endif
}

FIRST Lanes
at_most (Lanes lanes, uint8_t most)
{
  const Lanes all = lanes - lanes + most;
#if defined __AVX2__
  return (Lanes) _mm256_min_epu8 ((__m256i) lanes, (__m256i) all);
#else
  const Lanes over = (Lanes) (lanes > all);

  return (lanes & ~over) | (all & over);
#endif
}

FIRST Lanes
load (const uint8_t *bytes)
{
  Lanes lanes;

  memcpy (&lanes, bytes, sizeof lanes);
  return lanes;
}

FIRST void
store (uint8_t *bytes, const Lanes lanes)
{
  memcpy (bytes, &lanes, sizeof lanes);
}

/* What wide codes of half a block stand for. Where there are more than a table has, each is below
   16 in its own chunk alone; in every other it becomes at least 128. */
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

FIRST void
look_up_narrow (const KernelColumn *column, uint32_t block, Lanes found[2])
{
  const Lanes codes = load (column->codes + (uint64_t) block * HALF);
  const Lanes first = codes & 15, second = codes >> 4;

  look_up (column->table, &first, &found[0]);
  look_up (column->table, &second, &found[1]);
}

/* What the codes of a block stand for, in two halves. */
FIRST void
look_up_any (const KernelColumn *column, uint32_t block, Lanes found[2])
{
  const uint8_t *from = column->codes + (uint64_t) block * KERNEL_LANES;
  Lanes first, second;

  if (column->block_bytes == HALF) {
    look_up_narrow (column, block, found);
    return;
  }
  first = load (from);
  second = load (from + HALF);
  found[0] = look_up_wide (&first, column->n_chunks, column->table);
  found[1] = look_up_wide (&second, column->n_chunks, column->table);
}

FIRST void
add_states (const KernelColumn *columns, uint32_t n, uint32_t block, Lanes states[2])
{
  for (uint32_t k = 0; k < n; k++) {
    Lanes found[2];

    look_up_any (&columns[k], block, found);
    states[0] |= found[0];
    states[1] |= found[1];
  }
}

/* Bit 7 of each byte. */
FIRST uint64_t
bits_of (const uint8_t *bytes)
{
#if defined __AVX2__
  const uint32_t low = (uint32_t) _mm256_movemask_epi8 ((__m256i) load (bytes)),
                 high = (uint32_t) _mm256_movemask_epi8 ((__m256i) load (bytes + HALF));

  return (uint64_t) high << HALF | low;
#else
  uint64_t bits = 0;

  for (int i = 0; i < KERNEL_LANES; i += 8) {
    uint64_t eight;

    memcpy (&eight, bytes + i, sizeof eight);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64 (eight);
#endif
    bits |= ((eight >> 7 & 0x0101010101010101) * 0x0102040810204080 >> 56) << i;
  }
  return bits;
#endif
}

FIRST Numbers
load_numbers (const float *from)
{
  Numbers numbers;

  memcpy (&numbers, from, sizeof numbers);
  return numbers;
}

FIRST Numbers
greater_of (Numbers a, Numbers b)
{
#if defined __AVX2__
  return (Numbers) _mm256_max_ps ((__m256) a, (__m256) b);
#else
  const NumberBits first = a > b;

  return (Numbers) (((NumberBits) a & first) | ((NumberBits) b & ~first));
#endif
}

/* Which are above that, as bits. */
FIRST unsigned
find_above (Numbers numbers, float most)
{
#if defined __AVX2__
  return (unsigned) _mm256_movemask_ps (
      _mm256_cmp_ps ((__m256) numbers, _mm256_set1_ps (most), _CMP_GT_OQ));
#else
  unsigned bits = 0;

  for (int i = 0; i < KERNEL_GROUP; i++)
    bits |= (unsigned) (numbers[i] > most) << i;
  return bits;
#endif
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

/* Whose bit is set, of the two halves of a block. */
FIRST uint64_t
pick (const Lanes states[2], int bit)
{
  uint8_t bytes[KERNEL_LANES];

  store (bytes, states[0] << (7 - bit));
  store (bytes + HALF, states[1] << (7 - bit));
  return bits_of (bytes);
}

static void
look_up_blocks (const KernelColumn *columns, uint32_t n, const KernelBlocks *live, unsigned wanted,
                KernelStates *states)
{
  for (uint32_t i = 0; i < live->n; i++) {
    const uint32_t block = live->blocks[i];
    Lanes found[2] = {{0}};

    add_states (columns, n, block, found);
    for (int bit = 0; bit < KERNEL_STATES; bit++)
      states[block].bits[bit] = wanted >> bit & 1 ? pick (found, bit) : 0;
  }
}

/* 255 for each bit, of the two halves of a block. */
FIRST void
spread (uint64_t bits, Lanes spread[2])
{
  const Lanes bit = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128,
                     1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const Lanes low = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1,
                     2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3},
              high = low + 4;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  const uint64_t in_order = __builtin_bswap64 (bits);
#else
  const uint64_t in_order = bits;
#endif
  const Words words = {in_order, in_order, in_order, in_order};
  const Lanes bytes = (Lanes) words;
  Lanes found;

  look_up_entries (&bytes, &low, &found);
  spread[0] = (Lanes) ((found & bit) == bit);
  look_up_entries (&bytes, &high, &found);
  spread[1] = (Lanes) ((found & bit) == bit);
}

/* Of half a block, in units of the sum; 254 at the most. */
FIRST Lanes
weigh_half (const KernelSum *asked, const int16_t *competence)
{
  const int16_t most = asked->most;
  const int shift = asked->shift;
  uint8_t units[HALF];

  for (int i = 0; i < HALF; i++) {
    int16_t cost = competence[i] < 0 ? 0 : competence[i];

    cost = (int16_t) ((cost > most ? most : cost) >> shift);
    units[i] = (uint8_t) (cost > 254 ? 254 : cost);
  }
  return load (units);
}

/* Some entry of four for each opening of half a block. */
FIRST Lanes
choose (const uint8_t more[4], Lanes first, Lanes second)
{
  const Lanes which = (first & 1) | (second & 2);
  uint32_t four;
  Lanes entries, found;

  memcpy (&four, more, sizeof four);
  entries = (Lanes) (Quads){four, four, four, four, four, four, four, four};
  look_up_entries (&entries, &which, &found);
  return found;
}

FIRST void
raise_block (const KernelRaise *raise, uint32_t block, Lanes totals[2])
{
  Lanes first[2], second[2];

  spread (raise->first[block * raise->stride], first);
  spread (raise->second[block * raise->stride], second);
  totals[0] = add_saturated (totals[0], choose (raise->more, first[0], second[0]));
  totals[1] = add_saturated (totals[1], choose (raise->more, first[1], second[1]));
}

/* What the codes of a block cost. */
FIRST void
add_costs (const KernelSum *asked, uint32_t block, Lanes costs[2])
{
  Lanes found[2];

  for (uint32_t k = 0; k < asked->n_narrow; k++) {
    look_up_narrow (&asked->costing[k], block, found);
    costs[0] = add_saturated (costs[0], found[0]);
    costs[1] = add_saturated (costs[1], found[1]);
  }
  for (uint32_t k = asked->n_narrow; k < asked->n_costing; k++) {
    look_up_any (&asked->costing[k], block, found);
    costs[0] = add_saturated (costs[0], found[0]);
    costs[1] = add_saturated (costs[1], found[1]);
  }
  costs[0] = at_most (costs[0], asked->most_of_codes);
  costs[1] = at_most (costs[1], asked->most_of_codes);
}

/* 255 for each opening that is. */
FIRST void
find_closed (const KernelSum *asked, uint32_t block, Lanes closed[2])
{
  const Lanes none = {0}, out = none + (uint8_t) asked->out;
  Lanes found[2] = {{0}};

  spread (~asked->open[block], closed);
  add_states (asked->closing, asked->n_closing, block, found);
  closed[0] |= (Lanes) ((found[0] & out) != none);
  closed[1] |= (Lanes) ((found[1] & out) != none);
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
    Lanes both[2] = {{0}}, closed[2];

    add_costs (asked, block, both);
    if (asked->competence != NULL) {
      both[0] = add_saturated (both[0], weigh_half (asked, asked->competence + at));
      both[1] = add_saturated (both[1], weigh_half (asked, asked->competence + at + HALF));
    }
    for (uint32_t k = 0; k < asked->n_raises; k++)
      raise_block (&asked->raises[k], block, both);
    find_closed (asked, block, closed);
    store (totals + at, at_most (both[0], 254) | closed[0]);
    store (totals + at + HALF, at_most (both[1], 254) | closed[1]);
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
