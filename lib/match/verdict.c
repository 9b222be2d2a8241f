/* SPDX-License-Identifier: Apache-2.0 */
#include "match/verdict.h"

#include "judgement/accommodation.h"

static const char *const names[] = {"blocked", "practice_only", "unclear", "fit"};

const char *
smaajob_verdict_get_name (SmaajobVerdict verdict)
{
  return (unsigned) verdict < sizeof names / sizeof *names ? names[verdict] : "";
}

SmaajobAnswer
gate_answer (const SmaajobCitizen *citizen, uint32_t gate)
{
  for (size_t i = 0; i < citizen->n_gates; i++)
    if (citizen_gates (citizen)[i].gate == gate)
      return (SmaajobAnswer) citizen_gates (citizen)[i].answer;
  return SMAAJOB_ANSWER_UNKNOWN;
}

static void
note_gates (Findings *findings, const SmaajobCitizen *citizen, const SmaajobOpening *opening)
{
  for (size_t i = 0; i < opening->n_gates; i++) {
    SmaajobAnswer answer = gate_answer (citizen, opening_gates (opening)[i]);

    findings->gate_refused |= answer == SMAAJOB_ANSWER_NO;
    findings->gate_unknown |= answer == SMAAJOB_ANSWER_UNKNOWN;
  }
}

static void
note_provisions (Findings *findings, const SmaajobCitizen *citizen, const SmaajobOpening *opening)
{
  findings->needs_unknown = !citizen->needs_known;
  for (uint64_t musts = citizen->must_provisions; musts != 0; musts &= musts - 1) {
    NeedState state =
        need_at_workplace (&citizen_needs (citizen)[__builtin_ctzll (musts)], opening);

    findings->provision_refused |= state == NEED_EXCEEDED;
    findings->provision_unknown |= state == NEED_UNKNOWN;
  }
}

SmaajobTaskVerdict
findings_get_verdict (const Findings *findings, int task)
{
  if (findings->paid >> task & 1)
    return SMAAJOB_TASK_PAID;
  if (findings->practice >> task & 1)
    return SMAAJOB_TASK_PRACTICE;
  return findings->unclear >> task & 1 ? SMAAJOB_TASK_UNCLEAR : SMAAJOB_TASK_OUT_OF_REACH;
}

void
findings_note_formalities (Findings *findings, const Pairing *pairing)
{
  const SmaajobCitizen *citizen = pairing->citizen;
  const SmaajobOpening *opening = pairing->opening;

  note_gates (findings, citizen, opening);
  note_provisions (findings, citizen, opening);
  findings->choice_declined = citizen->choice == SMAAJOB_CHOICE_DECLINED;
  findings->choice_pending = citizen->choice == SMAAJOB_CHOICE_PENDING;
  findings->pay_refused = opening->terms[SMAAJOB_TERM_PAID] == SMAAJOB_ANSWER_NO;
  findings->practice_refused = opening->terms[SMAAJOB_TERM_PRACTICE] == SMAAJOB_ANSWER_NO;
}

bool
findings_rule_out_pay (const Findings *findings)
{
  return findings->pay_refused || findings->provision_refused ||
         (findings->practice != 0 && findings->practice == findings->within_reach);
}

static bool
miss_a_must (const Findings *findings)
{
  return findings->gate_unknown || findings->provision_unknown || findings->needs_unknown ||
         (findings->paid == 0 && findings->unclear != 0);
}

bool
findings_block (const Findings *findings)
{
  return findings->gate_refused || findings->choice_declined || findings->within_reach == 0 ||
         findings->no_common_time || findings->load_exceeded || findings->travel_too_far ||
         (findings_rule_out_pay (findings) && findings->practice_refused);
}

SmaajobVerdict
verdict_decide (const Findings *findings)
{
  if (findings_block (findings))
    return SMAAJOB_VERDICT_BLOCKED;
  if (findings_rule_out_pay (findings))
    return SMAAJOB_VERDICT_PRACTICE_ONLY;
  if (miss_a_must (findings) || findings->choice_pending)
    return SMAAJOB_VERDICT_UNCLEAR;
  return SMAAJOB_VERDICT_FIT;
}

unsigned
findings_list_blockers (const Findings *findings)
{
  const bool blockers[] = {
      [SMAAJOB_CODE_GATE_REFUSED] = findings->gate_refused,
      [SMAAJOB_CODE_CHOICE_DECLINED] = findings->choice_declined,
      [SMAAJOB_CODE_NO_TASK_WITHIN_REACH] = findings->within_reach == 0,
      [SMAAJOB_CODE_NO_COMMON_TIME] = findings->no_common_time,
      [SMAAJOB_CODE_LOAD_EXCEEDED] = findings->load_exceeded,
      [SMAAJOB_CODE_TRAVEL_TOO_FAR] = findings->travel_too_far,
      [SMAAJOB_CODE_PAY_REFUSED] = findings->pay_refused,
      [SMAAJOB_CODE_PRACTICE_REFUSED] =
          findings->practice_refused && findings_rule_out_pay (findings),
      [SMAAJOB_CODE_NEED_REFUSED] = findings->provision_refused,
  };
  unsigned bits = 0;

  for (unsigned i = 1; i < sizeof blockers / sizeof *blockers; i++)
    bits |= (unsigned) blockers[i] << i;
  return bits;
}
