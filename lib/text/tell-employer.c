/* SPDX-License-Identifier: Apache-2.0 */
/* What an employer reads is a function of the opening, of the plan, and of what the citizen has
   agreed may be known. It is told from these here, not sifted out of what the match found: whether
   a match holds a point, a question or a lever already says something about the citizen. */
#include "judgement/accommodation.h"
#include "match/change.h"
#include "text/tell.h"

#define THOUSAND 1000

static void
tell_code (const Voice *voice, SmaajobSection section, SmaajobCode code, const char *subject)
{
  const char *name = smaajob_code_get_name (code);
  const char *text = voice_find_own (voice, "code", name);

  if (text == NULL)
    return;
  paragraph_begin (voice->out,
                   &(SmaajobParagraph){.section = section, .code = name, .subject = subject});
  voice_say (voice, text, &(Blanks){0});
  paragraph_end (voice->out);
}

static SmaajobAnswer
term (const Voice *voice, SmaajobTerm which)
{
  return voice->match->opening->terms[which];
}

static bool
refuses_all (const Voice *voice)
{
  return term (voice, SMAAJOB_TERM_PAID) == SMAAJOB_ANSWER_NO &&
         term (voice, SMAAJOB_TERM_PRACTICE) == SMAAJOB_ANSWER_NO;
}

static void
tell_own_terms (const Voice *voice)
{
  if (term (voice, SMAAJOB_TERM_PAID) == SMAAJOB_ANSWER_NO)
    tell_code (voice, SMAAJOB_SECTION_BLOCKERS, SMAAJOB_CODE_PAY_REFUSED, "terms.paid");
  if (refuses_all (voice))
    tell_code (voice, SMAAJOB_SECTION_BLOCKERS, SMAAJOB_CODE_PRACTICE_REFUSED, "terms.practice");
}

static void
tell_planned_task (const Voice *voice, const SmaajobTaskMatch *task)
{
  const char *planned = planned_get_name (get_planned (voice->match, task));
  const Words hours = words_of_minutes (voice, task->planned_minutes_per_week);

  paragraph_begin (
      voice->out,
      &(SmaajobParagraph){.section = SMAAJOB_SECTION_TASKS, .code = planned, .task = task->id});
  paragraph_add_value (voice->out, "minutes", task->planned_minutes_per_week);
  voice_say (voice, voice_get (voice, "task_line", "planned"),
             &(Blanks){voice_get (voice, "planned", planned), task->id, hours.text, NULL});
  paragraph_end (voice->out);
}

static void
tell_planned_tasks (const Voice *voice)
{
  for (size_t i = 0; i < smaajob_match_get_n_tasks (voice->match); i++)
    if (voice->match->tasks[i].planned_minutes_per_week > 0)
      tell_planned_task (voice, &voice->match->tasks[i]);
}

static bool
is_above (int minutes, int32_t hours_thousandths)
{
  return (int64_t) minutes * THOUSAND > (int64_t) hours_thousandths * 60;
}

static void
point_at (const Voice *voice, bool fires, SmaajobCode code, const char *subject)
{
  if (fires)
    tell_code (voice, SMAAJOB_SECTION_ATTENTION, code, subject);
}

static void
tell_points (const Voice *voice)
{
  const SmaajobOpening *opening = voice->match->opening;
  const SmaajobPlan *plan = &voice->match->plan;
  const SmaajobAnswer paid = term (voice, SMAAJOB_TERM_PAID);
  const bool varies = opening->weekly_variation == SMAAJOB_VARIATION_HIGH;
  const bool plain = varies || term (voice, SMAAJOB_TERM_HYBRID) == SMAAJOB_ANSWER_NO;
  const uint32_t contact = vocabulary_find_condition (opening->vocabulary, "sup_contact");

  point_at (voice, paid == SMAAJOB_ANSWER_UNKNOWN, SMAAJOB_CODE_HOPE_BEFORE_EMPLOYER, "terms.paid");
  point_at (voice, plain && plan->paid_minutes > 0 && plan->practice_minutes == 0,
            SMAAJOB_CODE_HYBRID_NOT_UNDERSTOOD, varies ? "weekly_variation" : "terms.hybrid");
  point_at (voice,
            paid != SMAAJOB_ANSWER_YES && term (voice, SMAAJOB_TERM_FLEKSJOB) == SMAAJOB_ANSWER_YES,
            SMAAJOB_CODE_FLEKSJOB_PLAN_FIRST, "terms.fleksjob");
  point_at (voice, contact != WORD_NONE && opening_find_provision (opening, contact) == 0,
            SMAAJOB_CODE_CONTACT_PERSON, "sup_contact");
  point_at (
      voice,
      is_above (plan->paid_minutes, voice->match->policy->numbers[POLICY_CONTRACT_PAID_HOURS]),
      SMAAJOB_CODE_CONTRACT_DUTY, "hours");
  point_at (voice,
            opening->hours_known && plan->present_minutes > 0 &&
                opening->hours.growth > plan->present_minutes,
            SMAAJOB_CODE_GROWTH, "hours.growth");
}

