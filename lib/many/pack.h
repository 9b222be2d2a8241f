/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_PACK_H
#define MANY_PACK_H

#include "many/packed.h"

/* The packed form of some openings, which are taken; ids are checked by the caller. */
SmaajobMarket *market_pack (SmaajobVocabulary *vocabulary, const SmaajobOpening *const *openings,
                            uint32_t n, SmaajobError *error);
/* The same of images that are another's, and outlive the market. */
SmaajobMarket *market_pack_images (SmaajobVocabulary *vocabulary,
                                   const SmaajobOpening *const *images, uint32_t n,
                                   SmaajobError *error);

#endif
