/* SPDX-License-Identifier: Apache-2.0 */

%include <smaajob/match.h>

%smaajob_noun (Match, smaajob_match_free)

%extend _SmaajobMatch {
  _SmaajobMatch (const SmaajobCitizen *citizen, const SmaajobOpening *opening, int travel_minutes,
                 const SmaajobPolicy *policy, SmaajobError *error) {
    const SmaajobPair pair = { citizen, opening, travel_minutes };
    return smaajob_match_new (&pair, policy, error);
  }
  char *to_json (SmaajobError *error) const {
    return smaajob_match_to_json ($self, error);
  }
  const char *get_citizen_id () const {
    return smaajob_match_get_citizen_id ($self);
  }
  const char *get_opening_id () const {
    return smaajob_match_get_opening_id ($self);
  }
  SmaajobScore get_score () const {
    return smaajob_match_get_score ($self);
  }
  size_t get_n_blockers () const {
    return smaajob_match_get_n_blockers ($self);
  }
  SmaajobReason get_blocker_at (size_t i) const {
    return smaajob_match_get_blocker_at ($self, i);
  }
  size_t get_n_criteria () const {
    return smaajob_match_get_n_criteria ($self);
  }
  SmaajobCriterion get_criterion_at (size_t i) const {
    return smaajob_match_get_criterion_at ($self, i);
  }
  SmaajobItem get_item_at (size_t criterion, size_t i) const {
    return smaajob_match_get_item_at ($self, criterion, i);
  }
  size_t get_n_tasks () const {
    return smaajob_match_get_n_tasks ($self);
  }
  SmaajobTaskMatch get_task_at (size_t i) const {
    return smaajob_match_get_task_at ($self, i);
  }
  SmaajobReason get_task_reason_at (size_t task, size_t i) const {
    return smaajob_match_get_task_reason_at ($self, task, i);
  }
  SmaajobPlan get_plan () const {
    return smaajob_match_get_plan ($self);
  }
  size_t get_n_shifts () const {
    return smaajob_match_get_n_shifts ($self);
  }
  SmaajobShift get_shift_at (size_t i) const {
    return smaajob_match_get_shift_at ($self, i);
  }
  SmaajobTiming get_timing () const {
    return smaajob_match_get_timing ($self);
  }
  SmaajobReason get_timing_reason_at (size_t i) const {
    return smaajob_match_get_timing_reason_at ($self, i);
  }
  size_t get_n_attention () const {
    return smaajob_match_get_n_attention ($self);
  }
  SmaajobReason get_attention_at (size_t i) const {
    return smaajob_match_get_attention_at ($self, i);
  }
}
