/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_NOTHING_H
#define MATCH_NOTHING_H

#include <smaajob/match.h>

/* What is read of no match. A 0 would be read as the worst score there is. */
#define NO_SCORE                                                                                   \
  {                                                                                                \
    .score = SMAAJOB_UNKNOWN, .low = SMAAJOB_UNKNOWN, .high = SMAAJOB_UNKNOWN,                     \
    .coverage = SMAAJOB_UNKNOWN, .potential = SMAAJOB_UNKNOWN, .side_citizen = SMAAJOB_UNKNOWN,    \
    .side_employer = SMAAJOB_UNKNOWN                                                               \
  }
#define NO_PLAN                                                                                    \
  {                                                                                                \
    .growth_minutes = SMAAJOB_UNKNOWN                                                              \
  }

#endif
