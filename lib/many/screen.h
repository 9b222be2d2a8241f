/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_SCREEN_H
#define MANY_SCREEN_H

#include "many/judge.h"

/* What is decided of a pair. */
typedef struct {
  Findings findings; /* not those that its plan is made from */
  SmaajobVerdict verdict;
  int most;  /* the score is at most this */
  bool open; /* nothing may be known of the pair, so that it has no score */
} Screened;

/* NULL when there is no memory. */
Screen *screen_new (const SmaajobMarket *market, const SmaajobPolicy *policy, bool all_blockers);
void screen_free (Screen *screen);
void screen_begin (Screen *screen, const SmaajobCitizen *citizen);
void screen_pair (Screen *screen, uint32_t opening, Screened *screened);
/* Whether every opening of a block is known to be too far away. */
bool screen_is_far (const Screen *screen, const Block *block);
/* SmaajobCode of every blocker of a blocked pair, as bits. */
unsigned screen_list_blockers (const Findings *findings);

#endif
