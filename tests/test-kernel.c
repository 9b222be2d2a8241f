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

/* A column of random codes. */
typedef struct {
  uint8_t codes[ALL], packed[ALL], table[256];
} Codes;

static KernelColumn
make_column (Codes *made, int narrow)
{
  uint32_t n_codes = narrow ? 1 + draw (16) : 1 + draw (255), half = KERNEL_LANES / 2;
  int large = (int) draw (2), many = (int) draw (2);

  memset (made, 0, sizeof *made);
  for (int i = 0; i < 256; i++)
    made->table[i] = (uint8_t) (many || draw (8) == 0 ? draw (large ? 256 : 8) : 0);
  for (int i = 0; i < ALL; i++) {
    uint32_t block = (uint32_t) i / KERNEL_LANES, at = (uint32_t) i % KERNEL_LANES;

    made->codes[i] = (uint8_t) draw (n_codes);
    if (narrow)
      made->packed[block * half + at % half] |= (uint8_t) (made->codes[i] << 4 * (at / half));
    else
      made->packed[i] = made->codes[i];
  }
  return (KernelColumn){.codes = made->packed,
                        .block_bytes = narrow ? half : KERNEL_LANES,
                        .n_chunks = (n_codes + 15) / 16,
                        .table = made->table};
}

static KernelBlocks
draw_blocks (void)
{
  KernelBlocks live = {.n = 0};

  for (int block = 0; block < BLOCKS; block++)
    if (draw (3) > 0)
      live.blocks[live.n++] = (uint8_t) block;
  return live;
}

static int
is_live (const KernelBlocks *live, int i)
{
  for (uint32_t k = 0; k < live->n; k++)
    if (live->blocks[k] == i / KERNEL_LANES)
      return 1;
  return 0;
}

#define MOST_COLUMNS 5

/* Some columns, the narrow ones first, and whose codes they are. */
typedef struct {
  Codes made[MOST_COLUMNS];
  KernelColumn columns[MOST_COLUMNS];
  uint32_t n, n_narrow;
} Columns;

static void
make_columns (Columns *columns)
{
  columns->n = draw (MOST_COLUMNS + 1);
  columns->n_narrow = draw (columns->n + 1);
  for (uint32_t k = 0; k < columns->n; k++)
    columns->columns[k] = make_column (&columns->made[k], k < columns->n_narrow);
}

static int
cost_by_codes (const Columns *columns, int i)
{
  int cost = 0;

  for (uint32_t k = 0; k < columns->n; k++)
    cost += columns->made[k].table[columns->made[k].codes[i]];
  return cost;
}

static unsigned
states_by_codes (const Columns *columns, int i)
{
  unsigned states = 0;

  for (uint32_t k = 0; k < columns->n; k++)
    states |= columns->made[k].table[columns->made[k].codes[i]];
  return states;
}

