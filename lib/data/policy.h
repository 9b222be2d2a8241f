/* SPDX-License-Identifier: Apache-2.0 */
#ifndef DATA_POLICY_H
#define DATA_POLICY_H

#include "base/fixed.h"
#include "base/memory.h"
#include "base/week.h"
#include "data/opening.h"
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

/* What an answer to a need of whole levels costs. Four numbers alike, which are added as one: the
   prices of all needs that a citizen can have. */
typedef struct {
  uint32_t low, value, high;
  uint32_t shares; /* in the upper half the share of the need, in the lower that of it if known */
} Price;
#define PRICE_SHARE_BITS 16
_Static_assert(CITIZEN_MAX_NEEDS * 1000 < 1 << PRICE_SHARE_BITS, "shares are below 1000");

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
  /* of needs by their kind and by opening_find_answer(); of a quantity nothing is known so */
  Price prices[N_NEED_KINDS + 1][N_ANSWERS];
  CostBounds unrelated[2][N_STRENGTHS]; /* a requirement of which nothing is held: unknown, known */
  int32_t most_training_weeks;
  Cost floor;       /* what a criterion costs at the most */
  bool counts_bits; /* processor_counts_bits(), asked once */
};

/* Whether nothing that could still be told would change the price. */
bool need_is_answered (unsigned kind, unsigned answer);

const SmaajobPolicy *policy_take (const SmaajobPolicy *policy);

#endif
