/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BINDINGS_DOCUMENTS_H
#define BINDINGS_DOCUMENTS_H

#include <smaajob/caseload.h>
#include <smaajob/market.h>

typedef struct {
  uint32_t at; /* where its text begins */
  uint32_t number;
} DocumentsId;

/* Documents on their way into a caseload, or a market when there is no caseload; of each its id, so
   that whoever says it again is told of at once. */
typedef struct {
  SmaajobVocabulary *vocabulary; /* the builder keeps it */
  SmaajobCaseloadBuilder *caseload;
  SmaajobMarketBuilder *market;
  const char *counted; /* what the number of a document counts, such as "line" */
  DocumentsId *ids;
  size_t n_ids, ids_room;
  char *texts; /* of the ids, each with a NUL */
  size_t texts_size, texts_room;
  uint32_t *slots; /* 1 + which id, by its digest; 0 where there is none */
  size_t n_slots;
} Documents;

/* Documents of many citizens, or else openings. */
bool documents_begin (Documents *documents, SmaajobVocabulary *vocabulary, bool citizens,
                      SmaajobError *error);
/* Add a document; its number is told when another says its id again. */
bool documents_add (Documents *documents, const char *text, size_t length, uint32_t number,
                    SmaajobError *error);
void documents_clear (Documents *documents);

bool documents_fail_memory (SmaajobError *error);

#endif
