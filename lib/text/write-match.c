/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "match/match.h"
#include "text/digest.h"
#include "text/documents.h"
#include <smaajob/lever.h>
#include <smaajob/question.h>

static void
write_reason (Writer *writer, SmaajobReason reason)
{
  write_object (writer);
  write_string_member (writer, "code", smaajob_code_get_name (reason.code));
  write_string_member (writer, "subject", reason.subject);
  write_string_member (writer, "task", reason.task);
  write_object_end (writer);
}

static void
write_sources (Writer *writer, const SmaajobMatch *match)
{
  write_name (writer, "engine");
  write_object (writer);
  write_string_member (writer, "version", smaajob_get_version ());
  write_string_member (writer, "model", smaajob_get_model_version ());
  write_object_end (writer);
  write_name (writer, "digests");
  write_object (writer);
  write_string_member (writer, "citizen", digest_citizen (match->citizen).text);
  write_string_member (writer, "opening", digest_opening (match->opening).text);
  write_string_member (writer, "policy", digest_policy (match->policy).text);
  write_string_member (writer, "vocabulary", digest_vocabulary (match->citizen->vocabulary).text);
  write_object_end (writer);
  write_string_member (writer, "citizen", smaajob_match_get_citizen_id (match));
  write_string_member (writer, "opening", smaajob_match_get_opening_id (match));
}

static void
write_blockers (Writer *writer, const SmaajobMatch *match)
{
  write_name (writer, "blockers");
  write_array (writer);
  for (size_t i = 0; i < smaajob_match_get_n_blockers (match); i++)
    write_reason (writer, smaajob_match_get_blocker_at (match, i));
  write_array_end (writer);
}

static void
write_total (Writer *writer, const SmaajobMatch *match)
{
  const SmaajobScore score = smaajob_match_get_score (match);

  write_string_member (writer, "verdict", smaajob_verdict_get_name (score.verdict));
  write_blockers (writer, match);
  write_score_member (writer, "score", score.score);
  write_score_member (writer, "low", score.low);
  write_score_member (writer, "high", score.high);
  write_score_member (writer, "coverage", score.coverage);
  write_score_member (writer, "potential", score.potential);
  write_name (writer, "sides");
  write_object (writer);
  write_score_member (writer, "citizen", score.side_citizen);
  write_score_member (writer, "employer", score.side_employer);
  write_object_end (writer);
}

static void
write_item (Writer *writer, const SmaajobItem *item)
{
  write_object (writer);
  write_string_member (writer, "subject", item->subject);
  write_string_member (writer, "task", item->task);
  write_string_member (writer, "state", smaajob_state_get_name (item->state));
  write_amount_member (writer, "have", item->have);
  write_amount_member (writer, "want", item->want);
  write_score_member (writer, "share", item->share);
  write_score_member (writer, "loss", item->loss);
  write_object_end (writer);
}

static void
write_items (Writer *writer, const SmaajobMatch *match, size_t criterion, size_t n)
{
  write_name (writer, "items");
  write_array (writer);
  for (size_t i = 0; i < n; i++) {
    const SmaajobItem item = smaajob_match_get_item_at (match, criterion, i);
    write_item (writer, &item);
  }
  write_array_end (writer);
}

static void
write_criterion (Writer *writer, const SmaajobMatch *match, size_t i)
{
  const SmaajobCriterion criterion = smaajob_match_get_criterion_at (match, i);

  write_object (writer);
  write_string_member (writer, "id", smaajob_criterion_get_name (criterion.id));
  write_string_member (writer, "side", smaajob_side_get_name (criterion.side));
  write_score_member (writer, "value", criterion.value);
  write_score_member (writer, "low", criterion.low);
  write_score_member (writer, "high", criterion.high);
  write_score_member (writer, "weight", criterion.weight);
  write_score_member (writer, "loss", criterion.loss);
  write_items (writer, match, i, criterion.n_items);
  write_object_end (writer);
}

static void
write_criteria (Writer *writer, const SmaajobMatch *match)
{
  write_name (writer, "criteria");
  write_array (writer);
  for (size_t i = 0; i < smaajob_match_get_n_criteria (match); i++)
    write_criterion (writer, match, i);
  write_array_end (writer);
}

static void
write_task (Writer *writer, const SmaajobMatch *match, size_t i)
{
  const SmaajobTaskMatch task = smaajob_match_get_task_at (match, i);

  write_object (writer);
  write_string_member (writer, "id", task.id);
  write_string_member (writer, "verdict", smaajob_task_verdict_get_name (task.verdict));
  write_hours_or_null_member (writer, "hours", task.planned_minutes_per_week);
  write_name (writer, "reasons");
  write_array (writer);
  for (size_t reason = 0; reason < task.n_reasons; reason++)
    write_reason (writer, smaajob_match_get_task_reason_at (match, i, reason));
  write_array_end (writer);
  write_object_end (writer);
}

static void
write_tasks (Writer *writer, const SmaajobMatch *match)
{
  write_name (writer, "tasks");
  write_array (writer);
  for (size_t i = 0; i < smaajob_match_get_n_tasks (match); i++)
    write_task (writer, match, i);
  write_array_end (writer);
}

static void
write_shift (Writer *writer, const SmaajobShift *shift)
{
  int day = 0;

  while (shift->day >> day > 1)
    day++;
  write_object (writer);
  write_string_member (writer, "day", names_of_day[day]);
  write_time_member (writer, "from", shift->from_minute);
  write_time_member (writer, "to", shift->to_minute);
  write_string_member (writer, "task", shift->task);
  write_object_end (writer);
}

