/* SPDX-License-Identifier: Apache-2.0 */
#include "match/attention.h"

#include "judgement/requirement.h"

#include <string.h>

#define LEVEL 1000000 /* effective levels come in millionths */

/* What every trigger looks at. */
typedef struct {
  const Pairing *pairing;
  const SmaajobCitizen *citizen;
  const SmaajobOpening *opening;
  const Findings *findings;
  const SmaajobScore *score;
  const Plan *plan;
  Reasons *attention;
} Situation;

static void
point_if (const Situation *s, bool fires, SmaajobCode code, Member member)
{
  if (fires)
    reasons_add_member (s->attention, s->pairing, code, member);
}

static int32_t
threshold (const Situation *s, PolicyNumber number)
{
  return s->pairing->policy->numbers[number];
}

/* An hour is 60 minutes and 1000 thousandths. */
static bool
is_above_hours (int minutes, int32_t thousandths)
{
  return (int64_t) minutes * 1000 > (int64_t) thousandths * 60;
}

static const Need *
find_need (const SmaajobCitizen *citizen, const char *condition)
{
  uint32_t wanted = vocabulary_find_condition (citizen->vocabulary, condition);

  for (size_t i = 0; i < citizen->n_needs; i++)
    if (citizen_needs (citizen)[i].condition == wanted)
      return &citizen_needs (citizen)[i];
  return NULL;
}

static void
point_at_need (const Situation *s, SmaajobCode code, const char *condition)
{
  const Need *need = find_need (s->citizen, condition);

  if (need != NULL)
    reasons_add (s->attention, s->pairing, code, (Subject){SUBJECT_CONDITION, need->condition},
                 NO_TASK);
}

static void
look_at_expectations (const Situation *s)
{
  SmaajobAnswer paid = s->opening->terms[SMAAJOB_TERM_PAID];
  SmaajobCode pressure = SMAAJOB_CODE_EXPECTATION_PRESSURE;

  point_if (s, paid == SMAAJOB_ANSWER_UNKNOWN, SMAAJOB_CODE_HOPE_BEFORE_EMPLOYER, MEMBER_PAID);
  point_if (s, paid == SMAAJOB_ANSWER_YES && s->findings->paid == 0,
            SMAAJOB_CODE_KINDNESS_IS_NOT_VALUE, MEMBER_PAID);
  point_if (s, s->citizen->prerequisites != SMAAJOB_PREREQUISITES_PRESENT, pressure,
            MEMBER_PREREQUISITES);
  point_at_need (s, pressure, "cog_responsibility");
  point_at_need (s, pressure, "cog_pressure");
}

static void
look_at_load (const Situation *s)
{
  const SmaajobCitizenHours *hours = &s->citizen->hours;
  int present = s->plan->hours.present_minutes;
  bool limited = s->citizen->hours_known && hours->limit != SMAAJOB_UNKNOWN;
  bool committed = s->citizen->hours_known && hours->committed > 0;
  bool near = limited &&
              (int64_t) present * 1000 > (int64_t) hours->limit * threshold (s, POLICY_TOTAL_LOAD);
  bool above = s->citizen->hours_known && hours->max != SMAAJOB_UNKNOWN && present > hours->max;

  point_if (s, committed || near, SMAAJOB_CODE_TOTAL_LOAD,
            committed ? MEMBER_COMMITTED : MEMBER_HOURS);
  point_at_need (s, SMAAJOB_CODE_RESTITUTION, "tim_rest_day");
  point_at_need (s, SMAAJOB_CODE_RESTITUTION, "phy_pain");
  point_if (s, above, SMAAJOB_CODE_RESTITUTION, MEMBER_HOURS);
}

