/* SPDX-License-Identifier: Apache-2.0 */
#include "layout.h"
#include "rank.h"

static void
append_number (GString *out, const char *member, int thousandths)
{
  g_autofree char *number = layout_score (thousandths, LANGUAGE_EN);

  g_string_append_printf (out, ",\"%s\":%s", member, number);
}

void
rank_append_json (GString *out, const GArray *list)
{
  for (guint i = 0; i < list->len; i++) {
    const Ranked *ranked = &g_array_index (list, Ranked, i);

    g_string_append (out, "{\"citizen\":");
    json_append_string (out, ranked->citizen);
    g_string_append (out, ",\"opening\":");
    json_append_string (out, ranked->opening);
    g_string_append_printf (out, ",\"verdict\":\"%s\"",
                            smaajob_verdict_get_name (ranked->score.verdict));
    append_number (out, "score", ranked->score.score);
    append_number (out, "low", ranked->score.low);
    append_number (out, "high", ranked->score.high);
    append_number (out, "coverage", ranked->score.coverage);
    g_string_append (out, "}\n");
  }
}

static void
append_row (GString *out, const char *const cells[6])
{
  static const guint widths[] = {4, 32, 14, 7, 14, 7};

  for (int i = 0; i < 6; i++) {
    layout_append_cell (out, cells[i], widths[i], i != 1 && i != 2);
    if (i == 0)
      g_string_append (out, "  ");
  }
  g_string_append_c (out, '\n');
}

static void
append_ranked (GString *out, guint place, const Ranked *ranked, Language language)
{
  const SmaajobScore *score = &ranked->score;
  g_autofree char *number = g_strdup_printf ("%u", place);
  g_autofree char *value = layout_score (score->score, language);
  g_autofree char *low = layout_score (score->low, language);
  g_autofree char *high = layout_score (score->high, language);
  g_autofree char *bounds = g_strconcat (low, "–", high, NULL);
  g_autofree char *coverage = g_strdup_printf ("%d %%", score->coverage / 10);
  const char *verdict =
      text_named (language, "verdict.", smaajob_verdict_get_name (score->verdict));
  const char *const cells[6] = {number, ranked->other, verdict, value, bounds, coverage};

  append_row (out, cells);
}

void
rank_append_table (GString *out, const Ranking *ranking, guint i, const GArray *list,
                   Language language)
{
  g_autofree char *title =
      g_strdup_printf (text_get (language, ranking->by_opening ? "rank.opening" : "rank.citizen"),
                       ranking_get_id (ranking, i));
  const char *const head[6] = {
      "",
      text_get (language, ranking->by_opening ? "rank.head.citizen" : "rank.head.opening"),
      text_get (language, "rank.head.verdict"),
      text_get (language, "rank.head.score"),
      text_get (language, "rank.head.bounds"),
      text_get (language, "rank.head.coverage"),
  };

  layout_append_wrapped (out, i > 0 ? "\n" : "", title, 0);
  if (list->len > 0)
    append_row (out, head);
  else
    layout_append_wrapped (out, "  ", text_get (language, "rank.empty"), 2);
  for (guint k = 0; k < list->len; k++)
    append_ranked (out, k + 1, &g_array_index (list, Ranked, k), language);
}
