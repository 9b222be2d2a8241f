/* SPDX-License-Identifier: Apache-2.0 */

%include <smaajob/caseload.h>

%smaajob_noun (Caseload, smaajob_caseload_free)
%smaajob_noun (CaseloadBuilder, smaajob_caseload_builder_free)

%extend _SmaajobCaseloadBuilder {
  _SmaajobCaseloadBuilder (SmaajobVocabulary *vocabulary, SmaajobError *error) {
    return smaajob_caseload_builder_new (vocabulary, error);
  }
  void add_citizen (const SmaajobCitizen *citizen, SmaajobError *error) {
    smaajob_caseload_builder_add_citizen ($self, citizen, error);
  }
  SmaajobCaseload *build (SmaajobError *error) const {
    return smaajob_caseload_builder_build ($self, error);
  }
}

%extend _SmaajobCaseload {
  static SmaajobCaseload *new_from_ndjson (SmaajobVocabulary *vocabulary, const char *json,
                                           size_t length, SmaajobError *error) {
    return smaajob_caseload_new_from_ndjson (vocabulary, json, length, error);
  }
  size_t get_n_citizens () const {
    return smaajob_caseload_get_n_citizens ($self);
  }
  const char *get_citizen_id_at (size_t i) const {
    return smaajob_caseload_get_citizen_id_at ($self, i);
  }
  SmaajobCitizen *get_citizen_at (size_t i, SmaajobError *error) const {
    return smaajob_caseload_get_citizen_at ($self, i, error);
  }
  size_t get_size_bytes () const {
    return smaajob_caseload_get_size_bytes ($self);
  }
}
