/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BINDINGS_MANY_BUILDER_H
#define BINDINGS_MANY_BUILDER_H

#include "ids.h"

#include <smaajob/caseload.h>
#include <smaajob/market.h>

/* Documents on their way into a caseload, or a market when there is no caseload. */
typedef struct {
  SmaajobVocabulary *vocabulary; /* the builder keeps it */
  SmaajobCaseloadBuilder *caseload;
  SmaajobMarketBuilder *market;
  Ids ids; /* of the documents that were added */
} ManyBuilder;

/* Of citizens, or else openings. What their numbers count is said in the ids. */
bool many_builder_begin (ManyBuilder *many, SmaajobVocabulary *vocabulary, bool citizens,
                         SmaajobError *error);
/* Add a document; its number is told when another says its id again. */
bool many_builder_add (ManyBuilder *many, const char *text, size_t length, uint32_t number,
                       SmaajobError *error);
void many_builder_clear (ManyBuilder *many);
/* Of a line: one that ends with its document unfinished is told what is wanted. */
void many_builder_explain_line (SmaajobError *error);

#endif
