/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_PAIRING_H
#define MATCH_PAIRING_H

#include "judgement/item.h"
#include <smaajob/score.h>

/* What is scored: a pair under a policy, and the tasks of the opening that are taken to be in it.
 */
typedef struct {
  const SmaajobPair *pair;
  const SmaajobCitizen *citizen;
  const SmaajobOpening *opening;
  const SmaajobPolicy *policy;
  unsigned tasks; /* bits */
  unsigned core;  /* those that are not optional; all, if all are */
  /* tasks on which a must-limit or must-ceiling is known to be exceeded, or is not known, as bits
   */
  unsigned exceeded, untold;
} Pairing;

void pairing_init (Pairing *pairing, const SmaajobPair *pair, const SmaajobPolicy *policy,
                   unsigned tasks);

static inline unsigned
pairing_all_tasks (const SmaajobOpening *opening)
{
  return (1u << opening->n_tasks) - 1;
}

#endif
