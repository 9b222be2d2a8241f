/* SPDX-License-Identifier: Apache-2.0 */

%include <smaajob/policy.h>

%smaajob_noun (Policy, smaajob_policy_free)
%smaajob_noun (PolicyBuilder, smaajob_policy_builder_free)

%extend _SmaajobPolicy {
  _SmaajobPolicy (SmaajobError *error) {
    return smaajob_policy_new (error);
  }
  static SmaajobPolicy *new_from_json (const char *json, size_t length, SmaajobError *error) {
    return smaajob_policy_new_from_json (json, length, error);
  }
  char *to_json (SmaajobError *error) const {
    return smaajob_policy_to_json ($self, error);
  }
  double get_number (const char *pointer, SmaajobError *error) const {
    double value = 0;
    smaajob_policy_get_number ($self, pointer, &value, error);
    return value;
  }
}

%extend _SmaajobPolicyBuilder {
  _SmaajobPolicyBuilder (SmaajobError *error) {
    return smaajob_policy_builder_new (error);
  }
  void set_number (const char *pointer, double value, SmaajobError *error) {
    smaajob_policy_builder_set_number ($self, pointer, value, error);
  }
  void clear_windows (SmaajobError *error) {
    smaajob_policy_builder_clear_windows ($self, error);
  }
  void add_window (unsigned days, int from_minute, int to_minute, SmaajobError *error) {
    const SmaajobWindow window = { days, from_minute, to_minute };
    smaajob_policy_builder_add_window ($self, &window, error);
  }
  SmaajobPolicy *build (SmaajobError *error) const {
    return smaajob_policy_builder_build ($self, error);
  }
}
