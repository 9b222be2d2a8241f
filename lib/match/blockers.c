/* SPDX-License-Identifier: Apache-2.0 */
#include "match/blockers.h"

static void
list_gates (const Pairing *pairing, Reasons *blockers)
{
  for (size_t i = 0; i < pairing->opening->n_gates; i++) {
    uint32_t gate = opening_gates (pairing->opening)[i];

    if (gate_answer (pairing->citizen, gate) == SMAAJOB_ANSWER_NO)
      reasons_add (blockers, pairing, SMAAJOB_CODE_GATE_REFUSED, (Subject){SUBJECT_GATE, gate},
                   NO_TASK);
  }
}

/* Of a task out of reach, what is known to be missing for good: not what is merely to be trained.
 */
static bool
puts_out_of_reach (const TaskCause *cause)
{
  switch (cause->code) {
  case SMAAJOB_CODE_EXPOSURE_ABOVE_TOLERANCE:
  case SMAAJOB_CODE_CEILING_EXCEEDED:
    return true;
  case SMAAJOB_CODE_COMPETENCE_BELOW:
    return !cause->trainable;
  default:
    return false;
  }
}

static void
list_tasks (const Pairing *pairing, Reasons *blockers)
{
  TaskCause causes[TASK_MAX_CAUSES];

  for (int task = 0; task < pairing->opening->n_tasks; task++) {
    size_t n = pairing->tasks >> task & 1 ? task_explain (pairing, task, causes) : 0;

    for (size_t i = 0; i < n; i++)
      if (puts_out_of_reach (&causes[i]))
        reasons_add (blockers, pairing, SMAAJOB_CODE_NO_TASK_WITHIN_REACH, causes[i].subject, task);
  }
}

void
blockers_list (const Pairing *pairing, const Findings *findings, Reasons *blockers)
{
  list_gates (pairing, blockers);
  if (findings->choice_declined)
    reasons_add_member (blockers, pairing, SMAAJOB_CODE_CHOICE_DECLINED, MEMBER_CHOICE);
  if (findings->within_reach == 0)
    list_tasks (pairing, blockers);
  if (findings->no_common_time)
    reasons_add_member (blockers, pairing, SMAAJOB_CODE_NO_COMMON_TIME, MEMBER_AVAILABILITY);
  if (findings->load_exceeded)
    reasons_add_member (blockers, pairing, SMAAJOB_CODE_LOAD_EXCEEDED, MEMBER_COMMITTED);
  if (findings->travel_too_far)
    reasons_add_member (blockers, pairing, SMAAJOB_CODE_TRAVEL_TOO_FAR, MEMBER_TRAVEL);
  if (findings->pay_refused)
    reasons_add_member (blockers, pairing, SMAAJOB_CODE_PAY_REFUSED, MEMBER_PAID);
  if (findings->practice_refused && findings_rule_out_pay (findings))
    reasons_add_member (blockers, pairing, SMAAJOB_CODE_PRACTICE_REFUSED, MEMBER_PRACTICE);
  reasons_add_refused_provisions (blockers, pairing);
}
