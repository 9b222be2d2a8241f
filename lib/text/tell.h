/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_TELL_H
#define TEXT_TELL_H

#include "text/voice.h"
#include <smaajob/lever.h>
#include <smaajob/question.h>

/* The parts of an explanation. A cause that has no text for the reader is not told to that reader;
   the employer is told only what tell_employer() tells. */
void tell_result (const Voice *voice);    /* verdict, what stands in the way, timing */
void tell_attention (const Voice *voice); /* attention points */
void tell_tasks (const Voice *voice);     /* tasks and the reasons of their verdicts */
void tell_week (const Voice *voice);      /* the plan and its week */
void tell_score (const Voice *voice);     /* criteria and comparisons */
/* What to ask, and what would help. Both are made of the match here: false when no memory. */
bool tell_questions (const Voice *voice);
bool tell_levers (const Voice *voice);
/* A function of the opening, the plan, and what is disclosed. */
void tell_employer (const Voice *voice);

/* For those who tell: the question as it is asked, and a change as a paragraph of its own. */
void say_question (const Voice *voice, SmaajobCode code, const char *subject);
void tell_change (const Voice *voice, const SmaajobChange *change);
/* What the hours are that are planned on a task. Where part of those on paid tasks is practice,
   nobody has said which, so that none of them is told as paid outright. */
typedef enum { PLANNED_PAID, PLANNED_PARTLY, PLANNED_PRACTICE } Planned;
Planned get_planned (const SmaajobMatch *match, const SmaajobTaskMatch *task);
/* "paid", "partly" or "practice". */
const char *planned_get_name (Planned planned);
/* Minutes of practice a week on tasks that are paid; 0 when nothing is paid. */
int count_practice_on_paid_tasks (const SmaajobMatch *match);

#endif
