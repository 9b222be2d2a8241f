/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_POSTING_H
#define MANY_POSTING_H

#include "many/packed.h"

#define MOST_REQUIREMENTS (1u << 27) /* of all openings */

/* Number the requirements of a market whose openings and tasks are packed, and list by what is
   looked up for them. */
bool kinds_make (SmaajobMarket *market, SmaajobError *error);
/* Then list the openings by what they require on their core tasks. */
bool postings_make (SmaajobMarket *market, SmaajobError *error);

#endif