typedef void (*TellNeed) (const Voice *voice, const Need *need, const char *condition);

static void
for_each_disclosed (const Voice *voice, TellNeed tell)
{
  const SmaajobCitizen *citizen = voice->match->citizen;

  for (size_t i = 0; i < citizen->n_needs; i++)
    if (voice->disclosed >> i & 1)
      tell (
          voice, &citizen_needs (citizen)[i],
          vocabulary_get_condition_id (citizen->vocabulary, citizen_needs (citizen)[i].condition));
}

static void
tell_disclosed (const Voice *voice, const Need *need, const char *condition)
{
  static const char *const types[] = {"limit", "provision", "ceiling"};
  const Words subject = words_of_subject (voice, condition);
  const Words want = words_of_quantity (voice, need->value);

  paragraph_begin (voice->out, &(SmaajobParagraph){.section = SMAAJOB_SECTION_ATTENTION,
                                                   .code = "disclosed",
                                                   .subject = condition});
  paragraph_add_value (voice->out, "want", need->value);
  voice_say (voice, voice_get (voice, "disclosed", types[need->type]),
             &(Blanks){.subject = subject.text, .want = want.text});
  paragraph_end (voice->out);
}

static void
ask (const Voice *voice, SmaajobCode code, const char *subject)
{
  const char *name = smaajob_code_get_name (code);

  paragraph_begin (
      voice->out,
      &(SmaajobParagraph){.section = SMAAJOB_SECTION_QUESTIONS, .code = name, .subject = subject});
  paragraph_add_value (voice->out, "ask", SMAAJOB_ASK_EMPLOYER);
  say_question (voice, code, subject);
  paragraph_end (voice->out);
}

static void
ask_about_hours (const Voice *voice)
{
  const SmaajobOpening *opening = voice->match->opening;

  if (!opening->hours_known)
    ask (voice, SMAAJOB_CODE_OPENING_HOURS_UNKNOWN, "hours");
  for (int i = 0; i < opening->n_tasks; i++) {
    if (!opening_tasks (opening)[i].hours_known)
      ask (voice, SMAAJOB_CODE_TASK_HOURS_UNKNOWN, task_id (opening, &opening_tasks (opening)[i]));
    if (!opening_tasks (opening)[i].windows_known)
      ask (voice, SMAAJOB_CODE_WINDOWS_UNKNOWN, task_id (opening, &opening_tasks (opening)[i]));
    if (!opening_tasks (opening)[i].requirements_known)
      ask (voice, SMAAJOB_CODE_REQUIREMENTS_UNKNOWN,
           task_id (opening, &opening_tasks (opening)[i]));
  }
}

static bool
is_municipal (const Voice *voice, const Need *need)
{
  return need->type == SMAAJOB_CONDITION_PROVISION &&
         provision_is_municipal (voice->match->citizen->vocabulary, need->condition);
}

static void
ask_about_disclosed (const Voice *voice, const Need *need, const char *condition)
{
  const SmaajobOpening *opening = voice->match->opening;
  bool untold = false;

  for (int i = 0; i < opening->n_tasks; i++)
    untold |= need_on_task (need, opening, i) == NEED_UNKNOWN;
  if (untold)
    ask (voice, SMAAJOB_CODE_EXPOSURE_UNKNOWN, condition);
  if (need_at_workplace (need, opening) == NEED_UNKNOWN && !is_municipal (voice, need))
    ask (voice, SMAAJOB_CODE_PROVISION_UNKNOWN, condition);
}

