/* SPDX-License-Identifier: Apache-2.0 */
#ifndef DATA_CITIZEN_DRAFT_H
#define DATA_CITIZEN_DRAFT_H

#include "data/check.h"
#include "data/citizen.h"

/* Room, beyond what a document may hold, for what a scenario adds. */
#define DRAFT_SPARE 4

struct _SmaajobCitizenBuilder {
  struct _SmaajobCitizen made; /* all but what it points to */
  size_t n_windows;
  char id[ID_SIZE]; /* from here on nothing is set when a builder is made: it is large */
  Competence competences[CITIZEN_MAX_COMPETENCES + DRAFT_SPARE];
  Need needs[CITIZEN_MAX_NEEDS];
  GateAnswer gates[CITIZEN_MAX_GATES + DRAFT_SPARE]; /* sorted by gate */
  Wish wishes[CITIZEN_MAX_WISHES];
};

/* Make the draft, whatever it was, say what the citizen says. The vocabulary stays the citizen's: a
   draft so made is not to be given to smaajob_citizen_builder_free(). */
void citizen_draft_fill (SmaajobCitizenBuilder *draft, const SmaajobCitizen *citizen);

/* Room for a citizen that is made in it and not shared; {NULL} is none, and the owner frees the
   citizen as memory. */
typedef struct {
  SmaajobCitizen *citizen;
  size_t room;
} CitizenCopy;

/* What the draft says, made in the copy: it holds no reference to the vocabulary. NULL when there
   is no memory. */
SmaajobCitizen *citizen_make (const SmaajobCitizenBuilder *draft, CitizenCopy *copy);

#endif
