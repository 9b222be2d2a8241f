/* SPDX-License-Identifier: Apache-2.0 */
#include "match/task.h"

#include "judgement/accommodation.h"

/* What musts come to, each of all tasks as bits of a few: so they are noted and looked at without
   branches, for which way a requirement goes cannot be foreseen. */
enum {
  MARK_GAP, /* the first three as bits are those of must_states */
  MARK_UNKNOWN,
  MARK_OUT,
  MARK_UNSURE,  /* not surely within reach */
  MARK_HOPELESS /* not possibly */
};
typedef uint64_t Marks;

static Marks
mark (unsigned tasks, int kind)
{
  return (Marks) tasks << kind * OPENING_MAX_TASKS;
}

static unsigned
get_marked (Marks marks, int kind)
{
  return (unsigned) (marks >> kind * OPENING_MAX_TASKS) & ((1u << OPENING_MAX_TASKS) - 1);
}

/* Of a must of the first task. */
static Marks
mark_must (const RequirementJudgement *judgement)
{
  unsigned state = must_states[judgement->mastery][judgement->training];
  bool unsure = !judgement->surely & (judgement->training != TRAINING_YES);
  bool hopeless = (state == MUST_OUT) & !judgement->possibly;

  return mark (state >> MARK_GAP & 1, MARK_GAP) | mark (state >> MARK_UNKNOWN & 1, MARK_UNKNOWN) |
         mark (state >> MARK_OUT & 1, MARK_OUT) | mark (unsure, MARK_UNSURE) |
         mark (hopeless, MARK_HOPELESS);
}

/* Of a task that is not core only the musts decide anything. */
static uint32_t
find_deciding (const Task *task, bool core)
{
  return core ? (uint32_t) (((uint64_t) 1 << task->n_requirements) - 1) : task->musts;
}

static Marks
judge_untold (const Pairing *pairing, int task, bool core, Tally *tally)
{
  Item item = {.subject = {SUBJECT_MEMBER, MEMBER_REQUIRES}, .task = (int16_t) task};

  if (core)
    tally_add_untold (tally, SMAAJOB_CRITERION_COMPETENCE, &item,
                      pairing->policy->prior_competence[SMAAJOB_STRENGTH_MUST]);
  return mark (1, MARK_UNKNOWN) | mark (1, MARK_UNSURE);
}

/* As of the first task. */
static Marks
judge_requirements (const Pairing *pairing, int task, Tally *tally)
{
  const SmaajobOpening *opening = pairing->opening;
  const Task *asked = &opening_tasks (opening)[task];
  const Requirement *requirements = &opening_requirements (opening)[asked->first_requirement];
  bool core = pairing->core >> task & 1;
  RequirementJudgement judgement;
  Marks marks = 0;

  judgement.item.task = (int16_t) task;
  for (uint32_t left = find_deciding (asked, core); left != 0; left &= left - 1) {
    const Requirement *requirement = &requirements[__builtin_ctz (left)];

    if (core) {
      requirement_judge (opening, requirement, pairing->citizen, pairing->policy, &judgement);
      tally_add (tally, SMAAJOB_CRITERION_COMPETENCE, &judgement.item);
    } else {
      requirement_judge_mastery (opening, requirement, pairing->citizen, pairing->policy,
                                 &judgement);
    }
    marks |= mark_must (&judgement) & -(Marks) (requirement->importance == SMAAJOB_STRENGTH_MUST);
  }
  if (!asked->requirements_known)
    marks |= judge_untold (pairing, task, core, tally);
  if (core)
    tally_end_task (tally, opening, task);
  return marks;
}

static Marks
mark_needs (const Pairing *pairing)
{
  unsigned unsure = pairing->citizen->needs_known ? pairing->untold : pairing->tasks;

  return mark (pairing->exceeded, MARK_OUT) | mark (pairing->exceeded, MARK_HOPELESS) |
         mark (pairing->untold, MARK_UNKNOWN) | mark (unsure, MARK_UNSURE);
}

