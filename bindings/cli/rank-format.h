/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_RANK_FORMAT_H
#define CLI_RANK_FORMAT_H

#include "rank.h"

/** How lists are written. */
typedef struct {
  bool by_opening;
  Language language;
} RankStyle;

/** A form that lists can be written in. */
typedef struct {
  /** What stands before all lists; NULL when nothing does. */
  void (*append_head) (GString *out, const RankStyle *style);
  /** List @p i. */
  void (*append_list) (GString *out, const RankStyle *style, guint i, const SmaajobRanking *list);
} RankFormat;

/** The best of each: NDJSON, CSV with a head, a table for each. Ids and codes never hold what CSV
 * would have to quote. */
extern const RankFormat rank_list_ndjson, rank_list_csv, rank_list_table;
/** What the pairs of each came to, and what blocks them: a row for each, or a table of rows. */
extern const RankFormat rank_why_ndjson, rank_why_csv, rank_why_table;

#endif
