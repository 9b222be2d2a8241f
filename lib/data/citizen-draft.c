/* SPDX-License-Identifier: Apache-2.0 */
#include "data/citizen-draft.h"

#include <string.h>

void
citizen_draft_fill (SmaajobCitizenBuilder *draft, const SmaajobCitizen *citizen)
{
  draft->made = *citizen;
  memset (draft->made.first_holding, 0, sizeof draft->made.first_holding);
  draft->n_windows = 0;
  memcpy (draft->id, citizen_id (citizen), strlen (citizen_id (citizen)) + 1);
  memcpy (draft->competences, citizen_competences (citizen),
          citizen->n_competences * sizeof *draft->competences);
  memcpy (draft->needs, citizen_needs (citizen), citizen->n_needs * sizeof *draft->needs);
  memcpy (draft->gates, citizen_gates (citizen), citizen->n_gates * sizeof *draft->gates);
  memcpy (draft->wishes, citizen_wishes (citizen), citizen->n_wishes * sizeof *draft->wishes);
}
