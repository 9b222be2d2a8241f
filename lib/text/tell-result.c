/* SPDX-License-Identifier: Apache-2.0 */
#include "text/tell.h"

#include <stdio.h>
#include <string.h>

static void
say_numbers (const Voice *voice, const char *name, int have, int want)
{
  const Words had = words_of_score (voice, have), wanted = words_of_score (voice, want);

  voice_say_part (voice, voice_get (voice, "total", name),
                  &(Blanks){.have = had.text, .want = wanted.text});
}

static void
say_score (const Voice *voice, const SmaajobScore *score)
{
  const bool told = score->score != SMAAJOB_UNKNOWN;

  if (told)
    say_numbers (voice, "score", score->score, 0);
  else
    voice_say_part (voice, voice_get (voice, "total", "no_score"), &(Blanks){0});
  if (told && score->low != score->high)
    say_numbers (voice, "bounds", score->low, score->high);
  if (!told && score->potential != SMAAJOB_UNKNOWN)
    say_numbers (voice, "potential", score->potential, 0);
}

static void
say_coverage (const Voice *voice, int coverage)
{
  Words percent;

  /* rounded down, so that 100 % means that everything is known */
  snprintf (percent.text, sizeof percent.text, "%d", coverage / 10);
  voice_say_part (voice, voice_get (voice, "total", "coverage"), &(Blanks){.have = percent.text});
}

static void
add_numbers (const Voice *voice, const SmaajobScore *score)
{
  const SmaajobValue values[] = {
      {"score", score->score},
      {"low", score->low},
      {"high", score->high},
      {"coverage", score->coverage},
      {"potential", score->potential},
      {"side_citizen", score->side_citizen},
      {"side_employer", score->side_employer},
  };

  for (size_t i = 0; i < sizeof values / sizeof *values; i++)
    paragraph_add_value (voice->out, values[i].name, values[i].number);
}

/* Where nothing is known, nothing is said to fit. */
static const char *
text_of_verdict (const Voice *voice, const SmaajobScore *score)
{
  const bool nothing_known = score->verdict == SMAAJOB_VERDICT_FIT && score->coverage == 0;

  return voice_get (voice, "verdict",
                    nothing_known ? "nothing_known" : smaajob_verdict_get_name (score->verdict));
}

static void
tell_verdict (const Voice *voice)
{
  const SmaajobScore score = smaajob_match_get_score (voice->match);
  const char *name = smaajob_verdict_get_name (score.verdict);

  paragraph_begin (voice->out,
                   &(SmaajobParagraph){.section = SMAAJOB_SECTION_VERDICT, .code = name});
  add_numbers (voice, &score);
  voice_say_part (voice, text_of_verdict (voice, &score), &(Blanks){0});
  say_score (voice, &score);
  say_coverage (voice, score.coverage);
  if (score.side_citizen != SMAAJOB_UNKNOWN && score.side_employer != SMAAJOB_UNKNOWN)
    say_numbers (voice, "sides", score.side_citizen, score.side_employer);
  paragraph_end (voice->out);
}

/* What the code alone would say wrongly of this match: the rest of its text's key. */
static const char *
variant_of (const Voice *voice, const SmaajobReason *reason)
{
  const SmaajobPlan *plan = &voice->match->plan;

  switch (reason->code) {
  case SMAAJOB_CODE_EFFECTIVENESS_BELOW_PAID:
    return plan->paid_minutes == 0 ? ".unpaid" : plan->practice_minutes > 0 ? ".hybrid" : "";
  case SMAAJOB_CODE_TRANSPORT_FRAGILE:
    return strcmp (reason->subject, "travel") == 0 ? ".unknown" : "";
  default:
    return "";
  }
}

static const char *
text_of_reason (const Voice *voice, const SmaajobReason *reason)
{
  char name[64];

  snprintf (name, sizeof name, "%s%s", smaajob_code_get_name (reason->code),
            variant_of (voice, reason));
  return voice_find (voice, "code", name);
}

/* Several causes may be said with the same words: once is enough. */
static void
tell_reason (const Voice *voice, SmaajobSection section, int depth, const SmaajobReason *reason)
{
  const char *code = smaajob_code_get_name (reason->code);
  const char *text = text_of_reason (voice, reason);
  const Words subject = words_of_subject (voice, reason->subject);

  if (text == NULL)
    return;
  paragraph_begin (voice->out, &(SmaajobParagraph){section, depth, code, reason->subject,
                                                   reason->task, NULL, 0});
  voice_say (voice, text, &(Blanks){.subject = subject.text});
  voice_say_task (voice, reason->task);
  paragraph_end_once (voice->out);
}

static void
tell_blockers (const Voice *voice)
{
  for (size_t i = 0; i < smaajob_match_get_n_blockers (voice->match); i++) {
    const SmaajobReason reason = smaajob_match_get_blocker_at (voice->match, i);
    tell_reason (voice, SMAAJOB_SECTION_BLOCKERS, 0, &reason);
  }
}

/* Nothing is in prospect before the employer has said so. */
static const char *
text_of_advice (const Voice *voice, SmaajobAdvice advice)
{
  const bool untold = advice == SMAAJOB_ADVICE_WAGE_IN_PROSPECT &&
                      voice->match->opening->terms[SMAAJOB_TERM_PROSPECT] == SMAAJOB_ANSWER_UNKNOWN;

  return voice_get (voice, "advice",
                    untold ? "wage_in_prospect.untold" : smaajob_advice_get_name (advice));
}

static void
tell_timing (const Voice *voice)
{
  const SmaajobTiming timing = smaajob_match_get_timing (voice->match);
  const char *name = smaajob_advice_get_name (timing.advice);

  paragraph_begin (voice->out,
                   &(SmaajobParagraph){.section = SMAAJOB_SECTION_TIMING, .code = name});
  voice_say (voice, text_of_advice (voice, timing.advice), &(Blanks){0});
  paragraph_end (voice->out);
  for (size_t i = 0; i < timing.n_reasons; i++) {
    const SmaajobReason reason = smaajob_match_get_timing_reason_at (voice->match, i);
    tell_reason (voice, SMAAJOB_SECTION_TIMING, 1, &reason);
  }
}

void
tell_result (const Voice *voice)
{
  tell_verdict (voice);
  tell_blockers (voice);
  tell_timing (voice);
}

void
tell_attention (const Voice *voice)
{
  for (size_t i = 0; i < smaajob_match_get_n_attention (voice->match); i++) {
    const SmaajobReason reason = smaajob_match_get_attention_at (voice->match, i);
    tell_reason (voice, SMAAJOB_SECTION_ATTENTION, 0, &reason);
  }
}
