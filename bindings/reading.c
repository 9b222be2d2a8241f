/* SPDX-License-Identifier: Apache-2.0 */
#include "reading.h"

#include "lines.h"
#include "many-builder.h"

#include <stdlib.h>

struct _SmaajobReading {
  ManyBuilder many;
  Lines lines;
  uint32_t line;
};

SmaajobReading *
reading_new (SmaajobVocabulary *vocabulary, bool citizens, SmaajobError *error)
{
  SmaajobReading *reading = calloc (1, sizeof *reading);

  if (reading == NULL) {
    fail_memory (error);
    return NULL;
  }
  reading->many.ids.counted = "line";
  if (many_builder_begin (&reading->many, vocabulary, citizens, error))
    return reading;
  free (reading);
  return NULL;
}

void
reading_free (SmaajobReading *reading)
{
  if (reading == NULL)
    return;
  many_builder_clear (&reading->many);
  lines_clear (&reading->lines);
  free (reading);
}

static bool
take_line (const char *line, size_t length, void *data, SmaajobError *error)
{
  SmaajobReading *reading = data;

  reading->line++;
  if (is_blank_line (line, length) ||
      many_builder_add (&reading->many, line, length, reading->line, error))
    return true;
  many_builder_explain_line (error);
  if (error->code != SMAAJOB_ERROR_MEMORY)
    error->line = reading->line;
  return false;
}

bool
reading_add (SmaajobReading *reading, const char *part, size_t length, SmaajobError *error)
{
  return lines_add (&reading->lines, part, length, take_line, reading, error);
}

SmaajobCaseload *
reading_build_caseload (SmaajobReading *reading, SmaajobError *error)
{
  if (!lines_finish (&reading->lines, take_line, reading, error))
    return NULL;
  return smaajob_caseload_builder_build (reading->many.caseload, error);
}

SmaajobMarket *
reading_build_market (SmaajobReading *reading, SmaajobError *error)
{
  if (!lines_finish (&reading->lines, take_line, reading, error))
    return NULL;
  return smaajob_market_builder_build (reading->many.market, error);
}
