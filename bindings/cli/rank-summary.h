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

/** Its parts, in the order in which they are told. */
typedef enum { SUMMARY_BEST, SUMMARY_BLOCKERS, SUMMARY_UNKNOWNS } SummaryPart;

/** How many of how many; borrowed from the summary. */
typedef struct {
  SmaajobCode code;    /**< none for what lists have as their best */
  const char *name;    /**< of a verdict, "without_score", or of the code */
  const char *subject; /**< a word of the vocabulary, or "" */
  SmaajobAsk ask;      /**< of an unknown: who can tell */
  size_t n, of;        /**< lists or, of a blocker, pairs */
  size_t in_full;      /**< of a blocker: lists of which it blocks every pair */
} Figure;

/** Every Figure of a part: verdicts from the best on, and else that of most first. */
GArray *summary_list (const Summary *summary, SummaryPart part);
/** What people call it; who is asked is not in it. */
const char *summary_find_label (const Summary *summary, SummaryPart part, const Figure *figure);

/** What figures are of. */
typedef struct {
  size_t lists, pairs;
  size_t asked; /**< lists of which a pair was asked about */
} SummaryTotals;

SummaryTotals summary_get_totals (const Summary *summary);
RankStyle summary_get_style (const Summary *summary);

/** What pages have in common: the heading of a part, */
const char *summary_find_heading (const RankStyle *style, SummaryPart part);
/** how many of its figures are shown, JSON having all, */
guint summary_count_shown (SummaryPart part, const GArray *figures);
/** and the share of a figure in whole per cent before @p unit; "" of nothing. */
char *summary_share (const Figure *figure, const char *unit);

/** As a page of text, as one of HTML that needs nothing else, or as one JSON object. */
void summary_append_page (GString *out, const Summary *summary);
void summary_append_html (GString *out, const Summary *summary);
void summary_append_json (GString *out, const Summary *summary);

#endif
