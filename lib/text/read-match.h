/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_READ_MATCH_H
#define TEXT_READ_MATCH_H

#include "text/reader.h"

#include <smaajob/difference.h>

/* What a match document says; its strings are those of the tree. */
typedef struct {
  const Json *engine, *digests; /* objects of strings */
  const char *citizen, *opening;
  SmaajobScore score;
  SmaajobPlan plan;
  SmaajobAdvice advice;
  const Json *criteria, *tasks;
  const Json *reasons[3]; /* by SmaajobList */
  size_t n_items, n_tasks, n_reasons[3];
} MatchDocument;

/* Check a match as strictly as its schema, and that its losses add up. */
bool read_match (Reader *reader, const Json *json, MatchDocument *match);
/* The two objects that a record has, too. */
bool read_engine (Reader *reader, const Json *json);
bool read_digests (Reader *reader, const Json *json);

/* Of a match that was checked. */
SmaajobItem match_item_of (const Json *item);
SmaajobTaskMatch match_task_of (const Json *task);

#endif