static void
write_plan (Writer *writer, const SmaajobMatch *match)
{
  const SmaajobPlan plan = smaajob_match_get_plan (match);
  const int unknown = SMAAJOB_UNKNOWN;

  write_name (writer, "plan");
  write_object (writer);
  write_hours_or_null_member (writer, "present_hours", plan.known ? plan.present_minutes : unknown);
  write_hours_or_null_member (writer, "paid_hours", plan.known ? plan.paid_minutes : unknown);
  write_hours_or_null_member (writer, "practice_hours",
                              plan.known ? plan.practice_minutes : unknown);
  write_hours_or_null_member (writer, "capacity_hours", plan.capacity_minutes);
  write_hours_or_null_member (writer, "growth_to", plan.growth_minutes);
  write_name (writer, "schedule");
  write_array (writer);
  for (size_t i = 0; i < smaajob_match_get_n_shifts (match); i++) {
    const SmaajobShift shift = smaajob_match_get_shift_at (match, i);
    write_shift (writer, &shift);
  }
  write_array_end (writer);
  write_object_end (writer);
}

static void
write_timing (Writer *writer, const SmaajobMatch *match)
{
  const SmaajobTiming timing = smaajob_match_get_timing (match);

  write_name (writer, "timing");
  write_object (writer);
  write_string_member (writer, "advice", smaajob_advice_get_name (timing.advice));
  write_name (writer, "reasons");
  write_array (writer);
  for (size_t i = 0; i < timing.n_reasons; i++)
    write_reason (writer, smaajob_match_get_timing_reason_at (match, i));
  write_array_end (writer);
  write_object_end (writer);
}

static void
write_attention (Writer *writer, const SmaajobMatch *match)
{
  write_name (writer, "attention");
  write_array (writer);
  for (size_t i = 0; i < smaajob_match_get_n_attention (match); i++)
    write_reason (writer, smaajob_match_get_attention_at (match, i));
  write_array_end (writer);
}

static void
write_question (Writer *writer, const SmaajobQuestion *question)
{
  write_object (writer);
  write_string_member (writer, "code", smaajob_code_get_name (question->code));
  write_string_member (writer, "subject", question->subject);
  write_string_member (writer, "ask", smaajob_ask_get_name (question->ask));
  write_score_member (writer, "swing", question->swing);
  write_name (writer, "decides");
  write_boolean (writer, question->decides);
  write_object_end (writer);
}

static void
write_questions (Writer *writer, const SmaajobQuestions *questions)
{
  write_name (writer, "questions");
  write_array (writer);
  for (size_t i = 0; i < smaajob_questions_get_n (questions); i++) {
    const SmaajobQuestion question = smaajob_questions_get_at (questions, i);
    write_question (writer, &question);
  }
  write_array_end (writer);
}

/* A term has an answer instead of an amount. */
static void
write_end_member (Writer *writer, const char *name, const SmaajobChange *change, int value)
{
  if (change->code == SMAAJOB_CODE_TERM_AGREED)
    write_string_member (writer, name, value == 0 ? "no" : "yes");
  else
    write_amount_member (writer, name, value);
}

static void
write_lever_change (Writer *writer, const SmaajobChange *change)
{
  write_object (writer);
  write_string_member (writer, "by", smaajob_actor_get_name (change->by));
  write_string_member (writer, "code", smaajob_code_get_name (change->code));
  write_string_member (writer, "subject", change->subject);
  write_end_member (writer, "from", change, change->from);
  write_end_member (writer, "to", change, change->to);
  write_object_end (writer);
}

static void
write_lever (Writer *writer, const SmaajobLevers *levers, size_t i)
{
  const SmaajobLever lever = smaajob_levers_get_at (levers, i);

  write_object (writer);
  write_name (writer, "changes");
  write_array (writer);
  for (size_t change = 0; change < lever.n_changes; change++) {
    const SmaajobChange made = smaajob_levers_get_change_at (levers, i, change);
    write_lever_change (writer, &made);
  }
  write_array_end (writer);
  write_score_member (writer, "score", lever.score);
  write_string_member (writer, "verdict", smaajob_verdict_get_name (lever.verdict));
  write_name (writer, "gain");
  write_change (writer, lever.gain);
  write_object_end (writer);
}

static void
write_levers (Writer *writer, const SmaajobLevers *levers)
{
  write_name (writer, "levers");
  write_array (writer);
  for (size_t i = 0; i < smaajob_levers_get_n (levers); i++)
    write_lever (writer, levers, i);
  write_array_end (writer);
}

static char *
write_match (const SmaajobMatch *match, const SmaajobQuestions *questions,
             const SmaajobLevers *levers, SmaajobError *error)
{
  Writer writer = {0};

  write_object (&writer);
  write_string_member (&writer, "format", "smaajob.match/1");
  write_sources (&writer, match);
  write_total (&writer, match);
  write_criteria (&writer, match);
  write_tasks (&writer, match);
  write_plan (&writer, match);
  write_timing (&writer, match);
  write_attention (&writer, match);
  write_questions (&writer, questions);
  write_levers (&writer, levers);
  write_object_end (&writer);
  return writer_finish (&writer, error);
}

char *
smaajob_match_to_json (const SmaajobMatch *match, SmaajobError *error)
{
  SmaajobQuestions *questions = smaajob_questions_new (match, error);
  SmaajobLevers *levers = questions == NULL ? NULL : smaajob_levers_new (match, error);
  char *json = levers == NULL ? NULL : write_match (match, questions, levers, error);

  smaajob_levers_free (levers);
  smaajob_questions_free (questions);
  return json;
}
