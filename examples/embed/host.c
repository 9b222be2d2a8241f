/* SPDX-License-Identifier: Apache-2.0 */
#include "host.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
host_must (bool done, const SmaajobError *fault)
{
  if (done)
    return;
  fprintf (stderr, "%s\n", fault->message);
  exit (1);
}

void
host_check (sqlite3 *database, int answer)
{
  if (answer == SQLITE_OK || answer == SQLITE_ROW || answer == SQLITE_DONE)
    return;
  fprintf (stderr, "%s\n", sqlite3_errmsg (database));
  exit (1);
}

sqlite3_stmt *
host_ask (sqlite3 *database, const char *sql, const char *first, const char *second)
{
  sqlite3_stmt *row = NULL;

  host_check (database, sqlite3_prepare_v2 (database, sql, -1, &row, NULL));
  if (first != NULL)
    host_check (database, sqlite3_bind_text (row, 1, first, -1, SQLITE_TRANSIENT));
  if (second != NULL)
    host_check (database, sqlite3_bind_text (row, 2, second, -1, SQLITE_TRANSIENT));
  return row;
}

bool
host_next (sqlite3_stmt *row)
{
  const int answer = sqlite3_step (row);

  host_check (sqlite3_db_handle (row), answer);
  if (answer == SQLITE_ROW)
    return true;
  sqlite3_finalize (row);
  return false;
}

static int
place (sqlite3_stmt *row, const char *column)
{
  for (int i = 0; i < sqlite3_column_count (row); i++) {
    if (strcmp (sqlite3_column_name (row, i), column) == 0)
      return i;
  }
  fprintf (stderr, "there is no column %s\n", column);
  exit (1);
}

bool
host_has (sqlite3_stmt *row, const char *column)
{
  return sqlite3_column_type (row, place (row, column)) != SQLITE_NULL;
}

const char *
host_text (sqlite3_stmt *row, const char *column)
{
  return (const char *) sqlite3_column_text (row, place (row, column));
}

double
host_number (sqlite3_stmt *row, const char *column)
{
  return sqlite3_column_double (row, place (row, column));
}

int
host_whole (sqlite3_stmt *row, const char *column)
{
  return sqlite3_column_int (row, place (row, column));
}

int
host_minutes (sqlite3_stmt *row, const char *column)
{
  return host_has (row, column) ? (int) (host_number (row, column) * 60 + 0.5) : SMAAJOB_UNKNOWN;
}

SmaajobWindow
host_window (sqlite3_stmt *row)
{
  const char *days = host_text (row, "days");
  const char *from = host_text (row, "from_time");
  const char *to = host_text (row, "to_time");
  SmaajobWindow window = {.days = 0};

  for (unsigned day = SMAAJOB_DAY_MON; day <= SMAAJOB_DAY_SUN; day *= 2) {
    if (strstr (days, smaajob_day_get_name ((SmaajobDay) day)) != NULL)
      window.days |= day;
  }
  window.from_minute = atoi (from) * 60 + atoi (from + 3);
  window.to_minute = atoi (to) * 60 + atoi (to + 3);
  return window;
}
