/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_RANK_H
#define CLI_RANK_H

#include "load.h"

/** One pair with its score; the ids are borrowed. */
typedef struct {
  const char *citizen;
  const char *opening;
  const char *other; /**< the one that is listed: by it ties are broken */
  SmaajobScore score;
} Ranked;

#define RANK_VERDICTS (SMAAJOB_VERDICT_FIT + 1)

/** What a ranking is made of, and what was left out of it. */
typedef struct {
  GPtrArray *citizens;
  GPtrArray *openings;
  SmaajobPolicy *policy;
  bool by_opening;
  guint top;
  guint threads;
  size_t left_out[RANK_VERDICTS]; /**< pairs without a score, by verdict */
} Ranking;

/** How many lists there are. */
guint ranking_get_n (const Ranking *ranking);
/** The id of whom list @p i is for. */
const char *ranking_get_id (const Ranking *ranking, guint i);
/** List @p i is made: the best pairs first; both are borrowed for the call. */
typedef void (*RankingReceive) (guint i, const GArray *list, void *data);
/** Make every list, in order; false after telling why not. */
bool ranking_make (Ranking *ranking, SmaajobVocabulary *vocabulary, RankingReceive receive,
                   void *data, Report *report);

/** Append a list as NDJSON. */
void rank_append_json (GString *out, const GArray *list);
/** Append a list as a table. */
void rank_append_table (GString *out, const Ranking *ranking, guint i, const GArray *list,
                        Language language);

#endif
