/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BENCH_GENERATE_H
#define BENCH_GENERATE_H

#include <smaajob/smaajob.h>

/* Made-up citizens and openings of the size that the promises speak of: the same number gives the
   same document on every machine. The caller frees what is returned; a failure ends the program. */

#define GENERATE_COMPETENCES  12
#define GENERATE_NEEDS        8
#define GENERATE_TASKS        3
#define GENERATE_MANY_TASKS   6
#define GENERATE_REQUIREMENTS 3 /* a task */

/* Where they live: all in and around one town, or in and around the towns of Denmark. */
typedef enum { SPREAD_TOWN, SPREAD_COUNTRY } Spread;

SmaajobCitizen *generate_citizen (SmaajobVocabulary *vocabulary, unsigned number, Spread spread);
SmaajobOpening *generate_opening (SmaajobVocabulary *vocabulary, unsigned number, Spread spread);
/* In the town, with GENERATE_MANY_TASKS; every other one refuses pay, so that one change is rarely
   all. */
SmaajobOpening *generate_large_opening (SmaajobVocabulary *vocabulary, unsigned number);

/* End the program with the error's message unless ok. */
void insist (bool ok, const SmaajobError *error);

#endif
