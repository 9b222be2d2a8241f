/* SPDX-License-Identifier: Apache-2.0 */
#include "data/citizen-draft.h"

#include <string.h>

void
citizen_draft_fill (SmaajobCitizenBuilder *draft, const SmaajobCitizen *citizen)
{
  draft->made = *citizen;
  memset (draft->made.first_holding, 0, sizeof draft->made.first_holding);
  draft->n_windows = 0;
  memcpy (draft->id, citizen->id, strlen (citizen->id) + 1);
  memcpy (draft->competences, citizen->competences,
          citizen->n_competences * sizeof *citizen->competences);
  memcpy (draft->needs, citizen->needs, citizen->n_needs * sizeof *citizen->needs);
  memcpy (draft->gates, citizen->gates, citizen->n_gates * sizeof *citizen->gates);
  memcpy (draft->wishes, citizen->wishes, citizen->n_wishes * sizeof *citizen->wishes);
}
