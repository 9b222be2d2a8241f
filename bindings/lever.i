/* SPDX-License-Identifier: Apache-2.0 */

%rename(actor_get_name) smaajob_actor_get_name;
%include <smaajob/lever.h>

%smaajob_noun (Levers, smaajob_levers_free)

%extend _SmaajobLevers {
  _SmaajobLevers (const SmaajobMatch *match, SmaajobError *error) {
    return smaajob_levers_new (match, error);
  }
  size_t get_n () const {
    return smaajob_levers_get_n ($self);
  }
  SmaajobLever get_at (size_t i) const {
    return smaajob_levers_get_at ($self, i);
  }
  SmaajobChange get_change_at (size_t lever, size_t i) const {
    return smaajob_levers_get_change_at ($self, lever, i);
  }
}
