/* SPDX-License-Identifier: Apache-2.0 */

%rename(ask_get_name) smaajob_ask_get_name;
%include <smaajob/question.h>

%smaajob_noun (Questions, smaajob_questions_free)

%extend _SmaajobQuestions {
  _SmaajobQuestions (const SmaajobMatch *match, SmaajobError *error) {
    return smaajob_questions_new (match, error);
  }
  size_t get_n () const {
    return smaajob_questions_get_n ($self);
  }
  SmaajobQuestion get_at (size_t i) const {
    return smaajob_questions_get_at ($self, i);
  }
}
