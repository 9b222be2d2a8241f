/* SPDX-License-Identifier: Apache-2.0 */
#include "match/pairing.h"

#include "judgement/accommodation.h"

static unsigned
find_core (const SmaajobOpening *opening, unsigned tasks)
{
  unsigned core = 0;

  for (int task = 0; task < opening->n_tasks; task++)
    if ((tasks >> task & 1) && !opening->tasks[task].optional)
      core |= 1u << task;
  return core == 0 ? tasks : core;
}

static void
note_must (Pairing *pairing, const Need *need, const int32_t *exposures)
{
  for (int task = 0; task < pairing->opening->n_tasks; task++) {
    NeedState state = need_on_task (need, exposures, task);

    pairing->exceeded |= (unsigned) (state == NEED_EXCEEDED) << task;
    pairing->untold |= (unsigned) (state == NEED_UNKNOWN) << task;
  }
}

void
pairing_init (Pairing *pairing, const SmaajobPair *pair, const SmaajobPolicy *policy,
              unsigned tasks)
{
  const SmaajobCitizen *citizen = pair->citizen;

  pairing->pair = pair;
  pairing->citizen = citizen;
  pairing->opening = pair->opening;
  pairing->policy = policy;
  pairing->tasks = tasks;
  pairing->core = find_core (pair->opening, tasks);
  pairing->exceeded = pairing->untold = 0;
  for (size_t i = 0; i < citizen->n_needs; i++) {
    const Need *need = &citizen->needs[i];

    pairing->exposures[i] = opening_find_exposure (pair->opening, need->condition);
    if (need->strength == SMAAJOB_STRENGTH_MUST && need->type != SMAAJOB_CONDITION_PROVISION)
      note_must (pairing, need, pairing->exposures[i]);
  }
}
