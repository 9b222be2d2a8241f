/* SPDX-License-Identifier: Apache-2.0 */
#ifndef ARROW_RESULTS_H
#define ARROW_RESULTS_H

#include "table.h"

/* The scores of some citizens of a caseload with every opening of a market: a row a pair. */
typedef struct {
  const SmaajobScore *scores;
  const SmaajobCaseload *caseload;
  const SmaajobMarket *market;
  size_t first;
} ScoresSource;
#define SCORES_COLUMNS "citizen:u opening:u " SCORE_COLUMNS
void scores_fill (const void *source, uint64_t i, Row *row);

/* Rankings: a row for each of those kept; first[k] is the row that ranking k begins with. */
typedef struct {
  SmaajobRanking *const *rankings;
  const uint64_t *first;
  size_t n;
} RankingsSource;
#define RANKINGS_COLUMNS "ranked_for:u rank:l id:u number:l " SCORE_COLUMNS
void rankings_fill (const void *source, uint64_t i, Row *row);

/* Matches, explained: a row a match, with all that it is made of in lists. */
typedef struct {
  SmaajobMatch *const *matches;
} MatchesSource;
#define REASONS_COLUMN "[{code:u subject:u task:u}]"
#define MATCHES_COLUMNS                                                                            \
  "citizen:u opening:u verdict:u blockers:" REASONS_COLUMN " " NUMBERS_COLUMNS                     \
  " criteria:[{id:u side:u value:g low:g high:g weight:g loss:g "                                  \
  "items:[{subject:u task:u state:u have:g want:g share:g loss:g}]}]"                              \
  " tasks:[{id:u verdict:u hours:g reasons:" REASONS_COLUMN "}]"                                   \
  " plan:{present_hours:g paid_hours:g practice_hours:g capacity_hours:g growth_to:g "             \
  "schedule:[{day:u from:u to:u task:u}]}"                                                         \
  " timing:{advice:u reasons:" REASONS_COLUMN "} attention:" REASONS_COLUMN
void matches_fill (const void *source, uint64_t i, Row *row);

#endif
