/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_CROWD_H
#define CLI_CROWD_H

#include "load.h"

/** A caseload of a packed file, or of documents; NULL after telling why not. Faulty documents are
 * told in @p faults and left out, unless all are, or the program is to end: NULL. No document is a
 * caseload of nobody. */
SmaajobCaseload *crowd_load_citizens (SmaajobVocabulary *vocabulary, const char *file,
                                      Language language, Report *faults);
/** A market, as crowd_load_citizens(). */
SmaajobMarket *crowd_load_openings (SmaajobVocabulary *vocabulary, const char *file,
                                    Language language, Report *faults);

#endif
