/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "texts.h"

#include <glib.h>
#include <stdbool.h>

/** A line on a terminal's stderr that tells how far long work is, five times a second. */
typedef struct {
  bool on;            /**< somebody can see it */
  gint64 begun, told; /**< 0: not yet told */
  Language language;
} Progress;

/** Begin; @p shown is whether it may be told at all. */
Progress progress_begin (bool shown, Language language);
/** Tell of documents, and of the bytes that were read, of all (0 when nobody knows). */
void progress_tell_bytes (Progress *progress, guint64 documents, guint64 done, guint64 all);
/** Tell of pairs that were decided, of all. */
void progress_tell_pairs (Progress *progress, guint64 done, guint64 all);
/** Wipe the line out. It may be told again. */
void progress_end (Progress *progress);

#endif
