/* SPDX-License-Identifier: Apache-2.0 */
#ifndef POPULATION_WORLD_H
#define POPULATION_WORLD_H

#include "dice.h"

#include <glib.h>
#include <smaajob/smaajob.h>

typedef enum { SPREAD_NATIONAL, SPREAD_DENSE } Spread;

enum { KIND_WORLD, KIND_CITIZEN, KIND_OPENING };

/* What a population is made from; immutable once made. */
typedef struct {
  SmaajobVocabulary *vocabulary;
  uint64_t seed;
  Spread spread;
  GPtrArray *ids;         /* of the concepts */
  uint32_t *common_first; /* concepts, the most common first */
  GArray **broader;       /* by concept: uint32_t */
  GArray **narrower;
  Zipf concepts, conditions, sectors;
  uint32_t *conditions_first;
} World;

World *world_new (SmaajobVocabulary *vocabulary, uint64_t seed, Spread spread);
void world_free (World *world);

/* The same citizen or opening for the same seed and number, whatever else is made. */
SmaajobCitizen *population_make_citizen (const World *world, uint32_t number);
SmaajobOpening *population_make_opening (const World *world, uint32_t number);

/* What the two makers share. */
void insist (bool ok, const SmaajobError *error);
/* A concept: a common one mostly, or near one that was drawn before (drawn: uint32_t). */
const char *world_draw_concept (const World *world, Dice *dice, GArray *drawn);
SmaajobCondition world_draw_condition (const World *world, Dice *dice, uint64_t *taken);
const char *world_draw_sector (const World *world, Dice *dice);
SmaajobStrength world_draw_strength (Dice *dice, unsigned must_percent);
SmaajobWindow world_draw_window (Dice *dice, unsigned weekend_percent);
typedef struct {
  double lat, lon;
} Place;
Place world_draw_place (const World *world, Dice *dice);

#endif
