/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_TIMING_H
#define MATCH_TIMING_H

#include "match/reasons.h"
#include "match/verdict.h"

/* When to bring up pay: the first rule that applies, with its reasons. */
SmaajobAdvice timing_advise (const Pairing *pairing, const Findings *findings, Reasons *reasons);

#endif
