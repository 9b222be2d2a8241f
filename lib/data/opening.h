/* SPDX-License-Identifier: Apache-2.0 */
#ifndef DATA_OPENING_H
#define DATA_OPENING_H

#include "data/citizen.h"
#include <smaajob/opening.h>

#define OPENING_MAX_TASKS        12
#define OPENING_MAX_REQUIREMENTS 32 /* a task */
#define OPENING_MAX_EXPOSURES    64 /* a task, and of the opening itself */
#define OPENING_MAX_PROVISIONS   64
#define OPENING_MAX_GATES        64
#define N_TERMS                  5

/* Another requirement of the opening whose concept, were it held, would help this one. */
typedef struct {
  uint16_t requirement;
  uint8_t relation; /* of that concept, held, to this one, wanted */
} Helper;

typedef struct {
  uint64_t near; /* vocabulary_get_near_wanted() of the concept */
  uint32_t concept_index;
  uint8_t level;
  uint8_t importance;     /* SmaajobStrength */
  int16_t training_weeks; /* or SMAAJOB_UNKNOWN, SMAAJOB_TRAINING_IMPOSSIBLE */
  /* keys to look up in a citizen's holdings: the concept, its parents, its grandparents */
  const uint32_t *keys;
  const Helper *helpers; /* of all tasks; not of the same concept */
  uint16_t n_helpers;
  uint8_t n_broader, n_broader_2;
} Requirement;

typedef struct {
  const char *id;
  bool optional;
  bool hours_known;
  bool windows_known;
  bool requirements_known;
  int min, max; /* minutes a week or SMAAJOB_UNKNOWN, when hours_known */
  int weight;   /* minutes: max, else min, else 60; at least 1 */
  uint16_t first_requirement, n_requirements;
  uint32_t musts; /* requirements that are, as bits */
  Week windows;
} Task;

typedef struct {
  uint32_t condition;
  int32_t value; /* thousandths */
} Stated;

struct _SmaajobOpening {
  References references;
  SmaajobVocabulary *vocabulary;
  size_t size;
  const char *id;
  const char *employer; /* NULL when not stated */
  char sector[9];       /* "" when unknown */
  int seats;
  bool hours_known;
  SmaajobOpeningHours hours; /* when hours_known */
  const Task *tasks;         /* in document order */
  const Requirement *requirements;
  /* rows of n_tasks: the first all SMAAJOB_UNKNOWN, then one for each condition that is stated:
     thousandths, the opening's value where the task states none */
  const int32_t *offered;
  const uint16_t *row_of;   /* by condition: its row; 0 for one that is not stated */
  const Stated *provisions; /* sorted by condition */
  const uint32_t *gates;    /* sorted */
  /* as stated, for writing: the opening's own exposures, then each task's, each run sorted */
  const Stated *stated_exposures;
  uint16_t n_stated_exposures[OPENING_MAX_TASKS + 1];
  uint16_t n_tasks, n_requirements, n_provisions, n_gates;
  SmaajobAnswer terms[N_TERMS]; /* by SmaajobTerm */
  SmaajobPayBasis pay_basis;
  SmaajobVariation weekly_variation;
  bool location_known;
  Place location;
};

const SmaajobOpening *opening_take (const SmaajobOpening *opening);

/* Who goes through many openings finds each far away: fetch at once what most scores look at. */
#define OPENING_NEAR_BYTES 1408
static inline void
opening_prefetch (const SmaajobOpening *opening)
{
  for (size_t i = 0; i < OPENING_NEAR_BYTES; i += 64)
    __builtin_prefetch ((const char *) opening + i);
}

/* Exposure to a condition by task, thousandths or SMAAJOB_UNKNOWN; a provision is the same for all.
 */
static inline const int32_t *
opening_find_offered (const SmaajobOpening *opening, uint32_t condition)
{
  return opening->offered + (size_t) opening->row_of[condition] * opening->n_tasks;
}

static inline int32_t
opening_find_provision (const SmaajobOpening *opening, uint32_t condition)
{
  return opening_find_offered (opening, condition)[0];
}

#endif
