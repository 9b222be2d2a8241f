/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_DIFFERENCE_H
#define SMAAJOB_DIFFERENCE_H

/**
 * @file difference.h
 * The difference of two matches: what changed from the one to the other, and why the score moved.
 *
 * It is made of two `smaajob.match/1` documents, such as stored ones, and needs nothing else: no
 * citizen, opening or vocabulary. It is immutable; strings it gives are borrowed from it. `_at`
 * readers give a struct whose strings are NULL and numbers 0 when the index is too large.
 */

#include <smaajob/match.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _SmaajobDifference SmaajobDifference;

/** Which of the two matches. */
typedef enum { SMAAJOB_MOMENT_BEFORE = 0, SMAAJOB_MOMENT_AFTER = 1 } SmaajobMoment;

/** The lists of reasons that a match has as a whole. */
typedef enum {
  SMAAJOB_LIST_BLOCKERS = 0,
  SMAAJOB_LIST_TIMING = 1,
  SMAAJOB_LIST_ATTENTION = 2
} SmaajobList;

/** What two matches have in common: what made them, what they were made of, what came of it. */
typedef struct {
  bool all;     /**< everything below */
  bool engine;  /**< the version of the library */
  bool model;   /**< the version of the model */
  bool citizen; /**< by its digest; so are the three that follow */
  bool opening;
  bool policy;
  bool vocabulary;
  bool result; /**< all the rest of the document, byte by byte */
} SmaajobSame;

/** One comparison, by criterion, subject and task. Losses in thousandths of the score. */
typedef struct {
  SmaajobCriterionId criterion;
  const char *subject; /**< a concept, condition, sector or member */
  const char *task;    /**< NULL when it is about the whole opening */
  bool has_before;     /**< whether the first match makes it */
  bool has_after;      /**< whether the second one does */
  int loss_before;     /**< points of the score it cost; 0 when it was not made */
  int loss_after;      /**< points of the score it costs; 0 when it is not made */
  int change; /**< what it adds to the change of potential, −1000–1000; 0 without a sum */
} SmaajobItemChange;

/** One task, by its id. */
typedef struct {
  const char *id;
  bool has_before; /**< whether the first opening has it; its verdict and minutes are 0 if not */
  bool has_after;
  SmaajobTaskVerdict verdict_before;
  SmaajobTaskVerdict verdict_after;
  int minutes_before; /**< planned, a week; SMAAJOB_UNKNOWN when not told */
  int minutes_after;
} SmaajobTaskChange;

/**
 * Compare two match documents; free with smaajob_difference_free(). Fails as a reader of documents
 * does, on anything that the schema of a match refuses; also range, when losses do not add up. The
 * message begins with `before: ` or `after: `, line, column and pointer are in that text.
 * @param before and @p after as JSON, which need not end in a NUL
 * @param before_length and @p after_length in bytes, each at most 4 MiB
 */
SMAAJOB_API SmaajobDifference *smaajob_difference_new (const char *before, size_t before_length,
                                                       const char *after, size_t after_length,
                                                       SmaajobError *error);
/** Free a difference; NULL is allowed. */
SMAAJOB_API void smaajob_difference_free (SmaajobDifference *difference);
/** The difference as canonical JSON, `smaajob.difference/1`; free with smaajob_free(). Fails:
 * memory. */
SMAAJOB_API char *smaajob_difference_to_json (const SmaajobDifference *difference,
                                              SmaajobError *error);
/** What the two have in common. */
SMAAJOB_API SmaajobSame smaajob_difference_get_same (const SmaajobDifference *difference);
/** The citizen's id in one of the matches; never NULL. */
SMAAJOB_API const char *smaajob_difference_get_citizen_id (const SmaajobDifference *difference,
                                                           SmaajobMoment moment);
/** The opening's id in one of the matches; never NULL. */
SMAAJOB_API const char *smaajob_difference_get_opening_id (const SmaajobDifference *difference,
                                                           SmaajobMoment moment);
/** Verdict and numbers of one of the matches. */
SMAAJOB_API SmaajobScore smaajob_difference_get_score (const SmaajobDifference *difference,
                                                       SmaajobMoment moment);
/** Whether both have a potential, so that the changes of the items sum to the change of it. */
SMAAJOB_API bool smaajob_difference_has_sum (const SmaajobDifference *difference);
/** The change of potential, −1000–1000 thousandths: exactly the sum of the items' changes; 0
 * without a sum. */
SMAAJOB_API int smaajob_difference_get_change (const SmaajobDifference *difference);
/** Number of comparisons that either match makes. */
SMAAJOB_API size_t smaajob_difference_get_n_items (const SmaajobDifference *difference);
/** Comparison @p i < n: the largest change first, up or down, then by criterion, in the order of
 * the first match and then of the second. */
SMAAJOB_API SmaajobItemChange
smaajob_difference_get_item_change_at (const SmaajobDifference *difference, size_t i);
/** Comparison @p i < n as one of the matches has it; its subject is NULL when that does not make
 * it. */
SMAAJOB_API SmaajobItem smaajob_difference_get_item_at (const SmaajobDifference *difference,
                                                        size_t i, SmaajobMoment moment);
/** Number of tasks that either opening has. */
SMAAJOB_API size_t smaajob_difference_get_n_tasks (const SmaajobDifference *difference);
/** Task @p i < n, in the order of the first opening, then of the second. */
SMAAJOB_API SmaajobTaskChange
smaajob_difference_get_task_change_at (const SmaajobDifference *difference, size_t i);
/** Number of reasons that only one of the matches has: before, those removed; after, those added.
 */
SMAAJOB_API size_t smaajob_difference_get_n_reasons (const SmaajobDifference *difference,
                                                     SmaajobList list, SmaajobMoment moment);
/** Reason @p i < n that only that match has, in its order. */
SMAAJOB_API SmaajobReason smaajob_difference_get_reason_at (const SmaajobDifference *difference,
                                                            SmaajobList list, SmaajobMoment moment,
                                                            size_t i);
/** The plan's hours in one of the matches. */
SMAAJOB_API SmaajobPlan smaajob_difference_get_plan (const SmaajobDifference *difference,
                                                     SmaajobMoment moment);
/** The advice on timing in one of the matches. */
SMAAJOB_API SmaajobAdvice smaajob_difference_get_advice (const SmaajobDifference *difference,
                                                         SmaajobMoment moment);

#ifdef __cplusplus
}
#endif
#endif
