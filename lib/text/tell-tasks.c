/* SPDX-License-Identifier: Apache-2.0 */
#include "text/tell.h"

#include <stdio.h>
#include <string.h>

int
count_practice_on_paid_tasks (const SmaajobMatch *match)
{
  const int paid = match->plan.paid_minutes;
  int present = 0;

  for (size_t i = 0; i < smaajob_match_get_n_tasks (match); i++)
    if (match->tasks[i].verdict == SMAAJOB_TASK_PAID)
      present += match->tasks[i].planned_minutes_per_week;
  return paid > 0 ? present - paid : 0;
}

Planned
get_planned (const SmaajobMatch *match, const SmaajobTaskMatch *task)
{
  if (task->verdict != SMAAJOB_TASK_PAID || match->plan.paid_minutes == 0)
    return PLANNED_PRACTICE;
  return count_practice_on_paid_tasks (match) > 0 ? PLANNED_PARTLY : PLANNED_PAID;
}

const char *
planned_get_name (Planned planned)
{
  static const char *const names[] = {"paid", "partly", "practice"};

  return names[planned];
}

/* That a task is ready for pay does not say what its hours are. */
static const char *
find_task_line (const Voice *voice, const SmaajobTaskMatch *task)
{
  const char *planned = planned_get_name (get_planned (voice->match, task));
  char name[32];

  if (task->planned_minutes_per_week <= 0)
    return voice_get (voice, "task_line", "unplanned");
  if (task->verdict != SMAAJOB_TASK_PAID)
    return voice_get (voice, "task_line", "planned");
  snprintf (name, sizeof name, "planned.%s", planned);
  return voice_get (voice, "task_line", name);
}

static void
tell_task_head (const Voice *voice, const SmaajobTaskMatch *task)
{
  const char *name = smaajob_task_verdict_get_name (task->verdict);
  const Words hours = words_of_minutes (voice, task->planned_minutes_per_week);

  paragraph_begin (
      voice->out,
      &(SmaajobParagraph){.section = SMAAJOB_SECTION_TASKS, .code = name, .task = task->id});
  paragraph_add_value (voice->out, "minutes", task->planned_minutes_per_week);
  voice_say (voice, find_task_line (voice, task),
             &(Blanks){voice_get (voice, "task", name), task->id, hours.text, NULL});
  paragraph_end (voice->out);
}

/* Two reasons about one requirement that a single sentence says: NULL when there is none. */
static const char *
find_joint_text (const Voice *voice, const SmaajobReason *reason, const SmaajobReason *next)
{
  char name[64];

  if (next->code != SMAAJOB_CODE_TRAINING_POSSIBLE || reason->subject == NULL ||
      strcmp (reason->subject, next->subject) != 0)
    return NULL;
  snprintf (name, sizeof name, "%s.training", smaajob_code_get_name (reason->code));
  return voice_find (voice, "code", name);
}

/* A task of which nobody has told what it demands is no gap of the citizen's. */
static const char *
find_text (const Voice *voice, const SmaajobReason *reason)
{
  const char *code = smaajob_code_get_name (reason->code);
  const bool untold =
      reason->code == SMAAJOB_CODE_COMPETENCE_UNKNOWN && strcmp (reason->subject, "requires") == 0;

  return voice_get (voice, "code", untold ? "competence_unknown.requires" : code);
}

/* Whether the next reason was said with it. */
static bool
tell_task_reason (const Voice *voice, const char *task, const SmaajobReason *reason,
                  const SmaajobReason *next)
{
  const char *code = smaajob_code_get_name (reason->code);
  const char *joint = find_joint_text (voice, reason, next);
  const Words subject = words_of_subject (voice, reason->subject);

  paragraph_begin (voice->out, &(SmaajobParagraph){.section = SMAAJOB_SECTION_TASKS,
                                                   .depth = 1,
                                                   .code = code,
                                                   .subject = reason->subject,
                                                   .task = task});
  voice_say (voice, joint != NULL ? joint : find_text (voice, reason),
             &(Blanks){.subject = subject.text});
  paragraph_end_once (voice->out);
  return joint != NULL;
}

void
tell_tasks (const Voice *voice)
{
  for (size_t i = 0; i < smaajob_match_get_n_tasks (voice->match); i++) {
    const SmaajobTaskMatch task = smaajob_match_get_task_at (voice->match, i);

    tell_task_head (voice, &task);
    for (size_t k = 0; k < task.n_reasons; k++) {
      const SmaajobReason reason = smaajob_match_get_task_reason_at (voice->match, i, k);
      const SmaajobReason next = smaajob_match_get_task_reason_at (voice->match, i, k + 1);

      k += tell_task_reason (voice, task.id, &reason, &next);
    }
  }
}
