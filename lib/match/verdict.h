/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_VERDICT_H
#define MATCH_VERDICT_H

#include "match/task.h"

/* What was found of a pair: all that its verdict, its plan and its timing are decided from. */
typedef struct {
  unsigned paid, practice, unclear; /* tasks, as bits */
  unsigned within_reach;            /* the three together */
  bool gate_refused, gate_unknown;
  bool choice_declined, choice_pending;
  bool no_common_time, load_exceeded, travel_too_far;
  bool pay_refused, practice_refused;
  bool provision_refused, provision_unknown; /* of a need that is a must */
  bool needs_unknown;                        /* nobody has told whether there are any */
  int travel_minutes;
  int minutes; /* that a week would best hold; a multiple of 15 */
} Findings;

/* The same of up to 64 pairs, a bit each. */
typedef struct {
  uint64_t gate_refused, choice_declined;
  uint64_t out_of_reach; /* every task is */
  uint64_t no_common_time, load_exceeded, travel_too_far;
  uint64_t pay_refused, practice_refused, provision_refused;
  uint64_t all_practice; /* some tasks are within reach, and each of them is practice */
  uint64_t unclear;      /* what would have to be clear is not told, or not chosen */
} FindingsBits;

#define N_VERDICTS (SMAAJOB_VERDICT_FIT + 1)
#define N_BLOCKERS (SMAAJOB_CODE_NEED_REFUSED + 1)

/* Pairs, as bits, by verdict; and those of the blocked by SmaajobCode of what blocks them. */
void verdicts_decide (const FindingsBits *bits, uint64_t with[N_VERDICTS]);
void verdicts_list_blockers (const FindingsBits *bits, uint64_t blocked,
                             uint64_t blocked_by[N_BLOCKERS]);

/* Of one task. */
SmaajobTaskVerdict findings_get_verdict (const Findings *findings, int task);
/* Gates, choice, terms and provisions: what stands beside the tasks and the week. */
void findings_note_formalities (Findings *findings, const Pairing *pairing);
/* No pay is possible now: it is refused, a provision that is a must is, or all within reach is
 * practice. */
bool findings_rule_out_pay (const Findings *findings);
bool findings_block (const Findings *findings);
SmaajobVerdict verdict_decide (const Findings *findings);
/* SmaajobCode of every blocker of a blocked pair, as bits. */
unsigned findings_list_blockers (const Findings *findings);

/* Whether the citizen has gate (an index into the vocabulary). */
SmaajobAnswer gate_answer (const SmaajobCitizen *citizen, uint32_t gate);

#endif
