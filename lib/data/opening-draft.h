/* SPDX-License-Identifier: Apache-2.0 */
#ifndef DATA_OPENING_DRAFT_H
#define DATA_OPENING_DRAFT_H

#include "data/check.h"
#include "data/citizen-draft.h"
#include "data/opening.h"

typedef struct {
  uint32_t concept_index;
  uint8_t level;
  uint8_t importance;
  int16_t training_weeks;
} StatedRequirement;

/* Sorted by condition. */
typedef struct {
  size_t n;
  Stated stated[OPENING_MAX_EXPOSURES + DRAFT_SPARE];
} StatedList;
_Static_assert(OPENING_MAX_PROVISIONS <= OPENING_MAX_EXPOSURES, "one list for both");

typedef struct {
  Task made; /* all but what it points to, and what depends on the other tasks */
  size_t n_windows;
  char id[ID_SIZE];
  StatedRequirement requirements[OPENING_MAX_REQUIREMENTS + DRAFT_SPARE];
  StatedList exposures;
} TaskDraft;

struct _SmaajobOpeningBuilder {
  struct _SmaajobOpening made; /* all but what it points to */
  char id[ID_SIZE];
  char employer[ID_SIZE];      /* "" when not stated */
  const SmaajobOpening *alike; /* what it was filled with, which stays; or NULL */
  StatedList exposures, provisions;
  uint32_t gates[OPENING_MAX_GATES]; /* sorted */
  /* The head of each, up to its lists, is made when the task is added: a builder is large, and one
     is made for every document. */
  TaskDraft tasks[OPENING_MAX_TASKS];
};

bool stated_has (const StatedList *list, uint32_t condition);
/* State the value of a condition, in place of any other; there must be room. */
void stated_set (StatedList *list, uint32_t condition, int32_t value);
/* What smaajob_opening_builder_new() makes, where the caller has room for it; the vocabulary stays
   the caller's. Not to be given to smaajob_opening_builder_free(). */
bool opening_draft_begin (SmaajobOpeningBuilder *draft, SmaajobVocabulary *vocabulary,
                          const char *id, SmaajobError *error);
/* Make the draft, whatever it was, say what the opening says. The vocabulary stays the opening's: a
   draft so made is not to be given to smaajob_opening_builder_free(), and the opening must be there
   as long as the draft is used. */
void opening_draft_fill (SmaajobOpeningBuilder *draft, const SmaajobOpening *opening);

#endif