/* Out of reach before unknown before a gap. */
static TaskFindings
sum_up (unsigned tasks, Marks marks)
{
  unsigned out = get_marked (marks, MARK_OUT), unknown = get_marked (marks, MARK_UNKNOWN);
  unsigned gap = get_marked (marks, MARK_GAP), within = tasks & ~out;

  return (TaskFindings){.paid = within & ~unknown & ~gap,
                        .practice = within & ~unknown & gap,
                        .unclear = within & unknown,
                        .surely = within & ~get_marked (marks, MARK_UNSURE),
                        .possibly = tasks & ~get_marked (marks, MARK_HOPELESS)};
}

TaskFindings
tasks_judge (const Pairing *pairing, Tally *tally)
{
  Marks marks = mark_needs (pairing);

  for (int task = 0; task < pairing->opening->n_tasks; task++)
    if (pairing->tasks >> task & 1)
      marks |= judge_requirements (pairing, task, tally) << task;
  return sum_up (pairing->tasks, marks);
}

static size_t
explain_requirement (const RequirementJudgement *judgement, TaskCause *causes)
{
  Subject subject = judgement->item.subject;
  SmaajobCode code = judgement->mastery == MASTERY_MASTERED  ? SMAAJOB_CODE_MASTERED
                     : judgement->mastery == MASTERY_UNKNOWN ? SMAAJOB_CODE_COMPETENCE_UNKNOWN
                                                             : SMAAJOB_CODE_COMPETENCE_BELOW;
  bool trainable = judgement->training == TRAINING_YES;

  causes[0] = (TaskCause){code, subject, trainable};
  if (judgement->mastery == MASTERY_MASTERED || !trainable)
    return 1;
  causes[1] = (TaskCause){SMAAJOB_CODE_TRAINING_POSSIBLE, subject, trainable};
  return 2;
}

static size_t
explain_need (const Need *need, NeedState state, TaskCause *cause)
{
  SmaajobCode code = need->type == SMAAJOB_CONDITION_CEILING
                         ? SMAAJOB_CODE_CEILING_EXCEEDED
                         : SMAAJOB_CODE_EXPOSURE_ABOVE_TOLERANCE;

  if (state == NEED_KEPT)
    return 0;
  *cause = (TaskCause){.code = state == NEED_UNKNOWN ? SMAAJOB_CODE_EXPOSURE_UNKNOWN : code,
                       .subject = {SUBJECT_CONDITION, need->condition}};
  return 1;
}

size_t
task_explain (const Pairing *pairing, int task, TaskCause *causes)
{
  const SmaajobOpening *opening = pairing->opening;
  const SmaajobCitizen *citizen = pairing->citizen;
  const Requirement *requirement =
      &opening_requirements (opening)[opening_tasks (opening)[task].first_requirement];
  RequirementJudgement judgement;
  size_t n = 0;

  for (size_t i = 0; i < opening_tasks (opening)[task].n_requirements; i++)
    if (requirement[i].importance == SMAAJOB_STRENGTH_MUST) {
      requirement_judge (opening, &requirement[i], citizen, pairing->policy, &judgement);
      n += explain_requirement (&judgement, causes + n);
    }
  if (!opening_tasks (opening)[task].requirements_known)
    causes[n++] = (TaskCause){.code = SMAAJOB_CODE_COMPETENCE_UNKNOWN,
                              .subject = {SUBJECT_MEMBER, MEMBER_REQUIRES}};
  for (size_t i = 0; i < citizen->n_needs; i++)
    if (citizen_needs (citizen)[i].strength == SMAAJOB_STRENGTH_MUST)
      n += explain_need (&citizen_needs (citizen)[i],
                         need_on_task (&citizen_needs (citizen)[i], opening, task), causes + n);
  return n;
}

TaskValue
task_get_value (const Pairing *pairing, int task)
{
  const SmaajobOpening *opening = pairing->opening;
  const Requirement *requirement =
      &opening_requirements (opening)[opening_tasks (opening)[task].first_requirement];
  RequirementJudgement judgement;
  TaskValue value = VALUE_NOT_ASKED;

  for (size_t i = 0; i < opening_tasks (opening)[task].n_requirements; i++)
    if (requirement[i].importance == SMAAJOB_STRENGTH_MUST) {
      requirement_judge_mastery (opening, &requirement[i], pairing->citizen, pairing->policy,
                                 &judgement);
      if (!judgement.proven)
        return VALUE_STATED;
      value = VALUE_SHOWN;
    }
  return value;
}