/* Who pays for all that is planned has nothing to hold out, and no other job to prefer. */
static bool
is_settled (const Voice *voice, SmaajobTerm which)
{
  const SmaajobPlan *plan = &voice->match->plan;

  return (which == SMAAJOB_TERM_PROSPECT || which == SMAAJOB_TERM_FLEKSJOB) &&
         term (voice, SMAAJOB_TERM_PAID) == SMAAJOB_ANSWER_YES && plan->paid_minutes > 0 &&
         plan->practice_minutes == 0;
}

static void
ask_about_terms (const Voice *voice)
{
  static const char *const members[N_TERMS] = {"terms.paid", "terms.practice", "terms.hybrid",
                                               "terms.prospect", "terms.fleksjob"};

  for (int i = 0; i < N_TERMS; i++)
    if (term (voice, (SmaajobTerm) i) == SMAAJOB_ANSWER_UNKNOWN &&
        !is_settled (voice, (SmaajobTerm) i))
      ask (voice, SMAAJOB_CODE_TERM_UNKNOWN, members[i]);
  if (voice->match->opening->weekly_variation == SMAAJOB_VARIATION_UNKNOWN)
    ask (voice, SMAAJOB_CODE_WEEKLY_VARIATION_UNKNOWN, "weekly_variation");
}

/* The first proposal opens the section. */
static void
propose (const Voice *voice, SmaajobCode code, const char *subject, const int *numbers)
{
  const SmaajobChange change = {SMAAJOB_ACTOR_EMPLOYER, code, subject, numbers[0], numbers[1]};
  const size_t n = smaajob_explanation_get_n_paragraphs (voice->out);

  if (n == 0 ||
      smaajob_explanation_get_paragraph_at (voice->out, n - 1).section != SMAAJOB_SECTION_LEVERS) {
    paragraph_begin (voice->out,
                     &(SmaajobParagraph){.section = SMAAJOB_SECTION_LEVERS, .code = "lever"});
    voice_say (voice, voice_get (voice, "lever", "offer"), &(Blanks){0});
    paragraph_end (voice->out);
  }
  tell_change (voice, &change);
}

static void
propose_for_disclosed (const Voice *voice, const Need *need, const char *condition)
{
  const SmaajobOpening *opening = voice->match->opening;
  const int32_t *exposures = opening_find_offered (opening, need->condition);
  int worst = SMAAJOB_UNKNOWN;

  for (int i = 0; i < opening->n_tasks; i++)
    if (need_on_task (need, opening, i) == NEED_EXCEEDED && exposures[i] > worst)
      worst = exposures[i];
  if (worst != SMAAJOB_UNKNOWN)
    propose (voice, SMAAJOB_CODE_EXPOSURE_REDUCED, condition, (int[]){worst, need->value});
  if (need_at_workplace (need, opening) == NEED_EXCEEDED && !is_municipal (voice, need))
    propose (voice, SMAAJOB_CODE_PROVISION_GIVEN, condition,
             (int[]){opening_find_provision (opening, need->condition), need->value});
}

static void
propose_for_plan (const Voice *voice)
{
  const SmaajobOpening *opening = voice->match->opening;
  const int present = voice->match->plan.present_minutes;

  for (int i = 0; present > 0 && i < opening->n_tasks; i++)
    if (!opening_tasks (opening)[i].optional &&
        voice->match->tasks[i].planned_minutes_per_week == 0)
      propose (voice, SMAAJOB_CODE_TASK_CARVED, task_id (opening, &opening_tasks (opening)[i]),
               (int[]){SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN});
  if (present > 0 && opening->hours_known && opening->hours.min > present)
    propose (voice, SMAAJOB_CODE_HOURS_MIN_LOWERED, "hours",
             (int[]){thousandths_of_hours (opening->hours.min), thousandths_of_hours (present)});
  if (term (voice, SMAAJOB_TERM_PAID) == SMAAJOB_ANSWER_NO)
    propose (voice, SMAAJOB_CODE_TERM_AGREED, "terms.paid", (int[]){0, THOUSAND});
  if (refuses_all (voice))
    propose (voice, SMAAJOB_CODE_TERM_AGREED, "terms.practice", (int[]){0, THOUSAND});
}

void
tell_employer (const Voice *voice)
{
  tell_own_terms (voice);
  tell_planned_tasks (voice);
  tell_week (voice);
  tell_points (voice);
  for_each_disclosed (voice, tell_disclosed);
  ask_about_hours (voice);
  for_each_disclosed (voice, ask_about_disclosed);
  ask_about_terms (voice);
  for_each_disclosed (voice, propose_for_disclosed);
  propose_for_plan (voice);
}
