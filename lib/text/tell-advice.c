/* SPDX-License-Identifier: Apache-2.0 */
#include "text/tell.h"

#include <stdio.h>

#define THOUSAND 1000

/* A task is called by its id. */
static bool
is_about_task (SmaajobCode code)
{
  switch (code) {
  case SMAAJOB_CODE_TASK_HOURS_UNKNOWN:
  case SMAAJOB_CODE_WINDOWS_UNKNOWN:
  case SMAAJOB_CODE_REQUIREMENTS_UNKNOWN:
  case SMAAJOB_CODE_TASK_CARVED:
  case SMAAJOB_CODE_TASK_HOURS_RAISED:
  case SMAAJOB_CODE_WINDOW_MOVED:
    return true;
  default:
    return false;
  }
}

void
say_question (const Voice *voice, SmaajobCode code, const char *subject)
{
  const char *general = smaajob_code_get_name (code), *text = NULL;
  const Words words = words_of_subject (voice, subject);
  char name[192];

  snprintf (name, sizeof name, "%s.%s", general, subject);
  if (!is_about_task (code))
    text = voice_find (voice, "question", name);
  voice_say (voice, text != NULL ? text : voice_get (voice, "question", general),
             &(Blanks){.subject = is_about_task (code) ? subject : words.text});
}

/* What an answer is worth is not for those who give it. */
static void
add_worth (const Voice *voice, const SmaajobQuestion *question)
{
  if (voice->reader != SMAAJOB_READER_CASEWORKER)
    return;
  paragraph_add_value (voice->out, "best", question->best);
  paragraph_add_value (voice->out, "worst", question->worst);
  paragraph_add_value (voice->out, "swing", question->swing);
  paragraph_add_value (voice->out, "decides", question->decides ? THOUSAND : 0);
}

static void
tell_question (const Voice *voice, const SmaajobQuestion *question)
{
  paragraph_begin (voice->out, &(SmaajobParagraph){.section = SMAAJOB_SECTION_QUESTIONS,
                                                   .code = smaajob_code_get_name (question->code),
                                                   .subject = question->subject});
  add_worth (voice, question);
  paragraph_add_value (voice->out, "ask", (int) question->ask);
  say_question (voice, question->code, question->subject);
  paragraph_end (voice->out);
}

/* A citizen is told what only the citizen can answer. */
bool
tell_questions (const Voice *voice)
{
  SmaajobQuestions *questions = smaajob_questions_new (voice->match, NULL);
  const bool made = questions != NULL;

  for (size_t i = 0; i < smaajob_questions_get_n (questions); i++) {
    const SmaajobQuestion question = smaajob_questions_get_at (questions, i);

    if (voice->reader != SMAAJOB_READER_CITIZEN || question.ask == SMAAJOB_ASK_CITIZEN)
      tell_question (voice, &question);
  }
  smaajob_questions_free (questions);
  return made;
}

static bool
is_in_hours (SmaajobCode code)
{
  return code == SMAAJOB_CODE_HOURS_MIN_LOWERED || code == SMAAJOB_CODE_HOURS_MAX_RAISED ||
         code == SMAAJOB_CODE_TASK_HOURS_RAISED || code == SMAAJOB_CODE_WINDOW_MOVED;
}

static void
say_change (const Voice *voice, const SmaajobChange *change)
{
  const bool hours = is_in_hours (change->code);
  const Words have =
      hours ? words_of_hours (voice, change->from) : words_of_quantity (voice, change->from);
  const Words want =
      hours ? words_of_hours (voice, change->to) : words_of_quantity (voice, change->to);
  const Words subject = words_of_subject (voice, change->subject);
  const char *code = smaajob_code_get_name (change->code), *text;
  char name[64];

  snprintf (name, sizeof name, "%s.%s", code, smaajob_actor_get_name (change->by));
  text = voice_find (voice, "lever", name);
  voice_say (voice, text != NULL ? text : voice_get (voice, "lever", code),
             &(Blanks){is_about_task (change->code) ? change->subject : subject.text, NULL,
                       have.text, want.text});
}

void
tell_change (const Voice *voice, const SmaajobChange *change)
{
  paragraph_begin (voice->out, &(SmaajobParagraph){.section = SMAAJOB_SECTION_LEVERS,
                                                   .depth = 1,
                                                   .code = smaajob_code_get_name (change->code),
                                                   .subject = change->subject});
  paragraph_add_value (voice->out, "by", (int) change->by);
  paragraph_add_value (voice->out, "from", change->from);
  paragraph_add_value (voice->out, "to", change->to);
  say_change (voice, change);
  paragraph_end (voice->out);
}

/* A verdict that stays is not told anew. */
static const char *
line_of (const Voice *voice, const SmaajobLever *lever)
{
  if (lever->score == SMAAJOB_UNKNOWN)
    return voice_get (voice, "lever_line", "plain");
  if (lever->verdict == voice->match->score.verdict)
    return voice_get (voice, "lever_line", "same");
  return voice_get (voice, "lever_line", lever->gain == 0 ? "even" : "score");
}

static void
tell_lever (const Voice *voice, const SmaajobLever *lever)
{
  const char *verdict = smaajob_verdict_get_name (lever->verdict);
  const Words score = words_of_score (voice, lever->score);
  const Words gain = words_of_gain (voice, lever->gain);

  paragraph_begin (voice->out,
                   &(SmaajobParagraph){.section = SMAAJOB_SECTION_LEVERS, .code = "lever"});
  paragraph_add_value (voice->out, "score", lever->score);
  paragraph_add_value (voice->out, "gain", lever->gain);
  paragraph_add_value (voice->out, "verdict", (int) lever->verdict);
  voice_say (voice, line_of (voice, lever),
             &(Blanks){voice_get (voice, "lever", verdict), NULL, score.text, gain.text});
  paragraph_end (voice->out);
}

bool
tell_levers (const Voice *voice)
{
  SmaajobLevers *levers = smaajob_levers_new (voice->match, NULL);
  const bool made = levers != NULL;

  for (size_t i = 0; i < smaajob_levers_get_n (levers); i++) {
    const SmaajobLever lever = smaajob_levers_get_at (levers, i);

    tell_lever (voice, &lever);
    for (size_t k = 0; k < lever.n_changes; k++) {
      const SmaajobChange change = smaajob_levers_get_change_at (levers, i, k);
      tell_change (voice, &change);
    }
  }
  smaajob_levers_free (levers);
  return made;
}
