/* SPDX-License-Identifier: Apache-2.0 */
/* The arithmetic of many openings at once: see kernel.h. Each file that includes this one is
   compiled for one kind of processor, and names its kernel KERNEL and KERNEL_NAME. */
#include "many/kernel.h"

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

/* table[code & 15] of each code below 16 or at least 128, of the latter 0. */
FIRST void
look_up (const uint8_t *table, const Lanes *codes, Lanes *found)
{
#if defined __AVX2__
  const __m256i both = _mm256_broadcastsi128_si256 (_mm_loadu_si128 ((const void *) table));

  *found = (Lanes) _mm256_shuffle_epi8 (both, (__m256i) *codes);
#elif defined __ARM_NEON
  uint8_t bytes[32];

  memcpy (bytes, codes, 32);
  vst1q_u8 (bytes, vqtbl1q_u8 (vld1q_u8 (table), vld1q_u8 (bytes)));
  vst1q_u8 (bytes + 16, vqtbl1q_u8 (vld1q_u8 (table), vld1q_u8 (bytes + 16)));
  memcpy (found, bytes, 32);
#else
  uint8_t bytes[32];

  memcpy (bytes, codes, 32);
  for (int i = 0; i < 32; i++)
    bytes[i] = bytes[i] < 16 ? table[bytes[i]] : 0;
  memcpy (found, bytes, 32);
#endif
}

/* The sum, 255 at the most. */
FIRST Lanes
add_saturated (Lanes a, Lanes b)
{
  const Lanes sum = a + b;

  return sum | (Lanes) (sum < a);
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

/* What the codes of a block stand for, in two halves. */
FIRST void
look_up_narrow (const uint8_t *codes, const uint8_t *table, Lanes found[2])
{
  const Lanes both = load (codes), low = both & 15, high = both >> 4;

  look_up (table, &low, &found[0]);
  look_up (table, &high, &found[1]);
}

/* A code is below 16 in its own chunk alone; in every other it becomes at least 128. */
FIRST Lanes
look_up_wide (const uint8_t *codes, const KernelColumn *column)
{
  const Lanes all = load (codes);
  Lanes sum = all ^ all;

  for (uint32_t i = 0; i < column->n_chunks; i++) {
    Lanes here = all - (uint8_t) (16 * i), found;

    here |= (Lanes) (here > 15);
    look_up (column->table + 16 * i, &here, &found);
    sum |= found;
  }
  return sum;
}

FIRST void
look_up_block (const KernelColumn *column, uint32_t block, Lanes found[2])
{
  const uint8_t *codes = column->codes + (uint64_t) block * column->block_bytes;

  if (column->block_bytes == HALF) {
    look_up_narrow (codes, column->table, found);
  } else {
    found[0] = look_up_wide (codes, column);
    found[1] = look_up_wide (codes + HALF, column);
  }
}

static void
add (const KernelColumn *column, const KernelBlocks *live, uint8_t *rest)
{
  for (uint32_t i = 0; i < live->n; i++) {
    uint8_t *to = rest + KERNEL_LANES * (uint32_t) live->blocks[i];
    Lanes found[2];

    look_up_block (column, live->blocks[i], found);
    store (to, add_saturated (load (to), found[0]));
    store (to + HALF, add_saturated (load (to + HALF), found[1]));
  }
}

static void
gather (const KernelColumn *column, const KernelBlocks *live, uint8_t *states)
{
  for (uint32_t i = 0; i < live->n; i++) {
    uint8_t *to = states + KERNEL_LANES * (uint32_t) live->blocks[i];
    Lanes found[2];

    look_up_block (column, live->blocks[i], found);
    store (to, load (to) | found[0]);
    store (to + HALF, load (to + HALF) | found[1]);
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

static void
measure (const float (*places)[KERNEL_LANES], const KernelTrip *trip, uint64_t *far,
         uint64_t *unsure)
{
  uint8_t beyond[KERNEL_LANES], outside[KERNEL_LANES];

  for (int i = 0; i < KERNEL_LANES; i++) {
    const float x = places[0][i] - trip->home[0], y = places[1][i] - trip->home[1],
                z = places[2][i] - trip->home[2], square = x * x + y * y + z * z;

    beyond[i] = square > trip->far ? 255 : 0;
    outside[i] = square > trip->near ? 255 : 0;
  }
  *far = bits_of (beyond);
  *unsure = bits_of (outside) & ~*far;
}

static uint64_t
pick (const uint8_t *states, int bit)
{
  uint8_t bytes[KERNEL_LANES];

  for (int i = 0; i < KERNEL_LANES; i++)
    bytes[i] = states[i] & 1u << bit ? 255 : 0;
  return bits_of (bytes);
}

/* 255 for each bit. */
FIRST void
spread (uint64_t bits, uint8_t *bytes)
{
  const Lanes bit = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128,
                     1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const Lanes low = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1,
                     2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3},
              high = low + 4;
  uint8_t table[16];
  Lanes found;

  for (int i = 0; i < 16; i++)
    table[i] = i < 8 ? (uint8_t) (bits >> 8 * i) : 0;
  look_up (table, &low, &found);
  store (bytes, (Lanes) ((found & bit) == bit));
  look_up (table, &high, &found);
  store (bytes + HALF, (Lanes) ((found & bit) == bit));
}

static uint8_t
total (const KernelSum *sum, const int16_t *competence, const uint8_t *rest, uint64_t open,
       uint8_t *totals)
{
  const int16_t most = sum->most, most_rest = sum->most_rest;
  const int shift = sum->shift;
  uint8_t closed[KERNEL_LANES], least = 255;

  spread (~open, closed);
  for (int i = 0; i < KERNEL_LANES; i++) {
    int16_t first = competence[i] < 0 ? 0 : competence[i], second = rest[i];

    first = first > most ? most : first;
    second = second > most_rest ? most_rest : second;
    first = (int16_t) (first >> shift);
    first = first > 254 ? 254 : first;
    first = (int16_t) (first + second);
    first = first > 254 ? 254 : first;
    totals[i] = (uint8_t) first | closed[i];
  }
  for (int i = 0; i < KERNEL_LANES; i++)
    least = totals[i] < least ? totals[i] : least;
  return least;
}

static uint8_t
raise (uint64_t first, uint64_t second, const uint8_t more[3], uint8_t *totals)
{
  uint8_t firsts[KERNEL_LANES], seconds[KERNEL_LANES], least = 255;

  spread (first, firsts);
  spread (second, seconds);
  for (int i = 0; i < KERNEL_LANES; i++) {
    uint8_t own = (firsts[i] & more[2]) | (~firsts[i] & seconds[i] & more[0]) |
                  (~firsts[i] & ~seconds[i] & more[1]);
    uint8_t room = totals[i] < 254 ? 254 - totals[i] : 0;

    totals[i] = (uint8_t) (totals[i] + (own < room ? own : room));
  }
  for (int i = 0; i < KERNEL_LANES; i++)
    least = totals[i] < least ? totals[i] : least;
  return least;
}

static uint64_t
find (const uint8_t *totals, uint8_t most)
{
  uint8_t found[KERNEL_LANES];

  for (int i = 0; i < KERNEL_LANES; i++)
    found[i] = totals[i] <= most ? 255 : 0;
  return bits_of (found);
}

const Kernel KERNEL = {KERNEL_NAME, add, gather, measure, pick, total, raise, find};
