/* SPDX-License-Identifier: Apache-2.0 */

%rename(get_schema) smaajob_get_schema;
%include <smaajob/schema.h>
