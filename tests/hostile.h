/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_HOSTILE_H
#define TESTS_HOSTILE_H

#include "population.h"

/*
 * Markets and citizens for whom what a ranking takes to be likely is not so, of the words of world
 * 1: what costs the least is blocked, nothing is known of it, it has the same score as all else.
 */

/* What may be wrong with an opening that costs little; of the last two it is for some citizens. */
typedef enum {
  TRAP_UNEVEN,
  TRAP_QUANTITY,
  TRAP_NO_PRACTICE,
  TRAP_UNTRAINABLE,
  TRAP_UNTIMED,
  TRAP_UNTIMED_WITHIN_REACH,
  TRAP_GATE,
  TRAP_FAR,
  TRAP_REFUSED,
  TRAP_PROVISION,
  TRAP_SILENT,
  TRAP_UNPAID,
  TRAP_NO_PLACE,
  N_TRAPS,
  TRAP_ANY = N_TRAPS
} Trap;

/* Those that are no traps: anything; could hardly cost more, and all about as much; differ in one
   ceiling alone, so that many have one score, whose costs differ; all tell the same things of whole
   levels, so that all they cost can be bounded; or stand within some metres of a place. */
typedef enum {
  OTHERS_ANY,
  OTHERS_HEAVY,
  OTHERS_GRADED,
  OTHERS_PLAIN,
  N_OTHERS,
  OTHERS_AT_EDGE = N_OTHERS
} Others;

typedef struct {
  int n;
  int trapped; /* in thousandths */
  Trap trap;
  Others others;
  int region; /* in hundredths of a degree: how far apart they are; or, in millionths, how far away
                 is the edge */
} MarketSort;

/* The ids are in another order than the openings. */
SmaajobMarket *hostile_market (SmaajobVocabulary *vocabulary, Random *random,
                               const MarketSort *sort);

/* The first have the graded market, the plain one and that at the edge as their own. */
#define CITIZEN_GRADED     0
#define CITIZEN_PLAIN      1
#define CITIZEN_AT_EDGE    2
#define N_HOSTILE_CITIZENS 21

SmaajobCitizen *hostile_citizen (SmaajobVocabulary *vocabulary, int number);

#endif
