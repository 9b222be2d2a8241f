/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_LEVER_SET_H
#define MATCH_LEVER_SET_H

#include "match/change.h"

/* Changes made together: ascending numbers of a list of changes. */
typedef struct {
  int n;
  uint16_t changes[SMAAJOB_MAX_CHANGES];
} LeverSet;

/* More sets than any real pair has; what a hostile one has beyond them is not looked at. */
#define MOST_SETS 2000

/*
 * The sets of two or three changes that may make the pair a fit: every such set of which no part
 * does is among them, unless there are too many. Without memory *n is 0 and the result false. The
 * caller frees *sets.
 */
bool lever_sets_find (const Changes *changes, const Findings *findings, LeverSet **sets, size_t *n);

#endif
