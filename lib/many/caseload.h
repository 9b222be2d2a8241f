/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_CASELOAD_H
#define MANY_CASELOAD_H

#include "data/citizen-draft.h"
#include "many/distinct.h"
#include "many/store.h"
#include "words/array.h"
#include <smaajob/caseload.h>

/* Records of citizens, one behind the other; of a mapped caseload they are in the file, as its
   images. */
struct _SmaajobCaseload {
  References references;
  SmaajobVocabulary *vocabulary;
  const char *records;
  const uint64_t *ends;  /* of each */
  const uint32_t *ranks; /* of their ids */
  uint32_t n;
  Store store;
};

struct _SmaajobCaseloadBuilder {
  SmaajobVocabulary *vocabulary;
  char *records;
  size_t size, room;
  Array ends; /* uint64_t */
};

SmaajobCaseload *caseload_take (SmaajobCaseload *caseload);
/* A packed one; digest is the vocabulary's. */
SmaajobCaseload *caseload_map (SmaajobVocabulary *vocabulary, const char *path, const char *digest,
                               SmaajobError *error);

/* What citizen number i has told; false after telling that the caseload, a mapped one, is damaged.
   The draft takes no reference: see citizen_unpack(). */
bool caseload_read (const SmaajobCaseload *caseload, uint32_t i, SmaajobCitizenBuilder *draft,
                    SmaajobError *error);
/* Citizen number i, until the copy is used again. NULL after telling that there is no memory for it
   or that it cannot be read. */
const SmaajobCitizen *caseload_get (const SmaajobCaseload *caseload, uint32_t i, CitizenCopy *copy,
                                    SmaajobError *error);

/* The record of citizen number i, once it was unpacked as well, and its size; NULL after telling
   that it is damaged. */
const char *caseload_get_record (const SmaajobCaseload *caseload, uint32_t i, size_t *size,
                                 SmaajobError *error);

/* Number the ids of objects; said twice is a fault, at the second of the two. */
bool ids_number (Distinct *ids, const void *const *objects, uint32_t n, GetId get_id,
                 SmaajobError *error);

#endif
