/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_ATTENTION_H
#define MATCH_ATTENTION_H

#include "match/plan.h"
#include "match/reasons.h"

/* What a professional should give a thought, in the order of SmaajobCode. */
void attention_list (const Pairing *pairing, const Findings *findings, const SmaajobScore *score,
                     const Plan *plan, Reasons *attention);

#endif
