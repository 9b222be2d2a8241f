/* SPDX-License-Identifier: Apache-2.0 */
#include "match/pairing.h"

static unsigned
find_core (const SmaajobOpening *opening, unsigned tasks)
{
  unsigned core = 0;

  for (int task = 0; task < opening->n_tasks; task++)
    if ((tasks >> task & 1) && !opening->tasks[task].optional)
      core |= 1u << task;
  return core == 0 ? tasks : core;
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
  for (size_t i = 0; i < citizen->n_needs; i++)
    pairing->exposures[i] = opening_find_exposure (pair->opening, citizen->needs[i].condition);
}
