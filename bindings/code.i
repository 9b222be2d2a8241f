/* SPDX-License-Identifier: Apache-2.0 */

%rename(code_get_name) smaajob_code_get_name;
%rename(task_verdict_get_name) smaajob_task_verdict_get_name;
%rename(advice_get_name) smaajob_advice_get_name;
%include <smaajob/code.h>
