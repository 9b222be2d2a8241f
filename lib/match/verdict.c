/* SPDX-License-Identifier: Apache-2.0 */
#include "match/verdict.h"

#include "judgement/accommodation.h"

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

static uint64_t
rule_out_pay (const FindingsBits *bits)
{
  return bits->pay_refused | bits->provision_refused | bits->all_practice;
}

static uint64_t
block (const FindingsBits *bits)
{
  return bits->gate_refused | bits->choice_declined | bits->out_of_reach | bits->no_common_time |
         bits->load_exceeded | bits->travel_too_far |
         (rule_out_pay (bits) & bits->practice_refused);
}

void
verdicts_decide (const FindingsBits *bits, uint64_t with[N_VERDICTS])
{
  const uint64_t blocked = block (bits), unpaid = rule_out_pay (bits);

  with[SMAAJOB_VERDICT_BLOCKED] = blocked;
  with[SMAAJOB_VERDICT_PRACTICE_ONLY] = ~blocked & unpaid;
  with[SMAAJOB_VERDICT_UNCLEAR] = ~blocked & ~unpaid & bits->unclear;
  with[SMAAJOB_VERDICT_FIT] = ~blocked & ~unpaid & ~bits->unclear;
}

void
verdicts_list_blockers (const FindingsBits *bits, uint64_t blocked, uint64_t blocked_by[N_BLOCKERS])
{
  blocked_by[SMAAJOB_CODE_NONE] = 0;
  blocked_by[SMAAJOB_CODE_GATE_REFUSED] = blocked & bits->gate_refused;
  blocked_by[SMAAJOB_CODE_CHOICE_DECLINED] = blocked & bits->choice_declined;
  blocked_by[SMAAJOB_CODE_NO_TASK_WITHIN_REACH] = blocked & bits->out_of_reach;
  blocked_by[SMAAJOB_CODE_NO_COMMON_TIME] = blocked & bits->no_common_time;
  blocked_by[SMAAJOB_CODE_LOAD_EXCEEDED] = blocked & bits->load_exceeded;
  blocked_by[SMAAJOB_CODE_TRAVEL_TOO_FAR] = blocked & bits->travel_too_far;
  blocked_by[SMAAJOB_CODE_PAY_REFUSED] = blocked & bits->pay_refused;
  blocked_by[SMAAJOB_CODE_PRACTICE_REFUSED] =
      blocked & bits->practice_refused & rule_out_pay (bits);
  blocked_by[SMAAJOB_CODE_NEED_REFUSED] = blocked & bits->provision_refused;
}

/* One pair is the first of 64. */
static FindingsBits
bits_of (const Findings *findings)
{
  return (FindingsBits){
      .gate_refused = findings->gate_refused,
      .choice_declined = findings->choice_declined,
      .out_of_reach = findings->within_reach == 0,
      .no_common_time = findings->no_common_time,
      .load_exceeded = findings->load_exceeded,
      .travel_too_far = findings->travel_too_far,
      .pay_refused = findings->pay_refused,
      .practice_refused = findings->practice_refused,
      .provision_refused = findings->provision_refused,
      .all_practice = findings->practice != 0 && findings->practice == findings->within_reach,
      .unclear = findings->gate_unknown || findings->provision_unknown || findings->needs_unknown ||
                 findings->choice_pending || (findings->paid == 0 && findings->unclear != 0)};
}

bool
findings_rule_out_pay (const Findings *findings)
{
  const FindingsBits bits = bits_of (findings);

  return rule_out_pay (&bits);
}

bool
findings_block (const Findings *findings)
{
  const FindingsBits bits = bits_of (findings);

  return block (&bits);
}

SmaajobVerdict
verdict_decide (const Findings *findings)
{
  const FindingsBits bits = bits_of (findings);
  uint64_t with[N_VERDICTS];
  unsigned verdict = SMAAJOB_VERDICT_BLOCKED;

  verdicts_decide (&bits, with);
  while (!(with[verdict] & 1))
    verdict++;
  return (SmaajobVerdict) verdict;
}

unsigned
findings_list_blockers (const Findings *findings)
{
  const FindingsBits bits = bits_of (findings);
  uint64_t blocked_by[N_BLOCKERS];
  unsigned blockers = 0;

  verdicts_list_blockers (&bits, block (&bits), blocked_by);
  for (unsigned i = 0; i < N_BLOCKERS; i++)
    blockers |= (unsigned) (blocked_by[i] & 1) << i;
  return blockers;
}
