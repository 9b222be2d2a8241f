/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_PACK_H
#define MANY_PACK_H

#include "many/distinct.h"
#include "many/packed.h"

/* One that has nothing yet; NULL after telling that there is no memory. */
SmaajobMarket *market_begin (SmaajobVocabulary *vocabulary, bool borrowed, SmaajobError *error);
/* So many openings, and the blocks and parts of them. */
void market_set_n (SmaajobMarket *market, uint32_t n);
/* The packed form of some openings, which are taken; ids are checked by the caller. */
SmaajobMarket *market_pack (SmaajobVocabulary *vocabulary, const SmaajobOpening *const *openings,
                            uint32_t n, SmaajobError *error);
/* The same of images that are another's, and outlive the market; ids are numbered already. */
SmaajobMarket *market_pack_images (SmaajobVocabulary *vocabulary,
                                   const SmaajobOpening *const *images, const Distinct *ids,
                                   SmaajobError *error);

#endif
