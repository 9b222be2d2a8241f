/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_PAIR_H
#define CLI_PAIR_H

#include "load.h"

/** What a match of a citizen's and an opening's file is made of. */
typedef struct {
  SmaajobVocabulary *vocabulary;
  SmaajobPolicy *policy;
  SmaajobCitizen *citizen;
  SmaajobOpening *opening;
} Sources;

/** Load all of them, or tell every fault; to be cleared in either case. */
bool sources_load (Sources *sources, const Options *options, Report *report);
void sources_clear (Sources *sources);
/** The match of them; NULL after telling why not. */
SmaajobMatch *sources_match (const Sources *sources, const Options *options, Report *report);

#endif
