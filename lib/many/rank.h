/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_RANK_H
#define MANY_RANK_H

#include "many/kernel.h"
#include <smaajob/ranking.h>

typedef struct {
  SmaajobCaseload *caseload;
  SmaajobMarket *market;
  size_t room;  /* when openings are swept: so many citizens are kept at once; 0 is as usual */
  uint32_t few; /* so few openings are swept exactly; 0 is as usual */
} RankSides;

/* smaajob_rank_citizens() and smaajob_rank_openings() by one kernel; without one, every pair is
   looked at itself. The rankings are the same. */
bool rank_citizens_by (const Kernel *kernel, const RankSides *sides,
                       const SmaajobRankingOptions *options, SmaajobError *error);
bool rank_openings_by (const Kernel *kernel, const RankSides *sides,
                       const SmaajobRankingOptions *options, SmaajobError *error);

#endif
