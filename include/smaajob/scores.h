/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_SCORES_H
#define SMAAJOB_SCORES_H

/**
 * @file scores.h
 * The scores of many pairs at once, for whoever wants them all and not the best alone.
 */

#include <smaajob/caseload.h>
#include <smaajob/market.h>
#include <smaajob/score.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Pairs scored so far, of all, which the last call says unless there are none; called on the
 * caller's thread, also while it waits for others. Return false to stop. */
typedef bool (*SmaajobScoresProgress) (uint64_t done, uint64_t all, void *data);

/** What scores are made with. */
typedef struct {
  const SmaajobPolicy *policy;    /**< borrowed for the call */
  size_t first;                   /**< number in the caseload of the first citizen to score */
  size_t n;                       /**< how many citizens to score; 0 scores none */
  unsigned threads;               /**< 0 or 1: the caller's own; at most 256. Results do not depend
                                     on it; where a thread cannot be had, there is one less */
  SmaajobScoresProgress progress; /**< NULL: none */
  void *data;                     /**< of the caller, for progress */
} SmaajobScoresOptions;

/**
 * Score citizens of a caseload, one after the other from options->first, with every opening of a
 * market; travel goes by the two locations. Memory is bounded by the threads.
 * @param scores of the caller, n rows of one score an opening, both in their order: opening @p j
 * for citizen first + @p i is scores[i * smaajob_market_get_n_openings (market) + j]. When nothing
 * is to be scored, of no citizen or no opening, nothing is written and it may be NULL. Argument and
 * range leave it unchanged; after any other fault some of it is written and it is not to be used.
 * Fails: argument (NULL, or two vocabularies), range (first and n beyond the caseload, or threads),
 * cancelled, damaged (of a packed file; see market.h), memory.
 */
SMAAJOB_API bool smaajob_score_citizens (const SmaajobCaseload *caseload,
                                         const SmaajobMarket *market,
                                         const SmaajobScoresOptions *options, SmaajobScore *scores,
                                         SmaajobError *error);

#ifdef __cplusplus
}
#endif
#endif
