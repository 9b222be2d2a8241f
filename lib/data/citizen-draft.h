/* SPDX-License-Identifier: Apache-2.0 */
#ifndef DATA_CITIZEN_DRAFT_H
#define DATA_CITIZEN_DRAFT_H

#include "data/check.h"
#include "data/citizen.h"

struct _SmaajobCitizenBuilder {
  struct _SmaajobCitizen made; /* all but what it points to */
  size_t n_windows;
  char id[ID_SIZE];
  Competence competences[CITIZEN_MAX_COMPETENCES];
  Need needs[CITIZEN_MAX_NEEDS];
  GateAnswer gates[CITIZEN_MAX_GATES]; /* sorted by gate */
  Wish wishes[CITIZEN_MAX_WISHES];
};

#endif
