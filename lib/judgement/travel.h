/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JUDGEMENT_TRAVEL_H
#define JUDGEMENT_TRAVEL_H

#include "judgement/item.h"
#include <smaajob/score.h>

/* Minutes each way: as given for the pair, else from the locations; SMAAJOB_UNKNOWN. */
int travel_minutes (const SmaajobPair *pair, const SmaajobPolicy *policy);
/* Against what the citizen states; the citizen's travel must be known. */
void travel_judge (const SmaajobCitizen *citizen, int minutes, const SmaajobPolicy *policy,
                   Item *item);

#endif
