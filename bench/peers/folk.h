/* SPDX-License-Identifier: Apache-2.0 */
#ifndef PEERS_FOLK_H
#define PEERS_FOLK_H

#include <glib.h>
#include <smaajob/smaajob.h>

/* A caseload and a market as they are read from files, and the objects they are made of. */
typedef struct {
  SmaajobVocabulary *vocabulary;
  SmaajobPolicy *policy;
  GPtrArray *citizens, *openings;
} Folk;

void insist (bool ok, const SmaajobError *error);
/* vocabulary: a file on top of the built-in one, or "-". */
Folk *folk_read (const char *vocabulary, const char *citizens, const char *openings);
void folk_free (Folk *folk);
SmaajobCaseload *folk_gather_citizens (const Folk *folk);
SmaajobMarket *folk_gather_openings (const Folk *folk);

#endif
