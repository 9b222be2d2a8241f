/* SPDX-License-Identifier: Apache-2.0 */
#include "data/opening.h"

const SmaajobOpening *
opening_take (const SmaajobOpening *opening)
{
  references_take (&((SmaajobOpening *) opening)->references);
  return opening;
}

unsigned
opening_find_core (const SmaajobOpening *opening)
{
  unsigned core = 0, all = (1u << opening->n_tasks) - 1;

  for (int task = 0; task < opening->n_tasks; task++)
    core |= (unsigned) !opening_tasks (opening)[task].optional << task;
  return core == 0 ? all : core;
}

bool
opening_is_even (const SmaajobOpening *opening, uint32_t condition)
{
  const int32_t *offered = opening_find_offered (opening, condition);

  for (int task = 1; task < opening->n_tasks; task++)
    if (offered[task] != offered[0])
      return false;
  return true;
}

unsigned
answer_make (const int32_t *row, unsigned core)
{
  int32_t worst = SMAAJOB_UNKNOWN;
  unsigned told = ANSWER_TOLD, levels;

  for (; core != 0; core &= core - 1) {
    int32_t here = row[__builtin_ctz (core)];

    told = here == SMAAJOB_UNKNOWN ? 0 : told;
    worst = here > worst ? here : worst;
  }
  levels = worst == SMAAJOB_UNKNOWN ? 0 : 1 + (unsigned) worst / 1000;
  return told | (levels < ANSWER_LEVELS ? levels : ANSWER_LEVELS);
}

uint16_t
opening_make_said (const SmaajobOpening *opening, unsigned row)
{
  const int32_t *offered = opening_offered (opening) + (size_t) row * opening->n_tasks;

  return (uint16_t) (row | answer_make (offered, opening->core) << ROW_BITS);
}

bool
opening_is_derived (const SmaajobOpening *opening)
{
  const uint16_t *said = opening_said (opening);

  if (opening->core != opening_find_core (opening))
    return false;
  for (size_t i = 0; i < opening->n_conditions; i++)
    if (said[i] != 0 && said[i] != opening_make_said (opening, said[i] & (N_ROWS - 1)))
      return false;
  return true;
}

void
smaajob_opening_free (SmaajobOpening *opening)
{
  if (opening == NULL || !references_drop (&opening->references))
    return;
  smaajob_vocabulary_free (opening->vocabulary);
  memory_free (opening);
}

const char *
smaajob_opening_get_id (const SmaajobOpening *opening)
{
  return opening == NULL ? "" : opening_id (opening);
}

size_t
smaajob_opening_get_size_bytes (const SmaajobOpening *opening)
{
  return opening == NULL ? 0 : opening->size;
}
