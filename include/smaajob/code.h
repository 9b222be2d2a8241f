/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_CODE_H
#define SMAAJOB_CODE_H

/** @file code.h The closed lists a match is told in, each with the name it has in a document. */

#include <smaajob/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Every cause that a match can name. docs/glossary.md says what each means. */
typedef enum {
  SMAAJOB_CODE_NONE,
  /* blockers */
  SMAAJOB_CODE_GATE_REFUSED,
  SMAAJOB_CODE_CHOICE_DECLINED,
  SMAAJOB_CODE_NO_TASK_WITHIN_REACH,
  SMAAJOB_CODE_NO_COMMON_TIME,
  SMAAJOB_CODE_LOAD_EXCEEDED,
  SMAAJOB_CODE_TRAVEL_TOO_FAR,
  SMAAJOB_CODE_PAY_REFUSED,
  SMAAJOB_CODE_PRACTICE_REFUSED,
  SMAAJOB_CODE_NEED_REFUSED,
  /* a task's verdict */
  SMAAJOB_CODE_MASTERED,
  SMAAJOB_CODE_COMPETENCE_BELOW,
  SMAAJOB_CODE_COMPETENCE_UNKNOWN,
  SMAAJOB_CODE_TRAINING_POSSIBLE,
  SMAAJOB_CODE_EXPOSURE_ABOVE_TOLERANCE,
  SMAAJOB_CODE_EXPOSURE_UNKNOWN,
  SMAAJOB_CODE_CEILING_EXCEEDED,
  /* the timing */
  SMAAJOB_CODE_BLOCKED,
  SMAAJOB_CODE_FLEKSJOB_TRACK,
  SMAAJOB_CODE_PREREQUISITES_ABSENT,
  SMAAJOB_CODE_CHOICE_PENDING,
  SMAAJOB_CODE_EMPLOYER_NOT_ASKED,
  SMAAJOB_CODE_MUST_UNKNOWN,
  SMAAJOB_CODE_VALUE_SHOWN,
  SMAAJOB_CODE_VALUE_STATED_ONLY,
  SMAAJOB_CODE_PREREQUISITES_PRESENT,
  SMAAJOB_CODE_PREREQUISITES_UNKNOWN,
  SMAAJOB_CODE_PROSPECT_REFUSED,
  /* attention points */
  SMAAJOB_CODE_HOPE_BEFORE_EMPLOYER,
  SMAAJOB_CODE_KINDNESS_IS_NOT_VALUE,
  SMAAJOB_CODE_EXPECTATION_PRESSURE,
  SMAAJOB_CODE_TOTAL_LOAD,
  SMAAJOB_CODE_RESTITUTION,
  SMAAJOB_CODE_EFFECTIVENESS_BELOW_PAID,
  SMAAJOB_CODE_SAME_TASK_SPLIT,
  SMAAJOB_CODE_HYBRID_NOT_UNDERSTOOD,
  SMAAJOB_CODE_FLEKSJOB_PLAN_FIRST,
  SMAAJOB_CODE_CHECK_GATE_FIRST,
  SMAAJOB_CODE_INFORMED_CHOICE,
  SMAAJOB_CODE_ATTENDANCE_IN_PRACTICE,
  SMAAJOB_CODE_ATTENDANCE_WHEN_PAID,
  SMAAJOB_CODE_CONTACT_PERSON,
  SMAAJOB_CODE_FEW_HOURS_PAY_DELAY,
  SMAAJOB_CODE_CONTRACT_DUTY,
  SMAAJOB_CODE_GROWTH,
  SMAAJOB_CODE_TRANSPORT_FRAGILE,
  SMAAJOB_CODE_PURPOSE_OTHER_THAN_PAY,
  SMAAJOB_CODE_OVER_DEMAND,
  SMAAJOB_CODE_UNDER_DEMAND,
  SMAAJOB_CODE_CARVE
} SmaajobCode;

/** The six criteria, in the order of a match. */
typedef enum {
  SMAAJOB_CRITERION_COMPETENCE,
  SMAAJOB_CRITERION_ACCOMMODATION,
  SMAAJOB_CRITERION_HOURS_EMPLOYER,
  SMAAJOB_CRITERION_HOURS_CITIZEN,
  SMAAJOB_CRITERION_WISH,
  SMAAJOB_CRITERION_TRAVEL
} SmaajobCriterionId;

/** For whom a criterion speaks. */
typedef enum { SMAAJOB_SIDE_CITIZEN, SMAAJOB_SIDE_EMPLOYER } SmaajobSide;

/** How a comparison came out. */
typedef enum {
  SMAAJOB_STATE_MET,    /**< nothing is missing */
  SMAAJOB_STATE_SHORT,  /**< something is known to be missing */
  SMAAJOB_STATE_UNKNOWN /**< an answer could change it */
} SmaajobState;

/** What one task is for one citizen. */
typedef enum {
  SMAAJOB_TASK_OUT_OF_REACH,
  SMAAJOB_TASK_PRACTICE,
  SMAAJOB_TASK_UNCLEAR,
  SMAAJOB_TASK_PAID
} SmaajobTaskVerdict;

/** When to bring up pay. */
typedef enum {
  SMAAJOB_ADVICE_NOT_NOW,
  SMAAJOB_ADVICE_ASK_FIRST,
  SMAAJOB_ADVICE_PRACTICE_FIRST,
  SMAAJOB_ADVICE_WAGE_IN_PROSPECT,
  SMAAJOB_ADVICE_PAID_NOW
} SmaajobAdvice;

/** The code's name in a document, such as "gate_refused"; "" for NONE or a value outside the enum.
 */
SMAAJOB_API const char *smaajob_code_get_name (SmaajobCode code);
/** The criterion's name, such as "hours_employer"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_criterion_get_name (SmaajobCriterionId criterion);
/** The side's name; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_side_get_name (SmaajobSide side);
/** The state's name; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_state_get_name (SmaajobState state);
/** The task verdict's name, such as "out_of_reach"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_task_verdict_get_name (SmaajobTaskVerdict verdict);
/** The advice's name, such as "paid_now"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_advice_get_name (SmaajobAdvice advice);

#ifdef __cplusplus
}
#endif
#endif
