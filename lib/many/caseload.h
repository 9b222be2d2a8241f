/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_CASELOAD_H
#define MANY_CASELOAD_H

#include "data/citizen.h"
#include "many/distinct.h"
#include "words/array.h"
#include <smaajob/caseload.h>

struct _SmaajobCaseload {
  References references;
  SmaajobVocabulary *vocabulary;
  const SmaajobCitizen **citizens;
  Distinct ids; /* a citizen's number is the rank of the id */
  uint32_t n;
};

struct _SmaajobCaseloadBuilder {
  SmaajobVocabulary *vocabulary;
  Array citizens; /* const SmaajobCitizen * */
};

SmaajobCaseload *caseload_take (SmaajobCaseload *caseload);

/* Number the ids of objects; said twice is a fault, at the second of the two. */
typedef const char *(*GetId) (const void *object);
bool ids_number (Distinct *ids, const void *const *objects, uint32_t n, GetId get_id,
                 SmaajobError *error);

#endif
