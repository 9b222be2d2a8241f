/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_SEARCH_H
#define MANY_SEARCH_H

#include "many/kernel.h"
#include "many/ranking.h"
#include "many/view.h"

/* Ranks pairs of one citizen after the other with a market. It is a thread's own. */
typedef struct Search Search;

/* The view is taken, the market is not. NULL when there is no memory. */
Search *search_new (const Kernel *kernel, const SmaajobMarket *market, View *view);
void search_free (Search *search);
/* Fill a ranking of the market; count every blocker of every pair, if asked to. */
void search_market (Search *search, const SmaajobCitizen *citizen, bool every,
                    SmaajobRanking *ranking);
/* Begin with a citizen; then consider the citizen for the rankings of openings, one by one. */
void search_begin (Search *search, const SmaajobCitizen *citizen, bool every);
void search_pair (Search *search, uint32_t opening, Kept citizen, SmaajobRanking *ranking);

#endif
