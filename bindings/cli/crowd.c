/* SPDX-License-Identifier: Apache-2.0 */
#include "crowd.h"

#include "../many-builder.h"
#include "interrupt.h"
#include "packed.h"
#include "progress.h"

#define DOCUMENTS_A_TICK 256 /* between two looks at whether to tell how far it is */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ManyBuilder, many_builder_clear)

/* Where documents come from, and how it is told. */
typedef struct {
  const char *file;
  Language language; /* of how far it is */
  Report *faults;
} Crowd;

/* Whether there is something good, or nothing at all, and nobody wants the program to end. */
static bool
add_documents (const Crowd *crowd, ManyBuilder *many)
{
  Report *faults = crowd->faults;
  const guint faults_before = faults->n_errors;
  g_autoptr (Documents) documents = documents_open (crowd->file, faults);
  InputResult result = documents ? INPUT_TEXT : INPUT_FAILED;
  Progress progress = progress_begin (true, crowd->language);
  guint64 n = 0, good = 0;

  while (!interrupt_came () && (result == INPUT_TEXT || result == INPUT_LONG)) {
    Document document;
    SmaajobError error;

    result = documents_next (documents, &document);
    if (result != INPUT_TEXT)
      continue;
    if (many_builder_add (many, document.text, document.length, document.line, &error)) {
      good++;
    } else {
      progress_end (&progress);
      documents_explain (documents, &document, &error);
      report_error (faults, crowd->file, document.line, &error);
    }
    if (++n % DOCUMENTS_A_TICK == 0)
      progress_tell_bytes (&progress, n, documents_count_bytes (documents),
                           input_size (crowd->file));
  }
  progress_end (&progress);
  if (interrupt_came ())
    return false;
  if (good > 0 || faults->n_errors == faults_before)
    return true;
  faults->none_left = faults->none_left || result == INPUT_END;
  return false;
}

/* False after telling why not. */
static bool
read_documents (const Crowd *crowd, ManyBuilder *many, SmaajobVocabulary *vocabulary, bool citizens)
{
  SmaajobError error;

  many->ids.counted = "line";
  if (many_builder_begin (many, vocabulary, citizens, &error))
    return add_documents (crowd, many);
  report_error (crowd->faults, crowd->file, 1, &error);
  return false;
}

SmaajobCaseload *
crowd_load_citizens (SmaajobVocabulary *vocabulary, const char *file, Language language,
                     Report *faults)
{
  const Crowd crowd = {file, language, faults};
  g_auto (ManyBuilder) many = {0};
  SmaajobCaseload *caseload;
  SmaajobError error;

  if (packed_is (file))
    caseload = smaajob_caseload_new_from_file (vocabulary, file, &error);
  else if (read_documents (&crowd, &many, vocabulary, true))
    caseload = smaajob_caseload_builder_build (many.caseload, &error);
  else
    return NULL;
  if (caseload == NULL)
    report_error (faults, file, 1, &error);
  return caseload;
}

SmaajobMarket *
crowd_load_openings (SmaajobVocabulary *vocabulary, const char *file, Language language,
                     Report *faults)
{
  const Crowd crowd = {file, language, faults};
  g_auto (ManyBuilder) many = {0};
  SmaajobMarket *market;
  SmaajobError error;

  if (packed_is (file))
    market = smaajob_market_new_from_file (vocabulary, file, &error);
  else if (read_documents (&crowd, &many, vocabulary, false))
    market = smaajob_market_builder_build (many.market, &error);
  else
    return NULL;
  if (market == NULL)
    report_error (faults, file, 1, &error);
  return market;
}
