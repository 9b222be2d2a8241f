/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_COLUMN_H
#define MANY_COLUMN_H

#include "many/packed.h"

/* The columns of a market while they are made: NULL when there is no memory. */
typedef struct Columns Columns;
Columns *columns_begin (SmaajobMarket *market);
/* What opening i of the market's order says; false when there is no memory. */
bool columns_add (Columns *columns, const SmaajobOpening *opening, uint32_t i);
/* Once every opening is added they are the market's; false when there is no memory. */
bool columns_place (Columns *columns);
void columns_free (Columns *columns);

#endif
