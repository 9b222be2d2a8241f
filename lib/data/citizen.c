/* SPDX-License-Identifier: Apache-2.0 */
#include "data/citizen.h"

const SmaajobCitizen *
citizen_take (const SmaajobCitizen *citizen)
{
  references_take (&((SmaajobCitizen *) citizen)->references);
  return citizen;
}

static uint64_t
find_musts (const SmaajobCitizen *citizen, bool provisions)
{
  uint64_t musts = 0;

  for (size_t i = 0; i < citizen->n_needs; i++) {
    const Need *need = &citizen_needs (citizen)[i];
    bool provision = need->type == SMAAJOB_CONDITION_PROVISION;

    musts |= (uint64_t) (need->strength == SMAAJOB_STRENGTH_MUST && provision == provisions) << i;
  }
  return musts;
}

static uint64_t
find_near (const SmaajobCitizen *citizen)
{
  const Holding *holdings = citizen_holdings (citizen);
  uint64_t near = 0;

  for (uint32_t i = 0; i < citizen->first_holding[N_HOLDING_BUCKETS]; i++)
    near |= (uint64_t) 1 << holding_bucket (holdings[i].key);
  return near;
}

uint8_t
need_find_kind (const Need *need)
{
  int levels = need->value / 1000;

  if (need->type == SMAAJOB_CONDITION_CEILING)
    return NEED_OF_QUANTITY;
  return (uint8_t) (need->strength * N_NEED_SHAPES + levels +
                    (need->type == SMAAJOB_CONDITION_PROVISION ? NEED_FIRST_PROVISION : 0));
}

void
citizen_derive (SmaajobCitizen *citizen)
{
  Need *needs = (Need *) (void *) ((char *) citizen + citizen->needs);

  citizen->quantities = 0;
  for (size_t i = 0; i < citizen->n_needs; i++) {
    needs[i].kind = need_find_kind (&needs[i]);
    citizen->quantities |= (uint64_t) (needs[i].kind == NEED_OF_QUANTITY) << i;
  }
  citizen->near = find_near (citizen);
  citizen->must_exposures = find_musts (citizen, false);
  citizen->must_provisions = find_musts (citizen, true);
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
  return citizen == NULL ? "" : citizen_id (citizen);
}

size_t
smaajob_citizen_get_size_bytes (const SmaajobCitizen *citizen)
{
  return citizen == NULL ? 0 : citizen->size;
}
