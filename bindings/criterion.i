/* SPDX-License-Identifier: Apache-2.0 */

%rename(criterion_get_name) smaajob_criterion_get_name;
%rename(side_get_name) smaajob_side_get_name;
%rename(state_get_name) smaajob_state_get_name;
%include <smaajob/criterion.h>
