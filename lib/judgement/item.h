/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JUDGEMENT_ITEM_H
#define JUDGEMENT_ITEM_H

#include "data/opening.h"
#include "data/policy.h"
#include <smaajob/code.h>
#include <smaajob/criterion.h>

/* What an item is about; index says which one of its kind. */
typedef enum {
  SUBJECT_CONCEPT,   /* a competence concept of the vocabulary */
  SUBJECT_CONDITION, /* a condition of the vocabulary */
  SUBJECT_GATE,      /* a gate of the vocabulary */
  SUBJECT_SECTOR,    /* the citizen's wish of that number */
  SUBJECT_MEMBER     /* a member of a document */
} SubjectKind;

typedef enum {
  MEMBER_NEEDS,
  MEMBER_REQUIRES,
  MEMBER_HOURS,
  MEMBER_SEEK,
  MEMBER_TRAVEL,
  MEMBER_CHOICE,
  MEMBER_PURPOSE,
  MEMBER_PREREQUISITES,
  MEMBER_ATTENDANCE,
  MEMBER_EFFECTIVENESS,
  MEMBER_AVAILABILITY,
  MEMBER_COMMITTED,
  MEMBER_GROWTH,
  MEMBER_PAID,
  MEMBER_PRACTICE,
  MEMBER_HYBRID,
  MEMBER_PROSPECT,
  MEMBER_FLEKSJOB,
  MEMBER_WEEKLY_VARIATION,
  MEMBER_LOCATION,
  MEMBER_SECTOR,
  N_MEMBERS
} Member;

typedef struct {
  uint8_t kind; /* SubjectKind */
  uint32_t index;
} Subject;

#define NO_TASK (-1)

/* Hours are told to the thousandth of an hour, half up. */
static inline int
thousandths_of_hours (int minutes)
{
  return (minutes * 1000 + 30) / 60;
}

/* One comparison, and what it costs now, at worst and at best. One idea for everything. */
typedef struct {
  Subject subject;
  int16_t task;       /* NO_TASK when it is about the whole opening */
  bool known;         /* its question is answered */
  bool met;           /* nothing is missing now */
  uint8_t strength;   /* SmaajobStrength */
  int32_t have, want; /* thousandths or SMAAJOB_UNKNOWN */
  CostBounds cost;
} Item;

/* An item whose answer is not known: the prior now, everything at worst, nothing at best. */
static inline void
item_set_unknown (Item *item, const SmaajobPolicy *policy, Cost prior)
{
  item->known = item->met = false;
  item->cost = (CostBounds){policy->whole[item->strength], prior, 0};
}

static inline void
item_set_known (Item *item, const SmaajobPolicy *policy, Shortfall shortfall)
{
  Cost cost = cost_of (policy->shares[item->strength], shortfall);

  item->known = true;
  item->met = shortfall == 0;
  item->cost = (CostBounds){cost, cost, cost};
}

#endif
