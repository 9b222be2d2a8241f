/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_NEEDS_H
#define MANY_NEEDS_H

#include "many/judge.h"

/* What a need comes to for the openings of a code. */
typedef struct {
  Cost cost; /* as things stand, before any weight */
  /* tasks on which the need is exceeded, or it is not told whether it is, as bits */
  uint16_t exceeded, untold;
  uint8_t state; /* NeedState, of the workplace */
  bool known;    /* its question is answered */
  bool uneven;   /* tasks differ: some of them are such, if any */
} NeedPattern;

/* What a code stands for, as bits, and which they are. */
enum {
  STATE_OUT = 1,
  STATE_UNSURE = 2,
  STATE_REFUSED = 4,
  STATE_KNOWN = 8,
  STATE_ODD = 16,          /* perhaps not known, but told of some task */
  STATE_UNTOLD = 32,       /* of a gate, or of a provision that is a must */
  STATE_UNTOLD_TASKS = 64, /* of every task, an exposure that is limited by a must */
  STATE_REFUSED_GATE = 128
};
enum {
  BIT_OUT,
  BIT_UNSURE,
  BIT_REFUSED,
  BIT_KNOWN,
  BIT_ODD,
  BIT_UNTOLD,
  BIT_UNTOLD_TASKS,
  BIT_REFUSED_GATE
};

/* What a need comes to, whoever has it: of whole levels by what kind of need it is, whatever the
   condition. CODE_OTHER has no pattern, costs nothing and is unsure. */
struct NeedTable {
  Need need;
  uint32_t stamp;     /* of the citizen who had it last; 0 is nobody */
  uint32_t stake;     /* weight · share */
  int shift;          /* of the costs: in units of 2^shift, rounded down, at most 255 */
  unsigned any;       /* of the states */
  uint8_t costs[256]; /* by code, with the weight */
  uint8_t states[256];
  NeedPattern patterns[CODE_OTHER];
};

/*
 * Those of whole levels are kept, and of the needs of a quantity that citizens had so many, for
 * others who have the same. Those of the screen's citizen stay until the next begins; the others
 * are given up for those not seen for the longest.
 */
#define NEED_TABLES 128 /* what was never filled takes no memory */

/* Judges the needs of the screen's citizen. */
void needs_begin (Screen *screen);
/* One of them against an opening itself. */
void needs_judge (const Screen *screen, const NeedView *view, uint32_t opening,
                  NeedPattern *pattern);
/* What comes of it for one opening, by its code if that tells; else it is judged, and is own. */
const NeedPattern *needs_find (const Screen *screen, const NeedView *view, uint32_t opening,
                               NeedPattern *own);
/* Has the costs of a table in units of 2^shift. */
void needs_set_shift (const Screen *screen, const NeedView *view, int shift);

/* What a cost with its weight is in units of 2^shift, rounded down; at most 255. */
static inline uint8_t
cost_in_units (const SmaajobPolicy *policy, SmaajobCriterionId criterion, Cost cost, int shift)
{
  uint64_t weight = (uint64_t) policy->numbers[POLICY_WEIGHT_COMPETENCE + criterion];
  uint64_t units = weight * cost >> shift;

  return units < 255 ? (uint8_t) units : 255;
}

#endif
