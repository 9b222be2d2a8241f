/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_UNKNOWN_H
#define MATCH_UNKNOWN_H

#include "match/scenario.h"
#include <smaajob/question.h>

/* Something that is not known of a pair, and how to fill in the answers that are tried: those that
   docs/scoring.md names. */
typedef struct _Unknown Unknown;
struct _Unknown {
  SmaajobCode code;
  SmaajobAsk ask;
  int n_answers;
  void (*fill) (Scenario *scenario, const Unknown *unknown, int answer);
  const char *subject;
  uint32_t index; /* of the concept, condition, gate, task or term */
};

typedef struct {
  const SmaajobMatch *match;
  Pairing pairing;
  Unknown *list;
  size_t n;
} Unknowns;

#define UNKNOWN(code, ask, n_answers, fill)                                                        \
  ((Unknown){SMAAJOB_CODE_##code##_UNKNOWN, SMAAJOB_ASK_##ask, n_answers, fill, NULL, 0})

void unknowns_add (Unknowns *unknowns, Unknown unknown, Subject subject);
void unknowns_add_if (Unknowns *unknowns, bool asked, Unknown unknown, Member member);
/* Whether one of those from the number first on is about the index. */
bool unknowns_have (const Unknowns *unknowns, size_t first, uint32_t index);
Week unknown_week_of (bool all);

/* What the citizen, and what the opening does not tell, in the order of docs/scoring.md. */
void unknowns_list_citizen (Unknowns *unknowns);
void unknowns_list_opening (Unknowns *unknowns);

#endif