static void
look_at_terms (const Situation *s)
{
  const SmaajobOpening *opening = s->opening;
  int32_t effectiveness = s->citizen->effectiveness;
  SmaajobAnswer hybrid = opening->terms[SMAAJOB_TERM_HYBRID];
  bool varies = opening->weekly_variation == SMAAJOB_VARIATION_HIGH;

  point_if (s,
            opening->pay_basis == SMAAJOB_PAY_BASIS_PRESENT && effectiveness != SMAAJOB_UNKNOWN &&
                effectiveness < 1000,
            SMAAJOB_CODE_EFFECTIVENESS_BELOW_PAID, MEMBER_EFFECTIVENESS);
  point_if (s, s->plan->practice_on_paid_tasks > 0, SMAAJOB_CODE_SAME_TASK_SPLIT,
            MEMBER_EFFECTIVENESS);
  point_if (s, s->plan->hybrid_wanted && (hybrid == SMAAJOB_ANSWER_NO || varies),
            SMAAJOB_CODE_HYBRID_NOT_UNDERSTOOD, varies ? MEMBER_WEEKLY_VARIATION : MEMBER_HYBRID);
  point_if (s,
            opening->terms[SMAAJOB_TERM_FLEKSJOB] == SMAAJOB_ANSWER_YES &&
                opening->terms[SMAAJOB_TERM_PAID] != SMAAJOB_ANSWER_YES,
            SMAAJOB_CODE_FLEKSJOB_PLAN_FIRST, MEMBER_FLEKSJOB);
}

static void
look_at_formalities (const Situation *s)
{
  const SmaajobCitizen *citizen = s->citizen;
  bool poor = citizen->attendance_kept != SMAAJOB_UNKNOWN &&
              citizen->attendance_kept < threshold (s, POLICY_ATTENDANCE_KEPT);
  uint32_t contact = vocabulary_find_condition (citizen->vocabulary, "sup_contact");

  for (size_t i = 0; i < s->opening->n_gates; i++)
    if (gate_answer (citizen, opening_gates (s->opening)[i]) == SMAAJOB_ANSWER_UNKNOWN)
      reasons_add (s->attention, s->pairing, SMAAJOB_CODE_CHECK_GATE_FIRST,
                   (Subject){SUBJECT_GATE, opening_gates (s->opening)[i]}, NO_TASK);
  point_if (s, s->findings->choice_pending, SMAAJOB_CODE_INFORMED_CHOICE, MEMBER_CHOICE);
  point_if (s, poor && citizen->attendance_context == SMAAJOB_CONTEXT_PRACTICE,
            SMAAJOB_CODE_ATTENDANCE_IN_PRACTICE, MEMBER_ATTENDANCE);
  point_if (s, poor && citizen->attendance_context == SMAAJOB_CONTEXT_PAID,
            SMAAJOB_CODE_ATTENDANCE_WHEN_PAID, MEMBER_ATTENDANCE);
  if (contact != WORD_NONE && opening_find_provision (s->opening, contact) == 0)
    reasons_add (s->attention, s->pairing, SMAAJOB_CODE_CONTACT_PERSON,
                 (Subject){SUBJECT_CONDITION, contact}, NO_TASK);
}

static void
look_at_hours (const Situation *s)
{
  const SmaajobPlan *plan = &s->plan->hours;
  const SmaajobCitizenHours *hours = &s->citizen->hours;
  bool few = plan->paid_minutes > 0 &&
             !is_above_hours (plan->paid_minutes, threshold (s, POLICY_FEW_PAID_HOURS));
  bool contract = is_above_hours (plan->paid_minutes, threshold (s, POLICY_CONTRACT_PAID_HOURS));
  int most = hours->max != SMAAJOB_UNKNOWN ? hours->max : hours->limit;
  bool growth = s->citizen->hours_known && most != SMAAJOB_UNKNOWN && plan->growth_minutes > most &&
                plan->growth_minutes > plan->present_minutes;

  point_if (s, few, SMAAJOB_CODE_FEW_HOURS_PAY_DELAY, MEMBER_HOURS);
  point_if (s, contract, SMAAJOB_CODE_CONTRACT_DUTY, MEMBER_HOURS);
  point_if (s, growth, SMAAJOB_CODE_GROWTH, MEMBER_GROWTH);
}