static void
test_states (const Kernel *kernel)
{
  KernelBlocks live = draw_blocks ();
  KernelStates states[BLOCKS];
  unsigned wanted = draw (1 << KERNEL_STATES);
  Columns columns;

  make_columns (&columns);
  kernel->look_up (columns.columns, columns.n, &live, wanted, states);
  for (int i = 0; i < ALL; i++)
    for (int bit = 0; bit < KERNEL_STATES && is_live (&live, i); bit++)
      insist ((states[i / KERNEL_LANES].bits[bit] >> i % KERNEL_LANES & 1) ==
                  ((states_by_codes (&columns, i) & wanted) >> bit & 1),
              kernel, "look_up");
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

/* Nearer than near is what no corner of a box is beyond, far what no point of it is within. */
static void
test_boxes (const Kernel *kernel)
{
  float ends[2][3][KERNEL_GROUP];
  KernelTrip trip = {.near = (float) draw (3000) / 500, .home = {0.25f, 0.5f, -0.125f}};
  unsigned near, far;

  trip.far = trip.near + (float) draw (100) / 500;
  for (int i = 0; i < 3 * KERNEL_GROUP; i++) {
    ends[0][i / KERNEL_GROUP][i % KERNEL_GROUP] = (float) draw (2000) / 1000 - 1;
    ends[1][i / KERNEL_GROUP][i % KERNEL_GROUP] =
        ends[0][i / KERNEL_GROUP][i % KERNEL_GROUP] + (float) draw (1000) / 1000;
  }
  kernel->judge ((const float (*)[KERNEL_GROUP]) ends[0], (const float (*)[KERNEL_GROUP]) ends[1],
                 &trip, &near, &far);
  for (int i = 0; i < KERNEL_GROUP; i++) {
    float nearest = 0, farthest = 0;

    for (int axis = 0; axis < 3; axis++) {
      float from = ends[0][axis][i] - trip.home[axis], to = ends[1][axis][i] - trip.home[axis];
      float within = from <= 0 && to >= 0 ? 0 : from > 0 ? from : to;

      nearest += within * within;
      farthest += from * from > to * to ? from * from : to * to;
    }
    insist ((near >> i & 1) == (farthest <= trip.near), kernel, "judge, near");
    insist ((far >> i & 1) == (nearest > trip.far), kernel, "judge, far");
  }
  insist (near < 1u << KERNEL_GROUP && far < 1u << KERNEL_GROUP, kernel, "judge, no more");
}

static int
least (int a, int b)
{
  return a < b ? a : b;
}

static uint64_t
draw_bits (void)
{
  return (uint64_t) draw (UINT32_MAX) << 32 | draw (UINT32_MAX);
}

#define MOST_RAISES 4

#define MOST_STRIDE 3

typedef struct {
  uint64_t first[BLOCKS * MOST_STRIDE], second[BLOCKS * MOST_STRIDE];
} Raised;

static KernelRaise
make_raise (Raised *made)
{
  for (int i = 0; i < BLOCKS * MOST_STRIDE; i++) {
    made->first[i] = draw_bits ();
    made->second[i] = draw_bits ();
  }
  return (KernelRaise){
      made->first,
      made->second,
      1 + draw (MOST_STRIDE),
      {(uint8_t) draw (256), (uint8_t) draw (90), (uint8_t) draw (9), (uint8_t) draw (9)}};
}

static int
raised (const KernelSum *asked, int i)
{
  int sum = 0;

  for (uint32_t k = 0; k < asked->n_raises; k++) {
    const KernelRaise *raise = &asked->raises[k];
    const uint32_t word = (uint32_t) i / KERNEL_LANES * raise->stride,
                   at = (uint32_t) i % KERNEL_LANES;

    sum += raise->more[(raise->first[word] >> at & 1) + 2 * (raise->second[word] >> at & 1)];
  }
  return sum;
}

static int
total_of (const KernelSum *asked, const Columns columns[2], int i)
{
  int total = least (cost_by_codes (&columns[0], i), asked->most_of_codes) + raised (asked, i);

  if (!(asked->open[i / KERNEL_LANES] >> i % KERNEL_LANES & 1) ||
      states_by_codes (&columns[1], i) & asked->out)
    return 255;
  if (asked->competence != NULL) {
    int cost = asked->competence[i] < 0 ? 0 : asked->competence[i];

    total += least (cost, asked->most) >> asked->shift;
  }
  return least (total, 254);
}

static void
check_totals (const Kernel *kernel, const KernelSum *asked, const Columns columns[2])
{
  const KernelBlocks live = draw_blocks ();
  const uint8_t most = (uint8_t) draw (256);
  uint8_t totals[ALL], told[BLOCKS], lowest[BLOCKS];

  memset (lowest, 255, sizeof lowest);
  kernel->sum (asked, &live, totals, told);
  for (int i = 0; i < ALL; i++) {
    const int block = i / KERNEL_LANES, total = total_of (asked, columns, i);

    if (!is_live (&live, i))
      continue;
    insist (totals[i] == total, kernel, "sum");
    lowest[block] = (uint8_t) least (lowest[block], total);
    insist ((kernel->find (&totals[block * KERNEL_LANES], most) >> i % KERNEL_LANES & 1) ==
                (total <= most),
            kernel, "find");
  }
  for (int i = 0; i < ALL; i += KERNEL_LANES)
    insist (!is_live (&live, i) || told[i / KERNEL_LANES] == lowest[i / KERNEL_LANES], kernel,
            "sum, the least");
}

static void
test_totals (const Kernel *kernel)
{
  Columns columns[2]; /* costing, closing */
  Raised made[MOST_RAISES];
  KernelRaise raises[MOST_RAISES];
  int16_t competence[ALL];
  uint64_t open[BLOCKS];
  KernelSum asked = {.costing = columns[0].columns,
                     .closing = columns[1].columns,
                     .most_of_codes = (uint8_t) draw (256),
                     .out = draw (2) ? draw (1 << KERNEL_STATES) : 0,
                     .open = open,
                     .competence = draw (2) ? competence : NULL,
                     .most = (int16_t) draw (32768),
                     .shift = (uint8_t) draw (12),
                     .raises = raises,
                     .n_raises = draw (MOST_RAISES + 1)};

  make_columns (&columns[0]);
  make_columns (&columns[1]);
  asked.n_costing = columns[0].n;
  asked.n_narrow = columns[0].n_narrow;
  asked.n_closing = columns[1].n;
  for (int i = 0; i < ALL; i++)
    competence[i] = (int16_t) (draw (draw (2) ? 33000 : 300) - 200);
  for (uint32_t k = 0; k < asked.n_raises; k++)
    raises[k] = make_raise (&made[k]);
  for (int block = 0; block < BLOCKS; block++)
    open[block] = draw_bits ();
  check_totals (kernel, &asked, columns);
}

static void
test_counting (const Kernel *kernel)
{
  enum { WORDS = 70 };
  const uint32_t n = draw (WORDS + 1);
  uint64_t words[WORDS];
  uint32_t expected = 0;

  for (uint32_t i = 0; i < WORDS; i++) {
    words[i] = draw_bits ();
    for (int bit = 0; bit < 64 && i < n; bit++)
      expected += words[i] >> bit & 1;
  }
  insist (kernel->count (words, n) == expected, kernel, "count");
}

/* It may stop early, when few are left; and it never strikes what no plane has. */
static void
test_striking (const Kernel *kernel)
{
  enum { PLANES = 20 };
  uint64_t planes[PLANES][KERNEL_GROUP], left[KERNEL_GROUP], before[KERNEL_GROUP];
  const unsigned few = draw (2) ? 0 : draw (64), sparse = draw (5);
  KernelPlanes asked = {.n = draw (PLANES + 1)};
  unsigned n_left = 0;

  for (unsigned i = 0; i < PLANES * KERNEL_GROUP; i++) {
    uint64_t bits = (uint64_t) draw (UINT32_MAX) << 32 | draw (UINT32_MAX);

    for (unsigned k = 0; k < sparse; k++)
      bits &= (uint64_t) draw (UINT32_MAX) << 32 | draw (UINT32_MAX);
    planes[i / KERNEL_GROUP][i % KERNEL_GROUP] = bits;
  }
  for (uint32_t i = 0; i < asked.n; i++)
    asked.numbers[i] = (uint8_t) draw (PLANES);
  for (int i = 0; i < KERNEL_GROUP; i++)
    left[i] = before[i] = (uint64_t) draw (UINT32_MAX) << 32 | draw (UINT32_MAX);
  kernel->strike ((const uint64_t (*)[KERNEL_GROUP]) planes, &asked, few, left);
  for (int i = 0; i < KERNEL_GROUP; i++)
    n_left += (unsigned) __builtin_popcountll (left[i]);
  for (int i = 0; i < KERNEL_GROUP; i++) {
    uint64_t any = 0;

    for (uint32_t k = 0; k < asked.n; k++)
      any |= planes[asked.numbers[k]][i];
    insist ((before[i] & ~any & ~left[i]) == 0, kernel, "strike, too much");
    insist ((left[i] & ~before[i]) == 0, kernel, "strike, out of nothing");
    insist (n_left <= few || (left[i] & any) == 0, kernel, "strike, too little");
  }
}

static void
test_bars (const Kernel *kernel)
{
  const int coarser = (int) draw (KERNEL_COARSEST + 1);
  const uint16_t base = (uint16_t) draw (draw (2) ? 65536 : 300);
  uint8_t totals[KERNEL_LANES];
  uint16_t bars[KERNEL_LANES];
  uint64_t found;

  for (int i = 0; i < KERNEL_LANES; i++) {
    uint32_t near = base + (uint32_t) ((totals[i] = (uint8_t) draw (256)) << coarser);

    near = near - 1 + draw (3);
    bars[i] = (uint16_t) (draw (4) == 0   ? draw (65536)
                          : draw (8) == 0 ? KERNEL_NO_BAR
                          : near < 65535  ? near
                                          : 65534);
  }
  found = kernel->find_within (totals, bars, coarser, base);
  for (int i = 0; i < KERNEL_LANES; i++)
    insist ((found >> i & 1) ==
                (bars[i] == KERNEL_NO_BAR || base + ((uint32_t) totals[i] << coarser) <= bars[i]),
            kernel, "find_within");
}

int
main (void)
{
  const Kernel *kernel;

  for (unsigned i = 0; (kernel = kernel_at (i)) != NULL; i++) {
    for (int round = 0; round < ROUNDS; round++) {
      test_states (kernel);
      test_places (kernel);
      test_boxes (kernel);
      test_striking (kernel);
      test_counting (kernel);
      test_totals (kernel);
      test_bars (kernel);
    }
    printf ("ok - %s\n", kernel->name);
  }
  return EXIT_SUCCESS;
}
