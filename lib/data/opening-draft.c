/* SPDX-License-Identifier: Apache-2.0 */
#include "data/opening-draft.h"

#include <string.h>

/* Where it is, or would be. Conditions are mostly stated in their order: it is looked for from the
   end. */
static size_t
find_stated (const StatedList *list, uint32_t condition)
{
  size_t i = list->n;

  while (i > 0 && list->stated[i - 1].condition >= condition)
    i--;
  return i;
}

bool
stated_has (const StatedList *list, uint32_t condition)
{
  const size_t i = find_stated (list, condition);

  return i < list->n && list->stated[i].condition == condition;
}

void
stated_set (StatedList *list, uint32_t condition, int32_t value)
{
  const size_t i = find_stated (list, condition);

  if (i == list->n || list->stated[i].condition != condition) {
    memmove (&list->stated[i + 1], &list->stated[i], (list->n - i) * sizeof *list->stated);
    list->n++;
  }
  list->stated[i] = (Stated){condition, value};
}

static void
fill_stated (StatedList *list, const Stated *stated, size_t n)
{
  list->n = n;
  memcpy (list->stated, stated, n * sizeof *stated);
}

static void
fill_task (TaskDraft *draft, const SmaajobOpening *opening, const Task *task)
{
  const Requirement *requirements = &opening_requirements (opening)[task->first_requirement];

  draft->made = *task;
  draft->n_windows = 0;
  memcpy (draft->id, task_id (opening, task), strlen (task_id (opening, task)) + 1);
  for (size_t i = 0; i < task->n_requirements; i++)
    draft->requirements[i] =
        (StatedRequirement){requirements[i].concept_index, requirements[i].level,
                            requirements[i].importance, requirements[i].training_weeks};
}

void
opening_draft_fill (SmaajobOpeningBuilder *draft, const SmaajobOpening *opening)
{
  const Stated *stated = opening_stated_exposures (opening);

  draft->made = *opening;
  draft->alike = opening;
  memcpy (draft->id, opening_id (opening), strlen (opening_id (opening)) + 1);
  draft->employer[0] = '\0';
  if (opening_employer (opening) != NULL)
    memcpy (draft->employer, opening_employer (opening), strlen (opening_employer (opening)) + 1);
  memcpy (draft->gates, opening_gates (opening), opening->n_gates * sizeof *draft->gates);
  fill_stated (&draft->provisions, opening_provisions (opening), opening->n_provisions);
  fill_stated (&draft->exposures, stated, opening->n_stated_exposures[0]);
  for (size_t i = 0; i < opening->n_tasks; i++) {
    stated += opening->n_stated_exposures[i];
    fill_task (&draft->tasks[i], opening, &opening_tasks (opening)[i]);
    fill_stated (&draft->tasks[i].exposures, stated, opening->n_stated_exposures[i + 1]);
  }
}
