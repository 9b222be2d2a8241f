/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_SOUND_H
#define MANY_SOUND_H

#include "many/packed.h"

/*
 * Whether nothing in the sections leads anywhere it may not: what was not packed here is not looked
 * at before. The vocabulary, the counts of openings, blocks and parts, and the sections with their
 * own counts are there; no image is looked at.
 */
bool market_is_sound (const SmaajobMarket *market);

#endif
