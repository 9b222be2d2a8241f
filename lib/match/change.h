/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_CHANGE_H
#define MATCH_CHANGE_H

#include "match/scenario.h"
#include <smaajob/lever.h>

/* A change that is somebody's to make, of what it is about, and how it is told. */
typedef struct {
  SmaajobChange told;
  uint32_t index; /* of the concept, condition, task or term */
  int amount;     /* to: minutes, level or thousandths */
} Change;

/* What the changes are found from. */
typedef struct {
  const SmaajobMatch *match;
  const Pairing *pairing;
  Change *list; /* room for changes_count_most() */
  size_t n;
} Changes;

size_t changes_count_most (const SmaajobMatch *match);
/* What that may be of any match. */
#define MOST_CHANGES (CITIZEN_MAX_NEEDS + OPENING_MAX_TASKS * (OPENING_MAX_REQUIREMENTS + 3) + 6)
/* Every change that is considered, in the order of docs/scoring.md. */
void changes_list (Changes *changes);
/* Which of them it is; or NO_CHANGE. */
#define NO_CHANGE UINT16_MAX
uint16_t changes_find (const Changes *changes, SmaajobCode code, uint32_t index);
void change_apply (const Change *change, Scenario *scenario);

/* Whether it is the municipality, not the employer, that gives a provision. */
bool provision_is_municipal (const SmaajobVocabulary *vocabulary, uint32_t condition);

#endif
