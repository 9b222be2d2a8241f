/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_VIEW_H
#define MANY_VIEW_H

#include "many/musts.h"

/* An opening and a task of it that has a requirement of a kind. */
typedef uint32_t TaskPlace;
#define PLACE_TASK_BITS 4

static inline uint32_t
place_opening (TaskPlace place)
{
  return place >> PLACE_TASK_BITS;
}

static inline unsigned
place_task (TaskPlace place)
{
  return place & ((1u << PLACE_TASK_BITS) - 1);
}

/* Where those requirements are that something is the case of. */
typedef struct {
  uint32_t *first; /* by kind; and the end */
  TaskPlace *places;
  uint32_t n;
} KindLists;

/* A concept that some requirement is about: see Requirement. */
typedef struct {
  uint64_t near;
  uint32_t concept_index;
} Asked;

/* What the tasks of openings come to by their musts, as bits of a block: see FindingsBits. */
typedef struct {
  uint64_t out_of_reach, all_practice;
  uint64_t none_paid; /* and some are unclear */
  uint64_t mixed;     /* some tasks are out of reach, and others are not */
} TaskMarks;

/* Of a task, what is left by its musts, which are bits: see must_states. Looked up, since which it
   is cannot be foreseen. */
extern const uint8_t musts_leave[MUST_STATES]; /* SmaajobTaskVerdict */

/* Mark an opening by the verdicts of its tasks, which are bits. */
void task_marks_add (TaskMarks *marks, uint32_t opening, unsigned seen);

/* The openings of a list, as bits by block. */
static inline void
bits_add_places (const KindLists *lists, uint32_t kind, uint64_t *bits)
{
  for (uint32_t i = lists->first[kind]; i < lists->first[kind + 1]; i++)
    bits_add (bits, place_opening (lists->places[i]));
}

/* Of the core requirements of an opening the three that can cost most: of each the kind, and above
   it the share of its task in 2^-7, rounded down, less 1. Where there are fewer the rest is of a
   kind that is none, behind all others. */
typedef uint64_t Dearest;
#define N_DEAREST          3
#define DEAREST_KIND_BITS  14
#define DEAREST_SHARE_BITS 7
#define DEAREST_BITS       (DEAREST_KIND_BITS + DEAREST_SHARE_BITS)

/* Where concepts are few, openings are many to each: then it is less work to write for each kind
   what it comes to than to find it by its concept. */
static inline bool
market_has_few_kinds (const SmaajobMarket *market)
{
  return market->n_kinds < 1u << DEAREST_KIND_BITS;
}

/* What a market comes to under a policy, whoever is ranked for. It is immutable and shared. */
typedef struct {
  References references;
  const SmaajobPolicy *policy;
  uint32_t n_kinds, n_vocabulary;
  KindPlace *places;       /* by kind */
  uint32_t *first_posting; /* by concept; and the end */
  uint8_t *posted;         /* by posting: the code of its kind */
  int shift;               /* of a cost times its weight, to the unit of competence */
  /* by opening: what its competence costs at least when nothing near is held: when more may be
     held than is told, and when all is told */
  int16_t *bare[2];
  int32_t bare_of[2][3];    /* the same of one requirement, by importance, in that unit */
  uint64_t most_stake;      /* of the requirements of one opening */
  TaskMarks *bare_tasks[2]; /* by block, of the same two */
  /* by block, as bits: openings that do not refuse both pay and practice; and of those the ones
     that are not located */
  uint64_t *open, *anywhere;
  Dearest *dearest;  /* by opening, where kinds are few; else NULL */
  Asked *asked;      /* by concept that is required */
  uint32_t *keys;    /* by concept of the vocabulary: the key that it is looked up by, and 1 more; 0
                        when it is not */
  KindLists hurdles; /* musts that cannot be trained, or can be and that may leave no pay */
  KindLists optional_musts; /* of tasks that are not core */
  Musts *musts;             /* NULL until blockers are counted: see view_list_musts() */
  uint32_t *hurdle_kinds;   /* that have any */
  uint32_t n_hurdle_kinds;
} View;

/* NULL when there is no memory. */
View *view_new (const SmaajobMarket *market, const SmaajobPolicy *policy);
void view_free (View *view);
/* Have the musts listed before blockers are counted: who only ranks need not pay for it. Any thread
   may. False when there is no memory. */
bool view_list_musts (View *view, const SmaajobMarket *market);

#endif
