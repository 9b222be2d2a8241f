/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_COLUMN_H
#define MANY_COLUMN_H

#include "many/packed.h"

/* Make the columns of a market whose openings are in their order. */
bool columns_make (SmaajobMarket *market, SmaajobError *error);

#endif
