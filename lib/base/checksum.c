/* SPDX-License-Identifier: Apache-2.0 */
#include "base/checksum.h"

#include <string.h>

#define PRIME_1 UINT64_C (0x9E3779B185EBCA87)
#define PRIME_2 UINT64_C (0xC2B2AE3D27D4EB4F)
#define PRIME_3 UINT64_C (0x165667B19E3779F9)
#define PRIME_4 UINT64_C (0x85EBCA77C2B2AE63)
#define PRIME_5 UINT64_C (0x27D4EB2F165667C5)

/* Bytes are read as the machine has them: a file of the other byte order is refused before. */
static uint64_t
read_8 (const unsigned char *at)
{
  uint64_t value;

  memcpy (&value, at, sizeof value);
  return value;
}

static uint32_t
read_4 (const unsigned char *at)
{
  uint32_t value;

  memcpy (&value, at, sizeof value);
  return value;
}

static uint64_t
rotate (uint64_t value, int bits)
{
  return value << bits | value >> (64 - bits);
}

static uint64_t
mix (uint64_t lane, uint64_t input)
{
  return rotate (lane + input * PRIME_2, 31) * PRIME_1;
}

static uint64_t
merge (uint64_t hash, uint64_t lane)
{
  return (hash ^ mix (0, lane)) * PRIME_1 + PRIME_4;
}

static uint64_t
mix_stripes (const unsigned char **at, const unsigned char *end)
{
  uint64_t lanes[4] = {PRIME_1 + PRIME_2, PRIME_2, 0, 0 - PRIME_1}, hash;

  for (; end - *at >= 32; *at += 32)
    for (int i = 0; i < 4; i++)
      lanes[i] = mix (lanes[i], read_8 (*at + 8 * i));
  hash =
      rotate (lanes[0], 1) + rotate (lanes[1], 7) + rotate (lanes[2], 12) + rotate (lanes[3], 18);
  for (int i = 0; i < 4; i++)
    hash = merge (hash, lanes[i]);
  return hash;
}

static uint64_t
mix_rest (uint64_t hash, const unsigned char *at, const unsigned char *end)
{
  for (; end - at >= 8; at += 8)
    hash = rotate (hash ^ mix (0, read_8 (at)), 27) * PRIME_1 + PRIME_4;
  for (; end - at >= 4; at += 4)
    hash = rotate (hash ^ read_4 (at) * PRIME_1, 23) * PRIME_2 + PRIME_3;
  for (; at < end; at++)
    hash = rotate (hash ^ *at * PRIME_5, 11) * PRIME_1;
  hash = (hash ^ hash >> 33) * PRIME_2;
  hash = (hash ^ hash >> 29) * PRIME_3;
  return hash ^ hash >> 32;
}

uint64_t
checksum_of (const void *bytes, size_t n)
{
  const unsigned char *at = bytes, *end = at + n;
  uint64_t hash = n >= 32 ? mix_stripes (&at, end) : PRIME_5;

  return mix_rest (hash + n, at, end);
}
