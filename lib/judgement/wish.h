/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JUDGEMENT_WISH_H
#define JUDGEMENT_WISH_H

#include "judgement/item.h"

/* Whether what is wished is found; the later is the stronger. */
typedef enum { FOUND_NO, FOUND_UNKNOWN, FOUND_YES } Found;

/* The answer to what is sought, or else to be avoided: the item's strength and what it costs. */
void wish_set_found (Item *item, Found found, bool sought, const SmaajobPolicy *policy);
/* What the wishes come to, against the requirements of the tasks in core (bits): item i is the wish
   of that number, when it is to be avoided; the last, of number n_wishes, is all that is sought,
   met when any of it is found. False where there is no item. */
bool wish_judge (const SmaajobCitizen *citizen, uint32_t i, const SmaajobOpening *opening,
                 unsigned core, const SmaajobPolicy *policy, Item *item);
/* A sector is found when one of the two codes begins with the other; "" is unknown. */
Found wish_find_sector (const char *sought, const char *sector);
/* Whether a requirement's concept is what the wish is about, or similar to it. */
bool wish_is_about (const SmaajobCitizen *citizen, const Wish *wish, const Requirement *requirement,
                    const SmaajobPolicy *policy);

#endif
