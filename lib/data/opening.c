/* SPDX-License-Identifier: Apache-2.0 */
#include "data/opening.h"

const SmaajobOpening *
opening_take (const SmaajobOpening *opening)
{
  references_take (&((SmaajobOpening *) opening)->references);
  return opening;
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
