/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_RANKING_H
#define SMAAJOB_RANKING_H

/**
 * @file ranking.h
 * A ranking: the best openings of one citizen, or the best citizens for one opening; exact.
 *
 * Ranked are the pairs that have a score: the highest score first, then the better verdict, then
 * the id in the order of its bytes. Every number is that of smaajob_score(); travel goes by the two
 * locations. Most pairs need not be scored to know that they are not among the best: how many were
 * is told too. What the others come to is counted when SmaajobRankingOptions asks for it. A
 * SmaajobRanking is immutable, and keeps the market or caseload it ranks alive. A ranking of a
 * packed file ends with damaged when it looks at an object that is, and of a market in which any
 * call ever found one; see market.h.
 */

#include <smaajob/caseload.h>
#include <smaajob/code.h>
#include <smaajob/market.h>
#include <smaajob/score.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _SmaajobRanking SmaajobRanking;

/**
 * A ranking is ready: it is the receiver's own, to be freed with smaajob_ranking_free(). Called on
 * the caller's thread, in the order of those ranked for. Return false to stop.
 */
typedef bool (*SmaajobRankingReceive) (SmaajobRanking *ranking, void *data);
/** Pairs decided so far, of all, which the last call says unless there are none; called on the
 * caller's thread, also while it waits for others. Return false to stop. */
typedef bool (*SmaajobRankingProgress) (uint64_t done, uint64_t all, void *data);

/** What a ranking is made with. */
typedef struct {
  const SmaajobPolicy *policy;     /**< borrowed for the call */
  size_t top;                      /**< keep at most so many; 0 keeps none */
  unsigned threads;                /**< 0 or 1: the caller's own; at most 256. Results do not depend
                                      on it; where a thread cannot be had, there is one less */
  bool count_blockers;             /**< count every pair's verdict, those without a score, and what
                                      blocks the blocked, which takes longer */
  SmaajobRankingReceive receive;   /**< not used when a function returns the ranking */
  SmaajobRankingProgress progress; /**< NULL: none */
  void *data;                      /**< of the caller, for both */
} SmaajobRankingOptions;

/** One of the best. */
typedef struct {
  size_t number;      /**< of the opening in the market, or of the citizen in the caseload */
  const char *id;     /**< borrowed from the ranking; NULL when the index is too large */
  SmaajobScore score; /**< smaajob_score() of the pair */
} SmaajobRanked;

/**
 * Rank a market for one citizen; free with smaajob_ranking_free().
 * Fails: argument (NULL, or two vocabularies), range (threads), cancelled, damaged (a market or
 * caseload of a packed file), memory.
 */
SMAAJOB_API SmaajobRanking *smaajob_ranking_new_for_citizen (const SmaajobCitizen *citizen,
                                                             SmaajobMarket *market,
                                                             const SmaajobRankingOptions *options,
                                                             SmaajobError *error);
/** Rank a caseload for one opening; as smaajob_ranking_new_for_citizen(). */
SMAAJOB_API SmaajobRanking *smaajob_ranking_new_for_opening (const SmaajobOpening *opening,
                                                             SmaajobCaseload *caseload,
                                                             const SmaajobRankingOptions *options,
                                                             SmaajobError *error);
/** What became of one opening from one market to the next. */
typedef enum {
  SMAAJOB_RENEWAL_ADDED = 0, /**< it is new; openings from its number on stood one lower before */
  SMAAJOB_RENEWAL_REPLACED = 1, /**< another stands in its place, or it says something else */
  SMAAJOB_RENEWAL_REMOVED = 2   /**< it is gone; openings behind it stand one lower now */
} SmaajobRenewalKind;

/** One change of a market. */
typedef struct {
  SmaajobMarket *market; /**< as it is now: all other openings are what they were, in their order */
  SmaajobRenewalKind kind; /**< what became of the opening */
  size_t number; /**< of the opening: in the market as it is now, or, of one that is removed,
                    as it was */
} SmaajobRenewal;

