/* SPDX-License-Identifier: Apache-2.0 */
#include "layout.h"
#include "rank-style.h"
#include "rank-summary.h"

#define SPACE      "\xc2\xa0" /* no line ends between a number and its unit */
#define BAR_HEIGHT 14         /* pixels */

/* The page being written. */
typedef struct {
  GString *out;
  const Summary *summary;
  RankStyle style;
} Page;

/* Texts of the format are markup; those that come for %s are not, and are escaped. */
static void G_GNUC_PRINTF (2, 3) put (const Page *page, const char *format, ...)
{
  g_autofree char *markup = NULL;
  va_list arguments;

  va_start (arguments, format);
  markup = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (page->out, markup);
}

static const char *
word (const Page *page, const char *name)
{
  return text_named (page->style.language, "summary.html.", name);
}

/* A word that tells citizens from openings. */
static const char *
word_of_lists (const Page *page, const char *name)
{
  g_autofree char *full =
      g_strconcat (name, page->style.by_opening ? ".opening" : ".citizen", NULL);

  return word (page, full);
}

/* Nothing is fetched and nothing runs, whatever stands in the page. */
static void
put_head (const Page *page)
{
  const char *title = word_of_lists (page, "title");

  put (page, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
       language_get_name (page->style.language));
  put (page, "<meta http-equiv=\"Content-Security-Policy\" "
             "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"color-scheme\" content=\"light dark\">\n");
  put (page, "<title>%s</title>\n<style>\n", title);
  g_string_append (page->out, html_style);
  put (page, "</style>\n</head>\n<body>\n<header>\n<p class=\"brand\">smaajob</p>\n");
  put (page, "<h1>%s</h1>\n</header>\n", title);
}

static void
put_total (const Page *page, const char *name, size_t number)
{
  g_autofree char *text = layout_count (number, page->style.language);

  put (page, "<div><dt>%s</dt><dd>%s</dd></div>\n", name, text);
}

static void
put_totals (const Page *page)
{
  const SummaryTotals totals = summary_get_totals (page->summary);

  put (page, "<dl class=\"figures\">\n");
  put_total (page, word (page, page->style.by_opening ? "openings" : "citizens"), totals.lists);
  put_total (page, word (page, "pairs"), totals.pairs);
  put (page, "</dl>\n");
}

static void
put_hatching (const Page *page)
{
  put (page, "<svg class=\"hatching\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>"
             "<pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
             "patternTransform=\"rotate(45)\"><rect class=\"paper\" width=\"6\" height=\"6\"/>"
             "<rect class=\"ink\" width=\"3\" height=\"6\"/></pattern></defs></svg>\n");
}

/* What its bar looks like: a verdict has a look of its own. */
static const char *
look_of (SummaryPart part, const Figure *figure)
{
  return part == SUMMARY_BEST ? figure->name : part == SUMMARY_BLOCKERS ? "blocked" : "unclear";
}

/* The number stands beside the bar, so that nobody has to see it. In SVG the mark is a point. */
static void
put_share (const Page *page, SummaryPart part, const Figure *figure)
{
  g_autofree char *share = summary_share (figure, SPACE "%");
  const size_t length = figure->of == 0 ? 0 : (2000 * figure->n + figure->of) / (2 * figure->of);

  put (page, "<td><div class=\"share\"><b>%s</b>", *share ? share : "–");
  put (page, "<svg height=\"%d\" aria-hidden=\"true\">", BAR_HEIGHT);
  put (page, "<rect class=\"track\" width=\"100%%\" height=\"%d\"/>", BAR_HEIGHT);
  if (length > 0)
    put (page, "<rect class=\"%s\" width=\"%zu.%zu%%\" height=\"%d\"/>", look_of (part, figure),
         length / 10, length % 10, BAR_HEIGHT);
  put (page, "</svg></div></td>");
}

static void
put_number (const Page *page, size_t number)
{
  g_autofree char *text = layout_count (number, page->style.language);

  put (page, "<td class=\"n\">%s</td>", text);
}

