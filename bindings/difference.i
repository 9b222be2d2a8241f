/* SPDX-License-Identifier: Apache-2.0 */

/* The two documents are texts as `json` and `length` are: a language says so with its typemaps. */
%include <smaajob/difference.h>

%smaajob_noun (Difference, smaajob_difference_free)

%extend _SmaajobDifference {
  _SmaajobDifference (const char *before, size_t before_length, const char *after,
                      size_t after_length, SmaajobError *error) {
    return smaajob_difference_new (before, before_length, after, after_length, error);
  }
  char *to_json (SmaajobError *error) const {
    return smaajob_difference_to_json ($self, error);
  }
  SmaajobSame get_same () const {
    return smaajob_difference_get_same ($self);
  }
  const char *get_citizen_id (SmaajobMoment moment) const {
    return smaajob_difference_get_citizen_id ($self, moment);
  }
  const char *get_opening_id (SmaajobMoment moment) const {
    return smaajob_difference_get_opening_id ($self, moment);
  }
  SmaajobScore get_score (SmaajobMoment moment) const {
    return smaajob_difference_get_score ($self, moment);
  }
  bool has_sum () const {
    return smaajob_difference_has_sum ($self);
  }
  int get_change () const {
    return smaajob_difference_get_change ($self);
  }
  size_t get_n_items () const {
    return smaajob_difference_get_n_items ($self);
  }
  SmaajobItemChange get_item_change_at (size_t i) const {
    return smaajob_difference_get_item_change_at ($self, i);
  }
  SmaajobItem get_item_at (size_t i, SmaajobMoment moment) const {
    return smaajob_difference_get_item_at ($self, i, moment);
  }
  size_t get_n_tasks () const {
    return smaajob_difference_get_n_tasks ($self);
  }
  SmaajobTaskChange get_task_change_at (size_t i) const {
    return smaajob_difference_get_task_change_at ($self, i);
  }
  size_t get_n_reasons (SmaajobList list, SmaajobMoment moment) const {
    return smaajob_difference_get_n_reasons ($self, list, moment);
  }
  SmaajobReason get_reason_at (SmaajobList list, SmaajobMoment moment, size_t i) const {
    return smaajob_difference_get_reason_at ($self, list, moment, i);
  }
  SmaajobPlan get_plan (SmaajobMoment moment) const {
    return smaajob_difference_get_plan ($self, moment);
  }
  SmaajobAdvice get_advice (SmaajobMoment moment) const {
    return smaajob_difference_get_advice ($self, moment);
  }
}
