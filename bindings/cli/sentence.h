/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_SENTENCE_H
#define CLI_SENTENCE_H

#include "texts.h"

#include <glib.h>
#include <smaajob/match.h>
#include <smaajob/vocabulary.h>

/** What is said of a match of which only the document is there. */
typedef struct {
  const SmaajobVocabulary *vocabulary; /**< for labels */
  SmaajobPlan plan;
  Language language;
} Said;

/** The sentence of a reason as the caseworker reads it. */
char *sentence_of_reason (const Said *said, const SmaajobReason *reason);
/** What a subject is called: by a member's name, a label, or as a sector; the task in brackets.
 * Either may be NULL. */
char *sentence_of_subject (const Said *said, const char *subject, const char *task);

#endif
