/* SPDX-License-Identifier: Apache-2.0 */

%include <smaajob/vocabulary.h>

%smaajob_noun (Vocabulary, smaajob_vocabulary_free)
%smaajob_noun (VocabularyBuilder, smaajob_vocabulary_builder_free)

%extend _SmaajobVocabulary {
  _SmaajobVocabulary (SmaajobError *error) {
    return smaajob_vocabulary_new (error);
  }
  static SmaajobVocabulary *new_from_json (const SmaajobVocabulary *base, const char *json,
                                           size_t length, SmaajobError *error) {
    return smaajob_vocabulary_new_from_json (base, json, length, error);
  }
  char *to_json (SmaajobError *error) const {
    return smaajob_vocabulary_to_json ($self, error);
  }
  const char *get_version () const {
    return smaajob_vocabulary_get_version ($self);
  }
  size_t get_n_conditions () const {
    return smaajob_vocabulary_get_n_conditions ($self);
  }
  SmaajobCondition get_condition_at (size_t i) const {
    return smaajob_vocabulary_get_condition_at ($self, i);
  }
  size_t get_n_gates () const {
    return smaajob_vocabulary_get_n_gates ($self);
  }
  SmaajobWord get_gate_at (size_t i) const {
    return smaajob_vocabulary_get_gate_at ($self, i);
  }
  size_t get_n_concepts () const {
    return smaajob_vocabulary_get_n_concepts ($self);
  }
  SmaajobWord get_concept_at (size_t i) const {
    return smaajob_vocabulary_get_concept_at ($self, i);
  }
  const char *get_label (const char *id, const char *language) const {
    return smaajob_vocabulary_get_label ($self, id, language);
  }
}

%extend _SmaajobVocabularyBuilder {
  _SmaajobVocabularyBuilder (const SmaajobVocabulary *base, const char *version,
                             SmaajobError *error) {
    return smaajob_vocabulary_builder_new (base, version, error);
  }
  void add_condition (const char *id, SmaajobConditionKind kind, SmaajobConditionType type,
                      const char *unit, const char *label_da, const char *label_en,
                      const char *icf, const char *onet, SmaajobError *error) {
    const SmaajobCondition condition = { id, kind, type, unit, label_da, label_en, icf, onet };
    smaajob_vocabulary_builder_add_condition ($self, &condition, error);
  }
  void add_gate (const char *id, const char *label_da, const char *label_en, SmaajobError *error) {
    const SmaajobWord gate = { id, label_da, label_en };
    smaajob_vocabulary_builder_add_gate ($self, &gate, error);
  }
  void add_concept (const char *id, const char *label_da, const char *label_en,
                    SmaajobError *error) {
    const SmaajobWord word = { id, label_da, label_en };
    smaajob_vocabulary_builder_add_concept ($self, &word, error);
  }
  void add_broader (const char *broader, SmaajobError *error) {
    smaajob_vocabulary_builder_add_broader ($self, broader, error);
  }
  SmaajobVocabulary *build (SmaajobError *error) const {
    return smaajob_vocabulary_builder_build ($self, error);
  }
}
