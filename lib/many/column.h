/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_COLUMN_H
#define MANY_COLUMN_H

#include "many/packed.h"

/* Make the columns of a market whose openings and tasks are packed. */
bool columns_make (SmaajobMarket *market, SmaajobError *error);
void columns_free (SmaajobMarket *market);

/* What the openings say of a condition; NULL when none says anything. */
const Column *market_find_column (const SmaajobMarket *market, uint32_t condition);

#endif
