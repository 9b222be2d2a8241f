/* SPDX-License-Identifier: Apache-2.0 */
#include "match/task.h"

#include "judgement/accommodation.h"

/* What the musts seen so far come to. */
typedef struct {
  bool gap;     /* something must be learned, and can be */
  bool unknown; /* a must, or whether its gap can be trained */
  bool out;     /* a must is known to be missing for good */
  bool surely, possibly;
} Musts;

/* Without branches: which way a requirement goes cannot be foreseen. */
static void
note_requirement (Musts *musts, const RequirementJudgement *judgement, bool must)
{
  bool below = must & (judgement->mastery == MASTERY_BELOW);
  bool unknown = must & (judgement->mastery == MASTERY_UNKNOWN);
  bool trainable = judgement->training == TRAINING_YES;
  bool out = below & (judgement->training == TRAINING_NO);

  musts->gap |= below & trainable;
  musts->unknown |= unknown | (below & (judgement->training == TRAINING_UNKNOWN));
  musts->out |= out;
  musts->possibly &= !out | judgement->possibly;
  musts->surely &= !must | judgement->surely | trainable;
}

/* Of a task that is not core only the musts decide anything. */
static uint32_t
find_deciding (const Task *task, bool core)
{
  return core ? (uint32_t) (((uint64_t) 1 << task->n_requirements) - 1) : task->musts;
}

static void
judge_requirements (const Pairing *pairing, int task, Tally *tally, Musts *musts)
{
  const SmaajobOpening *opening = pairing->opening;
  const Task *asked = &opening_tasks (opening)[task];
  bool core = pairing->core >> task & 1;
  RequirementJudgement judgement;

  judgement.item.task = (int16_t) task;
  for (uint32_t left = find_deciding (asked, core); left != 0; left &= left - 1) {
    const Requirement *requirement =
        &opening_requirements (opening)[asked->first_requirement + __builtin_ctz (left)];

    if (core) {
      requirement_judge (opening, requirement, pairing->citizen, pairing->policy, &judgement);
      tally_add (tally, SMAAJOB_CRITERION_COMPETENCE, &judgement.item);
    } else {
      requirement_judge_mastery (opening, requirement, pairing->citizen, pairing->policy,
                                 &judgement);
    }
    note_requirement (musts, &judgement, requirement->importance == SMAAJOB_STRENGTH_MUST);
  }
  if (!asked->requirements_known) {
    Item item = {.subject = {SUBJECT_MEMBER, MEMBER_REQUIRES}, .task = (int16_t) task};

    if (core)
      tally_add_untold (tally, SMAAJOB_CRITERION_COMPETENCE, &item,
                        pairing->policy->prior_competence[SMAAJOB_STRENGTH_MUST]);
    musts->unknown = true;
    musts->surely = false;
  }
  if (core)
    tally_end_task (tally, opening, task);
}

static void
judge_needs (const Pairing *pairing, int task, Musts *musts)
{
  bool exceeded = pairing->exceeded >> task & 1, untold = pairing->untold >> task & 1;

  musts->out |= exceeded;
  musts->possibly &= !exceeded;
  musts->unknown |= untold;
  musts->surely &= pairing->citizen->needs_known && !untold;
}

TaskFinding
task_judge (const Pairing *pairing, int task, Tally *tally)
{
  /* by what the musts come to: out of reach before unknown before a gap */
  static const uint8_t verdicts[8] = {
      SMAAJOB_TASK_PAID,         SMAAJOB_TASK_PRACTICE,     SMAAJOB_TASK_UNCLEAR,
      SMAAJOB_TASK_UNCLEAR,      SMAAJOB_TASK_OUT_OF_REACH, SMAAJOB_TASK_OUT_OF_REACH,
      SMAAJOB_TASK_OUT_OF_REACH, SMAAJOB_TASK_OUT_OF_REACH,
  };
  Musts musts = {.surely = true, .possibly = true};

  judge_requirements (pairing, task, tally, &musts);
  judge_needs (pairing, task, &musts);
  return (TaskFinding){
      (SmaajobTaskVerdict) verdicts[musts.out << 2 | musts.unknown << 1 | musts.gap],
      musts.surely & !musts.out, musts.possibly};
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

bool
task_is_proven (const Pairing *pairing, int task)
{
  const SmaajobOpening *opening = pairing->opening;
  const Requirement *requirement =
      &opening_requirements (opening)[opening_tasks (opening)[task].first_requirement];
  RequirementJudgement judgement;

  for (size_t i = 0; i < opening_tasks (opening)[task].n_requirements; i++)
    if (requirement[i].importance == SMAAJOB_STRENGTH_MUST) {
      requirement_judge_mastery (opening, &requirement[i], pairing->citizen, pairing->policy,
                                 &judgement);
      if (!judgement.proven)
        return false;
    }
  return true;
}
