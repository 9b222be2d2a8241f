/* SPDX-License-Identifier: Apache-2.0 */
#include "text/html-score.h"

#include <string.h>

#define FULL 1000 /* thousandths */
/* The drawing, in pixels: each row has a line of text above its bar. */
#define ROW_HEIGHT  46
#define TEXT_HEIGHT 20
#define BAR_TOP     27
#define BAR_HEIGHT  10

/* A row of the waterfall: what is left after it and what it takes away. */
typedef struct {
  const char *name;    /* of the criterion */
  int left, lost;      /* thousandths */
  int lost_to_unknown; /* as much of what is lost as an answer could give back */
} Fall;

/* Of the verdict, which the score is about. */
typedef struct {
  const char *name; /* "score" or, when something stands in the way, "potential" */
  int number, low, high;
} Total;

static bool
total_read (const Html *html, Total *total)
{
  const size_t i = html_begin (html, SMAAJOB_SECTION_VERDICT);

  total->low = html_value (html, i, "low");
  total->high = html_value (html, i, "high");
  total->name = html_value (html, i, "score") == SMAAJOB_UNKNOWN ? "potential" : "score";
  total->number = html_value (html, i, total->name);
  return total->number != SMAAJOB_UNKNOWN;
}

static int
loss_of (const Html *html, size_t i)
{
  const int loss = html_value (html, i, "loss");

  return loss == SMAAJOB_UNKNOWN ? 0 : loss;
}

/* The next criterion from i on, which then is the paragraph after it; what is left is kept. */
static bool
fall_next (const Html *html, size_t *i, Fall *fall)
{
  SmaajobParagraph p;

  while (html_paragraph (html, SMAAJOB_SECTION_SCORE, *i, &p) && p.depth > 0)
    ++*i;
  if (!html_paragraph (html, SMAAJOB_SECTION_SCORE, *i, &p))
    return false;
  fall->name = p.text;
  fall->lost = loss_of (html, *i);
  fall->left -= fall->lost;
  fall->lost_to_unknown = 0;
  for (++*i; html_paragraph (html, SMAAJOB_SECTION_SCORE, *i, &p) && p.depth > 0; ++*i)
    if (strcmp (p.code, "unknown") == 0)
      fall->lost_to_unknown += loss_of (html, *i);
  return true;
}

static int
count_falls (const Html *html)
{
  Fall fall = {.left = FULL};
  int n = 0;

  for (size_t i = html_begin (html, SMAAJOB_SECTION_SCORE); fall_next (html, &i, &fall);)
    n++;
  return n;
}

/* How much is lost in all, and how much of that to what is not known. */
static Fall
sum_falls (const Html *html)
{
  Fall fall = {.left = FULL}, sum = {.left = FULL};

  for (size_t i = html_begin (html, SMAAJOB_SECTION_SCORE); fall_next (html, &i, &fall);) {
    sum.lost += fall.lost;
    sum.lost_to_unknown += fall.lost_to_unknown;
  }
  return sum;
}

static void
put_bar (Html *html, const char *look, int row, const int from_and_length[2])
{
  if (from_and_length[1] > 0)
    html_put (html, "<rect class=\"{t}\" x=\"{p}\" y=\"{d}\" width=\"{p}\" height=\"{d}\"/>", look,
              from_and_length[0], row * ROW_HEIGHT + BAR_TOP, from_and_length[1], BAR_HEIGHT);
}

static void
put_label (Html *html, int row, const char *name, const char *format, int number)
{
  const int y = row * ROW_HEIGHT + TEXT_HEIGHT;

  html_put (html, "<text x=\"0\" y=\"{d}\">{w}</text><text class=\"end\" x=\"100%\" y=\"{d}\">", y,
            name, y);
  html_put (html, format, number);
  html_put (html, "</text>");
}

/* A thin line up to where the loss of this row begins. */
static void
put_left (Html *html, int row, int left)
{
  const int y = row * ROW_HEIGHT + BAR_TOP + BAR_HEIGHT / 2;

  html_put (html, "<line class=\"left\" x1=\"0\" y1=\"{d}\" x2=\"{p}\" y2=\"{d}\"/>", y, left, y);
}

