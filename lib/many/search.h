/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_SEARCH_H
#define MANY_SEARCH_H

#include "many/choose.h"
#include "many/kernel.h"

/* A Search ranks pairs of one citizen after the other with a market. It is a thread's own. */

/* The view is taken, the market is not. Without a kernel every pair is looked at itself. NULL when
   there is no memory. */
Search *search_new (const SmaajobMarket *market, View *view, const Kernel *kernel);
void search_free (Search *search);
Sweep *search_sweep (const Search *search);
View *search_view (const Search *search);
bool search_is_by (const Search *search, const SmaajobPolicy *policy, const Kernel *kernel);
/* Fill a ranking of the market; count every blocker of every pair, if asked to. */
void search_market (Search *search, const SmaajobCitizen *citizen, bool every,
                    SmaajobRanking *ranking);
/* Begin with a citizen; then consider the citizen for the rankings of openings, one by one. */
void search_begin (Search *search, const SmaajobCitizen *citizen, bool every);
void search_pair (Search *search, uint32_t opening, Kept citizen, SmaajobRanking *ranking);

/* The fastest that there is here. */
const Kernel *search_find_kernel (const SmaajobMarket *market);
/* A search that was kept with the market, or NULL; and keep one, for the next ranking. */
Search *search_take (const SmaajobMarket *market, const SmaajobPolicy *policy,
                     const Kernel *kernel);
void search_keep (const SmaajobMarket *market, Search *search);

#endif
