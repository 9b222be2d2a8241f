/* SPDX-License-Identifier: Apache-2.0 */

%ignore SmaajobAudience;
%rename(get_n_languages) smaajob_get_n_languages;
%rename(get_language_at) smaajob_get_language_at;
%rename(reader_get_name) smaajob_reader_get_name;
%rename(section_get_name) smaajob_section_get_name;
%include <smaajob/explanation.h>

%smaajob_noun (Explanation, smaajob_explanation_free)
%newobject _SmaajobExplanation::to_html;

%extend _SmaajobExplanation {
  _SmaajobExplanation (const SmaajobMatch *match, SmaajobReader reader, const char *language,
                       bool released, const char *disclosed, SmaajobError *error) {
    const SmaajobAudience audience = { reader, language, released, disclosed };
    return smaajob_explain (match, &audience, error);
  }
  SmaajobReader get_reader () const {
    return smaajob_explanation_get_reader ($self);
  }
  const char *get_title () const {
    return smaajob_explanation_get_title ($self);
  }
  const char *get_language () const {
    return smaajob_explanation_get_language ($self);
  }
  const char *get_heading (SmaajobSection section) const {
    return smaajob_explanation_get_heading ($self, section);
  }
  size_t get_n_paragraphs () const {
    return smaajob_explanation_get_n_paragraphs ($self);
  }
  SmaajobParagraph get_paragraph_at (size_t i) const {
    return smaajob_explanation_get_paragraph_at ($self, i);
  }
  SmaajobValue get_value_at (size_t paragraph, size_t i) const {
    return smaajob_explanation_get_value_at ($self, paragraph, i);
  }
  char *to_json (SmaajobError *error) const {
    return smaajob_explanation_to_json ($self, error);
  }
  char *to_html (SmaajobError *error) const {
    return smaajob_explanation_to_html ($self, error);
  }
}
