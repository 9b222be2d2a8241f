/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_SCENARIO_H
#define MATCH_SCENARIO_H

#include "data/citizen-draft.h"
#include "data/opening-draft.h"
#include "match/match.h"

/*
 * The pair of a match as it could be. Its two objects are changed in drafts and made anew to be
 * scored, so that what a change does to them is told in one place: where they are built.
 */
typedef struct {
  const SmaajobMatch *match;
  unsigned tasks;     /* bits; those that are not left out */
  int travel_minutes; /* as in a pair */
  bool citizen_changed, opening_changed;
  SmaajobCitizenBuilder citizen;
  SmaajobOpeningBuilder opening;
} Scenario;

/* NULL when there is no memory. */
Scenario *scenario_new (const SmaajobMatch *match);
void scenario_free (Scenario *scenario);
/* The pair as it is. */
void scenario_reset (Scenario *scenario);
/* The draft of one of the two, to be changed. */
SmaajobCitizenBuilder *scenario_change_citizen (Scenario *scenario);
SmaajobOpeningBuilder *scenario_change_opening (Scenario *scenario);
/* False when there is no memory. */
bool scenario_score (const Scenario *scenario, SmaajobScore *score);

#endif
