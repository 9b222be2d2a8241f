/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_MUSTS_H
#define MANY_MUSTS_H

#include "data/policy.h"
#include "judgement/requirement.h"
#include "many/packed.h"

/* The concept of a kind, and its kind_code(). */
typedef uint32_t KindPlace;
#define PLACE_CODE_BITS 4
_Static_assert(KIND_CODES <= 1 << PLACE_CODE_BITS, "a code has room in a place");

static inline uint32_t
place_concept (KindPlace place)
{
  return place >> PLACE_CODE_BITS;
}

static inline unsigned
place_code (KindPlace place)
{
  return place & ((1u << PLACE_CODE_BITS) - 1);
}

static inline Training
training_of (PackedRequirement requirement, const SmaajobPolicy *policy)
{
  return training_judge ((int) training_of_packed (requirement) - PACKED_TRAINING, policy);
}

/* A must of an opening: its kind, or its KindPlace; how a gap can be closed, which is a Training;
   and its task. A task of which it is not told what it requires has one that is of any kind. */
typedef uint32_t Must;
#define MUST_TASK_BITS 4
#define MUST_HOW_BITS  2
#define MUST_HOWS      (1 << MUST_HOW_BITS)
#define MUST_UNTOLD    3
_Static_assert(OPENING_MAX_TASKS <= 1 << MUST_TASK_BITS, "a must has room for its task");
_Static_assert((uint64_t) PACKED_MOST_KINDS << (PLACE_CODE_BITS + MUST_TASK_BITS + MUST_HOW_BITS) <=
                   (uint64_t) 1 << 32,
               "a must has room for its place");

static inline uint32_t
must_wanted (Must must)
{
  return must >> (MUST_TASK_BITS + MUST_HOW_BITS);
}

static inline unsigned
must_how (Must must)
{
  return must >> MUST_TASK_BITS & (MUST_HOWS - 1);
}

static inline unsigned
must_task (Must must)
{
  return must & ((1u << MUST_TASK_BITS) - 1);
}

/* Those of all openings, one after the other. */
typedef struct {
  uint32_t *first; /* by opening; and the end */
  Must *musts;
  uint8_t states[3][MUST_HOWS]; /* by Mastery and how: see must_states */
} Musts;

/* Of each kind the place, or NULL where a must has the kind itself. NULL when there is no memory.
 */
Musts *musts_new (const SmaajobMarket *market, const SmaajobPolicy *policy,
                  const KindPlace *places);
void musts_free (Musts *musts);

#endif
