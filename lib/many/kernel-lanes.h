/* SPDX-License-Identifier: Apache-2.0 */
/* Many openings in one vector, for the kind of processor that a file is compiled for: all that
   differs between them is here. */
#ifndef MANY_KERNEL_LANES_H
#define MANY_KERNEL_LANES_H

#include "many/kernel.h"

#include <string.h>

#if defined __AVX512VBMI__ || defined __AVX2__
#include <immintrin.h>
#elif defined __ARM_NEON
#include <arm_neon.h>
#endif

#define HALF  (KERNEL_LANES / 2)
#define FIRST static inline __attribute__ ((always_inline))

/* As many codes as fit in a vector; the compiler makes two of it where vectors are shorter. Of a
   block there is an array of so many, by WIDTH openings. */
#if defined __AVX512VBMI__
#define WIDTH KERNEL_LANES
#else
#define WIDTH HALF
#endif
#define VECTORS (KERNEL_LANES / WIDTH)
typedef uint8_t Lanes __attribute__ ((vector_size (WIDTH)));
typedef uint32_t Quads __attribute__ ((vector_size (WIDTH)));
typedef uint64_t Words __attribute__ ((vector_size (WIDTH)));

/* A number for each block of a group, or for so many openings. */
typedef float Numbers __attribute__ ((vector_size (4 * KERNEL_GROUP)));
typedef int32_t NumberBits __attribute__ ((vector_size (4 * KERNEL_GROUP)));

/* The table stands there as often as there is room. */
FIRST Lanes
repeat (const uint8_t table[16])
{
#if defined __AVX512VBMI__
  return (Lanes) _mm512_broadcast_i32x4 (_mm_loadu_si128 ((const void *) table));
#elif defined __AVX2__
  return (Lanes) _mm256_broadcastsi128_si256 (_mm_loadu_si128 ((const void *) table));
#else
  Lanes entries;

  for (int i = 0; i < WIDTH; i += 16)
    memcpy ((char *) &entries + i, table, 16);
  return entries;
#endif
}

/* entries[code & 15] of each code below 16 or at least 128, of the latter 0; the sixteen entries
   are repeated. */
FIRST void
look_up_entries (const Lanes *entries, const Lanes *codes, Lanes *found)
{
#if defined __AVX512VBMI__
  *found = (Lanes) _mm512_shuffle_epi8 ((__m512i) *entries, (__m512i) *codes);
#elif defined __AVX2__
  *found = (Lanes) _mm256_shuffle_epi8 ((__m256i) *entries, (__m256i) *codes);
#elif defined __ARM_NEON
  uint8_t table[WIDTH], bytes[WIDTH];

  memcpy (table, entries, WIDTH);
  memcpy (bytes, codes, WIDTH);
  for (int i = 0; i < WIDTH; i += 16)
    vst1q_u8 (bytes + i, vqtbl1q_u8 (vld1q_u8 (table), vld1q_u8 (bytes + i)));
  memcpy (found, bytes, WIDTH);
#else
  uint8_t table[WIDTH], bytes[WIDTH];

  memcpy (table, entries, WIDTH);
  memcpy (bytes, codes, WIDTH);
  for (int i = 0; i < WIDTH; i++)
    bytes[i] = bytes[i] < 16 ? table[bytes[i]] : 0;
  memcpy (found, bytes, WIDTH);
#endif
}

FIRST void
look_up (const uint8_t *table, const Lanes *codes, Lanes *found)
{
  const Lanes entries = repeat (table);

  look_up_entries (&entries, codes, found);
}

/* The sum, 255 at the most. */
FIRST Lanes
add_saturated (Lanes a, Lanes b)
{
#if defined __AVX512VBMI__
  return (Lanes) _mm512_adds_epu8 ((__m512i) a, (__m512i) b);
#elif defined __AVX2__
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
#if defined __AVX512VBMI__
  return (Lanes) _mm512_min_epu8 ((__m512i) lanes, (__m512i) all);
#elif defined __AVX2__
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

/* What the narrow codes of a block stand for. */
FIRST void
look_up_narrow (const uint8_t *table, const uint8_t *codes, Lanes found[VECTORS])
{
#if defined __AVX512VBMI__
  /* of 64 entries, which are four times the same, a code's lower six bits tell the one */
  const __m512i above = _mm512_set_epi64 (4, 4, 4, 4, 0, 0, 0, 0),
                twice = _mm512_broadcast_i64x4 (_mm256_loadu_si256 ((const void *) codes));

  found[0] =
      (Lanes) _mm512_permutexvar_epi8 (_mm512_srlv_epi64 (twice, above), (__m512i) repeat (table));
#else
  const Lanes both = load (codes), first = both & 15, second = both >> 4;

  look_up (table, &first, &found[0]);
  look_up (table, &second, &found[1]);
#endif
}

/* Bit 7 of each byte of a block. */
FIRST uint64_t
bits_of (const uint8_t *bytes)
{
#if defined __AVX512VBMI__
  return _mm512_movepi8_mask ((__m512i) load (bytes));
#elif defined __AVX2__
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

/* 255 for each bit of a block. */
FIRST void
spread (uint64_t bits, Lanes spread[VECTORS])
{
#if defined __AVX512VBMI__
  spread[0] = (Lanes) _mm512_movm_epi8 (bits);
#else
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

#endif
