/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BINDINGS_READING_H
#define BINDINGS_READING_H

#include <smaajob/caseload.h>
#include <smaajob/market.h>

/* NDJSON on its way into a caseload or a market, in parts that end anywhere: a file need not be in
   memory. Faults are told as smaajob_caseload_new_from_ndjson() does. */
typedef struct _SmaajobReading SmaajobReading;

SmaajobReading *reading_new (SmaajobVocabulary *vocabulary, bool citizens, SmaajobError *error);
void reading_free (SmaajobReading *reading);
bool reading_add (SmaajobReading *reading, const char *part, size_t length, SmaajobError *error);
/* When the last part has been added; of citizens a caseload, else a market. */
SmaajobCaseload *reading_build_caseload (SmaajobReading *reading, SmaajobError *error);
SmaajobMarket *reading_build_market (SmaajobReading *reading, SmaajobError *error);

#endif
