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
  uint8_t unused;
} Helper;

typedef struct {
  uint64_t near; /* vocabulary_get_near_wanted() of the concept */
  uint32_t concept_index;
  Offset keys, helpers;   /* from the requirement itself: it may be judged without its opening */
  int16_t training_weeks; /* or SMAAJOB_UNKNOWN, SMAAJOB_TRAINING_IMPOSSIBLE */
  uint16_t n_helpers;
  uint8_t level;
  uint8_t importance; /* SmaajobStrength */
  uint8_t n_broader, n_broader_2;
  uint32_t unused;
} Requirement;

typedef struct {
  Week windows;
  Offset id;
  int32_t min, max; /* minutes a week or SMAAJOB_UNKNOWN, when hours_known */
  int32_t weight;   /* minutes: max, else min, else 60; at least 1 */
  uint32_t musts;   /* requirements that are, as bits */
  uint16_t first_requirement, n_requirements;
  bool optional;
  bool hours_known;
  bool windows_known;
  bool requirements_known;
  uint32_t unused;
} Task;

typedef struct {
  uint32_t condition;
  int32_t value; /* thousandths */
} Stated;

/* One block of memory: behind this the tasks, in document order, and what the offsets lead to. */
struct _SmaajobOpening {
  References references;
  uint32_t size;
  SmaajobVocabulary *vocabulary; /* the only pointer */
  Place location;
  SmaajobOpeningHours hours; /* when hours_known */
  int32_t seats;
  Offset id;
  Offset employer; /* 0 when not stated */
  Offset requirements;
  Offset offered;
  Offset said; /* of each condition: see opening_said() */
  Offset provisions;
  Offset gates;
  Offset stated_exposures;
  uint16_t n_tasks, n_requirements, n_provisions, n_gates;
  uint16_t n_offered;    /* rows, and the first */
  uint16_t n_conditions; /* of the vocabulary */
  uint16_t core;         /* tasks that are not optional, as bits; all, if all are */
  uint16_t n_stated_exposures[OPENING_MAX_TASKS + 1];
  char sector[9];           /* "" when unknown */
  uint8_t terms[N_TERMS];   /* SmaajobAnswer, by SmaajobTerm */
  uint8_t pay_basis;        /* SmaajobPayBasis */
  uint8_t weekly_variation; /* SmaajobVariation */
  bool hours_known;
  bool location_known;
};

const SmaajobOpening *opening_take (const SmaajobOpening *opening);

/* Of a vocabulary, for n_conditions. */
static inline uint16_t
opening_count_conditions (const SmaajobVocabulary *vocabulary)
{
  _Static_assert(VOCABULARY_MAX_CONDITIONS <= UINT16_MAX, "what a vocabulary may have fits");
  return (uint16_t) smaajob_vocabulary_get_n_conditions (vocabulary);
}

/* What is derived: the tasks in core, of any there are… */
unsigned opening_find_core (const SmaajobOpening *opening);
/* …and what opening_said() has of a condition with that row. */
uint16_t opening_make_said (const SmaajobOpening *opening, unsigned row);
/* Whether they are what would be derived. */
bool opening_is_derived (const SmaajobOpening *opening);

/* Who goes through many openings finds each far away: fetch at once what most scores look at, which
   stands first. */
#define OPENING_NEAR_BYTES 960
static inline void
opening_prefetch (const SmaajobOpening *opening)
{
#pragma GCC unroll 15
  for (size_t i = 0; i < OPENING_NEAR_BYTES; i += 64)
    memory_fetch ((const char *) opening + i);
}

static inline const void *
opening_at (const SmaajobOpening *opening, Offset offset)
{
  return (const char *) opening + offset;
}

static inline const char *
opening_id (const SmaajobOpening *opening)
{
  return opening_at (opening, opening->id);
}

/* NULL when not stated. */
static inline const char *
opening_employer (const SmaajobOpening *opening)
{
  return opening->employer == 0 ? NULL : opening_at (opening, opening->employer);
}

