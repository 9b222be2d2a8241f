/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_BLOCKERS_H
#define MATCH_BLOCKERS_H

#include "match/reasons.h"
#include "match/verdict.h"

/* Everything known that stands in the way of the match or of pay, always all of it. */
void blockers_list (const Pairing *pairing, const Findings *findings, Reasons *blockers);

#endif
