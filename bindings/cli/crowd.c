/* SPDX-License-Identifier: Apache-2.0 */
#include "crowd.h"

#include "interrupt.h"
#include "packed.h"
#include "progress.h"
#include "seen.h"

#define DOCUMENTS_A_TICK 256 /* between two looks at whether to tell how far it is */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmaajobCaseloadBuilder, smaajob_caseload_builder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmaajobMarketBuilder, smaajob_market_builder_free)

/* Where the objects of one kind go. */
typedef struct {
  SmaajobVocabulary *vocabulary;
  Kind kind;
  Language language; /* of how far it is */
  SmaajobCaseloadBuilder *citizens;
  SmaajobMarketBuilder *openings;
} Crowd;

/* The builder has a reference of its own. */
static bool
add_citizen (Crowd *crowd, Seen *seen, const Document *document, SmaajobError *error)
{
  g_autoptr (SmaajobCitizen) citizen =
      smaajob_citizen_new_from_json (crowd->vocabulary, document->text, document->length, error);

  return citizen != NULL && seen_add (seen, document, smaajob_citizen_get_id (citizen), error) &&
         smaajob_caseload_builder_add_citizen (crowd->citizens, citizen, error);
}

static bool
add_opening (Crowd *crowd, Seen *seen, const Document *document, SmaajobError *error)
{
  g_autoptr (SmaajobOpening) opening =
      smaajob_opening_new_from_json (crowd->vocabulary, document->text, document->length, error);

  return opening != NULL && seen_add (seen, document, smaajob_opening_get_id (opening), error) &&
         smaajob_market_builder_add_opening (crowd->openings, opening, error);
}

static bool
add_document (Crowd *crowd, Seen *seen, const Document *document, SmaajobError *error)
{
  return crowd->kind == KIND_CITIZEN ? add_citizen (crowd, seen, document, error)
                                     : add_opening (crowd, seen, document, error);
}

/* Whether there is something good, or nothing at all, and nobody wants the program to end. */
static bool
add_documents (Crowd *crowd, const char *file, Report *faults)
{
  const guint faults_before = faults->n_errors;
  g_autoptr (Documents) documents = documents_open (file, faults);
  g_autoptr (Seen) seen = seen_new ();
  InputResult result = documents ? INPUT_TEXT : INPUT_FAILED;
  Progress progress = progress_begin (true, crowd->language);
  guint64 n = 0, good = 0;

  while (!interrupt_came () && (result == INPUT_TEXT || result == INPUT_LONG)) {
    Document document;
    SmaajobError error;

    result = documents_next (documents, &document);
    if (result != INPUT_TEXT)
      continue;
    if (add_document (crowd, seen, &document, &error)) {
      good++;
    } else {
      progress_end (&progress);
      documents_explain (documents, &error);
      report_error (faults, file, document.line, &error);
    }
    if (++n % DOCUMENTS_A_TICK == 0)
      progress_tell_bytes (&progress, n, documents_count_bytes (documents), input_size (file));
  }
  progress_end (&progress);
  if (interrupt_came ())
    return false;
  if (good > 0 || faults->n_errors == faults_before)
    return true;
  faults->none_left = faults->none_left || result == INPUT_END;
  return false;
}

static SmaajobCaseload *
build_caseload (Crowd *crowd, const char *file, Report *faults)
{
  SmaajobCaseload *caseload = NULL;
  SmaajobError error;
  g_autoptr (SmaajobCaseloadBuilder) builder =
      smaajob_caseload_builder_new (crowd->vocabulary, &error);

  crowd->citizens = builder;
  if (builder != NULL && !add_documents (crowd, file, faults))
    return NULL;
  if (builder != NULL)
    caseload = smaajob_caseload_builder_build (builder, &error);
  if (caseload == NULL)
    report_error (faults, file, 1, &error);
  return caseload;
}

static SmaajobMarket *
build_market (Crowd *crowd, const char *file, Report *faults)
{
  SmaajobMarket *market = NULL;
  SmaajobError error;
  g_autoptr (SmaajobMarketBuilder) builder = smaajob_market_builder_new (crowd->vocabulary, &error);

  crowd->openings = builder;
  if (builder != NULL && !add_documents (crowd, file, faults))
    return NULL;
  if (builder != NULL)
    market = smaajob_market_builder_build (builder, &error);
  if (market == NULL)
    report_error (faults, file, 1, &error);
  return market;
}

SmaajobCaseload *
crowd_load_citizens (SmaajobVocabulary *vocabulary, const char *file, Language language,
                     Report *faults)
{
  SmaajobError error;
  SmaajobCaseload *caseload;
  Crowd crowd = {.vocabulary = vocabulary, .kind = KIND_CITIZEN, .language = language};

  if (!packed_is (file))
    return build_caseload (&crowd, file, faults);
  caseload = smaajob_caseload_new_from_file (vocabulary, file, &error);
  if (caseload == NULL)
    report_error (faults, file, 1, &error);
  return caseload;
}

SmaajobMarket *
crowd_load_openings (SmaajobVocabulary *vocabulary, const char *file, Language language,
                     Report *faults)
{
  SmaajobError error;
  SmaajobMarket *market;
  Crowd crowd = {.vocabulary = vocabulary, .kind = KIND_OPENING, .language = language};

  if (!packed_is (file))
    return build_market (&crowd, file, faults);
  market = smaajob_market_new_from_file (vocabulary, file, &error);
  if (market == NULL)
    report_error (faults, file, 1, &error);
  return market;
}
