/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_CRITERION_H
#define SMAAJOB_CRITERION_H

/** @file criterion.h What a score is made of, as closed lists with the names of a document. */

#include <smaajob/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The six criteria, in the order of a match. */
typedef enum {
  SMAAJOB_CRITERION_COMPETENCE = 0,
  SMAAJOB_CRITERION_ACCOMMODATION = 1,
  SMAAJOB_CRITERION_HOURS_EMPLOYER = 2,
  SMAAJOB_CRITERION_HOURS_CITIZEN = 3,
  SMAAJOB_CRITERION_WISH = 4,
  SMAAJOB_CRITERION_TRAVEL = 5
} SmaajobCriterionId;

/** For whom a criterion speaks. */
typedef enum { SMAAJOB_SIDE_CITIZEN = 0, SMAAJOB_SIDE_EMPLOYER = 1 } SmaajobSide;

/** How a comparison came out. */
typedef enum {
  SMAAJOB_STATE_MET = 0,    /**< nothing is missing */
  SMAAJOB_STATE_SHORT = 1,  /**< something is known to be missing */
  SMAAJOB_STATE_UNKNOWN = 2 /**< an answer could change it */
} SmaajobState;

/** The criterion's name, such as "hours_employer"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_criterion_get_name (SmaajobCriterionId criterion);
/** The side's name; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_side_get_name (SmaajobSide side);
/** The state's name; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_state_get_name (SmaajobState state);

#ifdef __cplusplus
}
#endif
#endif
