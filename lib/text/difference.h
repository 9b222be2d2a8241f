/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_DIFFERENCE_H
#define TEXT_DIFFERENCE_H

#include "text/read-match.h"
#include "text/read-values.h"

#include <smaajob/difference.h>

/* Both by SmaajobMoment and by SmaajobList. */
#define N_MOMENTS 2
#define N_LISTS   3

/* One comparison, as each match has it. */
typedef struct {
  SmaajobCriterionId criterion;
  bool has[N_MOMENTS];
  SmaajobItem items[N_MOMENTS]; /* a loss of 0 where it has none */
  int change;
} Comparison;

typedef struct {
  SmaajobReason *list;
  size_t n;
} ReasonList;

/* It keeps the tapes of both documents, and borrows every string from them. */
struct _SmaajobDifference {
  Tape tapes[N_MOMENTS];
  MatchDocument matches[N_MOMENTS];
  SmaajobSame same;
  bool has_sum;
  Comparison *items;
  SmaajobTaskChange *tasks;
  size_t n_items, n_tasks;
  ReasonList all[N_LISTS][N_MOMENTS];  /* of each match */
  ReasonList only[N_LISTS][N_MOMENTS]; /* those that the other has not */
};

#endif
