/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JUDGEMENT_WISH_H
#define JUDGEMENT_WISH_H

#include "judgement/item.h"

/* The wish of that number, to be avoided, against the requirements of the tasks in core (bits). */
void wish_judge_avoid (const SmaajobCitizen *citizen, uint32_t wish, const SmaajobOpening *opening,
                       unsigned core, const SmaajobPolicy *policy, Item *item);
/* All that is sought, as one: met when any of it is found. False when nothing is sought. */
bool wish_judge_seek (const SmaajobCitizen *citizen, const SmaajobOpening *opening, unsigned core,
                      const SmaajobPolicy *policy, Item *item);

#endif
