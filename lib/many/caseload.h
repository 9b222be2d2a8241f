/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_CASELOAD_H
#define MANY_CASELOAD_H

#include "data/citizen.h"
#include "many/distinct.h"
#include "many/store.h"
#include "words/array.h"
#include <smaajob/caseload.h>

struct _SmaajobCaseload {
  References references;
  SmaajobVocabulary *vocabulary;
  const SmaajobCitizen **citizens; /* NULL when they are mapped */
  Distinct ids;                    /* a citizen's number is the rank of the id */
  uint32_t n;
  Store store;
};

struct _SmaajobCaseloadBuilder {
  SmaajobVocabulary *vocabulary;
  Array citizens; /* const SmaajobCitizen * */
};

SmaajobCaseload *caseload_take (SmaajobCaseload *caseload);
/* A packed one; digest is the vocabulary's. */
SmaajobCaseload *caseload_map (SmaajobVocabulary *vocabulary, const char *path, const char *digest,
                               SmaajobError *error);

/* Room for a citizen that is looked at; {NULL} is none, and the owner frees the citizen. */
typedef struct {
  SmaajobCitizen *citizen;
  size_t room;
} CitizenCopy;

/* Citizen number i, until the copy is used again; NULL after telling that it is damaged, or that
   there is no memory for it: neither happens unless the caseload is mapped. */
const SmaajobCitizen *caseload_get (const SmaajobCaseload *caseload, uint32_t i, CitizenCopy *copy,
                                    SmaajobError *error);

/* Number the ids of objects; said twice is a fault, at the second of the two. */
bool ids_number (Distinct *ids, const void *const *objects, uint32_t n, GetId get_id,
                 SmaajobError *error);

#endif
