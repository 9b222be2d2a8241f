/* SPDX-License-Identifier: Apache-2.0 */
#include "data/opening.h"

const SmaajobOpening *
opening_take (const SmaajobOpening *opening)
{
  references_take (&((SmaajobOpening *) opening)->references);
  return opening;
}

/* The halves are taken without a branch: which half it is cannot be foreseen. */
const int32_t *
opening_find_exposure (const SmaajobOpening *opening, uint32_t condition)
{
  const Exposure *first = opening->exposures;

  if (opening->n_exposures == 0)
    return NULL;
  for (size_t n = opening->n_exposures; n > 1; n -= n / 2)
    first += first[n / 2].condition <= condition ? n / 2 : 0;
  return first->condition == condition ? first->by_task : NULL;
}

int32_t
opening_find_provision (const SmaajobOpening *opening, uint32_t condition)
{
  for (size_t i = 0; i < opening->n_provisions; i++)
    if (opening->provisions[i].condition == condition)
      return opening->provisions[i].value;
  return SMAAJOB_UNKNOWN;
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
  return opening == NULL ? "" : opening->id;
}

size_t
smaajob_opening_get_size_bytes (const SmaajobOpening *opening)
{
  return opening == NULL ? 0 : opening->size;
}
