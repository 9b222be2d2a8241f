/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EMBED_HOST_H
#define EMBED_HOST_H

#include <smaajob/smaajob.h>
#include <sqlite3.h>

/* The host's side: its rows, and what it does when something is not as it must be, which is to say
 * so and stop. */

/* Stop unless it was done; the fault tells why it was not. */
void host_must (bool done, const SmaajobError *fault);
/* Rows of a query with up to two texts in place of its question marks; NULL leaves one out. */
sqlite3_stmt *host_ask (sqlite3 *database, const char *sql, const char *first, const char *second);
/* The next row; false, and the query is over, when there is none. */
bool host_next (sqlite3_stmt *row);
/* Stop when the database says that something is wrong. */
void host_check (sqlite3 *database, int answer);

bool host_has (sqlite3_stmt *row, const char *column);
const char *host_text (sqlite3_stmt *row, const char *column);
double host_number (sqlite3_stmt *row, const char *column);
int host_whole (sqlite3_stmt *row, const char *column);
/* Hours of a week as whole minutes; SMAAJOB_UNKNOWN when nobody has told. */
int host_minutes (sqlite3_stmt *row, const char *column);
/* Days, such as 'mon tue', and times. */
SmaajobWindow host_window (sqlite3_stmt *row);

/* A citizen or an opening of its row, and of the rows that belong to it. */
SmaajobCitizen *citizen_of_row (SmaajobVocabulary *words, sqlite3 *database, sqlite3_stmt *row);
SmaajobOpening *opening_of_row (SmaajobVocabulary *words, sqlite3 *database, sqlite3_stmt *row);

#endif
