/* SPDX-License-Identifier: Apache-2.0 */
#include "match/pairing.h"

#include "judgement/accommodation.h"

static unsigned
find_core (const SmaajobOpening *opening, unsigned tasks)
{
  unsigned core = 0;

  for (int task = 0; task < opening->n_tasks; task++)
    if ((tasks >> task & 1) && !opening_tasks (opening)[task].optional)
      core |= 1u << task;
  return core == 0 ? tasks : core;
}

static void
note_must (Pairing *pairing, const Need *need)
{
  for (int task = 0; task < pairing->opening->n_tasks; task++) {
    NeedState state = need_on_task (need, pairing->opening, task);

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
  for (uint64_t musts = citizen->must_exposures; musts != 0; musts &= musts - 1)
    note_must (pairing, &citizen_needs (citizen)[__builtin_ctzll (musts)]);
}
