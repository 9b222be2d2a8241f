/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_SCORE_H
#define SMAAJOB_SCORE_H

/**
 * @file score.h
 * The score of one citizen and one opening: verdict and numbers alone, without a reason or a text.
 */

#include <smaajob/opening.h>
#include <smaajob/policy.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What the match comes to, from worst to best. */
typedef enum {
  SMAAJOB_VERDICT_BLOCKED = 0,       /**< something known stands in the way */
  SMAAJOB_VERDICT_PRACTICE_ONLY = 1, /**< not blocked, but no pay is possible now */
  SMAAJOB_VERDICT_UNCLEAR = 2,       /**< a must is unknown, or the choice is pending */
  SMAAJOB_VERDICT_FIT = 3            /**< at least one paid task */
} SmaajobVerdict;

/** A citizen and an opening, and what is known of the two together. The objects are borrowed. */
typedef struct {
  const SmaajobCitizen *citizen;
  const SmaajobOpening *opening;
  int travel_minutes; /**< each way, 0–1440; SMAAJOB_UNKNOWN: from the two locations */
} SmaajobPair;

/**
 * A score; numbers in thousandths, 0–1000; SMAAJOB_UNKNOWN where there is none.
 *
 * The bounds are over what this pair asks and nobody has answered. What is not asked is not in
 * them: absent wishes are none, an absent max_per_day is no cap, and a competence that no task
 * requires may be held; to tell one of these later can lead out of the bounds.
 */
typedef struct {
  SmaajobVerdict verdict;
  int score;         /**< SMAAJOB_UNKNOWN when blocked or when coverage is 0 */
  int low;           /**< the least that potential can become when what is asked is answered */
  int high;          /**< the most that potential can become when what is asked is answered */
  int coverage;      /**< known share of what was asked */
  int potential;     /**< the score with blockers lifted; SMAAJOB_UNKNOWN when coverage is 0 */
  int side_citizen;  /**< accommodation, hours_citizen, wish and travel; else as potential */
  int side_employer; /**< competence and hours_employer; else as potential */
} SmaajobScore;

/**
 * Score a pair: no allocation, no text, thread-safe on shared objects.
 * @param policy NULL for the defaults is not allowed: make one with smaajob_policy_new()
 * @param score filled on success, unchanged on failure
 * Fails: argument (NULL, or citizen and opening read with different vocabularies), range.
 */
SMAAJOB_API bool smaajob_score (const SmaajobPair *pair, const SmaajobPolicy *policy,
                                SmaajobScore *score, SmaajobError *error);

/** The verdict's name, such as "practice_only"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_verdict_get_name (SmaajobVerdict verdict);

#ifdef __cplusplus
}
#endif
#endif
