/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_CHOOSE_H
#define MANY_CHOOSE_H

#include "many/ranking.h"
#include "many/sweep-state.h"

/* An opening that may be among the best: its number, above that the rank of its id, once they are
   chosen from, and above both the total. */
typedef uint64_t Candidate;
#define MOST_CANDIDATES 1024 /* before the most promising of them are scored */

/* The choice of the best for a citizen, of openings whose totals are low. */
typedef struct {
  Sweep *sweep;
  uint32_t n_failed; /* pairs that were scored, and have no score */
  uint32_t n_closed; /* pairs that turned out to be blocked when they were to be scored */
  uint32_t n_candidates;
  Candidate candidates[MOST_CANDIDATES];
} Choice;

/* Begin, anew if need be. */
void choice_begin (Choice *choice, Sweep *sweep);
/* Choose from the openings whose total is above the one and at most the other: the most promising
   are scored first, as long as one can be among the best. */
void choice_make (Choice *choice, SmaajobRanking *ranking, int above, int most);
/* So many turned out not to be what they seemed that it is sooner found at once what has a score.
   What was chosen is then of no use. */
bool choice_has_failed (const Choice *choice);

/* Score a pair, as smaajob_score() does, and keep it if it is among the best; false when it has no
   score. Of the screen are the market and the policy. */
bool choose_pair (SmaajobRanking *ranking, const Screen *screen, const SmaajobCitizen *citizen,
                  uint32_t opening, Kept place);
/* The same of the screen's citizen. */
bool choose_opening (SmaajobRanking *ranking, const Screen *screen, uint32_t opening);

#endif
