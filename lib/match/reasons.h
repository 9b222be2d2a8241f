/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_REASONS_H
#define MATCH_REASONS_H

#include "match/pairing.h"
#include <smaajob/match.h>

/* A list of reasons in memory that is large enough: see reasons_count_most(). */
typedef struct {
  SmaajobReason *list;
  size_t n;
} Reasons;

/* The name of a subject, borrowed from what it is about. */
const char *subject_get_name (const Pairing *pairing, Subject subject);
/* task may be NO_TASK. */
void reasons_add (Reasons *reasons, const Pairing *pairing, SmaajobCode code, Subject subject,
                  int task);
/* A code that is about a member of a document. */
void reasons_add_member (Reasons *reasons, const Pairing *pairing, SmaajobCode code, Member member);
/* Every must-provision that is known not to be met. */
void reasons_add_refused_provisions (Reasons *reasons, const Pairing *pairing);
/* The most reasons that any one list of a match of the two can hold. */
size_t reasons_count_most (const SmaajobCitizen *citizen, const SmaajobOpening *opening);

#endif
