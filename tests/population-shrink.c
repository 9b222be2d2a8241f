/* SPDX-License-Identifier: Apache-2.0 */
#include "population.h"

#include <string.h>

#define SHUFFLE(random, list, n)                                                                   \
  do {                                                                                             \
    for (int last = (n); last > 1; last--) {                                                       \
      int at = random_below ((random), last);                                                      \
      char swapped[sizeof *(list)];                                                                \
                                                                                                   \
      memcpy (swapped, &(list)[at], sizeof swapped);                                               \
      memmove (&(list)[at], &(list)[last - 1], sizeof swapped);                                    \
      memcpy (&(list)[last - 1], swapped, sizeof swapped);                                         \
    }                                                                                              \
  } while (0)

void
pair_permute (PairModel *pair, Random *random)
{
  CitizenModel *citizen = &pair->citizen;
  OpeningModel *opening = &pair->opening;

  SHUFFLE (random, citizen->competences, citizen->n_competences);
  SHUFFLE (random, citizen->needs, citizen->n_needs);
  SHUFFLE (random, citizen->gates, citizen->n_gates);
  SHUFFLE (random, citizen->wishes, citizen->n_wishes);
  SHUFFLE (random, citizen->availability.list, citizen->availability.n);
  SHUFFLE (random, opening->tasks, opening->n_tasks);
  SHUFFLE (random, opening->gates, opening->n_gates);
  SHUFFLE (random, opening->exposures.list, opening->exposures.n);
  SHUFFLE (random, opening->provisions.list, opening->provisions.n);
  for (int i = 0; i < opening->n_tasks; i++) {
    TaskModel *task = &opening->tasks[i];

    SHUFFLE (random, task->requirements, task->n_requirements);
    SHUFFLE (random, task->windows.list, task->windows.n);
    SHUFFLE (random, task->exposures.list, task->exposures.n);
  }
}

/* Each kind of step has so many places, and n counts through them all. */
#define STEP_EACH(list, count)                                                                     \
  if (n < (count)) {                                                                               \
    memmove ((list) + n, (list) + n + 1, (size_t) ((count) -n - 1) * sizeof *(list));              \
    (count)--;                                                                                     \
    return true;                                                                                   \
  }                                                                                                \
  n -= (count)

#define STEP_ONCE(change)                                                                          \
  if (n-- == 0) {                                                                                  \
    change;                                                                                        \
    return true;                                                                                   \
  }

static bool
shrink_windows (WindowsModel *windows, int *left)
{
  int n = *left;

  STEP_EACH (windows->list, windows->n);
  for (int i = 0; i < windows->n; i++) {
    STEP_ONCE (windows->list[i].days &= windows->list[i].days - 1;
               windows->list[i].days += windows->list[i].days == 0 ? 1 : 0);
    STEP_ONCE (windows->list[i].from_minute =
                   windows->list[i].to_minute > 60 ? windows->list[i].to_minute - 60 : 0);
  }
  STEP_ONCE (*windows = (WindowsModel){0});
  *left = n;
  return false;
}

static bool
shrink_task (TaskModel *task, int *left)
{
  int n = *left;

  STEP_EACH (task->requirements, task->n_requirements);
  STEP_EACH (task->exposures.list, task->exposures.n);
  STEP_ONCE (task->optional = false);
  STEP_ONCE (task->min = SMAAJOB_UNKNOWN);
  STEP_ONCE (task->max = SMAAJOB_UNKNOWN);
  STEP_ONCE (task->hours_known = false);
  for (int i = 0; i < task->n_requirements; i++)
    STEP_ONCE (task->requirements[i].importance = SMAAJOB_STRENGTH_MUST);
  if (shrink_windows (&task->windows, &n))
    return true;
  *left = n;
  return false;
}

static bool
shrink_citizen_hours (SmaajobCitizenHours *hours, int *left)
{
  int n = *left;

  STEP_ONCE (hours->min = SMAAJOB_UNKNOWN);
  STEP_ONCE (hours->max = SMAAJOB_UNKNOWN);
  STEP_ONCE (hours->limit = SMAAJOB_UNKNOWN);
  STEP_ONCE (hours->max_per_day = SMAAJOB_UNKNOWN);
  STEP_ONCE (hours->committed = 0);
  *left = n;
  return false;
}

static bool
shrink_citizen (CitizenModel *citizen, int *left)
{
  int n = *left;

  STEP_EACH (citizen->competences, citizen->n_competences);
  STEP_EACH (citizen->needs, citizen->n_needs);
  STEP_EACH (citizen->gates, citizen->n_gates);
  STEP_EACH (citizen->wishes, citizen->n_wishes);
  STEP_ONCE (citizen->complete = false);
  STEP_ONCE (citizen->effectiveness = SMAAJOB_UNKNOWN);
  STEP_ONCE (citizen->kept = SMAAJOB_UNKNOWN);
  STEP_ONCE (citizen->prerequisites = SMAAJOB_PREREQUISITES_UNKNOWN);
  STEP_ONCE (citizen->choice = SMAAJOB_CHOICE_UNKNOWN);
  STEP_ONCE (citizen->purpose = SMAAJOB_PURPOSE_UNKNOWN);
  STEP_ONCE (citizen->travel_known = false);
  STEP_ONCE (citizen->location.known = false);
  STEP_ONCE (citizen->hours_known = false);
  STEP_ONCE (citizen->needs_known = citizen->n_needs > 0);
  if (shrink_citizen_hours (&citizen->hours, &n) || shrink_windows (&citizen->availability, &n))
    return true;
  *left = n;
  return false;
}

static bool
shrink_opening (OpeningModel *opening, int *left)
{
  int n = *left;

  STEP_EACH (opening->gates, opening->n_gates);
  STEP_EACH (opening->exposures.list, opening->exposures.n);
  STEP_EACH (opening->provisions.list, opening->provisions.n);
  STEP_ONCE (opening->hours_known = false);
  STEP_ONCE (opening->hours.min = SMAAJOB_UNKNOWN);
  STEP_ONCE (opening->hours.max = SMAAJOB_UNKNOWN);
  STEP_ONCE (opening->hours.growth = SMAAJOB_UNKNOWN);
  STEP_ONCE (opening->sector = NULL);
  STEP_ONCE (opening->pay_basis = SMAAJOB_PAY_BASIS_EFFECTIVE);
  STEP_ONCE (opening->variation = SMAAJOB_VARIATION_UNKNOWN);
  STEP_ONCE (opening->location.known = false);
  for (int i = 0; i < 5; i++)
    STEP_ONCE (opening->terms[i] = SMAAJOB_ANSWER_UNKNOWN);
  *left = n;
  return false;
}

bool
pair_shrink (PairModel *pair, int n)
{
  OpeningModel *opening = &pair->opening;

  if (opening->n_tasks > 1) {
    STEP_EACH (opening->tasks, opening->n_tasks);
  }
  STEP_ONCE (pair->travel_minutes = SMAAJOB_UNKNOWN);
  if (shrink_citizen (&pair->citizen, &n) || shrink_opening (opening, &n))
    return true;
  for (int i = 0; i < opening->n_tasks; i++)
    if (shrink_task (&opening->tasks[i], &n))
      return true;
  return false;
}
