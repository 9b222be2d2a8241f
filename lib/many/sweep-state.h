/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_SWEEP_STATE_H
#define MANY_SWEEP_STATE_H

#include "many/ranking.h"
#include "many/screen.h"

#define SWEEP_MOST   254 /* a total: as much, or more */
#define SWEEP_CLOSED 255 /* blocked */

/* What a citizen seeks, all together, or one thing to be avoided. */
typedef struct {
  uint32_t item;          /* the number of the wish to be avoided; or how many wishes there are */
  bool concepts, sectors; /* it is about */
  uint8_t costs[3];       /* at the least, by Found, in units of the totals */
} WishView;
#define SWEEP_WISHES        4  /* that are bounded: of more the cost is left out */
#define SWEEP_KEPT          32 /* wishes whose openings are kept */
#define SWEEP_WORDS(market) ((market)->n_concepts / 64 + 1)

#define SWEEP_FEW 2048
/* so many are bounded or weighed one by one; of more, all are at once */
#define SWEEP_BOUNDED(market) ((market)->n / 4 + 384)
#define SWEEP_WEIGHED(market) ((market)->n / 24 + 384)

/* What is known of pairs, whose criteria count for something. */
typedef struct {
  bool by_bits;    /* one answer is enough for a score: so bits tell which pairs have one */
  bool everywhere; /* something is known whatever the opening */
  bool by_place, by_hours, by_asking, by_wishes;
  bool musts;     /* some need is a must */
  bool never_fit; /* what the citizen has not told or chosen yet leaves every pair unclear */
} Knowledge;

typedef struct {
  uint32_t first, last;
} Span;

/* Openings of a block, as bits, by verdict. */
typedef struct {
  uint64_t with[N_VERDICTS];
} VerdictBits;

/* The same, and of the blocked by what blocks them. */
typedef struct {
  uint64_t with[N_VERDICTS], blocked_by[N_BLOCKERS];
} BlockVerdicts;

/* What costs more in a part by a wish, as bits by block; and as much can cost more at all. */
typedef struct {
  uint64_t first[PART_BLOCKS], second[PART_BLOCKS];
} SweepRaised;
#define SWEEP_RAISES (1 + SWEEP_WISHES)

/* Bytes by block of which 64 are looked at at once. */
#define SWEEP_LEAST(market) (((size_t) (market)->n_blocks / 64 + 1) * 64)

/*
 * Bounds all openings of a market for one citizen, many at once: which may be among the best, and
 * what they cost at the least, in whole units. What bits cannot decide is screened. It is a
 * thread's own.
 */
typedef struct {
  const Kernel *kernel;
  Screen *screen;
  void *memory;           /* that all arrays here are shares of */
  uint32_t few;           /* openings of a market are swept exactly and weighed all at once */
  const uint64_t *chosen; /* by block: openings that are swept; NULL is all of them */
  uint8_t *totals; /* by opening: base + total · 2^shift is what the pair costs at the least */
  uint8_t *least;  /* by block, of its totals */
  bool exact;      /* what is alive is neither blocked nor without a score; else it may be */
  bool judged;     /* the verdicts are this citizen's */
  /* when that is so */
  uint32_t n_blocked, n_scored;     /* n_scored: that have a score */
  uint32_t n_scoreless[N_VERDICTS]; /* others of which nothing is known, by verdict */
  VerdictBits *scoreless;           /* the same, by block */
  BlockVerdicts
      *verdicts; /* by block; see verdicts.h, as for what the citizen makes of the tasks */
  TaskMarks *tasks;
  Cost base; /* what every opening costs */
  int shift; /* of a sum of weights times costs, to the unit of the totals */
  /* of the citizen */
  Knowledge knowledge;
  uint8_t gates[256]; /* by code, as bits */
  WishView wishes[SWEEP_WISHES];
  uint32_t n_wishes;
  bool all_odd;     /* bits do not tell the verdict of a pair of which nothing is known */
  uint64_t *wished; /* by item: bits of the concepts of the market that it is about; and one more */
  uint8_t unknown_travel, unknown_hours; /* cost so much more than the base */
  KernelTrip trip;
  KernelPlanes planes; /* that tell who has time */
  /* whoever's: of wishes for a concept where they are found, by kept_bits (); and for which concept
     that is, by number, and 1 more */
  uint64_t *kept_found;
  uint32_t kept[SWEEP_KEPT];
  /* by block, as bits */
  uint64_t *touched; /* of whose tasks some are dead */
  uint64_t *alive, *unsure, *known, *odd, *found[SWEEP_WISHES];
  /* by opening */
  int16_t *competence;
  KernelStates *states; /* by block */
  uint16_t *dead;       /* tasks, as bits */
  uint16_t *untold;     /* tasks that do not tell what some must is about, as bits */
  uint16_t *told;       /* tasks that tell one quantity, as bits */
  /* openings from the first to before the last, of parts in which something was alive when
     competence was summed; none before it is */
  Span *spans;
  uint32_t n_spans;
  /* see weigh.h: whether all totals have competence in them; else which
     openings are weighed, and which have at least what their dearest requirements cost in theirs,
     as bits of blocks; and how many there are, also by total */
  bool summed;
  uint64_t *weighed, *bounded;
  uint32_t n_weighed, n_with_total[256], n_bounded, n_with_bound[256];
  int bounded_most;           /* all of at most that total are */
  uint32_t *listed;           /* those that are next */
  uint32_t n_with_least[256]; /* blocks, by the least of their totals */
  /* of a part */
  KernelBlocks live;
  SweepRaised raised[SWEEP_WISHES];
} Sweep;

/* Those openings of a block have no score, since nothing is known of them. */
void sweep_note_scoreless (Sweep *sweep, SmaajobVerdict verdict, uint32_t block, uint64_t bits);
/* Has the blocks of a part in which something is alive listed. */
void sweep_list_live (Sweep *sweep, uint32_t part);

/* Those of a block that are swept, as bits. */
static inline uint64_t
sweep_chosen (const Sweep *sweep, uint32_t block)
{
  const uint64_t all = block_openings (sweep->screen->market, block);

  return sweep->chosen == NULL ? all : all & sweep->chosen[block];
}

static inline uint32_t
sweep_block (const Sweep *sweep, uint32_t part, uint32_t k)
{
  return part * PART_BLOCKS + sweep->live.blocks[k];
}

/* Of 64 blocks from the first, those of which some total is at most so much, as bits. */
static inline uint64_t
sweep_find_light (const Sweep *sweep, uint32_t first, int most)
{
  return sweep->kernel->find (sweep->least + first, (uint8_t) most);
}

/* The codes of a column in a part, and what each stands for. */
KernelColumn sweep_column (const Sweep *sweep, const Column *column, uint32_t part,
                           const uint8_t *table);

#endif
