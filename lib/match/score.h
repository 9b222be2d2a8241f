/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_SCORE_H
#define MATCH_SCORE_H

#include "judgement/common-time.h"
#include "judgement/hours.h"
#include "match/verdict.h"

bool pair_check (const SmaajobPair *pair, const SmaajobPolicy *policy, SmaajobError *error);
/* smaajob_score() of a pair that need not be checked. */
SmaajobScore pair_score (const SmaajobPair *pair, const SmaajobPolicy *policy);
/* The score of a pairing; tally and findings are filled for those who explain it. */
SmaajobScore pairing_score (const Pairing *pairing, Tally *tally, Findings *findings);
/* Each task's most minutes a week, in whole units of grid minutes; 0 outside tasks (bits). */
void find_caps (const SmaajobOpening *opening, unsigned tasks, int grid, int *caps);
/* What the two sides allow in all. */
int find_total (const Hours *hours);
/* Room that pairing_score() needs for items. */
size_t count_items (const SmaajobCitizen *citizen, const SmaajobOpening *opening);

#endif
