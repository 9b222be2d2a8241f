/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_ESCO_H
#define CLI_ESCO_H

#include "options.h"
#include "report.h"

#include <smaajob/vocabulary.h>

/** The skills and skill groups of an official ESCO release in CSV; NULL after telling why not. */
SmaajobVocabulary *esco_read (const char *folder, Language language, Report *report);
/** The paths of the tables that are there to be read, ended by NULL. */
char **esco_list_tables (const char *folder);

#endif
