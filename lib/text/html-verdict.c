/* SPDX-License-Identifier: Apache-2.0 */
#include "text/html-verdict.h"

#include <string.h>

/* A shape for each verdict, so that it is not told by colour. */
static const char *
verdict_shape (const char *verdict)
{
  static const struct {
    const char *verdict, *shape;
  } shapes[] = {
      {"fit", "<path d=\"M9 16.5l5 5 9.5-11\"/>"},
      {"practice_only", "<path class=\"half\" d=\"M16 3a13 13 0 0 1 0 26z\"/>"},
      {"blocked", "<path d=\"M9 16h14\"/>"},
  };

  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
    if (strcmp (shapes[i].verdict, verdict) == 0)
      return shapes[i].shape;
  return "<path d=\"M12 12.5a4 4 0 1 1 6 3.4c-1.4.9-2 1.6-2 3M16 23v.5\"/>";
}

static void
put_lead (Html *html, const SmaajobParagraph *p)
{
  html_put (html,
            "<p class=\"lead\"><svg class=\"sign {t}\" viewBox=\"0 0 32 32\" width=\"32\" "
            "height=\"32\" aria-hidden=\"true\"><circle cx=\"16\" cy=\"16\" r=\"13\"/>",
            p->code);
  html_put (html, verdict_shape (p->code));
  /* The numbers of its text stand below, one by one. */
  html_put (html, "</svg><span>{k}</span></p>\n", "verdict", p->code);
}

/* What is marked: the score, or what it would be but for what stands in the way. */
static const char *
marked_name (const Html *html, size_t i)
{
  return html_value (html, i, "score") == SMAAJOB_UNKNOWN ? "potential" : "score";
}

static void
put_range (Html *html, int low, int high)
{
  if (low == SMAAJOB_UNKNOWN || high == SMAAJOB_UNKNOWN || low >= high)
    return;
  html_put (html, "<rect class=\"range\" x=\"{p}\" y=\"10\" width=\"{p}\" height=\"14\"/>", low,
            high - low);
}

static void
put_gauge (Html *html, size_t i)
{
  const char *name = marked_name (html, i);
  const int marked = html_value (html, i, name);

  if (marked == SMAAJOB_UNKNOWN)
    return;
  html_put (html, "<svg class=\"gauge\" width=\"100%\" height=\"46\" role=\"img\" "
                  "aria-labelledby=\"gauge-title gauge-desc\">");
  html_put (html, "<title id=\"gauge-title\">{w}</title><desc id=\"gauge-desc\">", "gauge");
  html_put (html, "{w} {m}, {w} {m}–{m}</desc>", name, marked, "interval",
            html_value (html, i, "low"), html_value (html, i, "high"));
  html_put (html, "<rect class=\"track\" x=\"0\" y=\"15\" width=\"100%\" height=\"4\"/>");
  put_range (html, html_value (html, i, "low"), html_value (html, i, "high"));
  html_put (html, "<rect class=\"mark\" x=\"{p}\" y=\"3\" width=\"4\" height=\"28\"/>", marked);
  html_put (html, "<text x=\"0\" y=\"44\">0</text><text class=\"end\" x=\"100%\" y=\"44\">1</text>"
                  "</svg>\n");
}

static void
put_figure (Html *html, size_t i, const char *name, const char *format)
{
  const int value = html_value (html, i, name);

  if (value == SMAAJOB_UNKNOWN)
    return;
  html_put (html, "<div><dt>{w}</dt><dd>", name);
  html_put (html, format, value);
  html_put (html, "</dd></div>\n");
}

static void
put_interval (Html *html, size_t i)
{
  const int low = html_value (html, i, "low"), high = html_value (html, i, "high");

  if (low != SMAAJOB_UNKNOWN && high != SMAAJOB_UNKNOWN && low != high)
    html_put (html, "<div><dt>{w}</dt><dd>{m}–{m}</dd></div>\n", "interval", low, high);
}

static void
put_figures (Html *html, size_t i)
{
  html_put (html, "<dl class=\"figures\">\n");
  put_figure (html, i, marked_name (html, i), "{m}");
  put_interval (html, i);
  put_figure (html, i, "coverage", "{s}");
  put_figure (html, i, "side_citizen", "{m}");
  put_figure (html, i, "side_employer", "{m}");
  html_put (html, "</dl>\n");
}

static void
put_result (Html *html)
{
  SmaajobParagraph p;
  const size_t i = html_begin (html, SMAAJOB_SECTION_VERDICT);

  if (!html_paragraph (html, SMAAJOB_SECTION_VERDICT, i, &p))
    return;
  html_begin_section (html, SMAAJOB_SECTION_VERDICT);
  put_lead (html, &p);
  put_gauge (html, i);
  put_figures (html, i);
  html_end_section (html);
}

static void
put_blockers (Html *html)
{
  SmaajobParagraph p;

  if (!html_has (html, SMAAJOB_SECTION_BLOCKERS))
    return;
  html_begin_section (html, SMAAJOB_SECTION_BLOCKERS);
  html_put (html, "<ul class=\"stops\">\n");
  for (size_t i = html_begin (html, SMAAJOB_SECTION_BLOCKERS);
       html_paragraph (html, SMAAJOB_SECTION_BLOCKERS, i, &p); i++)
    html_put (html, "<li>{t}</li>\n", p.text);
  html_put (html, "</ul>\n");
  html_end_section (html);
}

static void
put_timing (Html *html)
{
  SmaajobParagraph p;
  const size_t i = html_begin (html, SMAAJOB_SECTION_TIMING);

  if (!html_paragraph (html, SMAAJOB_SECTION_TIMING, i, &p))
    return;
  html_begin_section (html, SMAAJOB_SECTION_TIMING);
  html_put (html, "<p class=\"advice\">{t}</p>\n", p.text);
  html_put_details (html, SMAAJOB_SECTION_TIMING, i + 1);
  html_end_section (html);
}

void
html_put_verdict (Html *html)
{
  if (!html_has (html, SMAAJOB_SECTION_VERDICT) && !html_has (html, SMAAJOB_SECTION_BLOCKERS) &&
      !html_has (html, SMAAJOB_SECTION_TIMING))
    return;
  html_put (html, "<div class=\"top\">\n");
  put_result (html);
  html_put (html, "<div>\n");
  put_timing (html);
  put_blockers (html);
  html_put (html, "</div>\n</div>\n");
}
