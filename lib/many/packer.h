/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_PACKER_H
#define MANY_PACKER_H

#include "many/caseload.h"
#include "many/packed.h"
#include "many/store.h"

/* A packed file in the making: objects are added one by one, and only where they are is kept. */
typedef struct {
  SmaajobVocabulary *vocabulary; /* the caller's */
  SmaajobPackedKind kind;
  StoreWriter store;
  Array entries; /* StoreEntry */
  Array scratch; /* of one image */
} Packer;

/* Whatever comes of it, packer_clear() ends it. */
bool packer_create (Packer *packer, SmaajobVocabulary *vocabulary, SmaajobPackedKind kind,
                    const char *path, SmaajobError *error);
bool packer_add_citizen (Packer *packer, const SmaajobCitizen *citizen, SmaajobError *error);
/* The same of a citizen's record. */
bool packer_add_record (Packer *packer, const char *record, size_t size, SmaajobError *error);
bool packer_add_opening (Packer *packer, const SmaajobOpening *opening, SmaajobError *error);

/* Told of each object, by number, whose id one before it has; false ends the packing. */
typedef bool (*TellDuplicate) (uint32_t number, const char *id, uint32_t first, void *data);

/* Leave out what was told, place the file; digest is the vocabulary's. */
bool packer_finish (Packer *packer, const char *digest, TellDuplicate tell, void *data,
                    SmaajobError *error);
void packer_clear (Packer *packer);

#endif
