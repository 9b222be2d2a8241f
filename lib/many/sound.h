/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_SOUND_H
#define MANY_SOUND_H

#include "many/packed.h"

/*
 * Whether nothing in the sections leads anywhere it may not: what was not packed here is not looked
 * at before. The counts of openings, blocks and parts, the images and the sections' own counts are
 * there; images are sound themselves. The first section that is not is told.
 */
bool market_is_sound (const SmaajobMarket *market, SectionId *wrong);

#endif
