/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_BARS_H
#define MANY_BARS_H

#include "many/search.h"

/*
 * The best citizens for each of many openings. A sweep bounds all of them for one citizen; each
 * opening has a bar, which is what the last of its best costs, and a pair is scored only if its
 * bound is not beyond it, of some citizens the most promising first. It is a thread's own.
 */
typedef struct Bars Bars;

/* For openings of the blocks from the first to before the last; the search is the owner's. Whether
   every pair's verdict and blockers are counted. NULL when there is no memory. */
Bars *bars_new (Search *search, const uint32_t blocks[2], bool every);
void bars_free (Bars *bars);
/* The ranking of one of those openings, by its place in the market; it stays the owner's. */
void bars_add (Bars *bars, uint32_t opening, SmaajobRanking *ranking);
/* Room for the next citizen, who is looked at until all are considered. */
CitizenCopy *bars_make_room (Bars *bars);
/* Consider the citizen for all of them. */
void bars_consider (Bars *bars, const SmaajobCitizen *citizen, Kept place);
/* Have the pairs without a score counted in the rankings, and these sorted. */
void bars_finish (Bars *bars);

#endif
