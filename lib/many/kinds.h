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

/* What is left of a task by the musts of its requirements. */
static inline SmaajobTaskVerdict
kinds_judge_musts (const Screen *screen, const PackedTask *task,
                   const PackedRequirement *requirements)
{
  unsigned state = task->marks & TASK_TOLD ? 0 : MUST_UNKNOWN;

  for (unsigned i = 0; i < task->n_requirements; i++) {
    const KindJudged judged = kinds_find (screen, kind_of (requirements[i]));
    const Training training = screen->training[training_of_packed (requirements[i])];

    state |=
        (0u - (judged.importance == SMAAJOB_STRENGTH_MUST)) & must_states[judged.state][training];
  }
  return musts_leave (state);
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
