/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JUDGEMENT_REQUIREMENT_H
#define JUDGEMENT_REQUIREMENT_H

#include "judgement/item.h"

typedef enum { MASTERY_BELOW, MASTERY_UNKNOWN, MASTERY_MASTERED } Mastery;
typedef enum { TRAINING_NO, TRAINING_UNKNOWN, TRAINING_YES } Training;

/* What a must leaves of its task, as bits: something to be learned that can be; not known; nothing.
   None is all of it. */
enum { MUST_GAP = 1, MUST_UNKNOWN = 2, MUST_OUT = 4, MUST_STATES = 8 };
extern const uint8_t must_states[3][3]; /* by Mastery and Training */

typedef struct {
  Item item;
  Mastery mastery;   /* by the concept itself or a narrower one */
  bool proven;       /* mastered on observed, employed or certified evidence */
  bool surely;       /* mastered also when stated levels are one too high */
  bool possibly;     /* an answer to another question of the opening could show it mastered */
  Training training; /* whether a gap can be learned within the policy's weeks */
  bool told;         /* the concept itself is spoken of, or every competence is */
  /* the best holding, as things stand, at worst and at best, in millionths of a level */
  int32_t effective, lowest, highest;
} RequirementJudgement;

/* The best effective levels held, in millionths of a level. */
typedef struct {
  int32_t level, low;   /* of any similar concept */
  int32_t own, own_low; /* of the concept itself or a narrower one */
  int32_t own_proven;
  bool stated; /* the concept itself is spoken of, perhaps as not held */
} Best;

/* Raise it by what is held around a concept so many steps above the wanted one, 0 to 2; similarity
   is a policy's. */
#define N_STEPS 3
void best_note (Best *best, const Holding *holding, unsigned steps, const int32_t *similarity);

/* How far a citizen's holdings answer one requirement of a task. Without an opening nothing is
   asked of its other requirements: what a gap could become is then not told. */
void requirement_judge (const SmaajobOpening *opening, const Requirement *requirement,
                        const SmaajobCitizen *citizen, const SmaajobPolicy *policy,
                        RequirementJudgement *judgement);
/* The same but for the item. */
void requirement_judge_mastery (const SmaajobOpening *opening, const Requirement *requirement,
                                const SmaajobCitizen *citizen, const SmaajobPolicy *policy,
                                RequirementJudgement *judgement);
/* requirement_judge() without an opening, of all that best_note() would have noted: only the level
   and the importance of the requirement are looked at. */
void requirement_judge_best (const Requirement *requirement, const Best *best,
                             const SmaajobCitizen *citizen, const SmaajobPolicy *policy,
                             RequirementJudgement *judgement);

/* Whether a gap can be learned in so many weeks: training_weeks of a requirement. */
Training training_judge (int weeks, const SmaajobPolicy *policy);

#endif
