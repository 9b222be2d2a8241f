/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_KINDS_H
#define MANY_KINDS_H

#include "many/judge.h"

/* What a citizen holds, against every kind of requirement of a market: each is judged once. */

/* False when there is no memory; kinds_clear() ends it in any case. */
bool kinds_init (Screen *screen);
void kinds_clear (Screen *screen);
/* For the screen's citizen, when it is known what one comes to who is bare. */
void kinds_judge (Screen *screen);

/* What a requirement of a kind comes to for the screen's citizen. */
static inline KindJudged
kinds_find (const Screen *screen, uint32_t kind)
{
  return screen->by_kind[kind];
}

/* Concepts of the market that look up one of the vocabulary, nearest first; none of a concept that
   is not. */
static inline const Asker *
kinds_find_askers (const View *view, const SmaajobMarket *market, uint32_t concept_index,
                   const Asker **end)
{
  uint32_t key = concept_index < view->n_vocabulary ? view->keys[concept_index] : 0;

  *end = market->askers + market->first_askers[key];
  return key == 0 ? *end : market->askers + market->first_askers[key - 1];
}

#endif
