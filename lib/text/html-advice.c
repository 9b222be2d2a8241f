/* SPDX-License-Identifier: Apache-2.0 */
#include "text/html-advice.h"

#include <string.h>

#define YES 1000 /* thousandths */

/* Each paragraph with what belongs to it. */
static void
put_entries (Html *html, SmaajobSection section, const char *list)
{
  SmaajobParagraph p;

  html_put (html, "<{t} class=\"entries\">\n", list);
  for (size_t i = html_begin (html, section); html_paragraph (html, section, i, &p); i++) {
    if (p.depth > 0)
      continue;
    html_put (html, "<li><p>{t}</p>\n", p.text);
    html_put_details (html, section, i + 1);
    html_put (html, "</li>\n");
  }
  html_put (html, "</{t}>\n", list);
}

static void
put_section (Html *html, SmaajobSection section, const char *list)
{
  html_begin_section (html, section);
  put_entries (html, section, list);
  html_end_section (html);
}

void
html_put_tasks (Html *html)
{
  put_section (html, SMAAJOB_SECTION_TASKS, "ul");
}

void
html_put_attention (Html *html)
{
  put_section (html, SMAAJOB_SECTION_ATTENTION, "ul");
}

/* The changes, and then what comes of them; what has no score only introduces its changes. */
static void
put_lever (Html *html, size_t i, const SmaajobParagraph *p)
{
  const bool has_score = html_value (html, i, "score") != SMAAJOB_UNKNOWN;

  html_put (html, "<li>\n");
  if (!has_score)
    html_put (html, "<p>{t}</p>\n", p->text);
  html_put_details (html, SMAAJOB_SECTION_LEVERS, i + 1);
  if (has_score)
    html_put (html, "<p class=\"note\">{t}</p>\n", p->text);
  html_put (html, "</li>\n");
}

void
html_put_levers (Html *html)
{
  SmaajobParagraph p;

  html_begin_section (html, SMAAJOB_SECTION_LEVERS);
  html_put (html, "<ol class=\"entries\">\n");
  for (size_t i = html_begin (html, SMAAJOB_SECTION_LEVERS);
       html_paragraph (html, SMAAJOB_SECTION_LEVERS, i, &p); i++)
    if (p.depth == 0)
      put_lever (html, i, &p);
  html_put (html, "</ol>\n");
  html_end_section (html);
}

/* Whether the advice waits for it: then it decides with other answers, if not alone. */
static bool
is_awaited (const Html *html, const char *subject)
{
  SmaajobParagraph p;

  for (size_t i = html_begin (html, SMAAJOB_SECTION_TIMING);
       html_paragraph (html, SMAAJOB_SECTION_TIMING, i, &p); i++)
    if (strcmp (p.code, "must_unknown") == 0 && strcmp (p.subject, subject) == 0)
      return true;
  return false;
}

static void
put_question (Html *html, size_t i, const SmaajobParagraph *p)
{
  const int best = html_value (html, i, "best"), worst = html_value (html, i, "worst");
  const bool moves = best != SMAAJOB_UNKNOWN && worst != SMAAJOB_UNKNOWN && best != worst;
  const bool alone = html_value (html, i, "decides") == YES;
  const bool decides =
      alone || (html->voice.reader == SMAAJOB_READER_CASEWORKER && is_awaited (html, p->subject));

  html_put (html, "<li><p>{t}</p>", p->text);
  if (decides || moves)
    html_put (html, "<p class=\"note\">");
  if (decides)
    html_put (html, "<strong class=\"decides\">{w}</strong> ", alone ? "decides" : "decides_with");
  if (moves)
    html_put (html, "{w} {m}–{m}", "becomes", worst, best);
  html_put (html, decides || moves ? "</p></li>\n" : "</li>\n");
}

/* The questions to one who is asked; only the caseworker has those of others too. */
static void
put_group (Html *html, int ask)
{
  static const char *const headings[] = {"ask_employer", "ask_citizen", "ask_caseworker"};
  SmaajobParagraph p;
  bool any = false;

  for (size_t i = html_begin (html, SMAAJOB_SECTION_QUESTIONS);
       html_paragraph (html, SMAAJOB_SECTION_QUESTIONS, i, &p); i++) {
    if (html_value (html, i, "ask") != ask)
      continue;
    if (!any && html->voice.reader == SMAAJOB_READER_CASEWORKER)
      html_put (html, "<h3>{w}</h3>\n", headings[ask]);
    if (!any)
      html_put (html, "<ul class=\"questions\">\n");
    any = true;
    put_question (html, i, &p);
  }
  if (any)
    html_put (html, "</ul>\n");
}

void
html_put_questions (Html *html)
{
  html_begin_section (html, SMAAJOB_SECTION_QUESTIONS);
  for (int ask = 0; ask < 3; ask++)
    put_group (html, ask);
  html_end_section (html);
}
