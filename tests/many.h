/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_MANY_H
#define TESTS_MANY_H

#include "effort.h"
#include "population.h"

/* Random markets and caseloads of one world. Beside the objects stand the documents. */
#define CROWD_MOST 300

typedef struct {
  World world;
  int n_citizens, n_openings;
  SmaajobCitizen *citizens[CROWD_MOST];
  SmaajobOpening *openings[CROWD_MOST];
  char *citizens_text, *openings_text; /* NDJSON */
  SmaajobCaseload *caseload;
  SmaajobMarket *market;
} Crowd;

/* Sorts of crowds: with copies, so that there are ties; all blocked; all of one place; citizens of
   whom little but what they hold, or wish, is told, so that nothing is known of many pairs. */
typedef enum {
  CROWD_ANY,
  CROWD_TIED,
  CROWD_BLOCKED,
  CROWD_KNOWN,
  CROWD_UNTOLD,
  N_CROWD_SORTS
} CrowdSort;

Crowd crowd_make (uint64_t seed, CrowdSort sort, int n_citizens, int n_openings);
/* A crowd of its world, to which a test adds what it has drawn; then its market and caseload. */
void crowd_add_citizen (Crowd *crowd, const CitizenModel *model);
void crowd_add_opening (Crowd *crowd, const OpeningModel *model);
void crowd_gather (Crowd *crowd);
void crowd_clear (Crowd *crowd);

/* A pair of the crowd and its score. */
typedef struct {
  int number;
  const char *id;
  SmaajobScore score;
} Placed;

/* Which comes first in a ranking; for qsort(). */
int placed_compare (const void *a, const void *b);

/* What a ranking must say, found by scoring and matching every pair and sorting. */
typedef struct {
  Placed placed[CROWD_MOST];
  int n;
  size_t without_score[4], with_verdict[4];
  size_t blocked_by[SMAAJOB_CODE_NEED_REFUSED + 1];
} BruteForce;

BruteForce brute_force_for_citizen (const Crowd *crowd, int citizen);
BruteForce brute_force_for_opening (const Crowd *crowd, int opening);

#endif
