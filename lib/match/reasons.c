/* SPDX-License-Identifier: Apache-2.0 */
#include "match/reasons.h"

#include "judgement/accommodation.h"

static const char *const members[N_MEMBERS] = {
    "needs",        "requires",        "hours",          "wishes",           "travel",
    "choice",       "purpose",         "prerequisites",  "attendance",       "effectiveness",
    "availability", "hours.committed", "hours.growth",   "terms.paid",       "terms.practice",
    "terms.hybrid", "terms.prospect",  "terms.fleksjob", "weekly_variation", "location",
    "sector",
};

const char *
subject_get_name (const Pairing *pairing, Subject subject)
{
  const SmaajobVocabulary *vocabulary = pairing->citizen->vocabulary;

  switch ((SubjectKind) subject.kind) {
  case SUBJECT_CONCEPT:
    return vocabulary_get_concept_id (vocabulary, subject.index);
  case SUBJECT_CONDITION:
    return vocabulary_get_condition_id (vocabulary, subject.index);
  case SUBJECT_GATE:
    return vocabulary_get_gate_id (vocabulary, subject.index);
  case SUBJECT_SECTOR:
    return citizen_wishes (pairing->citizen)[subject.index].sector;
  case SUBJECT_MEMBER:
    return members[subject.index];
  }
  return NULL;
}

void
reasons_add (Reasons *reasons, const Pairing *pairing, SmaajobCode code, Subject subject, int task)
{
  reasons->list[reasons->n++] = (SmaajobReason){
      code, subject_get_name (pairing, subject),
      task == NO_TASK ? NULL : task_id (pairing->opening, &opening_tasks (pairing->opening)[task])};
}

void
reasons_add_member (Reasons *reasons, const Pairing *pairing, SmaajobCode code, Member member)
{
  reasons_add (reasons, pairing, code, (Subject){SUBJECT_MEMBER, member}, NO_TASK);
}

void
reasons_add_refused_provisions (Reasons *reasons, const Pairing *pairing)
{
  for (size_t i = 0; i < pairing->citizen->n_needs; i++) {
    const Need *need = &citizen_needs (pairing->citizen)[i];

    if (need->strength == SMAAJOB_STRENGTH_MUST &&
        need_at_workplace (need, pairing->opening) == NEED_EXCEEDED)
      reasons_add (reasons, pairing, SMAAJOB_CODE_NEED_REFUSED,
                   (Subject){SUBJECT_CONDITION, need->condition}, NO_TASK);
  }
}

size_t
reasons_count_most (const SmaajobCitizen *citizen, const SmaajobOpening *opening)
{
  /* blockers: every gate, every cause of every task, and one of each code beside */
  return opening->n_gates + 2 * (size_t) opening->n_requirements +
         (size_t) opening->n_tasks * (citizen->n_needs + 2) + citizen->n_needs + 32;
}
