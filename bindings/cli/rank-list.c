/* SPDX-License-Identifier: Apache-2.0 */
#include "layout.h"
#include "rank-format.h"

/* One pair of a list, as it is told. */
typedef struct {
  const char *citizen, *opening, *listed;
  SmaajobScore score;
} Row;

static Row
get_row (const RankStyle *style, const SmaajobRanking *list, size_t i)
{
  const SmaajobRanked ranked = smaajob_ranking_get_ranked_at (list, i);
  const char *whose = smaajob_ranking_get_id (list);

  return (Row){style->by_opening ? ranked.id : whose, style->by_opening ? whose : ranked.id,
               ranked.id, ranked.score};
}

static void
append_number (GString *out, const char *lead, int thousandths)
{
  g_autofree char *number = layout_score (thousandths, LANGUAGE_EN);

  g_string_append (out, lead);
  g_string_append (out, number);
}

static void
append_ndjson (GString *out, const RankStyle *style, guint i, const SmaajobRanking *list)
{
  (void) i;
  for (size_t k = 0; k < smaajob_ranking_get_n_ranked (list); k++) {
    const Row row = get_row (style, list, k);

    g_string_append (out, "{\"citizen\":");
    json_append_string (out, row.citizen);
    g_string_append (out, ",\"opening\":");
    json_append_string (out, row.opening);
    g_string_append_printf (out, ",\"verdict\":\"%s\"",
                            smaajob_verdict_get_name (row.score.verdict));
    append_number (out, ",\"score\":", row.score.score);
    append_number (out, ",\"low\":", row.score.low);
    append_number (out, ",\"high\":", row.score.high);
    append_number (out, ",\"coverage\":", row.score.coverage);
    g_string_append (out, "}\n");
  }
}

const RankFormat rank_list_ndjson = {NULL, append_ndjson};

static void
append_csv_head (GString *out, const RankStyle *style)
{
  (void) style;
  g_string_append (out, "citizen,opening,place,verdict,score,low,high,coverage\r\n");
}

static void
append_csv (GString *out, const RankStyle *style, guint i, const SmaajobRanking *list)
{
  (void) i;
  for (size_t k = 0; k < smaajob_ranking_get_n_ranked (list); k++) {
    const Row row = get_row (style, list, k);

    g_string_append_printf (out, "%s,%s,%zu,%s", row.citizen, row.opening, k + 1,
                            smaajob_verdict_get_name (row.score.verdict));
    append_number (out, ",", row.score.score);
    append_number (out, ",", row.score.low);
    append_number (out, ",", row.score.high);
    append_number (out, ",", row.score.coverage);
    g_string_append (out, "\r\n");
  }
}

const RankFormat rank_list_csv = {append_csv_head, append_csv};

static void
append_cells (GString *out, const char *const cells[6])
{
  static const guint widths[] = {4, 31, 14, 7, 14, 7};

  for (int i = 0; i < 6; i++) {
    layout_append_cell (out, cells[i], widths[i], i != 1 && i != 2);
    g_string_append (out, i == 0 ? "  " : i == 1 ? " " : "");
  }
  g_string_append_c (out, '\n');
}

static void
append_ranked (GString *out, size_t place, const Row *row, Language language)
{
  const SmaajobScore *score = &row->score;
  g_autofree char *number = g_strdup_printf ("%zu", place);
  g_autofree char *value = layout_score (score->score, language);
  g_autofree char *low = layout_score (score->low, language);
  g_autofree char *high = layout_score (score->high, language);
  g_autofree char *bounds = g_strconcat (low, "–", high, NULL);
  g_autofree char *coverage = g_strdup_printf ("%d %%", score->coverage / 10);
  const char *verdict =
      text_named (language, "verdict.", smaajob_verdict_get_name (score->verdict));
  const char *const cells[6] = {number, row->listed, verdict, value, bounds, coverage};

  append_cells (out, cells);
}

static void
append_table (GString *out, const RankStyle *style, guint i, const SmaajobRanking *list)
{
  const Language language = style->language;
  const size_t n = smaajob_ranking_get_n_ranked (list);
  g_autofree char *title =
      g_strdup_printf (text_get (language, style->by_opening ? "rank.opening" : "rank.citizen"),
                       smaajob_ranking_get_id (list));
  const char *const head[6] = {
      "",
      text_get (language, style->by_opening ? "rank.head.citizen" : "rank.head.opening"),
      text_get (language, "rank.head.verdict"),
      text_get (language, "rank.head.score"),
      text_get (language, "rank.head.bounds"),
      text_get (language, "rank.head.coverage"),
  };

  layout_append_wrapped (out, i > 0 ? "\n" : "", title, 0);
  if (n > 0)
    append_cells (out, head);
  else
    layout_append_wrapped (out, "  ", text_get (language, "rank.empty"), 2);
  for (size_t k = 0; k < n; k++) {
    const Row row = get_row (style, list, k);

    append_ranked (out, k + 1, &row, language);
  }
}

const RankFormat rank_list_table = {NULL, append_table};