/**
 * The ranking that smaajob_ranking_new_for_citizen() makes of a market in which one opening is not
 * what it was when @p previous was made, of the same citizen under the same policy: the same but
 * for smaajob_ranking_get_n_scored(). Only that opening is scored, as it is and for counts also as
 * it was, unless what was not kept before may be among the best now, or more is asked for, as
 * counts that were not made before: then all is ranked anew. Of a citizen who changed all is. Free
 * with smaajob_ranking_free(). Fails: argument (NULL, another citizen, a ranking of a caseload, two
 * vocabularies, or a number or market that does not fit the change), range (threads), cancelled,
 * damaged, memory.
 */
SMAAJOB_API SmaajobRanking *smaajob_ranking_new_renewed (const SmaajobRanking *previous,
                                                         const SmaajobCitizen *citizen,
                                                         const SmaajobRenewal *renewal,
                                                         const SmaajobRankingOptions *options,
                                                         SmaajobError *error);
/**
 * Rank a market for each citizen of a caseload, and hand each ranking to the receiver; no ranking
 * when there is no citizen. Memory is bounded by the threads and the number kept.
 * Fails: argument (NULL, no receiver, or two vocabularies), range (threads), cancelled, damaged (as
 * smaajob_ranking_new_for_citizen(); rankings delivered before are right), memory.
 */
SMAAJOB_API bool smaajob_rank_citizens (SmaajobCaseload *caseload, SmaajobMarket *market,
                                        const SmaajobRankingOptions *options, SmaajobError *error);
/** Rank a caseload for each opening of a market; as smaajob_rank_citizens(). */
SMAAJOB_API bool smaajob_rank_openings (SmaajobMarket *market, SmaajobCaseload *caseload,
                                        const SmaajobRankingOptions *options, SmaajobError *error);

/** Free a ranking; NULL is allowed. */
SMAAJOB_API void smaajob_ranking_free (SmaajobRanking *ranking);
/** The id of the citizen or opening it is for, borrowed; never NULL. */
SMAAJOB_API const char *smaajob_ranking_get_id (const SmaajobRanking *ranking);
/** Number of those kept: at most the number asked for; 0 of an empty market or caseload. */
SMAAJOB_API size_t smaajob_ranking_get_n_ranked (const SmaajobRanking *ranking);
/** Number @p i < n of those kept, the best first; beyond them nobody: the id is NULL, the verdict
 * blocked and each number of the score SMAAJOB_UNKNOWN. */
SMAAJOB_API SmaajobRanked smaajob_ranking_get_ranked_at (const SmaajobRanking *ranking, size_t i);
/** Number of pairs decided: all openings of the market, or all citizens of the caseload. */
SMAAJOB_API size_t smaajob_ranking_get_n_pairs (const SmaajobRanking *ranking);
/** Number of those pairs that had to be scored. It is a measure of the work and may change. */
SMAAJOB_API size_t smaajob_ranking_get_n_scored (const SmaajobRanking *ranking);
/** Number of pairs without a score that come to @p verdict: the blocked, and those of whom nothing
 * is known; 0 for a value outside the enum, and when blockers were not counted. */
SMAAJOB_API size_t smaajob_ranking_get_n_without_score (const SmaajobRanking *ranking,
                                                        SmaajobVerdict verdict);
/** Number of pairs, with a score or without, that come to @p verdict; 0 for a value outside the
 * enum, and when blockers were not counted. */
SMAAJOB_API size_t smaajob_ranking_get_n_with_verdict (const SmaajobRanking *ranking,
                                                       SmaajobVerdict verdict);
/** Number of blocked pairs with @p code among their blockers, of which a pair can have several; 0
 * for a code that is no blocker, and when they were not counted. */
SMAAJOB_API size_t smaajob_ranking_get_n_blocked_by (const SmaajobRanking *ranking,
                                                     SmaajobCode code);

#ifdef __cplusplus
}
#endif
#endif