static inline const Task *
opening_tasks (const SmaajobOpening *opening)
{
  return (const Task *) (opening + 1);
}

static inline const char *
task_id (const SmaajobOpening *opening, const Task *task)
{
  return opening_at (opening, task->id);
}

/* Of all tasks, one after the other. */
static inline const Requirement *
opening_requirements (const SmaajobOpening *opening)
{
  return opening_at (opening, opening->requirements);
}

/* To look up in a citizen's holdings: the concept, its parents, its grandparents. */
static inline const uint32_t *
requirement_keys (const Requirement *requirement)
{
  return (const uint32_t *) ((const char *) requirement + requirement->keys);
}

/* Of all tasks; not of the same concept. */
static inline const Helper *
requirement_helpers (const Requirement *requirement)
{
  return (const Helper *) ((const char *) requirement + requirement->helpers);
}

/* Sorted by condition. */
static inline const Stated *
opening_provisions (const SmaajobOpening *opening)
{
  return opening_at (opening, opening->provisions);
}

/* Sorted. */
static inline const uint32_t *
opening_gates (const SmaajobOpening *opening)
{
  return opening_at (opening, opening->gates);
}

/* As stated, for writing: the opening's own exposures, then each task's, each run sorted. */
static inline const Stated *
opening_stated_exposures (const SmaajobOpening *opening)
{
  return opening_at (opening, opening->stated_exposures);
}

/*
 * By condition: where its row of what is offered is, and what the rows say of the core tasks; 0 for
 * one that is not stated. An answer is the most that any core task has, in whole levels, plus one,
 * or 0 where none has told; and whether all have.
 */
#define ROW_BITS      10
#define N_ROWS        (1u << ROW_BITS) /* more than can be stated */
#define ANSWER_WORST  7u
#define ANSWER_TOLD   8u
#define N_ANSWERS     16
#define ANSWER_LEVELS 5 /* worst is 0–4 */
static inline const uint16_t *
opening_said (const SmaajobOpening *opening)
{
  return opening_at (opening, opening->said);
}

/* Of the tasks in core (bits, at least one); row is of that condition. */
unsigned answer_make (const int32_t *row, unsigned core);
/* The same where all tasks have that value. */
static inline unsigned
answer_make_even (int32_t value)
{
  const unsigned levels = 1 + (unsigned) value / 1000;

  return ANSWER_TOLD | (levels < ANSWER_LEVELS ? levels : ANSWER_LEVELS);
}

static inline bool
opening_says (const SmaajobOpening *opening, uint32_t condition)
{
  return opening_said (opening)[condition] != 0;
}

static inline unsigned
opening_find_answer (const SmaajobOpening *opening, uint32_t condition)
{
  return opening_said (opening)[condition] >> ROW_BITS;
}

static inline int32_t
answer_worst (unsigned answer)
{
  return (answer & ANSWER_WORST) == 0 ? SMAAJOB_UNKNOWN
                                      : (int32_t) (answer & ANSWER_WORST) * 1000 - 1000;
}

/* Rows of n_tasks: the first all SMAAJOB_UNKNOWN, then one for each condition that is stated, in
   thousandths, with the opening's value where the task states none. */
static inline const int32_t *
opening_offered (const SmaajobOpening *opening)
{
  return opening_at (opening, opening->offered);
}

/* Exposure to a condition by task, thousandths or SMAAJOB_UNKNOWN; a provision is the same for all.
 */
static inline const int32_t *
opening_find_offered (const SmaajobOpening *opening, uint32_t condition)
{
  return opening_offered (opening) +
         (size_t) (opening_said (opening)[condition] & (N_ROWS - 1)) * opening->n_tasks;
}

/* Whether all tasks say the same of a condition. */
bool opening_is_even (const SmaajobOpening *opening, uint32_t condition);

static inline int32_t
opening_find_provision (const SmaajobOpening *opening, uint32_t condition)
{
  return opening_find_offered (opening, condition)[0];
}

#endif
