/* SPDX-License-Identifier: Apache-2.0 */

/* What a builder takes in a struct, it takes here member by member: nothing can be left borrowed. */
%ignore SmaajobWindow;
%ignore SmaajobCompetence;
%ignore SmaajobNeed;
%ignore SmaajobCitizenHours;
%include <smaajob/citizen.h>
%include <smaajob/citizen-builder.h>

%smaajob_noun (Citizen, smaajob_citizen_free)
%smaajob_noun (CitizenBuilder, smaajob_citizen_builder_free)

%extend _SmaajobCitizen {
  static SmaajobCitizen *new_from_json (SmaajobVocabulary *vocabulary, const char *json,
                                        size_t length, SmaajobError *error) {
    return smaajob_citizen_new_from_json (vocabulary, json, length, error);
  }
  const char *get_id () const {
    return smaajob_citizen_get_id ($self);
  }
  char *to_json (SmaajobError *error) const {
    return smaajob_citizen_to_json ($self, error);
  }
  size_t get_size_bytes () const {
    return smaajob_citizen_get_size_bytes ($self);
  }
}

%extend _SmaajobCitizenBuilder {
  _SmaajobCitizenBuilder (SmaajobVocabulary *vocabulary, const char *id, SmaajobError *error) {
    return smaajob_citizen_builder_new (vocabulary, id, error);
  }
  void add_competence (const char *concept_id, int level, SmaajobEvidence evidence,
                       SmaajobError *error) {
    const SmaajobCompetence competence = { concept_id, level, evidence };
    smaajob_citizen_builder_add_competence ($self, &competence, error);
  }
  void set_competencies_complete (bool complete, SmaajobError *error) {
    smaajob_citizen_builder_set_competencies_complete ($self, complete, error);
  }
  void set_needs_known (SmaajobError *error) {
    smaajob_citizen_builder_set_needs_known ($self, error);
  }
  void add_need (const char *condition, double value, SmaajobStrength strength,
                 SmaajobError *error) {
    const SmaajobNeed need = { condition, value, strength };
    smaajob_citizen_builder_add_need ($self, &need, error);
  }
  void set_gate (const char *gate, SmaajobAnswer answer, SmaajobError *error) {
    smaajob_citizen_builder_set_gate ($self, gate, answer, error);
  }
  void set_hours (int min, int max, int limit, int max_per_day, int committed,
                  SmaajobError *error) {
    const SmaajobCitizenHours hours = { min, max, limit, max_per_day, committed };
    smaajob_citizen_builder_set_hours ($self, &hours, error);
  }
  void set_availability_known (SmaajobError *error) {
    smaajob_citizen_builder_set_availability_known ($self, error);
  }
  void add_window (unsigned days, int from_minute, int to_minute, SmaajobError *error) {
    const SmaajobWindow window = { days, from_minute, to_minute };
    smaajob_citizen_builder_add_window ($self, &window, error);
  }
  void set_effectiveness (double effectiveness, SmaajobError *error) {
    smaajob_citizen_builder_set_effectiveness ($self, effectiveness, error);
  }
  void set_attendance (double kept, SmaajobContext context, SmaajobError *error) {
    smaajob_citizen_builder_set_attendance ($self, kept, context, error);
  }
  void set_attendance_weeks (int weeks, SmaajobError *error) {
    smaajob_citizen_builder_set_attendance_weeks ($self, weeks, error);
  }
  void set_prerequisites (SmaajobPrerequisites prerequisites, SmaajobError *error) {
    smaajob_citizen_builder_set_prerequisites ($self, prerequisites, error);
  }
  void set_choice (SmaajobChoice choice, SmaajobError *error) {
    smaajob_citizen_builder_set_choice ($self, choice, error);
  }
  void set_purpose (SmaajobPurpose purpose, SmaajobError *error) {
    smaajob_citizen_builder_set_purpose ($self, purpose, error);
  }
  void add_wish (const char *concept_id, SmaajobWish wants, SmaajobError *error) {
    smaajob_citizen_builder_add_wish ($self, concept_id, wants, error);
  }
  void set_location (double lat, double lon, SmaajobError *error) {
    smaajob_citizen_builder_set_location ($self, lat, lon, error);
  }
  void set_travel (SmaajobMode mode, int max_minutes, SmaajobError *error) {
    smaajob_citizen_builder_set_travel ($self, mode, max_minutes, error);
  }
  SmaajobCitizen *build (SmaajobError *error) const {
    return smaajob_citizen_builder_build ($self, error);
  }
}