static void
look_at_transport (const Situation *s)
{
  const Need *public = find_need (s->citizen, "tra_public");

  if (public != NULL && public->strength == SMAAJOB_STRENGTH_MUST)
    reasons_add (s->attention, s->pairing, SMAAJOB_CODE_TRANSPORT_FRAGILE,
                 (Subject){SUBJECT_CONDITION, public->condition}, NO_TASK);
  point_if (s, !s->citizen->travel_known || s->findings->travel_minutes == SMAAJOB_UNKNOWN,
            SMAAJOB_CODE_TRANSPORT_FRAGILE, MEMBER_TRAVEL);
  point_if (s, s->citizen->purpose == SMAAJOB_PURPOSE_OTHER, SMAAJOB_CODE_PURPOSE_OTHER_THAN_PAY,
            MEMBER_PURPOSE);
}

static void
look_at_demand (const Situation *s)
{
  int32_t margin = threshold (s, POLICY_UNDER_DEMAND_LEVELS) / 1000;
  bool exceeded = s->opening->n_requirements > 0;

  for (int task = 0; task < s->opening->n_tasks; task++) {
    const Task *asked = &opening_tasks (s->opening)[task];

    exceeded &= asked->requirements_known;
    for (size_t i = 0; i < asked->n_requirements; i++) {
      const Requirement *wanted = &opening_requirements (s->opening)[asked->first_requirement + i];
      RequirementJudgement judgement;

      requirement_judge (s->opening, wanted, s->citizen, s->pairing->policy, &judgement);
      if (wanted->importance == SMAAJOB_STRENGTH_MUST && judgement.mastery == MASTERY_BELOW)
        reasons_add (s->attention, s->pairing, SMAAJOB_CODE_OVER_DEMAND, judgement.item.subject,
                     task);
      exceeded &= judgement.effective >= (wanted->level + margin) * LEVEL;
    }
  }
  point_if (s, exceeded, SMAAJOB_CODE_UNDER_DEMAND, MEMBER_REQUIRES);
}

/* Whether the opening without the task would be a fit, and no longer a weak one. */
static bool
fits_without (const Situation *s, int task)
{
  const Pairing *whole = s->pairing;
  Pairing rest;
  SmaajobScore score;
  Tally tally;
  Findings findings;

  pairing_init (&rest, whole->pair, whole->policy, whole->tasks & ~(1u << task));
  tally_init (&tally, whole->policy, NULL);
  score = pairing_score (&rest, &tally, &findings);
  return score.verdict == SMAAJOB_VERDICT_FIT && score.score >= threshold (s, POLICY_WEAK_SCORE);
}

static void
look_for_carving (const Situation *s)
{
  bool blocked = s->score->verdict == SMAAJOB_VERDICT_BLOCKED;
  bool weak = s->score->potential != SMAAJOB_UNKNOWN &&
              s->score->potential < threshold (s, POLICY_WEAK_SCORE);

  if (!(blocked || weak) || s->opening->n_tasks < 2)
    return;
  for (int task = 0; task < s->opening->n_tasks; task++)
    if (!opening_tasks (s->opening)[task].optional && fits_without (s, task))
      s->attention->list[s->attention->n++] = (SmaajobReason){
          SMAAJOB_CODE_CARVE, NULL, task_id (s->opening, &opening_tasks (s->opening)[task])};
}

void
attention_list (const Pairing *pairing, const Findings *findings, const SmaajobScore *score,
                const Plan *plan, Reasons *attention)
{
  const Situation situation = {pairing, pairing->citizen, pairing->opening, findings, score,
                               plan,    attention};

  look_at_expectations (&situation);
  look_at_load (&situation);
  look_at_terms (&situation);
  look_at_formalities (&situation);
  look_at_hours (&situation);
  look_at_transport (&situation);
  look_at_demand (&situation);
  look_for_carving (&situation);
}
