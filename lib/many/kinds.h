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
/* Then lists which kinds are below. */
void kinds_list_below (Screen *screen);

/* By concept of the vocabulary: whether what is held of it tells anything to some requirement of
   the market. Without competences that are not near, all that is judged is as it was. NULL when
   there is no memory. */
bool *kinds_find_near (const View *view, const SmaajobMarket *market);

/* What the screen's citizen holds of a concept of the market. */
static inline const HeldRow *
kinds_held (const Screen *screen, uint32_t concept)
{
  return &screen->rows[screen->held[concept]];
}

/* What a requirement of a kind comes to for the screen's citizen. */
static inline KindJudged
kinds_find (const Screen *screen, uint32_t kind)
{
  const KindPlace place = screen->view->places[kind];

  if (screen->by_kind != NULL)
    return screen->by_kind[kind];
  return kinds_held (screen, place_concept (place))->judged[place_code (place)];
}

/* What the musts among the requirements of a task come to, as bits: see must_states. */
static inline unsigned
kinds_judge_musts (const Screen *screen, const PackedTask *task,
                   const PackedRequirement *requirements)
{
  unsigned state = task->marks & TASK_TOLD ? 0 : MUST_UNKNOWN;

  for (unsigned i = 0; i < task_n_musts (task); i++) {
    const Training training = screen->training[training_of_packed (requirements[i])];

    state |= must_states[kinds_find (screen, kind_of (requirements[i])).state][training];
  }
  return state;
}

/* What is posted of a concept is anywhere: have it fetched, mostly all. */
static inline void
kinds_fetch_postings (const Screen *screen, uint32_t concept)
{
  const char *first =
      (const char *) &screen->market->postings[screen->view->first_posting[concept]];

  memory_fetch (first);
  memory_fetch (first + 64);
  memory_fetch (&screen->view->posted[screen->view->first_posting[concept]]);
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
