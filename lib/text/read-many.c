/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "base/memory.h"
#include "text/reader.h"
#include "words/array.h"

#include <smaajob/caseload.h>
#include <smaajob/market.h>

#include <string.h>

typedef struct _Lines Lines;

/* A line's document is read and added to the builder; false after telling why not. */
typedef bool (*AddDocument) (Lines *lines, Slice line, void *builder);

struct _Lines {
  SmaajobVocabulary *vocabulary;
  const char *text;
  size_t length;
  AddDocument add;
  Tape tape;     /* each document takes the place of the one before */
  Array numbers; /* uint32_t, of the lines that are documents */
  SmaajobError error;
};

static bool
read_line (Lines *lines, uint32_t number, const char *line, size_t length, void *builder)
{
  if (line_is_blank (line, length))
    return true;
  if (!array_reserve (&lines->numbers, 1, sizeof number))
    return error_memory (&lines->error);
  ((uint32_t *) lines->numbers.items)[lines->numbers.n++] = number;
  if (lines->add (lines, (Slice){line, length}, builder))
    return true;
  line_explain (&lines->error);
  if (lines->error.code != SMAAJOB_ERROR_MEMORY)
    lines->error.line = number;
  return false;
}

static bool
read_lines (Lines *lines, void *builder)
{
  const char *at = lines->text, *end = lines->text + lines->length;

  for (uint32_t number = 1; at < end; number++) {
    const char *stop = memchr (at, '\n', (size_t) (end - at));
    size_t length = (size_t) ((stop == NULL ? end : stop) - at);

    if (!read_line (lines, number, at, length, builder))
      return false;
    at += length + (stop != NULL);
  }
  return true;
}

/* The pointer of a fault of many begins with a number: here it is told as a line. */
static void
tell_line (Lines *lines)
{
  SmaajobError *error = &lines->error;
  const char *at = error->pointer + 1;
  uint32_t number = 0;

  if (error->code != SMAAJOB_ERROR_DUPLICATE)
    return;
  for (; *at >= '0' && *at <= '9'; at++)
    number = 10 * number + (uint32_t) (*at - '0');
  error->line = ((const uint32_t *) lines->numbers.items)[number];
  for (char *to = error->pointer; (*to = *at) != '\0'; to++)
    at++;
}

static bool
check (const Lines *lines, SmaajobError *error)
{
  return lines->text != NULL || error_argument (error, "the text is NULL, expected NDJSON");
}

static void
finish (Lines *lines, bool failed, SmaajobError *error)
{
  tape_free (&lines->tape);
  memory_free (lines->numbers.items);
  if (failed && error != NULL)
    *error = lines->error;
}

static bool
add_opening (Lines *lines, Slice line, void *builder)
{
  SmaajobOpening *opening = opening_read (&lines->tape, line, lines->vocabulary, &lines->error);
  bool added =
      opening != NULL && smaajob_market_builder_add_opening (builder, opening, &lines->error);

  smaajob_opening_free (opening);
  return added;
}

SmaajobMarket *
smaajob_market_new_from_ndjson (SmaajobVocabulary *vocabulary, const char *text, size_t length,
                                SmaajobError *error)
{
  Lines lines = {vocabulary, text, length, add_opening, {0}, {0}, {0}};
  SmaajobMarketBuilder *builder;
  SmaajobMarket *market = NULL;

  if (!check (&lines, error))
    return NULL;
  builder = smaajob_market_builder_new (vocabulary, &lines.error);
  if (builder != NULL && read_lines (&lines, builder)) {
    market = smaajob_market_builder_build (builder, &lines.error);
    if (market == NULL)
      tell_line (&lines);
  }
  smaajob_market_builder_free (builder);
  finish (&lines, market == NULL, error);
  return market;
}

static bool
add_citizen (Lines *lines, Slice line, void *builder)
{
  SmaajobCitizen *citizen = citizen_read (&lines->tape, line, lines->vocabulary, &lines->error);
  bool added =
      citizen != NULL && smaajob_caseload_builder_add_citizen (builder, citizen, &lines->error);

  smaajob_citizen_free (citizen);
  return added;
}

SmaajobCaseload *
smaajob_caseload_new_from_ndjson (SmaajobVocabulary *vocabulary, const char *text, size_t length,
                                  SmaajobError *error)
{
  Lines lines = {vocabulary, text, length, add_citizen, {0}, {0}, {0}};
  SmaajobCaseloadBuilder *builder;
  SmaajobCaseload *caseload = NULL;

  if (!check (&lines, error))
    return NULL;
  builder = smaajob_caseload_builder_new (vocabulary, &lines.error);
  if (builder != NULL && read_lines (&lines, builder)) {
    caseload = smaajob_caseload_builder_build (builder, &lines.error);
    if (caseload == NULL)
      tell_line (&lines);
  }
  smaajob_caseload_builder_free (builder);
  finish (&lines, caseload == NULL, error);
  return caseload;
}
