/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_RANK_SUMMARY_H
#define CLI_RANK_SUMMARY_H

#include "rank-format.h"

/** What a whole ranking comes to: how many are helped, and what stands in the way of the others. */
typedef struct _Summary Summary;

Summary *summary_new (const RankStyle *style, const SmaajobVocabulary *vocabulary);
void summary_free (Summary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Summary, summary_free)
/** Count one list, of however many; what is asked about its best unclear pair, or the first when
 * none has a score, is found by matching it in full.
 * False after filling the error. */
bool summary_add (Summary *summary, const Ranking *ranking, guint i, const SmaajobRanking *list,
                  SmaajobError *error);
/** As a page, or as one JSON object. */
void summary_append_page (GString *out, const Summary *summary);
void summary_append_json (GString *out, const Summary *summary);

#endif