static void
put_fall (Html *html, int row, const Fall *fall)
{
  const int y = row * ROW_HEIGHT + TEXT_HEIGHT;

  html_put (html, "<g><text x=\"0\" y=\"{d}\">{t}</text><text class=\"end\" x=\"100%\" y=\"{d}\">",
            y, fall->name, y);
  html_put (html, "{l}</text>", fall->lost);
  put_left (html, row, fall->left);
  put_bar (html, "unknown", row, (const int[]){fall->left, fall->lost_to_unknown});
  put_bar (html, "lost", row,
           (const int[]){fall->left + fall->lost_to_unknown, fall->lost - fall->lost_to_unknown});
  html_put (html, "</g>\n");
}

static void
put_whisker (Html *html, int row, const Total *total)
{
  const int y = row * ROW_HEIGHT + BAR_TOP + BAR_HEIGHT + 8;

  if (total->low == SMAAJOB_UNKNOWN || total->low >= total->high)
    return;
  html_put (html, "<g class=\"whisker\"><line x1=\"{p}\" y1=\"{d}\" x2=\"{p}\" y2=\"{d}\"/>",
            total->low, y, total->high, y);
  html_put (html, "<line x1=\"{p}\" y1=\"{d}\" x2=\"{p}\" y2=\"{d}\"/>", total->low, y - 5,
            total->low, y + 5);
  html_put (html, "<line x1=\"{p}\" y1=\"{d}\" x2=\"{p}\" y2=\"{d}\"/></g>\n", total->high, y - 5,
            total->high, y + 5);
}

static void
put_description (Html *html, const Total *total)
{
  Fall fall = {.left = FULL};

  html_put (html, "<title id=\"fall-title\">{w}</title><desc id=\"fall-desc\">{m}", "fall", FULL);
  for (size_t i = html_begin (html, SMAAJOB_SECTION_SCORE); fall_next (html, &i, &fall);)
    html_put (html, "; {t} {l}", fall.name, fall.lost);
  html_put (html, "; {w} {m}", total->name, total->number);
  if (total->low != total->high)
    html_put (html, "; {w} {m}–{m}", "interval", total->low, total->high);
  html_put (html, "</desc>\n");
}

