/* SPDX-License-Identifier: Apache-2.0 */
#include "match/timing.h"

#include "judgement/accommodation.h"

static bool
find_reasons_against (const Pairing *pairing, const Findings *findings, Reasons *reasons)
{
  const SmaajobCitizen *citizen = pairing->citizen;
  bool blocked = findings_block (findings);
  size_t before = reasons->n;

  if (blocked)
    reasons->list[reasons->n++] = (SmaajobReason){SMAAJOB_CODE_BLOCKED, NULL, NULL};
  if (findings->pay_refused)
    reasons_add_member (reasons, pairing, SMAAJOB_CODE_PAY_REFUSED, MEMBER_PAID);
  if ((blocked || findings->pay_refused) &&
      pairing->opening->terms[SMAAJOB_TERM_FLEKSJOB] == SMAAJOB_ANSWER_YES)
    reasons_add_member (reasons, pairing, SMAAJOB_CODE_FLEKSJOB_TRACK, MEMBER_FLEKSJOB);
  if (citizen->prerequisites == SMAAJOB_PREREQUISITES_ABSENT)
    reasons_add_member (reasons, pairing, SMAAJOB_CODE_PREREQUISITES_ABSENT, MEMBER_PREREQUISITES);
  if (citizen->purpose == SMAAJOB_PURPOSE_OTHER)
    reasons_add_member (reasons, pairing, SMAAJOB_CODE_PURPOSE_OTHER_THAN_PAY, MEMBER_PURPOSE);
  return reasons->n > before;
}

static void
list_unknown_musts (const Pairing *pairing, const Findings *findings, Reasons *reasons)
{
  const SmaajobCitizen *citizen = pairing->citizen;
  const SmaajobOpening *opening = pairing->opening;

  if (findings->needs_unknown)
    reasons_add_member (reasons, pairing, SMAAJOB_CODE_MUST_UNKNOWN, MEMBER_NEEDS);
  for (size_t i = 0; i < opening->n_gates; i++)
    if (gate_answer (citizen, opening_gates (opening)[i]) == SMAAJOB_ANSWER_UNKNOWN)
      reasons_add (reasons, pairing, SMAAJOB_CODE_MUST_UNKNOWN,
                   (Subject){SUBJECT_GATE, opening_gates (opening)[i]}, NO_TASK);
  for (size_t i = 0; i < citizen->n_needs; i++)
    if (citizen_needs (citizen)[i].strength == SMAAJOB_STRENGTH_MUST &&
        need_at_workplace (&citizen_needs (citizen)[i], opening) == NEED_UNKNOWN)
      reasons_add (reasons, pairing, SMAAJOB_CODE_MUST_UNKNOWN,
                   (Subject){SUBJECT_CONDITION, citizen_needs (citizen)[i].condition}, NO_TASK);
}

static bool
is_unknown_cause (const TaskCause *cause)
{
  return cause->code == SMAAJOB_CODE_COMPETENCE_UNKNOWN ||
         cause->code == SMAAJOB_CODE_EXPOSURE_UNKNOWN ||
         (cause->code == SMAAJOB_CODE_COMPETENCE_BELOW && !cause->trainable);
}

/* When no task is paid, what is unknown in the unclear ones is what decides. */
static void
list_unclear_tasks (const Pairing *pairing, const Findings *findings, Reasons *reasons)
{
  TaskCause causes[TASK_MAX_CAUSES];

  for (int task = 0; findings->paid == 0 && task < pairing->opening->n_tasks; task++) {
    size_t n = findings->unclear >> task & 1 ? task_explain (pairing, task, causes) : 0;

    for (size_t i = 0; i < n; i++)
      if (is_unknown_cause (&causes[i]))
        reasons_add (reasons, pairing, SMAAJOB_CODE_MUST_UNKNOWN, causes[i].subject, task);
  }
}

static bool
find_reasons_to_ask (const Pairing *pairing, const Findings *findings, Reasons *reasons)
{
  size_t before = reasons->n;

  if (findings->choice_pending)
    reasons_add_member (reasons, pairing, SMAAJOB_CODE_CHOICE_PENDING, MEMBER_CHOICE);
  if (pairing->opening->terms[SMAAJOB_TERM_PAID] == SMAAJOB_ANSWER_UNKNOWN)
    reasons_add_member (reasons, pairing, SMAAJOB_CODE_EMPLOYER_NOT_ASKED, MEMBER_PAID);
  list_unknown_musts (pairing, findings, reasons);
  list_unclear_tasks (pairing, findings, reasons);
  return reasons->n > before;
}

static SmaajobAdvice
advise_on_pay (const Pairing *pairing, const Findings *findings, Reasons *reasons)
{
  static const SmaajobCode codes[] = {[VALUE_NOT_ASKED] = SMAAJOB_CODE_NO_MUST_REQUIRED,
                                      [VALUE_SHOWN] = SMAAJOB_CODE_VALUE_SHOWN,
                                      [VALUE_STATED] = SMAAJOB_CODE_VALUE_STATED_ONLY};
  SmaajobAdvice advice = SMAAJOB_ADVICE_PAID_NOW;

  for (int task = 0; task < pairing->opening->n_tasks; task++) {
    TaskValue value;

    if (!(findings->paid >> task & 1))
      continue;
    value = task_get_value (pairing, task);
    reasons->list[reasons->n++] = (SmaajobReason){
        codes[value], NULL, task_id (pairing->opening, &opening_tasks (pairing->opening)[task])};
    if (value == VALUE_STATED)
      advice = SMAAJOB_ADVICE_PRACTICE_FIRST;
  }
  return advice;
}

/* No pay is possible now: why it is not, and whether it can be held out. */
static SmaajobAdvice
advise_on_practice (const Pairing *pairing, Reasons *reasons)
{
  bool refused = pairing->opening->terms[SMAAJOB_TERM_PROSPECT] == SMAAJOB_ANSWER_NO;
  bool present = pairing->citizen->prerequisites == SMAAJOB_PREREQUISITES_PRESENT;

  reasons_add_refused_provisions (reasons, pairing);
  if (refused)
    reasons_add_member (reasons, pairing, SMAAJOB_CODE_PROSPECT_REFUSED, MEMBER_PROSPECT);
  if (!present)
    reasons_add_member (reasons, pairing, SMAAJOB_CODE_PREREQUISITES_UNKNOWN, MEMBER_PREREQUISITES);
  if (refused || !present)
    return SMAAJOB_ADVICE_PRACTICE_FIRST;
  reasons_add_member (reasons, pairing, SMAAJOB_CODE_PREREQUISITES_PRESENT, MEMBER_PREREQUISITES);
  return SMAAJOB_ADVICE_WAGE_IN_PROSPECT;
}

SmaajobAdvice
timing_advise (const Pairing *pairing, const Findings *findings, Reasons *reasons)
{
  if (find_reasons_against (pairing, findings, reasons))
    return SMAAJOB_ADVICE_NOT_NOW;
  if (find_reasons_to_ask (pairing, findings, reasons))
    return SMAAJOB_ADVICE_ASK_FIRST;
  if (findings_rule_out_pay (findings))
    return advise_on_practice (pairing, reasons);
  return advise_on_pay (pairing, findings, reasons);
}
