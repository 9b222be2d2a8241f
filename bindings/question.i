/* SPDX-License-Identifier: Apache-2.0 */

%rename(ask_get_name) smaajob_ask_get_name;
%include <smaajob/question.h>

%nodefaultctor _SmaajobQuestions;
struct _SmaajobQuestions {};

%extend _SmaajobQuestions {
  _SmaajobQuestions (const SmaajobMatch *match, SmaajobError *error) {
    return smaajob_questions_new (match, error);
  }
  ~_SmaajobQuestions () {
    smaajob_questions_free ($self);
  }
  size_t get_n () const {
    return smaajob_questions_get_n ($self);
  }
  SmaajobQuestion get_at (size_t i) const {
    return smaajob_questions_get_at ($self, i);
  }
}
