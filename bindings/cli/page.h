/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_PAGE_H
#define CLI_PAGE_H

#include "texts.h"

#include <glib.h>
#include <smaajob/smaajob.h>

/** A match as a page of at most 80 columns for a caseworker. */
void page_append_match (GString *out, const SmaajobMatch *match,
                        const SmaajobVocabulary *vocabulary, Language language, bool colour);

#endif
