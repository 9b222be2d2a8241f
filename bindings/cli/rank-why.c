/* SPDX-License-Identifier: Apache-2.0 */
#include "layout.h"
#include "rank-format.h"

/* What the pairs of one citizen or opening came to. */
typedef struct {
  const char *whose;
  size_t pairs, with_score, blocked, nothing_known;
} Counts;

static Counts
get_counts (const SmaajobRanking *list)
{
  Counts counts = {
      .whose = smaajob_ranking_get_id (list),
      .pairs = smaajob_ranking_get_n_pairs (list),
      .blocked = smaajob_ranking_get_n_without_score (list, SMAAJOB_VERDICT_BLOCKED),
  };

  for (int verdict = 0; verdict < RANK_VERDICTS; verdict++)
    if (verdict != SMAAJOB_VERDICT_BLOCKED)
      counts.nothing_known += smaajob_ranking_get_n_without_score (list, (SmaajobVerdict) verdict);
  counts.with_score = counts.pairs - counts.blocked - counts.nothing_known;
  return counts;
}

static const char *
whose_name (const RankStyle *style)
{
  return style->by_opening ? "opening" : "citizen";
}

static void
append_ndjson (GString *out, const RankStyle *style, guint i, const SmaajobRanking *list)
{
  const Counts counts = get_counts (list);
  const char *separator = "";

  (void) i;
  g_string_append_printf (out, "{\"%s\":", whose_name (style));
  json_append_string (out, counts.whose);
  g_string_append_printf (
      out, ",\"pairs\":%zu,\"with_score\":%zu,\"blocked\":%zu,\"nothing_known\":%zu,\"blockers\":{",
      counts.pairs, counts.with_score, counts.blocked, counts.nothing_known);
  for (int code = 1; code < RANK_BLOCKERS; code++, separator = ",")
    g_string_append_printf (out, "%s\"%s\":%zu", separator,
                            smaajob_code_get_name ((SmaajobCode) code),
                            smaajob_ranking_get_n_blocked_by (list, (SmaajobCode) code));
  g_string_append (out, "}}\n");
}

const RankFormat rank_why_ndjson = {NULL, append_ndjson};

static void
append_csv_head (GString *out, const RankStyle *style)
{
  g_string_append_printf (out, "%s,pairs,with_score,blocked,nothing_known", whose_name (style));
  for (int code = 1; code < RANK_BLOCKERS; code++)
    g_string_append_printf (out, ",%s", smaajob_code_get_name ((SmaajobCode) code));
  g_string_append (out, "\r\n");
}

static void
append_csv (GString *out, const RankStyle *style, guint i, const SmaajobRanking *list)
{
  const Counts counts = get_counts (list);

  (void) style;
  (void) i;
  g_string_append_printf (out, "%s,%zu,%zu,%zu,%zu", counts.whose, counts.pairs, counts.with_score,
                          counts.blocked, counts.nothing_known);
  for (int code = 1; code < RANK_BLOCKERS; code++)
    g_string_append_printf (out, ",%zu",
                            smaajob_ranking_get_n_blocked_by (list, (SmaajobCode) code));
  g_string_append (out, "\r\n");
}

const RankFormat rank_why_csv = {append_csv_head, append_csv};

/* The blocker that most pairs have, the first of several; 0 when there is none. */
static SmaajobCode
find_commonest (const SmaajobRanking *list)
{
  SmaajobCode commonest = SMAAJOB_CODE_NONE;
  size_t most = 0;

  for (int code = 1; code < RANK_BLOCKERS; code++) {
    size_t n = smaajob_ranking_get_n_blocked_by (list, (SmaajobCode) code);

    if (n > most)
      commonest = (SmaajobCode) code;
    most = MAX (most, n);
  }
  return commonest;
}

static void
append_cells (GString *out, const char *const cells[5])
{
  static const guint widths[] = {24, 9, 9, 9, 25};

  for (int i = 0; i < 5; i++) {
    layout_append_cell (out, cells[i], widths[i], i > 0 && i < 4);
    g_string_append (out, i == 3 ? "  " : "");
  }
  while (out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_table_head (GString *out, const RankStyle *style)
{
  const Language language = style->language;
  const char *const head[5] = {
      text_get (language, style->by_opening ? "rank.head.opening" : "rank.head.citizen"),
      text_get (language, "why.pairs"),
      text_get (language, "why.with_score"),
      text_get (language, "why.blocked"),
      text_get (language, "why.commonest"),
  };

  append_cells (out, head);
}

static void
append_table (GString *out, const RankStyle *style, guint i, const SmaajobRanking *list)
{
  const Counts counts = get_counts (list);
  const SmaajobCode commonest = find_commonest (list);
  g_autofree char *pairs = g_strdup_printf ("%zu", counts.pairs);
  g_autofree char *with_score = g_strdup_printf ("%zu", counts.with_score);
  g_autofree char *blocked = g_strdup_printf ("%zu", counts.blocked);
  g_autofree char *cause =
      commonest == SMAAJOB_CODE_NONE
          ? g_strdup ("")
          : g_strdup_printf (
                "%zu %s", smaajob_ranking_get_n_blocked_by (list, commonest),
                text_named (style->language, "blocker.", smaajob_code_get_name (commonest)));
  const char *const cells[5] = {counts.whose, pairs, with_score, blocked, cause};

  (void) i;
  append_cells (out, cells);
}

const RankFormat rank_why_table = {append_table_head, append_table};
