/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_TASK_H
#define MATCH_TASK_H

#include "judgement/requirement.h"
#include "match/tally.h"

/* What the tasks of a pairing are for the citizen, and what they could be; as bits. */
typedef struct {
  unsigned paid, practice, unclear; /* within reach; the others are out of it */
  unsigned surely;                  /* within reach whatever is still unknown */
  unsigned possibly;                /* within reach if what is unknown turns out best */
} TaskFindings;

/* A cause of a task's verdict. */
typedef struct {
  SmaajobCode code;
  Subject subject;
  bool trainable; /* of a requirement: a gap is known to be trainable */
} TaskCause;

/* Judge all tasks; the requirements of core tasks are added to the tally. */
TaskFindings tasks_judge (const Pairing *pairing, Tally *tally);
/* Two for each requirement, or one when none is told; one for each need. */
#define TASK_MAX_CAUSES (2 * OPENING_MAX_REQUIREMENTS + CITIZEN_MAX_NEEDS + 1)

/* The causes of its verdict, in the order of the document; causes has room for all of them. */
size_t task_explain (const Pairing *pairing, int task, TaskCause *causes);
/* What the musts of a paid task rest on: there are none; observed, employed or certified evidence
   all of them; or one on what is stated. */
typedef enum { VALUE_NOT_ASKED, VALUE_SHOWN, VALUE_STATED } TaskValue;
TaskValue task_get_value (const Pairing *pairing, int task);

#endif
