/* SPDX-License-Identifier: Apache-2.0 */

%ignore SmaajobRequirement;
%ignore SmaajobOpeningHours;
%include <smaajob/opening.h>
%include <smaajob/opening-builder.h>

%smaajob_noun (Opening, smaajob_opening_free)
%smaajob_noun (OpeningBuilder, smaajob_opening_builder_free)

%extend _SmaajobOpening {
  static SmaajobOpening *new_from_json (SmaajobVocabulary *vocabulary, const char *json,
                                        size_t length, SmaajobError *error) {
    return smaajob_opening_new_from_json (vocabulary, json, length, error);
  }
  const char *get_id () const {
    return smaajob_opening_get_id ($self);
  }
  char *to_json (SmaajobError *error) const {
    return smaajob_opening_to_json ($self, error);
  }
  size_t get_size_bytes () const {
    return smaajob_opening_get_size_bytes ($self);
  }
}

%extend _SmaajobOpeningBuilder {
  _SmaajobOpeningBuilder (SmaajobVocabulary *vocabulary, const char *id, SmaajobError *error) {
    return smaajob_opening_builder_new (vocabulary, id, error);
  }
  void set_employer (const char *employer, SmaajobError *error) {
    smaajob_opening_builder_set_employer ($self, employer, error);
  }
  void set_sector (const char *sector, SmaajobError *error) {
    smaajob_opening_builder_set_sector ($self, sector, error);
  }
  void set_seats (int seats, SmaajobError *error) {
    smaajob_opening_builder_set_seats ($self, seats, error);
  }
  void set_hours (int min, int max, int growth, SmaajobError *error) {
    const SmaajobOpeningHours hours = { min, max, growth };
    smaajob_opening_builder_set_hours ($self, &hours, error);
  }
  void add_task (const char *id, SmaajobError *error) {
    smaajob_opening_builder_add_task ($self, id, error);
  }
  void set_task_optional (size_t task, bool optional, SmaajobError *error) {
    smaajob_opening_builder_set_task_optional ($self, task, optional, error);
  }
  void set_task_hours (size_t task, int min, int max, SmaajobError *error) {
    smaajob_opening_builder_set_task_hours ($self, task, min, max, error);
  }
  void set_task_windows_known (size_t task, SmaajobError *error) {
    smaajob_opening_builder_set_task_windows_known ($self, task, error);
  }
  void add_task_window (size_t task, unsigned days, int from_minute, int to_minute,
                        SmaajobError *error) {
    const SmaajobWindow window = { days, from_minute, to_minute };
    smaajob_opening_builder_add_task_window ($self, task, &window, error);
  }
  void set_requirements_known (size_t task, SmaajobError *error) {
    smaajob_opening_builder_set_requirements_known ($self, task, error);
  }
  void add_requirement (size_t task, const char *concept_id, int level,
                        SmaajobStrength importance, int training_weeks, SmaajobError *error) {
    const SmaajobRequirement requirement = { concept_id, level, importance, training_weeks };
    smaajob_opening_builder_add_requirement ($self, task, &requirement, error);
  }
  void set_task_exposure (size_t task, const char *condition, double exposure,
                          SmaajobError *error) {
    smaajob_opening_builder_set_task_exposure ($self, task, condition, exposure, error);
  }
  void set_exposure (const char *condition, double exposure, SmaajobError *error) {
    smaajob_opening_builder_set_exposure ($self, condition, exposure, error);
  }
  void set_provision (const char *condition, int provision, SmaajobError *error) {
    smaajob_opening_builder_set_provision ($self, condition, provision, error);
  }
  void add_gate (const char *gate, SmaajobError *error) {
    smaajob_opening_builder_add_gate ($self, gate, error);
  }
  void set_term (SmaajobTerm term, SmaajobAnswer answer, SmaajobError *error) {
    smaajob_opening_builder_set_term ($self, term, answer, error);
  }
  void set_pay_basis (SmaajobPayBasis pay_basis, SmaajobError *error) {
    smaajob_opening_builder_set_pay_basis ($self, pay_basis, error);
  }
  void set_weekly_variation (SmaajobVariation variation, SmaajobError *error) {
    smaajob_opening_builder_set_weekly_variation ($self, variation, error);
  }
  void set_location (double lat, double lon, SmaajobError *error) {
    smaajob_opening_builder_set_location ($self, lat, lon, error);
  }
  SmaajobOpening *build (SmaajobError *error) const {
    return smaajob_opening_builder_build ($self, error);
  }
}
