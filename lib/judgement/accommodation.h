/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JUDGEMENT_ACCOMMODATION_H
#define JUDGEMENT_ACCOMMODATION_H

#include "judgement/item.h"

typedef enum { NEED_KEPT, NEED_UNKNOWN, NEED_EXCEEDED } NeedState;

/* How far an opening meets one need, its tasks in core (bits, at least one) counted. */
void need_judge (const Need *need, const SmaajobOpening *opening, unsigned core,
                 const SmaajobPolicy *policy, Item *item);
/* A need of whole levels, by opening_find_answer() alone. */
void need_judge_answer (const Need *need, unsigned answer, const SmaajobPolicy *policy, Item *item);
/* The prices of all needs of whole levels together, the opening's core counted. */
void needs_price (const SmaajobCitizen *citizen, const SmaajobOpening *opening,
                  const SmaajobPolicy *policy, Price *sum);
/* A limit or ceiling on one task; always kept for a provision, which is the workplace's. */
NeedState need_on_task (const Need *need, const SmaajobOpening *opening, int task);
/* A provision at the workplace; always kept for a limit or ceiling. */
NeedState need_at_workplace (const Need *need, const SmaajobOpening *opening);

#endif
