/* SPDX-License-Identifier: Apache-2.0 */
#include "data/opening-draft.h"

#include <string.h>

void
stated_set (StatedList *list, uint32_t condition, int32_t value)
{
  size_t i = 0;

  while (i < list->n && list->stated[i].condition < condition)
    i++;
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
  const Requirement *requirements = &opening->requirements[task->first_requirement];

  draft->made = *task;
  draft->n_windows = 0;
  memcpy (draft->id, task->id, strlen (task->id) + 1);
  for (size_t i = 0; i < task->n_requirements; i++)
    draft->requirements[i] =
        (StatedRequirement){requirements[i].concept_index, requirements[i].level,
                            requirements[i].importance, requirements[i].training_weeks};
}

void
opening_draft_fill (SmaajobOpeningBuilder *draft, const SmaajobOpening *opening)
{
  const Stated *stated = opening->stated_exposures;

  draft->made = *opening;
  memcpy (draft->id, opening->id, strlen (opening->id) + 1);
  draft->employer[0] = '\0';
  if (opening->employer != NULL)
    memcpy (draft->employer, opening->employer, strlen (opening->employer) + 1);
  memcpy (draft->gates, opening->gates, opening->n_gates * sizeof *opening->gates);
  fill_stated (&draft->provisions, opening->provisions, opening->n_provisions);
  fill_stated (&draft->exposures, stated, opening->n_stated_exposures[0]);
  for (size_t i = 0; i < opening->n_tasks; i++) {
    stated += opening->n_stated_exposures[i];
    fill_task (&draft->tasks[i], opening, &opening->tasks[i]);
    fill_stated (&draft->tasks[i].exposures, stated, opening->n_stated_exposures[i + 1]);
  }
}
