/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_POSTING_H
#define MANY_POSTING_H

#include "many/packed.h"

#define MOST_REQUIREMENTS (1u << 27) /* of all openings */

/* What opening i of the market's order, whose tasks are packed, requires goes to its place among
   the numbers, one for each requirement of the market: of a task the musts first. */
void requirements_gather (SmaajobMarket *market, const SmaajobOpening *opening, uint32_t i,
                          uint64_t *numbers);
/* Number the requirements, all of which are gathered, and list by what is looked up for them. */
bool kinds_make (SmaajobMarket *market, uint64_t *numbers, SmaajobError *error);
/* Then list the openings by what they require on their core tasks. */
bool postings_make (SmaajobMarket *market, SmaajobError *error);

#endif
