/* SPDX-License-Identifier: Apache-2.0 */
#include "layout.h"
#include "rank-summary.h"

static void
append_json_best (GString *out, const Summary *summary)
{
  g_autoptr (GArray) best = summary_list (summary, SUMMARY_BEST);

  for (guint i = 0; i < best->len; i++) {
    const Figure *figure = &g_array_index (best, Figure, i);

    g_string_append_printf (out, "%s\"%s\":%zu", i > 0 ? "," : "", figure->name, figure->n);
  }
}

static void
append_json_blockers (GString *out, const Summary *summary)
{
  g_autoptr (GArray) blockers = summary_list (summary, SUMMARY_BLOCKERS);

  for (guint i = 0; i < blockers->len; i++) {
    const Figure *figure = &g_array_index (blockers, Figure, i);

    g_string_append_printf (out, "%s{\"code\":\"%s\",\"pairs\":%zu,\"lists\":%zu}",
                            i > 0 ? "," : "", figure->name, figure->n, figure->in_full);
  }
}

static void
append_json_unknowns (GString *out, const Summary *summary)
{
  g_autoptr (GArray) unknowns = summary_list (summary, SUMMARY_UNKNOWNS);

  for (guint i = 0; i < unknowns->len; i++) {
    const Figure *figure = &g_array_index (unknowns, Figure, i);

    g_string_append_printf (out, "%s{\"code\":\"%s\"", i > 0 ? "," : "", figure->name);
    if (*figure->subject) {
      g_string_append (out, ",\"subject\":");
      json_append_string (out, figure->subject);
    }
    g_string_append_printf (out, ",\"ask\":\"%s\",\"lists\":%zu}",
                            smaajob_ask_get_name (figure->ask), figure->n);
  }
}

void
summary_append_json (GString *out, const Summary *summary)
{
  const SummaryTotals totals = summary_get_totals (summary);

  g_string_append_printf (out, "{\"by\":\"%s\",\"lists\":%zu,\"pairs\":%zu,\"best\":{",
                          summary_get_style (summary).by_opening ? "opening" : "citizen",
                          totals.lists, totals.pairs);
  append_json_best (out, summary);
  g_string_append (out, "},\"blockers\":[");
  append_json_blockers (out, summary);
  g_string_append_printf (out, "],\"asked\":%zu,\"unknowns\":[", totals.asked);
  append_json_unknowns (out, summary);
  g_string_append (out, "]}\n");
}

static void
append_count (GString *out, const RankStyle *style, const Figure *figure, const char *text)
{
  g_autoptr (GString) lead = g_string_new (NULL);
  g_autofree char *number = layout_count (figure->n, style->language);
  g_autofree char *share = summary_share (figure, " %");

  layout_append_cell (lead, number, 12, true);
  layout_append_cell (lead, share, 7, true);
  layout_append_wrapped (out, lead->str, text, 21);
}

/* The label, and what else is to be said of the figure. */
static char *
text_of (const Summary *summary, SummaryPart part, const Figure *figure)
{
  const Language language = summary_get_style (summary).language;
  g_autofree char *label = layout_clean (summary_find_label (summary, part, figure));
  g_autofree char *in_full = layout_count (figure->in_full, language);
  g_autofree char *more = NULL;

  if (part == SUMMARY_UNKNOWNS)
    more = g_strconcat (" ", text_named (language, "page.ask_", smaajob_ask_get_name (figure->ask)),
                        NULL);
  else if (figure->in_full > 0)
    more = g_strdup_printf (text_get (language, "summary.in_full"), in_full);
  return g_strconcat (label, more, NULL);
}

static void
append_part (GString *out, const Summary *summary, SummaryPart part)
{
  const RankStyle style = summary_get_style (summary);
  g_autoptr (GArray) figures = summary_list (summary, part);
  g_autofree char *asked = layout_count (summary_get_totals (summary).asked, style.language);
  g_autofree char *of = part == SUMMARY_UNKNOWNS && figures->len > 0
                            ? g_strdup_printf (text_get (style.language, "summary.of"), asked)
                            : NULL;
  g_autofree char *heading = g_strconcat (summary_find_heading (&style, part), of, NULL);
  g_autofree char *shown = layout_upper (heading);
  const guint n = summary_count_shown (part, figures);

  g_string_append_printf (out, "\n%s\n", shown);
  if (n == 0)
    layout_append_wrapped (out, "  ", text_get (style.language, "summary.nothing"), 2);
  for (guint i = 0; i < n; i++) {
    const Figure *figure = &g_array_index (figures, Figure, i);
    g_autofree char *text = text_of (summary, part, figure);

    append_count (out, &style, figure, text);
  }
}

void
summary_append_page (GString *out, const Summary *summary)
{
  const RankStyle style = summary_get_style (summary);
  const SummaryTotals totals = summary_get_totals (summary);
  g_autofree char *lists = layout_count (totals.lists, style.language);
  g_autofree char *pairs = layout_count (totals.pairs, style.language);
  g_autofree char *title =
      g_strdup_printf (text_get (style.language, style.by_opening ? "summary.title.opening"
                                                                  : "summary.title.citizen"),
                       lists, pairs);

  layout_append_wrapped (out, "", title, 0);
  for (int part = SUMMARY_BEST; part <= SUMMARY_UNKNOWNS; part++)
    append_part (out, summary, (SummaryPart) part);
}
