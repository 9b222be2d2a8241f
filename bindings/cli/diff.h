/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_DIFF_H
#define CLI_DIFF_H

#include "load.h"

/** A difference being shown. */
typedef struct {
  const SmaajobDifference *difference;
  const SmaajobRecord *record;         /**< what was replayed; NULL when two files are compared */
  const SmaajobVocabulary *vocabulary; /**< for labels */
} Shown;

/** Write a difference as asked for; STATUS_DIFFERS when the two are not the same. */
Status diff_print (const Options *options, const Shown *shown, Report *report);
/** A difference as a page of at most 80 columns. */
void diff_append_page (GString *out, const Shown *shown, Language language);

#endif