static void
put_hatching (Html *html)
{
  html_put (html, "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" "
                  "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
  html_put (html, "<rect class=\"paper\" width=\"6\" height=\"6\"/>"
                  "<rect class=\"lost\" width=\"3\" height=\"6\"/></pattern></defs>\n");
}

static void
put_waterfall (Html *html, const Total *total)
{
  const int n = count_falls (html);
  Fall fall = {.left = FULL};
  int row = 0;

  html_put (html,
            "<svg class=\"fall\" width=\"100%\" height=\"{d}\" role=\"img\" "
            "aria-labelledby=\"fall-title fall-desc\">",
            (n + 2) * ROW_HEIGHT);
  put_description (html, total);
  put_hatching (html);
  put_label (html, row, "full", "{m}", FULL);
  put_bar (html, "whole", row, (const int[]){0, FULL});
  for (size_t i = html_begin (html, SMAAJOB_SECTION_SCORE); fall_next (html, &i, &fall);)
    put_fall (html, ++row, &fall);
  put_label (html, ++row, total->name, "{m}", total->number);
  put_bar (html, "whole", row, (const int[]){0, total->number});
  put_whisker (html, row, total);
  html_put (html, "</svg>\n");
}

static void
put_legend (Html *html, const Total *total)
{
  const Fall sum = sum_falls (html);

  if (sum.lost == 0 && total->low >= total->high)
    return;
  html_put (html, "<ul class=\"legend\" aria-hidden=\"true\">\n");
  if (sum.lost > sum.lost_to_unknown)
    html_put (html, "<li><i class=\"lost\"></i>{w}</li>\n", "lost");
  if (sum.lost_to_unknown > 0)
    html_put (html, "<li><i class=\"unknown\"></i>{w}</li>\n", "lost_to_unknown");
  if (total->low < total->high)
    html_put (html, "<li><i class=\"whisker\"></i>{w} {m}–{m}</li>\n", "interval", total->low,
              total->high);
  html_put (html, "</ul>\n");
}

static void
put_criterion (Html *html, size_t i, const char *name)
{
  const int low = html_value (html, i, "low"), high = html_value (html, i, "high");

  html_put (html, "<tr><th scope=\"row\">{t} <span class=\"also\">{w} {s}</span></th>", name,
            "weight", html_value (html, i, "weight"));
  html_put (html, "<td class=\"n\">{m}", html_value (html, i, "value"));
  if (low != high)
    html_put (html, " <span class=\"also\">{m}–{m}</span>", low, high);
  html_put (html, "</td><td class=\"n\">{l}</td></tr>\n", loss_of (html, i));
}

static void
put_sum (Html *html, const Total *total)
{
  html_put (html, "<tfoot><tr><th scope=\"row\">{w}</th><td class=\"n\">{m}</td>", total->name,
            total->number);
  html_put (html, "<td class=\"n\">{l}</td></tr></tfoot>\n", FULL - total->number);
}

static void
put_criteria (Html *html, const Total *total)
{
  SmaajobParagraph p;

  html_put (html, "<table class=\"criteria\">\n<caption>{w}</caption>\n", "criteria");
  html_put (html, "<thead><tr><th scope=\"col\">{w}</th><th scope=\"col\" class=\"n\">{w}</th>",
            "criterion", "value");
  html_put (html, "<th scope=\"col\" class=\"n\">{w}</th></tr></thead>\n<tbody>\n", "loss");
  for (size_t i = html_begin (html, SMAAJOB_SECTION_SCORE);
       html_paragraph (html, SMAAJOB_SECTION_SCORE, i, &p); i++)
    if (p.depth == 0)
      put_criterion (html, i, p.text);
  html_put (html, "</tbody>\n");
  if (total->number != SMAAJOB_UNKNOWN)
    put_sum (html, total);
  html_put (html, "</table>\n");
}

void
html_put_score (Html *html)
{
  Total total;

  html_begin_section (html, SMAAJOB_SECTION_SCORE);
  if (total_read (html, &total)) {
    put_waterfall (html, &total);
    put_legend (html, &total);
  }
  put_criteria (html, &total);
  html_end_section (html);
}

static void
put_item (Html *html, size_t i, const SmaajobParagraph *p)
{
  html_put (html, "<tr><td class=\"free\">{t}</td><td><span class=\"state {t}\">{k}</span> ",
            p->text, p->code, "html.state", p->code);
  html_put (html, "<span class=\"also\">{w} {s}</span></td><td class=\"n\">{l}</td></tr>\n",
            "share", html_value (html, i, "share"), loss_of (html, i));
}

static void
put_items_of (Html *html, size_t i)
{
  SmaajobParagraph p;

  html_paragraph (html, SMAAJOB_SECTION_SCORE, i, &p);
  html_put (html, "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"3\">{t}</th></tr>\n", p.text);
  for (i++; html_paragraph (html, SMAAJOB_SECTION_SCORE, i, &p) && p.depth > 0; i++)
    put_item (html, i, &p);
  html_put (html, "</tbody>\n");
}

static bool
criterion_has_items (const Html *html, size_t i)
{
  SmaajobParagraph p;

  return html_paragraph (html, SMAAJOB_SECTION_SCORE, i + 1, &p) && p.depth > 0;
}

bool
html_has_items (const Html *html)
{
  SmaajobParagraph p;

  for (size_t i = html_begin (html, SMAAJOB_SECTION_SCORE);
       html_paragraph (html, SMAAJOB_SECTION_SCORE, i, &p); i++)
    if (p.depth > 0)
      return true;
  return false;
}

void
html_put_items (Html *html)
{
  SmaajobParagraph p;

  html_put (html,
            "<section id=\"items\" aria-labelledby=\"items-heading\">\n"
            "<h2 id=\"items-heading\">{w}</h2>\n<table class=\"items\">\n",
            "items");
  html_put (html, "<caption>{w}</caption>\n<thead><tr><th scope=\"col\">{w}</th>", "items_caption",
            "item");
  html_put (html, "<th scope=\"col\">{w}</th><th scope=\"col\" class=\"n\">{w}</th></tr></thead>\n",
            "state", "loss");
  for (size_t i = html_begin (html, SMAAJOB_SECTION_SCORE);
       html_paragraph (html, SMAAJOB_SECTION_SCORE, i, &p); i++)
    if (p.depth == 0 && criterion_has_items (html, i))
      put_items_of (html, i);
  html_put (html, "</table>\n</section>\n");
}
