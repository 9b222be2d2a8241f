/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_PHRASE_H
#define CLI_PHRASE_H

#include "texts.h"

#include <glib.h>
#include <smaajob/smaajob.h>

/** What codes and comparisons are said with. */
typedef struct {
  const SmaajobVocabulary *vocabulary;
  Language language;
} Voice;

/** What is put in a text for {subject}, {task}, {have} and {want}; NULL is nothing. */
typedef struct {
  const char *subject;
  const char *task;
  const char *have;
  const char *want;
} Blanks;

/** The text of a key with its blanks filled. */
char *phrase_fill (const Voice *voice, const char *key, const Blanks *blanks);
/** A reason as a sentence; with its task when @p with_task. */
char *phrase_reason (const Voice *voice, const SmaajobReason *reason, bool with_task);
/** A reason of a task's verdict as a sentence; @p next, when not NULL, is said with it if it can
 * be. */
char *phrase_task_reason (const Voice *voice, const SmaajobReason *reason,
                          const SmaajobReason *next, bool *with_next);
/** A comparison as a sentence, with its task. */
char *phrase_item (const Voice *voice, SmaajobCriterionId criterion, const SmaajobItem *item);

#endif
