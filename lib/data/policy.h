/* SPDX-License-Identifier: Apache-2.0 */
#ifndef DATA_POLICY_H
#define DATA_POLICY_H

#include "base/fixed.h"
#include "base/memory.h"
#include "base/week.h"
#include "words/vocabulary.h"
#include <smaajob/policy.h>

/* Every number of a policy, in the order of the document. The six weights follow
   SmaajobCriterionId, the three shares SmaajobStrength, the four speeds SmaajobMode. */
typedef enum {
  POLICY_WEIGHT_COMPETENCE,
  POLICY_WEIGHT_ACCOMMODATION,
  POLICY_WEIGHT_HOURS_EMPLOYER,
  POLICY_WEIGHT_HOURS_CITIZEN,
  POLICY_WEIGHT_WISH,
  POLICY_WEIGHT_TRAVEL,
  POLICY_SHARE_MUST,
  POLICY_SHARE_SHOULD,
  POLICY_SHARE_NICE,
  POLICY_PRIOR_COMPETENCE,
  POLICY_PRIOR_OTHER,
  POLICY_SIMILARITY_BROADER,
  POLICY_SIMILARITY_NARROWER,
  POLICY_FLOOR,
  POLICY_MAX_TRAINING_WEEKS,
  POLICY_SPEED_WALK,
  POLICY_SPEED_BIKE,
  POLICY_SPEED_TRANSIT,
  POLICY_SPEED_CAR,
  POLICY_ATTENDANCE_KEPT,
  POLICY_TOTAL_LOAD,
  POLICY_FEW_PAID_HOURS,
  POLICY_CONTRACT_PAID_HOURS,
  POLICY_UNDER_DEMAND_LEVELS,
  POLICY_WEAK_SCORE,
  N_POLICY_NUMBERS
} PolicyNumber;

/* One row a number: the one place that says its name, default and range (all in thousandths). */
typedef struct {
  const char *section; /* "weights"; NULL for a member of the document itself */
  const char *member;  /* "competence" */
  int32_t initial, least, most;
  int32_t step; /* 1, or 1000 for a whole number */
} PolicyRow;
#define N_STRENGTHS 3
#define MOST_PARTS  4 /* the most that a limit can be exceeded by */

extern const PolicyRow policy_rows[N_POLICY_NUMBERS];

struct _SmaajobPolicy {
  References references;
  int32_t numbers[N_POLICY_NUMBERS]; /* thousandths */
  Week ordinary_week;
  /* made of the numbers */
  int32_t similarity[N_RELATIONS]; /* millionths */
  int32_t shares[N_STRENGTHS];     /* by SmaajobStrength */
  /* what an item costs, by its strength, when everything is missing or what the priors say */
  Cost whole[N_STRENGTHS], prior_competence[N_STRENGTHS], prior_other[N_STRENGTHS];
  /* and when some of a few equal parts are: by strength, of how many, how many */
  uint32_t parts[N_STRENGTHS][MOST_PARTS + 1][MOST_PARTS + 1];
  Cost floor; /* what a criterion costs at the most */
};

const SmaajobPolicy *policy_take (const SmaajobPolicy *policy);

#endif
