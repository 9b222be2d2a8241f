/* SPDX-License-Identifier: Apache-2.0 */
#include "text/tell.h"

#include <stdio.h>
#include <string.h>

static void
say_minutes (const Voice *voice, const char *name, int minutes)
{
  const Words hours = words_of_minutes (voice, minutes);

  voice_say_part (voice, voice_get (voice, "plan", name), &(Blanks){.have = hours.text});
}

/* What is unclear may still be planned; the employer is not told that it is unclear. */
static const char *
find_no_plan (const Voice *voice, const SmaajobPlan *plan)
{
  const bool unclear = voice->match->score.verdict == SMAAJOB_VERDICT_UNCLEAR &&
                       voice->reader != SMAAJOB_READER_EMPLOYER;

  return voice_get (voice, "plan", !plan->known ? "unknown" : unclear ? "none_yet" : "none");
}

static void
say_plan (const Voice *voice, const SmaajobPlan *plan)
{
  if (!plan->known || plan->present_minutes == 0) {
    voice_say (voice, find_no_plan (voice, plan), &(Blanks){0});
    return;
  }
  if (plan->paid_minutes > 0)
    say_minutes (voice, "paid", plan->paid_minutes);
  if (plan->practice_minutes > 0)
    say_minutes (voice, "practice", plan->practice_minutes);
  if (plan->capacity_minutes != SMAAJOB_UNKNOWN && voice->reader != SMAAJOB_READER_EMPLOYER)
    say_minutes (voice, "capacity", plan->capacity_minutes);
  if (plan->growth_minutes != SMAAJOB_UNKNOWN)
    say_minutes (voice, "growth", plan->growth_minutes - plan->growth_minutes % WEEK_SLOT_MINUTES);
}

/* What a week has room for is the citizen's affair. */
static void
tell_plan (const Voice *voice, const SmaajobPlan *plan)
{
  paragraph_begin (voice->out,
                   &(SmaajobParagraph){.section = SMAAJOB_SECTION_WEEK, .code = "plan"});
  paragraph_add_value (voice->out, "present",
                       plan->known ? plan->present_minutes : SMAAJOB_UNKNOWN);
  paragraph_add_value (voice->out, "paid", plan->known ? plan->paid_minutes : SMAAJOB_UNKNOWN);
  paragraph_add_value (voice->out, "practice",
                       plan->known ? plan->practice_minutes : SMAAJOB_UNKNOWN);
  if (voice->reader != SMAAJOB_READER_EMPLOYER)
    paragraph_add_value (voice->out, "capacity", plan->capacity_minutes);
  paragraph_add_value (voice->out, "growth", plan->growth_minutes);
  say_plan (voice, plan);
  paragraph_end (voice->out);
}

static const SmaajobTaskMatch *
find_task (const SmaajobMatch *match, const char *id)
{
  for (size_t i = 0; i < smaajob_match_get_n_tasks (match); i++)
    if (strcmp (match->tasks[i].id, id) == 0)
      return &match->tasks[i];
  return NULL;
}

static void
tell_shift (const Voice *voice, const SmaajobShift *shift)
{
  static const char *const codes[] = {"shift_paid", "shift_partly", "shift_practice"};
  const Planned planned = get_planned (voice->match, find_task (voice->match, shift->task));
  char day[2] = "1", times[32];

  for (unsigned bits = shift->day; bits > 1; bits >>= 1)
    day[0]++;
  snprintf (times, sizeof times, "%02d:%02d–%02d:%02d", shift->from_minute / 60,
            shift->from_minute % 60, shift->to_minute / 60, shift->to_minute % 60);
  paragraph_begin (voice->out, &(SmaajobParagraph){.section = SMAAJOB_SECTION_WEEK,
                                                   .depth = 1,
                                                   .code = codes[planned],
                                                   .task = shift->task});
  paragraph_add_value (voice->out, "day", day[0] - '0');
  paragraph_add_value (voice->out, "from", shift->from_minute);
  paragraph_add_value (voice->out, "to", shift->to_minute);
  voice_say (voice, voice_get (voice, "shift", planned_get_name (planned)),
             &(Blanks){voice_get (voice, "day", day), shift->task, times, NULL});
  paragraph_end (voice->out);
}

/* Pay for effective hours: part of the hours on tasks that are paid for is practice. */
static void
tell_split (const Voice *voice, const SmaajobPlan *plan)
{
  const int minutes = count_practice_on_paid_tasks (voice->match);
  const Words paid = words_of_minutes (voice, plan->paid_minutes);
  const Words practice = words_of_minutes (voice, minutes);

  if (minutes == 0)
    return;
  paragraph_begin (voice->out,
                   &(SmaajobParagraph){.section = SMAAJOB_SECTION_WEEK, .code = "same_task_split"});
  paragraph_add_value (voice->out, "paid", plan->paid_minutes);
  paragraph_add_value (voice->out, "practice", minutes);
  voice_say (voice, voice_get (voice, "plan", "split"),
             &(Blanks){.have = paid.text, .want = practice.text});
  paragraph_end (voice->out);
}

void
tell_week (const Voice *voice)
{
  SmaajobPlan plan = smaajob_match_get_plan (voice->match);

  /* why there is no plan is not the employer's to know */
  plan.known |= voice->reader == SMAAJOB_READER_EMPLOYER;
  tell_plan (voice, &plan);
  for (size_t i = 0; i < smaajob_match_get_n_shifts (voice->match); i++) {
    const SmaajobShift shift = smaajob_match_get_shift_at (voice->match, i);
    tell_shift (voice, &shift);
  }
  tell_split (voice, &plan);
}
