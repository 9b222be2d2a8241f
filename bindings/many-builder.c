/* SPDX-License-Identifier: Apache-2.0 */
#include "many-builder.h"

#include <smaajob/citizen.h>
#include <smaajob/opening.h>

#include <stdio.h>
#include <string.h>

bool
many_builder_begin (ManyBuilder *many, SmaajobVocabulary *vocabulary, bool citizens,
                    SmaajobError *error)
{
  many->vocabulary = vocabulary;
  if (citizens)
    many->caseload = smaajob_caseload_builder_new (vocabulary, error);
  else
    many->market = smaajob_market_builder_new (vocabulary, error);
  return many->caseload != NULL || many->market != NULL;
}

void
many_builder_clear (ManyBuilder *many)
{
  smaajob_caseload_builder_free (many->caseload);
  smaajob_market_builder_free (many->market);
  ids_clear (&many->ids);
  many->caseload = NULL;
  many->market = NULL;
}

static bool
add_citizen (ManyBuilder *many, const char *text, size_t length, uint32_t number,
             SmaajobError *error)
{
  SmaajobCitizen *citizen = smaajob_citizen_new_from_json (many->vocabulary, text, length, error);
  const bool added = citizen != NULL &&
                     ids_add (&many->ids, smaajob_citizen_get_id (citizen), number, error) &&
                     smaajob_caseload_builder_add_citizen (many->caseload, citizen, error);

  smaajob_citizen_free (citizen);
  return added;
}

static bool
add_opening (ManyBuilder *many, const char *text, size_t length, uint32_t number,
             SmaajobError *error)
{
  SmaajobOpening *opening = smaajob_opening_new_from_json (many->vocabulary, text, length, error);
  const bool added = opening != NULL &&
                     ids_add (&many->ids, smaajob_opening_get_id (opening), number, error) &&
                     smaajob_market_builder_add_opening (many->market, opening, error);

  smaajob_opening_free (opening);
  return added;
}

bool
many_builder_add (ManyBuilder *many, const char *text, size_t length, uint32_t number,
                  SmaajobError *error)
{
  return many->caseload != NULL ? add_citizen (many, text, length, number, error)
                                : add_opening (many, text, length, number, error);
}

void
many_builder_explain_line (SmaajobError *error)
{
  const size_t n = strlen (error->message);

  if (error->code == SMAAJOB_ERROR_SYNTAX && strncmp (error->message, "the text ends", 13) == 0)
    snprintf (error->message + n, sizeof error->message - n,
              "; each line is to be a whole document (NDJSON)");
}
