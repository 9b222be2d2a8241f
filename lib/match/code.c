/* SPDX-License-Identifier: Apache-2.0 */
#include <smaajob/code.h>
#include <smaajob/criterion.h>

#define NAME_AT(names, i) ((unsigned) (i) < sizeof (names) / sizeof *(names) ? (names)[i] : "")

static const char *const codes[] = {
    "",
    "gate_refused",
    "choice_declined",
    "no_task_within_reach",
    "no_common_time",
    "load_exceeded",
    "travel_too_far",
    "pay_refused",
    "practice_refused",
    "need_refused",
    "mastered",
    "competence_below",
    "competence_unknown",
    "training_possible",
    "exposure_above_tolerance",
    "exposure_unknown",
    "ceiling_exceeded",
    "blocked",
    "fleksjob_track",
    "prerequisites_absent",
    "choice_pending",
    "employer_not_asked",
    "must_unknown",
    "value_shown",
    "value_stated_only",
    "prerequisites_present",
    "prerequisites_unknown",
    "prospect_refused",
    "hope_before_employer",
    "kindness_is_not_value",
    "expectation_pressure",
    "total_load",
    "restitution",
    "effectiveness_below_paid",
    "same_task_split",
    "hybrid_not_understood",
    "fleksjob_plan_first",
    "check_gate_first",
    "informed_choice",
    "attendance_in_practice",
    "attendance_when_paid",
    "contact_person",
    "few_hours_pay_delay",
    "contract_duty",
    "growth",
    "transport_fragile",
    "purpose_other_than_pay",
    "over_demand",
    "under_demand",
    "carve",
    "choice_unknown",
    "gate_unknown",
    "needs_unknown",
    "hours_unknown",
    "committed_unknown",
    "availability_unknown",
    "travel_unknown",
    "journey_unknown",
    "effectiveness_unknown",
    "purpose_unknown",
    "opening_hours_unknown",
    "task_hours_unknown",
    "windows_unknown",
    "requirements_unknown",
    "training_unknown",
    "provision_unknown",
    "term_unknown",
    "weekly_variation_unknown",
    "sector_unknown",
    "provision_given",
    "exposure_reduced",
    "task_carved",
    "requirement_trained",
    "hours_min_lowered",
    "hours_max_raised",
    "task_hours_raised",
    "window_moved",
    "term_agreed",
};
_Static_assert(sizeof codes / sizeof *codes == SMAAJOB_CODE_TERM_AGREED + 1,
               "a name for every code");

static const char *const criteria[] = {"competence",    "accommodation", "hours_employer",
                                       "hours_citizen", "wish",          "travel"};
static const char *const sides[] = {"citizen", "employer"};
static const char *const states[] = {"met", "short", "unknown"};
static const char *const task_verdicts[] = {"out_of_reach", "practice", "unclear", "paid"};

const char *
smaajob_code_get_name (SmaajobCode code)
{
  return NAME_AT (codes, code);
}

const char *
smaajob_criterion_get_name (SmaajobCriterionId criterion)
{
  return NAME_AT (criteria, criterion);
}

const char *
smaajob_side_get_name (SmaajobSide side)
{
  return NAME_AT (sides, side);
}

const char *
smaajob_state_get_name (SmaajobState state)
{
  return NAME_AT (states, state);
}

const char *
smaajob_task_verdict_get_name (SmaajobTaskVerdict verdict)
{
  return NAME_AT (task_verdicts, verdict);
}