/* Who can tell, or for how many nothing is left. */
static void
put_more (const Page *page, SummaryPart part, const Figure *figure)
{
  g_autofree char *in_full = layout_count (figure->in_full, page->style.language);

  if (part != SUMMARY_UNKNOWNS && figure->in_full == 0)
    return;
  put (page, " <span class=\"also\">");
  if (part == SUMMARY_UNKNOWNS)
    put (page, "%s",
         text_named (page->style.language, "page.ask_", smaajob_ask_get_name (figure->ask)));
  else
    put (page, word_of_lists (page, "in_full"), in_full);
  put (page, "</span>");
}

static void
put_row (const Page *page, SummaryPart part, const Figure *figure)
{
  /* no page may hold control characters */
  g_autofree char *label = layout_clean (summary_find_label (page->summary, part, figure));

  put (page, "<tr><th scope=\"row\">%s", label);
  put_more (page, part, figure);
  put (page, "</th>");
  put_number (page, figure->n);
  put_share (page, part, figure);
  put (page, "</tr>\n");
}

static void
put_table_head (const Page *page, SummaryPart part)
{
  const char *const first[] = {text_get (page->style.language, "rank.head.verdict"),
                               word (page, "blocker"), word (page, "unknown")};

  put (page, "<thead><tr><th scope=\"col\">%s</th><th scope=\"col\" class=\"n\">%s</th>",
       first[part], part == SUMMARY_BLOCKERS ? word (page, "pairs") : word (page, "number"));
  put (page, "<th scope=\"col\">%s</th></tr></thead>\n", word (page, "share"));
}

/* What the figures are of. */
static void
put_caption (const Page *page, SummaryPart part, const GArray *figures)
{
  const guint n = summary_count_shown (part, figures);

  put (page, "<caption>");
  if (part == SUMMARY_UNKNOWNS) {
    g_autofree char *asked =
        layout_count (summary_get_totals (page->summary).asked, page->style.language);

    put (page, word_of_lists (page, "about.unknowns"), asked);
  } else {
    put (page, "%s",
         part == SUMMARY_BEST ? word_of_lists (page, "about.best") : word (page, "about.blockers"));
  }
  if (n < figures->len)
    put (page, word (page, "shown"), n, figures->len);
  put (page, "</caption>\n");
}

static void
put_table (const Page *page, SummaryPart part, const GArray *figures)
{
  const guint n = summary_count_shown (part, figures);

  put (page, "<table class=\"bars\">\n");
  put_caption (page, part, figures);
  put_table_head (page, part);
  put (page, "<tbody>\n");
  for (guint i = 0; i < n; i++)
    put_row (page, part, &g_array_index (figures, Figure, i));
  put (page, "</tbody>\n</table>\n");
}

static void
put_part (const Page *page, SummaryPart part)
{
  static const char *const ids[] = {"best", "blockers", "unknowns"};
  g_autoptr (GArray) figures = summary_list (page->summary, part);

  put (page, "<section id=\"%s\" aria-labelledby=\"%s-heading\">\n<h2 id=\"%s-heading\">%s</h2>\n",
       ids[part], ids[part], ids[part], summary_find_heading (&page->style, part));
  if (figures->len > 0)
    put_table (page, part, figures);
  else
    put (page, "<p>%s</p>\n", text_get (page->style.language, "summary.nothing"));
  put (page, "</section>\n");
}

void
summary_append_html (GString *out, const Summary *summary)
{
  const Page page = {out, summary, summary_get_style (summary)};

  put_head (&page);
  put (&page, "<main>\n");
  put_totals (&page);
  put_hatching (&page);
  for (int part = SUMMARY_BEST; part <= SUMMARY_UNKNOWNS; part++)
    put_part (&page, (SummaryPart) part);
  put (&page, "</main>\n<footer>\n<p>%s</p>\n<p>smaajob %s</p>\n</footer>\n</body>\n</html>\n",
       word (&page, "footer"), smaajob_get_version ());
}
