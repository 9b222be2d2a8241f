/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_SECTION_H
#define MANY_SECTION_H

#include "many/packed.h"

/* Room for n items, all zero, for a section that has none; false when there is no memory. */
bool section_take (SmaajobMarket *market, SectionId id, size_t n);
/* Free what was taken. */
void sections_free (SmaajobMarket *market);
/* In bytes, all together. */
size_t sections_size (const SmaajobMarket *market);

#endif
