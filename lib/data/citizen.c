/* SPDX-License-Identifier: Apache-2.0 */
#include "data/citizen.h"

const SmaajobCitizen *
citizen_take (const SmaajobCitizen *citizen)
{
  references_take (&((SmaajobCitizen *) citizen)->references);
  return citizen;
}

void
smaajob_citizen_free (SmaajobCitizen *citizen)
{
  if (citizen == NULL || !references_drop (&citizen->references))
    return;
  smaajob_vocabulary_free (citizen->vocabulary);
  memory_free (citizen);
}

const char *
smaajob_citizen_get_id (const SmaajobCitizen *citizen)
{
  return citizen == NULL ? "" : citizen->id;
}

size_t
smaajob_citizen_get_size_bytes (const SmaajobCitizen *citizen)
{
  return citizen == NULL ? 0 : citizen->size;
}
