/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_LOAD_H
#define CLI_LOAD_H

#include "document.h"
#include "options.h"

#include <smaajob/smaajob.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmaajobVocabulary, smaajob_vocabulary_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmaajobPolicy, smaajob_policy_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmaajobCitizen, smaajob_citizen_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmaajobOpening, smaajob_opening_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmaajobMatch, smaajob_match_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmaajobExplanation, smaajob_explanation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmaajobRecord, smaajob_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmaajobDifference, smaajob_difference_free)

/** The built-in vocabulary with every --vocabulary on top; NULL after telling why not. */
SmaajobVocabulary *load_vocabulary (const Options *options, Report *report);
/** The default policy, or that of --policy; NULL after telling why not. */
SmaajobPolicy *load_policy (const Options *options, Report *report);
/** A citizen or an opening of a file of one; NULL after telling why not. */
SmaajobCitizen *load_citizen (SmaajobVocabulary *vocabulary, const char *file, Report *report);
SmaajobOpening *load_opening (SmaajobVocabulary *vocabulary, const char *file, Report *report);
/** A record of a file of one; NULL after telling why not. */
SmaajobRecord *load_record (const char *file, Report *report);

#endif
