/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_MATCH_H
#define SMAAJOB_MATCH_H

/**
 * @file match.h
 * A match: the score of a pair with every point explained, a plan with a real week, and the timing.
 *
 * A match is immutable and keeps its citizen and opening alive. Strings it gives are borrowed from
 * it.
 * `_at` readers give a struct whose strings are NULL and numbers 0 when the index is too large.
 */

#include <smaajob/code.h>
#include <smaajob/criterion.h>
#include <smaajob/score.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _SmaajobMatch SmaajobMatch;

/** One cause: of a blocker, a task's verdict, the timing, or an attention point. */
typedef struct {
  SmaajobCode code;
  const char *subject; /**< a concept, condition, gate or member it is about; NULL when none */
  const char *task;    /**< the task it is about; NULL when none */
} SmaajobReason;

/** One criterion. Numbers in thousandths. */
typedef struct {
  SmaajobCriterionId id;
  SmaajobSide side;
  int value; /**< its factor; 1000 when there is nothing to judge */
  int low;  /**< its factor in the score's low; of the two hours criteria only the sum is ordered */
  int high; /**< its factor in the score's high */
  int weight;     /**< from the policy */
  int loss;       /**< points of the score it costs */
  size_t n_items; /**< comparisons made */
} SmaajobCriterion;

/** One comparison. */
typedef struct {
  const char *subject; /**< a concept, condition, sector or member */
  const char *task;    /**< NULL when it is about the whole opening */
  SmaajobState state;
  int have;  /**< in thousandths of its unit; SMAAJOB_UNKNOWN when unknown */
  int want;  /**< in thousandths of its unit; SMAAJOB_UNKNOWN when it has none */
  int share; /**< how much it may take away, in thousandths */
  int loss;  /**< points of the score it costs, in thousandths */
} SmaajobItem;

/** One task of the opening. */
typedef struct {
  const char *id;
  SmaajobTaskVerdict verdict;
  int planned_minutes_per_week;
  size_t n_reasons;
} SmaajobTaskMatch;

/** The hours of the plan, in minutes a week; present_minutes, paid_minutes and practice_minutes are
 * 0 when there is nothing to plan. */
typedef struct {
  bool known;          /**< false when nothing says how many hours: nothing is planned */
  int present_minutes; /**< paid and practice together */
  int paid_minutes;
  int practice_minutes;
  int capacity_minutes; /**< the most that can be scheduled, 0–10080 */
  int growth_minutes;   /**< how far hours may grow; SMAAJOB_UNKNOWN when not stated */
} SmaajobPlan;

/** A stretch of the week on one task. */
typedef struct {
  SmaajobDay day;
  int from_minute;  /**< minutes after midnight */
  int to_minute;    /**< minutes after midnight, at most 1440 */
  const char *task; /**< NULL when the index is too large */
} SmaajobShift;

/** When to bring up pay. */
typedef struct {
  SmaajobAdvice advice;
  size_t n_reasons;
} SmaajobTiming;

/**
 * Match a pair in full; free with smaajob_match_free(). Its score is smaajob_score()'s.
 * Fails: argument (NULL, or citizen and opening read with different vocabularies), range, memory.
 */
SMAAJOB_API SmaajobMatch *smaajob_match_new (const SmaajobPair *pair, const SmaajobPolicy *policy,
                                             SmaajobError *error);
/** Free a match; NULL is allowed. */
SMAAJOB_API void smaajob_match_free (SmaajobMatch *match);
/** The match as canonical JSON, `smaajob.match/1`; free with smaajob_free(). Fails: memory. */
SMAAJOB_API char *smaajob_match_to_json (const SmaajobMatch *match, SmaajobError *error);
/** The citizen's id; never NULL. */
SMAAJOB_API const char *smaajob_match_get_citizen_id (const SmaajobMatch *match);
/** The opening's id; never NULL. */
SMAAJOB_API const char *smaajob_match_get_opening_id (const SmaajobMatch *match);
/** Verdict and numbers. */
SMAAJOB_API SmaajobScore smaajob_match_get_score (const SmaajobMatch *match);
/** Number of blockers: at least one when the verdict is blocked. */
SMAAJOB_API size_t smaajob_match_get_n_blockers (const SmaajobMatch *match);
/** Blocker @p i < n. */
SMAAJOB_API SmaajobReason smaajob_match_get_blocker_at (const SmaajobMatch *match, size_t i);
/** Number of criteria: always 6, of NULL 0. */
SMAAJOB_API size_t smaajob_match_get_n_criteria (const SmaajobMatch *match);
/** Criterion @p i < n, in the order of SmaajobCriterionId. */
SMAAJOB_API SmaajobCriterion smaajob_match_get_criterion_at (const SmaajobMatch *match, size_t i);
/** Item @p i < n_items of criterion @p criterion. */
SMAAJOB_API SmaajobItem smaajob_match_get_item_at (const SmaajobMatch *match, size_t criterion,
                                                   size_t i);
/** Number of tasks: those of the opening. */
SMAAJOB_API size_t smaajob_match_get_n_tasks (const SmaajobMatch *match);
/** Task @p i < n, in the opening's order. */
SMAAJOB_API SmaajobTaskMatch smaajob_match_get_task_at (const SmaajobMatch *match, size_t i);
/** Reason @p i < n_reasons of task @p task. */
SMAAJOB_API SmaajobReason smaajob_match_get_task_reason_at (const SmaajobMatch *match, size_t task,
                                                            size_t i);
/** The plan's hours. */
SMAAJOB_API SmaajobPlan smaajob_match_get_plan (const SmaajobMatch *match);
/** Number of shifts; their minutes sum to the plan's present_minutes. */
SMAAJOB_API size_t smaajob_match_get_n_shifts (const SmaajobMatch *match);
/** Shift @p i < n, Monday first, earliest first. */
SMAAJOB_API SmaajobShift smaajob_match_get_shift_at (const SmaajobMatch *match, size_t i);
/** The advice on timing. */
SMAAJOB_API SmaajobTiming smaajob_match_get_timing (const SmaajobMatch *match);
/** Reason @p i < n_reasons of the timing. */
SMAAJOB_API SmaajobReason smaajob_match_get_timing_reason_at (const SmaajobMatch *match, size_t i);
/** Number of attention points. */
SMAAJOB_API size_t smaajob_match_get_n_attention (const SmaajobMatch *match);
/** Attention point @p i < n, in the order of SmaajobCode. */
SMAAJOB_API SmaajobReason smaajob_match_get_attention_at (const SmaajobMatch *match, size_t i);

#ifdef __cplusplus
}
#endif
#endif
