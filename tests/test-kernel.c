/* SPDX-License-Identifier: Apache-2.0 */
/* Every kernel against what each of its functions says, one opening after the other. It needs no
   library, so that it is run for other processors too: see meson.build. */
#include "many/kernel.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCKS 4
#define ALL    (BLOCKS * KERNEL_LANES)
#define ROUNDS 2000

static uint64_t state = 20261122;

static uint32_t
draw (uint32_t below)
{
  uint64_t z = (state += 0x9e3779b97f4a7c15u);

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return (uint32_t) (((z ^ (z >> 31)) >> 32) * below >> 32);
}

static void
insist (int ok, const Kernel *kernel, const char *what)
{
  if (ok)
    return;
  printf ("not ok - %s: %s\n", kernel->name, what);
  exit (EXIT_FAILURE);
}

/* A column of random codes, some blocks of which are looked at. */
typedef struct {
  KernelColumn column;
  KernelBlocks live;
  uint8_t codes[ALL], packed[ALL], table[256], before[ALL];
} Case;

static void
make_case (Case *made)
{
  uint32_t n_codes = draw (2) ? 1 + draw (16) : 17 + draw (239), half = KERNEL_LANES / 2;
  int narrow = n_codes <= 16;

  *made = (Case){
      .column = {.block_bytes = narrow ? half : KERNEL_LANES, .n_chunks = (n_codes + 15) / 16}};
  for (int i = 0; i < 256; i++)
    made->table[i] = (uint8_t) draw (draw (2) ? 256 : 8);
  for (int i = 0; i < ALL; i++) {
    uint32_t block = (uint32_t) i / KERNEL_LANES, at = (uint32_t) i % KERNEL_LANES;

    made->codes[i] = (uint8_t) draw (n_codes);
    made->before[i] = (uint8_t) draw (256);
    if (narrow)
      made->packed[block * half + at % half] |= (uint8_t) (made->codes[i] << 4 * (at / half));
    else
      made->packed[i] = made->codes[i];
  }
  for (int block = 0; block < BLOCKS; block++)
    if (draw (3) > 0)
      made->live.blocks[made->live.n++] = (uint8_t) block;
  made->column.codes = made->packed;
  made->column.table = made->table;
}

static int
is_live (const Case *made, int i)
{
  for (uint32_t k = 0; k < made->live.n; k++)
    if (made->live.blocks[k] == i / KERNEL_LANES)
      return 1;
  return 0;
}

static void
test_columns (const Kernel *kernel)
{
  Case made;
  uint8_t sums[ALL], states[ALL];

  make_case (&made);
  memcpy (sums, made.before, ALL);
  memcpy (states, made.before, ALL);
  kernel->add (&made.column, &made.live, sums);
  kernel->gather (&made.column, &made.live, states);
  for (int i = 0; i < ALL; i++) {
    int stands_for = is_live (&made, i) ? made.table[made.codes[i]] : 0;
    int sum = made.before[i] + stands_for;

    insist (sums[i] == (sum > 255 ? 255 : sum), kernel, "add");
    insist (states[i] == (made.before[i] | stands_for), kernel, "gather");
  }
}

static void
test_places (const Kernel *kernel)
{
  float places[3][KERNEL_LANES];
  KernelTrip trip = {.near = (float) draw (1000) / 500, .home = {0.25f, 0.5f, -0.125f}};
  uint64_t far, ring;

  trip.far = trip.near + (float) draw (100) / 500;
  for (int i = 0; i < 3 * KERNEL_LANES; i++)
    places[i / KERNEL_LANES][i % KERNEL_LANES] = (float) draw (2000) / 1000 - 1;
  kernel->measure ((const float (*)[KERNEL_LANES]) places, &trip, &far, &ring);
  for (int i = 0; i < KERNEL_LANES; i++) {
    float x = places[0][i] - trip.home[0], y = places[1][i] - trip.home[1],
          z = places[2][i] - trip.home[2], square = x * x + y * y + z * z;

    insist ((far >> i & 1) == (square > trip.far), kernel, "measure, far");
    insist ((ring >> i & 1) == (square > trip.near && square <= trip.far), kernel, "measure, ring");
  }
}

static int
least (int a, int b)
{
  return a < b ? a : b;
}

static void
test_totals (const Kernel *kernel)
{
  const KernelSum sum = {(int16_t) draw (32768), (uint8_t) draw (12), (uint8_t) draw (256)};
  int16_t competence[KERNEL_LANES];
  uint8_t rest[KERNEL_LANES], totals[KERNEL_LANES], most = (uint8_t) draw (256);
  uint64_t open = (uint64_t) draw (UINT32_MAX) << 32 | draw (UINT32_MAX), found;
  int lowest = 255, told;

  for (int i = 0; i < KERNEL_LANES; i++) {
    competence[i] = (int16_t) (draw (draw (2) ? 33000 : 300) - 200);
    rest[i] = (uint8_t) draw (draw (2) ? 256 : 20);
  }
  told = kernel->total (&sum, competence, rest, open, totals);
  found = kernel->find (totals, most);
  for (int i = 0; i < KERNEL_LANES; i++) {
    int first = least (competence[i] < 0 ? 0 : competence[i], sum.most) >> sum.shift;
    int total = least (first + least (rest[i], sum.most_rest), 254);

    total = open >> i & 1 ? total : 255;
    lowest = least (lowest, total);
    insist (totals[i] == total, kernel, "total");
    insist ((found >> i & 1) == (total <= most), kernel, "find");
  }
  insist (told == lowest, kernel, "total, the least");
}

static void
test_raising (const Kernel *kernel)
{
  const uint8_t more[3] = {(uint8_t) draw (256), (uint8_t) draw (256), (uint8_t) draw (20)};
  uint8_t totals[KERNEL_LANES], raised[KERNEL_LANES];
  uint64_t first = (uint64_t) draw (UINT32_MAX) << 32 | draw (UINT32_MAX),
           second = (uint64_t) draw (UINT32_MAX) << 32 | draw (UINT32_MAX);
  int lowest = 255, told;

  for (int i = 0; i < KERNEL_LANES; i++)
    raised[i] = totals[i] = (uint8_t) (draw (4) ? draw (256) : 250 + draw (6));
  told = kernel->raise (first, second, more, raised);
  for (int i = 0; i < KERNEL_LANES; i++) {
    int own = first >> i & 1 ? more[2] : second >> i & 1 ? more[0] : more[1];
    int total = totals[i] == 255 ? 255 : least (totals[i] + own, 254);

    lowest = least (lowest, total);
    insist (raised[i] == total, kernel, "raise");
  }
  insist (told == lowest, kernel, "raise, the least");
}

static void
test_bits (const Kernel *kernel)
{
  uint8_t states[KERNEL_LANES];

  for (int i = 0; i < KERNEL_LANES; i++)
    states[i] = (uint8_t) draw (256);
  for (int bit = 0; bit < 8; bit++) {
    uint64_t picked = kernel->pick (states, bit);

    for (int i = 0; i < KERNEL_LANES; i++)
      insist ((picked >> i & 1) == (states[i] >> bit & 1u), kernel, "pick");
  }
}

int
main (void)
{
  const Kernel *kernel;

  for (unsigned i = 0; (kernel = kernel_at (i)) != NULL; i++) {
    for (int round = 0; round < ROUNDS; round++) {
      test_columns (kernel);
      test_places (kernel);
      test_totals (kernel);
      test_raising (kernel);
      test_bits (kernel);
    }
    printf ("ok - %s\n", kernel->name);
  }
  return EXIT_SUCCESS;
}
