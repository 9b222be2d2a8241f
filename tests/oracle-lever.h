/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_ORACLE_LEVER_H
#define TESTS_ORACLE_LEVER_H

#include "property.h"

/*
 * Levers by brute force: every change of docs/scoring.md that the pair allows for, written into its
 * model, and every set of up to three of them made and scored by way of the public builders.
 */

#define ORACLE_MOST_CHANGES 64

typedef struct {
  SmaajobChange told; /* as a lever is to tell it */
  int what;           /* a condition, a concept or a term, by what the code says */
  int value;          /* what it becomes: thousandths, a level, or minutes */
} OracleChange;

typedef struct {
  int n, places[SMAAJOB_MAX_CHANGES]; /* among the changes */
  SmaajobVerdict verdict;
  int score, gain;
} OracleLever;

typedef struct {
  const Made *made;
  int n, n_levers;
  OracleChange changes[ORACLE_MOST_CHANGES];
  OracleLever levers[SMAAJOB_MAX_LEVERS];
  bool fits[ORACLE_MOST_CHANGES][ORACLE_MOST_CHANGES]; /* which pairs of changes make a fit */
} Oracle;

/* All changes that are considered, in the order of the table; made has a match. */
void oracle_list_changes (Oracle *oracle, const Made *made);
/* Write a change into a pair. */
void oracle_change (PairModel *pair, const OracleChange *change);
/* The pair with changes made; false when that would leave no task. */
bool oracle_score (const Oracle *oracle, const OracleLever *lever, SmaajobScore *score);
/* The levers of the changes, best first. */
void oracle_find_levers (Oracle *oracle);

#endif
